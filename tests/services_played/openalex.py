"""OpenAlex: https://developers.openalex.org (works, errors, authentication).

A work has one DOI: of a preprint that was published there are two works.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.services_played.papers import Papers, Played
from tests.services_played.service import (
    Asked,
    Limit,
    Reply,
    Service,
    json_reply,
    number,
    text_reply,
    until_midnight,
)

SLUG = "openalex"
#: What a request may have; others are refused.
_PARAMETERS = frozenset(
    "filter search search.exact search.semantic sort page per-page per_page cursor sample seed "
    "select group_by group-by mailto api_key format".split()
)
_FIELDS = frozenset(
    "id doi title display_name publication_year publication_date ids language primary_location "
    "type type_crossref indexed_in open_access authorships countries_distinct_count "
    "institutions_distinct_count corresponding_author_ids corresponding_institution_ids apc_list "
    "apc_paid fwci has_fulltext has_content fulltext_origin cited_by_count citation_normalized_"
    "percentile cited_by_percentile_year biblio is_retracted is_paratext is_xpac primary_topic "
    "topics keywords concepts mesh locations_count locations best_oa_location sustainable_"
    "development_goals grants awards funders referenced_works_count referenced_works related_works "
    "abstract_inverted_index cited_by_api_url counts_by_year updated_date created_date "
    "relevance_score".split()
)
_FILTERS = frozenset(("doi", "openalex", "ids.openalex", "title.search", "display_name.search"))
#: Most values with a bar between them, most works a page, and most bytes of the first line.
_VALUES, _PAGE, _LINE = 100, 100, 4094
_AUTHORS = 100


def reply(asked: Asked, papers: Papers) -> Reply:
    if len(asked.line) > _LINE:
        told = f"Request Line is too large ({len(asked.line)} > {_LINE})"
        return text_reply(f"<html><body><h1>Bad Request</h1>{told}</body></html>", 400, "text/html")
    query = asked.query
    if unknown := sorted(set(query) - _PARAMETERS):
        return _refused(
            f"{unknown[0]} is not a valid parameter. Valid parameters are: {_PARAMETERS}"
        )
    wished = [name for name in query.get("select", "").split(",") if name]
    if wrong := [name for name in wished if name not in _FIELDS]:
        return _refused(f"{wrong[0]} is not a valid select field.")
    if asked.path == "/works":
        return _list(query, wished, papers)
    doi = asked.behind("/works/doi:", "/works/https://doi.org/", "/works/https%3A%2F%2Fdoi.org%2F")
    found = next(_works_of(doi, papers), None) if doi else None
    if not found:
        return json_reply({"error": "Not found", "message": "The work was not found"}, 404)
    return json_reply(_selected(found, wished), 200, _spent(0))


def _list(query: dict[str, str], wished: list[str], papers: Papers) -> Reply:
    size = number(query.get("per-page", query.get("per_page")), 25)
    page = number(query.get("page"), 1)
    if not size or size > _PAGE:
        return _refused(f"per-page parameter must be between 1 and {_PAGE}")
    if not page:
        return _refused("page parameter must be a number above 0")
    cost = 1
    found: list[dict[str, Any]] = []
    for part in [part for part in query.get("filter", "").split(",") if part]:
        name, colon, value = part.partition(":")
        if not colon or name not in _FILTERS:
            return _refused(f"{name} is not a valid field. Valid fields are: {sorted(_FILTERS)}")
        values = value.split("|")
        if len(values) > _VALUES:
            told = f"Maximum number of values exceeded for {name}."
            return _refused(f"{told} Decrease values to {_VALUES} or below")
        if name == "doi":
            found += [work for one in values for work in _works_of(one, papers)]
        elif name.endswith(".search"):
            cost = 10
            found += _search(value, papers)
    if "search" in query:
        cost = 10
        found += _search(query["search"], papers)
    once = {work["id"]: work for work in found}
    # By how often they are cited, not in the order they were asked for in.
    works = sorted(once.values(), key=lambda work: (-work["cited_by_count"], work["id"]))
    shown = works[(page - 1) * size : page * size]
    meta = {
        "count": len(works),
        "db_response_time_ms": 12,
        "page": page,
        "per_page": size,
        "groups_count": None,
    }
    results = [_selected(_cut(work), wished) for work in shown]
    return json_reply({"meta": meta, "results": results, "group_by": []}, 200, _spent(cost))


def _cut(work: dict[str, Any]) -> dict[str, Any]:
    """Return a work as lists have it: with at most a hundred authors."""
    people = work["authorships"]
    cut = {"authorships": people[:_AUTHORS], "is_authors_truncated": True}
    return work | cut if len(people) > _AUTHORS else work


def _search(words: str, papers: Papers) -> Iterator[dict[str, Any]]:
    for paper in papers.titled(words):
        yield from (_work(paper, doi) for doi in (paper.doi, paper.arxiv_doi) if doi)
        if not paper.doi and not paper.arxiv:
            yield _work(paper, "")


def _works_of(doi: str, papers: Papers) -> Iterator[dict[str, Any]]:
    doi = doi.lower().removeprefix("https://doi.org/")
    if paper := papers.of_doi(doi):
        work = _work(paper, paper.arxiv_doi if doi.startswith("10.48550/") else paper.doi)
        yield work
        # It does not always see that two records are of one work.
        yield from (work | {"id": f"{work['id']}0{twin}"} for twin in range(paper.twins))


def _work(paper: Played, doi: str) -> dict[str, Any]:
    preprint = bool(doi) and doi == paper.arxiv_doi
    key = f"https://openalex.org/W{4_000_000_000 + paper.number * 2 + preprint}"
    address = f"https://doi.org/{doi.lower()}" if doi else None
    published = None if preprint else _location(paper, address)
    archived = _archived(paper, address if preprint else None) if paper.arxiv else None
    places = [place for place in (published, archived) if place]
    best = next((place for place in places if place["pdf_url"]), None)
    year = paper.year if preprint or not paper.arxiv else paper.year + 1
    return {
        "id": key,
        "doi": address,
        "title": paper.title.replace("&", "&amp;"),
        "display_name": paper.title.replace("&", "&amp;"),
        "publication_year": year,
        "publication_date": f"{year}-01-15",
        "ids": {"openalex": key} | ({"doi": address} if address else {}),
        "language": "en",
        "primary_location": places[0] if places else None,
        "type": "preprint" if preprint else "article",
        "indexed_in": ["datacite", "arxiv"] if preprint else ["crossref"],
        "open_access": {"is_oa": bool(best), "oa_url": best["pdf_url"] if best else None},
        "authorships": [_authorship(paper, at) for at in range(len(paper.authors))],
        "cited_by_count": paper.citations,
        "biblio": {"volume": None, "issue": None, "first_page": "11", "last_page": "24"}
        if published
        else dict.fromkeys(("volume", "issue", "first_page", "last_page")),
        "is_retracted": paper.retracted,
        "is_paratext": False,
        "locations_count": len(places),
        "locations": places,
        "best_oa_location": best,
        "referenced_works": [],
        "related_works": [],
        "abstract_inverted_index": _inverted(paper.abstract),
        "counts_by_year": [{"year": 2026, "cited_by_count": paper.citations}],
        "updated_date": "2026-11-20T08:27:05.588079",
        "created_date": "2025-10-10",
    }


def _location(paper: Played, address: str | None) -> dict[str, Any]:
    source = {
        "id": "https://openalex.org/S4306419999",
        "display_name": paper.venue,
        "issn_l": None,
        "issn": None,
        "is_oa": False,
        "host_organization": None,
        "host_organization_name": "Example Press",
        "type": "journal" if paper.journal else "conference",
    }
    return {
        "is_oa": bool(paper.pdf),
        "landing_page_url": address,
        "pdf_url": paper.pdf or None,
        "source": source if paper.venue else None,
        "license": None,
        "version": "publishedVersion" if paper.pdf else None,
    }


def _archived(paper: Played, address: str | None) -> dict[str, Any]:
    return {
        "is_oa": True,
        "landing_page_url": address or f"http://arxiv.org/abs/{paper.arxiv}",
        "pdf_url": f"https://arxiv.org/pdf/{paper.arxiv}",
        "source": {
            "id": "https://openalex.org/S4306400194",
            "display_name": "arXiv (Cornell University)",
            "host_organization_name": "Cornell University",
            "type": "repository",
        },
        "license": None,
        "version": "submittedVersion",
    }


def _authorship(paper: Played, at: int) -> dict[str, Any]:
    last = len(paper.authors) - 1
    return {
        "author_position": "first" if not at else "last" if at == last else "middle",
        "author": {
            "id": f"https://openalex.org/A{5_000_000_000 + paper.number + at}",
            "display_name": paper.authors[at],
            "orcid": None,
        },
        "institutions": [],
        "countries": [],
        "is_corresponding": False,
        "raw_author_name": paper.authors[at],
        "raw_affiliation_strings": [],
    }


def _inverted(abstract: str) -> dict[str, list[int]] | None:
    """Return where each word of an abstract stands: publishers do not let the text be shown."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(abstract.split()):
        places.setdefault(word, []).append(at)
    return places or None


def _selected(work: dict[str, Any], wished: list[str]) -> dict[str, Any]:
    return {name: work.get(name) for name in wished} if wished else work


def _spent(cost: int) -> dict[str, str]:
    return {"X-RateLimit-Credits-Used": str(cost), "X-RateLimit-Limit": "1000"}


def _refused(message: str) -> Reply:
    return json_reply({"error": "Invalid query parameters error.", "message": message}, 400)


def too_many(wait: float) -> Reply:
    """Say that today's allowance is spent."""
    told = {
        "error": "Rate limit exceeded",
        "message": "Insufficient budget. This request costs $0.0001 but you only have $0 remaining."
        " Resets at midnight UTC.",
    }
    after = str(int(max(wait, until_midnight())))
    return json_reply(told, 429, {"Retry-After": after, "X-RateLimit-Remaining": "0"})


#: A hundred requests a second; what a day allows is in credits.
SERVICE = Service(SLUG, reply, too_many, lambda _: Limit(100, 1))
