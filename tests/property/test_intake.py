"""Forms give back what they were filled in with, and no text of a reader's comes alive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import html5lib
import markdown
import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator import yaml_lines
from generator.catalogue import Catalogue
from generator.forms.clean import cleaned
from generator.forms.form import FOR_FIELD
from generator.forms.prefill import MAX_ADDRESS, answers, correction_address, written
from generator.forms.shown import shown_in_form
from generator.intake import Intake, report
from generator.intake.body import Headings
from generator.intake.changes import Shown, changes_of
from generator.intake.reading import Words
from generator.language import ENGLISH
from generator.problems import Problems
from generator.records.text import ORDER, with_values
from generator.settings import Forge
from generator.values.paper import Paper
from tests.given import HOSTILE, any_papers
from tests.unit.intake.test_report import outcome

HEADINGS = Headings([ENGLISH])


def known(paper: Paper, catalogue: Catalogue) -> dict[str, str]:
    shown = {name: shown_in_form(name, paper, catalogue, ENGLISH) for name in FOR_FIELD}
    return {name: text for name, text in shown.items() if text and not text.startswith("#")}


def changed_fields(text: str, paper: Paper, catalogue: Catalogue) -> tuple[list[str], Any]:
    found = HEADINGS.answers(cleaned(text))
    changes = changes_of(
        found.given, paper, Shown(catalogue, ENGLISH), Words.of(catalogue, [ENGLISH])
    )
    return [change.field for change in changes.made], (
        found.wrong,
        changes.wrong,
        changes.conflicts,
    )


@given(any_papers())
def test_whatever_a_form_is_filled_in_with_is_no_change(paper: Paper) -> None:
    catalogue = Catalogue((paper,))
    given_ = answers(paper, known(paper, catalogue))
    for text in (written(given_, ENGLISH), written(given_, ENGLISH).replace("\n", "\r\n")):
        assert changed_fields(text, paper, catalogue) == ([], ((), (), ()))


@given(any_papers(), st.sampled_from(["year", "venue"]), st.integers(1700, 1800))
def test_one_field_that_is_changed_is_the_only_one(paper: Paper, name: str, said: int) -> None:
    catalogue = Catalogue((paper,))
    given_ = answers(paper, known(paper, catalogue))
    assume(given_.get(name) != str(said))
    text = written(given_ | {name: str(said)}, ENGLISH)
    assert changed_fields(text, paper, catalogue) == ([name], ((), (), ()))


@given(any_papers(), st.sampled_from(["github", "gitlab", "forgejo", None]))
def test_no_paper_makes_an_address_that_a_page_could_not_have(
    paper: Paper, forge: Forge | None
) -> None:
    url = correction_address(paper, Catalogue((paper,)), "https://example.org/a/b", forge, ENGLISH)
    assert url.isascii()
    assert not set(url) & set("\"'<>\\`{}[]()| \n")
    assert len(url) <= MAX_ADDRESS


#: Lines of a record with comments in all places.
RECORD = """\
# begins
title: A  # printed
summary: >-
  B
  # no comment

# before authors
authors: [C, D]
year: 2024
links:
  # of code
  code: https://example.org/c
  data: https://example.org/d # of data
