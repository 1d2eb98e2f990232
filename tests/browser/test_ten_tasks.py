"""Ten things that visitors come for, each done in the first catalogue as a visitor would.

What must come out is counted from papers.json, so that a corrected record breaks nothing here.
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from generator.problems import Problems
from generator.serve import server
from generator.sources import files as sources
from tests.browser.browsing import IN_A_BROWSER, visit
from tests.first_catalogue import is_ours

pytestmark = [
    *IN_A_BROWSER,
    pytest.mark.skipif(not is_ours(), reason="this is another catalogue than the first"),
]

NAS = "neural-architecture-search"


class Catalogue:
    """The site as it is served, and what its papers.json says."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self.papers: list[dict[str, Any]] = json.loads((folder / "data/papers.json").read_text())

    def titles(self, **wanted: Any) -> set[str]:
        """Return the titles of papers that have all these values: `people="…"`, `year=2023`."""
        return {
            paper["title"]
            for paper in self.papers
            if all(_has(paper.get(name), value) for name, value in wanted.items())
        }

    def newest(self, kind: str) -> int:
        """Return the year of the newest paper of a kind."""
        return max(paper["year"] or 0 for paper in self.papers if paper["kind"] == kind)


def _has(known: Any, wanted: Any) -> bool:
    return wanted in known if isinstance(known, list) else known == wanted


@pytest.fixture(scope="module")
def first(first_site: Path) -> Iterator[Catalogue]:
    with server(first_site, 0, "catalogue") as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield Catalogue(f"http://127.0.0.1:{running.server_port}/catalogue/", first_site)
        running.shutdown()
        thread.join()


@pytest.fixture
def page(first: Catalogue, context: BrowserContext) -> Page:
    return visit(context, first.address).page


def titles(page: Page) -> set[str]:
    """Return the titles of the papers that the page lists."""
    return set(page.locator("li a[data-paper]").all_text_contents())


def all_results(page: Page, count: int) -> set[str]:
    """Return the titles of all results of the search page, of which there must be `count`."""
    expect(page.locator(".cat-page__count")).to_have_text(
        f"{count} result{'s' if count != 1 else ''}"
    )
    while page.locator(".cat-results > li").count() < count:
        shown = page.locator(".cat-results > li").count()
        page.get_by_role("button", name="More results").click()
        expect(page.locator(".cat-results > li").nth(shown)).to_be_visible()
    return titles(page)


