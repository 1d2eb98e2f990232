from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from generator.adding.taking import Added, add
from generator.adding.wishes import wishes
from generator.pipeline import Silent
from generator.problems import BuildFailed, Problems
from generator.records.trial import trial
from generator.sources.facts.file import read_facts_file
from generator.workers import HERE
from tests.asked_services import TODAY, Played7, played_services
from tests.issues import decided, settings_of
from tests.services_played.faults import ServiceFault
from tests.services_played.papers import Played

SHEEP = Played(
    "Counting Sheep with Small Networks",
    arxiv="2401.00001",
    doi="10.5555/sheep.1",
    venue="Journal of Invented Results",
    journal=True,
    code="https://github.com/example/sheep",
    citations=12,
)
GOATS = Played("Herding Goats by Gradient", authors=("Cy Goatherd",), arxiv="2402.00002")
#: A paper of the sample catalogue, by its DOI.
GROW = Played("GROW² slowly: grafting without a plan", doi="10.5555/GROW.2031", year=2031)
#: The same, as a service has it that knows another identifier only.
GROWN = Played(
    "GROW² slowly: grafting without a plan",
    authors=("Ada Quill", "José Ñandú"),
    arxiv="3101.00001",
    year=2031,
)

Adds = Callable[..., Added]


@pytest.fixture
def services() -> Iterator[Played7]:
    with played_services([SHEEP, GOATS, GROW, GROWN]) as played:
        yield played


@pytest.fixture
def adds(project: Path, services: Played7) -> Adds:
    """Adds what arguments name to the sample catalogue."""

    def added(*arguments: str, write: bool = True) -> Added:
        settings = settings_of(project)
        wanted = wishes(arguments, "", project, Problems())
        with (
            services.round(settings) as asking,
            trial(settings, TODAY, HERE, Silent()) as tried,
        ):
            made = add(wanted, asking, tried, lambda _name, _done, _total: None)
            if write:
                made.write(settings, asking.facts, tried)
        return made

    return added


def told(made: Added) -> Sequence[tuple[str, str, str]]:
    return [(one.draft.id if one.draft else "", one.there, one.why) for one in made.outcomes]


SHEEP_RECORD = """\
# Added on 2032-01-01 for "2401.00001": look it over, write the
# summary, and take these lines out.
# title, authors, year, venue, links, identifiers: Crossref (doi:10.5555/sheep.1)
"""


