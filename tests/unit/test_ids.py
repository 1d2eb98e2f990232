"""Ids: addresses that every host can serve."""

from __future__ import annotations

import re
import sys
from types import ModuleType

import pytest

from generator.ids import (
    MAX_LENGTH,
    digest,
    slug,
    why_no_id,
    with_suffix,
)
from tests.apart import printed

RESERVED = ["con", "PRN", "Aux", "nul", "COM1", "lpt9", "index", "All", "readme"]


def test_as_many_words_as_fit_are_kept() -> None:
    assert slug("nine char " * 8) == "-".join(["nine-char"] * 8)
    assert slug("x " + "y" * 79) == "x"
    assert slug("x " + "y" * 78) == "x-" + "y" * 78


def test_a_word_longer_than_an_address_is_cut_inside() -> None:
    assert slug("x" * 200) == "x" * MAX_LENGTH


def test_accents_and_other_scripts_are_spelled_in_ascii() -> None:
    assert slug("Über Größe: naïve Schätzer") == "uber-grosse-naive-schatzer"
    assert re.fullmatch(r"[a-z-]+", slug("学习"))


@pytest.mark.parametrize("title", ["", "  ", "…!?", "\x00", "\ud800", "🜁"])
def test_a_title_without_letters_gets_a_hash_of_itself(title: str) -> None:
    assert slug(title) == "paper-" + digest(title)


@pytest.mark.parametrize("title", RESERVED)
def test_reserved_names_are_avoided(title: str) -> None:
    assert slug(title) == f"{title.lower()}-paper"
    assert "reserved" in why_no_id(title.lower())


def test_a_reserved_word_inside_a_title_is_no_matter() -> None:
    assert slug("The index of everything") == "the-index-of-everything"


def test_a_long_base_is_shortened_for_its_suffix() -> None:
    assert with_suffix("nine-char " * 8, "2") == "-".join(["nine-char"] * 7) + "-nine-2"


def test_ids_do_not_depend_on_the_hash_seed() -> None:
    code = "from generator.ids import *; print(slug('…'), digest('a'), slug('A study of α and β'))"
    outputs = printed(code)
    assert len(outputs) == 1


@pytest.mark.parametrize(
    "name", ["", "Upper", "two--hyphens", "-first", "last-", "a b", "dot.", "ä", ".hidden", "a/b"]
)
def test_names_that_are_no_ids_are_refused(name: str) -> None:
    assert "lower-case" in why_no_id(name)


def test_an_id_that_is_too_long_is_told_its_length() -> None:
    assert why_no_id("x" * 81) == "an id has at most 80 characters, this one has 81"


def test_an_id_says_what_the_decoded_title_says() -> None:
    assert slug("Café of CO₂ – A Survey") == "cafe-of-co2-a-survey"
    assert slug("The Reference `&lt;` of Sheep") == "the-reference-lt-of-sheep"


def test_an_address_is_the_same_where_another_transliteration_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    titles = ("学习 of sheep", "Über Größe", "Ελλάδα", "Łódź ☃", "naïve “sheep’s” wool")
    before = [slug(title) for title in titles]
    other = ModuleType("unidecode")
    other.unidecode = lambda _: "another"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "unidecode", other)
    assert [slug(title) for title in titles] == before
    assert "another" not in before
