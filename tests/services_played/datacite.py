"""DataCite's REST API: https://support.datacite.org/docs/api-queries, and its rate limits."""

from __future__ import annotations

import re
from typing import Any

from tests.services_played.papers import ARXIV_DOIS, Papers, Played, names_in
from tests.services_played.service import Asked, Limit, Reply, Service, json_reply, number

SLUG = "datacite"
_KIND = "application/vnd.api+json; charset=utf-8"
#: The language of Lucene, as far as it is played: fields, brackets, texts in quotes, bare words.
_TOKEN = re.compile(r'\s*(?:([\w.]+):|([()])|"((?:[^"\\]|\\.)*)"|((?:[^\s()"\\]|\\.)+))')
_SIZE, _MOST = 25, 1000


def reply(asked: Asked, papers: Papers) -> Reply:
    query = asked.query
    if asked.path == "/dois":
        return _list(query, papers)
    found = _registered(asked.behind("/dois/"), papers)
    if not found:
        errors = [{"status": "404", "title": "The resource you are looking for doesn't exist."}]
        return json_reply({"errors": errors}, 404, kind=_KIND)
    return json_reply({"data": found}, kind=_KIND)


def _list(query: dict[str, str], papers: Papers) -> Reply:
    size, page = number(query.get("page[size]"), _SIZE), number(query.get("page[number]"), 1)
    if size is None or not page:
        return _refused("page must be a number")
    size = min(size, _MOST)
    if "ids" in query:
        found = [_registered(doi, papers) for doi in query["ids"].split(",")]
    else:
        asked = query.get("query", "")
        values = _values(asked)
        if values is None:
            return _refused(f"Failed to parse query [{asked}]")
        found = _queried(values, papers)
    once = {one["id"]: one for one in found if one}
    data = sorted(once.values(), key=lambda one: one["id"], reverse=True)
    meta = {"total": len(data), "totalPages": -(-len(data) // max(size, 1)), "page": page}
    shown = data[(page - 1) * size : page * size]
    links = {"self": "https://api.datacite.org/dois"}
    return json_reply({"data": shown, "meta": meta, "links": links}, kind=_KIND)


def _values(query: str) -> list[tuple[str, str]] | None:
    """Return the values of a query, each with its field; None for one that cannot be read."""
    values: list[tuple[str, str]] = []
    name, depth, at = "", 0, 0
    query = query.rstrip()
    while at < len(query):
        token = _TOKEN.match(query, at)
        if not token:
            return None
        at = token.end()
        field, bracket, quoted, bare = token.groups()
        depth += {"(": 1, ")": -1}.get(bracket, 0)
        name = field or ("" if bracket == ")" else name)
        value = bare if quoted is None else quoted
        if value and bare not in ("OR", "AND"):
            values.append((name, re.sub(r"\\(.)", r"\1", value)))
    return None if depth else values


def _queried(values: list[tuple[str, str]], papers: Papers) -> list[dict[str, Any] | None]:
    """Return what is found by DOIs or by titles."""
    dois = [(name, value) for name, value in values if name in ("doi", "id", "uid")]
    if dois:
        return [_registered(doi, papers) for name, doi in dois if _cased(name, doi)]
    words = [value for name, value in values if name in ("", "titles.title")]
    return [_doi_of(paper) for paper in papers.titled(" ".join(words))]


def _cased(name: str, doi: str) -> bool:
    """Return whether a field finds a DOI in this case: `doi` has all letters large, `id` small.

    https://github.com/datacite/datacite/issues/2115
    """
    return {"doi": doi.upper(), "id": doi.lower()}.get(name, doi) == doi


def _registered(doi: str, papers: Papers) -> dict[str, Any] | None:
    """Return what DataCite has of a DOI; those of publishers are not its own."""
    paper = papers.of_doi(doi)
    if not paper:
        return None
    if doi.lower().startswith(ARXIV_DOIS):
        return _item(paper, paper.arxiv_doi)
    return _item(paper, paper.dataset_doi) if doi.lower() != paper.doi.lower() else None


def _doi_of(paper: Played) -> dict[str, Any] | None:
    return _item(paper, paper.dataset_doi or paper.arxiv_doi)


def _item(paper: Played, doi: str) -> dict[str, Any] | None:
    if not doi:
        return None
    doi = doi.lower()
    prefix, _, suffix = doi.partition("/")
    preprint = doi == paper.arxiv_doi.lower()
    named = [{"identifier": paper.arxiv, "identifierType": "arXiv"}] if preprint else []
    relation = {"relationType": "IsVersionOf", "relatedIdentifierType": "DOI"}
    related = [relation | {"relatedIdentifier": paper.doi}] if paper.doi else []
    abstract = {"descriptionType": "Abstract", "description": paper.abstract}
    return {
        "id": doi,
        "type": "dois",
        "attributes": {
            "doi": doi,
            "prefix": prefix,
            "suffix": suffix,
            "identifiers": named,
            "alternateIdentifiers": [],
            "creators": [_creator(name) for name in paper.authors],
            "titles": [{"title": paper.title}],
            "publisher": "arXiv" if preprint else "Example Data",
            "container": {},
            "publicationYear": paper.year,
            "subjects": [{"subject": "Machine Learning (cs.LG)", "subjectScheme": "arXiv"}],
            "contributors": [],
            "dates": [
                {"date": f"{paper.year}-01-15T12:00:00Z", "dateType": "Submitted"},
                {"date": f"{paper.year}-01", "dateType": "Available"},
            ],
            "language": None,
            "types": {
                "ris": "GEN",
                "bibtex": "misc",
                "citeproc": "article",
                "schemaOrg": "CreativeWork",
                "resourceType": "Article",
                "resourceTypeGeneral": "Preprint" if preprint else "Dataset",
            },
            "relatedIdentifiers": related,
            "relatedItems": [],
            "sizes": [],
            "formats": [],
            "version": str(paper.versions),
            "rightsList": [],
            "descriptions": [abstract] if paper.abstract else [],
            "geoLocations": [],
            "fundingReferences": [],
            "url": f"https://arxiv.org/abs/{paper.arxiv}"
            if preprint
            else f"https://example.org/{suffix}",
            "contentUrl": None,
            "schemaVersion": "http://datacite.org/schema/kernel-4",
            "isActive": True,
            "state": "findable",
            "reason": None,
            "viewCount": 0,
            "downloadCount": 0,
            "referenceCount": 0,
            "citationCount": 0,
            "created": f"{paper.year}-01-15T12:00:00.000Z",
            "registered": f"{paper.year}-01-15T12:00:00.000Z",
            "updated": "2026-05-04T08:02:32.000Z",
        },
        "relationships": {"client": {"data": {"id": "arxiv.content", "type": "clients"}}},
    }


def _creator(name: str) -> dict[str, Any]:
    given, family = names_in(name)
    parts = {"name": f"{family}, {given}", "givenName": given, "familyName": family}
    return {**parts, "nameType": "Personal", "affiliation": [], "nameIdentifiers": []}


def _refused(what: str) -> Reply:
    return json_reply({"errors": [{"status": "400", "title": what}]}, 400, kind=_KIND)


def too_many(wait: float) -> Reply:
    errors = [{"status": "429", "title": "Too many requests"}]
    return json_reply({"errors": errors}, 429, {"Retry-After": str(int(wait) + 1)}, _KIND)


#: In five minutes, by whether it is known who asks.
SERVICE = Service(SLUG, reply, too_many, lambda asked: Limit(1000 if asked.contact else 500, 300))
