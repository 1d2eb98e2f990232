"""The server that plays the services: it answers and refuses as their documentation says.

What it answers is read by the readers of saved answers, which were made from real ones.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.local_server import Clock
from tests.services_played import faults
from tests.services_played.papers import Played, read_papers
from tests.services_server import SERVICES, ServicesServer, services_server
from tests.unit.sources.services.answers import Read, read

SHEEP = Played(
    "Counting Sheep & Goats at Scale",
    ("Ada Example", "Bela Sample"),
    2024,
    arxiv="2401.00001",
    doi="10.1234/Flock.2025.1",
    acl="2025.flock-1.1",
    venue="Conference on Flocks",
    abstract="We count sheep, and sheep count us.",
    code="https://github.com/example/sheep",
    project="https://sheep.example.org/",
    pdf="https://example.org/sheep.pdf",
    versions=3,
    citations=42,
    upvotes=7,
)
OLD = Played("On the Wool of Old", ("Cleo Instance",), 2001, arxiv="math/0101001")
DATA = Played("A Set of Sheep", ("Ada Example",), 2023, dataset_doi="10.5555/data.1")
OTHER = Played("Goats", ("Dora Other",), 2020, arxiv="2001.00009", doi="10.1234/goats")
PAPERS = (SHEEP, OLD, DATA, OTHER)


@pytest.fixture
def server() -> Iterator[ServicesServer]:
    with services_server(PAPERS) as running:
        # These tests ask as quickly as they can.
        running.patient = True
        yield running


def get(server: ServicesServer, path: str, **params: str) -> httpx2.Response:
    # Nothing is encrypted on the way to this machine, and certificates take a while to load.
    return httpx2.get(f"{server.address}/{path}", params=params or None, verify=False)


def batch(server: ServicesServer, *ids: str, fields: str = "title") -> httpx2.Response:
    path = f"{server.address}/semantic-scholar/graph/v1/paper/batch"
    return httpx2.post(path, params={"fields": fields}, json={"ids": ids}, verify=False)


def values_of(read: Read) -> list[str]:
    return sorted(
        f"{one.kind}:{one.value}"
        for record in read.records
        for one in record.work.resolved_identifiers
    )


def found(response: httpx2.Response) -> Read:
    """Return what the readers of saved answers make of an answer."""
    assert response.status_code == 200
    return read(response.text)


def refused(response: httpx2.Response, status: int, told: str) -> None:
    assert response.status_code == status
    assert told in response.text


# arXiv


def test_arxiv_gives_ten_results_unless_more_are_asked_for(server: ServicesServer) -> None:
    papers = [Played(f"Paper {n}", arxiv=f"2402.{n:05}") for n in range(1, 16)]
    server.knows(papers)
    ids = ",".join(paper.arxiv for paper in papers)
    assert len(found(get(server, "arxiv/api/query", id_list=ids)).records) == 10
    assert len(found(get(server, "arxiv/api/query", id_list=ids, max_results="15")).records) == 15


def test_arxiv_gives_the_newest_first_with_their_versions(server: ServicesServer) -> None:
    answer = get(server, "arxiv/api/query", id_list="math/0101001,2401.00001")
    ids = re.findall(r"<id>http://arxiv.org/abs/(.*)</id>", answer.text)
    assert ids == ["2401.00001v3", "math/0101001v1"]
    read = found(answer)
    assert read.titles == ["Counting Sheep & Goats at Scale", "On the Wool of Old"]
    assert [str(name) for name in read.records[0].work.authors] == ["Ada Example", "Bela Sample"]


def test_arxiv_gives_the_version_that_is_asked_for_and_no_other(server: ServicesServer) -> None:
    answer = get(server, "arxiv/api/query", id_list="2401.00001v2,math/0101001v2")
    assert "2401.00001v2</id>" in answer.text
    assert len(found(answer).records) == 1


def test_arxiv_refuses_a_whole_list_for_one_wrong_identifier(server: ServicesServer) -> None:
    answer = get(server, "arxiv/api/query", id_list="2401.00001,sheep")
    refused(answer, 400, "incorrect id format for sheep")
    assert found(get(server, "arxiv/api/query", id_list="2401.00001")).titles
    refused(get(server, "arxiv/api/query", max_results="many"), 400, "must be an integer")


def test_arxiv_answers_an_empty_feed_for_what_it_does_not_know(server: ServicesServer) -> None:
    answer = get(server, "arxiv/api/query", id_list="2401.99999")
    assert answer.status_code == 200
    assert "<entry" not in answer.text
    assert "totalResults>0<" in answer.text


# OpenAlex


def openalex(server: ServicesServer, *dois: str, **params: str) -> httpx2.Response:
    return get(server, "openalex/works", filter="doi:" + "|".join(dois), **params)


def test_openalex_knows_a_preprint_and_its_publication_as_two_works(server: ServicesServer) -> None:
    answer = openalex(server, "10.48550/arXiv.2401.00001", "https://doi.org/10.1234/FLOCK.2025.1")
    assert answer.json()["meta"]["count"] == 2
    assert {work["type"] for work in answer.json()["results"]} == {"preprint", "article"}
    read = found(answer)
    assert set(read.titles) == {"Counting Sheep & Goats at Scale"}
    assert {record.work.abstract.plain for record in read.records} == {SHEEP.abstract}
    assert "doi:10.1234/flock.2025.1" in values_of(read)
    assert "arxiv:2401.00001" in values_of(read)


def test_openalex_finds_one_work_by_its_doi_for_nothing(server: ServicesServer) -> None:
    answer = get(server, "openalex/works/doi:10.1234/flock.2025.1", select="id,doi,title")
    assert set(answer.json()) == {"id", "doi", "title"}
    assert answer.headers["X-RateLimit-Credits-Used"] == "0"
    assert get(server, "openalex/works/doi:10.1234/nobody").status_code == 404


def test_openalex_refuses_what_it_does_not_know_or_cannot_bear(server: ServicesServer) -> None:
    refused(get(server, "openalex/works", rows="3"), 400, "rows is not a valid parameter")
    refused(openalex(server, "10.1/a", select="name"), 400, "name is not a valid select field")
    refused(openalex(server, **{"per-page": "101"}), 400, "between 1 and 100")
    refused(openalex(server, *["10.1/a"] * 101), 400, "Maximum number of values exceeded for doi")
    assert openalex(server, *["10.1/a"] * 100).status_code == 200
    long = [f"10.1234/conference.of.flocks.and.herds.{n:04}" for n in range(90)]
    refused(openalex(server, *long), 400, "Request Line is too large")
    # A comma ends a filter.
    refused(openalex(server, "10.1/a,b"), 400, "b is not a valid field")


def test_openalex_allows_a_thousand_credits_a_day_and_ten_a_search(server: ServicesServer) -> None:
    for _ in range(100):
        assert get(server, "openalex/works", search="goats").status_code == 200
    answer = get(server, "openalex/works", search="goats")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 86_400


# Crossref


def crossref(server: ServicesServer, *dois: str, **params: str) -> httpx2.Response:
    return get(server, "crossref/works", filter=",".join(f"doi:{doi}" for doi in dois), **params)


def test_crossref_gives_what_it_registered_and_nothing_of_arxiv(server: ServicesServer) -> None:
    answer = crossref(server, "10.1234/FLOCK.2025.1", "10.48550/arXiv.2401.00001", "10.1234/goats")
    read = found(answer)
    assert values_of(read) == ["doi:10.1234/flock.2025.1", "doi:10.1234/goats"]
    assert "Counting Sheep & Goats at Scale" in read.titles
    assert answer.headers["x-api-pool"] == "public"
    assert crossref(server, "10.1/a", mailto="ada@example.org").headers["x-api-pool"] == "polite"


def test_crossref_refuses_what_it_does_not_know(server: ServicesServer) -> None:
    refused(get(server, "crossref/works", per_page="3"), 400, "unknown-parameter")
    refused(crossref(server, "10.1/a", rows="1001"), 400, "integer-not-valid")
    refused(crossref(server, "10.1/a", select="DOI,year"), 400, "select-not-available")
    refused(crossref(server, "10.1/a,b"), 400, "filter-not-available")
    refused(get(server, "crossref/works/10.1234/goats", select="DOI"), 400, "parameter-not-allowed")
    refused(get(server, "crossref/works/10.1234/nobody"), 404, "Resource not found.")
    # With a bar it is one DOI, which nobody has.
    assert crossref(server, "10.1234/goats|10.1234/flock.2025.1").json()["message"]["items"] == []


def test_crossref_gives_twenty_rows_unless_more_are_asked_for(server: ServicesServer) -> None:
    papers = [Played(f"Paper {n}", doi=f"10.1234/{n}") for n in range(30)]
    server.knows(papers)
    dois = [paper.doi for paper in papers]
    assert len(crossref(server, *dois).json()["message"]["items"]) == 20
    assert len(crossref(server, *dois, rows="30").json()["message"]["items"]) == 30


# Semantic Scholar


def test_semantic_scholar_answers_in_order_with_nulls(server: ServicesServer) -> None:
    answer = batch(server, "ARXIV:2401.99999", "DOI:10.1234/goats", "ACL:2025.flock-1.1",
                   fields="title,externalIds,authors.name,openAccessPdf")  # fmt: skip
    unknown, goats, sheep = answer.json()
    assert (unknown, goats["title"], sheep["externalIds"]["ArXiv"]) == (None, "Goats", SHEEP.arxiv)
    assert "year" not in goats
    assert values_of(read(answer.text)) == [
        "acl:2025.flock-1.1", "arxiv:2001.00009", "arxiv:2401.00001",
        "doi:10.1234/flock.2025.1", "doi:10.1234/goats",
    ]  # fmt: skip


def test_semantic_scholar_refuses_a_batch_of_which_it_knows_nothing(server: ServicesServer) -> None:
    refused(batch(server, "ARXIV:2401.99999"), 400, "No valid paper ids given")
    refused(batch(server), 400, "No valid paper ids given")
    refused(batch(server, *["ARXIV:2401.00001"] * 501), 400, "500")
    refused(batch(server, "ARXIV:2401.00001", fields="title,doi"), 400, "unsupported fields: [doi]")
    match = "semantic-scholar/graph/v1/paper/search/match"
    refused(get(server, match, query="Llamas"), 404, "Title match not found")
    assert get(server, match, query="goats").json()["data"][0]["title"] == "Goats"


# DataCite


def datacite(server: ServicesServer, query: str) -> list[str]:
    answer = get(server, "datacite/dois", query=query)
    return [one["id"] for one in answer.json()["data"]] if answer.status_code == 200 else []


def test_datacite_finds_dois_in_capitals_and_ids_in_small_letters(server: ServicesServer) -> None:
    preprint, dataset = "10.48550/arxiv.2401.00001", "10.5555/data.1"
    assert datacite(server, f'doi:("{preprint}" OR "{dataset}")') == []
    assert datacite(server, f'doi:("{preprint.upper()}" OR "{dataset.upper()}")') == [
        dataset, preprint,
    ]  # fmt: skip
    assert datacite(server, f"id:{preprint}") == [preprint]
    assert datacite(server, f"id:{preprint.upper()}") == []
    assert datacite(server, 'id:"10.1234/flock.2025.1"') == []
    refused(get(server, "datacite/dois", query='doi:("10.1'), 400, "Failed to parse")


def test_datacite_says_what_it_has_of_a_preprint(server: ServicesServer) -> None:
    answer = get(server, "datacite/dois", query="id:10.48550/arxiv.2401.00001")
    read = found(answer)
    assert read.titles == ["Counting Sheep & Goats at Scale"]
    assert "arxiv:2401.00001" in values_of(read)
    assert answer.headers["Content-Type"].startswith("application/vnd.api+json")


# Hugging Face and Unpaywall


def test_hugging_face_knows_code_and_votes_or_answers_404(server: ServicesServer) -> None:
    answer = get(server, "hugging-face/api/papers/2401.00001")
    (record,) = found(answer).records
    assert {link.kind for link in record.work.links} >= {"code", "project"}
    assert answer.json()["upvotes"] == 7
    assert "githubRepo" not in get(server, "hugging-face/api/papers/2001.00009").json()
    refused(get(server, "hugging-face/api/papers/2401.99999"), 404, "Paper not found")
    refused(get(server, "hugging-face/api/papers/math/0101001"), 404, "Paper not found")


def test_unpaywall_wants_an_email_address_first(server: ServicesServer) -> None:
    path = "unpaywall/v2/10.1234/flock.2025.1"
    refused(get(server, path), 422, "Email address required")
    answer = get(server, path, email="ada@example.org").json()
    assert answer["best_oa_location"]["url_for_pdf"] == SHEEP.pdf
    unknown = "unpaywall/v2/10.48550%2FarXiv.2401.00001"
    refused(get(server, unknown, email="ada@example.org"), 404, "isn't in Unpaywall")


# What the server does for tests


@pytest.mark.parametrize("slug", SERVICES)
def test_who_asks_sooner_than_a_service_bears_is_refused_and_told_of(slug: str) -> None:
    clock = Clock()
    with services_server(PAPERS, clock=clock.time) as server:
        limit = SERVICES[slug].limit
        for step in range(3):
            asked = get(server, f"{slug}/works")
            assert asked.status_code != 429, step
            most = limit(server.asked[-1])
            clock.sleep(most.seconds / most.requests)
        assert not [one for one in server.complaints if "too soon" in one]
        assert server.between(slug) == [pytest.approx(most.seconds / most.requests)] * 2
        if most.requests <= 3:
            for _ in range(most.requests + 1):
                refusal = get(server, f"{slug}/works")
            assert refusal.status_code == 429
            assert "too soon" in server.complaints[-1]


def test_faults_come_first_one_a_request(server: ServicesServer) -> None:
    path = "hugging-face/api/papers/2401.00001"
    server.faults["hugging-face"].extend([
        faults.busy(3), None, faults.web_page(), faults.another_paper(OTHER),
        faults.under_a_wrong_title(OTHER), faults.knows_nothing(), faults.packed(),
        faults.too_often(9), faults.elsewhere(), faults.empty(),
    ])  # fmt: skip
    answers = [get(server, path) for _ in range(11)]
    statuses = [answer.status_code for answer in answers]
    assert statuses == [429, 200, 200, 200, 200, 404, 200, 429, 302, 200, 200]
    assert answers[0].headers["Retry-After"] == "3"
    assert answers[2].headers["Content-Type"] == "text/html; charset=utf-8"
    others = [(answer.json()["id"], answer.json()["title"]) for answer in answers[3:5]]
    assert others == [("2001.00009", "Goats"), ("2401.00001", "Goats")]
    assert answers[6].json() == answers[1].json()
    assert answers[6].headers["Content-Encoding"] == "gzip"
    assert "t=10" in answers[7].headers["RateLimit"]
    assert answers[9].content == b""
    assert answers[10].json() == answers[1].json()
    server.faults["hugging-face"].append(faults.cut())
    with pytest.raises(httpx2.RemoteProtocolError):
        get(server, path)
    server.always["hugging-face"] = faults.no_room()
    assert [get(server, path).status_code for _ in range(2)] == [503, 503]
    assert server.requests() == {"hugging-face": 14}


def test_a_wrong_key_is_refused(server: ServicesServer) -> None:
    server.keys["openalex"] = "secret"
    assert openalex(server, "10.1/a", api_key="guess").status_code == 403
    assert openalex(server, "10.1/a", api_key="secret").status_code == 200
    assert openalex(server, "10.1/a").status_code == 200


def test_papers_are_read_from_lines_of_facts(tmp_path: Path) -> None:
    row: dict[str, Any] = {"id": "sheep", "title": "Counting Sheep", "authors": ["Ada Example"]}
    row |= {"year": 2024, "arxiv": "2401.00001", "doi": "10.1234/sheep", "evidence": {"year": "…"}}
    path = tmp_path / "facts.jsonl"
    path.write_text(f'{json.dumps(row)}\n\n{{"id": "nothing"}}\n', "utf-8")
    (paper,) = read_papers(path)
    assert (paper.title, paper.authors, paper.year) == ("Counting Sheep", ("Ada Example",), 2024)
    assert (paper.arxiv, paper.doi) == ("2401.00001", "10.1234/sheep")
