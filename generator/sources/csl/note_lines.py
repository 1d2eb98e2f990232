"""The lines `Name: value` of a note, in which Zotero and others keep what has no field.

https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra. Also read are
`{:name: value}`, as CSL processors have it, and Better BibTeX's `tex.name: value`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from generator.sources.csl.csl_dates import csl_date
from generator.values.notice import STATUSES

#: Our names for what a line may hold, by its name without case, blanks and hyphens.
_NAMES = {
    "doi": "doi",
    "arxiv": "arxiv",
    "arxivid": "arxiv",
    "eprint": "arxiv",
    "openreview": "openreview",
    "acl": "acl",
    "citationkey": "citation_key",
    "citekey": "citation_key",
    "bibtexkey": "citation_key",
    "issued": "year",
    "date": "year",
    "year": "year",
    "containertitle": "venue",
    "publicationtitle": "venue",
    "journal": "venue",
    "journaltitle": "venue",
    "booktitle": "venue",
    "eventtitle": "event",
    "event": "event",
    "conferencename": "event",
    "conference": "event",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "pages": "pages",
    "publisher": "publisher",
    "institution": "publisher",
    "language": "language",
    "type": "type",
    "itemtype": "type",
    "status": "status",
    "abstract": "abstract",
    "keywords": "keywords",
    "author": "authors",
    "editor": "editors",
}
#: Lines that hold an address, or a number with what stands before it in its address.
_ADDRESSES = {
    "url": "",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
}
#: Lines for other programs, which say nothing of a work that a page shows.
_OTHERS = frozenset(
    """
    oclc zscc citations citationcount googlescholarcitations s2id semanticscholarid mag magid
    originaldate originaltitle originalpublisher originalpublisherplace origdate reviewedtitle
    accessed accessdate submitted eventdate eventplace place publisherplace isbn issn lccn lc
    libraryofcongresscontrolnumber callnumber titleshort shorttitle collectiontitle collectionnumber
    numberofpages numberofvolumes numpages edition section medium genre archive archivelocation
    archiveplace source databaseprovider database jstor adsbibcode bibcode mr mrnumber zbl zbmath
    openalex openalexid wos wosid accessionnumber eid scopus qid wikidata handle hal dewey ean asin
    gndid ppn entrytype alias ids primaryclass archiveprefix eprinttype eprintclass groups file
    translator rights license copyright dateadded datemodified readstatus readstatusdate
    authoraffiliation authoraddress affiliation number version rating tldr numeric shorthand
""".split()
)
_CHEATER = re.compile(r"\{:\s*([A-Za-z][\w .-]{0,40}?)\s*:\s*([^{}]*)\}")
_LINE = re.compile(r"\s*([A-Za-z][\w .*-]{0,40}?)\s*[:=]\s*(\S.*)")
#: What Better BibTeX puts before names of fields of BibTeX.
_PREFIX = re.compile(r"(?:bib(?:la)?)?tex\*?[.:]?\s*", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")
_PMC = re.compile(r"(?:PMC)?[0-9]{1,12}", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n|<br ?/?>|</?p>", re.IGNORECASE)


#: Names stand there in parts; an id is no key, and a type another word than ours.
_WEIGHED = frozenset(("authors", "editors", "citation_key", "type", "language", "arxiv"))


@dataclass(slots=True)
class NoteLines:
    """What the lines of a note hold, and what is left of it.

    `values` has our names of fields and identifiers, and `authors` and `editors` as lists of
    (family, given) or (name,). `addresses` has the name of each with it.
    """

    values: dict[str, Any] = field(default_factory=dict)
    addresses: list[tuple[str, str]] = field(default_factory=list)
    rest: str = ""

    def fill(self, values: dict[str, Any]) -> None:
        """Give `values` what they do not say yet, but for what readers weigh themselves."""
        for name, value in self.values.items():
            if name not in _WEIGHED and not values.get(name):
                values[name] = csl_date(value) if name == "year" else value


def read_note(note: Any) -> NoteLines:
    """Return what a note says, which may be a text or a list of lines."""
    lines = note if isinstance(note, list) else [note]
    found = NoteLines()
    rest: list[str] = []
    for text in lines:
        if isinstance(text, str):
            for name, value in _CHEATER.findall(text):
                _take(found, name, value.strip())
            plain = _CHEATER.sub("", text) if "{:" in text else text
            rest += [line for line in _LINE_END.split(plain) if not _took(found, line)]
    found.rest = "\n".join(line.strip() for line in rest if line.strip())
    return found


def _took(found: NoteLines, line: str) -> bool:
    parts = _LINE.fullmatch(line)
    return parts is not None and _take(found, parts[1], parts[2].strip())


def _take(found: NoteLines, name: str, value: str) -> bool:
    """Take a line, and return whether its name is one of those known."""
    bare = _PREFIX.sub("", name, count=1) if _PREFIX.match(name) else name
    key = _SIGNS.sub("", bare or name).casefold()
    if key in _ADDRESSES:
        before = _ADDRESSES[key]
        if value and (not before or _PMC.fullmatch(value)):
            found.addresses.append((name, f"{before}{value}"))
    elif our := _NAMES.get(key):
        if our in ("authors", "editors"):
            if "||" not in value:
                return False
            names = found.values.setdefault(our, [])
            names.append(tuple(part.strip() for part in value.split("||", 1)))
        elif value and (our != "status" or value.casefold() in STATUSES):
            found.values.setdefault(our, value)
    return key in _NAMES or key in _ADDRESSES or key in _OTHERS or bare != name
