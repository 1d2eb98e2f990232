"""Links of hand-written pages that lead to no page, no file, no heading, or to a former address."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import partial

from generator.doctor.ailment import Ailment
from generator.doctor.examined import Examined, text_of
from generator.doctor.markdown_links import PageLink, anchors_in, links_in, with_target
from generator.doctor.remedies import changing
from generator.doctor.site_pages import SitePages, site_pages
from generator.problems import Place, quoted

#: Anchors that no heading has: those of footnotes.
_OF_FOOTNOTES = ("fn:", "fnref:", "fn-", "fnref-")


def dead(examined: Examined) -> Iterator[Ailment]:
    """Find links and images of people's own pages that lead nowhere, or elsewhere by now."""
    pages = site_pages(examined)
    docs = examined.settings.docs_dir
    texts = {path: text_of(docs / path) or "" for path in sorted(pages.by_hand)}
    anchors = {path: anchors_in(text) for path, text in texts.items()}
    for path, text in texts.items():
        for link in links_in(text):
            where = Place(examined.settings.shown(docs / path), link.line)
            target = _meant(link.path, path, pages) if link.path else path
            if target is None:
                yield Ailment(
                    where, f"leads to {quoted(link.target)}, which is no page or file", "mend it"
                )
            elif target in pages.moved:
                new = _with_path(link, path, target, pages.moved[target])
                yield Ailment(
                    where,
                    f"leads to {quoted(link.target)}, a former address of {pages.moved[target]}",
                    f"write {new}",
                    (changing(docs / path, partial(with_target, link=link, target=new)),),
                )
            elif target in pages.gone:
                yield Ailment(
                    where,
                    f"leads to {quoted(link.target)}, whose page says that it is gone",
                    "take the link out",
                )
            elif link.anchor and target in anchors and not _is_there(link, anchors[target]):
                yield Ailment(
                    where,
                    f"leads to {quoted(link.target)}, but {target} has no heading of that name",
                    "mend what stands behind the #",
                )


def _meant(said: str, page: str, pages: SitePages) -> str | None:
    """Return the path of the file that a link means; None for none, itself for what is unknown.

    MkDocs takes a path as that of a file beside the page's own; a browser takes what MkDocs does
    not know as an address beside the page's. What begins with a slash depends on where the site
    lies, and is not judged.
    """
    if said.startswith("/"):
        return said
    # about.md is at about/, so that ../papers/ul2/ leads from there to papers/ul2.md.
    folder = posixpath.dirname(page) if page.endswith("index.md") else page.removesuffix(".md")
    beside, address = (
        posixpath.normpath(posixpath.join(base, said)) for base in (posixpath.dirname(page), folder)
    )
    if beside in pages.paths:
        return beside
    inside = [base for base in (beside, address) if base != ".." and not base.startswith("../")]
    names = (f"{address}.md", f"{address}/index.md", f"{address}/README.md", address)
    for path in map(posixpath.normpath, names):
        if path in pages.paths:
            return path
    return None if inside and not any(map(pages.may_be_made, inside)) else said


def _with_path(link: PageLink, page: str, before: str, after: str) -> str:
    """Return what a link is to say in place of a former path, in the form that it has."""
    rest = link.target[len(link.target.split("#")[0].split("?")[0]) :]
    slug, new = (posixpath.basename(path).removesuffix(".md") for path in (before, after))
    head, found, tail = link.path.rpartition(slug)
    if found and posixpath.dirname(before) == posixpath.dirname(after):
        return f"{head}{new}{tail}{rest}"
    return posixpath.relpath(after, posixpath.dirname(page) or ".") + rest


def _is_there(link: PageLink, anchors: frozenset[str]) -> bool:
    return link.anchor in anchors or link.anchor.startswith(_OF_FOOTNOTES)
