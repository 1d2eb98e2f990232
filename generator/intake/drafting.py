"""What one issue makes of the records: a draft, with all that is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from generator import yaml_lines
from generator.forms.form import CORRECTION, FOR_FIELD, NEW_PAPER, PAGE, Form
from generator.ids import slug
from generator.intake.body import Answers, Headings
from generator.intake.changes import Change, Shown, changes_of
from generator.intake.issues import Issue
from generator.intake.reading import Unreadable, Words, takes_away
from generator.intake.record import NotInRecord, record_values
from generator.problems import Problems, Severity
from generator.records.finding import NotFound, Papers, identifiers_in_lines
from generator.records.text import plain, with_values
from generator.sources.base import SourceFile
from generator.sources.records import RecordReader
from generator.text.words import fold
from generator.values.paper import Paper


@dataclass(frozen=True)
class Draft:
    """What an issue makes of one record, if nothing is `wrong` with it.

    `paper` is the id of the paper, `file` the name of its record; `before` and `after` are its
    texts, empty where there is none. `told` are warnings on the record.
    """

    issue: Issue
    answers: Answers
    form: Form | None = None
    paper: str = ""
    file: str = ""
    before: str = ""
    after: str = ""
    changes: tuple[Change, ...] = ()
    wrong: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether its record can be tried."""
        return bool(self.after) and not self.wrong and not self.conflicts

    def refused(self, *why: str) -> Draft:
        """Return the draft with what is wrong with it, too."""
        return replace(self, wrong=tuple(dict.fromkeys((*self.wrong, *why))))


