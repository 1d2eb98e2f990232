"""What goes wrong at services: each kind of fault by its name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from email.utils import format_datetime

from tests.local_server import Fault
from tests.services_played.papers import Instead, Played, another, itself, nothing
from tests.services_played.papers import under_a_wrong_title as wrongly_titled
from tests.services_played.service import until_midnight

_PAGE = b"<!doctype html>\n<html><head><title>Sign in</title></head><body>Welcome!</body></html>\n"


@dataclass
class ServiceFault(Fault):
    """A fault of a service that knows papers. `packed` sends the answer as gzip, `halved` half of
    it, as if that were all. `instead` finds other papers than those asked for, and `over` has the
    service say that it is asked too often, with its own words, for so many seconds.
    """

    packed: bool = False
    halved: bool = False
    instead: Instead = itself
    over: float | None = None


def busy(seconds: float = 7) -> ServiceFault:
    """It is asked too often; `Retry-After` is a number."""
    return ServiceFault(429, {"Retry-After": f"{seconds:g}"}, b"slow down")


def busy_until(when: dt.datetime) -> ServiceFault:
    """The same, with a date."""
    return ServiceFault(429, {"Retry-After": format_datetime(when, usegmt=True)}, b"slow down")


def spent_for_today() -> ServiceFault:
    """No more until midnight."""
    return ServiceFault(429, {"Retry-After": f"{until_midnight():.0f}"}, b"come back tomorrow")


def too_often(seconds: float = 7) -> ServiceFault:
    """It is asked too often, and says so as its documentation has it, often without a time."""
    return ServiceFault(over=seconds)


def no_room() -> ServiceFault:
    """It has no room now, as a proxy before it says."""
    return ServiceFault(503, {"Content-Type": "text/html"}, b"<html><h1>503</h1></html>")


def slow(seconds: float) -> ServiceFault:
    return ServiceFault(slow=seconds)


def cut() -> ServiceFault:
    """The connection ends before the answer does."""
    return ServiceFault(cut=True)


def half() -> ServiceFault:
    """The answer ends in its middle, and nobody says so."""
    return ServiceFault(halved=True)


def web_page() -> ServiceFault:
    """A page for people, with status 200, as of the network of a hotel."""
    return ServiceFault(headers={"Content-Type": "text/html; charset=utf-8"}, body=_PAGE)


def web_page_as_data() -> ServiceFault:
    """The same, with the content type of data."""
    return ServiceFault(body=_PAGE)


def another_paper(other: Played) -> ServiceFault:
    return ServiceFault(instead=another(other))


def under_a_wrong_title(other: Played) -> ServiceFault:
    return ServiceFault(instead=wrongly_titled(other))


def knows_nothing() -> ServiceFault:
    """It answers as it does where it knows none of the papers."""
    return ServiceFault(instead=nothing)


def empty() -> ServiceFault:
    """Not one byte."""
    return ServiceFault(body=b"")


def packed() -> ServiceFault:
    """The right answer, as gzip: no fault, but every client must bear it."""
    return ServiceFault(packed=True)


def elsewhere(address: str = "https://example.org/") -> ServiceFault:
    return ServiceFault(302, {"Location": address}, b"")
