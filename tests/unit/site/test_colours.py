"""Any colour that somebody likes becomes one that can be read on every ground."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.site.colours import (
    DARK_GROUNDS,
    ENOUGH,
    LIGHT_GROUNDS,
    accent_style,
    contrast,
    readable,
)
from tests.projects import ROOT

COLOURS = st.from_regex(r"#([0-9a-f]{3}|[0-9a-fA-F]{6})", fullmatch=True)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#ffffff", "#ffffff") == 1
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@given(COLOURS)
def test_every_colour_can_be_read_on_all_grounds(colour: str) -> None:
    for grounds in (LIGHT_GROUNDS, DARK_GROUNDS):
        found = readable(colour, grounds)
        assert re.fullmatch("#[0-9a-f]{6}", found)
        assert min(contrast(found, ground) for ground in grounds) >= ENOUGH


@given(COLOURS)
def test_what_stands_on_a_button_can_be_read(colour: str) -> None:
    pairs = re.findall(r"(--cat-[a-z-]+): light-dark\((#\w{6}), (#\w{6})\)", accent_style(colour))
    said = {name: (light, dark) for name, light, dark in pairs}
    for on, button in zip(said["--cat-on-accent"], said["--cat-accent"], strict=True):
        assert contrast(on, button) >= ENOUGH


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable("#0a5268", LIGHT_GROUNDS) == "#0a5268"
    assert readable("#85cbe0", DARK_GROUNDS) == "#85cbe0"
    assert readable("#058", LIGHT_GROUNDS) != readable("#058", DARK_GROUNDS)


def test_the_grounds_are_those_of_the_theme() -> None:
    css = (ROOT / "generator/theme/assets/stylesheets/base.css").read_text("utf-8")
    names = ("bg", "surface", "chip")
    found = [re.search(rf"--cat-{name}: light-dark\((#\w+), (#\w+)\)", css) for name in names]
    pairs = [item.groups() for item in found if item]
    assert [light if len(light) == 7 else "#ffffff" for light, _ in pairs] == list(LIGHT_GROUNDS)
    assert [dark for _, dark in pairs] == list(DARK_GROUNDS)
