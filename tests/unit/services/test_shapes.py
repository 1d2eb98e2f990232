"""Whether an answer is one at all: its status, and what kind of thing it holds."""

from __future__ import annotations

import pytest

from generator.services.failures import (
    BadQuestion,
    Broken,
    Busy,
    Malformed,
    NotAnAnswer,
    NotThere,
    NotUnderstood,
    Refused,
    Spent,
)
from generator.services.kept_answers import Answer
from generator.services.shapes import elements_of, json_of, raise_for
from tests.unit.services.answering import answer


def refused(status: int, body: bytes = b"", after: float | None = None) -> None:
    raise_for(Answer(status, {}, body), after)


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (301, NotUnderstood), (400, BadQuestion), (401, Refused), (403, Refused), (404, NotThere),
        (405, NotUnderstood), (410, NotThere), (413, BadQuestion), (414, BadQuestion),
        (422, BadQuestion), (429, Busy), (500, Broken), (503, Busy), (520, Broken),
    ],
)  # fmt: skip
def test_each_status_is_a_failure_with_a_name(status: int, failure: type[Exception]) -> None:
    with pytest.raises(failure) as raised:
        refused(status)
    assert type(raised.value) is failure
    assert str(status) in str(raised.value)


@pytest.mark.parametrize(
    "body",
    [
        b'{"error": "Rate limit exceeded", "message": "Daily budget used up. Resets at midnight"}',
        b"You have no credits left",
        b"Quota: 1000 requests per day",
    ],
)
def test_what_is_spent_for_today_is_not_asked_for_again(body: bytes) -> None:
    with pytest.raises(Spent, match="what it gives in a day is spent"):
        refused(429, body)


def test_being_asked_too_often_just_now_is_not_the_end_of_the_day() -> None:
    for body in (b"Too Many Requests", b"", b"\xff\xfe", b"x" * 3_000 + b" daily"):
        with pytest.raises(Busy):
            refused(429, body)
    # A wait that it names itself is kept, or is too long.
    with pytest.raises(Busy) as raised:
        refused(429, b"daily limit", 5.0)
    assert raised.value.after == 5.0


def test_elements_are_found_by_their_names_without_namespaces() -> None:
    body = '<?xml version="1.0"?>\n<a:feed xmlns:a="x"><a:entry>1</a:entry><a:b/></a:feed>\n'
    (entry,) = elements_of(answer(body, "text/xml"), "feed", ("entry",))
    assert entry.text == "1"
    assert elements_of(answer("<feed></feed>", "application/xml"), "feed", ("entry",)) == []


@pytest.mark.parametrize(
    ("body", "kind", "failure"),
    [
        ("<feed><entry/>", "text/xml", Malformed),
        ("<feed><entry/>\n<link href='x'/>", "text/xml", Malformed),
        ("<feed><entry></feed>", "text/xml", Malformed),
        ("<other></other>", "text/xml", NotAnAnswer),
        ("<feed></feed>", "text/html", NotAnAnswer),
        ("<feed></feed>", "", NotAnAnswer),
    ],
)
def test_what_is_no_whole_document_is_a_failure(
    body: str, kind: str, failure: type[Exception]
) -> None:
    with pytest.raises(failure):
        elements_of(answer(body, kind), "feed", ("entry",))


def test_a_web_page_is_called_one_whatever_was_wanted() -> None:
    page = answer("<!doctype html><p>Sign in</p>", "text/html")
    with pytest.raises(NotAnAnswer, match="a web page came in place of data, with status 200"):
        json_of(page, dict)
    with pytest.raises(NotAnAnswer, match="a web page came in place of data, with status 200"):
        elements_of(page, "feed", ("entry",))
    with pytest.raises(NotAnAnswer, match='"text/plain" came in place of XML'):
        elements_of(answer("<feed></feed>", "text/plain"), "feed", ("entry",))


def test_an_answer_cut_within_is_one_that_may_pass() -> None:
    with pytest.raises(Malformed):
        json_of(answer('{"results": [{"doi": "10.12'), dict)
