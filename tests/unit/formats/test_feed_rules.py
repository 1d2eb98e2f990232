"""Every feed keeps to the rules of its form; those who check them see what breaks them."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.model import KnownVenue, Person, StandingSearch
from generator.text.unicode import normal
from generator.values.text import Text
from tests import given
from tests.feed_rules import atom_faults, json_feed_faults
from tests.unit.formats.test_downloads import AREAS, CATALOGUE, EVERYTHING, KETTLES, made
from tests.unit.formats.test_offered import KNOWN

SITE = EVERYTHING.url
SEARCH = StandingSearch(
    "wool", "Wool & <b>more</b>", 'wool "of sheep" -goat', "What is new of wool.", ("sheep-1",)
)
FULL = replace(KNOWN, searches=(SEARCH, replace(SEARCH, slug="none", about="", papers=())))


def faults(catalogue: Catalogue, site: str = SITE, **wishes: Any) -> dict[str, list[str]]:
    files = made(catalogue, replace(EVERYTHING, url=site, **wishes))
    found = {path: atom_faults(data, site) for path, data in files.items() if "feed.xml" in path}
    assert len(found) > 1
    found |= {
        path: json_feed_faults(data, site) for path, data in files.items() if "feed.json" in path
    }
    return {path: wrong for path, wrong in found.items() if wrong}


@pytest.mark.parametrize("site", [SITE, ""])
def test_the_feeds_of_all_and_of_every_group_are_valid(site: str) -> None:
    files = made(FULL, replace(EVERYTHING, url=site))
    folders = {path.rpartition("/")[0] for path in files if path.endswith("feed.xml")}
    assert folders == {
        "data", "data/topics/tea", "data/authors/ada-example", "data/venues/wool",
        "data/years/2021", "data/searches/wool", "data/searches/none",
    }  # fmt: skip
    assert faults(FULL, site) == {}
    assert faults(CATALOGUE, site) == {}
    assert faults(Catalogue((), areas=AREAS), site) == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x0b",
        "]]>",
        "<b>&amp;</b>",
        "\u202e\u2028",
        "\ud800",
        "\ufffe",
        "a\nb",
        "羊 🐑",
        "‍",
    ],
)
def test_feeds_are_valid_whatever_papers_and_catalogues_are_called(text: str) -> None:
    papers = tuple(
        given.paper(
            f"p{number}",
            text,
            summary=text,
            venue=text,
            authors=(text, *names),
            added=dt.date(1, 1, 1),
        )
        for number, names in enumerate(((), ("Ada Quill",), (text, text)))
    )
    ids = tuple(paper.id for paper in papers)
    whole = Catalogue(
        papers,
        people=(Person("any", KETTLES.work.authors[0], ids),),
        venues=(KnownVenue("any", Text(text), text, "journal", ids),),
        searches=(StandingSearch("any", normal(text) or "Any", f"{text} 100% #?&=", text, ids),),
    )
    # What says nothing is no name of a catalogue.
    assert faults(whole, name=normal(text) or "Any", description=text) == {}


ITEM = '{"id": "a", "content_text": "A", "url": "https://tea.example.org/a"}'


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("<id>urn:x</id>", ""),
        ("<id>urn:x</id>", "<id>x</id>"),
        ("<title>T</title>", "<title>T</title><title>T</title>"),
        ("2022-03-04T00:00:00+00:00", "2022-03-04"),
        ("2022-03-04T00:00:00+00:00", "2022-13-04T00:00:00Z"),
        ("<name>A</name>", "<name> </name>"),
        ("<author><name>A</name></author>", ""),
        ("https://tea.example.org/a", "https://other.example.org/a"),
        ("https://tea.example.org/a", "https://tea.example.org/a b"),
        ('<link rel="alternate" href="https://tea.example.org/a"/>', ""),
        ('rel="self"', 'rel="alternate"'),
        ("<summary>S</summary>", "<summary><p/></summary>"),
        ("<summary>S</summary>", "<pubDate>S</pubDate>"),
        ('<category term="t"/>', "<category/>"),
    ],
)
def test_what_breaks_the_rules_of_atom_is_seen(before: str, behind: str) -> None:
    right = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:x</id>'
        '<link rel="self" href="https://tea.example.org/feed.xml"/>'
        "<updated>2022-03-04T00:00:00+00:00</updated>"
        "<entry><title>E</title><id>urn:y</id><updated>2022-03-04T00:00:00+00:00</updated>"
        '<link rel="alternate" href="https://tea.example.org/a"/><summary>S</summary>'
        '<author><name>A</name></author><category term="t"/></entry></feed>'
    )
    assert atom_faults(right.encode(), SITE) == []
    assert before in right
    assert atom_faults(right.replace(before, behind).encode(), SITE) != []


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": "1.1"},
        {"title": None},
        {"language": "en_US"},
        {"home_page_url": "https://other.example.org/"},
        {"more": 1},
        {"_more": 1},
        {"items": [{"id": "a"}]},
        {"items": [{"id": 1, "content_text": "A"}]},
        {"items": [json.loads(ITEM), json.loads(ITEM)]},
        {"items": [json.loads(ITEM) | {"date_published": "yesterday"}]},
        {"items": [json.loads(ITEM) | {"authors": [{"name": ""}]}]},
        {"items": [json.loads(ITEM) | {"tags": [1]}]},
    ],
)
def test_what_breaks_the_rules_of_json_feed_is_seen(wrong: dict[str, object]) -> None:
    right = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "T",
        "home_page_url": SITE,
        "feed_url": f"{SITE}feed.json",
        "language": "en",
        "items": [json.loads(ITEM)],
    }
    assert json_feed_faults(json.dumps(right).encode(), SITE) == []
    assert json_feed_faults(json.dumps(right | wrong).encode(), SITE) != []
