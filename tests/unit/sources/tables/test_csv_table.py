"""Tables of papers as programs and people export them, and what is wrong with some."""

from __future__ import annotations

import pytest

from generator.sources.tables.csv_table import CsvReader
from generator.values.identifier import Identifier
from generator.values.link import Link
from generator.values.paper import SourceRecord
from tests.unit.sources.reading import file_of, lines, read, titles

READER = CsvReader()

SCOPUS = """\
"Authors","Author full names","Author(s) ID","Title","Year","Source title","Volume","Issue","Art. No.","Page start","Page end","DOI","Link","Abstract","Author Keywords","Document Type","Publication Stage","Source","EID"
"Example A.; Sample B.","Example, Ada (57200000001); Sample, Ben (57200000002)","572; 573","Counting sheep","2021","Journal of Sheep","12","3","","12","19","10.1234/abc","https://www.scopus.com/a?eid=2-s2.0-1","We ""count"", slowly.","sheep; counting","Article","Final","Scopus","2-s2.0-1"
"""  # noqa: E501
IEEE = """\
"Document Title",Authors,"Author Affiliations","Publication Title",Date Added To Xplore,"Publication Year","Volume","Issue","Start Page","End Page","Abstract","DOI",PDF Link,"Author Keywords","IEEE Terms","Document Identifier"
"Counting sheep","A. Example; B. Sample","Pond","2021 Conference on Sheep","12 March 2022","2021","","","12","19","We count.","10.1234/abc","https://ieeexplore.ieee.org/stamp.jsp?arnumber=1","sheep;counting","Wool;Hay","IEEE Conferences"
"""  # noqa: E501
PUBMED = """\
PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI
"333","Counting sheep.","Example A, Sample BC.","J Sheep. 2021 Mar;1:2","Example A","J Sheep","2021","2021/03/12","","","10.1234/abc"
"""  # noqa: E501
DIMENSIONS = """\
"About the data: exported on Jan 01, 2024, from a criterion, and another"
Rank,Publication ID,DOI,Title,Abstract,Source title,Publisher,Publication Date,PubYear,Volume,Issue,Pagination,Publication Type,Authors,Dimensions URL
500,pub.1,10.1234/abc,Counting sheep,We count.,Journal of Sheep,Wool Press,2021-03-12,2021,12,3,12-19,Article,"Example, Ada; Sample, Ben",https://app.example.org/pub.1
"""  # noqa: E501
OPENALEX = """\
id,doi,title,display_name,publication_year,publication_date,type,authorships.author.display_name,primary_location.source.display_name,primary_location.pdf_url,biblio.volume,biblio.issue,biblio.first_page,biblio.last_page,keywords.display_name,language
https://openalex.org/W1,https://doi.org/10.1234/abc,Counting sheep,Counting sheep,2021,2021-03-12,article,Ada Example|Ben Sample,Journal of Sheep,https://example.org/a.pdf,12,3,12,19,sheep|counting,en
"""  # noqa: E501
WOS = (
    "PT\tAU\tAF\tTI\tSO\tLA\tDT\tCT\tDE\tID\tAB\tPU\tPD\tPY\tVL\tIS\tBP\tEP\tAR\tDI\tUT\n"
    "J\tExample, A; Sample, B\tExample, Ada; Sample, Ben\tCounting sheep\tJournal of Sheep\tEnglish"
    "\tArticle; Early Access\t\tsheep; counting\tWOOL\tWe count.\tWool Press\tMAR 12\t2021\t12\t3"
    "\t12\t19\t\t10.1234/abc\tWOS:1\n"
)
PUBLISH_OR_PERISH = """\
"Cites","Authors","Title","Year","Source","Publisher","ArticleURL","CitesURL","GSRank","QueryDate","Type","DOI","Volume","Issue","StartPage","EndPage","FullTextURL"
3,"A Example, B Sample","Counting sheep",2021,"Journal of Sheep","Wool Press","https://example.org/a","https://example.org/cites",1,"2024-01-01","PDF","10.1234/abc",12,0,12,19,"https://example.org/a.pdf"
"""
ZOTERO = """\
"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","DOI","Url","Abstract Note","Date","Date Added","Pages","Issue","Volume","Journal Abbreviation","Publisher","Language","Extra","File Attachments","Manual Tags","Automatic Tags","Editor","Conference Name"
"ABCD2345","journalArticle","2021","Example, Ada; Sample, Ben","Counting sheep","Journal of Sheep","","10.1234/abc","https://example.org/a","We count.","2021-03-12","2022-01-01 10:00:00","12-19","3","12","J. Sheep","","English","arXiv: 2101.00001 [cs.CL]","/home/ada/sheep.pdf","sheep, black","counting","Instance, Cleo",""
"""  # noqa: E501
RAYYAN = """\
key,title,authors,issn,volume,issue,pages,day,month,year,publisher,pubmed_id,url,abstract,notes,doi,journal
1,Counting sheep,"Example, Ada and Sample, Ben",1234,12,3,12-19,12,3,2021,Wool Press,,https://example.org/a,We count.,,10.1234/abc,Journal of Sheep
"""  # noqa: E501
EXPORTS = {
    "Scopus": SCOPUS,
    "IEEE": IEEE,
    "PubMed": PUBMED,
    "Dimensions": DIMENSIONS,
    "OpenAlex": OPENALEX,
    "Web of Science": WOS,
    "Publish or Perish": PUBLISH_OR_PERISH,
    "Zotero": ZOTERO,
    "Rayyan": RAYYAN,
}
#: What each export says of the same paper: authors, venue, type, volume, issue, pages, date.
SAYS = {
    "Scopus": ("Ada Example", "Journal of Sheep", "article-journal", "12", "3", "12–19", "2021"),
    "IEEE": ("A. Example", "2021 Conference on Sheep", "paper-conference", "", "", "12–19", "2021"),
    "PubMed": ("A Example", "J Sheep", None, "", "", "", "2021"),
    "Dimensions": (
        "Ada Example", "Journal of Sheep", "article-journal", "12", "3", "12–19", "2021-03-12",
    ),
    "OpenAlex": (
        "Ada Example", "Journal of Sheep", "article-journal", "12", "3", "12–19", "2021-03-12",
    ),
    "Web of Science": (
        "Ada Example", "Journal of Sheep", "article-journal", "12", "3", "12–19", "2021-03-12",
    ),
    "Publish or Perish": ("A Example", "Journal of Sheep", None, "12", "", "12–19", "2021"),
    "Zotero": (
        "Ada Example", "Journal of Sheep", "article-journal", "12", "3", "12–19", "2021-03-12",
    ),
    "Rayyan": ("Ada Example", "Journal of Sheep", None, "12", "3", "12–19", "2021-03-12"),
}  # fmt: skip


