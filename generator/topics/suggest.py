"""Proposes topics for papers that have none yet: groups of terms that stand in the same papers.

Non-negative matrix factorisation (Lee and Seung 1999) of the vector space: each factor is a group
of terms, and every paper is a sum of factors. It needs no vocabulary to begin with.
"""

from __future__ import annotations

import math
import re
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.terms.matrix import Terms
from generator.terms.naming import telling
from generator.values.paper import Paper

#: Phrases and example papers of one suggestion.
PHRASES, EXAMPLES = 8, 4
#: A term of fewer papers, or of more than this share of all, is no sign of a topic.
LEAST_PAPERS, MOST_OF_ALL = 3, 0.5
#: A term of which one group has at least this share speaks for it alone.
TYPICAL = 0.7
#: What a phrase weighs that is typical of one group, and one that several groups share.
WEIGHT_TYPICAL, WEIGHT_SHARED = 1.0, 0.5
#: How many groups are looked for where nobody says: the square root of half the papers.
FEWEST, MOST = 4, 60
#: A group whose papers have one topic to at least this share belongs to that topic.
SAME_TOPIC = 0.5
#: Phrases that a name is made of; letters of a short form; how often a word must be found with
#: capitals for once without.
NAMED, LONGEST, SMALL = 2, 5, 4
#: A word; `within` tells that it does not begin a sentence.
_WORD = re.compile(r"(?:(?<=[a-z0-9,;)] )(?P<within>))?(?P<word>\w+)")
_ROUNDS, _TOLERANCE = 200, 1e-3

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Suggestion:
    """A topic that could be: phrases with weights, how many papers, some of their titles.

    `name` is made of the first phrases, as the papers write them. `topic` is the slug of the topic
    that most of them have already, empty for none; `share` says how many of them have it (0 to 1).
    """

    phrases: tuple[tuple[str, float], ...]
    papers: int
    examples: tuple[str, ...]
    name: str = ""
    topic: str = ""
    share: float = 0.0


def suggest(
    papers: Sequence[Paper],
    terms: Terms,
    count: int | None = None,
    topics: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Suggestion, ...]:
    """Return up to `count` suggestions, those with most papers first.

    `terms` has a row for each paper; `topics` names the topics that papers have already, by id.
    """
    in_papers = np.bincount(terms.weights.indices, minlength=terms.weights.shape[1])
    most = max(LEAST_PAPERS, MOST_OF_ALL * len(papers))
    columns = np.flatnonzero(~terms.common & (in_papers >= LEAST_PAPERS) & (in_papers <= most))
    if count is None:
        count = min(max(round(math.sqrt(len(papers) / 2)), FEWEST), MOST)
    count = min(count, len(papers), len(columns))
    if count < 1:
        return ()
    of_papers, of_terms = _factors(terms, columns, count)
    belongs = np.where(of_papers.max(axis=1) > 0, of_papers.argmax(axis=1), -1)
    found = []
    for group in range(count):
        members = np.flatnonzero(belongs == group)
        phrases = _phrases(terms, columns, of_terms, group)
        if len(members) and phrases:
            order = members[np.argsort(-of_papers[members, group], kind="stable")]
            titles = tuple(papers[int(row)].work.title.plain for row in order[:EXAMPLES])
            topic, share = _topic([papers[int(row)].id for row in members], topics or {})
            name = _name([phrase for phrase, _ in phrases], [papers[int(row)] for row in members])
            found.append(Suggestion(phrases, len(members), titles, name, topic, share))
    return tuple(sorted(found, key=lambda item: (-item.papers, item.phrases)))


def _factors(terms: Terms, columns: NDArray[np.int64], count: int) -> tuple[Floats, Floats]:
    """Return how much each paper has of each group, and each group of each term."""
    # Only this command needs scikit-learn, which takes longer to import than all else together.
    from sklearn.decomposition import NMF  # noqa: PLC0415
    from sklearn.exceptions import ConvergenceWarning  # noqa: PLC0415

    model = NMF(count, init="nndsvda", random_state=0, max_iter=_ROUNDS, tol=_TOLERANCE)
    # Papers of few words are factored without a rest, of which rounding makes less than nothing.
    with warnings.catch_warnings(), np.errstate(invalid="ignore"):
        # A group that could still change a little is as good a suggestion.
        warnings.simplefilter("ignore", ConvergenceWarning)
        of_papers = model.fit_transform(terms.weights[:, columns])
    of_terms = model.components_
    length = np.sqrt((of_terms**2).sum(axis=1))
    return (of_papers * length).round(6), (of_terms / np.maximum(length, 1e-12)[:, None]).round(6)


def _phrases(
    terms: Terms, columns: NDArray[np.int64], of_terms: Floats, group: int
) -> tuple[tuple[str, float], ...]:
    share = of_terms[group] / np.maximum(of_terms.sum(axis=0), 1e-12)
    value = (of_terms[group] * share).round(6)
    order = np.lexsort((columns, -value))[: 3 * PHRASES]
    best = [int(columns[at]) for at in order if value[at] > 0]
    weight = {terms.names[columns[at]]: share[at] >= TYPICAL for at in order}
    return tuple(
        (name, WEIGHT_TYPICAL if weight[name] else WEIGHT_SHARED)
        for name in telling(terms, best, 0, PHRASES)
    )


def _name(phrases: Sequence[str], papers: Sequence[Paper]) -> str:
    """Return a name of the first phrases, with the capitals that the papers give their words."""
    written: dict[str, Counter[str]] = {}
    for paper in papers:
        title, abstract = paper.work.title.plain, paper.work.abstract.plain
        for text in (title, abstract):
            for found in _WORD.finditer(text):
                word = found["word"]
                # Capitals of whole words are short forms, or say nothing; so do the first ones of a
                # sentence, and of the words of a title.
                plain = word.isupper() and len(word) > LONGEST
                within = found["within"] is not None and text is not title
                if not plain and (within or any(map(str.isupper, word[1:]))):
                    written.setdefault(word.lower(), Counter())[word] += 1

    def usual(found: re.Match[str]) -> str:
        word = found["word"].lower()
        forms = written.get(word, Counter[str]())
        best = min(forms, key=lambda form: (-forms[form], form), default=word)
        # Names of methods have capitals, too: what many write small is written small.
        return word if SMALL * forms[word] >= forms[best] else best

    said = _WORD.sub(usual, ", ".join(phrases[:NAMED]))
    return said[:1].upper() + said[1:]


def _topic(papers: Sequence[str], topics: Mapping[str, Sequence[str]]) -> tuple[str, float]:
    counts = Counter(slug for paper in papers for slug in topics.get(paper, ()))
    if not counts:
        return "", 0.0
    slug, number = min(counts.items(), key=lambda item: (-item[1], item[0]))
    share = number / len(papers)
    return (slug, share) if share >= SAME_TOPIC else ("", 0.0)
