"""What the benchmark of builds measures, edits and gives to Hugo."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks.catalogues import OWN, edit_one_record, make
from benchmarks.cost import COLD, SERVED, Figure
from benchmarks.hugo import write_content
from benchmarks.measured import Failed, measured

#: Starts a child that holds 60 MB and works, and waits for it.
WORKS = (
    "import subprocess, sys; held = bytearray(b'x') * 30_000_000;"
    "subprocess.run([sys.executable, '-c', '''"
    "import time; held = bytearray(b'x') * 60_000_000\n"
    "until = time.process_time() + 0.5\n"
    "while time.process_time() < until: pass\n"
    "''']); print('done')"
)


def test_the_work_and_memory_of_children_count(tmp_path: Path) -> None:
    took = measured([sys.executable, "-c", WORKS], tmp_path)
    assert took.printed == "done\n"
    assert took.processor >= 0.5
    assert took.largest >= 60_000_000
    if Path("/proc/self/smaps_rollup").is_file():
        assert took.peak
        assert took.peak >= 90_000_000


def test_a_command_that_fails_says_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="ended with 3:\nno sheep"):
        measured([sys.executable, "-c", "import sys; print('no sheep'); sys.exit(3)"], tmp_path)


def test_one_record_of_the_own_catalogue_is_edited_by_a_word(tmp_path: Path) -> None:
    assert make(tmp_path, OWN) == ""
    papers = tmp_path / "catalogue" / "papers"
    before = {path: path.read_text("utf-8") for path in papers.iterdir()}
    edited = edit_one_record(tmp_path, "sheepish")
    for path, text in before.items():
        words = path.read_text("utf-8").split()
        assert (words != text.split()) == (path == edited)
        assert [word for word in words if word != "sheepish"] == text.split()


def test_one_line_of_a_source_is_edited_by_a_word(tmp_path: Path) -> None:
    lines = [json.dumps({"title": f"Sheep {n}", "abstract": "They – count."}) for n in range(9)]
    (tmp_path / "papers.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    edited = edit_one_record(tmp_path, "sheepish").read_text("utf-8").splitlines()
    assert [n for n in range(9) if json.loads(edited[n]) != json.loads(lines[n])] == [4]
    assert json.loads(edited[4])["abstract"] == "They – count. sheepish"


@pytest.mark.parametrize(
    ("figure", "papers", "said"),
    [
        (Figure(COLD, 3.5, 6.25), OWN, "4 s 3.50 s 6.25 s"),
        (Figure(COLD, 4.5, 6.25), OWN, "4 s 4.50 s 6.25 s missed"),
        (Figure(COLD, 4.5, 6.25, "1.00 s"), 3, "4.50 s 6.25 s 1.00 s"),
        (Figure(SERVED, None), OWN, "0.5 s not known"),
    ],
)
def test_a_figure_stands_beside_what_it_may_be(figure: Figure, papers: int, said: str) -> None:
    assert figure.line(papers).removeprefix(f"  {figure.what}").split() == said.split()


def test_hugo_is_given_what_a_page_prints(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    paper = {
        "id": "counting-sheep", "title": "Counting {{< sheep >}}", "authors": ["Ada Example"],
        "year": 2024, "venue": "SHEEP", "topics": ["sheep-and-goats"], "links": [], "summary": "",
        "abstract": "We count.", "related": [{"id": f"sheep-{n}"} for n in range(10)],
    }  # fmt: skip
    papers = [paper, {**paper, "id": "no-year", "year": None, "venue": ""}]
    (data / "papers.json").write_text(json.dumps(papers), "utf-8")
    entry = "@misc{key,\n  title = {Sheep},\n  abstract = {We count.},\n  year = 2024,\n}\n"
    (data / "papers.bib").write_text(f"{entry}\n{entry}", "utf-8")
    write_content(tmp_path, tmp_path / "content")
    one, other = (
        json.loads((tmp_path / "content" / "papers" / f"{name}.md").read_text("utf-8"))
        for name in ("counting-sheep", "no-year")
    )
    assert one["title"] == "Counting {{< sheep >}}"
    assert (one["date"], one["years"], one["venues"]) == ("2024-01-01", ["2024"], ["SHEEP"])
    assert one["topics"] == ["sheep and goats"]
    assert one["related"] == [f"sheep-{n}" for n in range(8)]
    for given in (one, other):
        assert given["citation"].strip() == "@misc{key,\n  title = {Sheep},\n  year = 2024,\n}"
    assert (other["years"], other["venues"], "date" in other) == ([], [], False)
