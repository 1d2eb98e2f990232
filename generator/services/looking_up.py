"""Looks papers up in a service: batches, what came of each, and whether it is the right paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.services.access import Access
from generator.services.asking import Asking
from generator.services.failures import BadQuestion, KnowsNone, NotThere, NotUnderstood
from generator.services.right_work import refusal
from generator.services.service import Service
from generator.sources.said import Said
from generator.values.asked import Asked
from generator.values.name import Name

#: A service that took nothing yet, and refused so many questions of one, will not take others.
MOST_REFUSED = 5


@dataclass(frozen=True)
class Wanted:
    """What a service is asked for, and what is known of the paper already.

    `titles` are those of its entries: an answer with another title is refused. Without any, each
    title is right. `authors` are compared where the question is a title.
    """

    asked: Asked
    titles: tuple[str, ...] = ()
    authors: tuple[Name, ...] = ()


@dataclass(frozen=True)
class LookedUp:
    """What came of one: what the service said, None if it does not know it or was refused.

    `refused` says in words why what it said is not taken; empty if it is, or if there is nothing.
    """

    wanted: Wanted
    said: Said | None = None
    refused: str = ""


def look_up(
    service: Service, wanted: Sequence[Wanted], asking: Asking, access: Access, *, state: str = ""
) -> Iterator[tuple[LookedUp, ...]]:
    """Yield what came of each answer, in the order of `wanted`.

    The service must take all that is wanted (`Service.takes`). With a `state`, such as the day,
    answers are kept for a run that is interrupted and then asks the same with the same state.

    A batch that is refused as a whole is halved until what is wrong is alone, and told. Raises
    ServiceFailed; what was yielded until then holds.
    """
    run = _Run(service, asking, access, state)
    start = 0
    for batch in service.batches([one.asked for one in wanted]):
        yield from run.ask(wanted[start : start + len(batch)])
        start += len(batch)


@dataclass
class _Run:
    """Asks batches of one run; counts what was refused until the first that was taken."""

    service: Service
    asking: Asking
    access: Access
    state: str
    refused: int = 0
    was_taken: bool = field(default=False)

    def ask(self, wanted: Sequence[Wanted]) -> Iterator[tuple[LookedUp, ...]]:
        batch = tuple(one.asked for one in wanted)
        question = replace(self.service.question(batch, self.access), state=self.state)
        try:
            found = self.asking.ask(question, lambda answer: self.service.answers(answer, batch))
        except NotThere as failure:
            if not question.may_miss and not isinstance(failure, KnowsNone):
                raise
            found = {}
        except NotUnderstood as failure:
            if len(wanted) > 1 and isinstance(failure, BadQuestion):
                half = len(wanted) // 2
                yield from self.ask(wanted[:half])
                yield from self.ask(wanted[half:])
                return
            self._count(wanted, failure)
            yield tuple(LookedUp(one, refused=f"{one.asked}: {failure.what}") for one in wanted)
            return
        self.was_taken = True
        yield tuple(_looked_up(one, found.get(one.asked, ())) for one in wanted)

    def _count(self, wanted: Sequence[Wanted], failure: NotUnderstood) -> None:
        """Count what was refused alone; raise the failure if no more need be asked."""
        self.refused += 1
        alone = len(wanted) == 1
        if not alone or (self.refused >= MOST_REFUSED and not self.was_taken):
            raise failure


def _looked_up(wanted: Wanted, works: Sequence[Said]) -> LookedUp:
    """Return the first work that is right, or why the first is not."""
    reasons = []
    for said in works:
        reason = refusal(wanted.asked, said, wanted.titles, wanted.authors)
        if not reason:
            return LookedUp(wanted, said)
        reasons.append(reason)
    return LookedUp(wanted, refused=reasons[0] if reasons else "")


def requests_for(service: Service, asked: Sequence[Asked]) -> int:
    """Return how many requests it takes to ask a service for so much."""
    return sum(1 for _ in service.batches(asked))


def seconds_for(service: Service, access: Access, requests: int) -> float:
    """Return how many seconds so many requests take at the polite rate."""
    return requests * service.manners(access).between
