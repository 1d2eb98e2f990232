"""Semantic Scholar: papers of its Graph API, by identifiers or a title.

https://api.semanticscholar.org/api-docs/graph
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.services.access import SEMANTIC_SCHOLAR_KEY, Access
from generator.services.asking import Question
from generator.services.failures import NotAnAnswer
from generator.services.kept_answers import Answer
from generator.services.manners import Manners
from generator.services.service import CITATIONS, Service
from generator.services.shapes import json_of, list_in
from generator.services.works import title_asked, works_of
from generator.sources.said import Said
from generator.sources.services.semantic_scholar import SEMANTIC_SCHOLAR as PAPERS
from generator.values.asked import TITLE, Asked

AT_ONCE = 500
#: Its own names of kinds of identifiers.
_PREFIXES = {"arxiv": "ARXIV", "doi": "DOI", "acl": "ACL"}
_FIELDS = (
    "externalIds", "title", "abstract", "authors", "year", "publicationDate", "venue",
    "publicationVenue", "publicationTypes", "journal", "openAccessPdf", "citationCount",
)  # fmt: skip
#: What it says, with status 400, of a batch of which it knows no paper; no list of nulls comes.
_KNOWS_NONE = b"No valid paper ids given"
#: With a key one request a second. Without, all who have none share a pool, which is often empty.
BETWEEN, BETWEEN_WITHOUT_KEY = 1.05, 3.0


def _manners(access: Access) -> Manners:
    if access.key(SEMANTIC_SCHOLAR_KEY):
        return Manners(between=BETWEEN)
    return Manners(between=BETWEEN_WITHOUT_KEY, tries=7)


def _question(batch: Sequence[Asked], access: Access) -> Question:
    key = access.key(SEMANTIC_SCHOLAR_KEY)
    secret = (("x-api-key", key),) if key else ()
    fields = ("fields", ",".join(_FIELDS))
    if title := title_asked(batch):
        params = (("query", title), fields)
        return Question("graph/v1/paper/search/match", params, secret=secret, may_miss=True)
    ids = [f"{_PREFIXES[asked.kind]}:{asked.value}" for asked in batch]
    return Question(
        "graph/v1/paper/batch",
        (fields,),
        secret=secret,
        data={"ids": ids},
        knows_none=_KNOWS_NONE,
    )


def _answers(answer: Answer, batch: Sequence[Asked]) -> Mapping[Asked, tuple[Said, ...]]:
    if title_asked(batch):
        data = list_in(json_of(answer, dict), "data", "papers")
        return {batch[0]: tuple(works_of(PAPERS, data))}
    papers = json_of(answer, list)
    if len(papers) != len(batch):
        raise NotAnAnswer(f"{len(papers):,} papers came for {len(batch):,} that were asked for")
    found: dict[Asked, tuple[Said, ...]] = {}
    for asked, paper in zip(batch, papers, strict=True):
        # It promises the order; what of another identifier stands in a place is told.
        if paper is not None:
            found[asked] = tuple(works_of(PAPERS, [paper]))
    return found


SEMANTIC_SCHOLAR = Service(
    slug="semantic-scholar",
    name="Semantic Scholar",
    address="https://api.semanticscholar.org",
    terms="https://www.semanticscholar.org/product/api",
    asks_by=("arxiv", "doi", "acl", TITLE),
    gives=frozenset(
        ("title authors year venue volume pages abstract type doi arxiv acl pdf").split()
    )
    | {CITATIONS},
    at_once=AT_ONCE,
    manners=_manners,
    question=_question,
    answers=_answers,
    key=SEMANTIC_SCHOLAR_KEY,
    without="all who have no key share one pool, and are often told to come again later; with a"
    " free key one request a second",
)
