"""The vector space: words and pairs of words, weighted, in an order that papers do not change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from generator.cache.store import Cache
from generator.terms import matrix
from generator.terms.matrix import Terms, Tokens, terms_of, tokens_of
from generator.terms.naming import by_gain, telling
from generator.values.paper import Paper
from generator.workers import workers
from tests.given import paper


def papers(*texts: str) -> list[Paper]:
    return [paper(f"p{n}", abstract=text) for n, text in enumerate(texts)]


def weights(terms: Terms, row: int) -> dict[str, float]:
    dense = terms.weights.toarray()[row]
    return {terms.names[column]: float(dense[column]) for column in np.flatnonzero(dense)}


def test_terms_are_words_and_pairs_of_two_papers_or_more() -> None:
    terms = terms_of(papers("Kettle steam; alone", "Kettles, steam", "kettle steam"))
    assert set(terms.names) == {"kettle", "steam", "kettle steam"}
    assert set(weights(terms, 1)) == {"kettle", "steam"}


@pytest.mark.parametrize("text", ["kettle. steam", "kettle (steam", "kettle the steam"])
def test_no_pair_goes_across_a_mark_or_a_word_without_weight(text: str) -> None:
    assert set(terms_of(papers(text, text)).names) == {"kettle", "steam"}


def test_a_term_is_named_as_it_is_printed_most_often() -> None:
    texts = ["walrus-tulip pruning", "walrus-tulip pruning", "walrus tulips; pruned"]
    names = terms_of(papers(*texts)).names
    assert {"walrus-tulip", "pruning", "tulip pruning"} <= set(names)


def test_a_capital_that_begins_a_sentence_is_no_name() -> None:
    texts = ["Kettles boil LLMs. Mamba", "Kettles; some kettles; LLMs; Mamba", "LLMs; big kettles"]
    assert {"kettles", "LLMs", "Mamba"} <= set(terms_of(papers(*texts)).names)


def test_the_product_of_two_rows_is_the_cosine_of_the_papers() -> None:
    texts = ("kettle, steam", "kettle, steam", "kettle, steam, tulips", "nothing here")
    weights = terms_of(papers(*texts)).weights
    products = (weights @ weights.T).toarray().round(9)
    assert products[0, :2].tolist() == [1, 1]
    # Tulips stand in one paper only: no term, but they make it less alike.
    assert 0 < products[0, 2] == products[1, 2] < 1
    assert 0 < products[2, 2] < 1
    assert products[3].tolist() == [0, 0, 0, 0]


def test_what_stands_in_the_title_weighs_more() -> None:
    both = [paper("a", "Kettles", abstract="steam"), *papers("kettle, steam")]
    row = weights(terms_of(both), 0)
    assert row["kettle"] > row["steam"]


def test_rare_terms_weigh_more() -> None:
    row = weights(terms_of(papers("kettle, steam", "kettle, steam", "steam", "steam")), 0)
    assert row["kettle"] > row["steam"]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["kettle"], ["the of and", "…"]])
def test_papers_that_share_nothing_have_no_terms(texts: list[str]) -> None:
    terms = terms_of(papers(*texts))
    assert (terms.names, terms.weights.shape) == ((), (len(texts), 0))


def test_a_word_of_absurd_length_is_no_term() -> None:
    assert terms_of(papers("ation" * 100_000, "ation" * 100_000)).names == ()


def columns(terms: Terms, *names: str) -> list[int]:
    return [terms.names.index(name) for name in names]


def test_a_pair_stands_in_for_its_words() -> None:
    terms = terms_of(papers(*["kettle steam, tulips"] * 2))
    pair, kettle, steam, tulips = columns(terms, "kettle steam", "kettle", "steam", "tulips")
    assert telling(terms, [kettle, tulips, pair, steam], 2, 5) == ("kettle steam", "tulips")
    assert telling(terms, [pair, kettle, tulips], 2, 5) == ("kettle steam", "tulips")
    assert telling(terms, [kettle, tulips, steam, pair], 2, 5) == ("kettle steam", "tulips")
    assert telling(terms, [kettle, tulips], 0, 1) == ("kettle",)


def test_common_terms_only_fill_up() -> None:
    terms = terms_of(papers(*["kettle; model; tulips; learning"] * 2))
    kettle, model, tulips = columns(terms, "kettle", "model", "tulips")
    assert telling(terms, [kettle, model], 2, 5) == ("kettle", "model")
    assert telling(terms, [kettle, tulips, model], 2, 5) == ("kettle", "tulips")
    lists = np.array([kettle, model, tulips, tulips, kettle])
    gains = np.array([0.1, 0.9, 0.0, 0.2, 0.3])
    found = by_gain(terms, np.array([0, 3, 3, 5]), lists, gains)
    assert found == [[kettle, model], [], [kettle, tulips]]


def test_no_number_of_workers_and_no_size_of_chunks_changes_a_weight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some = papers(*[f"Kettle steam {n % 5}x; tulips {n % 3}y" for n in range(20)], "", "…")
    found = terms_of(some)
    monkeypatch.setattr(matrix, "AT_ONCE", 3)
    for count in (1, 2, 3):
        other = terms_of(some, workers(count))
        assert (other.weights != found.weights).nnz == 0
        assert other.names == found.names
        assert (other.parts == found.parts).all()


def test_papers_are_read_again_only_where_one_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def counted(papers: Sequence[Paper], rows: Sequence[int]) -> Tokens:
        read.extend(rows)
        return tokens_of(papers, rows)

    monkeypatch.setattr(matrix, "AT_ONCE", 4)
    monkeypatch.setattr(matrix, "tokens_of", counted)
    some = papers(*[f"Kettle steam {n % 5}x; tulips {n % 3}y" for n in range(24)])
    terms_of(some, cache=Cache(tmp_path))
    read.clear()
    # A word that moves from the title into the abstract changes what counts how often.
    some[7] = paper("p7", f"{some[7].work.title.plain} tulips", abstract="Kettle steam")
    terms_of(some, cache=Cache(tmp_path))
    some[7] = paper(
        "p7", some[7].work.title.plain.removesuffix(" tulips"), abstract="tulips Kettle steam"
    )
    found = terms_of(some, cache=Cache(tmp_path))
    assert 7 in read
    assert len(set(read)) < len(some)
    cold = terms_of(some)
    assert (found.weights != cold.weights).nnz == 0
    assert found.names == cold.names
