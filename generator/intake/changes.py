"""Which fields a reader changed: by what stood in the form when it was opened, and stands now.

A field that the reader left as it was is no change, whatever the record says by now. One that both
changed is a conflict, which a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.catalogue import Catalogue
from generator.forms.form import BASE, FOR_FIELD
from generator.forms.shown import digest_of, shown_in_form
from generator.intake.reading import Unreadable, Words, same, takes_away
from generator.language import Language
from generator.values.paper import Paper

_BASE = re.compile(r"([a-z]+):([0-9a-f]+)")


@dataclass(frozen=True)
class Change:
    """A field that is to be otherwise: its texts as a form has them, its value in a record.

    `value` is None where nothing is to stand there; `present` is what the paper has.
    """

    field: str
    before: str
    after: str
    present: Any
    value: Any


@dataclass(frozen=True)
class Changes:
    """What an answer wants changed; what is `wrong` with it; what others changed, too."""

    made: tuple[Change, ...] = ()
    wrong: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


@dataclass
class Shown:
    """What forms would show of papers: the catalogue's values, and what issues before made of them.

    `changed` has, by paper and field, the text that an issue wants there, and its number.
    """

    catalogue: Catalogue
    language: Language
    changed: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)

    def text(self, paper: Paper, name: str) -> str:
        """Return what a field holds, as a form shows it."""
        known = self.changed.get((paper.id, name))
        return known[0] if known else shown_in_form(name, paper, self.catalogue, self.language)

    def by(self, paper: Paper, name: str) -> int:
        """Return the number of the issue that changed a field, 0 for none."""
        return self.changed.get((paper.id, name), ("", 0))[1]

    def change(self, paper: str, changes: Iterable[Change], number: int) -> None:
        """Let an issue have changed fields of a paper, by its id."""
        for change in changes:
            self.changed[paper, change.field] = (change.after, number)


def changes_of(given: Mapping[str, str], paper: Paper, shown: Shown, words: Words) -> Changes:
    """Return what the answers of a correction change of a paper."""
    base = dict(_BASE.findall(given.get(BASE.id, "")))
    made: list[Change] = []
    wrong: list[str] = []
    conflicts: list[str] = []
    for name, asked in FOR_FIELD.items():
        answer = given.get(asked.id, "")
        present = shown.text(paper, name)
        if not answer or digest_of(answer) in (base.get(name), digest_of(present)):
            continue
        try:
            value = None if takes_away(answer) else words.read(name, answer)
        except Unreadable as error:
            wrong.append(f"{asked.label}: {error}")
            continue
        there = words.held(name, present)
        if value == there or (value and there and same(name, value, there)):
            continue
        change = Change(name, present, "" if value is None else answer, there or {}, value)
        # What was left out of the form may still be what an issue before this one made of it.
        by = shown.by(paper, name)
        if base[name] != digest_of(present) if name in base else by:
            conflicts.append(_conflict(asked.label, by))
        else:
            made.append(change)
    return Changes(tuple(made), tuple(wrong), tuple(conflicts))


def _conflict(label: str, number: int) -> str:
    who = f"issue {number} makes it otherwise" if number else "it was changed meanwhile"
    return f"{label}: the form says one thing, and {who}; decide, and correct the issue"
