"""Semantic Scholar's Academic Graph: https://api.semanticscholar.org/api-docs/graph."""

from __future__ import annotations

import json
from typing import Any

from tests.services_played.papers import Papers, Played
from tests.services_played.service import Asked, Limit, Reply, Service, json_reply

SLUG = "semantic-scholar"
_BATCH, _PAPER = "/graph/v1/paper/batch", "/graph/v1/paper/"
_MATCH = "/graph/v1/paper/search/match"
_FIELDS = frozenset(
    "paperId corpusId externalIds url title abstract venue publicationVenue year referenceCount "
    "citationCount influentialCitationCount isOpenAccess openAccessPdf fieldsOfStudy "
    "s2FieldsOfStudy publicationTypes publicationDate journal citationStyles authors citations "
    "references embedding tldr".split()
)
_MOST = 500


def reply(asked: Asked, papers: Papers) -> Reply:
    query = asked.query
    allowed = {"fields", "query"} if asked.path == _MATCH else {"fields"}
    if wrong := sorted(set(query) - allowed):
        return _error(f"Unacceptable query params: [{wrong[0]}={query[wrong[0]]}]")
    fields = [name for name in query.get("fields", "title").split(",") if name]
    if unknown := [name for name in fields if name.partition(".")[0] not in _FIELDS]:
        return _error(f"Unrecognized or unsupported fields: [{', '.join(unknown)}]")
    if asked.path == _BATCH:
        return _batch(asked, fields, papers)
    if asked.path == _MATCH:
        found = papers.titled(query.get("query", ""))
        if not found:
            return _error("Title match not found", 404)
        return json_reply({"data": [_paper(found[0], fields) | {"matchScore": 131.8}]})
    identifier = asked.behind(_PAPER)
    paper = _of(identifier, papers)
    if not paper:
        return _error(f"Paper with id {identifier} not found", 404)
    return json_reply(_paper(paper, fields))


def _batch(asked: Asked, fields: list[str], papers: Papers) -> Reply:
    if asked.method != "POST":
        return json_reply({"message": "Missing Authentication Token"}, 403)
    try:
        sent = json.loads(asked.body)
    except ValueError:
        return _error("Request body must be JSON")
    ids = sent.get("ids") if isinstance(sent, dict) else None
    if (
        not isinstance(ids, list)
        or not all(isinstance(one, str) for one in ids)
        or set(sent) != {"ids"}
    ):
        return _error("Unacceptable request body")
    if len(ids) > _MOST:
        return _error(f"Maximum of {_MOST} paper ids allowed")
    found = [_of(one, papers) for one in ids]
    # Not a list of nulls, as for some that are not known.
    if not any(found):
        return _error("No valid paper ids given")
    return json_reply([_paper(paper, fields) if paper else None for paper in found])


def _of(identifier: str, papers: Papers) -> Played | None:
    kind, _, value = identifier.partition(":")
    ways = {"ARXIV": papers.of_arxiv, "DOI": papers.of_doi, "ACL": papers.of_acl}
    way = ways.get(kind.upper())
    return way(value) if way else None


def _paper(paper: Played, fields: list[str]) -> dict[str, Any]:
    whole = _whole(paper)
    named = {name.partition(".")[0] for name in fields}
    return {"paperId": paper.key} | {name: whole[name] for name in whole if name in named}


def _whole(paper: Played) -> dict[str, Any]:
    corpus = 200_000_000 + paper.number
    ids: dict[str, Any] = {"CorpusId": corpus}
    if paper.arxiv:
        ids["ArXiv"] = paper.arxiv
    if doi := paper.doi or paper.dataset_doi or paper.arxiv_doi:
        ids["DOI"] = doi
    if paper.acl:
        ids["ACL"] = paper.acl
    year = paper.year + bool(paper.venue and paper.arxiv)
    pdf = paper.pdf or (f"https://arxiv.org/pdf/{paper.arxiv}" if paper.arxiv else "")
    # Where there is none, the address is an empty text; null in older answers.
    open_pdf = {"url": pdf, "status": "GREEN" if pdf else None, "license": None}
    return {
        "corpusId": corpus,
        "externalIds": ids,
        "url": f"https://www.semanticscholar.org/paper/{paper.key}",
        "title": paper.title,
        "abstract": paper.abstract or None,
        "venue": paper.venue or ("arXiv.org" if paper.arxiv else ""),
        "publicationVenue": {"id": paper.key[:36], "name": paper.venue, "type": "conference"}
        if paper.venue
        else None,
        "year": year,
        "referenceCount": 24,
        "citationCount": paper.citations,
        "influentialCitationCount": paper.citations // 10,
        "isOpenAccess": bool(pdf),
        "openAccessPdf": open_pdf,
        "fieldsOfStudy": ["Computer Science"],
        "s2FieldsOfStudy": [{"category": "Computer Science", "source": "external"}],
        "publicationTypes": ["JournalArticle"] if paper.journal else None,
        "publicationDate": f"{year}-03-12",
        "journal": {"name": paper.venue or "ArXiv", "volume": f"abs/{paper.arxiv}"}
        if paper.venue or paper.arxiv
        else None,
        "tldr": {"model": "tldr@v2.0.0", "text": "Things are counted."},
        "authors": [_author(paper, at) for at in range(len(paper.authors))],
        "citations": [],
        "references": [],
    }


def _author(paper: Played, at: int) -> dict[str, Any]:
    return {"authorId": str(paper.number + at) if at else None, "name": paper.authors[at]}


def _error(message: str, status: int = 400) -> Reply:
    return json_reply({"error": message}, status)


def too_many(_wait: float) -> Reply:
    told = "Too Many Requests. Please wait and try again or apply for a key for higher rate limits."
    return json_reply({"message": told, "code": "429"}, 429)


#: With a key one a second; without, all share a pool, so that nobody knows.
SERVICE = Service(SLUG, reply, too_many, lambda _: Limit(1, 1))
