"""What a page's head says to programs: tags of a citation, schema.org as JSON-LD. All escaped.

schema.org: https://schema.org/ScholarlyArticle, https://schema.org/CollectionPage
What is not known is left out.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence

from generator.catalogue import Catalogue
from generator.citations.cited import Cited, cited
from generator.model import Topic
from generator.pages.citation_tags import citation_tags, keywords, published_in
from generator.pages.paper_links import own_addresses
from generator.settings import Settings
from generator.values.identifier import KINDS, Identifier, best_first
from generator.values.name import Name, is_group
from generator.values.notice import STATUS_WORDS
from generator.values.paper import Paper
from generator.values.text import Text
from generator.values.work import WorkType

_CONTEXT = "https://schema.org"
#: What a work of a type is part of, https://schema.org/isPartOf; of another it is some work.
_WHOLE: dict[WorkType, str] = {
    "article-journal": "Periodical",
    "article-magazine": "Periodical",
    "chapter": "Book",
}
#: Nothing that a browser would take for the end of the script, or for a new line in one.
_ACTIVE = re.compile("[<>&\u2028\u2029]")


def of_paper(catalogue: Catalogue, paper: Paper, settings: Settings) -> str:
    """Return the head elements of a paper's page.

    Zotero takes the name of a site (og:site_name) for that of the journal where none is named, so
    the page of such a paper does not name the site.
    """
    tags = [
        f'<meta name="{n}" content="{html.escape(v)}">' for n, v in citation_tags(catalogue, paper)
    ]
    if published_in(catalogue, paper):
        tags.append(f'<meta property="og:site_name" content="{html.escape(settings.name)}">')
    return "".join(tags) + _json_ld(
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


def _article(catalogue: Catalogue, paper: Paper, settings: Settings) -> dict[str, object]:
    known, work = cited(catalogue, paper), paper.work
    found: dict[str, object] = {"@type": "ScholarlyArticle", "headline": work.title.plain}
    found |= _url(settings, f"papers/{paper.id}/")
    status = work.resolved_status
    said: dict[str, object] = {
        "author": _people(catalogue, paper, settings),
        "editor": [_who(name) for name in work.editors],
        "datePublished": str(work.issued or ""),
        "publisher": _named("Organization", known.publisher),
        "isPartOf": _whole(known),
        "pagination": work.pages,
        "inLanguage": work.language,
        "abstract": work.abstract.plain,
        "keywords": keywords(catalogue, paper),
        "identifier": [_identifier(item) for item in best_first(work.identifiers)],
        "sameAs": own_addresses(paper),
        "creativeWorkStatus": status and STATUS_WORDS[status].badge.capitalize(),
    }
    return found | {name: value for name, value in said.items() if value}


def _whole(known: Cited) -> dict[str, object]:
    """Return what a work is part of: a journal by way of its volume and issue, where known."""
    work = known.work
    whole = _named(_WHOLE.get(work.best_type, "CreativeWork"), known.container)
    if whole.get("@type") != "Periodical":
        return whole
    for kind, number in (("Volume", work.volume), ("Issue", work.issue)):
        if number:
            name = f"{kind.lower()}Number"
            whole = {"@type": f"Publication{kind}", name: number, "isPartOf": whole}
    return whole


def _named(kind: str, name: Text) -> dict[str, object]:
    return {"@type": kind, "name": name.plain} if name else {}


def _people(catalogue: Catalogue, paper: Paper, settings: Settings) -> list[dict[str, object]]:
    """Return the authors, with the addresses of their pages and of their ORCIDs."""
    names = paper.work.authors
    slugs = catalogue.people_of.get(paper.id) or ("",) * len(names)
    found = []
    for name, slug in zip(names, slugs, strict=True):
        who = _who(name)
        if person := catalogue.person.get(slug):
            who |= _orcid(name.orcid or person.orcid) | _url(settings, f"authors/{slug}/")
        found.append(who)
    return found


def _who(name: Name) -> dict[str, object]:
    who: dict[str, object] = {"@type": "Organization" if is_group(name.literal) else "Person"}
    parts = {"name": name.natural, "givenName": name.given, "familyName": name.full_family}
    return who | {key: part for key, part in parts.items() if part} | _orcid(name.orcid)


def _orcid(orcid: str) -> dict[str, object]:
    return {"@id": f"https://orcid.org/{orcid}"} if orcid else {}


def _identifier(item: Identifier) -> dict[str, object]:
    label = KINDS[item.kind].label
    return {"@type": "PropertyValue", "propertyID": label, "value": item.value}


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
