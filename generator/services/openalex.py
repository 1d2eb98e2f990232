"""OpenAlex: works, by their DOIs or a title.

https://developers.openalex.org: what a request costs, and what a day gives, is at
https://developers.openalex.org/api-reference/authentication
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from generator.services.access import OPENALEX_KEY, Access
from generator.services.asking import Question
from generator.services.failures import BadQuestion
from generator.services.kept_answers import Answer
from generator.services.manners import Manners
from generator.services.right_work import by_identifier, by_question
from generator.services.service import CITATIONS, Service
from generator.services.shapes import json_of, list_in
from generator.services.works import CANDIDATES, doi_of, title_asked, works_of
from generator.sources.said import Said
from generator.sources.services.openalex import OPENALEX as WORKS
from generator.sources.services.service import sequence, within
from generator.values.asked import TITLE, Asked

#: A filter takes 100 values, and a page has 100 works. Some DOIs have two works, so that fewer are
#: asked for than there is room.
AT_ONCE, PAGE = 80, 100
#: Its server takes 4,094 characters in the first line of a request; 600 are for all but the DOIs.
ROOM = 3_490
#: In a list a work has so many authors at most; the rest is cut.
#: https://docs.openalex.org/api-entities/works/work-object
MOST_AUTHORS = 100
#: Signs that part filters and their values; none of them can be escaped.
_PARTS_FILTERS = frozenset(",|+!<>\"'")
#: All that is read of a work, by the names of its own fields.
_FIELDS = (
    "id", "doi", "ids", "title", "display_name", "authorships", "publication_year",
    "publication_date", "language", "type", "primary_location", "locations", "best_oa_location",
    "open_access", "biblio", "is_retracted", "is_paratext", "cited_by_count", "updated_date",
    "abstract_inverted_index",
)  # fmt: skip


def _manners(access: Access) -> Manners:
    # Without a key a day gives 1,000 requests that filter, and they are for all of one address.
    budget = 10_000 if access.key(OPENALEX_KEY) else 1_000
    return Manners(between=0.2, budget=budget)


def _single(asked: Asked) -> bool:
    return asked.kind == TITLE or not _PARTS_FILTERS.isdisjoint(asked.value)


def _length(asked: Asked) -> int:
    return len(quote(f"{doi_of(asked)}|", safe=""))


def _question(batch: Sequence[Asked], access: Access) -> Question:
    key = access.key(OPENALEX_KEY)
    secret = (("api_key", key),) if key else ()
    select = ("select", ",".join(_FIELDS))
    if title := title_asked(batch):
        params = (("search", title), ("per_page", str(CANDIDATES)), select)
        return Question("works", params, secret_params=secret)
    if len(batch) == 1 and _single(batch[0]):
        path = f"works/doi:{quote(doi_of(batch[0]), safe='')}"
        return Question(path, (select,), secret_params=secret, may_miss=True)
    dois = "|".join(map(doi_of, batch))
    params = (("filter", f"doi:{dois}"), ("per_page", str(PAGE)), select)
    return Question("works", params, secret_params=secret)


def _answers(answer: Answer, batch: Sequence[Asked]) -> Mapping[Asked, tuple[Said, ...]]:
    said = json_of(answer, dict)
    if "results" not in said and ("doi" in said or "id" in said):
        return by_identifier(batch, works_of(WORKS, [said]))
    results = list_in(said, "results", "works")
    if len(batch) > 1 and _is_cut(said, len(results)):
        # Halves of the batch will do; who stands behind the cut must not count as unknown.
        raise BadQuestion("more works came than stand on a page")
    works = works_of(WORKS, [_without_cut_authors(work) for work in results])
    return by_question(batch, works)


def _is_cut(said: Mapping[str, Any], came: int) -> bool:
    """Whether there are more works than came with an answer."""
    count = within(said, "meta", "count")
    return isinstance(count, int) and count > came


def _without_cut_authors(work: Any) -> Any:
    """Return a work without authors if some may have been cut: half a list is worse than none."""
    if isinstance(work, dict) and len(sequence(work.get("authorships"))) >= MOST_AUTHORS:
        return {**work, "authorships": []}
    return work


OPENALEX = Service(
    slug="openalex",
    name="OpenAlex",
    address="https://api.openalex.org",
    terms="https://developers.openalex.org/api-reference/authentication",
    asks_by=("doi", "arxiv", TITLE),
    gives=frozenset(
        (
            "title authors year venue publisher volume issue pages language abstract type status "
            "doi arxiv paper pdf"
        ).split()
    )
    | {CITATIONS},
    at_once=AT_ONCE,
    manners=_manners,
    question=_question,
    answers=_answers,
    room=ROOM,
    length=_length,
    single=_single,
    key=OPENALEX_KEY,
    without="a small allowance a day, shared by all who ask from one address; a free key gives"
    " ten times that",
)
