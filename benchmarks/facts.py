"""Compares what the records say of their papers with a file of facts from public sources.

Both are brought to one form first: addresses by their identifiers, names without accents and
points, venues by the spellings below. What then differs must stand in facts_differences.jsonl with
a reason, else it is a finding. Lines there are of two kinds:

    {"paper": id, "field": name, "why": reason}     this fact was changed or left out on purpose
    {"venue": as the facts have it, "cited": as the catalogue spells it}
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model import SourceRecord
from generator.text.words import words
from generator.values.identifier import KINDS, pdf_address

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
    for field, held, written, outcome in (
        ("authors", fact["authors"], list(record.authors), _authors),
        ("year", fact.get("venue_year") or fact["year"], record.year, _equal),
        ("venue", fact.get("venue"), record.venue or None, _venue(known)),
        *(
            (kind, fact.get(kind), _identifier(record, kind), _same_identifier(kind))
            for kind in KINDS
        ),
        ("pdf", fact["pdf"], _links(record, "pdf"), _pdf(record)),
        ("code", fact.get("code"), _links(record, "code"), _code),
    ):
        # Records have links of their own, from abstracts, that no fact is about.
        if held or (written and field not in ("code", "pdf")):
            said = outcome(held, written)
            if said == FOUND and (record.name or "", field) in known.why:
                said = known.why[record.name or "", field]
            yield Compared(record.name or "", field, said, held, written)


def _equal(held: Any, written: Any) -> str:
    return SAME if held == written else FOUND


def _authors(held: Any, written: Any) -> str:
    if held == written:
        return SAME
    # "J Zico", "J. Zico"; "C.H.", "C. H."; accents and case.
    plain = [[word for name in names for word in words(name)] for names in (held, written)]
    return SPELLED if len(held) == len(written) and plain[0] == plain[1] else FOUND


def _venue(known: Known) -> Any:
    def outcome(held: Any, written: Any) -> str:
        if held == written:
            return SAME
        return SPELLED if held and known.cited.get(held) == written else FOUND

    return outcome


def _identifier(record: SourceRecord, kind: str) -> str | None:
    return next((item.value for item in record.identifiers if item.kind == kind), None)


def _same_identifier(kind: str) -> Any:
    return lambda held, written: _equal(KINDS[kind].normal(held) if held else None, written)


def _links(record: SourceRecord, kind: str) -> list[str]:
    return [link.url for link in record.links if link.kind == kind]


def _address(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/").lower()


def _pdf(record: SourceRecord) -> Any:
    hosts = ("arxiv.org/pdf/", "openreview.net/pdf", "aclanthology.org/")

    def outcome(held: Any, written: Any) -> str:
        if _address(held) in map(_address, written):
            return SAME
        made = pdf_address(record.identifiers)
        return MADE if not written and made and _address(held).startswith(hosts) else FOUND

    return outcome


def _code(held: Any, written: Any) -> str:
    return SAME if any(_address(url) == _address(held) for url in written) else FOUND


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
