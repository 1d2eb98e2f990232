"""Unpaywall: https://unpaywall.org/products/api, and https://unpaywall.org/data-format."""

from __future__ import annotations

import re
from typing import Any

from tests.services_played.papers import Papers, Played, names_in
from tests.services_played.service import Asked, Limit, Reply, Service, json_reply

SLUG = "unpaywall"
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def reply(asked: Asked, papers: Papers) -> Reply:
    if asked.path == "/v2/search":
        return _error(410, "This endpoint is gone.")
    if not _EMAIL.fullmatch(asked.query.get("email", "")):
        return _error(422, "Email address required in API call")
    doi = asked.behind("/v2/")
    paper = papers.of_doi(doi)
    # It knows what Crossref registered.
    if not paper or not paper.doi or doi.lower() in (paper.arxiv_doi.lower(), paper.dataset_doi):
        return _error(404, f"'{doi}' isn't in Unpaywall. See https://support.unpaywall.org")
    return json_reply(_object(paper))


def _object(paper: Played) -> dict[str, Any]:
    published = _location(paper.pdf, "publisher", "publishedVersion") if paper.pdf else None
    address = f"https://arxiv.org/pdf/{paper.arxiv}"
    archived = _location(address, "repository", "submittedVersion") if paper.arxiv else None
    places = [place for place in (published, archived) if place]
    if places:
        places[0]["is_best"] = True
    best = places[0] if places else None
    year = paper.year + bool(paper.arxiv)
    return {
        "doi": paper.doi.lower(),
        "doi_url": f"https://doi.org/{paper.doi.lower()}",
        "title": paper.title,
        "genre": "journal-article" if paper.journal else "proceedings-article",
        "is_paratext": False,
        "published_date": f"{year}-03-12",
        "year": year,
        "journal_name": paper.venue or None,
        "journal_issns": None,
        "journal_issn_l": None,
        "journal_is_oa": False,
        "journal_is_in_doaj": False,
        "publisher": "Example Press",
        "is_oa": bool(best),
        "oa_status": "bronze" if published else "green" if archived else "closed",
        "has_repository_copy": bool(archived),
        "best_oa_location": best,
        "first_oa_location": best,
        "oa_locations": places,
        "oa_locations_embargoed": [],
        "updated": "2026-05-04T08:02:32.000000",
        "data_standard": 2,
        "z_authors": [_author(name, at) for at, name in enumerate(paper.authors)],
    }


def _location(pdf: str, host: str, version: str) -> dict[str, Any]:
    return {
        "updated": "2026-05-04T08:02:32.000000",
        "url": pdf,
        "url_for_pdf": pdf,
        "url_for_landing_page": pdf.removesuffix(".pdf"),
        "evidence": "open (via free pdf)",
        "license": None,
        "version": version,
        "host_type": host,
        "is_best": False,
        "pmh_id": None,
        "endpoint_id": None,
        "repository_institution": None,
        "oa_date": None,
    }


def _author(name: str, at: int) -> dict[str, Any]:
    given, family = names_in(name)
    position = "additional" if at else "first"
    return {"raw_author_name": name, "given": given, "family": family, "author_position": position}


def _error(status: int, message: str) -> Reply:
    return json_reply({"HTTP_status_code": status, "error": True, "message": message}, status)


def too_many(_wait: float) -> Reply:
    return _error(429, "Too many requests")


SERVICE = Service(SLUG, reply, too_many, lambda _: Limit(100_000, 86_400))
