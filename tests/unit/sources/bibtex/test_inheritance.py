"""What entries of BibTeX take over from others: crossref, xdata, volumes of proceedings."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.bibtex.reader import BibtexReader
from generator.values.work import Work

CHILD = "@inproceedings{paper, title = {Sheep}, author = {Ada Example}, crossref = {VOL}}\n"
VOLUME = """@proceedings{vol,
  title = {Proceedings of Sheep}, subtitle = {All of Them}, editor = {Cleo Instance},
  year = 2020, month = may, volume = 3, publisher = {Invented Press},
  doi = {10.1234/volume}, url = {https://example.org/volume}, note = {Of the volume}
}
"""


def read(text: str) -> tuple[Reading, list[str]]:
    problems = Problems()
    file = SourceFile(Path("refs.bib"), "refs.bib", "refs.bib")
    reading = BibtexReader().read(file, text, problems)
    return reading, [str(problem) for problem in problems]


def works(text: str) -> dict[str, Work]:
    return {record.work.title.plain: record.work for record in read(text)[0].records}


@pytest.mark.parametrize("text", [VOLUME + CHILD, CHILD + VOLUME])
def test_a_paper_takes_over_what_its_volume_says_but_not_what_is_the_volumes_own(text: str) -> None:
    reading, problems = read(text)
    (found,) = (record.work for record in reading.records)
    assert found.venue.plain == "Proceedings of Sheep: All of Them"
    assert [name.natural for name in found.editors] == ["Cleo Instance"]
    assert (str(found.issued), found.volume) == ("2020-05", "3")
    assert found.publisher.plain == "Invented Press"
    assert (found.identifiers, found.links, found.note.plain) == ((), (), "")
    assert (reading.rejected, reading.entries) == (1, 2)
    (problem,) = problems
    assert (
        "volumes lend their fields to papers, and are none themselves; left out: 1 in line"
        in problem
    )


def test_a_childs_own_fields_win() -> None:
    child = CHILD.replace("crossref", "booktitle = {Own}, date = {2019}, volume = 1, crossref")
    (found,) = works(VOLUME + child).values()
    assert (found.venue.plain, str(found.issued), found.volume) == ("Own", "2019", "1")


def test_a_booktitle_of_the_volume_goes_before_its_title() -> None:
    volume = VOLUME.replace("editor", "booktitle = {Proc. Sheep}, editor")
    (found,) = works(volume + CHILD).values()
    assert found.venue.plain == "Proc. Sheep: All of Them"


def test_a_volume_that_lends_to_nobody_and_books_that_do_are_works() -> None:
    assert works(VOLUME)["Proceedings of Sheep: All of Them"].type == "book"
    found = works(
        "@incollection{a, title = {Sheep}, author = {Ada Example}, crossref = {b}}"
        "@collection{b, title = {Of Sheep}, editor = {Cleo Instance}, date = 2001}"
    )
    assert found["Sheep"].venue.plain == "Of Sheep"
    assert [name.natural for name in found["Sheep"].authors] == ["Ada Example"]
    assert found["Of Sheep"].type == "book"


def test_the_author_of_a_book_is_that_of_its_chapters_unless_they_have_one() -> None:
    found = works(
        "@inbook{a, title = {Sheep}, crossref = {b}}"
        "@book{b, title = {Of Sheep}, author = {Ada Example}, date = 2001}"
    )
    assert [name.natural for name in found["Sheep"].authors] == ["Ada Example"]


def test_titles_of_volumes_and_journals_have_names_of_their_own_in_their_parts() -> None:
    found = works(
        "@book{a, title = {One}, crossref = {m}}"
        "@mvbook{m, title = {All}, publisher = {Invented Press}}"
        "@article{c, title = {Two}, crossref = {p}}"
        "@periodical{p, title = {Sheep Letters}, year = 2003}"
    )
    assert found["One"].container_title.plain == "All"
    assert (found["Two"].venue.plain, found["Two"].year) == ("Sheep Letters", 2003)
    assert set(found) == {"One", "All", "Two"}


def test_a_parent_that_is_missing_is_told_once() -> None:
    text = "@misc{a, title = {A}, crossref = {x}}\n@misc{b, title = {B}, crossref = {x}}"
    reading, problems = read(text)
    assert len(reading.records) == 2
    assert problems == [
        'refs.bib:1: "x", from which it takes fields, is not in this file'
        " (what it would lend is missing)"
    ]


def test_parents_in_a_circle() -> None:
    found = works(
        "@book{a, title = {A}, crossref = {b}, year = 2001}"
        "@book{b, title = {B}, crossref = {a}, publisher = {P}}"
        "@book{c, title = {C}, crossref = {c}}"
    )
    assert set(found) == {"A", "B", "C"}


def test_xdata_lends_all_and_is_no_work() -> None:
    reading, problems = read(
        "@article{a, title = {A}, xdata = {x, y}}"
        "@xdata{x, journaltitle = {Sheep Letters}, doi = {10.1234/a}}"
        "@xdata{y, date = 2003, xdata = {x}}"
    )
    (found,) = (record.work for record in reading.records)
    assert (found.venue.plain, found.year, len(found.identifiers)) == ("Sheep Letters", 2003, 1)
    assert reading.rejected == 2
    assert problems == [
        "refs.bib:1: @xdata only lends its fields to other entries; left out: 2 in lines 1, 1"
    ]


def test_a_set_is_no_work() -> None:
    reading, problems = read("@set{s, entryset = {a}}\n@misc{a, title = {A}}")
    assert (len(reading.records), reading.rejected) == (1, 1)
    assert problems == [
        "refs.bib:1: @set names other entries, and is none itself; left out: 1 in line 1"
    ]


def test_papers_of_pmlr_take_over_the_volume_above_them() -> None:
    reading, _ = read(
        "@Proceedings{one, booktitle = {Proceedings of One}, name = {Conference One}, year = 2021,"
        " editor = {Cleo Instance}, volume = 1}\n"
        "@InProceedings{a, title = {A}, pages = {1--9}, openreview = {aBcD1234ef}}\n"
        "@InProceedings{b, title = {B}, booktitle = {Elsewhere}, year = 1999}\n"
        "@Proceedings{two, booktitle = {Proceedings of Two}, year = 2022, volume = 2}\n"
        "@InProceedings{c, title = {C}}\n"
    )
    found = {record.work.title.plain: record.work for record in reading.records}
    said = [(work.venue.plain, work.year, work.volume) for work in found.values()]
    assert said == [
        ("Proceedings of One", 2021, "1"),
        ("Elsewhere", 1999, ""),
        ("Proceedings of Two", 2022, "2"),
    ]
    assert found["A"].event.plain == "Conference One"
    assert [(i.kind, i.value) for i in found["A"].identifiers] == [("openreview", "aBcD1234ef")]
    assert reading.rejected == 2
