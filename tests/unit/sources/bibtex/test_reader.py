"""BibTeX and biblatex: what an entry says, in our terms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.problems import Problems, Severity
from generator.sources.base import Reading, SourceFile
from generator.sources.bibtex import reader as bibtex
from generator.sources.bibtex.reader import BibtexReader
from generator.values.link import Link
from generator.values.paper import SourceRecord
from generator.values.work import Work

FILE = SourceFile(Path("refs.bib"), "refs.bib", "refs.bib")


def read(text: str) -> tuple[Reading, list[str]]:
    problems = Problems()
    reading = BibtexReader().read(FILE, text, problems)
    return reading, [str(problem) for problem in problems]


def only(text: str) -> SourceRecord:
    """The record of the only paper, of which nothing was said."""
    reading, problems = read(text)
    assert not problems
    (record,) = reading.records
    return record


def work(kind: str, **fields: str) -> Work:
    """The work of one entry with a title."""
    said = {"title": "Counting Sheep"} | {k.replace("_", "-"): v for k, v in fields.items()}
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in said.items())
    return only(f"@{kind}{{key,\n{body}\n}}").work


def ids(found: Work) -> dict[str, str]:
    return {identifier.kind: identifier.value for identifier in found.resolved_identifiers}


def test_everything_that_an_entry_says_is_read() -> None:
    record = only(r"""
