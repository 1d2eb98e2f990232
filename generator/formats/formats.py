"""The formats that papers can be taken in. A format is a line in `FORMATS`, and its renderer.

A file is a frame around one text for each paper. The page of downloads, the pages of topics, the
citations on a paper's page, the reading list and the documentation read this table.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.catalogue import Catalogue
from generator.citations.bibtex import bibtex
from generator.citations.cited import Cited, cited
from generator.citations.csl import csl_item, csl_json
from generator.citations.ris import ris
from generator.formats.papers_json import paper_line
from generator.formats.spreadsheet import header, row
from generator.settings import Settings
from generator.values.paper import Paper

Render = Callable[[Catalogue, Settings, Paper], str]


@dataclass(frozen=True)
class Format:
    """A format of files that hold papers.

    `name` is what scripts and pages know it by, `file` the file's name, `label` what people call
    it, `brief` the same for a narrow column; `use` is a sentence on what it is for. `kind` says
    what the text of a paper is: an object with all that is known, a row of a table, or a citation.
    `render` gives that text, between `begin`, `between` and `end`; `alone` the text of one paper
    by itself, for its page, where that is another: citations come without the abstract.
    """

    name: str
    file: str
    label: str
    use: str
    media_type: str
    kind: Literal["object", "row", "citation"]
    render: Render
    begin: str = ""
    between: str = ""
    end: str = ""
    brief: str = ""
    alone: Callable[[Catalogue, Paper], str] | None = None

    @property
    def ending(self) -> str:
        """How the name of a file of one paper ends: `.bib`."""
        return self.file.removeprefix("papers")

    def whole(self, parts: Sequence[bytes]) -> bytes:
        """Return a file of papers whose texts are `parts`."""
        if not parts and not self.begin:
            return b""
        return self.begin.encode() + self.between.encode().join(parts) + self.end.encode()


def _object(catalogue: Catalogue, _settings: Settings, paper: Paper) -> str:
    return paper_line(catalogue, paper)


def _listed(form: Callable[[Cited], str]) -> Render:
    """Return how a citation is written into a file of many: with the abstract."""
    return lambda catalogue, _, paper: form(cited(catalogue, paper, with_abstract=True))


def _alone(form: Callable[[Cited], str]) -> Callable[[Catalogue, Paper], str]:
    return lambda catalogue, paper: form(cited(catalogue, paper))


def _csl_line(known: Cited) -> str:
    return json.dumps(csl_item(known), ensure_ascii=False, separators=(",", ":"))


FORMATS: tuple[Format, ...] = (
    Format(
        "json", "papers.json", "JSON",
        "For programs: all that is known, as one list of objects.",
        "application/json", "object", _object, "[\n", ",\n", "\n]\n",
    ),
    Format(
        "jsonl", "papers.jsonl", "JSON Lines",
        "For programs: the same objects, one a line.",
        "application/jsonl", "object", _object, between="\n", end="\n", brief="JSONL",
    ),
    Format(
        "csv", "papers.csv", "CSV",
        "For spreadsheets: one row a paper, with abstracts and links.",
        "text/csv", "row",
        lambda catalogue, settings, paper: row(catalogue, paper, settings.url),
        begin=header(),
    ),
    Format(
        "bibtex", "papers.bib", "BibTeX",
        "For LaTeX: one entry a paper.",
        "application/x-bibtex", "citation", _listed(bibtex),
        between="\n", alone=_alone(bibtex),
    ),
    Format(
        "ris", "papers.ris", "RIS",
        "For reference managers such as Zotero, Mendeley or EndNote.",
        "application/x-research-info-systems", "citation", _listed(ris),
        between="\n", alone=_alone(ris),
    ),
    Format(
        "csl", "papers.csl.json", "CSL-JSON",
        "For pandoc and other citation processors.",
        "application/vnd.citationstyles.csl+json", "citation", _listed(_csl_line),
        "[\n", ",\n", "\n]\n", brief="CSL", alone=_alone(csl_json),
    ),
)  # fmt: skip
