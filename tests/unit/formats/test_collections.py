"""The lists of papers: in every format the same papers, for the whole catalogue and each topic."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from generator.cache.store import Cache
from generator.catalogue import Catalogue
from generator.exports import Exports
from generator.formats import FORMATS, downloads
from generator.model import Assignment, Related
from generator.settings import Settings
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.link import Link
from generator.values.paper import Paper
from generator.workers import workers
from tests import given
from tests.citing import citation
from tests.unit.formats.test_downloads import (
    AREAS,
    CATALOGUE,
    EVERYTHING,
    KETTLES,
    PEBBLES,
    SETTINGS,
    made,
)

TEA = "data/topics/tea/"
MINE = replace(SETTINGS, url="")


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def row_of(paper: Paper, **changes: Any) -> dict[str, str]:
    catalogue = Catalogue((given.changed(paper, **changes),))
    (row,) = rows_of(made(catalogue, EVERYTHING)["data/papers.csv"])
    return row


def ids(files: dict[str, bytes], folder: str, catalogue: Catalogue) -> dict[str, list[str]]:
    """Return, for each format, the ids of its papers, as other programs read them or their keys."""
    of = {key: paper for paper, key in catalogue.citation_keys.items()}
    library = parse_string(files[f"{folder}papers.bib"].decode())
    assert library.failed_blocks == []
    return {
        "json": [paper["id"] for paper in json.loads(files[f"{folder}papers.json"])],
        "jsonl": [json.loads(line)["id"] for line in lines(files[f"{folder}papers.jsonl"])],
        "csv": [row["id"].removeprefix("'") for row in rows_of(files[f"{folder}papers.csv"])],
        "bib": [of[entry.key] for entry in library.entries],
        "ris": [of[entry["id"]] for entry in rispy.loads(files[f"{folder}papers.ris"].decode())],
        "csl": [of[item["id"]] for item in json.loads(files[f"{folder}papers.csl.json"])],
    }


def lines(data: bytes) -> list[str]:
    return data.decode().removesuffix("\n").split("\n") if data else []


def test_every_format_has_every_paper_and_a_topic_its_own() -> None:
    files = made(CATALOGUE, EVERYTHING)
    for folder, papers in (("data/", ["kettles", "pebbles"]), (TEA, ["kettles"])):
        found = ids(files, folder, CATALOGUE)
        assert found == dict.fromkeys(found, papers)


def test_papers_of_a_topic_come_by_id_like_all() -> None:
    papers = (given.paper("a", "Z"), given.paper("b", "A"))
    topics = {paper.id: (Assignment("tea", 1.0),) for paper in papers}
    catalogue = Catalogue(papers, areas=AREAS, assignments=topics)
    found = ids(made(catalogue, EVERYTHING), TEA, catalogue)
    assert found == {name: ["a", "b"] for name in found}


def test_an_empty_catalogue_gives_files_without_papers() -> None:
    catalogue = Catalogue((), areas=AREAS)
    files = made(catalogue, EVERYTHING)
    for folder in ("data/", TEA):
        found = ids(files, folder, catalogue)
        assert found == {name: [] for name in found}
    assert files["data/papers.jsonl"] == b""


def test_json_lines_are_the_objects_of_papers_json() -> None:
    files = made(CATALOGUE, EVERYTHING)
    objects = [json.loads(line) for line in lines(files["data/papers.jsonl"])]
    assert objects == json.loads(files["data/papers.json"])
    assert json.loads(files[f"{TEA}papers.json"]) == objects[:1]


@pytest.mark.parametrize(
    ("settings", "left_out"),
    [(SETTINGS, {"abstract", "entries", "related"}), (EVERYTHING, {"entries", "related"})],
)
def test_json_lines_of_a_topic_are_without_what_is_long(
    settings: Settings, left_out: set[str]
) -> None:
    files = made(CATALOGUE, settings)
    (line,) = lines(files[f"{TEA}papers.jsonl"])
    whole, _ = json.loads(files["data/papers.json"])
    assert left_out <= whole.keys()
    short = {name: value for name, value in whole.items() if name not in left_out}
    assert list(json.loads(line).items()) == list(short.items())


def test_citations_in_the_files_are_those_of_the_pages() -> None:
    papers = CATALOGUE.papers
    files = made(
        Catalogue(papers), replace(EVERYTHING, exports=Exports(whole=("bibtex", "ris", "csl")))
    )
    without = tuple(given.changed(paper, abstract="") for paper in papers)
    whole = made(Catalogue(without))["data/papers.ris"]
    assert whole != files["data/papers.ris"]
    files["data/papers.ris"] = whole
    cited = [citation(paper) for paper in papers]
    assert files["data/papers.bib"].decode() == "\n".join(c.bibtex for c in cited)
    assert files["data/papers.ris"].decode() == "\n".join(c.ris for c in cited)
    items = [json.loads(c.csl)[0] for c in cited]
    assert json.loads(files["data/papers.csl.json"]) == items


def test_abstracts_are_in_two_files_of_all_papers() -> None:
    abstract = KETTLES.work.abstract.plain.encode()
    with_abstract = {path for path, data in made(CATALOGUE).items() if abstract in data}
    assert with_abstract == {"data/papers.json", "data/papers.ris"}


def test_every_list_of_papers_has_abstracts_where_that_is_wished() -> None:
    abstract = KETTLES.work.abstract.plain.encode()
    with_abstract = {path for path, data in made(CATALOGUE, EVERYTHING).items() if abstract in data}
    folders = ("data/", TEA, "data/years/2021/")
    assert with_abstract == {f"{folder}{kind.file}" for folder in folders for kind in FORMATS}


def test_a_row_of_the_table_says_what_is_known() -> None:
    links = (Link("code", "https://e.org/a"), Link("code", "https://e.org/b"))
    catalogue = replace(CATALOGUE, papers=(given.changed(KETTLES, links=links),))
    (row,) = rows_of(made(catalogue, EVERYTHING)["data/papers.csv"])
    assert row == {
        "id": "kettles",
        "title": "Watched kettles",
        "authors": "Ada Kettle; Bo Léaf",
        "year": "2021",
        "venue": "Journal of Tea",
        "kind": "analysis",
        "topics": "tea",
        "summary": "Steam waits.",
        "abstract": "Steam waits until nobody looks.",
        "paper": "",
        "pdf": "",
        "code": "https://e.org/a https://e.org/b",
        "data": "",
        "project": "",
        "video": "",
        **dict.fromkeys(IDENTIFIERS, ""),
        "status": "",
        "doi": "10.1234/kettles",
        "arxiv": "arXiv:2101.00001",
        "address": "https://tea.example.org/papers/kettles/",
    }


def test_the_table_has_no_column_of_abstracts_where_there_are_none() -> None:
    (row,) = rows_of(made(CATALOGUE)[f"{TEA}papers.csv"])
    assert row == {k: v for k, v in row_of(KETTLES).items() if k != "abstract"} | {"topics": "tea"}


def test_without_an_address_of_the_site_the_table_has_none() -> None:
    (first, _) = rows_of(made(CATALOGUE, MINE)["data/papers.csv"])
    assert first["address"] == ""


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", " =1", "\t=1", "\r\n=1"])
def test_no_cell_of_the_table_is_a_formula(text: str) -> None:
    row = row_of(PEBBLES, title=text, authors=(text,), venue=text, summary=text)
    for column in ("title", "authors", "venue", "summary"):
        assert row[column] == f"'{text.strip()}"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a;=1+1;b", "a;'=1+1;b"),
        ("a; @SUM(A1) ;+2", "a; '@SUM(A1) ;'+2"),
        ('a;"=1+1"', 'a;"\'=1+1"'),
        ("'=1+1", "''=1+1"),
        ("a|-1", "a|'-1"),
        ("a - b; c = d; x+y", "a - b; c = d; x+y"),
    ],
)
def test_no_part_of_a_cell_is_one_where_others_signs_part_cells(text: str, cell: str) -> None:
    assert row_of(PEBBLES, title=text)["title"] == cell


def test_a_spreadsheet_does_not_take_an_arxiv_id_for_a_number() -> None:
    row = row_of(PEBBLES, arxiv="2101.00010")
    assert row["arxiv"] == "arXiv:2101.00010"


def test_the_table_tells_spreadsheets_that_it_is_utf_8() -> None:
    assert made(CATALOGUE)["data/papers.csv"].startswith(b"\xef\xbb\xbfid,title,")


@pytest.mark.parametrize("count", [2, 3])
def test_files_are_the_same_whoever_renders_the_papers(count: int) -> None:
    papers = tuple(given.paper(f"sheep-{n:04}", f"Sheep {n}", year=2021) for n in range(600))
    catalogue = replace(CATALOGUE, papers=tuple(sorted((*papers, KETTLES), key=lambda p: p.id)))
    found = list(downloads(catalogue, EVERYTHING, workers(count)))
    assert found == list(downloads(catalogue, EVERYTHING))


SHEEP = tuple(
    given.paper(f"sheep-{n:02}", f"Sheep {n}", year=2021, authors=("Ada Example",))
    for n in range(20)
)
MANY = replace(CATALOGUE, papers=tuple(sorted((*SHEEP, KETTLES), key=lambda paper: paper.id)))
OF_OTHERS = {
    "nothing": (MANY, EVERYTHING),
    "a title": (
        replace(
            MANY, papers=tuple(given.changed(p, title=f"{p.work.title}!") for p in MANY.papers)
        ),
        EVERYTHING,
    ),
    "a paper less": (replace(MANY, papers=MANY.papers[:5] + MANY.papers[6:]), EVERYTHING),
    "what is related": (
        replace(MANY, related={"sheep-03": (Related("sheep-04", 0.5, ("wool",)),)}),
        EVERYTHING,
    ),
    "topics": (replace(MANY, assignments={"sheep-03": (Assignment("tea", 2.0),)}), EVERYTHING),
    "people": (replace(MANY, people_of={"sheep-03": ("ada-example",)}), EVERYTHING),
    "a venue": (replace(MANY, venue_of={"sheep-03": "icir"}), EVERYTHING),
    "the address": (MANY, replace(EVERYTHING, url="https://sheep.example.org/")),
    "what is wished": (
        MANY,
        replace(EVERYTHING, exports=Exports(abstracts=True, topics=("jsonl", "csv"))),
    ),
}


@pytest.mark.parametrize("what", OF_OTHERS)
def test_files_are_the_same_with_texts_that_were_kept(what: str, tmp_path: Path) -> None:
    list(downloads(MANY, EVERYTHING, cache=Cache(tmp_path)))
    catalogue, settings = OF_OTHERS[what]
    found = list(downloads(catalogue, settings, cache=Cache(tmp_path)))
    assert found == list(downloads(catalogue, settings))
    assert (found == list(downloads(MANY, EVERYTHING))) == (what == "nothing")
