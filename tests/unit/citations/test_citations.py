"""Citations: what is known, never more, and readable by other programs."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import SeparateCoAuthors

from generator.text.unicode import normal
from generator.values.identifier import KINDS
from generator.values.link import KINDS as LINKS
from generator.values.link import Link
from generator.values.name import Name
from generator.values.paper import Paper
from tests import given
from tests.citing import citation

BARE = given.paper("pebbles", "The price of pebbles")
KETTLES = given.paper(
    "watched-kettles",
    "Watched kettles",
    abstract="Steam waits until nobody looks.",
    authors=("Ada Kettle", "Ludwig van Pond", "The Tea Team"),
    year=2021,
    venue="Journal of Tea",
    links=(Link("code", "https://git.example.org/kettles"), Link("pdf", "https://example.org/k")),
    doi="10.1234/kettles",
)
CODE = Link("code", "https://git.example.org/kettles")


def bibtex_of(paper: Paper) -> dict[str, str]:
    """Return type, key and fields of the paper's BibTeX, as another program reads it."""
    library = parse_string(citation(paper).bibtex)
    assert library.failed_blocks == []
    (block,) = library.blocks
    (entry,) = library.entries
    assert block is entry
    fields = {field.key: field.value for field in entry.fields}
    return {"type": entry.entry_type, "key": entry.key, **fields}


def ris_of(paper: Paper) -> dict[str, Any]:
    (found,) = rispy.loads(citation(paper).ris)
    assert isinstance(found, dict)
    return found


def csl_of(paper: Paper) -> dict[str, Any]:
    (found,) = json.loads(citation(paper).csl)
    assert isinstance(found, dict)
    return found


def test_what_is_known_of_a_paper_is_in_its_bibtex() -> None:
    assert bibtex_of(KETTLES) == {
        "type": "article",
        "key": "kettle2021watched",
        "title": "Watched kettles",
        "author": "Kettle, Ada and van Pond, Ludwig and {The Tea Team}",
        "journal": "Journal of Tea",
        "year": "2021",
        "doi": "10.1234/kettles",
        "url": "https://doi.org/10.1234/kettles",
    }


def test_what_is_known_of_a_paper_is_in_its_ris() -> None:
    assert citation(KETTLES).ris.splitlines() == [
        "TY  - JOUR",
        "ID  - kettle2021watched",
        "TI  - Watched kettles",
        "AU  - Kettle, Ada",
        "AU  - van Pond, Ludwig",
        "AU  - The Tea Team",
        "T2  - Journal of Tea",
        "PY  - 2021",
        "DO  - 10.1234/kettles",
        "UR  - https://doi.org/10.1234/kettles",
        "ER  - ",
    ]


def test_what_is_known_of_a_paper_is_in_its_csl_json() -> None:
    assert csl_of(KETTLES) == {
        "id": "kettle2021watched",
        "citation-key": "kettle2021watched",
        "type": "article-journal",
        "title": "Watched kettles",
        "author": [
            {"family": "Kettle", "given": "Ada"},
            {"family": "Pond", "given": "Ludwig", "non-dropping-particle": "van"},
            {"literal": "The Tea Team"},
        ],
        "container-title": "Journal of Tea",
        "issued": {"date-parts": [[2021]]},
        "DOI": "10.1234/kettles",
        "URL": "https://doi.org/10.1234/kettles",
    }


@pytest.mark.parametrize(
    ("paper", "line"),
    [
        (
            KETTLES,
            "Ada Kettle, Ludwig van Pond, and The Tea Team. Watched kettles."
            " Journal of Tea, 2021. https://doi.org/10.1234/kettles",
        ),
        (BARE, "The price of pebbles."),
        (given.changed(BARE, title="Who counts sheep?", year=1999), "Who counts sheep? 1999."),
        (
            given.changed(BARE, authors=("Ada Kettle", "Pepper, Salt")),
            "Ada Kettle and Salt Pepper. The price of pebbles.",
        ),
        (
            given.changed(BARE, authors=tuple(f"A {c}man" for c in "BCDFGHJKLMNPQRSTVWXYZ")),
            "A Bman, A Cman, A Dman, A Fman, A Gman, A Hman, A Jman, A Kman, A Lman, A Mman"
            " et al. The price of pebbles.",
        ),
    ],
)
def test_a_citation_is_also_one_line_of_text(paper: Paper, line: str) -> None:
    assert citation(paper).plain == line


