"""Whom `explain` names where nobody is called so: misspelt names, addresses, and initials."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from generator.catalogue import Catalogue
from generator.explain import near_people
from tests.unit.people.given import paper, who

PEOPLE = who([paper("one", "Ada Quill"), paper("two", "Ben Sample"), paper("three", "Ming Tarn")])
CATALOGUE = cast(
    "Catalogue",
    SimpleNamespace(people=PEOPLE.people, person={one.slug: one for one in PEOPLE.people}),
)


@pytest.mark.parametrize(
    ("wanted", "slugs"),
    [
        ("Ada Quil", ["ada-quill"]),
        ("authors/ada-quil/", ["ada-quill"]),
        ("A. Quill", ["ada-quill"]),
        ("B. Sample", ["ben-sample"]),
        ("Sample, Ben X.", ["ben-sample"]),
        ("zzz", []),
        ("", []),
    ],
)
def test_names_that_come_near_are_offered(wanted: str, slugs: list[str]) -> None:
    assert [person.slug for person in near_people(CATALOGUE, wanted)] == slugs
