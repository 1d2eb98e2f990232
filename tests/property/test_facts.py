"""Facts of services: whatever one said comes back from its line as it would from the service."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Place, Problems
from generator.sources.base import SourceFile
from generator.sources.facts.line import FactLine, read_fact_line
from generator.sources.facts.says import Misshapen
from generator.sources.said import TAKEN_FIELDS, Address, Said, record_of
from generator.values.asked import TITLE, Asked, read_asked
from generator.values.count import COUNT_KINDS, Count
from generator.values.date import Date
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.link import KINDS as LINKS
from generator.values.name_parts import NameParts
from generator.values.notice import STATUSES
from generator.values.paper import Rank
from generator.values.work import TYPES
from tests.given import HOSTILE

PLACE = Place("facts/openalex.jsonl", 1)
FILE = SourceFile(Path("openalex.jsonl"), PLACE.file, "OpenAlex")
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))
TEXTS = HOSTILE | st.text(st.characters(), max_size=20)
DATES = (
    st.builds(Date, st.integers(1600, 2100))
    | st.builds(Date, st.integers(1600, 2100), st.integers(1, 12))
    | DAYS.map(lambda day: Date(day.year, day.month, day.day))
)
JUNK: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.just({}) | st.just([3])
)
NAME = TEXTS | st.builds(NameParts, *[HOSTILE] * 4, st.just(""), TEXTS, st.just(""))
NAME |= st.builds(NameParts, name=TEXTS, orcid=TEXTS) | st.builds(NameParts, literal=TEXTS)
#: What parsers of answers give of a field, by the name of its shape.
BY_SHAPE: dict[str, st.SearchStrategy[Any]] = {
    "names": st.lists(NAME, max_size=3).map(tuple) | st.lists(TEXTS, max_size=3) | TEXTS,
    "texts": st.lists(TEXTS, max_size=3) | TEXTS,
    "year": DATES | st.integers(1500, 2200) | TEXTS,
    "status": st.sampled_from(STATUSES) | TEXTS,
    "type": st.sampled_from(TYPES) | TEXTS,
}


@st.composite
def sayings(draw: st.DrawFn) -> Said:
    """Anything that a parser of answers may give."""
    values = {
        field.name: draw(BY_SHAPE.get(field.shape.name, TEXTS | st.integers()) | JUNK)
        for field in draw(st.lists(st.sampled_from(TAKEN_FIELDS), unique_by=lambda f: f.name))
    }
    values |= draw(st.dictionaries(st.sampled_from(sorted(IDENTIFIERS)), TEXTS, max_size=2))
    urls = st.builds("https://example.org/{}".format, HOSTILE) | st.builds(
        "https://doi.org/10.1234/{}".format, HOSTILE
    )
    found = draw(st.lists(urls, max_size=4, unique=True))
    addresses = [Address("link", draw(st.sampled_from(list(LINKS))), url) for url in found]
    # Where two addresses hold different identifiers, their order decides; a line has that of kinds.
    addresses.sort(key=lambda one: list(LINKS).index(one.kind))
    counts = draw(st.lists(st.sampled_from(COUNT_KINDS), unique=True))
    return Said(
        PLACE,
        {"title": draw(TEXTS), **values},
        addresses,
        saved=draw(TEXTS),
        shown_at=draw(TEXTS),
        counts=tuple(Count(kind, draw(st.integers(1, 10_000_000)), "any") for kind in counts),
    )


def asked() -> st.SearchStrategy[Asked]:
    titles = HOSTILE.filter(str.strip).map(lambda text: Asked(TITLE, text))
    return titles | st.sampled_from(
        [Asked("arxiv", "2101.00001"), Asked("doi", "10.1234/a(b):c"), Asked("acl", "P19-1001")]
    )


@given(sayings(), DAYS, asked())
@settings(max_examples=300)
def test_a_service_says_the_same_through_a_line_as_at_once(
    said: Said, day: dt.date, of: Asked
) -> None:
    text = FactLine("sheep", of, day, said).as_text()
    assert text.splitlines() == [text]
    assert text.encode()
    line = read_fact_line(text, PLACE, "OpenAlex")
    assert line.said is not None
    assert (line.asked, line.on) == (of, day)
    assert read_asked(str(line.asked)) == of
    assert line.as_text() == text
    counts = {one.kind: Count(one.kind, one.number, "OpenAlex", day) for one in said.counts}
    at_once = replace(said, counts=tuple(counts[kind] for kind in COUNT_KINDS if kind in counts))
    assert record_of(line.said, FILE, Problems(), rank=Rank.SERVICE) == record_of(
        at_once, FILE, Problems(), rank=Rank.SERVICE
    )


@given(st.text() | HOSTILE)
def test_any_text_is_a_line_or_is_refused(text: str) -> None:
    with suppress(Misshapen):
        read_fact_line(text, PLACE, "OpenAlex")
