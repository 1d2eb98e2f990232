from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.enriching.lacking import LOOKED_FOR, lacking, wanted_names
from generator.problems import Place, WrongUse
from generator.services.known_services import SERVICES
from generator.values.asked import Asked
from generator.values.count import Count
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.paper import Answer
from tests import given

ALL = frozenset(LOOKED_FOR)


def test_everything_but_abstracts_is_asked_for_unless_something_is_named() -> None:
    assert wanted_names(None) == ALL - {"abstract"}
    assert wanted_names(["year,doi", " abstract "]) == {"year", "doi", "abstract"}


@pytest.mark.parametrize("named", [["yaer"], ["year", "venues"], [","], [""]])
def test_a_name_that_nobody_is_asked_for_is_told_with_what_there_is(named: list[str]) -> None:
    with pytest.raises(WrongUse, match=r"--only"):
        wanted_names(named)


def test_a_paper_lacks_what_it_does_not_have() -> None:
    bare = given.paper("sheep", "Counting sheep")
    assert lacking(bare, ALL) == ALL
    full = given.paper(
        "sheep",
        "Counting sheep",
        year=2024,
        authors=["Ada Example"],
        venue="Journal of Invented Results",
        abstract="Sheep.",
        identifiers=(Identifier("doi", "10.5555/sheep"), Identifier("arxiv", "2401.00001")),
        links=(Link("code", "https://example.org/c"), Link("project", "https://example.org/p")),
    )
    assert lacking(full, ALL) == {"status", "citations", "upvotes"}


def test_a_list_that_ends_in_et_al_and_a_server_of_preprints_leave_something_to_ask() -> None:
    paper = given.paper("a", "A study", authors=["Ada Example", "et al."], venue="arXiv")
    assert lacking(paper, {"authors", "venue"}) == {"authors", "venue"}


def test_a_count_that_a_service_told_is_there() -> None:
    paper = given.paper("a", "A study")
    on = dt.date(2031, 1, 1)
    counts = (Count("citations", 3, "OpenAlex", on),)
    told = Answer("OpenAlex", Place("facts"), Asked("doi", "10.5555/a"), on, counts)
    known = replace(paper, answers=(told,))
    assert lacking(known, {"citations", "upvotes"}) == {"upvotes"}


def test_all_that_can_be_asked_for_some_service_gives() -> None:
    assert set().union(*(service.gives for service in SERVICES)) >= ALL
