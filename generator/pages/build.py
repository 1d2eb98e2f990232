"""All pages of the catalogue, in chunks that can be made one by one, in any process."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.model import OutputFile
from generator.pages.cards import Card
from generator.pages.for_robots import llms_txt, robots_txt
from generator.pages.kinds import KINDS
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer
from generator.workers import chunks_of

#: A kind of page by its number in KINDS, and from where to where in its items: little to hand on.
Chunk = tuple[int, int, int]

#: Things with pages of their own in a chunk: enough that handing it on costs nothing beside them.
SIZE = 64


def chunks(catalogue: Catalogue, size: int = SIZE) -> list[Chunk]:
    """Return what pages are to be made, in order."""
    return [
        (number, part.start, part.stop)
        for number, kind in enumerate(KINDS)
        for part in chunks_of(range(len(kind.items(catalogue))), size)
    ]


def pages_of(renderer: Renderer, chunk: Chunk) -> Iterator[Page | OutputFile]:
    """Yield the pages of a chunk, and the files that belong to them."""
    number, start, stop = chunk
    kind = KINDS[number]
    yield from kind.generate(renderer, kind.items(renderer.catalogue)[start:stop])


def cards_of(renderer: Renderer, numbers: range) -> list[tuple[str, Card]]:
    """Return the cards of some of the catalogue's papers, by id."""
    papers = renderer.catalogue.papers[numbers.start : numbers.stop]
    return [(paper.id, renderer.card(paper)) for paper in papers]


def texts(renderer: Renderer) -> list[OutputFile]:
    """Return what programs that visit the site ask for first."""
    return [
        OutputFile("llms.txt", llms_txt(renderer, KINDS), "the site in one text"),
        OutputFile("robots.txt", robots_txt(renderer.settings), "what crawlers may read"),
    ]


def frames() -> list[tuple[Layout, str]]:
    """Return the layouts, each with the path of a page for which a frame is built.

    A frame belongs to a place, as the head says where a visitor is: the first page of a kind may
    stand in the head itself, the others lie below it.
    """
    found: dict[str, Layout] = {}
    for kind in KINDS:
        if kind.index:
            found[kind.index] = kind.layouts[0]
        if kind.folder:
            for layout in kind.layouts:
                found[f"{kind.folder}frame-{layout.name}.md"] = layout
    return [(layout, path) for path, layout in found.items()]


def frame_of(page: Page) -> str:
    """Return the path of the page that the frame of `page` was built for."""
    if _INDEXES.get(page.path) == page.layout:
        return page.path
    return _FRAMES[page.layout.name]


_INDEXES = {kind.index: kind.layouts[0] for kind in KINDS if kind.index}
_FRAMES = {
    layout.name: f"{kind.folder}frame-{layout.name}.md" for kind in KINDS for layout in kind.layouts
}
#: Pages that hold nothing without their script: their Markdown is not published.
UNPUBLISHED = frozenset(kind.index for kind in KINDS if kind.index and kind.layouts[0].needs_script)
