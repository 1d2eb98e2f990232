"""CSL-JSON as programs write it, well and badly."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.sources.csl.csl_json import CslJsonReader
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.paper import SourceRecord
from tests.unit.sources.reading import file_of, lines, read, titles

READER = CslJsonReader()


def only(**item: Any) -> SourceRecord:
    reading, _ = read(READER, json.dumps([{"id": "a", "title": "Counting sheep", **item}]))
    (record,) = reading.records
    return record


def test_everything_of_a_journal_article_is_read() -> None:
    reading, problems = read(
        READER,
        json.dumps(
            {
                "id": "example2020",
                "type": "article-journal",
                "title": 'Counting <i>Ovis</i> with <span class="nocase">ImageNet</span>',
                "author": [{"family": "Example", "given": "Ada", "ORCID": "0000-0002-1825-0097"}],
                "editor": [{"family": "Instance", "given": "Cleo"}],
                "container-title": "Journal of Sheep",
                "publisher": "Wool Press",
                "volume": 12,
                "issue": "3",
                "page": "12-19",
                "issued": {"date-parts": [["2020", 3, 12]]},
                "DOI": "10.1234/Abc",
                "URL": "https://example.org/a",
                "abstract": "<jats:p>We count.</jats:p>",
                "keyword": "sheep, counting",
                "language": "English",
                "ISSN": "1234-5678",
                "note": "PMID: 333\nBest paper",
            }
        ),
    )
    assert problems == []
    (record,) = reading.records
    work = record.work
    assert work.title.plain == "Counting Ovis with ImageNet"
    assert [name.sorted for name in work.authors] == ["Example, Ada"]
    assert [name.natural for name in work.editors] == ["Cleo Instance"]
    assert (work.venue.plain, work.publisher.plain) == ("Journal of Sheep", "Wool Press")
    assert (work.volume, work.issue, work.pages, work.language) == ("12", "3", "12–19", "en")
    assert (str(work.issued), work.type) == ("2020-03-12", "article-journal")
    assert work.identifiers == (Identifier("doi", "10.1234/abc"),)
    assert work.links == (
        Link("paper", "https://example.org/a"),
        Link("paper", "https://pubmed.ncbi.nlm.nih.gov/333"),
    )
    assert work.abstract.plain == "We count."
    assert [word.plain for word in work.keywords] == ["sheep", "counting"]
    assert work.note.plain == "Best paper"


@pytest.mark.parametrize(
    ("author", "shown"),
    [
        (
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
            "Jan van den Berg",
        ),
        ({"family": "Pond", "given": "Jan", "dropping-particle": "de"}, "Jan de Pond"),
        ({"family": "Pond", "given": "Jan", "suffix": "Jr.", "comma-suffix": True}, "Jan Pond Jr."),
        ({"literal": "The Sheep and Goat Consortium"}, "The Sheep and Goat Consortium"),
        ({"family": "Example, Ada"}, "Ada Example"),
        ({"family": "Ada Example", "given": ""}, "Ada Example"),
        ({"family": "Aristotle", "given": ""}, "Aristotle"),
        ({"given": "Ada"}, "Ada"),
        ({"family": "World Sheep Organization", "isInstitution": 1}, "World Sheep Organization"),
        ("Example, Ada", "Ada Example"),
    ],
)
def test_a_name_in_any_parts_is_shown_in_its_order(author: Any, shown: str) -> None:
    assert [name.natural for name in only(author=[author]).work.authors] == [shown]


def test_translators_are_no_authors_and_others_stand_for_the_rest() -> None:
    record = only(
        author=[{"family": "A", "given": "B"}, {"literal": "others"}], translator=[{"family": "C"}]
    )
    (name,) = record.work.authors
    assert (name.natural, name.others) == ("B A", True)


def test_an_author_that_is_no_list_or_empty_costs_nothing() -> None:
    assert [n.natural for n in only(author={"family": "A", "given": "B"}).work.authors] == ["B A"]
    nothing: list[Any] = [[], [{}], [None], [{"family": ""}], None, 7, [[]]]
    for author in nothing:
        assert only(author=author).work.authors == ()


@pytest.mark.parametrize(
    ("item", "venue"),
    [
        (
            {"type": "paper-conference", "container-title": "Proc. Sheep", "event-title": "Sheep"},
            "Proc. Sheep",
        ),
        ({"type": "paper-conference", "event": "Sheep 2020"}, "Sheep 2020"),
        ({"type": "chapter", "container-title": "All of Wool", "publisher": "P"}, "All of Wool"),
        ({"type": "book", "publisher": "Wool Press"}, "Wool Press"),
        (
            {"type": "thesis", "publisher": "University of Pond", "genre": "PhD"},
            "University of Pond",
        ),
        ({"type": "report", "publisher": "Institute of Hay"}, "Institute of Hay"),
        (
            {"type": "article-journal", "container-title": ["Journal of Sheep", "J. Sheep"]},
            "Journal of Sheep",
        ),
    ],
)
def test_where_it_was_published_depends_on_its_type(item: dict[str, Any], venue: str) -> None:
    assert only(**item).work.venue.plain == venue


@pytest.mark.parametrize(
    "item",
    [
        {"type": "article", "number": "arXiv:2101.00001", "publisher": "arXiv"},
        {"type": "article", "number": "2101.00001", "publisher": "arXiv"},
        {"type": "article-journal", "container-title": "arXiv:2101.00001 [cs]"},
        {"type": "report", "publisher": "arXiv", "note": "arXiv: 2101.00001 [cs.CL]"},
        {"type": "article", "archive": "arXiv", "archive_location": "2101.00001"},
        {"type": "article", "publisher": "arXiv", "DOI": "10.48550/arXiv.2101.00001"},
        {
            "type": "webpage",
            "container-title": "arXiv.org",
            "URL": "https://arxiv.org/abs/2101.00001v2",
        },
    ],
)
def test_a_preprint_is_known_in_every_disguise(item: dict[str, Any]) -> None:
    work = only(**item).work
    assert work.type == "article"
    assert work.resolved_identifiers == (Identifier("arxiv", "2101.00001"),)
    assert work.venue.kind == "preprint"


def test_a_number_that_is_like_an_arxiv_id_is_none_elsewhere() -> None:
    assert only(type="report", number="2101.00001", publisher="Institute").work.identifiers == ()


@pytest.mark.parametrize(
    ("said", "type_"),
    [("article-journal", "article-journal"), ("article", "article"), ("manuscript", "article"),
     ("entry-encyclopedia", "chapter"), ("review-book", "article-journal"), ("speech", "document"),
     ("post-weblog", "webpage"), ("software", "software"), ("legal_case", "document"),
     ("motion_picture", "document"), ("collection", "book")],
)  # fmt: skip
def test_every_type_of_csl_is_one_of_ours(said: str, type_: str) -> None:
    assert only(type=said).work.type == type_


def test_items_stand_in_a_list_an_object_or_alone() -> None:
    item = '{"id": "a", "type": "book", "title": "Ewes"}'
    for text in (
        item,
        f"[{item}]",
        f'{{"items": [{item}]}}',
        f'{{"references": [{item}]}}',
        f"\n {item}\n",
    ):
        assert READER.recognises(file_of("x.txt"), text)
        assert titles(read(READER, text)[0]) == ["Ewes"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "[1, 2]", '[{"title": "Ewes", "authors": ["Ada"], "year": 2020}]', "not JSON",
     '[{"key": "A", "data": {"itemType": "book", "title": "Ewes"}}]', "@book{a, title={Ewes}}",
     '[{"itemType": "book", "title": "Ewes", "issued": "x"}]', '{"title": "Ewes"}',
     '{"id": "a", "type": "article", "title": "Ewes", "authors": [], "year": 2020, "venue": ""}'],
)  # fmt: skip
def test_other_formats_are_refused(text: str) -> None:
    assert not READER.recognises(file_of("x.json"), text)


BEFORE = '{"id": "b", "type": "book", "title": "Rams"}'
AFTER = '{"id": "z", "type": "book", "title": "Ewes", "author": [{"family": "Pond"}]}'


@pytest.mark.parametrize(
    "fault",
    ['{"id": "x" "type": "book", "title": "Lambs"}', '{"id": "x", "title": "On "Lambs""}', "7",
     '"Lambs"', "null", '["Lambs"]', "{'title': 'Lambs'}", '{"title": "Lambs",}', '{"id": "x"}',
     '{"id": "x", "type": "book", "title": ""}', '{"id": "x", "title": {"a": 1}}'],
)  # fmt: skip
def test_a_fault_costs_its_own_item_and_is_told_with_its_line(fault: str) -> None:
    reading, problems = read(READER, f"[\n{BEFORE},\n{fault},\n{AFTER}\n]", "x.json")
    assert titles(reading) == ["Rams", "Ewes"]
    assert (lines(reading), reading.rejected, len(problems)) == ([2, 4], 1, 1)
    assert problems[0].startswith("x.json:3: ")


def test_values_of_the_wrong_kind_cost_the_value_only() -> None:
    record = only(
        DOI=7, volume=[], issue={"a": 1}, page=None, language=3, keyword={"a": "b"}, abstract=["x"],
        issued="soon", URL={"x": 1}, note=5, publisher=True, type=["book"],
    )  # fmt: skip
    assert record.work.title.plain == "Counting sheep"


@pytest.mark.parametrize("server", ["arXiv preprint arXiv:1901.00001", "arXiv:1901.00001 [cs]"])
def test_the_venue_of_a_preprint_is_its_server(server: str) -> None:
    item = {"type": "article-journal", "title": "Sheep", "container-title": server}
    work = only(**item).work
    assert (work.venue.plain, work.type) == ("arXiv", "article")
