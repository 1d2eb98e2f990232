"""Everything that visitors read is said in the language of the site: in a real browser.

The sample is built in a language that has every string of ours in brackets. What is shown without
them is a paper's own word or a name, or was forgotten.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from babel.dates import get_month_names
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.language import ENGLISH, Language
from generator.language.words import with_words
from tests.browser.browsing import IN_A_BROWSER, PAGES, visit
from tests.browser.reading_lists import (
    KEY,
    choose_file,
    entry,
    feed,
    list_file,
    papers,
    row,
    said,
)
from tests.built_once import built_once
from tests.first_catalogue import SITE_URL
from tests.projects import build_project, make_project
from tests.pseudo_language import CODE, translation, unsaid
from tests.served_site import served

pytestmark = IN_A_BROWSER

#: What has one name in all languages, and what Material says in ours.
SAME = (
    "Zum Inhalt",
    "Inhaltsverzeichnis",
    "und",
    "oder",
    "(demo_%28old%29)",
    "(grow?a=1&b=2)",
    "arXiv",
    "Atom",
    "BibTeX",
    "CSL-JSON",
    "CSV",
    "JSON Feed",
    "JSON",
    "PDF",
    "RIS",
)


class Visitor:
    """Somebody who reads every word, and notes what is in no language of theirs."""

    def __init__(self, context: BrowserContext, base: str, names: list[str]) -> None:
        self.context = context
        self.base = base
        self.seen = visit(context, base + "data/papers.json")
        self.page = self.seen.page
        self.forgotten: list[str] = []
        self._names = names
        self._typed: list[str] = []

    def go(self, path: str) -> Page:
        self.page.goto(self.base + path)
        self.seen.settle()
        # What was searched for is in the title of the window.
        self._typed = parse_qs(urlsplit(path).query).get("q", [])
        return self.page

    def read(self, where: str, within: str = "html") -> None:
        """Read what is there now."""
        self.forgotten += [
            f"{where}: {text}" for text in unsaid(self.page, [*self._names, *self._typed], within)
        ]

    def inspect(self, where: str, within: str = "html") -> None:
        """Read what is there, and have it checked for everybody else."""
        self.read(where, within)
        found = Axe().run(self.page).response["violations"]
        self.forgotten += [f"{where}: {v['id']}: {n['html']}" for v in found for n in v["nodes"]]

    def keep(self, some: dict[str, Any], before: str | None = None) -> None:
        """Let the browser have this reading list."""
        began = "2021-01-01T00:00:00.000Z"
        self.page.goto(self.base + "data/papers.json")
        self.page.evaluate(
            """([key, papers, visit]) => localStorage.setItem(key, JSON.stringify({
                version: 1, papers, visit: { ...visit, began: visit.before
                    ? new Date().toISOString() : visit.began } }))""",
            [KEY, some, {"began": began, "before": before}],
        )


def _build(folder: Path) -> None:
    make_project(folder)
    (folder / "mkdocs.yml").write_text("site_name: x\ntheme: {name: paper-catalogue}\n")
    with (folder / "catalogue" / "catalogue.yml").open("a") as file:
        file.write(f"language: {CODE}\n")
    (folder / "catalogue" / "language.po").write_bytes(translation())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)
        _, problems = build_project(folder, with_site=True)
    wrong = [str(problem) for problem in problems if "language" in problem.where.file]
    assert not wrong, "\n".join(wrong)


@pytest.fixture(scope="module")
def bracketed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The sample site in brackets, served."""
    folder = built_once(tmp_path_factory, "bracketed", _build)
    with served(folder / "site") as address:
        yield address, folder / "site"


@pytest.fixture
def visitor(bracketed: tuple[str, Path], browser: Browser) -> Iterator[Visitor]:
    made = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield Visitor(made, bracketed[0], names_of(bracketed[1].parent))
    made.close()


