"""Records that say a thing twice, or in another form than the one that is shown of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from generator.doctor.ailment import Ailment
from generator.doctor.examined import Examined, RecordFile
from generator.doctor.record_changes import said_once, with_text, without
from generator.doctor.remedies import changing
from generator.problems import quoted
from generator.text.addresses import address_key
from generator.text.words import fold
from generator.values.identifier import KINDS, Identifier
from generator.values.link import KINDS as LINKS
from generator.values.orcid import read_orcid
from generator.yaml_lines import KeyPath, field_name

#: Lists in which nothing stands twice.
_LISTS = ("topics", "introduces", "keywords")


def other_form(examined: Examined) -> Iterator[Ailment]:
    """Find identifiers that are not in their normal form, such as a DOI that is an address."""
    for record in examined.records:
        for path, said, normal in (*_identifiers(record), *_orcids(record)):
            yield Ailment(
                record.at(path),
                f"{field_name(path)}: {quoted(said)} is {quoted(normal)}, written otherwise",
                f"write {normal}",
                (changing(record.path, partial(with_text, path=path, value=normal)),),
                record.id,
            )


def said_twice(examined: Examined) -> Iterator[Ailment]:
    """Find what stands twice in a list of a record, and links that an identifier gives already."""
    for record in examined.records:
        for name in _LISTS:
            items = _list(record.values.get(name))
            for at, before in _twice(items, fold):
                yield _repeated(record, (name, at), items[at], before)
        links = _group(record, "links")
        for kind in LINKS:
            for at, before in _twice(links.get(kind), address_key):
                yield _repeated(record, ("links", kind, at), links[kind][at], before)
        yield from _as_identifier(record, links)


def _identifiers(record: RecordFile) -> Iterator[tuple[KeyPath, str, str]]:
    said = _group(record, "identifiers")
    for kind, known in KINDS.items():
        value = said.get(kind)
        normal = known.normal(value) if isinstance(value, str) else None
        if isinstance(value, str) and normal and normal != value:
            yield ("identifiers", kind), value, normal


def _orcids(record: RecordFile) -> Iterator[tuple[KeyPath, str, str]]:
    for field in ("authors", "editors"):
        for at, name in enumerate(_list(record.values.get(field))):
            said = name.get("orcid") if isinstance(name, dict) else None
            normal = read_orcid(said) if isinstance(said, str) else ""
            if isinstance(said, str) and normal and normal != said:
                yield (field, at, "orcid"), said, normal


def _twice(items: Any, key: Callable[[str], str]) -> Iterator[tuple[int, int]]:
    """Yield the number of each item of a list that is there already, and the number of that."""
    first: dict[str, int] = {}
    for at, item in enumerate(_list(items)):
        if isinstance(item, str):
            before = first.setdefault(key(item), at)
            if before != at:
                yield at, before


def _repeated(record: RecordFile, path: KeyPath, said: str, before: int) -> Ailment:
    """Return the finding that an item of a list is there already."""
    key = address_key if path[0] == "links" else fold
    return Ailment(
        record.at(path),
        f"{field_name(path)}: {quoted(said)} is item {before + 1}, too",
        "keep one of them",
        (changing(record.path, partial(said_once, path=path[:-1], key=key)),),
        record.id,
    )


def _as_identifier(record: RecordFile, links: Mapping[str, Any]) -> Iterator[Ailment]:
    """Find a link to the paper's page that one of its identifiers leads to by itself."""
    address = links.get("paper")
    if not isinstance(address, str):
        return
    for kind, value in _group(record, "identifiers").items():
        normal = KINDS[kind].normal(value) if kind in KINDS and isinstance(value, str) else None
        if normal and address_key(Identifier(kind, normal).address) == address_key(address):
            path: KeyPath = ("links", "paper")
            yield Ailment(
                record.at(path),
                f"{field_name(path)}: {quoted(address)} is where identifiers.{kind} leads",
                "take the link out",
                (changing(record.path, partial(without, path=path)),),
                record.id,
            )


def _group(record: RecordFile, name: str) -> Mapping[str, Any]:
    value = record.values.get(name)
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
