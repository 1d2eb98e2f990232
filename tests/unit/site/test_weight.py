"""A site that nears what its host takes is told of, with what weighs most."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.problems import Place, Problems, Severity
from generator.site.weight import LARGEST_FILE, LARGEST_SITE, folder_of, weigh

MB = 1_000_000


def told(sizes: Mapping[str, int]) -> list[tuple[Severity, str]]:
    problems = Problems()
    weigh(sizes, Place("site"), problems)
    return [(problem.severity, str(problem)) for problem in problems]


def site(papers: int, topics: int = 0, top: int = 0) -> dict[str, int]:
    """Return a site of small files: so many MB in pages, in files of topics and at the top."""
    found = {f"papers/{number}/index.html": MB for number in range(papers)}
    found |= {f"data/topics/{number}/papers.bib": MB for number in range(topics)}
    return found | {f"{number}.html": MB for number in range(top)}


def test_a_site_of_usual_size_is_no_problem() -> None:
    assert told({}) == []
    assert told(site(799)) == []


def test_a_site_that_nears_the_limit_is_a_warning_with_what_weighs_most() -> None:
    ((severity, text),) = told(site(500, 297, 3))
    assert severity is Severity.WARNING
    assert text.startswith("site: the site has 800 MB, near the 1.0 GB that GitHub Pages takes: ")
    assert "papers 500 MB, data/topics 297 MB, the top 3.0 MB (" in text
    assert "`exports:` in catalogue.yml" in text


@pytest.mark.parametrize(("papers", "said"), [(1000, "near the 1.0 GB"), (1001, "more than the 1")])
def test_a_site_beyond_the_limit_is_told_as_one(papers: int, said: str) -> None:
    ((severity, text),) = told(site(papers))
    assert severity is Severity.WARNING
    assert said in text


def test_a_file_that_no_repository_takes_is_noted() -> None:
    assert told({"data/papers.json": LARGEST_FILE}) == []
    ((severity, text),) = told({"data/papers.json": LARGEST_FILE + 1})
    assert severity is Severity.NOTE
    assert "data/papers.json has 105 MB" in text
    assert [severity for severity, _ in told({"a/b": LARGEST_SITE + 1})] == [
        Severity.WARNING,
        Severity.NOTE,
    ]


def test_equal_folders_come_by_name() -> None:
    names = ("venues", "authors", "years", "topics", "papers")
    sizes = {f"{name}/{number}": MB for name in names for number in range(200)}
    ((_, text),) = told(sizes)
    assert "authors 200 MB, papers 200 MB, topics 200 MB, venues 200 MB (" in text


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("index.html", ""),
        ("papers/sheep/index.html", "papers"),
        ("data/papers.json", "data"),
        ("data/topics/wool/papers.bib", "data/topics"),
        ("database/topics/wool/papers.bib", "database"),
        ("search/index/a/b.json", "search"),
    ],
)
def test_files_are_counted_with_their_folder(path: str, folder: str) -> None:
    assert folder_of(path) == folder
