"""Suggestions: groups of papers are found, and what is printed is a vocabulary that works."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Paper
from generator.problems import Problems
from generator.terms.matrix import terms_of
from generator.topics import vocabulary
from generator.topics.classify import classify
from generator.topics.suggest import PHRASES, Suggestion, suggest
from generator.topics.suggested import as_yaml

SUBJECTS = {
    "sheep": "wool, shepherd, meadow, lamb",
    "boats": "sail, harbour, anchor, storm",
    "bread": "flour, oven, yeast, crust",
}


def library(each: int = 6) -> list[Paper]:
    """Papers on three subjects; no two have the same words."""
    return [
        Paper(
            id=f"{subject}-{n}",
            title=f"{subject.title()} number {n}",
            abstract=", ".join(words.split(", ")[n % 2 :] * 2),
        )
        for subject, words in SUBJECTS.items()
        for n in range(each)
    ]


def suggestions(papers: list[Paper], **options: object) -> tuple[Suggestion, ...]:
    return suggest(papers, terms_of(papers), **options)  # type: ignore[arg-type]


def test_each_subject_is_one_suggestion_with_its_words_and_papers() -> None:
    found = suggestions(library(), count=3)
    assert [item.papers for item in found] == [6, 6, 6]
    for item in found:
        subject = item.examples[0].split()[0].lower()
        own = {subject, *SUBJECTS[subject].split(", ")}
        assert {phrase.lower() for phrase, _ in item.phrases} <= own
        assert all(title.lower().startswith(subject) for title in item.examples)
        assert item.topic == ""


def test_a_group_that_is_a_topic_already_says_so() -> None:
    given_topics = {f"sheep-{n}": ["animals"] for n in range(4)} | {"boats-1": ["animals"]}
    found = suggestions(library(), count=3, topics=given_topics)
    by_subject = {item.examples[0].split()[0]: (item.topic, item.share) for item in found}
    assert by_subject["Sheep"] == ("animals", 4 / 6)
    assert by_subject["Boats"] == by_subject["Bread"] == ("", 0.0)


def test_the_order_of_the_papers_changes_nothing() -> None:
    papers = library()
    assert {item.phrases for item in suggestions(papers, count=3)} == {
        item.phrases for item in suggestions(papers[::-1], count=3)
    }


def test_what_is_printed_is_a_vocabulary_that_sorts_the_papers(tmp_path: Path) -> None:
    papers = library()
    path = tmp_path / "topics.yml"
    path.write_text(as_yaml(suggestions(papers, count=3), "18 papers", {}), "utf-8")
    problems = Problems()
    areas = vocabulary.load(path, "topics.yml", problems)
    assert [str(problem) for problem in problems] == []
    given_topics = classify(papers, areas, terms_of(papers))
    mains = {
        subject: {given_topics[f"{subject}-{n}"][0].topic for n in range(6)} for subject in SUBJECTS
    }
    assert all(len(topics) == 1 for topics in mains.values())
    assert len(set.union(*mains.values())) == 3


def test_comments_say_where_a_group_comes_from() -> None:
    item = Suggestion((("kettle", 1.0),), 1, ("Tea\nfor two",), "tea", 0.5)
    text = as_yaml([item], "9 papers", {"tea": "All about tea"})
    assert "# Suggested from the words of 9 papers." in text
    assert "# 1 paper, such as\n      #   Tea\\nfor two\n" in text
    assert "# 50% of them are in the topic All about tea (tea) already." in text


@pytest.mark.parametrize("papers", [[], library(1)[:1], [Paper(id="a", title="")] * 3])
def test_papers_without_common_words_suggest_nothing(papers: list[Paper]) -> None:
    assert suggestions(papers) == ()
    assert "No words stand together" in as_yaml((), "0 papers", {})


TEXT = st.text(min_size=1, max_size=12)


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            Suggestion,
            st.lists(
                st.tuples(TEXT, st.sampled_from([0.5, 1.0])), min_size=1, max_size=PHRASES
            ).map(tuple),
            st.integers(1, 99),
            st.lists(TEXT, max_size=3).map(tuple),
            TEXT,
            st.floats(0, 1),
        ),
        max_size=4,
    )
)
def test_any_suggestion_is_printed_as_yaml_that_says_the_same(found: list[Suggestion]) -> None:
    loaded = yaml.safe_load(as_yaml(found, "3 papers", {}))
    topics = loaded["areas"][0]["topics"] if found else []
    assert len({topic["slug"] for topic in topics}) == len(found)
    for topic, item in zip(topics, found, strict=True):
        assert [phrase["weight"] for phrase in topic["phrases"]] == [w for _, w in item.phrases]
