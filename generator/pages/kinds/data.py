"""The page of downloads and feeds: what each file is for, how large it is, and those of groups."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.wording import readable_size
from generator.formats import LEFT_OUT, offered, offered_of_all, paper_fields
from generator.formats.groups import GROUPS, TOPICS
from generator.model import OutputFile
from generator.pages import views
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page."""
    catalogue, exports = renderer.catalogue, renderer.settings.exports
    whole, of_topics = offered_of_all(exports), offered(TOPICS, catalogue, exports)
    of_groups = [
        {"what": kind.what, "folder": kind.folder, "least": kind.least, "files": files}
        for kind in GROUPS
        if kind is not TOPICS
        and (files := offered(kind, catalogue, exports).files)
        and any(kind.of(catalogue))
    ]
    sizes = {file.path: len(file.data) for file in renderer.downloads}
    yield renderer.page(
        "data.md.j2",
        "data/index.md",
        "the page of downloads and feeds",
        updated=views.newest(catalogue.papers),
        total=len(catalogue.papers),
        formats=[
            {"format": kind, "size": readable_size(sizes.get(f"data/{kind.file}", 0))}
            for kind in whole.formats
        ],
        feeds=whole.feeds,
        files=of_topics.files,
        topics_followed=bool(of_topics.feeds),
        groups=of_groups,
        abstracts=exports.abstracts,
        left_out=[n for n in LEFT_OUT if n != "abstract" or not exports.abstracts],
        dated=bool(catalogue.latest),
        topics=[
            {"name": topic.name, "slug": topic.slug, "count": len(catalogue.papers_of[topic.slug])}
            for topic in catalogue.topics.values()
        ],
        fields=paper_fields() if any(form.name == "json" for form in whole.formats) else [],
    )
