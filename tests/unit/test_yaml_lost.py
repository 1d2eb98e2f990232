"""What stands in a YAML file and would be in none of its values is told, with line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator import yaml_lines
from generator.problems import Problems, Severity
from generator.sources.base import SourceFile
from generator.sources.records import RecordReader
from tests.projects import ROOT


def said(text: str) -> tuple[object, list[str]]:
    """The values of a text, or None, and what is said of it: `warning 2: …`."""
    problems = Problems()
    document = yaml_lines.parse(text, "a.yml", problems)
    return document and document.data, [
        f"{p.severity.name.lower()} {p.where.line}: {p.what} ({p.hint})" for p in problems
    ]


@pytest.mark.parametrize(
    ("text", "line", "lost"),
    [
        ("title: Barn Rule #1 of Sheep", 1, "#1 of Sheep"),
        ("title: We count sheep # not goats.", 1, "# not goats."),
        ("title: Sheep #1", 1, "#1"),
        ("title: C # for Sheep", 1, "# for Sheep"),
        ("title: Counting   #sheep", 1, "#sheep"),
        ("title: sheep? # or goats", 1, "# or goats"),
        ("title: sheep... # or goats", 1, "# or goats"),
        ("title: why? # or goats", 1, "# or goats"),
        ("title: “Barn #1”", 1, "#1”"),
        ("title: Counting\n  sheep #1\nyear: 2020", 2, "#1"),
        ("title: Counting\n  #1 Sheep", 2, "#1 Sheep"),
        ("title: Counting\n\n  #1 Sheep", 3, "#1 Sheep"),
        ("title: ספירת כבשים #1", 1, "#1"),
        ("title: #1 Sheep", 1, "#1 Sheep"),
        ("names:\n  - Ada Example #1\n  - Ben", 2, "#1"),
        ("names:\n  - Ada Example\n    #1 of Sheep\n  - Ben", 3, "#1 of Sheep"),
        ("names: [Ada Example #1\n  , Ben]", 1, "#1"),
        ("parts:\n  - name: Barn #1\n    size: 2", 2, "#1"),
        ("title: Sheep #1\r\nyear: 2020\r\n", 1, "#1"),
    ],
)
def test_text_that_became_a_comment_is_a_warning(text: str, line: int, lost: str) -> None:
    values, (message,) = said(text)
    assert values is not None
    assert message.startswith(f"warning {line}: ")
    assert f"comment: {lost} (" in message
    assert "quotes" in message or ">-" in message


@pytest.mark.parametrize(
    "text",
    [
        "title: C# and F# for Sheep",
        "title: a#b",
        "title: 'Barn Rule #1'",
        'title: "Barn Rule #1" # as printed',
        "title: 'Sheep' # as printed",
        "title: >-\n  Barn Rule #1\n  # and more\n",
        "title: Sheep\n# about the year\nyear: 2020",
        "parts:\n  - name: Sheep\n    # about the size\n    size: 2",
        "names:\n  - Ada\n  # who joined later\n  - Ben",
        "year: 2020  # as printed",
        "year: 2020 #todo",
        "share: 0.5 # of all",
        "shown: true # always",
        "added: 2024-05-17 # the day",
        "kind: method # or tool",
        "code: https://example.org/Sheep # the official one",
        "doi: 10.1234/abc # of the book",
        "acl: P19-1001 # of the workshop",
        "openreview: aBcDefGh # the camera-ready version",
        "links: # of the paper\n  code: https://example.org",
        "names: # in order\n  - Ada",
        "names: [Ada, # first\n  Ben]",
        "venue: # where it was printed",
        "venue: null # none",
        "# title: Barn Rule #1",
        "title: Sheep\n#",
    ],
)
def test_what_is_clearly_a_comment_or_clearly_none_is_no_news(text: str) -> None:
    assert said(text)[1] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r'"Rates: $\frac{a}{b}$ of Sheep"', r"\frac"),
        (r'"$\alpha$"', r"\alpha"),
        (r'"$\beta$"', r"\beta"),
        (r'"$\theta$"', r"\theta"),
        (r'"$2\times 2$"', r"\times"),
        (r'"\textbf{Sheep}"', r"\textbf"),
        (r'"$a \to b$"', r"\to"),
        (r'"$\nu$"', r"\nu"),
        (r'"$a \neq b$"', r"\neq"),
        (r'"$\nabla f$"', r"\nabla"),
        (r'"$\rho$"', r"\rho"),
        (r'"$a \rightarrow b$"', r"\rightarrow"),
        (r'"$\varepsilon$"', r"\varepsilon"),
        (r'"\emph{Sheep}"', r"\emph"),
        (r'"$\epsilon$"', r"\epsilon"),
        (r'"$\Lambda$"', r"\Lambda"),
        (r'"$\Pi$"', r"\Pi"),
        (r'"$a\bar{b}$"', r"\bar"),
        (r'"G\"odel"', '\\"odel'),
        (r'"Schr{\"o}dinger"', '\\"o'),
        (r'"\"{U}ber"', '\\"'),
    ],
)
def test_tex_that_became_an_escape_is_an_error(text: str, shown: str) -> None:
    values, (message,) = said(f"a: 1\ntitle: {text}")
    assert values is None
    assert message.startswith(f"error 2: title: {shown} loses its backslash")
    assert "single quotes" in message
    quoted = text[1:-1].replace("'", "''")
    assert said(f"a: 1\ntitle: '{quoted}'") == ({"a": 1, "title": text[1:-1]}, [])


def test_an_underscore_of_tex_is_a_warning_as_programs_write_a_space_so() -> None:
    values, (message,) = said(r'title: "sheep\_count"')
    assert values == {"title": "sheep\xa0count"}
    assert message.startswith(r"warning 1: title: \_count loses its backslash")


def test_what_programs_write_for_line_ends_of_unicode_is_no_tex() -> None:
    written = yaml.safe_dump({"title": "a\x85b\u2028Zeta\u2029Cats"}, allow_unicode=False)
    assert {"\\N", "\\L", "\\P"} <= {written[at : at + 2] for at in range(len(written))}
    assert said(written) == ({"title": "a\x85b\u2028Zeta\u2029Cats"}, [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r'"The \"old\" sheep of \"Ada\""', 'The "old" sheep of "Ada"'),
        (r'"Caf\u00e9 \x41"', "Café A"),
        (r'"an object {\"a\": 1} or {\""', 'an object {"a": 1} or {"'),
        (r'"one\nnext two"', "one\nnext two"),
        (r'"one\ttwo"', "one\ttwo"),
        (r'"a\\beta"', r"a\beta"),
        (r'"a\/b"', "a/b"),
        ('"one \\\n  two"', "one two"),
        ('"5\\" wide"', '5" wide'),
    ],
)
def test_an_escape_that_yaml_has_for_itself_stays(text: str, value: str) -> None:
    assert said(f"title: {text}") == ({"title": value}, [])


def test_the_line_of_an_escape_is_its_own() -> None:
    _, (message,) = said('title: "one\n  two\n  $\\beta$"\n')
    assert message.startswith("error 3: ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: A\n<<<<<<< HEAD\nyear: 1\n=======\nyear: 2\n>>>>>>> other\n", 2),
        ("text: >-\n  We\n  <<<<<<< HEAD\n  count\n  =======\n  herd\n  >>>>>>> other\n", 3),
        ("text: >-\n  We\n  =======\n  count\n", 3),
        ('text: "We\n  ||||||| base\n  count"\n', 2),
        ("title: We <<<<<<< HEAD count", 1),
        ("title: >>>>>>> other", 1),
        ("title: A\r\n=======\r\n", 2),
    ],
)
def test_a_mark_of_a_merge_is_an_error(text: str, line: int) -> None:
    values, (message,) = said(text)
    assert values is None
    assert message.startswith(f"error {line}: a mark of a merge")


@pytest.mark.parametrize(
    "text",
    ["# =======\na: b", "a: x ======= y", "a: ========", "a: <<<<<<<x", "# <<<<<<< old\na: b"],
)
def test_lines_of_signs_that_no_merge_makes_stay(text: str) -> None:
    assert said(text)[1] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("title: &Co of Sheep", "an anchor (&name) is not understood here: &Co"),
        ("title: *Co", "an alias (*name) is not understood here: *Co"),
        ("title: !Kung sheep", 'the tag "!Kung" is not understood'),
        ("title: ! Kung sheep", "the ! is a tag of YAML and would be lost"),
        ("title: & Sons", "a sign at the beginning"),
        ("title: *Sheep* of the field", "a sign at the beginning"),
        ("title: @home", "a sign at the beginning"),
        ("title: `sheep`", "a sign at the beginning"),
        ("title: %sheep", "a sign at the beginning"),
        ("title: > 5 sheep", "a sign at the beginning"),
        ("title: | sheep", "a sign at the beginning"),
        ("title: - sheep", "a sign at the beginning"),
        ("title: ? sheep", "a sign at the beginning"),
        ("title: Counting: Sheep", "a second `: ` stands in the text"),
        ("title: Sheep:", "a second `: ` stands in the text"),
        ("title: “Counting: Sheep”", "a second `: ` stands in the text"),
        ('title: "Sheep" and goats', "text follows a closing quote"),
        ("title: 'Sheep' and goats", "text follows a closing quote"),
        ("title: 'Sheep's Milk'", "text follows a closing quote"),
        ("names:\n  - 'Ada' Example", "text follows a closing quote"),
        ("title: [Re] Counting Sheep", "text follows a closing bracket"),
        ("title: {Sheep} of TeX", "text follows a closing bracket"),
        (r'title: "$\delta$"', "a backslash between double quotes begins an escape"),
        (r'title: "$\xi$"', "a backslash between double quotes begins an escape"),
        (r'title: "$\underline{a}$"', "a backslash between double quotes begins an escape"),
        (r'title: "5\%"', "a backslash between double quotes begins an escape"),
        ("names: [Ada #1, Ben]", "a list is opened in line 1 and not closed, or a # in it"),
        ("names: [Ada, Ben", "a list is opened in line 1 and not closed"),
        ("part: {name: Ada #1}", "a group is opened in line 1 and not closed, or a # in it"),
        ('title: "never closed', "a quote is opened in line 1 and never closed"),
        ("title:Sheep\nyear: 2020", "a line is no `key: value`"),
        ("title：Sheep\nyear: 2020", "the colon is a wide one"),
        ("title:\u00a0Sheep\nyear: 2020", "one that does not break"),
        ("links:\n\tcode: x", "indented with a tab"),
        ("a: 1\n---\nb: 2", "a line --- begins a second one"),
        ("---\na: 1\n---\n", "a line --- begins a second one"),
        ("links:\n\u00a0\u00a0code: x", 'the key "code" has odd spaces at it'),
        ("\u200btitle: x", 'the key "title" has odd spaces at it'),
    ],
)
def test_a_mistake_says_which_sign_made_it(text: str, what: str) -> None:
    values, (message,) = said(text)
    assert values is None
    assert message.startswith("error ")
    assert what in message


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Yes", "Yes"), ("no", "no"), ("on", "on"), ("Off", "Off"), ("y", "y"),
        ("1e3", "1e3"), ("12:30", "12:30"), ("0o17", "0o17"), ("017", "017"), ("0x1F", "0x1F"),
        ("1_000", "1_000"), (".inf", ".inf"), ("Null", "Null"), ("NULL", "NULL"), ("TRUE", "TRUE"),
        ("2024-05-17", "2024-05-17"), ("12", 12), ("-3", -3), ("0", 0), ("2.50", 2.5), (".5", 0.5),
        ("true", True), ("null", None), ("~", None), ("", None),
    ],
)  # fmt: skip
def test_a_word_stays_what_is_written(written: str, value: object) -> None:
    assert said(f"a: {written}") == ({"a": value}, [])


@pytest.mark.parametrize("text", ["“Counting Sheep”", "„Schafe zählen“", "«Compter»", "‘Sheep’"])
def test_quotes_that_are_none_for_yaml_are_a_warning(text: str) -> None:
    values, (message,) = said(f"title: {text}")
    assert values == {"title": text}
    assert message.startswith(f"warning 1: title: {text[0]} and {text[-1]} are no quotes of YAML")
    assert said(f"title: '{text}'")[1] == []


def test_quotes_inside_of_a_title_are_no_news() -> None:
    assert said("title: “Why Sheep?” Explained")[1] == []
    assert said("title: “Sheep” and “Goats”")[1] == []


def record(text: str) -> list[str]:
    problems = Problems()
    file = SourceFile(Path("a.yml"), "a.yml", "a.yml")
    RecordReader().read(file, text, problems)
    return [str(problem) for problem in problems]


def test_a_text_that_swallows_the_next_field_is_a_warning() -> None:
    (message,) = record("title: A\nsummary: >-\n  We count.\n  year: 2020\nvenue: B\n")
    assert message.startswith("a.yml:4: summary: its text holds this line, which begins with `yea")
    assert record("title: A\nsummary: |\n  We count.\n  links:\n    code: x\n")[0][:8] == "a.yml:4:"
    assert record("title: A\nsummary: 'We\n  count\n  venue: B'\n")[0][:8] == "a.yml:4:"


def test_prose_with_a_colon_is_no_news() -> None:
    for text in ("  so: we count", "  count: one", "  In the year: 2020", "  years: 2020"):
        assert record(f"title: A\nsummary: >-\n  We count\n{text}\n") == []
    assert record("title: A\nsummary: >-\n  title: what it says\n") != []


def test_every_yaml_file_of_the_catalogue_loses_nothing() -> None:
    problems = Problems()
    for path in sorted((ROOT / "catalogue").rglob("*.yml")):
        assert yaml_lines.load(path, path.name, problems) is not None
    assert list(problems) == []


def test_a_loss_is_at_most_a_warning_where_a_person_may_have_meant_it() -> None:
    problems = Problems()
    yaml_lines.parse("title: Barn Rule #1", "a.yml", problems)
    assert [problem.severity for problem in problems] == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "aB" * 50_000 + " # x",
        "a: " + "://" * 30_000 + " # x",
        "a: x" + "\n " * 50_000,
        "a: x\n" + " " * 100_000 + "#",
        "'" + "''" * 50_000,
        "a: '" + "''" * 50_000 + "' b",
        'a: "' + '\\"' * 50_000 + '" b',
        "a: [" + "[" * 40 + "x" * 100_000,
        "<" * 100_000 + "\n=======",
        "a: >-\n" + "  title: x\n" * 10_000,
        "\u00a0" * 100_000 + ": x",
    ],
)
def test_hostile_text_ends(text: str) -> None:
    said(text)
