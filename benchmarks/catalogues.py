"""Catalogues to measure: this repository's own, and conference papers in any number."""

from __future__ import annotations

import gzip
import json
import shutil
from itertools import islice
from pathlib import Path

from tests.projects import copy_hand_written, make_project

ROOT = Path(__file__).resolve().parents[1]
#: Conference papers, an entry a line, beside the repository; see the README there.
DATA = ROOT.parent / "shared" / "data" / "conference-papers-10k.jsonl.gz"
LARGE = DATA.with_name("conference-papers-86k.jsonl.gz")

#: How many papers the records of this repository are.
OWN = 547
#: How many papers all entries of LARGE are.
ALL = 86_542


def catalogue_of(folder: Path, data: Path, size: int | None) -> None:
    """Make a catalogue of the first `size` entries of `data` in `folder`; of all, if None."""
    (folder / "catalogue" / "papers").mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copy(ROOT / "catalogue" / "topics.yml", folder / "catalogue")
    (folder / "catalogue" / "catalogue.yml").write_text(
        f"name: Conference papers\ndescription: {size or 'All'} papers, to measure speed.\n"
        "sources: [papers.jsonl]\n",
        "utf-8",
    )
    copy_hand_written(ROOT / "docs", folder / "docs")
    with (
        gzip.open(data, "rt", encoding="utf-8") as stream,
        (folder / "papers.jsonl").open("w", encoding="utf-8") as file,
    ):
        file.writelines(islice(stream, size))


def make(folder: Path, papers: int) -> str:
    """Make a catalogue of so many papers in `folder`; return why there is none, or nothing.

    OWN is this repository's own; up to 10,000 are from DATA, more from LARGE.
    """
    if papers == OWN:
        make_project(folder, ROOT / "catalogue", "catalogue", documentation=True)
        return ""
    data = DATA if papers <= 10_000 else LARGE
    if not data.is_file():
        return f"no data at {data}"
    catalogue_of(folder, data, None if papers >= ALL else papers)
    return ""


def edit_one_record(folder: Path, word: str) -> Path:
    """Add a word to what one record in the middle of the catalogue says; return its file."""
    records = sorted((folder / "catalogue" / "papers").glob("*.yml"))
    if records:
        path = records[len(records) // 2]
        before = path.read_text("utf-8")
        path.write_text(before.replace("summary: >-\n ", f"summary: >-\n  {word}", 1), "utf-8")
        return path
    path = folder / "papers.jsonl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    middle = len(lines) // 2
    said = json.loads(lines[middle])
    said["abstract"] += f" {word}"
    lines[middle] = json.dumps(said, ensure_ascii=False) + "\n"
    path.write_text("".join(lines), "utf-8")
    return path
