"""Where a preprint lies, as programs put it into fields that were made for something else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.values.arxiv import normal_arxiv
from generator.values.work import WorkType

#: What servers of preprints are called, by their names in entries.
SERVERS = {"arxiv": "arXiv", "hal": "HAL", "biorxiv": "bioRxiv", "medrxiv": "medRxiv"}
_SERVERS = re.compile(r"(?:arxiv|biorxiv|medrxiv|corr\b|chemrxiv|psyarxiv|socarxiv|techrxiv)", re.I)
_ARXIV = re.compile(r"\s*(?:arxiv|corr\b|abs/|10\.48550/|https?://(?:www\.)?arxiv)", re.IGNORECASE)

#: An arXiv id in running text.
ARXIV_ID = r"(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Za-z]{2})?/\d{7})(?:v\d{1,2})?(?![.\d]{0,3}\d)"
#: arXiv:2101.00001, arXiv preprint arXiv:2101.00001, abs/2101.00001, CoRR abs/cs/0301012.
_ARXIV_ID = re.compile(
    rf"(?:\barxiv|\bcorr\b|\babs/)[\s:._a-z/-]{{0,40}}?\b({ARXIV_ID})", re.IGNORECASE
)
#: A journal that is no journal.
_SERVER = re.compile(
    r"\W{0,9}(?:(?:e-?prints?|preprints?)(?: at| on)?[\s,:]{1,3})?"
    r"(?:(arxiv|biorxiv|medrxiv)\b|(corr)(?:\W{0,9}$|\W{1,9}abs\b|\W{1,9}\d)"
    r"|(computing research repository))",
    re.IGNORECASE,
)
#: Types that programs give to preprints for want of one.
_FOR_WANT_OF_ONE = (None, "article-journal", "report", "webpage", "document")


def type_at(kind: WorkType | None, where: str) -> WorkType | None:
    """Return the type of a work; what is on a server of preprints is one, whatever it is called."""
    return "article" if kind in _FOR_WANT_OF_ONE and is_server(where) else kind


def _unbraced(text: str) -> str:
    """Return a text without the braces that keep capitals, as in ar{X}iv."""
    return text.replace("{", "").replace("}", "") if "{" in text else text


def server_in(text: str) -> str:
    """Return the name of the server of preprints that a journal is; empty if it is none."""
    found = _SERVER.match(_unbraced(text)) if text else None
    if not found:
        return ""
    return SERVERS[found[1].lower()] if found[1] else SERVERS["arxiv"]


def arxiv_in(text: str) -> str:
    """Return the arXiv id that running text holds, else an empty string."""
    found = _ARXIV_ID.search(_unbraced(text)) if text else None
    return found[1] if found else ""


def is_server(text: str) -> bool:
    """Whether a journal or publisher is a server of preprints: "arXiv:2101.00001 [cs]"."""
    return bool(_SERVERS.match(text.strip()))


def arxiv_id(texts: Iterable[str], is_preprint: bool) -> str:
    """Return the first text that is an arXiv id and says so; any that is one, of a preprint."""
    for text in texts:
        if text and (is_preprint or _ARXIV.match(text)) and normal_arxiv(text):
            return text
    return ""