def only(text: str) -> SourceRecord:
    (record,) = read(READER, text)[0].records
    return record


@pytest.mark.parametrize("source", EXPORTS)
def test_the_tables_of_data_bases_are_read(source: str) -> None:
    text = EXPORTS[source]
    assert READER.recognises(file_of("saved.txt"), text)
    reading, problems = read(READER, text)
    assert problems == []
    (record,) = reading.records
    work = record.work
    assert work.title.plain == "Counting sheep"
    assert work.identifiers[0] == Identifier("doi", "10.1234/abc")
    assert len(work.authors) == 2
    found = (
        work.authors[0].natural, work.venue.plain, work.type, work.volume, work.issue, work.pages,
        str(work.issued),
    )  # fmt: skip
    assert found == SAYS[source]


def test_a_row_of_zotero_keeps_tags_with_commas_and_no_path_of_a_file() -> None:
    work = only(ZOTERO).work
    assert [word.plain for word in work.keywords] == ["sheep, black", "counting"]
    assert work.links == (Link("paper", "https://example.org/a"),)
    assert work.identifiers[1] == Identifier("arxiv", "2101.00001")
    assert [name.natural for name in work.editors] == ["Cleo Instance"]
    assert (work.language, work.note.plain) == ("en", "")


def test_keywords_are_the_authors_own_and_full_names_go_before_initials() -> None:
    assert [word.plain for word in only(IEEE).work.keywords] == ["sheep", "counting"]
    assert [word.plain for word in only(WOS).work.keywords] == ["sheep", "counting"]
    assert [name.natural for name in only(SCOPUS).work.authors] == ["Ada Example", "Ben Sample"]
    assert only(SCOPUS).work.abstract.plain == 'We "count", slowly.'


