"""What all forms of a citation have in common: the work's key, what it is in, who published it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.ids import digest
from generator.text.unicode import normal
from generator.values.identifier import value_of
from generator.values.notice import STATUS_WORDS
from generator.values.paper import Paper
from generator.values.text import NO_TEXT, Text
from generator.values.work import Work

#: Keys longer than this are cut.
_KEY_LENGTH = 40
#: Types whose venue is who published them, not what they are part of.
_PUBLISHED = ("book", "thesis", "report")


@dataclass(frozen=True)
class Cited:
    """A work with the key that names it in a citation, unique in a catalogue.

    `container` is what the work is part of, `publisher` who published it, each empty where nothing
    is known of it, as are `doi` and `arxiv`. `status` says what became of it: "Retracted".
    """

    key: str
    work: Work
    container: Text
    publisher: Text
    doi: str
    arxiv: str
    status: str = ""


def cited(paper: Paper) -> Cited:
    """Return what every form of the paper's citation is made from."""
    work = paper.work
    is_published = work.best_type in _PUBLISHED
    venue = work.venue.name
    return Cited(
        key=_key(paper.id),
        work=work,
        container=work.container_title or (NO_TEXT if is_published else venue),
        publisher=work.publisher or (venue if is_published else NO_TEXT),
        doi=normal(value_of(work.identifiers, "doi")),
        arxiv=normal(value_of(work.identifiers, "arxiv")),
        status=STATUS_WORDS[status].badge.capitalize() if (status := work.resolved_status) else "",
    )


def _key(paper_id: str) -> str:
    """Return the paper's id, if long its beginning and a digest of all of it.

    Ids are unique and stay, so keys are and do; and no id has a full stop.
    """
    if len(paper_id) <= _KEY_LENGTH:
        return paper_id
    beginning = paper_id[: _KEY_LENGTH - 9]
    return f"{beginning.rpartition('-')[0] or beginning}.{digest(paper_id)}"
