"""The files of the facets: what each document has, and who wrote which ones."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import replace

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.model import Area, Assignment, KnownVenue, Topic
from generator.people.stage import people
from generator.search import facets, index_files
from generator.search.encoding import decode_documents, encode_documents
from generator.search.tokens import usual_slug
from generator.values.link import Link
from generator.values.text import Text
from generator.venues.stage import venues
from tests import given

CODE = (Link("code", "https://example.org/x"),)
PAPERS = (
    given.paper(
        "alpacas", "Alpacas", authors=("Ada Example", "Łucja Sample"), venue="CONF", year=2030
    ),
    given.paper("bees", "Bees", authors=("Ben Sample",), venue="CONF", kind="survey", links=CODE),
    given.paper("cows", "Cows", authors=("Ada Example", "羊 一"), venue="Ewes & Rams", year=2031),
    given.paper("dogs", "Dogs", kind="method", year=2029),
)
TOPIC = Topic("wool", Text("Wool"), Text(), "all")
AREAS = (Area("all", Text("All"), Text(), (TOPIC,)),)
WHO = people(PAPERS)
WHERE = venues(PAPERS)
CATALOGUE = Catalogue(
    PAPERS,
    AREAS,
    {"dogs": (Assignment("wool", 1.0),)},
    people=WHO.people,
    people_of=WHO.of,
    venues=WHERE.venues,
    venue_of=WHERE.of,
)


class Index:
    """The files of an index, and what the facets of it say, as a client reads them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.files = {
            file.path.rsplit("/", 1)[-1]: json.loads(file.data) for file in index_files(catalogue)
        }
        self.start = self.files["start.json"]
        self.facets = self.files[self.start["facets"]]

    @property
    def ids(self) -> list[str]:
        return [paper.id for paper in self.catalogue.in_index_order]

    def venue(self, number: int) -> str:
        at = self.facets["v"][number]
        return self.slug(*self.facets["venues"][at - 1]) if at else ""

    def kind(self, number: int) -> str:
        at = int(self.facets["c"][number])
        return str(self.facets["kinds"][at - 1]) if at else ""

    def person(self, slug: str) -> tuple[str, list[str]] | None:
        """The name of a person and the ids of the papers, from the one file that can have them."""
        shards = self.facets["people"]
        at = bisect_right([first for first, _ in shards], slug) - 1
        if at < 0:
            return None
        found = [row for row in self.files[shards[at][1]] if self.slug(row[0], *row[2:]) == slug]
        return (found[0][0], self.papers(found[0][1])) if found else None

    def papers(self, documents: str) -> list[str]:
        return sorted(self.ids[number] for number in decode_documents(documents))

    @staticmethod
    def slug(name: str, *written: str) -> str:
        return written[0] if written else usual_slug(name)


INDEX = Index(CATALOGUE)


def test_every_document_has_its_venue_kind_year_and_code() -> None:
    for number, id_ in enumerate(INDEX.ids):
        paper = CATALOGUE.by_id[id_]
        assert INDEX.venue(number) == CATALOGUE.venue_of.get(id_, "")
        assert INDEX.kind(number) == paper.curation.kind
        assert INDEX.facets["y"][number] == (paper.work.year or 0)
        assert INDEX.facets["k"][number] == str(int(paper.work.has_link("code")))
    assert [INDEX.ids[number] for number in INDEX.facets["o"]] == [
        "cows",
        "alpacas",
        "dogs",
        "bees",
    ]


def test_venues_of_most_papers_come_first_and_kinds_in_their_usual_order() -> None:
    assert INDEX.facets["venues"] == [["CONF"], ["Ewes & Rams"]]
    assert INDEX.facets["kinds"] == ["method", "survey"]


@pytest.mark.parametrize("shard", [1, 40, 16_000])
def test_everybody_is_found_by_slug_with_all_papers(
    monkeypatch: pytest.MonkeyPatch, shard: int
) -> None:
    monkeypatch.setattr(facets, "SHARD", shard)
    index = Index(CATALOGUE)
    assert len(index.facets["people"]) > 1 or shard > 40
    assert len(CATALOGUE.people) == 4
    for person in CATALOGUE.people:
        assert index.person(person.slug) == (person.name.natural, list(person.papers))
    for slug in ("a", "ada-examples", "zoe", "", "ada"):
        assert index.person(slug) is None


