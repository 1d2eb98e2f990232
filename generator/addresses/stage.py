"""Compares what was published with what is there now: what moved, what went, the new ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.addresses.folder import Lost, Outcome, settle
from generator.addresses.names import (
    lost_of,
    lost_people,
    person_found,
    topic_found,
    venue_found,
)
from generator.catalogue import Catalogue
from generator.ledger import FOLDERS, AddressesDecided, Ledger, PaperRow, Row, Withdrawn
from generator.model import Gone
from generator.values.paper import Paper


@dataclass(frozen=True)
class Addresses:
    """What became of the addresses that were published.

    `moved` and `gone` are by address, such as topics/counting; the former has the addresses that it
    leads on to. `ledger` is what is to be written.
    """

    moved: Mapping[str, tuple[str, ...]]
    gone: Mapping[str, Gone]
    ledger: Ledger

    def known_to(self, catalogue: Catalogue) -> Catalogue:
        """Return the catalogue with the pages that these addresses are to have."""
        of: dict[str, dict[str, tuple[str, ...]]] = {folder: {} for folder in FOLDERS}
        for address, to in self.moved.items():
            folder, _, slug = address.partition("/")
            of[folder][slug] = tuple(one.partition("/")[2] for one in to)
        people = {slug: to[0] for slug, to in of["authors"].items()}
        return replace(
            catalogue,
            signposts={**catalogue.signposts, **of["papers"]},
            people_signposts={**catalogue.people_signposts, **people},
            moved={
                address: to[0]
                for address, to in self.moved.items()
                if not address.startswith("papers/")
            },
            gone=self.gone,
        )


def addresses(
    catalogue: Catalogue,
    ledger: Ledger,
    decided: AddressesDecided,
    withdrawn: Mapping[str, tuple[str, Withdrawn]],
) -> Addresses:
    """Return what became of every address in `ledger`, and the next ledger.

    `withdrawn` are papers that were taken out, by the slugs that would lead to them, with titles.
    """
    taken_out = {
        slug: PaperRow(name=title)
        for slug, (title, said) in withdrawn.items()
        if said.address == f"papers/{slug}"  # others were never published, or the ledger has them
    }
    papers = {**taken_out, **ledger.papers}
    wrote = lost_people(catalogue, ledger)
    people = {slug: ledger.authors.get(slug, Row()) for slug in wrote}
    venues = {
        **{row.venue: Row() for row in ledger.papers.values() if row.venue},
        **ledger.venues,
    }

    def papers_at(slug: str) -> tuple[str, ...]:
        return (slug,) if slug in catalogue.by_id else catalogue.signposts.get(slug, ())

    def paper_found(lost: Lost) -> tuple[str, ...]:
        return () if lost.slug in withdrawn else catalogue.signposts.get(lost.slug, ())

    settled = {
        "papers": settle(
            "papers",
            lost_of(papers, catalogue.by_id),
            catalogue.by_id,
            paper_found,
            decided,
            papers,
        ),
        "topics": settle(
            "topics",
            lost_of(ledger.topics, catalogue.topics),
            catalogue.topics,
            topic_found(catalogue, ledger.topics),
            decided,
            ledger.topics,
        ),
        "authors": settle(
            "authors",
            lost_of(people, ()),
            catalogue.person,
            person_found(catalogue, ledger, wrote, papers_at),
            decided,
            people,
        ),
        "venues": settle(
            "venues",
            lost_of(venues, catalogue.venue),
            catalogue.venue,
            venue_found(catalogue),
            decided,
            venues,
        ),
    }
    return Addresses(
        {
            f"{folder}/{slug}": tuple(f"{folder}/{one}" for one in to)
            for folder in FOLDERS
            for slug, to in sorted(settled[folder].moved.items())
        },
        {
            f"{folder}/{slug}": _gone(f"{folder}/{slug}", row, decided, withdrawn)
            for folder in FOLDERS
            for slug, row in sorted(settled[folder].gone.items())
        },
        _next(catalogue, papers, settled),
    )


def _gone(
    address: str,
    row: Row,
    decided: AddressesDecided,
    withdrawn: Mapping[str, tuple[str, Withdrawn]],
) -> Gone:
    folder, _, slug = address.partition("/")
    said = decided.withdrawn.get(address)
    if said is None and folder == "papers" and slug in withdrawn:
        said = withdrawn[slug][1]
    return Gone(address, row.name, said.on if said else None, said.why if said else "")


def _next(
    catalogue: Catalogue, papers: Mapping[str, PaperRow], settled: Mapping[str, Outcome]
) -> Ledger:
    """Return the ledger as it is to be: what is there, and what was."""
    rows = {paper.id: _row(catalogue, paper) for paper in catalogue.papers}
    for slug in (*settled["papers"].moved, *settled["papers"].gone):
        was = papers[slug]
        to = settled["papers"].moved.get(slug, ())
        rows[slug] = PaperRow(name=was.name, identifiers=was.identifiers, to=to, gone=not to)
    return Ledger(
        rows,
        {slug: Row(name=topic.name.plain) for slug, topic in catalogue.topics.items()}
        | _former(settled["topics"]),
        _former(settled["authors"]),
        {venue.slug: Row(name=venue.name.plain) for venue in catalogue.venues}
        | _former(settled["venues"]),
    )


def _row(catalogue: Catalogue, paper: Paper) -> PaperRow:
    # Those of entries that another won over tell the paper from others, too, if the two part again.
    known = paper.provenance.get("identifiers")
    # What a service says is no part of what the paper is known by: it may be wrong, or go.
    answers = {answer.place for answer in paper.answers}
    lost = [item for place, item in known.lost if place not in answers] if known else []
    held = {f"{item.kind}:{item.value}" for item in (*paper.lasting.resolved_identifiers, *lost)}
    return PaperRow(
        name=paper.work.title.plain,
        identifiers=tuple(sorted(held)),
        authors=tuple(catalogue.people_of.get(paper.id, ())),
        venue=catalogue.venue_of.get(paper.id, ""),
    )


def _former(outcome: Outcome) -> dict[str, Row]:
    return {slug: Row(to=to) for slug, to in outcome.moved.items()} | {
        slug: Row(name=row.name, gone=True) for slug, row in outcome.gone.items()
    }
