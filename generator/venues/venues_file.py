"""Reads catalogue/venues.yml: venues that the package's table does not know, or knows otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from generator import yaml_lines
from generator.ids import why_no_id
from generator.problems import Problems, quoted
from generator.validation import Listed, nearest, read_file
from generator.values.venue_table import (
    Acronym,
    Entry,
    EntryKind,
    Table,
    joined,
    known_venues,
    with_entries,
)

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class VenueModel(BaseModel):
    """One venue, or what is otherwise with one that the package's table knows by this slug."""

    model_config = ConfigDict(extra="forbid")

    slug: Line
    short: Line | None = None
    name: Line | None = None
    kind: EntryKind | None = None
    acronym: Acronym | None = None
    part_of: Line | None = None
    spellings: Listed[Line] = Field(default_factory=list)


class VenuesFile(BaseModel):
    """The whole of venues.yml; a key without a value is an empty list."""

    model_config = ConfigDict(extra="forbid")

    venues: Listed[VenueModel] = Field(default_factory=list)


def load_venues(path: Path, shown: str, problems: Problems) -> Table:
    """Return the package's table with what a file says; every mistake in it is an error.

    A missing or empty file says nothing.
    """
    known = known_venues()
    read = read_file(path, shown, VenuesFile, problems)
    if read is None or not read[1].venues:
        return known
    document, file = read
    checker = _Checker(document, known, problems)
    for at, venue in enumerate(file.venues):
        checker.check(at, venue)
    if checker.wrong:
        return known
    entries = [_entry(venue, known.entries.get(venue.slug)) for venue in file.venues]
    return with_entries(known, entries)


def _entry(venue: VenueModel, before: Entry | None) -> Entry:
    name = venue.name or (before.name if before else venue.short or "")
    spellings = dict.fromkeys((*(before.spellings if before else ()), *venue.spellings))
    if before:
        # A venue is still known by the names that it had.
        spellings |= dict.fromkeys((before.name, before.short))
    short = venue.short or (before.short if before else name)
    for shown in (name, short):
        spellings.pop(shown, None)
    return Entry(
        slug=venue.slug,
        name=name,
        short=short,
        kind=venue.kind or (before.kind if before else "conference"),
        acronym=(before.acronym if before else "") if venue.acronym is None else venue.acronym,
        spellings=tuple(spellings),
        part_of=venue.part_of or (before.part_of if before else ""),
    )


class _Checker:
    """Reports what pydantic cannot see; `wrong` is whether anything was."""

    def __init__(self, document: yaml_lines.Document, known: Table, problems: Problems) -> None:
        self._document = document
        self._known = known
        self._problems = problems
        self._slugs: dict[str, int] = {}
        self._names: dict[tuple[str, str], tuple[str, int]] = {}
        self._of_package = {
            _key(name): entry.slug
            for entry in known.entries.values()
            for name in (entry.name, entry.short)
            if not (entry.acronym == "shared" and name == entry.short)
        }
        self.wrong = False

    def check(self, at: int, venue: VenueModel) -> None:
        """Report what is wrong with the venue at a place of the list."""
        line = self._document.place(("venues", at, "slug")).line
        if why := why_no_id(venue.slug):
            self._error(at, "slug", f"slug: {why}", "rename it")
        if venue.slug in self._slugs:
            first = self._slugs[venue.slug]
            self._error(
                at,
                "slug",
                f'slug: "{venue.slug}" stands twice (first in line {first})',
                "write all of a venue in one place",
            )
        self._slugs.setdefault(venue.slug, line)
        if venue.slug not in self._known.entries:
            for field in ("name", "kind"):
                if getattr(venue, field) is None:
                    hint = nearest(venue.slug, self._known.entries, "add it")
                    what = f'{field}: is missing, and no known venue has the slug "{venue.slug}"'
                    self._error(at, "slug", what, hint)
        for path, name in _names(venue):
            self._check_name(at, venue.slug, path, name)

    def _check_name(self, at: int, slug: str, field: tuple[str | int, ...], name: str) -> None:
        key = _key(name)
        line = self._document.place(("venues", at, *field)).line
        said = f"{field[0]}: {quoted(name)}"
        if not key[1]:
            self._error(at, field, f"{said} has no word that tells a venue", "remove it")
            return
        other, first = self._names.setdefault(key, (slug, line))
        if other != slug:
            self._error(
                at,
                field,
                f'{said} is also of "{other}" (line {first})',
                "a spelling belongs to one venue: remove one of them",
            )
        known = self._of_package.get(key, slug)
        if known != slug:
            self._error(
                at,
                field,
                f'{said} is the name of the known venue "{known}"',
                f"write slug: {known} to add to that one, or another name",
            )

    def _error(self, at: int, field: str | tuple[str | int, ...], what: str, hint: str) -> None:
        path = (field,) if isinstance(field, str) else field
        self._problems.error(self._document.place(("venues", at, *path)), what, hint)
        self.wrong = True


def _names(venue: VenueModel) -> list[tuple[tuple[str | int, ...], str]]:
    found: list[tuple[tuple[str | int, ...], str]] = [
        ((field,), name)
        for field, name in (("name", venue.name), ("short", venue.short))
        if name and not (field == "short" and venue.acronym == "shared")
    ]
    return found + [(("spellings", at), name) for at, name in enumerate(venue.spellings)]


def _key(name: str) -> tuple[str, str]:
    found = joined(name)
    return found.meeting, found.letters
