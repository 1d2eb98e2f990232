"""The map in a real browser: by pointer and by keyboard, what it highlights, without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.browsing import IN_A_BROWSER, visit, wait_until

pytestmark = IN_A_BROWSER


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def page(site: tuple[str, Path], context: BrowserContext) -> Iterator[Page]:
    seen = visit(context, site[0] + "map/")
    expect(seen.page.locator(".cat-map__papers li")).to_have_count(6)
    yield seen.page
    assert not seen.errors
    assert not seen.foreign


def listed(page: Page) -> list[str]:
    found: list[str] = page.locator(".cat-map__papers a[data-paper]").evaluate_all(
        "all => all.map(a => a.dataset.paper)"
    )
    return sorted(found)


def place_of(page: Page, site: Path, paper: str) -> tuple[float, float]:
    """Return where a paper's point is on the screen."""
    papers = json.loads((site / "data" / "papers.json").read_text("utf-8"))
    title = next(found["title"] for found in papers if found["id"] == paper)
    link = page.locator(".cat-map__papers a", has_text=title)
    number = int(link.get_attribute("data-number") or -1)
    data = json.loads((site / "data" / "map.json").read_text("utf-8"))
    box = page.locator(".cat-map__frame canvas").bounding_box()
    assert box
    width, height = data["size"]
    return (
        box["x"] + data["x"][number] / width * box["width"],
        box["y"] + data["y"][number] / height * box["height"],
    )


def test_the_canvas_takes_the_room_of_the_picture(site: tuple[str, Path], browser: Browser) -> None:
    boxes = []
    for with_script in (True, False):
        context = browser.new_context(
            viewport={"width": 390, "height": 844}, java_script_enabled=with_script
        )
        page = visit(context, site[0] + "map/").page
        if with_script:
            page.locator(".cat-map__frame canvas").wait_for()
        boxes.append(page.locator(".cat-map__frame").bounding_box())
        context.close()
    assert boxes[0] == boxes[1]


def test_a_badge_shows_on_the_map(page: Page, site: tuple[str, Path]) -> None:
    line = page.locator(".cat-map__papers li", has=page.locator("[data-paper=grow-slowly]"))
    expect(line.locator(".badge")).to_have_text("code")
    page.mouse.move(*place_of(page, site[1], "grow-slowly"))
    expect(page.locator(".cat-map__card .badge")).to_have_text("code")


def test_pointing_at_a_paper_shows_its_card(page: Page, site: tuple[str, Path]) -> None:
    card = page.locator(".cat-map__card")
    page.mouse.move(*place_of(page, site[1], "on-silence"))
    expect(card.locator("a[data-paper]")).to_have_text("On Silence")
    expect(card).to_contain_text("Nothing is said about silence")
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()
    page.mouse.click(*place_of(page, site[1], "hostile"))
    expect(card.locator("a[data-paper]")).to_contain_text("<script>alert(1)</script>")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_words_highlight_papers_and_stay_in_the_address(page: Page) -> None:
    page.get_by_label("Highlight papers with these words").fill("storm networ")
    expect(page.locator(".cat-map__status")).to_contain_text("of 6 papers highlighted")
    found = listed(page)
    assert "storms-gently-introduced" in found
    assert len(found) < 6
    assert page.url.endswith("?q=storm+networ")
    page.reload()
    expect(page.locator(".cat-map__status")).to_contain_text(f"{len(found)} of 6")
    expect(page.get_by_label("Highlight papers with these words")).to_have_value("storm networ")
    assert listed(page) == found


def test_a_topic_highlights_its_papers_and_going_back_takes_it_away(page: Page) -> None:
    page.get_by_label("Topic").select_option("gardening")
    expect(page.locator(".cat-map__status")).to_contain_text("of 6 papers highlighted")
    assert "grow-slowly" in listed(page)
    assert "on-silence" not in listed(page)
    assert page.url.endswith("?topic=gardening")
    page.go_back()
    expect(page.locator(".cat-map__status")).to_have_text("6 papers")
    assert len(listed(page)) == 6


def test_colours_of_years_have_a_legend_and_stay_in_the_address(page: Page) -> None:
    legend = page.get_by_role("list", name="Colours by year")
    expect(legend).to_be_hidden()
    canvas = page.locator(".cat-map__frame canvas")
    by_area = canvas.screenshot()
    colours = page.locator("select[name=colour]")
    colours.focus()
    page.keyboard.press("ArrowDown")
    expect(legend).to_be_visible()
    assert page.url.endswith("?colour=year")
    assert canvas.screenshot() != by_area
    page.reload()
    expect(page.locator("select[name=colour]")).to_have_value("year")
    expect(legend).to_be_visible()
    page.get_by_label("Topic").select_option("gardening")
    assert page.url.endswith("?colour=year&topic=gardening")
    page.go_back()
    page.go_back()
    expect(legend).to_be_hidden()


