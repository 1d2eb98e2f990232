"""The catalogue: papers in the order in which people look for them."""

from __future__ import annotations

from generator.catalogue import Catalogue
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
