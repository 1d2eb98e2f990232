"""What asking services takes, and what came of it, in lines for people."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlencode

from generator.enriching.asking_all import Round, Told
from generator.enriching.lacking import ALWAYS_LACKING
from generator.enriching.plan import to_ask
from generator.enriching.subject import Subject
from generator.figures.wording import counted
from generator.problems import printable
from generator.services.access import Access
from generator.services.looking_up import requests_for, seconds_for
from generator.services.manners import in_words
from generator.services.service import Service
from generator.values.asked import Asked

#: So much of an address is shown: a batch of identifiers makes long ones.
_LONGEST = 160


@dataclasses.dataclass(frozen=True)
class Cost:
    """What asking one service takes: papers, requests, and seconds at its polite rate."""

    service: Service
    papers: int
    requests: int
    seconds: float
    first: str
    missing: str = ""

    def __str__(self) -> str:
        """Return it in a line."""
        if self.missing:
            papers = counted(self.papers, "paper")
            return f"{self.service.name}: is not asked for {papers}: {self.missing}"
        took = f"{counted(self.requests, 'request')}, {in_words(self.seconds)}"
        return f"{self.service.name}: {counted(self.papers, 'paper')} in {took}; first {self.first}"


def costs(subjects: Sequence[Subject], asking: Round) -> Iterator[Cost]:
    """Yield what asking each service takes by what is known now; one says what to ask others."""
    for service in asking.wish.services:
        found = to_ask(service, subjects, asking.facts, asking.wish)
        wanted, access = [asked for _, asked in found], asking.access
        if wanted:
            requests = requests_for(service, wanted)
            yield Cost(
                service,
                len(wanted),
                requests,
                seconds_for(service, access, requests),
                _first(service, wanted, access),
                service.missing(access),
            )


def _first(service: Service, wanted: Sequence[Asked], access: Access) -> str:
    """Return the first request in words, without keys."""
    question = service.question(next(service.batches(wanted)), access)
    address = f"{access.address_of(service.slug, service.address)}/{question.path}"
    query = f"?{urlencode(question.params, safe=':/|,')}" if question.params else ""
    shown = f"{'GET' if question.data is None else 'POST'} {address}{query}"
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def told_lines(told: Iterable[Told]) -> Iterator[tuple[str, bool]]:
    """Yield what came of asking each service, and whether it is something that went wrong."""
    for one in told:
        name = one.service.name
        if one.missing:
            yield f"{name}: not asked: {one.missing}", False
            continue
        asked = f"{one.known:,} of {counted(one.papers, 'paper')} known"
        yield f"{name}: {asked}, {counted(one.requests, 'request')}", False
        for subject, why in one.refused:
            yield printable(f"{name}: {subject.name}: {why}"), True
        if one.failed:
            yield printable(one.failed), True


def still_lacking(subjects: Iterable[Subject]) -> str:
    """Return what papers lack now, the commonest first; empty if it is nothing."""
    found = Counter(name for one in subjects for name in one.lacks - ALWAYS_LACKING)
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {number:,}" for name, number in ranked)
