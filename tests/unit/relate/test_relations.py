"""Relations: which papers are near each other, and which words say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from generator.model import Related
from generator.relate import relate
from generator.relate.relations import (
    MENTION_BONUS,
    SAME_TEXT,
    TOPIC_PRIOR,
)
from generator.terms.matrix import terms_of
from generator.values.paper import Paper
from generator.workers import workers
from tests.apart import printed
from tests.given import paper

KETTLES = paper(
    "kettles",
    "Watched kettles and the politeness of steam",
    summary="Steam waits until nobody watches the kettle.",
)
TEA = paper(
    "tea",
    "Steam for tea",
    abstract="How long a kettle boils decides what the tea tastes of. We taste forty teas.",
)
PEBBLES = paper(
    "pebbles",
    "The price of pebbles among penguins",
    abstract="Penguins barter pebbles by moonlight; prices follow the tide.",
)
TIDES = paper("tides", "Moonlight and tides", abstract="Penguins know the tide.")
PAPERS = [KETTLES, PEBBLES, TEA, TIDES]


def relations(
    papers: Sequence[Paper],
    count: int,
    topics: Mapping[str, Sequence[str]] | None = None,
    apart: Mapping[tuple[str, str], str] | None = None,
) -> dict[str, tuple[Related, ...]]:
    """What is related, from papers in any order."""
    known = sorted(papers, key=lambda paper: paper.id)
    return relate(known, terms_of(known), count, topics, apart)


def ids(related: tuple[Related, ...]) -> list[str]:
    return [item.id for item in related]


def test_papers_that_share_telling_words_are_related() -> None:
    found = relations(PAPERS, 5)
    assert {paper: ids(related) for paper, related in found.items()} == {
        "kettles": ["tea"],
        "pebbles": ["tides"],
        "tea": ["kettles"],
        "tides": ["pebbles"],
    }


def test_the_terms_are_words_of_both_papers_as_they_are_written() -> None:
    found = relations(PAPERS, 5)
    assert found["tides"][0].terms == found["pebbles"][0].terms
    assert set(found["tides"][0].terms) == {"moonlight", "tide", "penguins"}
    assert set(found["kettles"][0].terms) == {"steam", "kettle"}


def test_one_shared_word_is_no_relation() -> None:
    one = paper("one", "Walrus", abstract="tulips, storms")
    assert relations([one, paper("two", "Walrus")], 5) == {"one": (), "two": ()}
    assert ids(relations([one, paper("two", "Walrus", abstract="storm")], 5)["one"]) == ["two"]


def test_shared_words_in_the_titles_relate_more_than_in_the_abstracts() -> None:
    papers = [
        paper("a", "Turnips and cabbage", abstract="soup, broth"),
        paper("b", "Rabbits and hares", abstract="soup, broth"),
        paper("c", "Rabbits and hares", abstract="pans, pots"),
        paper("d", "Turnips and cabbage", abstract="pans, pots"),
    ]
    assert ids(relations(papers, 5)["a"]) == ["d", "b"]


def test_a_shared_pair_of_words_relates_more_than_the_words_apart() -> None:
    papers = [
        paper("a", abstract="A turnip soup, storms, ice"),
        paper("b", abstract="A turnip soup, walrus, ice"),
        paper("c", abstract="Soup, turnip, walrus, ice"),
    ]
    (first, *_) = relations(papers, 5)["a"]
    assert (first.id, set(first.terms)) == ("b", {"turnip soup", "ice"})


def test_words_of_every_abstract_relate_nothing() -> None:
    abstract = "We propose a novel method. State-of-the-art results; code is available. 2024"
    papers = [paper(name, name, abstract=abstract) for name in ("tulips", "walrus")]
    assert relations(papers, 5) == {"tulips": (), "walrus": ()}


def test_only_as_many_as_are_asked_for_are_named_the_nearest_first() -> None:
    papers = [
        paper(f"p{number}", "walrus, " * number + "tulips, " * (6 - number)) for number in range(7)
    ]
    found = relations(papers, 2)
    assert set(ids(found["p2"])) == {"p1", "p3"}
    assert relations(papers, 0) == {paper.id: () for paper in papers}


def test_equal_scores_are_in_the_order_of_the_ids() -> None:
    papers = [paper(name, "Walrus and tulips") for name in "abcd"]
    assert ids(relations(papers, 5)["c"]) == ["a", "b", "d"]


def test_of_many_papers_with_one_text_the_first_by_id_are_named() -> None:
    papers = [paper(f"p{n:03d}", "Walrus and tulips") for n in range(120)]
    found = relations(papers, 8)
    assert ids(found["p100"]) == [f"p{n:03d}" for n in range(8)]
    assert ids(found["p003"]) == [f"p{n:03d}" for n in range(9) if n != 3]


@pytest.mark.parametrize(
    "papers",
    [
        [],
        [KETTLES],
        [KETTLES, PEBBLES],
        [paper("a"), paper("b")],
        [paper("a", "…"), paper("b", "the of and")],
    ],
)
def test_papers_without_a_shared_word_have_no_relations(papers: list[Paper]) -> None:
    assert relations(papers, 5) == {paper.id: () for paper in papers}


def test_topics_add_to_what_words_say_and_relate_nothing_alone() -> None:
    papers = [
        paper("a", "Walrus, tulips, ice"),
        paper("b", "Walrus, tulips, storms"),
        paper("c", "Walrus, tulips, storms"),
        paper("d", "Storms, anchors"),
    ]
    topics = {"a": ["garden", "sea"], "b": ["storm"], "c": ["garden"], "d": ["garden", "sea"]}
    without = {item.id: item.score for item in relations(papers, 5)["a"]}
    found = relations(papers, 5, topics)["a"]
    assert list(without) == ["b", "c"]
    assert ids(found) == ["c", "b"]
    assert found[0].score == pytest.approx(without["c"] * (1 + TOPIC_PRIOR / 2), abs=1e-3)
    assert found[1].score == without["b"]


def named(text: str, *, name: str = "WalrusNet") -> list[Related]:
    """How a paper with some text is related to one that introduces a name."""
    papers = [
        paper("one", "tusks", abstract=text),
        paper("two", "Ice", abstract="the tusks", introduces=(name,)),
        *(paper(f"x{n}", f"Storm {n}") for n in range(20)),
    ]
    return [item for item in relations(papers, 5)["one"] if item.id == "two"]


def test_a_paper_that_mentions_a_name_is_related_to_the_one_that_introduces_it() -> None:
    (found,) = named("We compare with WalrusNet.")
    assert (found.mentions, found.mentioned, found.terms) == (
        ("WalrusNet",),
        (),
        ("WalrusNet", "tusks"),
    )
    assert found.score > MENTION_BONUS * 0.9
    papers = [
        paper("one", "Tusks", abstract="We compare with WalrusNet."),
        paper("two", "Ice", introduces=("WalrusNet",)),
    ]
    (back,) = relations(papers, 5)["two"]
    assert (back.mentions, back.mentioned, back.terms) == ((), ("WalrusNet",), ("WalrusNet",))


def test_two_papers_that_introduce_one_name_do_not_mention_it() -> None:
    one = paper("one", "WalrusNet, tusks, ice", introduces=("WalrusNet",))
    (found,) = relations([one, replace(one, id="two")], 5)["one"]
    assert (found.mentions, found.mentioned) == ((), ())


def test_texts_that_are_nearly_the_same_are_said_to_be() -> None:
    title = "Walrus and tulips among storms and anchors"
    papers = [paper("a", title), paper("b", title + ", twice"), PEBBLES, TIDES]
    found = relations(papers, 5)
    assert [(item.id, item.apart) for item in found["a"]] == [("b", SAME_TEXT)]
    assert [item.apart for item in found["pebbles"]] == [""]


def test_papers_that_were_kept_apart_are_related_and_say_why() -> None:
    found = relations(PAPERS, 5, apart={("kettles", "tea"): "years differ"})
    assert [(i.id, i.apart) for i in found["tea"]] == [("kettles", "years differ")]


def test_a_paper_without_relations_is_not_related_to_one_kept_apart_from_it_by_nothing() -> None:
    assert relations([KETTLES, PEBBLES], 5, apart={("kettles", "pebbles"): "titles differ"}) == {
        "kettles": (),
        "pebbles": (),
    }


def test_relations_do_not_depend_on_the_hash_seed() -> None:
    code = "from tests.unit.relate.test_relations import *; print(relations(PAPERS, 5))"
    outputs = printed(code)
    assert len(outputs) == 1
    assert "penguins" in outputs.pop()


def test_no_number_of_workers_and_no_size_of_chunks_changes_a_relation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = "steam kettle tea pebble penguin tide moonlight barter".split()
    papers = [
        paper(
            f"p{n:02}", f"{words[n % 8]} {words[n % 7]}", abstract=f"{words[n % 5]}; {words[n % 3]}"
        )
        for n in range(40)
    ]
    found = relations(papers, 5)
    assert any(found.values())
    monkeypatch.setattr("generator.relate.relations.AT_ONCE", 7)
    for count in (1, 2, 3):
        assert relate(papers, terms_of(papers), 5, workers=workers(count)) == found


def test_who_shares_too_little_leaves_room_for_the_next() -> None:
    both = paper("both", "Kettles", abstract="tulips; steam")
    one_word = [paper(f"a{n}", "Kettles", abstract=f"alone{n}; alone{n}") for n in range(5)]
    two_words = [paper(f"b{n}", f"Penguins{n}", abstract="tulips; steam") for n in range(2)]
    papers = sorted([both, *one_word, *two_words], key=lambda paper: paper.id)
    weights = terms_of(papers).weights
    near = (weights @ weights.T).toarray()[papers.index(both)]
    assert min(near[:5]) > max(near[5:7])
    assert ids(relations(papers, 1)["both"]) == ["b0"]
    assert ids(relations(papers, 3)["both"]) == ["b0", "b1"]
