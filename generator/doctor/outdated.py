"""Records that say less than is known by now: a preprint that was published since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.doctor.ailment import Ailment
from generator.doctor.examined import Examined, RecordFile
from generator.problems import Place, quoted
from generator.values.date import Date
from generator.values.paper import Paper
from generator.values.venue import Venue


def older_than_source(examined: Examined) -> Iterator[Ailment]:
    """Find records of a preprint where another source knows the year and venue of publication."""
    for paper in examined.papers:
        record = examined.record_of.get(paper.id)
        if record is None:
            continue
        venue, told = _published(paper, record)
        if venue is None:
            continue
        year = _said_at(paper, "year").get(told)
        mine = paper.work.issued
        own = paper.place("year") == record.at(("year",))
        later = isinstance(year, Date) and mine and own and year.year > mine.year
        names_preprint = paper.work.venue.kind == "preprint" and _is_of(paper, "venue", record)
        if not names_preprint and not later:
            continue
        when = f", {year.year}" if isinstance(year, Date) else ""
        field = "venue" if names_preprint else "year"
        said = quoted(paper.work.venue.plain) if names_preprint else str(mine)
        yield Ailment(
            paper.place(field),
            f"{field}: {said}, but {told} knows where it was published:"
            f" {quoted(venue.plain)}{when}",
            "write venue and year of the published version, if it is that paper",
            paper=paper.id,
        )


def _published(paper: Paper, record: RecordFile) -> tuple[Venue | None, Place]:
    """Return a venue that another source names and that is no server of preprints, and where."""
    for place, value in sorted(_said_at(paper, "venue").items()):
        if place.file == record.document.file or not isinstance(value, Venue):
            continue
        if value.kind in ("journal", "conference"):
            return value, place
    return None, Place("")


def _said_at(paper: Paper, field: str) -> dict[Place, Any]:
    """Return what every source says of a field, by its place."""
    known = paper.provenance.get(field)
    if known is None:
        return {}
    value = {"venue": paper.work.venue, "year": paper.work.issued}[field]
    return dict(known.lost) | dict.fromkeys(known.places, value)


def _is_of(paper: Paper, field: str, record: RecordFile) -> bool:
    return paper.place(field).file == record.document.file
