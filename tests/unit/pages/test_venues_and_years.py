"""The pages of venues and years, the orders of topics by year, and what is newest."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.model import Area, Assignment, KnownVenue, Person, Topic
from generator.pages.kinds.venues import LINES, MOST_OF_A_KIND
from generator.settings import Settings
from generator.values.date import Date
from generator.values.paper import Paper
from generator.values.text import Text
from generator.values.venue import VenueKind
from tests import given
from tests.laid_out import SETTINGS, articles, made, texts, words

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
    text = articles(MEADOW)["venues/meadow.md"]
    assert order_of(text) == ["b", "a", "d"]
    assert re.findall(r"<h3 [^>]*>(.*?)</h3>", text) == ["2023", "2021", "Year not known"]
    assert '<a href="/venues/meadow/#part-2021">2021</a>' in text
    assert '<a href="#part-2023" tabindex="-1"><title>2023: 1 paper</title>' in text
    rows = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", text))
    assert list(rows) == ["Topics", "Authors"]
    assert (
        '<a class="topic" data-area="1" href="/topics/sheep/">Sheep</a>'
        ' <span class="count">2</span>' in rows["Topics"]
    )
    assert re.findall(r"authors/(\w+)/", rows["Authors"]) == ["ada", "ben"]


def test_a_venue_says_its_short_and_its_whole_name_kind_and_other_spellings() -> None:
    text, in_markdown = articles(MEADOW)["venues/meadow.md"], texts(MEADOW)["venues/meadow.md"]
    assert ">MEADOW</h1>" in text
    assert '<p class="summary">Conference on Meadows</p>' in text
    assert '<p class="crumbs"><a href="/venues/">Venues</a> › Conference</p>' in text
    assert ">Also called Proc. of Conference on Meadows.</p>" in text
    assert "venues/meadow/papers.bib" in text
    assert in_markdown.startswith(
        "# MEADOW\n\n[Venues](/venues/index.md) › Conference\n\nConference on Meadows\n\n"
        "Also called Proc. of Conference on Meadows.\n\n"
    )
    page = made(MEADOW)["venues/meadow.md"]
    assert page.title == "MEADOW: Conference on Meadows"
    assert page.description.startswith("3 papers from Conference on Meadows, 2021–2023")


def test_the_markdown_of_a_venue_says_its_figures_as_lists_and_links_no_people() -> None:
    text = texts(MEADOW)["venues/meadow.md"]
    assert "- Topics: [Sheep](/topics/sheep.md) (2), [Cows](/topics/cows.md) (1)\n" in text
    assert "- Authors: Ada Example (2), Ben Example (1)\n" in text
    assert "Papers per year: 2021 (1), 2023 (1).\n" in text
    assert "### 2023\n\n- **[Paper b](/papers/b.md)**, by Ada Example (MEADOW 2023)\n" in text
    assert "[BibTeX](/data/venues/meadow/papers.bib)" in text
    assert "<" not in text
    assert "(/authors/" not in text


def test_many_spellings_are_folded() -> None:
    spellings = tuple(f"Meadows {number}" for number in range(30))
    many = KnownVenue("m", Text("Meadows"), "Meadows", "journal", ("a",), spellings)
    text = articles(catalogue({"a": (2021, "", "")}, (many,)))["venues/m.md"]
    assert "Meadows 5 and 24 more." in text
    assert "<li>Meadows 29</li>" in text


def test_a_venue_of_one_paper_has_no_line_of_years_and_names_nobody() -> None:
    one = catalogue({"a": (2021, "", "ada")}, (venue("m", "Meadows", ("a",)),))
    text = articles(one)["venues/m.md"]
    assert "<svg" not in text
    assert "###" not in text
    assert 'class="ways"' not in text


def test_venues_are_listed_by_kind_the_largest_first_and_those_of_one_paper_apart() -> None:
    papers = {f"p{n}": (2020 + n, "", "") for n in range(7)}
    text = articles(
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
    lines = re.findall(
        r'<li><a [^>]*>([^<]*)</a> <span class="count"><span class="span">.*?</span><b>(\d+)<', text
    )
    assert lines == [("COWS", "3"), ("Barns", "2"), ("Journal of Dung", "1")]
    assert '<span class="span">2023–2025</span><b>3</b>' in text
    assert '<summary>1 with one paper</summary><ul><li><a href="/venues/a/">Alps</a>' in text
    assert re.findall(r'<h2 class="area"[^>]*>(\w+) ', text) == ["Conferences", "Journals"]
    assert "venues, those with most papers first.</p>" in text


def test_very_many_venues_go_over_pages_by_name() -> None:
    count = LINES + 50
    papers = {f"p{n}": (2020, "", "") for n in range(2 * count)}
    venues = tuple(
        venue(f"v{n}", f"{'ABC'[n % 3]} {n:04}", (f"p{2 * n}", f"p{2 * n + 1}"))
        for n in range(count)
    )
    pages = articles(catalogue(papers, venues))
    first, names, second = (pages[f"venues/{name}.md"] for name in ("index", "all/1", "all/2"))
    assert first.count("<li>") == MOST_OF_A_KIND
    assert '<a href="/venues/all/1/">All venues by name</a>' in first
    assert names.count("<li>") == LINES
    assert second.count("<li>") == 50
    assert '<strong>A to C</strong> <a href="/venues/all/2/">C to C</a>' in names
    assert '<a href="/venues/v0/">A 0000</a>' in names


def test_a_catalogue_without_venues_or_years_says_so() -> None:
    pages = articles(catalogue({"a": (None, "sheep", "")}))
    assert "is not known yet" in pages["venues/index.md"]
    assert "is not known yet" in pages["years/index.md"]
    assert "<table" not in pages["years/index.md"]
    assert not any(re.match(r"(?:venues|years)/(?!index)", path) for path in pages)
    front = pages["index.md"]
    assert "venues" not in front
    assert "years" not in front
    assert 'id="newest"' not in front
    assert "#newest" not in front
    topic = pages["topics/sheep.md"]
    assert "<svg" not in topic
    assert "topics/sheep/newest.md" not in pages


def test_a_year_lists_its_papers_by_area_and_by_title() -> None:
    pages = articles(MEADOW)
    text, by_title = pages["years/2023.md"], pages["years/2023/by-title.md"]
    assert order_of(text) == ["b", "e", "c"]
    assert re.findall(r"<h3 [^>]*>(.*?)</h3>", text) == ["Animals", "Crafts"]
    other = '<a href="/years/2023/by-title/">by title</a>'
    assert f"In order: <strong>by area</strong> · {other}</p>" in text
    assert order_of(by_title) == ["b", "c", "e"]
    assert made(MEADOW)["years/2023/by-title.md"].robots == "noindex"
    assert not made(MEADOW)["years/2023.md"].robots
    assert '<a href="/years/2021/">← 2021</a> <span class="count">1</span>' in text
    assert "→" not in text
    assert '<a href="/years/2023/">2023 →</a>' in pages["years/2021.md"]
    assert '<a href="/venues/meadow/">MEADOW</a> <span class="count">1</span>' in text
    assert (
        '<a class="topic" data-area="2" href="/topics/kilns/">Kilns</a>'
        ' <span class="count">1</span>' in text
    )
    assert 'class="ways"' not in by_title


def test_a_year_has_markdown_in_its_main_order_alone() -> None:
    found = texts(MEADOW)
    assert "years/2023/by-title.md" not in found
    text = found["years/2023.md"]
    assert text.startswith(
        "# Papers of 2023\n\n[Years](/years/index.md) · [← 2021](/years/2021.md) (1)\n\n- Topics: "
    )
    assert "- Venues: [MEADOW](/venues/meadow.md) (1)\n" in text
    assert re.findall(r"^### (.*)$", text, re.MULTILINE) == ["Animals", "Crafts"]
    assert re.findall(r"^- \*\*\[.*?\]\(/papers/(\w)\.md\)", text, re.MULTILINE) == ["b", "e", "c"]
    assert found["years/index.md"].endswith(
        "- [2023](/years/2023.md) (3), most on [Sheep](/topics/sheep.md) (1)\n"
        "- [2021](/years/2021.md) (1), most on [Sheep](/topics/sheep.md) (1)\n"
    )


def test_a_year_with_known_months_is_listed_the_newest_first_too() -> None:
    months = {"a": (Date(2023, 3), "sheep", ""), "b": (Date(2023, 11, 2), "sheep", "")}
    pages = articles(catalogue({**months, "c": (2023, "kilns", "")}))
    assert order_of(pages["years/2023/newest.md"]) == ["b", "a", "c"]
    assert "years/2023/by-title.md" not in pages


def test_a_year_of_one_paper_has_one_order() -> None:
    text = articles(MEADOW)["years/2021.md"]
    assert "In order" not in text
    assert "###" not in text


def test_a_year_says_what_is_more_than_in_the_years_before() -> None:
    papers = {f"a{n:02}": (2021, "sheep", "") for n in range(20)}
    papers |= {f"b{n:02}": (2022, "kilns", "") for n in range(20)}
    text = articles(catalogue(papers))["years/2022.md"]
    more = re.search(r"Larger share than in 2021: (.*)</p>", text)
    less = re.search(r"Smaller share than in 2021: (.*)</p>", text)
    assert more
    assert "Kilns" in more[1]
    assert "100 %, was 0 %" in more[1]
    assert less
    assert "Sheep" in less[1]
    assert "0 %, was 100 %" in less[1]
    assert "share than" not in articles(catalogue(papers))["years/2021.md"]


def test_the_list_of_years_has_a_bar_for_each_and_leads_to_papers_of_none() -> None:
    text = articles(MEADOW)["years/index.md"]
    assert re.findall(r'<th scope="row"><a href="/years/(\d+)/">', text) == ["2023", "2021"]
    assert 'width="100.0%"' in text
    assert 'width="33.3%"' in text
    unknown = '<a href="/search/?year=unknown">1 paper</a>'
    assert f"For {unknown} the year is not known.</p>" in text
    assert 'href="/topics/sheep/"' in text


def test_a_topic_has_papers_per_year_and_an_order_by_year() -> None:
    pages = articles(MEADOW)
    text, newest = pages["topics/sheep.md"], pages["topics/sheep/newest.md"]
    assert "<title>2021: 1 paper</title>" in text
    assert 'href="newest/#part-2023"' in text
    assert '<a href="/topics/sheep/newest/">newest first</a>' in text
    assert order_of(newest) == ["b", "a"]
    assert made(MEADOW)["topics/sheep/newest.md"].robots == "noindex"
    assert "<svg" not in newest


def test_a_topic_of_one_year_has_no_order_by_year() -> None:
    assert "topics/kilns/newest.md" not in articles(MEADOW)


def test_the_front_page_names_what_is_newest_and_every_way_in() -> None:
    front = articles(MEADOW)["index.md"]
    newest = front[front.index(">Newest</h2>") :]
    assert order_of(newest) == ["b", "c", "e", "a"]
    for number, noun, folder in (
        (3, "authors", "authors"),
        (1, "venue", "venues"),
        (2, "years", "years"),
    ):
        assert f'<strong>{number}</strong>&nbsp;<a href="/{folder}/">{noun}</a>' in front
    text = texts(MEADOW)["index.md"]
    assert "3 [authors](/authors/index.md) · 1 [venue](/venues/index.md) · 2 [years](/years" in text


def test_the_same_papers_are_not_listed_as_newest_and_as_latest_additions() -> None:
    def added(paper: Paper, day: int) -> Paper:
        return given.changed(paper, added=dt.date(2024, 1, day))

    two = tuple(given.paper(i, f"Paper {i}", year=2020) for i in "ab")
    same = Catalogue(tuple(added(paper, 1) for paper in two))
    assert ">Latest additions</h2>" not in articles(same)["index.md"]
    other = Catalogue((added(two[0], 1), two[1]))
    front = articles(other)["index.md"]
    assert ">Newest</h2>" in front
    assert ">Latest additions</h2>" in front


def test_programs_are_told_what_a_venue_and_a_year_are() -> None:
    settings = Settings(**{**vars(SETTINGS), "url": "https://example.org/c/"})
    pages = made(MEADOW, settings)

    def told(path: str) -> dict[str, object]:
        (script,) = re.findall(r"<script[^>]*>(.*?)</script>", pages[path].head)
        page: dict[str, object] = json.loads(script)["@graph"][0]
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
    hostile = catalogue({"a": (2021, "", "")}, (venue("h", name, ("a",), kind="other"),))
    for path in ("venues/h.md", "venues/index.md"):
        body, text = articles(hostile)[path], texts(hostile)[path]
        assert "<script" not in body + text
        assert "&lt;script&gt;" in body
        assert name in words(body)
        assert "[x](y)" not in text
        assert "&lt;script&gt;" in text
