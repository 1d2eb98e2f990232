"""Asks one service after the other for what papers lack; what fails with one stops no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.enriching.kept import Facts
from generator.enriching.plan import Wish, to_ask
from generator.enriching.subject import Subject
from generator.services.access import Access
from generator.services.asking import Asking
from generator.services.failures import ServiceFailed
from generator.services.looking_up import LookedUp, Wanted, look_up
from generator.services.service import Service
from generator.sources.facts.line import FactLine
from generator.sources.said import Said
from generator.values.asked import Asked

#: Told which service is asked, and of how many papers of how many it said something, or nothing.
Step = Callable[[str, int, int], None]
#: Gives what asks a service.
Opens = Callable[[Service], Asking]


def _no_step(_name: str, _done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass
class Told:
    """What became of asking one service.

    It was asked for `papers` and knew `known`, which took `requests`. `said` is what it said, of
    which paper and asked by what; `refused` are papers of which an answer was not taken, with why.
    `failed` is what went wrong, with the name of the service, and `missing` what must be set before
    it can be asked; empty if nothing.
    """

    service: Service
    papers: int = 0
    known: int = 0
    requests: int = 0
    said: list[tuple[Subject, Asked, Said]] = field(default_factory=list)
    refused: list[tuple[Subject, str]] = field(default_factory=list)
    failed: str = ""
    missing: str = ""


class Round:
    """One time of asking; `told` has what became of each service, also of one that is interrupted.

    `opens` gives what asks a service; what it keeps of answers is for the day of the wish. What
    services say of papers of the catalogue is kept in `facts` as it comes, so that who is
    interrupted goes on from there.
    """

    def __init__(self, facts: Facts, wish: Wish, access: Access, opens: Opens) -> None:
        self.facts = facts
        self.wish = wish
        self.access = access
        self._opens = opens
        self.told: list[Told] = []

    def ask(self, subjects: Sequence[Subject], step: Step = _no_step) -> None:
        """Ask the services, in order, each for what it may know of what a paper still lacks.

        What one says makes others unnecessary, or gives what to ask them by. Raises OSError when
        facts cannot be written.
        """
        for service in self.wish.services:
            wanted = to_ask(service, subjects, self.facts, self.wish)
            if not wanted:
                continue
            told = Told(service, missing=service.missing(self.access))
            self.told.append(told)
            if not told.missing:
                self._ask(told, wanted, step)

    def _ask(self, told: Told, wanted: Sequence[tuple[Subject, Asked]], step: Step) -> None:
        service = told.service
        by = {asked: subject for subject, asked in wanted}
        step(service.name, 0, len(wanted))
        with self._opens(service) as asking:
            try:
                questions = [Wanted(asked, one.titles, one.authors) for one, asked in wanted]
                today = self.wish.today.isoformat()
                for answered in look_up(service, questions, asking, self.access, state=today):
                    for one in answered:
                        self._take(told, by[one.wanted.asked], one)
                    step(service.name, told.papers, len(wanted))
            except ServiceFailed as failure:
                told.failed = service.failed(self.access, failure)
            finally:
                told.requests = asking.pace.asked

    def _take(self, told: Told, subject: Subject, one: LookedUp) -> None:
        told.papers += 1
        asked = one.wanted.asked
        if one.refused:
            # Nothing is kept of it: what is wrong is told each time until somebody corrects it.
            told.refused.append((subject, one.refused))
            return
        said = one.said
        if said is not None and "abstract" not in self.wish.names:
            said.values.pop("abstract", None)
        if subject.paper:
            line = FactLine(subject.paper, asked, self.wish.today, said)
            self.facts.add(told.service.slug, line)
        if said is not None:
            told.known += 1
            told.said.append((subject, asked, said))
            subject.learn(said)
