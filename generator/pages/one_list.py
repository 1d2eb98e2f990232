"""The pages of a list that is in one order alone, below a page of several."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages import group_metadata
from generator.pages.days import Counted
from generator.pages.links import PageLink
from generator.pages.lists import PaperList
from generator.pages.page import Layout, Page, address
from generator.pages.renderer import Renderer


def pages_of(  # noqa: PLR0913, what is told of a page is told by name
    renderer: Renderer,
    layout: Layout,
    listed: PaperList,
    origin: str,
    title: str,
    said: str,
    *,
    up: PageLink,
    before: Counted | None = None,
    after: Counted | None = None,
) -> Iterator[Page]:
    """Yield the pages of a list, which `said` describes.

    `up` leads to the page above, `before` and `after` to the lists beside.
    """
    above = (str(up.words), address(up.path))
    yield from listed.pages(
        renderer,
        layout,
        origin,
        title,
        said,
        [listed],
        head=group_metadata.of_list(
            title, address(listed.paging.path(1)), listed.count, above, renderer.settings
        ),
        up=up,
        name=title,
        before=before,
        after=after,
    )
