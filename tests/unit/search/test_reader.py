"""Searching the index in Python, as a client would; and what its files are like."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable

import pytest

from generator.catalogue import Catalogue
from generator.model import Area, Assignment, Topic
from generator.search import build, classes, index_files, query, scoring, short_forms
from generator.search.encoding import FORMAT
from generator.search.reader import Reader
from generator.values.link import Link
from generator.values.paper import Paper
from generator.values.text import Text
from generator.workers import workers
from tests import given

NETS = Topic("nets", Text("Network & <b>gardening</b>"), Text(), "all")
TEA = Topic("tea", Text("Tea"), Text(), "all")
AREAS = (Area("all", Text("All"), Text(), (NETS, TEA)),)
PAPERS = (
    given.paper("darts", "Differentiable search for kettles", introduces=("DARTS",)),
    given.paper("darts-plus", "DARTS+ with early stopping", abstract="Kettles again."),
    given.paper(
        "quant",
        "Quantization of teapots",
        summary="Low-bit teapots & <img src=x onerror=alert(1)> spouts.",
        abstract="We propose quantized teapots.",
        authors=("Ada Quill", "Ñandú, José"),
        year=2031,
        venue="Journal of \\(n^2\\) Teas",
        links=(Link("code", "https://example.org/x"),),
    ),
    given.paper("sl2a", "SL²A-INR: single-layer learnable activation", abstract="pots " * 60),
    given.paper("unet", "UNet++ and nested pots", year=1999),
)
GIVEN = {
    "quant": (Assignment("tea", 3.0), Assignment("nets", 2.0)),
    "darts": (Assignment("nets", 3.0),),
}


def catalogue(papers: tuple[Paper, ...] = PAPERS) -> Catalogue:
    return Catalogue(papers, AREAS, GIVEN)


def reader_of(found: Catalogue) -> Reader:
    files = {file.path.rsplit("/", 1)[-1]: file.data for file in index_files(found)}
    return Reader(files.__getitem__)


READER = reader_of(catalogue())


def found(query: str, **options: bool) -> list[str]:
    return [READER.document(number)[0] for number in READER.search(query, **options).documents]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("quantization", "quant"),
        ("quantized teapot", "quant"),
        ("quantizaton", "quant"),
        ("qauntization teapots", "quant"),
        ("quantiz", "quant"),
        ("darts+", "darts-plus"),
        ("darts", "darts"),
        ("unet++", "unet"),
        ("sl2a-inr", "sl2a"),
        ("sl2ainr", "sl2a"),
        ("SL²A", "sl2a"),
        ("nandu", "quant"),
        ("the quantization of the teapots", "quant"),
        ("network gardening", "darts"),
        ("kettels", "darts"),
    ],
)
def test_a_visitor_finds_a_paper_by(query: str, first: str) -> None:
    assert found(query)[0] == first


def test_a_corrected_word_is_said_and_can_be_taken_literally() -> None:
    assert READER.search("quantizaton teapots").corrections == (("quantizaton", "quantization"),)
    assert READER.search("quantization").corrections == ()
    assert found("quantizaton", literal=True) == []


@pytest.mark.parametrize("query", ["", " ", "…", "zzzzzzzz", "xq"])
def test_a_query_that_means_nothing_finds_nothing(query: str) -> None:
    assert found(query) == []


def test_a_word_that_may_go_on_is_the_last_one_alone() -> None:
    assert found("quant") == ["quant"]
    assert found("quant ") == []
    assert found("tea")[0] == "quant"


def test_stop_words_count_only_where_there_is_nothing_else() -> None:
    assert set(found("with")) == {"darts-plus"}
    assert found("teapots with") == ["quant"]


def test_documents_hold_what_is_shown() -> None:
    (number,) = READER.search("spouts").documents
    assert READER.document(number) == [
        "quant",
        "Quantization of teapots",
        2031,
        1,
        "Low-bit teapots & <img src=x onerror=alert(1)> spouts.",
        ["Ada Quill", "José Ñandú"],
        "Journal of n² Teas",
        "code",
    ]
    (other,) = READER.search("sl2a").documents
    assert READER.document(other)[4].endswith(" …")


def test_facets_are_in_the_order_of_the_documents() -> None:
    files = {file.path.rsplit("/", 1)[-1]: file.data for file in index_files(catalogue())}
    start = json.loads(files["start.json"])
    facets = json.loads(files[start["facets"]])
    order = [paper.id for paper in catalogue().in_index_order]
    assert order[:2] == ["darts", "quant"]
    assert facets["t"][order.index("quant")] == [1, 0]
    assert facets["y"][order.index("unet")] == 1999
    assert [order[number] for number in facets["o"]][:2] == ["quant", "unet"]
    assert sorted(facets["o"]) == list(range(len(order)))
    assert facets["k"] == "".join("1" if name == "quant" else "0" for name in order)


def test_names_of_files_change_with_their_content() -> None:
    one = {file.path: file.data for file in index_files(catalogue())}
    other = {file.path: file.data for file in index_files(catalogue(PAPERS[1:]))}
    both = one.keys() & other.keys()
    assert {path for path in both if one[path] != other[path]} == {"search/index/start.json"}
    assert index_files(catalogue()) == index_files(catalogue())


def test_no_number_of_workers_and_no_size_of_chunks_changes_a_byte(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    papers = tuple(
        given.paper(f"sheep{n}", f"Counting {n} sheep", abstract=f"A Woolly Net{n} (WN) of ewes.")
        for n in range(4 * build.CHUNK)
    )
    found = index_files(catalogue((*PAPERS, *papers)))
    monkeypatch.setattr(build, "AT_ONCE", build.CHUNK)
    monkeypatch.setattr(short_forms, "AT_ONCE", 7)
    monkeypatch.setattr(scoring, "ROWS_AT_ONCE", 100)
    monkeypatch.setattr(classes, "AT_ONCE", 5)
    for count in (1, 2, 3):
        assert index_files(catalogue((*PAPERS, *papers)), workers(count)) == found


@pytest.mark.parametrize(
    ("authors", "held"),
    [
        (("Ada Quill",), ["Ada Quill"]),
        (("Ada Quill", "et al."), ["Ada Quill", 0]),
        (tuple(f"A{n} Quill" for n in range(100)), [f"A{n} Quill" for n in range(100)]),
        (tuple(f"A{n} Quill" for n in range(5000)), [*(f"A{n} Quill" for n in range(100)), 4900]),
        ((), []),
    ],
)
def test_a_document_says_how_many_authors_it_leaves_out(
    authors: tuple[str, ...], held: list[str | int]
) -> None:
    files = index_files(catalogue((given.paper("sheep", "Counting sheep", authors=authors),)))
    [documents] = [json.loads(file.data) for file in files if "/d-" in file.path]
    assert documents[0][5] == held


def test_a_file_is_named_by_what_it_holds() -> None:
    for file in index_files(catalogue()):
        name = file.path.rsplit("/", 1)[-1]
        digest = hashlib.sha256(file.data).hexdigest()[:12]
        assert name == "start.json" or re.fullmatch(rf"[prdfo]-{digest}\.json", name)


def test_an_index_of_another_format_is_refused() -> None:
    files = {file.path.rsplit("/", 1)[-1]: file.data for file in index_files(catalogue())}
    start = json.loads(files["start.json"])
    assert start["format"] == FORMAT
    files["start.json"] = json.dumps(start | {"format": 2}).encode()
    with pytest.raises(ValueError, match="format 2"):
        Reader(files.__getitem__)


def test_of_a_query_the_first_fifty_telling_words_count() -> None:
    many = " ".join(f"the x{n}" for n in range(query.MOST_WORDS))
    assert found(f"quantization {many}") == ["quant"]
    assert found(f"{many} quantization", literal=True) == []


def test_a_run_of_which_no_pair_is_known_may_be_corrected() -> None:
    sheep = reader_of(Catalogue((given.paper("sheep", "그래프 신경망 양"),)))
    (correction,) = sheep.search("신겅망").corrections
    assert [unicodedata.normalize("NFC", word) for word in correction] == ["신겅망", "신경망"]
    assert sheep.search("신경망을").corrections == ()
    assert sheep.search("신경망을").documents == (0,)


def test_a_star_at_the_end_says_that_the_word_goes_on() -> None:
    assert found("quant*") == ["quant"]
    assert found("quant* ") == []


def test_an_empty_catalogue_has_an_index() -> None:
    assert reader_of(Catalogue(())).search("tea").documents == ()


@pytest.fixture
def small_files(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Reader]:
    def make(most: int) -> Reader:
        monkeypatch.setattr(build, "MOST_FORMS", most)
        monkeypatch.setattr(build, "SHARD", 40)
        monkeypatch.setattr(build, "RARE", 40)
        monkeypatch.setattr(build, "CHUNK", 2)
        return reader_of(catalogue())

    return make


@pytest.mark.parametrize("most", [0, 5, 12, 100])
def test_rare_words_are_found_in_files_of_their_own(
    small_files: Callable[[int], Reader], most: int
) -> None:
    reader = small_files(most)
    for text in ("quantization", "darts+", "sl2a-inr", "kettles", "nandu", "early stopping"):
        documents = reader.search(text).documents
        assert [reader.document(n)[0] for n in documents] == found(text), text
