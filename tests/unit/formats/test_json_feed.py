"""The JSON Feed says what the Atom feed says, as https://www.jsonfeed.org/version/1.1/ wants it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

from generator.catalogue import Catalogue
from generator.settings import Settings
from tests import given
from tests.unit.formats.test_downloads import CATALOGUE, EVERYTHING, PEBBLES, made


def json_feed_of(
    catalogue: Catalogue, settings: Settings = EVERYTHING, folder: str = "data/"
) -> dict[str, Any]:
    found = json.loads(made(catalogue, settings)[f"{folder}feed.json"])
    assert isinstance(found, dict)
    return found


def test_the_feed_names_the_catalogue_its_address_and_its_papers() -> None:
    assert json_feed_of(CATALOGUE) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Tea & pebbles",
        "home_page_url": "https://tea.example.org/",
        "feed_url": "https://tea.example.org/data/feed.json",
        "description": "What we read.",
        "language": "en",
        "items": [
            {
                "id": "urn:uuid:e5ba6681-eaac-560e-8636-00a1c43a195f",
                "url": "https://tea.example.org/papers/kettles/",
                "title": "Watched kettles",
                "content_text": "Steam waits.\n\nJournal of Tea 2021",
                "summary": "Steam waits.",
                "date_published": "2022-03-04T00:00:00+00:00",
                "authors": [{"name": "Ada Kettle"}, {"name": "Bo Léaf"}],
                "tags": ["Tea"],
                "_catalogue": {"id": "kettles", "venue": "Journal of Tea", "year": 2021},
            }
        ],
    }


def test_a_topics_feed_leads_to_its_topic() -> None:
    feed = json_feed_of(CATALOGUE, folder="data/topics/tea/")
    assert feed["title"] == "Tea & pebbles: Tea"
    assert feed["home_page_url"] == "https://tea.example.org/topics/tea/"
    assert feed["feed_url"] == "https://tea.example.org/data/topics/tea/feed.json"
    assert [item["url"] for item in feed["items"]] == ["https://tea.example.org/papers/kettles/"]


def test_without_an_address_links_are_relative_to_the_feed() -> None:
    nowhere = replace(EVERYTHING, url="")
    assert json_feed_of(CATALOGUE, nowhere)["items"][0]["url"] == "../papers/kettles/"
    feed = json_feed_of(CATALOGUE, nowhere, "data/topics/tea/")
    assert feed["feed_url"] == "feed.json"
    assert feed["home_page_url"] == "../../../topics/tea/"
    assert feed["items"][0]["url"] == "../../../papers/kettles/"


def test_an_item_without_a_summary_still_has_a_text() -> None:
    feed = json_feed_of(Catalogue((given.changed(PEBBLES, added=dt.date(2023, 1, 1)),)))
    (item,) = feed["items"]
    assert item["content_text"] == "The price of pebbles"
    assert not {"authors", "tags", "summary"} & item.keys()
    assert item["_catalogue"] == {"id": "pebbles"}


def test_where_and_when_a_paper_was_published_stands_behind_its_summary() -> None:
    added = dt.date(2023, 1, 1)
    for fields, text in (
        ({"summary": "Stones.", "year": 2021}, "Stones.\n\n2021"),
        ({"venue": "Journal of Tea"}, "Journal of Tea"),
        ({"summary": "Stones."}, "Stones."),
    ):
        feed = json_feed_of(Catalogue((given.changed(PEBBLES, added=added, **fields),)))
        assert feed["items"][0]["content_text"] == text


def test_an_empty_catalogue_has_a_feed_without_items() -> None:
    assert json_feed_of(Catalogue(()))["items"] == []
