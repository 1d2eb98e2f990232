"""An index of what was kept is the same as one that is made anew, whatever changed meanwhile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.cache.store import Cache
from generator.catalogue import Catalogue
from generator.model import Area, Assignment, KnownVenue, Person, Phrase, Topic
from generator.search import build, index_files, short_forms
from generator.search.occurrences import occurrences_in
from generator.values.paper import Paper
from generator.values.text import Text
from generator.workers import workers
from tests import given

PAPERS = tuple(
    given.paper(
        f"sheep-{n:02}",
        f"Counting sheep {n}",
        abstract=f"We count {n} sheep by small pasture networks (SPN).",
        authors=("Ada Example", "Ben Sample"),
        venue="ICIR",
        year=2000 + n,
    )
    for n in range(30)
)
TEA = Topic("tea", Text("Tea"), Text(), "all", phrases=(Phrase("tea", 1.0),))


def person(slug: str, *names: str) -> Person:
    name, *variants = given.paper(slug, "Any", authors=names).work.authors
    return Person(slug, name, (), tuple(variants))


ADA, BEN = person("ada-example", "Ada Example"), person("ben-sample", "Ben Sample")
ICIR = KnownVenue(
    "icir",
    Text("Conference on Sheep"),
    "ICIR",
    "conference",
    tuple(paper.id for paper in PAPERS),
    spellings=("ICIR",),
)
CATALOGUE = Catalogue(
    PAPERS,
    (Area("all", Text("All"), Text(), (TEA,)),),
    {PAPERS[3].id: (Assignment("tea", 2.0),)},
    people=(ADA, BEN),
    people_of={paper.id: ("ada-example", "ben-sample") for paper in PAPERS},
    venues=(ICIR,),
    venue_of={paper.id: "icir" for paper in PAPERS},
)


def with_paper(at: int, **changes: Any) -> Catalogue:
    papers: list[Paper] = list(PAPERS)
    papers[at] = given.changed(papers[at], **changes)
    return replace(CATALOGUE, papers=tuple(papers))


TEA_ANEW = replace(TEA, name=Text("Infusions"))
CHANGED = {
    "nothing": CATALOGUE,
    "a title": with_paper(4, title="Counting goats"),
    "a summary": with_paper(4, summary="Goats, too."),
    "an abstract": with_paper(4, abstract="We count goats."),
    "a word of an abstract": with_paper(
        4, abstract="We count 4 goats by small pasture networks (SPN)."
    ),
    "another short form": with_paper(4, abstract="Slow pasture numbers (SPN) matter, and (GAT)."),
    "a name": with_paper(4, introduces=("SheepNet",)),
    "a year": with_paper(4, year=1999),
    "an author": with_paper(4, authors=("Ada Example", "Cleo Instance")),
    "a preprint": with_paper(4, arxiv="2101.00010"),
    "a paper less": replace(CATALOGUE, papers=PAPERS[:7] + PAPERS[8:]),
    "a paper of another topic": replace(
        CATALOGUE, assignments={PAPERS[9].id: (Assignment("tea", 1.0),)}
    ),
    "a topic's name": replace(CATALOGUE, areas=(Area("all", Text("All"), Text(), (TEA_ANEW,)),)),
    "a variant": replace(
        CATALOGUE, people=(person("ada-example", "Ada Example", "A. van Example"), BEN)
    ),
    "a person less": replace(CATALOGUE, people=(BEN,)),
    "a venue's name": replace(CATALOGUE, venues=(replace(ICIR, name=Text("Meeting on Sheep")),)),
    "a venue in short": replace(CATALOGUE, venues=(replace(ICIR, short="IcirConf"),)),
    "what a venue is called": replace(CATALOGUE, venues=(replace(ICIR, known_as=("SheepConf",)),)),
}


@pytest.mark.parametrize("what", CHANGED)
@pytest.mark.parametrize("count", [1, 2])
def test_an_index_is_the_same_with_what_was_kept(
    what: str, count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "AT_ONCE", 4)
    monkeypatch.setattr(short_forms, "AT_ONCE", 4)
    index_files(CATALOGUE, cache=Cache(tmp_path))
    changed = CHANGED[what]
    found = index_files(changed, workers(count), Cache(tmp_path))
    assert found == index_files(changed)
    assert (found == index_files(CATALOGUE)) == (what == "nothing")
    # In the end nothing of it is kept under the wrong name.
    assert index_files(CATALOGUE, cache=Cache(tmp_path)) == index_files(CATALOGUE)


def test_only_the_words_of_papers_that_changed_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "AT_ONCE", 4)
    looked: list[int] = []

    def counted(documents: Any) -> Any:
        looked.append(len(documents))
        return occurrences_in(documents)

    monkeypatch.setattr(build, "occurrences_in", counted)
    index_files(CATALOGUE, cache=Cache(tmp_path))
    assert sum(looked) == 30
    looked.clear()
    index_files(with_paper(4, title="Counting sheep 4 and goats"), cache=Cache(tmp_path))
    assert 0 < sum(looked) < 20
    looked.clear()
    index_files(CATALOGUE, cache=Cache(tmp_path))
    assert looked == []