@dataclass
class Desk:
    """Where drafts are written, one after the other: each sees what those before it made.

    `folder` is where the records are, `records` has the texts of those that are otherwise by now,
    by the names of their files. `today` is the day on which new papers come into the catalogue: for
    that of its issue a digest may have been sent.
    """

    papers: Papers
    headings: Headings
    words: Words
    shown: Shown
    folder: Path
    today: dt.date
    records: dict[str, str] = field(default_factory=dict)
    _added: dict[str, int] = field(default_factory=dict)

    def draft(self, issue: Issue, refused: Sequence[str] = ()) -> Draft:
        """Return what an issue makes of a record; a good one counts for those that follow.

        `refused` is why it cannot be taken, if that is known.
        """
        answers = self.headings.answers(issue.body)
        form = form_of(issue, answers)
        draft = Draft(issue, answers, form, wrong=answers.wrong)
        if form is None:
            return draft.refused("it is none of the forms: no heading of theirs is in it")
        if draft.wrong:
            return draft
        made = self._correction(draft) if form is CORRECTION else self._new(draft)
        made = made.refused(*refused)
        if made.is_good:
            self.records[made.file] = made.after
            if form is CORRECTION:
                self.shown.change(made.paper, made.changes, issue.number)
            else:
                self._added[made.paper] = issue.number
        return made

    def _correction(self, draft: Draft) -> Draft:
        given = draft.answers.given
        said = [given.get(asked.id, "") for asked in (PAGE, FOR_FIELD["identifiers"])]
        try:
            paper = self.papers.meant(said[0], said[1], given.get(FOR_FIELD["title"].id, ""))
        except NotFound as error:
            return draft.refused(str(error))
        file, text = self._record(paper)
        changes = changes_of(given, paper, self.shown, self.words)
        draft = replace(
            draft,
            paper=paper.id,
            file=file,
            before=text,
            changes=changes.made,
            conflicts=changes.conflicts,
        ).refused(*changes.wrong)
        if draft.wrong or draft.conflicts:
            return draft
        if not changes.made:
            return draft.refused("it changes no field; what it says is for people to read")
        try:
            values = record_values(
                paper,
                _data(text),
                {change.field: change.present for change in changes.made},
                {change.field: change.value for change in changes.made},
            )
        except NotInRecord as error:
            return draft.refused(str(error))
        return self._written(draft, values)

    def _new(self, draft: Draft) -> Draft:
        values: dict[str, Any] = {}
        changes: list[Change] = []
        wrong: list[str] = []
        for name, asked in FOR_FIELD.items():
            answer = draft.answers.given.get(asked.id, "")
            if not answer or takes_away(answer):
                continue
            try:
                values[name] = self.words.read(name, answer)
            except Unreadable as error:
                wrong.append(f"{asked.label}: {error}")
                continue
            changes.append(Change(name, "", answer, {}, values[name]))
        missing = [name for name in ("title", "summary") if name not in values]
        wrong += [
            f"{FOR_FIELD[name].label}: is missing; a record needs it"
            for name in missing
            if FOR_FIELD[name].id not in draft.answers.given
        ]
        draft = replace(draft, changes=tuple(changes)).refused(*wrong)
        if wrong or missing:
            return draft
        if there := self._there(values["title"], draft.answers.given):
            return draft.refused(there)
        id_ = slug(values["title"])
        values["added"] = self.today
        if "links" in values:
            values["links"] = {
                kind: urls[0] if len(urls) == 1 else urls for kind, urls in values["links"].items()
            }
        return self._written(replace(draft, paper=id_, file=f"{id_}.yml"), values)

    def _there(self, title: str, given: Mapping[str, str]) -> str:
        """Return where a new paper is already, or nothing."""
        identifiers = identifiers_in_lines(given.get(FOR_FIELD["identifiers"].id, ""))
        links = identifiers_in_lines(given.get(FOR_FIELD["links"].id, ""))
        found = self.papers.with_identifiers(identifiers) or self.papers.titled(title)
        found = found or self.papers.with_identifiers(links)
        if found:
            return f"the catalogue has it: papers/{found[0].id}/"
        id_ = slug(title)
        if number := self._added.get(id_):
            return f"issue {number} adds it already: papers/{id_}/"
        catalogue = self.papers.catalogue
        gone = catalogue.gone.get(f"papers/{id_}")
        if gone and (gone.why or fold(gone.name) != fold(title)):
            return f"papers/{id_}/ was taken out of the catalogue; decide whether it comes back"
        if id_ in catalogue.by_id or id_ in catalogue.signposts or self._file(id_):
            return f"the address papers/{id_}/ is taken; if it is another paper, add it by hand"
        return ""

    def _record(self, paper: Paper) -> tuple[str, str]:
        """Return the name and the text of a paper's record; the name it gets, if it has none."""
        own = [entry.source.rpartition("/")[2] for entry in paper.entries if entry.by_hand]
        names = [f"{paper.id}.yml", f"{paper.id}.yaml", *own]
        name = next((name for name in names if name in self.records or name in own), names[0])
        if name in self.records:
            return name, self.records[name]
        file = self._file(name.rpartition(".")[0])
        # Bytes, as the lines of the file are to end as they did.
        return (file.name, file.read_bytes().decode("utf-8-sig")) if file else (name, "")

    def _file(self, id_: str) -> Path | None:
        files = (self.folder / f"{id_}{ending}" for ending in (".yml", ".yaml"))
        return next((file for file in files if file.is_file()), None)

    def _written(self, draft: Draft, values: Mapping[str, Any]) -> Draft:
        """Return the draft with the text of its record, and what the record's reader says."""
        try:
            after = with_values(draft.before, values)
        except yaml.YAMLError as error:
            return draft.refused(f"the record cannot be changed: {error}")
        wished = {**_data(draft.before), **{key: plain(value) for key, value in values.items()}}
        if _data(after) != {key: value for key, value in wished.items() if value is not None}:
            return draft.refused("the record cannot be written so that it says this; do it by hand")
        problems = Problems()
        place = f"catalogue/papers/{draft.file}"
        file = SourceFile(self.folder / draft.file, place, f"papers/{draft.file}")
        RecordReader(self.papers.catalogue.topics).read(file, after, problems)
        told = list(problems)
        errors = [str(problem) for problem in told if problem.severity is Severity.ERROR]
        known = Problems()
        if draft.before:
            RecordReader().read(file, draft.before, known)
        before = {problem.what for problem in known}
        warnings = [str(p) for p in told if str(p) not in errors and p.what not in before]
        return replace(draft, after=after, told=tuple(warnings)).refused(*errors)


def form_of(issue: Issue, answers: Answers) -> Form | None:
    """Return which form an issue is: by its questions, then by its label; None for none."""
    if answers.asked & {asked.id for asked in CORRECTION.asked if asked not in NEW_PAPER.asked}:
        return CORRECTION
    if not answers.asked:
        return None
    return CORRECTION if CORRECTION.label in issue.labels else NEW_PAPER


def _data(text: str) -> dict[str, Any]:
    """Return what a record says, as its reader sees it; nothing for what cannot be read."""
    document = yaml_lines.parse(text, "", Problems()) if text else None
    return document.data if document and isinstance(document.data, dict) else {}
