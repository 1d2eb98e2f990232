"""Crossref's REST API: https://api.crossref.org, and
https://www.crossref.org/documentation/retrieve-metadata/rest-api/.
"""

from __future__ import annotations

from typing import Any

from tests.services_played.papers import ARXIV_DOIS, Papers, Played, names_in
from tests.services_played.service import (
    Asked,
    Limit,
    Reply,
    Service,
    json_reply,
    number,
    text_reply,
)

SLUG = "crossref"
_PARAMETERS = frozenset(
    "rows offset cursor mailto select sort order sample facet filter query".split()
)
#: What may stand behind `query.`.
_QUERIES = frozenset(
    "affiliation author bibliographic chair container-title contributor degree description editor "
    "event-acronym event-location event-name event-sponsor event-theme funder-name "
    "publisher-location publisher-name standards-body-acronym standards-body-name title "
    "translator".split()
)
#: As its refusal of another one lists them.
_FIELDS = frozenset(
    "DOI ISBN ISSN URL abstract accepted alternative-id approved archive article-number assertion "
    "author chair clinical-trial-number container-title content-created content-domain "
    "contributor created degree deposited editor event funder group-title indexed "
    "is-referenced-by-count issn-type issue issued license link member original-title page posted "
    "prefix published published-online published-print publisher publisher-location reference "
    "references-count relation resource score short-container-title short-title standards-body "
    "subject subtitle title translator type update-policy update-to updated-by volume".split()
)
_FILTERS = frozenset(("doi", "type", "from-pub-date", "until-pub-date", "has-abstract", "prefix"))
_ROWS, _MOST_ROWS, _LINE = 20, 1000, 4096


def reply(asked: Asked, papers: Papers) -> Reply:
    if len(asked.line) > _LINE:
        return text_reply("", 414)
    path = asked.path.removeprefix("/v1")
    query = asked.query
    for name in query:
        known = name in _PARAMETERS or name.removeprefix("query.") in _QUERIES
        if not known:
            what = (
                f"Parameter {name} specified but there is no such parameter available on any route"
            )
            return _refused("unknown-parameter", name, what)
    if path == "/works":
        return _list(query, papers, _pool(asked))
    if set(query) - {"mailto"}:
        name = min(set(query) - {"mailto"})
        return _refused("parameter-not-allowed", name, f"This route does not support {name}")
    paper = _registered(asked.behind("/works/", "/v1/works/"), papers)
    if not paper:
        return text_reply("Resource not found.", 404)
    told = {"message-type": "work", "message": _work(paper)}
    return json_reply({"status": "ok", "message-version": "1.0.0", **told}, 200, _pool(asked))


def _list(query: dict[str, str], papers: Papers, headers: dict[str, str]) -> Reply:
    rows = number(query.get("rows"), _ROWS)
    if rows is None or rows > _MOST_ROWS:
        what = f"must be a positive integer less than or equal to {_MOST_ROWS}"
        return _refused("integer-not-valid", query["rows"], what)
    wished = [name for name in query.get("select", "").split(",") if name]
    if wrong := [name for name in wished if name not in _FIELDS]:
        return _refused("select-not-available", wrong[0], "Valid selections are: …")
    found: list[Played] = []
    for part in [part for part in query.get("filter", "").split(",") if part]:
        name, colon, value = part.partition(":")
        if not colon or name not in _FILTERS:
            what = f"Filter {name} specified but there is no such filter for this route."
            return _refused("filter-not-available", name, what)
        if name == "doi" and (paper := _registered(value, papers)):
            found.append(paper)
    if words := query.get("query.bibliographic") or query.get("query.title"):
        found += [paper for paper in papers.titled(words) if paper.doi]
    else:
        found.sort(key=lambda paper: (paper.year, paper.doi), reverse=True)
    items = [_work(paper) for paper in dict.fromkeys(found)]
    message = {
        "facets": {},
        "total-results": len(items),
        "items": [_selected(item, wished) for item in items[:rows]],
        "items-per-page": rows,
        "query": {"start-index": 0, "search-terms": words},
    }
    told = {"message-type": "work-list", "message": message}
    return json_reply({"status": "ok", "message-version": "1.0.0", **told}, 200, headers)


