"""Keys by which texts cite papers: pretty, one for each paper, and lasting."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.text.repair import LATEX_STEPS
from generator.values.citation_key import citation_keys, legal_key
from generator.values.date import Date
from generator.values.fields import BY_NAME
from generator.values.paper import Entry, Paper
from tests import given

BY_HAND = (Entry("papers/a.yml", 1, by_hand=True),)


def key(title: str, **fields: Any) -> str:
    """Return the key of a paper that is alone in its catalogue."""
    return citation_keys([given.paper("a", title, **fields)])["a"]


def sheep(id_: str, title: str = "Counting sheep", **fields: Any) -> Paper:
    return given.paper(id_, title, **{"authors": ("Ada Quill",), "year": 2020} | fields)


@pytest.mark.parametrize(
    ("author", "title", "expected"),
    [
        ("Ashish Vaswani", "Attention is All you Need", "vaswani2020attention"),
        ("Laurens van der Pond", "Visualizing barns", "pond2020visualizing"),
        ("Bjørn Ørsted", "On the counting of sheep", "orsted2020counting"),
        ("Jürgen Müller", "Über die Schafe", "muller2020uber"),
        ("Miles O'Quill", "The sheep", "oquill2020sheep"),
        ("Ada Quill-Pond", "Towards a theory of sheep", "quillpond2020theory"),
        ("Ada Quill, Jr.", "What is a sheep?", "quill2020sheep"),
        ("Иван Барковский", "О счёте овец", "barkovskii2020schete"),
        ("王小明", "羊", "wangxiaoming2020yang"),
        ("The Tea Team", "Kettles", "tea2020kettles"),
        ("OpenSheep", "Kettles", "opensheep2020kettles"),
        ("Meera S J", "Kettles", "meera2020kettles"),
        ("Ada Quill", "U-Net for sheep", "quill2020unet"),
        ("Ada Quill", "Pre-training, pre- and post-hoc", "quill2020pretraining"),
        ("Ada Quill", "Self-supervised sheep", "quill2020self"),
        ("Ada Quill", "GPT-4 on sheep", "quill2020gpt4"),
        ("Ada Quill", "10,000 sheep", "quill2020sheep"),
        ("Ada Quill", "10,000-sheep barns", "quill2020sheep"),
        ("Ada Quill", "3D sheep", "quill2020-3d"),
        ("Ada Quill", "1984", "quill2020-1984"),
        ("Ada Quill", "To be or not to be", "quill2020not"),
        ("Ada Quill", "To be", "quill2020to"),
        ("Ada Quill", r"\(\mathcal{O}(n)\) sorting", "quill2020sorting"),
        ("Ada Quill", "★", "quill2020"),
        ("Ada Quill", "x" * 90, "quill2020" + "x" * 24),
        ("Ada " + "Q" * 90, "Sheep", "q" * 24 + "2020sheep"),
        ("Ada Quill", "Newton’s sheep", "quill2020newton"),
    ],
)
def test_a_key_is_of_author_year_and_first_telling_word(
    author: str, title: str, expected: str
) -> None:
    assert key(title, authors=(author, "Ben Sample"), year=2020) == expected


def test_what_is_not_known_is_left_out() -> None:
    assert key("Counting sheep", authors=("Ada Quill",)) == "quill-nd-counting"
    assert key("Counting sheep", year=2020) == "counting2020"
    assert key("Counting sheep") == "counting-nd"
    assert key("Counting sheep", editors=("Ada Quill",), year=2020) == "quill2020counting"
    assert key("") == "paper-nd"
    assert key("羊") == "yang-nd"


@pytest.mark.parametrize(
    "own",
    [
        "quill2020", "Quill_2020", "DBLP:conf/cos/QuillS20", "10.1145/3292500.3330701", "9156697",
        "2019ApJ.871.100Q", "quill+pond2020", "Барковский1981", "Größe2020", "羊2020",
    ],
)  # fmt: skip
def test_a_key_of_a_source_is_kept_to_the_letter(own: str) -> None:
    assert BY_NAME["citation_key"].shape.form(f" {own} ", LATEX_STEPS) == own
    assert citation_keys([sheep("a", citation_key=own), sheep("b")]) == {
        "a": own,
        "b": "quill2020counting",
    }


@pytest.mark.parametrize(
    "own",
    [
        "", " ", "quill 2020", "quill,2020", "quill{2020", "quill}2020", 'quill"2020', "quill'2020",
        "quill%2020", "quill#2020", "quill\\2020", "quill~2020", "quill=2020",
        "quill(2020)", "<b>", "@quill", "-quill", ":quill", "quill:", "!quill", "&quill", "*quill",
        "q\nER  - ", "quill\u202e2020", "\u200bquill2020", "e\u0301\u0302", "x" * 121, "👍",
    ],
)  # fmt: skip
def test_what_a_program_could_not_read_is_no_key(own: str) -> None:
    assert legal_key(own) == ""
    assert BY_NAME["citation_key"].shape.form(own, LATEX_STEPS) == ""
    assert key("Counting sheep", citation_key=own, year=2020) == "counting2020"


def test_a_key_that_two_papers_have_is_nobodys() -> None:
    papers = [sheep("a", citation_key="Q20"), sheep("b", "Goats", citation_key="q20")]
    assert citation_keys(papers) == {"a": "quill2020counting", "b": "quill2020goats"}


def test_a_key_that_two_papers_have_is_that_of_the_one_record() -> None:
    papers = [
        sheep("a", citation_key="Q20"),
        sheep("b", "Goats", citation_key="q20", entries=BY_HAND),
    ]
    assert citation_keys(papers) == {"a": "quill2020counting", "b": "q20"}


def test_a_key_of_a_source_goes_before_one_that_is_made() -> None:
    papers = [sheep("a"), sheep("b", "Goats", citation_key="Quill2020Counting")]
    assert citation_keys(papers) == {"a": "quill2020countingsheep", "b": "Quill2020Counting"}


def test_papers_that_want_one_key_get_more_words_then_a_digest_of_their_ids() -> None:
    papers = [
        sheep("a"),
        sheep("b", "Counting goats"),
        sheep("c", "Counting goats and horses"),
        sheep("d", "Counting goats, horses and cows"),
        sheep("e", "Counting goats and horses"),
    ]
    found = citation_keys(papers)
    assert [found[name] for name in "abcd"] == [
        "quill2020counting",
        "quill2020countinggoats",
        "quill2020countinggoatshorses",
        found["d"],
    ]
    assert re.fullmatch("quill2020countinggoatshorses-[0-9a-f]{8}", found["d"])
    assert re.fullmatch("quill2020countinggoatshorses-[0-9a-f]{8}", found["e"])
    assert found["d"] != found["e"]


@pytest.mark.parametrize(
    ("before", "later"),
    [
        ({"id_": "a"}, {"id_": "b"}),
        ({"id_": "b", "entries": BY_HAND}, {"id_": "a"}),
        ({"id_": "b", "entries": BY_HAND, "added": "2024-01-01"},
         {"id_": "a", "entries": BY_HAND, "added": "2024-02-01"}),
        ({"id_": "b", "year": Date(2020, 3)}, {"id_": "a", "year": Date(2020, 11)}),
        ({"id_": "b", "year": Date(2020, 3)}, {"id_": "a"}),
    ],
)  # fmt: skip
def test_a_paper_that_comes_later_takes_no_key(
    before: dict[str, Any], later: dict[str, Any]
) -> None:
    old, new = sheep(**before), sheep(title="Counting goats", **later)
    alone = citation_keys([old])
    both = citation_keys([old, new])
    assert both == alone | {new.id: "quill2020countinggoats"}
    assert citation_keys([new, old]) == both
