"""The elements of a page's head that its frame does not have: its feeds, where it forwards to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.formats import FEEDS
from generator.formats.feeds import Feed
from generator.settings import Settings
from generator.text.html import ROOT, escaped


@dataclass(frozen=True)
class FeedLink:
    """A feed, what it is called for readers of several, and its folder below the root."""

    feed: Feed
    title: str
    folder: str


def feed_links(settings: Settings, feeds: Sequence[FeedLink] | None) -> str:
    """Return the elements by which readers of feeds find `feeds`, else those of the catalogue."""
    if feeds is None:
        feeds = [FeedLink(feed, settings.name, "data/") for feed in FEEDS]
    return "".join(_link(feed) for feed in feeds)


def forwarding(address: str) -> str:
    """Return the element of a page that forwards at once to the page at `address`."""
    return f'<meta http-equiv="refresh" content="0; url={ROOT}{escaped(address)}">'


def _link(found: FeedLink) -> str:
    # Not rel="alternate" alone: a checker of sites takes that for another language.
    return (
        f'<link rel="alternate feed" type="{found.feed.media_type}" title="{escaped(found.title)}"'
        f' href="{ROOT}{escaped(found.folder)}{found.feed.file}">'
    )
