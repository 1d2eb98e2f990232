"""All that is known of a service that is asked for papers, in one value."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.services.access import Access
from generator.services.asking import Asking, Question
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
    CITATIONS and UPVOTES. `at_once` is how many papers one request may ask for.

    `manners` says by the access how it wants to be asked. `question` makes the request for a batch.
    `answers` gives what an answer says, each work to that of the batch whose identifier it carries
    itself, or for a title the works in the order of the answer; it raises NotAnAnswer or
    Malformed. `single` is whether one can not be asked for together with others.

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
    single: Callable[[Asked], bool] = lambda asked: asked.kind == TITLE
    missing: Callable[[Access], str] = lambda _: ""
    key: str = ""
    without: str = ""

    def asking(
        self,
        access: Access,
        kept: KeptAnswers | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> Asking:
        """Return what asks this service; to be used in a `with`."""
        return Asking(
            access.address_of(self.slug, self.address),
            self.manners(access),
            contact=access.contact,
            kept=kept,
            clock=clock,
            sleep=sleep,
        )

    def batches(self, asked: Sequence[Asked]) -> Iterator[tuple[Asked, ...]]:
        """Yield what one request each asks for, in the order of `asked`."""
        batch: list[Asked] = []
        for one in asked:
            if batch and (len(batch) == self.at_once or self.single(one) or self.single(batch[0])):
                yield tuple(batch)
                batch = []
            batch.append(one)
        if batch:
            yield tuple(batch)
