"""Whether what came is the paper that was asked for, by its identifier and its title."""

from __future__ import annotations

import pytest

from generator.problems import Place
from generator.services.right_work import by_identifier, identifiers_of, refusal
from generator.sources.said import Said
from generator.values.asked import TITLE, Asked
from generator.values.identifier import Identifier
from generator.values.name import Name
from tests import given

SHEEP = Asked("arxiv", "2101.00010")
LONG = "Counting Sheep with Small Neural Networks on Aerial Pictures"


def work(title: object = LONG, authors: tuple[str, ...] = (), **identifiers: str) -> Said:
    values = {"title": title, "authors": list(authors), **identifiers}
    return Said(Place("service"), values)


def told(title: object, *known: str) -> str:
    return refusal(SHEEP, work(title, arxiv="2101.00010"), known)


def told_by_title(asked: str, there: str, *, known: str = "", authors: str = "") -> str:
    names = authors_of(tuple(known.split(" and "))) if known else ()
    by = tuple(authors.split(" and ")) if authors else ()
    return refusal(Asked(TITLE, asked), work(there, by, arxiv="2101.00010"), (), names)


def authors_of(names: tuple[str, ...]) -> tuple[Name, ...]:
    return given.work(authors=names).authors


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (LONG, LONG.upper()),
        (LONG, "Counting sheep with small neural networks on aerial pictures."),
        (LONG, f"FlockNet: {LONG}"),
        (LONG, f"{LONG} (Extended Abstract)"),
        (LONG, f"{LONG} (Student Abstract)"),
        (LONG, f"RETRACTED: {LONG}"),
        (LONG, f"{LONG}: A Large Study of Many Farms, Meadows and Hills in Many Countries"),
        (LONG, "Counting Sheep by Small Networks in Aerial Pictures"),
        (r"Sheep in $O(n \log n)$ Time on Pictures", "Sheep in O(n log n) time on pictures"),
        ("Z\u00e4hlen von Schafen auf Luftbildern", 'Z{\\"a}hlen von Schafen auf Luftbildern'),
        ("FlockNet", "FlockNet: Counting Sheep from the Air"),
        ("Flocks", "FLOCKS"),
        ("Segment Sheep", "SAS: Segment Sheep"),
    ],
)
def test_a_preprint_and_its_publication_may_differ_as_they_often_do(here: str, there: str) -> None:
    assert told(there, here) == ""
    assert told(here, there) == ""


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (LONG, "Counting Goats with Large Language Models"),
        (LONG, f"Erratum to: {LONG}"),
        (LONG, f"Reply to: {LONG}"),
        ("A Study of Sheep, Part I", "A Study of Sheep, Part II"),
        ("Progressive Sheep Search", "Wolf Compression with Sheep Search"),
        ("Progressive Woolly Architecture Search", "Binarized Woolly Architecture Search"),
        ("Position: Sheep Count", "Position: Wolves Do Not"),
        ("Sheep", "Goats"),
        ("Editorial", "Editorial: What Came in This Year"),
        (LONG, "…"),
        (LONG, "\u7f8a\u306e\u6570\u3048\u65b9"),
    ],
)
def test_another_paper_is_refused_with_both_titles(here: str, there: str) -> None:
    reason = told(there, here)
    assert reason.startswith("arxiv:2101.00010 has another title there: ")
    assert f'"{there}"' in reason
    assert f'here "{here}"' in reason


def test_one_of_several_known_titles_is_enough_and_all_are_told() -> None:
    assert told(LONG, "Goats", LONG) == ""
    assert told("Wolves", "Goats", "Sheep").endswith('here "Goats" and "Sheep"')


def test_where_no_title_is_known_each_is_right() -> None:
    assert told("Anything at all") == ""


@pytest.mark.parametrize("title", [None, "", " ", 7, ["Sheep"], {"a": "b"}, "<i></i>"])
def test_what_has_no_title_is_no_answer(title: object) -> None:
    assert told(title) == "what came for arxiv:2101.00010 has no title"


