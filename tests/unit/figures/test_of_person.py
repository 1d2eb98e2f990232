"""What is counted of a person's papers."""

from __future__ import annotations

from dataclasses import replace

from generator.catalogue import Catalogue
from generator.figures.of_person import MOST_TOGETHER, most_papers, most_topics, of_person, told_by
from generator.language import ENGLISH
from generator.model import Area, Assignment, KnownVenue, Person, Topic
from generator.people import people
from generator.values.name import Name
from generator.values.paper import Paper
from generator.values.text import Text
from tests.given import paper

TOPICS = tuple(Topic(slug, Text(slug.title()), Text(), "all") for slug in ("wool", "tea", "rain"))
AREAS = (Area("all", Text("All"), Text(), TOPICS),)


def catalogue(*papers: Paper, topics: dict[str, tuple[str, ...]] | None = None) -> Catalogue:
    known = people(papers)
    given = {id_: tuple(Assignment(t, 1.0) for t in slugs) for id_, slugs in (topics or {}).items()}
    places = {one.id: "wool-days" for one in papers if one.work.venue}
    venue = KnownVenue("wool-days", Text("Wool Days"), "WD", "conference", tuple(places))
    return Catalogue(
        papers,
        AREAS,
        given,
        people=known.people,
        people_of=known.of,
        venues=(venue,),
        venue_of=places,
    )


FOUND = catalogue(
    paper("a", authors=("Ada Example", "Ben Sample"), year=2021, venue="Wool Days"),
    paper("b", authors=("Ben Sample", "Ada Example", "Cy Quill"), year=2023),
    paper("c", authors=("Ada Example",)),
    paper("d", authors=("Cy Quill",), year=2020),
    topics={"a": ("tea", "wool"), "b": ("tea",), "c": ("rain",)},
)


def test_coauthors_topics_venues_and_years_are_counted_the_most_first() -> None:
    ada = of_person(FOUND, FOUND.person["ada-example"])
    assert [one.id for one in ada.papers] == ["b", "a", "c"]
    assert ada.coauthors == (("ben-sample", 2), ("cy-quill", 1))
    assert ada.topics == (("tea", 2), ("wool", 1), ("rain", 1))
    assert ada.venues == (("wool-days", 1),)
    assert dict(ada.years) == {2021: 1, 2023: 1}
    assert ada.span == "2021–2023"
    assert told_by(FOUND, ada, ENGLISH, 3) == "Tea, Wool and Rain"


def test_of_one_year_or_none_nothing_is_made_up() -> None:
    assert of_person(FOUND, FOUND.person["cy-quill"]).span == "2020–2023"
    alone = catalogue(paper("x", authors=("Di Calm",), year=2020))
    assert of_person(alone, alone.people[0]).span == "2020"
    unknown = catalogue(paper("x", authors=("Di Calm",)))
    found = of_person(unknown, unknown.people[0])
    assert (found.span, found.coauthors, told_by(unknown, found, ENGLISH)) == ("", (), "")


def test_who_stands_twice_on_a_paper_is_no_coauthor_of_oneself() -> None:
    twice = catalogue(paper("x", authors=("Ada Example", "Ben Sample", "Ada Example")))
    ada, _, other = twice.people_of["x"]
    same = replace(twice, people_of={"x": (ada, "ben-sample", ada)})
    assert of_person(same, twice.person[ada]).coauthors == (("ben-sample", 1),)
    assert other != ada, "two authors of one name on a paper are two people"


def test_authors_of_a_very_long_list_are_not_paired() -> None:
    many = tuple(f"Ada Number{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(MOST_TOGETHER))
    fits = catalogue(paper("x", authors=many))
    assert len(of_person(fits, fits.people[0]).coauthors) == MOST_TOGETHER - 1
    long = catalogue(paper("x", authors=(*many, "Ben Sample")))
    assert of_person(long, long.people[0]).coauthors == ()


def test_a_person_without_papers_in_the_tables_has_a_page_all_the_same() -> None:
    bare = Catalogue((), people=(Person("ada", Name("Example", "Ada"), ()),))
    assert of_person(bare, bare.people[0]).papers == ()


def test_the_short_lists_name_those_of_most_papers_and_topics() -> None:
    assert [(one.slug, n) for one, n in most_papers(FOUND, 2)] == [
        ("ada-example", 3),
        ("ben-sample", 2),
    ]
    assert [(one.slug, n) for one, n in most_topics(FOUND, 2)] == [("ada-example", 3)]
