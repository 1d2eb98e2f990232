"""The values of a paper as they stand in a form: names one a line, links with their kind."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from generator.catalogue import Catalogue
from generator.forms.clean import cleaned
from generator.language import Language
from generator.text.unicode import normal
from generator.values.link import in_order
from generator.values.name_list import ET_AL
from generator.values.paper import CONTRIBUTION_WORDS, Paper

#: How many bytes of a digest tell what a value was: they need not tell it from all others.
_DIGEST = 3


def shown_in_form(name: str, paper: Paper, catalogue: Catalogue, language: Language) -> str:
    """Return what a field of a paper holds, as it stands in a form; empty for nothing."""
    return cleaned(_SHOWN[name](paper, catalogue, language))


def lines_of(text: str) -> list[str]:
    """Return the lines of an answer that hold something, each with single spaces."""
    return [line for part in text.split("\n") if (line := normal(part))]


def digest_of(text: str) -> str:
    """Return a few signs that tell whether an answer is still what it was, whatever its spaces."""
    said = "\n".join(lines_of(text)).encode("utf-8", "replace")
    return hashlib.blake2b(said, digest_size=_DIGEST).hexdigest()


def _title(paper: Paper, _catalogue: Catalogue, _language: Language) -> str:
    return paper.work.title.repaired


def _authors(paper: Paper, _catalogue: Catalogue, _language: Language) -> str:
    names = [name.natural for name in paper.work.authors]
    more = bool(paper.work.authors) and paper.work.authors[-1].others
    return "\n".join([*names, ET_AL] if more else names)


def _year(paper: Paper, _catalogue: Catalogue, _language: Language) -> str:
    return str(paper.work.year or "")


def _venue(paper: Paper, _catalogue: Catalogue, _language: Language) -> str:
    return paper.work.venue.plain


def _kind(paper: Paper, _catalogue: Catalogue, language: Language) -> str:
    kind = paper.curation.kind
    return language.say(CONTRIBUTION_WORDS[kind]) if kind else ""


def _topics(paper: Paper, catalogue: Catalogue, _language: Language) -> str:
    names = catalogue.topic_names
    return ", ".join(names[item.topic] for item in catalogue.assignments.get(paper.id, ()))


def _summary(paper: Paper, _catalogue: Catalogue, _language: Language) -> str:
    return paper.curation.summary.repaired


def _links(paper: Paper, _catalogue: Catalogue, _language: Language) -> str:
    return "\n".join(f"{link.kind}: {link.url}" for link in in_order(paper.work.links))


def _identifiers(paper: Paper, _catalogue: Catalogue, _language: Language) -> str:
    return "\n".join(f"{item.kind}: {item.value}" for item in sorted(paper.work.identifiers))


_SHOWN: dict[str, Callable[[Paper, Catalogue, Language], str]] = {
    "title": _title,
    "authors": _authors,
    "year": _year,
    "venue": _venue,
    "kind": _kind,
    "topics": _topics,
    "summary": _summary,
    "links": _links,
    "identifiers": _identifiers,
}
