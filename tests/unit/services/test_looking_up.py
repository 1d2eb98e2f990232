"""Papers are looked up in batches; what is wrong in one costs the others nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from generator.services.access import Access
from generator.services.crossref import CROSSREF
from generator.services.failures import (
    Malformed,
    NotAnAnswer,
    NotThere,
    NotUnderstood,
    Spent,
)
from generator.services.hugging_face import HUGGING_FACE
from generator.services.kept_answers import KeptAnswers
from generator.services.looking_up import LookedUp, Wanted, look_up, requests_for, seconds_for
from generator.services.openalex import OPENALEX
from generator.services.semantic_scholar import SEMANTIC_SCHOLAR
from generator.services.service import Service
from generator.values.asked import TITLE, Asked
from tests import given
from tests.local_server import Clock, LocalHandler, LocalServer, serving
from tests.unit.services.answering import NOBODY, WITH_ALL, asked, by_title

#: What answers a request: its path, parameters and body; returns status, content type and body.
Play = Callable[[str, dict[str, str], Any], tuple[int, str, bytes]]
HTML = (200, "text/html", b"<!doctype html><p>Are you a robot?</p>")


class Handler(LocalHandler):
    """Answers as the test plays it."""

    play: Play
    asked: list[str]
    retry_after: str

    def reply(self, body: bytes) -> None:
        parts = urlsplit(self.path)
        self.asked.append(parts.path)
        params = dict(parse_qsl(parts.query))
        status, kind, came = type(self).play(parts.path, params, json.loads(body or b"null"))
        more = {"Retry-After": self.retry_after} if self.retry_after else {}
        self.answer(status, {"Content-Type": kind, **more}, came)


class Desk:
    """Asks one service, which a server on this machine plays; time passes by itself."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self.folder = folder
        self.clock = Clock()

    def play(self, play: Play, *, retry_after: str = "") -> None:
        Handler.play, Handler.retry_after = staticmethod(play), retry_after

    @property
    def asked(self) -> list[str]:
        return Handler.asked

    def look_up(
        self,
        service: Service,
        wanted: list[Wanted],
        access: Access = NOBODY,
        *,
        state: str = "",
        budget: int = 0,
    ) -> Iterator[tuple[LookedUp, ...]]:
        access = replace(access, elsewhere=self.address)
        asking = service.asking(
            access,
            KeptAnswers(self.folder / "asked"),
            budget=budget,
            clock=self.clock.time,
            sleep=self.clock.sleep,
        )
        with asking:
            yield from look_up(service, wanted, asking, access, state=state)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    Handler.asked, Handler.retry_after = [], ""
    with serving(LocalServer(Handler)) as server:
        yield Desk(server.address, tmp_path)


def dois(number: int) -> list[Wanted]:
    return [
        Wanted(Asked("doi", f"10.1234/{one}"), (f"Counting {one} sheep",)) for one in range(number)
    ]


def as_json(value: object) -> tuple[int, str, bytes]:
    return 200, "application/json", json.dumps(value).encode()


def crossref(works: list[dict[str, Any]]) -> tuple[int, str, bytes]:
    return as_json({"message": {"items": works}})


def work(doi: str, title: str) -> dict[str, Any]:
    return {"DOI": doi, "title": [title], "type": "journal-article"}


def all_known(_path: str, params: dict[str, str], _data: Any) -> tuple[int, str, bytes]:
    """Crossref as it is when it knows each DOI; the last first."""
    names = [part.removeprefix("doi:") for part in params["filter"].split(",")]
    return crossref([work(one, f"Counting {one[8:]} sheep") for one in reversed(names)])


def shown(answers: Iterator[tuple[LookedUp, ...]]) -> list[list[tuple[str, str]]]:
    """What came of each, answer by answer: its title, or why there is none."""
    return [
        [
            (one.wanted.asked.value, str(one.said.values["title"]) if one.said else one.refused)
            for one in answer
        ]
        for answer in answers
    ]


def test_batches_come_one_by_one_in_the_order_of_what_was_wanted(desk: Desk) -> None:
    desk.play(all_known)
    found = shown(desk.look_up(CROSSREF, dois(120)))
    assert [len(answer) for answer in found] == [50, 50, 20]
    assert [one for answer in found for one in answer] == [
        (f"10.1234/{one}", f"Counting {one} sheep") for one in range(120)
    ]
    assert desk.asked == ["/crossref/works"] * 3
    # One a second, from the second request on.
    assert desk.clock.waits == pytest.approx([1.0, 1.0])


def test_what_a_service_does_not_know_and_what_is_not_the_paper(desk: Desk) -> None:
    desk.play(
        lambda *_: crossref([work("10.1234/1", "On wolves"), work("10.1234/2", "Counting 2 sheep")])
    )
    (found,) = desk.look_up(CROSSREF, dois(3))
    assert [(one.said is not None, one.refused) for one in found] == [
        (False, ""),
        (
            False,
            'doi:10.1234/1 has another title there: "On wolves"; here "Counting 1 sheep"',
        ),
        (True, ""),
    ]


