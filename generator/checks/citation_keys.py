"""Keys of citations that people gave to two papers: then neither has it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.values.paper import Paper


def shared(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield keys that two papers with records or more have, once for each of the papers."""
    having: defaultdict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        if paper.work.citation_key and any(entry.by_hand for entry in paper.entries):
            having[paper.work.citation_key.casefold()].append(paper)
    for several in having.values():
        for paper in several if len(several) > 1 else ():
            other = next(one for one in several if one is not paper)
            yield Finding(
                paper.id,
                paper.place("citation_key"),
                f"citation_key: {paper.work.citation_key} is also that of"
                f" {other.place('citation_key')}, so neither paper is cited by it",
                "give each paper its own, or leave it out",
            )
