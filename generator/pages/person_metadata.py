"""What the head of an author's page says to programs: schema.org as JSON-LD.

https://schema.org/ProfilePage, its `mainEntity` a https://schema.org/Person, a group's a
https://schema.org/Organization.
"""

from __future__ import annotations

from generator.model import Person
from generator.pages.json_ld import crumbs, json_ld, url
from generator.settings import Settings
from generator.values.name import is_group


def of_person(person: Person, settings: Settings) -> str:
    """Return the head elements of the pages of a person."""
    name = person.name.natural
    kind = "Organization" if is_group(person.name.literal) else "Person"
    who: dict[str, object] = {"@type": kind, "name": name}
    known: dict[str, object] = {
        "givenName": person.name.given,
        "familyName": person.name.full_family,
        "alternateName": sorted({variant.natural for variant in person.variants} - {name}),
        "sameAs": orcid_address(person),
    }
    who |= {key: value for key, value in known.items() if value}
    place = url(settings, f"authors/{person.slug}/")
    page = {"@type": "ProfilePage", "name": name, **place, "mainEntity": who | place}
    return json_ld(page, crumbs(settings, [("Authors", "authors/")], name))


def orcid_address(person: Person) -> str:
    """Return the address of a person's ORCID record, empty if no iD is known.

    https://support.orcid.org/hc/en-us/articles/360006897674
    """
    return f"https://orcid.org/{person.orcid}" if person.orcid else ""
