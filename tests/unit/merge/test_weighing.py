"""Entries as programs read them off pages, and works that are easily taken for them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.merge import Reason, verify
from generator.merge.verdict import Verdict
from generator.values.paper import Rank
from tests.given import entry, record

TITLE = "Efficient Drying of Woolly Sheep in Windy Fields"
CLEAN: dict[str, Any] = {
    "authors": ("Ada Beatrix Quill", "Ben Sample", "Cy Example"),
    "year": 1998,
    "venue": "Very Large Data Bases",
}


def verdict(clean: dict[str, Any], title: str, **dirty: Any) -> Verdict:
    one = entry(**{"title": TITLE, "rank": Rank.BIBLIOGRAPHY, **CLEAN, **clean})
    dirty = {"authors": ("AB Quill", "B Sample", "C Example"), **dirty}
    other = entry(title, 2, file="scholar.bib", rank=Rank.BIBLIOGRAPHY, **dirty)
    found = verify(one, other)
    assert verify(other, one) == found
    return found


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Effident Drying of VVoolly Sheep in Windy Fie1ds", Reason.MISREAD_TITLE),
        ("Eff- icient Drying ofWoolly 5heep in Windy Fields", Reason.MISREAD_TITLE),
        ("Efficient Drying of Woolly Sheep in Win", Reason.CUT_TITLE),
        ("Efficient drying of woolly sheep in ...", Reason.CUT_TITLE),
        (TITLE + ". In Proc. VLDB, pages 12-24", Reason.CITATION),
        (TITLE + ", 1998", Reason.CITATION),
        ("and B. Sample. " + TITLE, Reason.CITATION),
        ("Title " + TITLE, Reason.CITATION),
    ],
)
def test_title_that_a_program_read_badly_is_known_with_its_authors(
    title: str, reason: Reason
) -> None:
    found = verdict({}, title)
    assert (found.same, found.reason) == (True, reason)


@pytest.mark.parametrize(
    "fields",
    [
        {"authors": ("QUILL AB", "SAMPLE B", "EXAMPLE C")},
        {"authors": ("AB Quill", "B Sample", "C Example et al.")},
        {"authors": ("A. B. Quill", "B. Sample", "C. Example -")},
        {"authors": ("AB Quill", "B Sampel", "and C Example")},
        {"authors": ("C Example", "B Sample", "AB Quill")},
        {"authors": ("AB Quill", "C Example"), "year": 1998},
        {"year": 1997},
        {"venue": "Proc. 24th VLDB Conf., New York", "year": 1998},
    ],
)
def test_authors_as_people_write_them_are_evidence(fields: dict[str, Any]) -> None:
    assert verdict({}, "Effident Drying of Wooliy Sheep in VVindy Fields", **fields).same


def test_year_that_is_wrong_is_outweighed_by_all_else() -> None:
    found = verdict({}, TITLE, year=2001, venue="VLDB")
    assert (found.same, found.reason) == (True, Reason.SAME_TITLE_AND_AUTHORS)
    assert not verdict({}, TITLE, year=2001, authors=("AB Quill",)).same


def test_reworded_title_needs_authors_year_and_venue() -> None:
    other = "Efficient Washing of Woolly Sheep in Windy Fields"
    assert verdict({}, other, year=1998, venue="Proc. 24th VLDB").reason == Reason.ALIKE
    dropped = "Efficient Drying of Sheep in Windy Fields"
    assert verdict({}, dropped, year=1998).reason == Reason.ALIKE
    assert not verdict({}, dropped, authors=("B Sample",)).same
    assert not verdict({}, other).same
    assert not verdict({}, other, year=1998, authors=("AB Quill",)).same
    assert not verdict({}, other, year=1999, venue="Proc. 25th VLDB").same


@pytest.mark.parametrize(
    "title",
    [
        TITLE + ", Part II",
        TITLE + " II",
        TITLE + ": Part 2",
        TITLE + ", revisited",
        "Erratum: " + TITLE,
        "Comments on " + TITLE,
        "A Note on " + TITLE,
        "Workshop on " + TITLE,
        TITLE + " (German Translation)",
        TITLE + " for Goats and Other Animals",
        "Efficient Drying of Woolly Goats in Rainy Fields",
        "Inefficient Drying of Woolly Sheep in Windy Fields",
        "Introduction",
        "Efficient Drying",
    ],
)
def test_other_works_of_the_same_people_stay_apart(title: str) -> None:
    assert not verdict({}, title, year=1999).same


@pytest.mark.parametrize(
    "fields",
    [
        {"authors": ("Di Other", "Ed Other")},
        {"authors": ("D. Quill", "E. Sample", "F. Example")},
        {"authors": ("C Example",), "year": 2004},
    ],
)
def test_misread_title_of_other_people_is_another_paper(fields: dict[str, Any]) -> None:
    assert not verdict({}, "Effident Drying of Wooliy Sheep in VVindy Fields", **fields).same


def test_extended_version_of_another_year_is_another_work() -> None:
    assert not verdict({}, TITLE + " (Extended Version)", year=2001).same
    assert verdict({}, TITLE + " (Extended Version)", year=1998).same


def test_conference_and_journal_of_different_years_stay_apart_whoever_wrote_them() -> None:
    found = verdict({}, TITLE, year=2000, venue="Journal of Wool")
    assert (found.same, found.hard) == (False, True)


@pytest.mark.parametrize(
    "title", ["Effident Drying of VVoolly Sheep in Windy Fie1ds", "Efficient Drying of Woolly ..."]
)
def test_records_of_people_are_not_joined_by_weighed_evidence(title: str) -> None:
    by_hand = record("sheep", TITLE, **CLEAN)
    other = entry(title, authors=("AB Quill", "B Sample", "C Example"), rank=Rank.BIBLIOGRAPHY)
    assert not verify(by_hand, other).same
    assert verdict({}, title).same


@pytest.mark.parametrize(("one", "other"), [("1", "12"), ("12", "112"), ("1", "II"), ("5", "50")])
def test_numbered_titles_are_never_cut_or_misread_ones(one: str, other: str) -> None:
    title = f"{TITLE} {one}"
    found = verdict({"title": title}, f"{TITLE} {other}", year=1998, venue="VLDB")
    assert not found.same


@pytest.mark.parametrize("mark", [". {}", ": {}", " {}", ", Part {}", " ({})", " {} for the Dark"])
@pytest.mark.parametrize(
    ("one", "other"),
    [("I", "II"), ("I", "III"), ("II", "V"), ("V", "VI"), ("I", "2"), ("X", "XIII"), ("B", "C")],
)
@pytest.mark.parametrize("title", [TITLE, "Аналитическое описание овец"])
def test_parts_of_one_year_and_journal_are_papers_of_their_own(
    mark: str, one: str, other: str, title: str
) -> None:
    fields: dict[str, Any] = {"year": 1998, "venue": "Wool Journal", "authors": ("Ada Quill",)}
    first = entry(title + mark.format(one), **fields)
    assert not verify(first, entry(title + mark.format(other), 2, **fields)).same


@pytest.mark.parametrize(("one", "other"), [("II", "2"), ("3", "III"), ("XIV", "14")])
def test_numerals_of_both_kinds_are_one_number(one: str, other: str) -> None:
    first = entry(f"{TITLE}. {one}", **CLEAN)
    assert verify(first, entry(f"{TITLE}. {other}", 2, **CLEAN)).same


@pytest.mark.parametrize(
    "title", ["Dryer: " + TITLE, "Efficient Washing of Woolly Sheep in Fields"]
)
def test_article_that_says_other_than_the_paper_of_the_conference_is_another_work(
    title: str,
) -> None:
    paper = {"venue": "Conference on Sheep"}
    assert not verdict(paper, title, year=1998, venue="Wool Journal").same


def test_generic_titles_are_never_weighed() -> None:
    for title in ("Introduction", "Editorial", "Preface", "Front Matter", "Book Review"):
        found = verdict({"title": title}, title, year=1997, venue="VLDB")
        assert (found.same, found.reason) == (False, Reason.GENERIC_TITLE)


PREPRINT: dict[str, Any] = {"authors": ("Ada Quill", "Ben Sample"), "arxiv": "1701.00001"}
PUBLISHED: dict[str, Any] = {"authors": ("A. Quill", "B. Sample"), "venue": "Conference on Wool"}


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ({"year": 2017}, {"year": 2021}),
        ({"year": 2017}, {"year": 2017}),
        ({"year": 2018}, {"year": 2017}),
        ({"year": 2017}, {}),
        ({"year": 2017, "arxiv": "", "doi": "10.2139/ssrn.1"}, {"year": 2019, "doi": "10.1234/a"}),
        ({"year": 2017, "arxiv": "", "doi": "10.1101/123456"}, {"year": 2020, "doi": "10.1234/a"}),
        (
            {"year": 2017},
            {"year": 2019, "title": "Efficient Drying of Wolly Sheep in Windy Fields"},
        ),
    ],
)
def test_preprint_and_publication_are_one_paper(
    early: dict[str, Any], late: dict[str, Any]
) -> None:
    early, late = {"title": TITLE, **PREPRINT, **early}, {"title": TITLE, **PUBLISHED, **late}
    if not early["arxiv"]:
        del early["arxiv"]
    found = verify(entry(**early), entry(line=2, **late))
    assert (found.same, found.reason) == (True, Reason.PREPRINT)


@pytest.mark.parametrize(
    "late",
    [
        {"year": 2022},
        {"year": 2011},
        {"year": 2020, "authors": ("A. Quill", "Di Other", "Ed Other", "Flo Third", "Gus Third")},
        {"year": 2020, "title": TITLE + ", Part II"},
        {"year": 2020, "title": "Erratum: " + TITLE},
        {"year": 2020, "title": TITLE + " (Extended Version)"},
        {"year": 2020, "title": "Efficient Drying of Woolly Sheep and Goats in Windy Fields"},
        {"year": 2020, "title": "Unsupervised " + TITLE},
        {"year": 2020, "arxiv": "1701.00002"},
    ],
)
def test_what_is_no_version_of_a_preprint_stays_apart(late: dict[str, Any]) -> None:
    early = entry(**{"title": TITLE, **PREPRINT, "year": 2017})
    assert not verify(early, entry(**{"title": TITLE, "line": 2, **PUBLISHED, **late})).same


def test_record_of_a_preprint_is_joined_by_the_same_title_only() -> None:
    by_hand = record("sheep", TITLE, year=2017, **PREPRINT)
    assert verify(by_hand, entry(TITLE, year=2020, **PUBLISHED)).reason == Reason.PREPRINT
    near = entry("Efficient Drying of Wolly Sheep in Windy Fields", year=2020, **PUBLISHED)
    assert not verify(by_hand, near).same


def test_dois_of_a_preprint_and_of_a_publisher_need_agreeing_authors() -> None:
    early = entry(TITLE, doi="10.21203/rs.3.rs-1/v1", authors=("Ada Quill",), year=2020)
    assert not verify(early, entry(TITLE, doi="10.1234/sheep", year=2021)).same
    assert verify(early, entry(TITLE, doi="10.1234/sheep", authors=("A. Quill",), year=2021)).same


def test_versions_of_one_preprint_share_its_doi() -> None:
    first = entry(TITLE, doi="10.21203/rs.3.rs-1/v1")
    second = entry("Drying Sheep", doi="10.21203/rs.3.rs-1/v2")
    assert verify(first, second).reason == "same preprint DOI"
