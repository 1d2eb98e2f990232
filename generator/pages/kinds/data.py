"""The page of downloads and feeds: what each file is for, how large it is, and those of groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.formats import LEFT_OUT, offered, offered_of_all, paper_fields
from generator.formats.groups import GROUPS, SEARCHES, TOPICS
from generator.language import to_say
from generator.pages import views
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

LAYOUT = Layout("data", classes="wide")
#: What one of a kind of groups is called, by the folder of its pages.
_GROUPS = {
    "authors": to_say("author"),
    "venues": to_say("venue"),
    "years": to_say("year"),
}


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page]:
    """Yield the page."""
    say = renderer.language.say
    catalogue, exports = renderer.catalogue, renderer.settings.exports
    whole, of_topics = offered_of_all(exports), offered(TOPICS, catalogue, exports)
    sizes = {file.path: file.size for file in renderer.downloads}
    yield renderer.page(
        LAYOUT,
        "data/index.md",
        "the page of downloads and feeds",
        say("Data and feeds"),
        say(
            "The whole catalogue and each of its topics to take with you: JSON, CSV, BibTeX, RIS,"
            " and feeds of what is added."
        ),
        updated=renderer.newest,
        total=len(catalogue.papers),
        licence=renderer.settings.licence,
        formats=[
            {
                "link": PageLink(kind.label, f"data/{kind.file}"),
                "size": renderer.language.size(sizes.get(f"data/{kind.file}", 0)),
                "use": say(kind.use),
            }
            for kind in whole.formats
        ],
        feeds_of_all=[PageLink(feed.label, f"data/{feed.file}") for feed in whole.feeds],
        topics_followed=bool(of_topics.feeds),
        abstracts=exports.abstracts,
        left_out=[n for n in LEFT_OUT if n != "abstract" or not exports.abstracts],
        groups=[
            {
                "link": PageLink(say(_GROUPS[kind.folder]), f"{kind.folder}/index.md"),
                "least": kind.least,
                "files": [name for name, _ in files],
            }
            for kind in GROUPS
            if kind not in (TOPICS, SEARCHES)
            and (files := offered(kind, catalogue, exports).files)
            and any(kind.of(catalogue))
        ],
        searches=_searches(renderer),
        new=PageLink(say("What is new"), "new/index.md") if catalogue.latest else None,
        topics=[
            {
                "topic": views.topic_view(catalogue, slug),
                "files": [
                    PageLink(name, TOPICS.data(slug) + file) for name, file in of_topics.files
                ],
            }
            for slug in catalogue.topics
            if of_topics.files
        ],
        fields=paper_fields(renderer.language)
        if any(form.name == "json" for form in whole.formats)
        else [],
        schema=PageLink("JSON Schema", "data/papers.schema.json"),
    )


def _searches(renderer: Renderer) -> list[dict[str, object]]:
    """Return the searches that are kept, with the links to what they find and to their files."""
    catalogue = renderer.catalogue
    files = offered(SEARCHES, catalogue, renderer.settings.exports).files
    return [
        {
            "link": PageLink(group.name, group.page.replace("search/", "search.md", 1)),
            "count": len(group.papers),
            "about": group.about,
            "files": [PageLink(name, SEARCHES.data(group.slug) + file) for name, file in files],
        }
        for group in SEARCHES.with_files(catalogue)
        if files
    ]
