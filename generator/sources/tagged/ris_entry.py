"""What the tags of an entry of RIS say of a work, whichever program wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Place, Problems, quoted
from generator.sources.base import SourceFile
from generator.sources.cited_keys import cited_key
from generator.sources.languages import language_code
from generator.sources.preprints import arxiv_in, server_in
from generator.sources.said import Address, Said
from generator.sources.tagged import ris_tags
from generator.sources.tagged.lines import Entry
from generator.sources.tagged.values import (
    date_of,
    keywords_of,
    links_of,
    names_of,
    pages_of,
    something,
    volume_and_issue,
)
from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.arxiv import normal_arxiv
from generator.values.doi import normal_doi
from generator.values.notice import STATUS_WORDS
from generator.values.text import Text
from generator.values.venue import Venue
from generator.values.work import WorkType

_DOI_IN_TEXT = re.compile(r"\b(?:doi|https?://(?:dx\.)?doi\.org)[:/\s]{1,3}(10\.\S{3,200})", re.I)
_ARXIV_IN_TEXT = re.compile(r"\barxiv:\s?((?:[a-z-]{2,10}/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)", re.I)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z][A-Za-z]{0,6}(?:[ ’']{1,2}\d{2,4})?")
_ISSUE = re.compile(r"\d{1,4}")
_PMC = re.compile(r"(?:PMC)?(\d{4,9})", re.IGNORECASE)
#: What a note of its own says of a paper, above all in our own exports.
_STATUS = {words.badge: status for status, words in STATUS_WORDS.items()}
#: A note in words, and what programs note for themselves: no citation should say that.
_NOTE = re.compile(r"[^\W\d_][^\d<>=|\\]{2,}(?:\b\d{1,4}\b[^\d<>=|\\]*){0,3}")
_NO_NOTE = re.compile(
    r"<|cited by|times cited|export date|accession|pmid|pubmed|issn|source:|from duplicate|date of"
    r" publication|language:|correspondence|copyright|funding|\bdoi\b|https?:|^\W*arxiv\b|database"
    r"|undefined|rayyan|inclusion|exclusion|using smart source|reference|document type|number of"
    r"|publication type|epub|coden|conference code|manufacturers?:|tradenames?:|chemicals",
    re.IGNORECASE,
)
_LONGEST_NOTE, _LONGEST_NAME = 200, 120


def said_of(entry: Entry, file: SourceFile, types: set[str], problems: Problems) -> Said:
    """Return what an entry says. A type that RIS lacks is added to `types`."""
    place = Place(file.shown, entry.line)
    word = entry.text("TY")
    kind = ris_tags.TYPES.get(word.upper()) or type_in(word, TYPES_IN_WORDS)
    if word and not kind:
        types.add(word)
    title, title_tag = entry.first(*ris_tags.TITLES)
    if not title:
        title, title_tag = entry.first(*ris_tags.OTHER_TITLES)
    for value in entry.values(title_tag)[1:]:
        if value.text.casefold() not in ("", title.casefold()):
            what = f"{title_tag}: a second title, {quoted(value.text, 40)}; left out"
            hint = "if it is another paper, it needs a TY line before it"
            problems.warning(Place(file.shown, value.line), what, hint)
    called = {"title": title_tag if title else "TI", "year": entry.first("PY", "YR", "DA", "Y1")[1]}
    called |= {"doi": "DO", "arxiv": "AN"}
    said = Said(place, called=called, lines=entry.lines)
    said.values = {"title": title, "year": date_of(_dates(entry)), **_people(entry, word)}
    said.values |= _publication(entry, kind, title_tag)
    said.values |= _texts(entry) | _identifiers(entry)
    said.addresses = list(_addresses(entry))
    return said


def _dates(entry: Entry) -> Iterator[str]:
    """Yield what tells the year. Y2 is when somebody looked at it."""
    for tag in ("PY", "YR", "DA", "Y1"):
        for value in entry.values(tag):
            yield value.text


def _people(entry: Entry, word: str) -> dict[str, object]:
    """Return authors and editors. Of an edited book AU are the editors, as EndNote has it."""
    first = [len(entry.values(tag)) for tag in ("A1", "A2", "A3")]
    kind = ris_tags.TYPES.get(word.upper())
    # A script that numbered the authors: A1, A2, A3, one each. Journals have no editors there.
    numbered = first == [1, 1, 1] and kind in (None, "article-journal", "article")
    tags = ("A1", "A2", "A3", "A4", "A5", "A6") if numbered else ("AU", "A1")
    authors = names_of(entry.values(*tags))
    # EndNote has the editor of a series in A2 of a book, its own in A3.
    editor = "A3" if kind == "book" and "A3" in entry.tags else "A2"
    others = () if kind in ris_tags.NO_EDITORS or numbered else entry.values(editor, "ED")
    # Ovid has the references there.
    editors = names_of(value for value in others if len(value.text) <= _LONGEST_NAME)
    if word.upper() == "EDBOOK" and not editors:
        return {"editors": authors}
    return {"authors": authors, "editors": editors}


def _publication(entry: Entry, kind: WorkType | None, title_tag: str) -> dict[str, object]:
    tags = [tag for tag in ris_tags.VENUES.get(kind or "document", ()) if tag != title_tag]
    if kind is None or kind not in ris_tags.VENUES:
        tags = [*ris_tags.JOURNAL, "C3", "PB"]
    venue, venue_tag = entry.first(*tags) if tags else ("", "")
    start, end = entry.text("SP", "C7", "M2"), entry.text("EP")
    pages = pages_of(entry.text("SP"), end) if end or entry.text("SP") else pages_of(start)
    if pages and (normal_arxiv(pages) or f"/{pages}" in entry.text("DO")):
        pages = ""  # ADS and bioRxiv have their number of a preprint there
    if kind in ris_tags.COUNTED and not end and not re.search("[-–]", pages):
        pages = ""
    whole = venue
    short = entry.text("J2", "JA", "J1")
    if short and kind in ("article-journal", "paper-conference") and _is_short(short, whole):
        venue = short
    volume, issue = volume_and_issue(entry.text("VL", "VO"), entry.text("IS", "CP", "NV"))
    if not issue and kind == "article-journal" and _ISSUE.fullmatch(entry.text("M1")):
        issue = entry.text("M1")  # where old versions of EndNote have it
    arxiv = {"arxiv": found} if (found := arxiv_in(venue)) else {}
    venue = server_in(venue) or venue
    return {
        **arxiv,
        "type": _settled(kind, venue),
        "venue": venue,
        "container_title": whole if whole != venue else "",
        "event": _event(entry, venue_tag) if kind == "paper-conference" else "",
        "volume": volume,
        "issue": issue,
        "pages": pages,
        "publisher": something(entry.text("PB")),
    }


def _is_short(short: str, whole: str) -> bool:
    """Whether a short name is what people call a journal or conference: "PNAS", "CVPR 2019".

    "J. Sheep" only saves room, so that the whole name is the better one.
    """
    return bool(_ACRONYM.fullmatch(short)) and len(whole) > len(short)


def _settled(kind: WorkType | None, venue: str) -> WorkType | None:
    """Return the type; what is "published" on a server of preprints is one."""
    is_preprint = kind in ("article-journal", "document") and Venue(Text(venue)).kind == "preprint"
    return "article" if is_preprint else kind


def _event(entry: Entry, venue_tag: str) -> str:
    """Return the conference, where it is named beside the proceedings."""
    for tag in ("T2", "T3"):
        text = entry.text(tag)
        other = text and tag != venue_tag and text != entry.text(venue_tag)
        if other and (tag == "T2" or Venue(Text(text)).kind == "conference"):
            return text
    return ""


def _texts(entry: Entry) -> dict[str, object]:
    notes = [value.text for value in entry.values("N1")]
    status = next((found for note in notes if (found := _STATUS.get(note.casefold()))), None)
    return {
        "abstract": entry.text("AB", "N2"),
        "keywords": keywords_of(entry.values("KW", "K1")),
        "language": language_code(entry.text("LA")),
        "note": next(filter(_is_note, notes), ""),
        "status": status,
        "citation_key": cited_key(entry.text("ID", "LB")),
    }


def _is_note(text: str) -> bool:
    """Whether a note may stand in a citation: a few words, and not what programs note."""
    short = len(text) <= _LONGEST_NOTE and " " in text and text.casefold() not in _STATUS
    return short and bool(_NOTE.fullmatch(text)) and not _NO_NOTE.search(text)


def _identifiers(entry: Entry) -> dict[str, object]:
    """Return the DOI and the arXiv id, from tags of their own or those that hold any number."""
    found: dict[str, object] = {}
    if doi := something(entry.text("DO", "DI")):
        found["doi"] = doi.split()[0] if normal_doi(doi) is None and " " in doi else doi
    else:
        for tag in ("M3", "L3", "M1", "ID", "AN", "C8"):
            text = entry.text(tag)
            if text and (text.startswith("10.") or "doi" in text.lower()) and normal_doi(text):
                found["doi"] = text
                break
    notes = [value.text for tag in ("N1", "M1", "M3") for value in entry.values(tag)]
    for name, form in (("doi", _DOI_IN_TEXT), ("arxiv", _ARXIV_IN_TEXT)):
        told = next((hit[1] for note in notes if (hit := form.search(note))), "")
        if told and name not in found:
            found[name] = told.rstrip(".,;)]")
    if (sp := entry.text("SP")).lower().startswith("arxiv") and normal_arxiv(sp):
        found.setdefault("arxiv", sp)
    if "arxiv" in entry.text("DB", "DP").lower() and entry.text("AN"):
        found["arxiv"] = entry.text("AN")
    return found


def _addresses(entry: Entry) -> Iterator[Address]:
    """Yield the links; only UR is the paper's own."""
    yield from links_of(entry, ("UR",), ("LK", "L2", "L1", "L3", "L4"))
    if (pmc := _PMC.fullmatch(entry.text("C2"))) and entry.text("C2").upper().startswith("PMC"):
        yield Address("C2", "paper", f"https://pmc.ncbi.nlm.nih.gov/articles/PMC{pmc[1]}/")
    if entry.text("DP") in ("NLM", "PubMed") and entry.text("AN").isdecimal():
        yield Address("AN", "paper", f"https://pubmed.ncbi.nlm.nih.gov/{entry.text('AN')}/")
