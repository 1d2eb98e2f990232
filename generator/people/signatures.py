"""Signatures: one author on one paper each, with what is known there of who it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.people.form import Form, form_of
from generator.values.name import Name
from generator.values.paper import Paper


@dataclass(frozen=True, slots=True)
class Signature:
    """An author of a paper: the number of the paper, the place in its list, and the name."""

    paper: int
    place: int
    name: Name
    form: Form


def signatures_of(papers: Sequence[Paper]) -> list[Signature]:
    """Return all authors of all papers, by paper and place."""
    return [
        Signature(number, place, name, form_of(name))
        for number, paper in enumerate(papers)
        for place, name in enumerate(paper.work.authors)
    ]


def repeated(signatures: Sequence[Signature]) -> list[tuple[int, int]]:
    """Return pairs of signatures of one paper that are one author, printed twice.

    Where two names and more stand twice, a source has the list twice. Where one does, two people
    may have it.
    """
    pairs: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    last: dict[tuple[int, Form], int] = {}
    for number, signature in enumerate(signatures):
        known = (signature.paper, signature.form)
        if known in last and signature.name.orcid == signatures[last[known]].name.orcid:
            pairs[signature.paper].append((last[known], number))
        last[known] = number
    return [
        pair
        for _, found in sorted(pairs.items())
        if len({signatures[a].form for a, _ in found}) > 1
        for pair in found
    ]


def by_form(signatures: Iterable[Signature]) -> dict[Form, list[int]]:
    """Return the numbers of the signatures of each form."""
    found: dict[Form, list[int]] = {}
    for number, signature in enumerate(signatures):
        found.setdefault(signature.form, []).append(number)
    return found
