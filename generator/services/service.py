"""All that is known of a service that is asked for papers, in one value."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.services.access import Access
from generator.services.asking import Asking, Question
from generator.services.failures import Refused, ServiceFailed, Spent
from generator.services.kept_answers import Answer, KeptAnswers
from generator.services.manners import Manners
from generator.sources.said import Said
from generator.values.asked import TITLE, Asked

#: What some services have beside fields, identifiers and links.
CITATIONS, UPVOTES = "citations", "upvotes"


@dataclass(frozen=True)
class Service:
    """A service that knows papers: how it is asked, how often, and what it can say.

    `slug` names its file of facts, `name` is what people call it. `address` is where its API is,
    `terms` where its documentation is. `asks_by` are the kinds of `Asked` that it takes, the best
    first. `gives` are the names of what it can fill: fields, kinds of identifiers and of links,
    CITATIONS and UPVOTES. `at_once` is how many papers one request may ask for; where they stand in
    its address, `length` is how many characters one takes there, and there is `room` for so many.

    `manners` says by the access how it wants to be asked. `question` makes the request for a batch.
    `answers` gives what an answer says: to each of a batch the works that carry its identifier
    themselves, or for a title the works in the order of the answer; it raises NotAnAnswer,
    Malformed or BadQuestion. `single` is whether one cannot be asked for together with others,
    `unknown` whether the service surely has nothing of that kind.

    `missing` says what must be set before it can be asked at all, and is empty if nothing is.
    `key` is the variable that may hold a key; `without` what happens without key and contact.
    """

    slug: str
    name: str
    address: str
    terms: str
    asks_by: tuple[str, ...]
    gives: frozenset[str]
    at_once: int
    manners: Callable[[Access], Manners]
    question: Callable[[Sequence[Asked], Access], Question]
    answers: Callable[[Answer, Sequence[Asked]], Mapping[Asked, tuple[Said, ...]]]
    room: int = 0
    length: Callable[[Asked], int] = lambda _: 0
    single: Callable[[Asked], bool] = lambda asked: asked.kind == TITLE
    unknown: Callable[[Asked], bool] = lambda _: False
    missing: Callable[[Access], str] = lambda _: ""
    key: str = ""
    without: str = ""

    def takes(self, asked: Asked) -> bool:
        """Whether it makes sense to ask this service for it."""
        return asked.kind in self.asks_by and not self.unknown(asked)

    def asking(
        self,
        access: Access,
        kept: KeptAnswers | None = None,
        *,
        budget: int = 0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> Asking:
        """Return what asks this service; to be used in a `with`.

        `kept` are answers of a run before, `budget` how many requests this run may make, where
        that is not what the manners say.
        """
        manners = self.manners(access)
        return Asking(
            access.address_of(self.slug, self.address),
            replace(manners, budget=budget) if budget else manners,
            contact=access.contact,
            kept=kept,
            clock=clock,
            sleep=sleep,
        )

    def batches(self, asked: Sequence[Asked]) -> Iterator[tuple[Asked, ...]]:
        """Yield what one request each asks for, in the order of `asked`."""
        batch: list[Asked] = []
        taken = 0
        for one in asked:
            length = self.length(one)
            is_full = len(batch) == self.at_once or (self.room and taken + length > self.room)
            if batch and (is_full or self.single(one) or self.single(batch[0])):
                yield tuple(batch)
                batch, taken = [], 0
            batch.append(one)
            taken += length
        if batch:
            yield tuple(batch)

    def failed(self, access: Access, failure: ServiceFailed) -> str:
        """Return in words why this service could not be asked, and what to do."""
        hint = failure.hint
        if isinstance(failure, Refused):
            has_key = bool(self.key and access.key(self.key))
            hint = f"the key in {self.key} may be wrong" if has_key else f"see {self.terms}"
        elif isinstance(failure, Spent) and self.key and not access.key(self.key):
            hint = f"{hint}, or put a free key into {self.key}: {self.terms}"
        elif not hint:
            hint = "try again later"
        return f"{self.name}: {failure.what} ({hint})"
