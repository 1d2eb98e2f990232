"""Which paper each fact of a service is of: told when the papers are known, and changing none.

A fact belongs to the papers that hold the identifier that the service was asked for in any of their
entries or, where it was asked for a title, to the paper of that title. Services are asked for what
others said, too: where no entry has the identifier, it is of the one paper to which facts give it.
What a fact says makes no paper and joins none: an identifier in it that another paper has is not
taken, nor is one that services give to two papers (decision 29).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from generator.merge.titles import title_parts
from generator.merge.word_lists import FUNCTION_WORDS, SMALL_WORDS
from generator.problems import Problems, quoted
from generator.text.words import words
from generator.values.fact import Fact
from generator.values.identifier import KINDS, Identifier, identifiers_in, resolved
from generator.values.paper import SourceRecord

Groups = Sequence[Sequence[SourceRecord]]

#: Two titles of one paper share at least this part of the telling words of the shorter one. Of 27
#: papers of the first catalogue that were published under another title than their preprint's 25
#: do, all 2,224 pairs of DBLP and ACM, and of two random papers of conferences one pair in 130.
LIKE = 1 / 3
_UNTELLING = FUNCTION_WORDS | SMALL_WORDS


@dataclass(frozen=True)
class Attached:
    """The facts of each group, in the groups' order, and how many are of no paper at all."""

    facts: tuple[tuple[Fact, ...], ...]
    of_no_paper: int = 0


def attach(
    groups: Groups, ids: Sequence[str], facts: Sequence[Fact], problems: Problems
) -> Attached:
    """Return which facts are of which group of entries; `ids` are the papers' ids.

    Facts that are of no paper are a note, as is each whose title is another paper's, and each
    identifier that cannot be taken. The order of `facts` makes no difference.
    """
    if not facts:
        return Attached(tuple(() for _ in groups))
    known = _Known(groups, facts)
    found: list[list[Fact]] = [[] for _ in groups]
    rest: Sequence[Fact] = sorted(facts, key=lambda fact: fact.order)
    while True:
        held = [(fact, known.holding(fact)) for fact in rest]
        for fact, numbers in held:
            if len(numbers) > 1 and fact.asked.identifier is None:
                one, other, *_ = (ids[number] for number in numbers)
                what = f"{quoted(fact.asked.value)} is the title of {one} and of {other}; not taken"
                problems.note(fact.place, what, "give the two papers identifiers to ask for")
                continue
            for number in numbers:
                if known.is_about(fact, number):
                    found[number].append(fact)
                else:
                    _tell_title(fact, groups[number][0], problems)
        rest, before = [fact for fact, numbers in held if not numbers], len(rest)
        known.learn(found)
        if len(rest) in (0, before):
            break
    if rest:
        count = len(rest)
        said = "1 fact is" if count == 1 else f"{count:,} facts are"
        hint = "their papers are gone, or have other identifiers now; they may be removed"
        problems.note(rest[0].place, f"{said} of no paper of the catalogue", hint)
    return Attached(tuple(_own(known, found, ids, problems)), len(rest))


