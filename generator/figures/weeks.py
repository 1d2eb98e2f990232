"""What came into a catalogue week by week: from Monday to Sunday, as ISO 8601 has weeks."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.values.paper import Paper

#: Papers that are shown as new: with more of them, a page would grow with the catalogue.
NEW = 50


@dataclass(frozen=True)
class Week:
    """A week by its first day, with papers that were added in it, and how many were in all."""

    monday: dt.date
    papers: tuple[Paper, ...]
    count: int

    @property
    def months(self) -> list[str]:
        """The months in which these papers were added, the latest first: 2026-11."""
        return list(dict.fromkeys(paper.curation.added_in for paper in self.papers))


def monday_of(day: dt.date) -> dt.date:
    """Return the first day of the week of a day."""
    return day - dt.timedelta(days=day.weekday())


def latest_weeks(latest: Sequence[Paper]) -> list[Week]:
    """Return the weeks of the first papers of all that say when they were added, in their order.

    Those are the latest first. Of the last week there may be more papers than it has here.
    """
    counts = Counter(_monday(paper) for paper in latest)
    return [
        Week(monday, tuple(papers), counts[monday])
        for monday, papers in groupby(latest[:NEW], key=_monday)
    ]


def _monday(paper: Paper) -> dt.date:
    return monday_of(paper.curation.added or dt.date.min)