HEAD = "title,authors,year,doi,url"
BEFORE = "Rams,Ada Example,2020,10.1234/a,https://example.org/a"
AFTER = "Ewes,Ben Sample,2022,10.1234/z,https://example.org/z"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_parts_cells_and_lines_is_found_out(sign: str, end: str) -> None:
    text = end.join(line.replace(",", sign) for line in (HEAD, BEFORE, "", AFTER))
    for start, first in (("", 2), (f"sep={sign}{end}", 3)):
        reading, problems = read(READER, start + text)
        assert (titles(reading), lines(reading), problems) == (
            ["Rams", "Ewes"],
            [first, first + 2],
            [],
        )


@pytest.mark.parametrize(
    "head",
    [
        "Title,Authors,Year,DOI,URL",
        "TITLE,AUTHOR(S),Publication Year,doi link,Link",
        '"Titel","Autoren","Jahr","DOI","Link"',
        "Titre,Auteurs,Année,DOI,URL",
        "Título,Autores,Año,DOI,Enlace",
        "Titolo,Autori,Anno,DOI,URL",
        "Название,Авторы,Год,DOI,Ссылка",
        "题名,作者,年份,DOI,链接",
        "Name,Authors,Published,DOI,Paper Link",
        "Paper,Authors,Date,DOI,Link",
        '"Title (as printed)","Author(s)","Year (of the venue)",DOI,Link (arXiv)',
    ],
)
def test_columns_are_known_by_many_names(head: str) -> None:
    reading, problems = read(READER, f"{head}\n{BEFORE}\n")
    work = reading.records[0].work
    assert problems == []
    assert (work.title.plain, work.year, work.identifiers[0].value) == ("Rams", 2020, "10.1234/a")
    assert [name.natural for name in work.authors] == ["Ada Example"]
    assert work.links == (Link("paper", "https://example.org/a"),)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ada Example; Ben Sample", ["Ada Example", "Ben Sample"]),
        ("Ada Example|Ben Sample", ["Ada Example", "Ben Sample"]),
        ("Example, Ada and Sample, Ben", ["Ada Example", "Ben Sample"]),
        ("Ada Example\nBen Sample", ["Ada Example", "Ben Sample"]),
        ("Ada Example,Ben Sample", ["Ada Example", "Ben Sample"]),
        ("Ada Example, Ben Sample, Cleo Pond", ["Ada Example", "Ben Sample", "Cleo Pond"]),
        ("['Ada Example', 'Ben Sample']", ["Ada Example", "Ben Sample"]),
        ("[{'authorId': '1', 'name': 'Ada Example'}]", ["Ada Example"]),
        ("Example, Ada", ["Ada Example"]),
        ("N/A", []),
    ],
)
def test_authors_are_parted_by_what_surely_parts_them(cell: str, names: list[str]) -> None:
    reading, problems = read(READER, f'{HEAD}\nRams,"{cell}",2020,,\n')
    assert problems == []
    assert [name.natural for name in reading.records[0].work.authors] == names


def test_a_row_with_three_names_tells_how_rows_with_two_are_parted() -> None:
    two, three = '"Ada Example, Ben Sample"', '"Ada Example, Ben Sample, Cleo Pond"'
    reading, problems = read(READER, f"{HEAD}\nRams,{two},2020,,\nEwes,{three},2020,,\n")
    assert [len(record.work.authors) for record in reading.records] == [2, 3]
    assert problems == []
    reading, problems = read(READER, f"{HEAD}\nRams,{two},2020,,\n")
    assert len(reading.records[0].work.authors) == 1
    assert "may be one name or several" in problems[0]


def test_words_for_nothing_are_nothing() -> None:
    reading, problems = read(READER, f"{HEAD}\nRams,nan,N/A,-,null\n ,\t,,,\n,,,,\n-,-,-,-,-\n")
    work = reading.records[0].work
    assert (work.authors, work.year, work.identifiers, work.links) == ((), None, (), ())
    assert (len(reading.records), reading.rejected, problems) == (1, 0, [])


