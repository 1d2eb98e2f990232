"""The pages of each venue: its names, years, topics, authors and papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.figures.per_year import per_year
from generator.figures.within import most_first, people_within, topics_within
from generator.formats.groups import VENUES
from generator.language import Language, to_say
from generator.model import KnownVenue, KnownVenueKind, Person
from generator.pages import group_metadata
from generator.pages.drawings.ways import Row, drawing, rows, to_person, to_topic
from generator.pages.drawings.years import years_line
from generator.pages.links import PageLink
from generator.pages.lists import PaperList, by_year, offers
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer
from generator.pages.venue_lines import Line, papers_at, venue_line

#: What a venue of a kind is called.
_KINDS: dict[KnownVenueKind, str] = {
    "conference": to_say("Conference"),
    "journal": to_say("Journal"),
    "workshop": to_say("Workshop"),
    "preprint": to_say("Preprint server"),
    "publisher": to_say("Publisher"),
    "other": "",
}
#: Spellings that show at once.
SPELLINGS = 6

LAYOUT = Layout("venue", styles=("groups",))


def items(catalogue: Catalogue) -> Sequence[KnownVenue]:
    """Return the venues: each has pages."""
    return catalogue.venues


def generate(renderer: Renderer, venues: Sequence[KnownVenue]) -> Iterator[Page]:
    """Yield the pages of each of `venues`."""
    for venue in venues:
        yield from _pages(renderer, venue)


def _pages(renderer: Renderer, venue: KnownVenue) -> Iterator[Page]:
    catalogue, language = renderer.catalogue, renderer.language
    papers = sorted(papers_at(catalogue, venue), key=lambda p: (p.work.title.key, p.id))
    listed = PaperList(f"venues/{venue.slug}", by_year(papers, language))
    years, ways = per_year(papers), listed.ways()
    line = venue_line(catalogue, venue)
    topics = most_first(catalogue, topics_within(catalogue, papers))
    found = _ways(language, catalogue, topics, people_within(catalogue, papers))
    kind, part_of = _KINDS[venue.kind], catalogue.venue.get(venue.part_of)
    yield from listed.pages(
        renderer,
        LAYOUT,
        "the page of venue " + venue.slug,
        f"{line.name}: {line.whole}" if line.whole else line.name,
        _said(renderer, line, topics),
        [listed],
        offered=offers(renderer, VENUES, venue.slug, len(papers), line.name),
        head=group_metadata.of_venue(venue, renderer.settings, language),
        up=PageLink(language.say("Venues"), "venues/index.md"),
        name=line.name,
        whole=line.whole,
        kind=kind and language.say(kind),
        spellings=[s for s in venue.spellings if s not in (line.name, line.whole)],
        shown_spellings=SPELLINGS,
        part_of=part_of and _part(part_of),
        within=[_part(part) for part in catalogue.venues_within.get(venue.slug, ())],
        years=years_line(
            years, language, {year: ways[str(year)] for year in years if str(year) in ways}
        ),
        per_year=sorted(years.items()),
        ways=drawing(found, language),
        rows=found,
    )


def _part(venue: KnownVenue) -> PageLink:
    return PageLink(venue.short, f"venues/{venue.slug}.md")


def _ways(
    language: Language,
    catalogue: Catalogue,
    topics: Sequence[tuple[str, int]],
    people: Sequence[tuple[Person, int]],
) -> list[Row]:
    """Return the ways to topics and authors; authors of one paper each stand with their papers."""
    several = any(count > 1 for _, count in people)
    return rows(
        [
            (language.say("Topics"), [to_topic(catalogue, slug, count) for slug, count in topics]),
            (
                language.say("Authors"),
                [to_person(person, count) for person, count in people if several],
            ),
        ]
    )


def _said(renderer: Renderer, line: Line, topics: Sequence[tuple[str, int]]) -> str:
    """Return a sentence on a venue for search engines."""
    language = renderer.language
    papers = language.counted(
        line.count,
        "{number} paper from {venue}",
        "{number} papers from {venue}",
        venue=line.whole or line.name,
    )
    if line.years:
        papers = language.say("{papers}, {years}", papers=papers, years=line.years)
    return renderer.on_topics(papers, line.count, topics)
