"""Names that a source has in parts: kept, each part repaired, and put right where that is sure."""

from __future__ import annotations

import pytest

from generator.text.repair import LATEX_STEPS
from generator.values.name import Name
from generator.values.name_list import read_names
from generator.values.name_parts import NameParts, parts_of


def of(**parts: str) -> Name | None:
    return Name.of_parts(NameParts(**parts), LATEX_STEPS)


def orcid_of(**parts: str) -> str:
    found = of(**parts)
    return found.orcid if found else "no name"


ORCID = "0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        # As they stand.
        ({"family": "Example", "given": "Ada"}, Name("Example", "Ada")),
        ({"family": "Example", "given": "Ada B."}, Name("Example", "Ada B.")),
        ({"family": "García Márquez", "given": "José"}, Name("García Márquez", "José")),
        ({"family": "Peyton Jones", "given": "Simon"}, Name("Peyton Jones", "Simon")),
        ({"family": "Quill", "given": "Mary Jane"}, Name("Quill", "Mary Jane")),
        ({"family": "Nguyễn", "given": "Văn An"}, Name("Nguyễn", "Văn An")),
        ({"family": "S", "given": "Meera"}, Name("S", "Meera")),
        ({"family": "QUILL", "given": "ADA"}, Name("QUILL", "ADA")),
        ({"family": "quill", "given": "ada"}, Name("quill", "ada")),
        ({"family": "Tran", "given": "The Anh"}, Name("Tran", "The Anh")),
        ({"family": "And", "given": "Metin"}, Name("And", "Metin")),
        ({"family": "Al", "given": "Ada"}, Name("Al", "Ada")),
        ({"family": "Ma", "given": "Yo"}, Name("Ma", "Yo")),
        ({"family": "Md", "given": "Abdul"}, Name("Md", "Abdul")),
        ({"family": "Quill", "given": "MD"}, Name("Quill", "MD")),
        ({"family": "Quill", "given": "J.D."}, Name("Quill", "J.D.")),
        ({"family": "Quill (Pond)", "given": "Ada"}, Name("Quill (Pond)", "Ada")),
        ({"family": "Quill", "given": "Shane (Sean)"}, Name("Quill", "Shane (Sean)")),
        # Particles.
        ({"family": "Pond", "given": "Ludwig", "particle": "van"}, Name("Pond", "Ludwig", "van")),
        ({"family": "van Pond", "given": "Ludwig"}, Name("Pond", "Ludwig", "van")),
        ({"family": "Pond", "given": "Ludwig van"}, Name("Pond", "Ludwig", "van")),
        ({"family": "Pond", "given": "Ada von und zu"}, Name("Pond", "Ada", "von und zu")),
        ({"family": "Van Pond", "given": "Luc"}, Name("Van Pond", "Luc")),
        ({"family": "de la Rivera", "given": "Juan"}, Name("Rivera", "Juan", "de la")),
        (
            {"family": "la Rivera", "given": "Juan", "particle": "de"},
            Name("Rivera", "Juan", "de la"),
        ),
        ({"family": "den Pond", "given": "Jan Van"}, Name("Pond", "Jan", "Van den")),
        ({"family": "Pond", "given": "Damien Le"}, Name("Le Pond", "Damien")),
        ({"family": "Pond", "given": "Emiliano De"}, Name("De Pond", "Emiliano")),
        ({"family": "Pond", "given": "Fernando De la"}, Name("De la Pond", "Fernando")),
        ({"family": "Pond", "given": "Jean de La"}, Name("La Pond", "Jean", "de")),
        ({"family": "Pond", "given": "Tom St."}, Name("St. Pond", "Tom")),
        ({"family": "Xu", "given": "Yi Da"}, Name("Xu", "Yi Da")),
        ({"family": "Tran", "given": "Quoc Van"}, Name("Tran", "Quoc Van")),
        ({"family": "Quill", "given": "Ada Ben"}, Name("Quill", "Ada Ben")),
        ({"family": "Pond", "given": "van"}, Name("Pond", "van")),
        ({"family": "Pond", "particle": "van"}, Name("Pond", "", "van")),
        ({"family": "Al-Pond", "given": "Omar"}, Name("Al-Pond", "Omar")),
        ({"family": "Pond", "given": "Jean d'"}, Name("Pond", "Jean", "d'")),
        # Suffixes.
        (
            {"family": "Smith", "given": "John", "suffix": "Jr."},
            Name("Smith", "John", suffix="Jr."),
        ),
        ({"family": "Smith", "given": "John Jr."}, Name("Smith", "John", suffix="Jr.")),
        ({"family": "Smith", "given": "John, Jr."}, Name("Smith", "John", suffix="Jr.")),
        ({"family": "Smith Jr", "given": "John"}, Name("Smith", "John", suffix="Jr")),
        ({"family": "Smith, Jr.", "given": "John"}, Name("Smith", "John", suffix="Jr.")),
        ({"family": "Smith", "given": "John III"}, Name("Smith", "John", suffix="III")),
        (
            {"family": "Smith", "given": "John", "suffix": ", III"},
            Name("Smith", "John", suffix="III"),
        ),
        ({"family": "Smith", "given": "John", "suffix": "PhD"}, Name("Smith", "John")),
        # Marks around it.
        ({"family": "Example*", "given": "Ada"}, Name("Example", "Ada")),
        ({"family": "Example1,2", "given": "Ada"}, Name("Example", "Ada")),
        ({"family": "Example,", "given": "Ada"}, Name("Example", "Ada")),
        ({"family": "Example", "given": "Ada,"}, Name("Example", "Ada")),
        ({"family": "Example", "given": "Prof. Ada"}, Name("Example", "Ada")),
        ({"family": "Example", "given": "Ada, PhD"}, Name("Example", "Ada")),
        ({"family": "Example PhD", "given": "Ada"}, Name("Example", "Ada")),
        ({"family": "Example (Ed.)", "given": "Ada"}, Name("Example", "Ada")),
        # TeX, markup and entities.
        ({"family": r"{\"O}zg{\"u}r", "given": r"{\relax Ch}arles"}, Name("Özgür", "Charles")),
        ({"family": "{Van den Pond}", "given": "Jan"}, Name("Van den Pond", "Jan")),
        ({"family": "M&uuml;ller", "given": "A.~B."}, Name("Müller", "A. B.")),
        ({"family": r"{\'E}va", "given": r"Zo\"{e}"}, Name("Éva", "Zoë")),
        ({"family": "  Example\n", "given": "Ada\u00a0B."}, Name("Example", "Ada B.")),
        # Groups, and names that are one part.
        ({"literal": "European Space Agency"}, Name(literal="European Space Agency")),
        ({"literal": "Ada Example"}, Name(literal="Ada Example")),
        ({"family": "European Space Agency"}, Name(literal="European Space Agency")),
        ({"family": "Plato"}, Name(literal="Plato")),
        ({"given": "Plato"}, Name(literal="Plato")),
        ({"family": "García Márquez"}, Name(literal="García Márquez")),
        ({"family": "Ada Example"}, Name(literal="Ada Example")),
        ({"family": "Van den Pond"}, Name(literal="Van den Pond")),
        ({"family": "Team", "given": "Gemma"}, Name(literal="Gemma Team")),
        ({"family": "Agency", "given": "European Space"}, Name(literal="European Space Agency")),
        (
            {"family": "Scientific Collaboration", "given": "LIGO"},
            Name(literal="LIGO Scientific Collaboration"),
        ),
        ({"family": "Kettle Works", "given": "Inc."}, Name(literal="Kettle Works, Inc.")),
        ({"family": "Ponds", "given": "University of"}, Name(literal="University of Ponds")),
        ({"family": "王", "given": "小明"}, Name("王", "小明")),
        ({"family": "Amazon, Inc."}, Name(literal="Amazon, Inc.")),
        # Whole names in the field of the family.
        ({"family": "Example, Ada"}, Name("Example", "Ada")),
        ({"family": "A. Example"}, Name("Example", "A.")),
        ({"family": "Ada B. Example"}, Name("Example", "Ada B.")),
        # One text, with an iD beside it.
        ({"name": "Ada Example", "orcid": ORCID}, Name("Example", "Ada")),
        ({"name": "Example, Ada"}, Name("Example", "Ada")),
    ],
)  # fmt: skip
def test_parts_are_kept_and_put_right_where_that_is_sure(parts: dict[str, str], name: Name) -> None:
    assert of(**parts) == name


