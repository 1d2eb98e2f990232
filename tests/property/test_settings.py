"""No setting and no front matter, whoever wrote it, is more than text on any page."""

from __future__ import annotations

import json
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import settings as settings_module
from generator.output import claim
from generator.pages.for_robots import llms_txt, robots_txt
from generator.pages.kinds import KINDS, home
from generator.pages.page import Page
from generator.pages.renderer import Renderer
from generator.problems import Problems
from generator.settings import is_web_address
from generator.text import formula
from generator.text.repair import HAND_STEPS, repair
from generator.text.unicode import normal
from tests.projects import build_hand_written
from tests.property.test_markdown import hostile, squeezed
from tests.site.audit.page import read
from tests.unit.formats.test_downloads import CATALOGUE, EVERYTHING, SETTINGS, made

#: A value for each place in which somebody may write one.
PLACES = (
    "name", "description", "title", "about", "robots", "kind", "layout", "style", "script",
    "nav", "footer", "to", "css", "updated", "licence", "counted",
)  # fmt: skip
PLAIN = dict.fromkeys(PLACES, "x")
QUOTED = 'Papers on "attention" & <b>more</b>'
REFRESH = '"><meta http-equiv="refresh" content="0;url=https://example.org/">'

values = st.lists(hostile, min_size=len(PLACES), max_size=len(PLACES)).map(
    lambda texts: dict(zip(PLACES, ["x" + text for text in texts], strict=True))
)


class _Elements(HTMLParser):
    """Collects what a page is made of, in order: each element with the names of its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(sorted(name for name, _ in attrs))))


def built(said: dict[str, str]) -> dict[str, str]:
    """Build a site of two hand-written pages with these settings; return its pages."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "catalogue").mkdir()
        (root / "docs").mkdir()
        _write(root / "catalogue" / "catalogue.yml", _settings(said))
        _write(root / "mkdocs.yml", _configuration(said))
        front = {
            "title": said["title"],
            "description": said["about"],
            "styles": [said["style"]],
            "scripts": [said["script"]],
            **{key: said[key] for key in ("robots", "kind", "layout", "updated")},
        }
        for path, front_matter in (("first.md", front), ("other.md", {})):
            text = yaml.safe_dump(front_matter) if front_matter else ""
            (root / "docs" / path).write_text(f"---\n{text}---\n\nText.\n", "utf-8")
        problems = Problems()
        loaded = settings_module.load(root, problems)
        assert loaded is not None, list(problems)
        with claim(loaded.site_dir) as staging:
            assert build_hand_written(loaded, staging, problems) is not None, list(problems)
        # The third is the guide, which every catalogue has.
        assert len(ET.parse(root / "site" / "sitemap.xml").getroot()) == 3
        return {p.name if p.name != "index.html" else p.parent.name: p.read_text("utf-8")
                for p in (root / "site").rglob("*.html")}  # fmt: skip


def _settings(said: dict[str, str]) -> dict[str, Any]:
    return {
        "name": said["name"],
        "description": said["description"],
        "url": "https://example.org/papers/",
        "licence": {"name": said["licence"], "url": "https://example.org/licence"},
        "analytics": {
            "script": "https://example.org/count.js",
            "attributes": {"data-site": said["counted"]},
        },
    }


def _configuration(said: dict[str, str]) -> dict[str, Any]:
    return {
        "site_name": "x",
        "theme": {"name": "paper-catalogue"},
        "extra": {"footer": [{"name": said["footer"], "to": said["to"]}]},
        "extra_css": [said["css"]],
        "nav": [{said["nav"]: "other.md"}],
    }


def _write(path: Path, data: dict[str, Any]) -> None:
    # A lone surrogate cannot be written in UTF-8; YAML has escapes for them, and for all controls.
    path.write_text(yaml.safe_dump(data, allow_unicode=False, width=10**6), "utf-8")


@cache
def plain() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """What the pages are made of when nobody means any harm."""
    return {page: _Elements(html).found for page, html in built(PLAIN).items()}


# A site an example.
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(values)
@example(dict.fromkeys(PLACES, QUOTED))
@example(dict.fromkeys(PLACES, REFRESH))
def test_hostile_settings_put_no_element_and_no_attribute_on_any_page(said: dict[str, str]) -> None:
    said = {place: _writable(text) for place, text in said.items()}
    hostile_pages = built(said)
    assert set(hostile_pages) == {"first", "other", "guide", "404.html"}
    for page, html in hostile_pages.items():
        assert _Elements(html).found == plain()[page], page
    first = read("first.html", hostile_pages["first"])
    assert first.metas("description") == [said["about"]]
    assert [t.text for t in first.all("title")] == [_titled(said["title"], _shown(said["name"]))]
    for page in ("other", "404.html"):
        assert squeezed(read(page, hostile_pages[page]).metas("description")[0]) == squeezed(
            _shown(said["description"])
        )


def _shown(text: str) -> str:
    """Return a setting as pages show it: mended as records are."""
    return formula.plain(repair(normal(text), HAND_STEPS)) or normal(text)


def _titled(title: str, name: str) -> str:
    return title if title == name else f"{title} - {name}"


def _writable(text: str) -> str:
    """Return what YAML can hold and MkDocs takes for text: it reads front matter by itself."""
    kept = "".join(c for c in text if c.isprintable() and not "\ud800" <= c <= "\udfff")
    return squeezed(kept)


@given(hostile, hostile)
@example(QUOTED, REFRESH)
@example("a\nDisallow: /", "a\n# b")
@example("---", "---")
def test_hostile_settings_are_text_in_what_programs_read(name: str, description: str) -> None:
    name, description = (normal(f"x{text}") for text in (name, description))
    said = replace(SETTINGS, name=name, description=description)
    renderer = Renderer(CATALOGUE, said)
    assert robots_txt(said) == robots_txt(SETTINGS)
    assert _lines(llms_txt(renderer, KINDS)) == _lines(
        llms_txt(Renderer(CATALOGUE, SETTINGS), KINDS)
    )
    usual = made(CATALOGUE, EVERYTHING)
    found = made(CATALOGUE, replace(EVERYTHING, name=name, description=description))
    assert found.keys() == usual.keys()
    for path in (path for path in found if path.endswith("feed.xml")):
        tags = [[e.tag for e in ET.fromstring(feed[path]).iter()] for feed in (found, usual)]
        assert tags[0] == tags[1]
    assert json.loads(found["data/feed.json"])["title"] == name
    page = next(page for page in home.generate(renderer, [None]) if isinstance(page, Page))
    front = yaml.safe_load(page.markdown.split("\n---\n", 1)[0].removeprefix("---"))
    assert set(front) - {"updated"} == {"title", "description"}


def _lines(text: bytes) -> list[str]:
    return [line[:2] for line in text.decode().splitlines() if line[:1] in ("#", "-")]


@given(hostile)
@example("/\nDisallow: /")
@example('/"><b>')
@example("/?a=b")
def test_an_address_with_anything_in_it_that_could_end_it_is_refused(text: str) -> None:
    address = f"https://example.org/{text}"
    if is_web_address(address):
        assert not set(address) & set("\"'<>\\`?#{} \n\t")
        assert len(address.split()) == 1
