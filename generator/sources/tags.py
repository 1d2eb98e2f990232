"""Which tags say something of a work; others, readers and programs set for themselves."""

from __future__ import annotations

#: How the latter begin: /unread, #nosource, _tablet, ⛔ No DOI found.
_HOUSEKEEPING = ("/", "#", "_", "⛔", "❓", "⭐", "❤")


def is_of_the_work(tag: str) -> bool:
    """Whether a tag is for others; it may have the backslash that LaTeX wants before # and _."""
    text = tag.strip().removeprefix("\\")
    return bool(text) and not text.startswith(_HOUSEKEEPING)
