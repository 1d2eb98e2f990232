"""The reading list in a real browser: nothing a visitor marked is lost, nothing leaves the browser."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browsing import IN_A_BROWSER, visit

pytestmark = IN_A_BROWSER

KEY = "reading-list:/catalogue/"
TITLES = {
    "grow-slowly": "GROW² slowly: grafting *without* a plan",
    "hostile": '<script>alert(1)</script> {{ 7*7 }} [x](javascript:alert(2)) `code` & "quotes"',
    "on-silence": "On silence",
}
#: A key that a program could take for something else.
PROTO = "__proto__"

Seed = Callable[..., None]


def entry(title: str, day: int = 1, **others: Any) -> dict[str, Any]:
    at = f"2031-01-{day:02}T10:00:00.000Z"
    return {"title": title, "saved": at, "read": None, "note": "", "changed": at, **others}


def papers(*ids: str) -> dict[str, Any]:
    return {name: entry(TITLES.get(name, name), day) for day, name in enumerate(ids, 1)}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def keep(site: tuple[str, Path], context: BrowserContext) -> Seed:
    """Put a text, or a list of papers, where the browser keeps the reading list."""

    def put(value: Any, before: str | None = None) -> None:
        if not isinstance(value, str):
            visited = {"began": "2031-01-01T00:00:00.000Z", "before": before}
            value = json.dumps(
                {"version": 1, "papers": value, "visit": visited},
                ensure_ascii=False,
                separators=(",", ":"),
            )
        page = context.new_page()
        page.goto(site[0] + "data/papers.json")
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
        if before:
            page.evaluate(
                """key => {
                    const list = JSON.parse(localStorage.getItem(key));
                    list.visit.began = new Date().toISOString();
                    localStorage.setItem(key, JSON.stringify(list));
                }""",
                KEY,
            )
        page.close()

    return put


def kept(page: Page) -> Any:
    """What the browser keeps: the papers by id."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))["papers"]


def card_button(page: Page, paper: str) -> Locator:
    return page.locator("li", has=page.locator(f'a[data-paper="{paper}"]')).locator(".cat-mark")


def row(page: Page, paper: str) -> Locator:
    return page.locator(".cat-rows > li", has=page.locator(f'a[data-paper="{paper}"]'))


def downloaded(page: Page, press: Locator) -> str:
    with page.expect_download() as found:
        press.click()
    return found.value.path().read_text("utf-8")


def choose_file(page: Page, name: str, content: str | bytes) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Import a list").click()
    body = content if isinstance(content, bytes) else content.encode()
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": body})


def said(page: Page) -> Locator:
    return page.locator(".cat-panel [role=status]")


def feed(context: BrowserContext, base: str, *ids: str, day: str = "2031-01-20") -> None:
    items = [
        {
            "id": f"{base}papers/{name}/",
            "url": f"{base}papers/{name}/",
            "title": TITLES[name],
            "summary": "A summary.",
            "date_published": f"{day}T00:00:00Z",
            "_catalogue": {"id": name},
        }
        for name in ids
    ]
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": items}
    context.route("**/data/feed.json", lambda route: route.fulfill(json=whole))


# Saving


def test_a_card_s_button_saves_the_paper_for_every_page(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    seen = visit(context, site[0] + "topics/gardening/")
    page = seen.page
    button = card_button(page, "grow-slowly")
    expect(button).to_have_accessible_name(f"Save {TITLES['grow-slowly']}")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".cat-saved-count")).to_have_text("1")
    size = button.bounding_box()
    assert size
    assert min(size["width"], size["height"]) >= 24
    page.goto(site[0] + "papers/grow-slowly/")
    save = page.locator(".cat-save")
    expect(save).to_have_text("Saved")
    expect(save).to_have_attribute("aria-pressed", "true")
    page.goto(site[0] + "reading-list/")
    expect(row(page, "grow-slowly").get_by_role("link")).to_have_text(TITLES["grow-slowly"])
    expect(page.locator(".cat-counts")).to_have_text("1 paper: 1 to read, 0 read")
    page.goto(site[0] + "topics/gardening/")
    card_button(page, "grow-slowly").click()
    expect(page.locator(".cat-saved-count")).to_have_text("")
    assert kept(page) == {}
    assert not seen.errors
    assert not seen.foreign


