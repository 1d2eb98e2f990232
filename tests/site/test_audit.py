"""The whole site keeps to its rules: the sample's, and that of the catalogue in this repository."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.first_catalogue import SITE_URL, is_ours
from tests.site.audit.links import wrong_links
from tests.site.audit.rules import broken_rules
from tests.site.audit.site import Site
from tests.site.audit.validity import parse_errors

#: How many pages below each address of a large site are read by slow strict parsers;
#: `make benchmark` has them read all.
SAMPLED = sys.maxsize if os.environ.get("EVERY_PAGE") else 60
first_catalogue = pytest.mark.skipif(
    not is_ours(), reason="this is another catalogue than the first"
)


def some_of_each(pages: Iterable[str]) -> list[str]:
    """Return pages of a large site: of papers, topics, authors and so on some, evenly picked."""
    of: dict[str, list[str]] = {}
    for page in pages:
        # An index, as papers/index.html, is beside the pages that it lists.
        of.setdefault(page.split("/")[0] if page.count("/") > 1 else "", []).append(page)
    return [page for some in of.values() for page in some[:: -(-len(some) // SAMPLED)]]


def show(found: list[str]) -> str:
    """Return what is wrong; one fault is often on every page, so some of it."""
    return "\n".join(found[:40])


@pytest.fixture(scope="module")
def sample(site: tuple[str, Path]) -> Site:
    return Site(site[1], SITE_URL)


@pytest.fixture(scope="module")
def first(first_site: Path) -> Site:
    return Site(first_site, SITE_URL)


def test_every_link_of_the_sample_leads_somewhere(sample: Site) -> None:
    assert not (wrong := show(wrong_links(sample))), wrong


def test_every_page_of_the_sample_keeps_the_rules(sample: Site) -> None:
    assert not (wrong := show(broken_rules(sample))), wrong


def test_every_page_of_the_sample_is_valid_html(sample: Site) -> None:
    assert [error for path in sample.pages for error in parse_errors(sample.folder / path)] == []


@first_catalogue
@pytest.mark.slow
def test_every_link_of_the_first_catalogue_leads_somewhere(first: Site) -> None:
    assert not (wrong := show(wrong_links(first))), wrong


@first_catalogue
@pytest.mark.slow
def test_every_page_of_the_first_catalogue_keeps_the_rules(first: Site) -> None:
    assert not (wrong := show(broken_rules(first))), wrong


@first_catalogue
@pytest.mark.slow
def test_every_kind_of_page_of_the_first_catalogue_is_valid_html(first: Site) -> None:
    read = some_of_each(first.pages)
    assert len(read) > 100
    assert [error for path in read for error in parse_errors(first.folder / path)] == []


def test_every_page_of_a_section_marks_it_in_the_header(sample: Site) -> None:
    sections = ("papers", "topics", "authors", "venues", "years", "map")
    for path, page in sample.pages.items():
        marked = [
            (a.get("aria-current"), urljoin(sample.address(path), a.get("href")))
            for a in page.all("a")
            if a.get("aria-current") and page.is_inside(a, "cat-header")
        ]
        folder = path.split("/")[0]
        index = f"{folder}/index.html"
        if folder in sections:
            said = "page" if path == index else "true"
            assert marked == [(said, sample.address(index))], path
        elif folder != "reading-list":
            assert not marked, path
