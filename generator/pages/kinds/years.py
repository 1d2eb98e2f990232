"""The pages of years: the list of all, and one for each, with its papers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.formats.groups import YEARS
from generator.model import OutputFile
from generator.pages import views
from generator.pages.lists import PaperList, flat, offers
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the list, then the pages of each."""
    catalogue = renderer.catalogue
    yield renderer.page(
        "years.md.j2",
        "years/index.md",
        "the list of years",
        updated=views.newest(catalogue.papers),
        years=[(str(year), len(papers)) for year, papers in catalogue.years.items()],
    )
    for year, papers in catalogue.years.items():
        listed = PaperList(f"years/{year}", flat(papers))
        yield from listed.pages(
            renderer,
            "year.md.j2",
            f"the page of the year {year}",
            [listed],
            year=str(year),
            offers=offers(renderer, YEARS, str(year)),
        )
