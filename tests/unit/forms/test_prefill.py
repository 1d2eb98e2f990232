"""The link below a paper's page opens a form with what the page says, on each forge."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.catalogue import Catalogue
from generator.forms import CORRECTION, correction_address
from generator.forms.prefill import MAX_ADDRESS
from generator.language import ENGLISH, load
from generator.model import Area, Assignment, Topic
from generator.problems import Problems
from generator.settings import Forge
from generator.values.link import Link
from generator.values.paper import Paper
from generator.values.text import Text
from tests import given
from tests.projects import ROOT

TOPIC = Topic("sheep", Text("Sheep, goats"), Text("Animals"), "a")
PAPER = given.paper(
    "counting-sheep",
    "Counting sheep & more",
    authors=("Ada Example", "Ben Sample"),
    year=2024,
    venue="Journal of Invented Results",
    kind="method",
    summary="Counts sheep: 100 %, and + one.",
    links=(Link("pdf", "https://example.org/a.pdf"), Link("code", "https://example.org/c?a=1&b=2")),
    arxiv="2401.01234",
)
HUB = "https://github.com/flock/sheep"


def address(paper: Paper = PAPER, repository: str = HUB, forge: Forge | None = None) -> str:
    assignments = {paper.id: (Assignment("sheep", 1.0),)}
    catalogue = Catalogue((paper,), (Area("a", Text("A"), Text(""), (TOPIC,)),), assignments)
    return correction_address(paper, catalogue, repository, forge, ENGLISH)


def asked(url: str) -> dict[str, str]:
    return {key: value[0] for key, value in parse_qs(urlsplit(url).query).items()}


def test_github_fills_in_each_field_by_its_id() -> None:
    url = address()
    found = asked(url)
    assert url.startswith("https://github.com/flock/sheep/issues/new?template=correction.yml&")
    base = found.pop("base")
    assert found == {
        "template": "correction.yml",
        "title": "Correction: counting-sheep",
        "page": "papers/counting-sheep/",
        "paper_title": "Counting sheep & more",
        "authors": "Ada Example\nBen Sample",
        "year": "2024",
        "venue": "Journal of Invented Results",
        "kind": "method",
        "topics": "Sheep, goats",
        "summary": "Counts sheep: 100 %, and + one.",
        "links": "pdf: https://example.org/a.pdf\ncode: https://example.org/c?a=1&b=2",
        "identifiers": "arxiv: 2401.01234",
    }
    assert [part.partition(":")[0] for part in base.split()] == [
        "title", "year", "venue", "kind", "identifiers", "links", "topics", "authors", "summary",
    ]  # fmt: skip


@pytest.mark.parametrize("repository", ["https://codeberg.org/flock/sheep", "https://git.test/f/s"])
def test_forgejo_names_the_whole_path_of_the_form_and_has_a_word_before_each_id(
    repository: str,
) -> None:
    found = asked(address(repository=f"{repository}.git", forge="forgejo"))
    assert found["template"] == ".github/ISSUE_TEMPLATE/correction.yml"
    assert found["field:paper_title"] == "Counting sheep & more"
    assert {key for key in found if key.startswith("field:")} == {
        f"field:{item.id}" for item in CORRECTION.asked if item.id not in ("comment", "evidence")
    }


@pytest.mark.parametrize(
    ("repository", "forge", "key"),
    [
        ("https://gitlab.example.org/flock/sheep/", None, "issue[description]"),
        ("https://git.example.org/flock/sheep", "gitlab", "issue[description]"),
        ("https://git.example.org/flock/sheep", None, "body"),
    ],
)
def test_where_there_are_no_forms_the_issue_has_the_same_headings(
    repository: str, forge: Forge | None, key: str
) -> None:
    url = address(repository=repository, forge=forge)
    body = asked(url)[key]
    headings = [line[4:] for line in body.split("\n") if line.startswith("### ")]
    assert headings == [item.label for item in CORRECTION.asked]
    assert "### Title\n\nCounting sheep & more\n\n### Authors\n\nAda Example\nBen Sample\n" in body
    assert "### What is wrong\n\n_No response_\n" in body


def test_there_is_no_link_without_a_repository_or_with_one_that_no_page_may_link_to() -> None:
    assert address(repository="") == ""
    assert address(repository="javascript:alert(1)") == ""


def test_a_value_that_is_too_long_is_left_out_as_a_whole_and_all_others_stay() -> None:
    names = tuple(f"Ada Example{number}" for number in range(400))
    url = address(given.changed(PAPER, authors=names))
    found = asked(url)
    assert len(url) <= MAX_ADDRESS
    assert "authors" not in found
    assert "authors" not in found["base"]
    assert found["summary"] == "Counts sheep: 100 %, and + one."
    assert len(address(given.changed(PAPER, summary="羊" * 3_000))) < 2_000


def test_a_value_that_looks_like_a_heading_is_not_filled_in() -> None:
    found = asked(address(given.changed(PAPER, summary="# Title")))
    assert "summary" not in found
    assert found["paper_title"] == "Counting sheep & more"


@pytest.mark.parametrize("repository", [HUB, "https://gitlab.com/a/b", "https://codeberg.org/a/b"])
@pytest.mark.parametrize("hostile", ['"><script>', "a\u202eb\u2028c", "' onclick=x", "&title=x#y"])
def test_no_text_ends_the_address_or_adds_to_it(repository: str, hostile: str) -> None:
    url = address(given.changed(PAPER, title=hostile), repository)
    assert url.isascii()
    assert not set(url) & set("\"'<>\\`{}[] ")
    assert asked(url).keys() == asked(address(repository=repository)).keys()


def test_the_form_is_filled_in_with_the_words_of_its_own_language() -> None:
    german = load("de", ROOT / "nowhere", "de", Problems())
    url = correction_address(PAPER, Catalogue((PAPER,)), HUB, None, german)
    found: dict[str, Any] = asked(url)
    assert found["title"] == "Berichtigung: counting-sheep"
    assert found["kind"] == "Methode"
