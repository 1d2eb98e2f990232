"""The digest of the code differs when any of it does."""

from __future__ import annotations

from generator.cache.code import code_digest, loaded_code, package_digest


def test_it_is_the_same_each_time() -> None:
    assert code_digest() == code_digest()
    assert loaded_code() == loaded_code()


def test_a_stage_is_of_the_code_and_a_site_of_the_theme_too() -> None:
    assert len({code_digest(), loaded_code(), package_digest()}) == 3
