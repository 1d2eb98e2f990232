"""Whatever a service answers, it is an answer or a failure with a name, and never a crash."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.services.failures import ServiceFailed
from generator.services.kept_answers import Answer
from generator.services.known_services import SERVICES
from generator.services.right_work import refusal
from generator.services.service import Service
from generator.values.asked import TITLE, Asked
from tests.property.test_answers import VALUES, WORKS
from tests.unit.services.answering import WITH_ALL

EACH = pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.slug)
DOI = Asked("doi", "10.1234/abc")
ASKED = {"doi": DOI, "arxiv": Asked("arxiv", "2101.00010"), "acl": Asked("acl", "P19-1001")}

#: Answers that come near to real ones: works where works are, with anything in them.
NEAR_WORKS: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    WORKS,
    doi=st.one_of(st.just("10.1234/abc"), VALUES),
    DOI=st.one_of(st.just("10.1234/abc"), VALUES),
    title=st.one_of(st.text(max_size=20), VALUES),
    titles=st.one_of(st.lists(st.builds(dict, title=st.text(max_size=20))), VALUES),
    externalIds=st.one_of(st.just({"ArXiv": "2101.00010"}), VALUES),
    id=st.one_of(st.just("2101.00010"), VALUES),
    z_authors=VALUES,
    oa_locations=VALUES,
    best_oa_location=VALUES,
)
LISTS = st.lists(st.one_of(NEAR_WORKS, VALUES), max_size=3)
BODIES = st.one_of(
    VALUES,
    NEAR_WORKS,
    LISTS,
    st.builds(dict, results=LISTS),
    st.builds(dict, data=LISTS),
    st.builds(dict, message=st.one_of(st.builds(dict, items=LISTS), NEAR_WORKS)),
)
TITLES = st.lists(st.text(max_size=20), max_size=2)


def tried(service: Service, body: bytes, kind: str, titles: list[str]) -> None:
    """Read an answer as one to each kind of question, and judge every work that came of it."""
    came = Answer(200, {"content-type": kind}, body)
    for name in service.asks_by:
        asked = Asked(TITLE, "Counting sheep") if name == TITLE else ASKED[name]
        for batch in ([asked], [asked] * 2 if name == TITLE else [asked, DOI]):
            if any(not service.takes(one) for one in batch):
                continue
            try:
                found = service.answers(came, batch)
            except ServiceFailed:
                continue
            assert set(found) <= set(batch)
            for one, works in found.items():
                for said in works:
                    assert isinstance(refusal(one, said, titles), str)


#: Seven services are tried, each.
FEWER = settings(max_examples=30)


@EACH
@FEWER
@given(body=BODIES, titles=TITLES)
def test_any_json(service: Service, body: Any, titles: list[str]) -> None:
    data = json.dumps(body).encode()
    tried(service, data, "application/json", titles)
    tried(service, data[:-3], "application/json", titles)


@EACH
@FEWER
@given(body=st.binary(max_size=60), kind=st.sampled_from(("application/json", "text/xml", "")))
def test_any_bytes(service: Service, body: bytes, kind: str) -> None:
    tried(service, body, kind, [])


TEXTS = st.text(max_size=20)
NAMES = st.sampled_from(("id", "title", "summary", "author", "published", "comment", "doi", "x"))
ELEMENTS = st.builds(
    lambda name, text: f"<{name}>{text}</{name}>",
    NAMES,
    st.one_of(TEXTS, st.just("http://arxiv.org/abs/2101.00010v1"), st.just("<b>&amp;</b>")),
)
ENTRIES = st.lists(ELEMENTS, max_size=6).map(lambda parts: f"<entry>{''.join(parts)}</entry>")


@given(st.lists(st.one_of(ENTRIES, TEXTS), max_size=3), TITLES)
def test_any_feed(parts: list[str], titles: list[str]) -> None:
    body = f"<feed>{''.join(parts)}</feed>".encode("utf-8", "replace")
    arxiv = SERVICES[0]
    assert arxiv.slug == "arxiv"
    tried(arxiv, body, "application/atom+xml", titles)


@EACH
@given(title=st.text(min_size=1), dois=st.lists(st.text(min_size=1, max_size=30), max_size=3))
def test_any_question_can_be_made(service: Service, title: str, dois: list[str]) -> None:
    many = [Asked(TITLE, title), *(Asked("doi", f"10.1234/{one}") for one in dois)]
    for batch in service.batches([one for one in many if service.takes(one)]):
        question = service.question(batch, WITH_ALL)
        assert "?" not in question.path
        assert "#" not in question.path
