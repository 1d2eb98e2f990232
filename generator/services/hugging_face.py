"""Hugging Face: papers by their arXiv id, or a title.

https://huggingface.co/docs/hub/api; rates are at https://huggingface.co/docs/hub/rate-limits
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.services.access import Access
from generator.services.asking import Question
from generator.services.kept_answers import Answer
from generator.services.manners import Manners
from generator.services.right_work import by_identifier
from generator.services.service import UPVOTES, Service
from generator.services.shapes import json_of
from generator.services.works import CANDIDATES, title_asked, works_of
from generator.sources.said import Said
from generator.sources.services.hugging_face import HUGGING_FACE as PAPERS
from generator.values.asked import TITLE, Asked

#: 500 requests in five minutes for those who do not say who they are.
BETWEEN = 0.6


def _manners(_access: Access) -> Manners:
    return Manners(between=BETWEEN, longest_wait=310, budget=20_000)


def _is_old(asked: Asked) -> bool:
    # Of ids such as cs/0301012 it has no paper.
    return asked.kind == "arxiv" and "/" in asked.value


def _question(batch: Sequence[Asked], _access: Access) -> Question:
    if title := title_asked(batch):
        return Question("api/papers/search", (("q", title), ("limit", str(CANDIDATES))))
    return Question(f"api/papers/{batch[0].value}", may_miss=True)


def _answers(answer: Answer, batch: Sequence[Asked]) -> Mapping[Asked, tuple[Said, ...]]:
    if title_asked(batch):
        return {batch[0]: tuple(works_of(PAPERS, json_of(answer, list)[:CANDIDATES]))}
    return by_identifier(batch, works_of(PAPERS, [json_of(answer, dict)]))


HUGGING_FACE = Service(
    slug="hugging-face",
    name="Hugging Face",
    address="https://huggingface.co",
    terms="https://huggingface.co/docs/hub/rate-limits",
    asks_by=("arxiv", TITLE),
    gives=frozenset(("title authors year venue abstract type arxiv code project").split())
    | {UPVOTES},
    at_once=1,
    manners=_manners,
    question=_question,
    answers=_answers,
    unknown=_is_old,
    without="nothing is to be set; 500 requests in five minutes, one paper each",
)
