"""How many authors two entries have in common, whatever their order and however they are cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.merge.evidence import MANY, same_person
from generator.values.name import FoldedName, Name

#: What stands around a name where a program parted a list: "and Ada Quill", "Quill et al.".
_BEFORE = frozenset(("and", "&", "by", "the", "corporate"))
_BEHIND = frozenset(("", "al", "et", "others", "and"))
_SIGNS = ".,;-–—…"


@dataclass(frozen=True)
class Agreement:
    """Of the `compared` authors of the shorter list `agreed` stand in the other.

    `most` is how many the longer list has. `first` is whether the first author of one is that of
    the other.
    """

    agreed: int = 0
    compared: int = 0
    most: int = 0
    first: bool = False

    @property
    def known(self) -> bool:
        """Whether both entries have authors."""
        return self.compared > 0

    @property
    def whole(self) -> bool:
        """Whether all authors of the shorter list agree."""
        return self.known and self.agreed == self.compared


def compared_names(names: Sequence[Name]) -> tuple[FoldedName, ...]:
    """Return the names as they are compared, without what the list around them left there."""
    return tuple(found for name in names if (found := _compared(name)))


def _compared(name: Name) -> FoldedName | None:
    folded = name.folded
    if folded and not name.literal and folded.given[:1] and folded.given[0] not in _BEFORE:
        return folded
    words = name.natural.split()
    while words and words[0].casefold() in _BEFORE:
        words.pop(0)
    while words and words[-1].strip(_SIGNS).casefold() in _BEHIND:
        words.pop()
    return Name(literal=" ".join(words)).folded if words else None


def agreement(a: Sequence[FoldedName], b: Sequence[FoldedName]) -> Agreement:
    """Return how many authors of the shorter list are in the other, each once."""
    short, long = sorted((tuple(a[:MANY]), tuple(b[:MANY])), key=_size)
    free = list(long)
    agreed = 0
    for name in short:
        found = next((other for other in free if same_person(name, other)), None)
        if found is not None:
            free.remove(found)
            agreed += 1
    first = bool(short) and bool(same_person(short[0], long[0]))
    return Agreement(agreed, len(short), len(long), first)


def are_mostly_others(found: Agreement) -> bool:
    """Whether of three authors and more two thirds are others: a column has one name in common."""
    return found.compared >= 3 and found.agreed * 3 <= found.compared


def _size(names: tuple[FoldedName, ...]) -> tuple[object, ...]:
    return len(names), [(name.family, name.given) for name in names]
