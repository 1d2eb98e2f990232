"""What the head of a list of papers says to programs: schema.org as JSON-LD.

https://schema.org/CollectionPage, its `about` a https://schema.org/Periodical,
https://schema.org/EventSeries or https://schema.org/Organization.
"""

from __future__ import annotations

from generator.language import Language
from generator.model import KnownVenue, KnownVenueKind
from generator.pages.json_ld import crumbs, json_ld, url
from generator.settings import Settings

#: What a venue of a kind is; of another it is some thing.
_ABOUT: dict[KnownVenueKind, str] = {
    "journal": "Periodical",
    "conference": "EventSeries",
    "workshop": "EventSeries",
    "publisher": "Organization",
}


def of_venue(venue: KnownVenue, settings: Settings, language: Language) -> str:
    """Return the head elements of the pages of a venue."""
    name = venue.name.plain
    others = sorted({venue.short, *venue.spellings} - {name, ""})
    about: dict[str, object] = {"@type": _ABOUT.get(venue.kind, "Thing"), "name": name}
    if others:
        about["alternateName"] = others
    page = _collection(settings, name, f"venues/{venue.slug}/", len(venue.papers))
    return json_ld(
        page | {"about": about}, crumbs(settings, [(language.say("Venues"), "venues/")], name)
    )


def of_year(year: int, papers: int, settings: Settings, language: Language) -> str:
    """Return the head elements of the pages of a year, which has so many papers."""
    page = _collection(
        settings, language.say("Papers of {year}", year=str(year)), f"years/{year}/", papers
    )
    way = crumbs(settings, [(language.say("Years"), "years/")], str(year))
    return json_ld(page | {"temporalCoverage": str(year)}, way)


def of_list(name: str, address: str, papers: int, up: tuple[str, str], settings: Settings) -> str:
    """Return the head elements of a list of so many papers; `up` is a page above: name, address."""
    return json_ld(_collection(settings, name, address, papers), crumbs(settings, [up], name))


def _collection(settings: Settings, name: str, address: str, papers: int) -> dict[str, object]:
    page: dict[str, object] = {"@type": "CollectionPage", "name": name}
    page |= url(settings, address)
    page["mainEntity"] = {"@type": "ItemList", "numberOfItems": papers}
    return page
