from __future__ import annotations

from generator.merge.columns import features_of
from generator.merge.verify import compare
from generator.values.paper import Rank, SourceRecord
from tests.given import entry


def read(title: str, *authors: str, line: int = 1, file: str = "a.bib") -> SourceRecord:
    return entry(title, line, authors=authors, year=2020, file=file, rank=Rank.BIBLIOGRAPHY)


def test_title_that_three_works_of_different_people_have_says_nothing() -> None:
    title = "Memories of Remarkable Sheep"
    known = features_of(
        [
            read(title, "Ada Quill", "Ben Sample", "Cy Example", file="a.bib"),
            read(title, "Ada Quill", "Di Other", "Ed Other", file="b.bib"),
            read(title, "Ada Quill", "Flo Third", "Gus Third", file="c.bib"),
            read("Another Title of Sheep", "Ada Quill"),
        ]
    )
    assert [found.generic for found in known] == [True, True, True, False]
    assert not compare(known[0], known[1]).same


def test_many_copies_of_one_paper_make_no_column() -> None:
    title = "Memories of Remarkable Sheep"
    lists = [("Ada Quill", "Ben Sample"), ("A Quill",), ("QUILL A", "SAMPLE B"), ("B Sample",)]
    known = features_of([read(title, *authors, line=at) for at, authors in enumerate(lists)])
    assert not any(found.generic for found in known)


def test_column_that_a_source_has_twice_for_a_year_is_two_works() -> None:
    first, second = read("Editorial", "Ada Quill"), read("Editorial", "A. Quill", file="b.bib")
    known = features_of([first, second])
    assert compare(known[0], known[1]).same
    issues = features_of([first, second, read("Editorial", "Ada Quill", line=9)])
    assert not compare(issues[0], issues[1]).same
    assert not compare(issues[0], issues[2]).same
