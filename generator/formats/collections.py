"""The files that hold papers: the whole catalogue, and each topic, in every format.

A format is a frame around one text for each paper. So each paper is rendered once, and the files
of topics are put together from the same texts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.citations.bibtex import bibtex
from generator.citations.cited import cited
from generator.citations.csl import csl_item
from generator.citations.ris import ris
from generator.formats.papers_json import paper_line
from generator.formats.table import header, row
from generator.model import OutputFile
from generator.settings import Settings
from generator.values.paper import Paper


@dataclass(frozen=True)
class _Format:
    """A file's name, and what stands before, between and after its papers."""

    name: str
    begin: str = ""
    between: str = ""
    end: str = ""

    def file(self, parts: Sequence[bytes]) -> bytes:
        if not parts and not self.begin:
            return b""
        return self.begin.encode() + self.between.encode().join(parts) + self.end.encode()


@dataclass(frozen=True)
class _Family:
    """Formats whose texts of a paper are made in one go, in the same order as the formats."""

    formats: tuple[_Format, ...]
    render: Callable[[Paper], tuple[bytes, ...]]


def collections(catalogue: Catalogue, settings: Settings) -> Iterator[OutputFile]:
    """Yield every file of papers, those of the whole catalogue in data/, by id in each.

    One family of formats after the other, so that never more than one is held in parts.
    """
    places = [("data/", "papers", catalogue.papers)]
    for slug, papers in catalogue.papers_of.items():
        by_id = tuple(sorted(papers, key=lambda paper: paper.id))
        places.append((f"data/topics/{slug}/", f"papers of the topic {slug}", by_id))
    for family in _families(catalogue, settings):
        parts = {paper.id: family.render(paper) for paper in catalogue.papers}
        for number, kind in enumerate(family.formats):
            for folder, what, papers in places:
                data = kind.file([parts[paper.id][number] for paper in papers])
                yield OutputFile(folder + kind.name, data, f"the list of {what}, {kind.name}")


def _families(catalogue: Catalogue, settings: Settings) -> Iterator[_Family]:
    def objects(paper: Paper) -> tuple[bytes, ...]:
        line = _bytes(paper_line(catalogue, paper))
        return line, line

    yield _Family(
        (
            _Format("papers.json", "[\n", ",\n", "\n]\n"),
            _Format("papers.jsonl", between="\n", end="\n"),
        ),
        objects,
    )
    yield _Family(
        (_Format("papers.csv", begin=header()),),
        lambda paper: (_bytes(row(catalogue, paper, settings.url)),),
    )
    yield _Family(
        (
            _Format("papers.bib", between="\n"),
            _Format("papers.ris", between="\n"),
            _Format("papers.csl.json", "[\n", ",\n", "\n]\n"),
        ),
        _citations,
    )


def _citations(paper: Paper) -> tuple[bytes, ...]:
    found = cited(paper)
    item = json.dumps(csl_item(found), ensure_ascii=False, separators=(",", ":"))
    return _bytes(bibtex(found)), _bytes(ris(found)), _bytes(item)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
