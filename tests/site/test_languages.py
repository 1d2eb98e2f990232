"""A site in another language: its pages and feeds name it, what programs read stays as it is."""

from __future__ import annotations

import json
from pathlib import Path

import html5lib
import pytest

from tests.projects import build_project, make_project

pytestmark = pytest.mark.slow

RECORD = """title: Vom Zählen der Schafe
summary: Counts them.
abstract: Sie sind viele.
language: de
year: 2030
kind: survey
"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the sites of the sample by their languages."""
    found = {}
    for code in ("en", "de", "zh-Hans"):
        project = make_project(tmp_path_factory.mktemp(code) / "project")
        # Without what mkdocs.yml of this repository says of the head and foot.
        (project / "mkdocs.yml").write_text("site_name: x\ntheme: {name: paper-catalogue}\n")
        file = project / "catalogue" / "catalogue.yml"
        file.write_text(f"{file.read_text('utf-8')}language: {code}\n", "utf-8")
        (project / "catalogue" / "papers" / "sheep.yml").write_text(RECORD, "utf-8")
        _, problems = build_project(project, with_site=True)
        assert not [str(p) for p in problems if "language" in str(p)]
        found[code] = project / "site"
    return found


def texts(site: Path, path: str, element: str) -> list[str]:
    page = html5lib.parse((site / path).read_text("utf-8"), namespaceHTMLElements=False)
    return ["".join(found.itertext()).strip() for found in page.iterfind(f".//{element}")]


@pytest.mark.parametrize(
    ("code", "place", "nav", "foot", "title"),
    [
        ("en", None, "Authors", "Data and feeds", "Authors"),
        ("de", "de_DE", "Autoren", "Daten und Feeds", "Autoren"),
        ("zh-Hans", "zh_CN", "作者", "数据与订阅", "作者"),
    ],
)
def test_every_page_names_its_language_and_speaks_it(
    code: str, place: str | None, nav: str, foot: str, title: str, sites: dict[str, Path]
) -> None:
    site = sites[code]
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert f" lang={code}>" in text.partition("<head>")[0], path
        assert (f"content={place} property=og:locale" in text) is bool(place), path
    assert nav in texts(site, "index.html", "header//nav/a")
    assert foot in texts(site, "index.html", "footer//a")
    assert texts(site, "authors/index.html", "h1") == [title]
    assert texts(site, "authors/index.html", "title")[0].startswith(f"{title} - ")


@pytest.mark.parametrize("code", ["de", "zh-Hans"])
def test_feeds_are_in_the_language_of_the_site(code: str, sites: dict[str, Path]) -> None:
    data = sites[code] / "data"
    assert f'xml:lang="{code}"' in (data / "feed.xml").read_text("utf-8")
    assert json.loads((data / "feed.json").read_bytes())["language"] == code


def test_what_programs_read_is_the_same_in_every_language(sites: dict[str, Path]) -> None:
    english, german = sites["en"], sites["de"]
    same = [
        path.relative_to(english).as_posix()
        for pattern in ("data/**/papers.*", "robots.txt", "llms.txt", "sitemap.xml")
        for path in sorted(english.glob(pattern))
    ]
    assert len(same) > 20
    for name in same:
        assert (german / name).read_bytes() == (english / name).read_bytes(), name


def test_words_of_ours_in_results_are_in_the_language_and_the_others_as_they_are(
    sites: dict[str, Path],
) -> None:
    def index(code: str) -> tuple[list[list[object]], dict[str, list[str]]]:
        folder = sites[code] / "search" / "index"
        start = json.loads((folder / "start.json").read_bytes())
        chunks = [json.loads((folder / name).read_bytes()) for name in start["chunks"]]
        facets = json.loads((folder / start["facets"]).read_bytes())
        return [paper for chunk in chunks for paper in chunk], facets

    (english, kinds), (german, arten) = index("en"), index("de")
    assert [paper[:7] for paper in english] == [paper[:7] for paper in german]
    (of_sheep,) = [paper for paper in german if paper[0] == "sheep"]
    assert of_sheep[7:] == ["Überblick"]
    assert "kind_names" not in kinds
    assert kinds["kinds"] == arten["kinds"]
    assert "Überblick" in arten["kind_names"]


def test_a_paper_in_another_language_than_the_site_says_so(sites: dict[str, Path]) -> None:
    german = (sites["de"] / "papers" / "sheep" / "index.html").read_text("utf-8")
    english = (sites["en"] / "papers" / "sheep" / "index.html").read_text("utf-8")
    assert german.count(" lang=") == 1
    title, abstract = "Vom Zählen der Schafe", "Sie sind viele."
    page = html5lib.parse(english, namespaceHTMLElements=False)
    marked = {"".join(e.itertext()): e.get("lang") for e in page.iterfind(".//*[@lang]")}
    assert (marked[title], marked[abstract]) == ("de", "de")
    listed = (sites["en"] / "papers" / "index.html").read_text("utf-8")
    assert f'data-paper="sheep" lang="de" href="sheep/">{title}</a>' in listed