def test_of_several_works_of_one_identifier_the_right_one_is_taken(desk: Desk) -> None:
    desk.play(
        lambda *_: crossref([work("10.1234/0", "On wolves"), work("10.1234/0", "Counting 0 sheep")])
    )
    assert shown(desk.look_up(CROSSREF, dois(1))) == [[("10.1234/0", "Counting 0 sheep")]]


def test_a_batch_that_is_refused_is_halved_until_the_bad_one_is_alone(desk: Desk) -> None:
    def play(path: str, params: dict[str, str], data: Any) -> tuple[int, str, bytes]:
        if "doi:10.1234/5" in params["filter"].split(","):
            return 400, "application/json", b'{"status": "failed"}'
        return all_known(path, params, data)

    desk.play(play)
    found = shown(desk.look_up(CROSSREF, dois(8)))
    assert [len(answer) for answer in found] == [4, 1, 1, 2]
    flat = [one for answer in found for one in answer]
    assert [one for one, _ in flat] == [f"10.1234/{one}" for one in range(8)]
    assert flat[5] == (
        "10.1234/5", "doi:10.1234/5: it does not take the question (status 400)",
    )  # fmt: skip
    assert sum("Counting" in title for _, title in flat) == 7
    assert len(desk.asked) == 7


def test_too_long_a_question_is_halved_too(desk: Desk) -> None:
    def play(path: str, params: dict[str, str], data: Any) -> tuple[int, str, bytes]:
        if params["filter"].count("doi:") > 2:
            return 414, "text/html", b"<h1>URI too long</h1>"
        return all_known(path, params, data)

    desk.play(play)
    assert [len(answer) for answer in desk.look_up(CROSSREF, dois(4))] == [2, 2]


def test_a_service_that_takes_nothing_is_left_alone_soon(desk: Desk) -> None:
    desk.play(lambda *_: (400, "application/json", b"{}"))
    with pytest.raises(NotUnderstood, match="status 400"):
        list(desk.look_up(CROSSREF, dois(50)))
    assert len(desk.asked) < 15


def test_a_service_that_took_something_may_refuse_many(desk: Desk) -> None:
    def play(path: str, *_: object) -> tuple[int, str, bytes]:
        identifier = path.rpartition("/")[2]
        if identifier == "2101.00000":
            return as_json({"id": identifier, "title": "Sheep"})
        return 400, "application/json", b"{}"

    desk.play(play)
    many = [Wanted(one) for one in asked(*(f"arxiv:2101.0000{last}" for last in range(8)))]
    found = [one for answer in desk.look_up(HUGGING_FACE, many) for one in answer]
    assert [one.said is not None for one in found] == [True] + [False] * 7
    assert all("status 400" in one.refused for one in found[1:])
    with pytest.raises(NotUnderstood):
        list(desk.look_up(HUGGING_FACE, many[1:]))


def test_a_question_for_one_alone_that_leads_elsewhere_is_told(desk: Desk) -> None:
    desk.play(lambda *_: (301, "text/html", b""))
    (only,) = asked("doi:10.1234/a,b")
    ((found,),) = desk.look_up(OPENALEX, [Wanted(only)])
    assert found.refused.startswith("doi:10.1234/a,b: it sends us elsewhere")
    with pytest.raises(NotUnderstood):
        list(desk.look_up(OPENALEX, dois(2)))


def test_404_is_an_answer_where_one_is_asked_for_and_a_failure_where_many_are(desk: Desk) -> None:
    desk.play(lambda *_: (404, "application/json", b'{"error": "Paper not found"}'))
    (only,) = asked("arxiv:2101.00010")
    ((found,),) = desk.look_up(HUGGING_FACE, [Wanted(only)])
    assert (found.said, found.refused) == (None, "")
    with pytest.raises(NotThere):
        list(desk.look_up(CROSSREF, dois(1)))


def test_a_batch_of_which_a_service_knows_nothing_is_no_bad_question(desk: Desk) -> None:
    none = b'{"error": "No valid paper ids given"}'
    desk.play(lambda *_: (400, "application/json", none))
    two = [Wanted(one) for one in asked("arxiv:2101.00010", "arxiv:2101.00011")]
    (found,) = desk.look_up(SEMANTIC_SCHOLAR, two)
    assert [(one.said, one.refused) for one in found] == [(None, ""), (None, "")]
    assert len(desk.asked) == 1


def test_another_paper_than_asked_for_is_told(desk: Desk) -> None:
    desk.play(lambda *_: as_json({"id": "2101.99999", "title": "On wolves"}))
    (only,) = asked("arxiv:2101.00010")
    ((found,),) = desk.look_up(HUGGING_FACE, [Wanted(only)])
    assert found.said is None
    assert found.refused == 'asked for arxiv:2101.00010, it gave arxiv:2101.99999: "On wolves"'


