"""Reads hand-written records: catalogue/papers/<id>.yml, one paper each."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator import yaml_lines
from generator.ids import why_no_id
from generator.problems import Place, Problems, quoted
from generator.sources.base import Held, Reading, SourceFile, address_to_link, agreed
from generator.sources.parted_names import warn_of_parted_names
from generator.sources.record_model import LinksModel, RecordModel, is_to_write
from generator.text.repair import HAND_STEPS
from generator.validation import nearest, validate
from generator.values.fields import FIELDS, work_and_curation
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import Identifier, identifiers_in
from generator.values.link import KINDS as LINKS
from generator.values.link import OWN, Link
from generator.values.paper import Rank, SourceRecord
from generator.workers import HERE, Workers


class RecordReader:
    """Reads one record file. `topics` are the slugs that records may name; None allows any."""

    name = "record"
    endings = (".yml", ".yaml")
    rank = Rank.RECORD

    def __init__(self, topics: Collection[str] | None = None) -> None:
        self._topics = topics

    def recognises(self, file: SourceFile, text: str) -> bool:  # noqa: ARG002
        """Whether this is a record: the ending decides."""
        return file.path.name.endswith(self.endings)

    def read(
        self,
        file: SourceFile,
        text: str,
        problems: Problems,
        workers: Workers = HERE,  # noqa: ARG002
    ) -> Reading:
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
            for field in ("authors", "editors"):
                warn_of_parted_names(field, getattr(model, field), document, problems)
        if document is None or model is None or why:
            return Reading(rejected=1)
        left_out = {"links", "identifiers"} | ({"summary"} if is_to_write(model.summary) else set())
        values = {
            field.name: field.shape.form(value, HAND_STEPS)
            for field in FIELDS
            if field.name not in left_out and (value := getattr(model, field.name))
        }
        values["links"] = tuple(_links(model.links, document, problems))
        values["identifiers"] = agreed(_identifiers(model, document), problems)
        work, curation = work_and_curation(values)
        record = SourceRecord(
            rank=self.rank,
            source=file.label,
            place=document.place(("title",)),
            work=work,
            curation=curation,
            name=name,
            lines={
                yaml_lines.field_name(path): line for path, line in document.lines.items() if path
            },
        )
        empty = [field for field in ("title", "summary") if field in values and not values[field]]
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


def _links(model: LinksModel, document: yaml_lines.Document, problems: Problems) -> Iterable[Link]:
    for kind in LINKS:
        for index, url in enumerate(getattr(model, kind)):
            place = document.place(("links", kind, index))
            address = address_to_link(url, f"links.{kind}", place, problems)
            if address:
                yield Link(kind, address)


def _identifiers(model: RecordModel, document: yaml_lines.Document) -> Iterable[Held]:
    """Yield what fields of identifiers hold, then what addresses of the paper do."""
    for kind in IDENTIFIERS:
        if value := getattr(model.identifiers, kind):
            place = document.place(("identifiers", kind))
            yield Held(f"identifiers.{kind}", place, Identifier(kind, value))
    for kind in OWN:
        for index, url in enumerate(getattr(model.links, kind)):
            place = document.place(("links", kind, index))
            for identifier in identifiers_in(url):
                yield Held(f"links.{kind}", place, identifier)
