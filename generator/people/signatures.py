"""Signatures: one author on one paper each, with what is known there of who it is."""

from __future__ import annotations

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


def by_form(signatures: Iterable[Signature]) -> dict[Form, list[int]]:
    """Return the numbers of the signatures of each form."""
    found: dict[Form, list[int]] = {}
    for number, signature in enumerate(signatures):
        found.setdefault(signature.form, []).append(number)
    return found
