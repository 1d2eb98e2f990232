"""A request as it came, an answer as it goes, and what is known of a service that is played."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from tests.services_played.papers import Papers


@dataclass(frozen=True)
class Asked:
    """A request to one service: its path as it was written, parameters in order, names small."""

    slug: str
    method: str
    path: str
    params: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    body: bytes
    #: The whole first line: some services bear only so much of it.
    line: str
    #: When it came, by the clock of the server.
    at: float

    @property
    def query(self) -> dict[str, str]:
        return dict(self.params)

    @property
    def contact(self) -> str:
        """The e-mail address of who asks, in the place that any of the services looks at."""
        agent = self.headers.get("user-agent", "")
        _, named, address = agent.partition("mailto:")
        return address.rstrip(") ") if named else self.query.get("mailto", "")

    def behind(self, *beginnings: str) -> str:
        """Return what stands in the path behind one of these beginnings, without escapes."""
        for beginning in beginnings:
            if self.path.startswith(beginning):
                return unquote(self.path.removeprefix(beginning))
        return ""


@dataclass(frozen=True)
class Reply:
    """An answer."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


def json_reply(
    value: Any,
    status: int = 200,
    headers: Mapping[str, str] = MappingProxyType({}),
    kind: str = "application/json",
) -> Reply:
    return Reply(status, json.dumps(value).encode(), {"Content-Type": kind, **headers})


def text_reply(text: str, status: int, kind: str = "text/plain") -> Reply:
    return Reply(status, text.encode(), {"Content-Type": kind})


@dataclass(frozen=True)
class Limit:
    """At most so many requests in so many seconds."""

    requests: int
    seconds: float


@dataclass(frozen=True)
class Service:
    """A service that is played. `too_many` is its answer to who asked too often, and how long
    that one has to wait; `limit` is what it bears of a client that asks like this one.
    """

    slug: str
    reply: Callable[[Asked, Papers], Reply]
    too_many: Callable[[float], Reply]
    limit: Callable[[Asked], Limit]


def until_midnight(now: dt.datetime | None = None) -> float:
    """Return the seconds to the next midnight in UTC."""
    now = now or dt.datetime.now(dt.UTC)
    tomorrow = (now + dt.timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return (tomorrow - now).total_seconds()


def number(text: str | None, default: int) -> int | None:
    """Return a whole number, 0 or more; None for a text that is none."""
    if text is None:
        return default
    return int(text) if text.isascii() and text.isdigit() else None
