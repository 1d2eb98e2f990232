"""The site in a real browser: small and large, light and dark, with and without JavaScript."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.browsing import IN_A_BROWSER, PAGES, SCREENS, Scheme, on_screen, tour, visit

pytestmark = IN_A_BROWSER


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_every_page_is_accessible_fits_and_asks_no_other_host(
    site: tuple[str, Path], browser: Browser, width: int, scheme: Scheme
) -> None:
    context = on_screen(browser, width, scheme)
    wrong = []
    for path, seen in tour(context, site[0], PAGES):
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
    context.close()
    assert not wrong, "\n".join(wrong)


def test_a_short_title_is_told_from_what_stands_beside_it(
    site: tuple[str, Path], browser: Browser
) -> None:
    context = browser.new_context()
    page = visit(context, site[0] + "papers/").page
    page.locator("h2.letter + ul > li").evaluate_all(
        """all => all.forEach((item) => {
            item.firstElementChild.textContent = "X";
            item.append(" expression of concern");
        })"""
    )
    violations = [violation["id"] for violation in Axe().run(page).response["violations"]]
    context.close()
    assert not violations


def test_reading_and_browsing_work_without_javascript(
    site: tuple[str, Path], browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = visit(context, site[0]).page
    page.locator("article").get_by_role("link", name="Network gardening").first.click()
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
    """Type a query into the site's search; return the ids of the papers found, best first."""
    page.locator(".cat-search input").fill(query)
    panel = page.locator(".cat-search__panel").filter(has_not_text="Searching…")
    panel.locator("a, p").first.wait_for()
    page.wait_for_timeout(150)
    found: list[str] = page.locator(".cat-search a[data-paper]").evaluate_all(
        "all => all.map(a => a.dataset.paper)"
    )
    return found


def test_the_search_finds_every_paper_by_its_title(
    site: tuple[str, Path], browser: Browser
) -> None:
    papers = json.loads((site[1] / "data" / "papers.json").read_text("utf-8"))
    context = browser.new_context()
    page = visit(context, site[0]).page
    found = {paper["id"]: results_for(page, paper["title"])[:1] for paper in papers}
    context.close()
    assert found == {paper["id"]: [paper["id"]] for paper in papers}


def test_the_front_page_leads_to_results(site: tuple[str, Path], browser: Browser) -> None:
    context = browser.new_context()
    seen = visit(context, site[0])
    seen.page.get_by_label("Find a paper by title").fill("silence")
    seen.page.get_by_role("button", name="Search", exact=True).click()
    link = seen.page.locator(".cat-results a[data-paper]").first
    link.wait_for()
    link.click()
    seen.page.wait_for_url("**/papers/on-silence/**")
    assert not seen.errors
    context.close()


@pytest.mark.parametrize("path", ["topics/gardening/", "papers/grow-slowly/", "search/?q=grow"])
def test_a_long_name_of_a_topic_fits_a_small_phone(
    site: tuple[str, Path], browser: Browser, path: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = visit(context, site[0] + path).page
    page.locator(".topic").first.wait_for()
    for names in (".topic", ".parts > span > a"):
        page.locator(names).evaluate_all(
            "(all, name) => all.forEach((a) => { a.textContent = name; })",
            "Information extraction and texts, too",
        )
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


def test_a_visit_notes_what_the_policy_forbids_and_what_the_console_says(
    site: tuple[str, Path], browser: Browser
) -> None:
    context = browser.new_context()
    text = (site[1] / "about" / "index.html").read_text("utf-8")
    broken = text.replace("</head>", "<script>document.title = 'run'</script></head>")
    context.route("**/about/", lambda route: route.fulfill(body=broken, content_type="text/html"))
    seen = visit(context, site[0] + "about/")
    assert seen.page.title() != "run"
    assert [error for error in seen.errors if error.startswith("policy: script-src-elem forbids")]
    context.route(
        "**/topics/", lambda route: route.fulfill(body="<script>console.error('tea')</script>")
    )
    assert "tea" in visit(context, site[0] + "topics/").errors
    context.close()
