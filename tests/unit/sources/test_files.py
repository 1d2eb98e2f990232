"""Files: from names to files, and from files to entries, so that the counts add up."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import settings as settings_module
from generator.problems import Problems, Severity, WrongUse
from generator.settings import Settings
from generator.sources import files
from generator.sources.base import Reading
from generator.sources.records import RecordReader
from generator.values.paper import Rank
from tests.posix import POSIX

LINE = '{"title": "Watched kettles"}\n'
RECORD = "title: Kettles\nsummary: They boil.\n"


def put(folder: Path, *names: str, text: str = LINE) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def shown(names: list[str], base: Path) -> list[str]:
    return [file.shown for file in files.source_files(names, base)]


def test_a_file_a_folder_and_a_pattern_name_files(tmp_path: Path) -> None:
    put(tmp_path, "one.jsonl", "folder/a.txt", "folder/b.jsonl", "folder/c.pdf", "more/x/y.txt")
    put(tmp_path, "folder/deep/d.txt", "folder/e.jsonl.gz", "folder/f.ndjson")
    assert shown(["one.jsonl"], tmp_path) == ["one.jsonl"]
    assert shown(["folder"], tmp_path) == [
        f"folder/{name}" for name in ("a.txt", "b.jsonl", "e.jsonl.gz", "f.ndjson")
    ]
    assert shown(["folder/*.pdf", "more/**/*.txt"], tmp_path) == ["folder/c.pdf", "more/x/y.txt"]
    assert shown([str(tmp_path / "one.jsonl")], tmp_path) == ["one.jsonl"]
    assert shown([str(tmp_path / "fold*" / "a.*")], tmp_path) == ["folder/a.txt"]
    assert shown(["../folder/a.txt"], tmp_path / "more") == ["../folder/a.txt"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "folder/a.txt")
    (tmp_path / "link.txt").symlink_to("folder/a.txt")
    names = ["link.txt", "folder", "folder/a.txt", "folder/../folder/a.txt", "*/a.txt"]
    assert shown(names, tmp_path) == shown(names[::-1], tmp_path) == ["folder/a.txt"]


def test_every_reader_has_a_name_a_rank_and_endings_that_folders_are_searched_for() -> None:
    for reader in (*files.READERS, RecordReader()):
        assert reader.name
        assert reader.rank in Rank
        assert all(re.fullmatch(r"\.[a-z.]+", ending) for ending in reader.endings)
        assert reader.endings
    assert {ending for reader in files.READERS for ending in reader.endings} == set(files.ENDINGS)
    assert len(set(files.ENDINGS)) == len(files.ENDINGS)
    assert len({reader.name for reader in files.READERS}) == len(files.READERS)


def test_files_come_sorted_in_whatever_order_they_are_named(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a.txt", "c.txt")
    assert shown(["c.txt", "a.txt", "b.txt"], tmp_path) == ["a.txt", "b.txt", "c.txt"]


@POSIX
def test_a_name_with_pattern_characters_is_first_of_all_a_name(tmp_path: Path) -> None:
    base = tmp_path / "[odd] *"
    put(base, "a[1].txt", "a1.txt")
    assert shown(["a[1].txt"], base) == ["a[1].txt"]
    assert shown(["a?.txt"], base) == ["a1.txt"]


def test_every_name_that_leads_nowhere_is_told_at_once(tmp_path: Path) -> None:
    put(tmp_path, "good.txt", "other/scan.pdf")
    (tmp_path / "empty").mkdir()
    names = ["missing.txt", "good.txt", "*.nothing", "empty", "other", "x" * 300, "nul\0"]
    with pytest.raises(WrongUse) as failure:
        files.source_files(names, tmp_path)
    told = str(failure.value).split("\n")
    assert told[0] == f"missing.txt: no such file or folder (seen from {tmp_path})"
    assert told[1] == f"*.nothing: no file matches the pattern (seen from {tmp_path})"
    assert told[2].startswith("empty: the folder holds no source (files ending in .")
    assert told[2].endswith(" .txt)")
    assert told[3].startswith("other: the folder holds no source")
    assert told[4].startswith("x" * 300 + ": ")
    assert told[5].startswith("nul\\x00: ")
    assert len(told) == 6


@POSIX
def test_a_name_that_other_systems_take_for_that_of_a_file_is_told_with_it(tmp_path: Path) -> None:
    put(tmp_path, "Refs.txt")
    if (tmp_path / "refs.txt").exists():
        pytest.skip("NOT TESTED: this system takes capitals for small letters")
    with pytest.raises(WrongUse, match=r"^refs\.txt: no such .* \(there is Refs\.txt: write it"):
        files.source_files(["refs.txt"], tmp_path)


def test_of_very_many_names_that_lead_nowhere_the_first_are_told(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as failure:
        files.source_files([f"missing-{n}.txt" for n in range(1_000)], tmp_path)
    told = str(failure.value).split("\n")
    assert len(told) == files.MAX_MISSING + 1
    assert told[-1] == f"and {1_000 - files.MAX_MISSING} more"


def test_no_source_of_a_folder_is_lost_without_a_word(tmp_path: Path) -> None:
    put(tmp_path, "in/good.jsonl", "in/.hidden.jsonl", "in/folder.jsonl/x.md")
    (tmp_path / "in" / "elsewhere.jsonl").symlink_to("nowhere")
    (tmp_path / "in" / ".#good.jsonl").symlink_to("somebody@desk.1234")
    os.mkfifo(tmp_path / "in" / "pipe.jsonl.gz")
    for names in (["in"], ["in/*.jsonl", "in/*.gz"]):
        problems = Problems()
        read_files = files.read_all(files.source_files(names, tmp_path), problems)
        assert [len(item.reading.records) for item in read_files] == [1, 0, 0]
        assert sorted(problem.where.file for problem in problems) == [
            "in/elsewhere.jsonl",
            "in/pipe.jsonl.gz",
        ]


def test_labels_are_no_longer_than_it_takes_to_tell_files_apart(tmp_path: Path) -> None:
    put(tmp_path, "a/x.txt", "b/x.txt", "b/y.txt", "c/d/z.txt", "e/d/z.txt")
    labels = [file.label for file in files.source_files(["**/*.txt"], tmp_path)]
    assert labels == ["a/x.txt", "b/x.txt", "y.txt", "c/d/z.txt", "e/d/z.txt"]


def test_labels_of_many_files_are_unique_and_quickly_found(tmp_path: Path) -> None:
    put(tmp_path, *(f"{n % 40}/{n // 40}.txt" for n in range(2000)))
    labels = {file.label for file in files.source_files(["**/*.txt"], tmp_path)}
    assert len(labels) == 2000


def read(folder: Path, *names: str) -> tuple[list[files.ReadFile], list[str]]:
    problems = Problems()
    found = files.source_files(list(names), folder)
    return files.read_all(found, problems), [str(problem) for problem in problems]


def test_each_file_is_read_by_the_reader_of_its_format(tmp_path: Path) -> None:
    put(tmp_path, "a.jsonl", "b.txt")
    with gzip.open(tmp_path / "c.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(LINE * 3)
    results, problems = read(tmp_path, "*")
    assert problems == []
    assert [(r.reader, r.reading.entries) for r in results] == [
        ("JSON Lines", 1),
        ("JSON Lines", 1),
        ("JSON Lines", 3),
    ]


def _bomb(path: Path) -> None:
    with gzip.open(path.with_name("bad.jsonl.gz"), "wb") as stream:
        stream.write(b" " * 3_000_000)


def _gzip(data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.with_name("bad.jsonl.gz").write_bytes(data)

    return make


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "binary": (lambda p: p.write_bytes(b"a\n\0b"), "bad.txt:2: this is a binary file"),
    "PDF": (lambda p: p.write_bytes(b"%PDF-1.7\n"), "bad.txt:1: this is a PDF file, not text"),
    "dangling link": (lambda p: p.symlink_to("nowhere"), "bad.txt: cannot be read: No such file"),
    "pipe": (os.mkfifo, "bad.txt: cannot be read: not a file"),
    "packed pipe": (
        lambda p: os.mkfifo(p.with_name("bad.jsonl.gz")),
        "bad.jsonl.gz: cannot be read: not a file",
    ),
    "unknown format": (
        lambda p: p.with_suffix(".csv").write_text("just words\n"),
        "bad.csv: not in a format that is read here (known formats: ",
    ),
    "empty": (
        lambda p: p.with_suffix(".csv").write_text(" \n\n"),
        "bad.csv: the file is empty (save it again, or take it away)",
    ),
    "web page": (
        lambda p: p.with_suffix(".csv").write_text("\n<!DOCTYPE html>\n<html><p>Sheep</html>"),
        "bad.csv: this is a web page, not what it shows (export or download the entries instead)",
    ),
    "too large": (lambda p: p.write_bytes(b"x" * 2_000_001), "bad.txt: the file has 2.0 MB"),
    "gzip bomb": (_bomb, "bad.jsonl.gz: unpacks to over 2 MB (split it)"),
    "no gzip": (_gzip(b"{}"), "bad.jsonl.gz: cannot be unpacked: Not a gzipped file"),
    "half a gzip": (
        _gzip(gzip.compress(os.urandom(500))[:200]),
        "bad.jsonl.gz: cannot be unpacked: Compressed file ended",
    ),
    "damaged gzip": (
        _gzip(gzip.compress(b"x" * 500)[:12] + b"\xff" * 40),
        "bad.jsonl.gz: cannot be unpacked: ",
    ),
    "binary gzip": (_gzip(gzip.compress(b"\0")), "bad.jsonl.gz:1: this is a binary file"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_cannot_be_read_is_an_error_and_the_others_are_read(
    tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2_000_000)
    make, message = FAULTS[fault]
    put(tmp_path, "a.jsonl", "z.jsonl")
    make(tmp_path / "bad.txt")
    results, problems = read(tmp_path, *(path.name for path in tmp_path.iterdir()))
    assert len(problems) == 1
    assert problems[0].startswith(message)
    assert [result.reading.entries for result in results] == [1, 0, 1]


def test_progress_is_told_each_file_as_it_is_read(tmp_path: Path) -> None:
    put(tmp_path, "a.jsonl", "b.jsonl")
    told: list[str] = []
    files.read_all(files.source_files(["*"], tmp_path), Problems(), told.append)
    assert told == ["a.jsonl", "b.jsonl"]


@pytest.fixture
def catalogue(tmp_path: Path) -> Settings:
    put(tmp_path, "catalogue/catalogue.yml", text="name: Tea\n")
    found = settings_module.load(tmp_path, Problems())
    assert found is not None
    return found


def test_records_are_read_by_name_and_the_counts_add_up(catalogue: Settings) -> None:
    put(catalogue.papers_dir, "b.yml", "a.yml", "c.yaml", text=RECORD)
    put(catalogue.papers_dir, "Bad.yml", text=RECORD)
    put(catalogue.papers_dir, "worse.yml", text="title: [")
    (catalogue.papers_dir / "worst.yml").write_bytes(b"\xff")
    put(catalogue.papers_dir, ".hidden.yml")
    problems = Problems()
    found = files.record_files(catalogue, problems)
    results = files.read_records(found, problems)
    entries = sum(result.reading.entries for result in results)
    rejected = sum(result.reading.rejected for result in results)
    assert (len(found), entries, rejected) == (6, 6, 3)
    assert [record.name for record in files.entries(results)] == ["a", "b", "c"]
    assert {problem.where.file for problem in problems} == {
        f"catalogue/papers/{name}.yml" for name in ("Bad", "worse", "worst")
    }


def test_what_is_no_record_is_warned_about(catalogue: Settings) -> None:
    put(catalogue.papers_dir, "a.yml", text=RECORD)
    put(catalogue.papers_dir, "notes.txt", "folder.yml/a.yml")
    problems = Problems()
    assert [file.label for file in files.record_files(catalogue, problems)] == ["papers/a.yml"]
    assert [str(problem) for problem in problems] == [
        f"catalogue/papers/{name}: not a record; not read (records end in .yml)"
        for name in ("folder.yml", "notes.txt")
    ]


def test_two_records_with_one_address_are_an_error(catalogue: Settings) -> None:
    put(catalogue.papers_dir, "a.yml", "a.yaml", text=RECORD)
    problems = Problems()
    files.record_files(catalogue, problems)
    assert str(*problems) == (
        "catalogue/papers/a.yml: gives the same address as a.yaml: papers/a/ (keep one of them)"
    )


def test_a_catalogue_without_a_folder_of_records_has_none(catalogue: Settings) -> None:
    assert files.record_files(catalogue, Problems()) == []


def test_a_folder_of_records_that_cannot_be_read_is_an_error(
    catalogue: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(catalogue.papers_dir, "a.yml", text=RECORD)

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    problems = Problems()
    assert files.record_files(catalogue, problems) == []
    assert str(*problems) == "catalogue/papers: cannot be read: Permission denied"


def test_entries_are_in_one_order_whatever_was_read_first(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        lines = (json.dumps({"title": f"{name} {n}"}) for n in range(12))
        put(tmp_path, name, text="\n".join(lines))
    results, _ = read(tmp_path, "*")
    titles = [record.work.title.plain for record in files.entries(results)]
    assert titles == [record.work.title.plain for record in files.entries(results[::-1])]
    assert titles == [f"{name} {n}" for name in ("a.jsonl", "b.jsonl") for n in range(12)]
    assert files.entries([]) == []
    assert Reading().entries == 0


def test_records_that_are_in_no_folder_are_an_error(catalogue: Settings) -> None:
    # Their pages would go away.
    shutil.rmtree(catalogue.papers_dir, ignore_errors=True)
    catalogue.papers_dir.parent.mkdir(exist_ok=True)
    catalogue.papers_dir.symlink_to("nowhere")
    problems = Problems()
    assert files.record_files(catalogue, problems) == []
    assert [str(problem) for problem in problems] == [
        "catalogue/papers: is no folder (records stand in a folder)"
    ]


def test_a_file_that_only_stands_in_a_folder_may_be_of_another_kind(tmp_path: Path) -> None:
    put(tmp_path, "saved/a.jsonl", "saved/b.txt", text=LINE)
    (tmp_path / "saved/b.txt").write_text("Put your files here.\n", "utf-8")
    problems = Problems()
    found = files.source_files(["saved"], tmp_path)
    readings = files.read_all(found, problems)
    assert [len(read.reading.records) for read in readings] == [1, 0]
    (problem,) = problems
    assert problem.severity is Severity.WARNING
    # Who names it means it.
    problems = Problems()
    files.read_all(files.source_files(["saved", "saved/b.txt"], tmp_path), problems)
    assert [problem.severity for problem in problems] == [Severity.ERROR]


def test_a_folder_is_searched_without_regard_to_case(tmp_path: Path) -> None:
    put(tmp_path, "OLD.JSONL")
    assert [file.shown for file in files.source_files(["."], tmp_path)] == ["OLD.JSONL"]
