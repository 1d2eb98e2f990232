from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from generator.enriching.subject import Subject
from generator.settings import Settings
from generator.values.identifier import Identifier
from tests.asked_services import TODAY, Played7, empty_catalogue, played_services
from tests.services_played.faults import ServiceFault
from tests.services_played.papers import Played

SHEEP = Played(
    "Counting Sheep with Small Networks",
    arxiv="2401.00001",
    doi="10.5555/sheep.1",
    venue="Journal of Invented Results",
    journal=True,
    code="https://github.com/example/sheep",
    abstract="Sheep are counted.",
    citations=12,
    upvotes=7,
    pdf="https://example.org/sheep.pdf",
)
GOATS = Played("Herding Goats by Gradient", arxiv="2402.00002", citations=3, upvotes=2)
FLOCK = [Played(f"A Study of Flock {number}", arxiv=f"2403.{number:05}") for number in range(1, 30)]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return empty_catalogue(tmp_path)


@pytest.fixture
def services() -> Iterator[Played7]:
    with played_services([SHEEP, GOATS, *FLOCK]) as played:
        yield played


def subject(paper: Played, lacks: str, **known: str) -> Subject:
    found = known or {"arxiv": paper.arxiv}
    return Subject(
        "papers/x/",
        f"paper-{paper.arxiv.replace('.', '-')}",
        (paper.title,),
        identifiers={kind: Identifier(kind, value) for kind, value in found.items()},
        lacks=set(lacks.split()),
    )


def lines(settings: Settings, slug: str) -> list[str]:
    path = settings.catalogue_dir / "facts" / f"{slug}.jsonl"
    return path.read_text("utf-8").splitlines() if path.exists() else []


def test_a_service_is_asked_only_for_what_it_knows_and_a_paper_lacks(
    services: Played7, settings: Settings
) -> None:
    with services.round(settings) as asking:
        asking.ask([subject(SHEEP, "upvotes")])
    assert set(services.server.requests()) == {"hugging-face"}
    assert '"code": "https://github.com/example/sheep"' in lines(settings, "hugging-face")[0]


def test_an_identifier_that_one_service_tells_is_what_the_next_is_asked_by(
    services: Played7, settings: Settings
) -> None:
    sheep = subject(SHEEP, "doi venue")
    with services.round(settings, services=["crossref", "semantic-scholar"]) as asking:
        asking.ask([sheep])
        sheep.lacks.add("venue")
        asking.ask([sheep])
    assert sheep.identifiers["doi"] == Identifier("doi", "10.5555/sheep.1")
    assert len(services.server.of("semantic-scholar")) == 1
    assert ['"of": "doi:10.5555/sheep.1"' in line for line in lines(settings, "crossref")] == [True]


def test_what_one_service_told_is_not_asked_of_the_next(
    services: Played7, settings: Settings
) -> None:
    with services.round(settings) as asking:
        asking.ask([subject(SHEEP, "authors year")])
    assert set(services.server.requests()) == {"arxiv"}


def test_who_is_interrupted_keeps_what_came_and_goes_on_from_there(
    services: Played7, settings: Settings
) -> None:
    def subjects() -> list[Subject]:
        return [subject(paper, "upvotes code") for paper in FLOCK]

    def interrupts(name: str, done: int, _total: int) -> None:
        if name == "Hugging Face" and done == 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), services.round(settings) as asking:
        asking.ask(subjects(), interrupts)
    assert len(lines(settings, "hugging-face")) == 10
    before = services.server.requests()["hugging-face"]
    with services.round(settings) as asking:
        asking.ask(subjects())
    assert services.server.requests()["hugging-face"] - before == len(FLOCK) - 10
    interrupted = {slug: lines(settings, slug) for slug in ("arxiv", "hugging-face")}
    for path in (settings.catalogue_dir / "facts").iterdir():
        path.unlink()
    with services.round(settings) as asking:
        asking.ask(subjects())
    assert {slug: lines(settings, slug) for slug in interrupted} == interrupted


def test_a_service_that_fails_stops_no_other(services: Played7, settings: Settings) -> None:
    services.server.always["arxiv"] = ServiceFault(status=500)
    with services.round(settings) as asking:
        asking.ask([subject(SHEEP, "authors code")])
    failed = {one.service.name: one.failed for one in asking.told}
    assert failed["arXiv"].startswith("arXiv: it failed by itself (status 500)")
    assert failed["Hugging Face"] == ""
    assert len(lines(settings, "hugging-face")) == 1


