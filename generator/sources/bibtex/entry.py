"""What an entry of BibTeX or biblatex says, in our terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.problems import Place
from generator.sources.bibtex import fields as table
from generator.sources.bibtex.archives import (
    archive_addresses,
    archive_of,
    arxiv_of,
    is_arxiv_alone,
)
from generator.sources.bibtex.dates import date_in
from generator.sources.bibtex.groups import regrouped
from generator.sources.bibtex.inheritance import Entry
from generator.sources.bibtex.journals import spelled_out
from generator.sources.bibtex.names import names_in
from generator.sources.languages import known_language
from generator.sources.links_in import links_in
from generator.sources.preprints import SERVERS, arxiv_in, server_in
from generator.sources.said import Address, Said
from generator.sources.tags import is_of_the_work
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.text.entities import decode_all
from generator.values.identifier import identifiers_in
from generator.values.text import Text
from generator.values.venue import Venue

_ENDS_SENTENCE = re.compile(r"[.:?!…—–][}\s]*$")
_ADDRESS = re.compile(
    r"\\(?:url|path|nolinkurl)\s?\{([^{}]{1,2000})\}|\\href\s?\{([^{}]{1,2000})\}"
    r"|((?:https?://|www\.)[^\s{}<>\"]{3,2000})"
)
#: What stands beside an address and says nothing more.
_ABOUT_ADDRESS = re.compile(
    r"(?:[\W\d_]|\\url|available|at|from|online|on|url|accessed|retrieved|last|visited|access|date"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)*+",
    re.IGNORECASE,
)
_IS_ADDRESS = re.compile(
    r"\s*(?:https?:/|www\.|\\url|\\href|<a\s|\[[^\[\]]{0,200}\]\()", re.IGNORECASE
)
_ORDER = {name: place for place, name in enumerate(table.ADDRESSES)}
#: Hosts of code, data and videos, and paths of PDFs, which `links_in` knows.
_TELLING_HOST = re.compile(
    r"\.git|git|bitbucket|codeberg|sr\.ht|4open|zenodo|kaggle|dataverse|figshare|youtu|vimeo"
    r"|huggingface|pdf"
)
#: Hosts that only a publisher sees, which some write into what they export.
_PRIVATE = re.compile(r"\s*https?://(?:localhost\b|[^/\s]{1,200}\.(?:lan|local|internal)\b)")
_NEXT_ADDRESS = re.compile(r"[\s,;]+(?=https?://)")
#: How often it was cited when it was exported, or that there are no pages.
_CITED = re.compile(r"\W*(?:cited (?:by|times)|times cited)\b", re.IGNORECASE)
_NO_PAGES = re.compile(r"(?:[\W_]|n/a|null|none)*+", re.IGNORECASE)
_STATES = {
    "inpreparation": "In preparation",
    "submitted": "Submitted",
    "forthcoming": "Forthcoming",
    "inpress": "In press",
    "prepublished": "Prepublished",
}
_WORDS_OF_TYPES = re.compile(r"[A-Za-z]+")
_HOLDER = re.compile(r"[{}]")


def said_by(entry: Entry, file: str) -> Said:
    """Return what an entry of a file says, before any repair."""
    fields = entry.fields
    row = table.row_of(entry.type) or _listed_type(entry) or table.UNKNOWN
    values: dict[str, object] = {}
    called: dict[str, str] = {}

    def take(name: str, source: str, value: object = None) -> None:
        taken = fields.get(source) if value is None else value
        if taken:
            values[name] = taken
            if source != name:
                called[name] = entry.called.get(source, source)

    for name, sources in table.FIELDS.items():
        take(name, _first(fields, sources))
    values["title"] = _title(fields)
    dated = date_in(fields)
    take("year", dated.called, dated.value)
    for name, sources in (("authors", table.AUTHORS), ("editors", table.EDITORS)):
        source = _first(fields, sources)
        take(name, source, tuple(names_in(fields[source])) if source else None)
    for name, sources in table.IDENTIFIERS.items():
        take(name, _first(fields, sources))
    source, arxiv = arxiv_of(fields)
    take("arxiv", source, arxiv)
    take("keywords", _first(fields, table.KEYWORDS), tuple(_keywords(fields)))
    # The number of a book is its place in a series.
    is_book = "series" in fields and row.type in ("book", "chapter", "paper-conference")
    take("issue", "" if is_book else _first(fields, ("number", "issue")))
    take("language", _first(fields, table.LANGUAGE), _language(fields))
    values["pages"] = _pages(fields)
    if arxiv_in(fields.get("volume", "")) or source == "volume":
        values.pop("volume", None)
    where, venue = _venue(entry, row)
    if where in table.FIELDS["event"]:
        values.pop("event", None)
    server = server_in(venue) or ("" if venue else _server(fields, arxiv, row))
    take("venue", where, server or venue)
    values["type"] = (
        "article" if server and row.type in _MAY_BE_PREPRINT else _type(entry, row, venue)
    )
    _take_houses(fields, row, where, take)
    values["note"] = _note(fields, where) or dated.pending
    if entry.key and not _IS_ADDRESS.match(entry.key):
        values["citation_key"] = entry.key
    addresses = [
        Address(entry.called.get(source, source), kind, url)
        for source, kind, url in _addresses(fields, where)
    ]
    values |= {
        name: regrouped(text) for name in _LINES if isinstance(text := values.get(name), str)
    }
    values = {name: value for name, value in values.items() if value}
    return Said(Place(file, entry.line), values, addresses, called, entry.lines)


#: Fields whose braces only hold words together; in an abstract some mean sets.
_LINES = ("title", "venue", "container_title", "publisher", "event", "note")
#: Entries of these types are preprints where a server is all that is said of their place.
_MAY_BE_PREPRINT = (None, "article-journal", "paper-conference", "webpage", "report", "article")


def _first(fields: Mapping[str, str], names: Iterable[str]) -> str:
    """Return the first of the fields that an entry has; empty if it has none."""
    for name in names:
        if name in fields:
            return name
    return ""


def _title(fields: Mapping[str, str]) -> str:
    title = next((fields[name] for name in table.TITLES if fields.get(name)), "")
    subtitle = fields.get("subtitle") if fields.get("title") else fields.get("booksubtitle")
    return _joined(title, subtitle or "")


def _joined(title: str, subtitle: str) -> str:
    """Return a title with its subtitle, unless it is there already."""
    if not title or not subtitle or subtitle.lower() in title.lower():
        return title or subtitle
    return f"{title}{' ' if _ENDS_SENTENCE.search(title[-20:]) else ': '}{subtitle}"


def _listed_type(entry: Entry) -> table.EntryType | None:
    """Return the type of `@['JournalArticle', 'Conference']`: that which the fields are of."""
    if not entry.type.startswith("["):
        return None
    types = [type_in(word, TYPES_IN_WORDS) for word in _WORDS_OF_TYPES.findall(entry.type)]
    rows = [table.ROWS[kind] for kind in types if kind in table.ROWS]
    fitting = [row for row in rows if _first(entry.fields, row.venue[:1])]
    fitting += [row for row in rows if _first(entry.fields, row.venue[:3])]
    return next(iter([*fitting, *rows]), None)


def _type(entry: Entry, row: table.EntryType, venue: str) -> str:
    fields = entry.fields
    if row.type == "article-journal" and fields.get("entrysubtype") in ("magazine", "newspaper"):
        return "article-magazine"
    stated = type_in(fields.get("document-type", ""), TYPES_IN_WORDS)
    if row.type is None:
        words = (fields.get("type", ""), fields.get("entrysubtype", ""))
        return stated or next((t for word in words if (t := type_in(word, TYPES_IN_WORDS))), "")
    # Scopus tells what was read at a conference; its proceedings may be a journal all the same.
    if row.type == "article-journal" and stated == "paper-conference":
        return stated if Venue(Text(venue)).kind == "conference" else row.type
    return row.type


def _venue(entry: Entry, row: table.EntryType) -> tuple[str, str]:
    """Return the field that says where it was published, and what it says."""
    source = _first(entry.fields, ("howpublished",) if _is_ours(entry, row) else row.venue)
    if not source:
        return "", ""
    venue = spelled_out(entry.fields[source])
    if _IS_ADDRESS.match(venue):
        return source, ""
    return source, _joined(
        venue, entry.fields.get("booksubtitle", "") if source == "booktitle" else ""
    )


def _is_ours(entry: Entry, row: table.EntryType) -> bool:
    """Whether an entry of no type says what it is, as our own exports do."""
    return row.type is None and bool(type_in(entry.fields.get("entrysubtype", ""), TYPES_IN_WORDS))


def _server(fields: Mapping[str, str], arxiv: str, row: table.EntryType) -> str:
    """Return the server of a preprint of which no other place is named."""
    if row.type not in _MAY_BE_PREPRINT or row.type == "paper-conference":
        return ""
    archive = archive_of(fields)
    return SERVERS["arxiv"] if arxiv else SERVERS.get(archive, "")


def _take_houses(
    fields: Mapping[str, str],
    row: table.EntryType,
    where: str,
    take: Callable[..., None],
) -> None:
    """Take who published it, and the series of a book, beside the venue."""
    house = ("publisher", "organization")
    publishers = house if row.type in ("paper-conference", None) else ("publisher",)
    source = where if row.publishes else _first(fields, publishers)
    if source and not server_in(fields[source]) and not _IS_ADDRESS.match(fields[source]):
        take("publisher", source)
    if row.type == "book":
        take("container_title", _first(fields, ("maintitle", "series")))


def _pages(fields: Mapping[str, str]) -> str:
    for name in table.PAGES:
        text = fields.get(name, "")
        if not _NO_PAGES.fullmatch(text) and not arxiv_in(text):
            return text
    return ""


def _language(fields: Mapping[str, str]) -> str:
    """Return the code of the one language that is named, if it is known."""
    for name in table.LANGUAGE:
        if name not in fields:
            continue
        words = re.split(r"\s+and\s+|\s*[;,]\s*", _HOLDER.sub("", fields[name]))
        codes = {known_language(word.lower().removeprefix("lang")) for word in words}
        if len(codes) == 1 and "" not in codes:
            return codes.pop()
    return ""


def _keywords(fields: Mapping[str, str]) -> Iterator[str]:
    text = fields.get(_first(fields, table.KEYWORDS), "").strip()
    while text.startswith("{") and text.endswith("}") and text.count("{") == 1:
        text = text[1:-1]
    if "&" in text:
        text = decode_all(text)
    seen = set()
    for word in _parted(text, ";" if ";" in text else ","):
        if is_of_the_work(word) and word.strip() not in seen:
            seen.add(word.strip())
            yield word.strip()


def _parted(text: str, sign: str) -> Iterator[str]:
    """Yield what stands between signs that are in no braces."""
    if "{" not in text:
        yield from text.split(sign)
        return
    depth, start = 0, 0
    for found in re.compile(rf"[{{}}{sign}]").finditer(text):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if found[0] == sign and depth <= 0:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _note(fields: Mapping[str, str], where: str) -> str:
    """Return what a citation should say beside all else."""
    for name in ("note", "howpublished", "addendum"):
        text = fields.get(name, "")
        if not text or name == where or _CITED.match(text) or is_arxiv_alone(text):
            continue
        if not _ABOUT_ADDRESS.fullmatch(_ADDRESS.sub("", text)):
            return text
    return _STATES.get(fields.get("pubstate", "").lower(), fields.get("pubstate", ""))


def _addresses(fields: Mapping[str, str], where: str) -> Iterator[tuple[str, str, str]]:
    """Yield every address with its field and its kind; files on somebody's disk are none."""
    seen: set[str] = set()
    for name in sorted(fields.keys() & table.ADDRESSES.keys(), key=_ORDER.__getitem__):
        kind, text = table.ADDRESSES[name], fields[name]
        if (
            not text
            or not _IS_ADDRESS.match(text)
            or _PRIVATE.match(text)
            or (name in table.VERSIONS and any(i.kind != "arxiv" for i in identifiers_in(text)))
            or (name.startswith("bdsk") and _is_known(fields))
        ):
            continue
        for url in _NEXT_ADDRESS.split(text.strip()):
            if url not in seen:
                seen.add(url)
                yield name, _kind(url, kind), url
    for name in ("howpublished", "note", where):
        text = fields.get(name, "") if name else ""
        if seen or not text or not (found := _ADDRESS.search(text)):
            continue
        if name != "note" or _ABOUT_ADDRESS.fullmatch(_ADDRESS.sub("", text)):
            url = found[1] or found[2] or found[3]
            seen.add(url)
            yield name, _kind(url, "paper"), url
    if not seen:
        for name, url in archive_addresses(fields):
            yield name, "paper", url


def _is_known(fields: Mapping[str, str]) -> bool:
    """Whether an entry has its own address, so that BibDesk's copy of it says nothing more."""
    return bool(fields.get("url") or fields.get("doi"))


def _kind(url: str, kind: str) -> str:
    """Return the kind of a link: its host tells more than a field for any address."""
    if kind != "paper" or not _TELLING_HOST.search(url):
        return kind
    found = links_in(url)
    return found[0].kind if found and found[0].kind in ("pdf", "code", "data", "video") else kind
