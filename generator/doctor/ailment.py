"""What a check of the doctor is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.doctor.examined import Examined
from generator.doctor.remedies import Remedy
from generator.problems import Place


@dataclass(frozen=True)
class Ailment:
    """What is wrong, where, and what to do: `remedies` that can be applied, or the `advice`.

    `paper` is the id of the paper that it is about, if it is about one.
    """

    where: Place
    what: str
    advice: str
    remedies: tuple[Remedy, ...] = ()
    paper: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others of its check, also after lines have come or gone before it."""
        return self.where.file, self.what


#: Looks at a catalogue, and yields what is wrong.
Finder = Callable[[Examined], Iterator[Ailment]]


@dataclass(frozen=True)
class Check:
    """A check: its name, what it looks for in a sentence, and the looking.

    `mends` is whether some of what it finds can be mended without asking. While something is left
    of one that `fails`, the doctor does; what others find is advice on what papers are said to be.
    Of what it finds `most` are told, unless all are wished; its surest findings come first.
    One that `needs_catalogue` reads what was decided, which is not there where there are errors.
    """

    name: str
    says: str
    find: Finder
    mends: bool = False
    fails: bool = False
    needs_catalogue: bool = True
    most: int = 20
