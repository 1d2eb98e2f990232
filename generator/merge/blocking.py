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
from collections.abc import Iterable, Sequence

from generator.merge.features import compared_title
from generator.merge.titles import TitleParts
from generator.merge.word_lists import FUNCTION_WORDS, SMALL_WORDS
from generator.merge.wording import lemma
from generator.values.paper import SourceRecord

#: In a block of up to this many entries, each is paired with each.
CAP = 10
#: In a larger block, each entry is paired with this many that follow it.
WINDOW = 3
#: How many of a title's rarest words make blocks, alone and two by two.
RARE_WORDS = 4
#: How many letters of the key's beginning and end make a block.
ENDS = 12

_STOP_WORDS = FUNCTION_WORDS | SMALL_WORDS


def candidate_pairs(records: Sequence[SourceRecord]) -> list[tuple[int, int]]:
    """Return the pairs of indexes, the smaller first, sorted, of entries that may be one paper."""
    titles = [compared_title(record.work.title)[1] for record in records]
    order = sorted(range(len(records)), key=lambda i: (titles[i].key, _first_author(records[i]), i))
    place = {index: at for at, index in enumerate(order)}
    pairs: set[tuple[int, int]] = set()
    for kind, block in _blocks(records, titles):
        if len(block) <= CAP:
            reach = CAP
        elif kind == "word":
            continue  # the word is too common; with a second one it makes smaller blocks
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
    records: Sequence[SourceRecord], titles: Sequence[TitleParts]
) -> Iterable[tuple[str, list[int]]]:
    """Return lists of indexes of entries that share something, each with what that is."""
    stems = [sorted({lemma(w) for w in t.words if w not in _STOP_WORDS}) for t in titles]
    frequency = Counter(word for words in stems for word in words)
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, (record, title) in enumerate(zip(records, titles, strict=True)):
        for identifier in record.work.resolved_identifiers:
            blocks[identifier.kind, identifier.value].append(index)
        if not title.key:
            continue
        blocks["main", title.main_key].append(index)
        blocks["begins", title.key[:ENDS]].append(index)
        blocks["ends", title.key[-ENDS:]].append(index)
        # A word that no other title has joins nothing; it may be a typo.
        shared = [word for word in stems[index] if frequency[word] > 1]
        rare = sorted(shared, key=lambda word: (frequency[word], word))[:RARE_WORDS]
        for word in rare:
            blocks["word", word].append(index)
        for first, second in itertools.combinations(rare, 2):
            blocks["words", f"{first} {second}"].append(index)
    return ((kind, block) for (kind, _), block in blocks.items() if len(block) > 1)
