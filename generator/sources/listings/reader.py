"""Saved listing pages (plain text: a title, its abstract, the next title …) -> records.

The lines are freed from page furniture (`listing_lines`), then read as titles and abstracts
(`listing_pairing`). Here the entries are put together, and what could not be read is reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from generator.problems import Place, Problems, quoted
from generator.sources.base import Reading, SourceFile
from generator.sources.links_in import links_in
from generator.sources.listings.evidence import Ending, ending, title_covered
from generator.sources.listings.lines import MAX_LINE, MAX_LINES, Page, take_apart
from generator.sources.listings.pairing import Kind, Run, pair
from generator.text.repair import LISTING_STEPS
from generator.values.paper import Rank, SourceRecord
from generator.values.text import Text
from generator.values.work import Work
from generator.workers import HERE, Workers

#: As much of a file is looked at to see whether it is a listing, in characters.
_SAMPLE = 60_000
#: Prose of this size can be expected to have one of its title's words.
_LONG_ABSTRACT = 400
#: A line longer than this was not wrapped, so that a new line may be a new text.
_WIDER_THAN_WRAPPED = 130

#: Three lines with tags before their values: a format that another program knows, no page.
_TAGGED = re.compile(
    r"^(?:(?:[A-Z][A-Z0-9]{1,3}[ \t]{0,4}[-–][ \t]|--[A-Z0-9]{2}--|[A-Z][A-Z0-9][ \t]{2,})"
    r"[^\n]*\n+){3}",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*-?")
#: First and second parts of compounds, which keep their hyphen when a line ends after it.
_FIRST_PARTS = frozenset(
    {"all", "anti", "back", "class", "co", "cross", "data", "domain", "easy", "end", "few", "fine"}
    | {"four", "full", "graph", "group", "half", "hand", "high", "human", "hyper", "image", "inter"}
    | {"intra", "key", "large", "layer", "left", "light", "long", "low", "meta", "mid", "model"}
    | {"multi", "non", "off", "on", "one", "open", "out", "over", "per", "post", "pre", "re"}
    | {"real", "self", "semi", "short", "single", "small", "state", "sub", "super", "task", "text"}
    | {"three", "time", "token", "two", "un", "vision", "weight", "well", "zero"}
)
_SECOND_PARTS = frozenset(
    {"agnostic", "and", "art", "aware", "based", "by", "dependent", "designed", "dimensional"}
    | {"driven", "efficient", "end", "equivariant", "free", "guided", "head", "in", "invariant"}
    | {"language", "layer", "level", "like", "means", "modal", "of", "off", "order", "oriented"}
    | {"performing", "quality", "related", "scale", "sharing", "shot", "specific", "supervised"}
    | {"task", "the", "time", "to", "tuned", "tuning", "trained", "training", "wise", "world"}
)
#: Parts of words that are no words, so that the hyphen before them is the line's.
_WORD_ENDS = frozenset(
    {"able", "al", "ally", "ed", "er", "ers", "ing", "ings", "ity", "ly", "ment", "ments", "ness"}
    | {"sion", "sions", "tion", "tions", "tive", "ture"}
)


class ListingReader:
    """Reads text exports of pages that list papers with their abstracts."""

    name = "listing"
    endings = (".txt",)
    rank = Rank.LISTING

    def recognises(self, file: SourceFile, text: str) -> bool:
        """Whether a .txt file has titles with abstracts, or nothing but a listing's furniture."""
        if not file.path.name.lower().endswith(self.endings):
            return False
        sample = text[:_SAMPLE]
        if _TAGGED.search(sample):
            return False
        if len(text) > _SAMPLE:
            sample = sample.rpartition("\n")[0] or sample
        page = take_apart(sample)
        if not page.lines:
            return True
        runs = pair(page.lines, page.blank_share)
        paired = sum(
            prose.end - title.start
            for title, prose in pairwise(runs)
            if title.kind is Kind.TITLE and prose.kind is Kind.ABSTRACT
        )
        return 2 * paired >= len(page.lines) or (paired > 0 and len(page.furniture) > 0)

    def read(
        self,
        file: SourceFile,
        text: str,
        problems: Problems,
        workers: Workers = HERE,  # noqa: ARG002
    ) -> Reading:
        """Return the entries of a page; whatever else stands on it is furniture or a problem."""
        lines = text.count("\n")
        if lines > MAX_LINES:
            problems.error(
                Place(file.shown),
                f"has {lines:,} lines, more than the {MAX_LINES:,} that a page may have",
                "split it into several files",
            )
            return Reading()
        page = take_apart(text)
        entries = _Entries(file, page, problems)
        for number, size in page.oversized:
            problems.error(
                Place(file.shown, number),
                f"a line of {size:,} characters was left out",
                f"titles and abstracts have at most {MAX_LINE:,}; is this another kind of file?",
            )
        runs = pair(page.lines, page.blank_share)
        for position, run in enumerate(runs):
            if run.kind is Kind.TITLE:
                entries.add(run, _abstract_after(runs, position))
            elif run.kind is Kind.ORPHAN:
                entries.reject(run)
            elif run.kind is Kind.STRAY:
                entries.leave_out(run)
        entries.report_strays()
        reading = Reading(tuple(entries.records), entries.rejected + len(page.oversized))
        if not reading.entries:
            problems.warning(Place(file.shown), "no entries found", "is this a saved listing page?")
        return reading


