"""On a published site every address of its ledger has a page: its own, or one that leads on."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator.ledger import FOLDERS, Ledger, load_ledger, text_of
from generator.pipeline import Pipeline
from generator.problems import Problems
from tests.first_catalogue import SITE_URL
from tests.projects import ROOT, build_project, make_project

_FORWARD = re.compile(r'<meta [^>]*http-equiv="?refresh"?[^>]*>')
_TARGET = re.compile(r"url=([^\"'>\s]+)")
_CANONICAL = re.compile(r"<link [^>]*rel=\"?canonical\"?[^>]*>")
_HREF = re.compile(r'href="?([^">\s]+)')


def read(catalogue: Path) -> Ledger:
    problems = Problems()
    found = load_ledger(catalogue / "addresses.yml", "addresses.yml", problems)
    assert not list(problems)
    return found


def faults(site: Path, ledger: Ledger) -> list[str]:
    """Return what is wrong with the pages at the addresses of a ledger."""
    found = []
    addresses = [f"{folder}/{slug}" for folder in FOLDERS for slug in ledger.rows(folder)]
    addresses += [f"authors/{slug}" for row in ledger.papers.values() for slug in row.authors]
    addresses += [f"venues/{row.venue}" for row in ledger.papers.values() if row.venue]
    for address in sorted(set(addresses)):
        folder, _, slug = address.partition("/")
        page = site / address / "index.html"
        if not page.is_file():
            found.append(f"{address}/ has no page")
            continue
        row = ledger.rows(folder).get(slug)
        if row is None or not row.is_former:
            continue
        html = page.read_text("utf-8")
        if "noindex" not in html and len(row.to) < 2:
            found.append(f"{address}/ is found by search engines")
        forward = _FORWARD.search(html)
        if len(row.to) != 1:
            if forward:
                found.append(f"{address}/ leads on, though it is gone, or was several")
            continue
        target = f"{folder}/{row.to[0]}"
        to = _TARGET.search(forward[0]) if forward else None
        if not to or (page.parent / to[1]).resolve() != (site / target).resolve():
            found.append(f"{address}/ does not lead to {target}/")
        elif not (site / target / "index.html").is_file():
            found.append(f"{address}/ leads to {target}/, which is not there")
        canonical = _CANONICAL.search(html)
        href = _HREF.search(canonical[0]) if canonical else None
        if not href or unescape(href[1]) != f"{SITE_URL}{target}/":
            found.append(f"{address}/ does not name {target}/ as canonical")
    return found


def test_the_first_catalogue_has_a_page_at_every_address_of_its_ledger(first_site: Path) -> None:
    ledger = read(ROOT / "catalogue")
    assert len(ledger.papers) >= 547
    assert faults(first_site, ledger) == []


@pytest.mark.slow
def test_the_ledger_of_the_first_catalogue_is_up_to_date(tmp_path: Path) -> None:
    # Listings that are read beside it say more of its authors, who then have other addresses.
    project = make_project(tmp_path, ROOT / "catalogue", "catalogue")
    problems = Problems()
    settings = settings_module.load(project, problems)
    assert settings
    decided = Pipeline(settings, problems).decide([], project)
    kept = (ROOT / "catalogue" / "addresses.yml").read_text("utf-8")
    assert sorted({*text_of(decided.ledger).splitlines()} ^ {*kept.splitlines()})[:4] == []


def test_a_site_has_a_page_at_every_address_that_was_ever_published(
    site: tuple[str, Path],
) -> None:
    _, folder = site
    ledger = read(folder.parent / "catalogue")
    assert faults(folder, ledger) == []
    former = [
        f"{f}/{slug}" for f in FOLDERS for slug, row in ledger.rows(f).items() if row.is_former
    ]
    assert former == [
        "papers/growing-slowly",
        "papers/on-noise",
        "topics/gardens",
        "topics/hail",
        "authors/ada-quills",
        "authors/di-kalm",
        "venues/konf",
        "venues/old-journal",
    ]


def test_the_check_finds_what_is_missing(site: tuple[str, Path], tmp_path: Path) -> None:
    _, folder = site
    ledger = read(folder.parent / "catalogue")
    for address in ("papers/on-silence", "authors/bo-hush", "topics/gardens", "venues/konf"):
        page = folder / address / "index.html"
        copy = tmp_path / "site" / address / "index.html"
        copy.parent.mkdir(parents=True)
        shutil.copy(page, copy)
    found = faults(tmp_path / "site", ledger)
    assert "papers/grow-slowly/ has no page" in found
    assert "topics/gardens/ leads to topics/gardening/, which is not there" in found
    assert "papers/on-silence/ has no page" not in found


def test_who_follows_a_topic_at_its_former_address_gets_what_is_new(
    site: tuple[str, Path],
) -> None:
    _, folder = site
    former, now = (folder / "data/topics" / slug / "feed.xml" for slug in ("gardens", "gardening"))
    assert former.read_bytes() == now.read_bytes()


@pytest.mark.slow
def test_a_paper_taken_out_keeps_a_page_that_says_why_as_text(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    build_project(project)
    assert "papers/on-noise" not in (project / "docs/llms.txt").read_text("utf-8")
    page = (project / "docs/papers/on-noise.md").read_text("utf-8")
    assert "2031-02-03" in page
    assert "Reason: Its authors &lt;b&gt;asked&lt;/b&gt; us to." in page
