"""Renders every page of the catalogue: (path, bytes) for the output tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.catalogue import Catalogue
from generator.model import OutputFile
from generator.pages.for_robots import llms_txt, robots_txt
from generator.pages.kinds import KINDS
from generator.pages.renderer import Renderer
from generator.settings import Settings


def pages(
    catalogue: Catalogue,
    settings: Settings,
    downloads: Sequence[OutputFile] = (),
    step: Callable[[str], None] = lambda _: None,
) -> list[OutputFile]:
    """Return every page, with the files that belong to pages and what crawlers ask for, by path.

    `downloads` are the files of papers and feeds, which some pages list; `step` is told each path
    as it is rendered.
    """
    renderer = Renderer(catalogue, settings, downloads)
    found = []
    for kind in KINDS:
        for page in kind.generate(renderer):
            step(page.path)
            found.append(page)
    found += [
        OutputFile("llms.txt", llms_txt(renderer, KINDS), "the site in one text"),
        OutputFile("robots.txt", robots_txt(settings), "what crawlers may read"),
    ]
    return sorted(found, key=lambda page: page.path)
