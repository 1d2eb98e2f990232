"""Years that cannot be: long before the paper's own preprint, or ahead of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.values.arxiv import arxiv_month
from generator.values.identifier import value_of
from generator.values.paper import Paper

#: Proceedings of a conference held in January may be cited, and put on arXiv, a year off.
SLACK = 1


def before_arxiv(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield papers whose year is more than SLACK years before that of their arXiv id."""
    for paper in papers:
        arxiv = value_of(paper.work.identifiers, "arxiv")
        month = arxiv_month(arxiv)
        if month and paper.work.year and paper.work.year < month[0] - SLACK:
            yield Finding(
                paper.id,
                paper.place("year"),
                f"year: {paper.work.year}, but arXiv id {arxiv} was given in {month[0]}",
                "correct the year or the id",
            )


def ahead(papers: Sequence[Paper], today: dt.date) -> Iterator[Finding]:
    """Yield papers whose year is more than SLACK years ahead of the day."""
    for paper in papers:
        if paper.work.year and paper.work.year > today.year + SLACK:
            yield Finding(
                paper.id,
                paper.place("year"),
                f"year: {paper.work.year} has not come yet",
                "write the year of publication",
            )
