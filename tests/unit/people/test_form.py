"""Which forms of names one person may have."""

from __future__ import annotations

import pytest

from generator.people.form import Likeness, contradict, form_of, likeness
from generator.values.name import Name
from generator.values.text import Text


def read(text: str) -> Name:
    name = Name.read(Text(text))
    assert name
    return name


ALIKE = [
    ("Ada Quill", "Quill, Ada", Likeness.SAME),
    ("Ada Quill", "ADA QUILL", Likeness.SAME),
    ("Zoë Quill", "Zoe Quill", Likeness.SAME),
    ("Søren Quill", "Soren Quill", Likeness.SAME),
    ("Ming-Hsuan Quill", "Minghsuan Quill", Likeness.SAME),
    ("Ming Hsuan Quill", "Ming-Hsuan Quill", Likeness.SAME),
    ("Ming–Hsuan Quill", "Ming-Hsuan Quill", Likeness.SAME),
    ("Ada Quill", "Ada B. Quill", Likeness.FULLER),
    ("Ada Quill", "Ada Beth Quill", Likeness.FULLER),
    ("Ada B. Quill", "Ada Beth Quill", Likeness.FULLER),
    ("Minghsuan Quill", "Ming-Hsuan B. Quill", Likeness.FULLER),
    ("Ming H. Quill", "Ming-Hsuan Quill", Likeness.FULLER),
    ("A. Quill", "A. B. Quill", Likeness.FULLER),
    ("Ada Quill", "A. Quill", Likeness.INITIALS),
    ("Ada Beth Quill", "A. B. Quill", Likeness.INITIALS),
    ("Ada Beth Quill", "A.B. Quill", Likeness.INITIALS),
    ("Ada Quill", "Quill A.", Likeness.INITIALS),
    ("Ming-Hsuan Quill", "M.-H. Quill", Likeness.INITIALS),
    ("Jörg Müller", "Joerg Mueller", Likeness.SPELLED),
    ("Xiaoming Lin", "Lin Xiaoming", Likeness.SWAPPED),
    ("Gemma Team", "Gemma Team", Likeness.SAME),
]
DIFFERENT = [
    ("Ada Quill", "Ben Quill"),
    ("Ada Quill", "Ada Sample"),
    ("Ada Quill", "Adam Quill"),
    ("Ada B. Quill", "Ada C. Quill"),
    ("Ada Beth Quill", "Ada C. Quill"),
    ("A. B. Quill", "Ada Carla Quill"),
    ("A. Quill", "B. Quill"),
    ("Ming Yang", "Ming-Hsuan Yang"),
    ("Xiao Wang", "Xiaoming Wang"),
    ("Gemma Team", "Gemma Quill"),
]


@pytest.mark.parametrize(("one", "other", "how"), ALIKE)
def test_forms_of_one_name_are_alike(one: str, other: str, how: Likeness) -> None:
    assert likeness(form_of(read(one)), form_of(read(other))) is how
    assert likeness(form_of(read(other)), form_of(read(one))) is how
    assert not contradict(form_of(read(one)), form_of(read(other)))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_names_are_not(one: str, other: str) -> None:
    assert likeness(form_of(read(one)), form_of(read(other))) is None
    assert contradict(form_of(read(other)), form_of(read(one)))
