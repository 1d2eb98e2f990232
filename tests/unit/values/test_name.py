"""Names: in parts where a person's name has one reading, whole where it has several or none."""

from __future__ import annotations

import pytest

from generator.text.repair import LATEX_STEPS
from generator.values.name import Name
from generator.values.text import Text


def name(text: str) -> Name | None:
    return Name.read(Text(text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ada Lovelace", Name("Lovelace", "Ada")),
        ("Lovelace, Ada", Name("Lovelace", "Ada")),
        ("J. R. R. Pebble", Name("Pebble", "J. R. R.")),
        ("Anne-Marie O'Brien", Name("O'Brien", "Anne-Marie")),
        ("Ludwig van Pond", Name("Pond", "Ludwig", "van")),
        ("van Pond, Ludwig", Name("Pond", "Ludwig", "van")),
        ("Juan de la Rivera", Name("Rivera", "Juan", "de la")),
        ("Maria da Silva Santos", Name("Silva Santos", "Maria", "da")),
        ("Alexander G. de G. Miller", Name("Miller", "Alexander G. de G.")),
        ("Luc Van Gouda", Name("Van Gouda", "Luc")),
        ("Guy Van den Berg", Name("Van den Berg", "Guy")),
        ("Anh Van Nguyen", Name("Nguyen", "Anh Van")),
        ("The Anh Tran", Name("Tran", "The Anh")),
        ("Tran, The Anh", Name("Tran", "The Anh")),
        ("Richard Yi Da Fu", Name("Fu", "Richard Yi Da")),
        ("R J Le Roy", Name("Le Roy", "R J")),
        ("Ben Ada Quill", Name("Quill", "Ben Ada")),
        ("Omar Ben Quill", Name("Ben Quill", "Omar")),
        ("Saif ur Quill", Name("Quill", "Saif", "ur")),
        ("Ana Pond Filho", Name("Pond Filho", "Ana")),
        ("Quill, jr., John", Name("Quill", "John", suffix="jr.")),
        ("王, 小明", Name("王", "小明")),
        ("Quoc Van Lê", Name("Lê", "Quoc Van")),
        ("John Smith Jr.", Name("Smith", "John", suffix="Jr.")),
        ("John Smith, Jr.", Name("Smith", "John", suffix="Jr.")),
        ("Smith, John, III", Name("Smith", "John", suffix="III")),
        ("Smith, Jr., John", Name("Smith", "John", suffix="Jr.")),
        ("Jaromı\u0301r Guang–Li", Name("Guang–Li", "Jaromı\u0301r")),
        ("WEI FU", Name("FU", "WEI")),
    ],
)
def test_a_name_with_one_reading_comes_in_parts(text: str, parts: Name) -> None:
    assert name(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Plato",
        "Nguyen Van Anh",
        "The Kettle Team",
        "United Kettles of Tea",
        "Bank of Ponds",
        "Kettle Systems",
        "Tea Research Institute, University of Ponds",
        "Salt and Pepper",
        "Ada Lovelace et al.",
        "Meera S J",
        "Raman S.",
        "王 小明",
        "김 민준",
        "Shane (Sean) Gu",
        "agent 007",
        "a, b, c, d",
        "Lovelace,",
        ", Ada",
        "x@example.org",
    ],
)
def test_a_name_with_several_readings_or_none_stays_whole(text: str) -> None:
    found = name(text)
    assert found == Name(literal=text)
    assert found.natural == found.sorted == text


@pytest.mark.parametrize(
    ("text", "natural", "in_lists"),
    [
        ("Ada Quill", "Ada Quill", "Quill, Ada"),
        ("Quill, Ada", "Ada Quill", "Quill, Ada"),
        ("Ñandú, José", "José Ñandú", "Ñandú, José"),
        ("王, 小明", "王小明", "王, 小明"),
        ("김, 민준", "김민준", "김, 민준"),
        ("van Pond, Ludwig, Jr.", "Ludwig van Pond Jr.", "van Pond, Ludwig, Jr."),
        ("Juan de la Rivera", "Juan de la Rivera", "de la Rivera, Juan"),
        ("Quill, Ada, Ph.D.", "Ada Quill", "Quill, Ada"),
        (r"\(\alpha\) Quill", "α Quill", "Quill, α"),
    ],
)
def test_a_name_in_parts_is_printed_naturally_and_listed_by_its_family(
    text: str, natural: str, in_lists: str
) -> None:
    found = name(text)
    assert found is not None
    assert str(found) == found.natural == natural
    assert found.sorted == in_lists


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Quill", "Quill, Ada"),
        ("José Ñandú", "Ñandú, José"),
        ("Ludwig van Pond", "van Pond, Ludwig"),
        ("Luc Van Gouda", "Van Gouda, Luc"),
        ("John Smith Jr.", "Smith, John, Jr."),
        ("J. R. R. Pebble", "Pebble, J. R. R."),
        ("Ada Quill PhD", "Quill, Ada, PhD"),
    ],
)
def test_a_name_is_the_same_in_either_order_and_remembers_how_it_was_printed(
    one: str, other: str
) -> None:
    a, b = name(one), name(other)
    assert a is not None
    assert b is not None
    assert a == b
    assert hash(a) == hash(b)
    assert a.folded == b.folded
    assert (a.printed, b.printed) == (one, other)


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("Ñandú, José", "nandu", ("jose",)),
        ("Ludwig van Pond", "pond", ("ludwig", "van")),
        ("Anne-Marie O'Brien", "obrien", ("anne", "marie")),
        ("Smith, John, Jr.", "smith", ("john",)),
        ("Ada Quill PhD", "quill", ("ada",)),
        ("Qu?ll, J\N{REPLACEMENT CHARACTER}", "qu?ll", ("j?",)),
        ("Plato", "plato", ()),
        ("Jos? N??ez Jr.", "n??ez", ("jos?",)),
        ("N??ez, Jos?, Jr.", "n??ez", ("jos?",)),
        ("王 小明", "小明", ("王",)),
        ("王, 小明", "王", ("小明",)),
    ],
)
def test_names_are_compared_without_case_accents_signs_and_degrees(
    text: str, family: str, given: tuple[str, ...]
) -> None:
    found = name(text)
    assert found is not None
    assert found.folded is not None
    assert (found.folded.family, found.folded.given) == (family, given)


