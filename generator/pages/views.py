"""What a template shows of a paper or a topic: values made ready, no decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote_plus

from generator.catalogue import Catalogue
from generator.model import Assignment, Link, Paper, Provenance, Related, Topic
from generator.text.formula import opening, plain
from generator.text.links import host
from generator.text.markdown import Markdown, inline, link

T = TypeVar("T")

LINK_NAMES = {
    "paper": "Paper",
    "pdf": "PDF",
    "code": "Code",
    "data": "Data",
    "project": "Project page",
    "video": "Video",
}

#: Where an identifier leads.
_IDENTIFIER_PAGES = {
    "doi": ("DOI", "https://doi.org/"),
    "arxiv": ("arXiv", "https://arxiv.org/abs/"),
    "openreview": ("OpenReview", "https://openreview.net/forum?id="),
    "acl": ("ACL Anthology", "https://aclanthology.org/"),
}

#: Where to look for a paper of which only the title is known.
_SEARCHES = (
    ("arXiv", "https://arxiv.org/search/?searchtype=title&query="),
    ("Hugging Face", "https://huggingface.co/papers?q="),
    ("Semantic Scholar", "https://www.semanticscholar.org/search?q="),
    ("Google Scholar", "https://scholar.google.com/scholar?q="),
)


@dataclass(frozen=True)
class NamedLink:
    """A link ready to print."""

    name: str
    url: str
    host: str


@dataclass(frozen=True)
class Card:
    """A paper in a list. `link` leads to its page, `byline` is empty where nothing is known.

    `listings` says how many listings have the paper.
    """

    link: Markdown
    byline: str
    summary: str
    has_code: bool
    listings: int


def paper_link(paper: Paper, to_papers: str) -> Markdown:
    """Return the link to a paper's page; `to_papers` is the way to the folder of papers."""
    return link(inline(paper.title), f"{to_papers}{paper.id}.md", f'data-paper="{paper.id}"')


def card(paper: Paper, to_papers: str) -> Card:
    """Return what a list shows of a paper."""
    return Card(
        link=paper_link(paper, to_papers),
        byline=byline(paper, most_authors=3),
        summary=paper.summary or opening(paper.abstract),
        has_code=any(item.kind == "code" for item in paper.links),
        listings=paper.listings,
    )


def byline(paper: Paper, most_authors: int) -> str:
    """Return authors, venue and year in one line, as far as they are known."""
    authors = list(paper.authors)
    if len(authors) > most_authors + 1:
        authors = [*authors[:most_authors], f"and {len(authors) - most_authors} more"]
    year = str(paper.year) if paper.year else ""
    return " · ".join(part for part in (", ".join(authors), paper.venue, year) if part)


def description(paper: Paper) -> str:
    """Return what a search engine may show of a paper: a sentence or two."""
    return opening(paper.summary or paper.abstract) or paper.title


def own_links(paper: Paper) -> list[NamedLink]:
    """Return the links that belong to the paper, identifiers first."""
    named = [
        NamedLink(name, base + identifier.value, host(base))
        for identifier in paper.identifiers
        for name, base in (_IDENTIFIER_PAGES[identifier.kind],)
    ]
    known = {item.url for item in named}
    return named + [_named(item, paper.links) for item in paper.links if item.url not in known]


def _named(item: Link, among: Sequence[Link]) -> NamedLink:
    """Name a link; several of one kind are told apart by the end of their address."""
    name = LINK_NAMES[item.kind]
    if sum(other.kind == item.kind for other in among) > 1:
        name += f" ({item.url.rstrip('/').rsplit('/', 1)[-1]})"
    return NamedLink(name, item.url, host(item.url))


def searches(paper: Paper) -> list[NamedLink]:
    """Return title searches elsewhere, for a paper of which no identifier is known."""
    if paper.identifiers or any(item.kind in ("paper", "pdf") for item in paper.links):
        return []
    words = quote_plus(plain(paper.title), errors="replace")
    return [NamedLink(name, base + words, host(base)) for name, base in _SEARCHES]


@dataclass(frozen=True)
class RelatedView:
    """A related paper on a paper's page, and what connects the two, each as its own sentence."""

    link: Markdown
    why: tuple[str, ...]


def related(catalogue: Catalogue, paper: Paper) -> list[RelatedView]:
    """Return the related papers of a paper, most similar first."""
    return [
        RelatedView(paper_link(catalogue.by_id[item.id], ""), tuple(_why(item)))
        for item in catalogue.related.get(paper.id, ())
    ]


def _why(item: Related) -> Iterator[str]:
    if item.apart:
        yield f"almost this paper, but kept apart: {item.apart}"
    if item.mentions:
        yield f"introduces {', '.join(item.mentions)}, mentioned here"
    if item.mentioned:
        yield f"mentions {', '.join(item.mentioned)}"
    names = {*item.mentions, *item.mentioned}
    terms = [term for term in item.terms if term not in names]
    if terms:
        yield f"shared: {', '.join(terms)}"


@dataclass(frozen=True)
class TopicView:
    """A topic in a list, with how many papers it has (or shares with the page's topic)."""

    slug: str
    name: str
    count: int


def topics_of(catalogue: Catalogue, paper: Paper) -> list[TopicView]:
    """Return the topics of a paper, the main one first."""
    assignments: Sequence[Assignment] = catalogue.assignments.get(paper.id, ())
    return [topic_view(catalogue, a.topic) for a in assignments]


def topic_view(catalogue: Catalogue, slug: str) -> TopicView:
    """Return a topic with the number of its papers."""
    return TopicView(slug, catalogue.topics[slug].name, len(catalogue.papers_of[slug]))


def areas(catalogue: Catalogue) -> list[dict[str, object]]:
    """Return the areas, with their topics."""
    return [
        {
            "name": area.name,
            "description": area.description,
            "topics": [topic_view(catalogue, topic.slug) for topic in area.topics],
        }
        for area in catalogue.areas
    ]


def in_parts(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """Cut a list into parts of at most `size`; an empty list is one empty part."""
    return [items[start : start + size] for start in range(0, len(items), size)] or [items]


def neighbours(catalogue: Catalogue, topic: Topic) -> list[TopicView]:
    """Return neighbouring topics with the number of papers they share with `topic`."""
    return [
        TopicView(slug, catalogue.topics[slug].name, shared)
        for slug, shared in catalogue.neighbours[topic.slug]
    ]


def origin(paper: Paper) -> str:
    """Return what a paper's page is made of, for messages."""
    found = paper.provenance.get("title", Provenance(()))
    places = ", ".join(str(place) for place in found.places[:1])
    return f'the page of "{plain(paper.title)}"' + (f" ({places})" if places else "")