def names_of(project: Path) -> list[str]:
    """Return what is the same in all languages: names, and what people wrote of papers."""
    catalogue = project / "catalogue"
    areas = yaml.safe_load((catalogue / "topics.yml").read_text("utf-8"))["areas"]
    settings = yaml.safe_load((catalogue / "catalogue.yml").read_text("utf-8"))
    listed = json.loads((project / "site" / "data" / "papers.json").read_text("utf-8"))
    topics = [topic for area in areas for topic in area["topics"]]
    found = {settings["name"], settings["description"]}
    # CLDR says dates, in no string of ours.
    months = get_month_names("wide", locale=CODE).values()
    found |= {*months, *(f". {month}" for month in months)}
    for named in (*areas, *topics, *(sub for t in topics for sub in t.get("subareas", []))):
        found |= {named["name"], named.get("description", "")}
    for paper in listed:
        found |= {paper["title"], paper["venue"], paper["summary"], paper["abstract"]}
        found |= {*paper["introduces"], *paper["authors"], *" ".join(paper["authors"]).split()}
        found |= {source["source"] for source in paper["entries"]}
    return [*sorted(found - {""}), *SAME]


def test_the_search_box_speaks_it(visitor: Visitor) -> None:
    page = visitor.go("papers/")
    field = page.locator(".cat-search input")
    for typed in ("garden", "network graftin", "the", "zzzzzz", "silence"):
        field.fill(typed)
        expect(page.locator(".cat-search__panel")).to_contain_text("⟦")
        visitor.seen.settle()
        visitor.read(f"the box after {typed}")
    assert not visitor.forgotten, "\n".join(visitor.forgotten)


def test_the_search_page_speaks_it(visitor: Visitor) -> None:
    for asked in (
        "",
        "?q=network+graftin",
        "?q=zzzz",
        "?q=" + "+".join(f"w{number}" for number in range(40)),
        "?q=garden&year=1990&code=1",
        "?year=2020-2031&topic=gardening&author=ada-quill&code=1",
        "?year=-2031",
        "?year=2020-",
        "?year=unknown",
        "?topic=none&author=none&venue=none&kind=none&year=soon",
    ):
        page = visitor.go(f"search/{asked}")
        expect(page.locator(".cat-page:not([aria-busy]) .cat-page__count")).to_contain_text("⟦")
        visitor.read(f"search/{asked}")
    page = visitor.go("search/")
    for field in page.locator(".cat-facets__group > input[type=text]:visible").all():
        field.fill("zzzz")
        page.wait_for_timeout(400)
        visitor.read("a filter that finds nothing")
        field.fill("")
    for more in page.locator(".cat-facets__more:visible").all():
        more.click()
    visitor.read("all values")
    page.set_viewport_size({"width": 390, "height": 900})
    visitor.go("search/?q=garden").locator(".cat-facets > summary").click()
    visitor.inspect("filters on a phone")
    assert not visitor.forgotten, "\n".join(visitor.forgotten)


def test_the_list_of_authors_speaks_it(visitor: Visitor) -> None:
    page = visitor.go("authors/")
    for typed in ("quill", "ñandú", "hush", "zzzz", "m"):
        page.locator(".authors-find input").fill(typed)
        page.locator(".authors-find .cat-search__all").wait_for()
        visitor.inspect(f"authors like {typed}")
    assert not visitor.forgotten, "\n".join(visitor.forgotten)


def test_the_map_speaks_it(visitor: Visitor) -> None:
    for asked in ("", "?q=garden", "?q=zzzz", "?q=garden&topic=gardening&colour=year"):
        page = visitor.go(f"map/{asked}")
        expect(page.locator(".cat-map__status")).to_contain_text("⟦")
        visitor.read(f"map/{asked}")
    page = visitor.go("map/")
    canvas = page.get_by_role("application")
    canvas.focus()
    for key in ("+", "+", "ArrowLeft", *["+"] * 6, *["ArrowUp"] * 9):
        page.keyboard.press(key)
    page.wait_for_timeout(800)
    visitor.read("an enlarged map")
    page.keyboard.press("0")
    page.keyboard.press("+")
    expect(page.locator(".cat-map__card")).to_be_visible()
    visitor.inspect("the card of a paper")
    assert not visitor.forgotten, "\n".join(visitor.forgotten)


