"""Reads CSL-JSON, as Zotero, Mendeley, pandoc and doi.org write it: a list, one item, or `items`.

https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from generator.problems import Place, Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.cited_keys import cited_key
from generator.sources.csl.csl_dates import csl_date
from generator.sources.csl.note_lines import NoteLines, read_note
from generator.sources.entries import read_objects
from generator.sources.json_items import Item, items, whole
from generator.sources.languages import language_code
from generator.sources.preprints import arxiv_id, is_server, server_in, type_at
from generator.sources.said import Address, Said
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.name_parts import NameParts, parts_of
from generator.values.paper import Rank
from generator.values.work import WorkType
from generator.workers import HERE, Workers

#: The types of CSL beside those that words have for all sources.
TYPES: Mapping[str, WorkType] = {
    **TYPES_IN_WORDS,
    "review": "article-journal",
    "reviewbook": "article-journal",
    "entry": "chapter",
    "classic": "book",
    "collection": "book",
    **dict.fromkeys(
        "bill broadcast event figure graphic hearing interview legalcase legislation map"
        " motionpicture musicalscore pamphlet performance periodical personalcommunication"
        " regulation song speech treaty".split(),
        "document",
    ),
}
#: Where items of an object stand: of Zotero's service, of pandoc.
KEYS = ("items", "references")
#: So many items are looked at for the format.
_LOOKED_AT = 5
#: Dates, in the order in which they are believed. Others are not of the work.
_DATES = ("issued", "published-print", "published-online", "published", "available-date", "year")
#: What tells that an object is an item of CSL.
_TELLING = frozenset(
    ("issued", "container-title", "citation-key", "title-short", "publisher-place")
)
#: Variables, best first, that hold where a work was published, by its type.
_JOURNAL = ("container-title", "container-title-short", "journalAbbreviation")
_VENUES: Mapping[str, tuple[str, ...]] = {
    "paper-conference": ("container-title", "event-title", "event", "collection-title"),
    "chapter": ("container-title",),
    "book": ("publisher",),
    "thesis": ("publisher", "archive"),
    "report": ("publisher", "institution", "container-title"),
    "article": ("container-title", "publisher", "archive", "source"),
    "patent": (),
    "standard": ("publisher", "authority"),
    "software": ("publisher", "container-title"),
    "dataset": ("publisher", "container-title", "archive"),
}
_ANY_VENUE = (*_JOURNAL, "publisher")
#: Where an arXiv id may stand.
_ARXIV = ("arxiv", "number", "archive_location", "archive-location", "container-title")


class CslJsonReader:
    """Reads one file of CSL-JSON."""

    name = "CSL-JSON"
    endings = (".json", ".json.gz", ".csljson")
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, _file: SourceFile, text: str) -> bool:
        """Whether one of the first items has a type and variables of CSL."""
        return any(map(_is_item, islice(items_of(text, KEYS), _LOOKED_AT)))

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every item; one that cannot be read is a warning."""
        return read_objects(items_of(text, KEYS), _said, file, problems, workers)


def items_of(text: str, keys: tuple[str, ...]) -> Iterator[Item]:
    """Yield the items of a list, or of one under `keys`; else the one object that a text is."""
    found = items(text, keys)
    first = next(found, None)
    if first:
        return chain([first], found)
    return iter([whole(text)] if text.lstrip().startswith("{") else [])


def _is_item(item: Item) -> bool:
    value = item.value
    if not isinstance(value, dict) or "itemType" in value or "data" in value:
        return False
    if _TELLING & value.keys():
        return True
    author = value.get("author")
    if isinstance(author, list) and any(isinstance(name, dict) for name in author):
        return True
    is_typed = isinstance(value.get("type"), str) and bool(type_in(value["type"], TYPES))
    return is_typed and "title" in value and not {"authors", "year", "venue"} & value.keys()


