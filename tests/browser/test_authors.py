"""Finding an author while one types, in a real browser: as in Python, by keyboard, to read out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from generator.search.authors_reader import AuthorsReader
from tests.browser.browsing import IN_A_BROWSER, on_screen, visit

pytestmark = IN_A_BROWSER

QUERIES = (
    "quill",
    "ada quill",
    "Quill, Ada",
    "qu ad",
    "nandu",
    "Ñandú-Silva zoe",
    "nnadu zoe",
    "brien",
    "obrien sons",
    "murmr",
    "whisprr gus",
    "hush b",
    "m",
    "深度",
    "+ &",
    "zzzz",
    "<script>alert(1)</script>",
)


@pytest.mark.parametrize("query", QUERIES)
def test_the_browser_finds_the_people_that_python_finds(
    site: tuple[str, Path], browser: Browser, query: str
) -> None:
    files = site[1] / "search" / "authors"
    reader = AuthorsReader(lambda name: (files / name).read_bytes())
    wanted = [found.slug for found in reader.find(query)]
    with on_screen(browser, 1280, "light") as context:
        seen = visit(context, f"{site[0]}authors/")
        page = seen.page
        page.locator(".authors-find input").fill(query)
        page.locator(".authors-find .cat-search__all").wait_for()
        links = page.locator(".authors-find [role=option]")
        addresses = links.evaluate_all("all => all.map(a => a.getAttribute('href'))")
        assert [address.split("/")[-2] for address in addresses] == wanted
        assert seen.errors == []
        assert seen.foreign == []


def test_an_author_is_reached_by_the_keyboard(site: tuple[str, Path], browser: Browser) -> None:
    with on_screen(browser, 390, "dark") as context:
        page = visit(context, f"{site[0]}authors/").page
        field = page.get_by_role("combobox", name="Name of an author")
        field.focus()
        page.keyboard.type("quil")
        option = page.get_by_role("option")
        expect(option).to_have_text(["Ada Quill2 papers"])
        expect(field).to_have_attribute("aria-expanded", "true")
        assert Axe().run(page).response["violations"] == []
        page.keyboard.press("Escape")
        expect(option).to_have_count(0)
        page.keyboard.press("ArrowDown")
        expect(option).to_have_count(1)
        page.keyboard.press("ArrowDown")
        expect(option).to_have_attribute("aria-selected", "true")
        expect(field).to_have_attribute("aria-activedescendant", "cat-authors-0")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/authors/ada-quill/$"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Ada Quill")


def test_enter_without_a_choice_searches_the_papers(
    site: tuple[str, Path], browser: Browser
) -> None:
    with on_screen(browser, 1280, "light") as context:
        page = visit(context, f"{site[0]}authors/").page
        page.locator(".authors-find input").fill("quill")
        page.locator(".authors-find input").press("Enter")
        page.wait_for_url(re.compile(r"/search/\?q=quill$"))


def test_without_a_script_the_field_is_a_form_and_lists_unfold(
    site: tuple[str, Path], browser: Browser
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site[0]}authors/")
        expect(page.locator(".authors-find button")).to_be_visible()
        page.goto(f"{site[0]}authors/bo-hush/")
        card = page.locator(".card").first
        hidden = card.get_by_role("link", name="Di Calm")
        expect(hidden).to_be_hidden()
        card.get_by_text("and 13 more").click()
        expect(hidden).to_be_visible()
        hidden.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Di Calm")


def test_a_file_that_cannot_be_had_is_told_and_asked_for_again(
    site: tuple[str, Path], browser: Browser
) -> None:
    with on_screen(browser, 1280, "light") as context:
        page = context.new_page()
        page.route("**/search/authors/p-*.json", lambda route: route.abort())
        page.goto(f"{site[0]}authors/")
        page.locator(".authors-find input").fill("quill")
        expect(page.get_by_role("alert")).to_have_text("The list could not be loaded.")
        page.unroute("**/search/authors/p-*.json")
        page.get_by_role("button", name="Retry").click()
        expect(page.get_by_role("option")).to_have_text(["Ada Quill2 papers"])
