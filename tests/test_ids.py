"""Ids: addresses that every host can serve."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ids import (
    MAX_LENGTH,
    digest,
    slug,
    why_no_id,
    with_suffix,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))
WORDS = st.lists(st.text("abcxyz0189", min_size=1, max_size=30), min_size=1, max_size=12)
RESERVED = ["con", "PRN", "Aux", "nul", "COM1", "lpt9", "index", "All", "readme"]


@given(ANY_TEXT | WORDS.map(" ".join) | st.sampled_from(RESERVED))
def test_any_title_gives_an_address_that_every_host_can_serve(title: str) -> None:
    found = slug(title)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= MAX_LENGTH
    assert why_no_id(found) == ""


@given(ANY_TEXT)
def test_an_address_of_an_address_is_itself(title: str) -> None:
    assert slug(slug(title)) == slug(title)


@given(WORDS)
def test_a_long_title_is_cut_between_words(words: list[str]) -> None:
    found = slug(" ".join(words))
    if found.endswith("-paper"):
        found = found.removesuffix("-paper")
    assert found.split("-") == words[: len(found.split("-"))]


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


@given(ANY_TEXT | WORDS.map(" ".join), st.text("0123456789abcdef", min_size=1, max_size=8))
def test_a_suffix_keeps_the_limit(base: str, suffix: str) -> None:
    found = with_suffix(base, suffix)
    assert found.endswith(f"-{suffix}")
    assert why_no_id(found) == ""


def test_a_long_base_is_shortened_for_its_suffix() -> None:
    assert with_suffix("nine-char " * 8, "2") == "-".join(["nine-char"] * 7) + "-nine-2"


def test_ids_do_not_depend_on_the_hash_seed() -> None:
    code = "from generator.ids import *; print(slug('…'), digest('a'), slug('A study of α and β'))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    "name", ["", "Upper", "two--hyphens", "-first", "last-", "a b", "dot.", "ä", ".hidden", "a/b"]
)
def test_names_that_are_no_ids_are_refused(name: str) -> None:
    assert "lower-case" in why_no_id(name)


def test_an_id_that_is_too_long_is_told_its_length() -> None:
    assert why_no_id("x" * 81) == "an id has at most 80 characters, this one has 81"
