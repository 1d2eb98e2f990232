"""Entries of BibTeX with their values, and what each takes over from others.

How fields pass from parent to child is that of appendix B of the manual of biblatex, but for what
names the parent itself: a paper has not the DOI or the address of its volume.
https://ctan.org/pkg/biblatex
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

#: A longer chain of parents is a circle.
MAX_PARENTS = 9


@dataclass(slots=True)
class Entry:
    """An entry; `type` is in lower case, `fields` have their values by their folded names.

    `lines` has the line of each field that was not taken over, as it is written; `called` has how
    a field is written where that is not its folded name.
    """

    type: str
    key: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


#: Never taken over: what is the parent's own.
_OWN = frozenset(
    "abstract addendum annotation annote archiveprefix arxiv biburl bibsource code crossref doi"
    " entryset entrysubtype eprint eprintclass eprinttype execute file howpublished html ids key"
    " keywords label note options page pages pdf presort primaryclass pubmed related"
    " relatedoptions relatedstring relatedtype shortauthor shorteditor shorthand shorttitle"
    " sortkey sorttitle sortyear timestamp type url urldate video xdata xref".split()
)
#: Fields that name another entry.
_NAMING = {"crossref", "xdata"}
_TITLES = ("title", "subtitle", "titleaddon")
_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_MAIN = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_JOURNAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_VOLUMES = frozenset(("mvbook", "mvcollection", "mvproceedings", "mvreference"))
_PARTS = frozenset(
    "inproceedings conference incollection inbook bookinbook suppbook suppcollection inreference"
    " article suppperiodical".split()
)
#: Fields that say one thing: the child's own beats either of the parent's.
_ONE = ({"journal", "journaltitle", "journalsubtitle"}, {"booktitle", "booksubtitle"})


def _renamed(parent: str, child: str) -> dict[str, str]:
    """Return what the titles of a parent are called in its child."""
    if parent in _VOLUMES:
        return _MAIN
    if parent == "periodical":
        return _JOURNAL
    return _BOOK if child in _PARTS else {}


class Inheritance:
    """Fills the entries of a file from those that they name, each once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_key: dict[str, Entry] = {}
        for entry in entries:
            if entry.key:
                self._by_key.setdefault(entry.key.lower(), entry)
        self._filled: set[int] = set()
        #: Entries that others take over from with crossref, by their `id`.
        self.parents: set[int] = set()
        #: Entries whose parent is not in the file, with its key.
        self.orphans: list[tuple[Entry, str]] = []

    def fill(self, entry: Entry, depth: int = 0) -> None:
        """Take over what `xdata` and `crossref` of an entry name, and what those do."""
        if id(entry) in self._filled or not entry.fields.keys() & _NAMING:
            return
        self._filled.add(id(entry))
        for source in self._named(entry, "xdata", depth):
            for name, value in source.fields.items():
                entry.fields.setdefault(name, value)
        for parent in self._named(entry, "crossref", depth):
            self.parents.add(id(parent))
            inherit(entry, parent)

    def _named(self, entry: Entry, name: str, depth: int) -> Iterator[Entry]:
        for key in re.split(r"\s*,\s*", entry.fields.get(name, "").strip(" ,")):
            found = self._by_key.get(key.lower())
            if found and found is not entry and depth < MAX_PARENTS:
                self.fill(found, depth + 1)
                yield found
            elif key and not found:
                self.orphans.append((entry, key))


def inherit(child: Entry, parent: Entry) -> None:
    """Take over the fields of a parent that the child has not."""
    renamed = _renamed(parent.type, child.type)
    own = set(child.fields)
    if own & {"year", "date"}:
        own |= {"year", "date", "month", "day"}
    for names in _ONE:
        own |= names if own & names else set()
    for name, value in parent.fields.items():
        # A field of that name in the parent goes before its title: BibTeX knows no other way.
        meant = renamed.get(name, name)
        doubled = meant != name and meant in parent.fields
        is_author = name == "author" and parent.type not in ("book", "mvbook")
        if doubled or is_author or meant in own or meant in _OWN or meant in _TITLES:
            continue
        child.fields[meant] = value


def lend_volumes(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Give papers without a volume what the volume above them says; yields the volumes.

    So are the files of PMLR: one @proceedings without a title of its own, and behind it papers
    that name it nowhere. https://proceedings.mlr.press/spec.html
    """
    volume = None
    for entry in entries:
        if entry.type == "proceedings":
            volume = entry if "title" not in entry.fields and "booktitle" in entry.fields else None
        elif (
            volume
            and entry.type in ("inproceedings", "conference")
            and not entry.fields.keys() & {"booktitle", "journal", "year", "date", "crossref"}
        ):
            if name := volume.fields.get("name"):
                entry.fields.setdefault("eventtitle", name)
            inherit(entry, volume)
            yield volume
