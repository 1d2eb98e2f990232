"""The addresses of people, and what leads to them."""

from __future__ import annotations

from generator.ids import why_no_id
from tests.unit.people.given import many_names, paper, who


def test_an_address_is_the_first_given_name_and_the_family_name() -> None:
    names = {
        "Yi Tay": "yi-tay",
        "Yi B. Tay": "yi-tay",
        "Zoë van der Quill": "zoe-van-der-quill",
        "Ming-Hsuan Sample": "ming-hsuan-sample",
        "J. Robert Example": "j-robert-example",
        "Gemma Team": "gemma-team",
        "Quillbot": "quillbot",
    }
    for name, slug in names.items():
        assert who([paper("a", name)]).of["a"] == (slug,)


def test_reserved_and_short_addresses_are_left_to_index_pages() -> None:
    for name in ("Index", "All", "Con", "X", "!!"):
        (slug,) = who([paper("a", name)]).of["a"]
        assert "author" in slug
        assert why_no_id(slug) == ""


def test_a_variant_changes_no_address_and_its_own_leads_on() -> None:
    before = who([paper("a", "Yi Tay", "Ada Quill")])
    after = who(
        [
            paper("a", "Yi Tay", "Ada Quill"),
            paper("b", "Y. Tay", "Ada Quill", year=1999),
            paper("c", "Yi B. Tay", "Ada Quill"),
        ]
    )
    assert {p.slug for p in before.people} == {p.slug for p in after.people}
    assert after.signposts == {"y-tay": "yi-tay"}


def test_an_address_that_somebody_has_leads_nowhere_else() -> None:
    papers = [
        paper("a", "Yi Tay", "Ada Quill"),
        paper("b", "Y. Tay", "Ada Quill"),
        paper("c", "Y. Tay", "Ben Sample"),
    ]
    found = who(papers)
    assert found.signposts == {}
    assert found.of["c"] == ("y-tay", "ben-sample")


def test_the_next_person_of_a_name_gets_digits_and_moves_nobody() -> None:
    papers = [*many_names(), paper("a", "Wei Wang", year=2001), paper("b", "Wei Wang", year=2010)]
    found = who(papers)
    assert found.of["a"] == ("wei-wang",)
    assert found.of["b"][0].startswith("wei-wang-")
    later = who([*papers, paper("c", "Wei Wang", year=2005), paper("d", "Wei Wang", year=2020)])
    assert later.of["a"] == found.of["a"]
    assert later.of["b"] == found.of["b"]
    assert len({later.of[i] for i in "abcd"}) == 4
