"""Which signatures are one person's, and for what reason."""

from __future__ import annotations

import itertools

import pytest

from generator.people.verdict import Reason
from generator.values.paper import Paper
from tests.unit.people.given import are_one, many_names, paper, who, with_orcid

ONE, TWO = "0000-0002-1825-0097", "0000-0001-5109-3700"


def reasons(papers: list[Paper], slug: str) -> set[Reason]:
    return {joined.reason for joined in who(papers).joined(slug)}


def test_a_rare_name_is_one_person_whatever_the_papers_are_about() -> None:
    papers = [paper("a", "Ada Quill", "Ben Sample"), paper("b", "Ada Quill", year=2009)]
    assert are_one(who(papers), ("a", 0), ("b", 0))
    assert reasons(papers, "ada-quill") == {Reason.RARE_NAME}


def test_a_common_name_is_not() -> None:
    papers = [*many_names(), paper("a", "Wei Wang"), paper("b", "Wei Wang")]
    found = who(papers)
    assert not are_one(found, ("a", 0), ("b", 0))
    one, other = found.of["a"][0], found.of["b"][0]
    assert found.between(one, other).reason is Reason.COMMON_NAME
    assert next(p for p in found.people if p.slug == one).namesakes == (other,)


def test_a_common_name_with_coauthors_in_common_is() -> None:
    papers = [
        *many_names(),
        paper("a", "Wei Wang", "Ada Quill"),
        paper("b", "Wei Wang", "A. Quill"),
    ]
    papers.append(paper("c", "Wei Wang", "Ada Quill", "Ben Sample"))
    found = who(papers)
    assert are_one(found, ("a", 0), ("c", 0))
    assert Reason.COAUTHORS in {joined.reason for joined in found.joined("wei-wang")}


def test_coauthors_who_wrote_together_elsewhere_join_a_common_name() -> None:
    papers = [
        *many_names()[:40],
        paper("a", "Wei Wang", "Ada Quill", "Ben Sample"),
        paper("b", "Wei Wang", "Cleo Placeholder"),
        paper("c", "Cleo Placeholder", "Ada Quill", "Ben Sample"),
    ]
    assert are_one(who(papers), ("a", 0), ("b", 0))
    assert not are_one(who(papers[:-1]), ("a", 0), ("b", 0))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yi Tay", "Y. Tay"),
        ("Yi Tay", "Tay, Yi B."),
        ("José García", "Jose Garcia"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Ming-Hsuan Quill", "Minghsuan Quill"),
        ("Ming-Hsuan Quill", "Ming Hsuan Quill"),
        ("Ming-Hsuan Quill", "M.-H. Quill"),
        ("Xiaoming Lin", "Lin Xiaoming"),
        ("Ada Beth Quill", "A. B. Quill"),
        ("ADA QUILL", "Ada Quill"),
    ],
)
def test_forms_of_a_name_with_a_coauthor_in_common_are_one_person(one: str, other: str) -> None:
    papers = [
        paper("a", one, "Ben Sample", "Cleo Example"),
        paper("b", "Cleo Example", other, "Ben Sample"),
    ]
    found = who(papers)
    assert are_one(found, ("a", 0), ("b", 1))
    assert len(found.people) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada B. Quill", "Ada C. Quill"),
        ("Ming Yang", "Ming-Hsuan Yang"),
        ("Xiao Wang", "Xiaoming Wang"),
        ("Ada Quill", "Ada Sample"),
    ],
)
def test_names_that_differ_are_two_people_whoever_they_write_with(one: str, other: str) -> None:
    others = ("Ben Sample", "Cleo Example", "Dora Placeholder")
    found = who([paper("a", one, *others), paper("b", other, *others)])
    assert not are_one(found, ("a", 0), ("b", 0))
    assert are_one(found, ("a", 1), ("b", 1))


def test_no_chain_joins_names_that_contradict_each_other() -> None:
    papers = [
        paper("a", "Ada B. Quill", "Ben Sample"),
        paper("b", "Ada Quill", "Ben Sample"),
        paper("c", "Ada C. Quill", "Ben Sample"),
    ]
    found = who(papers)
    assert not are_one(found, ("a", 0), ("c", 0))
    # It fits both, and nothing tells which.
    assert len({found.of[i][0] for i in "abc"}) == 3


