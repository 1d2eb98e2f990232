"""What must be true of any bytes that are given as a source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problems, Severity
from generator.sources.encodings.decoding import decode


@given(st.binary() | st.text().map(lambda text: text.encode("utf-16", "replace")))
def test_bytes_are_text_or_an_error(raw: bytes) -> None:
    problems = Problems()
    text = decode(raw, "a.bib", problems)
    assert (text is None) == (problems.count(Severity.ERROR) == 1)
    if text is not None:
        text.encode("utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff\x1b")))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    problems = Problems()
    if not text.startswith(("%PDF-", "BZh", "GIF8", "{\\rtf", "Rar!", "RIFF", "PK", "%!PS")):
        assert decode(text.encode(), "a.bib", problems) == text
        assert not len(problems)
