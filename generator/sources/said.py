"""One entry of a source in its own words, and the record that is formed of it.

A reader says what an entry holds by the names of `FIELDS` and of the kinds of identifiers; here
the values are taken, repaired and checked, the same for every format.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.problems import Place, Problems, quoted
from generator.sources.base import Held, SourceFile, address_to_link, agreed
from generator.sources.links_in import links_in
from generator.sources.taking import TAKEN, take_text
from generator.text.repair import LATEX_STEPS
from generator.values.count import Count
from generator.values.fields import FIELDS, Field, work_and_curation
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import Identifier, identifiers_in
from generator.values.link import OWN, Link
from generator.values.paper import Rank, SourceRecord
from generator.values.shapes import LINE, PAGES, TEXT, VENUE
from generator.values.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Address:
    """A web address, the field of the source that holds it, and its kind in `link.KINDS`."""

    called: str
    kind: str
    url: str


@dataclass(slots=True)
class Said:
    """What an entry says, before any repair.

    `values` has fields by their names in FIELDS, and identifiers by the names of their kinds, each
    as its shape is taken (see `taking.TAKEN`). `called` has what the source calls a field where
    that is another name. `lines` has the line of each field of a source where each has one, by the
    source's name. Of several addresses of one kind each is kept. `shown_at` is where the source
    itself shows the entry to anyone, if it does. `saved` is what it says of the day of its list,
    `counts` how often it says that the paper was counted.
    """

    place: Place
    values: dict[str, Any] = field(default_factory=dict)
    addresses: list[Address] = field(default_factory=list)
    called: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    shown_at: str = ""
    saved: str = ""
    counts: tuple[Count, ...] = ()

    def name_of(self, name: str) -> str:
        """Return what the source calls a field."""
        return self.called.get(name, name)

    def at(self, called: str) -> Place:
        """Return where a field of the source stands, as near as it is known."""
        line = self.lines.get(called)
        return Place(self.place.file, line) if line else self.place


#: The fields that a bibliography may fill.
TAKEN_FIELDS: tuple[Field, ...] = tuple(
    field for field in FIELDS if field.filled_by >= Rank.BIBLIOGRAPHY and field.shape.name in TAKEN
)


#: A text of these shapes is taken as it is, so that nobody needs to know where it stands.
_TAKEN_AS_IT_IS = frozenset((TEXT.name, VENUE.name, LINE.name, PAGES.name))


def record_of(
    said: Said,
    file: SourceFile,
    problems: Problems,
    what: str = "entry",
    rank: Rank = Rank.BIBLIOGRAPHY,
) -> SourceRecord | None:
    """Return the record of an entry, or None after a warning that it has no title.

    `what` is what messages call an entry of this source: "line", "entry".
    """
    values = values_of(said, TAKEN_FIELDS, problems)
    if not values.get("title"):
        title = said.name_of("title")
        hint = "every paper needs one"
        problems.warning(said.place, f'no "{title}"; {what} left out', hint)
        return None
    values["links"] = links_of(said, values.get("abstract", NO_TEXT), problems)
    values["identifiers"] = identifiers_of(said, problems)
    work, curation = work_and_curation(values)
    return SourceRecord(
        rank=rank,
        source=file.label,
        place=said.place,
        work=work,
        curation=curation,
        saved=said.saved,
        shown_at=said.shown_at,
        counts=said.counts,
    )


def values_of(said: Said, fields: Iterable[Field], problems: Problems) -> dict[str, Any]:
    """Return the values of some of TAKEN_FIELDS that an entry says, repaired, by their names."""
    return {
        field.name: field.shape.form(taken, LATEX_STEPS)
        for field in fields
        if field.name in said.values and (taken := _taken(said, field, problems))
    }


def links_of(said: Said, abstract: Text, problems: Problems) -> tuple[Link, ...]:
    """Return the links of an entry, also those in its abstract."""
    links = {link.url: link for link in links_in(abstract.repaired)}
    # What a field says of an address beats what the words of the abstract make of it.
    links |= {link.url: link for link in _links(said, problems)}
    return tuple(sorted(links.values()))


def identifiers_of(said: Said, problems: Problems) -> tuple[Identifier, ...]:
    """Return the identifiers of an entry, one of each kind, also those in its own addresses."""
    return agreed(_identifiers(said, problems), problems)


def _taken(said: Said, field: Field, problems: Problems) -> Any:
    value = said.values.get(field.name)
    if value is None or value == "":
        return None
    if isinstance(value, str) and field.shape.name in _TAKEN_AS_IT_IS:
        return value
    called = said.name_of(field.name)
    return TAKEN[field.shape.name][0](value, called, said.at(called), problems)


def _links(said: Said, problems: Problems) -> Iterable[Link]:
    for one in said.addresses:
        address = address_to_link(one.url, one.called, said.at(one.called), problems)
        if address:
            yield Link("pdf" if address.endswith(".pdf") else one.kind, address)


def _identifiers(said: Said, problems: Problems) -> Iterable[Held]:
    """Yield what fields of identifiers hold, maybe another's, then what addresses do."""
    for name, kind in IDENTIFIERS.items():
        called = said.name_of(name)
        place = said.at(called)
        text = take_text(said.values.get(name), called, place, problems)
        if not text.strip():
            continue
        value = kind.normal(text)
        found = (Identifier(name, value),) if value else identifiers_in(text)
        if not found:
            what = f"{called}: {quoted(text)} is not of that form; left out"
            problems.warning(place, what, kind.hint)
        yield from (Held(called, place, identifier) for identifier in found)
    for one in said.addresses:
        if one.kind in OWN:
            place = said.at(one.called)
            yield from (Held(one.called, place, found) for found in identifiers_in(one.url))
