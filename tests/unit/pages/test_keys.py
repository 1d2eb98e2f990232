"""A page whose key is as before is as before, whatever else changed in the catalogue."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.catalogue import Catalogue
from generator.language import ENGLISH, Language
from generator.model import (
    Area,
    Assignment,
    Evidence,
    Gone,
    KnownVenue,
    OutputFile,
    Person,
    Related,
    Subarea,
    Topic,
)
from generator.pages import Keys, Page, Renderer, chunks, parts_of
from generator.problems import Place
from generator.values.count import Count
from generator.values.name import Name
from generator.values.paper import Entry, Provenance
from generator.values.text import Text
from tests import given
from tests.laid_out import SETTINGS

SHEEP, WOOL, TEA, YARN = (
    given.paper(
        "sheep",
        "Counting Sheep",
        authors=("Ada Quill", "Bo Ram"),
        venue="CoSh",
        added=dt.date(2024, 5, 2),
        entries=(
            Entry("one.txt", 3, "2024-05-01", counts=(Count("upvotes", 3, "Barn"),)),
            Entry("two.txt", 1, "Mar 12"),
        ),
    ),
    given.paper("wool", "Spinning Wool", authors=("Bo Ram",), venue="Wool at CoSh", year=2024),
    given.paper("tea", "Brewing Tea", authors=("Ada Quill",)),
    given.paper("yarn", "Yarn", authors=("Bo Ram",), venue="CoSh"),
)
QUILL = Person("ada-quill", Name("Quill", "Ada"), ("sheep",), namesakes=("ada-quill-2",))
OTHER = Person("ada-quill-2", Name("Quill", "Ada"), ("tea",), namesakes=("ada-quill",))
RAM = Person("bo-ram", Name("Ram", "Bo"), ("sheep", "wool", "yarn"))
COSH = KnownVenue("cosh", Text("Conference on Sheep"), "CoSh", "conference", ("sheep", "yarn"))
WITHIN = KnownVenue("wool", Text("Wool Workshop"), "Wool", "workshop", ("wool",), part_of="cosh")
ANIMAL = Topic("animals", Text("Animals"), Text(), "farm", subareas=(Subarea(Text("Woolly")),))
PLANT = Topic("plants", Text("Plants"), Text(), "farm")
AREA = Area("farm", Text("Farm"), Text("All of it."), (ANIMAL, PLANT))
ANIMALS, PLANTS = Assignment("animals", 2.0), Assignment("plants", 1.0)
BEFORE = Catalogue(
    (SHEEP, TEA, WOOL, YARN),
    areas=(AREA,),
    assignments={
        "sheep": (ANIMALS,),
        "tea": (PLANTS,),
        "wool": (ANIMALS,),
        "yarn": (ANIMALS, PLANTS),
    },
    related={"sheep": (Related("wool", 0.5, ("fleece",)),), "tea": ()},
    subareas={"animals": {"wool": 0}},
    signposts={"old-wool": ("wool",)},
    people=(QUILL, OTHER, RAM),
    people_of={
        "sheep": ("ada-quill", "bo-ram"),
        "tea": ("ada-quill-2",),
        "wool": ("bo-ram",),
        "yarn": ("bo-ram",),
    },
    people_signposts={"b-ram": "bo-ram"},
    venues=(COSH, WITHIN),
    venue_of={"sheep": "cosh", "wool": "wool", "yarn": "cosh"},
    moved={"topics/beasts": "topics/animals", "venues/old": "venues/cosh"},
    gone={"papers/lost": Gone("papers/lost", "Lost Lambs")},
)


def papers(*changed: str, **fields: object) -> Catalogue:
    """Return the catalogue with other values in fields of the papers with these ids."""
    return replace(
        BEFORE,
        papers=tuple(
            given.changed(paper, **fields) if paper.id in changed else paper
            for paper in BEFORE.papers
        ),
    )


def people(*people: Person, **people_of: tuple[str, ...]) -> Catalogue:
    return replace(BEFORE, people=people, people_of={**BEFORE.people_of, **people_of})


CHANGES = {
    "a title": papers("wool", title="Spinning Wool Again"),
    "an abstract": papers("sheep", abstract="They are many."),
    "a summary": papers("tea", summary="Of leaves."),
    "a year": papers("sheep", year=2023),
    "a first year": papers("tea", year=2023),
    "where a title was read": papers(
        "tea", provenance={"title": Provenance((Place("tea.yml", 3),))}
    ),
    "whether papers are in several listings": papers(
        "sheep", entries=(Entry("one.txt", 1), Entry("two.txt", 1))
    ),
    "an entry": papers("tea", entries=(Entry("more.txt", 7),)),
    "a day on which a paper was added": papers("tea", added=dt.date(2024, 5, 6)),
    "a day of another month on which a paper was added": papers("tea", added=dt.date(2024, 4, 30)),
    "another day of the same week on which a paper was added": papers(
        "sheep", added=dt.date(2024, 5, 1)
    ),
    "the day of a list": papers("tea", entries=(Entry("one.txt", 1, "1 May 2024"),)),
    "the order of a list": papers("sheep", entries=(Entry("two.txt", 9, "Mar 12"),)),
    "a day beside others": papers("wool", entries=(Entry("two.txt", 1, "Mar 13"),)),
    "how often a paper was counted": papers(
        "sheep", entries=(Entry("one.txt", 3, "2024-05-01", counts=(Count("upvotes", 4, "Barn"),)),)
    ),
    "a paper that rises": papers(
        "tea", year=2024, entries=(Entry("z.txt", 3, counts=(Count("citations", 4, "Barn"),)),)
    ),
    "a citation key that two papers would have": papers(
        "tea", title="Spinning", authors=("Ada Ram",), year=2024
    ),
    "another order of authors": papers("sheep", authors=("Bo Ram", "Ada Quill")),
    "a person's name": people(QUILL, OTHER, replace(RAM, name=Name("Ram", "Bob"))),
    "a co-author's name": people(replace(QUILL, name=Name("Quill", "Adah")), OTHER, RAM),
    "a person's address": replace(
        people(
            QUILL,
            OTHER,
            replace(RAM, slug="b-o-ram"),
            sheep=("ada-quill", "b-o-ram"),
            wool=("b-o-ram",),
            yarn=("b-o-ram",),
        ),
        people_signposts={"b-ram": "b-o-ram"},
    ),
    "a person's ORCID iD": people(QUILL, OTHER, replace(RAM, orcid="0000-0002-1825-0097")),
    "a form of a name": people(QUILL, OTHER, replace(RAM, variants=(Name("Ram", "B."),))),
    "whether it is one person": people(replace(QUILL, unsure=True), OTHER, RAM),
    "a namesake's papers": people(
        replace(QUILL, papers=()),
        replace(OTHER, papers=("sheep", "tea")),
        RAM,
        sheep=("ada-quill-2", "bo-ram"),
    ),
    "a namesake's name": people(QUILL, replace(OTHER, name=Name("Quill", "Ada B.")), RAM),
    "no namesake": people(replace(QUILL, namesakes=()), replace(OTHER, namesakes=()), RAM),
    "what a venue is called": replace(BEFORE, venues=(replace(COSH, short="COSH"), WITHIN)),
    "a venue's whole name": replace(BEFORE, venues=(replace(COSH, name=Text("Sheep")), WITHIN)),
    "a venue's spellings": replace(BEFORE, venues=(replace(COSH, spellings=("Sheep",)), WITHIN)),
    "what a venue within is called": replace(BEFORE, venues=(COSH, replace(WITHIN, short="WW"))),
    "what a venue is part of": replace(BEFORE, venues=(COSH, replace(WITHIN, part_of=""))),
    "a paper's venue": replace(BEFORE, venue_of={**BEFORE.venue_of, "sheep": "wool"}),
    "a related paper": replace(BEFORE, related={}),
    "what two papers share": replace(BEFORE, related={"sheep": (Related("wool", 0.5, ("yarn",)),)}),
    "a part of a topic": replace(BEFORE, subareas={"animals": {"sheep": 0}}),
    "a topic of a paper": replace(
        BEFORE, assignments={**BEFORE.assignments, "sheep": (ANIMALS, PLANTS)}
    ),
    "why a topic was given": replace(
        BEFORE,
        assignments={
            **BEFORE.assignments,
            "sheep": (replace(ANIMALS, evidence=(Evidence("sheep", "title", 1, 3.0),)),),
        },
    ),
    "no neighbour": replace(BEFORE, assignments={**BEFORE.assignments, "yarn": (ANIMALS,)}),
    "the name of a topic": replace(
        BEFORE, areas=(replace(AREA, topics=(ANIMAL, replace(PLANT, name=Text("Herbs")))),)
    ),
    "where an old address leads": replace(BEFORE, signposts={"old-wool": ("sheep", "wool")}),
    "where a former name leads": replace(BEFORE, people_signposts={"b-ram": "ada-quill"}),
    "where a former topic leads": replace(BEFORE, moved={"topics/beasts": "topics/plants"}),
    "where a former venue leads": replace(BEFORE, moved={"venues/old": "venues/wool"}),
    "why something went": replace(
        BEFORE, gone={"papers/lost": Gone("papers/lost", "Lost Lambs", why="Eaten.")}
    ),
}


def parts(
    catalogue: Catalogue, language: Language = ENGLISH
) -> dict[str, tuple[str, list[Page | OutputFile]]]:
    """Return the key and what is made, of each part that has a key."""
    keys = Keys(catalogue, SETTINGS, "frames", language)
    renderer = Renderer(catalogue, SETTINGS, language=language)
    return {
        name: (key, list(make()))
        for chunk in chunks(catalogue)
        for name, key, make in parts_of(renderer, keys, chunk)
        if key
    }


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_the_same_key_is_the_same(change: str) -> None:
    before, after = parts(BEFORE), parts(CHANGES[change])
    both = before.keys() & after.keys()
    assert not [n for n in both if before[n][0] == after[n][0] and before[n][1] != after[n][1]]
    assert [n for n in both if before[n][1] != after[n][1]]


def test_the_key_of_what_is_new_knows_papers_that_are_not_shown() -> None:
    days = [dt.date(2024, 5, 2)] * 60
    first = [given.paper(f"p{n:02}", "Paper", added=day) for n, day in enumerate(days)]
    last = given.paper("q", "Paper", added=dt.date(2024, 4, 1))
    another = given.changed(last, added=dt.date(2024, 3, 1))
    listed = replace(last, entries=(Entry("one.txt", 1, "Mar 12"),))
    keys = {
        next(key for name, (key, _) in parts(Catalogue((*first, paper))).items() if "new" in name)
        for paper in (last, another, listed)
    }
    assert len(keys) == 3


def test_another_string_of_the_language_is_another_key_of_every_page() -> None:
    before, after = (parts(BEFORE, Language("de", {"Papers": (said,)})) for said in ("A", "B"))
    assert [name for name in before if before[name][0] == after[name][0]] == []


def test_what_does_not_change_keeps_its_key() -> None:
    before, after = parts(BEFORE), parts(CHANGES["a summary"])
    same = {name for name in before if before[name] == after[name]}
    assert {"0 sheep", "0 wool", "5 animals", "9 bo-ram", "11 cosh"} <= same
    assert "0 tea" not in same
