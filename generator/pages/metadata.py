"""What a page's head says to programs: citation_* tags, schema.org as JSON-LD. All escaped.

Google Scholar: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
schema.org: https://schema.org/ScholarlyArticle, https://schema.org/CollectionPage
What is not known is left out.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.model import Topic
from generator.pages.paper_links import own_links, pdf
from generator.settings import Settings
from generator.values.identifier import KINDS, best_first
from generator.values.name import Name
from generator.values.notice import STATUS_WORDS
from generator.values.paper import Paper
from generator.values.work import WorkType

_CONTEXT = "https://schema.org"
#: Google Scholar's tag for the venue of a type of work.
_IN_WHAT: dict[WorkType, str] = {
    "article-journal": "citation_journal_title",
    "paper-conference": "citation_conference_title",
}
#: Nothing that a browser would take for the end of the script, or for a new line in one.
_ACTIVE = re.compile("[<>&\u2028\u2029]")


def of_paper(catalogue: Catalogue, paper: Paper, settings: Settings) -> str:
    """Return the head elements of a paper's page."""
    tags = "".join(
        f'<meta name="{name}" content="{html.escape(value)}">' for name, value in _citation(paper)
    )
    return tags + _json_ld(
        _article(catalogue, paper, settings),
        _crumbs(
            settings,
            [("Topics", "topics/"), *_main_topic(catalogue, paper)],
            paper.work.title.plain,
        ),
    )


def of_topic(catalogue: Catalogue, topic: Topic, address: str, settings: Settings) -> str:
    """Return the head elements of a page of a topic; `address` is the page's own."""
    page: dict[str, object] = {"@type": "CollectionPage", "name": topic.name.plain}
    page |= _url(settings, address)
    page["about"] = topic.description.plain or topic.name.plain
    page["mainEntity"] = {
        "@type": "ItemList",
        "numberOfItems": len(catalogue.papers_of[topic.slug]),
    }
    return _json_ld(page, _crumbs(settings, [("Topics", "topics/")], topic.name.plain))


def of_moved(way: str) -> str:
    """Return the head elements of a page that forwards at once; `way` leads to the new page."""
    return f'<meta http-equiv="refresh" content="0; url={html.escape(way)}">'


def of_catalogue(settings: Settings) -> str:
    """Return the head elements of the front page, with the address of the search."""
    page: dict[str, object] = {"@type": "WebSite", "name": settings.name}
    if settings.description:
        page["description"] = settings.description
    if settings.url:
        page["url"] = settings.url
        page["potentialAction"] = {
            "@type": "SearchAction",
            "target": f"{settings.url}search/?q={{words}}",
            "query-input": "required name=words",
        }
    return _json_ld(page, None)


def _citation(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "citation_title", paper.work.title.plain
    for author in paper.work.authors:
        yield "citation_author", author.natural
    if paper.work.year:
        yield "citation_publication_date", str(paper.work.year)
    tag = _IN_WHAT.get(paper.work.best_type)
    if paper.work.venue and tag:
        yield tag, paper.work.venue.plain
    for identifier in best_first(paper.work.identifiers):
        if tag := KINDS[identifier.kind].scholar:
            yield tag, identifier.value
    if address := pdf(paper):
        yield "citation_pdf_url", address


def _article(catalogue: Catalogue, paper: Paper, settings: Settings) -> dict[str, object]:
    found: dict[str, object] = {"@type": "ScholarlyArticle", "headline": paper.work.title.plain}
    found |= _url(settings, f"papers/{paper.id}/")
    if names := paper.work.authors:
        found["author"] = [_person(name) for name in names]
    if paper.work.year:
        found["datePublished"] = str(paper.work.year)
    if status := paper.work.resolved_status:
        found["creativeWorkStatus"] = STATUS_WORDS[status].badge.capitalize()
    if paper.work.venue and paper.work.best_type == "book":
        found["publisher"] = {"@type": "Organization", "name": paper.work.venue.plain}
    elif paper.work.venue:
        found["isPartOf"] = {"@type": "PublicationIssue", "name": paper.work.venue.plain}
    topics = [catalogue.topics[a.topic].name.plain for a in catalogue.assignments.get(paper.id, ())]
    if topics:
        found["keywords"] = topics
    places = [item.url for item in own_links(paper) if item.is_paper]
    if places:
        found["sameAs"] = places
    return found


def _person(name: Name) -> dict[str, str]:
    person = {"@type": "Person", "name": name.natural}
    return person | ({"@id": f"https://orcid.org/{name.orcid}"} if name.orcid else {})


def _main_topic(catalogue: Catalogue, paper: Paper) -> list[tuple[str, str]]:
    given = catalogue.assignments.get(paper.id, ())[:1]
    return [(catalogue.topics[a.topic].name.plain, f"topics/{a.topic}/") for a in given]


def _url(settings: Settings, address: str) -> dict[str, object]:
    """Return the `url` property; addresses in JSON-LD are absolute, so none without the site's."""
    return {"url": settings.url + address} if settings.url else {}


def _crumbs(
    settings: Settings, above: Sequence[tuple[str, str]], title: str
) -> dict[str, object] | None:
    """Return the way to a page: names and addresses of those above it, then its title.

    https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
    """
    if not settings.url:
        return None
    items: list[dict[str, object]] = [
        {"@type": "ListItem", "position": n, "name": name, "item": settings.url + address}
        for n, (name, address) in enumerate(above, 1)
    ]
    items.append({"@type": "ListItem", "position": len(items) + 1, "name": title})
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _json_ld(page: dict[str, object], crumbs: dict[str, object] | None) -> str:
    data: dict[str, object] = {"@context": _CONTEXT}
    data |= {"@graph": [page, crumbs]} if crumbs else page
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = _ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return f'<script type="application/ld+json">{safe}</script>'
