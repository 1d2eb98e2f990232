"""An invented catalogue with papers of several days, and the digest of a week of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.catalogue import Catalogue
from generator.digest.content import Asked
from generator.digest.period import Period
from generator.language import ENGLISH, Language
from generator.model import Area, Assignment, Topic
from generator.settings.digest_wish import DigestWish
from generator.values.link import Link
from generator.values.paper import Paper
from generator.values.text import Text
from tests import given
from tests.laid_out import SETTINGS as LAID_OUT

URL = "https://sheep.example.org/papers/"
WISH = DigestWish.model_validate(
    {
        "from": "us@example.org",
        "to": "Sheep weekly <list@lists.example.org>",
        "unsubscribe": "https://lists.example.org/leave?list=sheep&now=1",
    }
)
SETTINGS = replace(LAID_OUT, url=URL, digest=WISH)
WEEK = Period(dt.date(2026, 11, 16), dt.date(2026, 11, 23))
DATE = dt.datetime(2026, 11, 23, 6, 0, tzinfo=dt.UTC)
WOOL = Topic("wool", Text("Wool"), Text(), "farm")
HERDS = Topic("herds", Text("Herds & <dogs>"), Text(), "farm")
AREAS = (Area("farm", Text("Farm"), Text(), (WOOL, HERDS)),)


def day(number: int) -> dt.date:
    """Return a day of November 2026."""
    return dt.date(2026, 11, number)


def catalogue(*papers: Paper, topics: Mapping[str, tuple[str, ...]] | None = None) -> Catalogue:
    """Return a catalogue of papers, with the topics of some by their ids."""
    assigned = {
        paper: tuple(Assignment(slug, 1.0) for slug in slugs)
        for paper, slugs in (topics or {}).items()
    }
    in_order = tuple(sorted(papers, key=lambda paper: paper.id))
    return Catalogue(in_order, areas=AREAS, assignments=assigned)


def asked(
    of: Catalogue, language: Language = ENGLISH, topics: tuple[str, ...] = (), **wishes: Any
) -> Asked:
    return Asked(of, replace(SETTINGS, **wishes), language, WEEK, topics)


FLOCK = catalogue(
    given.paper(
        "counting",
        "Counting sheep",
        authors=("Ada Quill", "Bo Léaf"),
        year=2024,
        venue="Journal of Sheep",
        summary="Three layers are enough.",
        added=day(16),
        links=(Link("code", "https://code.example.org/"),),
    ),
    given.paper("dogs", "Dogs that count", year=2023, added=day(18)),
    given.paper("newer", "Newer than dogs", year=2025, added=day(18), kind="survey"),
    given.paper("shears", "Shears & <scissors>", added=day(22), abstract="They cut."),
    given.paper("stray", "A stray", added=day(20)),
    given.paper("before", "Added before", added=day(15)),
    given.paper("behind", "Added behind", added=day(23)),
    given.paper("unsaid", "Nobody said when"),
    topics={
        "counting": ("herds", "wool"),
        "dogs": ("herds",),
        "newer": ("herds", "wool"),
        "shears": ("wool",),
        "before": ("wool",),
    },
)


def many(number: int, **fields: Any) -> Catalogue:
    """Return a catalogue of so many papers of one day, two of three of them on topics."""
    papers = [
        given.paper(f"p{at:04}", f"Paper {at:04}", added=day(21), **fields) for at in range(number)
    ]
    topics = {
        paper.id: (("wool", "herds")[at % 3],) for at, paper in enumerate(papers) if at % 3 < 2
    }
    return catalogue(*papers, topics=topics)