def test_of_a_paper_with_a_title_only_nothing_else_is_said() -> None:
    paper = given.changed(BARE, links=(CODE,))
    assert bibtex_of(paper) == {"type": "misc", "key": "price-nd", "title": "The price of pebbles"}
    assert ris_of(paper) == {
        "type_of_reference": "GEN",
        "id": "price-nd",
        "title": "The price of pebbles",
    }
    assert csl_of(paper) == {
        "id": "price-nd",
        "citation-key": "price-nd",
        "type": "document",
        "title": "The price of pebbles",
    }


ALL = {
    "doi": ("10.1234/a(1)<b;c", "https://doi.org/10.1234/a(1)%3Cb%3Bc"),
    "acl": ("P19-1001", "https://aclanthology.org/P19-1001"),
    "arxiv": ("2101.00010", "https://arxiv.org/abs/2101.00010"),
    "openreview": ("rJ4km2R5", "https://openreview.net/forum?id=rJ4km2R5"),
    "paper": ("https://example.org/;paper", "https://example.org/;paper"),
    "pdf": ("https://example.org/pdf", "https://example.org/pdf"),
}


@pytest.mark.parametrize("left_out", range(len(ALL) + 1))
def test_the_address_is_the_papers_own_and_the_most_lasting_one(left_out: int) -> None:
    known = list(ALL.items())[left_out:]
    values = [(kind, value) for kind, (value, _) in reversed(known)]
    paper = given.changed(
        BARE,
        links=(CODE, *(Link(kind, value) for kind, value in values if kind in LINKS)),
        **{kind: value for kind, value in values if kind in KINDS},
    )
    address = known[0][1][1] if known else None
    assert csl_of(paper).get("URL") == bibtex_of(paper).get("url") == address
    assert [url.replace("%3B", ";") for url in ris_of(paper).get("urls", [])] == (
        [address.replace("%3B", ";")] if address else []
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "mailto:a@example.org", "paper.pdf"])
def test_an_address_that_does_not_lead_to_a_paper_is_left_out(url: str) -> None:
    assert "URL" not in csl_of(given.changed(BARE, links=(Link("paper", url),)))


@pytest.mark.parametrize(
    ("venue", "identifiers", "kind", "field"),
    [
        ("Journal of Tea", (), "article", "journal"),
        ("IEEE Transactions on Kettles", (), "article", "journal"),
        ("TMLR", (), "article", "journal"),
        ("Proceedings of the VLDB Endowment", (), "article", "journal"),
        ("J. Tea Res.", (), "article", "journal"),
        ("ICML 2021", (), "inproceedings", "booktitle"),
        ("CVPR'19 Workshops", (), "inproceedings", "booktitle"),
        ("Conference on Pattern Recognition", (), "inproceedings", "booktitle"),
        ("Workshop on Steam", (("arxiv", "2101.00010"),), "inproceedings", "booktitle"),
        ("Kettle University Press", (("doi", "10.1234/x"),), "book", "publisher"),
        ("Kitchen table", (), "misc", "howpublished"),
        ("arXiv", (("arxiv", "2101.00010"),), "misc", "howpublished"),
        ("", (("arxiv", "2101.00010"),), "misc", ""),
        ("", (("acl", "P19-1001"),), "inproceedings", ""),
        ("", (("acl", "2020.tacl-1.3"),), "article", ""),
        ("", (("doi", "10.1234/x"),), "misc", ""),
    ],
)
def test_the_kind_follows_from_the_words_of_the_venue_and_the_ids(
    venue: str, identifiers: tuple[tuple[str, str], ...], kind: str, field: str
) -> None:
    found = bibtex_of(given.changed(BARE, venue=venue, **dict(identifiers)))
    assert found["type"] == kind
    if field:
        assert found[field] == venue
    else:
        assert not {"journal", "booktitle", "publisher", "howpublished"} & found.keys()


