from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace

import pytest
from babel.localedata import locale_identifiers

from generator.language import ENGLISH, Language
from generator.language.cldr import forms_of
from generator.language.words import with_words

GERMAN = Language(
    "de",
    {
        "Part of {venue}.": ("Teil von {venue}.",),
        "{number} paper": ("{number} Artikel", "{number} Arbeiten"),
        "{number} paper by {name}": ("ein Werk von {name}", "{number} Werke von {name}"),
    },
    forms=forms_of("de"),
)
CHINESE = Language("zh", {"{number} paper": ("{number}篇论文",)}, "0", forms_of("zh"))


def test_a_string_is_said_in_the_language_with_its_values() -> None:
    assert GERMAN.say("Part of {venue}.", venue="CoSh") == "Teil von CoSh."
    assert ENGLISH.say("Part of {venue}.", venue="CoSh") == "Part of CoSh."


def test_what_is_not_translated_is_said_in_english() -> None:
    assert GERMAN.say("See also {venues}.", venues="A") == "See also A."
    assert GERMAN.counted(2, "{number} topic", "{number} topics") == "2 topics"
    assert CHINESE.counted(1, "{number} topic", "{number} topics") == "1 topic"


@pytest.mark.parametrize("value", ["{venue}", "{0}", "{", "}}", "{venue.x!r:9}", "%s"])
def test_a_value_is_never_read_as_a_pattern(value: str) -> None:
    assert GERMAN.say("Part of {venue}.", venue=value) == f"Teil von {value}."
    assert GERMAN.listed([value, value], "and") == f"{value} und {value}"


def test_a_form_is_chosen_by_the_rule_of_the_language() -> None:
    def said(language: Language, number: int) -> str:
        return language.counted(number, "{number} paper", "{number} papers")

    assert [said(ENGLISH, n) for n in (0, 1, 2)] == ["0 papers", "1 paper", "2 papers"]
    assert [said(GERMAN, n) for n in (0, 1, 2)] == ["0 Arbeiten", "1 Artikel", "2 Arbeiten"]
    assert [said(CHINESE, n) for n in (0, 1, 2)] == ["0篇论文", "1篇论文", "2篇论文"]
    slavic = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
    three = Language("uk", {"{number} paper": ("a {number}", "b {number}", "c {number}")}, slavic)
    assert [said(three, n)[0] for n in (1, 2, 5, 11, 21, 22)] == ["a", "b", "c", "c", "a", "b"]


def test_a_rule_that_fails_for_a_large_number_gives_the_first_form() -> None:
    odd = Language("xx", {"{number} paper": ("{number} a", "{number} b")}, "n / (n - 5000)")
    assert odd.counted(5000, "{number} paper", "{number} papers") == "5,000 a"


def test_a_form_may_say_its_number_in_words() -> None:
    one, many = "{number} paper by {name}", "{number} papers by {name}"
    assert GERMAN.counted(1, one, many, name="Ada") == "ein Werk von Ada"
    assert GERMAN.counted(3, one, many, name="Ada") == "3 Werke von Ada"


def test_numbers_are_written_as_the_language_does() -> None:
    assert [of.number(1234567) for of in (ENGLISH, GERMAN, CHINESE)] == [
        "1,234,567",
        "1.234.567",
        "1,234,567",
    ]
    assert GERMAN.decimal(1234.56, 1) == "1.234,6"
    assert ENGLISH.decimal(1234.56, 0) == "1,235"
    assert GERMAN.say("Part of {venue}.", venue=2000) == "Teil von 2.000."
    assert GERMAN.share(7, 100) == "7\N{NO-BREAK SPACE}%"
    assert CHINESE.share(1, 3000) == "<1%"
    assert GERMAN.size(1_234_567) == "1,2 MB"


