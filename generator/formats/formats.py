"""The formats that papers can be taken in. A format is a line in `FORMATS`, and its renderer.

A file is a frame around one text for each paper. The page of downloads, the pages of topics, the
citations on a paper's page, the reading list and the documentation read this table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.catalogue import Catalogue
from generator.citations.bibtex import bibtex
from generator.citations.cited import Cited, cited
from generator.citations.csl import csl_json, csl_line
from generator.citations.ris import ris
from generator.exports import FormatName
from generator.formats.papers_json import paper_line, short_line
from generator.formats.spreadsheet import header, row
from generator.language import to_say
from generator.settings import Settings
from generator.values.paper import Paper

Render = Callable[[Catalogue, Settings, Paper], str]


@dataclass(frozen=True)
class Format:
    """A format of files that hold papers.

    `name` is what scripts, pages and settings know it by, `file` the file's name, `label` what
    people call it, `brief` the same for a narrow column; `use` is a sentence on what it is for.
    `kind` says what the text of a paper is: an object with all that is known, a row of a table, or
    a citation. `render` gives that text, between `begin`, `between` and `end`; `in_groups` gives
    the one in the files of topics, people, venues and years, where that is shorter, and `alone` the
    text of one paper by itself, for its page, where that is another. Before all stands the `head`.
    `names_others` is whether the text of a paper also hangs on others: on those related to it.
    """

    name: FormatName
    file: str
    label: str
    use: str
    media_type: str
    kind: Literal["object", "row", "citation"]
    render: Render
    in_groups: Render | None = None
    begin: str = ""
    between: str = ""
    end: str = ""
    brief: str = ""
    names_others: bool = False
    alone: Callable[[Cited], str] | None = None
    head: Callable[[Settings], str] = lambda _: ""

    @property
    def ending(self) -> str:
        """How the name of a file of one paper ends: `.bib`."""
        return self.file.removeprefix("papers")

    def whole(self, parts: Sequence[bytes], settings: Settings) -> bytes:
        """Return a file of papers whose texts are `parts`."""
        begin = self.head(settings) + self.begin
        if not parts and not begin:
            return b""
        return begin.encode() + self.between.encode().join(parts) + self.end.encode()


# Functions with a name, not lambdas: other processes find them by it.


def _object(catalogue: Catalogue, _settings: Settings, paper: Paper) -> str:
    return paper_line(catalogue, paper)


def _short_object(catalogue: Catalogue, settings: Settings, paper: Paper) -> str:
    return short_line(catalogue, paper, with_abstract=settings.exports.abstracts)


def _row(catalogue: Catalogue, settings: Settings, paper: Paper) -> str:
    return row(catalogue, paper, settings.url, with_abstract=settings.exports.abstracts)


def _bibtex(catalogue: Catalogue, settings: Settings, paper: Paper) -> str:
    return bibtex(cited(catalogue, paper, with_abstract=settings.exports.abstracts))


def _ris(catalogue: Catalogue, settings: Settings, paper: Paper) -> str:
    return ris(cited(catalogue, paper, with_abstract=settings.exports.abstracts))


def _ris_with_abstract(catalogue: Catalogue, _settings: Settings, paper: Paper) -> str:
    return ris(cited(catalogue, paper, with_abstract=True))


def _csl(catalogue: Catalogue, settings: Settings, paper: Paper) -> str:
    return csl_line(cited(catalogue, paper, with_abstract=settings.exports.abstracts))


FORMATS: tuple[Format, ...] = (
    Format(
        "json", "papers.json", "JSON",
        to_say("For programs: all that is known, with abstracts, as one list of objects."),
        "application/json", "object", _object, begin="[\n", between=",\n", end="\n]\n",
        names_others=True,
    ),
    Format(
        "jsonl", "papers.jsonl", "JSON Lines",
        to_say("For programs: one object a line."),
        "application/jsonl", "object", _object, _short_object,
        between="\n", end="\n", brief="JSONL", names_others=True,
    ),
    Format(
        "csv", "papers.csv", "CSV",
        to_say("For spreadsheets: one row a paper, with links."),
        "text/csv", "row", _row,
        head=lambda settings: header(with_abstract=settings.exports.abstracts),
    ),
    Format(
        "bibtex", "papers.bib", "BibTeX",
        to_say("For LaTeX: one entry a paper."),
        "application/x-bibtex", "citation", _bibtex,
        between="\n", alone=bibtex,
    ),
    Format(
        "ris", "papers.ris", "RIS",
        to_say("For reference managers such as Zotero, Mendeley or EndNote: with abstracts."),
        "application/x-research-info-systems", "citation", _ris_with_abstract, _ris,
        between="\n", alone=ris,
    ),
    Format(
        "csl", "papers.csl.json", "CSL-JSON",
        to_say("For pandoc and other citation processors."),
        "application/vnd.citationstyles.csl+json", "citation", _csl,
        begin="[\n", between=",\n", end="\n]\n", brief="CSL", alone=csl_json,
    ),
)  # fmt: skip
