"""Compares what was read of a bibliography with what somebody who read it too wrote down.

A line of bibliographies_expected.jsonl is an entry: its `file`, the `line` it begins on, and what
a page must show of it, by the names in `CHECKS`; null where nothing may be shown. `rejected` is
for an entry that must be reported instead, with `why`; `note` says what is odd about it. Values
were written before there was a reader, so they say what is right and not what comes out.

A difference that somebody has looked at is a line of bibliographies_differences.jsonl, with a
reason: {"file", "line", "field", "why"}; `title` beside them where a file has one line for all.
For the number of entries `field` is "entries", and there is no line.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.text.addresses import address_key
from generator.text.words import words
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import value_of
from generator.values.link import addresses_of
from generator.values.paper import SourceRecord

EXPECTED = Path(__file__).with_name("bibliographies_expected.jsonl")
DIFFERENCES = Path(__file__).with_name("bibliographies_differences.jsonl")

#: What a line may hold beside values.
ABOUT = frozenset(("file", "line", "note", "rejected", "why"))
#: Which quotation marks and blanks a page shows is the repair's choice; it is tested there.
_TYPOGRAPHY = str.maketrans(
    {'“': '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u2009": " ", "\u202f": " "}
)  # fmt: skip

Entry = Mapping[str, Any]


@dataclass(frozen=True)
class Check:
    """How a value is found in a record, and when it is the expected one."""

    found: Callable[[SourceRecord], Any]
    same: Callable[[Any, Any], bool]


@dataclass(frozen=True)
class Difference:
    """A value that is not the expected one. `why` is the reason that somebody gave, if any."""

    file: str
    line: int
    field: str
    expected: object
    found: object
    why: str = ""

    def __str__(self) -> str:
        reason = f" ({self.why})" if self.why else ""
        told = f"{self.expected!r}, not {self.found!r}"
        return f"{self.file}:{self.line}: {self.field}: {told}{reason}"


@dataclass
class Compared:
    """How many values of each field were expected and found, and each that was not."""

    expected: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)


class Known:
    """The differences that somebody has looked at; `used` are those that were met."""

    def __init__(self, lines: Iterable[dict[str, Any]]) -> None:
        self._why = {_key(line, line["field"]): str(line["why"]) for line in lines}
        self.used: set[tuple[object, ...]] = set()

    def why(self, entry: Entry, name: str) -> str:
        """Return the reason for a difference, or an empty string."""
        for key in (_key(entry, name), _key({**entry, "title": None}, name)):
            if key in self._why:
                self.used.add(key)
                return self._why[key]
        return ""

    def unused(self, files: Iterable[str]) -> list[str]:
        """Return the lines about these files whose difference is there no more."""
        names = set(files)
        left = [key for key in self._why if key not in self.used and key[0] in names]
        return [" ".join(str(part) for part in key if part) for key in left]


def _key(line: Entry, name: str) -> tuple[object, ...]:
    return line["file"], line.get("line", 0), name, line.get("title") or ""


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def compare(
    entries: Sequence[Entry], records: Sequence[SourceRecord], told: Iterable[int], known: Known
) -> Compared:
    """Compare the expected entries of one file with its records.

    `told` are the lines of the file that a problem names: a rejected entry must be among them.
    """
    compared = Compared()
    by_line: defaultdict[int, list[SourceRecord]] = defaultdict(list)
    by_title: dict[tuple[str, ...], SourceRecord] = {}
    for record in records:
        by_line[record.place.line].append(record)
        by_title.setdefault(tuple(words(record.work.title.plain)), record)
    lines = set(told)
    for entry in entries:
        at = by_line[entry["line"]]
        values = {name: value for name, value in entry.items() if name not in ABOUT}
        if entry.get("rejected"):
            there = [r for r in at if "doi" not in values or _doi(r) == values["doi"]]
            outcome = "a record" if there else "told" if entry["line"] in lines else "not told"
            _note(compared, known, entry, "rejected", "told", outcome, outcome == "told")
            continue
        by_name = by_title.get(tuple(words(entry.get("title") or "")))
        found = at[0] if len(at) == 1 else by_name if not at or by_name in at else None
        _note(compared, known, entry, "record", entry["line"], _line(found), found in at)
        for name, value in values.items():
            if found is None:
                compared.expected[name] += 1
                continue
            is_ = CHECKS[name].found(found)
            _note(compared, known, entry, name, value, is_, CHECKS[name].same(value, is_))
    return compared


def _note(
    compared: Compared,
    known: Known,
    entry: Entry,
    name: str,
    expected: object,
    found: object,
    hit: bool,
) -> None:
    compared.expected[name] += 1
    compared.found[name] += hit
    if not hit:
        why = known.why(entry, name)
        item = Difference(entry["file"], entry["line"], name, expected, found, why)
        compared.differences.append(item)


def _line(record: SourceRecord | None) -> int | None:
    return record.place.line if record else None


def _doi(record: SourceRecord) -> str:
    return value_of(record.work.resolved_identifiers, "doi").lower()


def _same(expected: Any, found: Any) -> bool:
    if isinstance(expected, str) and isinstance(found, str):
        return expected.translate(_TYPOGRAPHY) == found.translate(_TYPOGRAPHY)
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(_same, expected, found))
    # Nothing is expected, and nothing is there.
    return expected == found or not (expected or found)


def _starts(expected: str, found: str) -> bool:
    return found.translate(_TYPOGRAPHY).startswith(expected.translate(_TYPOGRAPHY))


def _in(expected: Sequence[str], found: Sequence[str]) -> bool:
    return set(expected) <= set(found)


def _any(expected: str | None, found: Sequence[str]) -> bool:
    """Whether one of several forms, such as a venue's short and long name, is the expected."""
    return any(_same(expected, form) for form in found) if expected else not any(found)


