"""Looks at a catalogue with checks, and says which of them found what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.doctor.ailment import Ailment, Check
from generator.doctor.examined import Examined
from generator.doctor.table import CHECKS
from generator.fetched import is_fetched
from generator.pipeline import Progress, Silent
from generator.problems import Severity, WrongUse, quoted
from generator.records.trial import checked
from generator.settings import Settings
from generator.validation import nearest
from generator.workers import HERE, Workers

#: Who is told nothing.
SILENT = Silent()


@dataclass(frozen=True)
class Findings:
    """What each check found, in the order of the table.

    `not_looked` are the names of those that could not look, as the catalogue has `errors`.
    """

    of: tuple[tuple[Check, tuple[Ailment, ...]], ...]
    not_looked: tuple[str, ...] = ()
    errors: int = 0

    def __iter__(self) -> Iterator[tuple[Check, Ailment]]:
        return ((check, ailment) for check, found in self.of for ailment in found)

    @property
    def fail(self) -> bool:
        """Whether something is left that a build would trip over, or that is not as it must be."""
        return bool(self.not_looked) or any(check.fails and found for check, found in self.of)

    def __bool__(self) -> bool:
        """Whether anything was found, or could not be looked at."""
        return bool(self.not_looked) or any(found for _, found in self.of)


@dataclass(frozen=True)
class Desk:
    """A catalogue, the checks that look at it, and what they need for that.

    `today` is the day that dates are compared with.
    """

    settings: Settings
    today: dt.date
    checks: Sequence[Check] = CHECKS
    workers: Workers = HERE
    progress: Progress = SILENT

    def examine(self) -> Findings:
        """Return all that the checks find. Raises OSError for what cannot be read, and WrongUse."""
        needs = any(check.needs_catalogue for check in self.checks)
        whole = checked(self.settings, self.today, self.workers, self.progress) if needs else None
        examined = Examined(self.settings, self.today, whole)
        can = [c for c in self.checks if not c.needs_catalogue or (whole and whole.decided)]
        found = tuple((check, tuple(check.find(examined))) for check in can)
        errors = [p for p in whole.problems if p.severity is Severity.ERROR] if whole else []
        cannot = tuple(check.name for check in self.checks if check not in can)
        return Findings(found, cannot, len(errors))


def chosen(only: Sequence[str], skip: Sequence[str]) -> list[Check]:
    """Return the checks of these names, all where none are given, without those to skip.

    Several names may stand in one text, with commas. Raises WrongUse for a name of none.
    """
    wanted, unwanted = ([n.strip() for t in texts for n in t.split(",")] for texts in (only, skip))
    known = [check.name for check in CHECKS]
    for name in (*wanted, *unwanted):
        if name not in known:
            hint = nearest(name, known, f"known are {', '.join(known)}")
            raise WrongUse(f"no check is called {quoted(name)} ({hint})")
    return [c for c in CHECKS if (not wanted or c.name in wanted) and c.name not in unwanted]


def reading(settings: Settings, names: Sequence[str], base: Path) -> Settings:
    """Return settings with more sources: files, folders or patterns, as seen from `base`."""
    more = (name if is_fetched(name) else str(base / name) for name in names)
    return replace(settings, sources=(*settings.sources, *more))
