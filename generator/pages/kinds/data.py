"""The page of downloads and feeds: what each file is for, how large it is, and those of groups."""

from __future__ import annotations

from collections.abc import Iterator

from generator.formats import FEEDS, FORMATS, files_of, paper_fields
from generator.formats.groups import GROUPS, TOPICS
from generator.model import OutputFile
from generator.pages import views
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page."""
    catalogue = renderer.catalogue
    sizes = {file.path: len(file.data) for file in renderer.downloads}
    yield renderer.page(
        "data.md.j2",
        "data/index.md",
        "the page of downloads and feeds",
        updated=views.newest(catalogue.papers),
        total=len(catalogue.papers),
        formats=[
            {"format": kind, "size": readable_size(sizes.get(f"data/{kind.file}", 0))}
            for kind in FORMATS
        ],
        feeds=FEEDS,
        files=files_of(TOPICS, TOPICS.feeds_in(catalogue)),
        groups=[
            {
                "what": kind.what,
                "folder": kind.folder,
                "files": files_of(kind, kind.feeds_in(catalogue)),
            }
            for kind in GROUPS
            if kind is not TOPICS and any(kind.of(catalogue))
        ],
        dated=bool(catalogue.latest),
        topics=[
            {"name": topic.name, "slug": topic.slug, "count": len(catalogue.papers_of[topic.slug])}
            for topic in catalogue.topics.values()
        ],
        fields=paper_fields(),
    )


def readable_size(size: int) -> str:
    """Return a number of bytes with two figures or more: "812 bytes", "64 kB", "1.2 MB"."""
    if size < 1000:
        return f"{size} bytes"
    number, unit = next(
        (size / 10**power, unit)
        for power, unit in ((9, "GB"), (6, "MB"), (3, "kB"))
        if size >= 0.9995 * 10**power
    )
    return f"{number:.1f} {unit}" if number < 9.95 else f"{number:.0f} {unit}"
