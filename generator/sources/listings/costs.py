"""Lines of content -> what it costs to begin, end or go on with a title or prose at each of them.

Costs are negative logarithms of chances, rounded by hand: 5 is what happens once in 150 entries.
They were set on conference papers with lines removed, broken and wrapped at random; the pairing
adds them up and takes the cheapest reading.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from generator.sources.listings.evidence import (
    Ending,
    ending,
    opens_later_sentence,
    same_text_evidence,
    starts_in_lower_case,
    title_evidence,
    uncommon_stems,
)
from generator.sources.listings.lines import Line

#: A title without an abstract; before furniture or the end of the file it is merely cut off.
_NO_ABSTRACT, _NO_ABSTRACT_AT_END = 5.0, 2.0
#: Prose without a title; a page may begin in the middle.
_NO_TITLE, _NO_TITLE_AT_START = 5.0, 3.0
#: A line that belongs to no entry; cheap when it is a number or is said again and again.
_STRAY, _STRAY_NUMBER = 7.0, 0.5
#: Prose ends so, for good.
_PROSE_ENDS = {Ending.CLOSED: 0.0, Ending.MAYBE: 1.0, Ending.OPEN: 3.0, Ending.LINKING: 5.0}
_TITLE_ENDS_LINKING = 3.0
#: A title, or prose, starts with a plain word in lower case.
_TITLE_LOWER, _PROSE_LOWER = 2.5, 4.0
#: Prose starts with words, a bracket or a name in lower case that hardly ever open an abstract.
_PROSE_STARTS_LATER = 2.0
#: A title goes on in the next line; a new paragraph goes on with the same abstract.
_TITLE_GOES_ON, _NEW_PARAGRAPH = 5.0, 5.5
#: Nothing goes on across the furniture between two pages.
_ACROSS_PAGES = 10.0
#: The listings cut abstracts off at 1,920 characters, as arXiv does.
_LONGEST_ABSTRACT = 2000
#: How much text around a boundary is compared, in characters and lines.
_CONTEXT_SIZE, _CONTEXT_LINES = 1000, 20
#: Text wrapped by hand or by a mail program: widths, and how ragged its right edge is.
_WRAP_WIDTHS, _WRAP_RAGGED, _WRAP_WINDOW = range(40, 131), 16, 6

#: In wrapped text a run ends with a full line only by chance, and goes on only after one.
_FULL_BY_CHANCE, _TITLE_FULL_BY_CHANCE = 2.5, 1.5

_NUMBER = re.compile(r"[\d.,]{1,9}[kKM%]?")


def over_length(size: int) -> float:
    """Return the cost of an abstract of `size` characters in several lines."""
    return 0.0 if size <= _LONGEST_ABSTRACT else 2.0 + (size - _LONGEST_ABSTRACT) / 40


class Costs:
    """Costs of each line and of each boundary; boundary `i` stands before line `i`.

    Lists by line: `prose` (as prose). Lists by boundary, one longer than the lines: `title_ends`,
    `prose_ends`, `title_starts`, `prose_starts`, `prose_goes_on`, `no_abstract` (for a title that
    ends there), `no_title` (for prose that starts there).
    """

    def __init__(self, lines: Sequence[Line], blank_share: float) -> None:
        self._lines = lines
        self._blank_share = blank_share
        self._texts = [line.text for line in lines]
        self._evidence = [title_evidence(text) for text in self._texts]
        self._endings = [ending(text) for text in self._texts]
        self._said = Counter(self._texts)
        self._title_goes_on: dict[int, float] = {}
        self._stems: dict[int, frozenset[str]] = {}
        size = len(lines)
        self._wraps = [None, *(self._wrap(i) for i in range(1, size)), None]
        self.prose = [softplus(self._likeness(i)) for i in range(size)]
        splits = [0.0, *(self._split(i) for i in range(1, size)), 0.0]
        pages = [True, *(line.after_page for line in lines[1:]), True] if lines else [True]
        self.no_abstract = [_NO_ABSTRACT_AT_END if page else _NO_ABSTRACT for page in pages]
        self.no_title = [_NO_TITLE_AT_START if page else _NO_TITLE for page in pages]
        self.title_ends = [0.0] * (size + 1)
        self.prose_ends = [0.0] * (size + 1)
        self.prose_goes_on = [_ACROSS_PAGES] * (size + 1)
        self.title_starts = [0.0] * (size + 1)
        self.prose_starts = [0.0] * (size + 1)
        for i, text in enumerate(self._texts):
            if starts_in_lower_case(text):
                self.title_starts[i], self.prose_starts[i] = _TITLE_LOWER, _PROSE_LOWER
            elif opens_later_sentence(text) or text[0].islower() or text[0] in "(),;:.":
                self.prose_starts[i] = _PROSE_STARTS_LATER
            if i and not pages[i]:
                linking = self._endings[i - 1] is Ending.LINKING
                full = self._wraps[i] is True
                self.title_ends[i] = splits[i] + _TITLE_ENDS_LINKING * linking
                self.title_ends[i] += _TITLE_FULL_BY_CHANCE * full
                self.prose_ends[i] = splits[i] + _PROSE_ENDS[self._endings[i - 1]]
                self.prose_ends[i] += _FULL_BY_CHANCE * full
                self.prose_goes_on[i] = self._prose_goes_on(i)

    def _likeness(self, i: int) -> float:
        """Return how like a title line `i` is; amid a wrapped sentence that says little."""
        amid = self._wraps[i] and self._wraps[i + 1] and self._evidence[i - 1] < 0
        amid = amid and self._endings[i - 1] is not Ending.CLOSED
        return min(2.0, self._evidence[i]) if amid else self._evidence[i]

    def stray(self, i: int) -> float:
        """Return the cost of line `i` as one that belongs to no entry."""
        text = self._texts[i]
        if _NUMBER.fullmatch(text):
            return _STRAY_NUMBER
        if len(text) <= 30 and self._said[text] > 2:
            return max(1.0, _STRAY - 1.5 * self._said[text])
        return _STRAY if len(text) <= 60 else 2 * _STRAY

    def unlike(self, i: int) -> float:
        """Return the cost of the line before `i` as a title whose abstract starts at `i`."""
        own = self._stems_of(i - 1)
        covered = len(own & self._stems_after(i)) / len(own) if own else 1.0
        if covered > 0.5:
            return 0.0
        return 5.0 if covered == 0 else 2.0 if covered <= 0.25 else 0.7

    def title(self, start: int, end: int) -> float:
        """Return the cost of the lines from `start` to `end` (excluded) as one title."""
        evidence = self._evidence[start]
        if end - start > 1:
            evidence = title_evidence(" ".join(self._texts[start:end]))
        return softplus(-evidence)

    def title_goes_on(self, i: int) -> float:
        """Return the cost of line `i` as the next line of the same title."""
        if i not in self._title_goes_on:
            self._title_goes_on[i] = self._cost_of_longer_title(i)
        return self._title_goes_on[i]

    def _cost_of_longer_title(self, i: int) -> float:
        before, after = self._texts[i - 1], self._texts[i]
        if self._lines[i].after_page or before.endswith("."):
            return _ACROSS_PAGES
        cost = _TITLE_GOES_ON + self._across_blank(i)
        cost += 1.5 * (": " in after) + 2.0 * before.endswith(("?", "!"))
        cost += 1.4 * max(0, len(before) + len(after) - 110) / 10
        cost -= 1.5 * (len(before) < 20) + 1.5 * (len(after) < 20)
        cost -= 2.0 * (self._endings[i - 1] is Ending.LINKING)
        cost -= 2.0 * starts_in_lower_case(after)
        own = self._stems_of(i - 1)
        cost += 5.0 * (0.5 - (len(own & self._stems_after(i + 1)) / len(own) if own else 0.0))
        cost += 4.0 * (_NUMBER.fullmatch(after) is not None) + 4.0 * (self._said[before] > 2)
        return max(0.3, cost)

    def _prose_goes_on(self, i: int) -> float:
        """Return the cost of line `i` as the next line of the same abstract."""
        cost = self._across_blank(i)
        ends = self._endings[i - 1]
        wrapped = self._wraps[i]
        if wrapped is False:
            cost += _FULL_BY_CHANCE
        broken = 0.3 if wrapped else 1.0
        if starts_in_lower_case(self._texts[i]) or ends is Ending.LINKING:
            if ends is Ending.CLOSED:
                # Shown apart and without a full stop, it is rather a title in lower case.
                apart = self._lines[i].after_blank and self._endings[i] is Ending.OPEN
                return cost + broken + (6.5 if apart and not wrapped else 2.5)
            return cost + broken
        if ends is Ending.OPEN or wrapped:
            return cost + broken + (1.0 if ends is Ending.CLOSED else 0.2 if wrapped else 2.0)
        cost += _NEW_PARAGRAPH if ends is Ending.CLOSED else _NEW_PARAGRAPH - 1.5
        return cost - self._same_text(i)

    def _same_text(self, i: int) -> float:
        """Return what the words say for the same prose before and after boundary `i`."""
        evidence = self._evidence[i]
        if evidence > 2:
            return 0.0
        before, after = self._paragraph(i, backwards=True), self._paragraph(i, backwards=False)
        one, other = (
            {stem for k in part for stem in self._stems_of(k) if len(stem) > 3}
            for part in (before, after)
        )
        # Shares of few words are drawn towards what says nothing.
        shared = (len(one & other) + 0.75) / (min(len(one), len(other)) + 5)
        size = sum(len(self._texts[k]) for k in after)
        same = same_text_evidence(self._start_of(i - 1), self._start_of(i), shared, size)
        return same if evidence < 0 else min(0.0, same)

    def _across_blank(self, i: int) -> float:
        if not self._lines[i].after_blank:
            return 0.0
        return 0.5 if self._blank_share > 0.8 else 1.0

    def _split(self, i: int) -> float:
        """Return what speaks against any boundary of two runs before line `i`."""
        line = self._lines[i]
        cost = 0.0 if line.after_blank else 2.0 * max(0.0, self._blank_share - 0.3)
        return cost + 1.0 * line.soft

    def _wrap(self, i: int) -> bool | None:
        """Whether the line before `i` was broken for its width; None where nothing is wrapped."""
        if max(len(self._texts[i - 1]), len(self._texts[i])) >= _WRAP_WIDTHS.stop:
            return None
        window = [len(self._texts[k]) for k in (i - 1, i) if self._evidence[k] < 1.0]
        for direction in (range(i - 2, i - 1 - _WRAP_WINDOW, -1), range(i + 1, i + _WRAP_WINDOW)):
            for k in direction:
                if not 0 <= k < len(self._texts) or len(self._texts[k]) >= _WRAP_WIDTHS.stop:
                    break
                if self._evidence[k] < 1.0:
                    window.append(len(self._texts[k]))
        # The third of the longest: titles in sentence case may be longer than the text's width.
        width = sorted(window)[-3] if len(window) > 2 else 0
        full = sum(abs(width - size) <= _WRAP_RAGGED for size in window)
        if width not in _WRAP_WIDTHS or full < 4:
            return None
        next_word = self._texts[i].split(" ", 1)[0]
        return len(self._texts[i - 1]) + 1 + len(next_word) > width

    def _paragraph(self, i: int, *, backwards: bool) -> list[int]:
        """Return the lines before, or from, boundary `i` that are likely of one text.

        That is the nearest line with all that it was wrapped into; and a second one: before, the
        abstract's title or first part; after a short line, what may be its abstract.
        """
        size = len(self._texts)
        if backwards:
            positions, bounds = range(i - 1, max(-1, i - 1 - _CONTEXT_LINES), -1), 1
        else:
            positions, bounds = range(i, min(i + _CONTEXT_LINES, size)), 0
        found: list[int] = []
        for k in positions:
            near = len(found) == 1 and (backwards or len(self._texts[i]) < 150)
            if found and not near and not self._wraps[k + bounds]:
                break
            found.append(k)
        return found

    def _start_of(self, i: int) -> str:
        return self._texts[i][: 2 * _CONTEXT_SIZE]

    def _stems_of(self, i: int) -> frozenset[str]:
        if i not in self._stems:
            self._stems[i] = uncommon_stems(self._start_of(i))
        return self._stems[i]

    def _stems_after(self, i: int) -> frozenset[str]:
        """Return the stems of the text that begins at line `i`, as far as it is compared."""
        found: list[frozenset[str]] = []
        size = 0
        for k in range(i, min(i + _CONTEXT_LINES, len(self._texts))):
            found.append(self._stems_of(k))
            size += len(self._texts[k])
            if size > _CONTEXT_SIZE:
                break
        return frozenset().union(*found)


def softplus(odds: float) -> float:
    """Return the negative logarithm of the chance of what the odds `odds` speak against."""
    return max(odds, 0.0) + math.log1p(math.exp(-abs(odds)))
