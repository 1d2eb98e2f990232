"""What all forms of a citation have in common: the work's key, what it is in, who published it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.text.unicode import normal
from generator.values.identifier import value_of
from generator.values.notice import STATUS_WORDS
from generator.values.paper import Paper
from generator.values.text import NO_TEXT, Text
from generator.values.work import Work

#: Types whose venue is who published them, not what they are part of.
_PUBLISHED = ("book", "thesis", "report")


@dataclass(frozen=True)
class Cited:
    """A work with the key that names it in a citation, unique in a catalogue.

    `container` is what the work is part of, `short` how people call that where it is something
    else, `publisher` who published it, each empty where nothing is known of it, as are `doi` and
    `arxiv`. `status` says what became of it: "Retracted". `abstract` is empty where a citation is
    to be without it.
    """

    key: str
    work: Work
    container: Text
    short: Text
    publisher: Text
    doi: str
    arxiv: str
    status: str = ""
    abstract: Text = NO_TEXT


def cited(catalogue: Catalogue, paper: Paper, *, with_abstract: bool = False) -> Cited:
    """Return what every form of the citation of a paper of the catalogue is made from."""
    work = paper.work
    is_published = work.best_type in _PUBLISHED or work.venue.kind == "publisher"
    venue = work.venue.name
    whole = work.container_title
    return Cited(
        key=catalogue.citation_keys[paper.id],
        work=work,
        container=whole or (NO_TEXT if is_published else venue),
        short=NO_TEXT if is_published or not whole or whole == venue else venue,
        publisher=work.publisher or (venue if is_published else NO_TEXT),
        doi=normal(value_of(work.identifiers, "doi")),
        # arXiv's own DOI names its paper, too.
        arxiv=normal(value_of(work.resolved_identifiers, "arxiv")),
        status=STATUS_WORDS[status].badge.capitalize() if (status := work.resolved_status) else "",
        abstract=work.abstract if with_abstract else NO_TEXT,
    )
