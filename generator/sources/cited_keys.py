"""Which ids of sources are keys that people cite papers by, and which only programs know."""

from __future__ import annotations

import re
from typing import Any

from generator.values.citation_key import legal_key

#: Ids that programs gave: numbers, Zotero's and Mendeley's, UUIDs.
_IDS = re.compile(
    r"[\d.:-]+|(?:\d+/)?[A-Z0-9]{8}|(?:ITEM|ref|item|citation|entry)[-_]?\d+|[0-9a-f]{8}-[0-9a-f-]{20,30}"
    r"|[A-Za-z]+://.*|10\.\d{4,9}.*|[0-9a-f]{24,64}"
)


def cited_key(*texts: Any) -> str:
    """Return the first text that people would cite a paper by; empty where there is none.

    An address, a number, an id of a program, and a number in a list of references are none.
    """
    return next((text.strip() for text in texts if isinstance(text, str) and _is_key(text)), "")


def _is_key(text: str) -> bool:
    key = text.strip()[:200]
    return bool(legal_key(key)) and not _IDS.fullmatch(key)
