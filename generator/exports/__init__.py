"""The catalogue for machines: papers.json with its schema, a feed, and what crawlers ask for."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.exports.feed import feed
from generator.exports.for_robots import llms_txt, robots_txt
from generator.exports.papers_json import json_schema, papers_json
from generator.model import OutputFile
from generator.settings import Settings

__all__ = ["exports", "json_schema"]


def exports(catalogue: Catalogue, settings: Settings) -> list[OutputFile]:
    """Return every exported file, sorted by path."""
    found = [
        OutputFile("data/feed.xml", feed(catalogue, settings), "the feed of additions"),
        OutputFile("data/papers.json", papers_json(catalogue), "the list of papers as JSON"),
        OutputFile("data/papers.schema.json", json_schema(), "the schema of papers.json"),
    ]
    return [
        *found,
        OutputFile("llms.txt", llms_txt(catalogue, settings, found), "the site in one text"),
        OutputFile("robots.txt", robots_txt(settings), "what crawlers may read"),
    ]