@pytest.mark.parametrize(
    "text", ["?", "et al.", "others", "anonymous", ", ", "Area 51 Team", "a " * 20]
)
def test_what_names_nobody_is_compared_with_no_name(text: str) -> None:
    found = name(text)
    assert found is not None
    assert found.folded is None


def test_an_empty_name_is_no_name() -> None:
    assert name(" \n") is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ada Example 0001", Name("Example", "Ada")),
        ("Ada Example, PhD", Name("Example", "Ada")),
        ("Ada Example, M.D.", Name("Example", "Ada")),
        ("Ada Example, MD, PhD", Name("Example", "Ada")),
        ("Prof. Ada Example", Name("Example", "Ada")),
        ("Prof. Dr. Ada Example", Name("Example", "Ada")),
        ("Dr Ada Example", Name("Example", "Ada")),
        ("Example, Dr. Ada", Name("Example", "Ada")),
        ("Example, Ada, Ph.D.", Name("Example", "Ada")),
        ("Ada Example Ph. D.", Name("Example", "Ada")),
        ("Ada Example MSc", Name("Example", "Ada")),
        ("Example, Ada, M.A.", Name("Example", "Ada")),
        ("Example*, Ada", Name("Example", "Ada")),
        ("Ada Example\u200e", Name("Example", "Ada")),
        ("Example, Huawei", Name("Example", "Huawei")),
        ("Ada Sons", Name("Sons", "Ada")),
        ("Md Ada Al Example Pond", Name("Pond", "Md Ada Al Example")),
        ("Ada Example*", Name("Example", "Ada")),
        ("Ada Example †", Name("Example", "Ada")),
        ("Ada Example¹²", Name("Example", "Ada")),
        ("Ada Example1", Name("Example", "Ada")),
        ("Ada Example1,2,*", Name("Example", "Ada")),
        ("Ada Example 1", Name("Example", "Ada")),
        ("Ada Example 1,2", Name("Example", "Ada")),
        ("*Ada Example", Name("Example", "Ada")),
        ("Ada Example (Eds.)", Name("Example", "Ada")),
        ("Ada Example (Ed.)", Name("Example", "Ada")),
        ("Ada Example (ada@example.org)", Name("Example", "Ada")),
        ("Ada Example <ada@example.org>", Name("Example", "Ada")),
        ("Ada Example ada@example.org", Name("Example", "Ada")),
        ("Ada Example (University of Ponds)", Name("Example", "Ada")),
        ("Ada Example✉", Name("Example", "Ada")),
        ("Ada Example$^{1,2}$", Name("Example", "Ada")),
        (r"Ada Example$^\dagger$", Name("Example", "Ada")),
        ("Ada Example (corresponding author)", Name("Example", "Ada")),
        ("Example, Ada, 1950-", Name("Example", "Ada")),
        ("Example, Ada, 1950-2001.", Name("Example", "Ada")),
        (r"Ada Example\textsuperscript{1}", Name("Example", "Ada")),
        ("Ada von und zu Example", Name("Example", "Ada", "von und zu")),
        ("Ada van 't Example", Name("Example", "Ada", "van 't")),
        ("Ada van ’t Example", Name("Example", "Ada", "van ’t")),
        ("Juan de la Cruz", Name("Cruz", "Juan", "de la")),
        ("Gabriele d' Example", Name("Example", "Gabriele", "d'")),
        ("Jean d'Example", Name("d'Example", "Jean")),
        ("Omar al-Example", Name("al-Example", "Omar")),
        ("Omar el-Example", Name("el-Example", "Omar")),
        ("Omar al Example", Name("Example", "Omar", "al")),
        ("Jan ter Example", Name("Example", "Jan", "ter")),
        ("Ana dos Example", Name("Example", "Ana", "dos")),
        ("Ana dos Santos Silva", Name("Santos Silva", "Ana", "dos")),
        ("Carl af Example", Name("Example", "Carl", "af")),
        ("Jan in 't Example", Name("Example", "Jan", "in 't")),
        ("Jan op den Example", Name("Example", "Jan", "op den")),
        ("José Ortega y Gasset", Name("Ortega y Gasset", "José")),
        ("Example, Ludwig van", Name("Example", "Ludwig", "van")),
        ("Example, Ludwig van den", Name("Example", "Ludwig", "van den")),
        ("van den Example, Ludwig", Name("Example", "Ludwig", "van den")),
        ("von und zu Example, Ada", Name("Example", "Ada", "von und zu")),
        ("Firas Al Example", Name("Al Example", "Firas")),
        ("Seán Ó Example", Name("Ó Example", "Seán")),
        ("Smith Jr., John", Name("Smith", "John", suffix="Jr.")),
        ("Smith, John Jr.", Name("Smith", "John", suffix="Jr.")),
        ("John Smith III", Name("Smith", "John", suffix="III")),
        ("John Smith 3rd", Name("Smith", "John", suffix="3rd")),
        ("Smith, MD", Name("Smith", "MD")),
        ("García López, M.A.", Name("García López", "M.A.")),
        ("Ada Example, Jr., PhD", Name("Example", "Ada", suffix="Jr.")),
        ("Ada Anderson", Name("Anderson", "Ada")),
        ("Qing Ai", Name("Ai", "Qing")),
        ("J.R.R. Example", Name("Example", "J.R.R.")),
        ("Li Xu", Name("Xu", "Li")),
        ("Van Nguyen", Name("Nguyen", "Van")),
        ("María José García López", Name("López", "María José García")),
        ("Ada Profer", Name("Profer", "Ada")),
    ],
)
def test_what_stands_around_a_name_is_none_of_it_and_particles_stand_apart(
    text: str, parts: Name
) -> None:
    assert Name.read(Text.read(text, LATEX_STEPS)) == parts


