"""What a bibliography says of a paper: its kind, people, venue and address, as far as known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from generator.citations.names import Name, name
from generator.ids import digest
from generator.model import Paper
from generator.text.formula import plain
from generator.text.links import safe_address
from generator.text.unicode import normal
from generator.values.identifier import KINDS, best_first
from generator.venues import VenueKind, venue_kind

#: An article in a journal, a paper at a conference, a book, a preprint, or any other work.
WorkKind = Literal["article", "conference", "book", "preprint", "other"]
_KIND_AT: dict[VenueKind, WorkKind] = {
    "journal": "article",
    "conference": "conference",
    "publisher": "book",
    "preprint": "preprint",
    "other": "other",
}

#: Keys longer than this are cut.
_KEY_LENGTH = 40

#: Ids of journals in the ACL Anthology: https://aclanthology.org/info/ids/
_ACL_JOURNAL = re.compile(r"[JQ]\d{2}-|\d{4}\.(?:cl|tacl)-")


@dataclass(frozen=True)
class Work:
    """A paper as a bibliography sees it. Texts are one line; what is not known is empty.

    `title` and `venue` are plain, `repaired_title` and `repaired_venue` still hold formulas.
    """

    key: str
    kind: WorkKind
    title: str
    repaired_title: str
    names: tuple[Name, ...]
    year: int | None
    venue: str
    repaired_venue: str
    doi: str
    arxiv: str
    url: str


def work(paper: Paper) -> Work:
    """Return the facts that every form of a citation is made from."""
    known: dict[str, str] = {}
    for identifier in paper.identifiers:
        known.setdefault(identifier.kind, normal(identifier.value))
    venue = normal(plain(paper.venue))
    return Work(
        key=_key(paper.id),
        kind=_kind(venue, known),
        title=normal(plain(paper.title)),
        repaired_title=paper.title,
        names=tuple(found for author in paper.authors if (found := name(author))),
        year=paper.year,
        venue=venue,
        repaired_venue=paper.venue,
        doi=known.get("doi", ""),
        arxiv=known.get("arxiv", ""),
        url=_address(paper),
    )


def _key(paper_id: str) -> str:
    """Return the paper's id, if long its beginning and a digest of all of it.

    Ids are unique and stay, so keys are and do; and no id has a full stop.
    """
    if len(paper_id) <= _KEY_LENGTH:
        return paper_id
    beginning = paper_id[: _KEY_LENGTH - 9]
    return f"{beginning.rpartition('-')[0] or beginning}.{digest(paper_id)}"


def _kind(venue: str, known: dict[str, str]) -> WorkKind:
    if venue:
        return _KIND_AT[venue_kind(venue)]
    if "acl" in known:
        return "article" if _ACL_JOURNAL.match(known["acl"]) else "conference"
    return "preprint" if "arxiv" in known and "doi" not in known else "other"


def _address(paper: Paper) -> str:
    """Return the paper's own address, or an empty string; code is not the paper."""
    for identifier in best_first(paper.identifiers):
        if value := normal(identifier.value):
            base = KINDS[identifier.kind].address
            return base + quote(value, safe="/:().,_-", errors="replace")
    for wanted in ("paper", "pdf"):
        for link in paper.links:
            address = safe_address(link.url) if link.kind == wanted else None
            if address and address.startswith("http"):
                return address
    return ""
