"""Gives every author of every paper a person: the order of the steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from generator.model import Person
from generator.people.addresses import Addressed, Earliest, addresses, base_of, signposts
from generator.people.deciding import Preferred, preferred, resolve
from generator.people.decisions import NO_DECISIONS, PeopleDecisions, Preference
from generator.people.evidence import Shelf
from generator.people.grouping import Groups, Link, group
from generator.people.known import Grounds, People, namesakes
from generator.people.naming import printed
from generator.people.references import References
from generator.people.signatures import signatures_of
from generator.problems import Problems
from generator.terms.matrix import Terms
from generator.values.name import Name
from generator.values.paper import Paper

#: What is earliest where a paper has no date.
_UNDATED = (9999, 0, 0)


def people(
    papers: Sequence[Paper],
    topics: Mapping[str, Sequence[str]] | None = None,
    terms: Terms | None = None,
    decisions: PeopleDecisions = NO_DECISIONS,
    problems: Problems | None = None,
) -> People:
    """Return who wrote the papers, whatever their order.

    `topics` are the slugs of each paper's, by its id; `terms` have a row for each paper in the
    order given. `decisions` are those of people.yml; what is wrong in them goes to `problems`.
    """
    problems = Problems() if problems is None else problems
    order = sorted(range(len(papers)), key=lambda at: papers[at].id)
    papers = [papers[at] for at in order]
    signatures = signatures_of(papers)
    weights = None if terms is None else terms.weights.tocsr()[order]
    shelf = Shelf(papers, signatures, topics or {}, weights)

    @cache
    def by_machine() -> dict[str, tuple[int, ...]]:
        found = group(shelf).groups
        return dict(zip(addresses(_addressed(shelf, found, {})), found, strict=True))

    references = References(papers, signatures, by_machine, problems)
    decided = resolve(decisions, references, signatures, papers, problems)
    groups = group(shelf, decided.same, decided.different)
    group_of = _group_of(groups.groups, len(signatures))
    wishes = preferred(decisions.prefer, references, group_of, problems)
    addressed = _addressed(shelf, groups.groups, wishes)
    slugs = addresses(addressed)
    if wishes:
        _check_taken(decisions.prefer, addressed, slugs, by_machine(), group_of, problems)
    former = _former(by_machine(), group_of, slugs) if decisions != NO_DECISIONS else {}
    return _people(shelf, groups, group_of, slugs, wishes, signposts(slugs, addressed, former))


def _check_taken(
    prefer: Sequence[Preference],
    addressed: Sequence[Addressed],
    slugs: Sequence[str],
    before: Mapping[str, Sequence[int]],
    group_of: Sequence[int],
    problems: Problems,
) -> None:
    """Report an address that is given to somebody, but is that of a person of another name.

    Among namesakes it may change hands: that is how who had it first keeps it.
    """
    number_of = {address: number for number, address in enumerate(slugs)}
    for item in prefer:
        number = number_of.get(item.slug)
        owners = {group_of[member] for member in before.get(item.slug, ())}
        if number is None or not owners or number in owners:
            continue
        if item.slug not in {base_of(name) for _, name in addressed[number].names}:
            problems.warning(
                item.place,
                f"slug: {item.slug} is the address of another person, whose page moves to"
                f" {slugs[min(owners)]}",
                "links to it would lead to the wrong person: give another slug",
            )


def _group_of(groups: Sequence[Sequence[int]], count: int) -> list[int]:
    found = [0] * count
    for number, members in enumerate(groups):
        for member in members:
            found[member] = number
    return found


def _addressed(
    shelf: Shelf, groups: Sequence[Sequence[int]], wishes: Mapping[int, Preferred]
) -> list[Addressed]:
    dates = [_date(paper) for paper in shelf.papers]

    def known(member: int) -> tuple[Earliest, Name]:
        signature = shelf.signatures[member]
        number = signature.paper
        return Earliest(dates[number], shelf.papers[number].id, signature.place), signature.name

    return [
        Addressed(
            tuple(map(known, some)),
            wishes[number].slug if number in wishes else "",
        )
        for number, some in enumerate(groups)
    ]


def _date(paper: Paper) -> tuple[int, int, int]:
    issued = paper.work.issued
    return (issued.year, issued.month, issued.day) if issued else _UNDATED


def _former(
    before: Mapping[str, Sequence[int]], group_of: Sequence[int], slugs: Sequence[str]
) -> dict[str, str]:
    """Return the addresses without people.yml, of people who are whole in one now."""
    now = {old: {group_of[member] for member in members} for old, members in before.items()}
    return {old: slugs[min(found)] for old, found in now.items() if len(found) == 1}


def _people(
    shelf: Shelf,
    groups: Groups,
    group_of: Sequence[int],
    slugs: Sequence[str],
    wishes: Mapping[int, Preferred],
    former: Mapping[str, str],
) -> People:
    links: defaultdict[str, list[Link]] = defaultdict(list)
    for link in groups.links:
        links[slugs[group_of[link.a]]].append(link)
    others = namesakes(slugs, groups.groups, shelf.signatures, groups.alike)
    found = [
        _person(shelf, members, slugs[number], wishes.get(number, Preferred()), others[number])
        for number, members in enumerate(groups.groups)
    ]
    of: defaultdict[str, list[str]] = defaultdict(list)
    for number, signature in enumerate(shelf.signatures):
        of[shelf.papers[signature.paper].id].append(slugs[group_of[number]])
    return People(
        tuple(sorted(found, key=lambda person: person.slug)),
        {paper.id: tuple(of.get(paper.id, ())) for paper in shelf.papers},
        former,
        Grounds(
            shelf,
            groups,
            dict(zip(slugs, groups.groups, strict=True)),
            {address: tuple(some) for address, some in links.items()},
        ),
    )


def _person(
    shelf: Shelf,
    members: Sequence[int],
    address: str,
    wish: Preferred,
    others: tuple[str, ...],
) -> Person:
    signatures = [shelf.signatures[member] for member in members]
    name, variants = printed([signature.name for signature in signatures])
    if wish.name:
        known = [known for known in (name, *variants) if known.natural != wish.name.natural]
        name, variants = wish.name, tuple(known)
    return Person(
        address,
        name,
        tuple(sorted({shelf.papers[signature.paper].id for signature in signatures})),
        variants,
        min((s.name.orcid for s in signatures if s.name.orcid), default=""),
        all(signature.form.is_initials for signature in signatures),
        others,
    )
