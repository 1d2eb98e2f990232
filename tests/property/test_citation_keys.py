"""Keys of citations: one for each paper, legal, whatever the papers and the order of reading."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.values.citation_key import citation_keys, legal_key
from generator.values.paper import Paper
from tests.given import any_fields, paper

_SHEEP = {"title": st.sampled_from(("Counting sheep", "Counting goats", "Über 羊"))}
_FEW = st.fixed_dictionaries(
    {
        **_SHEEP,
        "authors": st.sampled_from(((), ("Ada Quill",), ("Tea Team",))),
        "citation_key": st.sampled_from(("", "quill2020counting", "Q20", "q20", "a b")),
    },
    optional={"year": st.integers(2020, 2021)},
)
_IDS = st.lists(st.from_regex("[a-z]{1,3}", fullmatch=True), unique=True, max_size=12)


@st.composite
def catalogues(draw: st.DrawFn) -> list[Paper]:
    return [paper(name, **draw(_FEW | any_fields())) for name in draw(_IDS)]


@settings(deadline=None, max_examples=150)
@given(catalogues(), st.randoms(use_true_random=False))
def test_every_paper_has_one_legal_key_of_its_own_in_any_order(
    papers: list[Paper], random: st.DataObject
) -> None:
    found = citation_keys(papers)
    assert set(found) == {one.id for one in papers}
    assert len({key.casefold() for key in found.values()}) == len(papers)
    assert all(legal_key(key) == key for key in found.values())
    shuffled = list(papers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert citation_keys(shuffled) == found


@settings(deadline=None, max_examples=100)
@given(catalogues())
def test_a_key_that_is_made_stays_when_a_paper_comes_that_wants_another(
    papers: list[Paper],
) -> None:
    found = citation_keys(papers)
    new = paper("zz-zz", "Milking cows", authors=("Cleo Instance",), year=2019)
    assert citation_keys([*papers, new]) == found | {"zz-zz": "instance2019milking"}
