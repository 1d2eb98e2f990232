"""Which entries are one paper: matches between pairs become groups, the surest matches first.

A match is refused when its group would hold two entries that something speaks against uniting:
other identifiers, other years, a person's decision. The maintainer is told.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.cache.store import NO_CACHE, Cache
from generator.merge.blocking import candidate_pairs
from generator.merge.columns import features_of
from generator.merge.decisions import Decisions, Resolved, resolve
from generator.merge.features import Features
from generator.merge.match import WHAT_TO_DO, Match
from generator.merge.notices import warn_of_notices
from generator.merge.verdict import SAME_IDENTIFIER, Reason, Verdict
from generator.merge.verdicts import telling
from generator.problems import Place, Problems, quoted
from generator.values.paper import Rank, SourceRecord
from generator.workers import HERE, Workers


@dataclass(frozen=True)
class Groups:
    """The entries of each paper, by index, and the matches that joined them; all sorted.

    `apart` are pairs of different papers that are near to one: a person's word or a rule keeps
    them apart.
    """

    groups: tuple[tuple[int, ...], ...]
    matches: tuple[Match, ...]
    apart: tuple[Match, ...] = ()


def group(
    records: Sequence[SourceRecord],
    decisions: Decisions,
    problems: Problems,
    workers: Workers = HERE,
    cache: Cache = NO_CACHE,
) -> Groups:
    """Return the groups of entries that are one paper each; every entry is in exactly one."""
    known = features_of(records)
    verdicts, near = telling(known, candidate_pairs(records, known), workers, cache)
    partition = _Partition(known)
    different = resolve(decisions.different, records, problems)
    decided = {
        (min(a, b), max(a, b)): Verdict(False, Reason.DECISION, 1.0, hard=True)
        for resolved in different
        for one, other in itertools.combinations(resolved.entries, 2)
        for a, b in itertools.product(sorted(one), sorted(other))
    }
    matches = _decide(partition, resolve(decisions.same, records, problems))
    _check_decisions(partition, different, records, problems)
    _keep_apart(partition, verdicts)
    for a, b in decided:
        partition.keep_apart_by_decision(a, b)
    by_machine = [Match(a, b, verdict) for (a, b), verdict in verdicts.items() if verdict.same]
    refused = []
    for match in sorted(by_machine, key=lambda match: _order(match, records)):
        against = partition.against(match)
        if against is None:
            partition.unite(match.a, match.b)
            matches.append(match)
        else:
            refused.append((match, against))
    _warn(partition, refused, records, problems)
    undecided = {pair: verdict for pair, verdict in verdicts.items() if pair not in decided}
    warn_of_notices(matches, undecided, partition.group_of, known, records, problems)
    groups = tuple(tuple(members) for members in partition.groups())
    _check_records(groups, records, problems)
    apart = [
        Match(a, b, verdict)
        for (a, b), verdict in {**verdicts, **decided}.items()
        if not partition.together(a, b) and (verdict.same or (a, b) in decided or (a, b) in near)
    ]
    return Groups(groups, _sorted(matches), _sorted(apart))


def _sorted(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda match: (match.a, match.b)))


def _order(match: Match, records: Sequence[SourceRecord]) -> tuple[object, ...]:
    """Return what matches are sorted by: how sure, then how close, then by the entries' rank."""
    if match.verdict.reason in SAME_IDENTIFIER.values():
        strength = 0
    else:
        strength = 1 if match.verdict.reason is Reason.SAME_TITLE else 2
    ranks = sorted((records[match.a].order, records[match.b].order))
    return (strength, -match.verdict.score, ranks, match.a, match.b)


class _Partition:
    """Entries in groups that only grow, and what must stay apart."""

    def __init__(self, known: Sequence[Features]) -> None:
        count = len(known)
        self._group = list(range(count))
        self._members: list[list[int]] = [[index] for index in range(count)]
        self._apart: list[set[int]] = [set() for _ in range(count)]
        self._decided: list[set[int]] = [set() for _ in range(count)]
        self._own = [entry.identifiers for entry in known]
        self._identifiers = [{k: set(v) for k, v in entry.identifiers.items()} for entry in known]

    def keep_apart(self, a: int, b: int) -> None:
        """Remember that something speaks against uniting two entries."""
        self._apart[self._group[a]].add(b)
        self._apart[self._group[b]].add(a)

    def keep_apart_by_decision(self, a: int, b: int) -> None:
        """Remember that a person said that two entries are not one paper."""
        self._decided[self._group[a]].add(b)
        self._decided[self._group[b]].add(a)

    def together(self, a: int, b: int) -> bool:
        """Whether two entries are in one group."""
        return self._group[a] == self._group[b]

    def group_of(self, entry: int) -> int:
        """Return a number that entries of one group share."""
        return self._group[entry]

    def against(self, match: Match) -> tuple[int, int] | None:
        """Return two entries that the match must not unite, one of each group, or None."""
        one, other = self._group[match.a], self._group[match.b]
        if one == other:
            return None
        if len(self._members[one]) > len(self._members[other]):
            one, other = other, one
        for enemies in (self._decided, self._apart):
            found = enemies[other].intersection(self._members[one])
            if found:
                return min(found), min(enemies[one].intersection(self._members[other]))
        return self._identifiers_against(match, one, other)

    def _identifiers_against(self, match: Match, one: int, other: int) -> tuple[int, int] | None:
        """Look for two ids of one kind in two groups, though the linked entries have none."""
        mine, theirs = self._identifiers[one], self._identifiers[other]
        for kind in sorted(mine.keys() & theirs.keys()):
            compared = kind in self._own[match.a] and kind in self._own[match.b]
            if not compared and mine[kind].isdisjoint(theirs[kind]):
                return self._first_with(kind, one), self._first_with(kind, other)
        return None

    def _first_with(self, kind: str, number: int) -> int:
        return min(m for m in self._members[number] if kind in self._own[m])

    def unite(self, a: int, b: int) -> None:
        """Put the groups of two entries together."""
        one, other = self._group[a], self._group[b]
        if one == other:
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        for member in self._members[other]:
            self._group[member] = one
        self._members[one] += self._members[other]
        self._apart[one] |= self._apart[other]
        self._decided[one] |= self._decided[other]
        for kind, values in self._identifiers[other].items():
            self._identifiers[one].setdefault(kind, set()).update(values)

    def groups(self) -> list[list[int]]:
        """Return the groups, sorted by their first entry."""
        numbers = sorted(set(self._group), key=lambda number: min(self._members[number]))
        return [sorted(self._members[number]) for number in numbers]


