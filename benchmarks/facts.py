"""Compares what the records say of their papers with a file of facts from public sources.

Both are brought to one form first: addresses by their identifiers, names without accents and
points, venues by the spellings below. What then differs must stand in facts_differences.jsonl with
a reason, else it is a finding. Lines there are of two kinds:

    {"paper": id, "field": name, "why": reason}     this fact was changed or left out on purpose
    {"venue": as the facts have it, "cited": as the catalogue spells it}
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.text.addresses import address_key
from generator.text.words import words
from generator.values.identifier import KINDS, pdf_address, value_of
from generator.values.link import addresses_of
from generator.values.paper import SourceRecord

DIFFERENCES = Path(__file__).with_name("facts_differences.jsonl")

#: How a record stands to a fact.
SAME, SPELLED, MADE, FOUND = (
    "as held",
    "spelled otherwise",
    "follows from an identifier",
    "FINDING",
)


@dataclass(frozen=True)
class Compared:
    """A fact beside its record: how they stand to each other, and what both say."""

    paper: str
    field: str
    outcome: str
    held: object
    written: object


class Known:
    """The differences that somebody has looked at."""

    def __init__(self, lines: Sequence[dict[str, str]]) -> None:
        self.cited = {line["venue"]: line["cited"] for line in lines if "venue" in line}
        self.why = {(line["paper"], line["field"]): line["why"] for line in lines if "why" in line}


def known_differences() -> Known:
    """Read the file of differences."""
    return Known([json.loads(line) for line in DIFFERENCES.read_text("utf-8").splitlines()])


def compare(facts: Path, records: Sequence[SourceRecord], known: Known) -> list[Compared]:
    """Return every fact of the file beside its record."""
    by_name = {record.name: record for record in records}
    found = []
    for line in facts.read_text("utf-8").splitlines():
        fact: dict[str, Any] = json.loads(line)
        record = by_name.get(fact["id"])
        if record is None:
            found.append(Compared(fact["id"], "record", FOUND, fact["title"], None))
            continue
        found += _compared(fact, record, known)
    return found


def _compared(fact: dict[str, Any], record: SourceRecord, known: Known) -> Iterator[Compared]:
    name = record.name or ""
    for field, held, written, outcome in _beside(fact, record, known):
        # Records have links of their own, from abstracts, that no fact is about.
        if held or (written and field not in ("code", "pdf")):
            yield Compared(
                name,
                field,
                known.why.get((name, field), FOUND) if outcome == FOUND else outcome,
                held,
                written,
            )


def _beside(
    fact: dict[str, Any], record: SourceRecord, known: Known
) -> Iterator[tuple[str, Any, Any, str]]:
    """Yield each field, what is held and what is written of it, and how the two stand."""
    work = record.work
    authors = [name.natural for name in work.authors]
    yield "authors", fact["authors"], authors, _authors(fact["authors"], authors)
    year = fact.get("venue_year") or fact["year"]
    yield "year", year, work.year, _equal(year, work.year)
    venue, written_venue = fact.get("venue", ""), work.venue.plain
    cited = SPELLED if venue and known.cited.get(venue) == written_venue else FOUND
    yield "venue", venue, written_venue, SAME if venue == written_venue else cited
    for kind, about in KINDS.items():
        held, written = fact.get(kind, ""), value_of(work.identifiers, kind)
        yield kind, held, written, _equal(about.normal(held) or "", written)
    for kind in ("pdf", "code"):
        held, links = fact.get(kind, ""), addresses_of(work.links, kind)
        listed = address_key(held) in map(address_key, links)
        made = kind == "pdf" and not links and _follows(held, record)
        yield kind, held, links, SAME if listed else MADE if made else FOUND


def _equal(held: object, written: object) -> str:
    return SAME if held == written else FOUND


def _authors(held: list[str], written: list[str]) -> str:
    if held == written:
        return SAME
    # "J Zico", "J. Zico"; "C.H.", "C. H."; accents and case.
    plain = [[word for name in names for word in words(name)] for names in (held, written)]
    return SPELLED if len(held) == len(written) and plain[0] == plain[1] else FOUND


def _follows(pdf: str, record: SourceRecord) -> bool:
    """Whether a page makes an address for the PDF, and the held one is of the same kind."""
    hosts = ("arxiv.org/pdf/", "openreview.net/pdf", "aclanthology.org/")
    return bool(pdf_address(record.work.identifiers)) and address_key(pdf).startswith(hosts)


def report(compared: Sequence[Compared]) -> int:
    """Print how many facts stand how, with the reasons, and every finding; return how many."""
    outcomes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in compared:
        outcomes[item.field][item.outcome] += 1
    usual = (SAME, SPELLED, MADE)
    for field, counts in outcomes.items():
        told = ", ".join(f"{counts[name]} {name}" for name in usual if counts[name])
        others = sum(n for name, n in counts.items() if name not in (*usual, FOUND))
        print(f"{field:>11}: {told}" + (f", {others} with a reason" if others else ""))
    for item in compared:
        if item.outcome not in (*usual, FOUND):
            print(f"             {item.paper}: {item.field}: {item.outcome}")
    findings = [item for item in compared if item.outcome == FOUND]
    for item in findings:
        print(f"{item.paper}: {item.field}: the facts have {item.held!r}, not {item.written!r}")
    return len(findings)
