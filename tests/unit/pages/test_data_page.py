"""The page of downloads: every file there is, how large it is, and what is in it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from generator.catalogue import Catalogue
from generator.formats import downloads, offered_of_all, paper_fields
from generator.language import ENGLISH
from generator.model import Area, Assignment, MadeFile, StandingSearch, Topic
from generator.pages import Page
from generator.pages.kinds import data
from generator.pages.renderer import Renderer
from generator.values.text import Text
from tests import given
from tests.laid_out import SETTINGS, article, text_of

TEA = Topic("tea", Text("Tea | <b>cakes</b>"), Text(), "kitchen")
SALT = Topic("salt", Text("Salt"), Text(), "kitchen")
AREAS = (Area("kitchen", Text("Kitchen"), Text(), (TEA, SALT)),)
KETTLES = given.paper("kettles", "Kettles", added=dt.date(2022, 3, 4))
CATALOGUE = Catalogue((KETTLES,), areas=AREAS, assignments={"kettles": (Assignment("tea", 1.0),)})
SEARCHES = (
    StandingSearch("new", "New | <b>kettles</b>", 'kettles "a b"', "About *tea*.", ("kettles",)),
    StandingSearch("none", "None", "wool", "", ()),
)
KEEPING = replace(CATALOGUE, searches=SEARCHES)


def offered(catalogue: Catalogue, size: int = 1) -> list[MadeFile]:
    files = downloads(catalogue, SETTINGS)
    return [MadeFile(file.path, file.origin, size, "") for file in files]


def made(catalogue: Catalogue, size: int = 1) -> Page:
    (page,) = data.generate(Renderer(catalogue, SETTINGS, offered(catalogue, size)), [None])
    assert page.path == "data/index.md"
    return page


def page(catalogue: Catalogue) -> str:
    return article(made(catalogue))


@pytest.mark.parametrize("catalogue", [CATALOGUE, Catalogue(()), KEEPING])
def test_every_file_there_is_and_no_other_is_linked(catalogue: Catalogue) -> None:
    there = {file.path for file in downloads(catalogue, SETTINGS) if file.path.startswith("data/")}
    asked = {"?q=kettles+%22a+b%22", "?q=wool"} if catalogue.searches else set()
    new = {"new/"} if catalogue.latest else set()
    found = set(re.findall(r'href="/([^"]+)"', page(catalogue)))
    topics = {f"topics/{slug}/" for slug in catalogue.topics}
    assert found == there | topics | new | {f"search/{query}" for query in asked}
    found = set(re.findall(r"\]\(/([^)]+)\)", text_of(made(catalogue))))
    new = {f"{path}index.md" for path in new}
    topics = {f"topics/{slug}.md" for slug in catalogue.topics}
    assert found == there | topics | new | {f"search.md{query}" for query in asked}


def test_every_field_of_papers_json_is_explained() -> None:
    text = page(CATALOGUE)
    names = [name for name, _ in paper_fields(ENGLISH)]
    assert {"id", "links", "related"} <= set(names)
    rows = re.findall(r"<tr><td>(.*?)</td><td>(.*?)</td></tr>", text.partition(">Fields<")[2])
    assert [name for name, _ in rows] == names
    assert all(what.strip() for _, what in rows)


def test_sizes_are_those_of_the_files() -> None:
    found = made(CATALOGUE, 1_234_567)
    count = len(offered_of_all(SETTINGS.exports).formats)
    assert article(found).count("<td>1.2&nbsp;MB</td>") == count
    assert text_of(found).count("| 1.2 MB |") == count


def test_a_topics_name_cannot_break_its_row() -> None:
    assert 'Tea | &lt;b&gt;cakes&lt;/b&gt;</a> <span class="count">1</span></td>' in page(CATALOGUE)
    (row,) = (line for line in text_of(made(CATALOGUE)).splitlines() if "topics/tea.md" in line)
    assert row.replace("&#124;", "").count("|") == 3
    assert "<b>" not in row
    assert "(1)" in row


def test_a_search_says_what_it_is_for_and_how_much_it_finds() -> None:
    text = page(KEEPING)
    assert (
        'New | &lt;b&gt;kettles&lt;/b&gt;</a> <span class="count">1</span><br>About *tea*.<' in text
    )
    assert '>None</a> <span class="count">0</span></td>' in text
    (row,) = (line for line in text_of(made(KEEPING)).splitlines() if "searches/new/" in line)
    assert "(1)<br>About \\*tea\\*. |" in row
    assert "By search" not in page(CATALOGUE) + text_of(made(CATALOGUE))


def test_empty_feeds_are_explained() -> None:
    sentence = "So far the feeds are empty"
    assert sentence not in page(CATALOGUE)
    assert sentence in page(Catalogue((given.changed(KETTLES, added=None),)))


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (71_400, "71 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (1_234_567, "1.2 MB"),
        (31_670_000, "32 MB"),
        (2_500_000_000, "2.5 GB"),
    ],
)
def test_a_size_is_said_as_people_say_it(size: int, said: str) -> None:
    assert ENGLISH.size(size) == said


def test_the_page_says_what_it_is_made_of() -> None:
    assert made(CATALOGUE).origin
