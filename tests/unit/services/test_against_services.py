"""The seven services are asked as they document themselves, well and badly, over real HTTP.

The other side is written from their documentation (tests/services_played); time is a clock that
goes on only when somebody waits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pytest

from generator.services.access import OPENALEX_KEY, SEMANTIC_SCHOLAR_KEY, Access
from generator.services.asking import Asking
from generator.services.failures import (
    Broken,
    Busy,
    Malformed,
    NotAnAnswer,
    NotUnderstood,
    Refused,
    ServiceFailed,
    Spent,
    TooSlow,
    Unreachable,
)
from generator.services.known_services import BY_SLUG
from generator.services.looking_up import LookedUp, Wanted, look_up, requests_for
from generator.services.service import Service
from generator.values.asked import TITLE, Asked
from tests.local_server import Clock
from tests.services_played import faults
from tests.services_played.faults import ServiceFault
from tests.services_played.papers import Played
from tests.services_server import SERVICES, ServicesServer, services_server

#: The kind that each is asked by in a batch, and how many of a batch it takes at once.
ASKED_BY = {
    "arxiv": "arxiv",
    "openalex": "doi",
    "crossref": "doi",
    "semantic-scholar": "arxiv",
    "datacite": "arxiv",
    "hugging-face": "arxiv",
    "unpaywall": "doi",
}
ALL = sorted(ASKED_BY)
WORDS = "Wool Grass Hills Rain Dogs Shears Lambs Moor Fences Wind Wolves Milk Bells Hay Dew".split()


def paper(number: int) -> Played:
    """Return an invented paper; two of them have little in common in their titles."""
    first, second = WORDS[number % 15], WORDS[number // 15 % 15]
    return Played(
        f"{first} and {second} among {number} Flocks of {WORDS[number * 7 % 15]}",
        ("Ada Example", f"Bela {second}"),
        2020 + number % 5,
        arxiv=f"24{number // 1000 % 12 + 1:02}.{number:05}",
        doi=f"10.1234/flocks.{number}",
        venue="Conference on Flocks",
        pdf=f"https://example.org/{number}.pdf",
        abstract=f"We count {number} sheep.",
        code=f"https://github.com/example/flock-{number}",
        citations=number,
        upvotes=number,
    )


PAPERS = tuple(map(paper, range(12)))
OTHER = Played("Nothing But Goats", ("Dora Other",), 2019, arxiv="1901.00001", doi="10.1234/goats")


def identifier(slug: str, one: Played) -> Asked:
    kind = ASKED_BY[slug]
    return Asked(kind, one.arxiv if kind == "arxiv" else one.doi)


def wanted(slug: str, papers: Sequence[Played]) -> list[Wanted]:
    return [Wanted(identifier(slug, one), (one.title,)) for one in papers]


def title_of(found: LookedUp) -> str:
    return str(found.said.values["title"]).replace("&amp;", "&") if found.said else ""


@dataclass
class Asks:
    """Asks the services of a server; `clock` has how long it waited."""

    server: ServicesServer
    clock: Clock
    access: Access = field(init=False)

    def __post_init__(self) -> None:
        self.access = Access("ada@example.org", {}, self.server.address)

    def service(self, slug: str) -> Service:
        return BY_SLUG[slug]

    def asking(self, slug: str) -> Asking:
        service = self.service(slug)
        return service.asking(self.access, clock=self.clock.time, sleep=self.clock.sleep)

    def all(self, slug: str, of: Sequence[Wanted]) -> list[LookedUp]:
        """Return what came of everything that is wanted."""
        with self.asking(slug) as asking:
            answers = look_up(self.service(slug), of, asking, self.access)
            return [found for answer in answers for found in answer]

    def papers(self, slug: str, papers: Sequence[Played] = PAPERS) -> list[LookedUp]:
        return self.all(slug, wanted(slug, papers))


@pytest.fixture
def asks(monkeypatch: pytest.MonkeyPatch) -> Iterator[Asks]:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    clock = Clock()
    with services_server(PAPERS, clock=clock.time) as server:
        yield Asks(server, clock)


def test_the_server_plays_every_service_that_is_asked() -> None:
    assert sorted(BY_SLUG) == sorted(SERVICES) == ALL


# Rightly


@pytest.mark.parametrize("slug", ALL)
def test_a_service_is_asked_for_many_and_gives_each_its_own(asks: Asks, slug: str) -> None:
    found = asks.papers(slug)
    assert [one.wanted.asked for one in found] == [identifier(slug, one) for one in PAPERS]
    assert [title_of(one) for one in found] == [one.title for one in PAPERS]
    asked = [one.wanted.asked for one in found]
    assert asks.server.requests() == {slug: requests_for(asks.service(slug), asked)}


@pytest.mark.parametrize("slug", ALL)
def test_a_service_is_asked_at_its_pace_by_somebody_with_an_address(asks: Asks, slug: str) -> None:
    for _ in range(3):
        asks.papers(slug)
        # Another run: nothing is known of when the one before ended.
        asks.clock.sleep(300)
    assert asks.server.complaints == []
    assert all(one.contact == "ada@example.org" for one in asks.server.asked)


@pytest.mark.parametrize("slug", ["arxiv", "openalex", "crossref", "datacite", "semantic-scholar"])
def test_more_than_a_service_takes_at_once_are_asked_in_several_batches(
    asks: Asks, slug: str
) -> None:
    count = asks.service(slug).at_once * 2 + 3
    many = [paper(number) for number in range(count)]
    asks.server.knows(many)
    found = asks.papers(slug, many)
    assert [title_of(one) for one in found] == [one.title for one in many]
    asked = [one.wanted.asked for one in found]
    assert len(asks.server.asked) == requests_for(asks.service(slug), asked)
    assert asks.server.complaints == []


@pytest.mark.parametrize("slug", ["openalex", "crossref"])
@pytest.mark.parametrize(
    "form", ["10.18653/v1/2023.findings-emnlp.{}", "10.1234/" + "ä" * 20 + ".{}"]
)
def test_long_dois_are_asked_for_in_lines_that_a_service_bears(
    asks: Asks, slug: str, form: str
) -> None:
    many = [replace(paper(number), doi=form.format(number)) for number in range(120)]
    asks.server.knows(many)
    asks.access = replace(asks.access, keys={OPENALEX_KEY: "k" * 200})
    found = asks.papers(slug, many)
    assert [title_of(one) for one in found] == [one.title for one in many]
    assert asks.server.complaints == []
    asked = [one.wanted.asked for one in found]
    assert len(asks.server.asked) == requests_for(asks.service(slug), asked)


@pytest.mark.parametrize(("every", "requests"), [(8, 2), (2, 4)])
def test_works_that_openalex_has_twice_push_no_other_from_the_page(
    asks: Asks, every: int, requests: int
) -> None:
    many = [replace(paper(number), twins=int(number % every == 0)) for number in range(100)]
    asks.server.knows(many)
    found = asks.papers("openalex", many)
    assert [title_of(one) for one in found] == [one.title for one in many]
    # A batch of which some do not stand on the page is halved.
    assert len(asks.server.asked) == requests


@pytest.mark.parametrize("slug", ALL)
def test_what_a_service_does_not_know_costs_nobody_else_anything(asks: Asks, slug: str) -> None:
    known = [one for number, one in enumerate(PAPERS) if number % 3]
    asks.server.knows(known)
    found = asks.papers(slug)
    assert [title_of(one) for one in found if one.said] == [one.title for one in known]
    assert [one.refused for one in found if not one.said] == [""] * 4
    assert asks.server.complaints == []


@pytest.mark.parametrize("slug", ALL)
def test_a_service_that_knows_none_of_many_is_not_asked_for_each(asks: Asks, slug: str) -> None:
    found = asks.papers(slug, [paper(number) for number in range(20, 40)])
    assert [(one.said, one.refused) for one in found] == [(None, "")] * 20
    asked = [one.wanted.asked for one in found]
    assert len(asks.server.asked) == requests_for(asks.service(slug), asked)


@pytest.mark.parametrize("slug", [slug for slug in ALL if TITLE in BY_SLUG[slug].asks_by])
def test_a_paper_is_found_by_its_title_and_no_other_is(asks: Asks, slug: str) -> None:
    said, not_there = PAPERS[3].title, "On the Dreams of Quite Other Animals"
    found = asks.all(slug, [Wanted(Asked(TITLE, said)), Wanted(Asked(TITLE, not_there))])
    assert [title_of(one) for one in found] == [said, ""]
    assert asks.server.complaints == []


@pytest.mark.parametrize("slug", ["openalex", "crossref", "unpaywall", "semantic-scholar"])
@pytest.mark.parametrize(
    "doi",
    [
        "10.1002/(sici)1097-4571(199605)47:5<361::aid-asi4>3.0.co;2-s",
        "10.1234/a,b", "10.1234/a|b", '10.1234/a"b', "10.1234/a~b;c", "10.1234/a%b", "10.1234/a&b",
        "10.1234/ä+ö", "10.1234/a!b",
    ],
)  # fmt: skip
def test_a_doi_with_any_signs_finds_its_paper_beside_others(
    asks: Asks, slug: str, doi: str
) -> None:
    papers = [PAPERS[0], replace(paper(50), doi=doi), PAPERS[1]]
    asks.server.knows(papers)
    kind = [Wanted(Asked("doi", one.doi), (one.title,)) for one in papers]
    found = asks.all(slug, kind)
    assert [title_of(one) for one in found] == [one.title for one in papers]
    assert asks.server.complaints == []


@pytest.mark.parametrize("doi", ["10.5281/zenodo.123", "10.17605/OSF.IO/AB12C", '10.5555/a"(b'])
def test_datacite_finds_dois_in_any_case_and_with_signs_of_queries(asks: Asks, doi: str) -> None:
    papers = [replace(paper(60), doi="", arxiv="", dataset_doi=doi), PAPERS[0]]
    asks.server.knows(papers)
    first = Wanted(Asked("doi", doi.lower()), (papers[0].title,))
    found = asks.all("datacite", [first, *wanted("datacite", PAPERS[:1])])
    assert [title_of(one) for one in found] == [one.title for one in papers]


def test_arxiv_ids_of_before_2007_are_found(asks: Asks) -> None:
    old = replace(paper(70), arxiv="math/0301001", doi="")
    asks.server.knows([old, PAPERS[0]])
    for slug in ("arxiv", "semantic-scholar", "datacite"):
        found = asks.papers(slug, [old, PAPERS[0]])
        assert [title_of(one) for one in found] == [old.title, PAPERS[0].title], slug


def test_keys_go_where_they_belong_and_nowhere_else(asks: Asks) -> None:
    keys = {OPENALEX_KEY: "open-sesame", SEMANTIC_SCHOLAR_KEY: "semantic-sesame"}
    asks.access = replace(asks.access, keys=keys)
    asks.server.keys = {"openalex": "open-sesame", "semantic-scholar": "semantic-sesame"}
    for slug in ALL:
        asks.papers(slug)
    held = {(one.slug, name) for one in asks.server.asked for name, value in
            (*one.params, *one.headers.items()) if "sesame" in value}  # fmt: skip
    assert held == {("openalex", "api_key"), ("semantic-scholar", "x-api-key")}
    asks.server.keys = {"openalex": "another", "semantic-scholar": "another"}
    for slug in ("openalex", "semantic-scholar"):
        with pytest.raises(Refused) as failure:
            asks.papers(slug)
        assert "sesame" not in str(failure.value)


# Badly


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize(
    ("fault", "waited"),
    [
        (faults.busy(7), 7),
        (faults.no_room(), 1),
        (faults.cut(), 1),
        (faults.half(), 1),
        (ServiceFault(500, {}, b"oops"), 1),
        (ServiceFault(504, {}, b""), 1),
    ],
    ids=["429", "503", "cut", "half", "500", "504"],
)
def test_what_may_pass_is_asked_again_after_a_wait(
    asks: Asks, slug: str, fault: ServiceFault, waited: float
) -> None:
    asks.server.faults[slug].append(fault)
    found = asks.papers(slug)
    assert [title_of(one) for one in found] == [one.title for one in PAPERS]
    assert asks.server.between(slug)[0] >= waited - 0.01
    asked = [one.wanted.asked for one in found]
    assert len(asks.server.asked) == requests_for(asks.service(slug), asked) + 1


@pytest.mark.parametrize("slug", ALL)
def test_a_date_to_come_again_is_kept(asks: Asks, slug: str) -> None:
    when = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=60)
    asks.server.faults[slug].append(faults.busy_until(when))
    asks.papers(slug)
    assert 55 < asks.server.between(slug)[0] <= 61


@pytest.mark.parametrize("slug", ALL)
def test_the_services_own_refusal_of_who_asks_too_often_is_understood(
    asks: Asks, slug: str
) -> None:
    asks.server.faults[slug].append(faults.too_often(9))
    if slug == "openalex":
        with pytest.raises(Spent):
            asks.papers(slug)
    else:
        assert [title_of(one) for one in asks.papers(slug)] == [one.title for one in PAPERS]
        assert asks.server.between(slug)[0] >= 1


#: What stays wrong, and what may be told of it. Some of it is as good as cut, or wrong in shape, by
#: the format that a service answers in.
FOR_GOOD: dict[str, tuple[ServiceFault, tuple[type[ServiceFailed], ...]]] = {
    "429": (faults.busy(1), (Busy,)),
    "503": (faults.no_room(), (Busy,)),
    "500": (ServiceFault(500, {}, b"oops"), (Broken,)),
    "cut": (faults.cut(), (Unreachable,)),
    "half": (faults.half(), (Malformed,)),
    "until midnight": (faults.spent_for_today(), (Spent,)),
    "page": (faults.web_page(), (NotAnAnswer,)),
    "page as data": (faults.web_page_as_data(), (NotAnAnswer, Malformed)),
    "nothing": (faults.empty(), (NotAnAnswer, Malformed)),
    "elsewhere": (faults.elsewhere(), (NotUnderstood,)),
    "403": (ServiceFault(403, {}, b"who are you?"), (Refused,)),
    "418": (ServiceFault(418, {}, b"a pot of tea"), (NotUnderstood,)),
    "null": (ServiceFault(body=b"null"), (NotAnAnswer,)),
    "text": (ServiceFault(body=b'"sheep"'), (NotAnAnswer,)),
    "numbers": (ServiceFault(body=b"[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]"), (NotAnAnswer,)),
}


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("named", FOR_GOOD)
def test_what_stays_wrong_ends_with_a_failure_of_its_name_and_others_go_on(
    asks: Asks, slug: str, named: str
) -> None:
    fault, kinds = FOR_GOOD[named]
    asks.server.always[slug] = fault
    with pytest.raises(kinds) as failure:
        asks.papers(slug)
    assert failure.value.what
    # No more than the tries that one question has.
    assert len(asks.server.asked) <= asks.service(slug).manners(asks.access).tries
    other = "crossref" if slug != "crossref" else "arxiv"
    assert [title_of(one) for one in asks.papers(other)] == [one.title for one in PAPERS]


@pytest.mark.parametrize("slug", ALL)
def test_a_service_that_does_not_answer_is_left_in_the_end(
    asks: Asks, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = asks.service(slug)
    hasty = replace(service.manners(asks.access), timeout=0.05, tries=2)
    monkeypatch.setitem(BY_SLUG, slug, replace(service, manners=lambda _: hasty))
    asks.server.always[slug] = faults.slow(0.3)
    with pytest.raises(TooSlow):
        asks.papers(slug)
    assert len(asks.server.asked) == 2


@pytest.mark.parametrize("slug", ALL)
def test_another_paper_is_refused_or_nobodys(asks: Asks, slug: str) -> None:
    asks.server.always[slug] = faults.another_paper(OTHER)
    asks.server.patient = True
    found = asks.papers(slug)
    assert [one.said for one in found] == [None] * len(PAPERS)
    (alone,) = asks.papers(slug, PAPERS[:1])
    assert alone.said is None
    assert OTHER.title in alone.refused
    assert str(identifier(slug, PAPERS[0])) in alone.refused


@pytest.mark.parametrize("slug", ALL)
def test_a_title_that_does_not_match_is_refused_with_both(asks: Asks, slug: str) -> None:
    asks.server.always[slug] = faults.under_a_wrong_title(OTHER)
    for one, asked in zip(asks.papers(slug), PAPERS, strict=True):
        assert one.said is None
        assert OTHER.title in one.refused
        assert asked.title in one.refused


@pytest.mark.parametrize("slug", ALL)
def test_a_packed_answer_is_as_good_as_another(asks: Asks, slug: str) -> None:
    asks.server.always[slug] = faults.packed()
    assert [title_of(one) for one in asks.papers(slug)] == [one.title for one in PAPERS]


@pytest.mark.parametrize("slug", ["arxiv", "openalex", "crossref", "datacite", "semantic-scholar"])
def test_one_wrong_identifier_in_a_batch_is_told_and_the_others_are_found(
    asks: Asks, slug: str
) -> None:
    if slug == "arxiv":
        bad = Wanted(Asked("arxiv", "2401.123456"))
        found = asks.all(slug, [*wanted(slug, PAPERS), bad])
        assert "arxiv:2401.123456" in found[-1].refused
        assert [title_of(one) for one in found[:-1]] == [one.title for one in PAPERS]
        # Halved until it was alone, not asked for one by one.
        assert len(asks.server.asked) <= 9
    else:
        asks.server.always[slug] = ServiceFault(422, {}, b"no")
        with pytest.raises(NotUnderstood):
            asks.papers(slug)
        assert len(asks.server.asked) < 20