def test_the_legend_of_years_has_its_room_from_the_start(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    context.route("**/map/page.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(site[0] + "map/?colour=year")
    expect(page.get_by_role("list", name="Colours by year")).to_be_visible()
    page.goto(site[0] + "map/")
    expect(page.get_by_role("list", name="Colours by year")).to_be_hidden()


def test_words_that_no_paper_has_highlight_none(page: Page) -> None:
    page.get_by_label("Highlight papers with these words").fill("zzzz")
    expect(page.locator(".cat-map__status")).to_have_text("No of 6 papers highlighted")
    assert listed(page) == []


def test_everything_works_by_keyboard(page: Page) -> None:
    canvas = page.locator(".cat-map__frame canvas")
    canvas.focus()
    for _ in range(3):
        page.keyboard.press("+")
    expect(page.locator(".cat-map__status")).to_contain_text("in view")
    page.keyboard.press("0")
    expect(page.locator(".cat-map__status")).to_have_text("6 papers")
    page.keyboard.press("+")
    page.keyboard.press("ArrowLeft")
    said = page.locator(".cat-map__frame .cat-unseen")
    expect(said).to_contain_text("In the middle: ")
    title = said.inner_text().removeprefix("In the middle: ")
    expect(page.locator(".cat-map__card a[data-paper]")).to_have_text(title)
    address = page.locator(".cat-map__card a[data-paper]").get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/papers/"))
    assert page.url == address


def test_a_paper_of_the_list_that_gets_the_focus_is_marked(page: Page) -> None:
    def drawn() -> str:
        page.wait_for_timeout(60)
        text: str = page.locator(".cat-map__frame canvas").evaluate("c => c.toDataURL()")
        return text

    before = drawn()
    page.locator(".cat-map__papers a[data-paper]").first.focus()
    assert drawn() != before


def test_the_wheel_scrolls_the_page_until_the_map_has_the_focus(page: Page) -> None:
    canvas = page.locator(".cat-map__frame canvas")
    canvas.hover(position={"x": 30, "y": 400})
    page.mouse.wheel(0, 60)
    wait_until(page, "scrollY > 0")
    assert page.locator("canvas.zoomed").count() == 0
    canvas.focus()
    page.mouse.wheel(0, -120)
    page.locator("canvas.zoomed").wait_for()


def test_two_fingers_zoom_and_one_scrolls_the_page_while_the_map_is_whole(
    site: tuple[str, Path], browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = visit(context, site[0] + "map/").page
    canvas = page.locator(".cat-map__frame canvas")
    expect(canvas).to_have_css("touch-action", "pan-x pan-y")
    box = canvas.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    fingers = context.new_cdp_session(page)

    def touch(kind: str, *apart: int) -> None:
        points = [
            {"x": x + side * way, "y": y, "id": side + 1} for way in apart for side in (-1, 1)
        ]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 20)
    for way in range(25, 90, 5):
        touch("touchMove", way)
    touch("touchEnd")
    page.locator("canvas.zoomed").wait_for()
    expect(canvas).to_have_css("touch-action", "none")
    context.close()


def test_a_change_of_the_scheme_changes_the_colours(page: Page) -> None:
    canvas = page.locator(".cat-map__frame canvas")
    before = canvas.evaluate("c => c.toDataURL()")
    page.locator(".cat-theme").click()
    page.wait_for_timeout(150)
    assert canvas.evaluate("c => c.toDataURL()") != before


def test_without_the_data_the_picture_stays_and_retry_brings_the_map(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    context.route("**/data/map.json", lambda route: route.abort())
    page = visit(context, site[0] + "map/").page
    expect(page.locator(".cat-map__status")).to_contain_text("The map could not be loaded.")
    expect(page.locator("svg.map-picture")).to_be_visible()
    retry = page.get_by_role("button", name="Retry")
    retry.press("Enter")
    expect(retry).to_be_focused()
    context.unroute("**/data/map.json")
    retry.press("Enter")
    expect(page.locator(".cat-map__papers li")).to_have_count(6)
    expect(page.get_by_role("application")).to_be_focused()


def test_without_javascript_there_are_a_picture_with_links_and_a_list(
    site: tuple[str, Path], browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = visit(context, site[0] + "map/").page
    expect(page.get_by_role("img", name="Map of 6 papers")).to_be_visible()
    expect(page.locator(".cat-map__wishes, .cat-map__papers, .cat-map__tools").first).to_be_hidden()
    page.locator(".cat-map__list summary", has_text="Growing networks").click()
    page.locator(".cat-map__list").get_by_role("link", name="Network gardening").click()
    assert page.url == site[0] + "topics/gardening/"
    page.go_back()
    page.locator("svg.map-picture a").first.click()
    assert "/topics/" in page.url
    context.close()
