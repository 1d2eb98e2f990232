"""Reads a page of the site quickly: its elements in order, their names, and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
#: Elements whose text is of use: a name for people, or data.
_NAMED = frozenset(["a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "script", "style", "title"])


@dataclass
class Element:
    """An element: what it says of itself, the text in it (with the names of images), its line.

    `inside` is the number, in `Page.elements`, of the element that it stands in, or -1.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    inside: int
    in_svg: bool = False
    text: str = ""

    def get(self, name: str) -> str:
        """Return an attribute, or an empty text."""
        return self.attributes.get(name, "")


@dataclass
class Page:
    """A page of the site. `path` is its file below the site's folder, with slashes."""

    path: str
    elements: list[Element] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield the elements with one of these names, in order."""
        for tag in tags if len(tags) == 1 else ():
            yield from self._by_tag.get(tag, ())
        if len(tags) > 1:
            yield from (element for element in self.elements if element.tag in tags)

    @cached_property
    def _by_tag(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for element in self.elements:
            found.setdefault(element.tag, []).append(element)
        return found

    def is_inside(self, element: Element, block: str) -> bool:
        """Return whether an element stands in one of the class `block`."""
        while element.inside >= 0:
            element = self.elements[element.inside]
            if block in element.get("class").split():
                return True
        return False

    def metas(self, name: str) -> list[str]:
        """Return what the <meta> elements of this name, property or http-equiv say."""
        return [
            meta.get("content")
            for meta in self.all("meta")
            if name in (meta.get("name"), meta.get("property"), meta.get("http-equiv").lower())
        ]

    def links(self, relation: str) -> list[str]:
        """Return where the <link> elements of this relation lead."""
        return [
            link.get("href") for link in self.all("link") if relation in link.get("rel").split()
        ]

    @cached_property
    def ids(self) -> Counter[str]:
        """Every id, and how often it is given."""
        return Counter(e.attributes["id"] for e in self.elements if "id" in e.attributes)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Where a fragment of the page's address can lead."""
        return frozenset(self.ids) | {a.get("name") for a in self.all("a") if a.get("name")}


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page(path)
        self.open: list[int] = []
        self.named: list[Element] = []
        self.svg = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Of two attributes of one name the first counts, as in a browser.
        attributes = {name: value or "" for name, value in reversed(attrs)}
        inside = self.open[-1] if self.open else -1
        element = Element(tag, attributes, self.getpos()[0], inside, self.svg > 0)
        self.page.elements.append(element)
        for around in self.named:
            around.text += attributes.get("alt", "") or attributes.get("aria-label", "")
        if tag in _VOID:
            return
        self.open.append(len(self.page.elements) - 1)
        if tag in _NAMED:
            self.named.append(element)
        self.svg += tag == "svg"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # A slash closes nothing in HTML, but does in SVG and MathML.
        if tag not in _VOID and (self.svg or tag.startswith("m")):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not any(self.page.elements[number].tag == tag for number in self.open):
            return
        while True:
            closed = self.page.elements[self.open.pop()]
            if self.named and self.named[-1] is closed:
                self.named.pop()
            self.svg -= closed.tag == "svg"
            if closed.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        for element in self.named:
            element.text += data


def read(path: str, html: str) -> Page:
    """Return the page that `html` is; `path` is its file below the site's folder."""
    reader = _Reader(path)
    reader.feed(html)
    reader.close()
    return reader.page
