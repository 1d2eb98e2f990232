"""Colours: text and links can be read on every ground, and where a visitor's system allows only
its own colours, every icon and every state is still there."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.browser.browsing import IN_A_BROWSER, LAYOUTS, Scheme, tour, visit

pytestmark = IN_A_BROWSER

SCHEMES: list[Scheme] = ["light", "dark"]

#: Every text whose contrast to its ground is less than 7:1 (WCAG 2.2, 1.4.6), but for drawings and
#: for what is switched off.
_PALE = r"""() => {
  const pen = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const parts = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const over = (ground, [r, g, b, a]) =>
    [r, g, b].map((part, at) => (part * a + ground[at] * (255 - a)) / 255);
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const counts = texts.currentNode.data.trim()
      && !element.closest("svg, script, option, :disabled")
      && element.checkVisibility({visibilityProperty: true, opacityProperty: true});
    if (!counts) continue;
    let ground = [255, 255, 255];
    const above = [];
    for (let one = element; one; one = one.parentElement) above.unshift(one);
    for (const one of above) ground = over(ground, parts(getComputedStyle(one).backgroundColor));
    const ink = over(ground, parts(getComputedStyle(element).color));
    const [dark, bright] = [light(ink), light(ground)].sort((a, b) => a - b);
    const contrast = (bright + 0.05) / (dark + 0.05);
    if (contrast < 7) found.add(`${element.outerHTML.slice(0, 100)}: ${contrast.toFixed(2)}`);
  }
  return [...found];
}"""

#: The share of a picture's pixels that have not the colour of most.
_INK = """async (data) => {
  const picture = new Image();
  picture.src = `data:image/png;base64,${data}`;
  await picture.decode();
  const {width, height} = picture;
  const pen = new OffscreenCanvas(width, height).getContext("2d");
  pen.drawImage(picture, 0, 0);
  const pixels = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return 1 - Math.max(...counts.values()) / pixels.length;
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_and_links_can_be_read_on_every_ground(
    site: tuple[str, Path], browser: Browser, scheme: Scheme
) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    pale = []
    for path, seen in tour(context, site[0], LAYOUTS):
        page = seen.page
        for mark in page.locator(".cat-mark, .cat-save").all()[:2]:
            mark.click()
        pale += [f"{path}: {what}" for what in page.evaluate(_PALE)]
        for button in page.locator(".button:visible").all()[:3]:
            button.hover()
            pale += [f"{path}: hovered: {what}" for what in page.evaluate(_PALE)]
        if not path:
            _choose_a_result(page)
            pale += [f"the search box: {what}" for what in page.evaluate(_PALE)]
    context.close()
    assert not pale, "\n".join(pale)


def _choose_a_result(page: Page) -> None:
    page.locator(".cat-search input").fill("network")
    page.locator(".cat-search__panel [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")


@pytest.fixture(params=SCHEMES)
def forced(browser: Browser, request: pytest.FixtureRequest) -> BrowserContext:
    """A visitor whose system allows only its own colours."""
    return browser.new_context(
        color_scheme=request.param,
        device_scale_factor=2,
        forced_colors="active",
        reduced_motion="reduce",
        viewport={"width": 390, "height": 900},
    )


def ink(place: Locator, left: float, top: float, width: float, height: float) -> float:
    """Return the share of pixels drawn on in a part of an element's box, given in shares of it."""
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    picture = place.page.screenshot(
        clip={
            "x": box["x"] + left * box["width"],
            "y": box["y"] + top * box["height"],
            "width": width * box["width"],
            "height": height * box["height"],
        }
    )
    share: float = place.page.evaluate(_INK, base64.b64encode(picture).decode())
    return share


def test_every_icon_is_there_in_forced_colours(
    site: tuple[str, Path], forced: BrowserContext
) -> None:
    seen = visit(forced, site[0] + "topics/gardening/")
    seen.settle()
    page = seen.page
    assert ink(page.locator(".cat-logo"), 0, 0, 0.1, 1) > 0.05
    assert ink(page.locator(".cat-list"), 0, 0, 1, 1) > 0.02
    # Half of the disc is filled; the handle of the looking glass is below and to the right.
    assert ink(page.locator(".cat-theme"), 0.3, 0.3, 0.4, 0.4) > 0.3
    assert ink(page.locator(".cat-search__open"), 0.56, 0.56, 0.2, 0.2) > 0.1
    assert ink(page.locator(".cat-mark").first, 0, 0, 1, 1) > 0.05
    assert ink(page.locator(".crumbs"), 0, 0, 0.025, 1) > 0.1
    page.goto(site[0] + "papers/grow-slowly/")
    save = page.locator(".cat-save")
    save.wait_for()
    assert ink(save, 0.05, 0.1, 0.25, 0.8) > 0.02
    page.goto(site[0] + "map/")
    assert ink(page.locator(".cat-map__list .cat-map__dot").first, 0, 0, 1, 1) > 0.2
    forced.close()


def test_every_state_is_there_in_forced_colours(
    site: tuple[str, Path], forced: BrowserContext
) -> None:
    page = visit(forced, site[0] + "topics/").page
    here, elsewhere = page.locator(".cat-nav [aria-current]"), page.locator(".cat-nav a").first
    edges = "e => getComputedStyle(e).borderBottomColor"
    assert here.evaluate(edges) != elsewhere.evaluate(edges)
    page.set_viewport_size({"width": 1280, "height": 900})
    outlines = "e => getComputedStyle(e).outlineStyle"
    assert (here.evaluate(outlines), elsewhere.evaluate(outlines)) == ("solid", "none")

    page.goto(site[0] + "topics/gardening/")
    mark = page.locator(".cat-mark").first
    mark.wait_for()
    hollow = ink(mark, 0, 0, 1, 1)
    mark.click()
    page.mouse.move(0, 0)
    assert ink(mark, 0, 0, 1, 1) > hollow * 1.3
    message = page.locator(".cat-toast")
    if message.is_visible():
        assert message.evaluate("e => getComputedStyle(e).borderStyle") == "solid"

    _choose_a_result(page)
    chosen = page.locator('.cat-search [aria-selected="true"]')
    assert chosen.evaluate(outlines) == "solid"
    forced.close()


def test_badges_and_kinds_have_an_edge_in_forced_colours(
    site: tuple[str, Path], forced: BrowserContext
) -> None:
    page = visit(forced, site[0] + "papers/grow-slowly/").page
    for chip in page.locator(":is(.topic, .kind, .badge):visible").all():
        assert chip.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    forced.close()


def test_the_main_button_can_be_read_in_forced_colours(
    site: tuple[str, Path], forced: BrowserContext
) -> None:
    # Chromium lays the system's ground below every text: a text of that colour is not seen.
    page = visit(forced, site[0]).page
    assert ink(page.locator(".find .button"), 0.2, 0.2, 0.6, 0.6) > 0.05
    ground = "e => { const s = getComputedStyle(e); return [s.color, s.backgroundColor]; }"
    colour, below = page.locator(".find .button").evaluate(ground)
    assert colour != below
    assert colour != page.evaluate("getComputedStyle(document.body).backgroundColor")
    forced.close()


def test_who_asks_for_more_contrast_has_no_soft_text_and_no_faint_lines(
    site: tuple[str, Path], browser: Browser
) -> None:
    context = browser.new_context(contrast="more")
    page = visit(context, site[0] + "topics/gardening/").page
    text = page.evaluate("getComputedStyle(document.body).color")
    facts = page.locator(".card .facts").first
    assert facts.evaluate("e => getComputedStyle(e).color") == text
    assert page.locator(".card").first.evaluate("e => getComputedStyle(e).borderTopColor") == text
    context.close()
