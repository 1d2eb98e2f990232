"""The forms that a feed has. A form is a line in `FEEDS`, and its renderer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.formats.atom import atom
from generator.formats.feed_items import FeedContent
from generator.formats.json_feed import json_feed


@dataclass(frozen=True)
class Feed:
    """A form of feeds: its file's name, what people and programs call it, its renderer."""

    file: str
    label: str
    media_type: str
    render: Callable[[FeedContent], bytes]


FEEDS: tuple[Feed, ...] = (
    Feed("feed.xml", "Atom", "application/atom+xml", atom),
    Feed("feed.json", "JSON Feed", "application/feed+json", json_feed),
)
