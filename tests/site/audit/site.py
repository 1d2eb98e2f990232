"""A built site as its visitors' programs see it: pages, other files, and which address is which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from tests.site.audit.page import Page, read

#: Stands for the address of a site that does not know its own.
NOWHERE = "http://site.invalid/"
SCHEMES = frozenset(["http", "https", "mailto"])


class Site:
    """The site in `folder`, published at `url` (with a final slash; empty if that is unknown)."""

    def __init__(self, folder: Path, url: str = "") -> None:
        self.folder = folder
        self.url = url
        self.base = url or NOWHERE
        self.pages: dict[str, Page] = {
            path.relative_to(folder).as_posix(): read(
                path.relative_to(folder).as_posix(), path.read_text("utf-8")
            )
            for path in sorted(folder.rglob("*.html"))
        }

    def files(self, *endings: str) -> Iterator[tuple[str, str]]:
        """Yield path and text of every file with one of these endings."""
        for path in sorted(self.folder.rglob("*")):
            if path.name.endswith(endings) and path.is_file():
                yield path.relative_to(self.folder).as_posix(), path.read_text("utf-8")

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*"))

    def address(self, path: str) -> str:
        """Return the address of a file, as links to it should be written."""
        return self.base + (path.removesuffix("index.html") if _is_index(path) else path)

    def resolve(self, path: str, link: str) -> tuple[SplitResult | None, str]:
        """Return where a link in the file `path` leads, in parts, and what is wrong with it."""
        try:
            parts = urlsplit(urljoin(self.address(path), link.strip()))
        except ValueError as error:
            return None, f"is no address: {error}"
        if parts.scheme not in SCHEMES:
            return None, f"has the scheme {parts.scheme}:"
        return parts, ""

    def is_inside(self, parts: SplitResult, link: str) -> bool:
        """Whether an address is of this site; a full one may be of its neighbour on the host."""
        here = urlsplit(self.base)
        if (parts.scheme, parts.hostname) != (here.scheme, here.hostname):
            return False
        return parts.path.startswith(here.path) or not re.match("[a-z]+:|//", link.strip(), re.I)

    def wrong(self, parts: SplitResult) -> str:
        """Return what is wrong with an address of this site's host, or an empty text."""
        under = urlsplit(self.base).path
        if not parts.path.startswith(under):
            return f"leads out of {under}"
        path = unquote(parts.path[len(under) :])
        file = path + "index.html" if path == "" or path.endswith("/") else path
        if file not in self._names:
            return f"leads to {file}, which is not there"
        if (self.folder / file).is_dir():
            return f"leads to the folder {file} without a final slash"
        fragment = unquote(parts.fragment)
        if fragment in ("", "top"):
            return ""
        page = self.pages.get(file)
        if page is None and not file.endswith(".svg"):
            return f"leads into {file}, which has no anchors"
        known = page.anchors if page else read(file, (self.folder / file).read_text()).anchors
        return "" if fragment in known else f"leads to #{fragment}, which {file} does not have"


def _is_index(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")
