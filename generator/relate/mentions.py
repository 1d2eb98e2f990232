"""Which papers mention a name that another paper introduces, as a title mentions MosaicBERT."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import ahocorasick

from generator.values.paper import Paper

#: A name that more of all papers mention than this (or than SOME) is a word of the field.
MOST_OF_ALL, SOME = 0.03, 4
#: Shorter names mean several things (INT, SAT, OPT), and longer ones in lower case are words.
SHORT = 4


@dataclass(frozen=True)
class Mention:
    """Paper `by` mentions `name`, which paper `of` introduces; both are rows.

    `rarity` (0 to 1) says how telling that is: 1 if no other paper mentions the name. `sure` is
    False for a name that may well mean something else.
    """

    by: int
    of: int
    name: str
    rarity: float
    sure: bool


def mentions(papers: Sequence[Paper]) -> list[Mention]:
    """Return every mention of a name by a paper that does not introduce it itself."""
    owners: dict[str, list[int]] = defaultdict(list)
    for row, paper in enumerate(papers):
        for name in dict.fromkeys(name.plain for name in paper.curation.introduces):
            if len(name) > 1:
                owners[name].append(row)
    if not owners:
        return []
    automaton = ahocorasick.Automaton()
    for name in sorted(owners):
        automaton.add_word(name, name)
    automaton.make_automaton()
    mentioned: dict[str, list[int]] = defaultdict(list)
    for row, paper in enumerate(papers):
        for name in set(_names(automaton, paper.said())):
            if row not in owners[name]:
                mentioned[name].append(row)
    most = max(SOME, MOST_OF_ALL * len(papers))
    return [
        Mention(by, of, name, _rarity(len(rows), len(papers)), _is_sure(name))
        for name, rows in sorted(mentioned.items())
        if len(rows) <= most
        for by in rows
        for of in owners[name]
    ]


def _names(automaton: ahocorasick.Automaton, text: str) -> Iterator[str]:
    """Return the names that stand in a text as words of their own, the longest where they nest."""
    for end, name in automaton.iter_long(text):
        before = text[end - len(name)] if end >= len(name) else " "
        after = text[end + 1 : end + 3] + "  "
        # X-DARTS is another name than DARTS, and so are DARTS+ and GPT-4; a DARTS-based one is not.
        whole = not (before.isalnum() or before in "-_+") and not (
            after[0].isalnum() or after[0] in "+_" or (after[0] == "-" and after[1].isdigit())
        )
        if whole:
            yield name


def _is_sure(name: str) -> bool:
    letters = sum(map(str.isalnum, name))
    return letters > SHORT and any(c.isupper() or c.isdigit() for c in name)


def _rarity(mentioned: int, papers: int) -> float:
    return 1 - math.log(mentioned) / math.log(papers + 1)
