"""The list of all papers by title, over as many pages as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.ids import slug
from generator.pages import views
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.paging import Paging, heading, in_parts
from generator.pages.renderer import Renderer
from generator.values.paper import Paper

#: A list of titles longer than this goes over several pages, so that no page grows with the
#: catalogue.
LINES_PER_PAGE = 600

_PAGING = Paging("papers/index.md", "papers/all/{}.md")


LAYOUT = Layout("papers", classes="wide")


def generate(renderer: Renderer, _: Sequence[None]) -> Iterator[Page]:
    """Yield the pages."""
    parts = in_parts(renderer.catalogue.by_title, LINES_PER_PAGE)
    language = renderer.language
    names = [
        language.say("{first} to {last}", first=_letter(part[0]), last=_letter(part[-1]))
        for part in (parts if len(parts) > 1 else ())
    ]
    for number, part in enumerate(parts, 1):
        taken: set[str] = set()
        letters = [
            {
                "letter": letter,
                "anchor": _anchor(letter, taken),
                "papers": [
                    {"link": views.paper_link(paper, language), "year": str(paper.work.year or "")}
                    for paper in papers
                ],
            }
            for letter, papers in groupby(part, _letter)
        ]
        title = renderer.numbered(language.say("All papers"), number)
        yield renderer.page(
            LAYOUT,
            _PAGING.path(number),
            "the list of all papers",
            title,
            language.say("Every paper of the catalogue, by title."),
            updated=renderer.newest,
            letters=letters,
            total=len(renderer.catalogue.papers),
            heading=title,
            by_topic=PageLink(language.say("By topic"), "topics/index.md"),
            others=_PAGING.pager(number, names),
        )


def _anchor(letter: str, taken: set[str]) -> str:
    """Return an id for the titles under a letter, and take it.

    Letters of several scripts can be written alike in Latin ones, and signs sort around letters.
    """
    first = anchor = f"titles-{slug(letter)}"
    number = 1
    while anchor in taken:
        number += 1
        anchor = f"{first}-{number}"
    taken.add(anchor)
    return anchor


def _letter(paper: Paper) -> str:
    return heading(paper.work.title.key)
