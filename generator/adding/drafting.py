"""What a new record says: facts of the paper, from whom they are, and a summary to be written."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.adding.gathering import Gathered
from generator.ids import slug, with_suffix
from generator.problems import Place, printable, quoted
from generator.records.names import as_written
from generator.records.text import with_values
from generator.text.words import fold
from generator.values.fields import BY_NAME
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import pdf_address
from generator.values.link import KINDS as LINKS
from generator.values.link import addresses_of
from generator.values.paper import Paper

#: What a record has where somebody must write: it is read as no summary yet.
TODO = "TODO: what is new, against what, and what came of it, in one or two sentences of your own"
#: Where several services differ in these, it is told: by what a reader would call another one.
_TOLD_IF_LOST: Mapping[str, Callable[[Any], str]] = {
    "title": lambda title: fold(title.plain),
    "year": lambda date: str(date.year) if date else "",
    "venue": lambda venue: "" if venue.kind == "preprint" else venue.short,
}


@dataclass(frozen=True)
class Draft:
    """A record to be written: the paper's id, what the record says, and what it was made of."""

    gathered: Gathered
    paper: Paper
    id: str
    text: str

    @property
    def file(self) -> str:
        """The name of its file in catalogue/papers/."""
        return f"{self.id}.yml"


def draft(
    gathered: Gathered, paper: Paper, taken: Container[str], today: dt.date, id_: str = ""
) -> Draft:
    """Return the record of what was gathered.

    `taken` are ids that it cannot have, `id_` is the one that it had before, if it had one.
    """
    id_ = id_ or _id(paper, taken)
    values = _values(gathered, paper)
    text = with_values("", {**values, "added": today})
    lines = _evidence(gathered, paper, values, today)
    head = "".join(f"# {printable(line)}\n" for line in lines)
    return Draft(gathered, paper, id_, head + text)


def _id(paper: Paper, taken: Container[str]) -> str:
    """Return the id that the title gives; another paper of this title makes the year part of it."""
    title = paper.work.title.plain
    given = slug(title)
    tried = [given]
    if paper.work.year:
        tried.append(with_suffix(title, str(paper.work.year)))
    tried += [with_suffix(title, str(number)) for number in range(2, 100)]
    return next((id_ for id_ in tried if id_ not in taken), given)


def _values(gathered: Gathered, paper: Paper) -> dict[str, Any]:
    """Return what a record says of a paper, in the terms of its keys."""
    work = paper.work
    # What the paper was named by may be known to no service.
    identifiers = {
        item.kind: item.value for item in (*gathered.wish.identifiers, *work.identifiers)
    }
    values: dict[str, Any] = {
        "title": work.title.repaired,
        "summary": TODO,
        "authors": [as_written(name) for name in work.authors],
        "year": work.year,
        "venue": work.venue.short if work.venue.kind != "preprint" else "",
        "identifiers": {kind: identifiers[kind] for kind in IDENTIFIERS if kind in identifiers},
        "links": _links(paper),
    }
    # Where a venue tells the type there is no need to say it.
    if work.venue and work.type and work.type != replace(work, type=None).best_type:
        values["type"] = work.type
    return {name: value for name, value in values.items() if value}


def _links(paper: Paper) -> dict[str, Any]:
    """Return addresses by kind; none that the identifiers give by themselves."""
    work, found = paper.work, {}
    for kind in LINKS:
        urls = addresses_of(work.links, kind)
        if (kind == "paper" and work.identifiers) or (
            kind == "pdf" and pdf_address(work.identifiers)
        ):
            continue
        if urls:
            found[kind] = urls[0] if len(urls) == 1 else urls
    return found


def _evidence(
    gathered: Gathered, paper: Paper, written: Container[str], today: dt.date
) -> Iterator[str]:
    """Yield from whom the facts that are written are, and who says otherwise, line by line."""
    yield f"Added on {today.isoformat()} for {quoted(gathered.wish.said)}: look it over, write the"
    yield "summary, and take these lines out."
    asked = {service.slug: f"{service.name} ({of})" for service, of, _ in gathered.said}

    def named(place: Place) -> str:
        return asked.get(place.file, str(place))

    by: defaultdict[str, list[str]] = defaultdict(list)
    for name in BY_NAME:
        known = paper.provenance.get(name)
        if known and known.places and name in written:
            by[named(known.places[0])].append(name)
    for source, names in by.items():
        yield f"{', '.join(names)}: {source}"
    for name, said in _TOLD_IF_LOST.items():
        known = paper.provenance.get(name)
        mine = said(getattr(paper.work, BY_NAME[name].attribute or name))
        for place, value in known.lost if known else ():
            if said(value) not in ("", mine):
                yield f"{name}: {named(place)} says {quoted(value)}"