def _decide(partition: _Partition, same: Iterable[Resolved]) -> list[Match]:
    """Unite what a person says is one paper; nothing read by a machine speaks against that."""
    matches = []
    for resolved in same:
        entries = sorted(index for named in resolved.entries for index in named)
        for index in sorted(set(entries) - {*entries[:1]}):
            partition.unite(entries[0], index)
            matches.append(Match(entries[0], index, Verdict(True, Reason.DECISION, 1.0)))
    return matches


def _keep_apart(partition: _Partition, verdicts: Mapping[tuple[int, int], Verdict]) -> None:
    """Keep apart what something speaks against uniting.

    Except an entry that is one with another entry of a decided group: by the person's word, what
    speaks against the one entry of that group says nothing.
    """
    joined = {
        (partition.group_of(one), other)
        for (a, b), verdict in verdicts.items()
        if verdict.same
        for one, other in ((a, b), (b, a))
    }
    for (a, b), verdict in verdicts.items():
        one, other = partition.group_of(a), partition.group_of(b)
        if verdict.hard and (one, b) not in joined and (other, a) not in joined:
            partition.keep_apart(a, b)


def _check_decisions(
    partition: _Partition,
    different: Iterable[Resolved],
    records: Sequence[SourceRecord],
    problems: Problems,
) -> None:
    """Report decisions that contradict others or themselves."""
    for resolved in different:
        for one, other in itertools.combinations(resolved.entries, 2):
            where = resolved.decision.place
            if one & other:
                problems.error(
                    where,
                    f"two names stand for one entry, at {records[min(one & other)].place}",
                    "name each entry by its file and line, such as list.txt:12",
                )
            elif any(partition.together(a, b) for a in one for b in other):
                problems.error(
                    where,
                    f"says that {records[min(one)].place} and {records[min(other)].place} differ,"
                    " but a decision under same: unites them",
                    "remove one of the two decisions",
                )


def _warn(
    partition: _Partition,
    refused: Iterable[tuple[Match, tuple[int, int]]],
    records: Sequence[SourceRecord],
    problems: Problems,
) -> None:
    """Report matches that were refused and that no later match made, one for each two groups."""
    told: set[tuple[int, int]] = set()
    for match, (a, b) in refused:
        one, other = sorted((partition.group_of(match.a), partition.group_of(match.b)))
        # Where the linked entries themselves were decided to differ, all is said.
        if one == other or (one, other) in told or {a, b} == {match.a, match.b}:
            continue
        told.add((one, other))
        problems.warning(
            _later(records[match.a].place, records[match.b].place),
            f"{quoted(records[match.a].work.title)} may be one paper with that of"
            f" {min(records[match.a].place, records[match.b].place)} ({match.verdict.reason}), but"
            f" then {records[a].place} and {records[b].place} would be one as well, and those"
            " differ",
            WHAT_TO_DO,
        )


def _later(a: Place, b: Place) -> Place:
    return max(a, b)


def _check_records(
    groups: Iterable[tuple[int, ...]], records: Sequence[SourceRecord], problems: Problems
) -> None:
    """Report papers that have two records: nobody could say which of them is right."""
    for members in groups:
        own = [records[m] for m in members if records[m].rank is Rank.RECORD]
        own.sort(key=lambda record: record.order)
        for other in own[1:]:
            shared = sorted(
                {*own[0].work.resolved_identifiers} & {*other.work.resolved_identifiers}
            )
            if shared:
                field = f"identifiers.{shared[0].kind}"
                problems.error(
                    other.at(field),
                    f"{field}: {shared[0].value} is also that of {own[0].at(field)}, so the two"
                    " records are of one paper",
                    "correct the wrong one, delete one record, or add them under different: in"
                    " catalogue/decisions.yml",
                )
                continue
            problems.error(
                other.place,
                f"two records for one paper: the other is {own[0].place}",
                "delete one, or add them under different: in catalogue/decisions.yml",
            )
