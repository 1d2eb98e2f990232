"""Rows of links with counts, each under its term: the ways from the page of a group to others.

The pages of authors, venues and years have them. One line of HTML, as Html has no such list. Of
a long row the first links show, and the others unfold without JavaScript.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.figures.wording import counted
from generator.model import KnownVenue, Person
from generator.pages import views
from generator.text.html import Html, attribute, html_line

#: So many links of a row show; one more is not folded.
SHOWN = 10
#: No more links of a row than this are unfolded; of the others the number is said.
UNFOLDED = 100

#: From the first page of a group, <folder>/<slug>/, to the root of the site.
_ROOT = "../../"


@dataclass(frozen=True)
class Way:
    """A link to a page of the site, with how many papers it stands for, 0 for no number.

    `name` is plain text. `both` leads to what the two pages have in common, if anywhere; `colour`
    is that of a topic's area, else 0.
    """

    name: str
    address: str
    count: int = 0
    both: str = ""
    colour: int = 0


def to_topic(catalogue: Catalogue, slug: str, count: int) -> Way:
    """Return the way to the page of a topic."""
    view = views.topic_view(catalogue, slug, count)
    return Way(view.name.plain, f"{_ROOT}topics/{slug}/", count, colour=view.colour)


def to_venue(venue: KnownVenue, count: int) -> Way:
    """Return the way to the page of a venue, by its short name."""
    return Way(venue.short or venue.name.plain, f"{_ROOT}venues/{venue.slug}/", count)


def to_person(person: Person, count: int, both: str = "") -> Way:
    """Return the way to the page of an author."""
    return Way(person.name.natural, f"{_ROOT}authors/{person.slug}/", count, both)


def rows(found: Sequence[tuple[str, Sequence[Way]]]) -> Html:
    """Return rows, each a term and its ways; those without ways are left out."""
    drawn = "".join(
        f"<div><dt>{term}</dt><dd>{_row(ways)}</dd></div>" for term, ways in found if ways
    )
    return Html(f'<dl class="ways">{drawn}</dl>' if drawn else "")


def _row(ways: Sequence[Way]) -> str:
    shown = len(ways) if len(ways) <= SHOWN + 1 else SHOWN
    drawn = " ".join(map(_way, ways[:shown]))
    if shown == len(ways):
        return drawn
    more = " ".join(map(_way, ways[shown:UNFOLDED]))
    if len(ways) > UNFOLDED:
        more += f" <span>and {len(ways) - UNFOLDED:,} others</span>"
    summary = f"<summary>and {len(ways) - shown:,} more</summary>"
    return f"{drawn} <details>{summary} {more}</details>"


def _way(way: Way) -> str:
    look = f'class="topic" data-area="{way.colour}" ' if way.colour else ""
    link = f'<a {look}href="{attribute(way.address)}">{html_line(way.name)}</a>'
    return f"<span>{link}{_count(way)}</span>"


def _count(way: Way) -> str:
    if not way.count:
        return ""
    if not way.both:
        return f' <span class="count">{way.count:,}</span>'
    label = attribute(f"{counted(way.count, 'paper')} with {way.name}")
    address = attribute(way.both)
    return f' <a class="count" href="{address}" aria-label="{label}">{way.count:,}</a>'
