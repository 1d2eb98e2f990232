"""The search in a real browser: the same as in Python, by keyboard, with filters, and offline."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from generator.search.reader import Reader
from generator.search.tokens import folded, forms
from tests.browser.browsing import IN_A_BROWSER, SCREENS, Scheme, on_screen, visit

pytestmark = IN_A_BROWSER

QUERIES = (
    "grow slowly",
    "growslowly",
    "GROW²",
    "slow_graft",
    "slow-graft",
    "grafting layrs",
    "schrodinger",
    "Schrödinger's network: dead",
    "listing",
    "listin",
    "reding listngs",
    "storms gently introduced",
    "nandu",
    "quill",
    "the of and",
    "a",
    "",
    "zzzz qqqq",
    "network gardening weather",
    "<script>alert(1)</script>",
    "深度 سلام",
    "深度学习",
    "学",
    "신경망",
    "신겅망을",
    "C++ & C# .net $100 50%",
    "β-vae schroedinger strasse 🐑",
    "grow*",
    "at&t",
    "2.5× 99%",
    "author:quill",
    'author:"ada quill" year:2031',
    'author:"Quill, A."',
    "AUTHOR：nandu graft",
    "author:qiull",
    "author:o'brien",
    "author:qu",
    "author: quil",
    "year:2031",
    "year:203",
    "year:>=2020 gardening",
    "year:2030-32 -author:quill",
    "year:unknown",
    "venue:journal",
    'venue:"Journal of Invented Results 2031"',
    "venue:jornal",
    "topic:gardening",
    "topic:gardning -slowly",
    "topic:gard",
    "topic:weather code:yes",
    "kind:survey",
    "kind:metod",
    "code:no",
    "code:perhaps graft",
    "transformer: attention",
    'title:"grafting without a plan"',
    "title:slowly",
    '"grafting without a plan"',
    '"without grafting"',
    "“grow slowly” -weather",
    '"a plan"',
    '"the"',
    '"of the',
    "the author:quill",
    "-slowly",
    "-the -a",
    '-"without a plan"',
    "- grow -- -slowly- pre-training",
    "author:",
    "quill 2031 journal",
    "a. quill et al.",
    "et al",
    '"深度学习"',
    '-"深度" "신경망"',
    "-author:quill -year:2031",
    "\u200eauthor:\u200fquill",
    '"' * 40,
    "author:" * 30,
    "-" * 30 + " -x " * 30,
    "year:2031 " * 30,
)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture(scope="module")
def engine(site: tuple[str, Path], browser: Browser) -> Iterator[Page]:
    """A page with the modules of the search, its words as `words` and an engine as `engine`."""
    made = browser.new_context()
    page = visit(made, site[0] + "about/").page
    page.evaluate(
        """async (base) => {
            window.words = await import(base + "assets/search/words.js");
            const { open } = await import(base + "assets/search/engine.js");
            window.engine = await open(new URL("search/index/", base));
        }""",
        site[0],
    )
    yield page
    made.close()


def test_python_and_the_browser_find_the_same(engine: Page, site: tuple[str, Path]) -> None:
    reader = Reader(lambda name: (site[1] / "search" / "index" / name).read_bytes())
    for query in QUERIES:
        for literal in (False, True):
            found: list[Any] = engine.evaluate(
                """async ([query, literal]) => {
                    const found = await engine.search(query, { literal });
                    return [Array.from(found.documents), found.corrections];
                }""",
                [query, literal],
            )
            expected = reader.search(query, literal=literal)
            assert found == [list(expected.documents), [list(c) for c in expected.corrections]], (
                query
            )


#: Characters that both know: the browser may have a newer Unicode than Python.
KNOWN = st.one_of(
    st.text(st.characters(max_codepoint=0x2FF)),
    st.text(
        st.sampled_from(
            "aA1+#*%$@&/.·-_'×™° ßøłæđðþıħŋſäÖüÅβμ∞€🐑羊深學をﾃﾞガ신경을แกะนັຂែြृभेंيةـ٤१\u200c"
        )
    ),
    st.text(
        st.sampled_from("aA1²+-.'’_‐ éÉßİıΣςσ中文カナ한글кКשלאـب\u0301\u0308\u200d\u202e😀👩𝒜𝔸ﬃⅧ½½")
    ),
    st.text(st.characters(categories=["L", "N", "M", "P", "S", "Z"], max_codepoint=0x1FFF)),
)


@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(KNOWN, min_size=1, max_size=20))
def test_tokens_are_the_same_in_python_and_in_the_browser(engine: Page, texts: list[str]) -> None:
    found: list[list[str]] = engine.evaluate("texts => texts.map(words.forms)", texts)
    assert found == [forms(text) for text in texts]


def test_every_character_becomes_the_same_in_python_and_in_the_browser(engine: Page) -> None:
    known = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code))[0] != "C"]
    found: list[str] = engine.evaluate("chars => chars.map(words.folded)", known)
    differing = [
        (char, here, there)
        for char, here, there in zip(known, map(folded, known), found, strict=True)
        if here != there
    ]
    assert not differing


def test_a_field_lists_papers_and_tells_what_it_corrected(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    asked = "search/?q=author:qiull+-%22no+such+words%22"
    page = visit(context, site[0] + asked).page
    expect(page.locator(".cat-corrected strong")).to_have_text('author:quill -"no such words"')
    expect(page.locator(".cat-results a[data-paper=grow-slowly]").first).to_be_visible()
    expect(page.locator(".cat-results mark").first).to_have_text("Quill")


def box(page: Page) -> Any:
    return page.locator(".cat-search input")


def test_nothing_is_fetched_before_the_visitor_turns_to_search(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "about/").page
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.mouse.wheel(0, 500)
    page.wait_for_timeout(300)
    assert asked == []
    with page.expect_request("**/search/index/start.json"):
        box(page).focus()


def test_the_box_by_keyboard(site: tuple[str, Path], context: BrowserContext) -> None:
    seen = visit(context, site[0] + "papers/grow-slowly/")
    page = seen.page
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type("silence")
    expect(page.locator('.cat-search a[data-paper="on-silence"]')).to_be_visible()
    expect(page.locator(".cat-search [aria-live]")).to_have_text("1 result")
    page.keyboard.press("ArrowDown")
    active = box(page).get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("data-paper") == "on-silence"
    page.keyboard.press("Escape")
    expect(page.locator(".cat-search__panel")).to_be_hidden()
    expect(box(page)).to_have_value("silence")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".cat-search__panel")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box(page)).not_to_be_focused()
    expect(box(page)).to_have_value("silence")
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()
    expect(page.locator(".cat-search a[data-paper]")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/catalogue/papers/on-silence/")
    page.keyboard.press("/")
    page.keyboard.type("network")
    page.keyboard.press("Enter")
    page.wait_for_url("**/catalogue/search/?q=network")
    assert not seen.errors


def test_a_corrected_word_can_be_taken_literally(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "search/?q=silense").page
    expect(page.locator("main a[data-paper]")).to_have_count(1)
    expect(page.locator("main .cat-corrected")).to_contain_text("silence")
    page.locator("main .cat-corrected a").click()
    expect(page.locator("main .cat-page__count")).to_have_text(re.compile("^(0|No) results"))
    assert "literal=1" in page.url
    page.go_back()


def test_a_result_names_its_authors_and_those_that_were_searched_for(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "search/?q=silva+silence").page
    facts = page.locator(".cat-results .facts").first
    expect(facts.locator("span").first).to_have_text(
        "Mute Author, Bo Hush, Cy Still, Zoë Ñandú-Silva, and 13 more · 2029"
    )
    expect(facts.locator("mark")).to_have_text(["Silva"])
    page.goto(site[0] + "search/?q=nandu+grow")
    expect(facts.locator("span").first).to_have_text(
        "Ada Quill, José Ñandú, O'Brien & Sons · Journal of Invented Results 2031"
    )
    box(page).fill("silence")
    expect(page.locator("[role=option] .cat-paper__facts").first).to_have_text(
        "Mute Author, Bo Hush, Cy Still, and 14 more · 2029"
    )


@pytest.mark.parametrize(
    ("count", "others", "said"),
    [
        (1, None, "A0"),
        (1, 0, "A0 and others"),
        (4, None, "A0, A1, A2, A3"),
        (4, 0, "A0, A1, A2, A3 and others"),
        (5, None, "A0, A1, A2, and 2 more"),
        (5, 0, "A0, A1, A2, and 2 more"),
        (100, 4900, "A0, A1, A2, and 4997 more"),
    ],
)
def test_a_result_says_how_many_authors_it_leaves_out(
    engine: Page, site: tuple[str, Path], count: int, others: int | None, said: str
) -> None:
    authors = [f"A{number}" for number in range(count)] + ([] if others is None else [others])
    drawn: str = engine.evaluate(
        """async ([base, authors]) => {
            const { drawPaper } = await import(base + "assets/shared/paper.js");
            const files = { get: async () => [["sheep", "Sheep", 0, -1, "", authors, ""]] };
            const start = { ...engine.start, chunk: 1, chunks: ["d"] };
            const [paper] = await new engine.constructor(files, start).load([0]);
            return drawPaper(paper, "option").facts.textContent;
        }""",
        [site[0], authors],
    )
    assert drawn == said


def test_a_badge_shows_in_every_result(site: tuple[str, Path], context: BrowserContext) -> None:
    page = visit(context, site[0] + "search/?q=grow+slowly").page
    expect(page.locator(".cat-results li").first.locator(".badge")).to_have_text("code")
    box(page).fill("grow slowly")
    option = page.locator("[role=option][data-paper=grow-slowly]")
    expect(option.locator(".badge")).to_have_text("code")


def test_filters_combine_and_are_in_the_address(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "search/?q=network").page
    results = page.locator("main a[data-paper]")
    expect(results).not_to_have_count(0)
    whole = results.count()
    page.get_by_label("Topic").select_option("gardening")
    expect(results).to_have_count(2)
    assert "topic=gardening" in page.url
    page.get_by_label("With code").check()
    expect(results).to_have_count(1)
    assert results.first.get_attribute("data-paper") == "grow-slowly"
    address = page.url
    page.go_back()
    expect(results).to_have_count(2)
    expect(page.get_by_label("With code")).not_to_be_checked()
    page.go_back()
    expect(results).to_have_count(whole)
    shared = visit(context, address).page
    expect(shared.locator("main a[data-paper]")).to_have_count(1)
    expect(shared.get_by_label("Topic")).to_have_value("gardening")


def test_markup_in_a_title_stays_text(site: tuple[str, Path], context: BrowserContext) -> None:
    seen = visit(context, site[0] + "search/?q=alert+script+code")
    link = seen.page.locator('main a[data-paper="hostile"]')
    expect(link).to_have_text(
        '<script>alert(1)</script> {{ 7*7 }} [x](javascript:alert(2)) `code` & "quotes"'
    )
    assert link.locator("mark").all_inner_texts().count("alert") == 2
    assert seen.page.locator("main img, main .cat-page script").count() == 0
    assert not seen.errors


@pytest.mark.parametrize("failing", ["start.json", "p-*.json", "d-*.json", "engine.js"])
def test_a_failed_download_says_so_and_can_be_tried_again(
    site: tuple[str, Path], context: BrowserContext, failing: str
) -> None:
    def fail(route: Route) -> None:
        route.abort()

    pattern = f"**/{failing}*"
    page = context.new_page()
    page.route(pattern, fail)
    page.goto(site[0] + "search/?q=silence")
    expect(page.locator("main")).to_contain_text("The search could not be loaded.")
    retry = page.get_by_role("button", name="Retry")
    page.unroute(pattern)
    retry.press("Enter")
    expect(page.locator('main a[data-paper="on-silence"]')).to_be_visible()
    expect(page.locator(".cat-results a").first).to_be_focused()
    page.close()
    page = context.new_page()
    page.route(pattern, fail)
    page.goto(site[0] + "about/")
    box(page).fill("silence")
    expect(page.locator(".cat-search__panel")).to_contain_text("The search could not be loaded.")
    page.unroute(pattern)
    page.get_by_role("button", name="Retry").click()
    expect(page.locator('.cat-search a[data-paper="on-silence"]')).to_be_visible()


def test_who_tries_again_stays_at_the_button_while_it_fails(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = context.new_page()
    page.route("**/search/index/*", lambda route: route.abort())
    page.goto(site[0] + "search/?q=silence")
    retry = page.get_by_role("button", name="Retry")
    for _ in range(2):
        retry.press("Enter")
        page.wait_for_function("!document.querySelector('.cat-page').ariaBusy")
        expect(retry).to_be_focused()
    page.unroute("**/search/index/*")
    retry.press("Enter")
    expect(page.locator('.cat-results a[data-paper="on-silence"]').first).to_be_focused()


def test_an_index_that_was_replaced_meanwhile_is_opened_anew(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    def older(route: Route) -> None:
        start = (site[1] / "search" / "index" / "start.json").read_text("utf-8")
        route.fulfill(body=re.sub(r'"([pd])-[0-9a-f]+\.json"', r'"\1-0.json"', start))

    page = context.new_page()
    page.route("**/start.json", older)
    page.goto(site[0] + "search/?q=silence")
    expect(page.locator("main")).to_contain_text("The search could not be loaded.")
    page.unroute("**/start.json")
    page.get_by_role("button", name="Retry").click()
    expect(page.locator('main a[data-paper="on-silence"]')).to_be_visible()


def test_filters_alone_list_what_they_match_the_newest_first(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0]).page
    page.locator(".figures").get_by_role("link", name="with code").click()
    page.wait_for_url("**/catalogue/search/?code=1")
    results = page.locator(".cat-results a[data-paper]")
    count = page.locator(".cat-page__count")
    expect(count).to_have_text(re.compile(r"^\d+ results?$"))
    expect(page.get_by_label("With code")).to_be_checked()
    expect(page.locator(".cat-results .badge", has_text="code")).to_have_count(results.count())
    page.goto(site[0] + "search/?topic=gardening")
    expect(page.get_by_label("Topic")).to_have_value("gardening")
    listed = results.evaluate_all("all => all.map(a => a.dataset.paper)")
    data = json.loads((site[1] / "data" / "papers.json").read_text("utf-8"))
    right = {
        paper["id"]: paper.get("year") or 0 for paper in data if "gardening" in paper["topics"]
    }
    assert sorted(listed) == sorted(right)
    assert [right[name] for name in listed] == sorted(right.values(), reverse=True)
    whole = page.get_by_label("Topic").locator("option:checked").inner_text()
    assert whole.endswith(f"({len(listed)})")
    page.get_by_role("button", name="Clear filters").click()
    expect(count).to_have_text("What are you looking for?")
    expect(results).to_have_count(0)
    expect(page.get_by_label("Topic")).to_be_enabled()
    assert page.url == site[0] + "search/"
    page.go_back()
    expect(results).to_have_count(len(listed))


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_what_filters_list_is_accessible_and_fits(
    site: tuple[str, Path], browser: Browser, width: int, scheme: Scheme
) -> None:
    made = on_screen(browser, width, scheme)
    page = made.new_page()
    for query in ("", "?code=1", "?year=1777", "?q=silense&topic=gardening"):
        page.goto(site[0] + f"search/{query}")
        page.locator(".cat-page:not([aria-busy])").wait_for()
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert not Axe().run(page).response["violations"], query
    made.close()


def test_a_filter_that_nothing_matches_says_so(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "search/?year=1777").page
    expect(page.locator("main")).to_contain_text("No paper passes these filters.")
    expect(page.get_by_label("Year")).to_have_value("1777")


@pytest.mark.parametrize("others", ["", "&q=network", "&code=1", "&q=zzzz"])
def test_a_topic_that_the_catalogue_does_not_have_is_named(
    site: tuple[str, Path], context: BrowserContext, others: str
) -> None:
    page = visit(context, site[0] + f"search/?topic=%3Cb%3Ewool{others}").page
    main = page.locator("main")
    expect(main).to_contain_text("There is no topic “<b>wool” in this catalogue.")
    page.goto(site[0] + f"search/?topic=gardening{others}")
    expect(page.get_by_label("Topic")).to_have_value("gardening")
    expect(main).not_to_contain_text("There is no topic")


@pytest.mark.parametrize("offered", ["", "topic", "year", "code", "topic year"])
def test_a_filter_that_no_paper_has_a_value_of_is_not_there(
    site: tuple[str, Path], context: BrowserContext, offered: str
) -> None:
    def narrowed(route: Route) -> None:
        text = (site[1] / "search" / "index.html").read_text("utf-8")
        body = re.sub(r'data-facets="?[a-z ]*"?', f'data-facets="{offered}"', text)
        route.fulfill(body=body, content_type="text/html")

    page = context.new_page()
    page.route("**/search/?q=*", narrowed)
    page.goto(site[0] + "search/?q=network")
    expect(page.locator("main a[data-paper]").first).to_be_visible()
    for name, label in (("topic", "Topic"), ("year", "Year"), ("code", "With code")):
        expect(page.get_by_label(label)).to_be_visible(visible=name in offered.split())
    # What the address asks for can be taken back.
    page.goto(site[0] + "search/?q=network&year=1777")
    expect(page.get_by_label("Year")).to_have_value("1777")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_label("Year")).to_be_visible(visible="year" in offered.split())


def test_escape_leaves_what_was_typed(site: tuple[str, Path], context: BrowserContext) -> None:
    page = visit(context, site[0] + "search/?q=silence").page
    field = page.locator(".cat-page input[type=search]")
    expect(page.locator("main a[data-paper]")).to_have_count(1)
    field.press("Escape")
    expect(field).to_have_value("silence")
    assert page.url.endswith("?q=silence")


def test_who_comes_back_finds_the_place_in_the_list_again(
    site: tuple[str, Path], browser: Browser
) -> None:
    made = browser.new_context(viewport={"width": 400, "height": 300})
    page = visit(made, site[0] + "search/?q=network+silence+listing+storms").page
    last = page.locator(".cat-results a[data-paper]").last
    last.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    assert place > 200
    last.click()
    page.wait_for_url("**/papers/**")
    page.go_back()
    expect(last).to_be_in_viewport()
    page.wait_for_function("place => Math.abs(scrollY - place) < 5", arg=place)
    page.evaluate("scrollTo(0, 0)")
    page.get_by_label("Topic").select_option(index=1)
    page.evaluate("scrollTo(0, 50)")
    page.go_back()
    expect(page.get_by_label("Topic")).to_have_value("")
    page.wait_for_function("scrollY === 0")
    made.close()


def test_titles_run_as_their_letters_do(site: tuple[str, Path], context: BrowserContext) -> None:
    page = visit(context, site[0] + "search/?q=network").page
    title = page.locator(".cat-results h3").first
    expect(title).to_have_attribute("dir", "auto")
    expect(page.locator(".cat-results .text").first).to_have_attribute("dir", "auto")
    title.evaluate("title => { title.querySelector('a').textContent = 'כבשים (sheep)'; }")
    assert title.evaluate("title => getComputedStyle(title).direction") == "rtl"
    mark = page.locator(".cat-results .cat-mark").first.bounding_box()
    link = title.locator("a").bounding_box()
    assert mark
    assert link
    assert link["x"] + link["width"] <= mark["x"]


def test_what_was_found_is_marked(engine: Page) -> None:
    cases = {
        ("牧羊犬的图像", "图像"): ["图像"],
        ("牧羊犬的图像", "牧羊犬"): ["牧羊犬"],
        ("Straße", "strasse"): ["Straße"],
        ("O’Grady Schröder", "schroeder"): ["Schröder"],
        ("AT&T in C# 한국어", "at&t"): ["AT", "T"],
        ("AT&T in C# 한국어", "c#"): ["C#"],
        ("AT&T in C# 한국어", "국어"): ["국어"],
        ("Pre-training", "pretraining"): ["Pre", "training"],
        ("Cafe\u0301 🐑🐑 x", "cafe"): ["Cafe\u0301"],
        ("Cafe\u0301 🐑🐑 x", "🐑"): ["🐑🐑"],
        ("नमस्ते भेड़", "भेड़"): ["भेड़"],
        ("ﬃ ½ ２", "2"): ["½", "２"],
        ("plain", "other"): [],
    }
    for (text, form), right in cases.items():
        cut = engine.evaluate(
            "([text, form]) => words.pieces(text, new Set(words.forms(form)))", [text, form]
        )
        assert "".join(piece["text"] for piece in cut) == text
        assert [piece["text"] for piece in cut if piece["marked"]] == right


def test_corrections_stand_in_the_place_of_what_was_typed(engine: Page) -> None:
    cases = {
        ("Silense of C++", "silense", "silence"): "silence of C++",
        ("a Silense, silense!", "silense", "silence"): "a silence, silence!",
        ("unte++ x", "unte++", "unet"): "unet x",
        ("x 신겅망", unicodedata.normalize("NFKD", "신겅망"), "신경망"): "x 신경망",
    }
    for (query, typed, plain), right in cases.items():
        searched = unicodedata.normalize("NFKD", plain)
        put = "([query, pairs]) => words.corrected(query, pairs)"
        assert engine.evaluate(put, [query, [[typed, searched]]]) == right


@pytest.mark.parametrize(
    "body", ["[]", "{}", "null", '["AA"]', '[["x","X",0,-1,"",[],""]]', "<html>"]
)
@pytest.mark.parametrize("wrong", ["p-*.json", "d-*.json", "f-*.json", "start.json"])
def test_a_wrong_file_is_noticed_and_fetched_anew(
    site: tuple[str, Path], context: BrowserContext, wrong: str, body: str
) -> None:
    page = context.new_page()
    pattern = f"**/search/index/{wrong}"
    page.route(
        pattern,
        lambda route: route.fulfill(body=body, headers={"cache-control": "max-age=31536000"}),
    )
    page.goto(site[0] + "search/?q=silence")
    expect(page.locator("main")).to_contain_text("The search could not be loaded.")
    page.unroute(pattern)
    page.get_by_role("button", name="Retry").click()
    expect(page.locator('main a[data-paper="on-silence"]')).to_be_visible()
    page.close()


@pytest.mark.parametrize("wrong", ["p-*.json", "d-*.json"])
def test_a_file_of_another_build_is_noticed_though_its_form_is_right(
    site: tuple[str, Path], context: BrowserContext, wrong: str
) -> None:
    def reversed_(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[-1]
        right = json.loads((site[1] / "search" / "index" / name).read_text("utf-8"))
        route.fulfill(json=right[::-1])

    page = context.new_page()
    pattern = f"**/search/index/{wrong}"
    page.route(pattern, reversed_)
    page.goto(site[0] + "search/?q=silence")
    expect(page.locator("main")).to_contain_text("The search could not be loaded.")
    page.unroute(pattern)
    # What the browser keeps of it may be as wrong.
    with page.expect_request(pattern) as asked:
        page.get_by_role("button", name="Retry").click()
    assert asked.value.all_headers()["cache-control"] == "no-cache"
    expect(page.locator('main a[data-paper="on-silence"]')).to_be_visible()


def test_a_page_that_is_older_than_the_index_says_so(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    def newer(route: Route) -> None:
        start = (site[1] / "search" / "index" / "start.json").read_text("utf-8")
        route.fulfill(body=re.sub(r'"format":\d+', '"format":999', start))

    page = context.new_page()
    page.route("**/start.json", newer)
    page.goto(site[0] + "search/?q=silence")
    said = "This page is older than the site's data: reload it."
    expect(page.locator(".cat-page__count")).to_have_text(said)
    box(page).fill("silence")
    expect(page.locator(".cat-search__panel")).to_contain_text(said)
    page.keyboard.press("Escape")
    page.unroute("**/start.json")
    page.locator("main").get_by_role("button", name="Reload").click()
    expect(page.locator('main a[data-paper="on-silence"]')).to_be_visible()


@pytest.mark.parametrize(
    "query",
    [
        "%",
        "%25",
        "%ED%A0%80",
        "%F0%9F",
        "x" * 6000,
        "+".join(["silence"] * 2000),
        "%00",
        "%E2%80%AE",
    ],
)
def test_any_query_in_the_address_is_answered(
    site: tuple[str, Path], context: BrowserContext, query: str
) -> None:
    seen = visit(context, site[0] + f"search/?q={query}")
    expect(seen.page.locator(".cat-page__count")).to_have_text(re.compile("result"))
    assert not seen.errors
    if "+" in query:
        expect(seen.page.locator("main")).to_contain_text("Only the first 50 words")
        expect(seen.page.locator('main a[data-paper="on-silence"]')).to_be_visible()


def test_without_javascript_the_page_says_where_to_look(
    site: tuple[str, Path], browser: Browser
) -> None:
    made = browser.new_context(java_script_enabled=False)
    page = visit(made, site[0] + "search/?q=silence").page
    main = page.locator("main")
    expect(main).to_contain_text("The search needs JavaScript")
    main.get_by_role("link", name="by topic").click()
    assert page.url == site[0] + "topics/"
    made.close()
