"""What people.yml says, as signatures that are one person's, that are not, and how they print."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.people.decisions import Decision, PeopleDecisions, Preference
from generator.people.references import Numbers, References
from generator.people.signatures import Signature
from generator.problems import Problems, quoted
from generator.values.name import Name
from generator.values.paper import Paper
from generator.values.text import Text


@dataclass(frozen=True)
class Decided:
    """Signatures, by number, that are one person's, and pairs that are two people's."""

    same: tuple[tuple[int, ...], ...] = ()
    different: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Preferred:
    """How a person is printed, and at what address; None and empty where nobody says."""

    name: Name | None = None
    slug: str = ""


def resolve(
    decisions: PeopleDecisions,
    references: References,
    signatures: Sequence[Signature],
    papers: Sequence[Paper],
    problems: Problems,
) -> Decided:
    """Return what the decisions say; what contradicts itself or others is an error."""
    same = [
        _of_one(decision, references, signatures, papers, problems) for decision in decisions.same
    ]
    apart = [(decision, references.apart(decision)) for decision in decisions.different]
    # Who is named on certain papers is one person.
    same += [
        tuple(sorted(found))
        for decision, sets in apart
        for found, reference in zip(sets, decision.people, strict=True)
        if reference.papers and len(found) > 1
    ]
    different: list[tuple[int, int]] = []
    united = _united(same)
    for decision, sets in apart:
        for one, other in itertools.combinations(sets, 2):
            if not _contradicts(decision, one, other, united, signatures, papers, problems):
                different += itertools.product(sorted(one), sorted(other))
    return Decided(tuple(members for members in same if members), tuple(different))


def _of_one(
    decision: Decision,
    references: References,
    signatures: Sequence[Signature],
    papers: Sequence[Paper],
    problems: Problems,
) -> tuple[int, ...]:
    """Return the signatures of one person: one a paper, others are reported."""
    members = sorted({number for ref in decision.people for number in references.find(ref)})
    of_paper: dict[int, int] = {}
    for number in members:
        first = of_paper.setdefault(signatures[number].paper, number)
        # Of one name that stands twice the other steps tell whether it is one person's.
        if signatures[first].form != signatures[number].form:
            names = (signatures[at].name.natural for at in (first, number))
            problems.warning(
                decision.place,
                f"{' and '.join(map(quoted, names))} both wrote"
                f" {papers[signatures[number].paper].id}, so they are not made one there",
                "name the papers of each: {name: …, papers: […]}",
            )
    return tuple(sorted(of_paper.values()))


def _united(same: Iterable[Sequence[int]]) -> dict[int, int]:
    """Return for each signature a number that those have which decisions unite."""
    group: dict[int, int] = {}
    members: defaultdict[int, list[int]] = defaultdict(list)
    for decided in same:
        old = {group[number] for number in decided if number in group}
        joined = [*decided, *(number for one in sorted(old) for number in members.pop(one))]
        if joined:
            members[min(joined)] = sorted(set(joined))
            group |= dict.fromkeys(joined, min(joined))
    return group


def _contradicts(
    decision: Decision,
    one: Numbers,
    other: Numbers,
    united: dict[int, int],
    signatures: Sequence[Signature],
    papers: Sequence[Paper],
    problems: Problems,
) -> bool:
    """Report a decision that two are different which cannot be."""
    if one & other:
        number = min(one & other)
        problems.error(
            decision.place,
            f"two of its names stand for one author, {_signed(signatures[number], papers)}",
            "name the papers of each: {name: …, papers: […]}",
        )
        return True
    both = {united[a] for a in one if a in united} & {united[b] for b in other if b in united}
    if both:
        a = min(number for number in one if united.get(number) in both)
        b = min(number for number in other if united.get(number) in both)
        problems.error(
            decision.place,
            f"says that {_signed(signatures[a], papers)} and {_signed(signatures[b], papers)}"
            " differ, but another decision makes them one",
            "remove one of the two decisions",
        )
    return bool(both)


def _signed(signature: Signature, papers: Sequence[Paper]) -> str:
    return f"{quoted(signature.name.natural)} of {papers[signature.paper].id}"


def preferred(
    prefer: Iterable[Preference],
    references: References,
    group_of: Sequence[int],
    problems: Problems,
) -> dict[int, Preferred]:
    """Return how people are printed, by the number of their group; the first who says it counts."""
    found: dict[int, Preferred] = {}
    for item in prefer:
        numbers = references.find(item.person)
        groups = sorted({group_of[number] for number in numbers})
        if len(groups) > 1:
            problems.warning(
                item.person.place,
                f"{quoted(item.person.name)} is {len(groups)} people",
                "name papers of one: {name: …, papers: […]}, or unite them under same:",
            )
        elif groups:
            said = Name.read(Text(item.name)) if item.name else None
            was = found.get(groups[0], Preferred())
            for field, both in (("name", was.name and said), ("slug", was.slug and item.slug)):
                if both:
                    problems.warning(
                        item.place,
                        f"another item gives {quoted(item.person.name)} a {field}, which counts",
                        "remove one of the two",
                    )
            found[groups[0]] = Preferred(was.name or said, was.slug or item.slug)
    return found
