"""The catalogue for other programs: its papers in every format of `FORMATS`, and feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalogue import Catalogue
from generator.formats.collections import collections
from generator.formats.feed_items import FeedContent, feed_of_all, feeds_of_groups
from generator.formats.feeds import FEEDS, Feed
from generator.formats.formats import FORMATS, Format
from generator.formats.groups import GROUPS
from generator.formats.offered import Offered, offered, offered_of_all
from generator.formats.papers_json import LEFT_OUT, json_schema, paper_fields
from generator.model import OutputFile
from generator.settings import Settings
from generator.workers import HERE, Workers

__all__ = [
    "FEEDS",
    "FORMATS",
    "LEFT_OUT",
    "Format",
    "Offered",
    "downloads",
    "json_schema",
    "offered",
    "offered_of_all",
    "paper_fields",
]


def downloads(
    catalogue: Catalogue, settings: Settings, workers: Workers = HERE
) -> Iterator[OutputFile]:
    """Yield every download as it is made; `settings.url` is the site's address, if known.

    Those of the whole catalogue are in data/, those of a topic in data/topics/<slug>/, and so on:
    see `generator.formats.groups`.
    """
    yield from collections(catalogue, settings, workers)
    if any(form.name == "json" for form in offered_of_all(settings.exports).formats):
        schema = json_schema(settings.url)
        yield OutputFile("data/papers.schema.json", schema, "the schema of papers.json")
    yield from _feeds(offered_of_all(settings.exports).feeds, [feed_of_all(catalogue, settings)])
    for kind in GROUPS:
        feeds = offered(kind, catalogue, settings.exports).feeds
        if feeds:
            yield from _feeds(feeds, feeds_of_groups(kind, catalogue, settings))


def _feeds(feeds: Iterable[Feed], contents: Iterable[FeedContent]) -> Iterator[OutputFile]:
    """Yield each of `contents` in every form of `feeds`; an item is rendered once in each form."""
    made: dict[tuple[str, str], str] = {}
    for content in contents:
        for feed in feeds:
            entries = []
            for item in content.items:
                key = (feed.name, item.paper)
                if key not in made:
                    made[key] = feed.entry(item)
                entries.append(made[key])
            data = feed.whole(content, entries)
            yield OutputFile(content.folder + feed.file, data, f'the feed "{content.title}"')
