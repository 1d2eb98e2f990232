"""The printed form of a person's name."""

from __future__ import annotations

import pytest

from generator.people.naming import printed
from generator.values.name import Name
from generator.values.text import Text


@pytest.mark.parametrize(
    ("names", "best"),
    [
        (["Y. Tay", "Y. Tay", "Yi Tay"], "Yi Tay"),
        (["Yi Tay", "Yi Tay", "Yi B. Tay"], "Yi Tay"),
        (["Yi Tay", "Yi B. Tay"], "Yi B. Tay"),
        (["Jose Garcia", "Jose Garcia", "José García"], "José García"),
        (["ADA QUILL", "ADA QUILL", "Ada Quill"], "Ada Quill"),
        (["A. Quill", "A. B. Quill"], "A. B. Quill"),
        (["Ada Quill"], "Ada Quill"),
    ],
)
def test_the_fullest_form_that_most_papers_have_is_printed(names: list[str], best: str) -> None:
    read = [name for text in names if (name := Name.read(Text(text)))]
    for order in (read, read[::-1]):
        name, variants = printed(order)
        assert name.natural == best
        assert {v.natural for v in variants} == {*names} - {best}
