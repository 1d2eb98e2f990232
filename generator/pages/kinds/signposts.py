"""Pages at addresses that are no paper's own: each leads on to its papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.pages import views
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

LAYOUT = Layout("signpost")


def items(catalogue: Catalogue) -> Sequence[str]:
    """Return the addresses that lead on."""
    return sorted(catalogue.signposts)


def generate(renderer: Renderer, addresses: Sequence[str]) -> Iterator[Page]:
    """Yield a page for each signpost; one that has a single paper forwards to it at once."""
    catalogue, say = renderer.catalogue, renderer.language.say
    for address in addresses:
        papers = [catalogue.by_id[paper] for paper in catalogue.signposts[address]]
        moved = papers[0] if len(papers) == 1 else None
        yield renderer.page(
            LAYOUT,
            f"papers/{address}.md",
            f"the page that leads to {len(papers)} papers of one title"
            if moved is None
            else f"the former address of papers/{moved.id}/",
            papers[0].work.title.plain,
            say("This paper has another address now.")
            if moved
            else say("Several papers have this title."),
            updated=views.newest(papers),
            leads_to=f"papers/{moved.id}/" if moved else "",
            name=papers[0].work.title,
            moved=bool(moved),
            target=views.paper_link(papers[0], renderer.language),
            cards=[renderer.card(paper) for paper in papers],
        )
