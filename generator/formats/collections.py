"""The files that hold papers: the whole catalogue in every format, each group in its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.cache.packing import digest
from generator.cache.parts import runs
from generator.cache.store import Cache
from generator.catalogue import Catalogue
from generator.formats.formats import FORMATS, Format, Render
from generator.formats.groups import GROUPS
from generator.formats.offered import offered, offered_of_all
from generator.model import OutputFile
from generator.settings import Settings
from generator.workers import Workers

#: Papers that a worker renders at a time: some hundredths of a second.
_CHUNK = 250


@dataclass(frozen=True)
class _File:
    """A file to be: in which folder and format, what its papers are, and the ids of these."""

    folder: str
    form: Format
    what: str
    papers: Sequence[str]

    def of(self, texts: Mapping[str, bytes], settings: Settings) -> OutputFile:
        """Return the file, from the texts of papers by their ids."""
        data = self.form.whole([texts[paper] for paper in self.papers], settings)
        path = self.folder + self.form.file
        return OutputFile(path, data, f"the list of {self.what}, {self.form.file}")


def collections(
    catalogue: Catalogue, settings: Settings, workers: Workers, cache: Cache
) -> Iterator[OutputFile]:
    """Yield every file of papers, those of the whole catalogue in data/, by id in each.

    Each paper is rendered once for all files that have its text in common, which stand together;
    the texts of papers that are as they were are taken from `cache`.
    """
    wanted = _files(catalogue, settings)
    _ = catalogue.citation_keys, catalogue.by_id  # Once, before the work is shared out.
    texts: dict[Render, dict[str, bytes]] = {render: {} for render in wanted}
    chunks = runs([paper.id for paper in catalogue.papers], str, _CHUNK)
    linked = {form.render for form in FORMATS if form.names_others}
    of_one = _Shared(
        catalogue, settings, tuple(render for render in wanted if render not in linked)
    )
    of_many = replace(of_one, renders=tuple(render for render in wanted if render in linked))
    keys = workers.map(_key, chunks, of_one)
    kept = cache.map("downloads", _texts, chunks, of_one, lambda _: next(keys), workers)
    for shared, made in ((of_one, kept), (of_many, workers.map(_texts, chunks, of_many))):
        for chunk, found in zip(chunks, made, strict=True):
            for render, column in zip(shared.renders, found, strict=True):
                texts[render].update(zip(chunk, column, strict=True))
    for render, files in wanted.items():
        # Let go of behind the last file: those of all papers are large.
        of_papers = texts.pop(render)
        for file in files:
            yield file.of(of_papers, settings)


def _files(catalogue: Catalogue, settings: Settings) -> dict[Render, list[_File]]:
    """Return what is to be written, by how papers are rendered in it."""
    found: dict[Render, list[_File]] = {}
    everything = [paper.id for paper in catalogue.papers]
    for form in offered_of_all(settings.exports).formats:
        found.setdefault(form.render, []).append(_File("data/", form, "papers", everything))
    for kind in GROUPS:
        forms = offered(kind, catalogue, settings.exports).formats
        for group in kind.with_files(catalogue) if forms else ():
            what = f"papers of the {kind.what} {group.slug}"
            ids = sorted(paper.id for paper in group.papers)
            for form in forms:
                file = _File(kind.data(group.slug), form, what, ids)
                found.setdefault(form.in_groups or form.render, []).append(file)
    return found


@dataclass(frozen=True)
class _Shared:
    """What the texts of papers are made of, and the ways in which they are."""

    catalogue: Catalogue
    settings: Settings
    renders: tuple[Render, ...]


def _texts(shared: _Shared, papers: Sequence[str]) -> list[list[bytes]]:
    """Return for each way to render papers the texts of those with these ids."""
    catalogue, settings = shared.catalogue, shared.settings
    members = [catalogue.by_id[paper] for paper in papers]
    return [
        [render(catalogue, settings, paper).encode("utf-8", "replace") for paper in members]
        for render in shared.renders
    ]


def _key(shared: _Shared, papers: Sequence[str]) -> str:
    """Return a digest of all that the texts of papers are made of which name no others."""
    catalogue, settings = shared.catalogue, shared.settings
    members = [catalogue.by_id[paper] for paper in papers]
    return digest(
        settings.url,
        settings.exports.model_dump(),
        [render.__qualname__ for render in shared.renders],
        [
            (
                paper.id,
                paper.work,
                paper.curation,
                catalogue.people_of.get(paper.id, ()),
                [item.topic for item in catalogue.assignments.get(paper.id, ())],
                catalogue.venue_of.get(paper.id, ""),
                catalogue.citation_keys[paper.id],
            )
            for paper in members
        ],
    )
