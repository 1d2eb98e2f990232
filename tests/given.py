"""Papers and entries for tests, made of plain values; any paper at all, for hypothesis.

Both go through the table of fields, so that a new field can be given, and is fuzzed, at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from generator.problems import Place
from generator.text.repair import Step
from generator.values.asked import read_asked
from generator.values.date import Date
from generator.values.fact import Fact
from generator.values.fields import BY_NAME, FIELDS, work_and_curation
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import Identifier
from generator.values.link import KINDS as LINKS
from generator.values.link import Link
from generator.values.name import Name
from generator.values.name_list import read_names
from generator.values.notice import STATUSES
from generator.values.paper import CONTRIBUTIONS, Curation, Entry, Paper, Rank, SourceRecord
from generator.values.text import Text
from generator.values.venue import Venue
from generator.values.work import TYPES, Work


def _names(texts: tuple[str, ...]) -> tuple[Name, ...]:
    return read_names(texts, (Step("as it is", lambda text: text),))


#: How the value of a field is made of what a test writes, by the name of its shape.
_MADE: dict[str, Callable[[Any], Any]] = {
    "text": Text,
    "texts": lambda texts: tuple(map(Text, texts)),
    "names": _names,
    "venue": lambda text: Venue(Text(text)),
    "year": lambda year: Date(year) if isinstance(year, int) else year,
    "slugs": tuple,
}


def work_and_rest(fields: Mapping[str, Any]) -> tuple[Work, Curation]:
    """Return the two parts of what is known; identifiers may be given by kind: `arxiv="…"`."""
    known = dict(fields)
    given = [Identifier(kind, known.pop(kind)) for kind in IDENTIFIERS if kind in known]
    if given:
        known["identifiers"] = (*known.get("identifiers", ()), *given)
    values = {
        name: _MADE.get(BY_NAME[name].shape.name, lambda value: value)(value)
        for name, value in known.items()
    }
    return work_and_curation(values)


def work(**fields: Any) -> Work:
    """Return a work of plain values, such as `title="…", authors=("…",), year=2024`."""
    return work_and_rest(fields)[0]


def paper(id_: str, title: str = "", **fields: Any) -> Paper:
    """Return a paper of plain values; `entries`, `answers`, `provenance` are given as they are."""
    rest = {
        name: fields.pop(name)
        for name in ("entries", "provenance", "preprint", "answers")
        if name in fields
    }
    made, curation = work_and_rest({"title": title, **fields})
    return Paper(id_, made, curation, **rest)


def changed(before: Paper, **fields: Any) -> Paper:
    """Return a paper with other values in some fields."""
    rest = {name: fields.pop(name) for name in ("id", "entries", "provenance") if name in fields}
    made, curation = work_and_rest(fields)
    parts: dict[str, Any] = {"work": before.work, "curation": before.curation}
    for name in {"identifiers" if name in IDENTIFIERS else name for name in fields}:
        field = BY_NAME[name]
        attribute = field.attribute or name
        value = getattr(made if field.part == "work" else curation, attribute)
        parts[field.part] = replace(parts[field.part], **{attribute: value})
    return replace(before, **parts, **rest)


def entry(title: str, line: int = 1, **fields: Any) -> SourceRecord:
    """Return an entry of a listing of plain values, unless `rank` says otherwise."""
    file = fields.pop("file", "listing.txt")
    rest = {name: fields.pop(name) for name in ("name", "saved", "lines") if name in fields}
    rank = fields.pop("rank", Rank.LISTING)
    source = fields.pop("source", file)
    made, curation = work_and_rest({"title": title, **fields})
    return SourceRecord(rank, source, Place(file, line), made, curation, **rest)


def record(name: str, title: str, **fields: Any) -> SourceRecord:
    """Return a record file of a person, catalogue/papers/<name>.yml."""
    file = f"catalogue/papers/{name}.yml"
    return entry(title, name=name, rank=Rank.RECORD, file=file, **fields)


#: The ranks of entries: what services say is none.
ENTRY_RANKS = tuple(rank for rank in Rank if rank is not Rank.SERVICE)
#: The day on which the services of `fact` were asked.
ASKED_ON = dt.date(2026, 11, 28)


def fact(of: str, title: str, line: int = 1, *, whole: bool = True, **fields: Any) -> Fact:
    """Return what a service, OpenAlex unless `service` says otherwise, said when asked for `of`.

    Unless it is `whole`, only what is wanted is formed of it.
    """
    service = fields.pop("service", "OpenAlex")
    counts = fields.pop("counts", ())
    place = Place(f"catalogue/facts/{service.lower().replace(' ', '-')}.jsonl", line)
    asked = read_asked(of)
    assert asked
    identifiers = work(**{k: v for k, v in fields.items() if k in IDENTIFIERS}).identifiers
    others = {name: value for name, value in fields.items() if name not in IDENTIFIERS}

    def form(names: AbstractSet[str]) -> SourceRecord:
        known = {
            name: value
            for name, value in {"title": title, **others}.items()
            if whole or name in names
        }
        made, curation = work_and_rest({**known, "identifiers": identifiers})
        return SourceRecord(
            Rank.SERVICE, service, place, made, curation,
            counts=counts, asked=asked, asked_on=ASKED_ON,
        )  # fmt: skip

    links = frozenset(link.kind for link in others.get("links", ()))
    names = frozenset(name for name, value in others.items() if value)
    return Fact(service, place, asked, ASKED_ON, title, identifiers, names, links, form)


#: Text with all that could break out of where it is printed.
HOSTILE = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from("\\(){}[]<>&\"'`*_#|$%^~=+-@;:, \n\tab1é你\u202e\u2028"), max_size=60),
    st.sampled_from(
        (
            r"An \(\frac{a}{b}\) of \(\mathcal{O}(n)\)",
            "<script>alert(1)</script>",
            "=HYPERLINK(1)",
            "a --> b ]]> c",
            "Quill, Ada",
            "von der Fünf, Jr, Ñandú",
        )
    ),
)
_ANY: dict[str, st.SearchStrategy[Any]] = {
    "text": HOSTILE,
    "line": HOSTILE,
    "pages": HOSTILE,
    "venue": HOSTILE,
    "word": st.sampled_from(("", *CONTRIBUTIONS)),
    "type": st.sampled_from((None, *TYPES)),
    "status": st.sampled_from((None, *STATUSES)),
    "texts": st.lists(HOSTILE, max_size=3).map(tuple),
    "names": st.lists(HOSTILE, max_size=4).map(tuple),
    "slugs": st.just(()),
    "year": st.none() | st.integers(1600, 2100),
    "day": st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)),
    "links": st.lists(st.builds(Link, st.sampled_from(sorted(LINKS)), HOSTILE), max_size=3).map(
        tuple
    ),
    "identifiers": st.lists(
        st.builds(Identifier, st.sampled_from(sorted(IDENTIFIERS)), HOSTILE), max_size=3
    ).map(tuple),
}


def _any(name: str) -> st.SearchStrategy[Any]:
    return _ANY[BY_NAME[name].shape.name]


def any_fields() -> st.SearchStrategy[dict[str, Any]]:
    """Return strategies of plain values for any of the fields; a title is always there."""
    optional = {field.name: _any(field.name) for field in FIELDS if field.name != "title"}
    return st.fixed_dictionaries({"title": HOSTILE}, optional=optional)


def any_papers(id_: str = "any") -> st.SearchStrategy[Paper]:
    """Return any paper at all, read from one hostile entry."""
    entries = st.builds(Entry, HOSTILE, st.integers(1, 9999), HOSTILE, st.booleans())
    return st.builds(
        lambda fields, read: paper(id_, **fields, entries=(read,)), any_fields(), entries
    )
