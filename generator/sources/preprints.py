"""Where a preprint lies, as programs put it into fields that were made for something else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.values.arxiv import normal_arxiv

_SERVERS = re.compile(r"(?:arxiv|biorxiv|medrxiv|corr\b|chemrxiv|psyarxiv|socarxiv|techrxiv)", re.I)
_ARXIV = re.compile(r"\s*(?:arxiv|corr\b|abs/|10\.48550/|https?://(?:www\.)?arxiv)", re.IGNORECASE)


def is_server(text: str) -> bool:
    """Whether a journal or publisher is a server of preprints: "arXiv:2101.00001 [cs]"."""
    return bool(_SERVERS.match(text.strip()))


def arxiv_id(texts: Iterable[str], is_preprint: bool) -> str:
    """Return the first text that is an arXiv id and says so; any that is one, of a preprint."""
    for text in texts:
        if text and (is_preprint or _ARXIV.match(text)) and normal_arxiv(text):
            return text
    return ""
