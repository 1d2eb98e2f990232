"""What a bibliography says of a paper, in the terms and types of CSL 1.0.2.

https://docs.citationstyles.org/en/v1.0.2/specification.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from generator.text.addresses import safe_address
from generator.text.unicode import normal
from generator.values.date import Date
from generator.values.identifier import Identifier, best_first, resolved, value_of
from generator.values.link import OWN, Link, addresses_of
from generator.values.name import Name
from generator.values.notice import Status, read_notice
from generator.values.preprint_doi import is_preprint_doi
from generator.values.text import NO_TEXT, Text
from generator.values.venue import NO_VENUE, Venue, VenueKind

#: Those of CSL's types that papers are of, beside the catch-all "document".
WorkType = Literal[
    "article-journal",
    "article-magazine",
    "paper-conference",
    "chapter",
    "book",
    "thesis",
    "report",
    "article",
    "dataset",
    "software",
    "webpage",
    "patent",
    "standard",
    "document",
]
TYPES: tuple[WorkType, ...] = get_args(WorkType)
#: What a work is most likely that was published at a venue of a kind. CSL's "article" is a
#: preprint, its "document" anything.
_TYPE_AT: dict[VenueKind, WorkType] = {
    "journal": "article-journal",
    "conference": "paper-conference",
    "publisher": "book",
    "preprint": "article",
    "other": "document",
}
#: Which version of a paper a work is.
Version = Literal["published", "preprint"]
#: Types that no preprint has.
_PUBLISHED_TYPES = ("paper-conference", "chapter", "book", "thesis", "report", "patent", "standard")
#: Ids of journals in the ACL Anthology: https://aclanthology.org/info/ids/
_ACL_JOURNAL = re.compile(r"[JQ]\d{2}-|\d{4}\.(?:cl|tacl)-")


@dataclass(frozen=True)
class Work:
    """A work as a bibliography describes it; what is not known is empty.

    `type` is one of TYPES where a source states it. `venue` is where it was published, as people
    cite it: a journal, a conference, a server or, for a book, its publisher. `container_title` is
    the whole title of the journal or proceedings, `event` the conference, `publisher` who printed
    it; a source that has only the venue leaves them empty. `pages` is a range: 12–19. `status` is
    what became of it later, where a source states it. `citation_key` is what a source cites it by.
    """

    title: Text = NO_TEXT
    type: WorkType | None = None
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    issued: Date | None = None
    venue: Venue = NO_VENUE
    container_title: Text = NO_TEXT
    event: Text = NO_TEXT
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: Text = NO_TEXT
    language: str = ""
    abstract: Text = NO_TEXT
    keywords: tuple[Text, ...] = ()
    note: Text = NO_TEXT
    status: Status | None = None
    links: tuple[Link, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    citation_key: str = ""

    @property
    def year(self) -> int | None:
        """The year in which it was published."""
        return self.issued.year if self.issued else None

    @cached_property
    def best_type(self) -> WorkType:
        """The type as a source states it, else as the venue and the identifiers tell it."""
        if self.type:
            return self.type
        if self.venue:
            return _TYPE_AT[self.venue.kind]
        if acl := value_of(self.identifiers, "acl"):
            return "article-journal" if _ACL_JOURNAL.match(acl) else "paper-conference"
        arxiv, doi = (value_of(self.identifiers, kind) for kind in ("arxiv", "doi"))
        return "article" if arxiv and not doi else "document"

    @cached_property
    def version(self) -> Version | None:
        """Which version of a paper this describes, or None where nothing tells.

        The venue tells most; then a DOI and the ACL Anthology's id; then the type. What has an
        arXiv id and nothing of all that is a preprint: sources call those articles of a journal.
        """
        for venue in (self.venue, Venue(self.container_title)):
            if venue:
                return "preprint" if venue.kind == "preprint" else "published"
        known = self.resolved_identifiers
        if doi := value_of(known, "doi"):
            return "preprint" if is_preprint_doi(doi) else "published"
        if value_of(known, "acl") or self.type in _PUBLISHED_TYPES:
            return "published"
        if value_of(known, "arxiv") or self.type == "article":
            return "preprint"
        return None

    @cached_property
    def resolved_status(self) -> Status | None:
        """The status as a source states it, else as the title does: "RETRACTED: …"."""
        return self.status or read_notice(self.title.repaired).status

    @cached_property
    def resolved_identifiers(self) -> tuple[Identifier, ...]:
        """The identifiers, sorted; arXiv's own DOIs are given as arXiv ids."""
        return resolved(self.identifiers)

    @cached_property
    def address(self) -> str:
        """The work's own address, or an empty string; that of its code is not its own."""
        for identifier in best_first(self.identifiers):
            if normal(identifier.value):
                return identifier.address
        for kind in OWN:
            for url in addresses_of(self.links, kind):
                address = safe_address(url)
                if address and address.startswith("http"):
                    return address
        return ""

    def has_link(self, kind: str) -> bool:
        """Whether a link of a kind is known."""
        return any(link.kind == kind for link in self.links)
