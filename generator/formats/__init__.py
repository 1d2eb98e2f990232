"""The catalogue for other programs: its papers in every format of `FORMATS`, and feeds."""

from __future__ import annotations

from collections.abc import Collection

from generator.catalogue import Catalogue
from generator.formats.collections import collections
from generator.formats.feed_items import feed_contents
from generator.formats.feeds import FEEDS
from generator.formats.formats import FORMATS, Format
from generator.formats.groups import GroupKind
from generator.formats.papers_json import json_schema, paper_fields
from generator.model import OutputFile
from generator.settings import Settings

__all__ = ["FEEDS", "FORMATS", "Format", "downloads", "files_of", "json_schema", "paper_fields"]


def files_of(kind: GroupKind, feed_files: Collection[str]) -> list[tuple[str, str]]:
    """Return what each group of a kind has: names of formats and feeds, each with its file.

    `feed_files` are the files of those feeds that it has.
    """
    formats = [f for f in FORMATS if kind.formats is None or f.name in kind.formats]
    feeds = [f for f in FEEDS if f.file in feed_files]
    return [*((f.brief or f.label, f.file) for f in formats), *((f.label, f.file) for f in feeds)]


def downloads(catalogue: Catalogue, settings: Settings) -> list[OutputFile]:
    """Return every download, sorted by path; `settings.url` is the site's address, if known.

    Those of the whole catalogue are in data/, those of a topic in data/topics/<slug>/, and so on:
    see `generator.formats.groups`.
    """
    files = list(collections(catalogue, settings))
    files.append(
        OutputFile(
            "data/papers.schema.json", json_schema(settings.url), "the schema of papers.json"
        ),
    )
    for content in feed_contents(catalogue, settings):
        what = f'the feed "{content.title}"'
        files += [
            OutputFile(content.folder + feed.file, feed.render(content), what)
            for feed in FEEDS
            if content.files is None or feed.file in content.files
        ]
    return sorted(files, key=lambda file: file.path)
