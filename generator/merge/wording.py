"""How the words of two titles differ: spelling, typos, small words, or what they say.

Only spelling and typos leave a title the same. A changed content word makes another paper, also
when the change is small: `supervised` and `unsupervised`, `spatial` and `special`.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA, Levenshtein

from generator.merge.titles import NUMBER_WORDS, TitleParts
from generator.merge.word_lists import (
    CONFUSABLE,
    ENDINGS,
    FUNCTION_WORDS,
    NOTE_WORDS,
    OPPOSITES,
    PREFIXES,
    SMALL_WORDS,
)

#: A run of words of one title, each with its lemma.
Run = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Changes:
    """How two titles differ, each number in places changed.

    `typos` are slips of the pen, `functions` small words such as "for", `notes` words such as
    "(tutorial)", `contents` all else; `opposite` is whether a word became its opposite. Hyphens,
    articles, plurals and British spelling do not count.
    """

    typos: int = 0
    functions: int = 0
    notes: int = 0
    contents: int = 0
    opposite: bool = False


def changes(
    a: TitleParts, b: TitleParts, *, loose: bool = False, in_names: bool = False
) -> Changes:
    """Return how two titles differ; the same whichever comes first.

    `loose` allows more as a typo, for two entries that other evidence already joins; `in_names`
    allows typos in names of models too, which otherwise make another model.
    """
    first, second = sorted((a, b), key=lambda parts: (parts.words, sorted(parts.names)))
    names = frozenset() if in_names else first.names | second.names
    typos = functions = notes = contents = 0
    opposite = False
    for run_a, run_b in _differing(_said(first), _said(second)):
        words_a, words_b = [w for w, _ in run_a], [w for w, _ in run_b]
        if "".join(words_a) == "".join(words_b) or _joined(run_a) == _joined(run_b):
            continue
        count = _typos(run_a, run_b, names, loose)
        if count is not None:
            typos += count
        elif all(word in FUNCTION_WORDS for word in words_a + words_b):
            functions += 1
        elif all(word in NOTE_WORDS for word in words_a + words_b):
            notes += 1
        else:
            contents += 1
            opposite = opposite or _has_opposites(words_a, words_b)
    return Changes(typos, functions, notes, contents, opposite)


def _said(parts: TitleParts) -> Run:
    """Return the words without articles and "and", except as the last word: `Vitamin A`."""
    last = len(parts.words) - 1
    return tuple(
        # The S of an acronym is no plural: DARTS is not DART.
        (word, word if word in parts.acronyms and word not in NUMBER_WORDS else lemma(word))
        for at, word in enumerate(parts.words)
        if at == last or word not in SMALL_WORDS
    )


def _differing(left: Run, right: Run) -> list[tuple[Run, Run]]:
    """Return the runs of words, aligned, in which two titles differ."""
    runs: list[tuple[Run, Run]] = []
    joins = False
    for op in Levenshtein.opcodes([s for _, s in left], [s for _, s in right]):
        if op.tag == "equal":
            joins = False
            continue
        run = (left[op.src_start : op.src_end], right[op.dest_start : op.dest_end])
        if joins:
            before = runs.pop()
            run = (before[0] + run[0], before[1] + run[1])
        runs.append(run)
        joins = True
    return runs


def _joined(run: Run) -> str:
    return "".join(word for word, _ in run[:-1]) + (run[-1][1] if run else "")


def _typos(run_a: Run, run_b: Run, names: frozenset[str], loose: bool) -> int | None:
    """Return how many words of two runs differ by a typo, or None if they differ by more."""
    if any(word.rstrip("+#*") in names for word, _ in run_a + run_b):
        return None
    if len(run_a) == len(run_b):
        differing = [(a[0], b[0]) for a, b in zip(run_a, run_b, strict=True) if a[1] != b[1]]
    else:
        differing = [("".join(w for w, _ in run_a), "".join(w for w, _ in run_b))]
        if min(len(word) for word in differing[0]) < 8:
            return None
    return len(differing) if all(is_typo(a, b, loose=loose) for a, b in differing) else None


def is_typo(a: str, b: str, *, loose: bool) -> bool:
    """Whether two words differ as a slip of the pen does, and are not two known words.

    Strict: one letter too many, one missing or two swapped, in a word of five letters or more;
    one letter for another from eight letters; never the first or the last letter. Loose: also
    the last, two such slips from six letters, and two letters swapped in a word of four.
    """
    short, long = sorted((a, b), key=len)
    if len(short) < 4 or len(long) < 5 - loose or not (a + b).isalpha():
        return False
    if is_opposite(a, b) or frozenset((lemma(a), lemma(b))) in _CONFUSABLE or _is_form(a, b):
        return False
    slips = OSA.distance(a, b, score_cutoff=2)
    swapped = sorted(a) == sorted(b)
    if loose:
        if len(long) == 4:
            return swapped and slips == 1
        allowed = 2 if len(short) >= 6 else 1
        return (a[0] == b[0] or swapped) and slips <= allowed
    if slips != 1 or a[0] != b[0] or (a[-1] != b[-1] and not swapped):
        return False
    return swapped or len(a) != len(b) or len(a) >= 8


def is_opposite(a: str, b: str) -> bool:
    """Whether a beginning such as un- makes one word of the other, or the two are opposites."""
    if frozenset((lemma(a), lemma(b))) in _OPPOSITES or (a in PREFIXES and b in PREFIXES):
        return True
    same_end = 0
    while same_end < min(len(a), len(b)) and a[-1 - same_end] == b[-1 - same_end]:
        same_end += 1
    # Where a beginning stops is not always where the words begin to be equal: inter, under.
    return any(
        (size == len(a) or a[: len(a) - size] in PREFIXES)
        and (size == len(b) or b[: len(b) - size] in PREFIXES)
        for size in range(4, min(same_end, 40) + 1)
    )


def _has_opposites(words_a: list[str], words_b: list[str]) -> bool:
    """Whether two differing runs hold a word and its opposite, hyphenated or not."""
    if not words_a or not words_b:
        # "supervised" against "un-supervised": the run holds the beginning alone.
        return "".join(words_a + words_b) in PREFIXES - {"a", "an", "con", "over", "up"}
    pairs = [(a, b) for a in words_a for b in words_b] + [("".join(words_a), "".join(words_b))]
    return any(a != b and is_opposite(a, b) for a, b in pairs)


def _is_form(a: str, b: str) -> bool:
    """Whether two words are one lemma with two endings, such as `learned` and `learning`."""
    roots = set(_roots(a))
    return any(len(root) >= 3 and root in roots for root in _roots(b))


@functools.lru_cache(maxsize=4096)
def _roots(word: str) -> tuple[str, ...]:
    return (word, *(word[: -len(ending)] for ending in ENDINGS if word.endswith(ending)))


#: American endings for British ones; each step is made once, in this order.
_SPELLING = (
    (re.compile(r"(?<=\w{3})ys(?=(?:e|ed|er|ing)$)"), "yz"),
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|er|ing|ation)$)"), "iz"),
    (re.compile(r"(?<=\w{3})our(?=(?:ed|al|ally|ing|able|hood)?$)"), "or"),
    (re.compile(r"(?<=[aeiou]l)l(?=(?:ed|ing|er)$)"), ""),
    (re.compile(r"(?<=\w{2}[bt])re$"), "er"),
    (re.compile(r"(?<=\w{2})ogue$"), "og"),
    (re.compile(r"(?<=\w{3}en)ce$"), "se"),
)
_PLURALS = {
    "analyses": "analysis",
    "criteria": "criterion",
    "hypotheses": "hypothesis",
    "indices": "index",
    "matrices": "matrix",
    "vertices": "vertex",
}


@functools.lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """Return a word as singular, in American spelling; number words and numerals as digits."""
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    if word in _PLURALS:
        return _PLURALS[word]
    if len(word) > 40:
        return word
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for pattern, american in _SPELLING:
        word = pattern.sub(american, word)
    return word


_OPPOSITES = frozenset(frozenset(map(lemma, pair)) for pair in OPPOSITES)
_CONFUSABLE = frozenset(frozenset(map(lemma, pair)) for pair in CONFUSABLE)
