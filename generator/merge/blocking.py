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

from generator.merge.evidence import MOST_INITIALS
from generator.merge.features import compared_title
from generator.merge.people import compared_names
from generator.merge.titles import TitleParts
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
#: How many authors make blocks, each with each of the rarest words.
AUTHORS = 3
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


def _families(record: SourceRecord) -> list[str]:
    """Return the family names of the first authors.

    A short one may be initials, "QUILL AB": then the longest word of the name makes a block, too.
    """
    names = compared_names(record.work.authors[:AUTHORS])
    short = [name for name in names if len(name.family) <= MOST_INITIALS]
    longest = {max(name.family, *name.given, key=len) for name in short if name.given}
    return sorted({name.family for name in names if len(name.family) > 1} | longest)


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
        for family, word in itertools.product(_families(record), rare):
            blocks["author", f"{family} {word}"].append(index)
    return ((kind, block) for (kind, _), block in blocks.items() if len(block) > 1)
