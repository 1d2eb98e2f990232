"""Names that some system cannot have are told from others, and so are two that are one to some."""

from __future__ import annotations

import pytest

from generator.portable import as_one, why_not_everywhere

BAD = {
    "con": "device",
    "CON.md": "device",
    "aux .txt": "device",
    "nul.tar.gz": "device",
    "lpt1": "device",
    "com0.bib": "device",
    "a?.md": "no names with ?",
    "a:b": "no names with :",
    "saved\\refs.bib": "no names with",
    'say "no"': 'no names with "',
    "bell\a.md": "a control character",
    "etc.": "full stop",
    "draft ": "blank",
    "ü" * 128: "255 bytes",
}


@pytest.mark.parametrize("name", BAD)
def test_a_name_that_some_system_cannot_have_is_told_with_why(name: str) -> None:
    assert BAD[name] in why_not_everywhere(name)


@pytest.mark.parametrize(
    "name", ["context.md", "console", "auxiliary", "null", "com", "com10", "über uns.md", "a" * 255]
)
def test_other_names_are_for_everywhere(name: str) -> None:
    assert why_not_everywhere(name) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Guide.md", "guide.MD"), ("M\u00fcller", "Mu\u0308ller"), ("STRASSE", "stra\u00dfe")],
)
def test_names_that_differ_in_capitals_or_in_how_accents_are_written_are_one(
    one: str, other: str
) -> None:
    assert as_one(one) == as_one(other)
    assert as_one(f"a{one}") != as_one(other)
