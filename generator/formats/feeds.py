"""The forms that a feed has. A form is a line in `FEEDS`, and its renderers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.exports import FeedName
from generator.formats.atom import atom, atom_entry
from generator.formats.feed_items import FeedContent, Item
from generator.formats.json_feed import json_feed, json_item


@dataclass(frozen=True)
class Feed:
    """A form of feeds: its name in settings, its file's name, what people and programs call it.

    `entry` gives the text of an item, `whole` the file from a feed and the texts of its items: a
    paper stands in the feeds of each of its authors, and is rendered once.
    """

    name: FeedName
    file: str
    label: str
    media_type: str
    entry: Callable[[Item], str]
    whole: Callable[[FeedContent, Sequence[str]], bytes]


FEEDS: tuple[Feed, ...] = (
    Feed("atom", "feed.xml", "Atom", "application/atom+xml", atom_entry, atom),
    Feed("json-feed", "feed.json", "JSON Feed", "application/feed+json", json_item, json_feed),
)
