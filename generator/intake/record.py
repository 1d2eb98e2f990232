"""What a paper's record comes to say when fields of the paper are to be otherwise.

Of lists and groups only what is changed changes: names keep their parts and iDs, and an address
that another source has is not repeated in the record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.problems import Place, Problems
from generator.records.names import as_written
from generator.sources.base import address_to_link
from generator.text.repair import HAND_STEPS
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.link import KINDS as LINKS
from generator.values.name_list import read_names
from generator.values.name_parts import parts_of
from generator.values.paper import Paper

#: What a record must say.
_REQUIRED = ("title", "summary")


class NotInRecord(ValueError):
    """A record cannot say what is wished; the message says why."""


def record_values(
    paper: Paper, own: Mapping[str, Any], present: Mapping[str, Any], wanted: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what keys of a paper's record come to hold, None for one that goes.

    `own` is what the record says, empty where there is none; `present` what the paper has in the
    fields of `wanted`, and that what it shall have, None for nothing. Raises NotInRecord.
    """
    found: dict[str, Any] = {}
    if not own:
        found = _of_new(paper, wanted)
    for field, value in wanted.items():
        if field == "authors" and value:
            made: Any = _authors(paper, own.get(field, ()), value)
        elif field == "links":
            made = _links(paper, own.get(field) or {}, present[field], value or {})
        elif field == "identifiers":
            made = _identifiers(paper, own.get(field) or {}, present[field], value or {})
        else:
            made = value
        if made is None and field in _REQUIRED:
            raise NotInRecord(f"{field}: a record needs one; write another instead")
        if made is None and field not in own:
            raise NotInRecord(_elsewhere(paper, field, field))
        found[field] = made
    return found


def _of_new(paper: Paper, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a new record says beside what is wished: what it needs, and what it is of."""
    summary = paper.curation.summary.repaired
    if not summary and not wanted.get("summary"):
        raise NotInRecord(
            "summary: the paper has no record yet, and a record needs one;"
            " write one or two sentences below Summary"
        )
    found: dict[str, Any] = {"title": paper.work.title.repaired}
    if summary:
        found["summary"] = summary
    if "title" in wanted and "identifiers" not in wanted and paper.work.identifiers:
        # Under another title nothing else might tell that it is the same paper.
        found["identifiers"] = {item.kind: item.value for item in paper.work.identifiers}
    return found


def _authors(paper: Paper, own: Any, wanted: Sequence[str]) -> list[Any]:
    """Return names, those that are there already as they are written."""
    known: dict[str, Any] = {}
    for name in paper.work.authors:
        if not isinstance(written := as_written(name), str):
            known[name.natural] = written
    for item in own if isinstance(own, list) else ():
        said = parts_of(item) if isinstance(item, dict) else item
        names = read_names([said], HAND_STEPS) if said else ()
        if len(names) == 1:
            known[names[0].natural] = item
    return [known.get(text, text) for text in wanted]


def _links(
    paper: Paper,
    own: Mapping[str, Any],
    present: Mapping[str, Sequence[str]],
    wanted: Mapping[str, Sequence[str]],
) -> dict[str, Any] | None:
    before = {(kind, url) for kind, urls in present.items() for url in urls}
    after = [(kind, url) for kind, urls in wanted.items() for url in urls]
    gone = before.difference(after)
    made: dict[str, Any] = {}
    went: set[tuple[str, str]] = set()
    for kind in [*own, *(kind for kind in LINKS if kind not in own)]:
        said = own.get(kind, ())
        urls = [said] if isinstance(said, str) else list(said)
        went |= {(kind, _address(url)) for url in urls} & gone
        kept = [url for url in urls if (kind, _address(url)) not in gone]
        new = [url for of, url in after if of == kind and (of, url) not in before]
        both = [*kept, *(url for url in new if url not in kept)]
        if both == urls:
            both_said: Any = said
        else:
            both_said = both[0] if len(both) == 1 else both
        if both_said:
            made[kind] = both_said
    for _, url in sorted(gone - went):
        raise NotInRecord(_elsewhere(paper, "links", f"links: {url}"))
    return made or None


def _address(url: str) -> str:
    return address_to_link(url, "links", Place(""), Problems()) or url


def _identifiers(
    paper: Paper, own: Mapping[str, Any], present: Mapping[str, str], wanted: Mapping[str, str]
) -> dict[str, Any] | None:
    made = dict(own)
    for kind in IDENTIFIERS:
        if kind in wanted and wanted[kind] != present.get(kind):
            made[kind] = wanted[kind]
        elif kind in present and kind not in wanted:
            if kind not in own:
                raise NotInRecord(_elsewhere(paper, "identifiers", f"identifiers: {kind}"))
            del made[kind]
    return made or None


def _elsewhere(paper: Paper, field: str, what: str) -> str:
    return (
        f"{what}: is said by {paper.place(field)}, and a record cannot take it away;"
        " correct it there"
    )