added: 2024-05-06
# ends
"""
LINE = HOSTILE.map(lambda text: " ".join(cleaned(text).split())).filter(bool)


@given(
    name=st.sampled_from(["title", "summary", "venue", "authors", "links", "year", "topics"]),
    text=LINE,
    line_end=st.sampled_from(["\n", "\r\n"]),
)
@example(name="summary", text="# a", line_end="\n")
def test_a_record_says_what_is_wished_and_keeps_every_other_line(
    name: str, text: str, line_end: str
) -> None:
    assume(text.isprintable())
    value: Any = {
        "authors": ["C", text],
        "topics": [text],
        "links": {"code": text, "data": "https://example.org/d"},
        "year": 2025,
    }.get(name, text)
    before = RECORD.replace("\n", line_end)
    after = with_values(before, {name: value})
    told = Problems()
    found = yaml_lines.parse(after, "x", told)
    was = yaml_lines.parse(before, "x", Problems())
    assert found, list(told)
    assert was
    assert found.data == {**was.data, name: value}
    lost = Counter(before.split(line_end)) - Counter(after.split(line_end))
    start = before.index(f"{name}:") if name in before else 0
    assert all(line in before[start : start + 120] for line in lost)
    comments = [f"# {word}" for word in ("begins", "printed", "of code", "of data", "ends")]
    assert all(comment in after for comment in comments)
    assert with_values(after, {name: value}) == after


@given(st.dictionaries(st.sampled_from(ORDER[:3]), LINE, min_size=1), LINE)
def test_a_new_record_says_what_it_is_given(values: dict[str, str], text: str) -> None:
    assume(all(value.isprintable() for value in (*values.values(), text)))
    wished = {**values, "introduces": [text]}
    made = {key: [value] if key == "authors" else value for key, value in wished.items()}
    assert yaml.safe_load(with_values("", made)) == made


#: Elements of a report, and what may hold a reader's words.
ELEMENTS = {
    "html", "head", "body", "ul", "li", "p", "h2", "h3", "table", "tbody", "tr", "th", "td", "br",
    "code", "pre",
}  # fmt: skip
CODE = ("code", "pre")


#: Python-Markdown, and CommonMark with tables as the forges have it.
RENDERERS: tuple[Callable[[str], str], ...] = (
    lambda text: markdown.markdown(text, extensions=["tables", "fenced_code"]),
    MarkdownIt("commonmark").enable(["table", "strikethrough"]).render,
)


def elements_and_words(text: str, render: Callable[[str], str]) -> tuple[set[str], str, set[str]]:
    """Return the elements of a report, the words outside of code, and the attributes."""
    page = render(text)
    names: set[str] = set()
    attributes: set[str] = set()
    words: list[str] = []

    def walk(node: Any, in_code: bool) -> None:
        names.add(node.tag)
        attributes.update(node.attrib)
        inside = in_code or node.tag in CODE
        if node.text and not inside:
            words.append(node.text)
        for child in node:
            walk(child, inside)
            if child.tail and not inside:
                words.append(child.tail)

    walk(html5lib.parse(page, namespaceHTMLElements=False), False)
    return names, " ".join("".join(words).split()), attributes


MARKUP = st.one_of(
    HOSTILE,
    st.text(st.sampled_from("`~<>&#@[]()!*_|-=+:/\\\n\r \t{}$abc1\u2028\x0b"), max_size=80),
    st.sampled_from(
        (
            "fixes #1, closes org/repo#2 @everyone",
            "`````\n</code></pre><img src=x onerror=alert(1)>\n`````",
            "</table>\n\n<script>alert(1)</script>",
            "~~~\n# Heading\n\n![x](https://example.org/x.png)",
            "https://example.org www.example.org a@example.org GH-1 #2",
            "[x]: https://example.org\n\n[x]",
            "``` x\n- item\n> quote\n\n    code",
            "<!-- a --> <!DOCTYPE x> <?php ?> &lt;b&gt; &#60;",
            "| a | b |\n|---|---|\n| c | d |",
        )
    ),
)


@pytest.mark.parametrize("render", RENDERERS, ids=["markdown", "commonmark"])
@given(text=MARKUP)
def test_what_a_reader_wrote_is_in_a_report_as_code_alone(
    render: Callable[[str], str], text: str
) -> None:
    text = cleaned(text)
    assume(text.strip())
    plain = elements_and_words(report(Intake((outcome(12, "x"),), {}, ("x",))), render)
    for problems in ((text,), ("x",)):
        found = elements_and_words(report(Intake((outcome(12, text),), {}, problems)), render)
        assert found[0] <= ELEMENTS
        assert found[1] == plain[1]
        assert found[2] <= {"class"}
    wrong = outcome(13, text, wrong=(text,), conflicts=(text,))
    found = elements_and_words(report(Intake((wrong,), {}, (text,))), render)
    assert found[0] <= ELEMENTS
    assert found[2] <= {"class"}
