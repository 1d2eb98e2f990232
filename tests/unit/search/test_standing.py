"""Searches that are kept: which papers are theirs, and what of them cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import StandingSearch
from generator.problems import Place, Problems, Severity
from generator.search import check_searches, index_files, standing_searches
from generator.settings import KeptSearch, Settings
from tests.laid_out import SETTINGS
from tests.unit.search.test_reader import catalogue

CATALOGUE = catalogue()
INDEX = index_files(CATALOGUE)


def keeping(*searches: KeptSearch) -> Settings:
    places = tuple(Place("catalogue.yml", line) for line, _ in enumerate(searches, 7))
    return replace(SETTINGS, searches=searches, search_places=places)


def found(query: str, told: Problems | None = None) -> tuple[str, ...]:
    problems = Problems() if told is None else told
    kept = keeping(KeptSearch(name="Kettles", query=query))
    (search,) = standing_searches(CATALOGUE, kept, INDEX, problems)
    return search.papers


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("kettles", ("darts", "darts-plus")),
        ("search kettles", ("darts",)),
        ("the kettles of", ("darts", "darts-plus")),
        ('"nested pots"', ("unet",)),
        ('"pots nested"', ()),
        ("pots -nested", ("sl2a",)),
        ("sl2ainr", ("sl2a",)),
        ("topic:nets", ("darts", "quant")),
        ("topic:nets kettles", ("darts",)),
        ("of topic:nets", ("darts", "quant")),
        ("author:quill teapots", ("quant",)),
        ("year:>2020", ("quant",)),
        ("code:yes", ("quant",)),
        ("-code:yes -kettles", ("sl2a", "unet")),
    ],
)
def test_a_paper_is_found_that_all_of_the_query_hits(query: str, papers: tuple[str, ...]) -> None:
    assert found(query) == papers


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("quantizaton", "quantization"),
        ("quantiz", "quantization"),
        ("kettle", "kettles"),
        ("author:quil", "author:quill"),
        ("topic:gard", "topic:gardening"),
        ("kettles spouts", "spouts"),
    ],
)
def test_what_only_comes_near_is_not_found(query: str, near: str) -> None:
    assert found(query) == ()
    assert found(near) != ()


@pytest.mark.parametrize("query", ["()", "-", '"', "the of", "\u202e", "羊"])
def test_a_query_that_says_nothing_finds_nothing_or_what_has_its_words(query: str) -> None:
    assert len(found(query)) < len(CATALOGUE.papers)


def test_a_search_that_finds_nothing_is_noted_with_its_line() -> None:
    problems = Problems()
    assert found("wool", problems) == ()
    (problem,) = problems
    assert problem.severity is Severity.NOTE
    assert str(problem).startswith('catalogue.yml:7: searches: "Kettles" finds no paper')
    found("kettles", others := Problems())
    assert list(others) == []


def test_searches_keep_their_order_and_have_the_addresses_of_their_names() -> None:
    kept = keeping(
        KeptSearch(name="New: Teapots & more!", query="teapots", about="For tea."),
        KeptSearch(name="Other words", query="kettles", slug="kettles"),
    )
    assert standing_searches(CATALOGUE, kept, INDEX, Problems()) == (
        StandingSearch(
            "new-teapots-more", "New: Teapots & more!", "teapots", "For tea.", ("quant",)
        ),
        StandingSearch("kettles", "Other words", "kettles", "", ("darts", "darts-plus")),
    )


def test_two_searches_with_one_address_are_an_error_at_the_second() -> None:
    problems = Problems()
    one, other = KeptSearch(name="Tea pots", query="a"), KeptSearch(name="Tea: Pots", query="b")
    check_searches(keeping(one, other), problems)
    (problem,) = problems
    assert problem.severity is Severity.ERROR
    assert problem.where == Place("catalogue.yml", 8)
    assert '"Tea: Pots" and "Tea pots" have one address, data/searches/tea-pots/' in problem.what
    check_searches(keeping(one, other.model_copy(update={"slug": "own"})), others := Problems())
    assert list(others) == []


def test_more_conditions_than_are_heeded_are_an_error() -> None:
    problems = Problems()
    check_searches(keeping(KeptSearch(name="Many", query="-a " * 21)), problems)
    (problem,) = problems
    assert "more than 20" in problem.what
