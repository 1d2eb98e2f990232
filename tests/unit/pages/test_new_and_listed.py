"""The pages of what is new and of what was listed: by week, month and day, and none without."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace

from generator.catalogue import Catalogue
from generator.language import Language
from generator.language.cldr import forms_of
from generator.pages import Renderer
from generator.pages.kinds import month as month_kind
from generator.pages.lists import CARDS_PER_PAGE
from generator.values.count import Count
from generator.values.paper import Entry, Paper
from tests import given
from tests.laid_out import SETTINGS, article, articles, made, texts, words


def added(id_: str, day: str) -> Paper:
    return given.paper(id_, f"Paper {id_}", added=dt.date.fromisoformat(day))


def listed(id_: str, *entries: tuple[str, int, str]) -> Paper:
    return given.paper(id_, f"Paper {id_}", entries=tuple(Entry(*entry) for entry in entries))


def catalogue(*papers: Paper) -> Catalogue:
    return Catalogue(tuple(sorted(papers, key=lambda paper: paper.id)))


#: A week over New Year, one before it, and a paper of which nobody says when it was added.
ADDED = catalogue(
    added("a", "2026-12-31"),
    added("b", "2027-01-03"),
    added("c", "2026-12-20"),
    given.paper("d", "Paper d"),
)
LISTED = catalogue(
    listed("a", ("x.txt", 9, "Mar 12"), ("y.txt", 1, "2026-05-01")),
    listed("b", ("x.txt", 2, "12 March"), ("y.txt", 5, "Mar 12")),
    listed("c", ("x.txt", 5, "Mar 11"), ("y.txt", 9, ""), ("z.txt", 1, "")),
    listed("d", ("z.txt", 3, "Feb 30")),
)


def order_of(html: str) -> list[str]:
    return re.findall(r'<li class="card"><a data-paper="([^"]+)"', html)


def headings(html: str) -> list[str]:
    return [words(found) for found in re.findall(r"<h[1-3].*?</h[1-3]>", html)]


def test_what_is_new_stands_under_its_week_the_latest_first() -> None:
    text = articles(ADDED)["new/index.md"]
    assert headings(text) == [
        "What is new",
        "Week of 28 December 2026 2",
        "Week of 14 December 2026 1",
        "By month",
    ]
    assert order_of(text) == ["b", "a", "c"]
    assert '<a href="/new/2027-01/">January 2027</a> <span class="count">1</span>' in text
    assert '<a href="/data/feed.xml">Atom</a> or <a href="/data/feed.json">JSON Feed</a>' in text
    assert "/listed/" not in text


def test_a_week_of_two_months_stands_in_both_with_the_papers_of_each() -> None:
    pages = articles(ADDED)
    january, december = pages["new/2027-01.md"], pages["new/2026-12.md"]
    assert headings(january) == ["Added in January 2027", "1 paper", "Week of 28 December 2026"]
    assert order_of(january) == ["b"]
    assert headings(december)[2:] == ["Week of 28 December 2026", "Week of 14 December 2026"]
    assert order_of(december) == ["a", "c"]
    # Of one week there is no way to a part.
    assert "#part-" not in january
    assert december.count('href="/new/2026-12/#part-week-of-') == 2
    assert '← <a href="/new/2026-12/">December 2026</a> <span class="count">2</span>' in january
    assert '<a href="/new/2027-01/">January 2027</a> →' in december
    assert made(ADDED)["new/2026-12.md"].updated == dt.date(2026, 12, 31)


def test_of_547_papers_of_one_day_some_are_shown_and_the_month_has_all_over_pages() -> None:
    many = catalogue(*(added(f"p{number:03}", "2026-11-21") for number in range(547)))
    pages = articles(many)
    new = pages["new/index.md"]
    assert len(order_of(new)) == 50
    assert "These are 50 of the 547 papers of the week; all are in November 2026." in words(new)
    parts = [path for path in pages if path.startswith("new/2026-11")]
    assert len(parts) == -(-547 // CARDS_PER_PAGE)
    assert sorted(i for path in parts for i in order_of(pages[path])) == [p.id for p in many.papers]


def test_where_nobody_says_when_papers_were_added_nothing_leads_to_what_is_new() -> None:
    pages = articles(LISTED)
    assert not [path for path in pages if path.startswith("new/")]
    assert not [path for path, html in pages.items() if 'href="/new/' in html]


def test_a_paper_leads_to_the_month_in_which_it_was_added_and_to_the_days_of_its_lists() -> None:
    page = articles(ADDED)["papers/b.md"]
    assert 'Added to the catalogue on <a href="/new/2027-01/">3 January 2027</a>.' in page
    page = articles(LISTED)["papers/b.md"]
    assert 'y.txt, line 5, saved <a href="/listed/03-12/">Mar 12</a>' in page
    text = texts(ADDED)["papers/b.md"]
    assert "Added to the catalogue on [3 January 2027](/new/2027-01.md)." in text


def test_a_dated_list_is_as_it_was_each_source_by_itself() -> None:
    text = articles(LISTED)["listed/03-12.md"]
    assert headings(text) == ["Listed on 12 March", "2 papers", "x.txt", "y.txt"]
    assert order_of(text) == ["b", "a", "b"]
    assert '← <a href="/listed/03-11/">11 March</a> <span class="count">1</span>' in text
    may = articles(LISTED)["listed/2026-05-01.md"]
    assert headings(may)[0] == "Listed on 1 May 2026"
    # Nobody knows which days of no year were before it.
    assert re.findall(r'href="(/listed/[^"]*)"', may) == ["/listed/"]
    assert headings(articles(LISTED)["listed/feb-30.md"])[0] == "Listed on Feb 30"


def test_days_stand_under_their_years_by_time() -> None:
    text = articles(LISTED)["listed/index.md"]
    ways = re.findall(r'<a href="/listed/([^"]*)/">([^<]*)</a> <span class="count">(\d+)', text)
    assert ways == [
        ("2026-05-01", "1 May 2026", "1"),
        ("03-12", "12 March", "2"),
        ("03-11", "11 March", "1"),
        ("feb-30", "Feb 30", "1"),
    ]
    assert headings(text)[1:4] == ["By day", "2026", "Year not known"]


def test_many_days_have_further_pages() -> None:
    start = dt.date(2026, 1, 1).toordinal()
    days = [dt.date.fromordinal(start + number).isoformat() for number in range(130)]
    pages = articles(catalogue(*(listed(f"p{day}", ("x.txt", 1, day)) for day in days)))
    counts = [
        len(re.findall(r'href="/listed/2026', pages[path]))
        for path in ("listed/index.md", "listed/all/2.md", "listed/all/3.md")
    ]
    assert counts == [60, 60, 10]


def test_papers_in_several_listings_stand_under_their_number_and_nothing_without() -> None:
    pages = articles(LISTED)
    assert order_of(pages["listed/index.md"]) == ["c", "a", "b"]
    most = pages["listed/most.md"]
    assert headings(most) == ["In most listings", "3 papers", "In 3 listings", "In 2 listings"]
    assert order_of(most) == ["c", "a", "b"]
    single = articles(catalogue(listed("a", ("x.txt", 1, "Mar 12"))))
    assert "listed/most.md" not in single
    assert "In most listings" not in single["listed/index.md"]


def test_where_nothing_was_listed_nothing_leads_there() -> None:
    pages = articles(ADDED)
    assert not [path for path in pages if path.startswith("listed/")]
    assert not [path for path, html in pages.items() if 'href="/listed/' in html]


def test_what_rises_says_how_often_it_was_counted_by_whom_and_since_when() -> None:
    entry = Entry("x.json", 1, "2026-05-01", counts=(Count("upvotes", 1234, "Barn & Fold"),))
    cited = Entry("y.json", 1, counts=(Count("citations", 1, "Pen"),))
    found = catalogue(
        given.paper("a", "Paper a", entries=(entry,)),
        given.paper("b", "Paper b", entries=(cited,), year=2024),
    )
    text = articles(found)["listed/index.md"]
    assert '<span class="aside">1,234 upvotes (Barn &amp; Fold) since 1 May 2026</span>' in text
    assert '<span class="aside">1 citation (Pen) since 2024</span>' in text
    assert "(1,234 upvotes (Barn & Fold) since 1 May 2026)" in texts(found)[
        "listed/index.md"
    ].replace("\\", "").replace("&amp;", "&")


def test_the_front_page_leads_on_to_both() -> None:
    front = articles(LISTED)["index.md"]
    assert '<p><a href="/listed/">All that was listed</a></p>' in front
    both = catalogue(*ADDED.papers[:2], replace(LISTED.papers[2], id="z"))
    assert (
        '<a href="/new/">What is new</a>, <a href="/listed/">What was listed</a>'
        in articles(both)["index.md"]
    )
    plain = articles(catalogue(given.paper("a", "Paper a")))["index.md"]
    assert "Week by week" not in plain


def test_weeks_and_months_are_said_in_the_language_of_the_site() -> None:
    german = Language("de", {"Week of {day}": ("Woche vom {day}",)}, forms=forms_of("de"))
    pages = month_kind.generate(Renderer(ADDED, SETTINGS, language=german), ["2026-12"])
    (page,) = list(pages)
    assert page.title == "Added in Dezember 2026"
    assert "Woche vom 14. Dezember 2026" in words(article(page))


def test_programs_are_told_the_name_the_number_and_the_way_to_a_list() -> None:
    head = made(LISTED)["listed/03-12.md"].head
    found = json.loads(re.findall(r"<script[^>]*>(.*?)</script>", head)[0])
    told = found["@graph"][0] if "@graph" in found else found
    assert (told["@type"], told["name"]) == ("CollectionPage", "Listed on 12 March")
    assert told["mainEntity"]["numberOfItems"] == 2
