"""Room: on every screen and with letters of every size the header is whole, no page scrolls
sideways, and what is there to be pressed is large enough."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.serve import server
from tests.browser.browsing import IN_A_BROWSER, LAYOUTS, tour, visit

pytestmark = IN_A_BROWSER

#: Of phones, one less a scroll bar, and the screens on both sides of every break of the layout.
WIDTHS = (305, 320, 360, 383, 390, 480, 672, 768, 959, 960, 1000, 1024, 1100, 1167, 1168, 1280)
#: Sizes of letters that a browser's settings offer, in pixels; 16 is the usual one.
LETTERS = [16, 32, *([20, 24] if os.environ.get("EVERY_SCREEN") else [])]
#: As long as names of catalogues and topics get.
LONG_NAME = "Information extraction and neural architectures"

#: Writes long names into the page, and returns what takes them out again.
_LENGTHEN = """name => {
  const said = new Map();
  const write = (part, text) => {
    said.set(part, [...part.childNodes]);
    part.textContent = text;
  };
  write(document.querySelector(".cat-logo"), name);
  write(document.querySelector(".cat-saved-count"), "128");
  for (const topic of document.querySelectorAll(".topic, .parts > span > a")) write(topic, name);
  return () => said.forEach((nodes, part) => part.replaceChildren(...nodes));
}"""

#: What is wrong with the room that the page's parts have: one sentence each.
_WRONG = """() => {
  const wrong = [];
  const width = document.documentElement.clientWidth;
  const whole = document.scrollingElement.scrollWidth;
  if (whole > width) wrong.push(`is ${whole} wide`);
  const parts = document.querySelectorAll(
    ".cat-logo, .cat-nav a, .cat-list, .cat-search__open, .cat-search__field, .cat-theme");
  const seen = [...parts].filter((part) => part.checkVisibility({opacityProperty: true}));
  const boxes = seen.map((part) => [part, part.getBoundingClientRect()]);
  const name = (part) => part.className || part.textContent.trim();
  for (const [part, box] of boxes) {
    if (box.left < -0.5 || box.right > width + 0.5) wrong.push(`${name(part)} is cut`);
    if (part.scrollWidth > part.clientWidth + 1) wrong.push(`${name(part)} is wider than its box`);
    for (let over = part.parentElement; over; over = over.parentElement) {
      const around = over.getBoundingClientRect();
      const hides = getComputedStyle(over).overflow !== "visible";
      if (hides && (box.right > around.right + 0.5 || box.bottom > around.bottom + 0.5))
        wrong.push(`${name(part)} is hidden by ${name(over)}`);
    }
    for (const [other, its] of boxes) {
      const inside = part.closest(".cat-search") && other.closest(".cat-search");
      if (other !== part && !inside && box.left < its.right - 1 && its.left < box.right - 1
          && box.top < its.bottom - 1 && its.top < box.bottom - 1)
        wrong.push(`${name(part)} overlaps ${name(other)}`);
    }
  }
  if (seen.length < parts.length - 1) wrong.push(`shows ${seen.length} parts of its header`);
  return wrong;
}"""

#: What is there to be pressed and is smaller than 24 by 24 pixels, but for links within a sentence
#: and what has as much room around it (WCAG 2.2, 2.5.8).
_SMALL = """() => {
  const pressed = "a[href], button, summary, input, select, textarea";
  const targets = [...document.querySelectorAll(pressed)]
    .filter((target) => target.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .map((target) => {
      const whole = target.matches("[type=checkbox]") ? target.closest("label") : target;
      const boxes = [...whole.getClientRects()];
      const box = boxes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
      return {target, box};
    })
    .filter(({target, box}) => box?.width && !target.closest("svg, .md-skip"));
  const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 3;
  const inText = (target) =>
    getComputedStyle(target).display === "inline" && target.parentElement.matches("p, li, td, dd")
    && [...target.parentElement.childNodes].some(isText);
  const clear = (box) => targets.every(({box: other}) => {
    if (other === box) return true;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const far = Math.hypot(
      Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
    return far >= 12;
  });
  return targets
    .filter(({target, box}) => (box.height < 23.9 || box.width < 23.9)
      && !inText(target) && !(box.height >= 23.9 && clear(box)))
    .map(({target, box}) =>
      `${target.outerHTML.slice(0, 120)} is ${Math.round(box.width)} by ${Math.round(box.height)}`);
}"""


#: What is wrong with the page as it is, and with long names: it is measured twice in one look, as
#: to give a page another width takes most of the time.
_WRONG_WITH_LONG_NAMES = f"""name => {{
  const [wrong, lengthen] = [{_WRONG}, {_LENGTHEN}];
  const found = wrong();
  const undo = lengthen(name);
  found.push(...wrong().map((what) => `with long names: ${{what}}`));
  undo();
  return found;
}}"""


def wrong_at(page: Page, widths: tuple[int, ...] = WIDTHS, long_name: str = "") -> Iterator[str]:
    """Yield what has no room on the page, also with a long name: a line a width and fault."""
    look = _WRONG_WITH_LONG_NAMES if long_name else _WRONG
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        for what in page.evaluate(look, long_name):
            yield f"{page.url}: {width} pixels: {what}"


def with_letters(page: Page, pixels: int) -> None:
    """Give the page another size of letters, as a browser's settings do."""
    sizes = {"standard": pixels, "fixed": pixels * 13 // 16}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})


@pytest.mark.parametrize("letters", LETTERS)
def test_the_header_is_whole_and_no_page_scrolls_sideways(
    site: tuple[str, Path], browser: Browser, letters: int
) -> None:
    context = browser.new_context(reduced_motion="reduce")
    wrong: list[str] = []
    for _, seen in tour(context, site[0], LAYOUTS):
        with_letters(seen.page, letters)
        wrong += wrong_at(seen.page, long_name=LONG_NAME)
    context.close()
    assert not wrong, "\n".join(wrong)


def test_letters_of_twice_the_size_fit_where_the_layout_knows_nothing_of_them(
    site: tuple[str, Path], browser: Browser
) -> None:
    # As by a browser that enlarges text alone: media queries stay as they are.
    context = browser.new_context(reduced_motion="reduce")
    wrong: list[str] = []
    for _, seen in tour(context, site[0], LAYOUTS):
        seen.page.evaluate("document.documentElement.style.fontSize = '250%'")
        wrong += wrong_at(seen.page)
    context.close()
    assert not wrong, "\n".join(wrong)


def test_a_formula_that_is_no_long_one_fits_a_small_phone(
    site: tuple[str, Path], browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = visit(context, site[0] + "papers/grow-slowly/").page
    formula = f"<math><mrow>{'<mi>W</mi>' * 28}</mrow></math>"
    places = "h1, .summary, #related-papers + ul a[data-paper]"
    assert page.locator(places).count() >= 3
    page.locator(places).evaluate_all(
        "(all, formula) => all.forEach((one) => { one.innerHTML = formula; })", formula
    )
    wrong = list(wrong_at(page, (320,)))
    context.close()
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("place", [".card .text", ".card > a[data-paper]", "h1", ".summary"])
def test_what_cannot_be_broken_scrolls_in_its_place(
    site: tuple[str, Path], browser: Browser, place: str
) -> None:
    context = browser.new_context()
    page = visit(context, site[0] + "topics/gardening/").page
    formula = f'<span class="formula"><math><mrow>{"<mi>W</mi>" * 200}</mrow></math></span>'
    page.locator(place).first.evaluate("(one, formula) => { one.innerHTML = formula; }", formula)
    wrong = list(wrong_at(page, (320, 1024)))
    context.close()
    assert not wrong, "\n".join(wrong)


def test_what_can_be_pressed_is_large_enough(site: tuple[str, Path], browser: Browser) -> None:
    wrong: list[str] = []
    for width in (390, 1280):
        context = browser.new_context(viewport={"width": width, "height": 800})
        for path, seen in tour(context, site[0], LAYOUTS):
            for mark in seen.page.locator(".cat-mark, .cat-save").all()[:2]:
                mark.click()
            wrong += [f"{path}: {width} pixels: {what}" for what in seen.page.evaluate(_SMALL)]
        context.close()
    assert not wrong, "\n".join(wrong)


@pytest.mark.skipif(
    not os.environ.get("EVERY_SCREEN"), reason="takes minutes; `make benchmark` asks for it"
)
@pytest.mark.parametrize("letters", [16, 32])
def test_every_page_of_the_first_catalogue_has_room(
    first_site: Path, browser: Browser, letters: int
) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    with_letters(page, letters)
    wrong: list[str] = []
    with server(first_site, 0, "catalogue") as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        for file in sorted(first_site.rglob("*.html")):
            path = file.relative_to(first_site).as_posix()
            page.set_viewport_size({"width": 1280, "height": 800})
            page.goto(f"http://127.0.0.1:{running.server_port}/catalogue/{path}")
            wrong += wrong_at(page, (320, 360, 768, 960, 1024, 1100, 1280))
        running.shutdown()
        thread.join()
    context.close()
    assert not wrong, "\n".join(wrong)
