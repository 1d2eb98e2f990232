"""The table of known venues: names, acronyms and kinds, with an index from every spelling.

The package's own is `venues.yml` beside this module; a catalogue may add to it. A name is looked up
by its telling words, written as one: "Very Large Data Bases" and "very large databases" are equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

import yaml

from generator.values.venue_misspelt import Misspelt
from generator.values.venue_words import Words, is_acronym, segments, words

#: A workshop stays apart from its conference; a series holds many venues and tells none.
EntryKind = Literal["journal", "conference", "workshop", "publisher", "preprint", "series"]
#: Whether the short form is a word, so that only where it is the whole name it is the venue; or is
#: shared with other venues, so that only a year or a name beside it tells.
Acronym = Literal["", "word", "shared"]
#: Kinds whose names call themselves a conference, symposium, workshop and so on.
MEETING_KINDS = ("conference", "workshop", "series")
#: A name without "Conference" is a conference's if it has so many telling words.
LEAST_WORDS = 4
#: A longer name is no abbreviation.
MOST_WORDS = 16
#: An abbreviation of one letter is of these words only.
_ONE_LETTER = frozenset(("journal", "transactions", "international"))


@dataclass(frozen=True)
class Entry:
    """A known venue, as a table has it. `spellings` are other names, beside `name` and `short`.

    `part_of` is the slug of the conference that a workshop belongs to.
    """

    slug: str
    name: str
    short: str
    kind: EntryKind
    acronym: Acronym = ""
    spellings: tuple[str, ...] = ()
    part_of: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called, the name first."""
        return (self.name, self.short, *self.spellings)


def joined(name: str) -> Words:
    """Return the words of a whole name, whatever signs it has."""
    return words(" ".join(segments(name)))


class Table:
    """Known venues by slug, and what each name stands for.

    `_named` has slugs by the letters of the telling words, for names that call themselves a
    conference, a symposium, or neither; `_loose` by those without societies, where it is of one
    venue only; `_initials` names by the first letters of their words, for abbreviations;
    `_misspelt` those that a slip may have changed.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: Mapping[str, Entry] = {entry.slug: entry for entry in entries}
        self._named: dict[tuple[str, str], str] = {}
        self._loose: dict[tuple[str, str], str] = {}
        self._initials: defaultdict[tuple[str, str], list[tuple[tuple[str, ...], str]]]
        self._initials = defaultdict(list)
        self._acronyms: dict[str, str] = {}
        self._misspelt = Misspelt()
        self._index()

    def _index(self) -> None:
        loose: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for entry in sorted(self.entries.values(), key=lambda entry: entry.slug):
            for name in entry.names:
                found = joined(name)
                if not found:
                    continue
                if _is_said(entry, name, found):
                    self._acronyms.setdefault(found.letters, entry.slug)
                    if entry.acronym == "shared" and name == entry.short:
                        continue
                self._named.setdefault((found.meeting, found.letters), entry.slug)
                if len(found.telling) > 1:
                    key = found.meeting, initials(found.telling)
                    self._initials[key].append((found.telling, entry.slug))
                self._misspelt.add(found.meeting, found.telling, entry.slug)
                bare = found.without_sponsors
                if bare != found.telling and _stands_alone(entry, found, bare):
                    loose[found.meeting, "".join(bare)].add(entry.slug)
        self._loose = {key: slugs.pop() for key, slugs in loose.items() if len(slugs) == 1}

    def acronym(self, word: str) -> Entry | None:
        """Return the venue whose acronym a folded word is; it may be a word, too, or another's."""
        found = self._acronyms.get(word)
        return self.entries[found] if found else None

    def named(self, found: Words) -> Entry | None:
        """Return the venue that these words are a name of, in whole or abbreviated."""
        slug = (
            self._whole(found)
            or self._without_sponsors(found)
            or self._abbreviated(found)
            or self._misspelt.named(found.meeting, found.telling)
        )
        return self.entries[slug] if slug else None

    def _whole(self, found: Words) -> str | None:
        if not found:
            return None
        if slug := self._named.get((found.meeting, found.letters)):
            return slug
        if found.meeting:
            # "SIGMOD Conference", "CHI Symposium": an acronym with the word.
            slug = self._named.get(("", found.letters))
            return slug if slug and self.entries[slug].kind in MEETING_KINDS else None
        return self._without_conference(self._named, found.telling)

    def _without_sponsors(self, found: Words) -> str | None:
        bare, societies = found.without_sponsors, found.without_societies
        slug = self._named.get((found.meeting, "".join(societies)))
        if slug and len(societies) > 1:
            return slug
        if not bare:
            return None
        if len(bare) == 1 and not found.meeting:
            # "ACM SIGIR" and "IEEE CVPR", but "IEEE Software" is no journal "Software".
            entry = self.acronym(bare[0])
            is_one = entry and entry.kind in MEETING_KINDS and not entry.acronym
            return entry.slug if entry and is_one else None
        letters = "".join(bare)
        for index in (self._named, self._loose):
            if slug := index.get((found.meeting, letters)):
                return slug
        return None if found.meeting else self._without_conference(self._loose, bare)

    @staticmethod
    def _without_conference(
        index: Mapping[tuple[str, str], str], telling: tuple[str, ...]
    ) -> str | None:
        """Return the conference that a name without that word is long enough to be of."""
        if len(telling) < LEAST_WORDS:
            return None
        letters = "".join(telling)
        return index.get(("conference", letters)) or index.get(("symposium", letters))

    def _abbreviated(self, found: Words) -> str | None:
        """Return the venue of an abbreviated name, as ISO 4 has it: each word begins another."""
        forms = [(found.telling, found.shortened)]
        if found.without_sponsors != found.telling:
            forms.append((found.without_sponsors, frozenset()))
        for telling, shortened in forms:
            if not 1 < len(telling) <= MOST_WORDS:
                continue
            meetings = {found.meeting}
            if not found.meeting and len(telling) >= LEAST_WORDS:
                meetings.add("conference")
            slugs = {
                slug
                for meeting in meetings
                for known, slug in self._initials.get((meeting, initials(telling)), ())
                if abbreviates(telling, known, shortened)
            }
            if len(slugs) == 1:
                return slugs.pop()
        return None

    @cached_property
    def clashes(self) -> list[tuple[str, str, str]]:
        """Names that two venues have: the name, and the slugs of both."""
        found: dict[tuple[str, str], str] = {}
        clashes = []
        for entry in sorted(self.entries.values(), key=lambda entry: entry.slug):
            for name in entry.names:
                key = _key(name)
                is_shared = entry.acronym == "shared" and name == entry.short
                if not is_shared and found.setdefault(key, entry.slug) != entry.slug:
                    clashes.append((name, found[key], entry.slug))
        return clashes


