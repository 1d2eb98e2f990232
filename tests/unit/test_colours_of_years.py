"""The colours of years on the map: each is seen on its ground, and told from the next by anyone."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from generator import theme
from generator.pages.map_points import YEAR_COLOURS

STYLES = Path(theme.__file__).parent / "assets" / "stylesheets"
GROUND = {"light": "#ffffff", "dark": "#11181d"}


def scale(scheme: str) -> list[str]:
    """Return the colours of a scheme: that of no year, then from the oldest to the newest."""
    text = (STYLES / "map.css").read_text("utf-8")
    found = re.findall(r"--cat-year-(\d): light-dark\((#\w{6}), (#\w{6})\)", text)
    assert [int(number) for number, *_ in found] == list(range(YEAR_COLOURS + 1))
    return [light if scheme == "light" else dark for _, light, dark in found]


def luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_is_seen_on_its_ground(scheme: str) -> None:
    assert all(contrast(colour, GROUND[scheme]) >= 3 for colour in scale(scheme))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_newer_the_further_from_the_ground(scheme: str) -> None:
    # Lightness alone tells the order: nobody needs to tell hues apart.
    far = [contrast(colour, GROUND[scheme]) for colour in scale(scheme)[1:]]
    assert all(newer > older * 1.1 for older, newer in itertools.pairwise(far))
