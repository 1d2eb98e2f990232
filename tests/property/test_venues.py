"""Any name of a venue has one kind and a short form."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from generator.values.text import Text
from generator.values.venue import Venue, VenueKind


@given(st.text())
def test_any_name_has_one_kind_and_a_short_form(name: str) -> None:
    venue = Venue(Text(name))
    assert venue.kind in get_args(VenueKind)
    assert bool(venue.short) == bool(venue.plain)