def test_a_budget_ends_a_service_for_this_run(services: Played7, settings: Settings) -> None:
    papers = [subject(paper, "upvotes") for paper in FLOCK]
    with services.round(settings, services=["hugging-face"], budget=4) as asking:
        asking.ask(papers)
    assert "the 4 requests that one run may make are spent" in asking.told[0].failed
    assert len(lines(settings, "hugging-face")) == 4


def test_what_is_not_known_is_asked_for_again_after_a_month(
    services: Played7, settings: Settings
) -> None:
    nobody = Played("Nobody Wrote This Yet", arxiv="2404.00009")
    asked = []
    for days in (0, 29, 30):
        today = TODAY + timedelta(days=days)
        with services.round(settings, services=["hugging-face"], today=today) as asking:
            asking.ask([subject(nobody, "code")])
        asked.append(services.server.requests()["hugging-face"])
    assert asked == [1, 1, 2]
    assert lines(settings, "hugging-face") == [
        '{"paper": "paper-2404-00009", "of": "arxiv:2404.00009", "on": "2032-01-31"}'
    ]


def test_what_is_old_is_asked_for_again_only_on_demand(
    services: Played7, settings: Settings
) -> None:
    asked = []
    for days, older_than in ((0, None), (400, None), (400, 401), (400, 400)):
        today = TODAY + timedelta(days=days)
        with services.round(
            settings, services=["hugging-face"], today=today, older_than=older_than
        ) as asking:
            asking.ask([subject(SHEEP, "upvotes")])
        asked.append(services.server.requests()["hugging-face"])
    assert asked == [1, 1, 1, 2]


def test_an_answer_with_another_title_is_told_with_both_and_not_kept(
    services: Played7, settings: Settings
) -> None:
    wrong = subject(GOATS, "authors", arxiv=SHEEP.arxiv)
    with services.round(settings, services=["arxiv"]) as asking:
        asking.ask([wrong])
    (told,) = asking.told
    assert [f"{paper.name}: {why}" for paper, why in told.refused] == [
        'papers/x/: arxiv:2401.00001 has another title there: "Counting Sheep with Small Networks";'
        ' here "Herding Goats by Gradient"'
    ]
    assert lines(settings, "arxiv") == []
    assert wrong.lacks == {"authors"}


def test_abstracts_are_kept_only_if_they_are_asked_for_by_name(
    services: Played7, settings: Settings
) -> None:
    with services.round(settings, services=["semantic-scholar"]) as asking:
        asking.ask([subject(SHEEP, "citations")])
    assert "Sheep are counted" not in lines(settings, "semantic-scholar")[0]
    with services.round(settings, services=["semantic-scholar"], only=["abstract"]) as asking:
        asking.ask([subject(SHEEP, "abstract")])
    assert "Sheep are counted" in lines(settings, "semantic-scholar")[0]


def test_datacite_is_asked_only_for_what_crossref_does_not_know(
    services: Played7, settings: Settings
) -> None:
    data = Played("A Flock of Data", doi="", dataset_doi="10.5072/flock", venue="Zenodo")
    services.server.knows([SHEEP, data])
    of_data = Subject("papers/data/", "data", (data.title,), lacks={"venue", "authors"})
    of_data.identifiers["doi"] = Identifier("doi", "10.5072/flock")
    with services.round(settings, services=["crossref", "datacite"]) as asking:
        asking.ask([of_data, subject(SHEEP, "venue authors", doi=SHEEP.doi)])
    asked = [one.line for one in services.server.of("datacite")]
    assert len(asked) == 1
    assert "10.5072" in asked[0]
    assert "10.5555" not in asked[0]


def test_a_title_is_asked_for_where_there_is_no_identifier(
    services: Played7, settings: Settings
) -> None:
    sheep = Subject(
        "papers/sheep/",
        "sheep",
        (SHEEP.title,),
        lacks={"doi", "year"},
    )
    with services.round(settings, services=["crossref"]) as asking:
        asking.ask([sheep])
    assert sheep.identifiers["doi"].value == "10.5555/sheep.1"
    assert '"of": "title:Counting Sheep with Small Networks"' in lines(settings, "crossref")[0]


def test_a_service_that_needs_a_setting_is_not_asked_and_says_what(settings: Settings) -> None:
    with (
        played_services([SHEEP], contact="") as services,
        services.round(settings, services=["unpaywall"]) as asking,
    ):
        asking.ask([subject(SHEEP, "pdf", doi=SHEEP.doi)])
        assert services.server.requests()["unpaywall"] == 0
    assert "CATALOGUE_CONTACT" in asking.told[0].missing
