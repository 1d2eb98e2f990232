"""Invented catalogues for tests of who is who."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from generator.people import People, people
from generator.people.decisions import NO_DECISIONS, PeopleDecisions
from generator.problems import Problems
from generator.values.date import Date
from generator.values.name import Name
from generator.values.paper import Paper
from generator.values.text import Text
from generator.values.work import Work
from tests import given

FAMILIES = "Wang Li Zhang Quillon Redd Stone Tarn Umber Vole Wick".split()
GIVEN = "Wei Hao Lei Yang Cora Dana Elin Fern Gus Hal".split()


def paper(id_: str, *authors: str, year: int = 2020, title: str = "") -> Paper:
    return given.paper(id_, title or f"On {id_}", authors=authors, year=year)


def with_orcid(id_: str, name: str, orcid: str, *others: str, year: int = 2020) -> Paper:
    found = Name.read(Text(name))
    assert found
    first = Name(found.family, found.given, orcid=orcid)
    rest = tuple(n for other in others if (n := Name.read(Text(other))))
    work = Work(title=Text(f"On {id_}"), authors=(first, *rest), issued=Date(year))
    return Paper(id_, work)


def many_names() -> list[Paper]:
    """Papers on which each family name stands with each given name, so that all are common."""
    pairs = itertools.product(GIVEN, FAMILIES)
    return [paper(f"crowd-{a}-{b}".lower(), f"{a} {b}") for a, b in pairs if (a, b) != KEPT]


#: Of these names nobody is in the crowd.
KEPT = ("Wei", "Wang")


def who(
    papers: Sequence[Paper],
    decisions: PeopleDecisions = NO_DECISIONS,
    problems: Problems | None = None,
) -> People:
    return people(papers, decisions=decisions, problems=problems)


def are_one(found: People, one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Whether two authors, each by a paper and a place, are one person."""
    return found.of[one[0]][one[1]] == found.of[other[0]][other[1]]
