"""Unpaywall: where the open PDF of a DOI lies.

https://unpaywall.org/products/api
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from generator.services.access import CONTACT, Access
from generator.services.asking import Question
from generator.services.kept_answers import Answer
from generator.services.manners import Manners
from generator.services.right_work import by_identifier
from generator.services.service import Service
from generator.services.shapes import json_of
from generator.services.works import is_of_arxiv, works_of
from generator.sources.said import Said
from generator.sources.services.unpaywall import UNPAYWALL as DOIS
from generator.values.asked import Asked

#: 100,000 requests a day.
BETWEEN = 0.87


def _manners(_access: Access) -> Manners:
    return Manners(between=BETWEEN, budget=20_000)


def _missing(access: Access) -> str:
    return "" if access.contact else f"put your mail address into {CONTACT}; it asks for one"


def _question(batch: Sequence[Asked], access: Access) -> Question:
    path = f"v2/{quote(batch[0].value, safe='/')}"
    return Question(path, secret_params=(("email", access.contact),), may_miss=True)


def _answers(answer: Answer, batch: Sequence[Asked]) -> Mapping[Asked, tuple[Said, ...]]:
    return by_identifier(batch, works_of(DOIS, [json_of(answer, dict)]))


UNPAYWALL = Service(
    slug="unpaywall",
    name="Unpaywall",
    address="https://api.unpaywall.org",
    terms="https://unpaywall.org/products/api",
    asks_by=("doi",),
    gives=frozenset(("title authors year venue publisher type doi pdf").split()),
    at_once=1,
    manners=_manners,
    question=_question,
    answers=_answers,
    unknown=is_of_arxiv,
    missing=_missing,
    without=f"it is not asked without a mail address in {CONTACT}",
)
