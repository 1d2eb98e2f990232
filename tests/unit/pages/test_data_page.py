"""The page of downloads: every file there is, how large it is, and what is in it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.exports import Exports
from generator.figures.wording import readable_size
from generator.formats import downloads, offered_of_all, paper_fields
from generator.model import Area, Assignment, Person, Topic
from generator.pages.kinds import data
from generator.pages.renderer import Renderer
from generator.settings import Settings
from generator.values.text import Text
from tests import given
from tests.unit.pages.test_pages import SETTINGS

TEA = Topic("tea", Text("Tea | <b>cakes</b>"), Text(), "kitchen")
SALT = Topic("salt", Text("Salt"), Text(), "kitchen")
AREAS = (Area("kitchen", Text("Kitchen"), Text(), (TEA, SALT)),)
KETTLES = given.paper("kettles", "Kettles", added=dt.date(2022, 3, 4))
CATALOGUE = Catalogue((KETTLES,), areas=AREAS, assignments={"kettles": (Assignment("tea", 1.0),)})


NOTHING = replace(
    SETTINGS,
    exports=Exports.model_validate(
        dict.fromkeys(("whole", "topics", "authors", "venues", "years"), False)
    ),
)


def page(catalogue: Catalogue, settings: Settings = SETTINGS) -> str:
    (made,) = data.generate(Renderer(catalogue, settings, list(downloads(catalogue, settings))))
    assert made.path == "data/index.md"
    return made.data.decode()


def linked(text: str) -> set[str]:
    return {f"data/{target}" for target in re.findall(r"\]\(([^)]+)\)", text)}


@pytest.mark.parametrize("catalogue", [CATALOGUE, Catalogue(())])
@pytest.mark.parametrize(
    "wishes",
    [{}, {"topics": True, "whole": True}, {"topics": False}, {"whole": False, "topics": ["csv"]}],
)
def test_every_file_there_is_and_no_other_is_linked(
    catalogue: Catalogue, wishes: dict[str, Any]
) -> None:
    settings = replace(SETTINGS, exports=Exports.model_validate(wishes))
    there = {file.path for file in downloads(catalogue, settings)}
    shown = catalogue.topics if wishes.get("topics") is not False else ()
    pages = {f"data/../topics/{slug}.md" for slug in shown}
    assert linked(page(catalogue, settings)) == there | pages


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({}, "\n- each [author](../authors/index.md) with 3 papers or more: BibTeX and Atom\n"),
        ({"authors": True}, "with 3 papers or more: JSON, JSONL, CSV, BibTeX, RIS, CSL, Atom and"),
        ({"authors": ["ris"]}, "with 3 papers or more: RIS\n"),
    ],
)
def test_the_page_says_what_groups_have(wishes: dict[str, Any], said: str) -> None:
    settings = replace(SETTINGS, exports=Exports.model_validate(wishes))
    (name,) = given.paper("x", "X", authors=("Ada Example",)).work.authors
    ada = Person("ada-example", name, ("kettles",))
    text = page(replace(CATALOGUE, people=(ada,)), settings)
    assert said in text
    assert "author](" not in page(replace(CATALOGUE, people=(ada,)), NOTHING)


def test_the_page_says_where_abstracts_are() -> None:
    wish = replace(SETTINGS, exports=Exports(abstracts=True))
    usual, everywhere = page(CATALOGUE), page(CATALOGUE, wish)
    assert "Abstracts are in the files that say so; all others" in usual
    assert "JSON Lines of topics are without abstract, entries and related." in usual
    assert "All files have the abstracts that are known" in everywhere
    assert "JSON Lines of topics are without entries and related." in everywhere


def test_every_field_of_papers_json_is_explained() -> None:
    text = page(CATALOGUE)
    names = [name for name, _ in paper_fields()]
    assert {"id", "links", "related"} <= set(names)
    rows = re.findall(r"^\| ([\w\\]+) \| (.+) \|$", text.partition("## Fields")[2], re.MULTILINE)
    assert [name.replace("\\_", "_") for name, _ in rows[1:]] == names
    assert all(what.strip() for _, what in rows)


def test_sizes_are_those_of_the_files() -> None:
    files = [replace(file, data=b"x" * 1234567) for file in downloads(CATALOGUE, SETTINGS)]
    (made,) = data.generate(Renderer(CATALOGUE, SETTINGS, files))
    text = made.data.decode()
    assert len(re.findall(r"^\| .* \| 1\.2&nbsp;MB \| ", text, re.MULTILINE)) == len(
        offered_of_all(SETTINGS.exports).formats
    )


def test_a_topics_name_cannot_break_its_row() -> None:
    (row,) = (line for line in page(CATALOGUE).splitlines() if "topics/tea.md" in line)
    assert row.replace("&#124;", "").count("|") == 3
    assert "<b>" not in row
    assert '<span class="count">1</span>' in row


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
    assert readable_size(size) == said


def test_the_page_says_what_it_is_made_of() -> None:
    (made,) = data.generate(Renderer(CATALOGUE, SETTINGS))
    assert made.origin
