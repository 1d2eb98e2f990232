"""What is known of a service whose answers are read, and safe ways into an answer.

An answer may hold anything anywhere: what is not of the kind that is asked for is absent.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from generator.problems import Place
from generator.sources.said import Address, Said
from generator.values.count import Count
from generator.values.date import Date, read_date
from generator.values.doi import normal_doi

#: The stop that DBLP and PubMed set behind each title, but not one of an ellipsis or of initials.
_STOP = re.compile(r"(?<!\.)(?<!\b[A-Z]\.[A-Z])\.\s*$")
#: A work in an answer in JSON.
Payload = Mapping[str, Any]
#: Keys that lead from an answer to its works.
Path = tuple[str, ...]


@dataclass(frozen=True)
class JsonService:
    """A service that answers in JSON.

    `lists` are the ways from an answer to its list of works, or to its one work, the longer ones
    first. `tells` is whether an object is a work of this service, by the names of its fields.
    `parse` gives what the work says; `no_paper` says why an object that has the form of a work is
    none, and is empty for all others.
    """

    name: str
    lists: tuple[Path, ...]
    tells: Callable[[Payload], bool]
    parse: Callable[[Payload, Place], Said]
    no_paper: Callable[[Payload], str] = lambda _: ""


#: Elements of XML around a work, the last of each name.
Around = Mapping[str, Element]


@dataclass(frozen=True)
class XmlService:
    """A service that answers in XML; names of elements are without namespaces.

    `works` are the names of elements that are a work each, `around` those of elements around works
    that say something of all of them, the outermost first. `tells` is whether a file is of this
    service, by the names of its first elements and the text of its beginning.
    """

    name: str
    works: frozenset[str]
    tells: Callable[[Sequence[str], str], bool]
    parse: Callable[[Element, Around, Place], Said]
    no_paper: Callable[[Element, Around], str] = lambda _work, _around: ""
    around: tuple[str, ...] = ()


def mapping(value: Any) -> Payload:
    """Return `value` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def sequence(value: Any) -> list[Any]:
    """Return a list; a single value becomes one, since services write lists of one like that."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def within(payload: Any, *keys: str) -> Any:
    """Return what stands at the end of a way of keys; None where it leads nowhere."""
    for key in keys:
        payload = mapping(payload).get(key)
    return payload


def text(value: Any) -> str:
    """Return a text or a number as text, of a list the first that says something; else nothing."""
    for item in sequence(value):
        if isinstance(item, str | int | float) and not isinstance(item, bool) and str(item).strip():
            return str(item).strip()
    return ""


def texts(value: Any) -> list[str]:
    """Return every text in a list."""
    return [found for item in sequence(value) if (found := text(item))]


def has_plain_names(row: Payload) -> bool:
    """Whether the names of authors are texts, as in rows that people make.

    Many services have an object for each author, or another field for all of them: a row with texts
    was only copied from there, with an iD or an address, and its own fields are to be read.
    """
    return any(isinstance(person, str) for person in sequence(row.get("authors")))


def pages(first: str, last: str) -> str:
    """Return pages from the first to the last, as far as they are known."""
    return f"{first}-{last}" if first and last and first != last else first or last


def without_stop(title: str) -> str:
    """Return a title without the full stop that DBLP and PubMed set behind each."""
    return _STOP.sub("", title)


def date_of_parts(value: Any) -> Date | None:
    """Return the date of date-parts as CSL and Crossref have them: [[2024, 3, 12]]."""
    parts = [
        text(part) for part in sequence(next(iter(sequence(within(value, "date-parts"))), None))
    ]
    return read_date(*parts[:3]) if parts and parts[0] else None


def day_of(value: Any) -> dt.date | None:
    """Return the day of a date or time; None for what is less than a day."""
    date = read_date(text(value))
    return dt.date(date.year, date.month, date.day) if date and date.day else None


def own_addresses(found: Iterable[tuple[str, str, str]], doi: str) -> list[Address]:
    """Return addresses of (field, kind, address), each once; none that only leads to the DOI."""
    known = normal_doi(doi) if doi else None
    kept = {
        url: Address(called, kind, url)
        for called, kind, url in found
        if url and not (known and "doi.org/" in url and normal_doi(url) == known)
    }
    return list(kept.values())


def said_of(
    place: Place,
    values: Mapping[str, Any],
    addresses: Iterable[tuple[str, str, str]] = (),
    *,
    saved: str = "",
    counts: tuple[Count, ...] = (),
) -> Said:
    """Return what a work says: values that are there, and addresses of (field, kind, address).

    `saved` is the day of the list that it stands in, `counts` how often the paper was counted.
    """
    known = {name: value for name, value in values.items() if value}
    own = own_addresses(addresses, text(values.get("doi")))
    return Said(place, known, own, saved=saved, counts=counts)
