"""Pages at addresses that another form of an author's name would have: each leads on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import OutputFile
from generator.pages import metadata
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield a page for each such address; it forwards at once."""
    catalogue = renderer.catalogue
    for address, slug in sorted(catalogue.people_signposts.items()):
        yield renderer.page(
            "former_author.md.j2",
            f"authors/{address}.md",
            f"the address of another form of the name of authors/{slug}/",
            person=catalogue.person[slug],
            head=metadata.of_moved(f"../{slug}/"),
        )
