"""Which papers and names others point to most: the lists at the end of the statistics."""

from __future__ import annotations

from collections import Counter

from generator.catalogue import Catalogue
from generator.values.paper import Paper

#: Papers in each list.
LISTED = 8


def most_named(catalogue: Catalogue) -> list[tuple[Paper, int]]:
    """Return the papers that most others name as related, with how many do (two or more)."""
    best = sorted(catalogue.named_by.items(), key=lambda item: (-item[1], item[0]))
    return [(catalogue.by_id[id_], n) for id_, n in best[:LISTED] if n > 1]


def most_mentioned(catalogue: Catalogue) -> list[tuple[str, Paper, int]]:
    """Return names which papers introduce and most related papers mention: name, paper, number."""
    seen = {
        mention
        for here, related in catalogue.related.items()
        for item in related
        for mention in (
            *((item.id, name, here) for name in item.mentions),
            *((here, name, item.id) for name in item.mentioned),
        )
    }
    found = Counter((paper, name) for paper, name, _ in seen)
    best = sorted(found.items(), key=lambda item: (-item[1], item[0][1], item[0][0]))
    return [(name, catalogue.by_id[id_], n) for (id_, name), n in best[:LISTED] if n > 1]
