"""Any text can be classified, and the evidence adds up to the score."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model import Phrase
from generator.topics.classify import (
    MAX_TOPICS,
    THRESHOLD,
    THRESHOLD_OF_THE_BEST,
    THRESHOLD_WITHOUT_ABSTRACT,
)
from tests.unit.topics.test_classify import areas, assign, paper

WORDS = ["tea", "teas", "pot", "tea pot", "Pot", "nut", "a", "·", "time"]


TEXT = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


PHRASES = st.lists(
    st.builds(
        Phrase,
        st.sampled_from(["tea", "tea pot", "pot", "Pot", "nut", "time"]),
        st.sampled_from([-1.0, 0.1, 0.3, 0.7, 1.0, 2.0]),
        st.booleans(),
    ),
    max_size=4,
)


TOPICS = st.lists(PHRASES, max_size=8).map(
    lambda topics: {f"t{number}": phrases for number, phrases in enumerate(topics)}
)


@given(TOPICS, TEXT, TEXT)
def test_the_evidence_adds_up_to_the_score(
    topics: dict[str, list[Phrase]], title: str, abstract: str
) -> None:
    found = assign(areas(**topics), paper(title, abstract))
    assert len(found) <= MAX_TOPICS
    assert [a.score for a in found] == sorted((a.score for a in found), reverse=True)
    enough = THRESHOLD if abstract else THRESHOLD_WITHOUT_ABSTRACT
    for assignment in found:
        assert assignment.score >= (enough if len(found) > 1 else THRESHOLD_OF_THE_BEST)
        total = sum(e.weight * e.count for e in assignment.evidence)
        assert assignment.score == pytest.approx(total, abs=0.001)


@given(TOPICS, TEXT, TEXT)
@example({"t0": [Phrase("pot", 1.0, case=False), Phrase("pot", 2.0, case=True)]}, "", "pot Pot")
def test_the_order_of_the_vocabulary_changes_no_score(
    topics: dict[str, list[Phrase]], title: str, abstract: str
) -> None:
    turned = {slug: phrases[::-1] for slug, phrases in reversed(topics.items())}
    one = assign(areas(**topics), paper(title, abstract))
    other = assign(areas(**turned), paper(title, abstract))
    # Of equals, the first of the vocabulary is taken where only some or one can be.
    enough = THRESHOLD if abstract else THRESHOLD_WITHOUT_ABSTRACT
    if len(one) < MAX_TOPICS and all(a.score >= enough for a in one):
        assert {a.topic: a for a in one} == {a.topic: a for a in other}
    assert [a.score for a in one] == [a.score for a in other]


@given(st.text(st.characters(exclude_categories=())), TOPICS)
def test_any_text_can_be_classified(text: str, topics: dict[str, list[Phrase]]) -> None:
    assert isinstance(assign(areas(**topics), paper(text, text)), tuple)
