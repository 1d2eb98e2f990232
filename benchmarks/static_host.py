"""Serves a built site compressed, with the headers of a static host such as GitHub Pages."""

from __future__ import annotations

import gzip
import hashlib
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from generator.serve import Handler

UNDER = "catalogue"
#: GitHub Pages lets browsers keep everything for ten minutes.
_KEPT = "max-age=600"
_COMPRESSED = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml")


class _Compressed(Handler):
    """Answers from memory, compressed where the browser takes that."""

    protocol_version = "HTTP/1.1"
    known: dict[str, tuple[bytes, bytes, str]]

    def __init__(self, *args: object, known: dict[str, tuple[bytes, bytes, str]], **options: str):
        self.known = known
        super().__init__(*args, **options)

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        plain, packed, tag = self._read(file)
        packs = file.suffix in _COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = packed if packs else plain
        if self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            body = b""
        else:
            self.send_response(200)
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            text = "; charset=utf-8" if file.suffix in _COMPRESSED else ""
            self.send_header("Content-Type", kind + text)
            if packs:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", tag)
        self.send_header("Cache-Control", _KEPT)
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        self.wfile.write(body)

    def _read(self, file: Path) -> tuple[bytes, bytes, str]:
        name = str(file)
        if name not in self.known:
            data = file.read_bytes()
            tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
            self.known[name] = data, gzip.compress(data, 6), tag
        return self.known[name]


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """Serve `site` on this machine while the context lasts; give its address."""
    handler = partial(_Compressed, directory=str(site), under=f"/{UNDER}/", known={})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{running.server_port}/{UNDER}/"
        finally:
            running.shutdown()
            thread.join()
