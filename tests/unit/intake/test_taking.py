"""What readers sent in becomes changed records: what they changed, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.intake import Intake, Issue
from tests.conftest import build_project, make_project
from tests.issues import TODAY, body, decided, paper_body, prefilled, taken

GROW = "catalogue/papers/grow-slowly.yml"
STORMS = "storms-gently-introduced"
NEW = {
    "title": "Counting sheep: a study",
    "authors": "Ada Example\nBen Sample",
    "year": "2030",
    "venue": "Journal of Invented Results",
    "kind": "method",
    "topics": "Network gardening",
    "summary": "Counts sheep.",
    "links": "code: https://example.org/sheep",
    "identifiers": "arXiv: 2401.01234",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def recorded(project: Path, text: str = "") -> Path:
    """Write a record of a paper that a listing has."""
    path = project / "catalogue" / "papers" / f"{STORMS}.yml"
    title = decided(project).catalogue.by_id[STORMS].work.title.plain
    path.write_text(f"title: '{title}'\nsummary: Storms.\n{text}", "utf-8")
    return path


def correction(project: Path, number: int, paper: str = "grow-slowly", **answers: str) -> Issue:
    """Return a correction of a form that was filled in and then changed."""
    given = prefilled(project, paper) | answers
    return Issue(number, body=body({name: text for name, text in given.items() if text}))


def diff(before: str, after: str) -> list[str]:
    """Return the lines that differ."""
    old, new = before.split("\n"), after.split("\n")
    return [f"- {line}" for line in old if line not in new] + [
        f"+ {line}" for line in new if line not in old
    ]


def whys(made: Intake) -> list[str]:
    return [why for o in made.outcomes for why in (*o.draft.wrong, *o.draft.conflicts)]


def test_a_form_that_nobody_changed_changes_nothing(project: Path) -> None:
    before = {path: path.read_bytes() for path in (project / "catalogue").rglob("*.yml")}
    papers = [paper.id for paper in decided(project).catalogue.papers]
    assert len(papers) == 6
    made = taken(project, [correction(project, n, id_) for n, id_ in enumerate(papers, 1)])
    assert not made.records
    assert whys(made) == ["it changes no field; what it says is for people to read"] * 6
    assert {path: path.read_bytes() for path in (project / "catalogue").rglob("*.yml")} == before


@pytest.mark.parametrize(
    ("answers", "changes"),
    [
        ({"year": "2030"}, ["- year: 2031", "+ year: 2030"]),
        (
            {"authors": "Ada Quill\nJosé Ñandú\nO'Brien & Sons\nCy Example"},
            [
                "- authors: [Ada Quill, José Ñandú, O'Brien & Sons]",
                "+ authors: [Ada Quill, José Ñandú, O'Brien & Sons, Cy Example]",
            ],
        ),
        ({"kind": "analysis"}, ["- kind: method", "+ kind: analysis"]),
        ({"kind": "-"}, ["- kind: method"]),
        (
            {"topics": "Weather in networks"},
            ["- topics: [gardening, weather]", "+ topics: [weather]"],
        ),
        (
            {"identifiers": "doi: 10.5555/grow.2031\narxiv: 2401.01234"},
            ['+   arxiv: "2401.01234"'],
        ),
        (
            {
                "links": "code: https://github.com/example/grow_slowly\n"
                "project: https://example.org/demo_%28old%29"
            },
            [
                '-   project: ["https://example.org/grow?a=1&b=2",'
                ' "https://example.org/demo_(old)"]',
                "+   project: https://example.org/demo_(old)",
            ],
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_field_that_is_changed_is_changed_alone(
    project: Path, answers: dict[str, str], changes: list[str]
) -> None:
    before = (project / GROW).read_text("utf-8")
    made = taken(project, [correction(project, 3, **answers)])
    assert [outcome.taken for outcome in made.outcomes] == [True]
    assert diff(before, (project / GROW).read_text("utf-8")) == changes
    assert list(made.records) == ["grow-slowly.yml"]


def test_a_value_that_the_reader_left_stays_what_the_record_says_by_now(project: Path) -> None:
    opened = correction(project, 3, venue="Annals of Sheep")
    file = project / GROW
    file.write_text(file.read_text("utf-8").replace("year: 2031", "year: 2030"), "utf-8")
    taken(project, [opened])
    text = file.read_text("utf-8")
    assert "year: 2030\n" in text
    assert "venue: Annals of Sheep\n" in text


def test_what_both_changed_is_a_conflict_and_the_issue_is_left(project: Path) -> None:
    opened = correction(project, 3, year="2029", venue="Annals of Sheep")
    file = project / GROW
    file.write_text(file.read_text("utf-8").replace("year: 2031", "year: 2030"), "utf-8")
    before = file.read_bytes()
    made = taken(project, [opened])
    assert whys(made) == [
        "Year: the form says one thing, and it was changed meanwhile; decide, and correct the issue"
    ]
    assert file.read_bytes() == before


def test_without_what_the_form_held_the_present_values_count(project: Path) -> None:
    made = taken(project, [correction(project, 3, base="", year="2030")])
    assert [change.field for change in made.outcomes[0].draft.changes] == ["year"]


def test_a_mark_and_the_line_ends_of_windows_stay(project: Path) -> None:
    file = project / GROW
    windows = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(windows)
    taken(project, [correction(project, 3, year="2030")])
    assert file.read_bytes() == windows.replace(b"year: 2031", b"year: 2030")


def test_one_name_that_could_be_several_is_one_where_the_paper_has_it(project: Path) -> None:
    path = recorded(project, 'authors: ["Ada Quill, University of Ponds"]\n')
    made = taken(project, [correction(project, 3, STORMS, base="", venue="Annals of Storms")])
    assert whys(made) == []
    two = "Ada Quill, University of Ponds\nBen Sample"
    assert whys(taken(project, [correction(project, 4, STORMS, authors=two)])) == []
    assert "authors: ['Ada Quill, University of Ponds', Ben Sample]" in path.read_text("utf-8")


def test_issues_on_one_paper_are_taken_one_after_the_other(project: Path) -> None:
    issues = [
        correction(project, 5, year="2029"),
        correction(project, 3, year="2030", kind="analysis"),
        correction(project, 4, venue="Annals of Sheep"),
        correction(project, 6, base="", year="2028"),
        correction(project, 7, year="2030", comment="The same again."),
    ]
    made = taken(project, sorted(issues, key=lambda issue: issue.number))
    assert [(o.draft.issue.number, o.taken) for o in made.outcomes] == [
        (3, True), (4, True), (5, False), (6, False), (7, False),
    ]  # fmt: skip
    # Without what the form held, nobody knows that reader 6 left the venue and the kind.
    assert whys(made) == [
        f"{label}: the form says one thing, and issue {number} makes it otherwise; decide, and"
        " correct the issue"
        for label, number in (("Year", 3), ("Year", 3), ("Venue", 4), ("Kind", 3))
    ] + ["it changes no field; what it says is for people to read"]
    text = (project / GROW).read_text("utf-8")
    assert "year: 2030\nvenue: Annals of Sheep\nkind: analysis\n" in text


@pytest.mark.parametrize(
    "page",
    [
        "https://example.org/papers/papers/grow-slowly/",
        "http://localhost:8000/papers/grow-slowly/index.html#cite",
        "/papers/grow-slowly",
        "grow-slowly",
        "https://doi.org/10.5555/GROW.2031",
        "growing... GROW² slowly: grafting without a plan",
        "grow² SLOWLY: grafting *without* a plan",
    ],
)
def test_the_paper_is_found_by_what_people_write(project: Path, page: str) -> None:
    made = taken(project, [correction(project, 3, page=page, year="2030")])
    found = page != "growing... GROW² slowly: grafting without a plan"
    assert made.outcomes[0].taken is found
    if not found:
        assert "is no paper of this catalogue" in whys(made)[0]


def test_a_paper_is_found_by_the_address_that_it_had(project: Path) -> None:
    build_project(project)
    opened = correction(project, 3, year="2030")
    file = project / GROW
    file.rename(file.with_name("grow-quickly.yml"))
    made = taken(project, [opened])
    assert (made.outcomes[0].draft.paper, made.outcomes[0].taken) == ("grow-quickly", True)
    assert "year: 2030\n" in file.with_name("grow-quickly.yml").read_text("utf-8")


def test_a_paper_that_is_not_named_is_found_by_what_the_fields_say(project: Path) -> None:
    made = taken(project, [correction(project, 3, page="", year="2030")])
    assert made.outcomes[0].draft.paper == "grow-slowly"
    nothing = Issue(4, body="### Page\n\n_No response_\n\n### Year\n\n2030")
    assert "it does not say which paper" in whys(taken(project, [nothing]))[0]


def test_a_paper_without_a_record_gets_one_of_what_changed(project: Path) -> None:
    name = "storms-gently-introduced"
    without = taken(project, [correction(project, 3, name, year="2029")])
    assert "the paper has no record yet" in whys(without)[0]
    entries = decided(project).catalogue.by_id[name].entries
    made = taken(project, [correction(project, 3, name, year="2029", summary="Storms, gently.")])
    assert whys(made) == []
    text = (project / "catalogue" / "papers" / f"{name}.yml").read_text("utf-8")
    assert text.startswith("title: ")
    assert text.endswith("\nsummary: >-\n  Storms, gently.\nyear: 2029\n")
    now = decided(project).catalogue.by_id[name]
    assert set(entries) < set(now.entries)
    assert now.work.year == 2029


def test_a_title_that_would_part_a_paper_from_its_sources_is_not_taken(project: Path) -> None:
    path = recorded(project)
    made = taken(
        project,
        [
            correction(project, 3, STORMS, paper_title="Something else entirely"),
            correction(project, 4, STORMS, venue="Annals of Storms"),
        ],
    )
    assert [outcome.taken for outcome in made.outcomes] == [False, True]
    assert "the record would no longer be one paper with compact.txt:3; say in" in whys(made)[0]
    assert path.read_text("utf-8").endswith("\nsummary: Storms.\nvenue: Annals of Storms\n")


def test_a_new_title_takes_the_identifiers_along_that_tell_the_paper(project: Path) -> None:
    (project / "sources" / "refs.bib").write_text(
        "@article{a, title={Counting Sheep}, author={Example, Ada}, doi={10.1234/sheep}}\n", "utf-8"
    )
    paper = decided(project).catalogue.by_id["counting-sheep"]
    title = "The Weight of Wool"
    made = taken(project, [correction(project, 3, paper.id, paper_title=title, summary="Of it.")])
    assert whys(made) == []
    now = decided(project).catalogue.by_id[paper.id]
    assert now.work.title.plain == title
    assert set(paper.entries) < set(now.entries)


def test_names_keep_the_parts_and_ids_that_the_record_gives_them(project: Path) -> None:
    path = recorded(
        project,
        "authors:\n"
        "  - {family: van Quill, given: Ada, orcid: 0000-0002-1825-0097}\n"
        "  - {literal: The Storm Group}\n",
    )
    made = taken(
        project,
        [correction(project, 3, STORMS, authors="The Storm Group\nAda van Quill\nCy Example")],
    )
    assert whys(made) == []
    assert path.read_text("utf-8").endswith(
        "authors: [{literal: The Storm Group}, {family: van Quill, given: Ada, orcid:"
        " 0000-0002-1825-0097},\n  Cy Example]\n"
    )


def test_what_the_page_will_say_otherwise_is_told(project: Path) -> None:
    made = taken(project, [correction(project, 3, venue="Annals of <i>Sheep</i>")])
    assert 'venue: the page will say "Annals of Sheep"' in made.outcomes[0].found


def test_what_another_source_says_cannot_be_taken_away_and_that_is_told(project: Path) -> None:
    found = decided(project).catalogue
    paper = next(
        p for p in found.papers if p.work.authors and not any(e.by_hand for e in p.entries)
    )
    made = taken(project, [correction(project, 3, paper.id, authors="-", summary="Of it.")])
    assert "and a record cannot take it away" in whys(made)[0]
    assert "sources/" in whys(made)[0]


def test_a_new_paper_gets_a_record(project: Path) -> None:
    issue = Issue(8, body=paper_body(NEW))
    made = taken(project, [issue])
    assert whys(made) == []
    path = project / "catalogue" / "papers" / "counting-sheep-a-study.yml"
    assert path.read_text("utf-8") == (
        "title: 'Counting sheep: a study'\n"
        "summary: >-\n"
        "  Counts sheep.\n"
        "authors: [Ada Example, Ben Sample]\n"
        "year: 2030\n"
        "venue: Journal of Invented Results\n"
        "kind: method\n"
        "topics: [gardening]\n"
        "links:\n"
        "  code: https://example.org/sheep\n"
        "identifiers:\n"
        '  arxiv: "2401.01234"\n'
        f"added: {TODAY}\n"
    )
    again = taken(project, [replace(issue, number=9)])
    assert whys(again) == ["the catalogue has it: papers/counting-sheep-a-study/"]


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"identifiers": "10.5555/grow.2031"}, "the catalogue has it: papers/grow-slowly/"),
        ({"title": "Storms, gently introduced"}, "the catalogue has it: papers/storms-gently"),
        ({"summary": ""}, "Summary: is missing"),
        ({"topics": "cows"}, 'topics: "cows" is no topic of topics.yml'),
        ({"year": "20x4"}, 'year: "20x4" is not a year (write four digits)'),
        ({"kind": "odd"}, 'kind: "odd" is not one of the known values'),
        ({"links": "https://a.org"}, "does not say what it leads to"),
    ],
)
def test_a_new_paper_that_cannot_be_taken_says_why(
    project: Path, answers: dict[str, str], why: str
) -> None:
    good = Issue(9, body=paper_body(NEW | {"title": "Another paper", "identifiers": ""}))
    made = taken(project, [Issue(8, body=paper_body(NEW | answers)), good])
    assert [outcome.taken for outcome in made.outcomes] == [False, True]
    assert why in " ".join(whys(made))


def test_an_address_that_was_taken_out_is_not_given_again(project: Path) -> None:
    build_project(project)
    (project / "catalogue" / "papers" / "hostile.yml").unlink()
    made = taken(project, [Issue(8, body=paper_body(NEW | {"title": "Hostile"}))])
    assert whys(made) == [
        "papers/hostile/ was taken out of the catalogue; decide whether it comes back"
    ]


def test_one_paper_sent_in_twice_is_added_once(project: Path) -> None:
    made = taken(project, [Issue(8, body=paper_body(NEW)), Issue(9, body=paper_body(NEW))])
    assert [outcome.taken for outcome in made.outcomes] == [True, False]
    assert whys(made) == ["issue 8 adds it already: papers/counting-sheep-a-study/"]


def test_a_paper_that_the_merging_takes_for_another_is_not_added(project: Path) -> None:
    before = decided(project).catalogue.by_id["grow-slowly"]
    other = {
        "title": "Grow² slowly, grafting without a plan",
        "authors": "\n".join(name.natural for name in before.work.authors),
        "year": "2031",
        "venue": "Journal of Invented Results",
        "summary": "Grafts.",
    }
    made = taken(project, [Issue(8, body=paper_body(other)), Issue(9, body=paper_body(NEW))])
    assert whys(made) == ["the catalogue has it: papers/grow-slowly/"]
    assert list(made.records) == ["counting-sheep-a-study.yml"]


def test_what_check_finds_of_a_record_is_told_and_stops_nothing(project: Path) -> None:
    made = taken(project, [correction(project, 3, year="2099")])
    (outcome,) = made.outcomes
    assert outcome.taken
    assert outcome.found[0].startswith("catalogue/papers/grow-slowly.yml:6: year: 2099")


@pytest.mark.parametrize("text", ["", "Please fix it!", "### Bug\n\nIt is broken"])
def test_an_issue_that_is_no_form_is_left(project: Path, text: str) -> None:
    assert "it is none of the forms" in whys(taken(project, [Issue(1, body=text)]))[0]


def test_hostile_values_stand_in_the_record_as_the_signs_they_are(project: Path) -> None:
    hostile = "a: b # c {{ x }} <b> `d` | > & * ! % @ \"e\" 'f' \\n ${{ g }}"
    made = taken(project, [correction(project, 3, venue=hostile, summary=f"- {hostile}")])
    assert whys(made) == []
    found = decided(project).catalogue.by_id["grow-slowly"]
    assert found.work.venue.plain == hostile
    assert found.curation.summary.plain == f"- {hostile}"