def test_two_catalogues_of_one_host_do_not_mix(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "topics/gardening/").page
    page.evaluate("localStorage.setItem('reading-list:/other/', 'theirs')")
    card_button(page, "grow-slowly").click()
    expect(page.locator(".cat-saved-count")).to_have_text("1")
    found = page.evaluate("Object.keys(localStorage).sort()")
    assert found == [KEY, "reading-list:/other/"]
    assert page.evaluate("localStorage.getItem('reading-list:/other/')") == "theirs"


def test_the_page_of_a_paper_keeps_a_note_and_nothing_moves(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    seen = visit(context, site[0] + "papers/grow-slowly/")
    page = seen.page
    save = page.locator(".cat-save")
    expect(save).to_have_attribute("aria-pressed", "false")
    below = page.locator("h2").first
    place, width = below.bounding_box(), save.bounding_box()
    save.click()
    expect(save).to_have_text("Saved")
    line = page.locator(".cat-marks")
    expect(line).to_be_visible()
    after, wide = below.bounding_box(), save.bounding_box()
    assert place
    assert after
    assert width
    assert wide
    assert (after["y"], wide["width"]) == (place["y"], width["width"])
    line.get_by_role("button", name="Note").click()
    field = page.get_by_label("Note on")
    expect(field).to_be_focused()
    page.keyboard.type("Ask Ada & <b>José</b>")
    line.get_by_label("Read").check()
    expect(page.locator(".cat-saved-count")).to_have_text("")
    page.goto(site[0] + "topics/gardening/")
    expect(page.locator("li.card .cat-corner")).to_contain_text(["read"])
    page.goto(site[0] + "papers/grow-slowly/")
    expect(page.locator(".cat-preview")).to_have_text("Ask Ada & <b>José</b>")
    expect(page.locator(".cat-marks").get_by_label("Read")).to_be_checked()
    assert not seen.errors


def test_taking_a_paper_off_can_be_undone_with_its_note(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep({"grow-slowly": entry("GROW", note="Mine.")})
    page = visit(context, site[0] + "papers/grow-slowly/").page
    expect(page.locator(".cat-marks")).to_be_visible()
    page.locator(".cat-save").click()
    expect(page.locator(".cat-marks")).to_be_hidden()
    assert kept(page) == {}
    expect(page.get_by_role("status")).to_have_text(
        "Taken off the reading list, with its note.", use_inner_text=True
    )
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".cat-preview")).to_have_text("Mine.")
    assert kept(page)["grow-slowly"]["note"] == "Mine."


def test_results_of_the_search_can_be_saved(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep({"on-silence": entry("On silence", read="2031-01-02T10:00:00.000Z")})
    page = visit(context, site[0] + "search/?q=silence").page
    expect(card_button(page, "on-silence")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".cat-results .cat-corner")).to_contain_text(["read"])
    page.locator("#cat-page-q").fill("network")
    button = card_button(page, "grow-slowly")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert sorted(kept(page)) == ["grow-slowly", "on-silence"]


