"""Fields, phrases and exclusions: which papers a query lets through, and in which order."""

from __future__ import annotations

import dataclasses

import pytest

from generator.catalogue import Catalogue
from generator.model import Area, Assignment, KnownVenue, Topic
from generator.search import build
from generator.search.reader import Reader
from generator.values.link import Link
from generator.values.text import Text
from tests import given
from tests.unit.search.test_reader import reader_of

SHEEP = Topic("counting-sheep", Text("Counting sheep"), Text(), "all")
WOOL = Topic("wool-and-yarn", Text("Wool and yarn"), Text(), "all")
CODE = (Link("code", "https://example.org/x"),)
PAPERS = (
    given.paper("fence", "Fences that count sheep", authors=("Ada Example", "Ben Sample"),
                year=2031, venue="CIR", links=CODE, kind="tool",
                abstract="A fence counts. The state of the art sleeps."),
    given.paper("nap", "Count on sheep: naps for all", authors=("Jürgen Schäfer", "Ada Muster"),
                year=2030, venue="Journal of Invented Results", kind="survey",
                abstract="Sheep count fences. The art of the state."),
    given.paper("wool", "Pre-training on wool", authors=("Łukasz Øre", "Ben Example"),
                year=2029, arxiv="2801.00001", abstract="An ounce of wool at the CIR, 2031."),
    given.paper("yarn", "2031 yarns: a pretraining study", year=2028, venue="CIR", links=CODE,
                authors=("Mary O'Brien", "P. van der Hay"), abstract="Yarn, yarn and yarn."),
    given.paper("wolf", "Wolves", authors=("Xiaoming Wang", "王小明"), abstract="No date."),
)  # fmt: skip
CATALOGUE = Catalogue(
    PAPERS,
    (Area("all", Text("All"), Text(), (SHEEP, WOOL)),),
    {
        "fence": (Assignment("counting-sheep", 3.0),),
        "nap": (Assignment("counting-sheep", 3.0), Assignment("wool-and-yarn", 2.0)),
        "yarn": (Assignment("wool-and-yarn", 3.0),),
    },
    venues=(
        KnownVenue("cir", Text("Conference on Invented Rams"), "CIR", "conference",
                   ("fence", "yarn"), ("Proc. of CIR", "Inventrams"), known_as=("Ramcon",)),
    ),
    venue_of={"fence": "cir", "yarn": "cir"},
)  # fmt: skip
READER = reader_of(CATALOGUE)


def found(query: str, reader: Reader = READER) -> list[str]:
    return [reader.document(number)[0] for number in reader.search(query).documents]


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        # A field alone lists the newest first.
        ("author:example", "fence wool"),
        ("author:EXAMPLE ", "fence wool"),
        ("author:exam", "fence wool"),
        ("author:exam ", ""),
        ('author:"ada example"', "fence"),
        ('author:"example, ada"', "fence"),
        ('author:"a. example"', "fence"),
        ('author:"ada sample"', ""),
        ("author:schafer", "nap"),
        ("author:schaefer", "nap"),
        ("author:Schäfer", "nap"),
        ("author:lukasz", "wool"),
        ("author:ore", "wool"),
        ("author:oere", "wool"),
        ("author:o'brien", "yarn"),
        ("author:obrien", "yarn"),
        ('author:"van der hay"', "yarn"),
        ('author:"wang xiaoming"', "wolf"),
        ("author:王小明", "wolf"),
        ("author:sheep ", ""),
        ("author:example author:sample", "fence"),
        ("author:example -author:sample", "wool"),
        ("author:example wool", "wool"),
        ("author:example yarn", ""),
        ("title:count", "fence nap"),
        ("title:fence ", "fence"),
        ("title:art ", ""),
        ("venue:cir", "fence yarn"),
        ("venue:inventrams", "fence yarn"),
        ("venue:ramcon", "fence yarn"),
        ('venue:"conference on invented rams"', "fence yarn"),
        ("venue:invented ", "fence nap yarn"),
        ('venue:"CIR 2031"', "fence"),
        ("year:2031", "fence"),
        ("year:203", "fence nap"),
        ("year:2029-2030", "nap wool"),
        ("year:>2030", "fence"),
        ("year:unknown", "wolf"),
        ("-year:2031", "nap wool yarn wolf"),
        ("topic:sheep", "fence nap"),
        ("topic:counting-sheep", "fence nap"),
        ("topic:way", "nap yarn"),
        ("topic:yarns", "nap yarn"),
        ("topic:sheep topic:wool", "nap"),
        ("kind:survey", "nap"),
        ("kind:surveys", "nap"),
        ("code:yes", "fence yarn"),
        ("code:no year:>=2029", "nap wool"),
        ("code:yes -topic:wool", "fence"),
        # Phrases.
        ('"count sheep"', "fence"),
        ('"sheep count"', "nap"),
        ('"state of the art"', "fence"),
        ('"art of the state"', "nap"),
        ('"the state of"', "fence"),
        ('"naps sheep"', ""),
        ('"pretraining on wool"', "wool"),
        ('"pre-training study"', "yarn"),
        ('"pre training"', "wool"),
        ('"ben sample"', "fence"),
        ('"sample wool"', ""),
        ('"example ben"', ""),
        ('title:"count sheep"', "fence"),
        ('title:"sheep count"', ""),
        ('"wool"', "wool nap yarn"),
        ('"count sheep" yarn', "fence"),
        ('"count sheep', "nap fence"),
        # Exclusions.
        ("-count", "wool yarn wolf"),
        ('-"count sheep"', "nap wool yarn wolf"),
        ("count -naps", "fence"),
        ("-pre-training", "fence nap wolf"),
        ("-rams", "fence nap wool yarn wolf"),
        # Years and venues as words: what says it in its title is first.
        ("2031 ", "yarn fence wool"),
        ("cir 2031 fences", "fence"),
        ("sample et al. 2031", "fence"),
        ("the author:example", "fence wool"),
    ],
)  # fmt: skip
def test_a_query_lets_papers_through(query: str, papers: str) -> None:
    expected = papers.split()
    got = found(query)
    if query.startswith(("cir", "sample", '"count sheep')):  # the rest has fewer of the words
        got = got[: len(expected)]
    assert sorted(got) == sorted(expected)
    assert got[:1] == expected[:1]


