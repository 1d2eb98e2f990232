"""A paper that services are asked about, and what is known of it by now."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.enriching.lacking import lacking
from generator.problems import Problems
from generator.services.known_services import SERVICES
from generator.services.service import Service
from generator.sources.base import SourceFile
from generator.sources.said import Said, record_of
from generator.values.asked import TITLE, Asked
from generator.values.identifier import Identifier, first_of_each
from generator.values.name import Name
from generator.values.paper import Entry, Paper, Rank

#: The kinds of identifiers that a service can be asked by.
_ASKED_BY = frozenset(kind for service in SERVICES for kind in service.asks_by) - {TITLE}
#: What services say is read as it will be read from their file.
_NOWHERE = SourceFile(Path(), "", "")


@dataclass
class Subject:
    """One paper: how messages call it, its id (empty for a new one), what it lacks.

    `titles` are all that are known of it, as plain text, and `authors` who wrote it: by them an
    answer is told from that of another paper. `identifiers` are what it can be asked for by, one a
    kind, with those that services told in this run.
    """

    name: str
    paper: str = ""
    titles: tuple[str, ...] = ()
    authors: tuple[Name, ...] = ()
    identifiers: dict[str, Identifier] = field(default_factory=dict)
    lacks: set[str] = field(default_factory=set)

    def asked_of(self, service: Service) -> Asked | None:
        """Return what a service is asked for to tell of this paper; None where it cannot be.

        A title is asked for only where nothing better is known: it costs a request for itself.
        """
        known = (self.identifiers[kind] for kind in service.asks_by if kind in self.identifiers)
        ways = [Asked(item.kind, item.value) for item in known]
        if self.titles and self.identifiers.keys().isdisjoint(_ASKED_BY):
            ways.append(Asked(TITLE, self.titles[0]))
        return next(filter(service.takes, ways), None)

    def learn(self, said: Said) -> None:
        """Take what a service said: identifiers to ask others by, and what is lacked no more."""
        record = record_of(said, _NOWHERE, Problems(), rank=Rank.SERVICE)
        if record is None:
            return
        self.identifiers = first_of_each(record.work.resolved_identifiers) | self.identifiers
        told = Paper("", record.work, entries=(Entry("", 0, counts=record.counts),))
        self.lacks = lacking(told, self.lacks)
        self.titles = self.titles or (record.work.title.plain,)
        self.authors = self.authors or record.work.authors


def subject_of(paper: Paper, lacks: set[str]) -> Subject:
    """Return a paper of the catalogue as one to ask about."""
    provenance = paper.provenance.get("title")
    others = [lost.plain for _, lost in provenance.lost] if provenance else []
    identifiers = first_of_each(paper.work.resolved_identifiers)
    titles = tuple(dict.fromkeys((paper.work.title.plain, *others)))
    return Subject(f"papers/{paper.id}/", paper.id, titles, paper.work.authors, identifiers, lacks)
