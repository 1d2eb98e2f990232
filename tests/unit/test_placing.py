"""Where papers lie on the map: near those like them, apart, and the same in every run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest
from scipy.spatial import cKDTree

from generator.placing import HEIGHT, WIDTH, Spot, middle, places, plane, room
from generator.terms.matrix import terms_of
from generator.values.paper import Paper
from tests.given import paper
from tests.projects import ROOT

SUBJECTS = {
    "sheep": "wool shepherd flock pasture fleece lamb shearing meadow",
    "storms": "thunder lightning barometer squall cloud gale rain forecast",
    "pottery": "kiln glaze clay wheel earthenware firing slip teapot",
    "chess": "gambit endgame rook opening castling pawn zugzwang tournament",
}
AREAS = {"sheep": "nature", "storms": "nature", "pottery": "culture", "chess": "culture"}


def sample(count: int) -> tuple[list[Paper], dict[str, list[str]]]:
    """Papers about SUBJECTS, in no plain order, each with words of its own subject and of all."""
    papers, topics = [], {}
    for number in range(count):
        slug = list(SUBJECTS)[number * number // 5 % len(SUBJECTS)]
        words = SUBJECTS[slug].split()
        chosen = [words[(number * step + step) % len(words)] for step in (1, 3, 5, 7)]
        text = f"Observations on {' '.join(chosen)}, and what else was seen in year {number % 7}."
        papers.append(paper(f"p{number:03}", f"{chosen[0]} and {chosen[1]}", abstract=text))
        topics[f"p{number:03}"] = [slug]
    return papers, topics


def placed(papers: Sequence[Paper], topics: dict[str, list[str]]) -> dict[str, Spot]:
    ids = [paper.id for paper in papers]
    return places(ids, terms_of(papers).weights, topics, AREAS)


SCRIPT = """
import json, sys
from tests.unit.test_placing import placed, sample
papers, topics = sample(90)
if sys.argv[1] == "turned":
    papers = papers[::-2] + papers[-2::-2]
print(json.dumps(sorted(placed(papers, topics).items())))
"""


@pytest.mark.parametrize("landmarks", [1500, 40])
def test_papers_lie_near_papers_of_their_topic(
    landmarks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plane, "LANDMARKS", landmarks)
    papers, topics = sample(160)
    found = placed(papers, topics)
    ids = sorted(found)
    _, near = cKDTree(np.array([found[paper] for paper in ids])).query(
        np.array([found[paper] for paper in ids]), 6
    )
    same = [topics[ids[other]] == topics[ids[row[0]]] for row in near.tolist() for other in row[1:]]
    assert sum(same) / len(same) > 0.85  # by chance it is a quarter


def test_places_are_the_same_in_another_process_and_order() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, order],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for order, seed in (("straight", "1"), ("turned", "2"))
    ]
    assert outputs[0] == outputs[1]
    assert len(json.loads(outputs[0])) == 90


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 11, 12, 13, 40])
def test_any_number_of_papers_has_places_inside_the_map(count: int) -> None:
    papers, topics = sample(count)
    found = placed(papers, topics)
    assert sorted(found) == [paper.id for paper in papers]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in found.values())
    assert len(set(found.values())) == count


@pytest.mark.parametrize("count", [2, 30, 200])
def test_papers_of_the_same_text_lie_apart(count: int) -> None:
    papers = [paper(f"p{number}", "On wool and clay") for number in range(count)]
    found = list(placed(papers, {}).values())
    distances, _ = cKDTree(found).query(found, 2)
    assert distances[:, 1].min() >= 8


def test_papers_without_words_and_topics_have_places() -> None:
    papers, topics = sample(20)
    empty = [paper(f"q{number}", "!") for number in range(15)]
    assert len(set(placed([*papers, *empty], topics).values())) == 35
    assert len(set(placed(empty, {}).values())) == 15


def test_a_map_fills_its_rectangle() -> None:
    found = np.array(list(placed(*sample(160)).values()))
    assert np.ptp(found[:, 0]) > 0.9 * WIDTH
    assert np.ptp(found[:, 1]) > 0.9 * HEIGHT
    quarters = {(x > WIDTH / 2, y > HEIGHT / 2) for x, y in found.tolist()}
    assert len(quarters) == 4


def test_a_name_lies_where_most_points_are_and_not_between_two_groups() -> None:
    many = [(100 + number, 200) for number in range(10)]
    few = [(1800 + number, 900) for number in range(8)]
    assert middle(many + few) == (104, 200)
    assert middle(few[:1]) == (1800, 900)


def test_a_crowd_in_one_place_is_scattered_and_all_others_stay() -> None:
    few = np.array([[10.0, 10.0], [11.0, 10.0], [200.0, 90.0]])
    turn = np.arange(3 + 5000)
    directions = np.column_stack([np.cos(turn), np.sin(turn)])
    assert np.array_equal(room.scatter(few, 26.0, directions[:3]), few)
    crowd = np.vstack([few, np.full((5000, 2), 300.0)])
    scattered = room.scatter(crowd, 26.0, directions)
    assert np.array_equal(scattered[: 3 + room.CROWD], crowd[: 3 + room.CROWD])
    # Pairs that push each other would else be as many as the square of them, 12.5 million.
    assert len(cKDTree(scattered).query_pairs(26.0, output_type="ndarray")) < 500_000


def test_thousands_of_papers_in_one_place_lie_within_the_map() -> None:
    points = room.make_room(np.full((3000, 2), 0.0), (WIDTH, HEIGHT), 10)
    assert points.min() >= 10
    assert (points <= [WIDTH - 10, HEIGHT - 10]).all()
    assert len(np.unique(points, axis=0)) > 1000
