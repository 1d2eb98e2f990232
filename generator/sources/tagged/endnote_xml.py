"""Reads EndNote's XML: the tags of its import format as elements, with the style of each text.

Zotero and others write it, too. There is no public definition; this is what EndNote X9 exports.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from generator.problems import Place, Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.tagged.endnote import reading_of_tags
from generator.sources.tagged.lines import Entry
from generator.values.paper import Rank
from generator.workers import HERE, Workers

_BEGINS = re.compile(r"[\s\ufeff]*(?:<\?xml[^>]{0,200}\?>\s*)?<xml>\s*<records>\s*<record>")
#: Characters that XML forbids; EndNote writes them all the same.
_FORBIDDEN = {code: " " for code in range(32) if chr(code) not in "\t\n\r"}

#: The ends of paths of elements, and the tag of EndNote's import format that says the same.
_TAGS = {
    ("authors", "author"): "A",
    ("secondary-authors", "author"): "E",
    ("tertiary-authors", "author"): "Y",
    ("titles", "title"): "T",
    ("titles", "secondary-title"): "J",
    ("periodical", "full-title"): "J",
    ("titles", "tertiary-title"): "S",
    ("record", "pages"): "P",
    ("record", "volume"): "V",
    ("record", "number"): "N",
    ("dates", "year"): "D",
    ("pub-dates", "date"): "8",
    ("record", "publisher"): "I",
    ("record", "electronic-resource-num"): "R",
    ("record", "abstract"): "X",
    ("keywords", "keyword"): "K",
    ("related-urls", "url"): "U",
    ("web-urls", "url"): "U",
    ("pdf-urls", "url"): ">",
    ("record", "language"): "G",
    ("record", "label"): "F",
}
#: What messages call the fields.
_CALLED = {
    "title": "title",
    "year": "year",
    "authors": "author",
    "doi": "electronic-resource-num",
    "type": "ref-type",
}


class EndNoteXmlReader:
    """Reads one file of EndNote's XML."""

    name = "EndNote XML"
    endings = (".xml",)
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, file: SourceFile, text: str) -> bool:  # noqa: ARG002
        """Whether the first elements are those of EndNote."""
        return bool(_BEGINS.match(text))

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every entry. Where the XML is broken, those before it are kept."""
        records = _Records()
        try:
            records.parse(text.translate(_FORBIDDEN))
        except expat.ExpatError as error:
            left = text.count("<record>") - len(records.entries)
            what = (
                f"not well-formed XML: {expat.ErrorString(error.code)}; {left:,} entries left out"
            )
            hint = "export the file again"
            tell = problems.warning if records.entries else problems.error
            tell(Place(file.shown, error.lineno), what, hint)
            reading = reading_of_tags(iter(records.entries), file, problems, _CALLED, workers)
            return Reading(reading.records, reading.rejected + left)
        return reading_of_tags(iter(records.entries), file, problems, _CALLED, workers)


class _Records:
    """Collects the entries of a file, one element after the other."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._entry: Entry | None = None
        self._path: list[str] = []
        self._text: list[str] = []
        self._line = 0
        # Its name stands for whatever encoding the file named before it was decoded.
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append

    def parse(self, text: str) -> None:
        """Read all of a file; raise ExpatError where it is broken."""
        self._parser.Parse(text.encode("utf-8", "replace"), True)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            return
        self._path.append(name)
        self._text.clear()
        self._line = self._parser.CurrentLineNumber
        if name == "record":
            self._entry = Entry(self._line)
        elif name == "ref-type" and self._entry:
            self._entry.add("0", attributes.get("name", ""), self._line)

    def _end(self, name: str) -> None:
        if name == "style":
            return
        tag = _TAGS.get((self._path[-2], name)) if len(self._path) > 1 else None
        self._path.pop()
        if name == "record" and self._entry:
            self.entries.append(self._entry)
            self._entry = None
        elif tag and self._entry:
            self._add(tag, "".join(self._text))
        self._text.clear()

    def _add(self, tag: str, text: str) -> None:
        lines = [line.strip() for line in text.splitlines()]
        if self._entry and any(lines):
            self._entry.add(tag, lines[0], self._line)
            for line in lines[1:]:
                self._entry.go_on(line)
