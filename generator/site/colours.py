"""Makes a colour that somebody likes fit to be read: with contrast enough on every ground."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

#: What text must have: https://www.w3.org/TR/WCAG22/#contrast-enhanced
ENOUGH = 7.0
#: The grounds that links stand on, as the theme's base.css has them for each scheme: the page, a
#: surface, a chip.
LIGHT_GROUNDS = ("#ffffff", "#f6f8f9", "#e9eff2")
DARK_GROUNDS = ("#11181d", "#182127", "#24323b")

_STEP = 0.01


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours `#rrggbb`, from 1 to 21.

    https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, grounds: Sequence[str]) -> str:
    """Return a colour `#rgb` or `#rrggbb` as `#rrggbb`, with contrast ENOUGH on all `grounds`.

    Its hue stays. It gets darker on light grounds and lighter on dark ones, as far as it must.
    """
    red, green, blue = _parts(colour)
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    step, end = (-_STEP, 0.0) if _luminance(grounds[0]) > 0.5 else (_STEP, 1.0)
    found = _hex(red, green, blue)
    while min(contrast(found, ground) for ground in grounds) < ENOUGH and lightness != end:
        lightness = min(max(lightness + step, 0.0), 1.0)
        found = _hex(*colorsys.hls_to_rgb(hue, lightness, saturation))
    return found


def accent_style(colour: str) -> str:
    """Return a style sheet that gives links and buttons this colour, in both schemes."""
    light, dark = readable(colour, LIGHT_GROUNDS), readable(colour, DARK_GROUNDS)
    pair = f"light-dark({light}, {dark})"
    # In forced colours base.css has those of the system, which must stay.
    return (
        "@media (forced-colors: none) {\n"
        f"  :root {{\n    --cat-link: {pair};\n    --cat-accent: {pair};\n"
        f"    --cat-on-accent: light-dark({LIGHT_GROUNDS[0]}, {DARK_GROUNDS[0]});\n  }}\n}}\n"
    )


def _parts(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue, each from 0 to 1."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in (red, green, blue))


def _luminance(colour: str) -> float:
    """Return the relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