class _Known:
    """The groups by what facts may name of them.

    `holders` have an identifier in an entry; to others only facts that were attached give it.
    """

    def __init__(self, groups: Groups, facts: Sequence[Fact]) -> None:
        self.holders: defaultdict[Identifier, set[int]] = defaultdict(set)
        self.given: defaultdict[Identifier, set[int]] = defaultdict(set)
        self._titles: list[frozenset[str]] = []
        self._by_title: defaultdict[str, set[int]] = defaultdict(set)
        by_title = any(fact.asked.identifier is None for fact in facts)
        for number, group in enumerate(groups):
            for record in group:
                for one in record.work.resolved_identifiers:
                    self.holders[one].add(number)
            self._titles.append(frozenset(record.work.title.repaired for record in group))
            for record in group if by_title else ():
                self._by_title[folded_title(record.work.title.plain)].add(number)

    def holding(self, fact: Fact) -> list[int]:
        """Return the numbers of the groups that a fact is of."""
        if fact.asked.identifier is None:
            return sorted(self._by_title.get(folded_title(fact.asked.value), ()))
        meant = resolved([fact.asked.identifier])
        numbers = {number for one in meant for number in self.holders.get(one, ())}
        if not numbers:
            given = {number for one in meant for number in self.given.get(one, ())}
            numbers = given if len(given) == 1 else set()
        return sorted(numbers)

    def learn(self, found: Sequence[Sequence[Fact]]) -> None:
        """Take what the facts that are `found` to be of each group say of its identifiers."""
        for number, facts in enumerate(found):
            for fact in facts:
                for one in resolved(fact.identifiers):
                    if one not in self.holders:
                        self.given[one].add(number)

    def is_about(self, fact: Fact, number: int) -> bool:
        """Whether a fact may be of a group, by its title."""
        titles = self._titles[number]
        if fact.title in titles:
            return True
        said = fact.form({"title"}).work.title.repaired
        return said in titles or any(_alike(said, title) for title in titles)


def folded_title(title: str) -> str:
    """Return what two titles have in common that are one but for case, accents and signs."""
    return "".join(words(title)) or " ".join(title.split())


def _alike(one: str, other: str) -> bool:
    a, b = title_parts(one), title_parts(other)
    if a.key == b.key or a.main_key == b.main_key:
        return True
    short, long = sorted((_telling(a.words), _telling(b.words)), key=len)
    return bool(short) and len(short & long) >= LIKE * len(short)


def _telling(found: Iterable[str]) -> AbstractSet[str]:
    return frozenset(found) - _UNTELLING or frozenset(found)


def _tell_title(fact: Fact, record: SourceRecord, problems: Problems) -> None:
    problems.note(
        fact.place,
        f"{fact.service} says of {fact.asked} that it is {quoted(fact.title)}, but that of"
        f" {record.place} is {quoted(record.work.title)}; not taken",
        "correct the identifier, or remove the line if the service is wrong",
    )


def _own(
    known: _Known,
    found: Sequence[Sequence[Fact]],
    ids: Sequence[str],
    problems: Problems,
) -> Iterable[tuple[Fact, ...]]:
    """Yield the facts of each group without identifiers that are, or may be, another paper's."""
    for number, facts in enumerate(found):
        kept = []
        for fact in facts:
            others = {
                one: other
                for one in resolved(fact.identifiers)
                if (other := _other(known.holders.get(one) or known.given[one], number)) is not None
            }
            for one, other in others.items():
                _tell_identifier(fact, one, ids[number], ids[other], problems)
            kept.append(_without(fact, others.keys()) if others else fact)
        yield tuple(kept)


def _other(holders: AbstractSet[int], number: int) -> int | None:
    """Return the first group that holds an identifier in place of this one, or beside it."""
    if holders == {number}:
        return None
    return min(holders - {number})


def _tell_identifier(
    fact: Fact, one: Identifier, paper: str, other: str, problems: Problems
) -> None:
    problems.note(
        fact.place,
        f"{fact.service} gives {paper} the {KINDS[one.kind].noun} {one.value}, which {other} has,"
        " too; not taken",
        "decide in catalogue/decisions.yml if the two are the same: or different:",
    )


def _without(fact: Fact, others: AbstractSet[Identifier]) -> Fact:
    """Return a fact that says nothing of some identifiers, nor of addresses that hold them."""
    identifiers = tuple(one for one in fact.identifiers if others.isdisjoint(resolved([one])))

    def form(names: AbstractSet[str]) -> SourceRecord:
        record = fact.form(names)
        links = (link for link in record.work.links if others.isdisjoint(identifiers_in(link.url)))
        work = replace(record.work, links=tuple(links), identifiers=identifiers)
        return replace(record, work=work)

    return replace(fact, identifiers=identifiers, form=form)
