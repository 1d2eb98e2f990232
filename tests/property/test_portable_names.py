"""Whatever papers are called, every system can have the files that are made of them."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.formats import downloads
from generator.ids import slug
from generator.pages.page import address
from generator.people import people
from generator.portable import DEVICES, as_one, why_not_everywhere
from generator.venues import venues
from tests.given import HOSTILE, paper
from tests.laid_out import SETTINGS, made

#: What people and venues may well be called, and Windows refuses.
DEVICE = st.sampled_from(sorted(DEVICES)).flatmap(
    lambda name: st.sampled_from(
        [name, name.upper(), f"{name}.", f" {name} ", f"{name}.txt", "Con"]
    )
)
TEXT = st.one_of(DEVICE, HOSTILE, st.text(max_size=300))


def catalogue_of(said: Iterable[tuple[str, str, str]]) -> Catalogue:
    """Return a catalogue of papers, each with a title, an author and a venue."""
    titles = {slug(title): (title, author, venue) for title, author, venue in said}
    papers = tuple(
        paper(id_, title or "untitled", authors=(author,) if author.strip() else (), venue=venue)
        for id_, (title, author, venue) in sorted(titles.items())
    )
    of_people, of_venues = people(papers), venues(papers)
    return Catalogue(
        papers,
        people=of_people.people,
        people_of=of_people.of,
        people_signposts=of_people.signposts,
        venues=of_venues.venues,
        venue_of=of_venues.of,
    )


def portable(paths: Iterable[str]) -> None:
    seen: dict[str, str] = {}
    for path in paths:
        for part in path.split("/"):
            assert why_not_everywhere(part) == "", path
        assert seen.setdefault(as_one(path), path) == path


@settings(max_examples=40)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=4))
def test_no_file_has_a_name_that_some_system_refuses_or_takes_for_another_s(
    said: list[tuple[str, str, str]],
) -> None:
    catalogue = catalogue_of(said)
    pages = made(catalogue)
    files = [file.path for file in downloads(catalogue, SETTINGS)]
    portable([*pages, *files])
    portable([*(f"{address(path)}index.html" for path in pages), *files])


@given(TEXT, st.sampled_from(["paper", "author", "venue"]))
def test_no_address_is_a_device(text: str, noun: str) -> None:
    assert why_not_everywhere(slug(text, noun=noun)) == ""
    assert why_not_everywhere(f"{slug(text, noun=noun)}.bib") == ""
