"""How postings and vocabularies are written as JSON, and read again."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

#: The number of the index's form: raised when a reader of the one before would go wrong.
FORMAT = 5
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
#: Impacts are 0 to this; what one adds to a score is the square of it plus one.
MOST_IMPACT = len(ALPHABET) - 1
_VALUE = {char: value for value, char in enumerate(ALPHABET)}
_CODES = np.frombuffer(ALPHABET.encode("ascii"), dtype=np.uint8)
_BASE = 32

Ints = NDArray[np.integer[Any]]
Posting = tuple[int, int]


def encode_postings(starts: Ints, documents: Ints, impacts: Ints) -> list[str]:
    """Write the postings of each class; `starts` has where those of each begin, and one more.

    The documents rise within a class.
    """
    return encode_lists(starts, distances(starts, documents), impacts)


def decode_postings(text: str) -> Iterator[Posting]:
    """Return the pairs that `encode_postings` wrote."""
    document, distance, factor = 0, 0, 1
    chars = iter(text)
    for char in chars:
        value = _VALUE[char]
        distance += factor * (value % _BASE)
        factor *= _BASE
        if value < _BASE:
            document += distance
            yield document, _VALUE[next(chars)]
            document, distance, factor = document + 1, 0, 1


def encode_documents(documents: Iterable[int]) -> str:
    """Write numbers of documents, rising: postings without impacts."""
    return encode_numbers(_distances(documents))


def decode_documents(text: str) -> Iterator[int]:
    """Return the numbers that `encode_documents` wrote."""
    expected = 0
    for distance in decode_numbers(text):
        yield expected + distance
        expected += distance + 1


def encode_numbers(numbers: Iterable[int]) -> str:
    """Write numbers from 0: in base 32, lowest digit first; behind a digit plus 32 is another."""
    return "".join(map(_digits, numbers))


def decode_numbers(text: str) -> Iterator[int]:
    """Return the numbers that `encode_numbers` wrote."""
    number, factor = 0, 1
    for char in text:
        value = _VALUE[char]
        number += factor * (value % _BASE)
        factor *= _BASE
        if value < _BASE:
            yield number
            number, factor = 0, 1


def encode_lists(starts: Ints, numbers: Ints, behind: Ints | None = None) -> list[str]:
    """Write each of many lists of numbers as `encode_numbers` does, all at once.

    `starts` has where each list begins in `numbers`, and one more; `behind` has for each number the
    place in ALPHABET of what is written behind it.
    """
    lengths = np.ones(len(numbers), dtype=np.int64)
    least = _BASE
    while (longer := numbers >= least).any():
        lengths += longer
        least *= _BASE
    ends = np.cumsum(lengths + (behind is not None))
    begins = np.concatenate([[0], ends])
    chars = np.zeros(begins[-1], dtype=np.uint8)
    for digit in range(int(lengths.max(initial=0))):
        some = np.flatnonzero(lengths > digit)
        value = numbers[some] // _BASE**digit % _BASE + _BASE * (lengths[some] > digit + 1)
        chars[begins[some] + digit] = _CODES[value]
    if behind is not None:
        chars[ends - 1] = _CODES[behind]
    text = chars.tobytes().decode("ascii")
    return [text[one:other] for one, other in itertools.pairwise(begins[starts].tolist())]


def distances(starts: Ints, documents: Ints) -> Ints:
    """Return how many documents lie between each one and that before it, list by list."""
    found = np.array(documents, dtype=np.int64)
    found[1:] -= documents[:-1].astype(np.int64) + 1
    first = starts[:-1][starts[:-1] < starts[1:]]
    found[first] = documents[first]
    return found


def _digits(number: int) -> str:
    digits = ""
    while number >= _BASE:
        digits += ALPHABET[_BASE + number % _BASE]
        number //= _BASE
    return digits + ALPHABET[number]


def _distances(documents: Iterable[int]) -> Iterator[int]:
    expected = 0
    for document in documents:
        yield document - expected
        expected = document + 1


@dataclass(frozen=True)
class Vocabulary:
    """Forms in the order of code points, the class of each, and how many documents that has.

    `documents` holds floor(log2(count)), at most 9; `fields` has for each class, in the order of
    their numbers, the bits of the lists that stand behind its postings.
    """

    forms: tuple[str, ...]
    classes: tuple[int, ...]
    documents: tuple[int, ...]
    fields: tuple[int, ...]


def size_digit(documents: int) -> int:
    """Return how a vocabulary writes a number of documents."""
    return min(9, int(math.log2(documents)))


def encode_vocabulary(vocabulary: Vocabulary) -> dict[str, Any]:
    """Write a vocabulary whose classes are numbered in the order of their first forms."""
    shared, rest, classes = [], [], []
    before, newest = "", -1
    for form, number in zip(vocabulary.forms, vocabulary.classes, strict=True):
        common = _common(before, form)
        shared.append(common)
        rest.append(form[common:])
        classes.append(0 if number > newest else newest - number + 1)
        newest = max(newest, number)
        before = form
    return {
        "p": shared,
        "s": " ".join(rest),
        "c": classes,
        "d": "".join(map(str, vocabulary.documents)),
        "f": "".join(ALPHABET[bits] for bits in vocabulary.fields),
    }


def decode_vocabulary(written: dict[str, Any]) -> Vocabulary:
    """Return the vocabulary that `encode_vocabulary` wrote."""
    forms: list[str] = []
    classes: list[int] = []
    before, newest = "", -1
    rests: Sequence[str] = written["s"].split(" ") if written["p"] else ()
    for shared, rest, back in zip(written["p"], rests, written["c"], strict=True):
        before = before[:shared] + rest
        newest += back == 0
        forms.append(before)
        classes.append(newest if back == 0 else newest - back + 1)
    return Vocabulary(
        tuple(forms),
        tuple(classes),
        tuple(map(int, written["d"])),
        tuple(_VALUE[char] for char in written["f"]),
    )


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
