"""Marks of the reading list on every page, and a storage that fails: nothing marked is lost."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.browsing import IN_A_BROWSER, visit
from tests.browser.reading_lists import (
    KEY,
    PROTO,
    TITLES,
    Seed,
    card_button,
    choose_file,
    downloaded,
    entry,
    kept,
    list_file,
    papers,
    row,
    said,
)

pytestmark = IN_A_BROWSER


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
    expect(page.locator(".cat-reading__counts")).to_have_text("1 paper: 1 to read, 0 read")
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


def test_a_machine_that_is_never_idle_gets_its_buttons_soon(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    context.add_init_script("""
        window.requestIdleCallback = (work, { timeout } = {}) =>
            timeout && setTimeout(work, timeout);
    """)
    page = visit(context, site[0] + "topics/gardening/").page
    expect(card_button(page, "grow-slowly")).to_have_attribute("aria-pressed", "false")


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
    expect(page.locator(".cat-note__preview")).to_have_text("Ask Ada & <b>José</b>")
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
    expect(page.locator(".cat-toast [role=status]")).to_have_text(
        "Taken off the reading list, with its note."
    )
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".cat-note__preview")).to_have_text("Mine.")
    assert kept(page)["grow-slowly"]["note"] == "Mine."


def test_results_of_the_search_can_be_saved(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep({"on-silence": entry("On silence", read="2021-01-02T10:00:00.000Z")})
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
    for tab in tabs:
        tab.locator(".cat-marks button").click()
    for tab, text in zip(tabs, ("from one", "from two"), strict=True):
        tab.evaluate(
            """text => {
                const field = document.querySelector(".cat-note textarea");
                field.value = text;
                field.dispatchEvent(new Event("input"));
            }""",
            text,
        )
        tab.wait_for_timeout(100)  # a field is kept 400 ms after the last key
    # A browser lets the timers of a tab behind another wait, by more on a busy machine.
    for _ in range(50):
        note = kept(tabs[0])["grow-slowly"]["note"]
        if "from one" in note and "from two" in note:
            break
        tabs[0].wait_for_timeout(100)
    tabs[0].wait_for_timeout(800)
    note = kept(tabs[0])["grow-slowly"]["note"]
    assert "from one" in note
    assert "from two" in note


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
    aside = page.locator(".cat-panel__aside")
    expect(aside).to_contain_text("could not be read, and was put aside")
    text = downloaded(page, page.get_by_role("button", name="Download it"))
    assert text == '{"version":1,"papers":{"on-silence":'
    page.get_by_role("button", name="Delete it").click()
    expect(aside).to_be_empty()
    assert page.evaluate("Object.keys(localStorage)") == [KEY]
    assert not seen.errors


def test_a_list_of_a_newer_version_is_shown_but_never_changed(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    text = json.dumps({"version": 2, "papers": papers("on-silence"), "more": [1]})
    keep(text)
    page = visit(context, site[0] + "papers/grow-slowly/").page
    page.locator(".cat-save").click()
    expect(page.locator(".cat-toast [role=status]")).to_contain_text("A newer version of this site")
    expect(page.locator(".cat-save")).to_have_text("Save")
    page.goto(site[0] + "reading-list/")
    expect(page.get_by_role("alert")).to_contain_text("A newer version of this site")
    row(page, "on-silence").get_by_role("button", name="Remove").click()
    expect(row(page, "on-silence")).to_be_visible()
    row(page, "on-silence").get_by_label("Read").click()
    expect(row(page, "on-silence").get_by_label("Read")).not_to_be_checked()
    choose_file(page, "x.json", list_file(papers("grow-slowly")))
    expect(said(page)).to_contain_text("A newer version of this site")
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
    expect(page.locator(".cat-toast [role=status]")).to_contain_text("has no room left")
    expect(page.locator(".cat-saved-count")).to_have_text("2")
    text = downloaded(page, page.get_by_role("button", name="Download the list"))
    assert sorted(json.loads(text)["papers"]) == ["grow-slowly", "on-silence"]
    assert sorted(kept(page)) == ["on-silence"]
    page.evaluate(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('junk')) "
        "localStorage.removeItem(key)"
    )
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
    expect(page.locator(".cat-toast [role=status]")).to_contain_text("keeps nothing for this site")
    expect(page.locator(".cat-saved-count")).to_have_text("1")
    page.goto(site[0] + "reading-list/")
    expect(page.get_by_role("alert")).to_contain_text("keeps nothing for this site")
    assert not seen.errors


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
TIME = st.one_of(
    st.just("2021-01-01T10:00:00.000Z"),
    st.just("2021-01-01"),
    st.sampled_from(["soon", "", None, 7]),
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
            const at = "2021-02-02T10:00:00.000Z";
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
    for paper in new["papers"].values():
        assert re.match(r"\d{4}-", paper["saved"]), "the page shows it"
    if not aside:
        old = json.loads(raw)
        old["papers"].pop("added", None)
        assert new == old
    else:
        assert aside == [raw]
