"""What a list says of its papers to Zotero: OpenURLs with the keys that each type has."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import pytest

from generator.catalogue import Catalogue
from generator.citations.cited import cited
from generator.citations.coins import coins
from generator.values.date import Date
from generator.values.paper import Paper
from generator.values.work import TYPES
from tests import given
from tests.unit.citations.test_everything_known import FLOCKS

#: The keys of https://www.openurl.info/registry, formats journal, book, dissertation and dc.
_ANY = {"ctx_ver", "rft_val_fmt", "rft_id"}
_PEOPLE = {"rft.aulast", "rft.aufirst", "rft.au"}
_PAGES = {"rft.spage", "rft.epage", "rft.pages"}
KEYS = {
    "journal": _ANY | _PEOPLE | _PAGES
    | {f"rft.{key}" for key in ("genre", "atitle", "jtitle", "stitle", "volume", "issue", "date")},
    "book": _ANY | _PEOPLE | _PAGES
    | {f"rft.{key}" for key in ("genre", "atitle", "btitle", "series", "pub", "date")},
    "dissertation": _ANY | _PEOPLE
    | {f"rft.{key}" for key in ("title", "inst", "degree", "date")},
    "dc": _ANY | {f"rft.{key}" for key in (
        "type", "title", "creator", "source", "publisher", "language", "date")},
}  # fmt: skip


def said_of(paper: Paper) -> list[tuple[str, str]]:
    text = coins(cited(Catalogue((paper,)), paper))
    return parse_qsl(text, keep_blank_values=True, strict_parsing=True)


def said(**fields: Any) -> dict[str, str]:
    return dict(said_of(given.paper("sheep", "Counting sheep", **fields)))


def format_of(found: dict[str, str]) -> str:
    before, _, name = found["rft_val_fmt"].rpartition(":")
    assert before == "info:ofi/fmt:kev:mtx"
    return name


def test_a_paper_of_a_conference_says_all_that_is_known() -> None:
    assert said_of(FLOCKS) == [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "proceeding"),
        ("rft.atitle", "Counting flocks"),
        ("rft.btitle", "Proceedings of the First Conference on Sheep & Goats"),
        ("rft.pub", "Invented Society"),
        ("rft.spage", "112"),
        ("rft.epage", "119"),
        ("rft.date", "2024-03-12"),
        ("rft.aulast", "Quill"),
        ("rft.aufirst", "Ada"),
        ("rft.au", "Quill, Ada"),
        ("rft.au", "van Pond, Ludwig"),
        ("rft_id", "info:doi/10.1234/flocks"),
        ("rft_id", "https://doi.org/10.1234/flocks"),
    ]


@pytest.mark.parametrize(
    ("fields", "form", "keys"),
    [
        ({"type": "article-journal", "venue": "J. Wool", "container_title": "Journal of Wool",
          "volume": "12", "issue": "3", "pages": "e7"}, "journal",
         {"rft.genre": "article", "rft.atitle": "Counting sheep", "rft.jtitle": "Journal of Wool",
          "rft.stitle": "J. Wool", "rft.volume": "12", "rft.issue": "3", "rft.pages": "e7"}),
        ({"type": "chapter", "container_title": "All of Wool"}, "book",
         {"rft.genre": "bookitem", "rft.atitle": "Counting sheep", "rft.btitle": "All of Wool"}),
        ({"type": "book", "venue": "Wool Press", "container_title": "Woollen Books"}, "book",
         {"rft.genre": "book", "rft.btitle": "Counting sheep", "rft.series": "Woollen Books",
          "rft.pub": "Wool Press"}),
        ({"type": "report", "publisher": "Institute of Wool"}, "book",
         {"rft.genre": "report", "rft.btitle": "Counting sheep", "rft.pub": "Institute of Wool"}),
        ({"type": "thesis", "publisher": "University of Wool", "note": "Master's thesis"},
         "dissertation",
         {"rft.title": "Counting sheep", "rft.inst": "University of Wool",
          "rft.degree": "Master’s thesis"}),
        ({"arxiv": "3101.00001", "language": "de"}, "dc",
         {"rft.type": "preprint", "rft.title": "Counting sheep", "rft.publisher": "arXiv",
          "rft.language": "de", "rft_id": "https://arxiv.org/abs/3101.00001"}),
        ({"venue": "bioRxiv"}, "dc", {"rft.type": "preprint", "rft.publisher": "bioRxiv"}),
        ({"type": "software"}, "dc", {"rft.type": "computerProgram"}),
        ({}, "dc", {"rft.type": "document", "rft.title": "Counting sheep"}),
        ({"venue": "Flock"}, "dc", {"rft.source": "Flock"}),
        ({"year": Date(2031, 3)}, "dc", {"rft.date": "2031-03"}),
        ({"year": 2031}, "dc", {"rft.date": "2031"}),
    ],
)  # fmt: skip
def test_each_type_has_the_keys_of_its_format(
    fields: dict[str, Any], form: str, keys: dict[str, str]
) -> None:
    found = said(**fields)
    assert format_of(found) == form
    assert {key: found.get(key) for key in keys} == keys


@pytest.mark.parametrize("type_", TYPES)
def test_no_type_says_a_key_that_its_format_does_not_have(type_: str) -> None:
    found = said_of(given.changed(FLOCKS, type=type_, volume="12", issue="3"))
    assert {key for key, _ in found} <= KEYS[format_of(dict(found))]
    title = next(value for key, value in found if key in ("rft.title", "rft.atitle", "rft.btitle"))
    assert title == "Counting flocks"


def test_what_is_not_known_is_left_out() -> None:
    assert said() == {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
        "rft.type": "document",
        "rft.title": "Counting sheep",
    }


@pytest.mark.parametrize(
    ("author", "au", "first"),
    [
        ("Ada Quill", "Quill, Ada", "Ada"),
        ("Ada B. Quill", "Quill, Ada B.", "Ada B."),
        ("Laurens van der Schaf", "van der Schaf, Laurens", "Laurens"),
        # Zotero writes these given names in its own way, and would have the author twice.
        ("A.B. Quill", "Quill, A.B.", "A"),
        ("J.-P. Quill", "Quill, J.-P.", "J"),
        ("Quill, AB", "Quill, AB", "A"),
        ("A-B Quill", "Quill, A-B", "A"),
        ("D'Arcy Quill", "Quill, D'Arcy", "D"),
        ("Jean-Pierre Quill", "Quill, Jean-Pierre", "Jean-Pierre"),
        ("Élodie Quill", "Quill, Élodie", "Élodie"),
        ("É. Quill", "Quill, É.", "É"),
        # Nobody knows the parts of these; the last word is no family name.
        ("Sheep Counting Team", "Sheep Counting Team,", None),
        ("李明", "李明", None),
    ],
)
def test_every_author_is_named_and_the_first_in_parts(
    author: str, au: str, first: str | None
) -> None:
    found = given.paper("a", "Sheep", type="book", authors=(author, "Ben Sample"))
    assert [value for key, value in said_of(found) if key == "rft.au"] == [au, "Sample, Ben"]
    assert dict(said_of(found)).get("rft.aufirst") == first


def test_no_sign_of_a_text_parts_it() -> None:
    title = "Sheep & goats = 100% + <wool>; \"née\" 'ü' #1 \U0001f411"
    assert dict(said_of(given.paper("a", title)))["rft.title"] == title
