"""What the head of an author's page says to programs: schema.org as JSON-LD.

https://schema.org/ProfilePage, its `mainEntity` a https://schema.org/Person, a group's a
https://schema.org/Organization.
"""

from __future__ import annotations

from generator.language import Language
from generator.model import Person
from generator.pages.json_ld import crumbs, json_ld, url, who
from generator.settings import Settings
from generator.values.orcid import orcid_address


def of_person(person: Person, settings: Settings, language: Language) -> str:
    """Return the head elements of the pages of a person."""
    name = person.name.natural
    known: dict[str, object] = {
        "alternateName": sorted({variant.natural for variant in person.variants} - {name}),
        "sameAs": orcid_address(person.orcid),
    }
    told = who(person.name) | {key: value for key, value in known.items() if value}
    place = url(settings, f"authors/{person.slug}/")
    page = {"@type": "ProfilePage", "name": name, **place, "mainEntity": told | place}
    return json_ld(page, crumbs(settings, [(language.say("Authors"), "authors/")], name))
