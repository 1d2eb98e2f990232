"""Hostile titles and abstracts go through the whole build and MkDocs, and come out as text."""

from __future__ import annotations

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator import yaml_lines
from generator.problems import Problems
from generator.text.repair import HAND_STEPS, LATEX_STEPS, repair
from tests.conftest import build_project, make_project
from tests.property.test_markdown import hostile, squeezed
from tests.site.audit.links import wrong_links
from tests.site.audit.rules import broken_rules
from tests.site.audit.site import Site
from tests.site.audit.validity import parse_errors
from tests.site.test_audit import show

VOID = {"meta", "link", "input", "br", "img", "hr", "source", "path"}

#: What is no part of a value in a record at its ends, U+0085 too: Unicode's white space.
WHITE = "".join(c for c in map(chr, range(0x3001)) if c.isspace() and not "\x1c" <= c <= "\x1f")

texts = st.lists(st.tuples(hostile, hostile), min_size=20, max_size=20)


class _Page(HTMLParser):
    """Collects what a page is made of: (element, attribute names), and its texts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.made: set[tuple[str, str]] = set()
        self.open: list[str] = []
        self.heading = ""
        self.title = ""
        self.paragraphs: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.made |= {(tag, name) for name in names} | {(tag, "")}
        if tag not in VOID:
            self.open.append(tag)
        if tag == "p":
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "h1" in self.open and "a" not in self.open:
            self.heading += data
        if self.open[-1:] == ["title"] and "svg" not in self.open:
            self.title += data
        if "p" in self.open:
            self.paragraphs[-1] += data


def write_sources(project: Path, pairs: list[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Write half of the texts as records and half as JSON Lines; return what pages must show."""
    papers = project / "catalogue" / "papers"
    shutil.rmtree(papers)
    papers.mkdir()
    expected = {}
    lines = []
    for number, (begins, text) in enumerate(pairs):
        # Every title is made unlike the others, so that no two are one paper.
        title = f"{begins} number {number}"
        if number % 2:
            row = {"title": title, "abstract": text, "url": text, "code": f"javascript:{number}"}
            lines.append(json.dumps(row))
            expected[f"number-{number}"] = (repair(title, LATEX_STEPS), repair(text, LATEX_STEPS))
            continue
        title, shown = (repair(value.strip(WHITE), HAND_STEPS) for value in (title, text))
        values = {"title": f"{begins} number {number}", "summary": text if shown else "none"}
        try:
            source = yaml.safe_dump(values, allow_unicode=False)
        except (yaml.YAMLError, UnicodeError):
            continue
        if yaml_lines.parse(source, "a record", Problems()) is None:
            continue  # what YAML cannot hold, or a record must not, cannot come from one
        (papers / f"record-{number}.yml").write_text(source, "utf-8")
        expected[f"record-{number}"] = (title, shown or "none")
    (project / "sources" / "more.jsonl").write_text("\n".join(lines), "utf-8")
    return expected


@pytest.mark.slow
# A site a run: shrinking would take hours, and the texts that fail are few enough to read.
@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(pairs=texts)
def test_hostile_text_is_text_on_every_page_of_the_site(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    project = make_project(tmp_path_factory.mktemp("hostile") / "project")
    build_project(project, with_site=True)
    harmless = set()
    for path in (project / "site").rglob("*.html"):
        harmless |= _Page(path.read_text("utf-8")).made
    # Written by the template around text that sets its direction, and around long formulas.
    harmless |= {
        ("bdi", ""),
        ("h1", "dir"),
        ("p", "dir"),
        ("bdi", "dir"),
        ("span", "tabindex"),
        ("span", "class"),
        ("p", "class"),
    }
    for name in ("spaced.txt", "compact.txt"):
        (project / "sources" / name).unlink()
    (project / "catalogue" / "decisions.yml").unlink()
    expected = write_sources(project, pairs)
    build_project(project, with_site=True)
    pages = {
        path.parent.name: _Page(path.read_text("utf-8"))
        for path in (project / "site" / "papers").glob("*/index.html")
    }
    for path in sorted((project / "site").rglob("*.html")):
        page = _Page(path.read_text("utf-8"))
        made = {(tag, name) for tag, name in page.made if not tag.startswith(("m", "annotation"))}
        assert sorted(made - harmless) == [], path
        assert parse_errors(path) == []
    site = Site(project / "site", "https://example.org/papers/")
    # A relative address of a source is linked as it is, wherever it leads.
    links = [line for line in wrong_links(site) if " leads " not in line]
    assert not (wrong := show(links + broken_rules(site))), wrong
    for name, (title, text) in expected.items():
        ids = [i for i in pages if i == name or i.endswith(name)]
        assert len(ids) == 1, f"{name}: {ids}"
        page = pages[ids[0]]
        if "\\(" in title + text:
            continue  # a formula is typeset, which is tested elsewhere
        assert squeezed(page.heading) == squeezed(title)
        assert squeezed(text) in [squeezed(paragraph) for paragraph in page.paragraphs] or not text
