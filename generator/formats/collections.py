"""The files that hold papers: the whole catalogue, and each topic, in every format."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.catalogue import Catalogue
from generator.formats.formats import FORMATS
from generator.model import OutputFile
from generator.settings import Settings


def collections(catalogue: Catalogue, settings: Settings) -> Iterator[OutputFile]:
    """Yield every file of papers, those of the whole catalogue in data/, by id in each.

    Each paper is rendered once for all files of a format, and of formats that have its text in
    common and stand together; the texts of never more than one are held at a time.
    """
    places = [("data/", "papers", catalogue.papers)]
    for slug, papers in catalogue.papers_of.items():
        by_id = tuple(sorted(papers, key=lambda paper: paper.id))
        places.append((f"data/topics/{slug}/", f"papers of the topic {slug}", by_id))
    for render, formats in groupby(FORMATS, key=lambda kind: kind.render):
        parts = {
            paper.id: render(catalogue, settings, paper).encode("utf-8", "replace")
            for paper in catalogue.papers
        }
        for kind in formats:
            for folder, what, papers in places:
                data = kind.whole([parts[paper.id] for paper in papers])
                yield OutputFile(folder + kind.file, data, f"the list of {what}, {kind.file}")
