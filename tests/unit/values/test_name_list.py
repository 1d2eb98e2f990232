"""Lists of names: parted where that is sure, whole where it is not, without "et al."."""

from __future__ import annotations

import pytest

from generator.text.repair import LATEX_STEPS
from generator.values.name_list import part_item, part_list, read_names, without_rest


def read(*sources: str) -> tuple[list[str], bool]:
    """The names as they are printed, and whether the list went on."""
    names = read_names(sources, LATEX_STEPS)
    assert not any(name.others for name in names[:-1])
    return [name.natural for name in names], bool(names) and names[-1].others


@pytest.mark.parametrize(
    ("text", "names", "more"),
    [
        ("Ada Example, Ben Sample, Cora Test", ["Ada Example", "Ben Sample", "Cora Test"], False),
        ("Ada Example and Ben Sample", ["Ada Example", "Ben Sample"], False),
        ("Example, Ada and Sample, Ben and others", ["Ada Example", "Ben Sample"], True),
        ("Ada Example; Ben Sample", ["Ada Example", "Ben Sample"], False),
        (
            "Ada Example, Ben Sample and Cora Test",
            ["Ada Example", "Ben Sample", "Cora Test"],
            False,
        ),
        (
            "Ada Example, Ben Sample, and Cora Test",
            ["Ada Example", "Ben Sample", "Cora Test"],
            False,
        ),
        ("Ada Example, Ben Sample & Cora Test", ["Ada Example", "Ben Sample", "Cora Test"], False),
        ("Ada Example & Ben Sample", ["Ada Example", "Ben Sample"], False),
        ("Ada Example &amp; Ben Sample", ["Ada Example", "Ben Sample"], False),
        ("Ada Example\nBen Sample\nCora Test", ["Ada Example", "Ben Sample", "Cora Test"], False),
        ("Example, Ada and\n  Sample, Ben", ["Ada Example", "Ben Sample"], False),
        ("Ada Example,\nBen Sample,\nCora Test", ["Ada Example", "Ben Sample", "Cora Test"], False),
        ("Ada Example | Ben Sample", ["Ada Example", "Ben Sample"], False),
        ("Ada Example · Ben Sample", ["Ada Example", "Ben Sample"], False),
        (
            "Example, Ada; Sample, Ben; Test, Cora",
            ["Ada Example", "Ben Sample", "Cora Test"],
            False,
        ),
        ("Ada Example; Ben Sample;", ["Ada Example", "Ben Sample"], False),
        ("Example, A., Sample, B., & Test, C.", ["A. Example", "B. Sample", "C. Test"], False),
        ("Example, A., Sample, B. C., Test, D.", ["A. Example", "B. C. Sample", "D. Test"], False),
        ("Example A, Sample BC, Test D", ["Example A", "Sample BC", "Test D"], False),
        ("Example A, Sample B", ["Example A", "Sample B"], False),
        ("A. Example, B. Sample", ["A. Example", "B. Sample"], False),
        ("A. Example and B. Sample", ["A. Example", "B. Sample"], False),
        ("Ada Example et al.", ["Ada Example"], True),
        ("Ada Example, Ben Sample, et al.", ["Ada Example", "Ben Sample"], True),
        ("Ada Example and 12 others", ["Ada Example"], True),
        (
            "Ada Example, Ben Sample, Cora Test, ...",
            ["Ada Example", "Ben Sample", "Cora Test"],
            True,
        ),
        ("Ada Example, Ben Sample, Cora Test…", ["Ada Example", "Ben Sample", "Cora Test"], True),
        ("Ada Example, et al", ["Ada Example"], True),
        ("Ada Example and others", ["Ada Example"], True),
        ("Example, Ada and others", ["Ada Example"], True),
        ("Ada Example + 5 more", ["Ada Example"], True),
        ("et al.", [], False),
        ("others", [], False),
        ("Ada Example", ["Ada Example"], False),
        ("Example, Ada", ["Ada Example"], False),
        ("Xu, Li", ["Li Xu"], False),
        ("Xu, Li and Wang, Wei", ["Li Xu", "Wei Wang"], False),
        ("Andy Han", ["Andy Han"], False),
        ("Hans Andersand", ["Hans Andersand"], False),
        ("Anderson, Sand", ["Sand Anderson"], False),
        ("Ada Anderson and Andy Han", ["Ada Anderson", "Andy Han"], False),
        ("García Márquez, Gabriel", ["Gabriel García Márquez"], False),
        (
            "García Márquez, Gabriel José and Vargas Llosa, Mario",
            ["Gabriel José García Márquez", "Mario Vargas Llosa"],
            False,
        ),
        ("van der Berg, Jan Pieter", ["Jan Pieter van der Berg"], False),
        ("{Barnes and Noble}", ["Barnes and Noble"], False),
        ("{Barnes and Noble} and Ada Example", ["Barnes and Noble", "Ada Example"], False),
        ("{DeepMind}", ["DeepMind"], False),
        ("{Google Brain Group}", ["Google Brain Group"], False),
        (r"{\"O}zg{\"u}r Example and Ben Sample", ["Özgür Example", "Ben Sample"], False),
        ("Sanders & Sons Ltd", ["Sanders & Sons Ltd"], False),
        ("John Sanders & Sons Ltd", ["John Sanders & Sons Ltd"], False),
        ("Smith, Jr., John", ["John Smith Jr."], False),
        ("Smith, John, Jr.", ["John Smith Jr."], False),
        ("Smith, Jr., John and Sample, Ben", ["John Smith Jr.", "Ben Sample"], False),
        ("Ada Example, Jr., Ben Sample", ["Ada Example Jr.", "Ben Sample"], False),
        ("Ada Example, PhD, Ben Sample, MD", ["Ada Example", "Ben Sample"], False),
        ("Ada Example and The Kettle Team", ["Ada Example", "The Kettle Team"], False),
        (
            "Ada Example, Ben Sample, ATLAS Collaboration",
            ["Ada Example", "Ben Sample", "ATLAS Collaboration"],
            False,
        ),
        ("Ada von und zu Example", ["Ada von und zu Example"], False),
        ("Ada Example und Ben Sample", ["Ada Example", "Ben Sample"], False),
        ("Ada Example et Ben Sample", ["Ada Example", "Ben Sample"], False),
        ("José Ortega y Gasset", ["José Ortega y Gasset"], False),
        ("M&uuml;ller, Ada; Sample, Ben", ["Ada Müller", "Ben Sample"], False),
        ("Ada Example and Plato and Ben Sample", ["Ada Example", "Plato", "Ben Sample"], False),
        ("OpenAI", ["OpenAI"], False),
        (
            "Institute of Electrical and Electronics Engineers",
            ["Institute of Electrical and Electronics Engineers"],
            False,
        ),
        ("Department of Arts and Sciences", ["Department of Arts and Sciences"], False),
        (
            "Ada Example¹, Ben Sample², Cora Test¹",
            ["Ada Example", "Ben Sample", "Cora Test"],
            False,
        ),
        ("Ada Example1, Ben Sample2", ["Ada Example", "Ben Sample"], False),
        (
            "Ada Example1,2, Ben Sample2, Cora Test1",
            ["Ada Example", "Ben Sample", "Cora Test"],
            False,
        ),
        ("Ada Example*, Ben Sample†, Cora Test", ["Ada Example", "Ben Sample", "Cora Test"], False),
        ("Ada Example,Ben Sample,Cora Test", ["Ada Example", "Ben Sample", "Cora Test"], False),
        ("Ada Example  and  Ben Sample", ["Ada Example", "Ben Sample"], False),
        ("and Ada Example", ["Ada Example"], False),
        (
            "Team, Gemma and Example, Ada and Sample, Ben",
            ["Gemma Team", "Ada Example", "Ben Sample"],
            False,
        ),
        ("ADA EXAMPLE AND BEN SAMPLE", ["ADA EXAMPLE", "BEN SAMPLE"], False),
        ("Smith, Jr, Ada B.", ["Ada B. Smith Jr"], False),
        ("王小明 and 李雷 and others", ["王小明", "李雷"], True),
        ("von Pond, Ada and Ben Sample", ["Ada von Pond", "Ben Sample"], False),
        ("den Pond, Ada Van and Sample, Ben", ["Ada Van den Pond", "Ben Sample"], False),
        ("Ada von und zu Pond and Ben Sample", ["Ada von und zu Pond", "Ben Sample"], False),
        ("Pond, A. V. and Sample, B.", ["A. V. Pond", "B. Sample"], False),
        ("Ada Example / Ben Sample", ["Ada Example", "Ben Sample"], False),
        ("Institute of Tea, University of Ponds", ["Institute of Tea, University of Ponds"], False),
    ],
)
def test_a_text_that_surely_holds_several_names_is_parted(
    text: str, names: list[str], more: bool
) -> None:
    parted = part_list(text)
    assert parted.sure
    assert read(*parted.names) == (names, more)


