"""Pages at addresses that nothing has any more: each says so, and when and why as far as known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import quote_plus

from generator.catalogue import Catalogue
from generator.language import Language, to_say
from generator.model import Gone
from generator.pages.links import PageLink
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

#: What is said of a page of each folder, and what its index is called.
_SAID: Mapping[str, tuple[str, str]] = {
    "papers": (to_say("This paper is no longer in the catalogue."), to_say("All papers")),
    "topics": (to_say("This topic is no longer in the catalogue."), to_say("All topics")),
    "authors": (
        to_say("This author has no papers in the catalogue any more."),
        to_say("All authors"),
    ),
    "venues": (
        to_say("No paper of the catalogue is from this venue any more."),
        to_say("All venues"),
    ),
}

LAYOUTS = {folder: Layout(f"gone_{folder}", template="gone") for folder in _SAID}


def items_of(folder: str) -> Callable[[Catalogue], Sequence[str]]:
    """Return what gives the addresses in a folder that nothing has: papers/counting-sheep."""

    def items(catalogue: Catalogue) -> Sequence[str]:
        return sorted(address for address in catalogue.gone if address.startswith(f"{folder}/"))

    return items


def generate(renderer: Renderer, addresses: Sequence[str]) -> Iterator[Page]:
    """Yield a page for each of these addresses."""
    for address in addresses:
        gone, language = renderer.catalogue.gone[address], renderer.language
        folder = address.partition("/")[0]
        said = _said(gone, folder, language)
        name = gone.name or language.say("No longer here")
        yield renderer.page(
            LAYOUTS[folder],
            f"{address}.md",
            f"the page of {address}/, which is no longer there",
            name,
            said,
            robots="noindex",
            name=name,
            said=said,
            why=gone.why,
            ways=list(_ways(renderer, gone, folder)),
        )


def _said(gone: Gone, folder: str, language: Language) -> str:
    """Return what became of a page, in a sentence."""
    if gone.on:
        return language.say(
            "This page was taken out of the catalogue on {day}.", day=gone.on.isoformat()
        )
    if gone.why:
        return language.say("This page was taken out of the catalogue.")
    return language.say(_SAID[folder][0])


def _ways(renderer: Renderer, gone: Gone, folder: str) -> Iterator[PageLink]:
    """Yield where to go on: a search for its name, unless it was taken out, and all of its kind."""
    language, catalogue = renderer.language, renderer.catalogue
    if gone.name and not gone.why:
        words = quote_plus(gone.name, errors="replace")
        yield PageLink(language.say("Search for it"), f"search.md?q={words}")
    if folder == "papers" or getattr(catalogue, _ALL[folder]):
        yield PageLink(language.say(_SAID[folder][1]), f"{folder}/index.md")


#: Where the catalogue has what the index of a folder lists.
_ALL: Mapping[str, str] = {"topics": "topics", "authors": "people", "venues": "venues"}
