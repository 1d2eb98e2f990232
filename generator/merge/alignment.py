"""Where two titles differ: words read wrongly, left out, exchanged, or standing around the other.

Programs that read titles off pages cut them, join and part their words, take `rn` for `m`, and keep
what stood before and behind: names, the venue, pages. What is left are words that say something
else, and those make another paper.
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA, Levenshtein

from generator.merge.titles import NUMBER_WORDS, SINGLE_NUMERALS, TitleParts
from generator.merge.word_lists import (
    CITATION_WORDS,
    FUNCTION_WORDS,
    NOTE_WORDS,
    OTHER_WORK_WORDS,
    SMALL_WORDS,
)
from generator.merge.wording import is_opposite, is_typo, lemma

#: So many words of one title may stand for one of the other.
MOST_JOINED = 3
#: Words that are joined and misspelt at once are known from so many letters.
LONG_RUN = 8
#: A word of so few letters in the place of a small word may be that word.
SHORT_WORD = 4
#: A number of so many digits is a year or a page; a shorter one counts parts.
YEAR_DIGITS = 3

#: Digits that a program takes letters for.
_DIGITS = str.maketrans("015", "ols")
#: What a program takes for what, and letters that are lost as ligatures of a font.
_MISREAD = tuple(
    (re.compile(seen), meant)
    for seen, meant in (
        ("rn", "m"),
        ("vv", "w"),
        ("cl", "d"),
        ("i", "l"),
        ("b", "h"),
        ("e", "c"),
        ("f+l*", ""),
    )
)


@dataclass(frozen=True)
class Alignment:
    """What two titles share and where they differ, counted in words.

    `shared` are the content words of both, also if misread (`slips`); `small` are words such as
    "for" and `notes` such as "(demo)" that one has; `left_out` content words that one has between
    shared ones; `exchanged` those that stand for others. `before` and `behind` are the words that
    one has around all of the other; `is_cut` is whether the other ends inside a word. `numbers` is
    whether a number differs; `opposite` whether a word became its opposite.
    """

    shared: tuple[str, ...] = ()
    slips: int = 0
    small: int = 0
    notes: int = 0
    left_out: int = 0
    exchanged: int = 0
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    numbers: bool = False
    opposite: bool = False
    is_cut: bool = False


@functools.lru_cache(maxsize=65_536)
def misread(word: str) -> str:
    """Return a word in a form that is the same for all that a program may take it for."""
    word = lemma(word.translate(_DIGITS))
    for seen, meant in _MISREAD:
        word = seen.sub(meant, word)
    return word


def align(a: TitleParts, b: TitleParts) -> Alignment:
    """Return what two titles share and where they differ; the same whichever comes first."""
    first, second = sorted((a, b), key=lambda parts: (len(parts.words), parts.words))
    acronyms = first.acronyms | second.acronyms
    left, right = _said(first, acronyms), _said(second, acronyms)
    cut = _completed(left, right) or _completed(right, left)
    names = acronyms | {lemma(name) for name in first.names | second.names}
    right, slips = _as_in(left, right, names)
    left, joined = _as_in(right, left, names)
    found = _Differences()
    for op in Levenshtein.opcodes(left, right):
        one, other = left[op.src_start : op.src_end], right[op.dest_start : op.dest_end]
        if op.tag == "equal":
            found.shared += [word for word in one if word not in FUNCTION_WORDS]
            continue
        starts = op.src_start == op.dest_start == 0
        ends = op.src_end == len(left) and op.dest_end == len(right)
        found.add(one, other, starts=starts, ends=ends)
    return found.alignment(slips + joined, is_cut=cut)


def _said(parts: TitleParts, acronyms: frozenset[str]) -> list[str]:
    words = (word for word in parts.words if word not in SMALL_WORDS)
    # As in `wording`: the S of an acronym is no plural, but "II" is a number.
    kept = acronyms - NUMBER_WORDS.keys()
    return [word if word in kept else lemma(word) for word in words]


def _completed(cut: list[str], known: list[str]) -> bool:
    """Complete the last word of `cut` where it is the beginning of one that is there in `known`.

    Return whether it was: the word before it must be the same.
    """
    if len(cut) < 2 or cut[-1] in known or any(map(str.isdigit, cut[-1])):
        return False
    for before, word in itertools.pairwise(known):
        if before == cut[-2] and word.startswith(cut[-1]):
            cut[-1] = word
            return True
    return False


def _as_in(known: list[str], words: list[str], names: frozenset[str]) -> tuple[list[str], int]:
    """Return `words` as `known` spells those that are slips of its own, and how many there were.

    Words of one that are joined in the other are parted there.
    """
    theirs = set(known)
    strange = [word for word in words if word not in theirs]
    if not strange:
        return words, 0
    free = [word for word in known if len(word) > 1]
    runs = {
        "".join(known[at : at + size]): known[at : at + size]
        for size in range(2, MOST_JOINED + 1)
        for at in range(len(known) - size + 1)
    }
    meant = {word: _meant(word, free, runs, names) for word in strange}
    found = [part for word in words for part in meant.get(word) or [word]]
    return found, sum(meant.get(word) is not None for word in words)


def _meant(
    word: str, free: list[str], runs: dict[str, list[str]], names: frozenset[str]
) -> list[str] | None:
    """Return the words that a word is a slip of, or the parts that it joins; None if of none."""
    if word in runs:
        return runs[word]
    for other in free:
        if _is_misread(word, other) or _is_typo(word, other, names):
            return [other]
    if len(word) < LONG_RUN - 2:
        return None
    near = (
        run
        for run in runs
        if (len(run) >= LONG_RUN and _is_typo(word, run, frozenset())) or _is_misread(word, run)
    )
    return next((runs[run] for run in near), None)


def _is_misread(a: str, b: str) -> bool:
    return len(a) > 2 and abs(len(a) - len(b)) < 4 and misread(a) == misread(b)


def _is_typo(a: str, b: str, names: frozenset[str]) -> bool:
    """Whether two words differ by a slip; another letter makes another name, a swap does not."""
    if abs(len(a) - len(b)) > 2:
        return False
    if a in names or b in names:
        return len(a) == len(b) > 4 and sorted(a) == sorted(b) and is_typo(a, b, loose=False)
    return OSA.distance(a, b, score_cutoff=2) <= 2 and is_typo(a, b, loose=True)


class _Differences:
    """Gathers what differs, run by run."""

    def __init__(self) -> None:
        self.shared: list[str] = []
        self.before: list[str] = []
        self.behind: list[str] = []
        self.slips = self.small = self.notes = self.left_out = self.exchanged = 0
        self.numbers = self.opposite = False

    def add(self, one: list[str], other: list[str], *, starts: bool, ends: bool) -> None:
        """Count one run of words against the run that stands for it; either may be empty."""
        short, long = sorted((one, other), key=len)
        if "".join(one) == "".join(other):
            self.slips += 1
            self.shared += _content(long)
        elif ends and not starts and not short:
            self.behind = long
        elif starts and not ends and not short:
            self.before = long
        elif _are_small(one, other):
            self.small += 1
        elif all(word in NOTE_WORDS for word in one + other):
            self.notes += 1
        else:
            self._content(one, other)

    def _content(self, one: list[str], other: list[str]) -> None:
        left, right = _content(one), _content(other)
        if _numbers(left) != _numbers(right):
            self.numbers = True
        self.opposite = self.opposite or any(is_opposite(a, b) for a in left for b in right)
        exchanged = min(len(left), len(right))
        self.exchanged += exchanged
        self.left_out += max(len(left), len(right)) - exchanged

    def alignment(self, slips: int, *, is_cut: bool) -> Alignment:
        """Return what was gathered."""
        return Alignment(
            shared=tuple(self.shared),
            slips=slips + self.slips,
            small=self.small,
            notes=self.notes,
            left_out=self.left_out,
            exchanged=self.exchanged,
            before=tuple(self.before),
            behind=tuple(self.behind),
            numbers=self.numbers,
            opposite=self.opposite,
            is_cut=is_cut,
        )


def _are_small(one: list[str], other: list[str]) -> bool:
    """Whether all words are such as "for", or one of them misread: "fo", "wltb"."""
    content = "".join(_content(one + other))
    short = bool(one) and bool(other) and len(content) <= SHORT_WORD
    return not content or (short and not any(map(_counts, one + other)))


def _content(words: list[str]) -> list[str]:
    return [word for word in words if word not in FUNCTION_WORDS]


def _counts(word: str) -> bool:
    """Whether a word may count parts: a number, or a letter as in "Sheep. I" and "Sheep. B"."""
    return word.isdigit() or (len(word) == 1 and word not in FUNCTION_WORDS | SMALL_WORDS)


def _numbers(words: list[str]) -> list[str]:
    return [
        SINGLE_NUMERALS.get(word, word)
        for word in words
        if _counts(word) or any(char.isdigit() for char in word)
    ]


def names_other_work(found: Alignment) -> bool:
    """Whether words around a title make another work of it: "Erratum to …", "…, Part II"."""
    if not OTHER_WORK_WORDS.isdisjoint(found.before):
        return True
    first = next((word for word in found.behind if word not in FUNCTION_WORDS), "")
    counted = first.isdigit() and len(first) < YEAR_DIGITS
    return first in OTHER_WORK_WORDS or counted or (len(first) == 1 and len(found.behind) == 1)


def is_citation(words: tuple[str, ...]) -> bool:
    """Whether words behind a title are those of a citation: "In Proc. …, pages 12-20", "1997"."""
    return any(map(_is_cited, words)) or all(map(_is_small, words))


def before_a_citation(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of content behind a title that stand before those of a citation, if any."""
    if not any(map(_is_cited, words)):
        return ()
    said = itertools.takewhile(lambda word: not _is_cited(word), words)
    return tuple(word for word in said if not _is_small(word))


def _is_cited(word: str) -> bool:
    return word in CITATION_WORDS or (word.isdigit() and len(word) >= YEAR_DIGITS)


def _is_small(word: str) -> bool:
    return word in FUNCTION_WORDS or len(word) < YEAR_DIGITS


def are_people(words: tuple[str, ...], people: frozenset[str]) -> bool:
    """Whether words around a title are names of its authors with their initials.

    `people` are the words of their names.
    """
    named = any(word in people for word in words)
    return named and all(len(word) < YEAR_DIGITS or word in people for word in words)
