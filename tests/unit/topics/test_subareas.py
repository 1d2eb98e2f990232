"""Sub-areas: which part of a topic's page a paper stands under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cache.store import NO_CACHE, Cache
from generator.model import Phrase, Subarea, Topic
from generator.topics.subareas import subareas
from generator.values.paper import Paper
from generator.values.text import Text
from generator.workers import workers
from tests.given import paper

TEA = Topic(
    "tea",
    Text("Tea"),
    Text(),
    "kitchen",
    subareas=(
        Subarea(Text("Black"), (Phrase("black"), Phrase("Assam", 2.0))),
        Subarea(Text("Green"), (Phrase("green"), Phrase("sencha"))),
    ),
)


def parts_of_tea(
    papers: Sequence[Paper], topic: Topic = TEA, cache: Cache = NO_CACHE
) -> dict[str, int]:
    return subareas(papers, [topic], {one.id: ["tea"] for one in papers}, cache=cache)["tea"]


def test_a_paper_stands_under_the_part_whose_phrases_say_most() -> None:
    papers = [
        paper("one", abstract="Black tea, green tea, sencha"),
        paper("two", abstract="Green tea and Assam"),
        paper("three", "Green tea", abstract="Assam"),
    ]
    assert parts_of_tea(papers) == {"one": 1, "two": 0, "three": 1}


def test_equal_parts_come_as_in_the_file_and_papers_of_no_part_are_left_out() -> None:
    papers = [paper("one", abstract="black and green"), paper("two", abstract="coffee")]
    assert parts_of_tea(papers) == {"one": 0}


def test_papers_of_other_topics_are_not_looked_at() -> None:
    papers = [paper("one", abstract="black"), paper("two", abstract="black")]
    assert subareas(papers, [TEA], {"one": ["tea"], "two": ["pots"]}) == {"tea": {"one": 0}}


def test_a_topic_without_parts_has_none() -> None:
    papers = [paper("one", "Black tea")]
    topic = Topic("tea", Text("Tea"), Text(), "kitchen")
    assert subareas(papers, [topic], {"one": ["tea"]}) == {}


def test_what_was_kept_of_other_texts_and_other_phrases_changes_no_part(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    turned = replace(TEA, subareas=TEA.subareas[::-1])
    dearer = replace(
        TEA, subareas=(Subarea(Text("Black"), (Phrase("black", 0.5),)), TEA.subareas[1])
    )
    for text in ("black tea", "green tea", "black and green", "coffee"):
        papers = [paper("one", abstract=text), paper("two", text), paper("three", "Sencha")]
        for topic in (TEA, turned, dearer):
            assert parts_of_tea(papers, topic, cache) == parts_of_tea(papers, topic)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_no_number_of_workers_changes_a_part(count: int) -> None:
    papers = [paper(f"p{n}", abstract=["black", "green", "coffee"][n % 3]) for n in range(300)]
    of = {one.id: ["tea"] for one in papers}
    assert subareas(papers, [TEA], of, workers(count)) == subareas(papers, [TEA], of)