@InProceedings{example20sheep,
  author    = {{\"O}zg{\"u}r Example and Sample, Ben},
  title     = {Counting {Sheep} with $n^2$ {GAN}s},
  booktitle = {Proceedings of the First Conference on Sheep},
  editor    = {Instance, Cleo},
  year      = 2020,
  month     = may # "~3",
  volume    = 12, number = {4}, pages = {11--19},
  publisher = {Invented Press}, address = {Fold},
  doi       = {https://doi.org/10.1234/sheep\_1},
  url       = {https://example.org/sheep%20one},
  keywords  = {sheep, counting, sheep},
  abstract  = {Sheep move.
               We count 5\% of them.},
  note      = {Best paper},
  langid    = {english},
}""")
    found = record.work
    assert record.place.line == 2
    assert found.title.plain == "Counting Sheep with n² GANs"
    assert [name.natural for name in found.authors] == ["Özgür Example", "Ben Sample"]
    assert [name.natural for name in found.editors] == ["Cleo Instance"]
    assert (found.type, found.venue.plain) == (
        "paper-conference",
        "Proceedings of the First Conference on Sheep",
    )
    assert str(found.issued) == "2020-05-03"
    assert (found.volume, found.issue, found.pages) == ("12", "4", "11–19")
    assert (found.publisher.plain, found.language) == ("Invented Press", "en")
    assert ids(found) == {"doi": "10.1234/sheep_1"}
    assert found.links == (Link("paper", "https://example.org/sheep%20one"),)
    assert [word.plain for word in found.keywords] == ["sheep", "counting"]
    assert found.abstract.plain == "Sheep move. We count 5% of them."
    assert found.note.plain == "Best paper"


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("article", {"journal": "Sheep Letters"}, ("article-journal", "Sheep Letters")),
        ("article", {"journaltitle": "Sheep Letters", "shortjournal": "SL"},
         ("article-journal", "Sheep Letters")),
        ("article", {"journal": "Fold", "entrysubtype": "magazine"}, ("article-magazine", "Fold")),
        ("newspaper", {"journal": "Daily Fold"}, ("article-magazine", "Daily Fold")),
        ("conference", {"booktitle": "Proc. Sheep"}, ("paper-conference", "Proc. Sheep")),
        ("inproceedings", {"eventtitle": "Sheep 2020"}, ("paper-conference", "Sheep 2020")),
        ("inproceedings", {"booktitle": "Sheep", "booksubtitle": "All of Them"},
         ("paper-conference", "Sheep: All of Them")),
        ("incollection", {"booktitle": "Of Sheep", "publisher": "P"}, ("chapter", "Of Sheep")),
        ("inbook", {"chapter": "7", "publisher": "Invented Press"}, ("chapter", "Invented Press")),
        ("book", {"publisher": "Invented Press"}, ("book", "Invented Press")),
        ("mvbook", {"publisher": "Invented Press"}, ("book", "Invented Press")),
        ("manual", {"organization": "Shepherds"}, ("book", "Shepherds")),
        ("phdthesis", {"school": "University of Fold"}, ("thesis", "University of Fold")),
        ("thesis", {"type": "mathesis", "institution": "University of Fold"},
         ("thesis", "University of Fold")),
        ("techreport", {"institution": "Sheep Institute"}, ("report", "Sheep Institute")),
        ("report", {"institution": "Sheep Institute"}, ("report", "Sheep Institute")),
        ("online", {"organization": "Sheep Online"}, ("webpage", "Sheep Online")),
        ("software", {"publisher": "Zenodo"}, ("software", "Zenodo")),
        ("dataset", {"publisher": "Zenodo"}, ("dataset", "Zenodo")),
        ("patent", {"number": "EU-1"}, ("patent", "")),
        ("standard", {"publisher": "Standards"}, ("standard", "Standards")),
        ("unpublished", {"note": "Draft"}, ("article", "")),
        ("misc", {"publisher": "Somebody"}, (None, "Somebody")),
        ("misc", {"type": "PhD thesis", "school": "Fold"}, ("thesis", "Fold")),
        ("web_page", {"publisher": "Fold"}, ("webpage", "Fold")),
        ("unknown", {}, (None, "")),
        ("['JournalArticle', 'Conference']", {"booktitle": "Sheep"}, ("paper-conference", "Sheep")),
        ("['JournalArticle', 'Conference']", {"journal": "Sheep"}, ("article-journal", "Sheep")),
        ("['Review']", {"journal": "Sheep"}, (None, "Sheep")),
        ("article", {"journal": r"{\mnras}"},
         ("article-journal", "Monthly Notices of the Royal Astronomical Society")),
    ],
)  # fmt: skip
def test_type_and_venue_are_what_the_entry_type_says(
    kind: str, fields: dict[str, str], expected: tuple[str | None, str]
) -> None:
    found = work(kind, **fields)
    assert (found.type, found.venue.plain) == expected


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("article", {"journal": "arXiv preprint arXiv:2101.00001"}),
        ("article", {"journal": "CoRR", "volume": "abs/2101.00001"}),
        ("article", {"journal": "ArXiv", "volume": "abs/2101.00001v2"}),
        ("article", {"journal": "arXiv e-prints", "eprint": "2101.00001", "archiveprefix": "arXiv",
                     "pages": "arXiv:2101.00001", "eid": "arXiv:2101.00001"}),
        ("article", {"eprint": "2101.00001", "eprinttype": "arxiv", "eprintclass": "cs.LG"}),
        ("misc", {"eprint": "2101.00001", "archivePrefix": "arXiv", "primaryClass": "cs.LG"}),
        ("misc", {"howpublished": "arXiv:2101.00001 [cs.LG]"}),
        ("misc", {"note": "arXiv preprint arXiv:2101.00001"}),
        ("misc", {"publisher": "arXiv", "doi": "10.48550/ARXIV.2101.00001"}),
        ("online", {"eprint": "2101.00001v3", "eprinttype": "arXiv"}),
        ("article", {"arxiv": "2101.00001"}),
        ("techreport", {"institution": "arXiv", "number": "arXiv:2101.00001"}),
    ],
)  # fmt: skip
def test_what_is_only_on_arxiv_is_a_preprint(kind: str, fields: dict[str, str]) -> None:
    found = work(kind, **fields)
    assert (found.type, found.venue.plain, ids(found)) == (
        "article",
        "arXiv",
        {"arxiv": "2101.00001"},
    )
    assert (found.volume, found.pages, found.note.plain) == ("", "", "")


def test_what_is_only_on_another_server_is_a_preprint_there() -> None:
    found = work("misc", eprint="hal-1", archiveprefix="HAL")
    assert (found.type, found.venue.plain) == ("article", "HAL")
    assert found.links == (Link("paper", "https://hal.science/hal-1"),)


def test_a_published_paper_on_arxiv_is_no_preprint() -> None:
    found = work("article", journal="Sheep Letters", eprint="cs/0301012", eprinttype="arxiv")
    assert (found.type, found.venue.plain, ids(found)) == (
        "article-journal",
        "Sheep Letters",
        {"arxiv": "cs/0301012"},
    )


@pytest.mark.parametrize("cut", ["abs/1302.4", "abs/2303.0"])
def test_an_arxiv_id_that_was_cut_is_none(cut: str) -> None:
    assert not work("article", journal="CoRR", volume=cut).identifiers


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({"eprint": "192379", "eprinttype": "jstor"}, "https://www.jstor.org/stable/192379"),
        ({"hal_id": "hal-1"}, "https://hal.science/hal-1"),
        ({"pmid": "123"}, "https://pubmed.ncbi.nlm.nih.gov/123/"),
        ({"howpublished": r"\url{https://example.org/a_b}"}, "https://example.org/a_b"),
        ({"note": "Available at https://example.org/a"}, "https://example.org/a"),
        ({"journal": "http://example.org/a"}, "http://example.org/a"),
        ({"bdsk_url_1": "https://example.org/a"}, "https://example.org/a"),
        ({"url": r"https://example.org/a\_b\%20c\#d"}, "https://example.org/a_b%20c#d"),
        ({"html": "https://example.org/a"}, "https://example.org/a"),
    ],
)
def test_addresses_are_links(fields: dict[str, str], address: str) -> None:
    found = work("misc", **fields)
    assert [link.url for link in found.links] == [address]
    assert not found.note
    assert not found.venue


def test_links_have_kinds_and_files_on_a_disk_are_none() -> None:
    found = work(
        "misc",
        url="https://example.org/sheep https://example.org/more",
        code="https://example.org/code",
        video="https://example.org/talk",
        website="https://example.org/site",
        pdf="sheep.pdf",
        file=":/home/ada/sheep.pdf:PDF",
        slides="slides.pdf",
        html="True",
        biburl="https://example.org/x.bib",
    )
    assert found.links == (
        Link("code", "https://example.org/code"),
        Link("paper", "https://example.org/more"),
        Link("paper", "https://example.org/sheep"),
        Link("project", "https://example.org/site"),
        Link("video", "https://example.org/talk"),
    )


def test_the_url_of_a_host_of_code_is_code() -> None:
    found = work("misc", url="https://github.com/ada/sheep")
    assert found.links == (Link("code", "https://github.com/ada/sheep"),)


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"year": "1992"}, "1992"),
        ({"year": "{Jan./1992}"}, "1992-01"),
        ({"year": "1992", "month": "jun # { 26-29}"}, "1992-06"),
        ({"year": "1992", "month": "{SEP}"}, "1992-09"),
        ({"year": "1992", "month": "02", "day": "3"}, "1992-02-03"),
        ({"year": "c. 1992"}, "1992"),
        ({"year": "1992 (清同治四年)"}, "1992"),
        ({"year": "1992. --- 277 p."}, "1992"),
        ({"year": "1992--1993"}, "1992"),
        ({"year": "1992/1993"}, "1992"),
        ({"year": "[1990] 1992"}, "1992"),
        ({"date": "1992-05/1992-06"}, "1992-05"),
        ({"date": "1984/1986"}, "1984"),
        ({"date": "1992-05-03", "year": "1993"}, "1992-05-03"),
        ({"date": "1992~"}, "1992"),
        ({"date": "1992-21"}, "1992"),
        ({"date": "1992-XX"}, "1992"),
        ({"date": "/1992"}, "1992"),
        ({"date": "1992/.."}, "1992"),
        ({"urldate": "2001-01-01", "origdate": "1900", "year": "1992"}, "1992"),
        ({"year": "n.d."}, "None"),
        ({"urldate": "2001-01-01"}, "None"),
    ],
)
def test_dates(fields: dict[str, str], date: str) -> None:
    body = ", ".join(
        f"{name} = {value}" if "#" in value else f"{name} = {{{value}}}"
        for name, value in fields.items()
    )
    assert str(only(f"@misc{{k, title = {{Sheep}}, {body}}}").work.issued) == date


def test_what_is_to_appear_has_no_year_and_says_so() -> None:
    found = work("article", journal="Sheep Letters", year="to appear")
    assert (found.issued, found.note.plain) == (None, "to appear")
    assert work("article", year="to appear", note="Long").note.plain == "Long"


def test_what_is_no_year_is_told() -> None:
    reading, problems = read("@misc{k,\n title = {Sheep},\n year = {199X}\n}")
    assert len(reading.records) == 1
    assert problems == ['refs.bib:3: year: "199X" is not a year; left out (four digits)']


@pytest.mark.parametrize(
    ("fields", "attribute", "value"),
    [
        ({"subtitle": "All of Them"}, "title", "Counting Sheep: All of Them"),
        ({"title": "Sheep?", "subtitle": "Yes"}, "title", "Sheep? Yes"),
        ({"title": "{{Sheep: All}}", "subtitle": "All"}, "title", "Sheep: All"),
        ({"articleno": "12", "numpages": "20"}, "pages", "12"),
        ({"pages": "--", "eid": "101"}, "pages", "101"),
        ({"pages": "n/a-n/a"}, "pages", ""),
        ({"issue": "3"}, "issue", "3"),
        ({"langid": "ngerman"}, "language", "de"),
        ({"language": "{English}"}, "language", "en"),
        ({"language": "langlatin and langgerman"}, "language", ""),
        ({"note": "Cited by: 5; All Open Access"}, "note", ""),
        ({"pubstate": "inpress"}, "note", "In press"),
        ({"annote": "Read me", "groups": "Mine", "abbr": "X"}, "note", ""),
    ],
)
def test_fields_that_need_a_look(fields: dict[str, str], attribute: str, value: str) -> None:
    assert str(getattr(work("misc", **fields), attribute)) == value


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"keywords": "a b; c, d"}, ["a b", "c, d"]),
        ({"keywords": "{Sheep, Goats}, wool"}, ["Sheep, Goats", "wool"]),
        ({"keywords": "{sheep; wool}"}, ["sheep", "wool"]),
        ({"author_keywords": "sheep", "keywords": "indexed"}, ["sheep"]),
        ({"mendeley_tags": "sheep,wool"}, ["sheep", "wool"]),
        ({"groups": "Mine"}, []),
    ],
)
def test_keywords(fields: dict[str, str], words: list[str]) -> None:
    assert [word.plain for word in work("misc", **fields).keywords] == words


def test_who_published_a_book_a_thesis_or_a_report_is_its_venue_and_its_publisher() -> None:
    for kind, field in (("book", "publisher"), ("phdthesis", "school"), ("report", "institution")):
        found = work(kind, **{field: "Invented House"})
        assert (found.venue.plain, found.publisher.plain) == ("Invented House",) * 2


def test_scopus_says_what_was_read_at_a_conference() -> None:
    said = {"document_type": "Conference Paper", "journal": "Sheep Conference, SC 2007"}
    assert work("article", **said).type == "paper-conference"
    assert work("article", **said | {"journal": "Sheep Letters"}).type == "article-journal"


def test_the_conference_is_named_once() -> None:
    found = work("inproceedings", booktitle="Proc. Sheep", eventtitle="Sheep 2020")
    assert (found.venue.plain, found.event.plain) == ("Proc. Sheep", "Sheep 2020")
    assert not work("inproceedings", eventtitle="Sheep 2020").event


def test_the_number_of_a_book_is_its_place_in_a_series() -> None:
    assert work("book", number="3", series="Sheep Series").issue == ""
    assert work("article", number="3", series="Third Series").issue == "3"
    assert work("techreport", number="RC-3").issue == "RC-3"


def test_the_series_of_a_book_is_what_it_is_in() -> None:
    assert work("book", series="Sheep Series").container_title.plain == "Sheep Series"
    assert work("book", maintitle="Works", series="S").container_title.plain == "Works"


def test_macros_are_resolved_wherever_they_are_defined() -> None:
    record = only("""
@string{sl = {Sheep Letters}}
@STRING(full = sl # " of " # later)
@article{k, title = {T}, journal = full, note = cacm # {!}, year = 2000, month = jan}
@string{later = "Fold"}
""")
    assert record.work.venue.plain == "Sheep Letters of later"
    assert record.work.note.plain == "Communications of the ACM!"
    later = only("@misc{k, title = ttt}\n@string{ttt = {Sheep}}")
    assert later.work.title.plain == "Sheep"


def test_a_word_that_is_no_macro_is_kept_and_told_once() -> None:
    reading, problems = read(
        "@article{a,\n title = {A},\n journal = JSL,\n year = 2001}\n"
        "@article{b, title = {B}, journal = jsl}"
    )
    assert [record.work.venue.plain for record in reading.records] == ["JSL", "jsl"]
    assert reading.records[0].work.year == 2001
    (problem,) = problems
    assert problem.startswith('refs.bib:3: "JSL" is in no braces and no @string; kept as a word')


def test_macros_that_grow_without_end_are_bounded() -> None:
    text = '@string{a = "xxxxxxxxxx"}\n' + "@string{a = a # a}\n" * 60
    reading, _ = read(f"{text}@misc{{k, title = a # {' # '.join('a' * 99)}}}")
    assert len(reading.records[0].work.title.plain) < 30_000


def test_fields_that_stand_twice() -> None:
    reading, problems = read(
        "@misc{k,\n title = {Sheep},\n TITLE = {Goats},\n keywords = {a},\n keywords = {b},\n"
        " author = {Ada Example},\n author = {Ben Sample},\n year = 2001,\n year = {2001}\n}"
    )
    (found,) = (record.work for record in reading.records)
    assert found.title.plain == "Sheep"
    assert [word.plain for word in found.keywords] == ["a", "b"]
    assert [name.natural for name in found.authors] == ["Ada Example", "Ben Sample"]
    assert problems == [
        'refs.bib:3: k: a second TITLE: "Goats"; left out (keep one of them)',
    ]


def test_an_entry_without_a_title_costs_no_other() -> None:
    reading, problems = read(
        "@misc{a, title = {A}}\n@misc{b,\n year = 2001}\n@misc{c, title = {C}}"
    )
    assert [record.work.title.plain for record in reading.records] == ["A", "C"]
    assert (reading.rejected, reading.entries) == (1, 3)
    assert problems == ['refs.bib:2: no "title"; entry left out (every paper needs one)']


def test_faults_are_told_with_the_line_and_what_to_do() -> None:
    _, problems = read("@misc{k,\r\n title = {Sheep}\r\n year = 2001\r\n}\r\n")
    assert problems == [
        "refs.bib:3: k: no comma before this field (write one behind the field before)"
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_show_them(ending: str) -> None:
    reading, _ = read(
        ending.join(["% a \\", "", "@misc{a, title={A \\", "}}", "@misc{b, title={B}}"])
    )
    assert [record.place.line for record in reading.records] == [3, 5]


def test_keys_that_two_entries_have() -> None:
    reading, problems = read(
        "@misc{k, title = {{Sheep}}}\n@misc{k, title = {sheep.}}\n@misc{k, title = {Goats}}"
    )
    assert reading.entries == len(reading.records) == 3
    assert problems == [
        'refs.bib:2: "k" is the key of line 1, too: the same paper',
        'refs.bib:3: "k" is the key of line 1, too: another paper; both are kept',
    ]


def test_a_type_that_nobody_knows_is_told_and_read() -> None:
    reading, problems = read("@artcile{k, title = {Sheep}, journal = {Sheep Letters}}")
    assert reading.records[0].work.best_type == "article-journal"
    assert problems == ["refs.bib:1: @artcile is no known type; its venue tells what it is"]


def test_a_paper_of_two_thousand_authors() -> None:
    names = " and ".join(f"Example{i}, Ada" for i in range(2000))
    assert len(work("article", author=names).authors) == 2000


def test_a_file_without_an_entry_is_told() -> None:
    assert read("% nothing here\n")[1] == ["refs.bib: no entry (an entry begins with @)"]


def test_a_file_with_too_many_entries_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bibtex, "MAX_ENTRIES", 2)
    problems = Problems()
    text = "".join(f"@misc{{k{i}, title = {{T{i}}}}}\n" for i in range(4))
    assert BibtexReader().read(FILE, text, problems).entries == 2
    (problem,) = problems
    assert problem.severity is Severity.ERROR
    assert str(problem).startswith("refs.bib:3: 2 entries more than the 2 papers")


@pytest.mark.parametrize(
    ("name", "text", "recognised"),
    [
        ("a.bib", "% Encoding: UTF-8\n\n@Article{k,\n title = {A}\n}", True),
        ("a.txt", "@article{k,\n title = {A}\n}", True),
        ("export", "Export of 3 May\n\n@misc{k, title = {A}}\n@misc{l, title = {B}}", True),
        ("a.bib", "", True),
        ("a.bib", "% nothing yet\n", True),
        ("a.bib", "<html><body>@misc{k, title={A}}</body></html>", False),
        ("a.bib", '{"title": "A"}', False),
        ("a.bib", "TY  - JOUR\nTI  - Sheep\nER  - \n", False),
        ("a.txt", "Sheep are counted at last.\n@article{k, title={A}}\n" + "Words. " * 40, False),
        ("README.md", "# Sheep\n\nCite:\n```\n@misc{k, title={A}}\n```\n" + "Words.\n" * 40, False),
        ("a.txt", "@home (sheep)\n", False),
    ],
)
def test_a_file_is_known_by_what_is_in_it(name: str, text: str, recognised: Any) -> None:
    assert BibtexReader().recognises(SourceFile(Path(name), name, name), text) is recognised


def test_braces_in_titles_and_houses_hold_more_than_words() -> None:
    found = work("report", title="Dogs {(Canidae, Carnivora)}", institution="Fold {(Moor, UK)}")
    assert found.title.plain == "Dogs (Canidae, Carnivora)"
    assert found.venue.name.plain == "Fold (Moor, UK)"


@pytest.mark.parametrize("journal", ["Ar{X}iv:2101.00001", "{arXiv} preprint {arXiv}:2101.00001"])
def test_arxiv_is_known_whatever_its_braces(journal: str) -> None:
    found = work("article", journal=journal)
    assert (found.type, found.venue.name.plain) == ("article", "arXiv")
    assert ids(found) == {"arxiv": "2101.00001"}


def test_addresses_of_other_versions_are_links_without_their_dois() -> None:
    found = work("article", doi="10.1234/sheep", eprint="https://example.org/pdf/sheep.pdf")
    assert found.links == (Link("pdf", "https://example.org/pdf/sheep.pdf"),)
    found = work("article", doi="10.1234/sheep", preprint="https://arxiv.org/abs/2101.00001")
    assert ids(found) == {"doi": "10.1234/sheep", "arxiv": "2101.00001"}
    found = work("article", doi="10.1234/sheep", preprint="https://doi.org/10.1101/2021.01.01.1")
    assert (ids(found), found.links) == ({"doi": "10.1234/sheep"}, ())
    inside = "http://press.prod.sis.lan/pdf/sheep.pdf"
    assert not work("article", doi="10.1234/sheep", eprint=inside).links


def test_what_has_no_title_may_be_described() -> None:
    record = only("@dataset{key, titleaddon = {Raw counts of sheep}, year = 2020}")
    assert record.work.title.plain == "Raw counts of sheep"


def test_an_entry_that_lost_its_sign_is_read_with_a_warning() -> None:
    lost = "Article {lost,\n  title = {Woolly Networks}\n}\n"
    inside = "@misc{c, title={Goats}, abstract={See\narticle{x, which} is {one}}}\n"
    reading, problems = read(f"@misc{{a, title={{Sheep}}}}\n{lost}{inside}")
    assert [(r.work.title.plain, r.place.line) for r in reading.records] == [
        ("Sheep", 1),
        ("Woolly Networks", 2),
        ("Goats", 5),
    ]
    assert problems == ["refs.bib:2: Article has no @ before it; read as an entry (write @Article)"]
