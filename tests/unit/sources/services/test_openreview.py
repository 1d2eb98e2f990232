"""OpenReview's notes, and lists made of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.sources.services.answers import only, read

BIBTEX = """@inproceedings{example2024,
title={{S}heep},
booktitle={The First Conference on Sheep},
year={2024}
}"""


def note(**content: Any) -> dict[str, Any]:
    """A note of the second version of the API."""
    said = {
        "title": "Counting sheep",
        "authors": ["Ada Example", "Ben Sample"],
        "authorids": ["~Ada_Example1", "ben@example.org"],
        "keywords": ["sheep", "counting"],
        "TLDR": "Sheep.",
        "abstract": "We count $n$ sheep.",
        "venue": "ICIR 2024 poster",
        "venueid": "ICIR.cc/2024/Conference",
        "pdf": "/pdf/0a1b.pdf",
        "_bibtex": BIBTEX,
        **content,
    }
    values = {name: {"value": value} for name, value in said.items() if value is not None}
    return {
        "id": "aBcD1234ef", "forum": "aBcD1234ef", "cdate": 1695500000000, "content": values,
        "invitations": ["ICIR.cc/2024/Conference/-/Submission"],
    }  # fmt: skip


def test_a_note_of_the_second_version() -> None:
    assert only({"notes": [note()], "count": 1}) == {
        "title": "Counting sheep",
        "authors": ["Ada Example", "Ben Sample"],
        "year": "2024",
        "venue": "ICIR",
        "container_title": "The First Conference on Sheep",
        "keywords": ["sheep", "counting"],
        "abstract": "We count n sheep.",
        "type": "paper-conference",
        "openreview": "aBcD1234ef",
        "pdf:": ["https://openreview.net/pdf/0a1b.pdf"],
    }


def test_a_note_of_the_first_version() -> None:
    first = {
        "id": "aBcD1234ef", "forum": "aBcD1234ef", "tcdate": 1538087999000,
        "invitation": "ICIR.cc/2019/Conference/-/Blind_Submission",
        "content": {"title": "Sheep", "authors": ["Ada Example"], "pdf": "https://sheep.example.org/1"},
    }  # fmt: skip
    assert only([first]) == {
        "title": "Sheep",
        "authors": ["Ada Example"],
        "year": "2018",
        "type": "article",
        "openreview": "aBcD1234ef",
        "pdf:": ["https://sheep.example.org/1"],
    }


@pytest.mark.parametrize(
    ("venue", "name", "year"),
    [
        ("ICIR 2024 oral", "ICIR", "2024"),
        ("ICIR 2023 notable top 5%", "ICIR", "2023"),
        ("ICIR 2023 Conditional Poster", "ICIR", "2023"),
        (
            "NeurIPS 2023 Datasets and Benchmarks Poster",
            "NeurIPS 2023 Datasets and Benchmarks",
            "2023",
        ),
        ("NeurIPS 2022 Workshop on Sheep", "NeurIPS 2022 Workshop on Sheep", "2022"),
        ("EMNLP 2023 Main", "EMNLP", "2023"),
        ("EMNLP 2023 Findings", "EMNLP 2023 Findings", "2023"),
        ("Accepted by TMLR", "TMLR", "2024"),
        ("Trans. Sheep 2021", "Trans. Sheep", "2021"),
        (
            "ICIR 2025 Datasets and Flocks Track poster",
            "ICIR 2025 Datasets and Flocks Track",
            "2025",
        ),
    ],
)
def test_how_a_paper_was_presented_is_none_of_its_venues_name(
    venue: str, name: str, year: str
) -> None:
    values = only([note(venue=venue)])
    assert (values["venue"], values["year"]) == (name, year)


@pytest.mark.parametrize(
    "content",
    [
        {"venue": "Submitted to ICIR 2024"},
        {"venue": "ICIR 2024 Conference Withdrawn Submission"},
        {"venue": "ICIR 2024 Desk Rejected Submission"},
        {"venue": None, "venueid": "ICIR.cc/2024/Conference/Rejected_Submission"},
        {"decision": "Reject"},
        {"decision": "Invite to Workshop Track"},
    ],
)
def test_what_was_not_taken_is_a_preprint_without_a_venue(content: dict[str, Any]) -> None:
    values = only([note(**content)])
    assert (values.get("venue"), values["type"], values["year"]) == (None, "article", "2024")
    assert "container_title" not in values


def test_a_venue_is_read_off_its_id_where_none_is_written() -> None:
    values = only([note(venue=None, venueid="robot-learning.org/CoRL/2022/Conference")])
    assert (values["venue"], values["year"], values["type"]) == ("CoRL", "2022", "paper-conference")


def test_what_was_taken_over_from_dblp() -> None:
    preprint = note(
        venue="CoRR 2021",
        venueid="dblp.org/journals/CORR/2021",
        pdf="http://arxiv.org/pdf/2101.00010v3",
        html="https://doi.org/10.48550/arXiv.2101.00010",
    )
    values = only([preprint])
    assert (values["venue"], values["year"], values["type"]) == ("arXiv", "2021", "article")
    assert values["arxiv"] == "2101.00010"
    article = note(venue="J. Sheep 2020", venueid="dblp.org/journals/SHEEP/2020", pdf=None)
    assert only([article])["type"] == "article-journal"


def test_replies_are_no_papers_and_blinded_authors_no_names() -> None:
    review = {"id": "rrrrrrrr", "forum": "aBcD1234ef", "invitations": ["x/-/Official_Review"],
              "content": {"title": {"value": "Good"}, "review": {"value": "Sheep!"}}}  # fmt: skip
    found = read({"notes": [note(), review, note(authors=["Anonymous"])]})
    assert (len(found.records), found.rejected) == (2, 1)
    assert found.records[1].work.authors == ()
    assert found.problems == ["saved.txt:1: 1 entry is left out: a review or comment, not a paper"]


def test_authors_with_profiles() -> None:
    people = [{"fullname": "Ada Example", "username": "~Ada_Example1"}, {"name": "Ben Sample"}]
    assert only([note(authors=people)])["authors"] == ["Ada Example", "Ben Sample"]


def crawled(**fields: Any) -> dict[str, Any]:
    return {
        "url": "https://openreview.net/forum?id=Sy8gdB9xx",
        "decision": "Accept (Oral)",
        "ratings": [10, 9, 10],
        "abstract": "We count.",
        "title": "Counting sheep",
        "authors": ["Ada Example", "Ben Sample and Cleo Instance"],
        "emails": ["example.org"],
        **fields,
    }


def test_a_crawled_list_with_decisions() -> None:
    assert only([crawled()]) == {
        "title": "Counting sheep",
        "authors": ["Ada Example", "Ben Sample", "Cleo Instance"],
        "abstract": "We count.",
        "type": "paper-conference",
        "openreview": "Sy8gdB9xx",
    }
    assert only([crawled(decision="Reject")])["type"] == "article"
    assert only([crawled(decision="N/A")])["type"] == "article"


@pytest.mark.parametrize(
    ("bibtex", "venue", "type_"),
    [
        (BIBTEX, "ICIR", "paper-conference"),
        (BIBTEX.replace("The First", "Submitted to The First"), None, "article"),
        ("@misc{example2024,\ntitle={Sheep},\nyear={2024}\n}", None, "article"),
    ],
)
def test_in_the_first_version_bibtex_alone_says_what_was_accepted(
    bibtex: str, venue: str | None, type_: str
) -> None:
    content = {"title": "Sheep", "authors": ["Ada Example"], "_bibtex": bibtex}
    invitation = "ICIR.cc/2024/Conference/-/Blind_Submission"
    said = only({"notes": [{"id": "aBcD1234ef", "invitation": invitation, "content": content}]})
    assert (said.get("venue"), said["type"]) == (venue, type_)
