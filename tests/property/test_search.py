"""Any catalogue can be encoded and searched, with any query."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.search.encoding import (
    ALPHABET,
    MOST_IMPACT,
    Vocabulary,
    decode_documents,
    decode_postings,
    decode_vocabulary,
    encode_documents,
    encode_vocabulary,
)
from generator.search.fields import FIELDS
from generator.search.lexicon import within
from generator.search.occurrences import occurrences_in
from generator.search.places import decode_places
from generator.search.query import MOST_CLAUSES, parsed
from generator.search.short_forms import defined
from generator.search.texts import Texts
from generator.search.tokens import compounds, folded, forms, forms_of, written
from generator.text.folding import MARKS
from generator.values.paper import Paper
from tests.given import any_papers, changed, paper
from tests.unit.search.test_encoding import places_written, postings_written
from tests.unit.search.test_reader import reader_of

SOME = reader_of(
    Catalogue(
        (
            paper("a", "Counting sheep", authors=("Ada Quill",), year=2031),
            paper(
                "b", "Pre-training of the 学習", authors=("Ben Sample",), venue="Pond", year=2029
            ),
            paper("c", "Wool et al."),
        )
    )
)
POSTINGS = st.dictionaries(st.integers(0, 200_000), st.integers(0, MOST_IMPACT)).map(
    lambda found: sorted(found.items())
)


@given(st.lists(POSTINGS, max_size=5))
def test_postings_come_back(lists: list[list[tuple[int, int]]]) -> None:
    written = postings_written(lists)
    assert set("".join(written)) <= set(ALPHABET)
    assert [list(decode_postings(text)) for text in written] == lists


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


LISTS = st.lists(st.lists(st.integers(0, 5000), max_size=6, unique=True).map(sorted), max_size=10)


@given(st.lists(LISTS, max_size=5))
def test_places_come_back(lists: list[list[list[int]]]) -> None:
    assert [list(decode_places(text)) for text in places_written(lists)] == lists


@given(POSTINGS)
def test_numbers_of_documents_come_back(postings: list[tuple[int, int]]) -> None:
    documents = [document for document, _ in postings]
    assert list(decode_documents(encode_documents(documents))) == documents


#: Pieces of queries that mean something, and those that only look so.
QUERIES = st.lists(
    st.sampled_from(
        'author: title: venue: year: topic: kind: code: - -- " “ ” « : \u200f \u202e \u3000 2031 '
        "2029-31 >=2020 yes sheep pre-training ada et al. of the * 学習 \x1c \x85".split(" ")
    )
    | st.text(max_size=4),
    max_size=25,
).map("".join)


@given(QUERIES, st.sampled_from(["", " "]))
def test_any_query_is_taken_apart_and_answered(query: str, between: str) -> None:
    text = between.join(query)
    asked = parsed(text)
    assert len(asked.clauses) <= MOST_CLAUSES
    assert all(clause.text for clause in asked.clauses)
    documents = SOME.search(text).documents
    assert len(set(documents)) == len(documents) <= 3


@pytest.mark.parametrize(
    "query", ['"' * 10_000, "author:" * 1000, "author: " * 1000, "-" * 10_000, "- " * 10_000,
              '-"' * 5000, '" ' * 5000, "\u202e" * 10_000, "-x" * 5000, "year:" * 2000,
              "*" * 10_000, "year:" + "2" * 10_000, "a" * 10_000,
              '"' + "of " * 5000 + '"', "(" * 10_000],
)  # fmt: skip
def test_a_hostile_query_is_answered(query: str) -> None:
    assert len(SOME.search(query).documents) <= 3


@given(st.text(max_size=200))
def test_any_text_may_explain_short_forms(text: str) -> None:
    for short, long in defined(f"{text} {text[:10]} ({text[:4]}) {text}"):
        assert 2 <= len(short) <= 10
        assert len(long.split()) <= 2 * len(short) + 5


#: Texts with what makes a compound of words, or another word of one.
CUT = st.text(st.sampled_from("ab1 .-'`_·&@/+#*%$éüøΩ学習ก\u0e34 \ud800"), max_size=12) | st.text(
    max_size=12
)
SOME_TEXTS = st.dictionaries(st.sampled_from(sorted(FIELDS)), st.lists(CUT, max_size=4))


@given(CUT)
def test_each_compound_of_a_text_is_cut_as_one_of_a_query(text: str) -> None:
    for compound, found in zip(written(text), compounds(text), strict=True):
        known = forms_of(compound)
        assert known.width == len(found.parts)
        parts = {form for part in found.parts for form in part.forms}
        whole = {form for form in (found.exact, *found.joined) if form}
        assert parts | whole <= {form for form, _, _ in known.forms}
        if isinstance(compound, str):
            assert known == forms_of((compound, compound, True))


@given(st.lists(SOME_TEXTS, max_size=4))
def test_every_form_stands_in_its_place(documents: list[Texts]) -> None:
    found = occurrences_in(documents)
    rows: list[tuple[str, int, int, int, int]] = []
    lengths = {}
    for document, texts in enumerate(documents):
        free: dict[object, int] = {}
        for kind, (name, field) in enumerate(FIELDS.items()):
            before = len(rows)
            for at, text in enumerate(texts.get(name, ())):
                first, end = field.area.of(at, free.get(field.area, 0)) if field.area else (0, 0)
                place = first
                for known in map(forms_of, written(text)):
                    for form, inside, covers in known.forms:
                        begin = place + inside
                        rows.append((form, document, kind, begin, max(min(covers, end - begin), 0)))
                    place += known.width
                free[field.area] = place + (place > first)
            lengths[kind, document] = len(rows) - before
    columns = (found.numbers, found.documents, found.kinds, found.begins, found.covers)
    assert [
        (found.forms[number], *rest)
        for number, *rest in zip(*(column.tolist() for column in columns), strict=True)
    ] == rows
    assert found.lengths.shape == (len(FIELDS), len(documents))
    assert all(found.lengths[cell] == count for cell, count in lengths.items())