def test_two_tabs_show_and_keep_the_marks_of_both(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    first = visit(context, site[0] + "papers/grow-slowly/").page
    second = visit(context, site[0] + "papers/on-silence/").page
    whole = visit(context, site[0] + "reading-list/").page
    expect(first.locator(".cat-save")).to_have_attribute("aria-pressed", "false")
    first.locator(".cat-save").click()
    expect(second.locator(".cat-saved-count")).to_have_text("1")
    second.locator(".cat-save").click()
    expect(whole.locator(".cat-rows > li")).to_have_count(2)
    assert sorted(kept(first)) == ["grow-slowly", "on-silence"]


def test_a_note_typed_in_two_tabs_keeps_both_texts(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep({"grow-slowly": entry("GROW")})
    tabs = [visit(context, site[0] + "papers/grow-slowly/").page for _ in range(2)]
    for tab, text in zip(tabs, ("from one", "from two"), strict=True):
        tab.locator(".cat-marks button").click()
        tab.evaluate(
            """text => {
                const field = document.querySelector(".cat-note textarea");
                field.value = text;
                field.dispatchEvent(new Event("input"));
            }""",
            text,
        )
    tabs[0].wait_for_timeout(1000)
    note = kept(tabs[0])["grow-slowly"]["note"]
    assert "from one" in note
    assert "from two" in note


# Storage that is broken, newer, full or forbidden


def test_a_list_that_cannot_be_read_is_put_aside_and_a_new_one_begun(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep('{"version":1,"papers":{"on-silence":')
    seen = visit(context, site[0] + "papers/grow-slowly/")
    page = seen.page
    page.locator(".cat-save").click()
    expect(page.locator(".cat-save")).to_have_text("Saved")
    page.goto(site[0] + "reading-list/")
    expect(row(page, "grow-slowly")).to_be_visible()
    expect(page.locator(".cat-aside")).to_contain_text("could not be read, and was put aside")
    text = downloaded(page, page.get_by_role("button", name="Download it"))
    assert text == '{"version":1,"papers":{"on-silence":'
    page.get_by_role("button", name="Delete it").click()
    expect(page.locator(".cat-aside")).to_be_empty()
    assert page.evaluate("Object.keys(localStorage)") == [KEY]
    assert not seen.errors


def test_a_list_of_a_newer_version_is_shown_but_never_changed(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    text = json.dumps({"version": 2, "papers": papers("on-silence"), "more": [1]})
    keep(text)
    page = visit(context, site[0] + "papers/grow-slowly/").page
    page.locator(".cat-save").click()
    expect(page.get_by_role("status")).to_contain_text("A newer version of this site")
    expect(page.locator(".cat-save")).to_have_text("Save")
    page.goto(site[0] + "reading-list/")
    expect(page.get_by_role("alert")).to_contain_text("A newer version of this site")
    row(page, "on-silence").get_by_role("button", name="Remove").click()
    expect(row(page, "on-silence")).to_be_visible()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == text


FILL = """() => {
    let text = "x".repeat(1 << 20);
    let number = 0;
    while (text)
        try { localStorage.setItem(`junk-${number++}`, text); }
        catch { text = text.slice(text.length / 2 + 1); }
}"""


def test_a_full_storage_says_so_and_what_is_marked_can_be_taken_along(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep(papers("on-silence"))
    page = visit(context, site[0] + "topics/gardening/").page
    expect(page.locator(".cat-saved-count")).to_have_text("1")
    page.evaluate(FILL)
    card_button(page, "grow-slowly").click()
    expect(page.get_by_role("status")).to_contain_text("has no room left")
    expect(page.locator(".cat-saved-count")).to_have_text("2")
    text = downloaded(page, page.get_by_role("button", name="Download the list"))
    assert sorted(json.loads(text)["papers"]) == ["grow-slowly", "on-silence"]
    assert sorted(kept(page)) == ["on-silence"]
    page.evaluate("for (const key of Object.keys(localStorage)) if (key.startsWith('junk')) "
                  "localStorage.removeItem(key)")
    other = page.locator('.cat-mark[aria-pressed="false"]').first
    other.click()
    expect(page.locator(".cat-saved-count")).to_have_text("3")
    assert len(kept(page)) == 3


def test_where_storage_is_forbidden_marks_last_as_long_as_the_page(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    for name in ("localStorage", "sessionStorage"):
        context.add_init_script(
            f"Object.defineProperty(window, '{name}',"
            " { get() { throw new DOMException('no', 'SecurityError'); } })"
        )
    seen = visit(context, site[0] + "papers/grow-slowly/")
    page = seen.page
    page.locator(".cat-save").click()
    expect(page.locator(".cat-save")).to_have_text("Saved")
    expect(page.get_by_role("status")).to_contain_text("keeps nothing for this site")
    expect(page.locator(".cat-saved-count")).to_have_text("1")
    page.goto(site[0] + "reading-list/")
    expect(page.get_by_role("alert")).to_contain_text("keeps nothing for this site")
    assert not seen.errors


@pytest.fixture(scope="module")
def module_page(site: tuple[str, Path], browser: Browser) -> Iterator[Page]:
    """A page on which modules of the reading list can be loaded as if it were just opened."""
    made = browser.new_context()
    page = visit(made, site[0] + "about/").page
    page.wait_for_load_state("networkidle")
    page.evaluate("base => { window.reading = name => import(`${base}assets/reading/${name}`); }", site[0])
    yield page
    made.close()


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
TIME = st.one_of(
    st.just("2031-01-01T10:00:00.000Z"), st.just("2031-01-01"), st.just("soon"), st.none(), st.just(7)
)
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
ENTRY = st.fixed_dictionaries(
    {"title": TEXT | ANY, "saved": TIME, "read": TIME, "note": TEXT | ANY, "changed": TIME},
    optional={"missing": st.booleans(), "more": ANY},
)
IDS = st.sampled_from([PROTO, "constructor", "toString", "a", "1", ""]) | TEXT
LIST = st.fixed_dictionaries(
    {
        "version": st.sampled_from([1, 1, 1, 0, 2, "2", None, 1e300]),
        "papers": st.dictionaries(IDS, ENTRY | ANY, max_size=3) | ANY,
    },
    optional={
        "visit": st.fixed_dictionaries({"began": TIME, "before": TIME}) | ANY,
        "more": ANY,
    },
)


@settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
@given(value=LIST | ANY | TEXT, as_it_is=st.booleans(), dense=st.booleans())
def test_whatever_is_stored_nothing_throws_and_no_text_is_lost(
    module_page: Page, value: Any, as_it_is: bool, dense: bool
) -> None:
    if as_it_is and isinstance(value, str):
        raw = value
    else:
        separators = (",", ":") if dense else None
        raw = json.dumps(value, ensure_ascii=False, separators=separators)
    found = module_page.evaluate(
        """async ([key, raw]) => {
            localStorage.clear();
            localStorage.setItem(key, raw);
            window.turn = (window.turn ?? 0) + 1;
            const store = await reading(`store.js?${window.turn}`);
            const at = "2031-02-02T10:00:00.000Z";
            const entry = { title: "T", saved: at, read: null, note: "", changed: at };
            store.current();
            const done = store.change(({ papers }) => papers.set("added", entry));
            const after = localStorage.getItem(key);
            const aside = Object.keys(localStorage).filter((name) => name !== key);
            return [done, after, aside.map((name) => localStorage.getItem(name))];
        }""",
        [KEY, raw],
    )
    done, after, aside = found
    if not done:
        assert after == raw
        return
    new = json.loads(after)
    assert new["papers"].pop("added")["title"] == "T"
    if not aside:
        old = json.loads(raw)
        old["papers"].pop("added", None)
        assert new == old
    else:
        assert aside == [raw]


# The page


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
    some["hostile"]["read"] = "2031-01-09T10:00:00.000Z"
    keep(some)
    seen = visit(context, site[0] + "reading-list/")
    page = seen.page
    links = page.locator(".cat-rows a[data-paper]")
    order = "all => all.map(a => a.dataset.paper)"
    expect(links).to_have_count(3)
    assert links.evaluate_all(order) == ["on-silence", "grow-slowly", "hostile"]
    expect(links.nth(2)).to_have_text(TITLES["hostile"])
    expect(page.locator(".cat-counts")).to_have_text("3 papers: 2 to read, 1 read")
    page.get_by_label("Sort by").select_option("Title")
    assert links.evaluate_all(order) == ["grow-slowly", "on-silence", "hostile"]
    expect(row(page, "hostile")).to_contain_text("Saved 3 January 2031 · read 9 January 2031")
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
    expect(page.locator(".cat-counts")).to_be_focused()
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
    field = page.get_by_label(f"Note on {TITLES['grow-slowly']}")
    expect(field).to_be_focused()
    page.keyboard.insert_text("n" * 2100)
    assert len(field.input_value()) == 2000
    expect(page.locator(".cat-note")).to_contain_text("2000 of 2000 characters")
    page.reload()
    expect(page.locator(".cat-preview")).to_have_text("n" * 2000)
    row(page, "grow-slowly").get_by_role("button", name="Edit note").click()
    field.fill("short")
    row(page, "grow-slowly").get_by_role("button", name="note").click()
    expect(page.locator(".cat-preview")).to_have_text("short")


# New papers


def test_a_first_visit_shows_nothing_as_new(site: tuple[str, Path], context: BrowserContext) -> None:
    asked: list[str] = []
    feed(context, site[0], "grow-slowly")
    context.on("request", lambda request: asked.append(request.url))
    page = visit(context, site[0]).page
    page.wait_for_load_state("networkidle")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.locator(".cat-news, .cat-new").count() == 0
    assert not [url for url in asked if url.endswith("feed.json")]


def test_what_came_since_the_last_visit_is_new(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    feed(context, site[0], "grow-slowly", "hostile")
    keep({}, before="2031-01-19T10:00:00.000Z")
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
    expect(page.locator("#new")).to_be_in_viewport()
    card_button(page, "hostile").click()
    expect(page.locator(".cat-counts")).to_have_text("1 paper: 1 to read, 0 read")
    assert not seen.errors


def test_papers_of_the_day_of_the_last_visit_are_new_older_ones_not(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    feed(context, site[0], "grow-slowly", day="2031-01-19")
    keep({}, before="2031-01-19T10:00:00.000Z")
    page = visit(context, site[0] + "reading-list/").page
    expect(page.locator("#new + ul > li")).to_have_count(1)
    page.close()
    keep({}, before="2031-01-20T00:00:00.000Z")
    page = visit(context, site[0] + "reading-list/").page
    expect(page.locator("#new + p")).to_have_text("Nothing was added meanwhile.")


def test_a_visit_begins_anew_after_six_hours(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep(papers("grow-slowly"))
    began = "2031-01-01T00:00:00.000Z"
    page = visit(context, site[0] + "about/").page
    visited = "key => JSON.parse(localStorage.getItem(key)).visit"
    page.wait_for_function(f"([key, began]) => ({visited})(key).before === began", arg=[KEY, began])
    first = page.evaluate(visited, KEY)
    other = visit(context, site[0]).page
    other.wait_for_load_state("networkidle")
    assert other.evaluate(visited, KEY) == first
    assert sorted(kept(other)) == ["grow-slowly"]


# Files


def test_a_downloaded_list_brings_everything_to_another_browser(
    site: tuple[str, Path], context: BrowserContext, browser: Browser, keep: Seed
) -> None:
    some = papers("grow-slowly", "on-silence")
    some["grow-slowly"] |= {"note": "Two\nlines “x”", "read": "2031-01-09T10:00:00.000Z"}
    keep(some)
    page = visit(context, site[0] + "reading-list/").page
    text = downloaded(page, page.get_by_role("button", name="Download the list"))
    assert json.loads(text)["site"] == site[0]
    other = browser.new_context()
    there = visit(other, site[0] + "reading-list/").page
    choose_file(there, "list.json", text)
    expect(said(there)).to_have_text("list.json: 2 papers, 2 of them new here.")
    assert kept(there) == some
    choose_file(there, "list.json", text)
    expect(said(there)).to_have_text("list.json: 2 papers, 0 of them new here.")
    assert kept(there) == some
    other.close()


def list_file(some: dict[str, Any], **others: Any) -> str:
    return json.dumps(
        {"format": "reading list of a paper catalogue", "version": 1, "papers": some, **others}
    )


def test_importing_loses_neither_list(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep(
        {
            "grow-slowly": entry("GROW", 2, note="mine", read="2024-01-02T10:00:00.000Z"),
            "on-silence": entry("On silence", 1, note="same"),
        }
    )
    page = visit(context, site[0] + "reading-list/").page
    newer = "2024-05-05T10:00:00.000Z"
    page.evaluate(
        """key => {
            const list = JSON.parse(localStorage.getItem(key));
            for (const entry of Object.values(list.papers))
                entry.saved = entry.changed = "2024-01-01T10:00:00.000Z";
            localStorage.setItem(key, JSON.stringify(list));
        }""",
        KEY,
    )
    page.reload()
    theirs = {
        "grow-slowly": entry("GROW", changed=newer, saved=newer, note="theirs"),
        "on-silence": entry("On silence", saved="2023-01-01", changed="2023-01-01", note="same"),
        "storms-gently-introduced": {"title": "Storms", "saved": "2024-02-02"},
    }
    choose_file(page, "theirs.json", list_file(theirs))
    expect(said(page)).to_have_text("theirs.json: 3 papers, 1 of them new here.")
    found = kept(page)
    assert found["grow-slowly"]["note"] == "theirs\n\nmine"
    assert found["grow-slowly"]["read"] is None
    assert found["on-silence"]["note"] == "same"
    assert found["on-silence"]["saved"] == "2024-01-01T10:00:00.000Z"
    assert found["storms-gently-introduced"]["changed"] == "2024-02-02T00:00:00.000Z"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not json", "x.json is not a JSON file."),
        ("[1, 2]", "x.json is not a reading list."),
        ("null", "x.json is not a reading list."),
        (list_file({}).replace('"version": 1', '"version": 9'), "of another version"),
        (b" " * 5_000_001, "x.json is larger than 5 MB."),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words(
    site: tuple[str, Path], context: BrowserContext, keep: Seed, text: str | bytes, message: str
) -> None:
    keep(papers("grow-slowly"))
    seen = visit(context, site[0] + "reading-list/")
    choose_file(seen.page, "x.json", text)
    expect(said(seen.page)).to_contain_text(message)
    assert sorted(kept(seen.page)) == ["grow-slowly"]
    assert not seen.errors


def test_what_is_wrong_in_a_file_is_named_and_the_rest_taken(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "reading-list/").page
    some = {
        "good": entry("Good"),
        "no-title": entry("x", title=5),
        "no-day": entry("x", saved="yesterday"),
        "no-paper": "text",
        "long": entry("x", note="n" * 20_001),
    }
    choose_file(page, "x.json", list_file(some))
    expect(said(page)).to_have_text("x.json: 1 paper, 1 of them new here. 4 papers left out:")
    faults = page.locator(".cat-panel ul li")
    assert faults.all_inner_texts() == [
        'x.json: paper "no-title": “title” is missing or wrong.',
        'x.json: paper "no-day": “saved” is missing or wrong.',
        'x.json: paper "no-paper": “title” is missing or wrong.',
        'x.json: paper "long": “note” is missing or wrong.',
    ]
    assert sorted(kept(page)) == ["good"]


def test_a_hostile_file_does_no_harm(site: tuple[str, Path], context: BrowserContext) -> None:
    seen = visit(context, site[0] + "reading-list/")
    page = seen.page
    markup = "<img src=x onerror=alert(1)>"
    names = [PROTO, "constructor", "../about", "javascript:alert(1)", markup, "a b"]
    some = ",".join(
        f"{json.dumps(name)}: {json.dumps(entry(f'{markup} {name}', note=markup))}" for name in names
    )
    future = json.dumps({"on-silence": entry("On silence", changed="9999-01-01T00:00:00.000Z")})
    choose_file(page, "x.json", list_file({}).replace("{}", "{" + some + "," + future[1:]))
    expect(said(page)).to_have_text("x.json: 7 papers, 7 of them new here.")
    assert sorted(kept(page)) == sorted([*names, "on-silence"])
    assert page.locator("main img").count() == 0
    assert page.locator(".cat-rows a").count() == 1
    expect(page.locator(".cat-rows")).to_have_count(2)
    expect(page.locator(".cat-rows > li", has_text="not in this catalogue")).to_have_count(6)
    assert kept(page)["on-silence"]["changed"] < "9999"
    page.reload()
    expect(page.locator(".cat-rows > li")).to_have_count(7)
    assert not seen.errors


def test_a_paper_that_the_catalogue_does_not_have_is_kept_without_a_link(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "reading-list/").page
    choose_file(page, "x.json", list_file(papers("grow-slowly", "elsewhere")))
    expect(page.locator(".cat-rows > li", has_text="elsewhere")).to_contain_text(
        "not in this catalogue"
    )
    expect(row(page, "grow-slowly")).not_to_contain_text("not in this catalogue")
    assert page.locator(".cat-rows a").count() == 1


# Citations


def test_citations_come_in_every_form(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    some = papers("grow-slowly", "hostile", "on-silence")
    some["hostile"]["read"] = "2031-01-09T10:00:00.000Z"
    keep(some)
    seen = visit(context, site[0] + "reading-list/")
    page = seen.page
    press = page.locator(".cat-panel").get_by_role("button", name="BibTeX")
    library = bibtexparser.parse_string(downloaded(page, press))
    assert not library.failed_blocks
    assert len(library.entries) == 3
    expect(said(page)).to_have_text("reading-list.bib has the citations of 3 papers.")
    press = page.locator(".cat-panel").get_by_role("button", name="RIS")
    assert len(rispy.loads(downloaded(page, press))) == 3
    press = page.locator(".cat-panel").get_by_role("button", name="CSL-JSON")
    assert len(json.loads(downloaded(page, press))) == 3
    page.get_by_label("Citations of").select_option("papers to read")
    press = page.locator(".cat-panel").get_by_role("button", name="BibTeX")
    assert len(bibtexparser.parse_string(downloaded(page, press)).entries) == 2
    assert not seen.errors
    assert not seen.foreign


def test_citations_that_could_not_be_read_are_named(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep(papers("grow-slowly", "on-silence", "elsewhere"))
    page = visit(context, site[0] + "reading-list/").page
    context.route("**/papers/on-silence/", lambda route: route.abort())
    press = page.locator(".cat-panel").get_by_role("button", name="BibTeX")
    assert len(bibtexparser.parse_string(downloaded(page, press)).entries) == 1
    expect(said(page)).to_have_text(
        "reading-list.bib has the citations of 1 paper. 2 papers could not be read:"
    )
    expect(page.locator(".cat-panel ul a")).to_have_text(["On silence", "elsewhere"])
    expect(page.locator(".cat-rows > li", has_text="elsewhere")).to_contain_text(
        "not in this catalogue"
    )
    expect(page.locator("progress")).to_be_hidden()


def test_pages_are_read_six_at_a_time(module_page: Page) -> None:
    most, done = module_page.evaluate(
        """async () => {
            const { each } = await reading("transfer.js");
            let now = 0, most = 0, done = 0;
            await each([...Array(40).keys()], async () => {
                most = Math.max(most, ++now);
                await new Promise(next => setTimeout(next, 5));
                now -= 1;
                done += 1;
            });
            return [most, done];
        }"""
    )
    assert (most, done) == (6, 40)


def test_citations_are_copied_as_text_or_offered_for_it(
    site: tuple[str, Path], browser: Browser, context: BrowserContext, keep: Seed
) -> None:
    keep(papers("grow-slowly", "on-silence"))
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit(context, site[0] + "reading-list/").page
    page.get_by_role("button", name="Copy as text").click()
    expect(said(page)).to_have_text("The citations of 2 papers are on the clipboard.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "On silence" in text
    assert "GROW² slowly" in text
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy as text").click()
    field = page.get_by_label("Citations, to be copied from here")
    expect(field).to_be_focused()
    assert field.input_value() == text


# Everybody


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_filled_list_is_accessible_and_fits(
    site: tuple[str, Path], browser: Browser, width: int, scheme: str
) -> None:
    made = browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    feed(made, site[0], "grow-slowly", "hostile")
    page = made.new_page()
    page.goto(site[0] + "data/papers.json")
    some = papers("grow-slowly", "hostile", "on-silence")
    some["grow-slowly"] |= {"note": "Mine.", "read": "2031-01-09T10:00:00.000Z"}
    some["hostile"]["note"] = "n" * 200
    some |= {f"more-{number}": entry(f"More {number}", missing=True) for number in range(9)}
    page.evaluate(
        """([key, papers]) => localStorage.setItem(key, JSON.stringify({
            version: 1, papers,
            visit: { began: new Date().toISOString(), before: "2031-01-19T10:00:00.000Z" },
        }))""",
        [KEY, some],
    )
    wrong = []

    def check(where: str) -> None:
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wrong.append(f"{where}: wider than the screen")
        for violation in Axe().run(page).response["violations"]:
            wrong.extend(f"{where}: {violation['id']}: {n['html'][:200]}" for n in violation["nodes"])

    page.goto(site[0] + "reading-list/")
    expect(page.locator("#new + ul .cat-mark")).to_have_count(2)
    check("list")
    row(page, "hostile").get_by_role("button", name="Edit note").click()
    row(page, "on-silence").get_by_role("button", name="Remove").click()
    choose_file(page, "x.json", "[]")
    expect(said(page)).to_contain_text("not a reading list")
    check("list in use")
    page.goto(site[0])
    expect(page.locator(".cat-new").first).to_be_visible()
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
    assert sum(len(gzip.compress((folder / name).read_bytes())) for name in names) <= 2560