def test_a_page_of_a_paper_speaks_it(visitor: Visitor) -> None:
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.go("papers/grow-slowly/")
    visitor.read("a paper")
    page.get_by_role("button", name="⟦Copy", exact=False).first.click()
    expect(page.locator(".cat-cite button").first).to_have_text("⟦Copied⟧")
    page.locator(".cat-save").click()
    expect(page.locator(".cat-marks")).to_be_visible()
    page.locator(".cat-marks button").click()
    page.locator(".cat-note textarea").fill("n" * 1900)
    visitor.inspect("a note on it")
    page.locator(".cat-save").click()
    expect(page.locator(".cat-toast")).to_be_visible()
    expect(page.locator(".cat-toast p")).to_contain_text("⟦")
    visitor.inspect("the message that its note is gone")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.locator(".cat-cite button").first.click()
    expect(page.locator(".cite > [role=status]")).to_contain_text("⌘C")
    visitor.read("a page that may not copy")
    assert not visitor.forgotten, "\n".join(visitor.forgotten)


def test_the_reading_list_speaks_it(visitor: Visitor) -> None:
    page = visitor.go("reading-list/")
    visitor.read("an empty list")
    some = papers("grow-slowly", "hostile", "on-silence")
    some["grow-slowly"] |= {"note": "Mine.", "read": "2021-01-09T10:00:00.000Z"}
    some |= {f"more-{number}": entry(f"More {number}", missing=True) for number in range(60)}
    visitor.keep(some, "2021-01-19T10:00:00.000Z")
    feed(visitor.context, visitor.base, "grow-slowly", "hostile")
    visitor.go("")
    expect(page.locator(".cat-news")).to_contain_text("⟦")
    visitor.read("the front page with news")
    page = visitor.go("reading-list/")
    expect(page.locator("#new + ul > li")).to_have_count(2)
    visitor.inspect("a list")
    row(page, "grow-slowly").get_by_role("button", name="Edit note").click()
    row(page, "on-silence").get_by_role("button", name="Remove").click()
    row(page, "hostile").get_by_role("checkbox").check()
    visitor.read("a list after changes")
    page.locator("#cat-filter").fill("zzzz")
    visitor.read("a filter that lets nothing pass")
    page.locator("#cat-filter").fill("")
    page.get_by_role("button", name="Clear the list").click()
    visitor.inspect("the question")
    page.get_by_role("button", name="Keep them").click()
    page.get_by_role("button", name="BibTeX").click()
    expect(page.locator(".cat-panel progress")).to_be_hidden()
    visitor.read("citations of many")
    for name, content in {
        "wrong.json": "no",
        "other.json": "{}",
        "newer.json": list_file({}, version=9),
        "large.json": " " * 5_000_001,
        "some.json": list_file({**papers("on-silence"), "bad": {"title": 3}}),
        "bad.json": list_file({f"bad-{number}": {} for number in range(40)}),
    }.items():
        choose_file(page, name, content)
        expect(said(page)).to_contain_text(name)
        visitor.read(f"the import of {name}")
    page.get_by_role("button", name="Clear the list").click()
    page.get_by_role("button", name="Remove all").click()
    visitor.read("a list that was cleared")
    assert not visitor.forgotten, "\n".join(visitor.forgotten)


def test_trouble_with_the_reading_list_is_told_in_it(visitor: Visitor) -> None:
    visitor.keep(papers("on-silence"))
    visitor.page.evaluate(
        """key => {
            localStorage.setItem(`${key}:kept-1`, "not readable");
            localStorage.setItem(key, JSON.stringify({version: 9, papers: {}}));
        }""",
        KEY,
    )
    page = visitor.go("reading-list/")
    visitor.read("a list of a newer version")
    visitor.keep(papers("on-silence"))
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    page = visitor.go("reading-list/")
    row(page, "on-silence").get_by_role("button", name="Add a note").click()
    row(page, "on-silence").get_by_role("textbox").fill("lost")
    expect(page.locator(".cat-toast p")).to_contain_text("⟦")
    visitor.read("a full browser")
    page.locator(".cat-panel").get_by_role("button", name="text").click()
    expect(said(page)).to_contain_text("⟦")
    visitor.read("citations without a clipboard")
    assert not visitor.forgotten, "\n".join(visitor.forgotten)