def _abstract_after(runs: Sequence[Run], position: int) -> Run | None:
    """Return the abstract of the title at `position`, past strays; None when it was lost."""
    for run in runs[position + 1 :]:
        if run.kind is not Kind.STRAY:
            return run if run.kind is Kind.ABSTRACT else None
    return None


class _Entries:
    """Puts the runs of one page together to records, and reports what is wrong with them."""

    def __init__(self, file: SourceFile, page: Page, problems: Problems) -> None:
        self._file = file
        self._lines = page.lines
        self._problems = problems
        self.records: list[SourceRecord] = []
        self.rejected = 0
        self._strays: dict[str, list[int]] = {}

    def add(self, title_run: Run, abstract_run: Run | None) -> None:
        """Make a record of a title and its abstract, if it has one."""
        first = self._lines[title_run.start]
        place = Place(self._file.shown, first.number)
        title = Text.read(self._text(title_run), LISTING_STEPS)
        abstract = Text.read(self._text(abstract_run) if abstract_run else "", LISTING_STEPS)
        if not title:
            self.rejected += 1
            self._problems.warning(place, "an entry was left out: its title has no characters")
            return
        if not abstract:
            self._problems.warning(
                place,
                f"{quoted(title)} has no abstract",
                "if it was lost, put it on the line below the title",
            )
        elif (
            len(abstract.plain) >= _LONG_ABSTRACT
            and title_covered(title.plain, abstract.plain) == 0
        ):
            self._problems.warning(
                place,
                f"{quoted(title)} and the abstract below it have no word in common",
                "see whether an abstract and the title after it were lost here",
            )
        if abstract_run:
            self._note_doubts(abstract_run)
        self.records.append(
            SourceRecord(
                rank=ListingReader.rank,
                source=self._file.label,
                place=place,
                work=Work(
                    title=title,
                    abstract=abstract,
                    links=tuple(sorted(links_in(abstract.repaired))),
                ),
                saved=first.saved,
            )
        )

    def reject(self, run: Run) -> None:
        """Count and report prose that has no title."""
        self.rejected += 1
        self._problems.warning(
            self._place(run),
            f"an abstract without a title was left out: {quoted(self._text(run))}",
            "put the paper's title on the line above it",
        )

    def leave_out(self, run: Run) -> None:
        """Remember a stray line, unless it is a mere number, as votes are."""
        line = self._lines[run.start]
        if any(char.isalpha() for char in line.text):
            self._strays.setdefault(line.text, []).append(line.number)

    def report_strays(self) -> None:
        """Report each stray text once, where it stands first."""
        for text, numbers in self._strays.items():
            what = f"{quoted(text)} is neither a title nor an abstract and was left out"
            if len(numbers) > 1:
                what += f", here and on {len(numbers) - 1} more lines"
            self._problems.note(Place(self._file.shown, numbers[0]), what)

    def _note_doubts(self, run: Run) -> None:
        """Report an abstract that is cut off, or that may hold a second paper's."""
        for before, line in pairwise(self._lines[run.start : run.end]):
            if ending(before.text) is Ending.CLOSED and len(line.text) >= _WIDER_THAN_WRAPPED:
                self._problems.note(
                    Place(self._file.shown, line.number),
                    f"taken as a paragraph of the abstract above it: {quoted(line.text)}",
                    "if it is another paper's abstract, put that paper's title above it",
                )
        last = self._lines[run.end - 1]
        if run.end == len(self._lines) and ending(last.text) in (Ending.OPEN, Ending.LINKING):
            place = Place(self._file.shown, last.number)
            self._problems.note(place, "the last abstract is cut off")

    def _place(self, run: Run) -> Place:
        return Place(self._file.shown, self._lines[run.start].number)

    def _text(self, run: Run) -> str:
        joined = self._lines[run.start].text
        for line in self._lines[run.start + 1 : run.end]:
            joined = self._joined(joined, line.text)
        return joined

    def _joined(self, before: str, after: str) -> str:
        """Join a text and its next line, mending a word hyphenated at the break.

        "repre-" and "sentation" are one word; "pre-" and "trained", "end-to-" and "end" keep
        the hyphen. What the page itself writes elsewhere decides first.
        """
        if not before.endswith("-") or before.endswith((" -", "--")):
            return f"{before} {after}"
        last = before[-60:].rsplit(" ", 1)[-1]
        head, tail = _WORD.findall(last), _WORD.match(after)
        if not head or not tail or "/" in last:
            return before + after
        first, second = head[-1].rstrip("-"), tail.group().rstrip("-")
        if not (first.islower() and second.islower()) or "-" in first or len(first) == 1:
            return before + after
        if f"{first}-{second}" in self._vocabulary:
            return before + after
        if first + second in self._vocabulary or second in _WORD_ENDS:
            return before[:-1] + after
        known = len(first) > 3 and first in self._vocabulary
        keeps = known or first in _FIRST_PARTS or second in _SECOND_PARTS
        return before + after if keeps else before[:-1] + after

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """The words of the page in lower case, those at the ends of lines left out."""
        words: set[str] = set()
        for line in self._lines:
            words.update(word.lower() for word in _WORD.findall(line.text)[1:-1])
        return frozenset(words)
