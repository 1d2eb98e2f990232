"""Serves a built site on this machine, as a static host would."""

from __future__ import annotations

import http.server
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator.problems import WrongUse


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files below one path, and the site's own page for what is not there."""

    def __init__(self, *args: object, under: str, **options: object) -> None:
        self.under = under
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Return the file for an address; addresses outside `under` lead nowhere."""
        nowhere = str(Path(self.directory) / "no such page")
        if not path.startswith(self.under):
            return nowhere
        file = super().translate_path("/" + path[len(self.under) :])
        # No file has a null byte in its name, and the system would refuse to look for it.
        return file if "\0" not in file and self._is_of_site(Path(file)) else nowhere

    def _is_of_site(self, file: Path) -> bool:
        """Whether this is a file or folder of the site: no pipe, and nothing behind a link."""
        real = Path(os.path.realpath(file))
        try:
            there = real.is_file() or real.is_dir()
        except OSError:
            # The name is too long for any file.
            return False
        return there and real.is_relative_to(os.path.realpath(self.directory))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing of every request."""


class Server(http.server.ThreadingHTTPServer):
    """A thread for each request, and room for the many that a page begins at once."""

    request_queue_size = 128


def server(site: Path, port: int, under: str) -> Server:
    """Return a server for `site` on this machine only; port 0 takes any free one.

    Raises WrongUse when there is no site or the port is taken.
    """
    if not (site / "index.html").is_file():
        raise WrongUse(f"{site}: there is no site yet; build it with `make site`")
    path = "/" + under.strip("/") + "/" if under.strip("/") else "/"
    handler = partial(Handler, directory=str(site), under=path)
    try:
        return Server(("127.0.0.1", port), handler)
    except OSError as error:
        raise WrongUse(f"port {port} cannot be used ({error.strerror}); try --port 8001") from error


def serve_site(site: Path, port: int, under: str, say: Callable[[str], None]) -> None:
    """Serve until interrupted."""
    with server(site, port, under) as running:
        path = "/" + under.strip("/") + "/" if under.strip("/") else "/"
        say(f"http://127.0.0.1:{running.server_port}{path} (Ctrl-C ends it)")
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            say("ended")
