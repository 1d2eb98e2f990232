"""Finding authors by their names, as a client would; and what the files are like."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cache.store import Cache
from generator.catalogue import Catalogue
from generator.model import OutputFile, Person
from generator.search import authors, authors_files
from generator.search.authors import FORMAT
from generator.search.authors_reader import AuthorsReader
from generator.search.tokens import usual_slug
from generator.values.name import Name
from generator.values.text import Text
from tests.given import paper

#: All that a person needs to be counted.
PAPERS = (paper("x"),)


def person(name: str, papers: int = 1, slug: str = "", variants: Sequence[str] = ()) -> Person:
    read = [Name.read(Text(text)) or Name(literal=text) for text in (name, *variants)]
    usual = slug or usual_slug(read[0].natural) or "nobody"
    return Person(usual, read[0], ("x",) * papers, tuple(read[1:]))


PEOPLE = (
    person("Ada Example", 3),
    person("Ada Example", 1, "ada-example-2"),
    person("Ada Exemplar", 9),
    person("Tay Sample", 2),
    person("Yi Tay", 5),
    person("Yi Taylor", 7),
    person("Jean-Pierre O'Sample", 2),
    person("Jürgen Schröder", 2, variants=("J. Schroder",)),
    person("Zoë Ñandú-Silva", 2),
    person("王小明", 4, "wang-xiao-ming"),
    person("Sheep Counting Team", 2),
    person("Mostafa Dehghani", 6),
)


def files_of(people: Sequence[Person]) -> dict[str, bytes]:
    ordered = tuple(sorted(people, key=lambda one: one.slug))
    files = authors_files(Catalogue(PAPERS, people=ordered))
    return {file.path.removeprefix("search/authors/"): file.data for file in files}


def reader_of(people: Sequence[Person]) -> AuthorsReader:
    return AuthorsReader(files_of(people).__getitem__)


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("yi tay", ["yi-tay", "yi-taylor"]),
        ("Tay, Yi", ["yi-tay", "yi-taylor"]),
        ("tay", ["yi-tay", "tay-sample", "yi-taylor"]),
        ("tayl", ["yi-taylor"]),
        ("ad exa", ["ada-example", "ada-example-2"]),
        ("ada exemplar", ["ada-exemplar"]),
        ("ADA EXAMPEL", ["ada-example", "ada-example-2"]),
        ("dehgani mostafa", ["mostafa-dehghani"]),
        ("mostafa ehghani", ["mostafa-dehghani"]),
        ("mostaffa", ["mostafa-dehghani"]),
        ("yi taylr", ["yi-taylor"]),
        ("schroder", ["jurgen-schroder"]),
        ("schroeder jurgen", ["jurgen-schroder"]),
        ("Schröder J.", ["jurgen-schroder"]),
        ("osample", ["jean-pierre-o-sample"]),
        ("jean pierre o'sample", ["jean-pierre-o-sample"]),
        ("nandu", ["zoe-nandu-silva"]),
        ("王小", ["wang-xiao-ming"]),
        ("明", ["wang-xiao-ming"]),
        ("counting sheep", ["sheep-counting-team"]),
        ("yi exemplar", []),
        ("zzzz", []),
        ("", []),
        ("+ &", []),
        ("tya", []),
    ],
)
def test_people_are_found_by_words_of_their_names(query: str, slugs: list[str]) -> None:
    assert [found.slug for found in reader_of(PEOPLE).find(query)] == slugs


def test_a_result_says_what_is_shown() -> None:
    (found,) = reader_of(PEOPLE).find("schroder")
    assert (found.name, found.papers, found.variants) == ("Jürgen Schröder", 2, "J. Schroder")


def test_files_are_named_by_what_they_hold_and_only_the_first_has_a_fixed_name() -> None:
    files = files_of(PEOPLE)
    assert json.loads(files["start.json"])["format"] == FORMAT
    for name, data in files.items():
        if name != "start.json":
            assert hashlib.sha256(data).hexdigest().startswith(name[2:-5])


def test_a_list_of_another_form_is_refused() -> None:
    files = {"start.json": b'{"format": 99}'}
    with pytest.raises(ValueError, match="format 99"):
        AuthorsReader(files.__getitem__)


def test_a_catalogue_without_authors_has_no_files() -> None:
    assert authors_files(Catalogue(())) == []


def test_the_order_of_people_makes_no_difference() -> None:
    def written(people: Sequence[Person]) -> list[OutputFile]:
        return authors_files(Catalogue(PAPERS, people=tuple(people)))

    assert written(PEOPLE) == written(PEOPLE[::-1])


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Divide keys and files as if they were of a hundred thousand people."""
    for name, value in (("MOST_OF_KEY", 3), ("FIRST_OF_KEY", 2), ("PEOPLE_OF_FILE", 5),
                        ("WORDS_OF_FILE", 6)):  # fmt: skip
        monkeypatch.setattr(authors, name, value)


MANY = [
    person(f"{given} {family}", papers, f"{given}-{family}-{n}".lower())
    for n, (given, family, papers) in enumerate(
        [(g, f, 1 + (7 * len(g) + 3 * len(f)) % 5)
         for g in ("Ada", "Adam", "Wei", "Weiming", "Xi", "Xiang", "Yi")
         for f in ("Wang", "Wang", "Wanger", "Wei", "Sample", "Zhao", "Zhou")]
    )
]  # fmt: skip


@pytest.mark.usefixtures("small")
def test_everybody_of_many_is_found_by_the_whole_name_from_three_files() -> None:
    files = files_of(MANY)
    for one in MANY:
        for query in (one.name.natural, one.name.sorted):
            reader = AuthorsReader(files.__getitem__)
            found = reader.find(query)
            same = {other.slug for other in MANY if other.name == one.name}
            # One page of people of one name is shown.
            assert {each.slug for each in found[: len(same)]} <= same
            assert found[0].name == one.name.natural
            assert len(reader.asked) <= 3


@pytest.mark.usefixtures("small")
def test_the_beginning_of_many_names_finds_those_of_most_papers() -> None:
    found = reader_of(MANY).find("wa")
    most = max(len(one.papers) for one in MANY if one.name.family.startswith("Wa"))
    assert found[0].papers == most


@given(st.lists(st.text("aeilnsé -", min_size=1, max_size=12), min_size=1, max_size=12))
def test_whoever_is_in_the_list_is_found_by_the_name(names: list[str]) -> None:
    people = [person(name, slug=f"p-{number}") for number, name in enumerate(names)]
    reader = reader_of(people)
    for one in people:
        if authors.words_of(one):
            assert one.slug in {found.slug for found in reader.find(one.name.natural, 50)}


@given(st.text(max_size=30))
def test_any_query_is_answered(query: str) -> None:
    assert len(reader_of(PEOPLE).find(query)) <= 8


def test_files_of_people_who_are_as_they_were_are_kept(tmp_path: Path) -> None:
    ada, ben = person("Ada Example", 2), person("Ben Sample", 1)
    for people in (
        (ada, ben),
        (ada, ben),
        (replace(ada, slug="ada-example-2"), ben),
        (replace(ada, variants=(*ben.variants, ben.name)), ben),
        (replace(ada, papers=ada.papers[:1]), ben),
        (ben,),
    ):
        catalogue = Catalogue(PAPERS, people=people)
        for _ in range(2):
            assert authors_files(catalogue, Cache(tmp_path)) == authors_files(catalogue)
    assert len(list(tmp_path.iterdir())) == 5
