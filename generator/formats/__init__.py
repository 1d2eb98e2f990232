"""The catalogue for other programs: its papers in six formats, feeds, and what crawlers ask for."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.formats.collections import collections
from generator.formats.feed import atom
from generator.formats.feed_items import feed_contents
from generator.formats.for_robots import llms_txt, robots_txt
from generator.formats.json_feed import json_feed
from generator.formats.papers_json import json_schema, paper_fields
from generator.model import OutputFile
from generator.settings import Settings

__all__ = ["downloads", "json_schema", "paper_fields"]


def downloads(catalogue: Catalogue, settings: Settings) -> list[OutputFile]:
    """Return every exported file, sorted by path; `settings.url` is the site's address, if known.

    Those of the whole catalogue are in data/, those of a topic in data/topics/<slug>/.
    """
    files = list(collections(catalogue, settings))
    files.append(
        OutputFile("data/papers.schema.json", json_schema(), "the schema of papers.json"),
    )
    for content in feed_contents(catalogue, settings):
        what = f'the feed "{content.title}"'
        files.append(OutputFile(f"{content.folder}feed.xml", atom(content), what))
        files.append(OutputFile(f"{content.folder}feed.json", json_feed(content), what))
    files.sort(key=lambda file: file.path)
    return [
        *files,
        OutputFile("llms.txt", llms_txt(catalogue, settings, files), "the site in one text"),
        OutputFile("robots.txt", robots_txt(settings), "what crawlers may read"),
    ]
