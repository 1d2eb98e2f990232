"""From wishes to records: what the catalogue has already, what services say, what is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.adding.drafting import Draft, draft
from generator.adding.gathering import Gathered, gather
from generator.adding.wishes import Wish
from generator.catalogue import Catalogue
from generator.enriching.asking_all import Round, Step
from generator.enriching.kept import Facts
from generator.merge import Decisions, Merged
from generator.people import People
from generator.pipeline import NO_PAPER, Decided
from generator.problems import BuildFailed, Problems, Severity, quoted
from generator.records.finding import Papers
from generator.records.there import file_of, former, joined, named_in
from generator.records.trial import Checked, Trial
from generator.settings import Settings
from generator.sources.facts.line import FactLine
from generator.text.words import fold
from generator.values.identifier import Identifier
from generator.write_file import replace_file

#: What is decided of a catalogue in which no paper is yet.
_NOTHING_YET = Decided(Catalogue(()), Merged((), (), {}, {}), Decisions(), People())


@dataclass
class Outcome:
    """What became of a wish: its record, or the paper that is there, or why it is not added.

    `there` is the id of a paper of the catalogue, or of one that is added by this run.
    """

    wish: Wish
    draft: Draft | None = None
    there: str = ""
    why: str = ""
    #: What `check` finds of the new record.
    found: list[str] = field(default_factory=list)


@dataclass
class Added:
    """What becomes of all wishes, in their order; nothing is written yet."""

    outcomes: list[Outcome]

    @property
    def drafts(self) -> list[Draft]:
        """The records that are to be written."""
        return [one.draft for one in self.outcomes if one.draft]

    def write(self, settings: Settings, facts: Facts, trial: Trial) -> None:
        """Write the records, each all at once, and what services said. Raises OSError."""
        for one in self.drafts:
            replace_file(settings.papers_dir / one.file, one.text.encode())
            for service, asked, said in one.gathered.said:
                facts.add(service.slug, FactLine(one.id, asked, trial.today, said))


def add(wanted: Sequence[Wish], asking: Round, trial: Trial, step: Step) -> Added:
    """Return what becomes of wishes.

    What the catalogue has, by an identifier or a title, nobody is asked for. What services say
    then makes records, which are tried on a copy: the merging says which of them are papers that
    are there. Raises BuildFailed for a catalogue with errors, and OSError.
    """
    before = _before(trial)
    if before.decided is None:
        problems = Problems()
        for problem in before.problems:
            problems.add(problem)
        raise BuildFailed(problems)
    papers = Papers(before.decided.catalogue)
    outcomes = [Outcome(wish) for wish in wanted]
    _find_known(outcomes, papers)
    open_ = _once_each(outcomes)
    gathered = gather([one.wish for one in open_], asking, step)
    for outcome, of_it in zip(open_, gathered, strict=True):
        _draft(outcome, of_it, outcomes, papers, before.decided, trial.today)
    _try(outcomes, trial, before)
    return Added(outcomes)


def _before(trial: Trial) -> Checked:
    """Return the catalogue as it is; one without any paper is no error here."""
    before = trial.check({})
    errors = [problem.what for problem in before.problems if problem.severity is Severity.ERROR]
    return replace(before, decided=_NOTHING_YET) if errors == [NO_PAPER] else before


def _find_known(outcomes: Sequence[Outcome], papers: Papers) -> None:
    for one in outcomes:
        found = papers.with_identifiers(one.wish.identifiers) or papers.titled(one.wish.title)
        if found:
            one.there = found[0].id


def _once_each(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Return the outcomes of wishes that are to be looked up: each paper once."""
    seen: dict[Identifier | str, Wish] = {}
    found = []
    for one in outcomes:
        if one.there:
            continue
        names: list[Identifier | str] = list(one.wish.identifiers)
        if one.wish.title:
            names.append(fold(one.wish.title))
        first = next((seen[name] for name in names if name in seen), None)
        if first:
            one.why = f"is named before, as {quoted(first.said)}"
            continue
        seen |= dict.fromkeys(names, one.wish)
        found.append(one)
    return found


def _draft(
    outcome: Outcome,
    gathered: Gathered,
    outcomes: Sequence[Outcome],
    papers: Papers,
    decided: Decided,
    today: dt.date,
) -> None:
    """Draft the record of what was gathered, unless the paper is there or nobody knows it."""
    paper = gathered.paper
    if paper is None:
        outcome.why = gathered.why
        return
    identifiers = {*paper.work.resolved_identifiers, *outcome.wish.identifiers}
    drafts = [one.draft for one in outcomes if one.draft]
    # Services tell more identifiers than were asked for.
    same = [one.id for one in papers.with_identifiers(identifiers)]
    same += [d.id for d in drafts if not identifiers.isdisjoint(d.paper.work.resolved_identifiers)]
    if same:
        outcome.there = same[0]
        return
    catalogue = papers.catalogue
    gone = former(identifiers, paper.work.title.plain, decided)
    if gone and gone.why:
        outcome.why = f"{gone.address}/ was taken out of the catalogue; decide if it comes back"
        return
    id_ = gone.address.removeprefix("papers/") if gone else ""
    taken = {*catalogue.by_id, *catalogue.signposts, *(one.id for one in drafts)}
    taken |= {address.removeprefix("papers/") for address in catalogue.gone}
    outcome.draft = draft(gathered, paper, taken, today, id_)


def _try(outcomes: Sequence[Outcome], trial: Trial, before: Checked) -> None:
    """Try all records on a copy of the catalogue; what joins a paper is there, what errs goes."""
    while True:
        drafts = {one.draft.file: one for one in outcomes if one.draft}
        if not drafts:
            return
        after = trial.check({name: one.draft.text for name, one in drafts.items() if one.draft})
        if not _culprits(drafts, before, after):
            break
    for problem in after.new_since(before):
        outcome = drafts.get(file_of(problem))
        # That the summary is still to be written is said of all at once.
        if outcome and problem.severity is not Severity.NOTE:
            outcome.found.append(trial.named(str(problem)))


def _culprits(drafts: Mapping[str, Outcome], before: Checked, after: Checked) -> bool:
    """Take back the drafts that cannot be; return whether there was one."""
    before_them = sum(one.draft is not None for one in drafts.values())
    errors = [p for p in after.new_since(before) if p.severity is Severity.ERROR]
    for problem in errors:
        outcome = drafts.get(file_of(problem))
        if outcome and outcome.draft:
            outcome.there = named_in(problem, outcome.draft.id, before)
            outcome.why = "" if outcome.there else str(problem)
            outcome.draft = None
    if after.decided and before.decided:
        for name, outcome in drafts.items():
            if outcome.draft and (there := joined(name, before.decided, after.decided)):
                outcome.draft, outcome.there = None, there
    elif errors and all(one.draft for one in drafts.values()):
        # An error in another file that some record brings: none can be trusted.
        for outcome in drafts.values():
            outcome.draft, outcome.why = None, str(errors[0])
    return sum(one.draft is not None for one in drafts.values()) < before_them
