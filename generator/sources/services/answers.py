"""Reads saved answers of services, in JSON and in XML; `services/known.py` lists them.

Which service a file is from is told by what is in it. A file may hold one answer, several that
were joined, JSON Lines, or one work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from generator.problems import Place, Problems
from generator.sources.base import MAX_ENTRIES, Reading, SourceFile
from generator.sources.entries import Entries, Saying
from generator.sources.said import Said
from generator.sources.services import json_answers, xml_items
from generator.sources.services.known import JSON_SERVICES, XML_SERVICES
from generator.sources.services.service import JsonService, Payload, XmlService
from generator.values.paper import Rank
from generator.workers import HERE, Workers

#: So much of a file is looked at for its service, and so many works; a work may be large.
_BEGINNING = 5_000_000
_FIRST = 20
_LISTS = tuple(dict.fromkeys(path for service in JSON_SERVICES for path in service.lists))
#: How a file begins that may hold answers; null is the answer to what a service does not know.
_JSON = re.compile(r"[\s\x1e\ufeff]*(?:null\s+)*[{\[]")
_XINCLUDE = "http://www.w3.org/2001/XInclude"


@dataclass
class _Entries(Entries):
    """The entries of an answer of a service as they are read, and what was wrong with others."""

    service: str = ""
    #: How often something was left out for a reason, and where first.
    left_out: Counter[str] = field(default_factory=Counter)
    first: dict[str, Place] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The number of the entry that is read now: answers often stand in one line."""
        return self.count + 1

    def is_full(self, place: Place) -> bool:
        """Whether the file has no room for another entry, after saying so."""
        if self.number <= MAX_ENTRIES:
            return False
        what = f"more entries than the {MAX_ENTRIES:,} that a file may have; they are not read"
        self.problems.error(place, what, "split it into several files")
        return True

    def broken(self, place: Place, fault: str) -> None:
        """Count an entry that cannot be read."""
        what = f"entry {self.number} of {self.service}: {fault}; entry left out"
        self.problems.warning(place, what, "correct it there, or save the answer again")
        self.rejected += 1

    def no_paper(self, place: Place, reason: str) -> None:
        """Count an entry that is no paper; each reason is told once, where it is met first."""
        self.left_out[reason] += 1
        self.first.setdefault(reason, place)
        self.rejected += 1

    def add(self, said: Saying) -> None:
        """Take what an entry says."""
        self.what = f"entry {self.number}"
        super().add(said)

    def reading(self) -> Reading:
        """Return all that was read, after telling what was left out."""
        for reason, count in sorted(self.left_out.items()):
            entries = "1 entry is" if count == 1 else f"{count:,} entries are"
            self.problems.note(self.first[reason], f"{entries} left out: {reason}")
        if self.number == 1:
            what = f"no entry of {self.service} is there"
            self.problems.warning(Place(self.file.shown), what, "save the answer again")
        return super().reading()


class JsonAnswersReader:
    """Reads saved answers in JSON."""

    name = "answer of a service in JSON"
    endings = (".json", ".json.gz")
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, _file: SourceFile, text: str) -> bool:
        """Whether one of the first works is of a service that is known."""
        return _json_service(text) is not None

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every work. What is broken or no paper is told, and counted."""
        service = _json_service(text)
        if service is None:
            problems.error(Place(file.shown), "no answer of a service that is known")
            return Reading()
        entries = _Entries(file, problems, workers=workers, service=service.name)
        for item in json_answers.works(text, service.lists):
            place = Place(file.shown, item.line)
            if entries.is_full(place):
                break
            if item.fault:
                entries.broken(place, item.fault)
            elif not isinstance(item.value, dict):
                entries.no_paper(place, "the service does not know what was asked for (null)")
            elif reason := service.no_paper(item.value):
                entries.no_paper(place, reason)
            else:
                entries.add(partial(_said, service.parse, item.value, place))
        return entries.reading()


def _said(
    parse: Callable[[Payload, Place], Said], work: Payload, place: Place, _problems: Problems
) -> Said:
    return parse(work, place)


def _json_service(text: str) -> JsonService | None:
    head = text[:_BEGINNING]
    if not _JSON.match(head):
        return None
    works = (item.value for item in islice(json_answers.works(head, _LISTS), _FIRST))
    objects = [work for work in works if isinstance(work, dict)]
    told = [next((s for s in JSON_SERVICES if s.tells(work)), None) for work in objects]
    # One row of many may be from a service, in a list that somebody made of several.
    plain = sum(one is None and "title" in work for one, work in zip(told, objects, strict=True))
    most = max(JSON_SERVICES, key=told.count)
    return most if told.count(most) >= max(plain, 1) else None


class XmlAnswersReader:
    """Reads saved answers in XML."""

    name = "answer of a service in XML"
    endings = (".xml", ".xml.gz", ".atom")
    rank = Rank.BIBLIOGRAPHY

    def recognises(self, _file: SourceFile, text: str) -> bool:
        """Whether the first elements are those of a service that is known."""
        return _xml_service(text) is not None

    def read(
        self, file: SourceFile, text: str, problems: Problems, workers: Workers = HERE
    ) -> Reading:
        """Return a record for every work. What is broken or no paper is told, and counted.

        Nothing that a file asks for is fetched, and none of its own entities are read.
        """
        service = _xml_service(text)
        if service is None:
            problems.error(Place(file.shown), "no answer of a service that is known")
            return Reading()
        for what, hint in _refused(text):
            problems.warning(Place(file.shown), what, hint)
        entries = _Entries(file, problems, workers=workers, service=service.name)
        for item in xml_items.items(text, service.works, service.around):
            place = Place(file.shown, item.line)
            if entries.is_full(place):
                break
            if item.element is None:
                entries.broken(place, item.fault)
            elif reason := service.no_paper(item.element, item.around):
                entries.no_paper(place, reason)
            else:
                entries.add(service.parse(item.element, item.around, place))
        return entries.reading()


def _refused(text: str) -> Iterator[tuple[str, str]]:
    if xml_items.declares_entities(text):
        yield "declares entities of its own; they are not read", "write the signs themselves"
    if _XINCLUDE in text:
        yield "asks for parts of other files (XInclude); they are not read", "put them in"


def _xml_service(text: str) -> XmlService | None:
    names = xml_items.beginning(text)
    head = text[: xml_items.BEGINNING]
    return next((s for s in XML_SERVICES if names and s.tells(names, head)), None)
