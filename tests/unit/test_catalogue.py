"""The catalogue: papers in the order in which people look for them."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.language import ENGLISH
from generator.model import KnownVenue
from generator.pages.views import byline_in_short, byline_text, published_in_short
from generator.values.paper import Entry
from generator.values.text import Text
from tests.given import paper

SORTING = paper("sorting", r"\(\mathcal{O}(n \log n)\) sorting made simple")
OTTERS = paper("otters", "Otters Wander")
ELAN = paper("elan", "“Élan” of Kettles")
NAILS = paper("nails", "Nails")


def test_papers_are_sorted_by_what_their_titles_say() -> None:
    catalogue = Catalogue((ELAN, NAILS, OTTERS, SORTING))
    assert catalogue.by_title == (ELAN, NAILS, SORTING, OTTERS)
    assert catalogue.unsorted == catalogue.in_index_order == catalogue.by_title


def test_papers_of_one_title_are_sorted_by_their_ids() -> None:
    twins = tuple(paper(name, title) for name, title in (("b", "Tea"), ("a", "“tea"), ("c", "TEA")))
    assert [one.id for one in Catalogue(twins).by_title] == ["a", "b", "c"]


def test_the_newest_papers_come_first_and_of_one_date_those_of_most_listings() -> None:
    twice = (Entry("a.txt", 1), Entry("b.txt", 1))
    papers = (
        paper("ancient", "Ancient", year=1999),
        paper("listed", "Zebras", year=2020, entries=twice),
        paper("new", "New", year=2024),
        paper("other", "Apes", year=2020),
        paper("unknown", "Aardvarks"),
        paper("unknown-listed", "Yaks", entries=twice),
    )
    found = [one.id for one in Catalogue(papers).newest_first]
    assert found == ["new", "listed", "other", "ancient", "unknown-listed", "unknown"]


def test_lists_say_what_the_table_of_the_catalogue_calls_a_venue() -> None:
    printed = "12th Conference on Counting Sheep"
    sheep = paper("sheep", "Sheep", authors=("Ada Example",), venue=printed, year=2030)
    known = KnownVenue("cosh", Text("Conference on Counting Sheep"), "CoSh", "conference", ("a",))
    catalogue = Catalogue((sheep,), venues=(known,), venue_of={"sheep": "cosh"})
    assert published_in_short(catalogue, sheep) == "CoSh 2030"
    assert byline_text(catalogue, sheep, ENGLISH) == "Ada Example · CoSh 2030"
    assert byline_in_short(catalogue, sheep) == "Example · CoSh 2030"
    assert byline_in_short(Catalogue((sheep,)), sheep) == f"Example · {printed} 2030"
