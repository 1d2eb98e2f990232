"""A venue in a list: what it is called there, how many papers it has, and of which years."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.figures.per_year import per_year, whole_span
from generator.model import KnownVenue
from generator.pages.links import PageLink
from generator.values.paper import Paper


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

    @property
    def link(self) -> PageLink:
        """The link to its page."""
        return PageLink(self.name, f"venues/{self.venue.slug}.md")

    @property
    def told_link(self) -> PageLink:
        """The link, which tells the whole name."""
        return PageLink(self.name, f"venues/{self.venue.slug}.md", title=self.whole)


def venue_line(catalogue: Catalogue, venue: KnownVenue) -> Line:
    """Return the line of a venue."""
    return Line(venue, len(venue.papers), whole_span(per_year(papers_at(catalogue, venue))))


def papers_at(catalogue: Catalogue, venue: KnownVenue) -> list[Paper]:
    """Return the papers of a venue."""
    return [catalogue.by_id[paper] for paper in venue.papers]
