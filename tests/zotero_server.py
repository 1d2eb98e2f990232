"""Plays the service of Zotero on this machine, well and badly.

What it answers is what https://www.zotero.org/support/dev/web_api/v3/basics says; its library is
invented.
"""

from __future__ import annotations

import http.server
import json
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

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
class Fault:
    """What comes in place of an answer, or with one. `then` happens before it is answered."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    cut: bool = False
    slow: float = 0.0
    then: Callable[[], object] = lambda: None


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


class ZoteroServer(http.server.ThreadingHTTPServer):
    """Answers for one library; `faults` come first, one a request, and None is no fault."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.library = Library()
        self.faults: deque[Fault | None] = deque()
        self.asked: list[Asked] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def paths(self) -> list[str]:
        """Return what was asked since the last time, without what stands before it."""
        asked, self.asked = self.asked, []
        return [one.path.removeprefix(f"/groups/{GROUP}") for one in asked]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that go away."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: ZoteroServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        params = dict(parse_qsl(url.query))
        self.server.asked.append(
            Asked(url.path, params, {k.lower(): v for k, v in self.headers.items()})
        )
        fault = (self.server.faults.popleft() if self.server.faults else None) or Fault()
        fault.then()
        time.sleep(fault.slow)
        status, headers, body = fault.status, dict[str, str](), fault.body or b""
        if fault.body is None and fault.status == 200:
            status, headers, body = self._right(url.path, params)
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) + 1000 * fault.cut))
        for name, value in ({"Content-Type": "application/json"} | headers | fault.headers).items():
            self.send_header(name, value)
        if fault.cut:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        self.wfile.write(body)

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

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing of every request."""


@contextmanager
def zotero_server() -> Iterator[ZoteroServer]:
    """Give a server that answers, in a thread beside this one."""
    with ZoteroServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Clock:
    """A clock that goes on only when somebody waits; `waits` has how long each time."""

    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        # tenacity waits no time before a try at once.
        if seconds:
            self.waits.append(seconds)
        self.now += seconds
