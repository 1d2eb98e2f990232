"""Every address written anywhere in the site: those of its own lead somewhere, and nothing is
loaded from another host."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

from tests.site.audit.page import Element, Page
from tests.site.audit.site import Site

#: What a page loads by itself, and what only leads a visitor somewhere.
_LOADS = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
_LEADS = {"a": ("href",), "area": ("href",), "button": ("formaction",), "form": ("action",)}
#: Relations of <link> that load nothing.
_NAMES_ONLY = frozenset("alternate author canonical feed help license next prev search".split())
_CSS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_JS = re.compile(
    r"""\b(?:from|import)\s*\(?\s*["']([^"'\n]+)["']"""
    r"""|new URL\(\s*["']([^"'\n]+)["'],\s*import\.meta"""
)
_MARKDOWN = re.compile(r"\]\(([^)\s]+)\)")
_SITEMAP_LINE = re.compile(r"^Sitemap:\s*(\S+)", re.M)


def wrong_links(site: Site) -> list[str]:
    """Return what is wrong with the addresses in every file of the site, a line each."""
    found = []
    known: dict[tuple[str, str, bool], str] = {}
    for path, place, address, loads in _addresses(site):
        # Links are many and targets few: most are the same from page to page of a folder.
        key = (path.rpartition("/")[0], address, loads)
        if address[:1] in ("", "#") or key not in known:
            known[key] = _wrong(site, path, address, loads=loads)
        if known[key]:
            found.append(f"{path}{place}: {address!r} {known[key]}")
    return found


def _wrong(site: Site, path: str, address: str, *, loads: bool) -> str:
    if loads and address.startswith("data:"):
        return ""
    parts, wrong = site.resolve(path, address)
    if parts is None:
        return wrong
    if site.is_inside(parts, link=address):
        return site.wrong(parts)
    return "is loaded from another host" if loads else ""


def _addresses(site: Site) -> Iterator[tuple[str, str, str, bool]]:
    """Yield every address: file, place in it, address, and whether a browser loads it by itself."""
    for page in site.pages.values():
        for element in page.elements:
            for address, loads in _of_element(element):
                yield page.path, f":{element.line}: <{element.tag}>", address, loads
        for address in _of_head(site, page):
            yield page.path, " (head)", address, False
    yield from _of_other_files(site)


def _of_other_files(site: Site) -> Iterator[tuple[str, str, str, bool]]:
    for path, text in site.files(".css"):
        for match in _CSS.finditer(text):
            yield path, "", match[1] or match[2], True
    for path, text in site.files(".js"):
        if not path.endswith(".min.js"):
            for match in _JS.finditer(text):
                yield path, "", match[1] or match[2], True
    for path, text in site.files(".xml"):
        for address in _of_xml(text):
            yield path, "", address, False
    for path, text in site.files("feed.json"):
        for address in _of_json_feed(json.loads(text)):
            yield path, "", address, False
    for path, text in site.files("llms.txt", "robots.txt"):
        for address in [*_MARKDOWN.findall(text), *_SITEMAP_LINE.findall(text)]:
            yield path, "", address, False


def _of_element(element: Element) -> Iterator[tuple[str, bool]]:
    if element.tag == "link":
        loads = not set(element.get("rel").split()) <= _NAMES_ONLY
        yield element.get("href"), loads
    for name in _LEADS.get(element.tag, ()):
        if name in element.attributes:
            yield element.attributes[name], False
    for name in _LOADS.get(element.tag, ()):
        value = element.attributes.get(name)
        if value is None:
            continue
        if name == "srcset":
            yield from ((part.split()[0], True) for part in value.split(",") if part.strip())
        else:
            yield value, True


def _of_head(site: Site, page: Page) -> Iterator[str]:
    """Yield the addresses that only programs read, where the site knows its own address."""
    for name in ("og:url", "og:image"):
        yield from page.metas(name)
    for node in json_ld(page):
        for key in ("url", "item", "@id"):
            value = node.get(key)
            if isinstance(value, str) and site.url and value.startswith(site.url):
                yield value


def json_ld(page: Page) -> Iterator[dict[str, Any]]:
    """Yield every object of the page's JSON-LD. Raises ValueError when it is no JSON."""
    for script in page.all("script"):
        if script.get("type") == "application/ld+json":
            yield from _objects(json.loads(script.text))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        yield from _objects(item)


def _of_xml(text: str) -> Iterator[str]:
    for element in ET.fromstring(text).iter():
        name = element.tag.rpartition("}")[2]
        if name == "link":
            yield element.get("href") or element.text or ""
        elif name == "loc":
            yield element.text or ""


def _of_json_feed(feed: dict[str, Any]) -> Iterator[str]:
    for item in (feed, *feed.get("items", ())):
        for key in ("home_page_url", "feed_url", "next_url", "url"):
            if key in item:
                yield item[key]
