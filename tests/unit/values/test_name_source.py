"""Lists of names as they are copied from pages, exports and TeX files, before they are parted."""

from __future__ import annotations

import pytest

from generator.text.repair import LATEX_STEPS
from generator.values.name_list import part_item, part_list, read_names
from generator.values.name_source import without_markup

THREE = ["Ada Example", "Ben Sample", "Cora Test"]
TWO = THREE[:2]


def read(parts: tuple[str, ...]) -> list[str]:
    return [name.natural for name in read_names(parts, LATEX_STEPS)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Example<sup>1</sup>, Ben Sample<sup>2</sup> and Cora Test<sup>1,2</sup>", THREE),
        ("Ada Example<sup>1,2</sup>, Ben Sample<sup>2,*</sup>", TWO),
        ("Ada Example,<sup>1,2</sup> Ben Sample<sup>2</sup>", TWO),
        ("Ada Example&lt;sup&gt;1&lt;/sup&gt;, Ben Sample&lt;sup&gt;2&lt;/sup&gt;", TWO),
        (
            'Ada Example<sup><a href="#a">1</a>, <a href="#b">2</a></sup>, Ben Sample<sup>1</sup>',
            TWO,
        ),
        ("Ada Example<br>Ben Sample<br/>Cora Test", THREE),
        ("<p>Ada Example</p><p>Ben Sample</p>", TWO),
        ("<ul>\n <li>Ada Example</li>\n <li>Ben Sample</li>\n</ul>", TWO),
        ("<b>Ada Example</b>, Ben Sample, Cora Test", THREE),
        ('<a href="/ada">Ada Example</a>, <a href="/ben">Ben Sample</a>, Cora Test', THREE),
        (
            'Ada Example<a href="https://orcid.org/1"><img alt="ORCID" src="x"/></a>; Ben Sample',
            TWO,
        ),
        ("Ada Example$^{1}$, Ben Sample$^{1,2}$, Cora Test$^{*}$", THREE),
        (r"Ada Example\textsuperscript{1}, Ben Sample\textsuperscript{2,\dag}", TWO),
        (r"Ada Example\inst{1} \and Ben Sample\inst{2}\orcidID{0000-0002-1825-0097}", TWO),
        (r"Ada Example\thanks{Of {Ponds}, and more} \and Ben Sample\footnotemark[1]", TWO),
        ("Ada M&amp;uuml;ller; Ben Sample", ["Ada Müller", "Ben Sample"]),
        ("Ada Mu&#776;ller, Ben Sample, Cora Test", ["Ada Müller", "Ben Sample", "Cora Test"]),
        ("Martin Ä·enin; Ã…sa Jansson", ["Martin ķenin", "Åsa Jansson"]),
        ("Ada Example (1 and 2), Ben Sample (2), Cora Test (1)", THREE),
        ("Ada Example (1), Ben Sample (2) ((1) University of Ponds, (2) Lake Institute)", TWO),
        ("Ada Example (Universities of A and B), Ben Sample, Cora Test", THREE),
        ("By: Ada Example; Ben Sample", TWO),
        ("张三；李四、王五", ["张三", "李四", "王五"]),
        ("张三，李四，王五", ["张三", "李四", "王五"]),
        ("نورا مثال، علي نموذج، ليلى عينة", ["نورا مثال", "علي نموذج", "ليلى عينة"]),
        ("Ада Пример, Борис Образец и Вера Проба", ["Ада Пример", "Борис Образец", "Вера Проба"]),
    ],
)
def test_markup_is_read_before_a_list_is_parted(text: str, names: list[str]) -> None:
    parted = part_list(text)
    assert parted.sure
    assert read(parted.names) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Example<i> et al.</i>", ["Ada Example"]),
        ("Ada Example, <em>et&nbsp;al</em>.", ["Ada Example"]),
        ("Ada Example<sup>1</sup> et al.<sup>*</sup>", ["Ada Example"]),
        ("Ada Example &amp; al.", ["Ada Example"]),
        ("Ada Example, Ben Sample, …, Cora Test", THREE),
        ("Ada Example, Ben Sample, ... , Cora Test", THREE),
    ],
)
def test_a_list_goes_on_whatever_markup_its_end_has(text: str, names: list[str]) -> None:
    found = read_names(part_list(text).names, LATEX_STEPS)
    assert [name.natural for name in found] == names
    assert found[-1].others


@pytest.mark.parametrize(
    "text",
    [
        "Ben Sample <ben@example.org>",
        "{\\v S}koda, J.",
        "{Barnes and Noble, Inc.}",
        "Ada$^{nd}$ Example",
        "Ada <sup>de</sup> Example",
        "Bystander Ltd",
        "Authority of Ponds",
    ],
)
def test_what_is_part_of_a_name_stays(text: str) -> None:
    if "sup" not in text:
        assert without_markup(text) == text
    assert len(part_item(text).names) == 1
    assert "*" not in without_markup(text)


def test_brackets_hold_what_they_hold_together() -> None:
    assert part_item("Ada Example (A {B and C}, D)").names == ("Ada Example (A {B and C}, D)",)


def test_a_list_is_read_twice_as_once_and_has_no_spaces_in_a_row() -> None:
    text = "Ada  Example<sup>1</sup>\n\n\n \nBen\u00a0\u2009Sample"
    assert without_markup(text) == "Ada Example*\nBen Sample"
    assert without_markup(without_markup(text)) == without_markup(text)
