"""Takes issues one after the other: drafts, tried together on a copy, then written as records.

An issue is taken as a whole or not at all, and what is wrong with one stops no other.
"""

from __future__ import annotations

import codecs
import datetime as dt
import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.forms.shown import shown_in_form
from generator.intake.body import Headings
from generator.intake.changes import Shown
from generator.intake.drafting import Desk, Draft
from generator.intake.issues import Issue
from generator.intake.reading import Words, same
from generator.language import Language
from generator.pipeline import Decided
from generator.problems import Severity, quoted
from generator.records.finding import Papers
from generator.records.there import file_of, joined, named_in, paper_of
from generator.records.trial import Checked, Trial
from generator.settings import Settings
from generator.write_file import replace_file


@dataclass(frozen=True)
class Outcome:
    """What became of an issue: the draft, whether it is taken, what was found about its record."""

    draft: Draft
    found: tuple[str, ...] = ()

    @property
    def taken(self) -> bool:
        """Whether its record was changed as it wishes."""
        return self.draft.is_good

    @property
    def diff(self) -> str:
        """What changes in its record, as a unified diff."""
        name = f"catalogue/papers/{self.draft.file}"
        lines = difflib.unified_diff(
            self.draft.before.splitlines(), self.draft.after.splitlines(), name, name, lineterm=""
        )
        return "\n".join(lines)


@dataclass(frozen=True)
class Intake:
    """All outcomes, by the numbers of the issues, and the records that change, by file.

    `problems` are those of the catalogue that are new and of no single issue, `topics` the names
    of topics by slug.
    """

    outcomes: tuple[Outcome, ...]
    records: dict[str, str]
    problems: tuple[str, ...] = ()
    topics: Mapping[str, str] = field(default_factory=dict)

    def write(self, settings: Settings) -> None:
        """Write the records that change, each all at once. Raises OSError."""
        for name in sorted(self.records):
            path = settings.papers_dir / name
            data = self.records[name].encode()
            # Editors on Windows may have set a mark before it, which is a byte of the file.
            marked = path.is_file() and path.read_bytes().startswith(codecs.BOM_UTF8)
            replace_file(path, codecs.BOM_UTF8 + data if marked else data)


def take(
    issues: Sequence[Issue],
    settings: Settings,
    trial: Trial,
    before: Checked,
    languages: Sequence[Language],
) -> Intake:
    """Return what issues make of the catalogue, by their numbers; nothing is written yet.

    `before` is the catalogue as it is, without errors; `languages` are those that forms may be in,
    the catalogue's own first.
    """
    assert before.decided is not None
    refused: dict[int, tuple[str, ...]] = {}
    while True:
        desk = _desk(settings, before.decided, languages, trial.today)
        drafts = [desk.draft(issue, refused.get(issue.number, ())) for issue in issues]
        records = desk.records
        after = trial.check(records) if records else before
        good = [draft for draft in drafts if draft.is_good]
        culprits = _culprits(good, before, after)
        if not culprits and after.decided is not None:
            return _intake(drafts, records, trial, before, after)
        refused |= _found_out(good, culprits, trial, before) or culprits


def _desk(
    settings: Settings, decided: Decided, languages: Sequence[Language], today: dt.date
) -> Desk:
    catalogue = decided.catalogue
    return Desk(
        Papers(catalogue),
        Headings(languages),
        Words.of(catalogue, languages),
        Shown(catalogue, languages[0]),
        settings.papers_dir,
        today,
    )


def _found_out(
    good: Sequence[Draft], culprits: Mapping[int, tuple[str, ...]], trial: Trial, before: Checked
) -> dict[int, tuple[str, ...]]:
    """Return the issues that bring what is wrong, where several may, each with what.

    They are tried one behind the other, those of other records as they are. Who changes a record
    behind one that is found out is not tried: the draft has what is wrong in it, too.
    """
    wrong = {draft.file for draft in good if draft.issue.number in culprits}
    among = [draft for draft in good if draft.file in wrong or not culprits]
    if len(among) == len(wrong):
        return {}
    records = {draft.file: draft.after for draft in good if draft not in among}
    found: dict[int, tuple[str, ...]] = {}
    spoilt: set[str] = set()
    for draft in among:
        if draft.file in spoilt:
            continue
        tried = records | {draft.file: draft.after}
        checked = trial.check(tried)
        why = _culprits([draft], before, checked).get(draft.issue.number, ())
        if checked.decided is None and not why:
            new = checked.new_since(before)
            why = tuple(str(item) for item in new if item.severity is Severity.ERROR)
        if why:
            found[draft.issue.number] = why
            spoilt.add(draft.file)
        else:
            records = tried
    return found


