"""Sub-areas: which part of a topic's page a paper stands under."""

from __future__ import annotations

from generator.model import Phrase, Subarea, Topic
from generator.topics.subareas import subareas
from generator.values.text import Text
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


def test_a_paper_stands_under_the_part_whose_phrases_say_most() -> None:
    papers = [
        paper("one", abstract="Black tea, green tea, sencha"),
        paper("two", abstract="Green tea and Assam"),
        paper("three", "Green tea", abstract="Assam"),
    ]
    assert subareas(TEA, papers) == {"one": 1, "two": 0, "three": 1}


def test_equal_parts_come_as_in_the_file_and_papers_of_no_part_are_left_out() -> None:
    papers = [paper("one", abstract="black and green"), paper("two", abstract="coffee")]
    assert subareas(TEA, papers) == {"one": 0}


def test_a_topic_without_parts_has_none() -> None:
    assert subareas(Topic("tea", Text("Tea"), Text(), "kitchen"), [paper("one", "Black tea")]) == {}
