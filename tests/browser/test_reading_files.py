"""Files of the reading list, and citations of what is in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.browsing import IN_A_BROWSER, visit
from tests.browser.reading_lists import (
    PROTO,
    Seed,
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


def test_a_downloaded_list_brings_everything_to_another_browser(
    site: tuple[str, Path], context: BrowserContext, browser: Browser, keep: Seed
) -> None:
    some = papers("grow-slowly", "on-silence")
    some["grow-slowly"] |= {"note": "Two\nlines “x”", "read": "2021-01-09T10:00:00.000Z"}
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


def test_importing_loses_neither_list(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep(
        {
            "grow-slowly": entry("GROW", 2, note="mine", read="2021-01-02T10:00:00.000Z"),
            "on-silence": entry("On silence", 1, note="same"),
        }
    )
    page = visit(context, site[0] + "reading-list/").page
    newer = "2024-05-05T10:00:00.000Z"
    newer = "2024-05-05T10:00:00.000Z"
    theirs = {
        "grow-slowly": entry("GROW", changed=newer, saved=newer, note="theirs"),
        "on-silence": entry("On silence", saved="2020-01-01", changed="2020-01-01", note="same"),
        "storms-gently-introduced": {"title": "Storms", "saved": "2024-02-02"},
    }
    choose_file(page, "theirs.json", list_file(theirs))
    expect(said(page)).to_have_text("theirs.json: 3 papers, 1 of them new here.")
    found = kept(page)
    assert found["grow-slowly"]["note"] == "theirs\n\nmine"
    assert found["grow-slowly"]["read"] is None
    assert found["on-silence"]["note"] == "same"
    assert found["on-silence"]["saved"] == "2021-01-01T10:00:00.000Z"
    assert found["storms-gently-introduced"]["changed"] == "2024-02-02T00:00:00.000Z"


def test_bylines_go_along_with_a_list_and_none_is_lost(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep({"grow-slowly": entry("Grow", byline="Ada Quill · 2031"), "on-silence": entry("Silence")})
    page = visit(context, site[0] + "reading-list/").page
    theirs = {
        "grow-slowly": entry("Grow", 5),
        "on-silence": entry("Silence", 5, byline="Bo Hush · 2030"),
        "storms-gently-introduced": entry("Storms", 5, byline={"no": "text"}),
    }
    choose_file(page, "list.json", list_file(theirs))
    expect(said(page)).to_contain_text("3 papers, 1 of them new here.")
    bylines = {name: paper.get("byline") for name, paper in kept(page).items()}
    assert bylines == {
        "grow-slowly": "Ada Quill · 2031",
        "on-silence": "Bo Hush · 2030",
        "storms-gently-introduced": None,
    }
    # What was written is read again as it is: nothing was put aside.
    page.reload()
    page.get_by_role("checkbox").first.check()
    expect(page.get_by_text("could not be read")).to_have_count(0)
    file = json.loads(downloaded(page, page.get_by_role("button", name="Download the list")))
    assert file["papers"]["grow-slowly"]["byline"] == "Ada Quill · 2031"


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
        f"{json.dumps(name)}: {json.dumps(entry(f'{markup} {name}', note=markup))}"
        for name in names
    )
    future = json.dumps({"on-silence": entry("On silence", changed="9999-01-01T00:00:00.000Z")})
    choose_file(page, "x.json", list_file({}).replace("{}", "{" + some + "," + future[1:]))
    expect(said(page)).to_have_text("x.json: 7 papers, 7 of them new here.")
    assert sorted(kept(page)) == sorted([*names, "on-silence"])
    assert page.locator("main img").count() == 0
    expect(page.locator(".cat-rows a")).to_have_count(1)
    expect(page.locator(".cat-rows")).to_have_count(2)
    expect(page.locator(".cat-rows > li", has_text="not in this catalogue")).to_have_count(6)
    assert kept(page)["on-silence"]["changed"] < "9999"
    page.reload()
    expect(page.locator(".cat-rows > li")).to_have_count(7)
    # The browser notes each id that is asked for and not there.
    assert not [error for error in seen.errors if "404" not in error]


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


def test_of_a_long_list_the_papers_are_looked_up_at_once(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "reading-list/").page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    many = papers("grow-slowly") | {f"elsewhere-{n}": entry(f"Elsewhere {n}") for n in range(60)}
    choose_file(page, "x.json", list_file(many))
    expect(page.locator(".cat-rows > li", has_text="not in this catalogue")).to_have_count(50)
    assert [url.removeprefix(site[0]) for url in asked] == ["sitemap.xml"]
    gone = [name for name, paper in kept(page).items() if paper.get("missing")]
    assert sorted(gone) == sorted(name for name in many if name != "grow-slowly")


def test_the_field_for_a_file_has_a_name(site: tuple[str, Path], context: BrowserContext) -> None:
    page = visit(context, site[0] + "reading-list/").page
    field = page.locator("input[type=file]")
    expect(field).to_have_attribute("aria-label", "Reading list to import")
    expect(field).to_have_attribute("name", "list")


def test_citations_come_in_every_form(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    some = papers("grow-slowly", "hostile", "on-silence")
    some["hostile"]["read"] = "2021-01-09T10:00:00.000Z"
    keep(some)
    seen = visit(context, site[0] + "reading-list/")
    page = seen.page
    press = page.locator(".cat-panel").get_by_role("button", name="BibTeX")
    library = parse_string(downloaded(page, press))
    assert not library.failed_blocks
    assert len(library.entries) == 3
    expect(said(page)).to_have_text("reading-list.bib has the citations of 3 papers.")
    press = page.locator(".cat-panel").get_by_role("button", name="RIS")
    assert len(rispy.loads(downloaded(page, press))) == 3
    press = page.locator(".cat-panel").get_by_role("button", name="CSL-JSON")
    assert len(json.loads(downloaded(page, press))) == 3
    page.get_by_label("Citations of").select_option("papers to read")
    press = page.locator(".cat-panel").get_by_role("button", name="BibTeX")
    assert len(parse_string(downloaded(page, press)).entries) == 2
    assert not seen.errors
    assert not seen.foreign


def test_citations_that_could_not_be_read_are_named(
    site: tuple[str, Path], context: BrowserContext, keep: Seed
) -> None:
    keep(papers("grow-slowly", "on-silence", "elsewhere"))
    page = visit(context, site[0] + "reading-list/").page
    context.route("**/papers/on-silence/", lambda route: route.abort())
    press = page.locator(".cat-panel").get_by_role("button", name="BibTeX")
    assert len(parse_string(downloaded(page, press)).entries) == 1
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
            const { each } = await reading("pages.js");
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
    assert len(text.strip().split("\n\n")) == 2
    assert "GROW² slowly" in text
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy as text").click()
    field = page.get_by_label("Citations, to be copied from here")
    expect(field).to_be_focused()
    assert field.input_value() == text