def initials(telling: tuple[str, ...]) -> str:
    """Return the first letters of words."""
    return "".join(word[0] for word in telling)


def _is_said(entry: Entry, name: str, found: Words) -> bool:
    """Whether a name is one word that people say for the whole: "Interspeech", but not "Cell"."""
    if entry.kind in ("journal", "publisher"):
        return len(found.every) == 1 and is_acronym(found.printed[0])
    return len(found.every) == 1 or (name == entry.short and " " not in name)


def _stands_alone(entry: Entry, found: Words, bare: tuple[str, ...]) -> bool:
    """Whether a name is known without its society: "Data Mining" of "IEEE Conference on …" is."""
    if entry.kind == "journal":
        return found.telling[0] == "ieee" and len(bare) > 2
    return bool(found.meeting) and len(bare) > 1


def abbreviates(short: tuple[str, ...], long: tuple[str, ...], shortened: frozenset[int]) -> bool:
    """Whether each word is, or begins, the other; one without a point is whole, if any has one."""
    for at, (word, whole) in enumerate(zip(short, long, strict=True)):
        if word == whole:
            continue
        if not whole.startswith(word) and not _contracts(word, whole):
            return False
        if len(word) == 1 and whole not in _ONE_LETTER:
            return False
        if shortened and at not in shortened and len(word) < 4:
            return False
    return True


def _contracts(word: str, whole: str) -> bool:
    """Whether a word has the plural's s of another that it shortens: "Lett." is "Letters"."""
    return len(word) > 3 and word.endswith("s") and whole.startswith(word[:-1])


def with_entries(table: Table, entries: Iterable[Entry]) -> Table:
    """Return a table with more entries; one of a slug that there is takes its place.

    A spelling that both the old and the new have belongs to the new.
    """
    new = {entry.slug: entry for entry in entries}
    taken = {_key(name) for entry in new.values() for name in entry.names}
    kept = [_without(entry, taken) for slug, entry in table.entries.items() if slug not in new]
    return Table([*kept, *new.values()])


def _without(entry: Entry, taken: set[tuple[str, str]]) -> Entry:
    """Return an entry without the spellings that others have taken."""
    spellings = tuple(name for name in entry.spellings if _key(name) not in taken)
    acronym: Acronym = "shared" if _key(entry.short) in taken else entry.acronym
    return replace(entry, spellings=spellings, acronym=acronym)


def _key(name: str) -> tuple[str, str]:
    found = joined(name)
    return found.meeting, found.letters


@cache
def known_venues() -> Table:
    """Return the package's own table."""
    text = (files("generator.values") / "venues.yml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read = yaml.load(text, loader)  # noqa: S506
    return Table(
        Entry(**{**item, "spellings": tuple(item.get("spellings", ()))}) for item in read["venues"]
    )
