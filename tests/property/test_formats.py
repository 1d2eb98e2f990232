"""Any catalogue gives lists and feeds that are read back whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from markdown import markdown

from generator.catalogue import Catalogue
from generator.model import Area, Assignment, Related, Topic
from generator.values.paper import Entry
from generator.values.text import Text
from tests.given import any_papers, changed
from tests.unit.formats.test_collections import TEA, ids, rows_of
from tests.unit.formats.test_downloads import (
    AREAS,
    ATOM,
    CATALOGUE,
    EVERYTHING,
    KETTLES,
    PEBBLES,
    SETTINGS,
    feed_of,
    made,
    papers_of,
    text_of,
)
from tests.unit.formats.test_json_feed import json_feed_of
from tests.unit.pages.test_for_robots import llms

ANY_TEXT = st.text(st.characters(exclude_categories=()))


#: What any paper has, with any character in its texts and several entries.
PAPERS = st.builds(
    lambda paper, fields: changed(paper, **fields),
    any_papers(),
    st.fixed_dictionaries(
        {
            "id": st.text("abc-", min_size=1),
            "entries": st.lists(
                st.builds(Entry, ANY_TEXT, st.integers(1, 10**6), ANY_TEXT), max_size=2
            ).map(tuple),
        },
        optional={
            "title": ANY_TEXT,
            "summary": ANY_TEXT,
            "abstract": ANY_TEXT,
            "authors": st.lists(ANY_TEXT, max_size=3),
            "venue": ANY_TEXT,
            "note": ANY_TEXT,
            "introduces": st.lists(ANY_TEXT, max_size=2),
            "added": st.none() | st.dates(dt.date(1600, 1, 1), dt.date(2100, 1, 1)),
        },
    ),
)


CATALOGUES = st.lists(PAPERS, max_size=5, unique_by=lambda paper: paper.id).map(
    lambda papers: Catalogue(
        papers=tuple(sorted(papers, key=lambda paper: paper.id)),
        areas=AREAS,
        assignments={paper.id: (Assignment("tea", 2.0),) for paper in papers[::2]},
        related={paper.id: (Related(papers[0].id, 1.0, ("x",)),) for paper in papers[1:]},
    )
)


@hypothesis_settings(deadline=None, max_examples=60)
@given(CATALOGUES, ANY_TEXT)
def test_any_catalogue_gives_a_valid_list_and_a_well_formed_feed(
    catalogue: Catalogue, name: str
) -> None:
    papers = papers_of(catalogue)
    assert [paper["id"] for paper in papers] == [paper.id for paper in catalogue.papers]
    feed = feed_of(catalogue, replace(SETTINGS, name=name, description=name))
    dated = [paper for paper in catalogue.papers if paper.curation.added]
    assert len(feed.findall(f"{ATOM}entry")) == len(dated)


LONG = Catalogue((changed(PEBBLES, id="a" * 41),), areas=AREAS)


@hypothesis_settings(deadline=None, max_examples=60)
@given(CATALOGUES)
@example(LONG)
def test_whatever_papers_say_every_format_is_read_back_with_all_of_them(
    catalogue: Catalogue,
) -> None:
    files = made(catalogue, EVERYTHING)
    for folder, papers in (("data/", catalogue.papers), (TEA, catalogue.papers_of["tea"])):
        named = sorted(paper.id for paper in papers)
        for name, found in ids(files, folder, catalogue).items():
            assert found == named, name
        for row in rows_of(files[f"{folder}papers.csv"]):
            assert None not in row
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


@given(name=ANY_TEXT.filter(str.strip), text=ANY_TEXT)
def test_any_text_stays_in_its_line(name: str, text: str) -> None:
    def llms_of(name: str, text: str) -> str:
        topic = Topic("tea", Text(name), Text(text), "a")
        return llms(replace(CATALOGUE, areas=(Area("a", Text(name), Text(text), (topic,)),)))

    usual, found = llms_of("A", text and "B"), llms_of(name, text)
    assert found.count("\n") - usual.count("\n") in (0, -2)  # text of signs that are cleaned away
    page = markdown(found)
    assert page.count("<a ") == usual.count("](")
    assert page.count("<h2>") == usual.count("\n## ")
    assert "<script" not in page


@hypothesis_settings(deadline=None, max_examples=60)
@given(CATALOGUES)
def test_both_feeds_have_the_same_items(catalogue: Catalogue) -> None:
    for folder in ("data/", "data/topics/tea/"):
        items = json_feed_of(catalogue, folder=folder)["items"]
        entries = feed_of(catalogue, folder=folder).findall(f"{ATOM}entry")
        assert [item["id"] for item in items] == [text_of(entry, "id") for entry in entries]
        assert all(item["content_text"] for item in items)
    assert made(Catalogue((KETTLES,))) == made(Catalogue((KETTLES,)))
