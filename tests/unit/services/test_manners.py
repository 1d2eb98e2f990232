"""How long a service wants to be left alone, in all the ways in which services say it."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.services.failures import Spent
from generator.services.manners import Manners, Pace, in_words, pause_asked
from tests.local_server import Clock

NOW = dt.datetime(2026, 5, 1, 12, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "5"}, 5.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "2.5"}, 2.5),
        ({"retry-after": "-3"}, 0.0),
        ({"backoff": "7"}, 7.0),
        ({"backoff": "7", "retry-after": "3"}, 7.0),
        ({"backoff": "soon", "retry-after": "3"}, 3.0),
        ({"retry-after": "Fri, 01 May 2026 12:00:30 GMT"}, 30.0),
        ({"retry-after": "Fri, 01 May 2026 12:00:30 -0000"}, 30.0),
        ({"retry-after": "Fri, 01 May 2026 11:00:00 GMT"}, 0.0),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "1e999"}, None),
        ({"retry-after": "Fri, 99 May 99999 12:00:30 GMT"}, None),
        ({"retry-after": ""}, None),
        (
            {"ratelimit": '"api";r=0;t=55', "ratelimit-policy": '"fixed window";"api";q=500;w=300'},
            55.0,
        ),
        ({"ratelimit": '"api";r=12;t=55'}, None),
        ({"ratelimit": '"api";r=0;t=55', "retry-after": "60"}, 60.0),
        ({"ratelimit": "r=0;t=x"}, None),
    ],
)
def test_a_pause_is_read_as_services_write_it(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert pause_asked(headers, NOW) == seconds


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    clock = Clock()
    pace = Pace(Manners(), clock.time, clock.sleep)
    pace.pause(30)
    pace.pause(5)
    pace.next()
    assert clock.waits == [30]


def test_a_pause_longer_than_we_bear_ends_the_run_with_the_time_it_takes() -> None:
    clock = Clock()
    pace = Pace(Manners(longest_wait=60), clock.time, clock.sleep)
    pace.pause(7_000)
    with pytest.raises(Spent, match="a pause of 117 minutes"):
        pace.next()
    assert clock.waits == []


def test_time_that_passes_by_itself_is_not_waited_for_again() -> None:
    clock = Clock()
    pace = Pace(Manners(between=3), clock.time, clock.sleep)
    pace.next()
    clock.now += 2
    pace.next()
    assert clock.waits == [1]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 seconds"), (119, "119 seconds"), (121, "3 minutes"), (86_400, "24 hours")],
)
def test_times_are_said_as_people_say_them(seconds: float, words: str) -> None:
    assert in_words(seconds) == words
