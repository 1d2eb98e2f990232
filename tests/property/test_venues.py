"""Any name of a venue has one kind, a short form and an address; years make no other venue."""

from __future__ import annotations

import re
from typing import get_args

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.ids import why_no_id
from generator.values.text import Text
from generator.values.venue import Venue, VenueKind
from generator.values.venue_meant import meant
from generator.values.venue_table import known_venues
from generator.venues import venues
from tests.given import HOSTILE, paper

TABLE = known_venues()
ENTRIES = sorted(TABLE.entries.values(), key=lambda entry: entry.slug)
NAMES = [(e.slug, n) for e in ENTRIES for n in e.names if not (e.acronym and n == e.short)]
#: Names of meetings that call themselves so, which have "Proceedings of the" and places around.
MEETINGS = [
    (slug, name)
    for slug, name in NAMES
    if TABLE.entries[slug].kind == "conference" and re.search("Conference on|Symposium on", name)
]
YEARS = st.integers(1950, 2049)


@given(st.text())
def test_any_name_has_one_kind_and_a_short_form(name: str) -> None:
    venue = Venue(Text(name))
    assert venue.kind in get_args(VenueKind)
    assert bool(venue.short) == bool(venue.plain)


@given(st.lists(st.one_of(HOSTILE, st.sampled_from([name for _, name in NAMES])), max_size=8))
def test_any_papers_have_venues_with_addresses(names: list[str]) -> None:
    papers = [paper(f"p{at}", "Sheep", venue=name) for at, name in enumerate(names)]
    found = venues(papers)
    slugs = [venue.slug for venue in found.venues]
    assert slugs == sorted(set(slugs))
    assert not any(map(why_no_id, slugs))
    assert found == venues(papers[::-1])
    for venue in found.venues:
        assert venue.name
        assert venue.short
        assert venue.papers == tuple(
            sorted(p for p, slug in found.of.items() if slug == venue.slug)
        )
        assert set(venue.spellings) <= {p.work.venue.plain for p in papers}


@given(st.sampled_from(NAMES), YEARS, st.sampled_from(("{} {}", "{}, {}", "{} ({})", "{1} {0}")))
def test_a_year_makes_no_other_venue(known: tuple[str, str], year: int, form: str) -> None:
    slug, name = known
    found = meant(form.format(name, year), TABLE)
    assert found.entry
    assert (found.entry.slug, found.part) == (slug, "")


@given(
    st.sampled_from(MEETINGS),
    YEARS,
    st.sampled_from(("3rd", "21st", "Fourth", "Thirty-Second", "XIV")),
    st.sampled_from(("", ", Oslo, Norway", " (Volume 1: Long Papers)", ", Part II", ", June 3-5")),
)
def test_neither_do_counts_volumes_and_places(
    known: tuple[str, str], year: int, count: str, behind: str
) -> None:
    slug, name = known
    found = meant(f"Proceedings of the {year} {count} {name}{behind}", TABLE)
    assert found.entry
    assert (found.entry.slug, found.part) == (slug, "")


@given(st.sampled_from(NAMES), st.booleans())
def test_nor_does_case(known: tuple[str, str], large: bool) -> None:
    slug, name = known
    # An acronym such as S&P is one in capitals alone: small letters at a & are any words.
    assume(large or "&" not in name)
    found = meant(name.upper() if large else name.casefold(), TABLE)
    assert found.entry
    assert found.entry.slug == slug


@given(st.sampled_from([e for e in ENTRIES if e.kind == "conference" and not e.acronym]), YEARS)
def test_a_workshop_of_a_conference_stays_apart(entry: object, year: int) -> None:
    host = TABLE.entries[getattr(entry, "slug", "")]
    found = meant(f"{host.short} {year} Workshop on Knitted Sheep", TABLE)
    assert (found.entry, found.part) == (host, "workshop")
    assert found.topic[-2:] == ("knitted", "sheep")
