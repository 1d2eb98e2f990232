"""What a row of a table, or an object with the names of its columns, says of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.problems import Place
from generator.sources.cited_keys import cited_key
from generator.sources.csl.csl_dates import csl_date
from generator.sources.csl.note_lines import read_note
from generator.sources.languages import language_code
from generator.sources.preprints import arxiv_id, is_server, server_in
from generator.sources.said import Address, Said
from generator.sources.tables import columns
from generator.sources.tables.table_names import NO_ORDER, Order, is_empty, names_in, plain_text
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.date import Date, read_date
from generator.values.doi import normal_doi
from generator.values.identifier import identifiers_in
from generator.values.work import WorkType

#: Types of Scopus, Web of Science, IEEE, Dimensions, OpenAlex, Mendeley and others: in tables an
#: article is one in a journal.
TYPES: Mapping[str, WorkType] = {
    **TYPES_IN_WORDS,
    **dict.fromkeys(
        "article articleinpress review reviewarticle researcharticle originalarticle shortsurvey"
        " editorial editorialmaterial letter note erratum correction datapaper retracted retraction"
        " shortpaper systematicreview casereport commentary j journal ieeejournals ieeemagazines"
        " ieeeearlyaccessarticles earlyaccess journalpaper s".split(),
        "article-journal",
    ),
    **dict.fromkeys(
        "proceedingspaper proceeding conferenceproceeding conferenceproceedings meetingabstract"
        " conferencereview ieeeconferences conferencepublication workshoppaper extendedabstract c"
        " abstract poster".split(),
        "paper-conference",
    ),
    **dict.fromkeys("b ieeebooks ebook book".split(), "book"),
    **dict.fromkeys("ieeestandards standards".split(), "standard"),
    **dict.fromkeys("p patents".split(), "patent"),
    **dict.fromkeys("preprints eprint".split(), "article"),
    **dict.fromkeys("booksection booksections".split(), "chapter"),
    **dict.fromkeys("webpage website".split(), "webpage"),
    **dict.fromkeys(
        "generic other misc case film bill statute hearing televisionbroadcast artwork"
        " audiorecording email forumpost instantmessage interview map podcast presentation"
        " radiobroadcast videorecording tvbroadcast".split(),
        "document",
    ),
}
#: Types that are cited with their publisher.
_OF_PUBLISHERS = frozenset(("book", "thesis", "report"))
_LINKED = re.compile(r"\[([^\[\]]+)\]\((https?://[^\s()]+)\)")
_SPACES = re.compile(r"[\s;|,<>\"]+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.|doi:|arxiv:)\S+|[^\s/\\.][^\s/\\]*\.[^\s\\]+/[^\s\\]*", re.I
)


@dataclass
class Plan:
    """Which columns hold which fields, by their places, the best first."""

    names: tuple[str, ...]
    #: The same as their source writes them, for messages.
    shown: tuple[str, ...] = ()
    fields: dict[str, tuple[int, ...]] = field(init=False)
    addresses: dict[str, tuple[int, ...]] = field(init=False)
    _parts: dict[tuple[str, ...], tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look the names up."""
        self.fields = {
            name: columns.named(self.names, told) for name, told in columns.COLUMNS.items()
        }
        self.addresses = {
            kind: tuple(place for place, name in enumerate(self.names) if name in told)
            for kind, told in columns.ADDRESSES.items()
        }

    def place(self, name: str) -> int:
        """Return the best column of a field, or of addresses by "url"; -1 if there is none."""
        places = self.addresses["paper"] if name == "url" else self.fields[name]
        return places[0] if places else -1

    def called(self, at: int) -> str:
        """Return what the source calls a column."""
        return self.shown[at].strip() if self.shown else self.names[at]

    def parts(self, names: tuple[str, ...]) -> tuple[int, ...]:
        """Return the columns of a part of a field."""
        if names not in self._parts:
            self._parts[names] = columns.named(self.names, names)
        return self._parts[names]


def said_of(plan: Plan, cells: Sequence[Any], place: Place, order: Order = NO_ORDER) -> Said:
    """Return what the cells of a row say. `order` is how authors are written in all rows."""

    def first(places: Iterable[int]) -> Any:
        return next((cells[at] for at in places if _holds(cells[at])), None)

    def text(places: Iterable[int]) -> str:
        return next((found for at in places if (found := plain_text(cells[at]))), "")

    note = read_note(text(plan.parts(columns.EXTRA)))
    own = {name: text(plan.fields[name]) for name in _TEXTS}
    stated = own["type"]
    title, linked = _title(own["title"])
    if "journalbook" in plan.names and title.endswith(".") and not title.endswith(".."):
        title = title[:-1]  # PubMed's stop
    kind = _type(stated, own["venue"])
    for name in ("volume", "issue", "pages"):
        own[name] = "" if own[name] == "0" else own[name]
    venue = own["publisher"] if kind in _OF_PUBLISHERS and own["publisher"] else own["venue"]
    venue = server_in(venue) or venue
    values: dict[str, Any] = {
        **own,
        "title": title,
        "authors": names_in(first(plan.fields["authors"]), order),
        "editors": names_in(first(plan.fields["editors"]), order),
        "year": _date(plan, cells),
        "venue": venue or own["event"],
        "pages": own["pages"] or _pages(plan, cells),
        "language": language_code(own["language"]) or note.values.get("language"),
        "keywords": tuple(
            word
            for at in _keyword_places(plan, cells)
            for word in _keywords(cells[at], plan.names[at])
        ),
        "type": kind or note.values.get("type"),
        "citation_key": cited_key(own["citation_key"], note.values.get("citation_key")),
    }
    retracted = first(plan.parts(columns.RETRACTED))
    is_retracted = str(retracted).casefold() in ("true", "yes", "1")
    if is_retracted or "retracted" in stated.casefold():
        values["status"] = "retracted"
    if not own["arxiv"]:
        values["arxiv"] = arxiv_id([own["venue"]], is_preprint=False) or note.values.get("arxiv")
    note.fill(values)
    values["note"] = note.rest
    addresses = [Address("title", "paper", linked)] if linked else []
    addresses += _addresses(plan, cells)
    addresses += [
        Address(name, "paper", url) for name, url in (*note.addresses, *_numbers(plan, cells))
    ]
    if own["doi"] and not normal_doi(own["doi"]):
        values["doi"] = own["doi"].split()[0]  # what stands behind it is of another column
    called = {name: plan.called(at[0]) for name, at in plan.fields.items() if at}
    return Said(place, values, addresses, called)


