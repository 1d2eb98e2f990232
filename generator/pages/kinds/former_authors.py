"""Pages at addresses that another form of an author's name would have: each leads on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.pages.links import person_link
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

LAYOUT = Layout("former_author", in_markdown=False)


def items(catalogue: Catalogue) -> Sequence[tuple[str, str]]:
    """Return such addresses, each with the slug of the person whom it leads to."""
    return sorted(catalogue.people_signposts.items())


def generate(renderer: Renderer, addresses: Sequence[tuple[str, str]]) -> Iterator[Page]:
    """Yield a page for each of these addresses; it forwards at once."""
    for address, slug in addresses:
        name = renderer.catalogue.person[slug].name.natural
        yield renderer.page(
            LAYOUT,
            f"authors/{address}.md",
            f"the address of another form of the name of authors/{slug}/",
            name,
            renderer.language.say("This author has another address."),
            leads_to=f"authors/{slug}/",
            name=name,
            target=person_link(name, slug),
        )
