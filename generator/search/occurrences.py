"""Cuts the texts of documents into forms: where each of them stands, as columns of numbers.

What comes of some documents depends on their texts alone.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.search.fields import FIELDS
from generator.search.places import Area
from generator.search.texts import Texts
from generator.search.tokens import Forms, Written, forms_of, written


@dataclass(frozen=True)
class Occurrences:
    """A row for each form in each text of some documents, which are numbered from 0 and rise.

    `numbers` says which of `forms` it is, `kinds` in which of FIELDS it stands, `begins` its first
    place and `covers` how many places it has. `lengths` (fields × documents) counts the rows.
    """

    forms: tuple[str, ...]
    numbers: NDArray[np.int32]
    documents: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    begins: NDArray[np.int32]
    covers: NDArray[np.uint8]
    lengths: NDArray[np.int32]


class _Compounds(dict[Written, int]):
    """The number of each compound, from 0, and what it is found by: each is looked at once."""

    def __init__(self) -> None:
        super().__init__()
        self.known: list[Forms] = []
        self.widths: list[int] = []

    def __missing__(self, compound: Written) -> int:
        number = self[compound] = len(self.known)
        self.known.append(forms_of(compound))
        self.widths.append(self.known[-1].width)
        return number


class _Texts:
    """Columns: a row for each text, and in `compounds` one after the other what they are of."""

    def __init__(self) -> None:
        self.compounds, self.sizes, self.documents, self.kinds, self.firsts, self.ends = (
            array("i") for _ in range(6)
        )

    def add(self, document: int, kind: int, compounds: Sequence[int], first: int, end: int) -> None:
        self.compounds.extend(compounds)
        self.sizes.append(len(compounds))
        self.documents.append(document)
        self.kinds.append(kind)
        self.firsts.append(first)
        self.ends.append(end)


def occurrences_in(documents: Sequence[Texts]) -> Occurrences:
    """Return every form in the texts of some documents."""
    numbered = _Compounds()
    rows = _Texts()
    number_of, width_of = numbered.__getitem__, numbered.widths.__getitem__
    for document, texts in enumerate(documents):
        free: dict[Area | None, int] = {}
        for kind, (name, field) in enumerate(FIELDS.items()):
            area = field.area
            for at, text in enumerate(texts.get(name, ())):
                found = list(map(number_of, written(text)))
                first, end = area.of(at, free.get(area, 0)) if area else (0, 0)
                rows.add(document, kind, found, first, end)
                # Between two texts there is a place, so that no phrase is in both.
                width = sum(map(width_of, found))
                free[area] = first + width + 1 if found else first
    return _spread(rows, numbered, len(documents))


def _spread(texts: _Texts, numbered: _Compounds, documents: int) -> Occurrences:
    """Put the forms of each compound in its place, wherever it stands."""
    number: dict[str, int] = {}
    flat = [item for known in numbered.known for item in known.forms]
    form = np.array([number.setdefault(form, len(number)) for form, _, _ in flat], dtype=np.int32)
    inside = np.array([place for _, place, _ in flat], dtype=np.int32)
    covered = np.array([covers for _, _, covers in flat], dtype=np.int32)
    many = np.array([len(known.forms) for known in numbered.known], dtype=np.int32)
    width = np.array(numbered.widths, dtype=np.int32)

    compounds, sizes = _column(texts.compounds), _column(texts.sizes)
    of_text = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    place = _column(texts.firsts)[of_text] + _within(width[compounds], sizes)
    times = many[compounds]
    # Of each compound all forms, one after the other.
    item = np.repeat((np.cumsum(many) - many)[compounds], times) + _counted(times)
    begins = np.repeat(place, times) + inside[item]
    of_text = np.repeat(of_text, times)
    room = _column(texts.ends)[of_text] - begins
    kinds, of_document = _column(texts.kinds), _column(texts.documents)
    cell = (kinds * max(documents, 1) + of_document)[of_text]
    lengths = np.bincount(cell, minlength=len(FIELDS) * documents).astype(np.int32)
    return Occurrences(
        tuple(number),
        form[item],
        of_document[of_text],
        kinds[of_text].astype(np.uint8),
        begins.astype(np.int32),
        np.clip(np.minimum(covered[item], room), 0, None).astype(np.uint8),
        lengths.reshape(len(FIELDS), documents),
    )


def _column(values: array[int]) -> NDArray[np.int32]:
    return np.frombuffer(values, dtype=np.int32) if values else np.zeros(0, dtype=np.int32)


def _counted(times: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return 0, 1, 2 … for each of `times`, one after the other."""
    ends = np.cumsum(times, dtype=np.int64)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - times, times)


def _within(widths: NDArray[np.int32], sizes: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return what stands before each of `widths` among its own, of which there are `sizes`."""
    before = np.cumsum(widths, dtype=np.int64) - widths
    starts = (np.cumsum(sizes, dtype=np.int64) - sizes)[sizes > 0]
    found: NDArray[np.int64] = before - np.repeat(before[starts], sizes[sizes > 0])
    return found
