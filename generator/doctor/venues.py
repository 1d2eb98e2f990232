"""One venue in several spellings: in records they become the commonest of records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.checks.venues import in_two_spellings
from generator.doctor.ailment import Ailment
from generator.doctor.examined import Examined
from generator.doctor.record_changes import with_text
from generator.doctor.remedies import Remedy, changing
from generator.problems import quoted
from generator.values.paper import Paper

#: By which decisions call it.
NAME = "venue-spelling"


def spellings(examined: Examined) -> Iterator[Ailment]:
    """Find records that spell a venue as few records do, and venues of which that makes two.

    Records are compared with records: how a bibliography spells a venue is no reason to change what
    people wrote. Where two spellings lead to one page of a venue, records are mended, and those of
    other sources do no harm; where they lead to two it is a guess that they are one.
    """
    decided = examined.decided
    right = {item.paper for item in decided.decisions.checked if item.check == NAME}
    venue_of = decided.catalogue.venue_of
    own = [paper for paper in examined.papers if _is_of_record(examined, paper)]
    told = set(right)
    for papers, mends in ((own, True), (examined.papers, False)):
        for rarer, commoner in in_two_spellings(papers):
            common = commoner[0]
            for paper in rarer:
                same = venue_of.get(paper.id, "") == venue_of.get(common.id)
                if paper.id in told or (same and not mends):
                    continue
                told.add(paper.id)
                remedies = _remedies(examined, paper, common) if same else ()
                yield _ailment(paper, common, len(commoner), remedies)


def _ailment(paper: Paper, other: Paper, used: int, remedies: tuple[Remedy, ...]) -> Ailment:
    common = quoted(other.work.venue.plain)
    return Ailment(
        paper.place("venue"),
        f"venue: {quoted(paper.work.venue.plain)} is spelled {common} in"
        f" {used} other paper{'s' if used > 1 else ''}",
        f"write {common} here too, or this spelling everywhere; if they are two:"
        f" decisions.yml, checked:, check: {NAME}",
        remedies,
        paper.id,
    )


def _is_of_record(examined: Examined, paper: Paper) -> bool:
    """Whether a paper's venue is what its record says."""
    record = examined.record_of.get(paper.id)
    return record is not None and paper.place("venue") == record.at(("venue",))


def _remedies(examined: Examined, paper: Paper, other: Paper) -> tuple[Remedy, ...]:
    """Return what writes the venue of another paper into a record."""
    record, venue = examined.record_of[paper.id], other.work.venue.plain
    return (changing(record.path, partial(with_text, path=("venue",), value=venue)),)
