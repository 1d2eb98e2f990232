"""The pages of a catalogue as they are laid out, before they are poured into frames.

Their addresses begin at the root of the site: /papers/sheep/ in HTML, /papers/sheep.md in Markdown.
"""

from __future__ import annotations

from pathlib import Path

import html5lib

from generator.catalogue import Catalogue
from generator.pages import Page, Renderer
from generator.pages.kinds import KINDS
from generator.settings import Settings
from generator.text.html import ROOT

SETTINGS = Settings(
    root=Path(),
    catalogue_dir=Path("catalogue"),
    docs_dir=Path("docs"),
    site_dir=Path("site"),
    work_dir=Path(".build"),
    name="Invented papers",
    description="",
    url="",
    repository="",
    sources=(),
    related=5,
)


def made(catalogue: Catalogue, settings: Settings = SETTINGS) -> dict[str, Page]:
    """Return the pages by path."""
    renderer = Renderer(catalogue, settings)
    found = (page for kind in KINDS for page in kind.generate(renderer, kind.items(catalogue)))
    return {page.path: page for page in found if isinstance(page, Page)}


def article(page: Page) -> str:
    """Return the HTML of a page's article."""
    return page.article.replace(ROOT, "/")


def text_of(page: Page) -> str:
    """Return the Markdown of a page without its front matter; empty where it has none."""
    return page.markdown.replace(ROOT, "/").partition("\n---\n\n")[2]


def articles(catalogue: Catalogue, settings: Settings = SETTINGS) -> dict[str, str]:
    """Return the HTML of all articles by path."""
    return {path: article(page) for path, page in made(catalogue, settings).items()}


def texts(catalogue: Catalogue, settings: Settings = SETTINGS) -> dict[str, str]:
    """Return the Markdown of all pages that have any, by path."""
    return {
        path: text for path, page in made(catalogue, settings).items() if (text := text_of(page))
    }


def words(html: str) -> str:
    """Return what an article says: its text, each run of white space one blank."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return " ".join("".join(tree.itertext()).split())