@pytest.mark.parametrize("parts", [{}, {"family": " "}, {"given": "\n"}, {"orcid": ORCID}])
def test_parts_that_hold_nothing_are_no_name(parts: dict[str, str]) -> None:
    assert of(**parts) is None


@pytest.mark.parametrize(
    "orcid",
    [
        ORCID,
        f"https://orcid.org/{ORCID}",
        f"http://orcid.org/{ORCID}/",
        f"orcid.org/{ORCID}",
        f"ORCID: {ORCID}",
        "0000000218250097",
        "0000 0002 1825 0097",
        "0000–0002–1825–0097",
        f" {ORCID} ",
    ],
)
def test_an_orcid_is_read_in_any_form(orcid: str) -> None:
    assert orcid_of(family="Example", given="Ada", orcid=orcid) == ORCID
    assert orcid_of(name="Ada Example", orcid=orcid) == ORCID
    assert orcid_of(literal="Ada Example", orcid=orcid) == ORCID


def test_the_last_sign_of_an_orcid_may_be_an_x_of_any_case() -> None:
    assert orcid_of(family="Plato", orcid="0000-0002-1694-233x") == "0000-0002-1694-233X"


@pytest.mark.parametrize(
    "orcid", ["0000-0002-1825-0098", "0000-0002-1825", "1", "https://orcid.org/", f"{ORCID}1"]
)
def test_what_is_no_orcid_is_left_off(orcid: str) -> None:
    assert orcid_of(family="Example", given="Ada", orcid=orcid) == ""