def test_a_book_names_its_publisher_in_every_form() -> None:
    book = given.changed(BARE, venue="Kettle University Press", year=2021)
    assert csl_of(book)["type"] == "book"
    assert csl_of(book)["publisher"] == ris_of(book)["publisher"] == "Kettle University Press"
    assert ris_of(book)["type_of_reference"] == "BOOK"
    assert "container-title" not in csl_of(book)
    assert "secondary_title" not in ris_of(book)


def test_a_preprint_names_its_archive() -> None:
    paper = given.changed(BARE, arxiv="2101.00010")
    found = bibtex_of(paper)
    assert (found["eprint"], found["archiveprefix"]) == ("2101.00010", "arXiv")
    assert csl_of(paper)["number"] == "arXiv:2101.00010"
    published = csl_of(given.changed(paper, venue="Journal of Tea"))
    assert (published["archive"], published["archive_location"]) == ("arXiv", "arXiv:2101.00010")
    assert "number" not in published
    assert (ris_of(paper)["name_of_database"], ris_of(paper)["accession_number"]) == (
        "arXiv",
        "2101.00010",
    )


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("AdaNPC and BERT in 3D", "{AdaNPC} and {BERT} in {3D}"),
        ("A GPT-3 for iPhones", "A {GPT-3} for {iPhones}"),
        ("Q-learning with T5", "{Q}-learning with {T5}"),
        ("Plain Words Keep Nothing", "Plain Words Keep Nothing"),
        ("50% of R&D #1_a $5", r"50\% of {R}\&{D} \#1\_a \$5"),
        (r"Rates of \(O(n^{2})\)", "Rates of {$O(n^{2})$}"),
        (r"\(\{x\} \\{y}\)", r"{$\lbrace x\rbrace  \cr {y}$}"),
        (
            r"{ \ } ~ ^",
            r"\textbraceleft{} \textbackslash{} \textbraceright{}"
            r" \textasciitilde{} \textasciicircum{}",
        ),
        ("Größe ≤ 日本", "Größe ≤ 日本"),
        ("a\n@article{x,\ny}", r"a @article\textbraceleft{}x, y\textbraceright{}"),
    ],
)
def test_a_title_is_safe_in_latex_and_keeps_the_case_of_names(title: str, written: str) -> None:
    assert bibtex_of(given.changed(BARE, title=title))["title"] == written


def test_a_formula_that_tex_could_not_read_is_said_in_words() -> None:
    title = bibtex_of(given.changed(BARE, title=r"On \({\alpha\) and \(5$\)"))["title"]
    assert "$" not in title.replace(r"\$", "")


def test_a_value_cannot_end_a_ris_reference() -> None:
    title = "One\nER  - \r\nTY  - BOOK\u2028AU  - Nobody"
    assert ris_of(given.changed(BARE, title=title, authors=("ER  -",)))["title"] == normal(title)


def test_authors_with_and_or_commas_in_them_stay_one() -> None:
    paper = given.changed(BARE, authors=("Salt and Pepper", "a, b, c, d AND e", "{others}", "{x"))
    library = parse_string(citation(paper).bibtex, append_middleware=[SeparateCoAuthors()])
    assert library.entries[0]["author"] == [
        "{Salt and Pepper}",
        "{a, b, c, d AND e}",
        "{others}",
        r"{\textbraceleft{}x}",
    ]


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ({"family": "Pond", "given": "Ada", "particle": "van"}, "van Pond, Ada"),
        ({"family": "Bread and Butter", "given": "Ada"}, "{Bread and Butter}, Ada"),
        ({"family": "Pond", "given": "Ada, Baroness"}, "Pond, {Ada, Baroness}"),
        ({"family": "de Pond", "given": "Ada"}, "{de Pond}, Ada"),
        ({"family": "Pond Quill"}, "{Pond Quill}"),
        ({"family": "Pond", "suffix": "Jr."}, "{Pond Jr.}"),
        ({"family": "Pond", "given": "--"}, "Pond, {--}"),
        ({"family": "Pond", "given": "Ada", "suffix": "Jr."}, "Pond, Jr., Ada"),
        ({"family": "others", "given": "Ada"}, "{others}, Ada"),
    ],
)
def test_a_part_of_a_name_is_read_as_that_part(parts: dict[str, Any], written: str) -> None:
    work = replace(BARE.work, authors=(Name(**parts), Name(literal="Tea Team")))
    assert bibtex_of(replace(BARE, work=work))["author"] == f"{written} and {{Tea Team}}"


