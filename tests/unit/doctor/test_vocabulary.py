"""Phrases that no paper says: slips first, and none that a paper says in any way that counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.doctor import CHECKS
from tests.unit.doctor.catalogues import catalogue, change, desk, found

TOPICS = "catalogue/topics.yml"
BELLS = "          - bells\n"


def advice(root: Path) -> list[tuple[int, str]]:
    findings = desk(root, ["phrase-unsaid"]).examine()
    return [(ailment.where.line, ailment.advice) for _, ailment in findings]


def test_slips_come_first_each_with_what_papers_say(tmp_path: Path) -> None:
    root = catalogue(tmp_path)
    more = "{phrase: BELLS, case: true}", "clouds of sheep", "aerial picturess", "small networkss"
    change(root, TOPICS, BELLS, "".join(f"          - {one}\n" for one in more) + BELLS)
    write = "write it as papers do, or take it out"
    assert advice(root) == [
        (13, "papers say it in other case"),
        (15, 'papers say "aerial pictures"'),
        (16, 'papers say "small networks"'),
        (14, write),
    ]


def test_a_phrase_against_a_topic_may_wait(tmp_path: Path) -> None:
    root = catalogue(tmp_path)
    change(
        root,
        TOPICS,
        "        phrases:\n" + BELLS,
        "        against: [wolves]\n        phrases:\n" + BELLS,
    )
    assert found(root) == []


def test_phrases_of_sub_areas_are_looked_at_in_their_lines(tmp_path: Path) -> None:
    root = catalogue(tmp_path)
    parts = "        subareas:\n          - name: By ear\n            phrases: [bells, whistles]\n"
    change(root, TOPICS, "        phrases:\n" + BELLS, parts + "        phrases:\n" + BELLS)
    assert found(root) == [f'phrase-unsaid: {TOPICS}:14: topic "herding": no paper says "whistles"']


@pytest.mark.parametrize("text", ["areas: []\n"])
def test_a_catalogue_without_topics_has_none_that_are_empty(tmp_path: Path, text: str) -> None:
    root = catalogue(tmp_path)
    (root / TOPICS).write_text(text, "utf-8")
    for name in ("counting-sheep", "herding-goats", "weighing-wool"):
        path = root / f"catalogue/papers/{name}.yml"
        record = path.read_text("utf-8")
        lines = [line for line in record.splitlines() if "herding" not in line.split("-")[-1]]
        path.write_text("\n".join(line for line in lines if "topics" not in line) + "\n", "utf-8")
    assert found(root) == []


def test_of_a_wide_vocabulary_some_examples_are_told() -> None:
    (check,) = (check for check in CHECKS if check.name == "phrase-unsaid")
    assert check.most == 5
