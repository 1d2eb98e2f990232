"""The page of the reading list in a real browser, and what is new since the last visit."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.browsing import IN_A_BROWSER, SCREENS, Scheme, on_screen, visit, wait_until
from tests.browser.reading_lists import (
    KEY,
    TITLES,
    Seed,
    card_button,
    choose_file,
    entry,
    feed,
    kept,
    papers,
    row,
    said,
)

pytestmark = IN_A_BROWSER


def test_an_empty_list_says_how_to_fill_it(site: tuple[str, Path], context: BrowserContext) -> None:
    page = visit(context, site[0] + "reading-list/").page
    main = page.locator("main")
    expect(main).to_contain_text("Nothing is saved yet")
    expect(page.get_by_role("button", name="Import a list")).to_be_visible()
    expect(page.get_by_role("button", name="BibTeX")).to_be_hidden()
    main.get_by_role("link", name="topics").click()
    assert page.url == site[0] + "topics/"


def test_papers_to_read_come_first_and_can_be_sorted(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    some = papers("grow-slowly", "on-silence", "hostile")
    some["hostile"]["read"] = "2021-01-09T10:00:00.000Z"
    keep(some)
    seen = visit(context, site[0] + "reading-list/")
    page = seen.page
    links = page.locator(".cat-rows a[data-paper]")
    order = "all => all.map(a => a.dataset.paper)"
    expect(links).to_have_count(3)
    assert links.evaluate_all(order) == ["on-silence", "grow-slowly", "hostile"]
    expect(links.nth(2)).to_have_text(TITLES["hostile"])
    expect(page.locator(".cat-reading__counts")).to_have_text("3 papers: 2 to read, 1 read")
    page.get_by_label("Sort by").select_option("Title")
    assert links.evaluate_all(order) == ["grow-slowly", "on-silence", "hostile"]
    expect(row(page, "hostile")).to_contain_text("Saved 3 January 2021 · read 9 January 2021")
    expect(page.get_by_label("Filter")).to_be_hidden()
    assert not seen.errors


def test_a_long_list_can_be_filtered_by_words_of_titles_and_notes(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    many = {f"paper-{number}": entry(f"Paper {number}", number) for number in range(1, 12)}
    many["paper-3"]["note"] = "Ünder the sea"
    keep(many)
    page = visit(context, site[0] + "reading-list/").page
    rows = page.locator(".cat-rows > li")
    expect(rows).to_have_count(11)
    page.get_by_label("Filter").fill("UNDER paper")
    expect(rows).to_have_count(1)
    page.get_by_label("Filter").fill("nowhere")
    expect(page.locator("main")).to_contain_text("No saved paper has these words.")
    page.get_by_label("Filter").fill("")
    expect(rows).to_have_count(11)


def test_a_saved_paper_says_who_wrote_it_and_where(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep(papers("on-silence"))  # saved before bylines were kept
    page = visit(context, site[0] + "topics/gardening/").page
    card_button(page, "grow-slowly").click()
    byline = "Ada Quill, José Ñandú, O'Brien & Sons · Journal of Invented Results 2031"
    assert kept(page)["grow-slowly"]["byline"] == byline
    assert "byline" not in kept(page)["on-silence"]
    page.goto(site[0] + "reading-list/")
    expect(row(page, "grow-slowly").get_by_text(byline)).to_be_visible()
    facts = row(page, "on-silence").locator(".cat-rows__facts:visible")
    expect(facts).to_have_text("Saved 1 January 2021")


def test_the_page_of_a_paper_saves_the_same_as_its_card(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "topics/gardening/").page
    card_button(page, "grow-slowly").click()
    of_card = kept(page)["grow-slowly"]["byline"]
    page.goto(site[0] + "papers/grow-slowly/")
    page.locator(".cat-save").click()
    page.locator(".cat-save").click()
    assert kept(page)["grow-slowly"]["byline"] == of_card
    page.goto(site[0] + "papers/hostile/")
    page.locator(".cat-save").click()
    assert "byline" not in kept(page)["hostile"]


def test_a_list_is_filtered_by_authors_too(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    many = {f"paper-{number}": entry(f"Paper {number}", number) for number in range(1, 12)}
    many["paper-3"]["byline"] = "José Ñandú · Journal of Wool 2031"
    keep(many)
    page = visit(context, site[0] + "reading-list/").page
    page.get_by_label("Filter").fill("nandu wool")
    expect(page.locator(".cat-rows > li")).to_have_count(1)


def test_a_list_of_thousands_shows_its_first_papers_and_more_when_asked(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep({f"paper-{number:05}": entry(f"Paper {number:05}") for number in range(16_000)})
    page = visit(context, site[0] + "reading-list/").page
    rows = page.locator(".cat-rows > li")
    expect(rows).to_have_count(50)
    expect(page.locator(".cat-reading__counts")).to_contain_text("16,000 papers")
    page.get_by_role("button", name="Show 200 more of 15,950").click()
    expect(rows).to_have_count(250)
    expect(rows.nth(50).get_by_role("link")).to_be_focused()
    row(page, "paper-00000").get_by_label("Read").check()
    expect(page.locator("#read + ul > li")).to_have_count(1)
    expect(page.locator("#to-read + ul > li")).to_have_count(250)
    page.get_by_label("Filter").fill("15999")
    expect(rows).to_have_count(1)
    expect(page.get_by_role("button", name="Show")).to_have_count(0)
    page.get_by_label("Filter").fill("paper 1599")
    expect(rows).to_have_count(12)


def test_a_list_is_cleared_after_a_question(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep(papers("grow-slowly", "on-silence"))
    page = visit(context, site[0] + "reading-list/").page
    clear = page.get_by_role("button", name="Clear the list")
    clear.click()
    question = page.get_by_role("group", name="Clear the list")
    expect(question).to_contain_text("Remove 2 papers and all notes from this browser?")
    page.keyboard.press("Enter")  # the safe answer has the focus
    expect(clear).to_be_focused()
    assert len(kept(page)) == 2
    clear.click()
    question.get_by_role("button", name="Remove all").click()
    expect(said(page)).to_have_text("The list is empty: 2 papers removed.")
    expect(page.locator("main")).to_contain_text("Nothing is saved yet")
    expect(clear).to_be_hidden()
    assert kept(page) == {}


def test_marking_as_read_moves_the_paper_and_the_focus_stays_in_the_list(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep(papers("grow-slowly", "on-silence"))
    page = visit(context, site[0] + "reading-list/").page
    box = row(page, "on-silence").get_by_label("Read")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#read + ul > li")).to_have_count(1)
    expect(row(page, "grow-slowly").get_by_role("link")).to_be_focused()
    expect(page.locator(".cat-reading > [role=status]")).to_have_text("Marked as read.")
    row(page, "grow-slowly").get_by_label("Read").press("Space")
    expect(page.locator("#read + ul > li")).to_have_count(2)
    expect(page.locator(".cat-reading__counts")).to_be_focused()
    assert all(paper["read"] for paper in kept(page).values())


def test_a_removed_paper_leaves_its_place_to_undo(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    some = papers("grow-slowly", "on-silence")
    some["on-silence"]["note"] = "Mine."
    keep(some)
    page = visit(context, site[0] + "reading-list/").page
    row(page, "on-silence").get_by_role("button", name="Remove On silence").press("Enter")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    expect(page.locator(".cat-reading > [role=status]")).to_contain_text("Removed “On silence”.")
    assert sorted(kept(page)) == ["grow-slowly"]
    page.keyboard.press("Enter")
    expect(row(page, "on-silence").get_by_role("button", name="Remove")).to_be_focused()
    assert kept(page)["on-silence"]["note"] == "Mine."
    row(page, "on-silence").get_by_role("button", name="Remove").click()
    row(page, "grow-slowly").get_by_role("button", name="Remove").click()
    expect(page.get_by_role("button", name="Undo")).to_have_count(1)
    page.reload()
    expect(page.locator("main")).to_contain_text("Nothing is saved yet")


def test_a_note_is_edited_in_place_and_kept_while_typing(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep(papers("grow-slowly"))
    page = visit(context, site[0] + "reading-list/").page
    row(page, "grow-slowly").get_by_role("button", name="Add a note").click()
    field = page.get_by_role("textbox", name=f"Note on {TITLES['grow-slowly']}")
    expect(field).to_be_focused()
    page.keyboard.insert_text("n" * 2100)
    assert len(field.input_value()) == 2000
    expect(page.locator(".cat-note")).to_contain_text("2000 of 2000 characters")
    page.reload()
    expect(page.locator(".cat-note__preview")).to_have_text("n" * 2000)
    row(page, "grow-slowly").get_by_role("button", name="Edit note").click()
    field.fill("short")
    row(page, "grow-slowly").get_by_role("button", name="note").click()
    expect(page.locator(".cat-note__preview")).to_have_text("short")


def test_a_first_visit_shows_nothing_as_new(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    asked: list[str] = []
    feed(context, site[0], "grow-slowly")
    context.on("request", lambda request: asked.append(request.url))
    page = visit(context, site[0]).page
    page.wait_for_load_state("networkidle")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.locator(".cat-news, .cat-corner__new").count() == 0
    assert not [url for url in asked if url.endswith("feed.json")]


def test_what_came_since_the_last_visit_is_new(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    feed(context, site[0], "grow-slowly", "hostile")
    keep({}, before="2021-01-19T10:00:00.000Z")
    seen = visit(context, site[0])
    page = seen.page
    news = page.locator("#latest a")
    expect(news).to_have_text("· 2 new since your last visit")
    expect(card_button(page, "grow-slowly").locator("xpath=..").first).to_contain_text("new")
    news.click()
    page.wait_for_url("**/reading-list/#new")
    cards = page.locator("#new + ul > li")
    expect(cards).to_have_count(2)
    expect(cards.nth(1).get_by_role("link")).to_have_text(TITLES["hostile"])
    expect(cards.nth(1)).to_contain_text("A summary.")
    expect(cards.nth(1)).to_contain_text("Ada Quill · Journal of Wool 2021")
    expect(cards.nth(1)).to_contain_text("Added 20 January 2021")
    expect(cards.nth(1).locator(".text")).to_have_text("A summary.")
    expect(page.locator("#new")).to_be_in_viewport()
    card_button(page, "hostile").click()
    expect(page.locator(".cat-reading__counts")).to_have_text("1 paper: 1 to read, 0 read")
    expect(row(page, "hostile")).to_contain_text("Ada Quill · Journal of Wool 2021")
    expect(row(page, "hostile")).not_to_contain_text("Added")
    assert not seen.errors


def test_papers_of_the_day_of_the_last_visit_are_new_older_ones_not(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    feed(context, site[0], "grow-slowly", day="2021-01-19")
    keep({}, before="2021-01-19T10:00:00.000Z")
    page = visit(context, site[0] + "reading-list/").page
    expect(page.locator("#new + ul > li")).to_have_count(1)
    page.close()
    keep({}, before="2021-01-20T00:00:00.000Z")
    page = visit(context, site[0] + "reading-list/").page
    expect(page.locator("#new + p")).to_have_text("Nothing was added meanwhile.")


def test_a_visit_begins_anew_after_six_hours(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep(papers("grow-slowly"))
    began = "2021-01-01T00:00:00.000Z"
    page = visit(context, site[0] + "about/").page
    visited = "key => JSON.parse(localStorage.getItem(key))?.visit"
    wait_until(page, f"([key, began]) => ({visited})(key)?.before === began", [KEY, began])
    first = page.evaluate(visited, KEY)
    other = visit(context, site[0]).page
    other.wait_for_load_state("networkidle")
    assert other.evaluate(visited, KEY) == first
    assert sorted(kept(other)) == ["grow-slowly"]


def test_without_javascript_the_page_says_why_it_needs_it(
    site: tuple[str, Path], browser: Browser
) -> None:
    made = browser.new_context(java_script_enabled=False)
    page = visit(made, site[0] + "reading-list/").page
    main = page.locator("main")
    expect(main).to_contain_text("The reading list needs JavaScript")
    expect(main).to_contain_text("kept in this browser")
    expect(page.get_by_text("Nothing is saved yet")).to_be_hidden()
    page.goto(site[0] + "papers/grow-slowly/")
    expect(page.locator(".cat-save")).to_be_hidden()
    made.close()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_a_filled_list_is_accessible_and_fits(
    site: tuple[str, Path], browser: Browser, width: int, scheme: Scheme
) -> None:
    made = on_screen(browser, width, scheme)
    feed(made, site[0], "grow-slowly", "hostile")
    page = made.new_page()
    page.goto(site[0] + "data/papers.json")
    some = papers("grow-slowly", "hostile", "on-silence")
    some["grow-slowly"] |= {"note": "Mine.", "read": "2021-01-09T10:00:00.000Z"}
    some["hostile"]["note"] = "n" * 200
    some |= {f"more-{number}": entry(f"More {number}", missing=True) for number in range(9)}
    page.evaluate(
        """([key, papers]) => localStorage.setItem(key, JSON.stringify({
            version: 1, papers,
            visit: { began: new Date().toISOString(), before: "2021-01-19T10:00:00.000Z" },
        }))""",
        [KEY, some],
    )
    wrong = []

    def check(where: str) -> None:
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wrong.append(f"{where}: wider than the screen")
        for violation in Axe().run(page).response["violations"]:
            wrong.extend(
                f"{where}: {violation['id']}: {n['html'][:200]}" for n in violation["nodes"]
            )

    page.goto(site[0] + "reading-list/")
    expect(page.locator("#new + ul .cat-mark")).to_have_count(2)
    check("list")
    page.get_by_role("button", name="Clear the list").click()
    check("question")
    page.get_by_role("button", name="Keep them").click()
    row(page, "hostile").get_by_role("button", name="Edit note").click()
    row(page, "on-silence").get_by_role("button", name="Remove").click()
    choose_file(page, "x.json", "[]")
    expect(said(page)).to_contain_text("not a reading list")
    check("list in use")
    page.goto(site[0])
    expect(page.locator(".cat-corner__new").first).to_be_visible()
    check("front page")
    page.goto(site[0] + "papers/grow-slowly/")
    page.locator(".cat-marks button").click()
    check("paper")
    page.locator(".cat-save").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    check("message")
    made.close()
    assert not wrong, "\n".join(wrong)


def test_ordinary_pages_load_little_for_the_list(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site[0] + "papers/grow-slowly/")
    page.wait_for_load_state("networkidle")
    names = sorted(re.findall(r"assets/reading/(\S+)", " ".join(asked)))
    assert names == ["marks.js", "store.js"]
    folder = site[1] / "assets" / "reading"
    assert sum(len(gzip.compress((folder / name).read_bytes())) for name in names) <= 2910
