"""The entries of papers by the day of the list that they stand in: each dated list as it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.values.listed_day import ListedDay
from generator.values.paper import Paper


@dataclass(frozen=True)
class DatedList:
    """What was listed on one day: each source that says so, with its papers in its own order."""

    day: ListedDay
    parts: tuple[tuple[str, tuple[Paper, ...]], ...]

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return self.day.slug

    @cached_property
    def count(self) -> int:
        """How many papers there are: one may be in several sources."""
        return len({paper.id for _, papers in self.parts for paper in papers})


def dated_lists(papers: Iterable[Paper]) -> tuple[DatedList, ...]:
    """Return the lists of all days, in the order of `ListedDay.order`.

    Several spellings of one day are one day. A paper that a source has twice on it stands where it
    is first.
    """
    days: dict[str, ListedDay] = {}
    lines: dict[str, dict[str, dict[str, tuple[int, Paper]]]] = {}
    for paper in papers:
        for entry in paper.entries:
            day = entry.listed
            if not day:
                continue
            # Of texts that have one address the first names it.
            days[day.slug] = min(days.get(day.slug, day), day, key=lambda day: day.order)
            of_source = lines.setdefault(day.slug, {}).setdefault(entry.source, {})
            line, _ = of_source.get(paper.id, (entry.line, paper))
            of_source[paper.id] = (min(line, entry.line), paper)
    return tuple(
        DatedList(
            day,
            tuple(
                (source, tuple(paper for _, paper in sorted(found.values(), key=_place)))
                for source, found in sorted(lines[slug].items())
            ),
        )
        for slug, day in sorted(days.items(), key=lambda item: (item[1].order, item[0]))
    )


def _place(found: tuple[int, Paper]) -> tuple[int, str]:
    line, paper = found
    return line, paper.id
