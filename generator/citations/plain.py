"""Writes a work as one line of text, to paste into a mail or a list of references."""

from __future__ import annotations

from collections.abc import Sequence

from generator.citations.cited import Cited
from generator.text.unicode import normal
from generator.values.name import Name
from generator.values.notice import read_notice

#: Of more authors than this, the first ten are named.
MOST_AUTHORS = 20
NAMED = 10


def plain_text(cited: Cited) -> str:
    """Return "Ada Lovelace and Karl Ek. Title. Venue, 2021. https://…", as far as known.

    A paper that was retracted says so before its address, unless its title does.
    """
    work = cited.work
    numbers = work.volume + (f"({work.issue})" if work.issue else "")
    year = str(work.year) if work.year is not None else ""
    places = (cited.container.plain, cited.publisher.plain)
    sentences = (
        _people(work.authors),
        work.title.plain,
        ", ".join(part for part in (*places, numbers, work.pages, year) if normal(part)),
        "" if read_notice(work.title.repaired).status else cited.status,
    )
    said = (_sentence(line) for sentence in sentences if (line := normal(sentence)))
    return " ".join((*said, work.address)).strip()


def _people(authors: Sequence[Name]) -> str:
    names = [name.natural for name in authors]
    if len(names) > MOST_AUTHORS or (authors and authors[-1].others):
        return ", ".join(names[: NAMED if len(names) > MOST_AUTHORS else None]) + " et al."
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