def header(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Site").get_by_role("link", name=name)


def choose(page: Page, filter_: str, value: str) -> None:
    """Choose a value of a filter of the search page."""
    group = page.get_by_role("group", name=filter_, exact=True)
    group.get_by_role("checkbox", name=re.compile(f"^{re.escape(value)} ")).check()


def find_author(page: Page, typed: str, name: str) -> None:
    """Go to somebody's page by way of the list of authors."""
    header(page, "Authors").click()
    page.get_by_role("combobox", name="Name of an author").fill(typed)
    page.get_by_role("option", name=re.compile(re.escape(name))).first.click()
    expect(page.locator("h1")).to_have_text(name)


def test_papers_of_an_author(first: Catalogue, page: Page) -> None:
    find_author(page, "hutter", "Frank Hutter")
    assert titles(page) == first.titles(people="frank-hutter")


def test_papers_of_a_year(first: Catalogue, page: Page) -> None:
    header(page, "Years").click()
    page.get_by_role("rowheader", name="2023").get_by_role("link").click()
    wanted = first.titles(year=2023)
    expect(page.locator("#papers")).to_have_text(f"{len(wanted)} papers")
    found = titles(page)
    pages = page.locator(".pager a")
    for address in [link.get_attribute("href") or "" for link in pages.all()]:
        page.goto(page.url.rsplit("/2023/", 1)[0] + "/2023/" + address)
        found |= titles(page)
        page.go_back()
    assert found == wanted


def test_papers_with_code_of_one_topic(first: Catalogue, page: Page) -> None:
    page.goto(f"{first.address}search/")
    choose(page, "Topic", "Neural architecture search")
    choose(page, "Code", "With code")
    with_code = {
        paper["title"]
        for paper in first.papers
        if any(link["kind"] == "code" for link in paper["links"])
    }
    wanted = first.titles(topics=NAS) & with_code
    assert wanted
    assert all_results(page, len(wanted)) == wanted
    assert f"topic={NAS}" in page.url
    assert "code=1" in page.url


def test_an_author_s_papers_go_into_a_reference_manager(
    first: Catalogue, page: Page, tmp_path: Path
) -> None:
    find_author(page, "xiaohua zhai", "Xiaohua Zhai")
    with page.expect_download() as download:
        page.evaluate(
            """() => {
                const link = [...document.links].find((one) => one.textContent === "BibTeX");
                link.download = "zhai.bib";
                link.click();
            }"""
        )
    file = tmp_path / "zhai.bib"
    file.write_bytes(download.value.path().read_bytes())
    problems = Problems()
    read = sources.read_all(sources.source_files([str(file)], tmp_path), problems)
    works = [entry.work for entry in sources.entries(read)]
    assert not list(problems)
    assert {work.title.plain for work in works} == first.titles(people="xiaohua-zhai")
    assert all(work.type and work.authors and work.issued for work in works)
    # Zotero takes all papers of the page at once by these.
    assert page.locator("li .Z3988").count() == len(works)


def test_who_wrote_most_on_a_topic(first: Catalogue, page: Page) -> None:
    counts = Counter(
        slug for paper in first.papers if NAS in paper["topics"] for slug in paper["people"]
    )
    most = max(counts.values())
    page.goto(f"{first.address}search/?topic={NAS}")
    authors = page.get_by_role("group", name="Author", exact=True)
    best = authors.get_by_role("checkbox").first
    expect(best).to_have_accessible_name(re.compile(rf" {most}$"))
    best.check()
    expect(page.locator(".cat-page__count")).to_have_text(f"{most} results")
    slug = page.evaluate("new URLSearchParams(location.search).get('author')")
    assert counts[slug] == most


def test_a_misspelt_author(first: Catalogue, page: Page) -> None:
    wanted = first.titles(people="alexander-kolesnikov")
    page.goto(f"{first.address}search/?q=author%3Akolesnikow")
    found = all_results(page, len(wanted))
    assert wanted <= found
    find_author(page, "kolesnikow", "Alexander Kolesnikov")
    assert titles(page) == wanted


def test_papers_of_a_venue_in_a_year(first: Catalogue, page: Page) -> None:
    wanted = first.titles(venue_id="iclr", year=2023)
    page.goto(f"{first.address}search/")
    page.locator("#cat-page-q").fill("venue:iclr year:2023")
    assert all_results(page, len(wanted)) == wanted
    header(page, "Venues").click()
    page.get_by_role("link", name="ICLR", exact=True).click()
    listed = page.locator("#part-2023 + ul a[data-paper]")
    expect(listed).to_have_count(len(wanted))
    assert set(listed.all_text_contents()) == wanted


def test_the_newest_survey(first: Catalogue, page: Page) -> None:
    page.goto(f"{first.address}search/")
    choose(page, "Kind", "Survey")
    card = page.locator(".cat-results > li").first
    expect(card).to_contain_text(str(first.newest("survey")))
    assert card.locator("a[data-paper]").text_content() in first.titles(kind="survey")


def test_all_papers_of_a_coauthor(first: Catalogue, page: Page) -> None:
    find_author(page, "quoc le", "Quoc V. Le")
    page.get_by_role("link", name="Hanxiao Liu", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Hanxiao Liu")
    assert titles(page) == first.titles(people="hanxiao-liu")
    page.go_back()
    both = first.titles(people="quoc-le") & first.titles(people="hanxiao-liu")
    page.get_by_role("link", name=f"{len(both)} papers with Hanxiao Liu").click()
    assert all_results(page, len(both)) == both


def test_a_citation_has_author_and_year(first: Catalogue, page: Page) -> None:
    page.get_by_role("searchbox", name="Find a paper").fill("tay 2022 unified")
    page.get_by_role("button", name="Search").first.click()
    page.locator(".cat-results > li a[data-paper]").first.click()
    expect(page.locator("h1")).to_contain_text("UL2")
    cited = page.locator('[data-cite="plain"]')
    expect(cited).to_contain_text("Yi Tay")
    (year,) = {paper["year"] for paper in first.papers if paper["title"].startswith("UL2")}
    expect(cited).to_contain_text(str(year))
    expect(page.locator('[data-cite="bibtex"]')).to_contain_text(f"{{{year}}}")
