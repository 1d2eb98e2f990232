"""Unpaywall: what it is asked, and what its DOIs come to."""

from __future__ import annotations

import pytest

from generator.services.failures import NotAnAnswer
from generator.services.unpaywall import UNPAYWALL
from tests.unit.services.answering import CONTACT, NOBODY, WITH_ALL, answer, asked, said


def test_a_doi_is_asked_for_alone_with_the_address_of_who_asks() -> None:
    question = UNPAYWALL.question(asked("doi:10.1234/a<b>c"), WITH_ALL)
    assert (question.path, question.params, question.may_miss) == (
        "v2/10.1234/a%3Cb%3Ec", (), True,
    )  # fmt: skip
    assert question.secret_params == (("email", CONTACT),)
    both = asked("doi:10.5555/a", "doi:10.5555/b")
    assert [len(batch) for batch in UNPAYWALL.batches(both)] == [1, 1]


def test_without_an_address_it_cannot_be_asked() -> None:
    assert UNPAYWALL.missing(WITH_ALL) == ""
    assert "CATALOGUE_CONTACT" in UNPAYWALL.missing(NOBODY)


def test_dois_of_arxiv_are_not_asked_for() -> None:
    of_arxiv, other = asked("doi:10.48550/arxiv.2101.00010", "doi:10.1234/a")
    assert (UNPAYWALL.takes(of_arxiv), UNPAYWALL.takes(other)) == (False, True)


def test_what_a_doi_says() -> None:
    came = {
        "doi": "10.1234/a",
        "doi_url": "https://doi.org/10.1234/a",
        "title": "Counting sheep",
        "is_oa": True,
        "best_oa_location": {"url_for_pdf": "https://sheep.example.org/1.pdf"},
        "oa_locations": [],
    }
    assert said(UNPAYWALL, came, "doi:10.1234/a") == {
        "title": "Counting sheep",
        "doi": "10.1234/a",
        "pdf:": "https://sheep.example.org/1.pdf",
    }


@pytest.mark.parametrize("body", [[], "1", None])
def test_another_shape_is_no_answer(body: object) -> None:
    with pytest.raises(NotAnAnswer):
        UNPAYWALL.answers(answer(body), asked("doi:10.5555/a"))
