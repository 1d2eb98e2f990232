"""Reads the JSON of Zotero's service and translators, and that of Better BibTeX.

https://www.zotero.org/support/dev/web_api/v3/types_and_fields. Zotero's service has what is known
of an item under `data`, the others in the item itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import Any

from generator.problems import Place, Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.cited_keys import cited_key
from generator.sources.csl.csl_dates import csl_date
from generator.sources.csl.csl_json import items_of, note_names, said_arxiv, text_of, whole_name
from generator.sources.csl.fetched_library import FetchedLibrary, fetched_library
from generator.sources.csl.note_lines import NoteLines, read_note
from generator.sources.entries import read_objects
from generator.sources.json_items import Item, items
from generator.sources.languages import language_code
from generator.sources.preprints import arxiv_id, is_server, server_in, type_at
from generator.sources.said import Address, Said
from generator.sources.tags import is_of_the_work
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.date import Date
from generator.values.name_parts import NameParts
from generator.values.paper import Rank
from generator.values.work import WorkType
from generator.workers import HERE, Workers

#: Zotero's types beside those that words have for all sources.
TYPES: Mapping[str, WorkType] = {
    **TYPES_IN_WORDS,
    **dict.fromkeys(
        "artwork audiorecording bill case email film forumpost hearing instantmessage interview"
        " letter map podcast presentation radiobroadcast statute tvbroadcast"
        " videorecording".split(),
        "document",
    ),
}
#: What hangs on an item, and is no entry of its own.
CHILDREN = frozenset(("attachment", "note", "annotation"))
#: Where items of an object stand: Better BibTeX's, and those of Zotero's service.
KEYS = ("items", "data")
#: Better BibTeX has one entry of each; a library may begin with many notes.
_LOOKED_AT = 50
#: Fields, best first, that hold where a work was published, by its type.
_JOURNAL = ("publicationTitle", "journalAbbreviation")
_VENUES: Mapping[str, tuple[str, ...]] = {
    "paper-conference": ("proceedingsTitle", "publicationTitle", "conferenceName", "series"),
    "chapter": ("bookTitle", "encyclopediaTitle", "dictionaryTitle", "publicationTitle"),
    "book": ("publisher",),
    "thesis": ("university", "publisher"),
    "report": ("institution", "publisher"),
    "article": ("repository", "publicationTitle", "publisher", "institution", "archive"),
    "webpage": ("websiteTitle", "blogTitle", "forumTitle", "publicationTitle"),
    "patent": ("issuingAuthority",),
    "standard": ("organization", "publisher"),
    "software": ("company", "publisher", "repository"),
    "dataset": ("repository", "publisher"),
    "document": ("publicationTitle", "meetingName", "publisher", "institution"),
}  # fmt: skip
_PUBLISHERS = ("publisher", "university", "institution", "company", "repository", "organization")
_TITLES = ("title", "caseName", "nameOfAct", "subject", "shortTitle")
_ARXIV = ("archiveID", "reportNumber", "number", "publicationTitle", "archiveLocation")
_DATES = ("date", "issueDate", "filingDate", "dateEnacted", "dateDecided")
#: Every field of an item that is a text and is read; beside them `creators` and `tags` are.
TEXTS = frozenset(
    chain(
        *_VENUES.values(), _JOURNAL, _PUBLISHERS, _TITLES, _ARXIV, _DATES,
        "itemType conferenceName meetingName volume issue pages language abstractNote extra DOI url"
        " citationKey citekey".split(),
    )
)  # fmt: skip
#: Those who made a work, whatever its kind.
_MAKERS = frozenset(
    "author artist cartographer composer director interviewee inventor performer podcaster"
    " presenter programmer".split()
)


class ZoteroJsonReader:
    """Reads one file of Zotero or Better BibTeX in JSON."""

    name = "Zotero JSON"
    endings = (".json", ".json.gz")
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, _file: SourceFile, text: str) -> bool:
        """Whether one of the first items has a type of Zotero's, or a library was fetched."""
        return fetched_library(text) is not None or any(
            map(_is_item, islice(items_of(text, KEYS), _LOOKED_AT))
        )

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every item but notes and attachments.

        Those of a library that was fetched are from that library, not from its file.
        """
        library = fetched_library(text)
        if library:
            file = replace(file, label=library.label)
        # Of a library without items, the object around them is none.
        found = items(text, KEYS) if library else items_of(text, KEYS)
        return read_objects(found, partial(_said, library), file, problems, workers)


def _fields(item: dict[str, Any]) -> dict[str, Any]:
    data = item.get("data")
    return data if isinstance(data, dict) and "itemType" in data else item


def _is_item(item: Item) -> bool:
    return isinstance(item.value, dict) and isinstance(_fields(item.value).get("itemType"), str)


def _said(library: FetchedLibrary | None, item: dict[str, Any], place: Place) -> Said | None:
    entry = _fields(item)
    if text_of(entry, "itemType") in CHILDREN:
        return None
    note = read_note(entry.get("extra"))
    kind = _type(entry, note)
    venue = text_of(entry, *_VENUES.get(kind, _JOURNAL))
    values = {
        "title": text_of(entry, *_TITLES),
        "authors": tuple(_names(entry, _MAKERS)) or note_names(note, "authors"),
        "editors": tuple(_names(entry, {"editor"})) or note_names(note, "editors"),
        "year": _date(item, entry, note),
        "venue": server_in(venue) or venue,
        "event": text_of(entry, "conferenceName", "meetingName"),
        "publisher": text_of(entry, *_PUBLISHERS),
        "volume": text_of(entry, "volume"),
        "issue": text_of(entry, "issue"),
        "pages": text_of(entry, "pages"),
        "language": language_code(text_of(entry, "language") or note.values.get("language", "")),
        "abstract": text_of(entry, "abstractNote"),
        "keywords": tuple(_keywords(entry.get("tags"))),
        "note": note.rest,
        "type": kind,
        "doi": text_of(entry, "DOI"),
        "arxiv": arxiv_id(
            [*said_arxiv(note), *(text_of(entry, name) for name in _ARXIV)],
            is_server(text_of(entry, "repository", "institution", "publisher", "publicationTitle")),
        ),
        "citation_key": cited_key(
            entry.get("citationKey"), entry.get("citekey"), note.values.get("citation_key")
        ),
    }
    note.fill(values)
    shown_at = library.address_of(item) if library else ""
    return Said(place, values, list(_addresses(entry, note)), CALLED, shown_at=shown_at)


#: What Zotero calls our fields.
CALLED = {
    "authors": "creators",
    "editors": "creators",
    "year": "date",
    "venue": "publicationTitle",
    "abstract": "abstractNote",
    "keywords": "tags",
    "type": "itemType",
    "doi": "DOI",
}


def _type(entry: Mapping[str, Any], note: NoteLines) -> str:
    """Return the type; what is on a server of preprints is one, as Zotero long had no such type."""
    stated = text_of(entry, "itemType")
    kind = type_in(str(note.values.get("type", "")), TYPES) or type_in(stated, TYPES)
    return type_at(kind, text_of(entry, "publicationTitle", "institution", "publisher")) or stated


def _date(item: Mapping[str, Any], entry: Mapping[str, Any], note: NoteLines) -> Date | str | None:
    """Return the date as people wrote it, else as Zotero understood it."""
    date = csl_date(text_of(entry, *_DATES))
    if isinstance(date, Date):
        return date
    meta = item.get("meta")
    understood = csl_date(meta.get("parsedDate")) if isinstance(meta, dict) else None
    return understood or csl_date(note.values.get("year")) or date


def _names(entry: Mapping[str, Any], roles: Iterable[str]) -> Iterator[NameParts | str]:
    creators = entry.get("creators")
    for creator in creators if isinstance(creators, list) else ():
        if isinstance(creator, dict) and (text_of(creator, "creatorType") or "author") in roles:
            family, given = (text_of(creator, name) for name in ("lastName", "firstName"))
            parts = NameParts(family=family, given=given, literal=text_of(creator, "name"))
            if parts.natural:
                yield whole_name(parts, is_group=False)


def _keywords(tags: Any) -> Iterator[str]:
    """Yield the tags; those of type 1 came with the work, so the authors' are among them."""
    for tag in tags if isinstance(tags, list) else ():
        text = text_of(tag, "tag") if isinstance(tag, dict) else tag
        if isinstance(text, str) and is_of_the_work(text):
            yield text


def _addresses(entry: Mapping[str, Any], note: NoteLines) -> Iterator[Address]:
    if url := text_of(entry, "url"):
        yield Address("url", "paper", url)
    yield from (Address(name, "paper", url) for name, url in note.addresses)
    attachments = entry.get("attachments")
    for attachment in attachments if isinstance(attachments, list) else ():
        if isinstance(attachment, dict):
            url = text_of(attachment, "url")
            kind = text_of(attachment, "mimeType", "contentType")
            # Only what lies on the web: where a file lies on somebody's disk is nobody's business.
            if url.startswith(("http://", "https://")) and "pdf" in f"{kind} {url[-4:]}".lower():
                yield Address("attachments", "pdf", url)
