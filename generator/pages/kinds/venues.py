"""The pages of venues: the lists of all, and one for each, with its years and papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.catalogue import Catalogue
from generator.figures.per_year import per_year, whole_span
from generator.figures.within import most_first, people_within, topics_within
from generator.figures.wording import counted
from generator.formats.groups import VENUES
from generator.model import KnownVenue, KnownVenueKind, OutputFile, Person
from generator.pages import group_metadata, views
from generator.pages.drawings.ways import rows, to_person, to_topic
from generator.pages.drawings.years import years_line
from generator.pages.lists import PaperList, by_year, offers
from generator.pages.paging import Paging, heading, in_parts
from generator.pages.renderer import Renderer
from generator.text.markdown import Markdown
from generator.values.paper import Paper

#: Kinds of venues, in the order of the list of all: one of them, and several.
_KINDS: dict[KnownVenueKind, tuple[str, str]] = {
    "conference": ("Conference", "Conferences"),
    "journal": ("Journal", "Journals"),
    "workshop": ("Workshop", "Workshops"),
    "preprint": ("Preprint server", "Preprint servers"),
    "publisher": ("Publisher", "Publishers"),
    "other": ("", "Others"),
}
#: Venues of a kind on the first page, those of most papers, where there are more than LINES.
MOST_OF_A_KIND = 60
#: More venues than this go over several pages, so that no page grows with the catalogue.
LINES = 600
#: Spellings that show at once.
SPELLINGS = 6

_BY_NAME = Paging("venues/all/1.md", "venues/all/{}.md")


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the lists, then the pages of each."""
    catalogue = renderer.catalogue
    lines = [_line(catalogue, venue) for venue in catalogue.venues]
    yield _all(renderer, lines)
    if len(lines) > LINES:
        yield from _by_name(renderer, lines)
    for venue in catalogue.venues:
        yield from _venue(renderer, venue)


@dataclass(frozen=True)
class Line:
    """A venue in a list: how many papers it has, and of which years: "2015–2024", or ""."""

    venue: KnownVenue
    count: int
    years: str

    @property
    def name(self) -> str:
        """What the list calls it, and sorts it by."""
        return self.venue.short or self.venue.name.plain

    @property
    def whole(self) -> str:
        """The whole name, where the list calls it by a short one."""
        whole = self.venue.name.plain
        return whole if whole != self.name else ""

    @property
    def key(self) -> tuple[str, str]:
        """By this it is sorted by name."""
        return self.name.casefold(), self.venue.slug


def _line(catalogue: Catalogue, venue: KnownVenue) -> Line:
    return Line(venue, len(venue.papers), whole_span(per_year(_papers(catalogue, venue))))


def _papers(catalogue: Catalogue, venue: KnownVenue) -> list[Paper]:
    return [catalogue.by_id[paper] for paper in venue.papers]


def _all(renderer: Renderer, lines: Sequence[Line]) -> OutputFile:
    """Return the first page: venues by kind, the largest first; those of one paper stand apart."""
    shown_apart = len(lines) <= LINES
    by_name = sorted(lines, key=lambda line: line.key)
    kinds = []
    for kind, (_, name) in _KINDS.items():
        of_kind = [line for line in by_name if line.venue.kind == kind]
        # Sorting is stable: equal counts stay in the order of names.
        large = sorted((line for line in of_kind if line.count > 1), key=lambda line: -line.count)
        if not shown_apart:
            large = large[:MOST_OF_A_KIND]
        single = [line for line in of_kind if line.count == 1] if shown_apart else []
        if not large:
            large, single = of_kind[:MOST_OF_A_KIND], of_kind[MOST_OF_A_KIND:]
        if of_kind:
            kinds.append({
                "name": name,
                "anchor": f"kind-{kind}",
                "count": len(of_kind),
                "large": large,
                "single": single,
            })  # fmt: skip
    catalogue = renderer.catalogue
    return renderer.page(
        "venues.md.j2",
        "venues/index.md",
        "the list of venues",
        updated=views.newest(catalogue.papers),
        kinds=kinds,
        total=len(lines),
        unknown=len(catalogue.papers) - len(catalogue.venue_of),
        by_name="" if shown_apart else "all/1.md",
    )


def _by_name(renderer: Renderer, lines: Sequence[Line]) -> Iterator[OutputFile]:
    """Yield the list of all venues by name."""
    parts = in_parts(sorted(lines, key=lambda line: line.key), LINES)
    names = [f"{_letter(part[0])} to {_letter(part[-1])}" for part in parts]
    for number, part in enumerate(parts, 1):
        letters = [
            {"letter": letter, "anchor": f"names-{at}", "lines": list(found)}
            for at, (letter, found) in enumerate(groupby(part, _letter), 1)
        ]
        yield renderer.page(
            "venues_by_name.md.j2",
            _BY_NAME.path(number),
            "the list of venues by name",
            updated=views.newest(renderer.catalogue.papers),
            letters=letters,
            total=len(lines),
            number=number,
            others=_BY_NAME.pager(number, names),
        )


def _letter(line: Line) -> str:
    return heading(line.key[0])


def _venue(renderer: Renderer, venue: KnownVenue) -> Iterator[OutputFile]:
    catalogue = renderer.catalogue
    papers = sorted(_papers(catalogue, venue), key=lambda p: (p.work.title.key, p.id))
    listed = PaperList(f"venues/{venue.slug}", by_year(papers))
    years, ways = per_year(papers), listed.ways()
    links = {year: ways[str(year)] for year in years if str(year) in ways}
    line = _line(catalogue, venue)
    topics = most_first(catalogue, topics_within(catalogue, papers))
    people = people_within(catalogue, papers)
    yield from listed.pages(
        renderer,
        "venue.md.j2",
        "the page of venue " + venue.slug,
        [listed],
        name=line.name,
        whole=line.whole,
        said=_said(catalogue, line, topics),
        kind=_KINDS[venue.kind][0],
        spellings=[s for s in venue.spellings if s not in (line.name, line.whole)],
        shown_spellings=SPELLINGS,
        head=group_metadata.of_venue(venue, renderer.settings),
        part_of=catalogue.venue.get(venue.part_of),
        within=catalogue.venues_within.get(venue.slug, ()),
        years=years_line(years, links),
        ways=_ways(catalogue, topics, people),
        offers=offers(renderer, VENUES, venue.slug, len(papers)),
    )


def _ways(
    catalogue: Catalogue, topics: Sequence[tuple[str, int]], people: Sequence[tuple[Person, int]]
) -> Markdown:
    """Return the ways to topics and authors; authors of one paper each stand with their papers."""
    several = any(count > 1 for _, count in people)
    return rows(
        [
            ("Topics", [to_topic(catalogue, slug, count) for slug, count in topics]),
            ("Authors", [to_person(person, count) for person, count in people if several]),
        ]
    )


def _said(catalogue: Catalogue, line: Line, topics: Sequence[tuple[str, int]]) -> str:
    """Return a sentence on a venue for search engines."""
    named = " and ".join(catalogue.topics[slug].name.plain for slug, _ in topics[:2])
    papers = f"{counted(line.count, 'paper')} from {line.whole or line.name}"
    years = f", {line.years}" if line.years else ""
    most_of = "above all on" if line.count > 1 else "on"
    return f"{papers}{years}" + (f", {most_of} {named}." if named else ".")
