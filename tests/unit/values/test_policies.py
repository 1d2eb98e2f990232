"""Policies: which of several values a paper gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.name import Name
from generator.values.paper import Rank
from generator.values.policies import (
    Policy,
    Said,
    all_links,
    first,
    longest_of_best,
    one_of_each_kind,
    own_or_longest,
)
from generator.values.text import Text

SHORT, LONG = Text("Steam."), Text("Steam waits until nobody looks.")
ADA, BO, CY = Name("Quill", "Ada"), Name("Pot", "Bo"), Name("Jam", "Cy")


def own(value: Any) -> Said:
    return Said(Rank.RECORD, value)


def cited(value: Any) -> Said:
    return Said(Rank.BIBLIOGRAPHY, value)


def listed(value: Any) -> Said:
    return Said(Rank.LISTING, value)


@pytest.mark.parametrize(
    ("policy", "said", "expected"),
    [
        (first, [own(SHORT), cited(LONG)], SHORT),
        (first, [cited(SHORT), listed(LONG)], SHORT),
        (own_or_longest, [own(SHORT), cited(LONG)], SHORT),
        (own_or_longest, [cited(SHORT), listed(LONG)], LONG),
        (own_or_longest, [listed(LONG), listed(SHORT)], LONG),
        (longest_of_best, [cited((ADA,)), cited((ADA, BO)), listed((ADA, BO, CY))], (ADA, BO)),
        (longest_of_best, [own((ADA,)), cited((ADA, BO))], (ADA,)),
        (longest_of_best, [listed((ADA,)), listed((BO,))], (ADA,)),
    ],
)
def test_one_value_is_taken(policy: Policy, said: Sequence[Said], expected: Any) -> None:
    assert policy(said) == expected


def with_orcid(name: Name, orcid: str) -> Name:
    return replace(name, orcid=orcid)


ONE, OTHER = "0000-0002-1825-0097", "0000-0002-1694-233X"


@pytest.mark.parametrize(
    ("said", "orcids"),
    [
        ([own((ADA, BO)), cited((with_orcid(ADA, ONE),))], [ONE, ""]),
        ([own((with_orcid(ADA, ONE), BO)), cited((with_orcid(ADA, OTHER),))], [ONE, ""]),
        # Two people of one name, or a mistake: nobody knows whose it is.
        ([cited((ADA, BO)), *(listed((with_orcid(ADA, o),)) for o in (ONE, OTHER))], ["", ""]),
        ([cited((ADA, ADA)), listed((with_orcid(ADA, ONE),))], ["", ""]),
        ([cited((Name("Quill", "A."), BO)), listed((with_orcid(ADA, ONE),))], ["", ""]),
    ],
)
def test_an_orcid_of_any_source_is_taken_for_the_same_name(
    said: Sequence[Said], orcids: list[str]
) -> None:
    names = longest_of_best(said)
    assert names == said[0].value
    assert [name.orcid for name in names] == orcids


def test_every_link_is_taken_once_with_the_kind_of_the_best_source() -> None:
    code = Link("code", "https://tea.example.org/a")
    page = Link("project", "http://www.tea.example.org/A/")
    paper = Link("paper", "https://tea.example.org/b")
    assert all_links([own((code,)), listed((page, paper))]) == (paper, code)
    assert all_links([own((page,)), listed((code,))]) == (page,)


def test_of_each_kind_of_identifier_that_of_the_best_source_is_taken() -> None:
    doi, other, arxiv = (
        Identifier("doi", "10.1234/a"),
        Identifier("doi", "10.1234/b"),
        Identifier("arxiv", "2401.01234"),
    )
    assert one_of_each_kind([own((doi,)), cited((other, arxiv))]) == (arxiv, doi)
    assert one_of_each_kind([cited((other, doi))]) == (other,)
