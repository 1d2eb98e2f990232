"""Reads Markdown lists of papers: points, rows of tables and paragraphs that name one each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.problems import Place, Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.entries import Entries
from generator.sources.markdown.columns import said_of_row
from generator.sources.markdown.entry import said_of
from generator.sources.markdown.found import is_venue_name
from generator.sources.markdown.items import Item, items_in
from generator.sources.markdown.labels import Published, bare, closed, published, together
from generator.sources.markdown.spans import BREAK, Span
from generator.sources.said import Said
from generator.values.paper import Rank
from generator.values.text import Text
from generator.values.venue import Venue
from generator.workers import HERE, Workers

#: As much of a file is looked at to tell its format, in characters.
_SAMPLE = 200_000
#: A point of a list, a row of a table or a line in bold, with a link in it.
_LINKED = re.compile(
    r"^[ \t]{0,12}(?:[-*+][ \t]|\d{1,4}[.)][ \t]|\||\*\*|\[|<)?[^\n]{0,2000}?\]\([ \t]{0,3}<?https?://",
    re.MULTILINE,
)
_LEAST_LINKED = 2
#: Headings that say nothing of what is below them.
_PLAIN_HEADINGS = re.compile(
    r"(?:awesome|papers?|paper list|reading list|list|table of contents?|contents?|toc|overview"
    r"|conferences?|journals?|conference papers?|journal papers?|arxiv|preprints?|others?"
    r"|miscellaneous|misc|more|publications?|references?|bibliography|resources?|links?|introduction"
    r"|readme|news|updates?|top)(?: papers?)?",
    re.IGNORECASE,
)


#: What stands below these is about the list, also where it links to papers.
_NO_PAPERS = re.compile(
    r"(?:table of )?contents?(?: \(?toc\)?)?|toc|(?:latest |recent )?(?:news|updates?)"
    r"|what'?s new|changelog"
    r"|acknowledge?ments?|citations?|how to cite|cite(?: us)?|contribut(?:ing|ions?|ors?|e)"
    r"|licen[cs]e|star history|contact|support",
    re.IGNORECASE,
)


class MarkdownReader:
    """Reads one Markdown list."""

    name = "Markdown list"
    endings = (".md", ".markdown")
    #: People shorten titles here; a bibliography has them whole.
    rank = Rank.LISTING

    def recognises(self, file: SourceFile, text: str) -> bool:
        """Whether lines have links as Markdown writes them; one is enough if the name says so."""
        least = 1 if file.path.name.lower().endswith(self.endings) else _LEAST_LINKED
        linked = _LINKED.finditer(text[:_SAMPLE])
        return sum(1 for _ in zip(range(least), linked, strict=False)) >= least

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every item that names a paper; the others are counted in a note."""
        entries = Entries(file, problems, "item", self.rank, workers)
        passed: list[int] = []
        for item in items_in(text):
            for said in _papers(item, file, passed):
                if entries.is_full(said.place):
                    return entries.reading()
                entries.add(said)
        if passed:
            what = f"{len(passed):,} items with a link name no paper and are left out"
            if len(passed) == 1:
                what = "an item with a link names no paper and is left out"
            hint = "a paper needs its title and an address of it, its venue or its year"
            problems.note(Place(file.shown, passed[0]), what, hint)
        return entries.reading()


def _papers(item: Item, file: SourceFile, passed: list[int]) -> Iterator[Said]:
    """Yield what an item says: of one paper, or of those that are its points or lines."""
    if item.headings and _NO_PAPERS.fullmatch(bare(item.headings[-1])):
        return
    passed_within: list[int] = []
    within = [said for part in item.parts for said in _papers(part, file, passed_within)]
    enough = 2 if item.is_paragraph else 1
    if item.parts and len(within) >= enough:
        # The words above a list of papers are one more heading.
        passed += passed_within
        yield from within
        return
    whole = replace(item, spans=[*item.spans], parts=[])
    if not item.is_paragraph:
        for part in item.parts:
            whole.spans += _flat(part)
    keywords, under = _headings(item.headings)
    place = Place(file.shown, item.line)
    said = (said_of_row if item.cells else said_of)(whole, place, keywords, under)
    if said:
        yield said
    elif any(span.url.startswith("http") for span in whole.spans):
        passed.append(item.line)


def _flat(item: Item) -> list[Span]:
    return [BREAK, *item.spans, *(span for part in item.parts for span in _flat(part))]


def _headings(names: Sequence[str]) -> tuple[list[str], Published | None]:
    """Return the keywords that headings are, and the venue and year that they say instead."""
    keywords: list[str] = []
    said: list[Published] = []
    # The first heading is the title of the whole list.
    for name in names[1:] if len(names) > 1 else ():
        text = bare(name)
        if not text or _PLAIN_HEADINGS.fullmatch(text):
            continue
        told = published(text)
        if told and _is_venue(told):
            said.insert(0, told)
        elif text.casefold() not in (known.casefold() for known in keywords):
            keywords.append(closed(text))
    return keywords, together(said) if said else None


def _is_venue(told: Published) -> bool:
    """Whether a heading says where or when papers came out: 2024, ICVGIP 2022, ACL."""
    words = told.venue.split()
    if told.date:
        return len(words) <= 1 or is_venue_name(told.venue, unknown=1)
    return len(words) == 1 and Venue(Text(told.venue)).kind in ("conference", "preprint")
