"""The files that hold papers: the whole catalogue in every format, each group in its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.catalogue import Catalogue
from generator.formats.formats import FORMATS
from generator.formats.groups import GROUPS
from generator.model import OutputFile
from generator.settings import Settings


@dataclass(frozen=True)
class _Place:
    """A folder of files, what their papers are, the ids of these, the formats (None: all)."""

    folder: str
    what: str
    papers: list[str]
    formats: tuple[str, ...] | None = None


def collections(catalogue: Catalogue, settings: Settings) -> Iterator[OutputFile]:
    """Yield every file of papers, those of the whole catalogue in data/, by id in each.

    Each paper is rendered once for all files of a format, and of formats that have its text in
    common and stand together; the texts of never more than one are held at a time.
    """
    places = [_Place("data/", "papers", [paper.id for paper in catalogue.papers])]
    for kind in GROUPS:
        for group in kind.of(catalogue):
            what = f"papers of the {kind.what} {group.slug}"
            ids = sorted(paper.id for paper in group.papers)
            places.append(_Place(kind.data(group.slug), what, ids, kind.formats))
    for render, formats in groupby(FORMATS, key=lambda kind: kind.render):
        parts = {
            paper.id: render(catalogue, settings, paper).encode("utf-8", "replace")
            for paper in catalogue.papers
        }
        for form in formats:
            for place in places:
                if place.formats is None or form.name in place.formats:
                    data = form.whole([parts[paper] for paper in place.papers])
                    what = f"the list of {place.what}, {form.file}"
                    yield OutputFile(place.folder + form.file, data, what)
