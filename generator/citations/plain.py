"""Writes a work as one line of text, to paste into a mail or a list of references."""

from __future__ import annotations

from collections.abc import Sequence

from generator.citations.work import Work

#: Of more authors than this, the first ten are named.
MOST_AUTHORS = 20
NAMED = 10


def plain_text(work: Work) -> str:
    """Return "Ada Lovelace and Karl Ek. Title. Venue, 2021. https://…", as far as known."""
    year = str(work.year) if work.year is not None else ""
    sentences = (
        _people([name.natural for name in work.names]),
        work.title,
        ", ".join(part for part in (work.venue, year) if part),
    )
    return " ".join([*(_sentence(s) for s in sentences if s), *([work.url] if work.url else [])])


def _people(names: Sequence[str]) -> str:
    if len(names) > MOST_AUTHORS:
        return ", ".join(names[:NAMED]) + " et al."
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
