"""What holds of every service that is asked for papers."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from generator.services.access import KEYS, Access
from generator.services.asking import Question
from generator.services.failures import Broken, Refused, Spent
from generator.services.known_services import BY_SLUG, SERVICES
from generator.services.service import CITATIONS, UPVOTES, Service
from generator.values.asked import TITLE, Asked
from generator.values.count import COUNT_KINDS
from generator.values.fields import BY_NAME
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.link import KINDS as LINKS
from tests.unit.services.answering import CONTACT, NOBODY, WITH_ALL, asked

EACH = pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.slug)
EXAMPLES = {
    "doi": "10.1234/a",
    "arxiv": "2101.00010",
    "acl": "P19-1001",
    TITLE: "Counting Sheep from the Air",
}


def batch_of(service: Service) -> list[Asked]:
    return [Asked(service.asks_by[0], EXAMPLES[service.asks_by[0]])]


def sent(question: Question) -> str:
    return f"{question.path} {question.params} {question.headers} {question.data}"


def test_names_of_files_and_of_people_are_each_of_one_service() -> None:
    assert set(BY_SLUG) == {
        "arxiv", "openalex", "crossref", "semantic-scholar", "datacite", "hugging-face",
        "unpaywall",
    }  # fmt: skip
    assert len({service.name for service in SERVICES}) == len(SERVICES)


@EACH
def test_what_it_gives_has_a_name_elsewhere(service: Service) -> None:
    known = {*BY_NAME, *IDENTIFIERS, *LINKS, *COUNT_KINDS}
    assert {CITATIONS, UPVOTES} <= set(COUNT_KINDS)
    assert service.gives <= known
    assert set(service.asks_by) <= {*IDENTIFIERS, TITLE}


@EACH
def test_it_says_where_it_is_and_what_it_wants(service: Service) -> None:
    for address in (service.address, service.terms):
        assert urlsplit(address).scheme == "https"
    assert not service.address.endswith("/")
    assert service.without
    assert service.key in ("", *KEYS)
    for access in (NOBODY, WITH_ALL):
        assert service.manners(access).between > 0
    assert service.manners(WITH_ALL).between <= service.manners(NOBODY).between


@EACH
def test_it_takes_all_kinds_that_it_says_and_no_other(service: Service) -> None:
    for kind, value in EXAMPLES.items():
        assert service.takes(Asked(kind, value)) == (kind in service.asks_by)
        if kind in service.asks_by:
            question = service.question([Asked(kind, value)], WITH_ALL)
            word = "sheep" if kind == TITLE else value.rpartition("/")[2]
            assert word in sent(question)


@EACH
def test_titles_are_asked_for_one_by_one_and_nothing_is_lost(service: Service) -> None:
    many = [one for one in asked(
        "title:Sheep", "doi:10.1234/a", "arxiv:2101.00010", "doi:10.1234/b,c", "title:Goats",
        "doi:10.1234/d", "doi:10.1234/e",
    ) if service.takes(one)]  # fmt: skip
    batches = list(service.batches(many))
    assert [one for batch in batches for one in batch] == many
    assert all(len(batch) == 1 or not any(map(service.single, batch)) for batch in batches)
    assert all(len(batch) <= service.at_once for batch in batches)


@EACH
@pytest.mark.parametrize("title", ["\u2026", "\udcff", "?!", " "])
def test_a_title_without_letters_is_a_question_all_the_same(service: Service, title: str) -> None:
    if TITLE in service.asks_by:
        question = service.question([Asked(TITLE, title)], NOBODY)
        assert "?" in sent(question)
        assert sent(question).encode()


@EACH
def test_no_key_and_no_mail_address_stands_in_what_may_be_kept_or_shown(service: Service) -> None:
    for kind in service.asks_by:
        question = service.question([Asked(kind, EXAMPLES[kind])], WITH_ALL)
        for secret in (CONTACT, *WITH_ALL.keys.values()):
            assert secret not in sent(question)
            assert secret not in repr(question)


@EACH
def test_another_server_is_asked_with_the_same_path(service: Service) -> None:
    elsewhere = Access(elsewhere="http://127.0.0.1:8000")
    with service.asking(elsewhere) as asking:
        assert asking.address == f"http://127.0.0.1:8000/{service.slug}"
    with service.asking(NOBODY) as asking:
        assert asking.address == service.address


@EACH
def test_why_it_could_not_be_asked_is_said_with_what_to_do(service: Service) -> None:
    told = service.failed(NOBODY, Broken("it failed by itself (status 500)"))
    assert told == f"{service.name}: it failed by itself (status 500) (try again later)"
    refused = service.failed(WITH_ALL, Refused("it does not let us in (status 403)"))
    assert (service.key or service.terms) in refused
    spent = service.failed(NOBODY, Spent("all is spent", "run it again"))
    assert re.search(r"\(run it again(?:, or put a free key into [A-Z_]+: https://\S+)?\)$", spent)
