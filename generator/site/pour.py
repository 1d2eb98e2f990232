"""Makes pages and writes them: poured into frames, and as Markdown in docs/ and beside them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model import MadeFile, OutputFile
from generator.output import Draft
from generator.pages import UNPUBLISHED, Chunk, Keys, Page, Renderer, frame_of, parts_of
from generator.pages.page import address, published_markdown
from generator.site.frames import Frames
from generator.text.html import ROOT

#: The path of a page in its Markdown.
_PATH = re.compile(f"{ROOT}([^)#?\\s]*)")


@dataclass(frozen=True)
class Pouring:
    """What pages are made and written with. Without a site only docs/ is written.

    `before` are the parts that the last build made, by name, as `kept` returns them.
    """

    renderer: Renderer
    keys: Keys
    docs: Draft
    site: Draft | None = None
    frames: Frames | None = None
    before: Mapping[str, Poured] = field(default_factory=dict)


@dataclass(frozen=True)
class Poured:
    """Some pages that were made: their files in docs/ and on the site.

    `name` and `key` tell what part of all they are, and what of. `shared` are files that belong to
    pages and are the same in both. `pages` are their paths, `listed` the addresses that the site
    map has, each with the day of the last change, or "".
    """

    name: str
    key: str
    pages: list[str]
    docs: list[MadeFile]
    shared: list[MadeFile]
    site: list[MadeFile]
    listed: list[tuple[str, str]]


def pour(pouring: Pouring, chunk: Chunk) -> list[Poured | str]:
    """Make the pages of a chunk and write their files, part by part.

    Of a part that is made of the same as before, and whose files are as they were, only the name
    is returned: it stays as it is. Raises OSError when a file cannot be written.
    """
    found: list[Poured | str] = []
    for name, key, make in parts_of(pouring.renderer, pouring.keys, chunk):
        before = pouring.before.get(name) if key else None
        if before and before.key == key and _is_there(pouring, before):
            found.append(name)
        else:
            found.append(_pour(pouring, name, key, make()))
    return found


def kept(part: Poured) -> Poured:
    """Return a part as the next build finds it, whose files need not be written then."""
    docs, shared, site = (
        [replace(file, written=False) for file in files]
        for files in (part.docs, part.shared, part.site)
    )
    return replace(part, docs=docs, shared=shared, site=site)


def _is_there(pouring: Pouring, before: Poured) -> bool:
    """Whether all files of a part are as they were made."""
    trees = [(pouring.docs, before.docs), (pouring.docs, before.shared)]
    if pouring.site:
        trees.append((pouring.site, before.site))
    return bool(before.site or not pouring.site) and all(
        draft.tree.digest_of(file.path) == file.digest for draft, files in trees for file in files
    )


def _pour(pouring: Pouring, name: str, key: str, pages: Iterable[Page | OutputFile]) -> Poured:
    """Write pages, and the files that belong to them."""
    found = Poured(name, key, [], [], [], [], [])
    for page in pages:
        if isinstance(page, OutputFile):
            found.shared.append(pouring.docs.put(page.path, page.data, page.origin))
            continue
        found.pages.append(page.path)
        if page.markdown:
            text = page.markdown.replace(ROOT, "../" * page.path.count("/"))
            found.docs.append(pouring.docs.put(page.path, _bytes(text), page.origin))
        if pouring.site and pouring.frames:
            found.site.extend(_on_site(page, pouring.site, pouring.frames))
            if "noindex" not in page.robots:
                day = page.updated.isoformat() if page.updated else ""
                found.listed.append((page.address, day))
    return found


def _on_site(page: Page, site: Draft, frames: Frames) -> list[MadeFile]:
    """Write the files of a page on the site."""
    path = f"{page.address}index.html"
    made = [site.put(path, _bytes(_filled(page, frames)), page.origin)]
    if page.publishes_markdown:
        path = published_markdown(page.path)
        made.append(site.put(path, _bytes(published(page.markdown, page.address)), page.origin))
    return made


def _filled(page: Page, frames: Frames) -> str:
    """Return the HTML of a page: its own parts in its frame."""
    root = "../" * page.address.count("/")
    head: str = page.head
    if page.robots:
        head = f'<meta name="robots" content="{html.escape(page.robots)}">{head}'
    if page.publishes_markdown:
        head += '<link rel="alternate" type="text/markdown" href="index.md">'
    return frames.frames[frame_of(page)].filled(
        {
            "title": html.escape(page.title),
            "description": html.escape(page.description),
            "address": html.escape(frames.site_url + (page.leads_to or page.address)),
            "head": led(head, page.address, root),
            "article": led(page.article, page.address, root),
            "root": root,
            "base": root.rstrip("/") or ".",
        }
    )


def led(text: str, address: str, root: str) -> str:
    """Return HTML with the ways from a page in its addresses, short to itself and beside it."""
    text = text.replace(f'"{ROOT}{address}#', '"#').replace(f'"{ROOT}{address}"', '"./"')
    if address:
        text = text.replace(f'"{ROOT}{address}', '"')
        folder, _, rest = address.partition("/")
        if rest:
            text = text.replace(f'"{ROOT}{folder}/', f'"{root.removeprefix("../")}')
    return text.replace(ROOT, root)


def published(markdown: str, address: str) -> str:
    """Return the Markdown of the page at `address` for the site, where it lies in its folder."""
    root = "../" * address.count("/")
    return _PATH.sub(lambda found: root + _beside(found[1]), markdown)


def _beside(path: str) -> str:
    """Return where on the site the Markdown of a page is, or the page, or any other file."""
    if not path.endswith(".md"):
        return path
    return address(path) if path in UNPUBLISHED else published_markdown(path)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def files_of(poured: Sequence[Poured]) -> list[MadeFile]:
    """Return all files of pages in docs/."""
    return [file for item in poured for file in (*item.docs, *item.shared)]
