"""What the entry types and fields of BibTeX, biblatex and their exporters are called here.

Names of fields are folded: lower case, with `-` for blanks and `_`. Beside those of BibTeX and
biblatex (https://ctan.org/pkg/biblatex, sections 2.1 and 2.2) there are those of Scopus, Web of
Science, Mendeley, JabRef, HAL, INSPIRE, ACM, IEEE, ADS, PMLR and al-folio.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.sources.types import TYPES_IN_WORDS, type_in
from generator.values.work import WorkType

_JOURNAL = ("journaltitle", "fjournal", "journal", "shortjournal", "journal-iso", "journalname")
_EVENT = ("eventtitle", "conference", "event", "conference-name")
_HOUSE = ("publisher", "organization", "institution", "school")


@dataclass(frozen=True)
class EntryType:
    """An entry type: its type in CSL's terms, and the fields that say where it was published.

    `publishes` is whether that is who published it, not what it is part of.
    """

    type: WorkType | None
    venue: tuple[str, ...]
    publishes: bool = False


_ARTICLE = EntryType("article-journal", (*_JOURNAL, "booktitle", *_EVENT))
_MAGAZINE = EntryType("article-magazine", (*_JOURNAL, "booktitle", "publisher"))
_PAPER = EntryType("paper-conference", ("booktitle", *_EVENT, *_JOURNAL, "series", "maintitle"))
_CHAPTER = EntryType("chapter", ("booktitle", "maintitle", *_JOURNAL, "series", "publisher"))
_BOOK = EntryType("book", (*_HOUSE, "howpublished"), publishes=True)
_THESIS = EntryType(
    "thesis", ("school", "institution", "university", "publisher", "organization"), publishes=True
)
_REPORT = EntryType(
    "report", ("institution", "organization", "publisher", "school", "series"), publishes=True
)
_PREPRINT = EntryType("article", (*_JOURNAL, "booktitle", *_EVENT))
_ANY = EntryType(None, (*_JOURNAL, "booktitle", *_EVENT, *_HOUSE))
_PAGE = EntryType("webpage", ("organization", "publisher", *_JOURNAL, "institution"))
_DATA = EntryType("dataset", (*_JOURNAL, *_HOUSE))
_SOFTWARE = EntryType("software", (*_JOURNAL, *_HOUSE))

#: Every entry type that is known. What BibTeX's @misc is, the venue must tell.
TYPES: dict[str, EntryType] = {
    "article": _ARTICLE,
    "suppperiodical": _ARTICLE,
    "review": _ARTICLE,
    "newspaper": _MAGAZINE,
    "inproceedings": _PAPER,
    "conference": _PAPER,
    "presentation": _PAPER,
    "incollection": _CHAPTER,
    "inbook": _CHAPTER,
    "bookinbook": _CHAPTER,
    "suppbook": _CHAPTER,
    "suppcollection": _CHAPTER,
    "inreference": _CHAPTER,
    "book": _BOOK,
    "mvbook": _BOOK,
    "booklet": _BOOK,
    "collection": _BOOK,
    "mvcollection": _BOOK,
    "reference": _BOOK,
    "mvreference": _BOOK,
    "proceedings": _BOOK,
    "mvproceedings": _BOOK,
    "manual": _BOOK,
    "phdthesis": _THESIS,
    "mastersthesis": _THESIS,
    "masterthesis": _THESIS,
    "bachelorthesis": _THESIS,
    "bachelorsthesis": _THESIS,
    "thesis": _THESIS,
    "techreport": _REPORT,
    "report": _REPORT,
    "unpublished": _PREPRINT,
    "preprint": _PREPRINT,
    "online": _PAGE,
    "electronic": _PAGE,
    "www": _PAGE,
    "webpage": _PAGE,
    "dataset": _DATA,
    "data": _DATA,
    "software": _SOFTWARE,
    "softwareversion": _SOFTWARE,
    "softwaremodule": _SOFTWARE,
    "codefragment": _SOFTWARE,
    "patent": EntryType("patent", ()),
    "standard": EntryType("standard", _HOUSE, publishes=True),
    "periodical": EntryType("document", ("publisher", "organization", "institution")),
    "misc": _ANY,
    "unknown": _ANY,
    "generic": _ANY,
    "none": _ANY,
    **dict.fromkeys(
        "artwork audio bibnote commentary image jurisdiction legal legislation letter movie music"
        " performance video".split(),
        EntryType("document", (*_JOURNAL, *_HOUSE)),
    ),
}
#: A row for each of CSL's types.
ROWS: dict[str, EntryType] = {row.type: row for row in reversed(TYPES.values()) if row.type}
#: What an entry of no known type is taken for.
UNKNOWN = _ANY
#: Those that only serve other entries, and what is said of them.
SERVING = {
    "set": "names other entries, and is none itself",
    "xdata": "only lends its fields to other entries",
}
#: Those that are no work of a catalogue where others take their fields from them.
VOLUMES = frozenset(("proceedings", "mvproceedings", "periodical"))

#: Fields that are taken as they are, best first, by our names for them.
FIELDS: dict[str, tuple[str, ...]] = {
    "abstract": ("abstract", "abstractnote"),
    "volume": ("volume",),
    "event": _EVENT,
}
#: What names a work, the best first; the later ones where people describe what has no title.
TITLES = ("title", "booktitle", "maintitle", "titleaddon", "shorttitle")
PAGES = ("pages", "page", "articleno", "eid", "article-number", "art-number", "artnum")
LANGUAGE = ("language", "langid", "hyphenation")
#: Who wrote it; of a patent also who holds it.
AUTHORS = ("author", "authors", "holder", "collaboration", "author-group")
EDITORS = ("editor", "editors", "book-editor")
#: The keywords of the authors go before those of the data base. Groups of JabRef are a person's.
KEYWORDS = ("author-keywords", "keywords", "keyword", "keywords-author", "mendeley-tags", "tags")
#: Identifiers, by the names of their kinds.
IDENTIFIERS: dict[str, tuple[str, ...]] = {
    "doi": ("doi",),
    "arxiv": ("arxiv", "arxivid", "arxiv-id"),
    "openreview": ("openreview", "openreview-id"),
    "acl": ("acl", "acl-id", "aclid"),
}
#: Fields that hold addresses, by the kinds of `link.KINDS`, in the order in which they are read.
ADDRESSES: dict[str, str] = {
    "url": "paper",
    "link": "paper",
    "ee": "paper",
    "html": "paper",
    "adsurl": "paper",
    "url-paper": "paper",
    "preprint": "paper",
    "eprint": "paper",
    "pdf": "pdf",
    "url-pdf": "pdf",
    "pdfurl": "pdf",
    "pdf-url": "pdf",
    "code": "code",
    "github": "code",
    "url-code": "code",
    "codeurl": "code",
    "repository": "code",
    "software": "code",
    "dataset": "data",
    "data": "data",
    "url-dataset": "data",
    "website": "project",
    "project": "project",
    "project-page": "project",
    "url-project": "project",
    "homepage": "project",
    "demo": "project",
    "slides": "project",
    "url-slides": "project",
    "video": "video",
    "talk": "video",
    "url-video": "video",
    **{f"bdsk-url-{number}": "paper" for number in range(1, 10)},
}
#: Those that lead to another version, whose DOI is not the paper's.
VERSIONS = ("preprint", "eprint")
#: Archives that `eprinttype` or `archiveprefix` names, with the address of a paper there.
ARCHIVES: dict[str, str] = {
    "hal": "https://hal.science/{}",
    "jstor": "https://www.jstor.org/stable/{}",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/",
    "pmc": "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/",
    "hdl": "https://hdl.handle.net/{}",
    "handle": "https://hdl.handle.net/{}",
    "googlebooks": "https://books.google.com/books?id={}",
}
#: The same as fields of their own.
ARCHIVE_FIELDS = {"hal-id": "hal", "pmid": "pmid", "pmcid": "pmcid", "pmc": "pmc"}


def row_of(name: str) -> EntryType | None:
    """Return what is known of an entry type, also by other words: @journal_article, @web_page."""
    row = TYPES.get(name)
    if row or name.startswith("["):
        return row
    kind = type_in(name, TYPES_IN_WORDS)
    return ROWS.get(kind) if kind else None


def folded(name: str) -> str:
    """Return the name of a field as the tables have it."""
    if name.islower() and "_" not in name and " " not in name:
        return name
    return name.lower().replace(" ", "-").replace("_", "-")
