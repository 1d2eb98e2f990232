"""Which papers are related, how much, and by which words: TF-IDF over title, summary, abstract."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import snowballstemmer
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

from generator.model import Paper, Related
from generator.text.words import words

#: Below this cosine similarity two papers share no more than the manner of speaking.
MIN_SCORE = 0.04
MAX_TERMS = 4
#: Longer runs of letters are no words, and stemming takes quadratic time over them.
MAX_WORD = 40

#: A title says what a paper is about; its words count as if said this often.
TITLE_TIMES = 3

# Words of every abstract, whatever it is about. Longer lists change little: TF-IDF sees to it.
_COMMON = frozenset(
    """abstract achieve achieves approach approaches based demonstrate demonstrates effective
    existing experiment experiments experimental findings github com https http improve improves
    improved introduce introduces method methods model models network networks neural new novel
    outperform outperforms paper performance present presents problem propose proposed proposes
    provide provides recent recently result results show shows significantly state art study task
    tasks use used uses using various way work works code available learning deep data different
    large training trained like better called compared respectively alleviate pairs make makes
    given including include includes several further furthermore however thus hence namely known
    number example address challenging challenges challenge simple first second two three""".split()
)
_STOP = _COMMON | ENGLISH_STOP_WORDS
_NUMBER = re.compile(r"\d+")
_stemmer = snowballstemmer.stemmer("english")


def relate(papers: Sequence[Paper], count: int) -> dict[str, tuple[Related, ...]]:
    """Return for each paper's id up to `count` related papers, the most similar first.

    `papers` are sorted by id, which makes the result independent of any other order. Terms are
    the shared words that add most to the score, most telling first.
    """
    empty: dict[str, tuple[Related, ...]] = {paper.id: () for paper in papers}
    if count == 0 or len(papers) < 2:
        return empty
    documents = [_terms(paper) for paper in papers]
    vectorizer = TfidfVectorizer(
        analyzer=lambda document: document,
        sublinear_tf=True,
        # A word of one paper alone relates it to nothing.
        min_df=2,
        dtype=np.float64,
    )
    try:
        weights = csr_matrix(vectorizer.fit_transform(documents))
    except ValueError:
        # No word stands in two papers.
        return empty
    shown = _shown_forms(papers)
    names = [shown.get(stem, stem) for stem in vectorizer.get_feature_names_out()]
    best = sp_matmul_topn(
        weights, weights.T.tocsr(), top_n=count + 1, threshold=MIN_SCORE, sort=True, n_threads=1
    )
    related = dict(empty)
    for row, paper in enumerate(papers):
        span = slice(best.indptr[row], best.indptr[row + 1])
        scored = [
            (round(float(score), 4), int(column))
            for column, score in zip(best.indices[span], best.data[span], strict=True)
            if column != row
        ]
        scored.sort(key=lambda pair: (-pair[0], papers[pair[1]].id))
        related[paper.id] = tuple(
            Related(papers[column].id, min(score, 1.0), _shared(weights, row, column, names))
            for score, column in scored[:count]
        )
    return related


def _terms(paper: Paper) -> list[str]:
    body = _stems(f"{paper.summary} {paper.abstract}")
    return _stems(paper.title) * TITLE_TIMES + body


def _stems(text: str) -> list[str]:
    return [stem for word in words(text) if (stem := _stem(word))]


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    """Return a word's stem, or an empty string for words that say nothing of a subject."""
    if word in _STOP or not 2 <= len(word) <= MAX_WORD or _NUMBER.fullmatch(word):
        return ""
    stem: str = _stemmer.stemWord(word)
    return stem


def _shown_forms(papers: Sequence[Paper]) -> dict[str, str]:
    """Return for each stem the word it most often stands for, for people to read."""
    counts: Counter[tuple[str, str]] = Counter()
    for paper in papers:
        for word in words(paper.text()):
            stem = _stem(word)
            if stem:
                counts[stem, word] += 1
    shown: dict[str, str] = {}
    for (stem, word), _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        shown.setdefault(stem, word)
    return shown


def _shared(weights: csr_matrix, row: int, column: int, names: Sequence[str]) -> tuple[str, ...]:
    """Return the words that two papers share, by what each adds to their similarity."""
    # The arrays of a sparse matrix are read directly: slicing rows takes ten times as long.
    one, other = (slice(weights.indptr[r], weights.indptr[r + 1]) for r in (row, column))
    both, here, there = np.intersect1d(
        weights.indices[one], weights.indices[other], assume_unique=True, return_indices=True
    )
    product = weights.data[one][here] * weights.data[other][there]
    pairs = sorted(
        (-round(float(value), 6), names[index]) for index, value in zip(both, product, strict=True)
    )
    return tuple(name for _, name in pairs[:MAX_TERMS])
