"""Any text has terms, whose weights no order of the papers changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.terms.matrix import terms_of
from tests.unit.terms.test_matrix import papers

WORDS = ["kettle", "Kettles", "steam", "model", "learning", "the", "pre-training", "über", ".", "3"]


TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join), max_size=7)


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_papers_changes_no_weight(texts: list[str], random) -> None:  # type: ignore[no-untyped-def]
    order = random.sample(range(len(texts)), len(texts))
    one, other = terms_of(papers(*texts)), terms_of(papers(*(texts[at] for at in order)))
    assert one.names == other.names
    assert (one.weights.toarray()[order] == other.weights.toarray()).all()


@given(st.lists(st.text(), max_size=4))
def test_any_text_has_terms(texts: list[str]) -> None:
    terms = terms_of(papers(*texts, *texts))
    assert len(terms.names) == terms.weights.shape[1] == len(terms.parts) == len(terms.common)
    assert all(name and name == name.strip("- ") for name in terms.names)
