"""Lines of content -> titles, abstracts, orphans and strays: the most likely reading of a page.

A page should alternate between titles and abstracts, but lines get lost, broken and wrapped. So
no line is judged by its position alone: among all ways to cut the lines into runs (a title, prose
with or without a title, a stray line) the one with the least total cost is taken, by dynamic
programming over a segmental model (Sarawagi and Cohen, "Semi-Markov conditional random fields for
information extraction", 2004). Runs are bounded, so that the work grows linearly with the lines.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.sources.listings.costs import Costs, over_length
from generator.sources.listings.lines import Line

#: Bounds of the search: lines and characters of a title, and of prose broken into lines.
_TITLE_LINES, _TITLE_SIZE = 4, 300
_PROSE_LINES, _PROSE_SIZE = 120, 3200
#: A run that costs so much more than another reading of the same lines is not extended.
_HOPELESS = 12.0


class Kind(enum.Enum):
    """What a run of lines is. An ORPHAN is prose whose title was lost."""

    TITLE = "title"
    ABSTRACT = "abstract"
    ORPHAN = "orphan"
    STRAY = "stray"


@dataclass(frozen=True)
class Run:
    """The lines `start` to `end` (excluded) of a page's content, which are one thing."""

    kind: Kind
    start: int
    end: int


class _After(enum.IntEnum):
    """What was read last. After strays, the boundary before them no longer counts."""

    TITLE = 0
    PROSE = 1
    TITLE_AND_STRAY = 2
    PROSE_AND_STRAY = 3


#: The least cost of having ended a run, and the state it ended in.
_Ended = tuple[float, _After]


def pair(lines: Sequence[Line], blank_share: float) -> list[Run]:
    """Return the runs that the lines are, in order and without gaps.

    Each ABSTRACT follows its TITLE, with at most strays between; a TITLE that no ABSTRACT
    follows has lost it. `blank_share` is the share of lines that follow a blank one.
    """
    return _Search(lines, blank_share).best()


class _Search:
    """The table of the search: the least cost of each state after each number of lines."""

    def __init__(self, lines: Sequence[Line], blank_share: float) -> None:
        self._sizes = [len(line.text) for line in lines]
        self._costs = Costs(lines, blank_share)
        states = len(_After)
        self._least = [[math.inf] * states for _ in range(len(lines) + 1)]
        #: How each least cost was reached: the state before, and the run from there.
        self._steps: list[list[tuple[_After, Kind, int] | None]]
        self._steps = [[None] * states for _ in range(len(lines) + 1)]
        # A page begins as if prose had ended before it.
        self._least[0][_After.PROSE_AND_STRAY] = 0.0

    def best(self) -> list[Run]:
        """Return the runs of the cheapest reading."""
        end = len(self._sizes)
        for start in range(end):
            after_title, after_prose = self._ended(start)
            self._add_stray(start, after_title, after_prose)
            self._add_titles(start, after_title, after_prose)
            self._add_prose(start, after_title, after_prose)
        (title_cost, after_title_state), (prose_cost, after_prose_state) = self._ended(end)
        title_cost += self._costs.no_abstract[end]
        state = after_title_state if title_cost < prose_cost else after_prose_state
        return self._traced(state)

    def _ended(self, at: int) -> tuple[_Ended, _Ended]:
        """Return the least cost of a title, and of prose, having ended before line `at`."""
        least = self._least[at]
        title = least[_After.TITLE] + self._costs.title_ends[at]
        prose = least[_After.PROSE] + self._costs.prose_ends[at]
        return (
            min((title, _After.TITLE), (least[_After.TITLE_AND_STRAY], _After.TITLE_AND_STRAY)),
            min((prose, _After.PROSE), (least[_After.PROSE_AND_STRAY], _After.PROSE_AND_STRAY)),
        )

    def _add_stray(self, start: int, after_title: _Ended, after_prose: _Ended) -> None:
        cost = self._costs.stray(start)
        for (base, before), state in (
            (after_title, _After.TITLE_AND_STRAY),
            (after_prose, _After.PROSE_AND_STRAY),
        ):
            if base + cost < self._least[start + 1][state]:
                self._least[start + 1][state] = base + cost
                self._steps[start + 1][state] = (before, Kind.STRAY, start)

    def _add_titles(self, start: int, after_title: _Ended, after_prose: _Ended) -> None:
        """Extend every reading by a title from line `start`, of one or more lines."""
        lost = (after_title[0] + self._costs.no_abstract[start], after_title[1])
        cost, before = min(lost, after_prose)
        cost += self._costs.title_starts[start]
        size = 0
        for end in range(start + 1, min(start + _TITLE_LINES, len(self._sizes)) + 1):
            size += self._sizes[end - 1]
            if end > start + 1:
                if size > _TITLE_SIZE:
                    break
                cost += self._costs.title_goes_on(end - 1)
            least = self._least[end]
            if cost > min(least) + _HOPELESS:
                break
            total = cost + self._costs.title(start, end)
            if total < least[_After.TITLE]:
                least[_After.TITLE] = total
                self._steps[end][_After.TITLE] = (before, Kind.TITLE, start)

    def _add_prose(self, start: int, after_title: _Ended, after_prose: _Ended) -> None:
        """Extend every reading by prose from line `start`: the title's abstract, or an orphan."""
        costs, sizes = self._costs, self._sizes
        kind, (cost, before) = Kind.ORPHAN, after_prose
        cost += costs.no_title[start]
        if after_title[0] < cost:
            unlike = costs.unlike(start) if after_title[1] is _After.TITLE else 0.0
            if after_title[0] + unlike <= cost:
                kind, (cost, before) = Kind.ABSTRACT, after_title
                cost += unlike
        cost += costs.prose_starts[start]
        size = 0
        for end in range(start + 1, min(start + _PROSE_LINES, len(sizes)) + 1):
            size += sizes[end - 1]
            if end > start + 1:
                if size > _PROSE_SIZE:
                    break
                cost += costs.prose_goes_on[end - 1]
            cost += costs.prose[end - 1]
            total = cost + over_length(size) if end > start + 1 else cost
            least = self._least[end]
            if total < least[_After.PROSE]:
                least[_After.PROSE] = total
                self._steps[end][_After.PROSE] = (before, kind, start)
            elif cost > least[_After.PROSE] + _HOPELESS:
                break

    def _traced(self, state: _After) -> list[Run]:
        runs = []
        at = len(self._sizes)
        while at:
            step = self._steps[at][state]
            if step is None:  # every line can be a stray, so every state reached has a step
                raise AssertionError(f"no reading of {at} lines ends in state {state.name}")
            state, kind, start = step
            runs.append(Run(kind, start, at))
            at = start
        return runs[::-1]
