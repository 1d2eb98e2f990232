"""How a service wants to be asked: how often, how long to wait, and when to leave it alone."""

from __future__ import annotations

import datetime as dt
import math
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from generator.services.failures import Spent

#: How version 9 of the draft of a standard says it: `"api";r=0;t=55`.
#: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/09/
_NOTHING_LEFT = re.compile(r";\s*r=0\s*;\s*t=([0-9]{1,6})\b")


@dataclass(frozen=True)
class Manners:
    """What one service asks of those who ask it, and what we bear. Times are in seconds.

    `between` is the least time between two requests. `timeout` is how long nothing may come,
    `whole` how long an answer may take in all. Of a request that may pass there are `tries`; a wait
    that a service asks for is kept up to `longest_wait`, and a longer one ends the run. `budget`
    is how many requests a run may make, `most_bytes` how large an unpacked answer may be.
    """

    between: float = 0.0
    timeout: float = 30.0
    whole: float = 180.0
    tries: int = 5
    longest_wait: float = 120.0
    budget: int = 2_000
    most_bytes: int = 64_000_000


@dataclass
class Pace:
    """Keeps the time between requests to one service, and counts them."""

    manners: Manners
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    asked: int = 0
    _not_before: float = field(default=-math.inf, init=False)

    def next(self) -> None:
        """Wait until the service may be asked again, and count a request.

        Raises Spent where the budget is, or where the service wants a longer pause than we bear.
        """
        if self.asked >= self.manners.budget:
            raise Spent(
                f"the {self.manners.budget:,} requests that one run may make are spent",
                "run it again; it goes on from here",
            )
        wait = self._not_before - self.clock()
        if wait > self.manners.longest_wait:
            raise Spent(f"it asks for a pause of {in_words(wait)}", "run it again after that")
        if wait > 0:
            self.sleep(wait)
        self.asked += 1
        self._not_before = self.clock() + self.manners.between

    def pause(self, seconds: float) -> None:
        """Ask nothing for so long, from now."""
        self._not_before = max(self._not_before, self.clock() + seconds)


def pause_asked(headers: Mapping[str, str], now: dt.datetime | None = None) -> float | None:
    """Return the seconds that an answer asks to wait, by `Retry-After`, `Backoff` or `RateLimit`.

    `Retry-After` is a number or a date (RFC 9110, section 10.2.3); `Backoff` is Zotero's:
    https://www.zotero.org/support/dev/web_api/v3/basics#rate_limiting; `RateLimit` is Hugging
    Face's, and says how long nothing is left: https://huggingface.co/docs/hub/rate-limits.
    `headers` have their names in small letters. What cannot be read counts as not there.
    """
    asked = [_seconds(headers.get(name, ""), now) for name in ("retry-after", "backoff")]
    if spent := _NOTHING_LEFT.search(headers.get("ratelimit", "")):
        asked.append(float(spent[1]))
    return max((seconds for seconds in asked if seconds is not None), default=None)


def _seconds(said: str, now: dt.datetime | None) -> float | None:
    with suppress(ValueError):
        # The service of Zotero divides without rounding.
        seconds = float(said)
        return max(seconds, 0.0) if math.isfinite(seconds) else None
    with suppress(ValueError, OverflowError):
        until = parsedate_to_datetime(said)
        until = until if until.tzinfo else until.replace(tzinfo=dt.UTC)
        return max((until - (now or dt.datetime.now(dt.UTC))).total_seconds(), 0.0)
    return None


def in_words(seconds: float) -> str:
    """Return a time as people say it: 40 seconds, 5 minutes, 7 hours."""
    for size, unit in ((3600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{math.ceil(seconds / size):,} {unit}"
    return f"{math.ceil(seconds)} seconds"
