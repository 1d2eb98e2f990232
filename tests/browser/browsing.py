"""What tests in a real browser share: the browser, and visits that note what happens."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Request, expect

from tests.find_browser import launched

#: The marks of tests that drive a browser.
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(
        os.environ.get("BROWSER") == "none", reason="BROWSER=none: browser tests are left out"
    ),
]


#: A page of each kind of the sample site, and some that have gone wrong before.
PAGES = (
    "",
    "papers/",
    "papers/grow-slowly/",
    "papers/hostile/",
    "papers/on-silence/",
    "topics/",
    "topics/gardening/",
    "topics/gardening/newest/",
    "topics/unsorted/",
    "venues/",
    "venues/conf/",
    "years/",
    "years/2031/",
    "new/",
    "new/2031-03/",
    "listed/",
    "listed/2031-06-03/",
    "listed/most/",
    "authors/",
    "authors/ada-quill/",
    "authors/bo-hush/",
    "search/",
    "search/?q=network+graftin",
    "stats/",
    "reading-list/",
    "map/",
    "map/?q=garden&topic=gardening",
    "map/?colour=year",
    "about/",
    "maintainers/",
    "maintainers/records/",
    "404.html",
)

#: Of these one of each layout, for tests that look at every page many times.
LAYOUTS = tuple(
    page
    for page in PAGES
    if page
    not in (
        "papers/on-silence/",
        "topics/gardening/newest/",
        "topics/unsorted/",
        "authors/bo-hush/",
        "listed/most/",
        "search/",
        "map/?q=garden&topic=gardening",
    )
    or os.environ.get("EVERY_SCREEN")
)

Scheme = Literal["light", "dark"]
#: Widths of a phone and of a desk, each in one scheme; `make benchmark` asks for both in each.
SCREENS: list[tuple[int, Scheme]] = [(390, "dark"), (1280, "light")]
if os.environ.get("EVERY_SCREEN"):
    SCREENS += [(390, "light"), (1280, "dark")]

#: Seconds that a page may take for what a test waits for: a machine that runs other tests is slow.
PATIENCE = 15
expect.set_options(timeout=1000 * PATIENCE)


def wait_until(page: Page, expression: str, given: object = None) -> None:
    """Wait until an expression, or a function of `given`, is true on the page.

    Playwright's wait_for_function evaluates text on the page again and again, which our content
    security policy forbids: it fails wherever the first answer is not yet the right one.
    """
    end = time.monotonic() + PATIENCE
    while not _is_true(page, expression, given):
        assert time.monotonic() < end, f"waited {PATIENCE} s for: {expression}"
        page.wait_for_timeout(20)


def _is_true(page: Page, expression: str, given: object) -> bool:
    try:
        return bool(page.evaluate(expression, given))
    except Error as error:
        # It is just being loaded anew.
        if "context was destroyed" in error.message:
            return False
        raise


#: Says on the console what the content security policy forbade, with its place.
_POLICY = """document.addEventListener("securitypolicyviolation", (e) => console.error(
    `policy: ${e.effectiveDirective} forbids ${e.blockedURI}`,
    `${e.sourceFile}:${e.lineNumber} ${e.sample}`))"""


#: Resolves when a page has its fonts, was drawn, and has nothing left to do.
_IDLE = """async () => {
  await document.fonts.ready;
  await new Promise((drawn) => requestAnimationFrame(drawn));
  await new Promise((idle) => requestIdleCallback(idle, {timeout: 1000}));
}"""


@dataclass
class Visit:
    """A page that a visitor opened, and what it asked of other hosts or complained about."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    unanswered: set[Request] = field(default_factory=set)

    def settle(self) -> None:
        """Wait until the page has all that it asked for, and has made of it what it makes.

        Playwright's "networkidle" waits for half a second of silence on every page.
        """
        end = time.monotonic() + PATIENCE
        self.page.wait_for_load_state()
        quiet = 0
        while quiet < 2:  # what came may lead to more
            self.page.evaluate(_IDLE)
            quiet = 0 if self.unanswered else quiet + 1
            assert time.monotonic() < end, f"waited {PATIENCE} s for: {self.unanswered}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as running:
        yield running


def on_screen(browser: Browser, width: int, scheme: Scheme) -> BrowserContext:
    """Return a visitor with a screen of this width and scheme, and nothing that moves."""
    return browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
    )


def visit(context: BrowserContext, address: str) -> Visit:
    """Open an address in a new tab."""
    found = _opened(context, address.split("/")[2])
    found.page.goto(address)
    return found


def tour(context: BrowserContext, base: str, paths: Iterable[str]) -> Iterator[tuple[str, Visit]]:
    """Open one page after the other, each settled, in one tab: a new one costs as much as a page.

    What a visit noted is of that page alone.
    """
    found = _opened(context, base.split("/")[2])
    for path in paths:
        found.foreign.clear()
        found.errors.clear()
        found.page.goto(base + path)
        found.settle()
        yield path, found
    found.page.close()


def _opened(context: BrowserContext, host: str) -> Visit:
    page = context.new_page()
    found = Visit(page)

    def asks(request: Request) -> None:
        found.unanswered.add(request)
        if request.url.split("/")[2:3] != [host] and not request.url.startswith(("data:", "blob:")):
            found.foreign.append(request.url)

    def answered(request: Request) -> None:
        found.unanswered.discard(request)

    page.on("request", asks)
    page.on("requestfinished", answered)
    page.on("requestfailed", answered)
    page.on("pageerror", lambda error: found.errors.append(str(error)))
    page.on(
        "console",
        lambda said: found.errors.append(said.text) if said.type == "error" else None,
    )
    page.add_init_script(_POLICY)
    page.on("dialog", lambda dialog: found.errors.append(f"dialog: {dialog.message}"))
    return found