def test_a_paper_gets_a_record_that_says_from_whom_each_fact_is(adds: Adds, project: Path) -> None:
    made = adds("2401.00001")
    assert told(made) == [("counting-sheep-with-small-networks", "", "")]
    path = project / "catalogue/papers/counting-sheep-with-small-networks.yml"
    text = path.read_text("utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert head[:2] == SHEEP_RECORD.splitlines()[:2]
    assert any("venue" in line and line.endswith("Crossref (doi:10.5555/sheep.1)") for line in head)
    body = [line for line in text.splitlines() if not line.startswith("#")]
    assert body[0] == "title: Counting Sheep with Small Networks"
    assert body[1].startswith('summary: "TODO: ') or body[1] == "summary: >-"
    assert "authors: [Ada Example, Bela Sample]" in body
    assert "venue: Journal of Invented Results" in body
    assert '  arxiv: "2401.00001"' in body
    assert "  doi: 10.5555/sheep.1" in body
    assert "  code: https://github.com/example/sheep" in body
    assert body[-1] == "added: 2032-01-01"


def test_what_services_said_is_kept_under_the_new_paper(adds: Adds, project: Path) -> None:
    adds("2401.00001")
    folder = project / "catalogue" / "facts"
    for slug in ("arxiv", "crossref", "hugging-face"):
        lines = read_facts_file(folder / f"{slug}.jsonl", slug, Problems())
        assert [line.paper for line in lines] == ["counting-sheep-with-small-networks"]
    paper = decided(project).catalogue.by_id["counting-sheep-with-small-networks"]
    assert paper.work.title.plain == SHEEP.title


def test_what_the_catalogue_has_nobody_is_asked_for(
    adds: Adds, services: Played7, project: Path
) -> None:
    made = adds("https://doi.org/10.5555/grow.2031", "GROW² slowly: grafting *without* a plan")
    assert [there for _, there, _ in told(made)] == ["grow-slowly", "grow-slowly"]
    assert not services.server.asked
    assert not (project / "catalogue" / "facts").exists()


def test_the_merging_says_that_a_paper_is_there_under_an_identifier_nobody_knew(
    adds: Adds, project: Path
) -> None:
    before = sorted((project / "catalogue/papers").iterdir())
    assert told(adds("3101.00001")) == [("", "grow-slowly", "")]
    assert sorted((project / "catalogue/papers").iterdir()) == before


def test_a_record_that_was_removed_is_made_again_of_what_was_kept(
    adds: Adds, services: Played7, project: Path
) -> None:
    made = adds("2401.00001")
    before = len(services.server.asked)
    (project / "catalogue/papers" / made.drafts[0].file).unlink()
    again = adds("2401.00001")
    assert again.drafts[0].text == made.drafts[0].text
    # DataCite and others that knew nothing of it lately are not asked again either.
    assert len(services.server.asked) - before <= 2


def test_nothing_is_added_twice_in_one_run_or_in_two(adds: Adds, project: Path) -> None:
    made = adds("2401.00001", "10.5555/sheep.1", "arXiv:2401.00001v1", "2402.00002")
    sheep, by_doi, again, goats = told(made)
    assert sheep[0] == "counting-sheep-with-small-networks"
    assert by_doi[1] == "counting-sheep-with-small-networks"
    assert again[2] == 'is named before, as "2401.00001"'
    assert goats[0] == "herding-goats-by-gradient"
    papers = {path: path.read_bytes() for path in (project / "catalogue").rglob("*.*")}
    made = adds("2401.00001", "10.5555/sheep.1", "2402.00002")
    assert {there for _, there, _ in told(made)} == {
        "counting-sheep-with-small-networks",
        "herding-goats-by-gradient",
    }
    assert {path: path.read_bytes() for path in (project / "catalogue").rglob("*.*")} == papers


def test_a_title_is_found_only_if_it_is_the_same(adds: Adds) -> None:
    made = adds("herding goats by gradient", "Herding Goats by Moonlight", write=False)
    goats, moonlight = told(made)
    assert goats == ("herding-goats-by-gradient", "", "")
    assert moonlight[0] == ""
    assert moonlight[2]


def test_an_entry_of_a_bibliography_goes_before_what_services_say(
    adds: Adds, project: Path
) -> None:
    (project / "refs.bib").write_text(
        "@article{a, title={Counting Sheep with Small Networks}, author={Own, Olga},"
        " year={2023}, doi={10.5555/sheep.1}}\n"
        "@misc{b, title={Known to Nobody but Me}, author={Own, Olga}, year={2022}}\n",
        "utf-8",
    )
    made = adds("refs.bib")
    assert [id_ for id_, _, _ in told(made)] == [
        "counting-sheep-with-small-networks",
        "known-to-nobody-but-me",
    ]
    text = made.drafts[0].text
    assert "authors: [Olga Own]" in text
    assert "year: 2023" in text
    assert "# title, authors, year, identifiers: refs.bib:1" in text
    assert "# year: Crossref (doi:10.5555/sheep.1) says" in text


def test_an_address_of_openreview_needs_its_title(adds: Adds) -> None:
    address = "https://openreview.net/forum?id=aBcD1234ef"
    made = adds(address, f"{address}x {GOATS.title}", write=False)
    alone, titled = told(made)
    assert alone[2].startswith("OpenReview lets no program in (write the title behind")
    assert titled[0] == "herding-goats-by-gradient"
    assert "  openreview: aBcD1234efx\n" in made.drafts[0].text


def test_another_paper_of_a_title_gets_the_year_in_its_address(
    adds: Adds, services: Played7
) -> None:
    services.server.knows(
        [
            Played("Hidden markov flocks", authors=("Di Other",), doi="10.5555/a", year=1999),
            Played("Hidden markov flocks", authors=("Ed Else",), doi="10.5555/b", year=2015),
        ]
    )
    one, other = told(adds("10.5555/a", "10.5555/b"))
    assert (one[0], other[0]) == ("hidden-markov-flocks", "hidden-markov-flocks-2015")


def test_a_service_that_is_down_is_named_where_a_paper_is_not_found(
    adds: Adds, services: Played7
) -> None:
    for slug in ("arxiv", "openalex", "crossref", "semantic-scholar", "datacite", "hugging-face"):
        services.server.always[slug] = ServiceFault(status=500)
    ((id_, there, why),) = told(adds("2401.00001"))
    assert (id_, there) == ("", "")
    assert why.startswith("not found, and not all could be asked (arXiv: it failed by itself")


def test_the_first_paper_of_a_catalogue_can_be_added(adds: Adds, project: Path) -> None:
    shutil.rmtree(project / "catalogue" / "papers")
    for name in ("decisions.yml", "people.yml", "addresses.yml", "venues.yml"):
        (project / "catalogue" / name).unlink(missing_ok=True)
    settings = project / "catalogue" / "catalogue.yml"
    text = settings.read_text("utf-8")
    settings.write_text(re.sub(r"(?m)^sources:.*$", "sources: []", text), "utf-8")
    assert told(adds("2401.00001")) == [("counting-sheep-with-small-networks", "", "")]
    assert [paper.id for paper in decided(project).catalogue.papers] == [
        "counting-sheep-with-small-networks"
    ]


def test_a_catalogue_with_errors_gets_nothing(adds: Adds, project: Path) -> None:
    (project / "catalogue/papers/broken.yml").write_text("title: [\n")
    with pytest.raises(BuildFailed):
        adds("2401.00001")
    assert not (project / "catalogue" / "facts").exists()


def published(project: Path, id_: str, title: str, *identifiers: str) -> None:
    """Let an address have been published for a paper that is no longer there."""
    rows = [f'{{"name": "{title}", "identifiers": {list(identifiers)}}}'.replace("'", '"')]
    ledger = project / "catalogue" / "addresses.yml"
    ledger.write_text(f"papers:\n  {id_}: {rows[0]}\n", "utf-8")


def test_a_paper_that_comes_back_gets_its_own_address(adds: Adds, project: Path) -> None:
    published(project, "sheep-by-another-name", "Sheep", "arxiv:2401.00001")
    assert told(adds("2401.00001")) == [("sheep-by-another-name", "", "")]


def test_the_address_of_another_paper_that_went_is_given_to_nobody(
    adds: Adds, project: Path
) -> None:
    published(project, "counting-sheep-with-small-networks", SHEEP.title, "doi:10.5555/other")
    assert told(adds("2401.00001")) == [("counting-sheep-with-small-networks-2025", "", "")]


def test_a_paper_that_a_person_took_out_is_not_added(adds: Adds, project: Path) -> None:
    published(project, "sheep", "Sheep", "arxiv:2401.00001")
    decisions = project / "catalogue" / "decisions.yml"
    said = "withdrawn:\n  - address: papers/sheep/\n    why: The authors asked for it.\n"
    decisions.write_text(decisions.read_text("utf-8").replace("withdrawn:\n", said), "utf-8")
    ((id_, there, why),) = told(adds("2401.00001"))
    assert (id_, there) == ("", "")
    assert why == "papers/sheep/ was taken out of the catalogue; decide if it comes back"