def _culprits(
    drafts: Sequence[Draft], before: Checked, after: Checked
) -> dict[int, tuple[str, ...]]:
    """Return those of good drafts whose records bring something wrong, each with what."""
    last = {draft.file: draft for draft in drafts}
    found: dict[int, tuple[str, ...]] = {}
    for problem in after.new_since(before):
        draft = last.get(file_of(problem))
        if problem.severity is Severity.ERROR and draft:
            there = named_in(problem, draft.paper, before)
            why = f"the catalogue has it: papers/{there}/" if there else str(problem)
            found[draft.issue.number] = (*found.get(draft.issue.number, ()), why)
    if after.decided is None or before.decided is None:
        return found
    for draft in last.values():
        if why := _parted_or_joined(draft, before.decided, after.decided):
            found[draft.issue.number] = (*found.get(draft.issue.number, ()), why)
    return found


def _parted_or_joined(draft: Draft, before: Decided, after: Decided) -> str:
    """Return how a record changes which entries are one paper; empty if it does not."""
    paper = paper_of(draft.file, after)
    if paper is None:
        return "its record became part of no paper"
    was = before.catalogue.by_id.get(draft.paper)
    if was is None:
        there = joined(draft.file, before, after)
        return f"the catalogue has it: papers/{there}/" if there else ""
    now = {(e.source, e.line) for e in paper.entries if not e.by_hand}
    entries = {(e.source, e.line) for e in was.entries if not e.by_hand}
    if paper.id != was.id:
        return f"the page would move to papers/{paper.id}/; if that is meant, do it by hand"
    if lost := entries - now:
        source, line = min(lost)
        return (
            f"the record would no longer be one paper with {source}:{line};"
            " say in decisions.yml that they are the same, then take it"
        )
    if more := now - entries:
        source, line = min(more)
        return f"the paper would take in another one, that of {source}:{line}; do it by hand"
    return ""


def _intake(
    drafts: Sequence[Draft],
    records: dict[str, str],
    trial: Trial,
    before: Checked,
    after: Checked,
) -> Intake:
    assert after.decided is not None
    new = after.new_since(before)
    last = {draft.file: draft.issue.number for draft in drafts if draft.is_good}
    outcomes = []
    for draft in drafts:
        mine = [p for p in new if last.get(file_of(p)) == draft.issue.number]
        found = [*draft.told, *(str(item) for item in mine)]
        if draft.is_good:
            found += _otherwise(draft, drafts, after.decided)
        named = tuple(trial.named(text) for text in dict.fromkeys(found))
        wrong = tuple(map(trial.named, draft.wrong))
        outcomes.append(Outcome(replace(draft, wrong=wrong), named))
    rest = tuple(str(item) for item in new if file_of(item) not in last)
    names = after.decided.catalogue.topic_names
    return Intake(tuple(outcomes), records, rest, names)


def _otherwise(draft: Draft, drafts: Sequence[Draft], decided: Decided) -> list[str]:
    """Return the fields of which the page will say something else than the issue wishes."""
    paper = decided.catalogue.by_id[draft.paper]
    words = Words.of(decided.catalogue, (decided.language,))
    later = {
        change.field
        for other in drafts
        if other.is_good and other.paper == draft.paper and other.issue.number > draft.issue.number
        for change in other.changes
    }
    found = []
    for change in draft.changes:
        shown = shown_in_form(change.field, paper, decided.catalogue, decided.language)
        value = words.held(change.field, shown)
        alike = value == change.value or (
            value and change.value and same(change.field, value, change.value)
        )
        if change.field not in later and not alike:
            found.append(
                f"{change.field}: the page will say {quoted(shown) if shown else 'nothing'}"
            )
    return found
