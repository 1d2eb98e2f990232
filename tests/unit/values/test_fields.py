"""The table of fields: every field has one home in each of the places that must know it."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from generator.formats.papers_json import PaperJson
from generator.sources.record_model import RecordModel
from generator.text.repair import HAND_STEPS
from generator.values.date import Date
from generator.values.fields import BY_NAME, FIELDS, Field, says, work_and_curation
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.name import Name
from generator.values.paper import Curation, Paper, Rank
from generator.values.text import Text
from generator.values.venue import Venue
from generator.values.work import Work
from tests.given import paper

EACH = pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
EMPTY = Paper("tea", Work())
PARTS: dict[str, type[Any]] = {"work": Work, "curation": Curation}


def test_no_name_stands_twice() -> None:
    assert len(BY_NAME) == len(FIELDS)


@pytest.mark.parametrize("part", PARTS)
def test_every_attribute_of_a_part_is_that_of_exactly_one_field(part: str) -> None:
    kept = [field.attribute or field.name for field in FIELDS if field.part == part]
    assert sorted(kept) == sorted(known.name for known in dataclasses.fields(PARTS[part]))


def test_every_field_can_be_written_in_a_record_and_nothing_else() -> None:
    assert set(RecordModel.model_fields) == set(BY_NAME)


def test_every_field_stands_in_papers_json_and_is_required_where_it_is_always_there() -> None:
    ours = {"id", "people", "entries", "related"}
    made_of_others = {"date", "venue_id"}
    assert set(PaperJson.model_fields) == set(BY_NAME) | ours | made_of_others
    always = {field.name for field in FIELDS if field.json == "always"}
    required = {name for name, known in PaperJson.model_fields.items() if known.is_required()}
    assert required == always | ours


@EACH
def test_people_are_told_in_a_sentence_what_a_field_holds(field: Field) -> None:
    sentence = says(field.name)
    assert sentence.endswith(".")
    assert not sentence.endswith("..")
    assert sentence[0] == sentence[0].upper()
    assert "`" not in sentence
    assert field.example


@EACH
def test_what_only_people_know_of_a_paper_only_people_fill(field: Field) -> None:
    assert (field.filled_by is Rank.RECORD) == (field.part == "curation")


@EACH
def test_a_field_that_is_not_known_is_empty_in_every_download(field: Field) -> None:
    value = field.of(EMPTY)
    assert not value
    assert not json.loads(json.dumps(field.shape.json(value)))
    assert not any(field.shape.cells(field.name, value).values())


KNOWN = paper(
    "tea",
    r"On \(\frac{a}{b}\) Tea",
    authors=("Quill, Ada", "Ben Pot"),
    year=2024,
    venue="Journal of Tea",
    introduces=(r"\(\alpha\)-Kettle", "Pot"),
    topics=("tea", "pots"),
    volume="12",
    links=(Link("code", "https://a.example.org"), Link("code", "https://b.example.org")),
    doi="10.48550/arxiv.2401.01234",
)


@pytest.mark.parametrize(
    ("name", "in_json", "cells"),
    [
        ("title", "On a/b Tea", {"title": "On a/b Tea"}),
        ("authors", ["Ada Quill", "Ben Pot"], {"authors": "Ada Quill; Ben Pot"}),
        ("year", 2024, {"year": "2024"}),
        ("venue", "Journal of Tea", {"venue": "Journal of Tea"}),
        ("introduces", ["α-Kettle", "Pot"], {"introduces": "α-Kettle; Pot"}),
        ("topics", ["tea", "pots"], {"topics": "tea; pots"}),
        ("volume", "12", {"volume": "12"}),
        (
            "links",
            [
                {"kind": "code", "url": "https://a.example.org"},
                {"kind": "code", "url": "https://b.example.org"},
            ],
            {
                "paper": "",
                "pdf": "",
                "code": "https://a.example.org https://b.example.org",
                "data": "",
                "project": "",
                "video": "",
            },
        ),
        # What arXiv gave as a DOI is an arXiv id wherever it is shown.
        (
            "identifiers",
            {"arxiv": "2401.01234"},
            dict.fromkeys(IDENTIFIERS, "") | {"arxiv": "2401.01234"},
        ),
    ],
)
def test_a_value_is_shown_by_the_shape_of_its_field(
    name: str, in_json: object, cells: dict[str, str]
) -> None:
    field = BY_NAME[name]
    assert field.shape.json(field.of(KNOWN)) == in_json
    assert field.shape.cells(name, field.of(KNOWN)) == cells


@pytest.mark.parametrize(
    ("name", "said", "value"),
    [
        ("title", "On  Tea", Text("On Tea")),
        (
            "authors",
            ["Quill, Ada", " ", "Ben Pot"],
            (Name("Quill", "Ada"), Name("Pot", "Ben")),
        ),
        ("year", 2024, Date(2024)),
        ("venue", "Journal of Tea", Venue(Text("Journal of Tea"))),
        ("keywords", ["tea", " "], (Text("tea"),)),
        ("volume", " 12 ", "12"),
        ("topics", ["tea"], ("tea",)),
        ("type", "thesis", "thesis"),
        ("links", [Link("code", "a")], (Link("code", "a"),)),
        ("identifiers", [Identifier("doi", "a")], (Identifier("doi", "a"),)),
    ],
)
def test_what_a_source_says_is_formed_once(name: str, said: object, value: object) -> None:
    assert BY_NAME[name].shape.form(said, HAND_STEPS) == value


def test_values_by_their_names_come_into_the_parts_that_keep_them() -> None:
    work, curation = work_and_curation({"year": Date(2024), "kind": "method", "volume": "12"})
    assert work == Work(issued=Date(2024), volume="12")
    assert curation == Curation(kind="method")
