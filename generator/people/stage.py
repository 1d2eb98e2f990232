"""Gives every author of every paper a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.ids import slug
from generator.model import Person
from generator.values.name import Name
from generator.values.paper import Paper


@dataclass(frozen=True)
class People:
    """The people, by slug, and the slugs of the authors of each paper, by its id, in order."""

    people: tuple[Person, ...]
    of: Mapping[str, tuple[str, ...]]


def people(papers: Sequence[Paper]) -> People:
    """Return who wrote the papers; who has the same name is the same person."""
    papers_of: defaultdict[str, set[str]] = defaultdict(set)
    names: dict[str, Name] = {}
    of: dict[str, tuple[str, ...]] = {}
    for paper in papers:
        slugs = [slug(name.natural) for name in paper.work.authors]
        for found, name in zip(slugs, paper.work.authors, strict=True):
            names.setdefault(found, name)
            papers_of[found].add(paper.id)
        of[paper.id] = tuple(slugs)
    return People(
        tuple(Person(s, names[s], tuple(sorted(papers_of[s]))) for s in sorted(names)), of
    )
