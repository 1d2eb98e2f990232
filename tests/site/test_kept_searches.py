"""Searches of catalogue.yml have feeds of their papers, which stay theirs whatever they ask for."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from generator.problems import BuildFailed, Severity
from tests.feed_rules import ATOM, atom_faults, json_feed_faults
from tests.projects import build_project
from tests.unit.commands.test_app import run

SITE = "https://example.org/papers/"


def keep(project: Path, *searches: dict[str, str]) -> None:
    path = project / "catalogue" / "catalogue.yml"
    kept = path.read_text().partition("searches:")[0]
    path.write_text(f"{kept}searches: {json.dumps(searches)}\n")


def feed(project: Path, slug: str) -> tuple[str, set[str]]:
    """Return the id of a search's feed, and the addresses of its papers."""
    folder = project / "docs" / "data" / "searches" / slug
    data, in_json = (folder / "feed.xml").read_bytes(), (folder / "feed.json").read_bytes()
    assert (atom_faults(data, SITE), json_feed_faults(in_json, SITE)) == ([], [])
    root = ET.fromstring(data)
    links = {link.get("href") or "" for link in root.findall(f"{ATOM}entry/{ATOM}link")}
    assert {item["url"] for item in json.loads(in_json)["items"]} == links
    return root.findtext(f"{ATOM}id") or "", links


def homes(project: Path, slug: str) -> list[str]:
    """Return where both feeds of a search lead as a whole."""
    folder = project / "docs" / "data" / "searches" / slug
    link = ET.parse(folder / "feed.xml").find(f"{ATOM}link[@rel='alternate']")
    assert link is not None
    return [link.get("href") or "", json.loads((folder / "feed.json").read_text())["home_page_url"]]


def test_what_a_search_finds_is_in_its_feeds_and_its_words_may_change(project: Path) -> None:
    keep(
        project,
        {"name": "Slowly grown", "query": "slowly", "about": "What takes time."},
        {"name": "No sheep", "query": "sheep"},
    )
    _, problems = build_project(project)
    (note,) = (problem for problem in problems if "searches" in problem.what)
    assert note.severity is Severity.NOTE
    line = len((project / "catalogue" / "catalogue.yml").read_text().splitlines())
    assert str(note).startswith(f'catalogue/catalogue.yml:{line}: searches: "No sheep" finds no')
    id_, links = feed(project, "slowly-grown")
    assert links == {f"{SITE}papers/grow-slowly/"}
    assert feed(project, "no-sheep")[1] == set()
    assert homes(project, "slowly-grown") == [f"{SITE}search/?q=slowly"] * 2
    page = (project / "docs" / "data" / "index.md").read_text()
    assert "[Slowly grown](../search.md?q=slowly) (1)<br>What takes time." in page
    keep(project, {"name": "Grown at leisure", "query": "grow -slowly", "slug": "slowly-grown"})
    build_project(project)
    assert feed(project, "slowly-grown") == (id_, set())
    assert not (project / "docs" / "data" / "searches" / "no-sheep").exists()


def test_two_searches_of_one_address_are_an_error_before_anything_is_written(
    project: Path,
) -> None:
    keep(project, {"name": "Slow", "query": "slow"}, {"name": "Slow!", "query": "slowly"})
    with pytest.raises(BuildFailed) as failed:
        build_project(project)
    told = [str(p) for p in failed.value.problems if p.severity is Severity.ERROR]
    assert len(told) == 1
    assert '"Slow!" and "Slow" have one address' in told[0]
    assert not (project / "docs" / "data").exists()
    assert '"Slow!" and "Slow"' in run(project, "check").stderr


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ({"name": "", "query": "a"}, "name"),
        ({"name": "\u200b", "query": "a"}, "name"),
        ({"name": "a"}, "query"),
        ({"name": "a", "query": " "}, "query"),
        ({"name": "a" * 121, "query": "a"}, "name"),
        ({"name": "a", "query": "a" * 301}, "query"),
        ({"name": "a", "query": "a", "slug": "../x"}, "slug"),
        ({"name": "a", "query": "a", "slug": "a" * 81}, "slug"),
        ({"name": "a", "query": "a", "querry": "b"}, "querry"),
    ],
)
def test_what_a_search_may_say_is_bounded(project: Path, search: dict[str, str], told: str) -> None:
    keep(project, search)
    done = run(project, "check")
    assert done.returncode == 1
    (error,) = (line for line in done.stderr.splitlines() if line.startswith("error: "))
    assert told in error


def test_there_are_no_more_than_forty(project: Path) -> None:
    keep(project, *({"name": f"n{at}", "query": "a"} for at in range(41)))
    assert run(project, "check").returncode == 1
    keep(project, *({"name": f"n{at}", "query": "a"} for at in range(40)))
    assert run(project, "check").returncode == 0
