"""Relations and mentions of any papers are sound, in whatever order the papers are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.relate.mentions import mentions
from generator.relate.relations import (
    MAX_TERMS,
    MIN_SCORE,
    MIN_TERMS,
)
from generator.text.words import fold
from generator.values.paper import Paper
from tests.given import paper
from tests.unit.relate.test_mentions import library
from tests.unit.relate.test_relations import ids, relations

SOME_WORDS = ["kettle", "kettles", "steam", "tea", "penguin", "pebbles", "tide", "the", "über"]


TEXTS = st.lists(st.sampled_from(SOME_WORDS), max_size=8).map(" ".join)


LIBRARY = st.lists(st.tuples(TEXTS, TEXTS), max_size=8).map(
    lambda texts: [
        paper(f"p{number}", title, abstract=abstract)
        for number, (title, abstract) in enumerate(texts)
    ]
)


@settings(deadline=None)
@given(LIBRARY, st.integers(1, 9))
def test_relations_are_sound(papers: list[Paper], count: int) -> None:
    found = relations(papers, count)
    texts = {paper.id: fold(paper.said()) for paper in papers}
    assert list(found) == [paper.id for paper in papers]
    for one, related in found.items():
        assert one not in ids(related)
        assert len(related) == len(set(ids(related))) <= count
        assert [r.score for r in related] == sorted((r.score for r in related), reverse=True)
        for item in related:
            assert 0 < item.score <= 1
            assert item.score >= MIN_SCORE
            assert (1 if item.apart else MIN_TERMS) <= len(item.terms) <= MAX_TERMS
            for word in " ".join(item.terms).split():
                stem = word.removesuffix("s")
                assert stem in texts[one]
                assert stem in texts[item.id]


@settings(deadline=None)
@given(LIBRARY)
def test_a_paper_is_as_near_to_another_as_the_other_to_it(papers: list[Paper]) -> None:
    found = relations(papers, len(papers))
    nearness = {(one, r.id): (r.score, r.terms) for one, related in found.items() for r in related}
    assert all(nearness[other, one] == value for (one, other), value in nearness.items())


@settings(deadline=None)
@given(LIBRARY, st.randoms(use_true_random=False))
def test_the_order_of_the_papers_changes_no_score(papers: list[Paper], random) -> None:  # type: ignore[no-untyped-def]
    turned = random.sample(papers, len(papers))
    assert relations(turned, len(papers)) == relations(papers, len(papers))


@given(st.text(max_size=30), st.lists(st.text(min_size=1, max_size=4), max_size=3))
def test_any_text_and_any_names_are_looked_through(text: str, names: list[str]) -> None:
    for mention in mentions(library(text, *names)):
        assert (mention.by, mention.of) == (0, 1)
