"""Papers of the Hugging Face Hub: https://huggingface.co/docs/hub/api, and /rate-limits."""

from __future__ import annotations

from typing import Any

from tests.services_played.papers import Papers, Played
from tests.services_played.service import Asked, Limit, Reply, Service, json_reply

SLUG = "hugging-face"
_LIMIT = Limit(500, 300)


def reply(asked: Asked, papers: Papers) -> Reply:
    headers = {"RateLimit-Policy": f'"fixed window";"api";q={_LIMIT.requests};w={_LIMIT.seconds:g}'}
    if asked.path == "/api/papers/search":
        found = [_paper(paper) for paper in papers.titled(asked.query.get("q", "")) if paper.arxiv]
        shown = [{"paper": one, "title": one["title"], "numComments": 0} for one in found]
        return json_reply(shown, 200, headers)
    identifier = asked.behind("/api/papers/")
    paper = papers.of_arxiv(identifier) if "/" not in identifier else None
    if not paper:
        return json_reply({"error": "Paper not found"}, 404, headers)
    more: dict[str, Any] = {f"linked{kind}": [] for kind in ("Models", "Datasets", "Spaces")}
    totals = {f"numTotal{kind}": 0 for kind in ("Models", "Datasets", "Spaces")}
    return json_reply(_paper(paper) | more | totals, 200, headers)


def _paper(paper: Played) -> dict[str, Any]:
    """Return a paper: what nobody added is not there at all."""
    told: dict[str, Any] = {
        "id": paper.arxiv,
        "authors": [_author(paper, at) for at in range(len(paper.authors))],
        "publishedAt": f"{paper.year}-01-15T00:00:00.000Z",
        "submittedOnDailyAt": f"{paper.year}-01-17T00:00:00.000Z",
        "title": paper.title,
        "summary": paper.abstract,
        "upvotes": paper.upvotes,
        "discussionId": paper.key[:24],
    }
    if paper.project:
        told["projectPage"] = paper.project
    if paper.code:
        told |= {"githubRepo": paper.code, "githubRepoAddedBy": "user", "githubStars": 42}
    return told


def _author(paper: Played, at: int) -> dict[str, Any]:
    return {
        "_id": f"{paper.key[:22]}{at % 100:02}",
        "name": paper.authors[at],
        "status": "claimed_verified" if not at else "extracted_pending",
        "hidden": False,
    }


def too_many(wait: float) -> Reply:
    """Refuse with the rest of the window in `RateLimit`; there is no `Retry-After`."""
    told = f'"api";r=0;t={int(wait) + 1}'
    return json_reply({"error": "We had to rate limit your IP"}, 429, {"RateLimit": told})


SERVICE = Service(SLUG, reply, too_many, lambda _: _LIMIT)
