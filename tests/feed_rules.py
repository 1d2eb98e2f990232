"""The rules of Atom and of JSON Feed, as a list of what a feed does wrong.

Those of https://www.rfc-editor.org/rfc/rfc4287 and https://www.jsonfeed.org/version/1.1/ that a
program can check, for the elements and fields that our feeds have.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
#: How often each may be there: sections 4.1.1 and 4.1.2.
_OF_FEED = {"author": (0, 99), "category": (0, 99), "id": (1, 1), "link": (0, 99), "title": (1, 1),
            "subtitle": (0, 1), "updated": (1, 1), "rights": (0, 1), "generator": (0, 1),
            "entry": (0, 9999)}  # fmt: skip
_OF_ENTRY = {"author": (0, 99), "category": (0, 99), "content": (0, 1), "id": (1, 1),
             "link": (0, 99), "published": (0, 1), "summary": (0, 1), "title": (1, 1),
             "updated": (1, 1), "rights": (0, 1)}  # fmt: skip


def atom_faults(data: bytes, site: str = "") -> list[str]:
    """Return what an Atom feed does wrong; its links must be of `site`, if that is known."""
    feed = ET.fromstring(data)
    return [*_atom(feed, site)]


def _atom(feed: ET.Element, site: str) -> Iterator[str]:
    if feed.tag != f"{ATOM}feed":
        yield f"the root is {feed.tag}"
    yield from _counted(feed, _OF_FEED, "feed")
    if (code := feed.get(XML_LANG)) is not None and not _LANGUAGE.fullmatch(code):
        yield f"no language: {code!r}"
    yield from _links(feed, site, "feed")
    if not any(link.get("rel") == "self" for link in feed.iter(f"{ATOM}link")) and site:
        yield "no link to itself"
    entries = feed.findall(f"{ATOM}entry")
    ids = Counter(entry.findtext(f"{ATOM}id") for entry in entries)
    yield from (f"entries have one id: {id_}" for id_, count in ids.items() if count > 1)
    for entry in entries:
        what = f"entry {entry.findtext(f'{ATOM}id')}"
        yield from _counted(entry, _OF_ENTRY, what)
        yield from _links(entry, site, what)
        if not [*entry.findall(f"{ATOM}author"), *feed.findall(f"{ATOM}author")]:
            yield f"{what}: nobody is its author"
        if entry.find(f"{ATOM}content") is None and not any(
            link.get("rel", "alternate") == "alternate" for link in entry.findall(f"{ATOM}link")
        ):
            yield f"{what}: neither content nor a link"
    for element in feed.iter():
        yield from _construct(element)


def _construct(element: ET.Element) -> Iterator[str]:
    """Check what stands in an element, by the constructs of section 3."""
    name, text = element.tag.removeprefix(ATOM), element.text or ""
    if name in ("updated", "published") and not _is_time(text):
        yield f"{name}: no time: {text!r}"
    if name == "id" and not urlsplit(text).scheme:
        yield f"id: no IRI with a scheme: {text!r}"
    if name == "author" and not (element.findtext(f"{ATOM}name") or "").strip():
        yield "author: no name"
    if name == "category" and not element.get("term"):
        yield "category: no term"
    if name in ("title", "subtitle", "summary", "rights"):
        if element.get("type", "text") not in ("text", "html", "xhtml"):
            yield f"{name}: no type of text: {element.get('type')!r}"
        if element.get("type", "text") != "xhtml" and len(element):
            yield f"{name}: elements where only text may be"


def _counted(element: ET.Element, known: dict[str, tuple[int, int]], what: str) -> Iterator[str]:
    counts = Counter(child.tag.removeprefix(ATOM) for child in element)
    for name in counts.keys() - known.keys():
        yield f"{what}: unknown element {name}"
    for name, (least, most) in known.items():
        if not least <= counts[name] <= most:
            yield f"{what}: {counts[name]} elements {name}"


def _links(element: ET.Element, site: str, what: str) -> Iterator[str]:
    links = element.findall(f"{ATOM}link")
    kinds = Counter(
        (link.get("rel", "alternate"), link.get("type"), link.get("hreflang")) for link in links
    )
    yield from (f"{what}: two links {kind}" for kind, n in kinds.items() if n > 1)
    for link in links:
        yield from _address(link.get("href"), site, what)


def _address(address: object, site: str, what: str) -> Iterator[str]:
    """Check the address of a link: RFC 3987, and where we lead."""
    if not isinstance(address, str) or not address or re.search(r"[\s<>\"{}|\\^`]", address):
        yield f"{what}: no address: {address!r}"
    elif site and not address.startswith(site):
        yield f"{what}: leads out of the site: {address}"


def _is_time(text: object) -> bool:
    if not isinstance(text, str) or not _TIME.fullmatch(text):
        return False
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


#: The fields of the whole and of an item with what they hold.
_JSON_FEED = {"version": str, "title": str, "home_page_url": str, "feed_url": str,
              "description": str, "language": str, "items": list}  # fmt: skip
_JSON_ITEM = {"id": str, "url": str, "title": str, "content_text": str, "content_html": str,
              "summary": str, "date_published": str, "date_modified": str, "authors": list,
              "tags": list, "language": str}  # fmt: skip


def json_feed_faults(data: bytes, site: str = "") -> list[str]:
    """Return what a JSON Feed does wrong; its links must be of `site`, if that is known."""
    feed = json.loads(data.decode("utf-8"))
    return [*_json(feed, site)]


def _json(feed: dict[str, Any], site: str) -> Iterator[str]:
    yield from _fields(feed, _JSON_FEED, "feed")
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version: {feed.get('version')!r}"
    yield from (f"feed: no {name}" for name in ("title", "items") if name not in feed)
    if not _LANGUAGE.fullmatch(feed.get("language", "en")):
        yield f"no language: {feed['language']!r}"
    for name in ("home_page_url", "feed_url"):
        if name in feed and (site or name == "home_page_url"):
            yield from _address(feed[name], site, name)
    ids = Counter(str(item.get("id")) for item in feed["items"])
    yield from (f"items have one id: {id_}" for id_, count in ids.items() if count > 1)
    for item in feed["items"]:
        what = f"item {item.get('id')}"
        yield from _fields(item, _JSON_ITEM, what)
        if not item.get("id"):
            yield "item: no id"
        if not (item.get("content_text") or item.get("content_html")):
            yield f"{what}: no content"
        if "url" in item:
            yield from _address(item["url"], site, what)
        for name in ("date_published", "date_modified"):
            if name in item and not _is_time(item[name]):
                yield f"{what}: {name} is no time: {item[name]!r}"
        for author in item.get("authors", ()):
            if not any(author.get(name) for name in ("name", "url", "avatar")):
                yield f"{what}: an author without name"
        if not all(isinstance(tag, str) and tag for tag in item.get("tags", ())):
            yield f"{what}: a tag that is no text"


def _fields(of: dict[str, Any], known: Mapping[str, type], what: str) -> Iterator[str]:
    for name, value in of.items():
        if name.startswith("_"):
            # What is a publisher's own is an object, and begins with a letter behind the mark.
            if not (re.fullmatch(r"_[A-Za-z][^.]*", name) and isinstance(value, dict)):
                yield f"{what}: {name} is no extension"
        elif name not in known:
            yield f"{what}: unknown field {name}"
        elif not isinstance(value, known[name]):
            yield f"{what}: {name} is {type(value).__name__}"
