"""Pages at addresses that are no paper's own: each leads on to its papers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import OutputFile
from generator.pages import metadata, views
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a page for each signpost; one that has a single paper forwards to it at once."""
    catalogue = renderer.catalogue
    for address, ids in sorted(catalogue.signposts.items()):
        papers = [catalogue.by_id[paper] for paper in ids]
        moved = papers[0] if len(papers) == 1 else None
        yield renderer.page(
            "signpost.md.j2",
            f"papers/{address}.md",
            f"the page that leads to {len(papers)} papers of one title"
            if moved is None
            else f"the former address of papers/{moved.id}/",
            updated=views.newest(papers),
            title=papers[0].work.title,
            moved=moved.id if moved else "",
            target=views.paper_link(papers[0], "../"),
            head=metadata.of_moved(f"../{moved.id}/") if moved else "",
            cards=[views.card(catalogue, paper, "../") for paper in papers],
        )
