"""Answers requests for the files of a site, as a static host would, on this machine only."""

from __future__ import annotations

import http.server
import io
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit, urlunsplit

from generator import system
from generator.formats.formats import FORMATS
from generator.problems import WrongUse

#: What systems call otherwise, or not at all, beside the types of our own formats.
_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}

#: Seconds to wait for a site that is not there: where folders cannot change places at once, it is
#: gone for an instant while they are exchanged.
PATIENCE = 1.0


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files below one path, and the site's own page for what is not there."""

    extensions_map = {  # noqa: RUF012, as in the class above
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        **{Path(of.file).suffix: of.media_type for of in FORMATS},
        **_TYPES,
    }

    def __init__(self, *args: object, under: str, **options: object) -> None:
        self.under = under
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def mark(self) -> str:
        """Return what tells one state of a page from another beside its bytes; nothing here."""
        return ""

    def page(self, html: bytes, mark: str, status: int) -> bytes:
        """Return a page as it is sent; here as it is. `mark` is what `mark` said before."""
        del mark, status
        return html

    def translate_path(self, path: str) -> str:
        """Return the file for an address; addresses outside `under` lead nowhere."""
        nowhere = str(Path(self.directory) / "no such page")
        if not path.startswith(self.under):
            return nowhere
        file = super().translate_path("/" + path[len(self.under) :])
        # No file has a null byte in its name, and the system would refuse to look for it.
        return file if "\0" not in file and self._is_of_site(file) else nowhere

    def _is_of_site(self, file: str) -> bool:
        """Whether this is a file or folder of the site: no pipe, and nothing behind a link."""
        real = Path(os.path.realpath(file))
        try:
            there = real.is_file() or real.is_dir()
        except OSError:
            # The name is too long for any file.
            return False
        return there and real.is_relative_to(os.path.realpath(self.directory))

    def send_head(self) -> BinaryIO | None:
        """Answer with the head of a file, and return what follows; None where nothing does."""
        mark = self.mark()
        path, file = self._found()
        address = urlsplit(self.path)
        if file is not None:
            return self._head_of(file, self.guess_type(path), mark)
        if Path(path).is_dir() and not address.path.endswith("/"):
            self._redirect(urlunsplit(address._replace(path=address.path + "/")))
        else:
            self.send_error(404)
        return None

    def _found(self) -> tuple[str, BinaryIO | None]:
        """Return the path of what is asked for, and its file, opened; None where there is none.

        What is not there while the site is exchanged for another is looked for again.
        """
        end = time.monotonic() + PATIENCE
        while True:
            tree = _identity(self.directory)
            path = self.translate_path(self.path)
            if urlsplit(self.path).path.endswith("/") and Path(path).is_dir():
                path = str(Path(path) / "index.html")
            file = self._opened(path)
            if file or (tree and tree == _identity(self.directory)) or time.monotonic() > end:
                return path, file
            time.sleep(0.01)

    def _opened(self, path: str) -> BinaryIO | None:
        # A name that ends in a slash is no file's; the system knows.
        with suppress(OSError):
            return open(path, "rb") if self._is_of_site(path) else None  # noqa: PTH123
        return None

    def _head_of(self, file: BinaryIO, kind: str, mark: str) -> BinaryIO | None:
        is_page = kind == "text/html"
        stat = os.fstat(file.fileno())
        tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}{mark if is_page else ""}"'
        kept = self._is_kept(tag, stat.st_mtime)
        self.send_response(304 if kept else 200)
        # A browser may keep everything, and asks each time whether it is still so.
        self.send_header("Cache-Control", "no-cache")
        self.send_header("ETag", tag)
        self.send_header("Last-Modified", self.date_time_string(stat.st_mtime))
        if kept:
            file.close()
            self.end_headers()
            return None
        body, size = file, stat.st_size
        if is_page:
            with file:
                html = self.page(file.read(), mark, 200)
            body, size = io.BytesIO(html), len(html)
        self.send_header("Content-Type", kind + "; charset=utf-8" * kind.startswith("text/"))
        self.send_header("Content-Length", str(size))
        self.end_headers()
        return body

    def _is_kept(self, tag: str, modified: float) -> bool:
        """Whether the browser says that it has this state of a file; see RFC 9110, section 13."""
        known = self.headers.get("If-None-Match")
        if known is not None:
            return tag in [one.strip().removeprefix("W/") for one in known.split(",")]
        # A page changes with its mark, of which a date says nothing.
        with suppress(ValueError, TypeError, OverflowError):
            since = parsedate_to_datetime(self.headers.get("If-Modified-Since", ""))
            return not self.mark() and int(modified) <= since.timestamp()
        return False

    def _redirect(self, address: str) -> None:
        self.send_response(301)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the site's own page."""
        page = Path(self.directory) / "404.html"
        mark = self.mark()
        try:
            html = page.read_bytes() if code == 404 else None
        except OSError:
            html = None
        if html is None:
            super().send_error(code, message, explain)
        else:
            self.send_page(self.page(html, mark, 404), 404)

    def send_page(self, html: bytes, status: int) -> None:
        """Answer with a page that no browser is to keep."""
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(html)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(html)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing of every request."""


class Server(http.server.ThreadingHTTPServer):
    """A thread for each request, and room for the many that a page begins at once."""

    request_queue_size = 128
    #: On Windows a port would be shared with whoever listens on it already.
    allow_reuse_address = not system.SHARES_PORTS

    def handle_error(self, request: object, client_address: object) -> None:
        """Print what went wrong; but nothing when a browser has only closed its connection."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def server(site: Path, port: int, under: str) -> Server:
    """Return a server for `site` on this machine only; port 0 takes any free one.

    Raises WrongUse when there is no site or the port is taken.
    """
    if not (site / "index.html").is_file():
        raise WrongUse(f"{site}: there is no site yet; build it with `paper-catalogue build`")
    return listening(partial(Handler, directory=str(site), under=path_of(under)), port)


def listening(handler: Callable[..., Handler], port: int) -> Server:
    """Return a server that answers by `handler`; WrongUse when the port is taken."""
    try:
        return Server(("127.0.0.1", port), handler)
    except OSError as error:
        raise WrongUse(f"port {port} cannot be used ({error.strerror}); try --port 8001") from error


def path_of(under: str) -> str:
    """Return the path that a site is served under, with a slash at both ends."""
    return f"/{under.strip('/')}/" if under.strip("/") else "/"


def address_of(running: Server, under: str) -> str:
    """Return where a site is to be seen."""
    return f"http://127.0.0.1:{running.server_port}{path_of(under)}"


def _identity(folder: str) -> tuple[int, int] | None:
    """Return what tells a folder from one that takes its place; None where there is none."""
    try:
        stat = Path(folder).stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