def test_a_title_in_another_language_keeps_every_capital() -> None:
    paper = given.changed(BARE, title=r"Über Schafe und \(n^2\) Ziegen", language="de")
    assert bibtex_of(paper)["title"] == "{Über Schafe und $n^2$ Ziegen}"
    assert "title" not in bibtex_of(given.changed(paper, title=" "))
    for language in ("en", "en-GB", "English", ""):
        found = bibtex_of(given.changed(paper, language=language))["title"]
        assert found == "Über Schafe und {$n^2$} Ziegen"


@pytest.mark.parametrize(
    ("note", "type_"),
    [
        ("Master’s thesis", "mastersthesis"),
        ("Master thesis, Invented University", "mastersthesis"),
        ("MSc thesis", "mastersthesis"),
        ("Diplomarbeit", "mastersthesis"),
        ("PhD thesis", "phdthesis"),
        ("Mastering sheep", "phdthesis"),
        ("", "phdthesis"),
    ],
)
def test_a_thesis_is_a_masters_where_its_note_says_so(note: str, type_: str) -> None:
    paper = given.changed(BARE, type="thesis", note=note)
    assert bibtex_of(paper)["type"] == type_
    is_masters = type_ == "mastersthesis"
    assert ("genre" in csl_of(paper)) == is_masters == ("type_of_work" in ris_of(paper))


def test_a_keyword_with_a_comma_stays_one() -> None:
    paper = given.changed(BARE, keywords=("sheep, black", "goats"))
    assert bibtex_of(paper)["keywords"] == "{sheep, black}, goats"
    assert csl_of(paper)["keyword"] == "sheep, black; goats"
    assert ris_of(paper)["keywords"] == ["sheep, black", "goats"]


def test_the_doi_of_arxiv_tells_its_id() -> None:
    found = bibtex_of(given.changed(BARE, doi="10.48550/arxiv.2101.00010"))
    assert (found["eprint"], found["archiveprefix"]) == ("2101.00010", "arXiv")


def test_a_list_that_went_on_ends_with_others_in_bibtex_and_names_nobody_else() -> None:
    paper = given.changed(BARE, authors=("Ada Quill", "Ben Sample", "et al."))
    assert citation(paper).bibtex.count("author = {Quill, Ada and Sample, Ben and others}") == 1
    assert csl_of(paper)["author"] == [
        {"family": "Quill", "given": "Ada"},
        {"family": "Sample", "given": "Ben"},
    ]
    assert ris_of(paper)["authors"] == ["Quill, Ada", "Sample, Ben"]
    assert citation(paper).plain.startswith("Ada Quill, Ben Sample et al. ")


def test_of_a_list_that_names_nobody_nothing_is_cited() -> None:
    paper = given.changed(BARE, authors=("et al.",))
    assert "author" not in bibtex_of(paper)
    assert "author" not in csl_of(paper)


@pytest.mark.parametrize("kind", ["chapter", "paper-conference"])
def test_a_publisher_is_not_what_a_work_is_part_of(kind: str) -> None:
    paper = given.paper(
        "wool", "Wool", type=kind, venue="Springer", container_title="The Book of Wool"
    )
    found = citation(paper)
    assert ("T2  - The Book of Wool" in found.ris, "PB  - Springer" in found.ris) == (True, True)
    assert "J2  - " not in found.ris
    fields = bibtex_of(paper)
    assert (fields["booktitle"], fields["publisher"]) == ("The Book of Wool", "Springer")
