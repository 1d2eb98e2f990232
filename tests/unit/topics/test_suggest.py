"""Suggestions: groups of papers are found, and what is printed is a vocabulary that works."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.terms.matrix import terms_of
from generator.topics import vocabulary
from generator.topics.classify import classify
from generator.topics.suggest import Suggestion, suggest
from generator.topics.suggested import as_yaml
from generator.values.paper import Paper
from tests.given import paper

SUBJECTS = {
    "sheep": "wool, shepherd, meadow, lamb",
    "boats": "sail, harbour, anchor, storm",
    "bread": "flour, oven, yeast, crust",
}


def library(each: int = 6) -> list[Paper]:
    """Papers on three subjects; no two have the same words."""
    return [
        paper(
            f"{subject}-{n}",
            f"{subject.title()} number {n}",
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
    item = Suggestion((("kettle", 1.0),), 1, ("Tea\nfor two",), "Kettle", "tea", 0.5)
    text = as_yaml([item], "9 papers", {"tea": "All about tea"})
    assert "# Suggested from the words of 9 papers." in text
    assert "# 1 paper, such as\n      #   Tea\\nfor two\n" in text
    assert "# 50% of them are in the topic All about tea (tea) already." in text


def test_names_have_the_capitals_that_the_papers_write() -> None:
    flocks = [
        paper(f"p{n}", f"Sheep {n} by CNN and MEADOW", abstract="A CNN knows Bayesian flocks.")
        for n in range(4)
    ]
    tea = [paper(f"q{n}", f"HOT TEA {n}", abstract="Kettles boil for tea.") for n in range(4)]
    names = {item.name for item in suggestions([*flocks, *tea], count=2)}
    assert names == {"CNN, sheep", "Tea, kettles boil"}


@pytest.mark.parametrize("papers", [[], library(1)[:1], [paper("a")] * 3])
def test_papers_without_common_words_suggest_nothing(papers: list[Paper]) -> None:
    assert suggestions(papers) == ()
    assert "No words stand together" in as_yaml((), "0 papers", {})
