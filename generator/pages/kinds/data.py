"""The page of downloads and feeds: what each file is for, how large it is, and those of groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.formats import FEEDS, FORMATS, files_of, paper_fields
from generator.formats.groups import GROUPS, TOPICS
from generator.pages import views
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

LAYOUT = Layout("data", classes="wide")


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page]:
    """Yield the page."""
    catalogue = renderer.catalogue
    sizes = {file.path: file.size for file in renderer.downloads}
    files = files_of(TOPICS, TOPICS.feeds_in(catalogue))
    yield renderer.page(
        LAYOUT,
        "data/index.md",
        "the page of downloads and feeds",
        "Data and feeds",
        "The whole catalogue and each of its topics to take with you: JSON, CSV, BibTeX, RIS,"
        " CSL-JSON, and feeds of what is added.",
        updated=views.newest(catalogue.papers),
        total=len(catalogue.papers),
        formats=[
            {
                "link": PageLink(kind.label, f"data/{kind.file}"),
                "size": readable_size(sizes.get(f"data/{kind.file}", 0)),
                "use": kind.use,
            }
            for kind in FORMATS
        ],
        feeds_of_all=[PageLink(feed.label, f"data/{feed.file}") for feed in FEEDS],
        groups=[
            {
                "link": PageLink(kind.what, f"{kind.folder}/index.md"),
                "files": [name for name, _ in files_of(kind, kind.feeds_in(catalogue))],
            }
            for kind in GROUPS
            if kind is not TOPICS and any(kind.of(catalogue))
        ],
        dated=bool(catalogue.latest),
        topics=[
            {
                "topic": views.topic_view(catalogue, slug),
                "files": [PageLink(name, TOPICS.data(slug) + file) for name, file in files],
            }
            for slug in catalogue.topics
        ],
        fields=paper_fields(),
        schema=PageLink("JSON Schema", "data/papers.schema.json"),
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
