"""Summaries that nobody has written yet: what their records have instead begins with TODO."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.values.paper import Paper


def to_write(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield papers whose record has a TODO in the place of a summary, which a record must have."""
    for paper in papers:
        if not paper.curation.summary and any(entry.by_hand for entry in paper.entries):
            yield Finding(
                paper.id,
                paper.place("title"),
                "summary: is still to be written",
                "say in one or two sentences what is new and what came of it",
            )
