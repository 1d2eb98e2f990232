"""Classification: which topics a paper gets, and by which phrases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.cache.store import Cache
from generator.model import Area, Assignment, Evidence, Phrase, Topic
from generator.terms.matrix import terms_of
from generator.topics.classify import (
    LIKENESS,
    LIKENESS_WEIGHT,
    MAX_TOPICS,
    SURE,
    THRESHOLD,
    THRESHOLD_OF_THE_BEST,
    classify,
)
from generator.topics.likeness import LEAST_MEMBERS, MOST
from generator.topics.said import KIND, KIND_WEIGHT
from generator.values.paper import Paper
from generator.values.text import Text
from generator.workers import workers
from tests import given

Decisive = str | Phrase


def areas(**topics: Sequence[Decisive]) -> tuple[Area, ...]:
    """A vocabulary of one area; phrases that are plain text are decisive."""
    return (
        Area("all", Text("All"), Text(), tuple(
            Topic(slug, Text(slug.title()), Text(), "all", tuple(
                Phrase(phrase, SURE) if isinstance(phrase, str) else phrase for phrase in phrases
            ))
            for slug, phrases in topics.items()
        )),
    )  # fmt: skip


def assign(vocabulary: tuple[Area, ...], *papers: Paper) -> tuple[Assignment, ...]:
    """The topics of the first of some papers."""
    return classify(papers, vocabulary, terms_of(papers))[papers[0].id]


def paper(title: str = "", abstract: str = "", **fields: Any) -> Paper:
    return given.paper("p", title, abstract=abstract, **fields)


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
    assert slugs(assign(areas(tea=["tea pot"]), paper(abstract=abstract))) == ["tea"]


@pytest.mark.parametrize(
    "abstract", ["teapot", "tea potter", "steam tea potsherd", "tea and pot", "atea pot", "pot tea"]
)
def test_a_phrase_is_found_as_whole_words_only(abstract: str) -> None:
    assert assign(areas(tea=["tea pot"]), paper(abstract=abstract)) == ()


@pytest.mark.parametrize(
    ("abstract", "found"),
    [("We grow NUTs", True), ("NUT", True), ("a nut", False), ("Nuts", False), ("NUTS", True)],
)
def test_case_matters_where_the_phrase_says_so(abstract: str, found: bool) -> None:
    nuts = areas(nuts=[Phrase("NUT", THRESHOLD, case=True)])
    assert bool(assign(nuts, paper(abstract=abstract))) is found


def test_a_phrase_with_case_is_found_behind_characters_that_fold_to_several() -> None:
    nuts = areas(nuts=[Phrase("NUT", THRESHOLD, case=True)])
    assert slugs(assign(nuts, paper(abstract="ﬃ ½ İ Ⅷ ® NUT"))) == ["nuts"]


def test_a_word_in_the_title_counts_three_times() -> None:
    tea = areas(tea=[Phrase("tea", 0.7)])
    assert assign(tea, paper(abstract="tea"))[0].score == 0.7
    assert assign(tea, paper(title="Tea", abstract="Pots."))[0].score == pytest.approx(2.1)


def test_saying_it_often_counts_twice_at_most() -> None:
    tea = areas(tea=[Phrase("tea", 1.0)])
    assert assign(tea, paper(abstract="tea " * 10))[0].score == 2.0


def test_neighbouring_mentions_count_each() -> None:
    (found,) = assign(areas(tea=[Phrase("tea", 1.0)]), paper(abstract="tea tea"))
    assert found.evidence == (Evidence("tea", "abstract", 2, 1.0),)


def test_a_paper_without_an_abstract_needs_to_say_less() -> None:
    both = areas(tea=[Phrase("tea", 2.0)], pots=[Phrase("pot", 1.5)])
    assert slugs(assign(both, paper(abstract="A tea pot."))) == ["tea"]
    assert slugs(assign(both, paper(summary="A tea pot."))) == ["tea", "pots"]
    assert slugs(assign(both, paper(summary="A tea pot.", abstract="More."))) == ["tea"]


def test_the_best_topic_of_a_paper_that_would_have_none_is_given_from_a_lower_score() -> None:
    both = areas(tea=[Phrase("tea", THRESHOLD_OF_THE_BEST)], pots=[Phrase("pot", 0.1)])
    assert slugs(assign(both, paper(abstract="A tea pot."))) == ["tea"]
    assert assign(both, paper(abstract="A pot.")) == ()


def test_evidence_says_where_a_phrase_stands() -> None:
    (found,) = assign(areas(tea=["tea"]), paper("Tea", "tea tea", summary="tea"))
    assert found.evidence == (
        Evidence("tea", "title", 1, 3 * SURE),
        Evidence("tea", "summary and abstract", 2, SURE),
    )


def test_the_kind_of_a_paper_speaks_for_topics_that_name_it() -> None:
    (area,) = areas(surveys=[], tea=["tea"])
    vocabulary = (
        replace(area, topics=(replace(area.topics[0], kinds=("survey",)), area.topics[1])),
    )
    (found,) = assign(vocabulary, paper("Something", "Said.", kind="survey"))
    assert (found.topic, found.evidence) == ("surveys", (Evidence("survey", KIND, 1, KIND_WEIGHT),))
    assert assign(vocabulary, paper("Something", "Said.", kind="method")) == ()


def crowd(count: int, text: str, first: int = 0) -> list[Paper]:
    return [given.paper(f"m{first + n:03d}", abstract=text) for n in range(count)]


WOOL = "Wool, shepherds, meadows, lambs and pastures"
SHEEP = f"{WOOL}; counting"
BOATS = "Sails, harbours and anchors in a storm"


def test_a_paper_like_the_sure_members_of_a_topic_gets_what_its_phrases_leave_open() -> None:
    vocabulary = areas(sheep=["counting", Phrase("fence", 1.0)])
    papers = crowd(8, SHEEP) + crowd(8, BOATS, 50)
    like = paper(abstract=f"{WOOL} behind a fence; a storm")
    unlike = paper(abstract="Sails, harbours and anchors behind a fence; a storm")
    (found,) = assign(vocabulary, like, *papers)
    evidence = {item.field: item for item in found.evidence}
    assert found.score == pytest.approx(1.0 + evidence[LIKENESS].weight)
    assert 0 < evidence[LIKENESS].weight <= MOST * LIKENESS_WEIGHT
    assert set(evidence[LIKENESS].phrase.split(", ")) <= {
        "wool",
        "shepherds",
        "meadows",
        "lambs",
        "pastures",
    }
    assert [e.field for e in assign(vocabulary, unlike, *papers)[0].evidence] == ["abstract"]


def test_likeness_alone_gives_a_topic_only_to_a_paper_that_would_have_none() -> None:
    vocabulary = areas(sheep=["counting"], boats=["storm"])
    papers = crowd(8, SHEEP) + crowd(8, BOATS, 50)
    like = paper(abstract=WOOL)
    assert slugs(assign(vocabulary, like, *papers)) == ["sheep"]
    both = paper(abstract=f"{WOOL} in a storm")
    assert slugs(assign(vocabulary, both, *papers)) == ["boats"]


def test_too_few_members_make_no_likeness() -> None:
    vocabulary = areas(sheep=["counting"])
    like = paper(abstract=WOOL)
    few = crowd(LEAST_MEMBERS - 1, SHEEP) + crowd(8, BOATS, 50)
    assert assign(vocabulary, like, *few) == ()
    assert assign(vocabulary, like, *few, *crowd(1, SHEEP, 90)) != ()


def test_members_that_records_name_make_likeness_too() -> None:
    vocabulary = areas(sheep=[], boats=[])
    members = [given.changed(member, topics=("sheep",)) for member in crowd(8, SHEEP)]
    like = paper(abstract=WOOL)
    assert slugs(assign(vocabulary, like, *members, *crowd(8, BOATS, 50))) == ["sheep"]


def test_the_order_of_the_papers_changes_no_topic() -> None:
    vocabulary = areas(sheep=["counting"], boats=["storm"])
    papers = [paper(abstract="Wool and meadows"), *crowd(8, SHEEP), *crowd(8, BOATS, 50)]
    turned = papers[::-1]
    assert classify(papers, vocabulary, terms_of(papers)) == classify(
        turned, vocabulary, terms_of(turned)
    )


def test_a_phrase_against_a_topic_takes_away() -> None:
    tea = areas(tea=["tea", Phrase("T time", -1.0)], pots=["pot"])
    assert slugs(assign(tea, paper(abstract="tea pot"))) == ["tea", "pots"]
    assert slugs(assign(tea, paper(abstract="tea pot at T time"))) == ["pots"]
    assert assign(tea, paper(abstract="T time")) == ()


def test_equal_evidence_for_and_against_comes_in_one_order() -> None:
    phrases = [Phrase("tea", -1.0), Phrase("tea", 1.0), Phrase("tea", 2.0), Phrase("pot", 1.0)]
    orders = [
        [e.weight for e in assign(areas(tea=given), paper(abstract="tea pot"))[0].evidence]
        for given in (phrases, phrases[::-1])
    ]
    assert orders == [[2.0, 1.0, 1.0, -1.0]] * 2


def test_a_topic_far_below_the_best_is_a_passing_mention() -> None:
    both = areas(tea=[Phrase("tea", 4.0)], pots=["pot"])
    assert slugs(assign(both, paper(abstract="tea pot"))) == ["tea", "pots"]
    assert slugs(assign(both, paper("Tea for two", abstract="tea tea pot"))) == ["tea"]


def test_the_best_topic_comes_first_and_equal_ones_as_in_the_vocabulary() -> None:
    three = areas(one=["one"], two=[Phrase("two", 3.0)], zero=["zero"])
    assert slugs(assign(three, paper(abstract="zero one two"))) == ["two", "one", "zero"]


def test_a_paper_has_five_topics_at_most() -> None:
    names = ["ant", "bee", "cat", "dog", "eel", "fox", "gnu"]
    found = assign(areas(**{name: [name] for name in names}), paper(abstract=" ".join(names)))
    assert slugs(found) == names[:MAX_TOPICS] == names[:5]


def test_topics_that_a_record_names_are_all_there_are() -> None:
    both = areas(tea=["tea"], pots=["pot"], nuts=["nut"])
    found = assign(both, paper(abstract="pot nut", topics=("tea", "pots", "tea")))
    assert slugs(found) == ["tea", "pots"]
    assert all(assignment.by_hand for assignment in found)
    assert (found[0].score, found[0].evidence) == (0.0, ())
    assert found[1].evidence == (Evidence("pot", "abstract", 1, SURE),)


def test_unknown_topics_are_not_given() -> None:
    tea = areas(tea=["tea"])
    assert assign(tea, paper(topics=("pots",))) == ()


def test_a_vocabulary_without_phrases_gives_no_topics() -> None:
    assert assign((), paper("Tea")) == ()
    assert assign(areas(tea=[]), paper("Tea")) == ()


def test_no_number_of_workers_and_no_size_of_chunks_changes_a_topic(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vocabulary = areas(tea=["tea"], pots=["pot", "tea pot"], nuts=["nut"], none=[])
    texts = ("A tea pot", "Nuts", "of tea", "", "A pot; a nut")
    papers = [
        given.paper(f"p{n}", texts[n % 5], abstract=f"{texts[n % 3]} {texts[n % 4]}", kind="survey")
        for n in range(30)
    ]
    terms = terms_of(papers)
    found = classify(papers, vocabulary, terms)
    assert {a.topic for given in found.values() for a in given} == {"tea", "pots", "nuts"}
    monkeypatch.setattr("generator.topics.said.AT_ONCE", 4)
    for count in (1, 2, 3):
        done: list[int] = []
        assert classify(papers, vocabulary, terms, done.append, workers(count)) == found
        assert done[-1] == len(papers)


def test_a_phrase_that_stands_twice_in_the_vocabulary_is_counted_twice() -> None:
    (found,) = assign(areas(tea=[Phrase("tea", 1.0), Phrase("tea", 1.0)]), paper("x", "of tea"))
    assert [(e.phrase, e.count) for e in found.evidence] == [("tea", 2)]


def test_what_was_kept_of_other_texts_and_other_phrases_changes_no_topic(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    texts = [("Tea", "of pots"), ("Tea of", "pots"), ("", "Tea of pots"), ("Pots", "Tea pot")]
    phrases: list[list[Decisive]] = [["tea"], ["tea", "pot"], [Phrase("tea", 1.0)], ["pot"]]
    for title, abstract in texts:
        papers = [given.paper("p", title or "x", abstract=abstract), given.paper("q", "Tea")]
        for some in phrases:
            vocabulary = areas(tea=some, pots=["pots"])
            terms = terms_of(papers)
            assert classify(papers, vocabulary, terms, cache=cache) == classify(
                papers, vocabulary, terms
            )
