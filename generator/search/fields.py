"""The fields that a paper is found by: what a word in each counts, and what a query can ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.search.places import AUTHORS, TEXT, TITLE, Area


class Field(NamedTuple):
    """A field of a paper.

    `weight` is how much a word in it counts, `b` how much a long field takes from that. `asked` is
    the name under which a query asks for it, `area` where its words have their places. What is
    `aside` the paper does not say as it stands: it makes no word more common.
    """

    weight: float
    b: float
    asked: str = ""
    area: Area | None = None
    aside: bool = False


FIELDS: Mapping[str, Field] = {
    "title": Field(5.0, 0.3, "title", TITLE),
    "names": Field(5.0, 0.0, area=TEXT),
    "authors": Field(3.0, 0.0, "author", AUTHORS),
    "initials": Field(0.3, 0.0, "author", AUTHORS, aside=True),
    "topics": Field(0.7, 0.3),
    "summary": Field(2.0, 0.5, area=TEXT),
    "abstract": Field(1.0, 0.5, area=TEXT),
    "venue": Field(1.5, 0.0, "venue"),
    "spellings": Field(0.25, 0.0, "venue", aside=True),
    "year": Field(2.5, 0.0, "year"),
    "preprint": Field(1.0, 0.0, "preprint"),
    "short": Field(0.5, 0.0, aside=True),
}
#: What a query can ask for by a word; a class has a list of the documents that have it there.
ASKED = ("title", "author", "venue", "year", "preprint")
#: The list of documents that have a class only aside.
ASIDE = 1 << len(ASKED)
