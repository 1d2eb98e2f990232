"""Crossref: works, by their DOIs or a title.

https://api.crossref.org/swagger-ui/index.html; rates are at
https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from generator.services.access import CONTACT, Access
from generator.services.asking import Question
from generator.services.failures import NotAnAnswer
from generator.services.kept_answers import Answer
from generator.services.manners import Manners
from generator.services.right_work import by_identifier, by_question
from generator.services.service import CITATIONS, Service
from generator.services.shapes import json_of, list_in
from generator.services.works import CANDIDATES, is_of_arxiv, title_asked, works_of
from generator.sources.said import Said
from generator.sources.services.crossref import CROSSREF as WORKS
from generator.values.asked import TITLE, Asked

AT_ONCE = 50
#: Bytes of the DOIs in one request. Its first line may have 4,096, of which the names of our
#: fields, an address and the rest take 700: https://github.com/CrossRef/rest-api-doc/issues/251
ROOM = 3_390
#: Lists: one a second, with a mail address three.
BETWEEN, BETWEEN_WITH_CONTACT = 1.0, 0.34
#: All that is read of a work and may be selected. References, which most of an answer would be,
#: are not among them.
_FIELDS = (
    "DOI", "URL", "title", "subtitle", "author", "editor", "issued", "published-print",
    "published-online", "container-title", "short-container-title", "event", "group-title",
    "publisher", "volume", "issue", "page", "article-number", "abstract", "type", "updated-by",
    "relation", "is-referenced-by-count", "indexed",
)  # fmt: skip


def _manners(access: Access) -> Manners:
    return Manners(between=BETWEEN_WITH_CONTACT if access.contact else BETWEEN)


def _single(asked: Asked) -> bool:
    # A comma ends a filter, whether it is quoted, escaped or percent-encoded.
    return asked.kind == TITLE or "," in asked.value


def _length(asked: Asked) -> int:
    return len(quote(f"doi:{asked.value},", safe=""))


def _question(batch: Sequence[Asked], access: Access) -> Question:
    # It is kept out of what is kept, as a key would be.
    secret = (("mailto", access.contact),) if access.contact else ()
    select = ("select", ",".join(_FIELDS))
    if title := title_asked(batch):
        params = (("query.bibliographic", title), ("rows", str(CANDIDATES)), select)
        return Question("works", params, secret_params=secret)
    if len(batch) == 1 and _single(batch[0]):
        path = f"works/{quote(batch[0].value, safe='')}"
        return Question(path, secret_params=secret, may_miss=True)
    # Filters of one name are joined by "or"; a bar between values would find nothing.
    dois = ",".join(f"doi:{asked.value}" for asked in batch)
    params = (("filter", dois), ("rows", str(AT_ONCE)), select)
    return Question("works", params, secret_params=secret)


def _answers(answer: Answer, batch: Sequence[Asked]) -> Mapping[Asked, tuple[Said, ...]]:
    message = json_of(answer, dict).get("message")
    if not isinstance(message, dict):
        raise NotAnAnswer("the answer has no message")
    if "items" not in message and "DOI" in message:
        return by_identifier(batch, works_of(WORKS, [message]))
    return by_question(batch, works_of(WORKS, list_in(message, "items", "works")))


CROSSREF = Service(
    slug="crossref",
    name="Crossref",
    address="https://api.crossref.org",
    terms="https://www.crossref.org/documentation/retrieve-metadata/rest-api/",
    asks_by=("doi", TITLE),
    gives=frozenset(
        (
            "title authors editors year venue event publisher volume issue pages abstract type "
            "status doi arxiv paper"
        ).split()
    )
    | {CITATIONS},
    at_once=AT_ONCE,
    manners=_manners,
    question=_question,
    answers=_answers,
    single=_single,
    room=ROOM,
    length=_length,
    unknown=is_of_arxiv,
    without=f"one request a second; with a mail address in {CONTACT} three",
)
