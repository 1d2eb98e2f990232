"""Reads hand-written records: catalogue/papers/<id>.yml, one paper each."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator import yaml_lines
from generator.ids import why_no_id
from generator.model import LINK_KINDS, Link, SourceKind, SourceRecord
from generator.problems import Place, Problems, quoted
from generator.sources.base import Reading, SourceFile, address_to_link
from generator.sources.record_model import LinksModel, RecordModel
from generator.text.repair import HAND_STEPS, repair
from generator.validation import nearest, validate
from generator.values.identifier import KINDS, Identifier


class RecordReader:
    """Reads one record file. `topics` are the slugs that records may name; None allows any."""

    name = "record"

    def __init__(self, topics: Collection[str] | None = None) -> None:
        self._topics = topics

    def recognises(self, file: SourceFile, text: str) -> bool:  # noqa: ARG002
        """Whether this is a record: the ending decides."""
        return file.path.suffix in (".yml", ".yaml")

    def read(self, file: SourceFile, text: str, problems: Problems) -> Reading:
        """Return the record in `text`; every mistake in it is an error."""
        name = file.path.stem
        why = why_no_id(name)
        if why:
            problems.error(
                Place(file.shown), f"the file's name is no paper's id: {why}", "rename the file"
            )
        document = yaml_lines.parse(text, file.shown, problems)
        model = validate(document, RecordModel, problems) if document else None
        if document and model:
            self._check_topics(model, document, problems)
        if document is None or model is None or why:
            return Reading(rejected=1)
        record = SourceRecord(
            kind_of_source=SourceKind.RECORD,
            source=file.label,
            place=document.place(("title",)),
            title=repair(model.title, HAND_STEPS),
            name=name,
            summary=repair(model.summary, HAND_STEPS),
            abstract=repair(model.abstract or "", HAND_STEPS),
            authors=_repaired(model.authors),
            year=model.year,
            venue=repair(model.venue or "", HAND_STEPS),
            kind=model.kind or "",
            introduces=_repaired(model.introduces),
            topics=model.topics,
            links=tuple(_links(model.links, document, problems)),
            identifiers=tuple(
                Identifier(kind, value)
                for kind in KINDS
                if (value := getattr(model.identifiers, kind))
            ),
            added=model.added,
            lines={
                yaml_lines.field_name(path): line for path, line in document.lines.items() if path
            },
        )
        empty = [field for field in ("title", "summary") if not getattr(record, field)]
        for field in empty:
            problems.error(
                document.place((field,)), f"{field}: holds nothing that can be shown", "write it"
            )
        return Reading(rejected=1) if empty else Reading((record,))

    def _check_topics(
        self, model: RecordModel, document: yaml_lines.Document, problems: Problems
    ) -> None:
        for index, slug in enumerate(model.topics):
            if self._topics is None or slug in self._topics:
                continue
            problems.error(
                document.place(("topics", index)),
                f"topics: {quoted(slug)} is no topic of topics.yml",
                nearest(slug, self._topics, "write a slug of topics.yml"),
            )


def _repaired(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(fixed for text in texts if (fixed := repair(text, HAND_STEPS)))


def _links(model: LinksModel, document: yaml_lines.Document, problems: Problems) -> Iterable[Link]:
    for kind in LINK_KINDS:
        for index, url in enumerate(getattr(model, kind)):
            place = document.place(("links", kind, index))
            address = address_to_link(url, f"links.{kind}", place, problems)
            if address:
                yield Link(kind, address)
