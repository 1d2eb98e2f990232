"""A catalogue brings strings of its own, or a language that we have no file of."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.language import ENGLISH, Language, base_of, load
from generator.language.po import read_catalog
from generator.problems import Problems

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

"""


def loaded(folder: Path, code: str, text: str | bytes) -> tuple[Language, list[str]]:
    """Return the language with a file of the catalogue's, and what is told of that."""
    data = text.encode() if isinstance(text, str) else text
    (folder / "language.po").write_bytes(data)
    problems = Problems()
    language = load(code, folder, "catalogue/language.po", problems)
    return language, [f"{problem.severity.name}: {problem}" for problem in problems]


def entry(english: str, said: str) -> str:
    return f'msgid "{english}"\nmsgstr "{said}"\n\n'


def test_a_string_of_the_catalogue_comes_before_ours(tmp_path: Path) -> None:
    language, told = loaded(tmp_path, "de", HEADER + entry("Venues", "Tagungen und Zeitschriften"))
    assert told == []
    assert language.say("Venues") == "Tagungen und Zeitschriften"
    assert language.say("Authors") == "Autoren"


def test_english_strings_can_be_corrected_as_well(tmp_path: Path) -> None:
    language, told = loaded(tmp_path, "en", HEADER + entry("Papers", "Publications"))
    assert told == []
    assert [language.say("Papers"), language.say("Venues")] == ["Publications", "Venues"]
    assert language.forms == ENGLISH.forms


def test_a_language_without_a_file_of_ours_is_what_the_catalogue_says_and_english(
    tmp_path: Path,
) -> None:
    counted = 'msgid "{number} paper"\nmsgid_plural "{number} papers"\n'
    rule = HEADER.replace("n != 1", "n > 1")
    text = f'{rule}{entry("Venues", "Revues")}{counted}msgstr[0] "{{number}} article"\n'
    language, told = loaded(tmp_path, "fr", text + 'msgstr[1] "{number} articles"\n')
    assert language.say("Venues") == "Revues"
    assert language.say("Authors") == "Authors"
    assert language.counted(0, "{number} paper", "{number} papers") == "0 article"
    assert language.number(1000) == "1\N{NARROW NO-BREAK SPACE}000"
    (note,) = told
    assert note.startswith("NOTE: catalogue/language.po: ")
    assert "strings are not translated, and stay English" in note


def test_a_language_without_plurals_needs_one_form(tmp_path: Path) -> None:
    counted = 'msgid "{number} paper"\nmsgid_plural "{number} papers"\nmsgstr[0] "{number}文"\n'
    language, told = loaded(tmp_path, "zh", counted)
    assert told == []
    assert language.counted(7, "{number} paper", "{number} papers") == "7文"


def test_a_code_with_a_region_speaks_the_language_it_is_of(tmp_path: Path) -> None:
    problems = Problems()
    language = load("de-AT", tmp_path, "catalogue/language.po", problems)
    assert (language.code, language.say("Authors"), list(problems)) == ("de-AT", "Autoren", [])
    assert [base_of(code) for code in ("zh-Hans", "zh", "pt-BR", "en-GB")] == ["zh", "zh", "", "en"]


WRONG = {
    "a placeholder that is missing": (
        entry("Part of {venue}.", "Teil davon."),
        'the translation of "Part of {venue}." has other placeholders: none'
        " (it is not used; the original has {venue})",
    ),
    "a placeholder of another name": (
        entry("Part of {venue}.", "Teil von {ort}."),
        'the translation of "Part of {venue}." has other placeholders: {ort}'
        " (it is not used; the original has {venue})",
    ),
    "a placeholder that looks into its value": (
        entry("Part of {venue}.", "Teil von {venue.__class__}."),
        'the translation of "Part of {venue}." has a wrong placeholder: {venue.__class__} is no'
        " name in braces (it is not used)",
    ),
    "an index": (
        entry("Part of {venue}.", "Teil von {0}."),
        'the translation of "Part of {venue}." has a wrong placeholder: {0} is no name in braces'
        " (it is not used)",
    ),
    "a brace alone": (
        entry("Part of {venue}.", "Teil von {venue}. {"),
        'the translation of "Part of {venue}." has a wrong placeholder: a { or } stands alone;'
        " write {{ or }} (it is not used)",
    ),
    "a string that nobody says": (
        entry("Hello", "Hallo"),
        '"Hello" is no string of the interface (it is not used; was it changed?)',
    ),
    "a translation in doubt": (
        "#, fuzzy\n" + entry("Part of {venue}.", "Teil von {venue}."),
        'the translation of "Part of {venue}." is marked as fuzzy (look at it and remove the mark)',
    ),
    "a plural in one form": (
        'msgid "{number} paper"\nmsgid_plural "{number} papers"\nmsgstr[0] "{number} Artikel"\n',
        'the translation of "{number} paper" has 1 of 2 forms (write each)',
    ),
    "a plural without the number": (
        'msgid "{number} paper"\nmsgid_plural "{number} papers"\n'
        'msgstr[0] "ein Artikel"\nmsgstr[1] "Artikel"\n',
        'the translation of "{number} paper" has other placeholders: none'
        " (it is not used; the original has {number})",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_told_with_its_line_and_not_used(wrong: str, tmp_path: Path) -> None:
    text, what = WRONG[wrong]
    good = entry("Venues", "Tagungen")
    language, told = loaded(tmp_path, "de", f"{HEADER}{good}{text}")
    line = 10 if wrong == "a translation in doubt" else 9
    assert told == [f"WARNING: catalogue/language.po:{line}: {what}"]
    assert language.say("Venues") == "Tagungen"
    assert language.say("Part of {venue}.", venue="X") == "Teil von X."
    assert language.counted(2, "{number} paper", "{number} papers") == "2 Artikel"


BROKEN = {
    "no PO file": b"name: Sheep\n",
    "no text": b"\xff\xfe\x00\x01msgid",
    "an encoding that there is not": HEADER.replace("utf-8", "utf-99").encode() + b'msgid "\xc3',
    "a rule that is a program": HEADER.replace("n != 1", "__import__('os')").encode(),
    "a rule that divides by nothing": HEADER.replace("n != 1", "n / 0").encode(),
    "a rule that never ends": HEADER.replace("n != 1", "(" * 5000 + "n" + ")" * 5000).encode(),
    "a number of forms that is none": HEADER.replace("nplurals=2", "nplurals=x").encode(),
    "a date that is none": HEADER.encode().replace(b"\n\n", b'\n"POT-Creation-Date: x\\n"\n\n', 1),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_file_that_cannot_be_read_is_told_of_and_stops_the_build(
    broken: str, tmp_path: Path
) -> None:
    language, told = loaded(tmp_path, "fr", BROKEN[broken])
    assert any(problem.startswith("ERROR: catalogue/language.po") for problem in told), told
    assert language.say("Part of {venue}.", venue="X") == "Part of X."


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    _, told = loaded(tmp_path, "de", b"#" * 5_000_001)
    assert told == ["ERROR: catalogue/language.po: has more than 5,000,000 bytes"]


def test_a_file_that_goes_away_meanwhile_is_told_of(tmp_path: Path) -> None:
    problems = Problems()
    assert len(read_catalog(tmp_path / "language.po", "catalogue/language.po", problems)) == 0
    (problem,) = problems
    assert str(problem).startswith("catalogue/language.po: cannot be read: ")
