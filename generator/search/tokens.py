"""Cuts text into tokens, the same way as generator/theme/assets/search/words.js does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

#: Longer parts are cut: nobody types them, and they would fill the vocabulary.
MAX_PART = 40
#: Compounds of more parts have no joined form.
MAX_JOINED = 3

_JOINERS = "-.'’_‐"
_COMPOUND = re.compile(
    rf"[^ +{re.escape(_JOINERS)}]+\+*(?:[{re.escape(_JOINERS)}][^ +{re.escape(_JOINERS)}]+\+*)*"
)
_PART = re.compile(rf"([^ +{re.escape(_JOINERS)}]+)(\+*)")


class _Folding(dict[int, str | None]):
    """What each character becomes: nothing, itself in lower case, or a space."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        kind = unicodedata.category(char)[0]
        if kind == "M":
            found = None
        elif kind in "LN":
            found = char.lower()
        else:
            found = char if char in _JOINERS or char == "+" else " "
        self[code] = found
        return found


_folding = _Folding()


@dataclass(frozen=True)
class Part:
    """A run of letters and digits, and the `+` signs behind it."""

    word: str
    plus: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """What the part is found as."""
        return (self.word, self.word + self.plus) if self.plus else (self.word,)


def folded(text: str) -> str:
    """Return `text` as tokens are cut from it: no marks, small letters, spaces for all else."""
    return unicodedata.normalize("NFKD", text).translate(_folding)


def compounds(text: str) -> Iterator[tuple[Part, ...]]:
    """Return the compounds of `text`, in order, each with its parts."""
    for match in _COMPOUND.finditer(folded(text)):
        yield _parts(match.group())


def _parts(compound: str) -> tuple[Part, ...]:
    return tuple(Part(word[:MAX_PART], plus) for word, plus in _PART.findall(compound))


def joined(parts: tuple[Part, ...]) -> str:
    """Return the joined form of a compound, empty if it has none."""
    return "".join(part.word for part in parts) if 1 < len(parts) <= MAX_JOINED else ""


def forms(text: str) -> list[str]:
    """Return every form that `text` is found by, in order."""
    found: list[str] = []
    for match in _COMPOUND.finditer(folded(text)):
        # Most are a single part; looking no further takes half of the time.
        if match.group().isalnum():
            found.append(match.group()[:MAX_PART])
            continue
        parts = _parts(match.group())
        for part in parts:
            found += part.forms
        if joined(parts):
            found.append(joined(parts))
    return found
