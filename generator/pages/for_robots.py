"""robots.txt for crawlers, and llms.txt: the site in one page, for programs that read text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.model import Area
from generator.pages.kinds import PageKind
from generator.pages.page import published_markdown
from generator.pages.renderer import Renderer
from generator.settings import Settings
from generator.text.formula import plain
from generator.text.markdown import Markdown, escape, link


def robots_txt(settings: Settings) -> bytes:
    """Return robots.txt: everything may be read. The site map needs a full address.

    See https://www.rfc-editor.org/rfc/rfc9309 and https://www.sitemaps.org/protocol.html.
    """
    lines = ["User-agent: *", "Allow: /"]
    if settings.url:
        lines += ["", f"Sitemap: {settings.url}sitemap.xml"]
    return _text(lines)


def llms_txt(renderer: Renderer, kinds: Sequence[PageKind]) -> bytes:
    """Return llms.txt as https://llmstxt.org/ describes it: Markdown, links with what they lead to.

    Of `kinds` those with a name and pages are listed, of the downloads those of the whole
    catalogue. Without the site's address the links are relative to it.
    """
    catalogue, settings = renderer.catalogue, renderer.settings
    total = len(catalogue.papers)
    about = settings.description or "A catalogue of papers."
    has_ids = any(file.path == "data/papers.json" for file in renderer.downloads)
    lines = [
        f"# {_said(settings.name)}",
        "",
        f"> {_said(about)}",
        "",
        f"{total} {_papers(total)}. The page of a paper is papers/<id>/, with authors, venue and"
        " year, its summary, links, topics and related papers."
        + (" data/papers.json has all ids." if has_ids else "")
        + " Pages of papers, topics, venues and years are there as Markdown, too:"
        " papers/<id>/index.md.",
        "",
        "## Pages",
        "",
        *(
            _line(settings, kind.name, _way(kind), kind.says)
            for kind in kinds
            if kind.name and kind.items(catalogue)
        ),
        "",
        "## Data",
        "",
    ]
    lines += [
        _line(settings, file.path.removeprefix("data/"), file.path, file.origin)
        for file in renderer.downloads
        if file.path.count("/") == 1 and file.path.startswith("data/")
    ]
    for area in catalogue.areas:
        lines += ["", f"## {_said(area.name.plain)}", ""]
        if area.description:
            lines += [_said(area.description.plain), ""]
        lines += _topics(catalogue, settings, area)
    return _text(lines)


def _topics(catalogue: Catalogue, settings: Settings, area: Area) -> Iterator[str]:
    for topic in area.topics:
        count = len(catalogue.papers_of[topic.slug])
        what = f"{topic.description.plain.rstrip('.')} ({count} {_papers(count)})".strip()
        path = published_markdown(f"topics/{topic.slug}.md")
        yield _line(settings, topic.name.plain, path, what)


def _way(kind: PageKind) -> str:
    """Return where the first page of a kind is: its Markdown, if that is published."""
    first = kind.layouts[0]
    published = first.in_markdown and not first.needs_script
    return published_markdown(kind.index) if published else kind.folder


def _line(settings: Settings, name: str, path: str, what: str) -> str:
    return f"- {link(_said(name), settings.url + path)}: {_said(what)}"


def _papers(count: int) -> str:
    return "paper" if count == 1 else "papers"


def _text(lines: Sequence[str | Markdown]) -> bytes:
    return ("\n".join(map(str, lines)) + "\n").encode("utf-8", "replace")


def _said(text: str) -> Markdown:
    """Return text in one line, its formulas said in Unicode, as Markdown."""
    return escape(" ".join(plain(text).split()))
