"""The links of a paper's page: to the paper and what is its own, to searches, to corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from generator.text.addresses import host
from generator.values.identifier import KINDS, best_first, identifiers_in, pdf_address
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


@dataclass(frozen=True)
class NamedLink:
    """A link ready to print; `is_paper` where it leads to the paper itself."""

    name: str
    url: str
    host: str
    is_paper: bool = False


def own_links(paper: Paper) -> list[NamedLink]:
    """Return the links that belong to the paper: identifiers, its PDF, then by kind."""
    named = [
        NamedLink(KINDS[item.kind].label, item.address, host(item.address), is_paper=True)
        for item in best_first(paper.work.identifiers)
    ]
    order = list(LINKS)
    links = sorted((*paper.work.links, *_made(paper)), key=lambda item: order.index(item.kind))
    return named + [_named(item, links) for item in links if not _repeats(item, paper)]


def _repeats(item: Link, paper: Paper) -> bool:
    """Whether a link leads only to where an identifier of the paper does: /abs/2401.01234v1."""
    known = paper.work.identifiers
    if any(item.url == identifier.address for identifier in known):
        return True
    held = identifiers_in(item.url) if item.kind == "paper" else ()
    return bool(held) and set(held) <= set(known)


def pdf(paper: Paper) -> str:
    """Return the address of the paper's PDF: the first that a source names, else its ids'."""
    return next((item.url for item in (*paper.work.links, *_made(paper)) if item.kind == "pdf"), "")


def _made(paper: Paper) -> list[Link]:
    """Return the link to the PDF that follows from an identifier, where no source names one."""
    if any(item.kind == "pdf" for item in paper.work.links):
        return []
    address = pdf_address(paper.work.identifiers)
    return [Link("pdf", address)] if address else []


def _named(item: Link, among: Sequence[Link]) -> NamedLink:
    """Name a link; several of one kind are told apart by the end of their address."""
    name = LINKS[item.kind].label
    if sum(other.kind == item.kind for other in among) > 1:
        name += f" ({item.url.rstrip('/').rsplit('/', 1)[-1]})"
    return NamedLink(name, item.url, host(item.url), item.kind in ("paper", "pdf"))


def searches(paper: Paper) -> list[NamedLink]:
    """Return title searches elsewhere, for a paper of which no identifier is known."""
    if paper.work.identifiers or any(item.kind in ("paper", "pdf") for item in paper.work.links):
        return []
    words = quote_plus(paper.work.title.plain, errors="replace")
    return [NamedLink(name, base + words, host(base)) for name, base in _SEARCHES]


def correction(repository: str, paper: Paper) -> str:
    """Return the address of a new issue on the paper's page, prefilled; empty without a repository.

    GitHub, GitLab and Forgejo each have their own names for the fields:
    https://docs.github.com/issues/tracking-your-work-with-issues/creating-an-issue
    https://docs.gitlab.com/user/project/issues/create_issues/
    """
    if not repository:
        return ""
    title = quote(f"Correction: {paper.id}", safe="")
    body = quote(f"On papers/{paper.id}/ this is wrong or missing:\n\n", safe="")
    base = repository.rstrip("/").removesuffix(".git")
    if "gitlab" in host(base):
        return f"{base}/-/issues/new?issue[title]={title}&issue[description]={body}"
    return f"{base}/issues/new?title={title}&body={body}"
