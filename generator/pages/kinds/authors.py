"""The list of authors: who wrote most, and the letters of the index, with few names themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures.of_person import most_papers, most_topics
from generator.pages.kinds.names import named
from generator.pages.links import PageLink, person_link
from generator.pages.name_index import MOST
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

#: Names in each of the short lists.
LISTED = 12

_INDEX = Layout("authors", styles=("groups",), scripts=("authors/page.js",), classes="wide")
_NONE = Layout("no_authors", classes="wide")
LAYOUTS = (_INDEX, _NONE)


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page]:
    """Yield the page; few names stand on it, those of many on pages of their letters."""
    catalogue, index = renderer.catalogue, renderer.letters
    say = renderer.language.say
    few = len(catalogue.people) <= MOST
    yield renderer.page(
        _INDEX if index else _NONE,
        "authors/index.md",
        "the list of authors",
        say("Authors"),
        say("Everybody who wrote a paper of the catalogue, by family name."),
        updated=renderer.newest,
        total=len(catalogue.people),
        search=PageLink(say("Search"), "search.md"),
        by_title=PageLink(say("by title"), "papers/index.md"),
        by_topic=PageLink(say("by topic"), "topics/index.md"),
        letters=[
            {
                "link": PageLink(say(letter.name), f"authors/all/{letter.slug}.md"),
                "slug": letter.slug,
                "names": named(renderer, letter.parts[0].people) if few else [],
            }
            for letter in index
        ],
        few=few,
        most=[
            {
                "anchor": anchor,
                "title": title,
                "people": [
                    {"link": person_link(person.name.natural, person.slug), "count": count}
                    for person, count in found
                ],
            }
            for anchor, title, found in (
                ("most-papers", say("Most papers"), most_papers(catalogue, LISTED)),
                ("most-topics", say("Most topics"), most_topics(catalogue, LISTED)),
            )
            if found
        ],
    )
