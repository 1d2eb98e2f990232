"""Pages at addresses that topics and venues had before: each leads on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.catalogue import Catalogue
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

#: By folder; those of authors have pages of another look.
LAYOUTS = {folder: Layout(f"moved_{folder}", template="moved") for folder in ("topics", "venues")}


def items_of(folder: str) -> Callable[[Catalogue], Sequence[str]]:
    """Return what gives the addresses in a folder that lead on: topics/counting."""

    def items(catalogue: Catalogue) -> Sequence[str]:
        return sorted(address for address in catalogue.moved if address.startswith(f"{folder}/"))

    return items


def generate(renderer: Renderer, addresses: Sequence[str]) -> Iterator[Page]:
    """Yield a page for each of these addresses; it forwards at once."""
    for address in addresses:
        target = renderer.catalogue.moved[address]
        name = _name(renderer.catalogue, target)
        yield renderer.page(
            LAYOUTS[address.partition("/")[0]],
            f"{address}.md",
            f"the former address of {target}/",
            name,
            renderer.language.say("This page has another address."),
            leads_to=f"{target}/",
            name=name,
            target=PageLink(name, f"{target}.md"),
        )


def _name(catalogue: Catalogue, address: str) -> str:
    folder, _, slug = address.partition("/")
    return catalogue.topics[slug].name.plain if folder == "topics" else catalogue.venue[slug].short
