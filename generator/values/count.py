"""How often a paper was counted: what a service says of it beside what the paper says itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from generator.language import to_count

#: What services count: the votes of their visitors, the works that cite a paper.
CountKind = Literal["upvotes", "citations"]
COUNT_KINDS: tuple[CountKind, ...] = get_args(CountKind)
#: What visitors read of each, where `by` is the service that counted.
COUNT_WORDS: Mapping[CountKind, tuple[str, str]] = {
    "upvotes": to_count("{number} upvote ({by})", "{number} upvotes ({by})"),
    "citations": to_count("{number} citation ({by})", "{number} citations ({by})"),
}
#: More than anybody counts is a slip.
MOST = 10_000_000


@dataclass(frozen=True)
class Count:
    """A number above 0 of one kind, the service that counted, and on which day, if it says so."""

    kind: CountKind
    number: int
    by: str
    day: dt.date | None = None


def counts_of(
    kind: CountKind, number: object, by: str, day: dt.date | None = None
) -> tuple[Count, ...]:
    """Return the count that a service tells by a whole number; none for 0 and what is no number."""
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number <= MOST:
        return ()
    return (Count(kind, number, by, day),)
