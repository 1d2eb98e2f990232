"""The links of a paper's page: to the paper and what is its own, elsewhere, to corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from generator.language import Language
from generator.settings import Forge, forge_of
from generator.text.addresses import host
from generator.text.unicode import normal
from generator.values.identifier import (
    KINDS,
    Identifier,
    best_first,
    identifiers_in,
    pdf_address,
)
from generator.values.link import KINDS as LINKS
from generator.values.link import Link
from generator.values.paper import Paper

#: Where to look for a paper of which only the title is known.
_SEARCHES = (
    ("arXiv", "https://arxiv.org/search/?searchtype=title&query="),
    ("Hugging Face", "https://huggingface.co/papers?q="),
    ("Semantic Scholar", "https://www.semanticscholar.org/search?q="),
    ("Google Scholar", "https://scholar.google.com/scholar?q="),
)
#: Kinds of identifiers, that first whose site most visitors look for.
_SITES = tuple(dict.fromkeys(("arxiv", "openreview", "acl", "doi", *KINDS)))
#: These know papers of every kind, and stand behind the sites that have the paper itself.
_INDEXES = ("Semantic Scholar", "Google Scholar")


@dataclass(frozen=True)
class NamedLink:
    """A link ready to print."""

    name: str
    url: str
    host: str


def main_links(
    paper: Paper, language: Language, wished: Sequence[str] | None = None
) -> list[NamedLink]:
    """Return the links of the buttons: to the paper, its PDF, its code, then by kind.

    Of the kinds that are `wished` alone, in their order, if anything is. "Paper" leads to the best
    address alone: of an identifier, the published version's before others, else the page that a
    source names.
    """
    pages = [Link("paper", url) for url in _pages(paper)[:1]]
    addresses = {item.address for item in _known(paper)}
    others = [
        item for item in _all_links(paper) if item.kind != "paper" and item.url not in addresses
    ]
    order = list(LINKS) if wished is None else list(wished)
    shown = [item for item in (*pages, *others) if item.kind in order]
    return [
        _named(item, others, language) for item in sorted(shown, key=lambda i: order.index(i.kind))
    ]


def elsewhere(paper: Paper) -> list[NamedLink]:
    """Return where the paper is by its identifiers, each site once, then its further pages."""
    found: dict[str, str] = {}
    for item in sorted(_known(paper), key=lambda item: (_SITES.index(item.kind), item.value)):
        for name, url in ((KINDS[item.kind].label, item.address), *item.places.items()):
            found.setdefault(name, url)
    named = [
        NamedLink(name, found[name], host(found[name]))
        for name in sorted(found, key=lambda name: name in _INDEXES)
    ]
    return named + [NamedLink(host(url), url, host(url)) for url in _further_pages(paper)]


def own_addresses(paper: Paper) -> list[str]:
    """Return all addresses of the paper itself: of its identifiers, its pages, its PDFs."""
    of_ids = [item.address for item in best_first(_known(paper))]
    pdfs = [item.url for item in _all_links(paper) if item.kind == "pdf"]
    return list(dict.fromkeys((*of_ids, *_named_pages(paper), *pdfs)))


def _known(paper: Paper) -> list[Identifier]:
    return [item for item in paper.work.identifiers if normal(item.value)]


def _pages(paper: Paper) -> list[str]:
    """Return the addresses of the paper's pages, the best first: of an identifier, then links."""
    return [*(item.address for item in best_first(_known(paper))[:1]), *_named_pages(paper)]


def _further_pages(paper: Paper) -> list[str]:
    return _pages(paper)[1:]


def _named_pages(paper: Paper) -> list[str]:
    """Return the pages that sources name and no identifier leads to."""
    links = (item for item in paper.work.links if item.kind == "paper")
    return [item.url for item in links if not _repeats(item, paper)]


def _all_links(paper: Paper) -> list[Link]:
    return [*paper.work.links, *_made(paper)]


def _repeats(item: Link, paper: Paper) -> bool:
    """Whether a page is only where an identifier of the paper leads to: /abs/2401.01234v1."""
    known = paper.work.identifiers
    if any(item.url == identifier.address for identifier in known):
        return True
    held = identifiers_in(item.url)
    return bool(held) and set(held) <= set(known)


def pdf(paper: Paper) -> str:
    """Return the address of the paper's PDF: the first that a source names, else its ids'."""
    return next((item.url for item in _all_links(paper) if item.kind == "pdf"), "")


def _made(paper: Paper) -> list[Link]:
    """Return the link to the PDF that follows from an identifier, where no source names one."""
    if any(item.kind == "pdf" for item in paper.work.links):
        return []
    address = pdf_address(paper.work.identifiers)
    return [Link("pdf", address)] if address else []


def _named(item: Link, among: Sequence[Link], language: Language) -> NamedLink:
    """Name a link; several of one kind are told apart by the end of their address."""
    name = language.say(LINKS[item.kind].label)
    if sum(other.kind == item.kind for other in among) > 1:
        name += f" ({item.url.rstrip('/').rsplit('/', 1)[-1]})"
    return NamedLink(name, item.url, host(item.url))


def searches(paper: Paper) -> list[NamedLink]:
    """Return title searches elsewhere, for a paper of which no identifier is known."""
    if _known(paper):
        return []
    words = quote_plus(paper.work.title.plain, errors="replace")
    return [NamedLink(name, base + words, host(base)) for name, base in _SEARCHES]


def correction_of(repository: str, what: str, page: str, forge: Forge | None = None) -> str:
    """Return the address of a new issue on `what`, for which there is no form; see `forms.prefill`.

    Empty without a repository.
    """
    if not repository:
        return ""
    title = quote(f"Correction: {what}", safe="")
    body = quote(f"On {page} this is wrong or missing:\n\n", safe="")
    base = repository.rstrip("/").removesuffix(".git")
    if forge_of(base, forge) == "gitlab":
        return f"{base}/-/issues/new?issue[title]={title}&issue[description]={body}"
    return f"{base}/issues/new?title={title}&body={body}"
