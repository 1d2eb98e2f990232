"""Papers and entries: which source is believed, and where each value stands."""

from __future__ import annotations

from dataclasses import replace

from generator.problems import Place
from generator.values.paper import Entry, Provenance, Rank
from tests.given import entry, paper, record


def test_records_come_before_bibliographies_before_listings_whatever_their_names() -> None:
    listed = entry("Tea", 1, file="a.txt")
    cited = entry("Tea", 9, file="b.jsonl", rank=Rank.BIBLIOGRAPHY)
    later = entry("Tea", 10, file="b.jsonl", rank=Rank.BIBLIOGRAPHY)
    own = record("tea", "Tea")
    found = sorted([listed, later, cited, own], key=lambda one: one.order)
    assert found == [own, cited, later, listed]


def test_a_field_stands_in_its_own_line_else_where_the_entry_begins() -> None:
    known = record("tea", "Tea", lines={"title": 1, "links": 4, "links.code": 5, "authors": 7})
    file = "catalogue/papers/tea.yml"
    assert known.at("links.code") == Place(file, 5)
    assert known.at("links.data") == Place(file, 4)
    assert known.at("authors[2]") == Place(file, 7)
    assert known.at("year") == Place(file, 1)
    assert entry("Tea", 12).at("authors[2]") == Place("listing.txt", 12)


def test_listings_are_counted_once_and_records_are_none() -> None:
    entries = (
        Entry("a.txt", 1),
        Entry("a.txt", 9),
        Entry("b.txt", 1),
        Entry("papers/tea.yml", 1, by_hand=True),
    )
    assert paper("tea", "Tea", entries=entries).listings == 2
    assert paper("tea", "Tea").listings == 0


def test_a_value_of_a_paper_has_the_place_of_its_part_else_of_its_field() -> None:
    first, second = Place("a.txt", 1), Place("a.txt", 2)
    provenance = {"authors": Provenance((first,), parts={"authors[2]": second})}
    known = paper("tea", "Tea", authors=("Ada Quill", "Ben Pot"), provenance=provenance)
    assert known.place("authors[2]") == second
    assert known.place("authors[1]") == known.place("authors") == first
    assert known.place("venue") == Place("papers/tea")


def test_words_are_counted_in_what_a_paper_says_not_in_its_tex() -> None:
    said = paper("tea", r"On \(\mathcal{O}(n)\) Tea", summary="Short.", abstract="Long.").said()
    assert said == "On O(n) Tea Short. Long."
    assert paper("tea", "Tea").said() == "Tea"


def test_entries_that_say_the_same_are_the_same_wherever_their_fields_stand() -> None:
    known = record("tea", "Tea", lines={"title": 1})
    assert replace(known, lines={"title": 9}) == known
