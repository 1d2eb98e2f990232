"""The site in a real browser: small and large, light and dark, with and without JavaScript."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.serve import server
from tests.conftest import build_project, make_project
from tests.find_browser import find

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        os.environ.get("BROWSER") == "none", reason="BROWSER=none: browser tests are left out"
    ),
]

PAGES = (
    "",
    "papers/",
    "papers/grow-slowly/",
    "papers/hostile/",
    "papers/on-silence/",
    "topics/",
    "topics/gardening/",
    "topics/unsorted/",
    "about/",
    "maintainers/records/",
    "404.html",
)
SIZES = {"phone": (390, 844), "desk": (1280, 900)}


@dataclass
class Visit:
    """A page that a visitor opened, and what it asked of other hosts or complained about."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The sample site, served below a path as project pages are."""
    folder = make_project(tmp_path_factory.mktemp("browser") / "project")
    # The page for what is not there needs absolute addresses, so it must know the path.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "http://127.0.0.1/catalogue/")
        build_project(folder, with_site=True)
    with server(folder / "site", 0, "catalogue") as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/catalogue/", folder / "site"
        running.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=find(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield launched
        launched.close()


def visit(context: BrowserContext, address: str) -> Visit:
    page = context.new_page()
    found = Visit(page)
    host = address.split("/")[2]
    page.on(
        "request",
        lambda request: (
            None
            if request.url.split("/")[2:3] == [host] or request.url.startswith(("data:", "blob:"))
            else found.foreign.append(request.url)
        ),
    )
    page.on("pageerror", lambda error: found.errors.append(str(error)))
    page.on("dialog", lambda dialog: found.errors.append(f"dialog: {dialog.message}"))
    page.goto(address)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", sorted(SIZES))
def test_every_page_is_accessible_fits_and_asks_no_other_host(
    site: tuple[str, Path], browser: Browser, size: str, scheme: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    wrong = []
    for path in PAGES:
        seen = visit(context, site[0] + path)
        seen.page.wait_for_load_state("networkidle")
        if seen.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wrong.append(f"{path}: wider than the screen")
        wrong += [f"{path}: asks {url}" for url in seen.foreign]
        wrong += [f"{path}: {error}" for error in seen.errors]
        results = Axe().run(seen.page)
        wrong += [
            f"{path}: {violation['id']}: {node['html'][:200]}"
            for violation in results.response["violations"]
            for node in violation["nodes"]
        ]
        seen.page.close()
    context.close()
    assert not wrong, "\n".join(wrong)


def test_reading_and_browsing_work_without_javascript(
    site: tuple[str, Path], browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = visit(context, site[0]).page
    page.locator("article").get_by_role("link", name="Network gardening").click()
    page.locator('[data-paper="grow-slowly"]').click()
    assert page.locator("h1").inner_text().startswith("GROW² slowly: grafting *without* a plan")
    page.get_by_role("link", name="Weather in networks").first.click()
    assert page.url == site[0] + "topics/weather/"
    assert not page.locator(".find").is_visible()
    context.close()


def test_hostile_text_shows_as_it_is_and_does_nothing(
    site: tuple[str, Path], browser: Browser
) -> None:
    context = browser.new_context()
    seen = visit(context, site[0] + "papers/hostile/")
    title = '<script>alert(1)</script> {{ 7*7 }} [x](javascript:alert(2)) `code` & "quotes"'
    heading = seen.page.locator("h1")
    assert heading.evaluate("e => e.firstChild.textContent.trim()") == title
    assert seen.page.title() == f"{title} - Papers of a small group"
    assert seen.page.locator("article img, article script, article code").count() == 0
    addresses = seen.page.locator("a").evaluate_all("all => all.map(a => a.protocol)")
    assert set(addresses) <= {"http:", "https:"}
    described = seen.page.locator('meta[name="description"]').get_attribute("content") or ""
    assert "<img src=x onerror=alert(3)> **bold** _em_" in described
    assert not seen.errors
    context.close()


def results_for(page: Page, query: str) -> list[str]:
    """Type a query into the site's search; return the addresses found, best first."""
    page.locator("input[name=query]").fill(query)
    # The search listens to the keyboard alone.
    page.keyboard.press("End")
    page.wait_for_timeout(400)
    found: list[str] = page.locator(".md-search-result__link").evaluate_all(
        "all => all.map(a => new URL(a.href).pathname)"
    )
    return found


def test_the_search_finds_every_paper_by_its_title(
    site: tuple[str, Path], browser: Browser
) -> None:
    papers = json.loads((site[1] / "data" / "papers.json").read_text("utf-8"))
    context = browser.new_context()
    page = visit(context, site[0]).page
    page.locator("input[name=query]").click()
    lost = [
        paper["title"]
        for paper in papers
        if f"/catalogue/papers/{paper['id']}/" not in results_for(page, paper["title"])[:3]
    ]
    context.close()
    assert lost == []


def test_the_front_page_leads_to_results(site: tuple[str, Path], browser: Browser) -> None:
    context = browser.new_context()
    seen = visit(context, site[0])
    seen.page.get_by_label("Find a paper by words").fill("silence")
    seen.page.get_by_role("button", name="Search", exact=True).click()
    link = seen.page.locator(".md-search-result__link").first
    link.wait_for()
    link.click()
    seen.page.wait_for_url("**/papers/on-silence/**")
    assert not seen.errors
    context.close()
