"""Any catalogue can be encoded and searched, with any query."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.search.encoding import (
    ALPHABET,
    MOST_IMPACT,
    Vocabulary,
    decode_postings,
    decode_vocabulary,
    encode_postings,
    encode_vocabulary,
)
from generator.search.lexicon import within
from generator.search.tokens import compounds, folded, forms
from generator.text.folding import MARKS
from generator.values.paper import Paper
from tests.given import any_papers, changed, paper
from tests.unit.search.test_reader import reader_of

POSTINGS = st.dictionaries(st.integers(0, 200_000), st.integers(0, MOST_IMPACT)).map(
    lambda found: sorted(found.items())
)


@given(POSTINGS)
def test_postings_come_back(postings: list[tuple[int, int]]) -> None:
    written = encode_postings(postings)
    assert set(written) <= set(ALPHABET)
    assert list(decode_postings(written)) == postings


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), unique=True), st.data())
def test_a_vocabulary_comes_back(forms: list[str], data: st.DataObject) -> None:
    forms.sort()
    classes: list[int] = []
    for _ in forms:
        newest = max(classes, default=-1)
        classes.append(data.draw(st.integers(0, newest + 1)))
    sizes = data.draw(st.lists(st.integers(0, 9), min_size=len(forms), max_size=len(forms)))
    many = max(classes, default=-1) + 1
    bits = data.draw(st.lists(st.integers(0, 63), min_size=many, max_size=many))
    vocabulary = Vocabulary(tuple(forms), tuple(classes), tuple(sizes), tuple(bits))
    written = json.loads(json.dumps(encode_vocabulary(vocabulary)))
    assert decode_vocabulary(written) == vocabulary


def edits(one: str, other: str) -> int:
    """The distance by its definition, without giving up early."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if not i or not j:
                table[i][j] = i + j
                continue
            table[i][j] = min(
                table[i - 1][j] + 1,
                table[i][j - 1] + 1,
                table[i - 1][j - 1] + (one[i - 1] != other[j - 1]),
            )
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@settings(max_examples=500)
@given(st.text("abc", max_size=7), st.text("abc", max_size=7), st.integers(1, 2))
def test_edits_are_counted_as_defined(one: str, other: str, most: int) -> None:
    assert within(one, other, most) is (edits(one, other) <= most)


TEXTS = st.lists(st.text(max_size=20), max_size=5)


@settings(deadline=None)
@given(st.lists(any_papers(), max_size=3), TEXTS, st.text(max_size=20))
def test_any_catalogue_and_query_can_be_searched(
    some: list[Paper], titles: list[str], query: str
) -> None:
    papers = (
        *(changed(found, id=f"any{n}") for n, found in enumerate(some)),
        *(paper(f"p{n}", title) for n, title in enumerate(titles)),
    )
    reader = reader_of(Catalogue(papers))
    for text in (query, *titles):
        documents = reader.search(text).documents
        assert len(set(documents)) == len(documents) <= len(papers)


ANY = st.text(st.characters(exclude_categories=["Cs"]))


@given(ANY)
def test_any_text_has_tokens_that_are_folded_and_without_spaces(text: str) -> None:
    for form in forms(text):
        assert form
        assert " " not in form
        assert folded(form).strip() == form
        assert not MARKS.keys() & set(map(ord, form))


@given(ANY)
def test_a_word_of_a_query_is_a_form_of_the_text(text: str) -> None:
    known = set(forms(text))
    for compound in compounds(text):
        assert {part.word for part in compound.parts} <= known
        assert {*compound.joined} <= known


@given(ANY, ANY)
def test_texts_beside_each_other_have_the_tokens_of_both(one: str, other: str) -> None:
    assert forms(f"{one} {other}") == forms(one) + forms(other)
