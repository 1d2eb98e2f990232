"""The works of an answer in JSON, and what all questions by titles have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.problems import Place
from generator.services.failures import NotAnAnswer
from generator.sources.said import Said
from generator.sources.services.service import JsonService
from generator.values.asked import TITLE, Asked
from generator.values.identifier import Identifier, resolved

#: No query is longer: services cut titles, or refuse them.
MAX_QUERY = 250
#: So many works are looked at for a title.
CANDIDATES = 5
#: arXiv registers a DOI for each of its papers: https://info.arxiv.org/help/doi.html
_ARXIV = "10.48550/arxiv."

_NO_WORD = re.compile(r"[\W_]+")


def works_of(adapter: JsonService, items: Sequence[Any]) -> list[Said]:
    """Return what the works in a list say, without what is no paper.

    Raises NotAnAnswer where something in the list is no object.
    """
    if not all(isinstance(item, dict) for item in items):
        raise NotAnAnswer("the answer has something else among its works")
    place = Place(adapter.name)
    return [adapter.parse(item, place) for item in items if not adapter.no_paper(item)]


def title_asked(batch: Sequence[Asked]) -> str:
    """Return the words of the title that a batch asks for; empty if it asks by identifiers.

    Without signs and in small letters, as in languages of queries `:`, `-`, `?` and OR mean
    something.
    """
    if not batch or batch[0].kind != TITLE:
        return ""
    words = " ".join(_NO_WORD.sub(" ", batch[0].value).lower().split())
    # What has no letters is a question all the same: it is the service's to find nothing.
    return words[:MAX_QUERY].strip() or "?"


def doi_of(asked: Asked) -> str:
    """Return the DOI of what is asked for: of an arXiv id that which arXiv registered for it."""
    return f"{_ARXIV}{asked.value}" if asked.kind == "arxiv" else asked.value


def is_of_arxiv(asked: Asked) -> bool:
    """Whether a DOI is one that arXiv registered."""
    return asked.kind == "doi" and any(
        one.kind == "arxiv" for one in resolved([Identifier("doi", asked.value)])
    )
