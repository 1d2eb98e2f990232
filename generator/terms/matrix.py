"""Every paper as a row of weights, one for each term: TF-IDF over words and pairs of words.

Words become numbers on the way in, so that counting millions of pairs is work for numpy.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from generator.cache.packing import digest
from generator.cache.parts import parted
from generator.cache.store import NO_CACHE, Cache
from generator.terms.wording import Weight, stem, weight_of
from generator.text.words import bare, fold
from generator.values.paper import Paper
from generator.workers import HERE, Workers

#: A title says what a paper is about; its words count as if said this often.
TITLE_TIMES = 3
#: Papers are read so many at a time, and again when one of them changed.
AT_ONCE = 128
#: A pair of words says more than either, and says it beside them: what it adds.
PAIR_WEIGHT = 0.7

# A word, with the hyphen that ties it to the next one, or a mark that ends a run of words. Slashes
# and other dashes inside words do not.
_TOKEN = re.compile(r"[^\W_]+(?:-(?=[^\W_]))?|[^\w\s/\-‐‑]")

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Terms:
    """The vector space of a catalogue.

    `weights` has a row per paper, in the order given, and a column per term that stands in two
    papers or more. The product of two rows is the cosine of the papers: a row has length 1 less
    what the terms of its paper alone take from it. `names` are the terms as papers most often print
    them. `parts` (terms × 2) holds the stems of a term's words by number, -1 for a missing second.
    `common` marks terms of words that much of the field uses: they say little to a reader.
    """

    weights: csr_matrix
    names: tuple[str, ...]
    parts: Ints
    common: NDArray[np.bool_]


def terms_of(papers: Sequence[Paper], workers: Workers = HERE, cache: Cache = NO_CACHE) -> Terms:
    """Return the vector space of `papers`: every term that stands in two of them or more."""
    chunks = parted(range(len(papers)), lambda row: papers[row].id, AT_ONCE)

    def key(rows: Sequence[int]) -> str:
        return digest(*(papers[row].texts() for row in rows))

    text = _joined(chunks, list(cache.map("tokens", tokens_of, chunks, papers, key, workers)))
    words = text.words
    stem_number: dict[str, int] = defaultdict(itertools.count().__next__)
    lower = [fold(word).removesuffix("-") for word in words]
    stems = np.array([stem_number[stem(word)] for word in lower], dtype=np.int64)
    kinds = np.array([weight_of(word) for word in lower], dtype=np.int64)
    base = max(len(words), 1)

    single = kinds[text.tokens] > Weight.NOTHING
    left, right = text.tokens[:-1], text.tokens[1:]
    pair = (
        (text.papers[:-1] == text.papers[1:])
        & (np.minimum(kinds[left], kinds[right]) > Weight.NOTHING)
        & (stems[left] != stems[right])
    )
    # A term is known by a number: a pair by that of its two words, a word by one below zero.
    printed = np.concatenate([-1 - text.tokens[single], left[pair] * base + right[pair]])
    meant = np.concatenate(
        [-1 - stems[text.tokens[single]], stems[left[pair]] * base + stems[right[pair]]]
    )
    rows = np.concatenate([text.papers[single], text.papers[:-1][pair]])
    times = np.concatenate([text.times[single], text.times[:-1][pair]])

    codes, columns = np.unique(meant, return_inverse=True)
    shape = (len(papers), len(codes))
    weights = csr_matrix((times.astype(np.float64), (rows, columns)), shape=shape)
    in_papers = np.bincount(weights.indices, minlength=len(codes))
    factors = np.log((len(papers) + 1) / (in_papers + 1)) + 1
    # Most pairs stand in one paper only, and would make long abstracts unlike all others.
    factors[codes >= 0] *= PAIR_WEIGHT * (in_papers[codes >= 0] > 1)
    weights.data = (1 + np.log(weights.data)) * factors[weights.indices]
    _divide_by_length(weights)
    # A term of one paper relates it to nothing; it has only made the others weigh less.
    kept = np.flatnonzero(in_papers >= 2)
    weights = weights[:, kept].tocsr()
    weights.sort_indices()
    codes = codes[kept]
    parts = np.where(
        codes[:, None] < 0,
        np.column_stack([-1 - codes, np.full_like(codes, -1)]),
        np.column_stack([codes // base, codes % base]),
    )
    is_common = np.isin(np.arange(len(stem_number) + 1), stems[kinds == Weight.COMMON])
    common = is_common[parts[:, 0]] & ((parts[:, 1] < 0) | is_common[parts[:, 1]])
    names = _names(codes, meant, printed, words, base)
    return Terms(weights, names, parts, common)


@dataclass(frozen=True)
class _Text:
    """All words of all papers, by number, those of a paper one after the other.

    `papers` says whose each is, `times` how often it counts.
    """

    words: list[str]
    tokens: Ints
    papers: Ints
    times: Ints


@dataclass(frozen=True)
class Tokens:
    """The words of some papers: `numbers` says which of `words` follow one another.

    `lengths` (papers × 2) tells how many are of a paper's title, and of the rest.
    """

    words: tuple[str, ...]
    numbers: NDArray[np.int32]
    lengths: NDArray[np.int32]


def tokens_of(papers: Sequence[Paper], rows: Sequence[int]) -> Tokens:
    """Return the words of some of `papers`, and marks that end a run of words."""
    number: dict[str, int] = defaultdict(itertools.count().__next__)
    tokens: list[int] = []
    lengths: list[tuple[int, int]] = []
    for paper in (papers[row] for row in rows):
        rest = f". {paper.curation.summary.plain} . {paper.work.abstract.plain}"
        title, others = (_TOKEN.findall(bare(text)) for text in (paper.work.title.plain, rest))
        tokens += [number[token] for token in (*title, *others)]
        lengths.append((len(title), len(others)))
    return Tokens(
        tuple(number),
        np.array(tokens, dtype=np.int32),
        np.array(lengths, dtype=np.int32).reshape(-1, 2),
    )


def _joined(chunks: Sequence[Sequence[int]], found: Sequence[Tokens]) -> _Text:
    """Return the words that were found in chunks of papers, in the order of the chunks."""
    # Numbered by the alphabet, so that the order of the papers changes no column.
    words = sorted({word for some in found for word in some.words})
    number = {word: at for at, word in enumerate(words)}
    tokens = [np.array([number[w] for w in s.words], dtype=np.int64)[s.numbers] for s in found]
    lengths = np.concatenate([np.zeros((0, 2), dtype=np.int32), *(s.lengths for s in found)])
    rows = np.array([row for chunk in chunks for row in chunk], dtype=np.int64)
    return _Text(
        words,
        np.concatenate([np.zeros(0, dtype=np.int64), *tokens]),
        np.repeat(rows, lengths.sum(axis=1)),
        np.repeat(np.tile([TITLE_TIMES, 1], len(lengths)), lengths.ravel()),
    )


def _divide_by_length(matrix: csr_matrix) -> None:
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    length = np.sqrt(np.bincount(rows, weights=matrix.data**2, minlength=matrix.shape[0]))
    matrix.data /= np.where(length > 0, length, 1.0)[rows]


def _names(
    codes: Ints, meant: Ints, printed: Ints, words: Sequence[str], base: int
) -> tuple[str, ...]:
    """Return for each term the form that papers print most often.

    A form with a capital counts half: it may stand so because it begins a sentence or a title.
    """
    forms, first, counts = np.unique(printed, return_index=True, return_counts=True)
    of_term = meant[first]
    known = np.isin(of_term, codes)
    best: dict[int, tuple[float, bool, str]] = {}
    for code, term, count in zip(forms[known], of_term[known], counts[known], strict=True):
        parts = [words[-1 - code]] if code < 0 else [words[code // base], words[code % base]]
        capital = any(part[0].isupper() and not part[1:].isupper() for part in parts)
        name = " ".join(parts).replace("- ", "-").removesuffix("-")
        offer = (-count / 2 if capital else -float(count), capital, name)
        best[int(term)] = min(best.get(int(term), offer), offer)
    return tuple(best[int(code)][2] for code in codes)
