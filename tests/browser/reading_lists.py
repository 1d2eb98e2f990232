"""What tests of the reading list share: lists that a browser keeps, files, parts of the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.browser.browsing import visit

KEY = "reading-list:/catalogue/"
TITLES = {
    "grow-slowly": "GROW² slowly: grafting *without* a plan",
    "hostile": '<script>alert(1)</script> {{ 7*7 }} [x](javascript:alert(2)) `code` & "quotes"',
    "on-silence": "On silence",
}
#: A key that a program could take for something else.
PROTO = "__proto__"

Seed = Callable[..., None]


def entry(name: str, day: int = 1, **others: Any) -> dict[str, Any]:
    at = f"2021-01-{day:02}T10:00:00.000Z"
    return {"title": name, "saved": at, "read": None, "note": "", "changed": at, **others}


def papers(*ids: str) -> dict[str, Any]:
    return {name: entry(TITLES.get(name, name), day) for day, name in enumerate(ids, 1)}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def keep(site: tuple[str, Path], context: BrowserContext) -> Seed:
    """Put a text, or a list of papers, where the browser keeps the reading list."""

    def put(value: Any, before: str | None = None) -> None:
        if not isinstance(value, str):
            visited = {"began": "2021-01-01T00:00:00.000Z", "before": before}
            value = json.dumps(
                {"version": 1, "papers": value, "visit": visited},
                ensure_ascii=False,
                separators=(",", ":"),
            )
        page = context.new_page()
        page.goto(site[0] + "data/papers.json")
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
        if before:
            page.evaluate(
                """key => {
                    const list = JSON.parse(localStorage.getItem(key));
                    list.visit.began = new Date().toISOString();
                    localStorage.setItem(key, JSON.stringify(list));
                }""",
                KEY,
            )
        page.close()

    return put


def kept(page: Page) -> Any:
    """What the browser keeps: the papers by id."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))["papers"]


def card_button(page: Page, paper: str) -> Locator:
    return page.locator("li", has=page.locator(f'a[data-paper="{paper}"]')).locator(".cat-mark")


def row(page: Page, paper: str) -> Locator:
    return page.locator(".cat-rows > li", has=page.locator(f'a[data-paper="{paper}"]'))


def downloaded(page: Page, press: Locator) -> str:
    with page.expect_download() as found:
        press.click()
    return found.value.path().read_text("utf-8")


def choose_file(page: Page, name: str, content: str | bytes) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Import a list").click()
    body = content if isinstance(content, bytes) else content.encode()
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": body})


def list_file(some: dict[str, Any], **others: Any) -> str:
    return json.dumps(
        {"format": "reading list of a paper catalogue", "version": 1, "papers": some, **others}
    )


def said(page: Page) -> Locator:
    return page.locator(".cat-panel [role=status]")


def feed(context: BrowserContext, base: str, *ids: str, day: str = "2021-01-20") -> None:
    items = [
        {
            "id": f"{base}papers/{name}/",
            "url": f"{base}papers/{name}/",
            "title": TITLES[name],
            "content_text": "A summary.\n\nJournal of Wool 2021",
            "summary": "A summary.",
            "authors": [{"name": "Ada Quill"}],
            "date_published": f"{day}T00:00:00Z",
            "_catalogue": {"id": name, "venue": "Journal of Wool", "year": 2021},
        }
        for name in ids
    ]
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": items}
    context.route("**/data/feed.json", lambda route: route.fulfill(json=whole))


@pytest.fixture(scope="module")
def module_page(site: tuple[str, Path], browser: Browser) -> Iterator[Page]:
    """A page on which modules of the reading list can be loaded as if it were just opened."""
    made = browser.new_context()
    seen = visit(made, site[0] + "about/")
    seen.settle()
    page = seen.page
    page.evaluate(
        "base => { window.reading = name => import(`${base}assets/reading/${name}`); }", site[0]
    )
    yield page
    made.close()
