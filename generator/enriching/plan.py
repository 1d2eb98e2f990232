"""Whom to ask for which papers: each service only for what it can tell and nobody told before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.enriching.kept import Facts, is_due
from generator.enriching.subject import Subject
from generator.problems import WrongUse, quoted
from generator.services.known_services import BY_SLUG, SERVICES
from generator.services.service import Service
from generator.sources.said import Said
from generator.validation import nearest
from generator.values.asked import Asked

#: Services that are asked only for what others were asked for and did not know: a DOI is registered
#: at one place, and arXiv's own are known best by arXiv.
AFTER = {"datacite": ("arxiv", "crossref")}


@dataclass(frozen=True)
class Wish:
    """What an enrichment is after: which facts, of whom, and how old those kept may be.

    `names` are those in LOOKED_FOR, `services` are asked in their order, and what was told
    `older_than` days before `today`, or more, is asked for again.
    """

    names: frozenset[str]
    services: tuple[Service, ...]
    today: dt.date
    older_than: int | None = None


def to_ask(
    service: Service, subjects: Iterable[Subject], facts: Facts, wish: Wish
) -> list[tuple[Subject, Asked]]:
    """Return the papers that a service is to be asked for now, each with what by, in order.

    One that two papers could be is asked for once.
    """
    found: dict[Asked, Subject] = {}
    for subject in subjects:
        asked = subject.asked_of(service)
        if asked is None or asked in found or not (service.gives & subject.lacks):
            continue
        line = facts.known(service.slug, asked)
        if is_due(line, wish.names, wish.older_than, wish.today) and _turn(
            service, asked, facts, wish
        ):
            found[asked] = subject
    return [(subject, asked) for asked, subject in found.items()]


def _turn(service: Service, asked: Asked, facts: Facts, wish: Wish) -> bool:
    """Whether those that are asked before a service do not know what is asked for."""
    for slug in AFTER.get(service.slug, ()):
        other = BY_SLUG[slug]
        line = facts.known(slug, asked)
        comes = line is None and other in wish.services and other.takes(asked)
        if comes or (line and line.said):
            return False
    return True


def said_before(subject: Subject, facts: Facts) -> list[tuple[Service, Asked, Said]]:
    """Return what services said of a paper in runs before; the paper learns of it.

    What one said may be what another was asked by.
    """
    found = []
    for service in SERVICES:
        asked = subject.asked_of(service)
        line = facts.known(service.slug, asked) if asked else None
        if line and line.said:
            subject.learn(line.said)
            found.append((service, line.asked, line.said))
    return found


def services_named(names: Sequence[str] | None) -> tuple[Service, ...]:
    """Return the services of these slugs, or all, in the order in which they are asked.

    Raises WrongUse with all names that are of none.
    """
    if names is None:
        return SERVICES
    known = f"known are {', '.join(BY_SLUG)}"
    wrong = [
        f"--service {quoted(name)} is none ({nearest(name, BY_SLUG, known)})"
        for name in names
        if name not in BY_SLUG
    ]
    if wrong:
        raise WrongUse("\n".join(wrong))
    return tuple(service for service in SERVICES if service.slug in names)
