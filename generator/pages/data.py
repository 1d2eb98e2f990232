"""The page of downloads and feeds: what each file is for, how large it is, and those of topics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.model import OutputFile
from generator.pages.templating import environment

_PATH = "data/index.md"


@dataclass(frozen=True)
class _Kind:
    """A kind of file: its name, what it is called, in short where that is long, and its use."""

    name: str
    label: str
    use: str = ""
    short: str = ""

    @property
    def brief(self) -> str:
        """Its label for a narrow column."""
        return self.short or self.label


_PAPERS = (
    _Kind("papers.json", "JSON", "For programs: all that is known, as one list of objects."),
    _Kind("papers.jsonl", "JSON Lines", "For programs: the same objects, one a line.", "JSONL"),
    _Kind("papers.csv", "CSV", "For spreadsheets: one row a paper, with abstracts and links."),
    _Kind("papers.bib", "BibTeX", "For LaTeX: one entry a paper."),
    _Kind("papers.ris", "RIS", "For reference managers such as Zotero, Mendeley or EndNote."),
    _Kind("papers.csl.json", "CSL-JSON", "For pandoc and other citation processors.", "CSL"),
)
_FEEDS = (_Kind("feed.xml", "Atom"), _Kind("feed.json", "JSON Feed"))


def data_page(
    catalogue: Catalogue, files: Sequence[OutputFile], fields: Sequence[tuple[str, str]]
) -> OutputFile:
    """Return the page about `files`, all that lies in data/.

    `fields` are those of a paper in papers.json, each with what it holds.
    """
    sizes = {file.path: len(file.data) for file in files}
    text = (
        environment()
        .get_template("data.md.j2")
        .render(
            total=len(catalogue.papers),
            formats=[
                {"kind": kind, "size": readable_size(sizes[f"data/{kind.name}"])}
                for kind in _PAPERS
            ],
            feeds=_FEEDS,
            dated=bool(catalogue.latest),
            topics=[
                {
                    "name": topic.name,
                    "slug": topic.slug,
                    "count": len(catalogue.papers_of[topic.slug]),
                    "files": (*_PAPERS, *_FEEDS),
                }
                for topic in catalogue.topics.values()
            ],
            fields=fields,
        )
    )
    return OutputFile(_PATH, text.encode("utf-8", "replace"), "the page of downloads and feeds")


def readable_size(size: int) -> str:
    """Return a number of bytes with two figures or more: "812 bytes", "64 kB", "1.2 MB"."""
    if size < 1000:
        return f"{size} bytes"
    number, unit = next(
        (size / 10**power, unit)
        for power, unit in ((9, "GB"), (6, "MB"), (3, "kB"))
        if size >= 0.9995 * 10**power
    )
    return f"{number:.1f} {unit}" if number < 9.95 else f"{number:.0f} {unit}"
