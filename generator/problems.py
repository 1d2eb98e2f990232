"""What is wrong with the input: where, what, and what to do about it.

Stages add to a `Problems` collector and go on, so that one run reports everything. Only
`BuildFailed` stops a build, and it carries every problem found up to then.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace


class Severity(enum.IntEnum):
    """How bad a problem is; an ERROR means that nothing is written."""

    ERROR = 0
    WARNING = 1
    NOTE = 2


@dataclass(frozen=True, order=True)
class Place:
    """A file, as the reader of a message knows it, and a line (from 1; 0 when none applies)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong. `hint` says what to do, without a full stop."""

    severity: Severity
    where: Place
    what: str
    hint: str = ""

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" + (f" ({self.hint})" if self.hint else "")
        return printable(text)


def printable(text: str) -> str:
    """Return `text` with control and bidi characters escaped, safe to show on a terminal."""
    return "".join(c if c.isprintable() or c == " " else _escaped(c) for c in text)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def quoted(text: object, limit: int = 70) -> str:
    """Return a short, quoted form of source text for a message: at most `limit` characters."""
    flat = " ".join(str(text).split())
    return '"' + (flat if len(flat) <= limit else flat[: limit - 1] + "…") + '"'


#: No message needs more; a name of a million characters in one would hide all others.
MAX_MESSAGE = 1_000


def _cut(text: str) -> str:
    return text if len(text) <= MAX_MESSAGE else text[: MAX_MESSAGE - 1] + "…"


#: Of one file this many errors, warnings and notes each are told; more are only counted. Nobody
#: reads them, and a file of two million broken lines would fill the memory with them.
MAX_OF_A_FILE = 1000


@dataclass
class Problems:
    """Collects problems; iterating gives them once each, errors first, then by place."""

    _found: set[Problem] = field(default_factory=set)
    _told: Counter[tuple[Severity, str]] = field(default_factory=Counter)
    _more: Counter[tuple[Severity, str]] = field(default_factory=Counter)

    def error(self, where: Place, what: str, hint: str = "") -> None:
        """Add a problem that must be mended before anything is written."""
        self.add(Problem(Severity.ERROR, where, what, hint))

    def warning(self, where: Place, what: str, hint: str = "") -> None:
        """Add a problem that the build survives, and that a person should look at."""
        self.add(Problem(Severity.WARNING, where, what, hint))

    def note(self, where: Place, what: str, hint: str = "") -> None:
        """Add something worth knowing that needs no action."""
        self.add(Problem(Severity.NOTE, where, what, hint))

    def add(self, problem: Problem) -> None:
        """Add a problem of any severity, cut to a length that can be read."""
        problem = replace(problem, what=_cut(problem.what), hint=_cut(problem.hint))
        of = (problem.severity, problem.where.file)
        if problem in self._found:
            return
        if self._told[of] < MAX_OF_A_FILE:
            self._told[of] += 1
            self._found.add(problem)
        else:
            self._more[of] += 1

    def add_all(self, others: Problems) -> None:
        """Add what another collector has, as if it had been told here."""
        for problem in sorted(others._found):
            self.add(problem)
        self._more.update(others._more)

    def __iter__(self) -> Iterator[Problem]:
        rest = [
            Problem(severity, Place(file), f"and {count:,} more {severity.name.lower()}s")
            for (severity, file), count in self._more.items()
        ]
        told = [(p.severity, p.where.file, False, p) for p in self._found]
        counted = [(p.severity, p.where.file, True, p) for p in rest]
        return iter([entry[-1] for entry in sorted(told + counted)])

    def __len__(self) -> int:
        return len(self._found) + self._more.total()

    def count(self, severity: Severity) -> int:
        """Return how many problems of this severity were found."""
        more = sum(count for (of, _), count in self._more.items() if of is severity)
        return sum(p.severity is severity for p in self._found) + more

    @property
    def has_errors(self) -> bool:
        """Whether anything found must stop the build."""
        return self.count(Severity.ERROR) > 0

    def stop_if_errors(self) -> None:
        """Raise `BuildFailed` when an error was found."""
        if self.has_errors:
            raise BuildFailed(self)


@dataclass
class InOrder(Problems):
    """Keeps every problem, in the order in which they were told, to be told to others later."""

    told: list[Problem] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        """Keep a problem."""
        self.told.append(problem)

    def tell(self, problems: Problems) -> None:
        """Add all to `problems`, as if they were told to it."""
        for problem in self.told:
            problems.add(problem)


class BuildFailed(Exception):
    """The input has errors; nothing was written. `problems` holds all that was found."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(f"{problems.count(Severity.ERROR)} errors")
        self.problems = problems


class WrongUse(Exception):
    """The command was called in a way that cannot work; the message says what to do."""


class Busy(WrongUse):
    """Another build of the same catalogue is running."""
