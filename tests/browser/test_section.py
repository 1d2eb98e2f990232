"""The list of a section's pages: beside the text, on a phone folded, and used without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.browsing import IN_A_BROWSER, Scheme, on_screen, visit

pytestmark = IN_A_BROWSER

START = "maintainers/settings/"


@pytest.mark.parametrize("width", [960, 1024, 1280])
def test_beside_the_text_the_list_is_open_and_marks_the_page(
    site: tuple[str, Path], browser: Browser, width: int
) -> None:
    context = on_screen(browser, width, "light")
    page = visit(context, site[0] + START).page
    section = page.get_by_role("navigation", name="Documentation")
    expect(section.get_by_role("link", name="Records")).to_be_visible()
    expect(section.locator("summary")).to_be_hidden()
    expect(section.locator("[aria-current=page]")).to_have_text("Settings")
    title = page.locator("h1").bounding_box()
    listed = section.bounding_box()
    assert title
    assert listed
    assert listed["x"] + listed["width"] <= title["x"]
    section.get_by_role("link", name="Records").click()
    expect(page.locator("h1")).to_have_text("Records")
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_list_is_folded_and_opens_by_keyboard(
    site: tuple[str, Path], browser: Browser, scripts: bool
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto(site[0] + START)
    section = page.get_by_role("navigation", name="Documentation")
    summary = section.locator("summary")
    expect(summary).to_have_text("Documentation: Reference")
    expect(section.get_by_role("link", name="Records")).to_be_hidden()
    summary.focus()
    page.keyboard.press("Enter")
    expect(section.get_by_role("link", name="Records")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Documentation")
    context.close()


def test_one_reads_on_from_page_to_page(site: tuple[str, Path], browser: Browser) -> None:
    context = on_screen(browser, 390, "light")
    page = visit(context, site[0] + START).page
    page.get_by_role("link", name="Next").click()
    following = page.locator("h1").inner_text()
    page.get_by_role("link", name="Previous").click()
    expect(page.locator("h1")).to_have_text("Settings")
    assert following != "Settings"
    context.close()


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "dark"), (390, "light"), (1024, "dark"), (1280, "light")]
)
def test_the_documentation_is_accessible_with_its_list_open(
    site: tuple[str, Path], browser: Browser, width: int, scheme: Scheme
) -> None:
    context = on_screen(browser, width, scheme)
    wrong: list[str] = []
    for path in ("maintainers/", START, "maintainers/start/", "decisions/"):
        seen = visit(context, site[0] + path)
        seen.page.locator(".cat-section details").evaluate("(fold) => { fold.open = true; }")
        wrong += seen.errors
        wrong += [
            f"{path}: {violation['id']}: {node['html'][:200]}"
            for violation in Axe().run(seen.page).response["violations"]
            for node in violation["nodes"]
        ]
        seen.page.close()
    context.close()
    assert not wrong, "\n".join(wrong)
