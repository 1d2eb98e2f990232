"""Links of people's pages: what is there after a build is no dead link, what moved is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import build_project
from tests.unit.doctor.catalogues import catalogue, change, found, mended, read, write

LEDGER = """\
papers:
  "old-sheep": {"name": "Counting Sheep with Small Networks", "identifiers": ["doi:10.1234/sheep"]}
  "a-cow": {"name": "A Cow of Which Nobody Knows", "identifiers": ["doi:10.1234/cow"]}
topics:
  "countings": {"name": "Counting"}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = catalogue(tmp_path)
    write(root, "catalogue/addresses.yml", LEDGER)
    return root


def links(root: Path, *targets: str) -> list[str]:
    lines = "".join(f"[x]({target})\n\n" for target in targets)
    write(root, "docs/notes/more.md", f"# More\n\n{lines}")
    return [one.partition("leads to ")[2].split('"')[1] for one in found(root, "dead-link")]


GOOD = (
    "../papers/counting-sheep.md", "../../papers/counting-sheep/",
    "../papers/counting-sheep.md#top",
    "../topics/counting.md", "../topics/unsorted.md", "../authors/ada-example.md",
    "../venues/icml.md", "../years/2024.md", "../map.md", "../search.md?q=a", "../stats.md",
    "../data/index.md", "../new/index.md", "../reading-list.md", "../index.md", "../us.svg",
    "/anything/", "https://example.org/x.md", "#more", "../about.md#who-we-are", "../about.md#fn:1",
    "../../", "../../about/", "../data/papers.json", "../llms.txt", "../authors/all/q.md",
)  # fmt: skip
BAD = (
    "../papers/a-pig.md", "../../papers/a-pig/", "../topics/pigs.md", "../authors/nobody.md",
    "../years/1999.md", "../papers/", "..", "../about/", "../them.svg", "#less",
    "../about.md#us", "more.txt",
)  # fmt: skip


def test_pages_that_a_build_makes_are_there_and_others_are_not(root: Path) -> None:
    change(root, "docs/about.md", "notes/more.md#a-part", "notes/more.md")
    assert links(root, *GOOD, *BAD) == list(BAD)


@pytest.mark.slow
def test_after_a_build_the_same_is_said(root: Path) -> None:
    change(root, "docs/about.md", "notes/more.md#a-part", "notes/more.md")
    before = links(root, *GOOD, *BAD)
    write(root, "docs/notes/more.md", "# More\n")
    build_project(root)
    assert links(root, *GOOD, *BAD) == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("papers/old-sheep.md", "papers/counting-sheep.md"),
        ("../papers/old-sheep/#top", "../papers/counting-sheep/#top"),
        ("topics/countings.md?x", "topics/counting.md?x"),
    ],
)
def test_a_link_to_a_former_address_is_written_anew_in_its_form(
    root: Path, before: str, after: str
) -> None:
    change(root, "docs/about.md", "papers/counting-sheep.md", before)
    text = read(root, "docs/about.md")
    assert len(found(root, "dead-link")) == 1
    mended(root, "dead-link")
    assert read(root, "docs/about.md") == text.replace(before, after)
    assert found(root, "dead-link") == []


def test_a_page_that_says_that_a_paper_is_gone_is_told_and_stays(root: Path) -> None:
    change(root, "docs/about.md", "papers/counting-sheep.md", "papers/a-cow.md")
    (line,) = found(root, "dead-link")
    assert line.endswith('leads to "papers/a-cow.md", whose page says that it is gone')
    assert mended(root, "dead-link").changes == ()
