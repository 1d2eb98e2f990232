"""From Markdown to the site: weight, addresses, and what happens when MkDocs fails."""

from __future__ import annotations

import gzip
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator.output import claim
from generator.problems import BuildFailed, Problems
from generator.site.small import minified, uncommented, without_switches
from tests.conftest import ROOT, build_project, make_project
from tests.projects import build_hand_written

MOST_BYTES = 20_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_project(tmp_path_factory.mktemp("site") / "project")
    report, problems = build_project(folder, with_site=True)
    assert report.site is not None
    # MkDocs warns of links that lead nowhere, in hand-written pages too.
    assert not [p for p in problems if "mkdocs.yml" in str(p.where)]
    return folder / "site"


def html_pages(site: Path) -> dict[str, str]:
    return {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in site.rglob("*.html")}


def test_a_papers_page_is_light(site: Path) -> None:
    sizes = {path: path.stat().st_size for path in site.glob("papers/*/index.html")}
    assert sizes
    assert all(size <= MOST_BYTES for size in sizes.values()), sizes


def test_links_to_papers_carry_their_id(site: Path) -> None:
    ids = {paper["id"] for paper in json.loads((site / "data" / "papers.json").read_text())}
    for path, text in html_pages(site).items():
        for tag in re.findall(r"<a\b[^>]*>", text):
            leads = re.search(r"href=[\"']?(?:\.\./)*(?:papers/)?([a-z0-9-]+)/?[\"'\s>]", tag)
            if path.startswith(("papers/", "topics/")) and leads and leads[1] in ids:
                assert f"data-paper={leads[1]}" in tag.replace('"', ""), f"{path}: {tag}"


def test_papers_and_topics_stay_out_of_the_navigation(site: Path) -> None:
    page = (site / "papers" / "grow-slowly" / "index.html").read_text("utf-8")
    navigation = "".join(re.findall(r"<nav\b.*?</nav>", page, re.S))
    assert "papers/hostile" not in navigation
    assert "topics/weather" not in navigation


def test_a_failing_mkdocs_is_an_error_and_leaves_the_old_site(project: Path) -> None:
    build_project(project, with_site=True)
    before = {p: p.read_bytes() for p in (project / "site").rglob("*") if p.is_file()}
    own_theme(project, "{% extends 'frame.html' %}{% block content %}{{ 1 / }}{% endblock %}")
    problems = Problems()
    settings = settings_module.load(project, problems)
    assert settings is not None
    with pytest.raises(BuildFailed):
        build_project(project, with_site=True)
    with claim(settings.site_dir) as staging:
        assert build_hand_written(settings, staging, problems) is None
    assert "MkDocs cannot build the site" in str(next(iter(problems)))
    assert {p: p.read_bytes() for p in (project / "site").rglob("*") if p.is_file()} == before
    assert not (project / ".site.next").exists()


def test_a_page_in_the_way_leaves_the_site_as_it_is_and_nothing_beside_it(project: Path) -> None:
    build_project(project, with_site=True)
    (project / "docs" / "papers" / "grow-slowly.md").unlink()
    (project / "docs" / "papers" / "grow-slowly.md").mkdir()
    (project / "docs" / "papers" / "grow-slowly.md" / "mine.txt").write_text("mine")
    before = {p: p.read_bytes() for p in (project / "site").rglob("*") if p.is_file()}
    with pytest.raises(BuildFailed):
        build_project(project, with_site=True)
    assert {p: p.read_bytes() for p in (project / "site").rglob("*") if p.is_file()} == before
    assert not list(project.glob(".*.next"))


def own_theme(project: Path, main: str) -> None:
    """Give the site a folder of its own for templates, with this `main.html`."""
    (project / "theme").mkdir()
    (project / "theme" / "main.html").write_text(main)
    configuration = project / "mkdocs.yml"
    named = "  name: paper-catalogue"
    text = configuration.read_text()
    assert named in text
    configuration.write_text(text.replace(named, f"  custom_dir: theme\n{named}"))


