"""Writes a feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.formats.feed_items import FeedContent, Item

_VERSION = "https://jsonfeed.org/version/1.1"
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_feed(content: FeedContent, items: Sequence[str]) -> bytes:
    """Return the feed, whose items `json_item` made."""
    head = {
        "version": _VERSION,
        "title": content.title,
        "home_page_url": content.home,
        "feed_url": f"{content.base}{content.folder}feed.json" if content.base else "feed.json",
        "description": content.description,
        "language": content.language,
    }
    text = f'{_json(head).removesuffix("}")},"items":[{",".join(items)}]}}\n'
    return text.encode("utf-8", "replace")


def json_item(item: Item) -> str:
    """Return an item. `_catalogue` in it is ours: id, venue and year as in papers.json."""
    ours = {"id": item.paper, "venue": item.venue, "year": item.year}
    fields = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        # An item without a text is not allowed.
        "content_text": "\n\n".join(item.paragraphs) or item.title or item.paper,
        "summary": item.summary,
        "date_published": item.added.isoformat(),
        "authors": [{"name": author} for author in item.authors],
        "tags": list(item.topics),
        "_catalogue": {key: value for key, value in ours.items() if value},
    }
    return _json({key: value for key, value in fields.items() if value})
