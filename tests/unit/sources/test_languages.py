"""Languages by the names that exports have."""

from __future__ import annotations

import pytest

from generator.sources.languages import language_code


@pytest.mark.parametrize(
    ("said", "code"),
    [("English", "en"), ("Anglais", "en"), ("Français", "fr"), ("german", "de"), ("Русский", "ru"),
     ("en", "en"), ("EN", "en"), ("en-us", "en-US"), ("pt_BR", "pt-BR"), ("zh-hans", "zh-Hans"),
     ("eng", "en"), ("English; French", "en"), ("English (US)", "en"), ("Klingon", ""), ("", ""),
     ("n/a in this table", ""), ("中文", "zh")],
)  # fmt: skip
def test_a_language_becomes_its_code_or_nothing(said: str, code: str) -> None:
    assert language_code(said) == code
