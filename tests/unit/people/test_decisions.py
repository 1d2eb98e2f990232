"""What catalogue/people.yml may say, and that it beats everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.people import People, load_people
from generator.people.decisions import NO_DECISIONS
from generator.people.verdict import Reason
from generator.problems import Problems, Severity
from generator.values.paper import Paper
from tests.unit.people.given import are_one, many_names, paper, who, with_orcid

ONE, TWO = "0000-0002-1825-0097", "0000-0001-5109-3700"
PAPERS = [
    *many_names(),
    paper("one", "Wei Wang", year=2001),
    paper("two", "Wei Wang", year=2002),
    paper("three", "Wei Wang", year=2003),
    paper("four", "Ada Quill", "Ben Sample"),
    paper("five", "Ada Quill", year=2010),
    paper("six", "Ada Sample"),
]


def decided(text: str, folder: Path, papers: list[Paper] = PAPERS) -> tuple[People, list[str]]:
    path, problems = folder / "people.yml", Problems()
    path.write_text(text, encoding="utf-8")
    decisions = load_people(path, "catalogue/people.yml", problems)
    found = who(papers, decisions, problems)
    return found, [f"{problem.severity.name.lower()}: {problem}" for problem in problems]


def test_missing_and_empty_files_decide_nothing(tmp_path: Path) -> None:
    problems = Problems()
    assert load_people(tmp_path / "none.yml", "none.yml", problems) == NO_DECISIONS
    for text in ("", "# nothing yet\n", "same:\ndifferent:\nprefer:\n"):
        found, told = decided(text, tmp_path)
        assert not told
        assert found.people == who(PAPERS).people
    assert not list(problems)


@pytest.mark.parametrize(
    "people",
    [
        "[Ada Quill, Ada Sample]",
        "['Quill, Ada', ada sample]",
        "[ada-quill, authors/ada-sample/]",
        "[{name: Ada Quill, papers: [four, five]}, {name: Ada Sample, papers: [six]}]",
    ],
)
def test_same_makes_one_person_of_any_names(people: str, tmp_path: Path) -> None:
    found, told = decided(f"same:\n  - people: {people}\n    why: She married.\n", tmp_path)
    assert not told
    assert are_one(found, ("four", 0), ("six", 0))
    assert are_one(found, ("four", 0), ("five", 0))
    assert Reason.DECISION in {joined.reason for joined in found.joined(found.of["six"][0])}


def test_former_addresses_of_who_became_one_lead_on(tmp_path: Path) -> None:
    found, _ = decided("same:\n  - people: [Ada Quill, Ada Sample]\n", tmp_path)
    assert found.signposts["ada-sample"] == "ada-quill"


def test_an_orcid_names_a_person(tmp_path: Path) -> None:
    papers = [with_orcid("a", "Ada Quill", ONE), paper("b", "Ada Sample")]
    found, told = decided(f"same:\n  - people: ['{ONE}', Ada Sample]\n", tmp_path, papers)
    assert not told
    assert are_one(found, ("a", 0), ("b", 0))


def test_same_on_one_name_says_that_all_who_have_it_are_one(tmp_path: Path) -> None:
    found, told = decided("same:\n  - people: [Wei Wang]\n", tmp_path)
    assert not told
    assert found.of["one"] == found.of["two"] == found.of["three"] == ("wei-wang",)


def test_a_name_that_stands_twice_on_a_paper_is_no_mistake_of_a_decision(tmp_path: Path) -> None:
    papers = [paper("a", "Ada Quill", "Ben Sample", "Ada Quill"), paper("b", "Ada Sample")]
    found, told = decided("same:\n  - people: [Ada Quill, Ada Sample]\n", tmp_path, papers)
    assert not told
    assert are_one(found, ("a", 0), ("b", 0))
    assert not are_one(found, ("a", 0), ("a", 2))


def test_same_beats_orcids(tmp_path: Path) -> None:
    papers = [with_orcid("a", "Ada Quill", ONE), with_orcid("b", "Ada Quill", TWO)]
    found, told = decided(f"same:\n  - people: ['{ONE}', '{TWO}']\n", tmp_path, papers)
    assert not told
    assert are_one(found, ("a", 0), ("b", 0))


def test_different_beats_a_rare_name_and_an_orcid(tmp_path: Path) -> None:
    text = "different:\n  - people: [{name: Ada Quill, papers: [four]}, Ada Quill]\n"
    found, told = decided(text, tmp_path)
    assert not told
    assert not are_one(found, ("four", 0), ("five", 0))
    reason = found.between(found.of["four"][0], found.of["five"][0]).reason
    assert reason is Reason.DECISION
    papers = [with_orcid("four", "Ada Quill", ONE), with_orcid("five", "Ada Quill", ONE)]
    assert not are_one(decided(text, tmp_path, papers)[0], ("four", 0), ("five", 0))


def test_who_is_named_with_papers_under_different_is_one_person(tmp_path: Path) -> None:
    text = (
        "different:\n  - people:\n"
        "      - {name: Wei Wang, papers: [one, two]}\n"
        "      - {name: Wei Wang, papers: [three]}\n"
    )
    found, told = decided(text, tmp_path)
    assert not told
    assert are_one(found, ("one", 0), ("two", 0))
    assert not are_one(found, ("one", 0), ("three", 0))


def test_prefer_says_how_a_person_is_printed_and_where(tmp_path: Path) -> None:
    text = "prefer:\n  - person: Ada Quill\n    name: Ada B. Quill\n    slug: quill-the-elder\n"
    found, told = decided(text, tmp_path)
    assert not told
    person = next(p for p in found.people if p.slug == "quill-the-elder")
    assert person.name.natural == "Ada B. Quill"
    assert [name.natural for name in person.variants] == ["Ada Quill"]
    assert found.of["four"][0] == "quill-the-elder"
    assert found.signposts["ada-quill"] == "quill-the-elder"


def test_a_pinned_address_is_taken_from_nobody_else(tmp_path: Path) -> None:
    text = "prefer:\n  - person: {name: Wei Wang, papers: [two]}\n    slug: wei-wang\n"
    found, told = decided(text, tmp_path)
    assert not told
    assert found.of["two"] == ("wei-wang",)
    assert len({found.of[paper] for paper in ("one", "two", "three")}) == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "same:\n  - people: [Ada Quil, Ada Sample]\n",
            "warning: catalogue/people.yml:2: no author is named"
            ' "Ada Quil" (did you mean "Ada Quill"?)',
        ),
        (
            "same:\n  - people: [{name: Ada Quill, papers: [fuor]}, Ada Sample]\n",
            'no paper has the id "fuor" (did you mean "four"?)',
        ),
        (
            "same:\n  - people: [{name: Ada Quill, papers: [six]}, Ada Sample]\n",
            '"Ada Quill" is no author of "six"',
        ),
        (
            "same:\n  - people: [Ada Quill, Ben Sample]\n",
            '"Ada Quill" and "Ben Sample" both wrote four',
        ),
        (
            "same:\n  - people: [Ada Quill, Ada Sample]\n"
            "different:\n  - people: [Ada Quill, Ada Sample]\n",
            "error: catalogue/people.yml:4: says that",
        ),
        (
            "different:\n  - people: [Ada Quill, ada quill]\n",
            "error: catalogue/people.yml:2: two of its names stand for one author",
        ),
        ("prefer:\n  - person: Wei Wang\n    slug: wei\n", '"Wei Wang" is 3 people'),
        ("prefer:\n  - person: Ada Quill\n", "nothing is preferred"),
        ("prefer:\n  - person: Ada Quill\n    slug: Ada Quill\n", '"Ada Quill" is no address'),
        ("prefer:\n  - person: Ada Quill\n    slug: index\n", "reserved"),
        (
            "prefer:\n  - {person: Ada Quill, slug: ada}\n  - {person: Ada Sample, slug: ada}\n",
            "slug: ada is given to two people",
        ),
        (
            "prefer:\n  - {person: Ada Quill, slug: ben-sample}\n",
            "warning: catalogue/people.yml:2: slug: ben-sample is the address of another person,"
            " whose page moves to ben-sample-",
        ),
        (
            "prefer:\n  - {person: Ada Quill, name: Ada B. Quill}\n"
            "  - {person: ada-quill, name: Ada C. Quill}\n",
            'people.yml:3: another item gives "ada-quill" a name, which counts',
        ),
        (
            "prefer:\n  - {person: Ada Quill, slug: aq-quill}\n"
            "  - {person: Ada Quill, slug: quill-ada}\n",
            'people.yml:3: another item gives "Ada Quill" a slug, which counts',
        ),
        ("prefer:\n  - {person: Ada Quill, name: '???'}\n", '"???" is no name'),
        (
            "different:\n  - people: [Ada Quill, {name: Ada Quill, papers: [four, five]}]\n",
            'people.yml:2: "Ada Quill" wrote no other papers than those named here',
        ),
        (
            "different:\n"
            "  - people: [{name: Wei Wang, papers: [one, two]},"
            " {name: Wei Wang, papers: [three]}]\n"
            "  - people: [{name: Wei Wang, papers: [one]}, {name: Wei Wang, papers: [two]}]\n",
            "error: catalogue/people.yml:3: says that",
        ),
        ("same:\n  - people: []\n", "is not a list of 1 or more"),
        ("different:\n  - people: [Ada Quill]\n", "is not a list of 2 or more"),
        ("same:\n  - people: ['  ', Ada Quill]\n", "nobody is named"),
        ("same:\n  - person: [Ada Quill]\n", "same[1].person: is not a known field"),
        ("same:\n  - people: [{nam: Ada Quill}, Ada Sample]\n", "nam: is not a known field"),
        ("same:\n  - people: [7, Ada Sample]\n", '"7" names nobody (put a name between quotes)'),
        ("sames: []\n", "did you mean"),
        ("- Ada Quill\n", "the file is a list"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_what_to_do(
    text: str, said: str, tmp_path: Path
) -> None:
    _, told = decided(text, tmp_path)
    assert any(said in line for line in told), told


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    text = "same:\n  - people: []\nprefer:\n  - person: Ada Quill\nothers: []\n"
    _, told = decided(text, tmp_path)
    assert len(told) == 3
    assert all(line.startswith(Severity.ERROR.name.lower()) for line in told)
    assert [line.split(":")[2] for line in told] == ["2", "4", "5"]