def _said(item: dict[str, Any], place: Place) -> Said:
    note = read_note(item.get("note"))
    kind = _type(item, note)
    first = next((date for name in _DATES if (date := csl_date(item.get(name)))), None)
    venue = text_of(item, *_VENUES.get(kind, _ANY_VENUE))
    values = {
        "title": text_of(item, "title", "title-short"),
        "authors": tuple(_names(item.get("author"))) or note_names(note, "authors"),
        "editors": tuple(_names(item.get("editor"))) or note_names(note, "editors"),
        "year": first,
        "venue": server_in(venue) or venue,
        "event": text_of(item, "event-title", "event"),
        "publisher": text_of(item, "publisher"),
        "volume": text_of(item, "volume"),
        "issue": text_of(item, "issue"),
        "pages": text_of(item, "page", "pages"),
        "language": language_code(text_of(item, "language") or note.values.get("language", "")),
        "abstract": text_of(item, "abstract"),
        "keywords": keywords_of(item.get("keyword") or item.get("keywords")),
        "note": note.rest,
        "type": kind,
        "doi": text_of(item, "DOI", "doi"),
        "arxiv": arxiv_id(
            [*said_arxiv(note), *(text_of(item, name) for name in _ARXIV)],
            is_server(text_of(item, "publisher", "archive", "container-title", "source")),
        ),
        "citation_key": cited_key(
            item.get("citation-key"), item.get("citation-label"), note.values.get("citation_key"),
            item.get("id"),
        ),
    }  # fmt: skip
    note.fill(values)
    if not values["pages"] and kind == "article-journal":
        values["pages"] = text_of(item, "number", "article-number")
    return Said(place, values, list(_addresses(item, note)), CALLED)


#: What CSL calls our fields.
CALLED = {
    "authors": "author",
    "editors": "editor",
    "year": "issued",
    "venue": "container-title",
    "pages": "page",
    "keywords": "keyword",
    "doi": "DOI",
}


def _type(item: Mapping[str, Any], note: NoteLines) -> str:
    """Return the type; what is on a server of preprints is one, whatever programs call it."""
    stated = text_of(item, "type")
    kind = type_in(str(note.values.get("type", "")), TYPES) or type_in(stated, TYPES)
    return type_at(kind, text_of(item, "container-title", "publisher")) or stated


def text_of(item: Mapping[str, Any], *names: str) -> str:
    """Return the first text that stands under one of the names; numbers are texts, too.

    Of a list, as Crossref has it, the first that says something.
    """
    for name in names:
        said = item.get(name)
        for value in said if isinstance(said, list) else [said]:
            if isinstance(value, float) and value.is_integer():
                value = int(value)  # noqa: PLW2901
            if isinstance(value, str | int | float) and not isinstance(value, bool):
                text = str(value).strip()
                if text:
                    return text
    return ""


def keywords_of(said: Any) -> tuple[str, ...]:
    """Return keywords, of one text those between semicolons, else between commas."""
    if isinstance(said, str):
        said = said.split(";" if ";" in said else ",")
    texts = (word for word in said if isinstance(word, str)) if isinstance(said, list) else ()
    return tuple(word.strip() for word in texts if word.strip())


def _names(said: Any) -> Iterable[NameParts | str]:
    for name in said if isinstance(said, list) else [said]:
        if isinstance(name, str) and name.strip():
            yield name
        elif isinstance(name, dict) and (parts := parts_of(name)):
            yield whole_name(parts, is_group=bool(name.get("isInstitution")))


def whole_name(parts: NameParts, *, is_group: bool) -> NameParts | str:
    """Return a name of which a program may have put all into one part.

    A family name alone of several words is a name in either order: "Example, Ada", "Ada Example".
    """
    if parts.natural.strip(" .").casefold() in ("others", "et al"):
        return "et al."
    alone = parts.family and not (parts.given or parts.particle or parts.suffix)
    if is_group and (alone or parts.name):
        return NameParts(literal=parts.family or parts.name)
    if alone and len(parts.family.split()) > 1:
        return NameParts(name=parts.family, orcid=parts.orcid)
    return parts


def said_arxiv(note: NoteLines) -> list[str]:
    """Return the arXiv id that a line of a note names as one."""
    return [f"arXiv:{note.values['arxiv']}"] if "arxiv" in note.values else []


def note_names(note: NoteLines, name: str) -> tuple[NameParts, ...]:
    """Return names of lines of a note: `author: Example || Ada`."""
    return tuple(NameParts(*parts) for parts in note.values.get(name, ()))


def _addresses(item: Mapping[str, Any], note: NoteLines) -> Iterator[Address]:
    if url := text_of(item, "URL", "url"):
        yield Address("URL", "paper", url)
    if pmid := text_of(item, "PMID"):
        note = read_note([f"PMID: {pmid}", *(f"{name}: {url}" for name, url in note.addresses)])
    yield from (Address(name, "paper", url) for name, url in note.addresses)
