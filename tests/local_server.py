"""Real servers of this machine that play services, well and badly: what all of them share."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar


@dataclass
class Fault:
    """What comes in place of an answer, or with one. `then` happens before it is answered.

    `cut` promises more bytes than come, `slow` are seconds before the first.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    cut: bool = False
    slow: float = 0.0
    then: Callable[[], object] = lambda: None


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


class LocalServer(http.server.ThreadingHTTPServer):
    """A server of this machine that says nothing of what it does."""

    daemon_threads = True

    def __init__(self, handler: type[LocalHandler], port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), handler)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that go away."""


class LocalHandler(http.server.BaseHTTPRequestHandler):
    """Sends answers whole or cut."""

    protocol_version = "HTTP/1.1"
    # Head and body are two writes; the second would wait for the client's word on the first.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self.reply(b"")

    def do_POST(self) -> None:
        self.reply(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def reply(self, body: bytes) -> None:
        """Answer a request with this body."""
        raise NotImplementedError

    def answer(
        self, status: int, headers: Mapping[str, str], body: bytes, *, cut: bool = False
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) + 1000 * cut))
        for name, value in headers.items():
            self.send_header(name, value)
        if cut:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing of every request."""


Server = TypeVar("Server", bound=LocalServer)


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """Let a server answer, in a thread beside this one."""
    with server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
