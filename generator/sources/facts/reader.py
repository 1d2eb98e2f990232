"""Reads catalogue/facts/: what services said of papers, the source of the lowest rank."""

from __future__ import annotations

import os
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.problems import Place, Problems
from generator.settings import Settings
from generator.sources.facts.file import FOLDER, read_facts_file, service_of
from generator.sources.facts.line import FactLine
from generator.sources.said import TAKEN_FIELDS, Said, links_of, values_of
from generator.values.fact import Fact
from generator.values.fields import work_and_curation
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import Identifier
from generator.values.paper import Rank, SourceRecord
from generator.values.service_names import SERVICES
from generator.values.text import NO_TEXT

#: These are formed together: the links in an abstract are the paper's.
_WITH_LINKS = frozenset(("abstract", "links"))


def read_facts(settings: Settings, problems: Problems, *, whole: bool) -> list[Fact]:
    """Return what services said of the papers of a catalogue, in the order of files and lines.

    Where `whole`, all that each says is formed, to be compared with what others say, and what is
    wrong in it is told; else only what somebody wants to know, which is the same as far as it goes.
    """
    facts: list[Fact] = []
    for path in _files(settings, problems):
        shown = settings.shown(path)
        for line in read_facts_file(path, shown, problems):
            said = line.said
            if said is None:
                continue
            if not str(said.values.get("title", "")).strip():
                hint = "without one nobody knows which paper is meant"
                problems.warning(said.place, "says: no title; line left out", hint)
            else:
                facts.append(_fact(line, said, service_of(path.name), problems if whole else None))
    return facts


def _files(settings: Settings, problems: Problems) -> list[Path]:
    """Return the files of facts, by name; what else is in the folder is warned about."""
    folder = settings.catalogue_dir / FOLDER
    if not os.path.lexists(folder):
        return []
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        problems.error(Place(settings.shown(folder)), f"cannot be read: {error.strerror}")
        return []
    for path in paths:
        if not service_of(path.name):
            what = "is of no service that is known; not read"
            hint = f"files of facts are called {', '.join(f'{name}.jsonl' for name in SERVICES)}"
            problems.warning(Place(settings.shown(path)), what, hint)
    return [path for path in paths if service_of(path.name)]


def _fact(line: FactLine, said: Said, service: str, told: Problems | None) -> Fact:
    identifiers = tuple(
        Identifier(kind, said.values[kind]) for kind in IDENTIFIERS if kind in said.values
    )
    names = {name for name in said.values if name not in IDENTIFIERS}
    kinds = {one.kind for one in said.addresses}
    if any(one.url.endswith(".pdf") for one in said.addresses):
        kinds.add("pdf")
    return Fact(
        service=service,
        place=said.place,
        asked=line.asked,
        on=line.on,
        title=said.values["title"],
        identifiers=identifiers,
        names=frozenset(names | {"links"} if kinds else names),
        links=frozenset(kinds),
        form=partial(_formed, _Formed(line, said, service, identifiers, told)),
    )


@dataclass(frozen=True)
class _Formed:
    """What a record is formed of. All is formed where there is somebody to be `told` of it."""

    line: FactLine
    said: Said
    service: str
    identifiers: tuple[Identifier, ...]
    told: Problems | None


def _formed(of: _Formed, names: AbstractSet[str]) -> SourceRecord:
    said, problems = of.said, Problems() if of.told is None else of.told
    if "abstract" in said.values and names & _WITH_LINKS:
        names |= _WITH_LINKS
    wanted = [field for field in TAKEN_FIELDS if of.told is not None or field.name in names]
    values = values_of(said, wanted, problems)
    if of.told is not None or "links" in names:
        values["links"] = links_of(said, values.get("abstract", NO_TEXT), problems)
    values["identifiers"] = of.identifiers
    work, curation = work_and_curation(values)
    return SourceRecord(
        rank=Rank.SERVICE,
        source=of.service,
        place=said.place,
        work=work,
        curation=curation,
        saved=said.saved,
        shown_at=said.shown_at,
        counts=said.counts,
        asked=of.line.asked,
        asked_on=of.line.on,
    )
