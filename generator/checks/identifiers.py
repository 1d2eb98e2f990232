"""Identifiers that cannot be: arXiv ids that were never given, one identifier on two papers."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.values.arxiv import arxiv_month
from generator.values.identifier import value_of
from generator.values.paper import Paper


def arxiv_ids(papers: Sequence[Paper], today: dt.date) -> Iterator[Finding]:
    """Yield arXiv ids of months that are none, have not come or had another form of id.

    The forms: https://info.arxiv.org/help/arxiv_identifier.html
    """
    for paper in papers:
        arxiv = value_of(paper.work.identifiers, "arxiv")
        why = _why_not(arxiv, today) if arxiv else ""
        if why:
            yield Finding(
                paper.id,
                paper.place("identifiers.arxiv"),
                f"identifiers.arxiv: {arxiv} {why}",
                "copy the id from the paper's page at arXiv",
            )


def _why_not(value: str, today: dt.date) -> str:
    month = arxiv_month(value)
    number = value.rpartition("/")[2]
    if month is None:
        return f"is of month {number[2:4]}, and no year has one"
    if month > (today.year, today.month):
        return f"is of {month[0]}-{month[1]:02d}, which has not come yet"
    if "/" in value:
        if not (1991, 7) <= month <= (2007, 3):
            return "is of a form that was used from July 1991 to March 2007"
        return "has the number 0" if int(number[4:]) == 0 else ""
    if month < (2007, 4):
        return "is of a form that is used since April 2007"
    digits = len(value.partition(".")[2])
    if digits != (5 if month >= (2015, 1) else 4):
        return f"has {digits} digits after the point; ids have four until 2014 and five since"
    return "has the number 0" if int(value.partition(".")[2]) == 0 else ""


def shared(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield identifiers that two papers or more have, once for each of the papers."""
    having: defaultdict[tuple[str, str], list[Paper]] = defaultdict(list)
    for paper in papers:
        for identifier in paper.work.identifiers:
            having[identifier.kind, identifier.value].append(paper)
    for (kind, value), several in having.items():
        for paper in several if len(several) > 1 else ():
            field = f"identifiers.{kind}"
            other = next(one for one in several if one is not paper)
            more = f" and {len(several) - 2} more" if len(several) > 2 else ""
            yield Finding(
                paper.id,
                paper.place(field),
                f"{field}: {value} is also that of {other.id}{more} ({other.place(field)})",
                "an identifier is of one paper: correct the wrong one, or merge the two",
            )