@pytest.mark.parametrize("blank", ["\n", " \n", "\r\n", "\t", " ", "\u2028", "\u00a0"])
def test_any_number_of_blanks_is_one_blank_or_line_break(blank: str) -> None:
    # Patterns that began anew at each of them would not come to an end.
    many = blank * 100_000
    for text in (f"Ada Example{many};{many}Ben Sample", f"Ada Example{many}and Ben Sample"):
        assert part_list(text).names == ("Ada Example", "Ben Sample")
    lines = ("Ada Example", "Ben Sample")
    assert part_list(f"Ada Example{many}\n{many}Ben Sample").names == lines


@pytest.mark.parametrize(
    "text",
    [
        "Ada Example, Plato and Ben Sample",
        "Example, Ada, Sample, Ben",
        "Ada Example, Ben Sample",
        "García Márquez, Gabriel José",
        "Salt and Pepper",
        "Ada Example, University of Ponds",
        "National Oceanic and Atmospheric Administration",
        "Plato, Socrates, Euclid",
    ],
)
def test_a_text_that_may_be_one_name_or_several_stays_whole(text: str) -> None:
    parted = part_list(text)
    assert not parted.sure
    assert read(*parted.names) == ([text], False)


@pytest.mark.parametrize(
    ("items", "names", "more"),
    [
        (
            ["Ada Example,", "Ben Sample,", "and Cora Test"],
            ["Ada Example", "Ben Sample", "Cora Test"],
            False,
        ),
        (["Ada Example", "et al."], ["Ada Example"], True),
        (["Ada Example", "others"], ["Ada Example"], True),
        (["Ada Example", "and others"], ["Ada Example"], True),
        (["Ada Example", "…"], ["Ada Example"], True),
        (["Ada Example et al."], ["Ada Example"], True),
        (["Ada Example", "and 3 more"], ["Ada Example"], True),
        (["et al."], [], False),
        (["Xu, Li", "Wang, Wei"], ["Li Xu", "Wei Wang"], False),
        (["García Márquez, Gabriel José"], ["Gabriel José García Márquez"], False),
        (
            ["Ada Example and Ben Sample", "Cora Test"],
            ["Ada Example", "Ben Sample", "Cora Test"],
            False,
        ),
        (["Salt and Pepper"], ["Salt and Pepper"], False),
        (["O'Brien & Sons"], ["O'Brien & Sons"], False),
        (["Ada Example; Ben Sample"], ["Ada Example", "Ben Sample"], False),
        (
            ["Tea Research Institute, University of Ponds"],
            ["Tea Research Institute, University of Ponds"],
            False,
        ),
        (["{OpenAI Team}"], ["OpenAI Team"], False),
        (["Ada Example, Ben Sample, Cora Test"], ["Ada Example", "Ben Sample", "Cora Test"], False),
        (["A. Others"], ["A. Others"], False),
        (["Al Example"], ["Al Example"], False),
        (["Etal Example"], ["Etal Example"], False),
        (["Ada Example", "& Ben Sample"], ["Ada Example", "Ben Sample"], False),
    ],
)
def test_an_item_of_a_list_is_one_name_unless_it_surely_holds_more(
    items: list[str], names: list[str], more: bool
) -> None:
    assert read(*(name for item in items for name in part_item(item).names)) == (names, more)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("et al.", ""),
        ("and others", ""),
        ("Ada Quill et al.", "Ada Quill"),
        ("Ada Quill, …", "Ada Quill"),
        ("Ada Quill", "Ada Quill"),
        ("Metal Quill", "Metal Quill"),
        ("Ada Others", "Ada Others"),
        ("", ""),
    ],
)
def test_what_stands_for_more_names_is_no_name(text: str, rest: str) -> None:
    assert without_rest(text) == rest


@pytest.mark.parametrize(
    "nobody",
    ["[No author name available]", "[no authors listed]", "[Anonymous]", "No authors listed"],
)
def test_what_data_bases_write_for_nobody_is_no_name(nobody: str) -> None:
    assert read(nobody) == ([], False)
    assert read("Ada Example", nobody) == (["Ada Example"], False)
    assert read("[Noauthor Wool]", "Anonymous") == (["[Noauthor Wool]", "Anonymous"], False)