#: Fields that are one text.
_TEXTS = (
    *("title", "venue", "event", "publisher", "volume", "issue", "pages", "language", "abstract"),
    *("status", "type", "citation_key", "doi", "arxiv", "openreview", "acl"),
)


def _holds(value: Any) -> bool:
    return bool(value) and not (isinstance(value, str) and is_empty(value))


def _title(text: str) -> tuple[str, str]:
    """Return a title and the address that stands behind it: [Title](https://…)."""
    found = _LINKED.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def _type(stated: str, venue: str) -> str:
    """Return the type that is stated, of several the first that is known; empty if none is."""
    parts = [stated, *re.split("[;,|]", stated)]
    kind = next((found for part in parts if (found := type_in(part, TYPES))), None)
    return "article" if kind == "article-journal" and is_server(venue) else kind or ""


def _date(plan: Plan, cells: Sequence[Any]) -> Date | str | None:
    """Return the date: the year's own column, and the month of another that has the same year."""
    found = [csl_date(cells[at]) for at in plan.fields["year"] if _holds(cells[at])]
    dates = [date for date in found if isinstance(date, Date)]
    if not dates:
        return next((text for text in found if text), None)
    same: list[Date] = [date for date in dates if date.year == dates[0].year]
    best = max(same, key=lambda date: (date.month, date.day))
    month, day = (
        next((text for at in plan.parts(names) if (text := plain_text(cells[at]))), "")
        for names in (columns.MONTH, columns.DAY)
    )
    return best if best.month else read_date(best.year, month, day) or best


def _pages(plan: Plan, cells: Sequence[Any]) -> str:
    first, last, article = (
        next((text for at in plan.parts(names) if (text := plain_text(cells[at]))), "")
        for names in (columns.FIRST_PAGE, columns.LAST_PAGE, columns.ARTICLE)
    )
    if not first or first == "0":
        return article
    return f"{first}-{last}" if last and last != first else first


def _keyword_places(plan: Plan, cells: Sequence[Any]) -> Iterator[int]:
    """Yield the columns of keywords: the authors' own, else those that others gave."""
    held = [at for at in plan.fields["keywords"] if _holds(cells[at])]
    tags = [at for at in held if plan.names[at] in _TAGS]
    yield from tags if tags and tags[0] == held[0] else held[:1]


#: Zotero's columns: both are of one list, and a comma is part of a tag.
_TAGS = frozenset(("manualtags", "automatictags"))


def _keywords(value: Any, name: str) -> list[str]:
    if isinstance(value, list):
        return [text for item in value if (text := plain_text(item))]
    text = plain_text(value)
    if text.startswith("[") and (listed := re.findall(r"""["']([^"']{1,200})["']""", text)):
        return listed
    sign = next((sign for sign in (";", "|", "\n") if sign in text), "" if name in _TAGS else ",")
    words = (word.strip(" *\t\r\n") for word in (text.split(sign) if sign else [text]))
    return [word for word in words if word]


def _addresses(plan: Plan, cells: Sequence[Any]) -> Iterator[Address]:
    titles = plan.fields["title"][:1]
    for kind, places in plan.addresses.items():
        for at in places:
            if at in titles:
                continue
            for text in cells[at] if isinstance(cells[at], list) else [cells[at]]:
                for url in _SPACES.split(_LINKED.sub(r"\2", plain_text(text))):
                    if _ADDRESS.fullmatch(url) or identifiers_in(url):
                        yield Address(plan.called(at), _kind(kind, url), url)


def _kind(kind: str, url: str) -> str:
    """Return the kind of an address; a DOI leads to a paper's page whatever its column is."""
    return "paper" if kind == "pdf" and "doi.org/10." in url else kind


def _numbers(plan: Plan, cells: Sequence[Any]) -> Iterator[tuple[str, str]]:
    for name, told in (("PMID", columns.PMID), ("PMCID", columns.PMCID)):
        for at in plan.parts(told):
            number = plain_text(cells[at])
            if number.strip("0"):
                yield from read_note(f"{name}: {number}").addresses
