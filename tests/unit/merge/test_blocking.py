from __future__ import annotations

import pytest

from generator.merge import blocking
from generator.merge.columns import features_of
from generator.values.paper import SourceRecord
from tests.given import entry


def candidate_pairs(records: list[SourceRecord]) -> list[tuple[int, int]]:
    return blocking.candidate_pairs(records, features_of(records))


CROWD = [
    entry(f"A {colour} {animal} Learns to {verb} in {place}", line)
    for line, (colour, animal, verb, place) in enumerate(
        (
            (colour, animal, verb, place)
            for colour in ("Slow", "Green", "Quiet", "Round", "Loud")
            for animal in ("Kettle", "Penguin", "Otter", "Heron", "Squirrel")
            for verb in ("Whistle", "Wander", "Bargain", "Forage")
            for place in ("Kitchens", "Harbours", "Museums")
        ),
        start=1,
    )
]


@pytest.mark.parametrize(
    "title",
    [
        "A slow kettle learns to whistle in kitchens!",
        "A Slow Kettle Lerans to Whistle in Kitchens",
        "A Slow Kettel Learns to Whistle in Kitchens",
        "Slow Kettle Learns to Whistle in Kitchens",
        "A Slow Kettle Learns to Whistle in the Kitchen",
        "A Slow-Kettle Learns to Whistle in Kitchens: A Field Study of Steam",
    ],
)
def test_changed_title_is_paired_with_its_original_in_a_crowd_of_alike_ones(title: str) -> None:
    records = [*CROWD, entry(title, 1000)]
    assert (0, len(CROWD)) in candidate_pairs(records)


@pytest.mark.parametrize("title", ["Kettlewhistlology", "Kettelwhistleology"])
def test_word_that_no_other_title_has_is_found_by_its_beginning_or_end(title: str) -> None:
    assert candidate_pairs([entry("Kettlewhistleology"), entry(title, 2)]) == [(0, 1)]


def test_shared_identifier_pairs_entries_of_unlike_titles() -> None:
    records = [*CROWD, entry("Tea", arxiv="2001.00001"), entry("Jam", arxiv="2001.00001")]
    assert (len(CROWD), len(CROWD) + 1) in candidate_pairs(records)


def test_pairs_are_sorted_and_name_the_smaller_index_first() -> None:
    pairs = candidate_pairs(CROWD)
    assert pairs == sorted(set(pairs))
    assert all(a < b for a, b in pairs)


def test_number_of_pairs_stays_far_below_all_pairs() -> None:
    same = [entry("Preface", line, authors=(f"Ana {line}",)) for line in range(2000)]
    assert len(candidate_pairs(same)) < 20 * len(same)
    assert len(candidate_pairs(CROWD)) < 40 * len(CROWD)


def test_nothing_is_paired_with_itself_or_by_an_empty_title() -> None:
    assert candidate_pairs([]) == []
    assert candidate_pairs([entry("Kettles")]) == []
    assert candidate_pairs([entry(""), entry("", 2)]) == []


def test_many_copies_of_one_paper_are_all_paired() -> None:
    title = "A Slow Kettle Learns to Whistle in Kitchens"
    copies = [entry(title, line) for line in range(1000, 1030)]
    pairs = set(candidate_pairs([*CROWD, *copies]))
    first = len(CROWD)
    assert all((first, first + at) in pairs for at in range(1, len(copies)))


@pytest.mark.parametrize("author", ["AB Quill", "QUILL AB", "Quill A.B."])
def test_rare_word_and_author_pair_entries_of_unlike_titles(author: str) -> None:
    others = [entry(f"Harbours and {word}", at, authors=("Di Other",)) for at, word in COMMON]
    one = entry("Marmots of the Steppe, Revisited at Night", 900, authors=("Ada B. Quill",))
    other = entry("Of Marmots in Other Places", 901, authors=(author,))
    crowd = [*others, *(entry(f"Marmots and {word}", 500 + at) for at, word in COMMON)]
    assert (len(crowd), len(crowd) + 1) in candidate_pairs([*crowd, one, other])


COMMON = list(enumerate("tea jam salt wool ice hay clay silk rope glass sand oil".split()))
