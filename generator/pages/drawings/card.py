"""The picture that other sites show beside a link to this one (og:image): name and map, as a PNG.

Pillow draws it, as PNG has no letters of its own: with the font and the layout that it brings
along, so that it looks alike on every machine. That font is Aileron, cut down to ASCII, quotation
marks and some signs: a name with any other letter is left out.
"""

from __future__ import annotations

import math
import textwrap
import unicodedata
from collections.abc import Sequence
from functools import cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

from generator.catalogue import Catalogue
from generator.language import ENGLISH, Language
from generator.pages.drawings.map_picture import of_colours, sample
from generator.placing import HEIGHT as MAP_HEIGHT
from generator.placing import WIDTH as MAP_WIDTH
from generator.placing import Spot

#: What https://ogp.me and those who show such pictures agree on.
WIDTH, HEIGHT = 1200, 630
#: Drawn larger, then made smaller, so that edges are smooth.
_SCALE = 2
_MARGIN = 64
#: Where the map lies: its left edge, and how wide it is.
_MAP_LEFT, _MAP_ACROSS = 486, 676
#: Room for the name beside the map, and alone where there is none.
_BESIDE, _ALONE = 376, WIDTH - 2 * _MARGIN
#: Sizes of the name's letters: the largest that fits is taken.
_SIZES = (76, 68, 60, 54, 48, 43, 38, 34, 30, 27)
_MOST_NAME = 400
_LINE = 1.16
#: Lines of a name that fits in none; the rest is left out.
_MOST_LINES = 7
_SMALL = 26
_COLOURS = 96

#: The colours of generator/theme/assets/stylesheets/base.css for dark pages: the ground, letters,
#: small letters, and the areas in their order; papers without a topic are as small letters.
GROUND, LETTERS, SOFT = "#11181d", "#e2e9ed", "#b3bfc8"
AREAS = ("#36b9a8", "#7aa5f5", "#b296ee", "#dea242", "#ee7fb0", "#7cc067", "#4db8dd", "#ee8b5f",
         "#9aa8b5", "#d983df")  # fmt: skip
#: Points in the picture, at most.
_MOST_POINTS = 1500
_REGION_OPACITY, _POINT_OPACITY = 0.12, 0.9


def card(catalogue: Catalogue, name: str, language: Language) -> bytes:
    """Return the picture of a catalogue as PNG, of some 50 kB for any number of papers.

    A name with a letter that the font does not have is left out: empty boxes would say less.
    """
    name = " ".join(unicodedata.normalize("NFC", name).split())
    picture = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), GROUND)
    drawn = sample(catalogue, _MOST_POINTS)
    for colour, spots in sorted(of_colours(catalogue, drawn).items()):
        _area(picture, AREAS[colour - 1] if colour else SOFT, spots, len(drawn))
    picture = picture.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    _words(picture, name, _said(catalogue, language), _BESIDE if drawn else _ALONE)
    data = BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    return data.getvalue()


def _said(catalogue: Catalogue, language: Language) -> str:
    """Return what the site holds; in English where the font lacks letters of the language."""
    papers, topics = len(catalogue.papers), len(catalogue.topics)
    said = [language.counted(papers, "{number} paper", "{number} papers")]
    if topics:
        said.append(language.counted(topics, "{number} topic", "{number} topics"))
    words = " · ".join(said)
    return words if _has_letters(words) else _said(catalogue, ENGLISH)


def _area(picture: Image.Image, colour: str, spots: Sequence[Spot], count: int) -> None:
    """Draw the papers of an area: their region of one tone, then a point for each."""
    point = min(9.0, max(2.6, 105 / math.sqrt(count))) * _SCALE
    region = min(62.0, max(16.0, 700 / math.sqrt(count))) * _SCALE
    for radius, opacity in ((region, _REGION_OPACITY), (point, _POINT_OPACITY)):
        shape = Image.new("L", picture.size)
        draw = ImageDraw.Draw(shape)
        for x, y in (_on_card(spot) for spot in spots):
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
        shape = shape.point(lambda value, by=opacity: int(value * by))
        picture.paste(ImageColor.getrgb(colour), (0, 0), shape)


def _on_card(spot: Spot) -> tuple[float, float]:
    scale = _MAP_ACROSS / MAP_WIDTH
    top = (HEIGHT - MAP_HEIGHT * scale) / 2
    return (_MAP_LEFT + spot[0] * scale) * _SCALE, (top + spot[1] * scale) * _SCALE


def _words(picture: Image.Image, name: str, said: str, across: int) -> None:
    """Write the name in lines of letters as large as fit, and below it what the site holds."""
    draw = ImageDraw.Draw(picture)
    size, lines = _fitting(name, across) if name and _has_letters(name) else (_SIZES[-1], [])
    height = len(lines) * size * _LINE
    top = (HEIGHT - height - 2.2 * _SMALL) / 2
    for number, line in enumerate(lines):
        at = (_MARGIN, top + number * size * _LINE)
        draw.text(at, line, LETTERS, _font(size), anchor="la")
    draw.text((_MARGIN, top + height + 1.2 * _SMALL), said, SOFT, _font(_SMALL), anchor="la")


def _fitting(name: str, across: int) -> tuple[int, list[str]]:
    """Return the largest size in which the name fits, and its lines; at worst its beginning."""
    for size in _SIZES:
        lines = _lines(name, size, across)
        widest = max(_font(size).getlength(line) for line in lines)
        if widest <= across and len(lines) * size * _LINE <= _MOST_NAME:
            return size, lines
    for letters in range(across // size * 3, 1, -1):
        lines = textwrap.wrap(name, letters, max_lines=_MOST_LINES, placeholder="…")
        if max(_font(size).getlength(line) for line in lines) <= across:
            break
    return size, lines


def _lines(name: str, size: int, across: int) -> list[str]:
    """Return the words of a name in lines that fit, where no single word is too long."""
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _font(size).getlength(longer) <= across:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _has_letters(name: str) -> bool:
    """Whether the font has every letter; a sign that it lacks looks like one that nobody has."""
    font = _font(_SMALL)
    lacking = bytes(font.getmask("\uffff"))
    return all(bytes(font.getmask(char)) != lacking for char in name)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        # What Pillow falls back to has no sizes; every wheel of Pillow has FreeType.
        raise TypeError("Pillow was built without FreeType, which draws the letters of card.png")
    return font
