"""The pages of venues and years, the orders of topics by year, and what is newest."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.model import Area, Assignment, KnownVenue, Person, Topic
from generator.pages import pages
from generator.pages.kinds.venues import LINES, MOST_OF_A_KIND
from generator.settings import Settings
from generator.values.date import Date
from generator.values.paper import Paper
from generator.values.text import Text
from generator.values.venue import VenueKind
from tests import given
from tests.laid_out import SETTINGS

SHEEP, COWS = (Topic(slug, Text(slug.title()), Text(), "animals") for slug in ("sheep", "cows"))
KILNS = Topic("kilns", Text("Kilns"), Text(), "crafts")
AREAS = (
    Area("animals", Text("Animals"), Text(), (SHEEP, COWS)),
    Area("crafts", Text("Crafts"), Text(), (KILNS,)),
)


def venue(
    slug: str, name: str, papers: tuple[str, ...], short: str = "", kind: VenueKind = "conference"
) -> KnownVenue:
    return KnownVenue(slug, Text(name), short or name, kind, papers, (name, f"Proc. of {name}"))


def catalogue(
    papers: Mapping[str, tuple[int | Date | None, str, str]], venues: tuple[KnownVenue, ...] = ()
) -> Catalogue:
    """Papers by id: year, topics and slugs of authors; `venues` say which papers they have."""
    made = [
        given.paper(
            i,
            f"Paper {i}",
            authors=tuple(f"{slug.title()} Example" for slug in authors.split()),
            **({"year": year} if year else {}),
        )
        for i, (year, _, authors) in sorted(papers.items())
    ]
    people: dict[str, list[str]] = {}
    for id_, (_, _, authors) in sorted(papers.items()):
        for slug in authors.split():
            people.setdefault(slug, []).append(id_)
    return Catalogue(
        tuple(made),
        AREAS,
        {
            i: tuple(Assignment(t, 1.0) for t in topics.split())
            for i, (_, topics, _) in papers.items()
        },
        people=tuple(
            Person(slug, given.work(authors=(f"{slug.title()} Example",)).authors[0], tuple(ids))
            for slug, ids in sorted(people.items())
        ),
        people_of={i: tuple(authors.split()) for i, (_, _, authors) in papers.items()},
        venues=venues,
        venue_of={paper: found.slug for found in venues for paper in found.papers},
    )


def rendered(of: Catalogue, settings: Settings = SETTINGS) -> dict[str, str]:
    return {file.path: file.data.decode("utf-8", "replace") for file in pages(of, settings)}


def order_of(text: str) -> list[str]:
    return re.findall(r'data-paper="([^"]*)"', text)


MEADOW = catalogue(
    {
        "a": (2021, "sheep cows", "ada ben"),
        "b": (2023, "sheep", "ada"),
        "c": (2023, "kilns", "cy"),
        "d": (None, "", ""),
        "e": (2023, "cows", "ben"),
    },
    (venue("meadow", "Conference on Meadows", ("a", "b", "d"), "MEADOW"),),
)


def test_a_venue_has_its_years_newest_first_and_what_is_within() -> None:
    text = rendered(MEADOW)["venues/meadow.md"]
    assert order_of(text) == ["b", "a", "d"]
    assert re.findall(r"^### (.*?) \{", text, re.MULTILINE) == ["2023", "2021", "Year not known"]
    assert "[2021](#part-2021)" in text
    assert '<a href="#part-2023" tabindex="-1"><title>2023: 1 paper</title>' in text
    rows = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", text))
    assert list(rows) == ["Topics", "Authors"]
    assert (
        '<a class="topic" data-area="1" href="../../topics/sheep/">Sheep</a>'
        ' <span class="count">2</span>' in rows["Topics"]
    )
    assert re.findall(r"authors/(\w+)/", rows["Authors"]) == ["ada", "ben"]


def test_a_venue_says_its_short_and_its_whole_name_kind_and_other_spellings() -> None:
    text = rendered(MEADOW)["venues/meadow.md"]
    assert "\n# MEADOW {" in text
    assert "\nConference on Meadows\n" in text
    assert "[Venues](../venues/index.md) › Conference\n" in text
    assert "Also called Proc. of Conference on Meadows.\n" in text
    assert 'title: "MEADOW: Conference on Meadows"' in text
    assert 'description: "3 papers from Conference on Meadows, 2021–2023' in text
    assert "venues/meadow/papers.bib" in text


def test_many_spellings_are_folded() -> None:
    spellings = tuple(f"Meadows {number}" for number in range(30))
    many = KnownVenue("m", Text("Meadows"), "Meadows", "journal", ("a",), spellings)
    text = rendered(catalogue({"a": (2021, "", "")}, (many,)))["venues/m.md"]
    assert "Meadows 5 and 24 more." in text
    assert "<li>Meadows 29</li>" in text


def test_a_venue_of_one_paper_has_no_line_of_years_and_names_nobody() -> None:
    one = catalogue({"a": (2021, "", "ada")}, (venue("m", "Meadows", ("a",)),))
    text = rendered(one)["venues/m.md"]
    assert "<svg" not in text
    assert "###" not in text
    assert 'class="ways"' not in text


def test_venues_are_listed_by_kind_the_largest_first_and_those_of_one_paper_apart() -> None:
    papers = {f"p{n}": (2020 + n, "", "") for n in range(7)}
    text = rendered(
        catalogue(
            papers,
            (
                venue("a", "Alps", ("p0",)),
                venue("b", "Barns", ("p1", "p2")),
                venue("c", "Cows", ("p3", "p4", "p5"), "COWS"),
                venue("d", "Journal of Dung", ("p6",), kind="journal"),
            ),
        )
    )["venues/index.md"]
    lines = re.findall(r"^- \[(.*?)\]\(.*?<b>(\d+)</b>", text, re.MULTILINE)
    assert lines == [("COWS", "3"), ("Barns", "2"), ("Journal of Dung", "1")]
    assert '<span class="span">2023–2025</span><b>3</b>' in text
    assert '<summary>1 with one paper</summary><ul><li><a href="a/">Alps</a>' in text
    assert re.findall(r"^## (\w+)", text, re.MULTILINE) == ["Conferences", "Journals"]
    assert "venues, those with most papers first.\n" in text


def test_very_many_venues_go_over_pages_by_name() -> None:
    count = LINES + 50
    papers = {f"p{n}": (2020, "", "") for n in range(2 * count)}
    venues = tuple(
        venue(f"v{n}", f"{'ABC'[n % 3]} {n:04}", (f"p{2 * n}", f"p{2 * n + 1}"))
        for n in range(count)
    )
    made = rendered(catalogue(papers, venues))
    first, names, second = (made[f"venues/{name}.md"] for name in ("index", "all/1", "all/2"))
    assert first.count("\n- [") == MOST_OF_A_KIND
    assert "[All venues by name](all/1.md)" in first
    assert names.count("\n- [") == LINES
    assert second.count("\n- [") == 50
    assert "**A to C** [C to C](2.md)" in names
    assert "[A 0000](../v0.md)" in names


def test_a_catalogue_without_venues_or_years_says_so() -> None:
    made = rendered(catalogue({"a": (None, "sheep", "")}))
    assert "is not known yet" in made["venues/index.md"]
    assert "is not known yet" in made["years/index.md"]
    assert "<table" not in made["years/index.md"]
    assert not any(re.match(r"(?:venues|years)/(?!index)", path) for path in made)
    front = made["index.md"]
    assert "venues" not in front
    assert "years" not in front
    assert 'id="newest"' not in front
    assert "#newest" not in front
    topic = made["topics/sheep.md"]
    assert "<svg" not in topic
    assert "topics/sheep/newest.md" not in made


def test_a_year_lists_its_papers_by_area_and_by_title() -> None:
    made = rendered(MEADOW)
    text, by_title = made["years/2023.md"], made["years/2023/by-title.md"]
    assert order_of(text) == ["b", "e", "c"]
    assert re.findall(r"^### (.*?) \{", text, re.MULTILINE) == ["Animals", "Crafts"]
    assert "In order: **by area** · [by title](2023/by-title.md)" in text
    assert order_of(by_title) == ["b", "c", "e"]
    assert "robots: noindex" in by_title
    assert "robots" not in text
    assert '[← 2021](../years/2021.md) <span class="count">1</span>' in text
    assert "→" not in text
    assert "[2023 →](../years/2023.md)" in made["years/2021.md"]
    assert '<a href="../../venues/meadow/">MEADOW</a> <span class="count">1</span>' in text
    assert (
        '<a class="topic" data-area="2" href="../../topics/kilns/">Kilns</a>'
        ' <span class="count">1</span>' in text
    )
    assert 'class="ways"' not in by_title


def test_a_year_with_known_months_is_listed_the_newest_first_too() -> None:
    months = {"a": (Date(2023, 3), "sheep", ""), "b": (Date(2023, 11, 2), "sheep", "")}
    made = rendered(catalogue({**months, "c": (2023, "kilns", "")}))
    assert order_of(made["years/2023/newest.md"]) == ["b", "a", "c"]
    assert "years/2023/by-title.md" not in made


def test_a_year_of_one_paper_has_one_order() -> None:
    text = rendered(MEADOW)["years/2021.md"]
    assert "In order" not in text
    assert "###" not in text


def test_a_year_says_what_is_more_than_in_the_years_before() -> None:
    papers = {f"a{n:02}": (2021, "sheep", "") for n in range(20)}
    papers |= {f"b{n:02}": (2022, "kilns", "") for n in range(20)}
    text = rendered(catalogue(papers))["years/2022.md"]
    more = re.search(r"^Larger share than in 2021: (.*)$", text, re.MULTILINE)
    less = re.search(r"^Smaller share than in 2021: (.*)$", text, re.MULTILINE)
    assert more
    assert "Kilns" in more[1]
    assert "100 %, was 0 %" in more[1]
    assert less
    assert "Sheep" in less[1]
    assert "0 %, was 100 %" in less[1]
    assert "share than" not in rendered(catalogue(papers))["years/2021.md"]


def test_the_list_of_years_has_a_bar_for_each_and_leads_to_papers_of_none() -> None:
    text = rendered(MEADOW)["years/index.md"]
    assert re.findall(r'<th scope="row"><a href="(\d+)/">', text) == ["2023", "2021"]
    assert 'width="100.0%"' in text
    assert 'width="33.3%"' in text
    assert "For [1 paper](../search.md?year=unknown) the year is not known." in text
    assert "../topics/sheep/" in text


def test_a_topic_has_papers_per_year_and_an_order_by_year() -> None:
    made = rendered(MEADOW)
    text, newest = made["topics/sheep.md"], made["topics/sheep/newest.md"]
    assert "<title>2021: 1 paper</title>" in text
    assert 'href="newest/#part-2023"' in text
    assert "[newest first](sheep/newest.md)" in text
    assert order_of(newest) == ["b", "a"]
    assert "robots: noindex" in newest
    assert "<svg" not in newest


def test_a_topic_of_one_year_has_no_order_by_year() -> None:
    assert "topics/kilns/newest.md" not in rendered(MEADOW)


def test_the_front_page_names_what_is_newest_and_every_way_in() -> None:
    front = rendered(MEADOW)["index.md"]
    newest = front[front.index("## Newest") :]
    assert order_of(newest) == ["b", "c", "e", "a"]
    assert "**3**&nbsp;[authors](authors/index.md) · **1**&nbsp;[venue](venues/index.md)" in front
    assert "**2**&nbsp;[years](years/index.md)" in front


def test_the_same_papers_are_not_listed_as_newest_and_as_latest_additions() -> None:
    def added(paper: Paper, day: int) -> Paper:
        return given.changed(paper, added=dt.date(2024, 1, day))

    two = tuple(given.paper(i, f"Paper {i}", year=2020) for i in "ab")
    same = Catalogue(tuple(added(paper, 1) for paper in two))
    assert "## Latest additions" not in rendered(same)["index.md"]
    other = Catalogue((added(two[0], 1), two[1]))
    front = rendered(other)["index.md"]
    assert "## Newest" in front
    assert "## Latest additions" in front


def test_programs_are_told_what_a_venue_and_a_year_are() -> None:
    settings = Settings(**{**vars(SETTINGS), "url": "https://example.org/c/"})
    made = rendered(MEADOW, settings)

    def told(path: str) -> dict[str, object]:
        found = re.search(r'^head: (".*")$', made[path], re.MULTILINE)
        assert found
        script = json.loads(found[1])
        page: dict[str, object] = json.loads(script[script.index(">") + 1 : -9])["@graph"][0]
        return page

    page = told("venues/meadow.md")
    assert page["url"] == "https://example.org/c/venues/meadow/"
    assert page["about"] == {
        "@type": "EventSeries",
        "name": "Conference on Meadows",
        "alternateName": ["MEADOW", "Proc. of Conference on Meadows"],
    }
    assert told("years/2023.md")["temporalCoverage"] == "2023"
    assert told("years/2023.md")["mainEntity"] == {"@type": "ItemList", "numberOfItems": 3}


def test_hostile_names_of_venues_show_as_they_are() -> None:
    name = '<script>alert(1)</script> [x](y) {{ z }} "q" *b*'
    made = rendered(catalogue({"a": (2021, "", "")}, (venue("h", name, ("a",), kind="other"),)))
    for path in ("venues/h.md", "venues/index.md"):
        body = made[path].split("---", 2)[2]
        assert "<script" not in body
        assert "&lt;script&gt;" in body
        assert "[x](y)" not in body
