"""Rows of links with counts, each under its term: the ways from the page of a group to others.

The pages of authors, venues and years have them. Of a long row the first links show, and the others
unfold without JavaScript.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.language import Language
from generator.model import KnownVenue, Person
from generator.pages import views
from generator.pages.links import PageLink, person_link
from generator.text.html import Html, attribute, escaped

#: So many links of a row show; one more is not folded.
SHOWN = 10
#: No more links of a row than this are unfolded; of the others the number is said.
UNFOLDED = 100


@dataclass(frozen=True)
class Way:
    """A link to a page of the site, with how many papers it stands for, 0 for no number.

    `both` leads to what the two pages have in common, if anywhere.
    """

    link: PageLink
    count: int = 0
    both: PageLink | None = None


@dataclass(frozen=True)
class Row:
    """Ways of one kind, under what they lead to."""

    term: str
    ways: Sequence[Way]

    @property
    def first(self) -> Sequence[Way]:
        """Those that show."""
        return self.ways if len(self.ways) <= SHOWN + 1 else self.ways[:SHOWN]

    @property
    def hidden(self) -> int:
        """How many do not show."""
        return len(self.ways) - len(self.first)


def to_topic(catalogue: Catalogue, slug: str, count: int) -> Way:
    """Return the way to the page of a topic."""
    return Way(views.topic_view(catalogue, slug, count).link, count)


def to_venue(venue: KnownVenue, count: int) -> Way:
    """Return the way to the page of a venue, by its short name."""
    return Way(PageLink(venue.short or venue.name.plain, f"venues/{venue.slug}.md"), count)


def to_person(person: Person, count: int, both: PageLink | None = None) -> Way:
    """Return the way to the page of an author."""
    return Way(person_link(person.name.natural, person.slug), count, both)


def rows(found: Sequence[tuple[str, Sequence[Way]]]) -> list[Row]:
    """Return rows, each a term and its ways; those without ways are left out."""
    return [Row(term, ways) for term, ways in found if ways]


def drawing(found: Sequence[Row], language: Language) -> Html:
    """Return rows as a list of terms; empty for none."""
    drawn = "".join(
        f"<div><dt>{escaped(row.term)}</dt><dd>{_row(row, language)}</dd></div>" for row in found
    )
    return Html(f'<dl class="ways">{drawn}</dl>' if drawn else "")


def _row(row: Row, language: Language) -> str:
    drawn = " ".join(_way(way, language) for way in row.first)
    if not row.hidden:
        return drawn
    more = " ".join(_way(way, language) for way in row.ways[len(row.first) : UNFOLDED])
    if len(row.ways) > UNFOLDED:
        left = language.say("and {number} others", number=len(row.ways) - UNFOLDED)
        more += f" <span>{escaped(left)}</span>"
    told = escaped(language.say("and {number} more", number=row.hidden))
    summary = f"<summary>{told}</summary>"
    return f"{drawn} <details>{summary} {more}</details>"


def _way(way: Way, language: Language) -> str:
    return f"<span>{way.link.html}{_count(way, language)}</span>"


def _count(way: Way, language: Language) -> str:
    if not way.count:
        return ""
    count = escaped(language.number(way.count))
    if not way.both:
        return f' <span class="count">{count}</span>'
    label = attribute(
        language.counted(
            way.count,
            "{number} paper with {name}",
            "{number} papers with {name}",
            name=way.link.words,
        )
    )
    return f' <a class="count" href="{way.both.href}" aria-label="{label}">{count}</a>'
