"""Any authors and any names of venues can be looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.venues import same_venue
from tests.unit.checks.papers import found, paper


@given(st.lists(st.text(max_size=30), max_size=4).map(tuple))
def test_any_list_of_authors_can_be_looked_at(authors: tuple[str, ...]) -> None:
    for check in ("author-name", "author-capitals", "author-twice"):
        assert len(found(check, paper("kettles", authors=authors))) <= len(authors)


@given(st.text(max_size=40), st.text(max_size=40))
def test_it_makes_no_difference_which_name_comes_first(a: str, b: str) -> None:
    assert same_venue(a, b) == same_venue(b, a)