def _many(expected: int | list[str], found: list[str]) -> bool:
    return len(found) == expected if isinstance(expected, int) else _same(expected, found)


def _listed(expected: str, found: Sequence[str]) -> bool:
    return address_key(expected) in map(address_key, found)


def _authors(record: SourceRecord) -> list[str]:
    return [name.natural for name in record.work.authors]


def _venues(record: SourceRecord) -> list[str]:
    work = record.work
    return [work.venue.plain, work.container_title.plain, *_short(record)]


def _short(record: SourceRecord) -> list[str]:
    return [record.work.venue.short] if record.work.venue else []


def _publishers(record: SourceRecord) -> list[str]:
    """Return who published it; the venue of a book is its publisher."""
    return [record.work.publisher.plain, record.work.venue.plain]


def _of_kind(kind: str) -> Callable[[SourceRecord], str]:
    return lambda record: value_of(record.work.resolved_identifiers, kind)


def _links(kind: str = "") -> Callable[[SourceRecord], list[str]]:
    def addresses(record: SourceRecord) -> list[str]:
        links = record.work.links
        return addresses_of(links, kind) if kind else [link.url for link in links]

    return addresses


#: Every value that a line of expected values may name.
CHECKS: dict[str, Check] = {
    "citation_key": Check(lambda r: str(getattr(r.work, "citation_key", "")), _same),
    "title": Check(lambda r: r.work.title.plain, _same),
    "title_starts": Check(lambda r: r.work.title.plain, _starts),
    "authors": Check(_authors, _same),
    "authors_count": Check(lambda r: len(r.work.authors), _same),
    "authors_first": Check(lambda r: next(iter(_authors(r)), ""), _same),
    "authors_include": Check(_authors, _in),
    "others": Check(lambda r: any(name.others for name in r.work.authors), _same),
    "editors": Check(lambda r: [name.natural for name in r.work.editors], _same),
    "year": Check(lambda r: r.work.year, _same),
    "date": Check(lambda r: str(r.work.issued or ""), _same),
    "type": Check(lambda r: r.work.best_type, _same),
    "type_not": Check(lambda r: r.work.best_type, lambda expected, found: expected != found),
    "venue": Check(_venues, _any),
    "volume": Check(lambda r: r.work.volume, _same),
    "issue": Check(lambda r: r.work.issue, _same),
    "pages": Check(lambda r: r.work.pages, _same),
    "publisher": Check(_publishers, _any),
    **{
        kind: Check(_of_kind(kind), lambda expected, found: (expected or "") == found)
        for kind in IDENTIFIERS
    },
    "doi": Check(_doi, lambda expected, found: (expected or "") == found),
    "pdf": Check(_links("pdf"), _listed),
    "code": Check(_links("code"), _listed),
    "link": Check(_links(), _listed),
    "keywords": Check(lambda r: [text.plain for text in r.work.keywords], _many),
    "keywords_include": Check(lambda r: [text.plain for text in r.work.keywords], _in),
    "language": Check(lambda r: r.work.language.partition("-")[0].lower(), _same),
    "status": Check(lambda r: r.work.resolved_status, _same),
    "abstract_starts": Check(lambda r: r.work.abstract.plain, _starts),
}