def test_a_header_that_comes_again_is_no_paper() -> None:
    reading, problems = read(READER, f"{HEAD}\n{BEFORE}\n\nTitle,Authors,Year,DOI,URL\n{AFTER}\n")
    assert (titles(reading), lines(reading), problems) == (["Rams", "Ewes"], [2, 5], [])


def test_the_first_of_two_columns_of_one_name_that_holds_something_counts() -> None:
    reading, _ = read(READER, "title,year,title,doi\n,2020,Rams,10.1234/a\nEwes,2020,Wool,\n")
    assert titles(reading) == ["Rams", "Ewes"]


FAULTS = {
    # Fault: (row, its title or None where the row is left out, its year).
    "too few cells": ("Lambs,Cleo Pond", "Lambs", None),
    "only a title": ("Lambs", "Lambs", None),
    "empty cells too many": ("Lambs,Cleo Pond,2021,,,,,", "Lambs", 2021),
    "a comma in a title": ("Lambs, and wool,Cleo Pond,2021,10.1234/b,", "Lambs, and wool", 2021),
    "a comma in authors": ("Lambs,Cleo Pond, Dan Hay,2021,10.1234/b,", "Lambs", 2021),
    "a glued comma in authors": ("Lambs,Pond,Hay,2021,10.1234/b,", None, None),
    "far too many cells": ("a,b,c,d,e,f,g,h", None, None),
    "a quote that is not closed": ('"Lambs,Cleo Pond,2021,10.1234/b,', "Lambs", 2021),
    "quotes within quotes": ('"On "Lambs" here",Cleo Pond,2021,,', 'On "Lambs" here', 2021),
    "quotes within, two lines": ('"On "Lambs"\nhere",Cleo Pond,2021,,', 'On "Lambs" here', 2021),
    "a cell over two lines": ('"Lambs\nand wool",Cleo Pond,2021,,', "Lambs and wool", 2021),
    "an inch": ('5" of wool,Cleo Pond,2021,,', '5" of wool', 2021),
    "no title": (",Cleo Pond,2021,10.1234/b,", None, None),
    "no year": ("Lambs,Cleo Pond,soon,,", "Lambs", None),
}
#: These are no faults.
SILENT = {"empty cells too many", "a cell over two lines", "an inch"}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_costs_its_own_row_at_most_and_is_told_with_its_line(fault: str) -> None:
    row, title, year = FAULTS[fault]
    reading, problems = read(READER, f"{HEAD}\n{BEFORE}\n{row}\n{AFTER}\n", "x.csv")
    assert titles(reading) == ["Rams", *([title] if title else []), "Ewes"]
    assert lines(reading)[-1] == 4 + row.count("\n")
    assert reading.rejected == (0 if title else 1)
    if title:
        assert reading.records[1].work.year == year
    assert all(problem.startswith("x.csv:3: ") for problem in problems)
    assert bool(problems) == (fault not in SILENT)


def test_blanks_behind_commas_are_no_part_of_cells() -> None:
    text = 'title, authors, year\nRams, "Example, Ada", 2020\nEwes, Ben Sample, 2021\n'
    reading, problems = read(READER, text)
    assert problems == []
    assert [record.work.authors[0].natural for record in reading.records] == [
        "Ada Example",
        "Ben Sample",
    ]


def test_many_quotes_that_are_not_closed_cost_their_own_rows_only() -> None:
    broken = "\n".join(f'"Lambs {n},Cleo Pond,2021,,' for n in range(30))
    reading, problems = read(READER, f"{HEAD}\n{BEFORE}\n{broken}\n{AFTER}\n")
    assert len(reading.records) == 32
    assert len(problems) == 30


def test_addresses_are_those_of_their_columns_and_other_words_are_none() -> None:
    head = "title,paper,pdf,code,data,video"
    row = "Rams,https://example.org/a,https://example.org/a.pdf,yes,ImageNet,[Talk](https://example.org/v)"
    assert only(f"{head}\n{row}\n").work.links == (
        Link("paper", "https://example.org/a"),
        Link("pdf", "https://example.org/a.pdf"),
        Link("video", "https://example.org/v"),
    )
    linked = only("Paper,Venue\n[Rams](https://example.org/a),Sheep\n")
    assert linked.work.links == (Link("paper", "https://example.org/a"),)
    assert linked.work.title.plain == "Rams"


