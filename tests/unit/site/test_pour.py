"""Poured pages and their Markdown lead where they should from wherever they lie."""

from __future__ import annotations

import pytest

from generator.pages.page import address, published_markdown
from generator.site.pour import led, published
from generator.site.sitemap import with_pages
from generator.text.html import ROOT


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("index.md", ""),
        ("papers/ul2.md", "papers/ul2/"),
        ("topics/index.md", "topics/"),
        ("search.md?code=1", "search/?code=1"),
        ("index.md#latest", "#latest"),
        ("topics/sheep/newest.md#part-2024", "topics/sheep/newest/#part-2024"),
        ("data/feed.xml", "data/feed.xml"),
        ("papers/index-of-sheep.md", "papers/index-of-sheep/"),
    ],
)
def test_the_path_of_a_page_says_its_address(path: str, where: str) -> None:
    assert address(path) == where


@pytest.mark.parametrize(
    ("at", "to", "way"),
    [
        ("papers/ul2/", "papers/t5/", "../t5/"),
        ("papers/ul2/", "topics/sheep/", "../../topics/sheep/"),
        ("papers/ul2/", "papers/ul2/", "./"),
        ("papers/ul2/", "papers/ul2/#cite", "#cite"),
        ("topics/sheep/", "topics/sheep/newest/", "newest/"),
        ("topics/sheep/newest/", "topics/sheep/", "../../sheep/"),
        ("papers/", "papers/all/2/", "all/2/"),
        ("", "papers/ul2/", "papers/ul2/"),
        ("", "", "./"),
        ("map/", "", "../"),
        ("papers/ul2/", "papers/ul2-large/", "../ul2-large/"),
    ],
)
def test_an_address_in_html_leads_from_the_page(at: str, to: str, way: str) -> None:
    root = "../" * at.count("/")
    assert led(f'<a href="{ROOT}{to}">', at, root) == f'<a href="{way}">'


@pytest.mark.parametrize(
    ("to", "way"),
    [
        ("papers/t5.md", "../../papers/t5/index.md"),
        ("topics/index.md", "../../topics/index.md"),
        ("index.md", "../../index.md"),
        ("years/2024.md#papers", "../../years/2024/index.md#papers"),
        ("data/papers.bib", "../../data/papers.bib"),
        # These are empty without their scripts: the page itself, not its Markdown.
        ("search.md?year=unknown", "../../search/?year=unknown"),
        ("reading-list.md", "../../reading-list/"),
    ],
)
def test_published_markdown_leads_to_markdown(to: str, way: str) -> None:
    assert published(f"[x]({ROOT}{to})", "papers/ul2/") == f"[x]({way})"


def test_markdown_lies_in_the_folder_of_its_page() -> None:
    assert published_markdown("papers/ul2.md") == "papers/ul2/index.md"
    assert published_markdown("index.md") == "index.md"


def test_pages_are_added_to_a_site_map_of_mkdocs() -> None:
    made = (
        '<?xml version="1.0"?>\n<urlset>\n<url><loc>https://e.org/about/</loc></url>\n</urlset>\n'
    )
    found = with_pages(made, [("https://e.org/a&b/", "2031-03-04"), ("https://e.org/c/", "")])
    assert found.count("<url>") == 3
    assert "<loc>https://e.org/a&amp;b/</loc><lastmod>2031-03-04</lastmod>" in found
    assert found.endswith("</urlset>\n")
    assert with_pages("", [("https://e.org/", "")]) == ""
