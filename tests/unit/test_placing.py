"""Where papers lie on the map: near those like them, apart, and the same in every run."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from scipy.spatial import cKDTree

from generator.placing import HEIGHT, WIDTH, Spot, middle, places
from generator.placing.lattice import Lattice
from generator.placing.likeness import MOST_TERMS, nearest, telling
from generator.placing.regions import Region, regions
from generator.placing.seating import CROWD, HOMES, Pulls, improve, scatter, seat
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


def share_beside_their_own(found: dict[str, Spot], subject: dict[str, str]) -> float:
    """Of the five papers next to each, how many are about the same."""
    ids = sorted(found)
    points = np.array([found[paper] for paper in ids])
    _, near = cKDTree(points).query(points, 6)
    same = [
        subject[ids[other]] == subject[ids[row[0]]] for row in near.tolist() for other in row[1:]
    ]
    return sum(same) / len(same)


def test_papers_lie_near_papers_of_their_topic() -> None:
    papers, topics = sample(160)
    subject = {paper: given[0] for paper, given in topics.items()}
    # By chance it is a quarter.
    assert share_beside_their_own(placed(papers, topics), subject) > 0.85


def test_papers_without_a_topic_lie_near_those_with_the_same_words() -> None:
    papers, topics = sample(160)
    subject = {paper: given[0] for paper, given in topics.items()}
    assert share_beside_their_own(placed(papers, {}), subject) > 0.6


def test_areas_lie_together_and_apart_from_each_other() -> None:
    papers, topics = sample(160)
    area = {paper: AREAS[given[0]] for paper, given in topics.items()}
    assert share_beside_their_own(placed(papers, topics), area) > 0.93


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
    assert np.ptp(found[:, 0]) > 0.75 * WIDTH
    assert np.ptp(found[:, 1]) > 0.7 * HEIGHT
    quarters = {(x > WIDTH / 2, y > HEIGHT / 2) for x, y in found.tolist()}
    assert len(quarters) == 4


def test_a_name_lies_where_most_points_are_and_not_between_two_groups() -> None:
    many = [(100 + number, 200) for number in range(10)]
    few = [(1800 + number, 900) for number in range(8)]
    assert middle(many + few) == (104, 200)
    assert middle(few[:1]) == (1800, 900)


def catalogue(count: int) -> tuple[list[Paper], dict[str, list[str]]]:
    """Papers of many different words, some of their subject, by a sequence of invented chances."""
    chance = random.Random(3)
    papers, topics = [], {}
    for number in range(count):
        slug = chance.choice(list(SUBJECTS))
        own = [
            f"{word}{chance.randrange(6)}" for word in chance.choices(SUBJECTS[slug].split(), k=9)
        ]
        other = [f"remark{chance.randrange(200)}" for _ in range(9)]
        papers.append(
            paper(f"q{number:03}", " ".join(own[:3]), abstract=" ".join([*own[3:], *other]))
        )
        topics[f"q{number:03}"] = [slug]
    return papers, topics


PAPERS, TOPICS = catalogue(300)


def changed(number: int, **fields: str) -> list[Paper]:
    """PAPERS, one of which says something else."""
    old = PAPERS[number]
    given = {"title": old.work.title.plain, "abstract": old.work.abstract.plain, **fields}
    new = paper(old.id, given.pop("title"), **given)
    return [*PAPERS[:number], new, *PAPERS[number + 1 :]]


def words_more(number: int) -> list[Paper]:
    return changed(number, abstract=f"{PAPERS[number].work.abstract.plain} shearing2 pawn3")


def another_title(number: int) -> list[Paper]:
    return changed(number, title="Wool1 and kilns of clay3")


def one_less(number: int) -> list[Paper]:
    return [*PAPERS[:number], *PAPERS[number + 1 :]]


def one_more(number: int) -> list[Paper]:
    return [*PAPERS, paper(f"new{number}", "Thunder1 and wool2", abstract="cloud4 gale2")]


@pytest.mark.parametrize(
    ("edit", "least"),
    [(words_more, 0.9), (another_title, 0.8), (one_less, 0.75), (one_more, 0.8)],
)
def test_an_edit_of_one_paper_leaves_nearly_all_others_exactly_where_they_were(
    edit: Callable[[int], list[Paper]], least: float
) -> None:
    # There are few papers here, with the same few words: of thousands, a hundredth moves.
    before = placed(PAPERS, TOPICS)
    stayed = []
    for at in range(5, len(PAPERS), 60):
        after = placed(edit(at), TOPICS)
        others = (set(before) & set(after)) - {PAPERS[at].id}
        stayed.append(sum(before[paper] == after[paper] for paper in others) / len(others))
    assert np.mean(stayed) > least, stayed


def test_words_that_do_not_touch_a_paper_s_place_change_nothing_at_all() -> None:
    assert placed(changed(7, title=PAPERS[7].work.title.plain.upper()), TOPICS) == placed(
        PAPERS, TOPICS
    )


def test_a_paper_whose_topic_changes_moves_there() -> None:
    before = placed(PAPERS, TOPICS)
    at = next(number for number, one in enumerate(PAPERS) if TOPICS[one.id] == ["sheep"])
    told = PAPERS[at].id
    chess = [paper for paper, given in TOPICS.items() if given == ["chess"]]
    x, y = middle([before[paper] for paper in chess])
    words = "gambit1 endgame2 rook3 opening1 castling4 pawn2 zugzwang1"
    after = placed(changed(at, title=words, abstract=words), {**TOPICS, told: ["chess"]})

    def way(spot: Spot) -> float:
        return float(np.hypot(spot[0] - x, spot[1] - y))

    assert way(after[told]) < way(before[told]) / 2


@pytest.mark.parametrize("topics", [{}, {f"p{number}": ["sheep"] for number in range(4000)}])
def test_thousands_of_papers_of_the_same_words_have_a_place_each(
    topics: dict[str, list[str]],
) -> None:
    ids = [f"p{number}" for number in range(4000)]
    one = np.zeros((4000, 3))
    one[:, 0] = 1.0
    found = places(ids, csr_matrix(one), topics, AREAS)
    assert len(set(found.values())) == 4000
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in found.values())


def test_regions_follow_the_order_of_topics_and_their_papers_in_coarse_steps() -> None:
    whole = Region(0, 0, 200, 100)
    main = ["sheep"] * 9 + ["storms"] * 8 + ["chess"] * 17 + ["unknown", ""]
    of_topic, of_area = regions(AREAS, main, whole)
    assert of_area == {"nature": Region(0, 0, 100, 100), "culture": Region(100, 0, 100, 100)}
    assert sorted(of_topic) == ["chess", "sheep", "storms"]
    assert of_topic["sheep"].width * of_topic["sheep"].height == 5000
    assert of_topic["chess"].middle == (150, 50)
    # Some papers more change nothing; four times as many do.
    assert regions(AREAS, [*main, *["sheep"] * 6], whole) == (of_topic, of_area)
    assert regions(AREAS, [*main, *["chess"] * 60], whole)[1]["culture"].width == 160
    assert regions({}, main, whole) == ({}, {})


def test_the_terms_that_say_most_of_a_paper_are_compared_and_common_ones_are_not() -> None:
    terms = np.zeros((300, 60))
    terms[:, 0] = 0.9
    terms[0, 1:51] = np.linspace(0.1, 0.5, 50)
    kept = telling(csr_matrix(terms), 300.0)
    assert kept[0].nnz == MOST_TERMS
    assert kept[0].indices.tolist() == list(range(51 - MOST_TERMS, 51))
    assert kept[1:].nnz == 0


def test_the_most_alike_draw_most_and_a_topic_in_common_adds_to_it() -> None:
    rows = csr_matrix(np.array([[1, 0, 0], [0.6, 0.8, 0], [0.6, 0, 0.8], [0, 0, 1.0]]))
    marks = np.array([[0, 0], [1, 0], [0, 0], [-1, -1]])
    near = nearest(rows, 0, 4, marks, earlier=False)
    drawn = [
        {
            int(other): strength
            for other, strength in zip(papers, strengths, strict=True)
            if strength
        }
        for papers, strengths in zip(near.papers, near.strength, strict=True)
    ]
    assert [sorted(of) for of in drawn] == [[1, 2], [0, 2], [0, 1, 3], [2]]
    assert drawn[0][2] > drawn[0][1]
    earlier = nearest(rows, 2, 4, marks, earlier=True)
    assert earlier.papers[0, :2].tolist() == [0, 1]
    assert earlier.strength[1].tolist() == [0.0] * earlier.strength.shape[1]


def drawn_to(points: Sequence[tuple[float, float]], strength: float = 1.0) -> Pulls:
    """Papers each drawn to one point, and to no region."""
    at = np.zeros((len(points), 1 + HOMES, 2))
    at[:, 0] = points
    strengths = np.array([[strength, *[0.0] * HOMES]] * len(points))
    return Pulls(at, strengths, np.full(strengths.shape, 10.0))


def test_of_two_papers_that_want_a_cell_the_first_has_it_and_the_other_one_beside_it() -> None:
    lattice = Lattice(Region(0, 0, 100, 100), 100)
    pulls = drawn_to([(55.0, 55.0), (55.0, 55.0)])
    found = seat(lattice, pulls, pulls.centres(np.zeros((2, 2))))
    assert found[0].tolist() == [55, 55]
    assert np.abs(found[1] - found[0]).sum() == 10
    assert lattice.taken.sum() == 2


@pytest.mark.parametrize("papers", [100, 99, 60])
def test_a_lattice_can_be_filled_to_the_last_cell(papers: int) -> None:
    lattice = Lattice(Region(0, 0, 100, 100), 100)
    pulls = drawn_to([(5.0, 5.0)] * papers)
    found = seat(lattice, pulls, pulls.centres(np.zeros((papers, 2))))
    assert len(np.unique(found, axis=0)) == papers == lattice.taken.sum()


def test_a_paper_moves_to_a_clearly_better_cell_and_stays_for_a_little() -> None:
    lattice = Lattice(Region(0, 0, 100, 100), 100)
    places = np.array([[85.0, 55.0], [55.0, 45.0]])
    lattice.take(places)
    pulls = drawn_to([(55.0, 55.0), (55.0, 47.0)])
    moving, seats = improve(lattice, pulls, places, np.array([[55.0, 55.0], [55.0, 47.0]]))
    assert moving.tolist() == [0]
    assert seats.tolist() == [[55.0, 55.0]]


def test_a_crowd_in_one_place_is_scattered_and_all_others_stay() -> None:
    few = np.array([[10.0, 10.0], [11.0, 10.0], [200.0, 90.0]])
    assert np.array_equal(scatter(few, 26.0), few)
    crowd = np.vstack([few, np.full((5000, 2), 300.0)])
    scattered = scatter(crowd, 26.0)
    assert np.array_equal(scattered[: 3 + CROWD], crowd[: 3 + CROWD])
    # Pairs in one place would else be as many as the square of them, 12.5 million.
    assert len(cKDTree(scattered).query_pairs(26.0, output_type="ndarray")) < 500_000


def test_a_cell_amid_taken_ones_is_crowded() -> None:
    lattice = Lattice(Region(0, 0, 60, 60), 36)
    assert not lattice.crowded().any()
    lattice.take(np.array([[35.0, 35.0]]))
    crowded = lattice.crowded()
    assert crowded[3, 3] == crowded.max() > crowded[3, 4] > crowded[3, 5] > crowded[3, 0] == 0
    lattice.taken[:] = True
    assert crowded.max() < lattice.crowded()[3, 3] == 1.0
