"""Other programs than MkDocs can make pages with the theme: Zensical does.

It is no dependency: `pip install zensical`, here or in an environment of its own, which
ZENSICAL=/path/to/zensical names. Where it is missing, these tests say so and are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import ClassVar
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from generator.pages.kinds.paper import LAYOUT
from generator.site.frame import cut
from generator.site.frames import draft_of
from tests.projects import ROOT

BESIDE = Path(sys.executable).with_name("zensical")
ZENSICAL = os.environ.get("ZENSICAL") or shutil.which("zensical") or shutil.which(BESIDE) or ""
THEME = ROOT / "generator" / "theme"
ADDRESS = "https://example.org/papers/"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not ZENSICAL, reason="Zensical is not installed: pip install zensical"),
]

#: The page that becomes the frame of pages of papers.
FRAME = "papers/frame-paper.md"
#: Pages of every layout the frame knows: bare, with an article of its own, with a list of headings.
PAGES = {
    "index.md": "---\ntitle: Sheep & <goats>\nhide: [navigation, toc]\nlayout: home\n"
    "styles: [home]\n---\n\n# Sheep\n\n[All papers](papers/index.md), [guide](guide.md#second)\n",
    "guide.md": "# Guide\n\n## First\n\n    <b>code</b>\n\n## Second *part*\n\n| a |\n| - |\n| 1 |"
    "\n\n!!! note\n    Sheep count, too.\n",
    "papers/index.md": "---\nrobots: noindex\n---\n\n[Sheep](counting-sheep.md)\n",
    "papers/counting-sheep.md": "---\ntitle: Counting \"sheep\"\ndescription: How many < 3 & why\n"
    "kind: article\nframe: paper\nscripts: [map/map.js]\n"
    "head: '<meta name=\"citation_title\" content=\"Counting &quot;sheep&quot;\">'\n---\n\n"
    "# Counting “sheep”\n\nBy [Ada Example](../index.md). {{ braces }} {% if %} {# stay #}\n",
    **{f"{name}/index.md": f"# {name}\n" for name in ("topics", "authors", "venues", "years")},
    # Some of a section: its list, and the pages before and after.
    "maintainers/index.md": "# All of it\n",
    "maintainers/start.md": "---\ndescription: First\n---\n\n# First of all\n\n## Go\n",
    "maintainers/records.md": "# Records\n",
    "decisions/index.md": "# Decisions\n",
    "decisions/0001-papers-and-topics-stay-out-of-nav.md": "# 1\n",
    FRAME: draft_of(LAYOUT, "Paper catalogue"),
    "map.md": "# Map\n",
    "reading-list.md": "# Reading list\n",
}  # fmt: skip


Part = str | tuple[str, tuple[tuple[str, str], ...]]


class Parts(HTMLParser):
    """Tags and texts of what is ours in a page; addresses are whole, however they were written.

    Around it each program has the frame of a Material of its own.
    """

    OURS = ("head", "header", "nav", "article", "footer")
    ADDRESSES = ("href", "src", "action")
    #: What the Material of one calls otherwise than that of the other.
    TRANSLATED: ClassVar = {"On this page": "Table of contents"}

    def __init__(self, html: str, address: str) -> None:
        super().__init__()
        self.address = address
        self.within = 0
        self.found: list[Part] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        said |= {n: urljoin(self.address, said[n]) for n in self.ADDRESSES if n in said}
        # Scripts take it with and without a stroke at the end.
        said |= {n: said[n].rstrip("/") for n in ("data-base",) if n in said}
        # The name of Material's style sheet has a digest in it.
        if (self.within or tag in (*self.OURS, "script")) and ".min.css" not in str(said):
            self.found.append((tag, tuple(sorted(said.items()))))
        self.within += tag in self.OURS

    def handle_endtag(self, tag: str) -> None:
        self.within -= tag in self.OURS

    def handle_data(self, data: str) -> None:
        if self.within and (words := " ".join(data.split())):
            self.found.append(self.TRANSLATED.get(words, words))


def parts(site: Path, page: str) -> list[Part]:
    html = (site / page).read_text("utf-8")
    return Parts(html, urljoin(ADDRESS, page.removesuffix("index.html"))).found


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One folder of pages as a site of Zensical's and as one of MkDocs'."""
    root = tmp_path_factory.mktemp("frames")
    for name, text in PAGES.items():
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text(text, "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", root)
    # An absolute folder, so that the theme is found where the package is not installed.
    (root / "zensical.yml").write_text(
        f"INHERIT: mkdocs.yml\nsite_dir: zensical\ntheme:\n  custom_dir: {THEME}\n", "utf-8"
    )
    environment = os.environ | {"SITE_URL": ADDRESS, "PYTHONWARNINGS": ""}
    for command in (
        [ZENSICAL, "build", "--clean", "--config-file", "zensical.yml"],
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "mkdocs"],
    ):
        done = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return root / "zensical", root / "mkdocs"


