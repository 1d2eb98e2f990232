"""What was found in an item of a Markdown list so far, and its venues in running text."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.sources.markdown.labels import Published, published
from generator.sources.said import Address
from generator.values.text import Text
from generator.values.venue import Venue

#: A title of fewer words is a name of something else, unless a paper's address is beside it.
LEAST_WORDS = 3
#: A venue in running text has no more words.
_MOST_WORDS = 10


@dataclass(slots=True)
class Found:
    """What was found in an item so far."""

    title: str = ""
    people: tuple[str, ...] = ()
    published: list[Published] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    #: Whether an address or a label is surely a paper's.
    has_paper: bool = False
    #: Whether a link or bold letters mark the title.
    is_marked: bool = False
    #: Whether the title leads to code.
    is_code: bool = False


def is_venue_name(venue: str, unknown: int = 3) -> bool:
    """Whether words in running text are the name of a venue, not half a sentence.

    Where no word of it tells, it may have at most `unknown` words; no words are no sentence.
    """
    words = venue.split()
    if len(words) > _MOST_WORDS or any(c.isdigit() or c == ":" for c in venue):
        return False
    return not words or Venue(Text(venue)).kind != "other" or len(words) <= unknown


def venue_in(text: str) -> Published | None:
    """Return what a text says of venue and year, if it can be nothing else."""
    said = published(text)
    return said if said and said.sure and is_venue_name(said.venue) else None


def take_venue(text: str, found: Found) -> bool:
    """Keep what a text says of venue and year, if it says nothing else; return whether it does."""
    said = venue_in(text)
    if said:
        found.published.append(said)
    return said is not None
