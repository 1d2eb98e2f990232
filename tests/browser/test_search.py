"""The search in a real browser: the same as in Python, by keyboard, with filters, and offline."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from generator.search.reader import Reader
from generator.search.tokens import folded, forms
from tests.browser.browsing import IN_A_BROWSER, SCREENS, Scheme, on_screen, visit, wait_until

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
        (100, 4900, "A0, A1, A2, and 4,997 more"),
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


def group(page: Page, title: str) -> Locator:
    """A filter, whether it is shown or not."""
    return page.locator("fieldset", has=page.locator(f"legend:text-is('{title}')")).last


def value(page: Page, title: str, slug: str) -> Locator:
    """The box of a value of a filter."""
    return group(page, title).locator(f"input[value='{slug}']")


def counts(page: Page, title: str) -> dict[str, int]:
    """What a filter offers, with the number of papers that each value would leave."""
    rows = group(page, title).locator(".cat-facets__options > label").all()
    return {row.locator("bdi").inner_text(): int(row.locator("span").inner_text()) for row in rows}


def test_filters_combine_and_are_in_the_address(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "search/?q=network").page
    results = page.locator("main a[data-paper]")
    expect(results).not_to_have_count(0)
    whole = results.count()
    value(page, "Topic", "gardening").check()
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
    expect(value(shared, "Topic", "gardening")).to_be_checked()


def narrowed(catalogue: list[dict[str, Any]], choice: dict[str, Any], but: str = "") -> list[int]:
    """The papers that pass every filter but one: what the filters mean, in the plainest words."""

    def passes(name: str, paper: dict[str, Any]) -> bool:
        wanted = choice[name]
        if name == "code":
            return not wanted or paper["code"]
        if name != "year":
            return not wanted or bool(set(wanted) & set(paper[name]))
        if wanted is None or wanted == "unknown":
            return wanted is None or not paper["year"]
        return bool(paper["year"]) and wanted[0] <= paper["year"] <= (wanted[1] or 9999)

    names = [name for name in choice if name != but]
    return [n for n, paper in enumerate(catalogue) if all(passes(name, paper) for name in names)]


SOME = st.lists(st.integers(0, 3), unique=True, max_size=3)
ONE = st.lists(st.integers(0, 3), max_size=1)
YEARS = st.sampled_from([0, 2028, 2029, 2030, 2031])
RANGES = st.tuples(YEARS, YEARS).filter(
    lambda ends: any(ends) and (not all(ends) or ends[0] <= ends[1])
)


@settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "topic": SOME,
                "venue": ONE,
                "kind": ONE,
                "author": SOME,
                "year": YEARS,
                "code": st.booleans(),
            }
        ),
        max_size=12,
    ),
    st.fixed_dictionaries(
        {
            "topic": SOME,
            "venue": SOME,
            "kind": SOME,
            "author": SOME,
            "year": st.one_of(st.none(), st.just("unknown"), RANGES),
            "code": st.booleans(),
        }
    ),
)
def test_filters_leave_and_count_what_they_say(
    engine: Page, site: tuple[str, Path], catalogue: list[dict[str, Any]], choice: dict[str, Any]
) -> None:
    found: dict[str, Any] = engine.evaluate(
        """async ([base, papers, choice]) => {
            const { count, narrow } = await import(base + "assets/search/values.js");
            const all = (name) => papers.map((paper) => paper[name]);
            const named = ["topic", "venue", "kind"];
            const values = {
                of: Object.fromEntries(named.map((name) => [name, all(name)])),
                years: all("year"),
                code: all("code"),
            };
            const wrote = (who) =>
                papers.flatMap(({ author }, number) => author.includes(who) ? [number] : []);
            const { year, author, ...rest } = choice;
            const years = Array.isArray(year) ? { from: year[0], to: year[1] } : year;
            const people = author.map((who) => ({ documents: wrote(who) }));
            const wanted = { ...rest, years, author: people };
            const { kept, left } = narrow(papers.keys(), values, wanted);
            const names = [...named, "author", "year", "code"];
            return {
                kept,
                left: Object.fromEntries(names.map((name) => [name, left(name)])),
                counts: named.map((name) => [...count(left(name), (n) => values.of[name][n])]),
            };
        }""",
        [site[0], catalogue, choice],
    )
    assert found["kept"] == narrowed(catalogue, choice)
    for name in choice:
        assert found["left"][name] == narrowed(catalogue, choice, but=name)
    for name, counted in zip(("topic", "venue", "kind"), found["counts"], strict=True):
        left = [catalogue[n] for n in narrowed(catalogue, choice, but=name)]
        right = Counter(value for paper in left for value in paper[name])
        assert dict(map(tuple, counted)) == right


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("author=ada-quill", ["grow-slowly", "schrodinger"]),
        ("author=mute-author&author=jose-nandu", ["grow-slowly", "on-silence"]),
        ("author=zoe-nandu-silva", ["on-silence"]),
        ("venue=conf", ["schrodinger"]),
        ("venue=conf&author=ada-quill", ["schrodinger"]),
        ("venue=conf&venue=journal-of-invented-results", ["grow-slowly", "schrodinger"]),
        ("venue=conf&author=mute-author", []),
        ("kind=method", ["grow-slowly"]),
        ("kind=method&kind=position", ["grow-slowly", "hostile"]),
        ("year=2030", ["schrodinger"]),
        ("year=2029-2030", ["on-silence", "schrodinger"]),
        ("year=2030-2029", ["on-silence", "schrodinger"]),
        ("year=-2029", ["on-silence"]),
        ("year=2031-", ["grow-slowly"]),
        ("year=2029-2031&code=1", ["grow-slowly"]),
        ("q=silence&year=2029&author=bo-hush", ["on-silence"]),
        ("q=silence&year=2030-&author=bo-hush", []),
        ("author=ada-quill&author=nobody-else", ["grow-slowly", "schrodinger"]),
    ],
)
def test_an_address_asks_for_authors_venues_kinds_and_years(
    site: tuple[str, Path], context: BrowserContext, query: str, papers: list[str]
) -> None:
    page = visit(context, site[0] + f"search/?{query}").page
    page.locator(".cat-page:not([aria-busy])").wait_for()
    listed = page.locator(".cat-results a[data-paper]").evaluate_all(
        "all => all.map(a => a.dataset.paper)"
    )
    assert sorted(name[: len("schrodinger")] for name in listed) == papers


def test_a_range_of_years_is_two_fields(site: tuple[str, Path], context: BrowserContext) -> None:
    page = visit(context, site[0] + "search/").page
    count = page.locator(".cat-page__count")
    since, until = page.get_by_label("From"), page.locator("select[name=to]")
    expect(since.locator("option")).to_have_text(["Any", "2031 (1)", "2030 (1)", "2029 (1)"])
    since.select_option("2030")
    expect(count).to_have_text("2 results")
    assert page.url.endswith("?year=2030-")
    until.select_option("2030")
    expect(count).to_have_text("1 result")
    assert page.url.endswith("?year=2030")
    # Who moves one end past the other means both.
    until.select_option("2029")
    expect(since).to_have_value("2029")
    assert page.url.endswith("?year=2029")
    page.get_by_label("Year not known").check()
    expect(since).to_have_value("")
    assert page.url.endswith("?year=unknown")
    page.get_by_label("Year not known").uncheck()
    assert page.url == site[0] + "search/"
    bars = page.locator(".cat-years__bar")
    expect(bars).to_have_count(3)
    bars.last.click()
    expect(since).to_have_value("2031")
    expect(page.locator(".cat-years__out")).to_have_count(2)
    page.go_back()
    expect(since).to_have_value("")


def test_an_author_is_found_by_name_though_it_is_mistyped(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "search/").page
    who = group(page, "Author")
    field = who.get_by_label("Find an author")
    field.fill("nandu silva")
    expect(who.get_by_role("checkbox")).to_have_count(1)
    field.fill("Ssilva")
    expect(who.get_by_role("checkbox")).to_have_count(1)
    expect(who.locator(".cat-facets__options")).to_have_text("Zoë Ñandú-Silva1")
    field.fill("zzzzqqq")
    expect(who).to_contain_text("No author found.")
    field.fill("Ssilva")
    who.get_by_role("checkbox").check()
    expect(page.locator(".cat-results a[data-paper]")).to_have_count(1)
    assert page.url.endswith("?author=zoe-nandu-silva")
    expect(field).to_have_value("")
    box = value(page, "Author", "zoe-nandu-silva")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    # Who was asked for is named, though far down the list of authors.
    expect(page.locator(".cat-results .facts")).to_contain_text("Cy Still, Zoë Ñandú-Silva, and 13")
    page.keyboard.press("Space")
    expect(page.locator(".cat-page__count")).to_have_text("What are you looking for?")


def test_authors_and_venue_of_a_result_lead_to_their_pages(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "search/?q=grow+slowly&kind=method").page
    links = page.locator(".cat-results .facts > span > a")
    expect(links).to_have_count(4)
    addresses = links.evaluate_all("all => all.map(a => a.href)")
    names = ["authors/ada-quill/", "authors/jose-nandu/", "authors/o-brien-sons/"]
    assert addresses[:3] == [site[0] + name for name in names]
    assert addresses[3] == site[0] + "venues/journal-of-invented-results/"
    for address in addresses:
        assert (site[1] / address.removeprefix(site[0]) / "index.html").is_file()


def test_what_is_chosen_can_be_taken_back_one_by_one(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(
        context, site[0] + "search/?author=ada-quill&venue=conf&year=2029-2030&code=1"
    ).page
    chosen = page.get_by_role("list", name="Chosen filters")
    expect(chosen.get_by_role("button")).to_have_text(
        [
            "Remove Year: 2029–2030×",
            "Remove Author: Ada Quill×",
            "Remove Venue: CONF×",
            "Remove With code×",
            "Clear filters",
        ]
    )
    chosen.get_by_role("button", name="Venue: CONF").press("Enter")
    expect(chosen.get_by_role("button", name="With code")).to_be_focused()
    assert page.url.endswith("?author=ada-quill&year=2029-2030&code=1")
    page.keyboard.press("Enter")
    expect(chosen.get_by_role("button", name="Author: Ada Quill")).to_be_focused()
    expect(page.locator(".cat-results a[data-paper]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(chosen.get_by_role("button", name="Year")).to_be_focused()
    page.keyboard.press("Enter")
    expect(chosen).to_be_hidden()
    expect(page.locator(".cat-page__count")).to_be_focused()
    page.go_back()
    expect(chosen.get_by_role("button")).to_have_count(2)


def test_results_are_sorted_by_relevance_or_date(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "search/?q=network+silence").page
    order = page.get_by_label("Sort by")
    expect(order).to_have_value("")
    expect(order.locator("option")).to_have_text(["Relevance", "Newest first", "Oldest first"])
    years = {
        paper["id"]: paper.get("year") or 0
        for paper in json.loads((site[1] / "data" / "papers.json").read_text("utf-8"))
    }

    def listed() -> list[int]:
        page.locator(".cat-page:not([aria-busy])").wait_for()
        ids = page.locator(".cat-results a[data-paper]").evaluate_all(
            "all => all.map(a => a.dataset.paper)"
        )
        return [years[id_] for id_ in ids]

    order.select_option("new")
    assert page.url.endswith("?q=network+silence&sort=new")
    newest = listed()
    assert newest == sorted(newest, reverse=True)
    assert len(set(newest)) > 2
    order.select_option("old")
    oldest = listed()
    assert oldest == sorted(newest, key=lambda year: year or 9999)
    page.go_back()
    expect(order).to_have_value("new")
    page.goto(site[0] + "search/?year=2029-2031&sort=old")
    assert listed() == [2029, 2030, 2031]
    expect(order.locator("option")).to_have_text(["Newest first", "Oldest first"])
    page.goto(site[0] + "search/?year=2029-2031&sort=wool")
    assert listed() == [2031, 2030, 2029]


def test_filters_are_folded_on_a_phone_and_say_how_many_are_on(
    site: tuple[str, Path], browser: Browser
) -> None:
    made = browser.new_context(viewport={"width": 320, "height": 700})
    page = visit(made, site[0] + "search/?year=2030&venue=conf").page
    summary = page.locator(".cat-facets summary")
    expect(summary).to_have_text("Filters (2)")
    expect(group(page, "Venue")).to_be_hidden()
    summary.press("Enter")
    expect(group(page, "Venue")).to_be_visible()
    # Authors are fetched when they are to be seen.
    expect(group(page, "Author").get_by_role("checkbox")).not_to_have_count(0)
    page.get_by_role("button", name="Show 1 result").click()
    expect(group(page, "Venue")).to_be_hidden()
    expect(page.locator(".cat-page__count")).to_be_focused()
    expect(page.locator(".cat-results a[data-paper]")).to_be_in_viewport()
    summary.press("Enter")
    # A count is whole, however long it is.
    row = group(page, "Venue").locator("label").first
    row.evaluate(
        """row => {
            row.children[1].textContent = "Proceedings of the Invented Conference on Sheep";
            row.children[2].textContent = "12345";
        }"""
    )
    number = row.locator("span").bounding_box()
    name = row.locator("bdi").bounding_box()
    assert number
    assert name
    assert name["x"] + name["width"] <= number["x"]
    assert number["x"] + number["width"] <= 320
    option = page.get_by_label("From").locator("option").nth(1)
    option.evaluate("option => { option.text = '2026 (12345)'; option.selected = true; }")
    field = page.get_by_label("From")
    cut = field.evaluate(
        """field => {
            const drawing = document.createElement("canvas").getContext("2d");
            drawing.font = getComputedStyle(field).font;
            // The arrow has its room, too.
            const { width } = drawing.measureText(field.selectedOptions[0].text);
            return width > field.clientWidth - 36;
        }"""
    )
    assert not cut
    made.close()


@pytest.mark.parametrize("failing", ["a-*.json", "m-*.json"])
def test_results_come_though_files_of_people_do_not(
    site: tuple[str, Path], context: BrowserContext, failing: str
) -> None:
    page = context.new_page()
    page.route(f"**/search/index/{failing}", lambda route: route.abort())
    page.goto(site[0] + "search/?q=silence")
    expect(page.locator(".cat-results a[data-paper]")).to_have_count(1)
    page.goto(site[0] + "search/?author=ada-quill")
    if failing.startswith("a"):
        expect(page.locator("main")).to_contain_text("The search could not be loaded.")
        page.unroute(f"**/search/index/{failing}")
        page.get_by_role("button", name="Retry").click()
    expect(page.locator(".cat-results a[data-paper]")).to_have_count(2)


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
        expect(page.locator(".cat-page[aria-busy]")).to_have_count(0)
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
    expect(value(page, "Topic", "gardening")).to_be_checked()
    listed = results.evaluate_all("all => all.map(a => a.dataset.paper)")
    data = json.loads((site[1] / "data" / "papers.json").read_text("utf-8"))
    right = {
        paper["id"]: paper.get("year") or 0 for paper in data if "gardening" in paper["topics"]
    }
    assert sorted(listed) == sorted(right)
    assert [right[name] for name in listed] == sorted(right.values(), reverse=True)
    assert counts(page, "Topic")["Network gardening"] == len(listed)
    page.get_by_role("button", name="Clear filters").click()
    expect(count).to_have_text("What are you looking for?")
    expect(results).to_have_count(0)
    expect(value(page, "Topic", "gardening")).to_be_enabled()
    expect(count).to_be_focused()
    assert page.url == site[0] + "search/"
    page.go_back()
    expect(results).to_have_count(len(listed))


@pytest.mark.parametrize("height", [600, 900])
def test_filters_beside_the_results_have_the_height_of_the_window(
    site: tuple[str, Path], browser: Browser, height: int
) -> None:
    made = browser.new_context(viewport={"width": 1280, "height": height})
    page = visit(made, site[0] + "search/").page
    page.locator(".cat-page:not([aria-busy])").wait_for()
    # The sample has few filters: more room is asked for.
    page.locator(".cat-facets__group").last.evaluate("group => { group.style.height = '1500px'; }")
    shown = page.locator(".cat-facets").evaluate("filters => filters.clientHeight")
    assert height - 100 < shown < height
    inner = "fieldset => fieldset.scrollHeight - fieldset.clientHeight"
    assert page.locator("fieldset.cat-facets__all").evaluate(inner) == 0
    made.close()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_what_filters_list_is_accessible_and_fits(
    site: tuple[str, Path], browser: Browser, width: int, scheme: Scheme
) -> None:
    made = on_screen(browser, width, scheme)
    page = made.new_page()
    for query in ("", "?code=1", "?year=1777-", "?q=silense&topic=gardening&author=ada-quill"):
        page.goto(site[0] + f"search/{query}")
        page.locator(".cat-page:not([aria-busy])").wait_for()
        page.locator(".cat-facets").evaluate("filters => { filters.open = true; }")
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert not Axe().run(page).response["violations"], query
    made.close()


def test_a_filter_that_nothing_matches_says_so(
    site: tuple[str, Path], context: BrowserContext
) -> None:
    page = visit(context, site[0] + "search/?year=1777").page
    expect(page.locator("main")).to_contain_text("No paper passes these filters.")
    expect(page.get_by_label("From")).to_have_value("1777")
    expect(page.locator("select[name=to]")).to_have_value("1777")


@pytest.mark.parametrize("others", ["", "&q=network", "&code=1", "&q=zzzz"])
@pytest.mark.parametrize("name", ["topic", "author", "venue", "kind"])
def test_a_value_that_the_catalogue_does_not_have_is_named(
    site: tuple[str, Path], context: BrowserContext, name: str, others: str
) -> None:
    page = visit(context, site[0] + f"search/?{name}=%3Cb%3Ewool{others}").page
    main = page.locator("main")
    expect(main).to_contain_text(f"There is no {name} “<b>wool” in this catalogue.")
    known = {"topic": "gardening", "author": "ada-quill", "venue": "conf", "kind": "method"}
    page.goto(site[0] + f"search/?{name}={known[name]}{others}")
    expect(value(page, name.capitalize(), known[name])).to_be_checked()
    expect(main).not_to_contain_text("There is no")


@pytest.mark.parametrize("year", ["wool", "-", "20x4", "2030-wool", "0", "02030", "2030-2031-2032"])
def test_what_is_no_year_is_said(
    site: tuple[str, Path], context: BrowserContext, year: str
) -> None:
    page = visit(context, site[0] + f"search/?q=network&year={year}").page
    expect(page.locator("main")).to_contain_text(f"“{year}” is no year.")
    expect(page.locator("main a[data-paper]").first).to_be_visible()


@pytest.mark.parametrize(
    "offered", ["", "topic", "year", "code", "topic year", "author venue", "kind"]
)
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
    for name in ("topic", "author", "venue", "kind", "year", "code"):
        expect(group(page, name.capitalize())).to_be_visible(visible=name in offered.split())
    # What the address asks for can be taken back.
    page.goto(site[0] + "search/?q=network&year=1777")
    expect(page.get_by_label("From")).to_have_value("1777")
    page.get_by_role("button", name="Clear filters").click()
    expect(group(page, "Year")).to_be_visible(visible="year" in offered.split())


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
    wait_until(page, "place => Math.abs(scrollY - place) < 5", place)
    page.evaluate("scrollTo(0, 0)")
    page.locator(".cat-facets summary").click()
    box = group(page, "Topic").get_by_role("checkbox").first
    box.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    box.check()
    page.evaluate("scrollTo(0, 50)")
    page.go_back()
    expect(box).not_to_be_checked()
    wait_until(page, "place => Math.abs(scrollY - place) < 5", place)
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
