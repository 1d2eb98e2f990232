"""What became of issues, as Markdown for the text of a pull request.

What readers wrote stands in code alone, so that no mention, number, link, picture or HTML of theirs
comes alive: in a table of HTML, in which Markdown means nothing, each sign written as its number
that is no letter or digit; or between fences that are longer than any row of backticks within.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from generator.forms.form import COMMENT, CORRECTION, EVIDENCE, FOR_FIELD
from generator.forms.shown import lines_of
from generator.intake.changes import Change
from generator.intake.taking import Intake, Outcome
from generator.language import ENGLISH
from generator.text.repair import HAND_STEPS
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.link import KINDS as LINKS
from generator.values.text import Text

#: GitHub takes 65,536 characters for the text of a pull request.
MAX_LENGTH = 60_000
#: As much of what one reader wrote is shown; the issue has all.
_MAX_TEXT = 4_000


def report(intake: Intake) -> str:
    """Return the report: what is taken, what is not and why, each with what it changes.

    One that would be too long for a pull request goes without the changes of the records, then
    without all but a line of each issue.
    """
    for section in (_whole, _without_diff, _in_short):
        text = _told(intake, partial(section, intake.topics))
        if len(text) <= MAX_LENGTH:
            break
    return text


def _told(intake: Intake, section: Callable[[Outcome], Iterable[str]]) -> str:
    taken = [outcome for outcome in intake.outcomes if outcome.taken]
    left = [outcome for outcome in intake.outcomes if not outcome.taken]
    parts: list[str] = []
    if taken:
        parts += ["\n".join(f"- Closes #{outcome.draft.issue.number}" for outcome in taken)]
        parts += ["## What changes", *(part for one in taken for part in section(one))]
    if left:
        parts += ["## What is not taken", *(part for one in left for part in section(one))]
    if intake.problems:
        parts += ["## What the catalogue says of it", _list(intake.problems)]
    if not parts:
        parts = ["There is no issue to take."]
    return "\n\n".join(parts) + "\n"


def _in_short(_topics: Mapping[str, str], outcome: Outcome) -> list[str]:
    why = (*outcome.draft.wrong, *outcome.draft.conflicts)
    return [_heading(outcome), *([_list(why)] if why else [])]


def _without_diff(topics: Mapping[str, str], outcome: Outcome) -> list[str]:
    draft = outcome.draft
    parts = _in_short(topics, outcome)
    title, author = code(draft.issue.title), code(draft.issue.author)
    parts.append(f"<p>{title}, sent in by {author}</p>")
    if draft.changes:
        parts.append(_table(draft.changes, topics))
    if outcome.found:
        parts += ["Found when it was tried:", _list(outcome.found)]
    for asked in (COMMENT, EVIDENCE):
        if text := draft.answers.given.get(asked.id, ""):
            parts += [f"{asked.label}:", fenced(text)]
    return parts


def _whole(topics: Mapping[str, str], outcome: Outcome) -> list[str]:
    parts = _without_diff(topics, outcome)
    return [*parts, fenced(outcome.diff, "diff", cut=False)] if outcome.taken else parts


def _heading(outcome: Outcome) -> str:
    draft = outcome.draft
    what = "correction" if draft.form is CORRECTION else "new paper"
    page = f": {what} of papers/{draft.paper}/" if draft.form is CORRECTION and draft.paper else ""
    if draft.form is not CORRECTION and draft.paper:
        page = f": {what}, papers/{draft.paper}/"
    return f"### Issue {draft.issue.number}{page}"


def _table(changes: Sequence[Change], topics: Mapping[str, str]) -> str:
    rows = (
        f"<tr><th>{FOR_FIELD[change.field].label}</th>"
        f"<td>{code(shown(change.field, change.present, topics))}</td>"
        f"<td>{code(shown(change.field, change.value, topics))}</td></tr>"
        for change in changes
    )
    return "\n".join(
        ("<table>", "<tr><th>Field</th><th>Before</th><th>After</th></tr>", *rows, "</table>")
    )


def shown(field: str, value: Any, topics: Mapping[str, str]) -> str:
    """Return a value of a record as a visitor reads it; `topics` are names by slugs."""
    if not value:
        return ""
    if field == "authors":
        return ENGLISH.listed(value, "and")
    if field == "topics":
        return ", ".join(topics.get(slug, slug) for slug in value)
    if field == "links":
        return "\n".join(f"{LINKS[kind].label}: {url}" for kind in value for url in value[kind])
    if field == "identifiers":
        return "\n".join(f"{IDENTIFIERS[kind].label}: {said}" for kind, said in value.items())
    return Text.read(str(value), HAND_STEPS).plain


def _list(items: Iterable[str]) -> str:
    return "\n".join(("<ul>", *(f"<li>{code(item)}</li>" for item in items), "</ul>"))


def code(text: str) -> str:
    """Return a text as code in HTML, each of its lines for itself; a dash for nothing."""
    lines = lines_of(_cut(text))
    return "<br>".join(f"<code>{_escaped(line)}</code>" for line in lines) or "–"


def _escaped(text: str) -> str:
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in text)


def fenced(text: str, language: str = "text", *, cut: bool = True) -> str:
    """Return a text between fences that nothing in it can end."""
    text = _cut(text) if cut else text
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def _cut(text: str) -> str:
    if len(text) <= _MAX_TEXT:
        return text
    return f"{text[:_MAX_TEXT]} … and {len(text) - _MAX_TEXT:,} characters more"