@pytest.mark.parametrize(
    "text",
    [
        *("OpenAI", "Gemma Team", "ATLAS Collaboration", "The BigScience Workshop"),
        *("Google DeepMind", "Meta AI", "Area 51", "GPT 4", "AI2", "Allen AI2", "Dr. Example"),
        *("O'Brien & Sons", "01.AI", "Universität Example", "*", "1", "PhD", "Expo 2020"),
    ],
)
def test_the_name_of_a_group_or_of_too_little_stays_whole(text: str) -> None:
    assert name(text) == Name(literal=text)


@pytest.mark.parametrize("text", ["Team, Gemma", "Collaboration, ATLAS", "Corporation, Kettle"])
def test_the_name_of_a_team_that_was_turned_around_is_turned_back(text: str) -> None:
    family, given = text.split(", ")
    assert name(text) == Name(literal=f"{given} {family}")


ORCID = "0000-0002-1825-0097"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Example (https://orcid.org/0000-0002-1825-0097)",
        "Ada Example[0000-0002-1825-0097]",
        "Ada Example1[0000-0002-1825-0097]",
        "Ada Example (0000-0002-1825-0097)",
        "Example, Ada https://orcid.org/0000-0002-1825-0097",
        "Ada Example <orcid.org/0000-0002-1825-0097/>",
        "Ada Example, ORCID: 0000-0002-1825-0097",
        "Ada Example 0000-0002-1825-0097*",
    ],
)
def test_an_orcid_beside_a_name_is_kept(text: str) -> None:
    found = Name.read(Text.read(text, LATEX_STEPS))
    assert found == Name("Example", "Ada")
    assert found.orcid == ORCID


def test_an_orcid_with_a_wrong_check_digit_is_left_off() -> None:
    found = name("Ada Example (0000-0002-1825-0098)")
    assert found == Name("Example", "Ada")
    assert found.orcid == ""


def test_a_number_of_dblp_is_kept_beside_the_name_and_never_shown() -> None:
    read = name("Ada Example 0001")
    assert read is not None
    assert (read.natural, read.sorted, read.dblp) == ("Ada Example", "Example, Ada", "0001")
    assert read == name("Ada Example 0002")


def test_a_name_remembers_what_was_taken_off_and_a_whole_one_is_not_parted() -> None:
    read = name("Prof. Ada Quill 0001")
    assert read is not None
    assert (read.natural, read.printed) == ("Ada Quill", "Prof. Ada Quill 0001")
    assert Name.whole(Text("Google Brain")) == Name(literal="Google Brain")
    assert Name.whole(Text(" ")) is None
