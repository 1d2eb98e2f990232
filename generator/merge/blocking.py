"""Which pairs of entries are worth a look: a few near each entry, never all with all.

Entries are put in blocks that entries of one paper very likely share: an identifier, the title
without its subtitle, its rarest words, its beginning and its end. Pairs are made inside blocks
only, and in a block that is large only between neighbours in the order of titles, as in the
sorted-neighbourhood method (Hernández and Stolfo 1995), so that the number of pairs grows with
the number of entries. Entries of equal titles are neighbours in every block.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.merge.features import Features
from generator.merge.word_lists import FUNCTION_WORDS, SMALL_WORDS
from generator.merge.wording import lemma
from generator.values.identifier import KINDS
from generator.values.paper import SourceRecord

#: In a block of up to this many entries, each is paired with each. More where entries of one paper
#: gather: a bibliography read off lists of references has a well-known one thirty times.
CAP = 10
CAPS = {"main": 40, "author": 40, **dict.fromkeys(KINDS, 40)}
#: In a larger block, each entry is paired with this many that follow it.
WINDOW = 3
#: Blocks of more entries than their cap that are left out: smaller ones hold what they share.
_LEFT_OUT = frozenset(("word", "author"))
#: How many of a title's rarest words make blocks, alone and two by two.
RARE_WORDS = 4
#: How many letters of the key's beginning and end make a block.
ENDS = 12

_STOP_WORDS = FUNCTION_WORDS | SMALL_WORDS


def candidate_pairs(
    records: Sequence[SourceRecord], known: Sequence[Features]
) -> list[tuple[int, int]]:
    """Return the pairs of indexes, the smaller first, sorted, of entries that may be one paper.

    `known` is what is compared of each of `records`.
    """
    order = sorted(
        range(len(records)), key=lambda i: (known[i].title.key, _first_author(records[i]), i)
    )
    place = {index: at for at, index in enumerate(order)}
    pairs: set[tuple[int, int]] = set()
    for kind, block in _blocks(records, known):
        if len(block) <= CAPS.get(kind, CAP):
            reach = len(block)
        elif kind in _LEFT_OUT:
            continue
        else:
            reach = WINDOW
            block.sort(key=place.__getitem__)
        for at, first in enumerate(block):
            for second in block[at + 1 : at + 1 + reach]:
                pairs.add((first, second) if first < second else (second, first))
    return sorted(pairs)


def _first_author(record: SourceRecord) -> str:
    return record.work.authors[0].natural if record.work.authors else ""


def _blocks(
    records: Sequence[SourceRecord], known: Sequence[Features]
) -> Iterator[tuple[str, list[int]]]:
    """Return lists of indexes of entries that share something, each with what that is."""
    stems = [{lemma(w) for w in one.title.words if w not in _STOP_WORDS} for one in known]
    frequency = Counter(word for words in stems for word in words)
    families = Counter(family for one in known for family in one.families)
    blocks = _Blocks()
    for index, (record, one) in enumerate(zip(records, known, strict=True)):
        title = one.title
        for identifier in record.work.resolved_identifiers:
            blocks.add(identifier.kind, identifier.value, index)
        if not title.key:
            continue
        blocks.add("main", title.main_key, index)
        blocks.add("begins", title.key[:ENDS], index)
        blocks.add("ends", title.key[-ENDS:], index)
        # A word that no other title has joins nothing, nor a name; it may be a typo.
        shared = [word for word in stems[index] if frequency[word] > 1]
        rare = sorted(shared, key=lambda word: (frequency[word], word))[:RARE_WORDS]
        for word in rare:
            blocks.add("word", word, index)
        for first, second in itertools.combinations(rare, 2):
            blocks.add("words", f"{first} {second}", index)
        for family in one.families:
            if families[family] > 1:
                for word in rare:
                    blocks.add("author", f"{family} {word}", index)
    return blocks.shared()


class _Blocks:
    """Entries by what they have: an entry alone with it, as most are, takes no list."""

    def __init__(self) -> None:
        self._first: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._shared: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)

    def add(self, kind: str, what: str, entry: int) -> None:
        """Put an entry, which is not before the last one, into the block of what it has."""
        first = self._first[kind].setdefault(what, entry)
        if first != entry:
            self._shared[kind].setdefault(what, [first]).append(entry)

    def shared(self) -> Iterator[tuple[str, list[int]]]:
        """Yield the blocks of several entries, each with the kind of what they have."""
        for kind, blocks in self._shared.items():
            for block in blocks.values():
                yield kind, block
