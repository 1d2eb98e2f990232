"""Reads catalogue/decisions.yml: which entries a person says are one paper, or are not.

And which of a paper's facts that a check doubts are right.

Each decision names its entries by a record's id, a title, an identifier (`arxiv:1706.03762`) or
a place (`listing.txt:12`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, field_validator
from rapidfuzz import fuzz, process

from generator import yaml_lines
from generator.ids import slug
from generator.ledger import NOTHING_DECIDED, AddressesDecided
from generator.ledger.decided import MovedItem, WithdrawnItem, addresses_decided
from generator.merge.titles import title_parts
from generator.problems import Place, Problems, quoted
from generator.validation import Listed, read_file
from generator.values.identifier import KINDS
from generator.values.paper import SourceRecord

_IDENTIFIER = re.compile(r"([a-z]{3,10}):\s*(\S.*)", re.IGNORECASE)
_PLACE = re.compile(r"(.+):(\d{1,9})")


class _Item(BaseModel):
    """One decision as the file has it."""

    model_config = ConfigDict(extra="forbid")

    papers: list[str]
    why: str = ""

    @field_validator("papers")
    @classmethod
    def _two_or_more(cls, value: list[str]) -> list[str]:
        if len(value) < 2:
            raise ValueError("a decision is about two entries or more | name both")
        if any(not text.strip() for text in value):
            raise ValueError("an entry has no name | write an id, a title or file:line")
        return value


class _CheckedItem(BaseModel):
    """A fact that a person has looked at, as the file has it."""

    model_config = ConfigDict(extra="forbid")

    paper: str
    check: str
    why: str = ""


class _File(BaseModel):
    """The whole file; a key without a value is an empty list."""

    model_config = ConfigDict(extra="forbid")

    same: Listed[_Item] = []
    different: Listed[_Item] = []
    checked: Listed[_CheckedItem] = []
    withdrawn: Listed[WithdrawnItem] = []
    moved: Listed[MovedItem] = []


@dataclass(frozen=True)
class Reference:
    """What a decision says of an entry, and where it says so."""

    text: str
    place: Place


@dataclass(frozen=True)
class Decision:
    """Entries that a person named together."""

    references: tuple[Reference, ...]
    place: Place
    why: str = ""


@dataclass(frozen=True)
class Checked:
    """What `check` doubts in a paper, by its id, and a person found right."""

    paper: str
    check: str
    place: Place


@dataclass(frozen=True)
class Decisions:
    """What a person says: which entries are one paper, which are not, which facts are right.

    And which pages were taken out, or have another address.
    """

    same: tuple[Decision, ...] = ()
    different: tuple[Decision, ...] = ()
    checked: tuple[Checked, ...] = ()
    addresses: AddressesDecided = NOTHING_DECIDED


@dataclass(frozen=True)
class Resolved:
    """A decision with what its references stand for: indexes of entries, one set each."""

    decision: Decision
    entries: tuple[frozenset[int], ...]


def load_decisions(path: Path, shown: str, problems: Problems) -> Decisions:
    """Return the decisions in a file; none if it is missing, empty or wrong (with problems)."""
    read = read_file(path, shown, _File, problems)
    if read is None:
        return Decisions()
    document, file = read
    return Decisions(
        same=_decisions("same", file.same, document),
        different=_decisions("different", file.different, document),
        checked=tuple(
            Checked(item.paper.strip(), item.check.strip(), document.place(("checked", number)))
            for number, item in enumerate(file.checked)
        ),
        addresses=addresses_decided(file.withdrawn, file.moved, document),
    )


def _decisions(key: str, items: list[_Item], document: yaml_lines.Document) -> tuple[Decision, ...]:
    return tuple(
        Decision(
            references=tuple(
                Reference(text.strip(), document.place((key, number, "papers", at)))
                for at, text in enumerate(item.papers)
            ),
            place=document.place((key, number)),
            why=item.why,
        )
        for number, item in enumerate(items)
    )


def resolve(
    decisions: Iterable[Decision], records: Sequence[SourceRecord], problems: Problems
) -> list[Resolved]:
    """Return the decisions with the entries they name; names that fit nothing are warnings."""
    decisions = list(decisions)
    if not decisions:
        return []
    names = _Names(records)
    found = []
    for decision in decisions:
        sets = [names.find(reference.text) for reference in decision.references]
        for reference, entries in zip(decision.references, sets, strict=True):
            if not entries:
                problems.warning(
                    reference.place,
                    f"no entry is named {quoted(reference.text)}",
                    names.suggestion(reference.text),
                )
        found.append(Resolved(decision, tuple(entries for entries in sets if entries)))
    return found


class _Names:
    """All that entries can be called, and the indexes of the entries called so."""

    def __init__(self, records: Sequence[SourceRecord]) -> None:
        self._identifiers: defaultdict[str, set[int]] = defaultdict(set)
        self._places: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
        self._ids: defaultdict[str, set[int]] = defaultdict(set)
        self._slugs: defaultdict[str, set[int]] = defaultdict(set)
        self._keys: defaultdict[str, set[int]] = defaultdict(set)
        self._shown: set[str] = set()
        for index, record in enumerate(records):
            for identifier in (*record.work.identifiers, *record.work.resolved_identifiers):
                self._identifiers[f"{identifier.kind}:{identifier.value}"].add(index)
            for file in {record.place.file, record.source, Path(record.place.file).name}:
                self._places[file, record.place.line].add(index)
            if record.name:
                self._ids[record.name].add(index)
                self._shown.add(record.name)
            title = record.work.title
            # The second is the id that earlier versions gave: see `generator.merge.addresses`.
            for address in {slug(title.plain), slug(title.repaired)}:
                self._slugs[address].add(index)
            self._keys[title_parts(title.repaired).key].add(index)
            self._shown.add(title.plain)

    def find(self, text: str) -> frozenset[int]:
        """Return the entries that `text` names, by the first way of naming that fits."""
        identifier = _IDENTIFIER.fullmatch(text)
        if identifier and identifier[1].lower() in KINDS:
            kind = identifier[1].lower()
            normal = KINDS[kind].normal(identifier[2])
            if normal is not None and f"{kind}:{normal}" in self._identifiers:
                return frozenset(self._identifiers[f"{kind}:{normal}"])
        place = _PLACE.fullmatch(text)
        if place and (place[1], int(place[2])) in self._places:
            return frozenset(self._places[place[1], int(place[2])])
        for known, name in (
            (self._ids, text),
            (self._keys, title_parts(text).key),
            (self._slugs, text),
        ):
            if name in known:
                return frozenset(known[name])
        return frozenset()

    def suggestion(self, text: str) -> str:
        """Return what to do about a name that fits nothing: the nearest known one, if any."""
        near = process.extractOne(
            text.casefold(),
            sorted(self._shown),
            scorer=fuzz.ratio,
            processor=str.casefold,
            score_cutoff=60,
        )
        if near:
            return f"did you mean {quoted(near[0])}?"
        return "write an id, a title, arxiv:… or doi:…, or a file and line such as list.txt:12"
