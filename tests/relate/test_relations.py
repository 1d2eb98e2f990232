"""Relations: which papers are near each other, and which words say so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Paper, Related
from generator.relate import MAX_TERMS, relate
from generator.text.words import fold

KETTLES = Paper(
    id="kettles",
    title="Watched kettles and the politeness of steam",
    summary="Steam waits until nobody watches the kettle.",
)
TEA = Paper(
    id="tea",
    title="Steam for tea",
    abstract="How long a kettle boils decides what the tea tastes of. We taste forty teas.",
)
PEBBLES = Paper(
    id="pebbles",
    title="The price of pebbles among penguins",
    abstract="Penguins barter pebbles by moonlight; prices follow the tide.",
)
TIDES = Paper(id="tides", title="Moonlight and tides", abstract="Penguins know the tide.")
PAPERS = [KETTLES, PEBBLES, TEA, TIDES]


def ids(related: tuple[Related, ...]) -> list[str]:
    return [item.id for item in related]


def test_papers_that_share_telling_words_are_related() -> None:
    found = relate(PAPERS, 5)
    assert {paper: ids(related) for paper, related in found.items()} == {
        "kettles": ["tea"],
        "pebbles": ["tides"],
        "tea": ["kettles"],
        "tides": ["pebbles"],
    }


def test_the_terms_are_words_of_both_papers_as_they_are_written() -> None:
    found = relate(PAPERS, 5)
    assert found["tides"][0].terms == found["pebbles"][0].terms
    assert set(found["tides"][0].terms) == {"moonlight", "tide", "penguins"}
    assert set(found["kettles"][0].terms) == {"steam", "kettle"}


def test_a_shared_word_in_the_titles_relates_more_than_one_in_the_abstracts() -> None:
    papers = [
        Paper(id="a", title="Turnips", abstract="soup"),
        Paper(id="b", title="Rabbits", abstract="soup"),
        Paper(id="c", title="Rabbits", abstract="pans"),
        Paper(id="d", title="Turnips", abstract="pans"),
    ]
    assert ids(relate(papers, 5)["a"]) == ["d", "b"]


def test_words_of_every_abstract_relate_nothing() -> None:
    papers = [
        Paper(id=name, title=f"{name} networks", abstract="We propose a novel method. 2024 results")
        for name in ("tulips", "walrus")
    ]
    assert relate(papers, 5) == {"tulips": (), "walrus": ()}


def test_only_as_many_as_are_asked_for_are_named_the_nearest_first() -> None:
    papers = [
        Paper(id=f"p{number}", title="walrus " * number + "tulips " * (6 - number))
        for number in range(7)
    ]
    found = relate(papers, 2)
    assert all(len(related) == 2 for related in found.values())
    assert ids(found["p0"]) == ["p1", "p2"]
    assert relate(papers, 0) == {paper.id: () for paper in papers}


def test_equal_scores_are_in_the_order_of_the_ids() -> None:
    papers = [Paper(id=name, title="Walrus and tulips") for name in "abcd"]
    assert ids(relate(papers, 5)["c"]) == ["a", "b", "d"]


@pytest.mark.parametrize(
    "papers",
    [
        [],
        [KETTLES],
        [KETTLES, PEBBLES],
        [Paper(id="a", title=""), Paper(id="b", title="")],
        [Paper(id="a", title="…"), Paper(id="b", title="the of and")],
    ],
)
def test_papers_without_a_shared_word_have_no_relations(papers: list[Paper]) -> None:
    assert relate(papers, 5) == {paper.id: () for paper in papers}


def test_a_word_of_absurd_length_is_no_word() -> None:
    papers = [Paper(id=name, title="ation" * 100_000) for name in "ab"]
    assert relate(papers, 5) == {"a": (), "b": ()}


SOME_WORDS = ["kettle", "kettles", "steam", "tea", "penguin", "pebbles", "tide", "the", "über"]
TEXTS = st.lists(st.sampled_from(SOME_WORDS), max_size=8).map(" ".join)
LIBRARY = st.lists(st.tuples(TEXTS, TEXTS), max_size=8).map(
    lambda texts: [
        Paper(id=f"p{number}", title=title, abstract=abstract)
        for number, (title, abstract) in enumerate(texts)
    ]
)


@settings(deadline=None)
@given(LIBRARY, st.integers(1, 9))
def test_relations_are_sound(papers: list[Paper], count: int) -> None:
    found = relate(papers, count)
    texts = {paper.id: fold(paper.text()) for paper in papers}
    assert list(found) == [paper.id for paper in papers]
    for one, related in found.items():
        assert one not in ids(related)
        assert len(related) == len(set(ids(related))) <= count
        assert [r.score for r in related] == sorted((r.score for r in related), reverse=True)
        for item in related:
            assert 0 < item.score <= 1
            assert 1 <= len(item.terms) <= MAX_TERMS
            for term in item.terms:
                stem = term.removesuffix("s")
                assert stem in texts[one]
                assert stem in texts[item.id]


@settings(deadline=None)
@given(LIBRARY)
def test_a_paper_is_as_near_to_another_as_the_other_to_it(papers: list[Paper]) -> None:
    found = relate(papers, len(papers))
    nearness = {(one, r.id): (r.score, r.terms) for one, related in found.items() for r in related}
    assert all(nearness[other, one] == value for (one, other), value in nearness.items())


@settings(deadline=None)
@given(LIBRARY, st.randoms(use_true_random=False))
def test_the_order_of_the_papers_changes_no_score(papers: list[Paper], random) -> None:  # type: ignore[no-untyped-def]
    turned = random.sample(papers, len(papers))
    assert relate(turned, len(papers)) == relate(papers, len(papers))


def test_relations_do_not_depend_on_the_hash_seed() -> None:
    code = "from tests.test_relate import *; print(relate(PAPERS, 5))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[1],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1
    assert "penguins" in outputs.pop()
