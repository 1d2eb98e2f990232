"""The table of known venues is sound, and a catalogue's own comes on top of it."""

from __future__ import annotations

import pytest

from generator.ids import why_no_id
from generator.values.venue_meant import meant
from generator.values.venue_table import Entry, joined, known_venues, with_entries

ENTRIES = list(known_venues().entries.values())
TEA = Entry("tea", "Journal of Tea", "JTea", "journal", spellings=("Tea Letters",))


def test_slugs_are_sorted_addresses() -> None:
    slugs = [entry.slug for entry in ENTRIES]
    assert slugs == sorted(set(slugs))
    assert [slug for slug in slugs if why_no_id(slug)] == []
    assert len(slugs) > 300


def test_no_name_belongs_to_two_venues() -> None:
    assert known_venues().clashes == []


def test_every_name_tells_a_word_and_stands_once() -> None:
    for entry in ENTRIES:
        shared = entry.short if entry.acronym == "shared" else ""
        assert all(joined(name) for name in entry.names if name != shared), entry
        assert len(set(entry.spellings)) == len(entry.spellings), entry
        assert entry.name not in entry.spellings, entry


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.slug)
def test_every_name_leads_to_its_venue(entry: Entry) -> None:
    for name in entry.names:
        if entry.acronym == "shared" and name == entry.short:
            continue
        found = meant(name, known_venues())
        assert (found.entry, found.part) == (entry, ""), name


def test_what_changed_its_name_is_one_venue() -> None:
    for old, new in (("NIPS", "NeurIPS"), ("CoRR", "arXiv"), ("ECML", "ECML PKDD")):
        assert meant(old, known_venues()).entry == meant(new, known_venues()).entry


def test_a_catalogue_adds_venues() -> None:
    table = with_entries(known_venues(), [TEA])
    for name in ("Journal of Tea", "J. Tea", "JTea", "Tea Letters 12"):
        assert meant(name, table).entry == TEA
        assert meant(name, known_venues()).entry is None
    assert len(table.entries) == len(known_venues().entries) + 1


def test_a_catalogue_says_otherwise() -> None:
    icml = Entry("icml", "International Conference on Milk", "ICMilk", "conference")
    table = with_entries(known_venues(), [icml])
    assert meant("ICMilk", table).entry == icml
    assert meant("ICML", table).entry is None


def test_a_spelling_that_a_catalogue_gives_to_another_is_of_that() -> None:
    nips = Entry("nips", "Neural Sheep", "NSheep", "journal", spellings=("NIPS",))
    table = with_entries(known_venues(), [nips])
    assert meant("NIPS", table).entry == nips
    found = meant("NeurIPS", table).entry
    assert found
    assert found.slug == "neurips"
