"""The translations that come with the package: whole, of what is said now, and rightly typeset."""

from __future__ import annotations

import json
import re

import pytest
from babel.messages.catalog import Catalog, Message

from generator.language import languages, load
from generator.language.extraction import extracted, sayings, written
from generator.language.files import FOLDER, TEMPLATE
from generator.language.placeholders import names
from generator.language.po import (
    english_of,
    faults_of,
    read_catalog,
    strings_of,
    template_of,
)
from generator.language.words import WORDS, with_words
from generator.problems import Problems
from tests.projects import ROOT

TRANSLATED = [code for code in languages() if code != "en"]
REFRESH = "run `make language`, and translate what is new"


@pytest.fixture(scope="module")
def said() -> Catalog:
    return extracted()


def catalog_of(code: str) -> Catalog:
    problems = Problems()
    found = read_catalog(FOLDER / f"{code}.po", f"{code}.po", problems)
    assert list(problems) == []
    return found


def messages(code: str) -> list[Message]:
    return [message for message in catalog_of(code) if message.id]


def test_german_and_chinese_are_there() -> None:
    assert {"en", "de", "zh"} <= set(languages())


def test_the_template_has_what_is_said(said: Catalog) -> None:
    assert TEMPLATE.read_bytes() == written(said), REFRESH


def test_every_string_can_be_said_with_names_in_braces(said: Catalog) -> None:
    for message in said:
        for text in [message.id] if isinstance(message.id, str) else message.id:
            names(text)


def test_a_string_with_a_number_is_counted_wherever_it_is_said() -> None:
    places = list(sayings())
    counted = {message[0] for _, message, _ in places if not isinstance(message, str)}
    plain = {message for _, message, _ in places if isinstance(message, str)}
    # A noun alone is one of them: "venue".
    assert [text for text in sorted(counted & plain) if "{" in text] == []


def test_a_string_that_is_counted_says_the_same_of_one_and_of_many(said: Catalog) -> None:
    counted = [message.id for message in said if message.id and not isinstance(message.id, str)]
    assert len(counted) > 20
    assert [ids for ids in counted if names(ids[0]) != names(ids[1])] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_has_every_string_and_no_other(code: str, said: Catalog) -> None:
    known = {english_of(message) for message in messages(code)}
    wanted = set(template_of(said))
    assert wanted - known == set(), f"missing: {REFRESH}"
    assert known - wanted == set(), f"no longer said: {REFRESH}"


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_is_whole_and_fits_the_originals(code: str, said: Catalog) -> None:
    template, forms = template_of(said), catalog_of(code).num_plurals
    faults = [
        f"{code}.po:{message.lineno}: {what}"
        for message in messages(code)
        for what, _ in faults_of(message, template.get(english_of(message)), forms)
    ]
    empty = [english_of(message) for message in messages(code) if not all(strings_of(message))]
    assert (faults, empty) == ([], [])


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_is_written_as_it_would_be_again(code: str) -> None:
    assert (FOLDER / f"{code}.po").read_bytes() == written(catalog_of(code), code), REFRESH


def test_german_has_its_own_quotation_marks_and_addresses_nobody() -> None:
    strings = [text for message in messages("de") for text in strings_of(message)]
    assert [text for text in strings if text.count("„") != text.count("“")] == []
    polite = re.compile(r"[”\"]|\b(?:Ihnen|Ihren?|Ihrem|können Sie|Sie können|haben Sie)\b")
    assert [text for text in strings if polite.search(text)] == []


def test_chinese_has_full_marks_and_no_spaces_around_them() -> None:
    strings = [text for message in messages("zh") for text in strings_of(message)]
    han, mark = "[\u4e00-\u9fff]", "[，。；：！？、（）“”]"
    wrong = re.compile(rf"{han}[,;:!?()]|[,;!?(] ?{han}|{han} | {han}|{mark} | {mark}")
    # A size is a number and its unit, with a space between them in any language.
    assert [text for text in strings if wrong.search(text)] == ["{number} 字节"]


@pytest.mark.parametrize("code", TRANSLATED)
def test_what_scripts_say_reaches_the_module_of_the_theme(code: str) -> None:
    problems = Problems()
    language = load(code, ROOT / "nowhere", "language.po", problems)
    assert list(problems) == []
    module = (ROOT / "generator" / "theme" / "assets" / WORDS).read_text("utf-8")
    (line,) = re.findall(r"^const WORDS = (\{.*\});$", with_words(module, language), re.MULTILINE)
    assert set(json.loads(line)) == set(language.scripted)
    assert len(language.scripted) > 100
