"""Who is who does not depend on order, and no address moves for a variant of a name."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ids import why_no_id
from generator.people import people
from generator.people.form import form_of
from generator.people.signatures import repeated, signatures_of
from generator.values.name import Name
from generator.values.paper import Paper
from tests import given as made

NAMES = (
    "Ada Quill",
    "A. Quill",
    "Ada B. Quill",
    "Ada C. Quill",
    "Quill, Ada",
    "Adam Quill",
    "Yi Tay",
    "Tay Yi",
    "Y. Tay",
    "Wei Wang",
    "Wei Wang 0001",
    "Wei Wang 0002",
    "Wang Wei",
    "W. Wang",
    "Jörg Müller",
    "Joerg Mueller",
    "Gemma Team",
    "Plato",
)
AUTHORS = st.lists(st.sampled_from(NAMES), max_size=4).map(tuple)
YEARS = st.none() | st.integers(2000, 2005)


def _papers(lists: Sequence[tuple[tuple[str, ...], int | None]]) -> list[Paper]:
    return [
        made.paper(f"paper-{number}", f"On {number}", authors=authors, year=year)
        for number, (authors, year) in enumerate(lists)
    ]


CATALOGUES = st.lists(st.tuples(AUTHORS, YEARS), max_size=8).map(_papers)


@given(CATALOGUES, st.randoms(use_true_random=False))
def test_any_order_of_papers_gives_the_same_people(papers: list[Paper], random: object) -> None:
    found = people(papers)
    shuffled = list(papers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    again = people(shuffled)
    assert again.people == found.people
    assert again.of == found.of
    assert again.signposts == found.signposts


@given(CATALOGUES)
def test_every_author_is_one_person_with_an_address_of_their_own(papers: list[Paper]) -> None:
    found = people(papers)
    slugs = [person.slug for person in found.people]
    assert slugs == sorted(set(slugs))
    assert all(why_no_id(slug) == "" for slug in (*slugs, *found.signposts))
    assert not set(found.signposts) & set(slugs)
    assert set(found.signposts.values()) <= set(slugs)
    by_slug = {person.slug: person for person in found.people}
    for paper in papers:
        of = found.of[paper.id]
        assert len(of) == len(paper.work.authors)
        if not repeated(signatures_of([paper])):
            assert len(set(of)) == len(of)
        for name, slug in zip(paper.work.authors, of, strict=True):
            person = by_slug[slug]
            assert paper.id in person.papers
            forms = {known.natural for known in (person.name, *person.variants)}
            assert name.natural in forms
    for person in found.people:
        assert all(person.slug in by_slug[other].namesakes for other in person.namesakes)


@given(CATALOGUES)
def test_the_reasons_join_what_is_one_person(papers: list[Paper]) -> None:
    found = people(papers)
    for person in found.people:
        links = found.joined(person.slug)
        signatures = sum(of.count(person.slug) for of in found.of.values())
        assert len(links) == signatures - 1
        assert {paper for link in links for paper in link.papers} <= set(person.papers)
        for other in person.namesakes:
            assert found.between(person.slug, other) == found.between(other, person.slug)
            assert not found.between(person.slug, other).same


#: Forms of one name with the same address, and what speaks for them.
VARIANTS = (
    "Oda Quillington",
    "Oda B. Quillington",
    "ODA QUILLINGTON",
    "Quillington, Oda",
    "Ôda Quillington",
)


@given(CATALOGUES, st.sampled_from(VARIANTS), st.sampled_from((*VARIANTS, "O. Quillington")), YEARS)
def test_a_paper_under_a_variant_moves_no_address(
    papers: list[Paper], first: str, second: str, year: int | None
) -> None:
    known = made.paper("known", authors=(first, "Ben Sample", "Cleo Example"), year=2003)
    more = made.paper("more", authors=(second, "Cleo Example", "Ben Sample"), year=year)
    before, after = people([*papers, known]), people([*papers, known, more])
    assert {person.slug for person in after.people} == {person.slug for person in before.people}
    assert all(after.of[paper.id] == before.of[paper.id] for paper in papers)
    assert after.of["more"][0] == before.of["known"][0]


@settings(max_examples=50)
@given(st.lists(made.any_papers(), max_size=3))
def test_any_name_at_all_goes_through(papers: list[Paper]) -> None:
    numbered = [made.changed(paper, id=f"paper-{at}") for at, paper in enumerate(papers)]
    found = people(numbered)
    assert all(why_no_id(person.slug) == "" for person in found.people)
    assert sum(map(len, found.of.values())) == sum(len(p.work.authors) for p in numbered)


@given(st.text("AbyzO'-. ", min_size=1, max_size=12), st.text("AbyzO'-. ", max_size=12))
def test_an_accent_makes_no_other_form_of_a_name(family: str, given_names: str) -> None:
    plain = form_of(Name(f"e{family}", given_names))
    accented = form_of(Name(f"é{family}", given_names))
    assert (accented.whole, accented.family, accented.given) == (
        plain.whole,
        plain.family,
        plain.given,
    )
    assert hash(accented) == hash(plain)
