"""All pages of the catalogue, in chunks that can be made one by one, in any process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.catalogue import Catalogue
from generator.model import KnownVenue, OutputFile, Person
from generator.pages.cards import Card
from generator.pages.for_robots import llms_txt, robots_txt
from generator.pages.keys import Keys
from generator.pages.kinds import KINDS
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer
from generator.values.paper import Paper
from generator.workers import chunks_of

#: A kind of page by its number in KINDS, and from where to where in its items: little to hand on.
Chunk = tuple[int, int, int]


def chunks(catalogue: Catalogue) -> list[Chunk]:
    """Return what pages are to be made, in order."""
    return [
        (number, part.start, part.stop)
        for number, kind in enumerate(KINDS)
        for part in chunks_of(range(len(kind.items(catalogue))), kind.together)
    ]


def parts_of(
    renderer: Renderer, keys: Keys, chunk: Chunk
) -> Iterator[tuple[str, str, Callable[[], Iterator[Page | OutputFile]]]]:
    """Yield parts of a chunk: the name of each, its key, and what makes its pages and files.

    The key tells whether they are as they were; of what is made each time it is empty.
    """
    number, start, stop = chunk
    kind = KINDS[number]
    items = kind.items(renderer.catalogue)[start:stop]
    if not kind.key:
        yield f"{number} {start}", "", partial(kind.generate, renderer, items)
        return
    for item in items:
        yield (
            f"{number} {_name(item)}",
            kind.key(keys, item),
            partial(kind.generate, renderer, [item]),
        )


def _name(item: Paper | Person | KnownVenue | tuple[str, str] | str) -> str:
    """Return what tells an item of a kind from the others."""
    if isinstance(item, Paper):
        return item.id
    if isinstance(item, Person | KnownVenue):
        return item.slug
    return item if isinstance(item, str) else item[0]


def card_keys(keys: Keys, numbers: range) -> list[tuple[str, str]]:
    """Return the keys of the cards of some of the catalogue's papers, by id."""
    papers = keys.catalogue.papers[numbers.start : numbers.stop]
    return [(paper.id, key) for paper, key in zip(papers, keys.of_cards(numbers), strict=True)]


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
