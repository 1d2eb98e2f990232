"""Gives a service an invented answer, and shows in a few words what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.services.access import OPENALEX_KEY, SEMANTIC_SCHOLAR_KEY, Access
from generator.services.kept_answers import Answer
from generator.services.service import Service
from generator.values.asked import TITLE, Asked, read_asked

CONTACT = "ada@example.org"
WITH_ALL = Access(CONTACT, {OPENALEX_KEY: "open.key", SEMANTIC_SCHOLAR_KEY: "s2-key"})
NOBODY = Access()


def asked(*texts: str) -> list[Asked]:
    """What is asked for, from texts such as `doi:10.1234/abc` and `title:Counting sheep`."""
    found = [read_asked(text) for text in texts]
    assert None not in found
    return [one for one in found if one]


def answer(body: object, kind: str = "application/json") -> Answer:
    """An answer with status 200: of bytes, a text, or what becomes JSON."""
    if isinstance(body, str):
        body = body.encode()
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer(200, {"content-type": f"{kind}; charset=utf-8"}, data)


def titles(service: Service, came: Answer, batch: Sequence[Asked]) -> dict[str, list[str]]:
    """The titles of the works that came for each of a batch."""
    found = service.answers(came, batch)
    return {str(one): [work.values.get("title", "") for work in found[one]] for one in found}


def said(
    service: Service, body: object, one: str, kind: str = "application/json"
) -> Mapping[str, Any]:
    """All that the one work says that came for one that was asked for alone."""
    ((work,),) = service.answers(answer(body, kind), asked(one)).values()
    links = {f"{address.kind}:": address.url for address in work.addresses}
    counts = {count.kind: count.number for count in work.counts}
    values = {name: _shown(value) for name, value in work.values.items()}
    return values | links | counts


def _shown(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [
            str(getattr(item, "name", "") or getattr(item, "family", "") or item) for item in value
        ]
    return str(value)


def params(service: Service, *texts: str, access: Access = NOBODY) -> dict[str, str]:
    """The parameters of a question, but for those that say which fields should come."""
    question = service.question(asked(*texts), access)
    return {name: value for name, value in question.params if name not in ("select", "fields")}


def by_title(text: str) -> list[Asked]:
    """A question by a title."""
    return [Asked(TITLE, text)]
