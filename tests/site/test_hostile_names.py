"""Hostile names of venues and people, impossible years: every page is there, none outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import build_project, make_project
from tests.site.audit.links import wrong_links
from tests.site.audit.rules import broken_rules
from tests.site.audit.site import Site
from tests.site.audit.validity import parse_errors
from tests.site.test_audit import show

VENUES = (
    "<script>alert(1)</script>",
    "../../x",
    "..",
    "Wool " * 60,
    "?!*&§",
    "CON",
    "con.",
    "aux",
    "כנס הכבשים",
    "\u202eevil\u202c",
    "Wool-Days",
    "Wool & Days",
    "Wooldays!",
    "index",
    "all",
    "羊",
    "🐑",
    'a" onclick="b',
    "[x](javascript:1)",
    "{{ config }}",
    "\\input{/etc/passwd}",
    "NeurIPS@NeurIPS@NeurIPS",
    "@ICLR",
    "Workshop at ../ICML",
)
AUTHORS = (
    "index",
    "all",
    "..",
    "🐑🐑",
    "Ewe" * 170,
    "<b>Ada</b>",
    "CON",
    "nul.txt",
    "עדה דוגמה",
    "a/b\\c",
    "羊 一",
    "Ada Example",
    "ADA EXAMPLE",
    "Ada  Example, Jr.",
    "{{ x }}",
    "by-name",
    "0",
)
YEARS = (0, 99999, -5, 1, 10_000, 2024)


@pytest.mark.slow
def test_hostile_names_and_years_have_pages_and_lead_nowhere_else(tmp_path: Path) -> None:
    project = make_project(tmp_path / "inside" / "project")
    before = _files(tmp_path, project)
    rows = [
        {
            "title": f"Counting sheep number {at} of many",
            "authors": [AUTHORS[at % len(AUTHORS)], AUTHORS[(at * 7 + 1) % len(AUTHORS)]],
            "venue": venue,
            "year": YEARS[at % len(YEARS)],
        }
        for at, venue in enumerate(VENUES * 2)
    ]
    lines = "\n".join(json.dumps(row) for row in rows)
    (project / "sources" / "more.jsonl").write_text(lines, "utf-8")
    build_project(project, with_site=True)
    assert _files(tmp_path, project) == before
    papers = json.loads((project / "site" / "data" / "papers.json").read_text("utf-8"))
    assert sum(paper["title"].startswith("Counting sheep number") for paper in papers) == len(rows)
    for paper in papers:
        assert len(paper["people"]) == len(paper["authors"])
        pages = [f"authors/{slug}" for slug in paper["people"]]
        pages += [f"venues/{slug}" for slug in [paper.get("venue_id")] if slug]
        pages += [f"years/{paper['year']}"] * (paper["year"] is not None)
        for page in pages:
            assert (project / "site" / page / "index.html").is_file(), (page, paper["title"])
    for path in sorted((project / "site").rglob("*.html")):
        assert parse_errors(path) == []
    site = Site(project / "site", "https://example.org/papers/")
    assert not (wrong := show(wrong_links(site) + broken_rules(site))), wrong


def _files(folder: Path, without: Path) -> set[str]:
    """Return the paths of all files in a folder, but for those of a project in it."""
    return {str(p) for p in folder.rglob("*") if p.is_file() and not p.is_relative_to(without)}
