"""Which papers rise: those that were counted often for the time that they have been out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.values.count import COUNT_KINDS, Count, CountKind
from generator.values.date import Date
from generator.values.paper import Paper

#: A count is divided by the age and two more, to the power of 1.8: as Hacker News ranks by age,
#: https://github.com/arclanguage/anarki/blob/master/apps/news/news.arc (timebase*, gravity*). The
#: two keep what is new from rising by a single vote, the power lets what is old sink.
HEAD_START, GRAVITY = 2, 1.8
#: The days after which a count of a kind is one older: a list is voted on for days, a paper is
#: cited after months.
UNIT: Mapping[CountKind, int] = {"upvotes": 1, "citations": 30}
#: Papers that are shown of each kind.
SHOWN = 10


@dataclass(frozen=True)
class Rising:
    """A paper, the count by which it rises, and since when: as far as that date is known."""

    paper: Paper
    count: Count
    since: Date


def rising(catalogue: Catalogue) -> dict[CountKind, list[Rising]]:
    """Return the papers that rise by each kind of count that there is, the fastest first.

    The age of a paper is that on the day when it was counted or, where no service says that, on
    the last day that is named for any of them: never on that of the build.
    """
    found = {kind: list(_counted(catalogue, kind)) for kind in COUNT_KINDS}
    newest = max(
        (day for items in found.values() for item in items for day in _days(item)),
        default=dt.date.min,
    )

    def key(item: Rising) -> tuple[float, int, str]:
        age = max(0, ((item.count.day or newest) - _first_day(item.since)).days)
        units = age / UNIT[item.count.kind]
        score = item.count.number / (units + HEAD_START) ** GRAVITY
        # Rounded: the last digits of a power are not the same on every machine.
        return -round(score, 9), -item.count.number, item.paper.id

    return {kind: sorted(items, key=key)[:SHOWN] for kind, items in found.items() if items}


def _counted(catalogue: Catalogue, kind: CountKind) -> Iterator[Rising]:
    """Yield the papers that are counted and of which it is known since when they are out."""
    for paper in catalogue.papers:
        told = [*(e.counts for e in paper.entries), *(a.counts for a in paper.answers)]
        counts = [one for some in told for one in some if one.kind == kind]
        since = _since(paper, kind)
        if counts and since:
            # Services know different parts of what there is: the highest number misses least.
            most = max(counts, key=lambda one: (one.number, one.by, str(one.day)))
            yield Rising(paper, most, since)


def _since(paper: Paper, kind: CountKind) -> Date | None:
    """Return since when a paper can be counted: votes are cast for lists, once they are there."""
    if kind == "upvotes":
        listed = [
            Date(day.year, day.month, day.day)
            for entry in paper.entries
            if entry.counts and (day := entry.listed) and day.year
        ]
        if listed:
            return min(listed)
    return min(filter(None, (paper.work.issued, paper.preprint)), default=None)


def _days(item: Rising) -> list[dt.date]:
    """Return the days that are named for a paper that is counted."""
    known = (item.count.day, item.paper.curation.added, _first_day(item.since))
    return [day for day in known if day]


def _first_day(date: Date) -> dt.date:
    """Return the first day that a date may be: nothing rises because little is known of it."""
    return dt.date(date.year, date.month or 1, date.day or 1)
