"""Classification: which topics a paper gets, and by which phrases."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Area, Assignment, Evidence, Paper, Phrase, Topic
from generator.topics.classify import (
    MAX_TOPICS,
    THRESHOLD,
    THRESHOLD_WITHOUT_ABSTRACT,
    Classifier,
)


def classifier(**topics: Sequence[str | Phrase]) -> Classifier:
    """A vocabulary of one area; phrases that are plain text are decisive."""
    return Classifier([
        Area("all", "All", "", tuple(
            Topic(slug, slug.title(), "", "all", tuple(
                Phrase(phrase, THRESHOLD) if isinstance(phrase, str) else phrase
                for phrase in phrases
            ))
            for slug, phrases in topics.items()
        ))
    ])  # fmt: skip


def paper(title: str = "", abstract: str = "", **fields: tuple[str, ...]) -> Paper:
    return Paper(id="p", title=title, abstract=abstract, **fields)  # type: ignore[arg-type]


def slugs(found: tuple[Assignment, ...]) -> list[str]:
    return [assignment.topic for assignment in found]


@pytest.mark.parametrize(
    "abstract",
    [
        "tea pot",
        "We study the tea pot.",
        "TEA POTS, and more",
        "a tea-pot",
        "a tea_pot",
        "a (tea) pot",
        "a téa pot",
        "a tea\npot",
    ],
)
def test_a_phrase_is_found_whatever_its_case_accents_hyphens_and_number(abstract: str) -> None:
    assert slugs(classifier(tea=["tea pot"]).assign(paper(abstract=abstract))) == ["tea"]


@pytest.mark.parametrize(
    "abstract", ["teapot", "tea potter", "steam tea potsherd", "tea and pot", "atea pot", "pot tea"]
)
def test_a_phrase_is_found_as_whole_words_only(abstract: str) -> None:
    assert classifier(tea=["tea pot"]).assign(paper(abstract=abstract)) == ()


@pytest.mark.parametrize(
    ("abstract", "found"),
    [("We grow NUTs", True), ("NUT", True), ("a nut", False), ("Nuts", False), ("NUTS", True)],
)
def test_case_matters_where_the_phrase_says_so(abstract: str, found: bool) -> None:
    nuts = classifier(nuts=[Phrase("NUT", THRESHOLD, case=True)])
    assert bool(nuts.assign(paper(abstract=abstract))) is found


def test_a_phrase_with_case_is_found_behind_characters_that_fold_to_several() -> None:
    nuts = classifier(nuts=[Phrase("NUT", THRESHOLD, case=True)])
    assert slugs(nuts.assign(paper(abstract="ﬃ ½ İ Ⅷ ® NUT"))) == ["nuts"]


def test_a_word_in_the_title_counts_three_times() -> None:
    tea = classifier(tea=[Phrase("tea", 0.7)])
    assert tea.assign(paper(abstract="tea")) == ()
    assert tea.assign(paper(title="Tea", abstract="Pots."))[0].score == pytest.approx(2.1)


def test_saying_it_often_counts_twice_at_most() -> None:
    tea = classifier(tea=[Phrase("tea", 1.0)])
    assert tea.assign(paper(abstract="tea " * 10))[0].score == 2.0


def test_neighbouring_mentions_count_each() -> None:
    (found,) = classifier(tea=[Phrase("tea", 1.0)]).assign(paper(abstract="tea tea"))
    assert found.evidence == (Evidence("tea", "text", 2, 1.0),)


def test_a_paper_without_an_abstract_needs_to_say_less() -> None:
    tea = classifier(tea=[Phrase("tea", 1.5)])
    assert tea.assign(paper(abstract="About tea.")) == ()
    assert slugs(tea.assign(Paper(id="p", title="", summary="About tea."))) == ["tea"]
    assert tea.assign(Paper(id="p", title="", summary="About tea.", abstract="More.")) == ()


def test_a_phrase_against_a_topic_takes_away() -> None:
    tea = classifier(tea=["tea", Phrase("T time", -1.0)], pots=["pot"])
    assert slugs(tea.assign(paper(abstract="tea pot"))) == ["tea", "pots"]
    assert slugs(tea.assign(paper(abstract="tea pot at T time"))) == ["pots"]
    assert tea.assign(paper(abstract="T time")) == ()


def test_equal_evidence_for_and_against_comes_in_one_order() -> None:
    phrases = [Phrase("tea", -1.0), Phrase("tea", 1.0), Phrase("tea", 2.0), Phrase("pot", 1.0)]
    orders = [
        [e.weight for e in classifier(tea=given).assign(paper(abstract="tea pot"))[0].evidence]
        for given in (phrases, phrases[::-1])
    ]
    assert orders == [[2.0, 1.0, 1.0, -1.0]] * 2


def test_a_topic_far_below_the_best_is_a_passing_mention() -> None:
    both = classifier(tea=[Phrase("tea", 4.0)], pots=["pot"])
    assert slugs(both.assign(paper(abstract="tea pot"))) == ["tea", "pots"]
    assert slugs(both.assign(paper("Tea for two", abstract="tea tea pot"))) == ["tea"]


def test_the_best_topic_comes_first_and_equal_ones_as_in_the_vocabulary() -> None:
    three = classifier(one=["one"], two=[Phrase("two", 3.0)], zero=["zero"])
    assert slugs(three.assign(paper(abstract="zero one two"))) == ["two", "one", "zero"]


def test_a_paper_has_five_topics_at_most() -> None:
    names = ["ant", "bee", "cat", "dog", "eel", "fox", "gnu"]
    found = classifier(**{name: [name] for name in names}).assign(paper(abstract=" ".join(names)))
    assert slugs(found) == names[:MAX_TOPICS] == names[:5]


def test_topics_that_a_record_names_are_all_there_are() -> None:
    both = classifier(tea=["tea"], pots=["pot"], nuts=["nut"])
    found = both.assign(paper(abstract="pot nut", topics=("tea", "pots", "tea")))
    assert slugs(found) == ["tea", "pots"]
    assert all(assignment.by_hand for assignment in found)
    assert (found[0].score, found[0].evidence) == (0.0, ())
    assert found[1].evidence == (Evidence("pot", "text", 1, THRESHOLD),)


def test_unknown_topics_are_not_given() -> None:
    tea = classifier(tea=["tea"])
    assert tea.assign(paper(topics=("pots",))) == ()
    assert tea.known() == ["tea"]


def test_a_vocabulary_without_phrases_gives_no_topics() -> None:
    assert Classifier([]).assign(paper("Tea")) == ()
    assert classifier(tea=[]).assign(paper("Tea")) == ()


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
    found = classifier(**topics).assign(paper(title, abstract))
    assert len(found) <= MAX_TOPICS
    assert [a.score for a in found] == sorted((a.score for a in found), reverse=True)
    for assignment in found:
        assert assignment.score >= (THRESHOLD if abstract else THRESHOLD_WITHOUT_ABSTRACT)
        total = sum(e.weight * e.count for e in assignment.evidence)
        assert assignment.score == pytest.approx(total, abs=0.001)


@given(TOPICS, TEXT, TEXT)
def test_the_order_of_the_vocabulary_changes_no_score(
    topics: dict[str, list[Phrase]], title: str, abstract: str
) -> None:
    turned = {slug: phrases[::-1] for slug, phrases in reversed(topics.items())}
    one = classifier(**topics).assign(paper(title, abstract))
    other = classifier(**turned).assign(paper(title, abstract))
    if len(one) < MAX_TOPICS:
        assert {a.topic: a for a in one} == {a.topic: a for a in other}
    assert [a.score for a in one] == [a.score for a in other]


@given(st.text(st.characters(exclude_categories=())), TOPICS)
def test_any_text_can_be_classified(text: str, topics: dict[str, list[Phrase]]) -> None:
    assert isinstance(classifier(**topics).assign(paper(text, text)), tuple)
