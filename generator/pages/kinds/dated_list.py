"""The pages of a day: what was listed on it, each list in its own order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.pages.days import Counted, day_link, day_name
from generator.pages.links import PageLink
from generator.pages.lists import Listed, PaperList
from generator.pages.one_list import pages_of
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer
from generator.values.text import Text

LAYOUT = Layout("listed", styles=("groups",))


def items(catalogue: Catalogue) -> Sequence[str]:
    """Return the days of which there is a list, by the last parts of their addresses."""
    return list(catalogue.dated_lists)


def generate(renderer: Renderer, days: Sequence[str]) -> Iterator[Page]:
    """Yield the pages of each of `days`."""
    for day in days:
        yield from _pages(renderer, day)


def _pages(renderer: Renderer, slug: str) -> Iterator[Page]:
    language = renderer.language
    lists = renderer.catalogue.dated_lists
    found = lists[slug]
    name = day_name(found.day, language)
    title = language.say("Listed on {day}", day=name)
    earlier, later = (
        Counted(day_link(lists[other].day, language), lists[other].count) if other else None
        for other in renderer.catalogue.days_beside.get(slug, ("", ""))
    )
    listed = PaperList(
        f"listed/{slug}",
        [Listed(Text(source), paper) for source, papers in found.parts for paper in papers],
        listings_shown=renderer.catalogue.has_listings,
    )
    yield from pages_of(
        renderer,
        LAYOUT,
        listed,
        f"the page of what was listed on {slug}",
        title,
        language.counted(
            found.count,
            "{number} paper that was listed on {day}.",
            "{number} papers that were listed on {day}, in the order of the list.",
            day=name,
        ),
        up=PageLink(language.say("What was listed"), "listed/index.md"),
        before=earlier,
        after=later,
    )
