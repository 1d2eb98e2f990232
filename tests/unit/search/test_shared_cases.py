"""Titles and queries that were collected beside the repository, where they are there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from tests import given
from tests.projects import ROOT
from tests.unit.search.test_reader import reader_of

CASES = sorted((ROOT.parent / "shared" / "cases").glob("*/queries.json"))


@pytest.mark.skipif(not CASES, reason="there is no folder of shared cases")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)
def test_each_query_finds_its_title_first_and_without_a_correction(case: Path) -> None:
    lines = (case.parent / "t.jsonl").read_text("utf-8").splitlines()
    titles = [json.loads(line) for line in lines]
    reader = reader_of(
        Catalogue(
            tuple(
                given.paper(f"p{number}", entry["title"], abstract=entry["abstract"])
                for number, entry in enumerate(titles)
            )
        )
    )
    for query, title in json.loads(case.read_text("utf-8")).items():
        found = reader.search(query)
        assert [reader.document(number)[1] for number in found.documents[:1]] == [title], query
        assert not found.corrections
