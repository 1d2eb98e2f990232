"""Whose a published address was: which of the papers that are now there it belonged to.

By an identifier, else by the title, else by the name of a record. A title that was corrected where
there is no identifier is found among papers that are new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from generator.ids import slug
from generator.ledger.rows import PaperRow
from generator.values.paper import SourceRecord

#: From so much likeness on (0 to 100, rapidfuzz's ratio of two titles) one is the other, corrected.
NEAR = 85
#: So many titles are compared with new ones; of more, something else has happened than corrections.
MAX_NEAR = 400

Groups = Sequence[Sequence[SourceRecord]]


def owners(rows: Mapping[str, PaperRow], groups: Groups) -> dict[str, tuple[int, ...]]:
    """Return for each published address the groups of entries that it belonged to, by number.

    None where its paper is no longer there, several where one paper became several.
    """
    if not rows:
        return {}
    known = _Known(groups)
    found = {address: known.identified(row) for address, row in rows.items()}
    identified = set().union(*found.values())
    for address, row in rows.items():
        found[address] = found[address] or known.named(address, row, identified)
    _corrected(rows, found, known)
    for address, row in rows.items():
        if not found[address] and row.to:
            found[address] = _led_to(address, rows, found)
    return {address: tuple(sorted(numbers)) for address, numbers in found.items()}


class _Known:
    """The groups by all that rows tell of papers."""

    def __init__(self, groups: Groups) -> None:
        self.identifiers: list[set[str]] = []
        self.titles: list[list[str]] = []
        self._by_identifier: defaultdict[str, set[int]] = defaultdict(set)
        self._by_title: defaultdict[str, set[int]] = defaultdict(set)
        self._by_slug: dict[str, set[int]] = {}
        self._by_name: dict[str, int] = {}
        for number, group in enumerate(groups):
            works = [record.work for record in group]
            held = {
                f"{item.kind}:{item.value}" for work in works for item in work.resolved_identifiers
            }
            titles = list(dict.fromkeys(work.title.plain for work in works))
            self.identifiers.append(held)
            self.titles.append(titles)
            for identifier in held:
                self._by_identifier[identifier].add(number)
            for title in titles:
                self._by_title[title].add(number)
            for record in group:
                if record.name:
                    self._by_name.setdefault(record.name, number)

    def identified(self, row: PaperRow) -> set[int]:
        """Return the groups that have an identifier of a row."""
        return {n for item in row.identifiers for n in self._by_identifier.get(item, ())}

    def named(self, address: str, row: PaperRow, identified: Container[int]) -> set[int]:
        """Return the groups of the title of a row, else the record of its address.

        A single one of that title may have had its identifier corrected, unless it was
        `identified` as what another row is of.
        """
        same = self._by_title.get(row.name) or self._spelled_alike(row.name)
        if found := {number for number in same if self.may_be(number, row)}:
            return found
        if len(same) == 1 and not any(number in identified for number in same):
            return set(same)
        named = self._by_name.get(address)
        return set() if named is None or row.is_former else {named}

    def may_be(self, number: int, row: PaperRow) -> bool:
        """Whether no identifier says that a group is another paper than that of a row."""
        kinds = {item.partition(":")[0] for item in row.identifiers}
        return not any(item.partition(":")[0] in kinds for item in self.identifiers[number])

    def _spelled_alike(self, title: str) -> set[int]:
        if not self._by_slug:
            spelled: defaultdict[str, set[int]] = defaultdict(set)
            for known, numbers in self._by_title.items():
                spelled[slug(known)] |= numbers
            self._by_slug = spelled
        return self._by_slug.get(slug(title), set()) if title else set()


def _corrected(rows: Mapping[str, PaperRow], found: dict[str, set[int]], known: _Known) -> None:
    """Find papers that have another title now among those that no row knows."""
    lost = [a for a, row in rows.items() if not found[a] and not row.is_former and row.name]
    if not lost or len(lost) > MAX_NEAR:
        return
    seen = set().union(*found.values())
    new = {
        (number, at): title.casefold()
        for number, titles in enumerate(known.titles)
        if number not in seen
        for at, title in enumerate(titles)
    }
    for address in lost:
        row = rows[address]
        near = process.extract(
            row.name.casefold(), new, scorer=fuzz.ratio, score_cutoff=NEAR, limit=5
        )
        candidates = {number for _, _, (number, _) in near if known.may_be(number, row)}
        if len(candidates) == 1:
            found[address] = candidates


def _led_to(
    address: str, rows: Mapping[str, PaperRow], found: Mapping[str, Iterable[int]]
) -> set[int]:
    """Return the owners of what an address led on to, and of what that led on to."""
    seen, todo = {address}, list(rows[address].to)
    result: set[int] = set()
    while todo:
        at = todo.pop()
        if at in seen or at not in rows:
            continue
        seen.add(at)
        result |= set(found.get(at, ()))
        if not found.get(at):
            todo += rows[at].to
    return result