def test_a_path_on_somebodys_disk_is_no_link() -> None:
    for path in (
        "/home/ada/a.pdf",
        "C:\\\\Users\\\\ada\\\\a.pdf",
        "file:///home/ada/a.pdf",
        "../a.pdf",
    ):
        reading, problems = read(READER, f"{HEAD}\nRams,Ada,2020,,{path}\n")
        assert reading.records[0].work.links == ()
        assert problems == []


@pytest.mark.parametrize("name", ["papers.csv", "papers.tsv"])
def test_a_table_without_a_header_is_refused_with_a_word_on_what_one_is(name: str) -> None:
    text = "Rams,Ada Example,2020\nEwes,Ben Sample,2021\n"
    assert READER.recognises(file_of(name), text)
    reading, problems = read(READER, text, name)
    assert reading.entries == 0
    assert len(problems) == 1
    assert "no header" in problems[0]
    assert "title,authors,year" in problems[0]


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "one line of words", "Rams,Ada Example,2020\nEwes,Ben Sample,2021\n", "a,b\n1,2\n",
     "name,url\nRams,https://example.org\n", "title\nRams\n", "@book{a,\n title={Rams, year}}\n",
     '[{"title": "Rams", "year": 2020}]', "<a>title,year</a>", "TY  - JOUR\nTI  - Rams\nER  - \n",
     "| Title | Authors | Year |\n| --- | --- | --- |\n| Rams | Ada | 2020 |\n",
     "# Papers\n\n- Rams, Ada Example, 2020\n"],
)  # fmt: skip
def test_other_formats_are_refused(text: str) -> None:
    assert not READER.recognises(file_of("x.txt"), text)


def test_a_file_of_another_format_with_the_ending_of_a_table_is_refused() -> None:
    for text in ("@book{a, title={Rams}}", '{"title": "Rams"}', "<xml/>", "just words\nand more\n"):
        assert not READER.recognises(file_of("x.csv"), text)


def test_notes_and_attachments_of_zotero_are_no_entries() -> None:
    text = (
        "Key,Item Type,Publication Year,Author,Title\n"
        'A,journalArticle,2019,"Example, Ada",Counting sheep\n'
        "B,attachment,,,sheep.pdf\n"
        "C,note,,,\n"
        'D,journalArticle,2020,"Example, Ada",Herding by ear\n'
    )
    reading, problems = read(READER, text)
    assert [record.work.title.plain for record in reading.records] == [
        "Counting sheep",
        "Herding by ear",
    ]
    assert reading.rejected == 2
    assert problems == ["given:3: rows that are notes or attachments, no papers, are left out: 2"]


def test_a_document_type_of_a_data_base_may_be_a_note() -> None:
    text = "Authors,Title,Year,Document Type\nExample A.,Counting sheep,2019,Note\n"
    assert only(text).work.title.plain == "Counting sheep"


def test_no_author_name_is_available() -> None:
    text = "Authors,Title,Year,EID\n[No author name available],Sheep of 2019,2019,2-s2.0-1\n"
    assert only(text).work.authors == ()


def test_a_preprint_of_publish_or_perish() -> None:
    work = only(
        "Authors,Title,Year,Source\nA Example,Sheep,2019,arXiv preprint arXiv:1901.00001\n"
    ).work
    assert work.venue.plain == "arXiv"
    assert [(one.kind, one.value) for one in work.identifiers] == [("arxiv", "1901.00001")]


def test_suffixes_stand_behind_initials() -> None:
    text = 'Title,Authors,Journal/Book\nSheep.,"Example AB, van Sample B, Wool C Jr.",J Sheep\n'
    names = [(name.family, name.given, name.suffix) for name in only(text).work.authors]
    assert names == [("Example", "AB", ""), ("Sample", "B", ""), ("Wool", "C", "Jr.")]
