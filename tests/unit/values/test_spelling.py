"""Of several spellings of one title the cleanest is shown."""

from __future__ import annotations

import pytest

from generator.values.paper import Rank
from generator.values.policies import Said, cleanest, gravest
from generator.values.spelling import blemishes, is_one_title, undecorated
from generator.values.text import Text

CLEAN = "Counting Sheep at Sea"
SPELLINGS = [
    "Counting Sheep at Sea.",
    "Counting Sheep at Sea,",
    "Counting Sheep at Sea*",
    "Counting Sheep at Sea *",
    "Counting Sheep at Sea†",
    "Counting Sheep at Sea ‡",
    "Counting Sheep at Sea**",
    "“Counting Sheep at Sea”",
    '"Counting Sheep at Sea"',
    '"Counting Sheep at Sea."',
    "'Counting Sheep at Sea'",
    "«Counting Sheep at Sea»",
    "``Counting Sheep at Sea''",
    'Counting Sheep at Sea"',
    "“Counting Sheep at Sea",
    "[Counting Sheep at Sea]",
    "[Counting Sheep at Sea.]",
    "COUNTING SHEEP AT SEA",
    "COUNTING SHEEP AT SEA.",
    "counting sheep at sea",
    "Counting Sheep at…",
    "Counting Sheep at ...",
    "Counting Sheep at Sea (Extended Abstract)",
    "Counting Sheep at Sea [extended abstract]",
    "Counting Sheep at Sea (Student Abstract)",
    "Counting Sheep at Sea (Poster)",
    "Counting Sheep at Sea (Short Paper)",
    "Counting Sheep at Sea (full version)",
    "Counting Sheep at Sea (Invited Talk).",
    "[2101.00001] Counting Sheep at Sea",
    "[2101.00001v2] Counting Sheep at Sea",
    "[arXiv:2101.00001] Counting Sheep at Sea",
    "[cs/0301012] Counting Sheep at Sea",
    "[PDF] Counting Sheep at Sea",
    "(PDF) Counting Sheep at Sea",
    "[HTML] Counting Sheep at Sea",
    "[CITATION] Counting Sheep at Sea",
    "Counting Sheep at Sea | Request PDF",
    "Counting Sheep at Sea | OpenReview",
    "Counting Sheep at Sea - ScienceDirect",
    "Counting Sheep at Sea | SpringerLink",
    "RETRACTED: Counting Sheep at Sea",
    "Counting Sheep at Sea (Retracted)",
]


def chosen(*titles: str, ranks: tuple[Rank, ...] = ()) -> str:
    ranks = ranks or (Rank.BIBLIOGRAPHY,) * len(titles)
    said = [Said(rank, Text(title)) for rank, title in zip(ranks, titles, strict=True)]
    found: Text = cleanest(said)
    return found.repaired


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_clean_spelling_wins_whichever_comes_first(spelling: str) -> None:
    assert chosen(spelling, CLEAN) == chosen(CLEAN, spelling) == CLEAN
    assert chosen(spelling, CLEAN, ranks=(Rank.BIBLIOGRAPHY, Rank.LISTING)) == CLEAN


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_spelling_alone_and_that_of_a_record_stay_as_printed(spelling: str) -> None:
    assert chosen(spelling) == spelling
    assert chosen(spelling, CLEAN, ranks=(Rank.RECORD, Rank.BIBLIOGRAPHY)) == spelling


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Counting Sheep at Sea", "Counting sheep at sea"),
        ("Anytime A*", "Anytime A"),
        ("What Sheep See?", "What Sheep See"),
        ("Sheep, Goats, etc.", "Sheep, Goats, etc"),
        ("Sheep in the U.S.", "Sheep in the U.S"),
        ("Sheep by Example et al.", "Sheep by Example et al"),
        ("“Why Sheep?” Said the “Goat”", "Why Sheep? Said the Goat"),
        ("Herding Goats", "Counting Sheep at Sea"),
        ("k-Means for Sheep", "K-Means for Sheep"),
        ("BERT for SHEEP and Goats", "Bert for Sheep and Goats"),
        ("ספירת כבשים בים", "ספירת כבשים בים"),
        ("DARTS+", "DARTS"),
        ("Counting Sheep (at Sea)", "Counting Sheep at Sea"),
        ("Sheep or Goats: Why not?", "Sheep or goats, why not?"),
    ],
)
def test_of_spellings_without_a_blemish_the_first_stays(first: str, second: str) -> None:
    assert chosen(first, second) == first


def test_another_title_is_no_spelling() -> None:
    assert chosen("Counting Sheep at Sea.", "Herding Goats") == "Counting Sheep at Sea."
    assert not is_one_title("Counting Sheep", "Counting Sheep at Sea")
    assert not is_one_title("Co…", "Counting Sheep at Sea")


def test_what_a_web_page_set_around_a_title_is_taken_off() -> None:
    assert undecorated("[2101.00001] Sheep | OpenReview") == "Sheep"
    for title in ("[Re] Sheep", "[2101] Sheep", "Sheep | Goats", "[PDF]", "Sheep - PDF"):
        assert undecorated(title) == title


def test_the_gravest_status_is_taken_unless_a_record_says_another() -> None:
    said = [Said(Rank.BIBLIOGRAPHY, "corrected"), Said(Rank.LISTING, "retracted")]
    assert gravest(said) == "retracted"
    assert gravest([Said(Rank.RECORD, "concern"), *said]) == "concern"


@pytest.mark.parametrize("title", ["*" * 100_000, "." * 100_000, " a" * 50_000, "“" * 100_000, ""])
def test_a_hostile_title_is_judged(title: str) -> None:
    assert blemishes(title)
    assert is_one_title(title, title)