def _registered(doi: str, papers: Papers) -> Played | None:
    """Return the paper of a DOI that Crossref registered; those of arXiv it did not."""
    paper = papers.of_doi(doi)
    if not paper or not paper.doi or doi.lower().startswith(ARXIV_DOIS):
        return None
    return paper if doi.lower() != paper.dataset_doi.lower() else None


def _selected(item: dict[str, Any], wished: list[str]) -> dict[str, Any]:
    return {name: item[name] for name in wished if name in item} if wished else item


def _work(paper: Played) -> dict[str, Any]:
    year = paper.year + bool(paper.arxiv)
    when = {"date-parts": [[year, 3, 12]]}
    stamp = {"date-parts": [[2026, 5, 4]], "date-time": "2026-05-04T08:02:32Z"}
    title = paper.title.replace("&", "&amp;")
    work: dict[str, Any] = {
        "indexed": stamp | {"timestamp": 1777881752000, "version": "3.2.0"},
        "reference-count": 24,
        "publisher": "Example Press",
        "content-domain": {"domain": [], "crossmark-restriction": False},
        "short-container-title": [],
        "DOI": paper.doi.lower(),
        "type": "journal-article" if paper.journal else "proceedings-article",
        "created": stamp,
        "page": "11-24",
        "source": "Crossref",
        "is-referenced-by-count": paper.citations,
        "title": [title],
        "prefix": paper.doi.partition("/")[0],
        "author": [_author(name, at) for at, name in enumerate(paper.authors)],
        "member": "99999",
        "published-print": when,
        "container-title": [paper.venue] if paper.venue else [],
        "original-title": [],
        "link": [_pdf(paper.pdf)] if paper.pdf else [],
        "deposited": stamp,
        "score": 0.0,
        "resource": {"primary": {"URL": f"https://example.org/{paper.number}"}},
        "subtitle": [],
        "short-title": [],
        "issued": when,
        "references-count": 24,
        "URL": f"https://doi.org/{paper.doi.lower()}",
        "relation": {},
        "published": when,
    }
    if paper.abstract:
        work["abstract"] = f"<jats:title>Abstract</jats:title><jats:p>{paper.abstract}</jats:p>"
    if paper.retracted:
        told = {"DOI": f"{paper.doi.lower()}.r", "type": "retraction", "label": "Retraction"}
        work["updated-by"] = [told | {"source": "publisher", "updated": stamp}]
    return work


def _author(name: str, at: int) -> dict[str, Any]:
    given, family = names_in(name)
    parts = {"given": given} if given else {}
    return {
        **parts,
        "family": family,
        "sequence": "additional" if at else "first",
        "affiliation": [],
    }


def _pdf(address: str) -> dict[str, str]:
    kind = {"content-type": "application/pdf", "content-version": "vor"}
    return {"URL": address, **kind, "intended-application": "similarity-checking"}


def _refused(kind: str, value: str, message: str) -> Reply:
    told = [{"type": kind, "value": value, "message": message}]
    failed = {"status": "failed", "message-type": "validation-failure", "message": told}
    return json_reply(failed, 400)


def _pool(asked: Asked) -> dict[str, str]:
    limit = SERVICE.limit(asked)
    return {
        "x-rate-limit-limit": str(limit.requests),
        "x-rate-limit-interval": f"{limit.seconds:g}s",
        "x-api-pool": "polite" if asked.contact else "public",
    }


def too_many(_wait: float) -> Reply:
    return text_reply("Social activity too high... try again later", 429)


#: Lists: one a second, three with an e-mail address.
SERVICE = Service(SLUG, reply, too_many, lambda asked: Limit(3 if asked.contact else 1, 1))
