"""A plain `mkdocs build` makes a complete, readable site of the same Markdown."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import build_project, make_project
from tests.site.audit.links import wrong_links
from tests.site.audit.page import read
from tests.site.audit.site import Site


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample catalogue: its own site in site/, and what MkDocs makes of docs/ in plain/."""
    folder = make_project(tmp_path_factory.mktemp("plain") / "project")
    build_project(folder, with_site=True)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "plain"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.slow
def test_it_has_every_paper_and_topic_and_what_their_markdown_says(project: Path) -> None:
    pages = [
        path
        for folder in ("papers", "topics", "venues", "years", "new", "listed")
        for path in (project / "docs" / folder).rglob("*.md")
    ]
    assert len(pages) > 15
    for page in pages:
        path = page.relative_to(project / "docs")
        address = path.parent if path.name == "index.md" else path.with_suffix("")
        html = (project / "plain" / address / "index.html").read_text("utf-8")
        shown = read(str(path), html)
        title = next(iter(shown.all("h1"))).text
        rich = project / "site" / address / "index.html"
        assert title == next(iter(read(str(path), rich.read_text("utf-8")).all("h1"))).text


@pytest.mark.slow
def test_its_pages_name_authors_and_related_papers_and_link_each_other(project: Path) -> None:
    html = (project / "plain/papers/grow-slowly/index.html").read_text("utf-8")
    for said in (
        "Ada Quill, José Ñandú",
        'href="../../topics/gardening/"',
        'href="../schrodinger-s-network-dead-or-alive/"',
        "@article{quill2031grow2,",
        'href="https://doi.org/10.5555/grow.2031"',
    ):
        assert said in html
    assert wrong_links(Site(project / "plain")) == []


@pytest.mark.slow
def test_what_a_script_fills_works_there_too(project: Path) -> None:
    search = (project / "plain/search/index.html").read_text("utf-8")
    assert "assets/search/page.js" in search
    assert "data-facets" in search
    assert (project / "plain/search/index/start.json").is_file()
    reading = (project / "plain/reading-list/index.html").read_text("utf-8")
    assert "assets/reading/page.js" in reading