def test_initials_join_nobody_by_themselves() -> None:
    found = who([paper("a", "Jane Smithson"), paper("b", "J. Smithson"), paper("c", "J. Smithson")])
    assert len(found.people) == 3
    unsure = {person.slug: person.unsure for person in found.people}
    assert [slug for slug, value in unsure.items() if not value] == ["jane-smithson"]
    assert found.between("jane-smithson", found.of["b"][0]).reason is Reason.INITIALS


def test_initials_that_fit_two_people_who_share_coauthors_stay_alone() -> None:
    papers = [
        paper("a", "Jane Smithson", "Ben Sample"),
        paper("b", "John Smithson", "Ben Sample"),
        paper("c", "J. Smithson", "Ben Sample"),
    ]
    found = who(papers)
    assert len({found.of[i][0] for i in "abc"}) == 3
    assert found.between("jane-smithson", "j-smithson").reason is Reason.SEVERAL_FIT
    assert set(next(p for p in found.people if p.unsure).namesakes) == {
        "jane-smithson",
        "john-smithson",
    }


def test_initials_join_the_one_of_two_with_whom_they_share_coauthors() -> None:
    papers = [
        paper("a", "Jane Smithson", "Ben Sample"),
        paper("b", "John Smithson", "Cleo Example"),
        paper("c", "J. Smithson", "Ben Sample"),
    ]
    found = who(papers)
    assert are_one(found, ("a", 0), ("c", 0))
    assert not are_one(found, ("b", 0), ("c", 0))


def test_one_orcid_is_one_person_under_any_name_and_another_is_another() -> None:
    papers = [
        with_orcid("a", "Ada Quill", ONE),
        with_orcid("b", "Ada Sample", ONE),
        with_orcid("c", "Ada Quill", TWO, "Ben Sample"),
        paper("d", "Ada Quill", "Ben Sample"),
    ]
    for order in itertools.permutations(papers):
        found = who(order)
        assert are_one(found, ("a", 0), ("b", 0))
        assert not are_one(found, ("a", 0), ("c", 0))
        assert are_one(found, ("c", 0), ("d", 0))
    assert next(p for p in found.people if "c" in p.papers).orcid == TWO
    assert found.between(found.of["a"][0], found.of["c"][0]).reason is Reason.DIFFERENT_ORCIDS


def test_who_took_another_name_may_have_more_forms_of_either() -> None:
    papers = [
        with_orcid("a", "Ada Quill", ONE, "Ben Sample"),
        with_orcid("b", "Ada Sample", ONE),
        paper("c", "A. Quill", "Ben Sample"),
    ]
    assert are_one(who(papers), ("a", 0), ("c", 0))


def test_numbers_of_dblp_tell_people_apart() -> None:
    papers = [
        paper("a", "Wei Wang 0001"),
        paper("b", "Wei Wang 0001"),
        paper("c", "Wei Wang 0002"),
        *many_names(),
    ]
    found = who(papers)
    assert are_one(found, ("a", 0), ("b", 0))
    assert not are_one(found, ("a", 0), ("c", 0))
    assert found.between(found.of["a"][0], found.of["c"][0]).reason is Reason.DIFFERENT_DBLP


def test_two_authors_of_one_name_on_one_paper_are_two_people() -> None:
    found = who([paper("a", "Ada Quill", "Ben Sample", "Ada Quill"), paper("b", "Ada Quill")])
    assert len(found.people) == 3
    assert not are_one(found, ("a", 0), ("a", 2))
    assert found.between(found.of["a"][0], found.of["a"][2]).reason is Reason.SAME_PAPER


def test_a_list_of_authors_that_stands_twice_has_each_once() -> None:
    found = who(
        [
            paper("a", "Ada Quill", "Ben Sample", "Ada Quill", "Ben Sample"),
            paper("b", "Ada Quill", "Ben Sample"),
        ]
    )
    assert found.of["a"] == ("ada-quill", "ben-sample") * 2
    assert found.of["b"] == ("ada-quill", "ben-sample")
    assert Reason.REPEATED in {joined.reason for joined in found.joined("ada-quill")}


def test_a_group_is_one_by_its_name() -> None:
    found = who([paper("a", "Gemma Team"), paper("b", "Gemma Team", "Ada Quill")])
    assert are_one(found, ("a", 0), ("b", 0))
    assert found.joined("gemma-team")[0].reason is Reason.SAME_GROUP
    assert not next(p for p in found.people if p.slug == "gemma-team").unsure


def test_a_paper_without_authors_has_no_people() -> None:
    found = who([paper("a")])
    assert found.people == ()
    assert found.of == {"a": ()}
    assert who([]).people == ()
