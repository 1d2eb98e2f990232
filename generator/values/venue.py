"""Where a work was published: the venue's name as printed, its short form, and its kind.

The table of venues tells the kind of those it knows; of others it is a guess from the words of the
name, for sources that do not state the type of a work. What nothing tells is "other", so that a
citation claims nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from generator.text.unicode import normal
from generator.values.text import NO_TEXT, Text
from generator.values.venue_meant import is_unpublished, meant
from generator.values.venue_table import Entry, EntryKind, known_venues
from generator.values.venue_words import LONGEST, is_acronym

VenueKind = Literal["journal", "conference", "publisher", "preprint", "other"]

_PREPRINT = re.compile(
    r"\b(?:arxiv|(?:afric|bio|chem|eart?h?a|ed|engr|med|psya|soca|tech)r?xiv|corr"
    r"|preprints?(?:\.org)?|ssrn|research square)\b",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"\b(?:university press|academic press|mit press|crc press|springer(?:[ -]verlag)?|elsevier"
    r"|wiley|morgan (?:&|and) claypool(?: publishers)?|morgan kaufmann|o['’]reilly(?: media)?"
    r"|addison[ -]wesley|mcgraw[ -]hill|prentice hall|packt|world scientific|now publishers)$",
    re.IGNORECASE,
)
#: Words that tell a journal or a conference whatever stands beside them, then names and acronyms.
_JOURNAL_WORD = re.compile(
    r"\b(?:(?:journal|transactions|letters|annals|archives|magazine|reviews?|bulletin|quarterly"
    r"|acta|record|surveys|foundations and trends|communications of)\b|(?:trans|j)\.)",
    re.IGNORECASE,
)
_CONFERENCE_WORD = re.compile(
    r"\b(?:conf(?:erence)?|proc(?:eedings)?|symposium|workshops?|meeting|congress|advances in"
    r"|findings of|lecture notes|challenge at)\b",
    re.IGNORECASE,
)
#: Families of journals: "Frontiers in …", "npj …".
_JOURNAL_FAMILY = re.compile(
    r"\b(?:nature|npj|plos|pnas|frontiers|t?pami)\b|^(?:the )?lancet\b", re.IGNORECASE
)
#: These proceedings are journals.
_PROCEEDINGS = re.compile(
    r"\bproc(?:eedings|\.) of the (?:national academy|royal society|vldb endowment|acm on|ieee$)",
    re.IGNORECASE,
)
#: In this order: the first that fits decides; between the two, an acronym of a known venue does.
_WORDS: tuple[tuple[re.Pattern[str], VenueKind], ...] = (
    (_PREPRINT, "preprint"),
    (_PROCEEDINGS, "journal"),
    (_CONFERENCE_WORD, "conference"),
    (_JOURNAL_WORD, "journal"),
)
_LESS_SURE: tuple[tuple[re.Pattern[str], VenueKind], ...] = (
    (_JOURNAL_FAMILY, "journal"),
    (_PUBLISHER, "publisher"),
)
#: What a paper at a venue of the table is: one of a workshop or a series is a conference's.
_KIND_OF: dict[EntryKind, VenueKind] = {
    "journal": "journal",
    "conference": "conference",
    "workshop": "conference",
    "series": "conference",
    "publisher": "publisher",
    "preprint": "preprint",
}
#: An acronym in brackets: "Conference on Invented Results (CIR 2024)".
_IN_BRACKETS = re.compile(r"\(([^()]{2,30})\)")
#: A word with no small letters bound to it: "ICML-like" is of no ICML.
_ACRONYM_WORD = re.compile(r"\b\d?[A-Za-z]{2,12}(?=(?:['’ -]?\d{2,4})?\b(?!-[a-z]))")
_ACRONYM = re.compile(r"[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?=(?:[ '’-]*\d{2,4})?$)")


@dataclass(frozen=True, order=True)
class Venue:
    """A journal, conference, publisher or server, by its `name` as printed; empty if unknown."""

    name: Text = NO_TEXT

    def __bool__(self) -> bool:
        return bool(self.name)

    def __str__(self) -> str:
        return self.plain

    @property
    def plain(self) -> str:
        """The name in one line of plain text."""
        return normal(self.name.plain)

    @cached_property
    def short(self) -> str:
        """What people call it, else the acronym that the name has in brackets, else the name."""
        found = meant(self.plain, known_venues())
        if found.entry and found.is_venue and not found.part:
            return found.entry.short
        for inside in _IN_BRACKETS.findall(self.plain):
            if acronym := _ACRONYM.match(inside):
                return acronym[0]
        return self.plain

    @cached_property
    def kind(self) -> VenueKind:
        """What kind of venue it is; "other" where no word of its name tells."""
        return _kind(self.plain)


#: The venue of which nothing is known.
NO_VENUE = Venue()


@lru_cache(maxsize=10_000)  # most papers share their venue with others
def _kind(name: str) -> VenueKind:
    if is_unpublished(name):
        return "other"  # "Submitted to ICLR 2030" is in no proceedings.
    found = meant(name, known_venues())
    if found.entry:
        return "conference" if found.part else _KIND_OF[found.entry.kind]
    for pattern, kind in _WORDS:
        if pattern.search(name):
            return kind
    if entry := _acronym_in(name):
        return _KIND_OF[entry.kind]
    return next((kind for pattern, kind in _LESS_SURE if pattern.search(name)), "other")


def _acronym_in(name: str) -> Entry | None:
    """Return the known venue whose acronym, which is no other word, stands in a name."""
    for word in _ACRONYM_WORD.findall(name[:LONGEST]):
        entry = known_venues().acronym(word.casefold())
        if entry and not entry.acronym and is_acronym(entry.short.split()[-1]):
            return entry
    return None