def test_those_with_most_papers_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    def offered() -> list[tuple[str, list[str]]]:
        index = Index(CATALOGUE)
        rows = index.files[index.facets["authors"]]
        return [(row[0], index.papers(row[1])) for row in rows]

    assert offered()[:2] == [("Ada Example", ["alpacas", "cows"]), ("Ben Sample", ["bees"])]
    assert len(offered()) == 4
    monkeypatch.setattr(facets, "MOST_PEOPLE", 2)
    assert len(offered()) == 2


def test_a_slug_is_written_where_the_name_does_not_give_it() -> None:
    rows = [row for _, name in INDEX.facets["people"] for row in INDEX.files[name]]
    written = {row[0]: row[2] for row in rows if len(row) > 2}
    assert written == {"羊 一": WHO.of["cows"][1]}
    names = {row[0]: row[5] for row in INDEX.files[INDEX.start["chunks"][0]]}
    assert names["alpacas"] == ["Ada Example", "Łucja Sample"], "ł becomes l by the rule"
    assert ["羊 一", WHO.of["cows"][1]] in names["cows"]
    assert names["dogs"] == []


def test_a_person_of_another_name_is_named_as_the_paper_has_it() -> None:
    other = replace(CATALOGUE, people_of={**WHO.of, "bees": ("ada-example",)})
    index = Index(other)
    names = {row[0]: row[5] for row in index.files[index.start["chunks"][0]]}
    assert names["bees"] == [["Ben Sample", "ada-example"]]


def test_what_a_catalogue_does_not_know_is_empty() -> None:
    index = Index(Catalogue(PAPERS))
    assert index.start["people"] == 0
    assert index.facets["people"] == index.facets["venues"] == []
    assert "authors" not in index.facets
    assert index.facets["v"] == [0, 0, 0, 0]
    names = {row[0]: row[5] for row in index.files[index.start["chunks"][0]]}
    assert names["alpacas"] == ["Ada Example", "Łucja Sample"]


def test_venues_that_are_called_the_same_have_their_whole_names() -> None:
    def venue(slug: str, name: str, *papers: str) -> KnownVenue:
        return KnownVenue(slug, Text(name), "CONF", WHERE.venues[0].kind, papers)

    found = Index(
        replace(
            CATALOGUE,
            venues=(
                venue("conf", "Conference on Flocks", "bees"),
                venue("conf-2", "Congress of Flocks", "alpacas"),
                venue("none", "Council of Flocks"),
            ),
            venue_of={"bees": "conf", "alpacas": "conf-2"},
        )
    ).facets
    assert found["venues"] == [["Conference on Flocks", "conf"], ["Congress of Flocks", "conf-2"]]


def test_results_say_what_the_table_of_the_catalogue_calls_a_venue() -> None:
    known = KnownVenue("flocks", Text("Congress of Flocks"), "CoF", "conference", ("bees",))
    index = Index(replace(CATALOGUE, venues=(known,), venue_of={"bees": "flocks"}))
    venues = {row[0]: row[6] for row in index.files[index.start["chunks"][0]]}
    assert (venues["bees"], venues["cows"]) == ("CoF", "Ewes & Rams")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ada Example", "ada-example"),
        ("José Ñandú", "jose-nandu"),
        ("O'Brien & Sons", "o-brien-sons"),
        ("J. B. Sample", "j-b-sample"),
        ("-A-", "a"),
        ("Ⅷ ﬃ", "viii-ffi"),
        ("İA", "ia"),
        ("羊", ""),
        ("Łucja Sørensen", "lucja-sorensen"),
    ],
)
def test_most_slugs_are_the_letters_and_digits_of_a_name(name: str, slug: str) -> None:
    assert usual_slug(name) == slug


@examples(st.sets(st.integers(0, 300_000)))
def test_numbers_of_documents_are_written_and_read(numbers: set[int]) -> None:
    assert list(decode_documents(encode_documents(sorted(numbers)))) == sorted(numbers)
