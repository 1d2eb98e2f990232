"""Looks papers up in a service: batches, what came of each, and whether it is the right paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.services.access import Access
from generator.services.asking import Asking
from generator.services.service import Service
from generator.sources.said import Said
from generator.values.asked import Asked


@dataclass(frozen=True)
class Wanted:
    """What a service is asked for, and what is known of the paper already.

    `titles` are those of its entries: an answer with another title is refused. Without any, each
    title is right.
    """

    asked: Asked
    titles: tuple[str, ...] = ()


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

    All of `wanted` must be asked by kinds that the service takes. With a `state`, such as the day,
    answers are kept for a run that is interrupted and asks the same on that day. Raises
    ServiceFailed.
    """
    raise NotImplementedError


def requests_for(service: Service, asked: Sequence[Asked]) -> int:
    """Return how many requests it takes to ask for so many."""
    return sum(1 for _ in service.batches(asked))


def seconds_for(service: Service, access: Access, requests: int) -> float:
    """Return how many seconds so many requests take at the polite rate."""
    return requests * service.manners(access).between
