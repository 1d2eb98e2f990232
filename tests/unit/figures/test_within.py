"""What is within a group of papers: topics, authors and venues, each with its papers."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.figures.within import most_first, people_within, topics_within, venues_within
from generator.model import Area, Assignment, KnownVenue, Person, Topic
from generator.values.text import Text
from tests import given

SHEEP, COWS, GOATS = (
    Topic(slug, Text(slug), Text(), "animals") for slug in ("sheep", "cows", "goats")
)
PAPERS = tuple(given.paper(f"paper-{number}", f"Paper {number}") for number in range(4))
OF = Catalogue(
    PAPERS,
    (Area("animals", Text("Animals"), Text(), (SHEEP, COWS, GOATS)),),
    {
        "paper-0": (Assignment("cows", 2), Assignment("sheep", 1)),
        "paper-1": (Assignment("cows", 2),),
        "paper-2": (Assignment("sheep", 2), Assignment("goats", 1)),
    },
    people=tuple(
        Person(slug, given.work(authors=(name,)).authors[0], ())
        for slug, name in (
            ("a-zoe", "Zoe Almond"),
            ("b-example", "Ben Example"),
            ("z", "Ada Berry"),
        )
    ),
    people_of={"paper-0": ("z", "b-example"), "paper-1": ("b-example",), "paper-2": ("a-zoe",)},
    venues=(
        KnownVenue("b", Text("Barn"), "Barn", "journal", ()),
        KnownVenue("a", Text("Workshop on Meadows"), "meadow", "conference", ()),
    ),
    venue_of={"paper-0": "b", "paper-1": "a", "paper-3": "a"},
)


def test_topics_come_with_their_papers_equal_ones_in_the_order_of_the_vocabulary() -> None:
    found = topics_within(OF, PAPERS)
    assert most_first(OF, found) == [("sheep", 2), ("cows", 2), ("goats", 1)]
    assert most_first(OF, topics_within(OF, PAPERS[1:2])) == [("cows", 1)]


def test_authors_come_with_their_papers_equal_ones_by_family_name() -> None:
    found = [(person.slug, count) for person, count in people_within(OF, PAPERS)]
    assert found == [("b-example", 2), ("a-zoe", 1), ("z", 1)]


def test_venues_come_with_their_papers_and_papers_of_none_are_left_out() -> None:
    found = [(venue.slug, count) for venue, count in venues_within(OF, PAPERS)]
    assert found == [("a", 2), ("b", 1)]
    assert venues_within(OF, PAPERS[2:3]) == []


def test_a_catalogue_that_knows_nothing_has_nothing_within() -> None:
    silent = Catalogue(PAPERS)
    assert not topics_within(silent, PAPERS)
    assert people_within(silent, PAPERS) == []
    assert venues_within(silent, PAPERS) == []
