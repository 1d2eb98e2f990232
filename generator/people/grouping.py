"""Which signatures are one person's: pairs become groups, the surest pairs first.

A form of a name that fits two names which contradict each other ("J. Smith", John and Jane; "Ada
Quill", Ada B. and Ada C.) is open: it joins one person only, if nobody else fits, and only by more
than the name.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.people.candidates import Pair, across, alike_forms, order, within
from generator.people.evidence import Shelf
from generator.people.form import Form, contradict
from generator.people.partition import Partition
from generator.people.signatures import repeated
from generator.people.verdict import Reason, Verdict
from generator.people.verify import compare, compare_all

#: An open name is compared with so many signatures of fuller ones; of more only with those that
#: share a co-author.
MOST_FITTING = 100
#: So many other forms tell whether a form is open.
MOST_FORMS = 50
_WITH_EVIDENCE = frozenset(
    {
        Reason.SAME_ORCID,
        Reason.COAUTHORS,
        Reason.CIRCLE,
        Reason.SUBJECT,
        Reason.LIKE_NAME_AND_COAUTHORS,
        Reason.LIKE_NAME_AND_SUBJECT,
    }
)


@dataclass(frozen=True)
class Link:
    """Two signatures, by number, and the verdict on them."""

    a: int
    b: int
    verdict: Verdict


@dataclass(frozen=True)
class Groups:
    """The signatures of each person, the links that joined them, and what forms are alike."""

    groups: tuple[tuple[int, ...], ...]
    links: tuple[Link, ...]
    alike: Mapping[Form, Sequence[Form]]
    partition: Partition


def group(
    shelf: Shelf,
    same: Iterable[Sequence[int]] = (),
    different: Iterable[tuple[int, int]] = (),
) -> Groups:
    """Return who is who; every signature is in one group.

    `same` are signatures that a person said are one person's, `different` those that are two's.
    """
    partition = Partition(shelf.signatures)
    for a, b in different:
        partition.keep_apart(a, b)
    links = [Link(a, b, Verdict(True, Reason.REPEATED)) for a, b in repeated(shelf.signatures)]
    for link in links:
        partition.unite(link.a, link.b)
    for members in same:
        for a, b in itertools.pairwise(members):
            if partition.group_of(a) != partition.group_of(b):
                partition.unite(a, b)
                links.append(Link(a, b, Verdict(True, Reason.DECISION)))
    alike = alike_forms(shelf.of_form)
    open_forms = {form for form, others in alike.items() if _is_open(form, others)}
    links += _joined(partition, _by_orcid(shelf))
    links += _joined(partition, _links(shelf, _named_alike(shelf, alike, open_forms)))
    links += _settle(partition, shelf, alike, open_forms)
    return Groups(tuple(map(tuple, partition.groups())), tuple(links), alike, partition)


def _is_open(form: Form, others: Sequence[Form]) -> bool:
    if form.is_initials:
        return True
    full = [other for other in others[:MOST_FORMS] if not other.is_initials]
    return any(contradict(a, b) for a, b in itertools.combinations(full, 2))


def _joined(partition: Partition, links: Iterable[Link]) -> list[Link]:
    """Unite what links join, the surest first, and return the links that did."""
    joined = []
    for link in sorted(links, key=lambda link: (-link.verdict.weight, link.a, link.b)):
        one, other = partition.group_of(link.a), partition.group_of(link.b)
        if one != other and partition.against(link.a, link.b) is None:
            partition.unite(link.a, link.b)
            joined.append(link)
    return joined


def _by_orcid(shelf: Shelf) -> Iterator[Link]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, signature in enumerate(shelf.signatures):
        if signature.name.orcid:
            found[signature.name.orcid].append(number)
    for _, members in sorted(found.items()):
        for a, b in itertools.pairwise(members):
            yield Link(a, b, compare(shelf, a, b))


def _named_alike(
    shelf: Shelf, alike: Mapping[Form, Sequence[Form]], open_forms: set[Form]
) -> Iterator[Pair]:
    """Yield the pairs to be compared of equal names, and of alike ones of which none is open."""
    for form in shelf.of_form:
        yield from within(shelf, form)
        if form in open_forms:
            continue
        for other in alike.get(form, ()):
            if other not in open_forms and order(other) > order(form):
                yield from across(shelf, form, other)


def _links(shelf: Shelf, candidates: Iterable[Pair]) -> Iterator[Link]:
    for a, b, verdict in compare_all(shelf, candidates):
        if verdict.same:
            yield Link(min(a, b), max(a, b), verdict)


def _settle(
    partition: Partition,
    shelf: Shelf,
    alike: Mapping[Form, Sequence[Form]],
    open_forms: set[Form],
) -> list[Link]:
    """Give each person of an open name the one person who fits; see the module."""
    joined = []
    for form in sorted(open_forms, key=lambda form: (not form.is_initials, form.whole)):
        fuller = [other for other in alike[form] if _is_fuller(other, form)]
        if not fuller:
            continue
        found: defaultdict[int, list[Link]] = defaultdict(list)
        for link in _links(shelf, _fitting(shelf, form, fuller)):
            if link.verdict.reason in _WITH_EVIDENCE:
                mine = link.a if shelf.signatures[link.a].form == form else link.b
                found[partition.group_of(mine)].append(link)
        for _, links in sorted(found.items()):
            joined += _only(partition, links, form, shelf)
    return joined


def _only(partition: Partition, links: Sequence[Link], form: Form, shelf: Shelf) -> list[Link]:
    """Unite an open name with who fits, if only one person does; return the link."""
    fitting: dict[int, Link] = {}
    for link in sorted(links, key=lambda link: (-link.verdict.weight, link.a, link.b)):
        theirs = link.b if shelf.signatures[link.a].form == form else link.a
        if partition.against(link.a, link.b) is None:
            fitting.setdefault(partition.group_of(theirs), link)
    if len(fitting) != 1:
        return []
    return _joined(partition, fitting.values())


def _is_fuller(other: Form, form: Form) -> bool:
    """Whether an open form may be short for another: a full one, or one with more initials."""
    if other.is_initials != form.is_initials:
        return form.is_initials
    return len(other.given) > len(form.given)


def _fitting(shelf: Shelf, form: Form, fuller: Sequence[Form]) -> Iterator[Pair]:
    mine = shelf.of_form[form]
    theirs = [at for other in fuller for at in shelf.of_form[other]]
    if len(mine) * len(theirs) <= MOST_FITTING:
        yield from itertools.product(mine, theirs)
        return
    for a in mine:
        near = shelf.papers_with_coauthors(a)
        yield from ((a, b) for b in theirs if shelf.signatures[b].paper in near)