def test_papers_in_the_wrong_places_of_a_batch_are_told(desk: Desk) -> None:
    def paper(identifier: str) -> dict[str, Any]:
        return {"paperId": "1", "externalIds": {"ArXiv": identifier}, "title": "Sheep"}

    desk.play(lambda *_: as_json([paper("2101.00011"), paper("2101.00010"), None]))
    three = [Wanted(one) for one in asked(*(f"arxiv:2101.0001{last}" for last in "012"))]
    (found,) = desk.look_up(SEMANTIC_SCHOLAR, three)
    assert [one.refused for one in found] == [
        'asked for arxiv:2101.00010, it gave arxiv:2101.00011: "Sheep"',
        'asked for arxiv:2101.00011, it gave arxiv:2101.00010: "Sheep"',
        "",
    ]


def test_by_a_title_the_first_work_with_that_title_is_taken(desk: Desk) -> None:
    title = "Counting Sheep from the Air"
    came = [
        work("10.1234/1", f"{title} with Drones"),
        work("10.1234/2", title.upper()),
        work("10.1234/3", title),
    ]
    desk.play(lambda *_: crossref(came))
    ((found,),) = desk.look_up(CROSSREF, [Wanted(Asked(TITLE, title))])
    assert found.said is not None
    assert found.said.values["doi"] == "10.1234/2"
    ((found,),) = desk.look_up(CROSSREF, [Wanted(Asked(TITLE, "Counting Goats from the Air"))])
    assert found.refused == (
        f'asked for "Counting Goats from the Air", it gave "{title} with Drones"'
    )


def test_by_a_title_known_authors_must_agree(desk: Desk) -> None:
    title = "Counting Sheep from the Air"
    by_another = {**work("10.1234/1", title), "author": [{"given": "Cleo", "family": "Instance"}]}
    right = {**work("10.1234/2", title), "author": [{"given": "A.", "family": "Example"}]}
    desk.play(lambda *_: crossref([by_another, right]))
    known = given.work(authors=("Ada Example",)).authors
    ((found,),) = desk.look_up(CROSSREF, [Wanted(Asked(TITLE, title), authors=known)])
    assert found.said is not None
    assert found.said.values["doi"] == "10.1234/2"


def test_a_web_page_with_status_200_ends_it_with_a_name(desk: Desk) -> None:
    desk.play(lambda *_: HTML)
    with pytest.raises(NotAnAnswer, match="a web page came in place of data"):
        list(desk.look_up(CROSSREF, dois(1)))


def test_what_is_cut_is_asked_for_again(desk: Desk) -> None:
    def play(path: str, params: dict[str, str], data: Any) -> tuple[int, str, bytes]:
        status, kind, body = all_known(path, params, data)
        return status, kind, body if len(desk.asked) > 2 else body[:-10]

    desk.play(play)
    assert [len(answer) for answer in desk.look_up(CROSSREF, dois(2))] == [2]
    assert len(desk.asked) == 3
    desk.play(lambda *_: (200, "application/json", b'{"message": '))
    with pytest.raises(Malformed):
        list(desk.look_up(CROSSREF, dois(1)))


def test_a_pause_until_midnight_ends_the_run_of_this_service(desk: Desk) -> None:
    desk.play(lambda *_: (429, "application/json", b"{}"), retry_after="40000")
    with pytest.raises(Spent, match="it asks for a pause of 12 hours"):
        list(desk.look_up(OPENALEX, dois(1)))
    assert len(desk.asked) == 1


def test_a_spent_day_ends_it_with_what_to_do(desk: Desk) -> None:
    desk.play(lambda *_: (429, "application/json", b'{"message": "Daily limit exceeded"}'))
    with pytest.raises(Spent) as raised:
        list(desk.look_up(OPENALEX, dois(1)))
    assert len(desk.asked) == 1
    assert OPENALEX.failed(NOBODY, raised.value) == (
        "OpenAlex: what it gives in a day is spent (status 429) (run it again tomorrow; it goes on"
        " from here, or put a free key into OPENALEX_API_KEY:"
        " https://developers.openalex.org/api-reference/authentication)"
    )
    assert "OPENALEX_API_KEY" not in OPENALEX.failed(WITH_ALL, raised.value)


def test_a_budget_ends_a_run_after_what_came_until_then(desk: Desk) -> None:
    desk.play(all_known)
    answers = desk.look_up(CROSSREF, dois(120), budget=2)
    assert [len(next(answers)), len(next(answers))] == [50, 50]
    with pytest.raises(Spent, match="2 requests"):
        next(answers)


def test_answers_are_kept_for_the_same_day_only(desk: Desk) -> None:
    desk.play(all_known)
    for day, requests in (("2026-11-28", 1), ("2026-11-28", 1), ("2026-11-29", 2), ("", 3)):
        list(desk.look_up(CROSSREF, dois(2), WITH_ALL, state=day))
        assert len(desk.asked) == requests
    kept = b"".join(path.read_bytes() for path in (desk.folder / "asked").iterdir())
    assert b"ada@example.org" not in kept


def test_what_it_costs_is_known_before() -> None:
    many = [*asked(*(f"doi:10.1234/{one}" for one in range(547))), *by_title("Sheep")]
    assert [requests_for(one, many) for one in (OPENALEX, CROSSREF)] == [8, 12]
    assert seconds_for(CROSSREF, NOBODY, 12) == 12
    assert seconds_for(CROSSREF, WITH_ALL, 12) < 5
    assert requests_for(CROSSREF, []) == 0
