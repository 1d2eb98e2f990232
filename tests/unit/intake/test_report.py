"""The report for a pull request says what is taken, and nothing in it is a reader's to command."""

from __future__ import annotations

import re

from generator.forms.form import CORRECTION, NEW_PAPER
from generator.intake import Intake, Issue, Outcome, report
from generator.intake.body import Answers
from generator.intake.changes import Change
from generator.intake.drafting import Draft
from generator.intake.report import MAX_LENGTH, fenced, shown


def outcome(number: int = 12, text: str = "x", **more: object) -> Outcome:
    """Return a correction that is taken, with a reader's text everywhere."""
    draft = Draft(
        Issue(number, text, text, text),
        Answers({"comment": text, "evidence": text}, frozenset()),
        CORRECTION,
        paper="counting-sheep",
        file="counting-sheep.yml",
        before=f"title: {text}\n",
        after=f"title: {text}!\nyear: 2024\n",
        changes=(Change("title", text, text, text, text),),
    )
    return Outcome(Draft(**{**vars(draft), **more}), (text,))


def test_only_what_is_taken_is_closed() -> None:
    text = report(Intake((outcome(12), outcome(13, wrong=("no",)), outcome(14)), {}))
    assert re.findall(r"(?i)\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?) #\d+", text) == [
        "Closes #12",
        "Closes #14",
    ]
    taken, _, left = text.partition("## What is not taken")
    assert "### Issue 14: correction of papers/counting-sheep/" in taken
    assert "### Issue 13: correction of papers/counting-sheep/" in left
    assert "<li><code>no</code></li>" in left
    assert "```diff" not in left


def test_a_change_stands_there_as_it_was_and_as_it_will_be() -> None:
    names = ["Ada Example", "Ben Sample"]
    change = Change("authors", "", "", names[:1], names)
    text = report(Intake((outcome(changes=(change,)),), {}))
    assert "<tr><th>Field</th><th>Before</th><th>After</th></tr>" in text
    assert (
        "<tr><th>Authors</th><td><code>Ada Example</code></td>"
        "<td><code>Ada Example and Ben Sample</code></td></tr>"
    ) in text
    assert "```diff\n--- catalogue/papers/counting-sheep.yml\n" in text
    assert "\n+year: 2024\n" in text


def test_values_are_shown_as_a_visitor_reads_them() -> None:
    topics = {"sheep": "Sheep and goats"}
    assert shown("topics", ["sheep", "gone"], topics) == "Sheep and goats, gone"
    assert shown("links", {"code": ["https://a.org"]}, topics) == "Code: https://a.org"
    assert shown("identifiers", {"doi": "10.1/a"}, topics) == "DOI: 10.1/a"
    assert shown("title", r"Of $\alpha$ &amp; more", topics) == "Of α & more"
    assert shown("year", None, topics) == ""


def test_a_new_paper_has_its_address() -> None:
    text = report(Intake((outcome(form=NEW_PAPER),), {}))
    assert "### Issue 12: new paper, papers/counting-sheep/" in text


def test_a_fence_is_longer_than_any_in_the_text() -> None:
    assert fenced("a\n````\nb") == "`````text\na\n````\nb\n`````"


def test_a_report_is_never_longer_than_a_pull_request_may_be() -> None:
    long = "many words & signs " * 200
    few = report(Intake(tuple(outcome(n, long) for n in range(1, 2)), {}))
    assert "```diff" in few
    many = report(Intake(tuple(outcome(n, long) for n in range(1, 201)), {}))
    assert len(many) <= MAX_LENGTH
    assert many.count("- Closes #") == 200
    assert many.count("### Issue ") == 200


def test_nothing_to_take_is_said() -> None:
    assert report(Intake((), {})) == "There is no issue to take.\n"
