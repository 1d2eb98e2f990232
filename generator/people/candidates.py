"""Which signatures are compared: those of one name, of alike names, and those with one ORCID iD.

Not every pair of a common name: where it is rare, each signature is compared with the next, and
where very many papers have it, only papers with a co-author in common are.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.people.evidence import Shelf
from generator.people.form import Form, likeness
from generator.people.verify import is_surely_one

#: So many signatures of one name are compared with each other, and so many with those of another.
MOST_COMPARED = 300
MOST_ACROSS = 60

Pair = tuple[int, int]


def alike_forms(forms: Iterable[Form]) -> dict[Form, list[Form]]:
    """Return for each form of a person's name the other forms that may be the same person's."""
    groups: defaultdict[object, list[Form]] = defaultdict(list)
    initials: defaultdict[tuple[str, str], list[Form]] = defaultdict(list)
    blocks: defaultdict[tuple[str, str], list[Form]] = defaultdict(list)
    people = sorted((form for form in forms if form.is_person), key=order)
    for form in people:
        family, initial = form.block
        blocks[family, initial].append(form)
        if form.is_initials:
            initials[family, initial].append(form)
        for key in {("", form.given[0]), ("", form.first), ("", _first(form.otherwise))}:
            groups[family, key].append(form)
        groups[form.words].append(form)
    found: dict[Form, set[Form]] = {form: set() for form in people}
    for group in groups.values():
        for a, b in itertools.combinations(group, 2):
            if a != b and likeness(a, b):
                found[a].add(b)
                found[b].add(a)
    for block, some in initials.items():
        for a, b in itertools.product(some, blocks[block]):
            if a != b and likeness(a, b):
                found[a].add(b)
                found[b].add(a)
    return {form: sorted(others, key=order) for form, others in found.items()}


def _first(words: str) -> str:
    return words.split(" ", 1)[0]


def order(form: Form) -> tuple[str, str, tuple[str, ...], str, bool]:
    """Return what forms are sorted by."""
    return form.whole, form.family, form.given, form.otherwise, form.tied


def within(shelf: Shelf, form: Form) -> Iterator[Pair]:
    """Yield the pairs to be compared of the signatures of one form."""
    members = sorted(shelf.of_form[form], key=lambda at: (_known(shelf, at), at))
    if len(members) < 2:
        return
    if is_surely_one(shelf, form):
        yield from itertools.pairwise(members)
        return
    if len(members) > MOST_COMPARED:
        yield from _with_coauthors(shelf, members)
        return
    yield from itertools.combinations(members, 2)


def across(shelf: Shelf, form: Form, other: Form) -> Iterator[Pair]:
    """Yield the pairs to be compared of the signatures of two alike forms."""
    mine, theirs = shelf.of_form[form], shelf.of_form[other]
    if len(mine) * len(theirs) <= MOST_ACROSS:
        yield from itertools.product(mine, theirs)
        return
    if is_surely_one(shelf, form) and is_surely_one(shelf, other):
        yield mine[0], theirs[0]
    chosen = set(mine)
    for a, b in _with_coauthors(shelf, [*mine, *theirs]):
        if (a in chosen) != (b in chosen):
            yield a, b


def _with_coauthors(shelf: Shelf, members: Sequence[int]) -> list[Pair]:
    """Return the pairs of signatures that have a co-author in common."""
    sharing: defaultdict[int, list[int]] = defaultdict(list)
    for at in members:
        for name in shelf.coauthors(at):
            sharing[name].append(at)
    found: set[Pair] = set()
    for some in sharing.values():
        # Whom very many have in common tells them no more apart: the next of each will do.
        pairs = itertools.combinations(some, 2) if len(some) < 50 else itertools.pairwise(some)
        found.update((min(pair), max(pair)) for pair in pairs)
    return sorted(found)


def _known(shelf: Shelf, at: int) -> tuple[str, str]:
    name = shelf.signatures[at].name
    return name.orcid, name.dblp
