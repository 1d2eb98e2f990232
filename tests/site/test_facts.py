"""Records beside facts: what counts as the same, and that nothing else passes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.facts import FOUND, MADE, SAME, SPELLED, Known, compare, known_differences, report
from generator.values.link import Link
from tests.given import record

FACT = {
    "id": "kettles",
    "title": "On Kettles",
    "authors": ["J Quill", "Zoe Nandu"],
    "year": 2021,
    "venue": "International Conference on Tea",
    "venue_year": 2022,
    "arxiv": "2101.01234",
    "doi": "10.1234/TEA",
    "pdf": "https://arxiv.org/pdf/2101.01234",
    "code": "https://github.com/quill/Kettles/",
}
RECORD = record(
    "kettles",
    "On Kettles",
    authors=("J. Quill", "Zoë Ñandú"),
    year=2022,
    venue="ICT",
    arxiv="2101.01234",
    doi="10.1234/tea",
    links=(Link("code", "https://github.com/quill/kettles"),),
)
CITED = {"venue": "International Conference on Tea", "cited": "ICT"}


def outcomes(tmp_path: Path, *known: dict[str, str], **changed: object) -> dict[str, str]:
    path = tmp_path / "facts.jsonl"
    path.write_text(json.dumps({**FACT, **changed}) + "\n")
    return {item.field: item.outcome for item in compare(path, [RECORD], Known(known))}


def test_a_fact_may_be_spelled_otherwise_or_follow_from_another(tmp_path: Path) -> None:
    assert outcomes(tmp_path, CITED) == {
        "authors": SPELLED,
        "year": SAME,
        "venue": SPELLED,
        "arxiv": SAME,
        "doi": SAME,
        "pdf": MADE,
        "code": SAME,
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("authors", ["Zoe Nandu", "J Quill"]),
        ("authors", ["J Quill"]),
        ("venue_year", 2023),
        ("venue", "International Conference on Coffee"),
        ("arxiv", "2101.01235"),
        ("acl", "P19-1001"),
        ("pdf", "https://example.org/kettles.pdf"),
        ("code", "https://github.com/sample/kettles"),
    ],
)
def test_what_differs_is_a_finding_unless_there_is_a_reason(
    tmp_path: Path, field: str, value: object
) -> None:
    shown = "year" if field == "venue_year" else field
    assert outcomes(tmp_path, CITED, **{field: value})[shown] == FOUND
    reason = {"paper": "kettles", "field": shown, "why": "it was read again"}
    assert outcomes(tmp_path, CITED, reason, **{field: value})[shown] == "it was read again"


def test_a_fact_without_a_record_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(json.dumps(FACT) + "\n")
    found = compare(path, [], known_differences())
    assert [item.outcome for item in found] == [FOUND]
    assert report(found) == 1
