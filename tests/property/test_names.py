"""Any text is a name or none, and a name that is printed is read as the same name again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.sources.bibtex.names import names_in
from generator.text.repair import HAND_STEPS, LATEX_STEPS
from generator.values.name import Name
from generator.values.name_list import part_item, part_list, read_names
from generator.values.name_marks import bare_name
from generator.values.name_parts import NameParts
from generator.values.orcid import read_orcid
from generator.values.text import Text
from tests.given import HOSTILE

WORDS = st.sampled_from(
    "Ada Quill van la Van Jr. III PhD J. JR O'Brien Ñandú Nguyen and Team al. 王 (Di) Li-Na , ? 1"
    " Pond, Dr. MD M.D. 0001 * † ¹ Quill1,2 (Ed.) <a@b.org> und zu y & ; et others Ltd {A and B}"
    " { <sup>1,2</sup> <br> \\and $^{1}$ \\thanks{x} (1 ； 、 ((1) … &amp;lt;".split()
)
NAMES = st.lists(WORDS, max_size=7).map(" ".join) | HOSTILE


@given(NAMES)
def test_a_printed_name_is_read_as_it_was_printed(text: str) -> None:
    name = Name.read(Text(text))
    if name is None:
        return
    assert name.natural
    assert name.natural == " ".join(name.natural.split())
    assert name.sorted
    again = Name.read(Text(name.natural))
    assert again is not None
    assert again.natural == name.natural


@given(NAMES)
def test_what_stands_around_a_name_is_taken_off_once(text: str) -> None:
    assert bare_name(bare_name(text)) == bare_name(text)
    assert bare_name(text) in text or len(bare_name(text)) < len(text)


@given(NAMES)
def test_any_text_is_a_list_of_names(text: str) -> None:
    for part in (part_list, part_item):
        names = read_names(part(text).names, LATEX_STEPS)
        assert all(name.natural for name in names)
        assert not any(name.others for name in names[:-1])


@given(NAMES)
def test_every_name_can_be_compared(text: str) -> None:
    folded = name.folded if (name := Name.read(Text(text))) else None
    if folded:
        assert folded.family
        assert len(folded.given) <= 8


PARTS = st.builds(NameParts, NAMES, NAMES, NAMES, NAMES, NAMES, NAMES, NAMES)


@given(PARTS)
def test_any_parts_are_a_name_or_none(parts: NameParts) -> None:
    name = Name.of_parts(parts, LATEX_STEPS)
    if name is None:
        return
    assert name.natural == " ".join(name.natural.split())
    assert name.natural
    assert name.sorted


#: Words of names that mean the same wherever they stand; "Ada MD Quill" is none.
PLAIN = st.sampled_from(
    "Ada Quill van la Van O'Brien Ñandú Nguyen 王 Li-Na Pond, zu J. A.-B. Le Filho".split()
)


@given(st.lists(PLAIN, max_size=6).map(lambda words: " ".join((*words, "Quill"))))
def test_a_name_that_is_handed_on_in_parts_comes_back(text: str) -> None:
    name = Name.read(Text(text))
    if name is None or name.literal:
        return
    parts = NameParts(name.family, name.given, name.particle, name.suffix, orcid=name.orcid)
    assert Name.of_parts(parts, HAND_STEPS) == name


@given(st.lists(NAMES, max_size=5).map(" and ".join) | HOSTILE)
def test_any_text_is_a_field_of_bibtex_with_names(text: str) -> None:
    names = read_names(names_in(text), LATEX_STEPS)
    assert all(name.natural for name in names)
    assert not any(name.others for name in names[:-1])


@given(st.integers(0, 10**15 - 1))
def test_an_orcid_has_one_last_sign_that_is_right(digits: int) -> None:
    found = [read_orcid(f"{digits:015}{last}") for last in "0123456789X"]
    (orcid,) = filter(None, found)
    assert read_orcid(f"https://orcid.org/{orcid.lower()}") == orcid


_PARTS = st.sampled_from(
    (
        *("Quill", "Team", "Ada", "Van", "Group", "Inc", "Others", "Jane", "Ludwig", "Ponds", "Md"),
        *(
            "Quill Jr.",
            "de Pond",
            "Ada B.",
            "Ada B. C.",
            "Ludwig van",
            "Ada Van",
            "Press",
            "Anonymous",
        ),
        *("Office", "Sheep University", "Al", "Filho", "Ada M.", "Dang", "Nguyen", "Collaboration"),
    )
) | st.from_regex(r"[A-Z][a-z]{3,9}( [A-Z]\.)?", fullmatch=True)


@given(_PARTS, _PARTS)
def test_plain_parts_are_read_as_parts_with_a_blank_more_are(family: str, given_name: str) -> None:
    quick = Name.of_parts(NameParts(family, given_name), LATEX_STEPS)
    # A blank behind one is nothing, but goes the long way.
    assert quick == Name.of_parts(NameParts(f"{family} ", given_name), LATEX_STEPS)
