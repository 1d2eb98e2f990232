"""Reads NBIB, the MEDLINE format of PubMed: tags of up to four letters, and wrapped lines.

The fields: https://www.nlm.nih.gov/bsd/mms/medlineelements.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from generator.problems import Place, Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.languages import language_code
from generator.sources.said import Address, Said
from generator.sources.tagged.lines import Entry, lines_of, reading_of
from generator.sources.tagged.values import (
    date_of,
    keywords_of,
    name_of,
    pages_of,
    something,
    with_initials,
)
from generator.values.name_parts import NameParts
from generator.values.notice import Status, read_notice
from generator.values.paper import Rank
from generator.values.work import WorkType
from generator.workers import HERE, Workers

#: Four places for the tag, a hyphen, a blank; the blank or some of the places may be lost.
_TAG = re.compile(
    r"((?=.{4}-)[A-Z][A-Z0-9]{1,3}|[A-Z][A-Z0-9]{1,3}(?=[ \t]{0,3}-(?:[ \t]|$)))"
    r"[ \t]{0,3}-[ \t]?(.*)",
    re.DOTALL,
)
_PMID = re.compile(r"\s{0,9}(?:PMID)[ \t]{0,3}-[ \t]{0,9}(\d{1,9})\s*", re.IGNORECASE)
#: What no other format of tagged lines has.
_TELLING = frozenset(("PMID", "OWN", "STAT", "FAU", "DEP", "LID", "AID", "MHDA", "CRDT", "PHST"))
_FEWEST_TELLING, _LINES_BEFORE, _SAMPLE = 2, 100, 60_000
#: Tags on which an entry may begin that lost its first line.
_FIRST_TAGS = frozenset(("OWN", "STAT", "DCOM", "LR", "IS", "TI"))

#: Types of publications that are other things than articles; the first that an entry has counts.
TYPES: Mapping[str, WorkType] = {
    "preprint": "article",
    "dataset": "dataset",
    "newspaper article": "article-magazine",
    "technical report": "report",
    "academic dissertation": "thesis",
    "dissertations/theses": "thesis",
    "speeches/meeting papers": "paper-conference",
    "books": "book",
}
#: Types of publications, and tags of other notices, that say what became of a paper; the gravest
#: first.
STATUS_TYPES: Mapping[str, Status] = {
    "retracted publication": "retracted",
    "corrected and republished article": "corrected",
}
STATUS_TAGS: Mapping[str, Status] = {"RIN": "retracted", "ECI": "concern", "EIN": "corrected"}
#: Types of notices, and the word that a title needs to be known as one; the paper itself may have
#: the very same title.
NOTICES: Mapping[str, str] = {
    "published erratum": "Erratum",
    "retraction of publication": "Retraction",
    "retraction notice": "Retraction",
    "expression of concern": "Expression of concern",
}
_ARTICLE = re.compile(r"([a-zA-Z]{0,3}\d{1,8})(?: \[pii\])?")
_ORCID = re.compile(r"orcid", re.IGNORECASE)


class NbibReader:
    """Reads one file of PubMed's entries."""

    name = "NBIB"
    endings = (".nbib",)
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, file: SourceFile, text: str) -> bool:  # noqa: ARG002
        """Whether lines near the beginning have tags that only PubMed has."""
        lines = (line for _, line in islice(lines_of(text[:_SAMPLE]), _LINES_BEFORE))
        tags = [found[1] for line in lines if (found := _TAG.fullmatch(line))]
        return len(_TELLING.intersection(tags)) >= _FEWEST_TELLING

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every entry; one without a title is a warning."""
        entries = ((entry, _said(entry, file)) for entry in _entries(text))
        return reading_of(entries, file, problems, workers)


def _entries(text: str) -> Iterator[Entry]:
    """Yield each entry. Authors, their affiliations and their iDs stand in turn: see `_people`."""
    entry: Entry | None = None
    blank = True
    for number, line in lines_of(text):
        found = _PMID.fullmatch(line)
        tagged = _TAG.fullmatch(line)
        if found and not (entry and set(entry.tags) <= {"OWN", "STAT"}):
            if entry:
                yield entry
            entry = Entry(number)
            entry.add("PMID", found[1], number)
        elif tagged:
            if entry and blank and tagged[1] in _FIRST_TAGS and "TI" in entry.tags:
                yield entry
                entry = None
            entry = entry or Entry(number)
            entry.add(tagged[1], tagged[2], number)
        elif entry and line.strip():
            entry.go_on(line.strip())
        blank = not line.strip()
    if entry:
        yield entry


def _said(entry: Entry, file: SourceFile) -> Said:
    # ERIC has a kind within another: "Dissertations/Theses - Doctoral Dissertations".
    kinds = [value.text.casefold().partition(" - ")[0] for value in entry.values("PT")]
    book = _unstopped(entry.text("BTI"))
    title = _title(entry) or book
    # PubMed sets a notice beside its paper, often under the same title.
    notice = next((word for kind in kinds if (word := NOTICES.get(kind))), "")
    if notice and title and not read_notice(title).is_work:
        title = f"{notice}: {title}"
    is_chapter = bool(book) and title != book
    venue = entry.text("JT", "TA") or (book if is_chapter else entry.text("PB"))
    said = Said(Place(file.shown, entry.line), called={"title": "TI"}, lines=entry.lines)
    said.values = {
        "title": title,
        "type": _type(entry, kinds, is_chapter=is_chapter),
        "status": None if notice else _status(entry, kinds),
        "authors": _people(entry, "FAU", "AU"),
        "editors": _people(entry, "FED", "ED"),
        "year": date_of(entry.text(tag) for tag in ("DP", "DEP", "CDAT")),
        "venue": venue,
        "volume": something(entry.text("VI")),
        "issue": something(entry.text("IP")),
        "pages": pages_of(entry.text("PG") or _article(entry)),
        "publisher": entry.text("PB"),
        "language": language_code(entry.text("LA")),
        "abstract": entry.text("AB"),
        "keywords": keywords_of(entry.values("OT")),
    }
    if doi := _doi(entry):
        said.values["doi"] = doi
    said.addresses = list(_addresses(entry))
    return said


def _title(entry: Entry) -> str:
    """Return the title without its full stop, and the brackets around one that was translated."""
    said = entry.text("TI")
    title = _unstopped(said)
    if title.startswith("[") and _closes(title) == len(title) - 1:
        title = _unstopped(title[1:-1])
    if not title or title.casefold() in ("not available", "in process citation"):
        return _unstopped(entry.text("TT"))
    return title


def _unstopped(title: str) -> str:
    title = title.strip()
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _closes(text: str) -> int:
    """Return where the bracket closes with which a text begins."""
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "[") - (char == "]")
        if depth == 0:
            return at
    return -1


def _type(entry: Entry, kinds: list[str], *, is_chapter: bool) -> WorkType:
    if found := next((TYPES[kind] for kind in kinds if kind in TYPES), None):
        return found
    if "BTI" in entry.tags:
        return "chapter" if is_chapter else "book"
    return "article-journal"


def _status(entry: Entry, kinds: list[str]) -> Status | None:
    by_type = next((status for kind, status in STATUS_TYPES.items() if kind in kinds), None)
    by_tag = next((status for tag, status in STATUS_TAGS.items() if tag in entry.tags), None)
    return "retracted" if "retracted" in (by_type, by_tag) else by_tag or by_type


def _people(entry: Entry, whole: str, short: str) -> tuple[str | NameParts, ...]:
    """Return people and groups in their order: whole names, or initials where there are no others.

    `whole` and `short` are the tags of names. The iD of an author stands behind the name.
    """
    tag = whole if whole in entry.tags else short
    tags = (tag, "CN", "AUID") if short == "AU" else (tag,)
    found: list[str | NameParts] = []
    of_tag = {id(value): name for name in tags for value in entry.tags.get(name, ())}
    for value in entry.values(*tags):
        name = of_tag[id(value)]
        if name == "CN":
            found.append(NameParts(literal=value.text))
        elif name == "AUID":
            _give_orcid(found, value.text)
        elif tag == short and "," not in value.text:
            found.append(with_initials(value.text))
        else:
            found += name_of(value.text)
    return tuple(found)


def _give_orcid(people: list[str | NameParts], said: str) -> None:
    last = people[-1] if people else ""
    if isinstance(last, NameParts) and not last.orcid and _ORCID.search(said):
        orcid = re.sub(r"(?i)^.*orcid(?:\.org/|:)?\s*", "", said).strip()
        people[-1] = NameParts(
            last.family, last.given, last.particle, last.suffix, last.literal, orcid
        )


def _doi(entry: Entry) -> str:
    """Return the DOI, "10.1234/abc [doi]"; article numbers of publishers stand in the same tags."""
    for value in entry.values("LID", "AID"):
        before, _, kind = value.text.rpartition("[")
        if kind.rstrip("] .").lower() == "doi" and before.strip():
            return before.split()[-1]
    return ""


def _article(entry: Entry) -> str:
    """Return the number of an article that has no pages: "1042 [pii]"."""
    found = (_ARTICLE.fullmatch(value.text) for value in entry.values("LID", "AID"))
    return next((one[1] for one in found if one), "")


def _addresses(entry: Entry) -> Iterator[Address]:
    if pmid := entry.text("PMID"):
        yield Address("PMID", "paper", f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/")
    pmc = re.fullmatch(r"(?:PMC)?(\d{1,9})(?:\.\d+)?", entry.text("PMC", "PMCR"), re.IGNORECASE)
    if pmc:
        yield Address("PMC", "paper", f"https://pmc.ncbi.nlm.nih.gov/articles/PMC{pmc[1]}/")
