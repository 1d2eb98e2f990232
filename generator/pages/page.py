"""A page of the site before it is poured into its frame: what is its own, as HTML and as Markdown.

Addresses begin with `ROOT`, which stands for the way from the page to the root of the site.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.text.html import Html
from generator.text.markdown import Markdown


@dataclass(frozen=True)
class Layout:
    """What pages of one look have in common: for each layout a frame is built.

    `name` is that of the templates, <name>.html.j2 and, if the pages are `in_markdown`, too,
    <name>.md.j2. `styles` and `scripts` are files below assets/ that these pages alone need,
    `classes` those of the article. `article` says that Open Graph calls the pages so. A page that
    `needs_script` is empty without one: its Markdown is for MkDocs alone, and names the scripts.
    `titled` is whether the pages have titles of their own beside that of the site. Layouts of pages
    that look the same in several folders have their templates in common, by the name `template`.
    """

    name: str
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    classes: str = ""
    article: bool = False
    in_markdown: bool = True
    needs_script: bool = False
    titled: bool = True
    template: str = ""

    @property
    def templates(self) -> str:
        """What the names of its templates begin with."""
        return self.template or self.name


@dataclass(frozen=True)
class Page:
    """A page: `path` is that of its Markdown in docs/, `origin` says what it is made of.

    `head` are elements for its head, `article` what stands in its article; `markdown` is all of its
    Markdown, empty for a page that has none. `updated` and `robots` are for search engines; one
    that `leads_to` the address of another forwards to it at once, and is that to search engines.
    """

    path: str
    origin: str
    layout: Layout
    title: str
    description: str
    article: Html
    head: Html
    markdown: Markdown
    updated: dt.date | None = None
    robots: str = ""
    leads_to: str = ""

    @property
    def publishes_markdown(self) -> bool:
        """Whether its Markdown stands beside it on the site."""
        return bool(self.markdown) and not self.layout.needs_script

    @property
    def address(self) -> str:
        """Where it is on the site: papers/ul2/."""
        return address(self.path)


def address(path: str) -> str:
    """Return where a page is: papers/ul2/ for papers/ul2.md, topics/ for topics/index.md.

    A query or fragment behind the path stays; the path of another file is its address.
    """
    if path.endswith(".md") and "?" not in path and "#" not in path:
        return path[:-8] if is_index(path) else f"{path[:-3]}/"
    ends = [at for at in (path.find("?"), path.find("#")) if at >= 0]
    end = min(ends, default=len(path))
    file, rest = path[:end], path[end:]
    if not file.endswith(".md"):
        return path
    folder = file.removesuffix("index.md") if is_index(file) else f"{file.removesuffix('.md')}/"
    return folder + rest


def is_index(path: str) -> bool:
    """Whether a page is that of its folder: topics/index.md."""
    return path.endswith("/index.md") or path == "index.md"


def published_markdown(path: str) -> str:
    """Return where the Markdown of a page stands beside it on the site: papers/ul2/index.md."""
    return f"{address(path)}index.md"
