"""Keys of citations that two records have."""

from __future__ import annotations

from dataclasses import replace

from generator.values.paper import Entry, Paper
from tests.unit.checks.papers import found, paper


def recorded(name: str, key: str) -> Paper:
    """A paper of a record that has a key."""
    return replace(paper(name, citation_key=key), entries=(Entry(f"{name}.yml", 1, by_hand=True),))


def test_a_key_of_two_records_is_told_at_both() -> None:
    several = [recorded("cups", "Tea2020"), recorded("pots", "tea2020")]
    said = found("shared-key", *several, recorded("spoons", "spoons"), paper("tables"))
    assert [one.split(":")[0] for one in said] == [
        "catalogue/papers/cups.yml",
        "catalogue/papers/pots.yml",
    ]
    assert "citation_key: Tea2020 is also that of catalogue/papers/pots.yml:" in said[0]
    assert "give each paper its own" in said[0]


def test_a_key_that_one_record_has_is_not_doubted() -> None:
    assert found("shared-key", recorded("cups", "tea"), paper("pots", citation_key="tea")) == []
