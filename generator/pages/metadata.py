"""What a page's head says to programs: tags of a citation, schema.org as JSON-LD. All escaped.

schema.org: https://schema.org/ScholarlyArticle, https://schema.org/CollectionPage
What is not known is left out. The abstract stands in a tag and in the article, not in JSON-LD.
"""

from __future__ import annotations

import html

from generator.catalogue import Catalogue
from generator.citations.cited import Cited, cited
from generator.language import Language
from generator.model import Topic
from generator.pages.citation_tags import citation_tags, keywords, published_in
from generator.pages.json_ld import crumbs, json_ld, url, who
from generator.pages.paper_links import own_addresses
from generator.pages.renderer import Renderer
from generator.settings import Settings
from generator.text.html import escaped
from generator.values.identifier import KINDS, Identifier, best_first
from generator.values.name import Name
from generator.values.notice import STATUS_WORDS
from generator.values.orcid import orcid_address
from generator.values.paper import Paper
from generator.values.text import Text
from generator.values.work import WorkType

#: What a work of a type is part of, https://schema.org/isPartOf; of another it is some work.
_WHOLE: dict[WorkType, str] = {
    "article-journal": "Periodical",
    "article-magazine": "Periodical",
    "chapter": "Book",
}


def of_paper(catalogue: Catalogue, paper: Paper, settings: Settings, language: Language) -> str:
    """Return the head elements of a paper's page.

    Zotero takes the name of a site (og:site_name) for that of the journal where none is named, so
    the page of such a paper does not name the site.
    """
    known = cited(catalogue, paper)
    tags = [
        f'<meta name="{name}" content="{escaped(value)}">'
        for name, value in citation_tags(catalogue, paper, known)
    ]
    if published_in(known):
        tags.append(f'<meta property="og:site_name" content="{html.escape(settings.name)}">')
    return "".join(tags) + json_ld(
        _article(catalogue, paper, known, settings),
        crumbs(
            settings,
            [(language.say("Topics"), "topics/"), *_main_topic(catalogue, paper)],
            paper.work.title.plain,
        ),
    )


def of_topic(renderer: Renderer, topic: Topic, address: str) -> str:
    """Return the head elements of a page of a topic; `address` is the page's own."""
    catalogue, settings = renderer.catalogue, renderer.settings
    page: dict[str, object] = {"@type": "CollectionPage", "name": topic.name.plain}
    page |= url(settings, address)
    page["about"] = topic.description.plain or topic.name.plain
    page["mainEntity"] = {
        "@type": "ItemList",
        "numberOfItems": len(catalogue.papers_of[topic.slug]),
    }
    return json_ld(
        page, crumbs(settings, [(renderer.language.say("Topics"), "topics/")], topic.name.plain)
    )


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
    return json_ld(page, None)


def _article(
    catalogue: Catalogue, paper: Paper, known: Cited, settings: Settings
) -> dict[str, object]:
    work = known.work
    found: dict[str, object] = {"@type": "ScholarlyArticle", "headline": work.title.plain}
    found |= url(settings, f"papers/{paper.id}/")
    status = work.resolved_status
    said: dict[str, object] = {
        "author": _people(catalogue, paper, settings),
        "editor": [_identified(name, name.orcid) for name in work.editors],
        "datePublished": str(work.issued or ""),
        "publisher": _named("Organization", known.publisher),
        "isPartOf": _whole(known),
        "pagination": work.pages,
        "inLanguage": work.language,
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
        person = catalogue.person.get(slug)
        told = _identified(name, name.orcid or (person.orcid if person else ""))
        found.append(told | (url(settings, f"authors/{slug}/") if person else {}))
    return found


def _identified(name: Name, orcid: str) -> dict[str, object]:
    return who(name) | ({"@id": orcid_address(orcid)} if orcid else {})


def _identifier(item: Identifier) -> dict[str, object]:
    label = KINDS[item.kind].label
    return {"@type": "PropertyValue", "propertyID": label, "value": item.value}


def _main_topic(catalogue: Catalogue, paper: Paper) -> list[tuple[str, str]]:
    given = catalogue.assignments.get(paper.id, ())[:1]
    return [(catalogue.topics[a.topic].name.plain, f"topics/{a.topic}/") for a in given]
