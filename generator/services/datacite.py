"""DataCite: DOIs and what they are of, among them those of arXiv, Zenodo and OSF.

https://support.datacite.org/docs/api, https://support.datacite.org/docs/api-queries
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.services.access import CONTACT, Access
from generator.services.asking import Question
from generator.services.kept_answers import Answer
from generator.services.manners import Manners
from generator.services.right_work import by_identifier
from generator.services.service import Service
from generator.services.shapes import json_of, list_in
from generator.services.works import doi_of, works_of
from generator.sources.said import Said
from generator.sources.services.datacite import DATACITE as DOIS
from generator.values.asked import Asked

AT_ONCE = 50
#: 500 requests in five minutes; 1,000 for those who give a mail address.
#: https://support.datacite.org/docs/rate-limit
BETWEEN, BETWEEN_WITH_CONTACT = 0.6, 0.3
#: What ends a text in quotes in the language of its queries.
_QUOTED = re.compile(r'(["\\])')


def _manners(access: Access) -> Manners:
    return Manners(between=BETWEEN_WITH_CONTACT if access.contact else BETWEEN, longest_wait=310)


def _question(batch: Sequence[Asked], access: Access) -> Question:
    written = (form for asked in batch for form in _cases(doi_of(asked)))
    dois = " OR ".join('"' + _QUOTED.sub(r"\\\1", doi) + '"' for doi in written)
    return Question(
        "dois",
        (("query", f"doi:({dois})"), ("page[size]", str(AT_ONCE)), ("disable-facets", "true")),
        secret_params=(("mailto", access.contact),) if access.contact else (),
    )


def _cases(doi: str) -> Sequence[str]:
    """Return a DOI as it may be indexed: DOIs ignore case, but the field `doi` does not.

    https://github.com/datacite/datacite/issues/2115
    """
    return tuple(dict.fromkeys((doi.upper(), doi.lower())))


def _answers(answer: Answer, batch: Sequence[Asked]) -> Mapping[Asked, tuple[Said, ...]]:
    data = list_in(json_of(answer, dict), "data", "DOIs")
    return by_identifier(batch, works_of(DOIS, data))


DATACITE = Service(
    slug="datacite",
    name="DataCite",
    address="https://api.datacite.org",
    terms="https://support.datacite.org/docs/rate-limit",
    asks_by=("doi", "arxiv"),
    gives=frozenset(
        (
            "title authors editors year venue publisher volume issue pages language abstract "
            "keywords type doi paper"
        ).split()
    ),
    at_once=AT_ONCE,
    manners=_manners,
    question=_question,
    answers=_answers,
    without=f"500 requests in five minutes; with a mail address in {CONTACT} 1,000",
)