def test_the_name_of_the_theme_is_enough(project: Path, site: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: x\ntheme: {name: paper-catalogue}\n")
    build_project(project, with_site=True)
    name = "papers/on-silence/index.html"
    whole = (site / name).read_text()
    # A site's own mkdocs.yml names pages that people wrote.
    whole = whole.replace("<a href=../../about/>About</a>", "")
    footer = re.compile("<footer.*</footer>")
    assert footer.sub("", (project / "site" / name).read_text()) == footer.sub("", whole)


def test_a_folder_of_ones_own_comes_before_the_theme(project: Path) -> None:
    own_theme(project, '{% extends "frame.html" %}{% block footer %}<p>Ours</p>{% endblock %}')
    ours = project / "theme" / "assets" / "stylesheets" / "search.css"
    ours.parent.mkdir(parents=True)
    ours.write_text("/* ours */")
    build_project(project, with_site=True)
    page = (project / "site" / "papers" / "on-silence" / "index.html").read_text()
    assert "<p>Ours</p>" in page
    assert "cat-header" in page
    assert (project / "site/assets/stylesheets/search.css").read_text() == "/* ours */"


def test_the_themes_files_are_sent_without_their_comments(site: Path) -> None:
    for path in (ROOT / "generator" / "theme").rglob("*"):
        if path.suffix in {".css", ".js"}:
            written = path.read_text("utf-8")
            sent = (site / path.relative_to(ROOT / "generator" / "theme")).read_text("utf-8")
            assert sent == uncommented(written)
            assert len(sent) < len(written)


def test_only_comments_with_their_own_lines_are_left_out() -> None:
    code = 'a("// b"); // c\n  // d\n/** e */\n/** f */ (g);\n /* h\n  * i\n */\nj /* k */;\n'
    assert uncommented(code) == 'a("// b"); // c\n/** f */ (g);\nj /* k */;\n'


def test_no_text_of_the_theme_looks_like_a_comment() -> None:
    """Only a text in backticks goes over several lines, and may have one that looks like it."""
    for path in (ROOT / "generator" / "theme").rglob("*.js"):
        written = path.read_text("utf-8")
        for text in re.findall("`[^`]*`", uncommented(written)):
            assert text in written, path.name


def test_what_is_pressed_says_no_time_and_no_system(site: Path) -> None:
    """Or it would be other bytes each day, and from another Python."""
    pressed = (site / "sitemap.xml.gz").read_bytes()
    flags, time, _quick, system = pressed[3], pressed[4:8], pressed[8], pressed[9]
    assert (flags, time, system) == (0, bytes(4), 255)
    assert gzip.decompress(pressed) == (site / "sitemap.xml").read_bytes()


def test_switches_of_material_that_nothing_uses_are_in_no_page(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert "md-toggle" not in path.read_text("utf-8"), path


def test_boxes_that_are_left_empty_are_in_no_page() -> None:
    news = '<div data-md-component="announce">\n  {}</div>'
    box = (
        '<div class="md-dialog" data-md-component="dialog">\n'
        '<div class="md-dialog__inner md-typeset"></div>\n</div>'
    )
    page = f"<body><main>{news.format('')}Sheep.</main>{box}</body>"
    assert without_switches(page) == "<body><main>Sheep.</main></body>"
    told = f"<body>{news.format('<p>Sheep are counted anew.</p>')}</body>"
    assert without_switches(told) == told


def test_only_what_stands_before_everything_else_is_a_switch() -> None:
    switch = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer">'
    cover = '<label class="md-overlay" for="__drawer"></label>'
    text = f"<pre>{switch}</pre>"
    page = f'<body dir="ltr">\n  {switch}\n  {switch}\n  {cover}\n<main>{text}</main></body>'
    assert without_switches(page) == f'<body dir="ltr">\n<main>{text}</main></body>'
    assert without_switches(text) == text


def test_minifying_keeps_text_and_formulas() -> None:
    page = (
        "<!doctype html><html><head><title>a &lt;b></title></head><body><!-- gone --><p>x "
        '<math alttext="a"><mi>a</mi><mo>&lt;</mo></math> y</p>'
        "<pre>  kept\n  too</pre></body></html>"
    )
    small = minified(page)
    assert "gone" not in small
    assert "<title>a &lt;b" in small
    assert "  kept\n  too" in small
    assert "<mo>&lt;</mo>" in small or "<mo>&LT</mo>" in small


def test_minifying_leaves_scripts_and_data_as_they_are() -> None:
    data = '<script type="application/ld+json">{"name":"a &lt b & c &amp; d"}</script>'
    script = "<script>if (a&&b) c('&d')</script>"
    small = minified(
        f"<!doctype html><html><head><title>x</title>{data}</head>"
        f'<body><p title="<script>&amp;x">y</p>{script}</body></html>'
    )
    assert '{"name":"a &lt b & c &amp; d"}' in small
    assert "if (a&&b) c('&d')" in small
    assert 'title="<script>&amp;x"' in small


def test_the_site_map_has_every_page_that_is_to_be_found_and_dates_where_they_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_project(tmp_path / "project")
    monkeypatch.setenv("SITE_URL", "https://tea.example.org/")
    build_project(folder, with_site=True)
    text = (folder / "site" / "sitemap.xml").read_text("utf-8")
    assert text.startswith("<?xml")
    dates = {
        url[0].text.removeprefix("https://tea.example.org/"): url[1].text
        for url in ET.fromstring(text)
        if url[0].text and len(url) == 2
    }
    # The newest paper on the page; of hand-written pages and of what has no dated paper none is.
    assert dates["papers/hostile/"] == "2031-03-05"
    assert dates[""] == dates["papers/"] == dates["map/"] == "2031-03-05"
    assert dates["topics/gardening/"] == "2031-02-28"
    assert not {"about/", "guide/", "topics/listings/"} & dates.keys()
    listed = re.findall(r"<loc>https://tea\.example\.org/(.*?)</loc>", text)
    assert len(set(listed)) == len(listed)
    hidden = re.compile(r"<meta [^>]*noindex[^>]*>")
    wanted = {
        path.removesuffix("index.html")
        for path, html in html_pages(folder / "site").items()
        if not hidden.search(html)
    }
    assert {"search/", "reading-list/"} <= wanted
    assert "topics/gardening/most-listed/" not in wanted
    assert "404.html" not in wanted
    assert set(listed) == wanted
    assert (folder / "site" / "robots.txt").read_text().endswith("/sitemap.xml\n")


def test_without_an_address_there_is_no_site_map(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    settings = project / "catalogue" / "catalogue.yml"
    settings.write_text(re.sub("(?m)^url:.*", "", settings.read_text("utf-8")), "utf-8")
    build_project(project, with_site=True)
    assert not list((project / "site").glob("sitemap.xml*"))