@pytest.mark.parametrize(
    ("language", "kind", "said"),
    [
        (ENGLISH, "", "a, b, c"),
        (ENGLISH, "and", "a, b and c"),
        (ENGLISH, "or", "a, b or c"),
        (GERMAN, "and", "a, b und c"),
        (GERMAN, "or", "a, b oder c"),
        (CHINESE, "", "a、b、c"),
        (CHINESE, "and", "a、b和c"),
        (CHINESE, "or", "a、b或c"),
    ],
)
def test_items_stand_in_a_row_as_the_language_has_it(
    language: Language, kind: str, said: str
) -> None:
    assert language.listed(["a", "b", "c"], kind) == said
    assert language.listed(["a"], kind) == "a"
    assert language.listed([], kind) == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (ENGLISH, ["6 November 2026", "29 February", "March 2026"]),
        (GERMAN, ["6. November 2026", "29. Februar", "März 2026"]),
        (CHINESE, ["2026年11月6日", "2月29日", "2026年3月"]),
        (
            Language("fi", forms=forms_of("fi")),
            ["6. marraskuuta 2026", "29. helmikuuta", "maaliskuu 2026"],
        ),
        (
            Language("th", forms=forms_of("th")),
            ["6 พฤศจิกายน ค.ศ. 2026", "29 กุมภาพันธ์", "มีนาคม 2026"],
        ),
    ],
)
def test_days_and_months_are_written_as_the_language_does(
    language: Language, said: list[str]
) -> None:
    assert [language.date(*of) for of in ((2026, 11, 6), (0, 2, 29), (2026, 3))] == said


def test_every_language_that_the_tables_know_writes_dates() -> None:
    for code in locale_identifiers():
        language = Language(code, forms=forms_of(code.replace("_", "-")))
        assert "2026" in language.date(2026, 11, 6), code
        assert language.date(2026, 11) != language.date(2026, 12), code


def test_sentences_follow_each_other_as_the_language_has_it() -> None:
    assert ENGLISH.sentences(["A.", "B."]) == "A. B."
    assert CHINESE.sentences(["甲。", "乙。"]) == "甲。乙。"


def test_an_unknown_language_writes_numbers_as_english_does() -> None:
    assert forms_of("qq") == ENGLISH.forms


def test_the_digest_tells_one_string_from_another() -> None:
    other = replace(GERMAN, messages={**GERMAN.messages, "Part of {venue}.": ("In {venue}.",)})
    assert len({ENGLISH.digest, GERMAN.digest, CHINESE.digest, other.digest}) == 4
    assert pickle.loads(pickle.dumps(GERMAN)).digest == GERMAN.digest


#: As generator/theme/assets/shared/words.js has them.
MODULE = """// Words.
const WORDS = /** @type {Record<string, string | string[]>} */ ({});
const PLURAL = /** @type {(n: number) => number | boolean} */ ((n) => n !== 1);
export const said = WORDS;
"""


def test_scripts_get_the_strings_that_they_say_and_no_others() -> None:
    scripted = ("{number} paper", "never translated")
    module = with_words(MODULE, replace(GERMAN, scripted=scripted))
    assert 'const WORDS = {"{number} paper":["{number} Artikel","{number} Arbeiten"]};' in module
    assert "const PLURAL = (n) => n != 1;" in module
    assert "Teil von" not in module
    assert with_words(MODULE, replace(CHINESE, scripted=scripted)).count("篇论文") == 1


def test_a_string_stays_a_string_in_scripts_whatever_it_holds() -> None:
    hostile = '"});alert(1)//\\</script><!--\u2028'
    module = with_words(MODULE, Language("de", {"Copy": (hostile,)}, scripted=("Copy",)))
    (line,) = [line for line in module.split("\n") if "WORDS =" in line]
    assert line.endswith('"};')
    assert "</script" not in line
    assert '\\"});alert(1)//\\\\<' in line


def test_english_leaves_scripts_as_they_are() -> None:
    assert with_words(MODULE, ENGLISH) == MODULE


def test_a_module_that_has_no_place_for_words_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"shared/words\.js"):
        with_words("nothing", replace(GERMAN, scripted=("{number} paper",)))


def test_english_is_loaded_without_what_reads_translations() -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from generator.language import ENGLISH, load\n"
        "from generator.problems import Problems\n"
        "assert load('en', Path('/nowhere'), '', Problems()) is ENGLISH\n"
        "assert not any(name.startswith('babel') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
