"""The catalogue for other programs: its papers in every format of `FORMATS`, and feeds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.cache.store import NO_CACHE, Cache
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
    catalogue: Catalogue, settings: Settings, workers: Workers = HERE, cache: Cache = NO_CACHE
) -> Iterator[OutputFile]:
    """Yield every download as it is made; `settings.url` is the site's address, if known.

    Those of the whole catalogue are in data/, those of a topic in data/topics/<slug>/, and so on:
    see `generator.formats.groups`.
    """
    yield from collections(catalogue, settings, workers, cache)
    if any(form.name == "json" for form in offered_of_all(settings.exports).formats):
        schema = json_schema(settings.url)
        yield OutputFile("data/papers.schema.json", schema, "the schema of papers.json")
    yield from _feeds(catalogue, settings)


def _feeds(catalogue: Catalogue, settings: Settings) -> Iterator[OutputFile]:
    """Yield the feeds of all papers and of each group; an item is rendered once for all groups.

    A group that had another address has its feeds there, too: who follows it cannot be told.
    """
    content = feed_of_all(catalogue, settings)
    for feed in offered_of_all(settings.exports).feeds:
        yield _file(feed, content, [feed.entry(item) for item in content.items])
    made: dict[tuple[str, str], str] = {}
    feeds = {kind: offered(kind, catalogue, settings.exports).feeds for kind in GROUPS}
    followed = [kind for kind in GROUPS if feeds[kind]]
    former: defaultdict[str, list[str]] = defaultdict(list)
    for address, to in sorted(catalogue.moved.items()):
        former[f"data/{to}/"].append(f"data/{address}/")
    for kind, content in feeds_of_groups(followed, catalogue, settings):
        for feed in feeds[kind]:
            for item in content.items:
                if (feed.name, item.paper) not in made:
                    made[feed.name, item.paper] = feed.entry(item)
            file = _file(feed, content, [made[feed.name, item.paper] for item in content.items])
            yield file
            for folder in former[content.folder]:
                yield replace(file, path=folder + feed.file)


def _file(feed: Feed, content: FeedContent, entries: Sequence[str]) -> OutputFile:
    data = feed.whole(content, entries)
    return OutputFile(content.folder + feed.file, data, f'the feed "{content.title}"')