@pytest.mark.parametrize(
    ("failing", "path", "field"),
    [
        ("**/search/index/*", "search/?q=garden", None),
        ("**/search/index/*", "papers/", ".cat-search input"),
        ("**/search/index/*", "map/?q=garden", None),
        ("**/search/authors/*", "authors/", ".authors-find input"),
        ("**/data/map.json", "map/", None),
    ],
)
def test_what_fails_is_told_in_it(
    visitor: Visitor, failing: str, path: str, field: str | None
) -> None:
    visitor.context.route(failing, lambda route: route.abort())
    page = visitor.go(path)
    if field:
        page.locator(field).fill("garden")
    page.get_by_role("button", name="⟦Retry⟧").first.wait_for()
    visitor.read(f"{path} without {failing}")
    visitor.context.unroute(failing)
    visitor.context.route(failing, lambda route: route.fulfill(json={"format": 0}))
    page.get_by_role("button", name="⟦Retry⟧").first.click()
    visitor.seen.settle()
    visitor.read(f"{path} with {failing} of another version")
    assert not visitor.forgotten, "\n".join(visitor.forgotten)


POLISH = "n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (ENGLISH, ["1 paper", "3 papers", "1,205 papers", "No <b>", "a, b; b again", "untold"]),
        (
            Language(
                "pl",
                {
                    "{number} paper": ("{number} praca", "{number} prace", "{number} prac"),
                    "No {what}": ("{what}: brak",),
                    "{one}, {two}; {two} again": ("{two} {two} {one}",),
                },
                POLISH,
                scripted=("No {what}", "{number} paper", "{one}, {two}; {two} again"),
            ),
            ["1 praca", "3 prace", "1205 prac", "<b>: brak", "b b a", "untold"],
        ),
        (
            Language(
                "ja", {"{number} paper": ("論文{number}件",)}, "0", scripted=("{number} paper",)
            ),
            ["論文1件", "論文3件", "論文1,205件", "No <b>", "a, b; b again", "untold"],
        ),
    ],
    ids=["en", "pl", "ja"],
)
def test_a_script_says_the_form_of_a_number_and_puts_values_where_they_belong(
    site: tuple[str, Path], browser: Browser, language: Language, told: list[str]
) -> None:
    context = browser.new_context()
    module = with_words((site[1] / "assets/shared/words.js").read_text("utf-8"), language)
    context.route(
        "**/shared/words.js",
        lambda route: route.fulfill(body=module, content_type="text/javascript"),
    )
    page = (site[1] / "about/index.html").read_text("utf-8")
    named = re.sub("(<html [^>]*lang=)[^ >]*", rf"\1{language.code}", page, count=1)
    context.route("**/about/", lambda route: route.fulfill(body=named, content_type="text/html"))
    made = context.new_page()
    made.goto(site[0] + "about/")
    found = made.evaluate(
        """async (base) => {
            const { say, counted } = await import(base + "assets/shared/words.js");
            const papers = (n) => counted(n, "{number} paper", "{number} papers");
            return [
                papers(1), papers(3), papers(1205), say("No {what}", { what: "<b>" }),
                say("{one}, {two}; {two} again", { one: "a", two: "b" }), say("untold"),
            ];
        }""",
        site[0],
    )
    context.close()
    assert [text.replace("\xa0", "") for text in found] == told


#: Pages that people wrote: of them the frame alone is ours.
WRITTEN = ("about/", "maintainers/", "maintainers/records/")


def test_every_kind_of_page_is_said_in_it(visitor: Visitor) -> None:
    for path in PAGES:
        visitor.go(path)
        visitor.inspect(path, ".cat-header, .cat-footer" if path in WRITTEN else "html")
    assert not visitor.forgotten, "\n".join(visitor.forgotten)