def test_the_year_of_a_preprint_counts_where_no_other_paper_has_it() -> None:
    assert found("author:øre year:2028") == ["wool"]
    assert found("year:2028") == ["yarn"]
    assert found("øre 2028")[0] == "wool"


@pytest.mark.parametrize(
    ("query", "correction"),
    [
        ("author:exmaple", ("exmaple", "example")),
        ('author:"ada exampl"', ("exampl", "example")),
        ("author:daa", ("daa", "")),
        ("author:aad", ("aad", "ada")),
        ("venue:jornal", ("jornal", "journal")),
        ("topic:countng", ("countng", "counting")),
        ("kind:survay", ("survay", "survey")),
    ],
)
def test_a_value_with_a_typo_is_corrected_and_it_is_told(
    query: str, correction: tuple[str, str]
) -> None:
    expected = (correction,) if correction[1] else ()
    assert READER.search(query).corrections == expected
    assert bool(found(query)) is bool(expected)
    assert not READER.search(query, literal=True).documents


def test_exact_names_come_before_longer_ones() -> None:
    reader = reader_of(
        Catalogue(tuple(given.paper(n, n, authors=(n,)) for n in ("Ann Tay", "Bob Taylor")))
    )
    assert len(reader.search("author:tay").documents) == 1
    assert len(reader.search("author:tayl").documents) == 1
    assert len(reader.search("author:ta").documents) == 2


@pytest.mark.parametrize(
    ("query", "papers"),
    [
        ("cir31", "fence"),
        ("CIR'28", "yarn"),
        ("cir-2028", "yarn"),
        ("cir2028", "yarn"),
        ("cir 31", "fence"),
        ("cir '28", "yarn"),
        ('"cir31"', "fence"),
        ("venue:cir31", "fence"),
        ("ramcon", "fence"),
        ('author:"le sheaf"', "twine"),
        ("author:lesheaf", "twine"),
        ('author:"sheaf le"', ""),
        ('author:"yan lesheaf"', "twine"),
        # Of that year comes before what names it.
        ("2031", "fence"),
    ],
)
def test_venues_and_names_are_found_as_they_are_also_put_together(query: str, papers: str) -> None:
    more = (
        given.paper(
            "twine",
            "Twine",
            authors=("Yan LeSheaf",),
            year=2027,
            abstract="Not 2031, but 31 and 28 twines, 31.",
        ),
        given.paper("later", "Later", arxiv="3101.00001", year=2032, abstract="In 2031."),
    )
    reader = reader_of(dataclasses.replace(CATALOGUE, papers=(*PAPERS, *more)))
    if query == "2031":  # but what has it in its title comes before both
        reader = reader_of(dataclasses.replace(CATALOGUE, papers=(*PAPERS[:3], *more)))
    assert found(query, reader)[:1] == papers.split()


def test_the_words_of_two_names_are_no_name() -> None:
    paper = given.paper("a", "Wool", authors=("Wei Li", "Bo Wang"), abstract="By Li and Wang.")
    reader = reader_of(Catalogue((paper, dataclasses.replace(PAPERS[0], id="b"))))
    assert not reader.search('author:"wei wang"').documents
    assert not reader.search('"li bo"').documents
    assert reader.search('author:"li wei"').documents == (1,) or found('author:"li wei"', reader)


def test_a_small_word_that_is_everywhere_stands_for_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "MOST_PLACES", 0)
    reader = reader_of(CATALOGUE)
    assert found('"state of the art"', reader) == ["fence"]
    assert found('"an ounce of wool"', reader) == ["wool"]
    assert found('"ounce at wool"', reader) == ["wool"]
    assert found('"count sheep"', reader) == ["fence"]


def test_rare_words_have_fields_and_places_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "MOST_FORMS", 0)
    monkeypatch.setattr(build, "SHARD", 40)
    monkeypatch.setattr(build, "RARE", 40)
    reader = reader_of(CATALOGUE)
    for query in ("author:schaefer", '"count sheep"', 'author:"ada example"', "author:exmaple"):
        assert found(query, reader) == found(query), query


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ('"on pretraining sheep"', True),
        ('"on pre-training sheep"', True),
        ('"on pre training sheep"', True),
        ('"notes pretraining"', False),
        ('"pretraining pre"', False),
    ],
)
def test_a_compound_stands_in_a_phrase_as_its_parts_and_as_one_word(
    query: str, is_found: bool
) -> None:
    reader = reader_of(Catalogue((given.paper("a", "Notes on pre-training sheep"),)))
    assert bool(reader.search(query).documents) is is_found
