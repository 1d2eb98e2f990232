"""Of pairs that are nearly one paper those are told that a person must look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.doctor.catalogues import catalogue, desk, found, write


def listed(root: Path, *entries: str) -> Path:
    write(root, "catalogue/catalogue.yml", "name: Farm\nsources: [refs.bib]\n")
    texts = [f"@article{{k{number},\n{entry}\n}}\n" for number, entry in enumerate(entries)]
    write(root, "refs.bib", "".join(texts))
    return root


TITLE = "title={Milking Cows by Candlelight in the Winter"
COWS = TITLE + "}, author={Ada Example}, year={2020}"
TWICE = (COWS + ", eprint={2001.00001}", COWS + ", eprint={2001.00010}")


def test_one_title_with_two_identifiers_is_told_with_what_to_write(tmp_path: Path) -> None:
    root = listed(
        catalogue(tmp_path), f"{COWS}, eprint={{2001.00001}}", f"{COWS}, eprint={{2001.00010}}"
    )
    ((check, one),) = [
        (check.name, ailment) for check, ailment in desk(root, ["near-duplicate"]).examine()
    ]
    assert check == "near-duplicate"
    assert one.where.file == "refs.bib"
    assert "may be one paper with" in one.what
    assert "not united: different arXiv ids" in one.what
    ids = sorted(paper for paper in (one.paper, one.advice.split("[")[1].split(",")[0]))
    assert one.advice.startswith(
        f"write `- papers: [{ids[0]}, {ids[1]}]` under same: or different:"
    )


@pytest.mark.parametrize("key", ["same", "different"])
def test_once_somebody_has_decided_nothing_is_told(tmp_path: Path, key: str) -> None:
    root = listed(
        catalogue(tmp_path), f"{COWS}, eprint={{2001.00001}}", f"{COWS}, eprint={{2001.00010}}"
    )
    write(root, "catalogue/decisions.yml", f"{key}:\n  - papers: ['refs.bib:1', 'refs.bib:4']\n")
    assert found(root, "near-duplicate") == []


def test_parts_of_a_series_are_not_told(tmp_path: Path) -> None:
    root = listed(
        catalogue(tmp_path),
        COWS.replace("}, author", ", Part I}, author"),
        COWS.replace("}, author", ", Part II}, author"),
    )
    assert found(root, "near-duplicate") == []