def pages_of(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_zensical_makes_the_pages_that_mkdocs_makes(sites: tuple[Path, Path]) -> None:
    zensical, mkdocs = sites
    assert pages_of(zensical) == pages_of(mkdocs)
    assert len(pages_of(zensical)) > len(PAGES)  # and that of an address that leads nowhere
    for page in pages_of(mkdocs):
        assert parts(zensical, page) == parts(mkdocs, page), page


def test_a_page_of_zensicals_has_its_head_header_article_and_footer(
    sites: tuple[Path, Path],
) -> None:
    page = parts(sites[0], "papers/counting-sheep/index.html")
    named = {(tag[0], dict(tag[1]).get("class", "")) for tag in page if isinstance(tag, tuple)}
    assert ("header", "cat-header") in named
    assert ("article", "md-content__inner md-typeset") in named
    assert ("footer", "cat-footer") in named
    assert 'Counting "sheep" - Paper catalogue' in page
    assert ("meta", (("content", 'Counting "sheep"'), ("name", "citation_title"))) in page
    assert (
        "meta",
        (
            ("content", "How many < 3 & why"),
            ("name", "description"),
            ("property", "og:description"),
        ),
    ) in page
    assert "{{ braces }} {% if %} {# stay #}" in " ".join(p for p in page if isinstance(p, str))


def test_a_page_of_zensicals_leads_where_it_should(sites: tuple[Path, Path]) -> None:
    page = parts(sites[0], "papers/counting-sheep/index.html")
    leads = [dict(tag[1])["href"] for tag in page if isinstance(tag, tuple) and tag[0] == "a"]
    for to in ("", "papers/", "topics/", "map/", "reading-list/", "about/"):
        assert ADDRESS + to in leads
    current = [tag for tag in page if isinstance(tag, tuple) and ("aria-current", "true") in tag[1]]
    assert [dict(tag[1])["href"] for tag in current] == [ADDRESS + "papers/"]
    styles = [dict(t[1])["href"] for t in page if isinstance(t, tuple) and t[0] == "link"]
    for name in ("base", "catalogue", "search", "marks"):
        assert f"{ADDRESS}assets/stylesheets/{name}.css" in styles
        assert (sites[0] / "assets" / "stylesheets" / f"{name}.css").is_file()


def test_a_frame_of_zensicals_is_filled_as_one_of_mkdocs(sites: tuple[Path, Path]) -> None:
    own = {
        "title": "Wool &amp; water",
        "description": "On wool.",
        "address": f"{ADDRESS}papers/wool/",
        "head": '<meta name="citation_title" content="Wool">',
        "article": '<h1 id="title">Wool</h1><p><a href="../../topics/">Topics</a></p>',
        "root": "../../",
        "base": "../..",
    }
    found = []
    for site in sites:
        built = (site / "papers/frame-paper/index.html").read_text("utf-8")
        page = cut(built, "papers/frame-paper/", ADDRESS).filled(own)
        assert "slot" not in page
        assert page.count(f"{ADDRESS}papers/wool/") == 2
        found.append(Parts(page, f"{ADDRESS}papers/wool/").found)
    assert found[0] == found[1]
    assert "Wool & water - Paper catalogue" in found[0]
    assert ("a", (("href", f"{ADDRESS}topics/"),)) in found[0]


def test_both_name_the_same_pages_in_the_site_map(sites: tuple[Path, Path]) -> None:
    named = [
        sorted(place.text or "" for place in ET.parse(site / "sitemap.xml").findall(".//{*}loc"))
        for site in sites
    ]
    assert named[0] == named[1]
    assert ADDRESS in named[0]
    assert ADDRESS + "papers/" not in named[0]  # it asks not to be found
