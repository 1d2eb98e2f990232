"""Whatever a service answers, asking it ends with an answer or with a failure that has a name."""

from __future__ import annotations

import json
import string
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.services.access import Access
from generator.services.failures import ServiceFailed
from generator.services.known_services import BY_SLUG
from generator.services.looking_up import LookedUp, Wanted, look_up
from generator.values.asked import TITLE, Asked
from tests.local_server import Clock, LocalHandler, LocalServer, serving
from tests.services_played.papers import Papers, Played
from tests.services_played.service import Asked as Request
from tests.services_server import SERVICES

SHEEP = Played(
    "Counting Sheep at Scale", arxiv="2401.00001", doi="10.1234/sheep", venue="Flocks",
    abstract="We count.", code="https://github.com/example/sheep", pdf="https://example.org/s.pdf",
)  # fmt: skip
QUESTIONS = {
    "arxiv": (Asked("arxiv", SHEEP.arxiv), Asked("arxiv", "2401.00002")),
    "doi": (Asked("doi", SHEEP.doi), Asked("doi", "10.1234/goats")),
    TITLE: (Asked(TITLE, SHEEP.title),),
}
STATUSES = st.one_of(st.sampled_from((200, 200, 200, 400, 404, 429, 503)), st.integers(200, 599))
KINDS = st.one_of(
    st.sampled_from((
        "application/json", "application/vnd.api+json", "application/atom+xml", "text/html",
        "application/json; charset=latin-1", "text/plain", "",
    )),
    st.text(string.printable.strip(), max_size=20),
)  # fmt: skip
HEADERS = st.dictionaries(
    st.sampled_from(("Retry-After", "Backoff", "RateLimit", "Location", "Content-Encoding")),
    st.one_of(
        st.text(string.printable.strip(), max_size=20),
        st.sampled_from(("-1", "1e400", "nan", "0", "gzip", "br", '"api";r=0;t=9', "Thu, 0")),
    ),
    max_size=2,
)
NESTED = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


class Anything(LocalServer):
    """Answers what it is told to."""

    status, headers, body = 200, dict[str, str](), b""


class _Handler(LocalHandler):
    server: Anything

    def reply(self, body: bytes) -> None:
        server = self.server
        try:
            self.answer(server.status, server.headers, server.body)
        except (ValueError, OSError):
            # What cannot be sent, or is not wanted any more.
            self.close_connection = True


@pytest.fixture(scope="module")
def anything() -> Iterator[Anything]:
    with serving(Anything(_Handler)) as server:
        yield server


def right(slug: str, kind: str) -> Any:
    """Return the right answer of a service to the question, as a value of JSON or as a text."""
    service = BY_SLUG[slug]
    access = Access("ada@example.org")
    question = service.question(QUESTIONS[kind][: service.at_once], access)
    asked = Request(
        slug,
        "GET" if question.data is None else "POST",
        f"/{question.path}",
        (*question.params, *question.secret_params),
        {},
        json.dumps(question.data).encode(),
        "",
        0.0,
    )
    body = SERVICES[slug].reply(asked, Papers([SHEEP], slug)).body
    return body.decode() if slug == "arxiv" else json.loads(body)


def changed(data: st.DataObject, value: Any) -> Any:
    """Return a value of JSON with something else in one place of it."""
    if isinstance(value, dict | list) and value and data.draw(st.integers(0, 4)):
        places = list(value) if isinstance(value, dict) else list(range(len(value)))
        place = data.draw(st.sampled_from(places))
        copy = value.copy()
        copy[place] = changed(data, value[place])
        return copy
    return data.draw(NESTED)


CASES = [
    (slug, kind)
    for slug, service in sorted(BY_SLUG.items())
    for kind in QUESTIONS
    if kind in service.asks_by
]
ANY = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def ask(server: Anything, slug: str, kind: str) -> None:
    """Ask; what comes is for each paper one answer, or a failure that says something."""
    service, clock = BY_SLUG[slug], Clock()
    access = Access("ada@example.org", elsewhere=server.address)
    wanted = [Wanted(asked, (SHEEP.title,)) for asked in QUESTIONS[kind]]
    found: list[LookedUp] = []
    failed: ServiceFailed | None = None
    with service.asking(access, clock=clock.time, sleep=clock.sleep) as asking:
        try:
            for answer in look_up(service, wanted, asking, access):
                found += answer
        except ServiceFailed as failure:
            failed = failure
    if failed is None:
        assert [one.wanted for one in found] == wanted
    else:
        assert failed.what
    assert all(not (one.said and one.refused) for one in found)


@pytest.mark.parametrize(("slug", "kind"), CASES)
@ANY
@given(data=st.data())
def test_any_bytes_under_any_status_end_with_an_answer_or_a_failure(
    anything: Anything, slug: str, kind: str, data: st.DataObject
) -> None:
    anything.status = data.draw(STATUSES)
    anything.headers = {"Content-Type": data.draw(KINDS), **data.draw(HEADERS)}
    anything.body = data.draw(
        st.one_of(st.binary(max_size=60), NESTED.map(lambda value: json.dumps(value).encode()))
    )
    ask(anything, slug, kind)


@pytest.mark.parametrize(("slug", "kind"), CASES)
@ANY
@given(data=st.data())
def test_an_answer_that_is_wrong_in_one_place_ends_with_an_answer_or_a_failure(
    anything: Anything, slug: str, kind: str, data: st.DataObject
) -> None:
    answer = right(slug, kind)
    if isinstance(answer, str):
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(answer))] * 2)))
        sent = answer[:start] + data.draw(st.text(max_size=20)) + answer[end:]
        kept = "application/atom+xml"
    else:
        sent, kept = json.dumps(changed(data, answer)), "application/json"
    anything.status, anything.headers = 200, {"Content-Type": kept}
    anything.body = sent.encode("utf-8", "surrogatepass")
    ask(anything, slug, kind)
