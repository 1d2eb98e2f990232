"""Ids of OpenReview's forums: a forum is a paper with its reviews."""

from __future__ import annotations

import re

from generator.values.pasted import cleaned, taken_apart

_ID = re.compile(r"[\w-]{6,20}", re.ASCII)
_ALONE = re.compile(
    r"(?:openreview(?:\.net)? ?: ?|/?(?:forum|pdf|attachment)\?id=|id=)?([\w-]{6,20})",
    re.ASCII | re.IGNORECASE,
)
#: Pages whose `id` is the forum's. The `noteId` beside it is that of a review or comment.
_PAGES = ("forum", "pdf", "attachment")


def normal_openreview(text: str) -> str | None:
    """Return an OpenReview forum id, or None. `text` is the id or an address that holds it."""
    text = cleaned(text)
    alone = _ALONE.fullmatch(text)
    if alone:
        return alone[1]
    address = taken_apart(text)
    if address is None or not address.site(("openreview.net",)):
        return None
    if address.path.rstrip("/").lower() not in _PAGES:
        return None
    ids = (value.removesuffix(".pdf").rstrip(".,;)>]") for value in address.asked("id"))
    return next((value for value in ids if _ID.fullmatch(value)), None)
