"""A file that did not change is not read again, and what was told of it is told again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.cache.store import Cache
from generator.problems import MAX_OF_A_FILE, Problems
from generator.sources import entries, kept, said
from generator.sources.files import ReadFile, read_all, read_records, source_files
from generator.sources.jsonl import JsonLinesReader
from generator.sources.listings.reader import ListingReader
from generator.sources.records import RecordReader
from tests.projects import SAMPLE

LINES = [
    '{"title": "Counting sheep", "authors": ["Ada Example"], "year": 2024}',
    '{"no": "title"}',
    '{"title": "Counting goats", "url": "javascript:alert(1)", "year": "x"}',
    "not JSON",
    '{"title": "Counting crows", "doi": "10.1234/crows"}',
]
RECORD = "title: Counting sheep\nsummary: It counts sheep.\ntopics: [herding]\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "cache").mkdir()
    path = tmp_path / "sheep.jsonl"
    path.write_text("\n".join(LINES))
    return path


def read(path: Path, cache: Path, **options: bool) -> tuple[list[ReadFile], list[str]]:
    problems = Problems()
    files = source_files([path.name], path.parent)
    found = read_all(files, problems, cache=Cache(cache, **options))
    return found, [str(problem) for problem in problems]


def refuse(patch: pytest.MonkeyPatch, reader: type) -> None:
    def refused(*_: Any) -> None:
        raise AssertionError("a file was read again")

    patch.setattr(reader, "read", refused)


@pytest.mark.parametrize("part", [1, 2, 5_000])
def test_it_gives_the_same_entries_and_messages(
    source: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    monkeypatch.setattr(kept, "PART", part)
    first = read(source, source.parent / "cache")
    assert len(first[0][0].reading.records) == 3
    assert first[0][0].reading.rejected == 2
    assert len(first[1]) >= 4
    refuse(monkeypatch, JsonLinesReader)
    assert read(source, source.parent / "cache") == first


def test_records_are_kept_once(source: Path) -> None:
    lines = [LINES[0].replace("sheep", f"sheep {number}") for number in range(300)]
    source.write_text("\n".join([*lines, *LINES]))
    first = read(source, source.parent / "cache")
    kinds = [path.name.split("-")[0] for path in (source.parent / "cache").iterdir()]
    # The file itself says which of the others it is.
    assert sorted(kinds) == ["entries", "entries", "entries", "read"]
    assert read(source, source.parent / "cache") == first


def test_entries_that_are_read_together_are_kept_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "PART", 2)
    listing = SAMPLE / "sources" / "spaced.txt"
    first = read(listing, tmp_path)
    count = len(first[0][0].reading.records)
    assert count > 2
    assert len(list(tmp_path.iterdir())) == 1 + (count + 1) // 2
    refuse(monkeypatch, ListingReader)
    assert read(listing, tmp_path) == first


def test_messages_that_are_only_counted_are_counted_again(source: Path) -> None:
    source.write_text("\n".join([LINES[0], *["not JSON"] * (MAX_OF_A_FILE + 7)]))
    first = read(source, source.parent / "cache")
    assert "and 7 more warnings" in first[1][-1]
    assert read(source, source.parent / "cache") == first


def test_it_is_read_again_when_a_part_of_it_is_gone(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "PART", 1)
    first = read(source, source.parent / "cache")
    for path in sorted((source.parent / "cache").iterdir()):
        path.unlink()
        assert read(source, source.parent / "cache") == first


def test_it_is_read_again_when_it_changed_or_is_called_otherwise(source: Path) -> None:
    cache = source.parent / "cache"
    read(source, cache)
    source.write_text("\n".join(["", *LINES]))
    (found,), told = read(source, cache)
    assert found.reading.records[0].place.line == 2
    assert any("sheep.jsonl:3: " in text for text in told)
    renamed = source.rename(source.with_name("goats.jsonl"))
    (found,), told = read(renamed, cache)
    assert found.reading.records[0].source == "goats.jsonl"
    assert all("goats.jsonl" in text for text in told)


def test_of_a_file_that_changed_only_the_entries_around_are_formed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "sheep.jsonl"
    lines = [LINES[0].replace("sheep", f"sheep {number}") for number in range(1000)]
    lines[500] = LINES[2]
    source.write_text("\n".join(lines))
    first = read(source, tmp_path / "cache")
    formed: list[str] = []
    form = said.record_of

    def counted(one: said.Said, *given: Any) -> Any:
        formed.append(one.values["title"])
        return form(one, *given)

    monkeypatch.setattr(entries, "record_of", counted)
    lines[700] = LINES[0].replace("sheep", "goats")
    source.write_text("\n".join(lines))
    (found,), told = read(source, tmp_path / "cache")
    assert "Counting goats" in formed
    assert len(formed) <= entries.CHUNK
    before = first[0][0].reading.records
    changed = [
        one for one, other in zip(found.reading.records, before, strict=True) if one != other
    ]
    assert [record.work.title.plain for record in changed] == ["Counting goats"]
    assert told == first[1]
    assert told


def test_fresh_reads_it_again(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(source, source.parent / "cache")
    refuse(monkeypatch, JsonLinesReader)
    with pytest.raises(AssertionError, match="read again"):
        read(source, source.parent / "cache", fresh=True)


def test_a_file_that_nobody_knows_is_told_of_each_time(source: Path) -> None:
    source = source.rename(source.with_suffix(".odd"))
    source.write_text("")
    first = read(source, source.parent / "cache")
    assert "the file is empty" in first[1][0]
    assert read(source, source.parent / "cache") == first


def test_a_file_that_cannot_be_read_is_told_of_until_it_can(source: Path) -> None:
    source.unlink()
    source.symlink_to(source.parent / "nowhere.jsonl")
    for _ in range(2):
        found, told = read(source, source.parent / "cache")
        assert found[0].reader == "unreadable"
        assert len(told) == 1
    (source.parent / "nowhere.jsonl").write_text(LINES[0])
    found, told = read(source, source.parent / "cache")
    assert len(found[0].reading.records) == 1


def records(folder: Path, topics: list[str]) -> tuple[list[ReadFile], list[str]]:
    problems = Problems()
    files = source_files(["papers/*.yml"], folder)
    cache = Cache(folder / "cache")
    found = read_records(files, problems, topics=topics, cache=cache)
    return found, [str(problem) for problem in problems]


def test_of_many_records_few_are_read_again_when_one_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(100):
        (papers / f"sheep-{number}.yml").write_text(RECORD)
    (papers / "broken.yml").write_text("title: [")
    first = records(tmp_path, ["herding"])
    assert len(first[1]) == 1
    assert [found.file.path.stem for found in first[0]] == sorted(
        path.stem for path in papers.iterdir()
    )
    (papers / "sheep-7.yml").write_text(RECORD.replace("sheep", "goats"))
    again: list[str] = []
    whole = RecordReader.read

    def counted(self: RecordReader, file: Any, *given: Any) -> Any:
        again.append(file.path.stem)
        return whole(self, file, *given)

    monkeypatch.setattr(RecordReader, "read", counted)
    second = records(tmp_path, ["herding"])
    assert "sheep-7" in again
    assert len(again) < 40
    changed = [
        one.file.path.stem
        for one, other in zip(*map(list, (first[0], second[0])), strict=True)
        if one != other
    ]
    assert changed == ["sheep-7"]
    assert second[1] == first[1]


def test_records_are_read_again_when_topics_come_and_go(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "sheep.yml").write_text(RECORD)
    assert records(tmp_path, ["herding"])[1] == []
    assert "herding" in records(tmp_path, ["shearing"])[1][0]
    assert records(tmp_path, ["herding", "shearing"])[1] == []