def test_a_work_of_another_identifier_is_refused_whatever_its_title() -> None:
    said = work(doi="10.48550/arXiv.2101.99999")
    assert refusal(SHEEP, said, (LONG,)) == (
        f'asked for arxiv:2101.00010, it gave arxiv:2101.99999: "{LONG}"'
    )
    said = work(doi="10.1234/sheep")
    assert "it gave doi:10.1234/sheep" in refusal(SHEEP, said, (LONG,))
    assert "it gave what has no identifier" in refusal(SHEEP, work(), (LONG,))
    assert "it gave what has no identifier" in refusal(SHEEP, work(arxiv="soon"), (LONG,))


def test_a_doi_of_arxiv_or_the_acl_anthology_means_their_id() -> None:
    assert refusal(Asked("arxiv", "2101.00010"), work(doi="10.48550/arXiv.2101.00010v2")) == ""
    assert refusal(Asked("doi", "10.48550/arxiv.2101.00010"), work(arxiv="2101.00010")) == ""
    assert refusal(Asked("acl", "P19-1001"), work(doi="10.18653/v1/P19-1001")) == ""
    assert refusal(Asked("doi", "10.18653/v1/p19-1001"), work(acl="P19-1001")) == ""


def test_identifiers_are_those_of_fields_not_those_of_addresses() -> None:
    said = work(doi="https://doi.org/10.1234/SHEEP", arxiv="nothing", acl="P19-1001")
    assert identifiers_of(said) == {
        Identifier("doi", "10.1234/sheep"),
        Identifier("acl", "P19-1001"),
    }


@pytest.mark.parametrize(
    "there",
    [LONG, LONG.upper(), f"{LONG}.", LONG.replace("Networks", "Network"),
     LONG.replace("Pictures", "Picturs"), LONG.replace("Counting Sheep", "Counting \\emph{Sheep}")],
)  # fmt: skip
def test_by_a_title_the_same_title_in_another_spelling_is_found(there: str) -> None:
    assert told_by_title(LONG, there) == ""


@pytest.mark.parametrize(
    "there",
    [f"FlockNet: {LONG}", f"{LONG} (Extended Abstract)", f"{LONG}: A Study", f"Erratum to: {LONG}",
     LONG.replace("Small", "Large"), LONG.replace("Small", "3"), f"{LONG}, Part II", "Wolves",
     f"Retracted: {LONG}"],
)  # fmt: skip
def test_by_a_title_what_is_only_near_is_refused_with_both(there: str) -> None:
    assert told_by_title(LONG, there) == f'asked for "{LONG}", it gave "{there}"'
    assert told_by_title(there, LONG) == f'asked for "{there}", it gave "{LONG}"'


def test_by_a_title_other_authors_speak_against_a_paper() -> None:
    known = "Ada Example and Ben Sample"
    assert told_by_title(LONG, LONG, known=known, authors="Ben Sample and Ada Example") == ""
    reason = told_by_title(LONG, LONG, known=known, authors="Cleo Instance")
    assert reason == f'"{LONG}" is of other authors there: Cleo Instance; here Ada Example'


@pytest.mark.parametrize(
    "title", ["Sheep", "Counting Sheep", "FlockNet", "Preface", "Guest Editorial"]
)
def test_titles_that_several_papers_may_have_need_an_author(title: str) -> None:
    assert told_by_title(title, title).endswith("give an identifier instead")
    assert told_by_title(title, title, known="Ada Example").endswith("identifier instead")
    assert told_by_title(title, title, known="Ada Example", authors="A. Example") == ""


def test_works_are_given_to_those_whose_identifier_they_carry() -> None:
    doi = Asked("doi", "10.1234/sheep")
    both = work(doi="10.1234/sheep", arxiv="2101.00010")
    other = work(doi="10.1234/goats")
    assert by_identifier([doi, SHEEP], [other, both]) == {doi: (both,), SHEEP: (both,)}
    # What came for one alone is told as what came in its place.
    assert by_identifier([SHEEP], [other]) == {SHEEP: (other,)}
    assert by_identifier([SHEEP], []) == {}
