"""How topics grew over the years."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.figures.growth import MOST_SPANS, MOST_TOPICS, growth
from generator.language import ENGLISH
from generator.model import Area, Assignment, Topic
from generator.pages.drawings.growth import drawing, table
from generator.text.html import ROOT
from generator.values.text import Text
from tests import given

SHEEP, COWS = (Topic(slug, Text(slug.title()), Text(), "animals") for slug in ("sheep", "cows"))
KILNS = Topic("kilns", Text("Kilns <b>"), Text(), "crafts")
AREAS = (
    Area("animals", Text("Animals"), Text(), (SHEEP, COWS)),
    Area("crafts", Text("Crafts & more"), Text(), (KILNS,)),
)


def catalogue(years: dict[int, str], areas: tuple[Area, ...] = AREAS) -> Catalogue:
    """Papers of each year, a letter for the topic of each: s, c, k, or - for none."""
    names = {"s": "sheep", "c": "cows", "k": "kilns"}
    papers, topics = [], {}
    for year, letters in years.items():
        for number, letter in enumerate(letters):
            made = given.paper(f"paper-{year}-{number:03}", "Paper", year=year)
            papers.append(made)
            if letter in names:
                topics[made.id] = (Assignment(names[letter], 1.0),)
    return Catalogue(tuple(papers), areas, topics)


SHOWN = catalogue(
    {2018: "s", 2020: "s" * 8 + "kk", 2021: "s" * 4 + "k", 2022: "s" * 4 + "k" * 6, 2023: "c"}
)


def test_topics_are_counted_by_year_between_the_first_and_the_last_of_enough_papers() -> None:
    found = growth(SHOWN)
    assert found
    assert [str(span) for span in found.spans] == ["2020", "2021", "2022"]
    assert [span.count for span in found.spans] == [10, 5, 10]
    assert [
        (place, [(line.topic.slug, line.counts) for line in lines]) for place, lines in found.areas
    ] == [(0, [("sheep", (8, 4, 4))]), (1, [("kilns", (2, 1, 6))])]


def test_it_says_what_grew_and_what_shrank() -> None:
    found = growth(SHOWN)
    assert found
    assert found.finding(ENGLISH) == (
        "“Kilns <b>” grew most: from 20 % of the papers of 2020 to 47 % of 2021–2022."
        " “Sheep” shrank most: from 80 % of the papers of 2020 to 53 % of 2021–2022."
    )


def test_few_papers_or_years_or_no_topics_say_nothing() -> None:
    assert growth(Catalogue(())) is None
    assert growth(catalogue({2022: "s" * 90})) is None
    assert growth(catalogue({2021: "s" * 9, 2022: "s" * 90})) is None
    assert growth(catalogue({2021: "-" * 20, 2022: "-" * 20})) is None
    assert growth(catalogue({2021: "s" * 20, 2022: "s" * 20}, ())) is None


def test_a_long_time_is_counted_in_spans_and_many_topics_are_the_largest() -> None:
    many = tuple(Topic(f"topic-{n:02}", Text(f"Topic {n}"), Text(), "animals") for n in range(40))
    papers = [given.paper(f"paper-{n}", "Paper", year=1960 + n % 60) for n in range(1200)]
    topics = {p.id: (Assignment(f"topic-{n % 40:02}", 1.0),) for n, p in enumerate(papers)}
    found = growth(Catalogue(tuple(papers), (Area("animals", Text("A"), Text(), many),), topics))
    assert found
    assert len(found.spans) <= MOST_SPANS
    assert sum(span.count for span in found.spans) == 1200
    assert sum(len(lines) for _, lines in found.areas) == MOST_TOPICS


def test_the_drawing_and_its_table_say_the_same_and_names_do_nothing() -> None:
    found = growth(SHOWN)
    assert found
    drawn, said = drawing(SHOWN, found, ENGLISH).replace(ROOT, "/"), table(found, ENGLISH).html
    assert '<a href="/topics/kilns/">Kilns &lt;b&gt;</a>' in drawn
    assert "<small>from 20 % to </small>60 %" in drawn
    assert "<title>2021: 1 of 5, 20 %</title>" in drawn
    assert "<td>20 %</td><td>20 %</td><td>60 %</td>" in said
    assert "<b>" not in said
    assert "\n" not in drawn + said
    assert "| Kilns &lt;b&gt; | 20 % | 20 % | 60 % |" in table(found, ENGLISH).markdown
