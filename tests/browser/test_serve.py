"""A page that is open while the catalogue is edited shows the new state, or why there is none."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator import settings as settings_module
from generator.problems import Place, Problem, Problems, Severity
from generator.rebuild import Rebuilding
from generator.serve import Looking, Outcome, Result, serve_live
from generator.serve.live import Live, live_server
from tests.browser.browsing import IN_A_BROWSER, wait_until

pytestmark = IN_A_BROWSER

#: Milliseconds that a whole build may take on a busy machine.
BUILD = 120_000
GOOD = Outcome(Result.GOOD)
HOSTILE = "<img src=x onerror=alert(1)>"
PAPER = "papers/grow-slowly/"


def errors(count: int) -> Outcome:
    where = Place("catalogue/papers/a-record-with-a-name-that-is-rather-long.yml", 7)
    said = [f'year: "{HOSTILE}" is not a year', *(f"fault {number}" for number in range(1, count))]
    problems = tuple(Problem(Severity.ERROR, where, what, "write four digits") for what in said)
    return Outcome(Result.ERRORS, problems)


@dataclass
class Served:
    """A site that is served, and what tells its pages of builds."""

    address: str
    site: Path
    live: Live


@pytest.fixture(scope="module")
def served(site: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served") / "site"
    shutil.copytree(site[1], folder)
    live = Live(has_site=True)
    with live_server(folder, 0, "/catalogue/", live) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.05,))
        thread.start()
        yield Served(f"http://127.0.0.1:{running.server_port}/catalogue/", folder, live)
        running.shutdown()
        thread.join()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    served.live.tell(GOOD)
    with browser.new_context(viewport={"width": 1024, "height": 600}) as context:
        page = context.new_page()
        loud: list[str] = []
        page.on("console", lambda message: loud.append(message.text))
        page.on("pageerror", lambda error: loud.append(str(error)))
        page.goto(served.address + PAPER)
        yield page
        # What is not there is said by the browser itself.
        assert [line for line in loud if "404" not in line and "503" not in line] == []


def test_a_good_build_loads_the_page_anew_where_it_was_scrolled_to(
    page: Page, served: Served
) -> None:
    page.evaluate("window.marked = true; scrollTo(0, 400)")
    served.live.tell(GOOD)
    wait_until(page, "!window.marked")
    wait_until(page, "scrollY === 400")


def test_errors_are_shown_as_text_over_the_page_and_go_with_a_good_build(
    page: Page, served: Served
) -> None:
    panel = page.get_by_role("alert")
    expect(panel).to_be_hidden()
    page.evaluate("window.marked = true")
    served.live.tell(errors(2))
    expect(panel).to_be_visible()
    expect(panel).to_contain_text("2 errors, so the site was not built")
    expect(panel).to_contain_text("a-record-with-a-name-that-is-rather-long.yml:7")
    expect(panel).to_contain_text(f'year: "{HOSTILE}" is not a year (write four digits)')
    assert page.locator(".live-panel img").count() == 0
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("window.marked")
    served.live.tell(GOOD)
    wait_until(page, "!window.marked")
    expect(panel).to_be_hidden()


@pytest.mark.parametrize("how", ["button", "Escape"])
def test_the_panel_can_be_closed_and_comes_again_with_the_next_failure(
    page: Page, served: Served, how: str
) -> None:
    panel = page.get_by_role("alert")
    served.live.tell(errors(1))
    expect(panel).to_be_visible()
    if how == "button":
        panel.get_by_role("button", name="Close").press("Enter")
    else:
        page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    served.live.tell(errors(1))
    expect(panel).to_be_visible()


def test_a_page_that_went_away_says_so_and_comes_back(page: Page, served: Served) -> None:
    folder = served.site / PAPER
    aside = served.site / "aside"
    panel = page.get_by_role("alert")
    folder.rename(aside)
    try:
        served.live.tell(GOOD)
        expect(panel).to_contain_text("This page went away with the last build")
        expect(page.get_by_role("heading", level=1)).to_contain_text("slowly")
        # Who has nothing but the page for what is not there knows already.
        page.goto(served.address + PAPER)
        served.live.tell(GOOD)
        page.wait_for_timeout(300)
        expect(panel).to_be_hidden()
    finally:
        aside.rename(folder)
    served.live.tell(GOOD)
    expect(page.get_by_role("heading", level=1)).to_contain_text("slowly")


def test_a_page_that_nobody_sees_listens_again_when_it_is_seen(page: Page, served: Served) -> None:
    hide = "Object.defineProperty(document, 'visibilityState', {value: '%s', configurable: true});"
    tell = "document.dispatchEvent(new Event('visibilitychange'))"
    page.evaluate("window.marked = true;" + hide % "hidden" + tell)
    served.live.tell(GOOD)
    page.wait_for_timeout(300)
    assert page.evaluate("window.marked")
    page.evaluate(hide % "visible" + tell)
    wait_until(page, "!window.marked")


def test_without_a_site_the_page_waits_for_one(page: Page, served: Served) -> None:
    served.live.has_site = False
    page.goto(served.address)
    expect(page.get_by_role("heading", level=1)).to_have_text("The site is not built yet")
    served.live.tell(errors(1))
    expect(page.get_by_role("alert")).to_contain_text("there is no site yet")
    assert Axe().run(page).response["violations"] == []
    served.live.tell(GOOD)
    expect(page.get_by_role("banner")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_panel_fits_every_screen_and_is_for_everybody(
    page: Page, served: Served, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 600})
    served.live.tell(errors(60))
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text("and 10 more")
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = panel.bounding_box()
    assert box is not None
    # The page above it can still be read, and what is too long in it is scrolled.
    assert box["height"] <= 0.6 * 600 + 1
    assert page.evaluate("document.querySelector('.live-panel ul').scrollHeight") > 600
    close = panel.get_by_role("button").bounding_box()
    assert close is not None
    assert min(close["width"], close["height"]) >= 24


@contextmanager
def serving(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve `project` as the command does; give the address."""
    monkeypatch.chdir(project)
    loaded = settings_module.load(project, Problems())
    assert loaded is not None
    again = Rebuilding(project, None, None, None, [])
    looking = Looking(loaded, [], project, again.settings)
    said: list[str] = []
    stop, known = threading.Event(), threading.Event()

    def say(text: str) -> None:
        said.append(text)
        known.set()

    arguments = (loaded.site_dir, 0, "/", looking.look, again.build, say, stop)
    thread = threading.Thread(target=serve_live, args=arguments)
    thread.start()
    assert known.wait(10)
    try:
        yield said[0].split(" ")[0]
    finally:
        stop.set()
        thread.join()


@pytest.mark.slow
def test_an_edit_is_seen_in_the_page_and_an_error_until_it_is_mended(
    browser: Browser, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = project / "catalogue" / "papers" / "sheep.yml"
    text = "title: Counting sheep\nsummary: They are counted.\nyear: 2024\n"
    record.write_text(text)
    with serving(project, monkeypatch) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address + "papers/sheep/")
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text("Counting sheep", timeout=BUILD)
        record.write_text(text.replace("Counting", "Herding"))
        expect(heading).to_have_text("Herding sheep", timeout=BUILD)
        record.write_text(text.replace("2024", "20x4"))
        panel = page.get_by_role("alert")
        expect(panel).to_contain_text("catalogue/papers/sheep.yml:3", timeout=BUILD)
        expect(heading).to_have_text("Herding sheep")
        record.write_text(text)
        expect(heading).to_have_text("Counting sheep", timeout=BUILD)
        expect(panel).to_be_hidden()
    assert not [
        file for file in (project / "site").rglob("*") if file.is_file() and _has_the_script(file)
    ]


def _has_the_script(file: Path) -> bool:
    data = file.read_bytes()
    return b"/.live/" in data or b"EventSource" in data
