"""Every field that a bibliography fills stands in every form of a citation.

What a field becomes is found by leaving it out: what is then missing or other was made of it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import pytest
from bibtexparser.entrypoint import parse_string

from generator.catalogue import Catalogue
from generator.citations.bibtex import bibtex
from generator.citations.cited import Cited, cited
from generator.citations.coins import coins
from generator.citations.csl import csl_json
from generator.citations.ris import ris
from generator.values.date import Date
from generator.values.fields import FIELDS, Field
from generator.values.link import Link
from generator.values.paper import Paper
from tests import given

WHOLE = given.paper(
    "flocks",
    "Counting flocks",
    type="article-magazine",
    authors=("Ada Quill",),
    editors=("Cleo Instance",),
    year=Date(2024, 3, 12),
    venue="J. Sheep",
    container_title="Journal of Sheep",
    event="First Conference on Sheep",
    volume="12",
    issue="3",
    pages="112–119",
    publisher="Invented Society",
    language="en",
    abstract="We count.",
    keywords=("sheep",),
    note="Best paper",
    status="retracted",
    citation_key="flocks24",
    links=(Link("paper", "https://example.org/flocks"),),
    doi="10.1234/flocks",
    arxiv="2401.00001",
)
NOTHING = given.paper("flocks")
#: Forms of a citation, by what people call them.
FORMS = ("BibTeX", "RIS", "CSL-JSON", "COinS")


def _bibtex(known: Cited) -> dict[str, Any]:
    (entry,) = parse_string(bibtex(known)).entries
    fields = {field.key: field.value for field in entry.fields}
    return {"@…": entry.entry_type, "key": entry.key, **fields}


def _ris(known: Cited) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for line in ris(known).splitlines():
        found.setdefault(line[:2], []).append(line[6:])
    return dict(found)


def _coins(known: Cited) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for key, value in parse_qsl(coins(known)):
        found.setdefault(key, []).append(value)
    return dict(found)


def said(paper: Paper) -> dict[str, dict[str, Any]]:
    """Return what each form says of a paper, by its own names."""
    known = cited(Catalogue((paper,)), paper, with_abstract=True)
    (item,) = json.loads(csl_json(known))
    return dict(zip(FORMS, (_bibtex(known), _ris(known), item, _coins(known)), strict=True))


def without(paper: Paper, field: Field) -> Paper:
    attribute = field.attribute or field.name
    part, empty = getattr(paper, field.part), getattr(NOTHING, field.part)
    return replace(paper, **{field.part: replace(part, **{attribute: getattr(empty, attribute)})})


def becomes(field: Field) -> dict[str, list[str]]:
    """Return for each form the names under which a field stands in it."""
    found: dict[str, list[str]] = {form: [] for form in FORMS}
    # Only without identifiers the address is that of a link.
    for whole in (WHOLE, given.changed(WHOLE, identifiers=())):
        full, less = said(whole), said(without(whole, field))
        for form in FORMS:
            for key, value in full[form].items():
                if less[form].get(key) != value and key not in found[form]:
                    found[form].append(key)
    return found


WORK = [field for field in FIELDS if field.part == "work"]


@pytest.mark.parametrize("field", WORK, ids=lambda field: field.name)
def test_a_field_of_a_work_stands_in_bibtex_ris_and_csl_json(field: Field) -> None:
    assert all(names for form, names in becomes(field).items() if form != "COinS")


def test_what_only_the_catalogue_says_of_a_paper_stands_in_no_citation() -> None:
    for field in FIELDS:
        if field.part == "curation":
            assert not any(becomes(field).values())


def test_one_type_stands_in_all_forms() -> None:
    (field,) = (field for field in FIELDS if field.name == "type")
    found = becomes(field)
    assert found["BibTeX"] == ["entrysubtype"]
    assert found["RIS"] == ["TY"]
    assert found["CSL-JSON"] == ["type"]