def test_an_orcid_that_stands_in_a_part_is_kept() -> None:
    for parts in ((f"Example ({ORCID})", "Ada"), ("Example", f"Ada ({ORCID})")):
        assert of(family=parts[0], given=parts[1]) == Name("Example", "Ada")
        assert orcid_of(family=parts[0], given=parts[1]) == ORCID


@pytest.mark.parametrize(
    "parts",
    [
        {"family": "Fu 0001", "given": "Wei"},
        {"family": "Fu", "given": "Wei 0001"},
        {"family": "0001", "given": "Wei Fu"},
        {"name": "Wei Fu 0001"},
    ],
)
def test_a_number_of_dblp_is_no_part_of_the_name(parts: dict[str, str]) -> None:
    found = of(**parts)
    assert found == Name("Fu", "Wei")
    assert found.dblp == "0001"


@pytest.mark.parametrize(
    "rest",
    [
        NameParts(family="others"),
        NameParts(literal="others"),
        NameParts(literal="et al."),
        NameParts(family="al.", given="et"),
        NameParts(family="al", given="et"),
        NameParts(family="others", given="and"),
        NameParts(family="others", given="and 12"),
    ],
)
def test_the_rest_of_a_list_in_parts_is_no_name(rest: NameParts) -> None:
    names = read_names([NameParts("Example", "Ada"), "Ben Sample", rest], LATEX_STEPS)
    assert [name.natural for name in names] == ["Ada Example", "Ben Sample"]
    assert names[-1].others


def test_an_et_al_behind_parts_is_taken_off() -> None:
    (found,) = read_names([NameParts("Example", "A. et al.")], LATEX_STEPS)
    assert (found, found.others) == (Name("Example", "A."), True)
    (found,) = read_names([NameParts("Example et al.", "A.")], LATEX_STEPS)
    assert (found, found.others) == (Name("Example", "A."), True)


def test_what_names_in_parts_are_printed_as_is_remembered() -> None:
    found = of(family="Example", given="Prof. Ada", suffix="PhD")
    assert found is not None
    assert found.printed == "Prof. Ada Example PhD"


def test_parts_of_csl_and_of_services_are_read() -> None:
    said = {
        "family": "Rivera",
        "given": "Juan",
        "dropping-particle": "de",
        "non-dropping-particle": "la",
        "suffix": "Jr.",
        "ORCID": f"https://orcid.org/{ORCID}",
        "sequence": "first",
        "affiliation": [],
    }
    parts = parts_of(said)
    assert parts is not None
    found = Name.of_parts(parts, LATEX_STEPS)
    assert found == Name("Rivera", "Juan", "de la", "Jr.")
    assert found.orcid == ORCID
    assert parts_of({"name": "Ada Example"}) == NameParts(name="Ada Example")
    assert parts_of({"literal": "Kettle Team"}) == NameParts(literal="Kettle Team")
    for nothing in ({}, {"family": 1}, {"family": None, "given": " "}, {"orcid": ORCID}):
        assert parts_of(nothing) is None
