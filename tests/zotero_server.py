"""Plays the service of Zotero on this machine, well and badly.

What it answers is what https://www.zotero.org/support/dev/web_api/v3/basics says; its library is
invented.
"""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.local_server import Fault, LocalHandler, LocalServer, serving

GROUP, COLLECTION = 12345, "FL0CK234"
LETTERS = "ABCDEFGHIJKLMNPQRSTUVWXYZ23456789"


def key_of(number: int) -> str:
    """Return the key of the item of this number: eight letters and digits, in order."""
    found = ""
    for _ in range(8):
        number, at = divmod(number, len(LETTERS))
        found = LETTERS[at] + found
    return found


@dataclass
class Asked:
    """A request as it came."""

    path: str
    params: dict[str, str]
    headers: dict[str, str]


class Library:
    """An invented library of a group; every change gives it and the item a new version."""

    def __init__(self) -> None:
        self.version = 7
        self.items: dict[str, dict[str, Any]] = {}
        self.trash: set[str] = set()
        self.name = "Flock Studies"
        self.type = "PublicOpen"
        self.reading = "all"
        self.key = ""

    def add(self, number: int, **fields: Any) -> str:
        """Add an item, of the fields of a journal article where none are given."""
        key = key_of(number)
        self.version += 1
        data: dict[str, Any] = {
            "itemType": "journalArticle",
            "title": f"Counting sheep, part {number}",
            "creators": [{"creatorType": "author", "firstName": "Ada", "lastName": "Example"}],
            "publicationTitle": "Journal of Sheep",
            "date": "2024-03",
            "dateAdded": f"2024-01-01T00:{number // 60 % 60:02}:{number % 60:02}Z",
            "dateModified": "2026-01-01T00:00:00Z",
            "accessDate": "2026-01-01T00:00:00Z",
            "rights": "",
            "collections": [],
            "relations": {},
            "tags": [],
            **fields,
        }
        self.items[key] = {
            "key": key,
            "version": self.version,
            "library": {"type": "group", "id": GROUP, "name": self.name},
            "links": {"self": {"href": "https://example.org/"}},
            "meta": {"parsedDate": "2024-03", "numChildren": 0},
            "data": {"key": key, "version": self.version, **data},
        }
        return key

    def change(self, key: str, **fields: Any) -> None:
        self.version += 1
        item = self.items[key]
        self.items[key] = {
            **item,
            "version": self.version,
            "data": {**item["data"], "version": self.version, **fields},
        }

    def delete(self, key: str) -> None:
        self.version += 1
        del self.items[key]

    def put_into_trash(self, key: str) -> None:
        self.change(key)
        self.trash.add(key)

    def found(self, path: str, params: dict[str, str]) -> list[dict[str, Any]]:
        """Return the items that a request is about, in the order it wishes."""
        items = [item for key, item in self.items.items() if key not in self.trash]
        if "/collections/" in path:
            items = [item for item in items if COLLECTION in item["data"]["collections"]]
        if path.endswith("/top"):
            items = [item for item in items if "parentItem" not in item["data"]]
        if kinds := params.get("itemType", "").removeprefix("-"):
            items = [i for i in items if i["data"]["itemType"] not in kinds.split(" || ")]
        items = [item for item in items if item["version"] > int(params.get("since", 0))]
        return sorted(items, key=lambda item: (item["data"]["dateAdded"], item["key"]))


class ZoteroServer(LocalServer):
    """Answers for one library; `faults` come first, one a request, and None is no fault."""

    def __init__(self) -> None:
        super().__init__(_Handler)
        self.library = Library()
        self.faults: deque[Fault | None] = deque()
        self.asked: list[Asked] = []

    def paths(self) -> list[str]:
        """Return what was asked since the last time, without what stands before it."""
        asked, self.asked = self.asked, []
        return [one.path.removeprefix(f"/groups/{GROUP}") for one in asked]


class _Handler(LocalHandler):
    server: ZoteroServer

    def reply(self, body: bytes) -> None:
        url = urlsplit(self.path)
        params = dict(parse_qsl(url.query))
        self.server.asked.append(
            Asked(url.path, params, {k.lower(): v for k, v in self.headers.items()})
        )
        fault = (self.server.faults.popleft() if self.server.faults else None) or Fault()
        fault.then()
        time.sleep(fault.slow)
        status, headers, told = fault.status, dict[str, str](), fault.body or b""
        if fault.body is None and fault.status == 200:
            status, headers, told = self._right(url.path, params)
        sent = {"Content-Type": "application/json"} | headers | fault.headers
        self.answer(status, sent, told, cut=fault.cut)

    def _right(self, path: str, params: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        library = self.server.library
        if library.key and self.headers.get("Zotero-API-Key") != library.key:
            return 403, {"Content-Type": "text/plain"}, b"Forbidden"
        if path == f"/groups/{GROUP}":
            about = {"name": library.name, "type": library.type, "libraryReading": library.reading}
            return 200, {}, json.dumps({"id": GROUP, "version": 3, "data": about}).encode()
        root = path.removeprefix(f"/groups/{GROUP}").removeprefix(f"/users/{GROUP}")
        root = root.removeprefix(f"/collections/{COLLECTION}")
        if root not in ("/items", "/items/top"):
            return 404, {"Content-Type": "text/plain"}, b"Not found"
        headers = {"Last-Modified-Version": str(library.version)}
        if int(self.headers.get("If-Modified-Since-Version", -1)) >= library.version:
            return 304, headers, b""
        items = library.found(path, params)
        headers["Total-Results"] = str(len(items))
        if params.get("format") == "versions":
            return 200, headers, json.dumps({i["key"]: i["version"] for i in items}).encode()
        if params.get("format") == "keys":
            return 200, headers | {"Content-Type": "text/plain"}, b"AAAAAAAA\n"
        start, limit = int(params.get("start", 0)), min(int(params.get("limit", 25)), 100)
        if start + limit < len(items):
            following = "&".join(f"{k}={v}" for k, v in {**params, "start": start + limit}.items())
            headers["Link"] = (
                f'<https://api.example.org{path}?{following}>; rel="next", '
                f'<https://api.example.org/>; rel="alternate"'
            ).replace(" || ", "+%7C%7C+")
        return 200, headers, json.dumps(items[start : start + limit]).encode()


@contextmanager
def zotero_server() -> Iterator[ZoteroServer]:
    """Give a server that answers, in a thread beside this one."""
    with serving(ZoteroServer()) as server:
        yield server
