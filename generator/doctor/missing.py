"""What is not known of papers, and could be: authors, year, venue, an identifier, a topic."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.doctor.ailment import Ailment, Finder
from generator.doctor.examined import Examined
from generator.problems import quoted
from generator.values.paper import Paper

#: What `enrich` calls an identifier, and how a list is spoken of.
_ASKED = {"identifier": "doi"}
_ONE = {"authors": "them"}
IsMissing = Callable[[Paper], bool]


def missing(what: str, is_missing: IsMissing) -> Finder:
    """Return what finds the papers without something: authors, year, venue or identifier."""

    def find(examined: Examined) -> Iterator[Ailment]:
        for paper in examined.papers:
            if is_missing(paper):
                yield Ailment(
                    paper.place("title"),
                    f"{quoted(paper.work.title.plain)} has no {what}",
                    f"write {_ONE.get(what, 'it')}, or ask services: paper-catalogue enrich"
                    f" --only {_ASKED.get(what, what)}",
                    paper=paper.id,
                )

    return find


def no_authors(paper: Paper) -> bool:
    """Whether nobody is named who wrote it."""
    return not paper.work.authors


def no_year(paper: Paper) -> bool:
    """Whether it has no year."""
    return paper.work.year is None


def no_venue(paper: Paper) -> bool:
    """Whether it is not known where it was published; a preprint is published nowhere yet."""
    work = paper.work
    return not work.venue and not work.container_title and work.version != "preprint"


def no_identifier(paper: Paper) -> bool:
    """Whether it has no identifier by which services could know it."""
    return not paper.work.resolved_identifiers


def unsorted(examined: Examined) -> Iterator[Ailment]:
    """Find papers that no topic has, in a catalogue with topics."""
    if not examined.catalogue.areas:
        return
    for paper in sorted(examined.catalogue.unsorted, key=lambda paper: paper.id):
        yield Ailment(
            paper.place("title"),
            f"{quoted(paper.work.title.plain)} is in no topic",
            "name topics in its record, or give a topic a phrase that it says",
            paper=paper.id,
        )
