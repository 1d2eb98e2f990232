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
from generator.citations.names import natural
from generator.citations.work import WorkKind, work
from generator.model import Paper, Topic
from generator.pages.paper_links import own_links, pdf
from generator.settings import Settings
from generator.text.formula import plain
from generator.values.identifier import KINDS, best_first

_CONTEXT = "https://schema.org"
#: Nothing that a browser would take for the end of the script, or for a new line in one.
_ACTIVE = re.compile("[<>&\u2028\u2029]")


def of_paper(catalogue: Catalogue, paper: Paper, settings: Settings) -> str:
    """Return the head elements of a paper's page."""
    kind = work(paper).kind
    tags = "".join(
        f'<meta name="{name}" content="{html.escape(value)}">'
        for name, value in _citation(paper, kind)
    )
    return tags + _json_ld(
        _article(catalogue, paper, kind, settings),
        _crumbs(settings, [("Topics", "topics/"), *_main_topic(catalogue, paper)], paper.title),
    )


def of_topic(catalogue: Catalogue, topic: Topic, address: str, settings: Settings) -> str:
    """Return the head elements of a page of a topic; `address` is the page's own."""
    page: dict[str, object] = {"@type": "CollectionPage", "name": plain(topic.name)}
    page |= _url(settings, address)
    page["about"] = plain(topic.description) or plain(topic.name)
    page["mainEntity"] = {
        "@type": "ItemList",
        "numberOfItems": len(catalogue.papers_of[topic.slug]),
    }
    return _json_ld(page, _crumbs(settings, [("Topics", "topics/")], topic.name))


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


def _citation(paper: Paper, kind: WorkKind) -> Iterator[tuple[str, str]]:
    yield "citation_title", plain(paper.title)
    for author in natural(paper.authors):
        yield "citation_author", author
    if paper.year:
        yield "citation_publication_date", str(paper.year)
    in_what = {"article": "citation_journal_title", "conference": "citation_conference_title"}
    if paper.venue and kind in in_what:
        yield in_what[kind], paper.venue
    for identifier in best_first(paper.identifiers):
        if tag := KINDS[identifier.kind].scholar:
            yield tag, identifier.value
    if address := pdf(paper):
        yield "citation_pdf_url", address


def _article(
    catalogue: Catalogue, paper: Paper, kind: WorkKind, settings: Settings
) -> dict[str, object]:
    found: dict[str, object] = {"@type": "ScholarlyArticle", "headline": plain(paper.title)}
    found |= _url(settings, f"papers/{paper.id}/")
    if names := natural(paper.authors):
        found["author"] = [{"@type": "Person", "name": name} for name in names]
    if paper.year:
        found["datePublished"] = str(paper.year)
    if paper.venue and kind == "book":
        found["publisher"] = {"@type": "Organization", "name": paper.venue}
    elif paper.venue:
        found["isPartOf"] = {"@type": "PublicationIssue", "name": paper.venue}
    topics = [catalogue.topics[a.topic].name for a in catalogue.assignments.get(paper.id, ())]
    if topics:
        found["keywords"] = [plain(name) for name in topics]
    places = [item.url for item in own_links(paper) if item.is_paper]
    if places:
        found["sameAs"] = places
    return found


def _main_topic(catalogue: Catalogue, paper: Paper) -> list[tuple[str, str]]:
    given = catalogue.assignments.get(paper.id, ())[:1]
    return [(catalogue.topics[a.topic].name, f"topics/{a.topic}/") for a in given]


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
        {"@type": "ListItem", "position": n, "name": plain(name), "item": settings.url + address}
        for n, (name, address) in enumerate(above, 1)
    ]
    items.append({"@type": "ListItem", "position": len(items) + 1, "name": plain(title)})
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _json_ld(page: dict[str, object], crumbs: dict[str, object] | None) -> str:
    data: dict[str, object] = {"@context": _CONTEXT}
    data |= {"@graph": [page, crumbs]} if crumbs else page
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = _ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return f'<script type="application/ld+json">{safe}</script>'
