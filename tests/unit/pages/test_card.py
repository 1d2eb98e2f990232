"""The picture for links: of the right size, light, the same each time, with name and map."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from generator.catalogue import Catalogue
from generator.language import ENGLISH
from generator.model import Assignment
from generator.pages.drawings import card as drawing
from generator.pages.drawings.card import card
from generator.pages.kinds import home
from generator.pages.renderer import Renderer
from tests.laid_out import SETTINGS
from tests.projects import ROOT
from tests.unit.pages.test_metadata import PUBLISHED
from tests.unit.pages.test_pages import AREAS, paper

MOST_BYTES = 100_000
#: Left of it stands the name.
MIDDLE = 440
Colour = tuple[int, ...]


def catalogue(count: int) -> Catalogue:
    papers = tuple(paper(number) for number in range(count))
    return Catalogue(
        papers,
        AREAS,
        {item.id: (Assignment("sheep", 1.0),) for item in papers},
        places={
            item.id: (200 + 97 * number % 1700, 30 + 61 * number % 1340)
            for number, item in enumerate(papers)
        },
    )


def pixels(data: bytes, *, left: bool) -> set[Colour]:
    picture = Image.open(BytesIO(data)).convert("RGB")
    box = (0, 0, MIDDLE, picture.height) if left else (MIDDLE, 0, *picture.size)
    part = picture.crop(box)
    return {colour for _, colour in part.getcolors(part.width * part.height) or ()}  # type: ignore[misc]


@pytest.mark.parametrize("count", [0, 1, 40, 3000])
def test_the_picture_has_the_size_that_others_show_and_is_light(count: int) -> None:
    data = card(catalogue(count), "Invented papers", ENGLISH)
    picture = Image.open(BytesIO(data))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(data) < MOST_BYTES
    assert data == card(catalogue(count), "Invented papers", ENGLISH)


def near(colour: str, found: set[Colour]) -> bool:
    wanted = ImageColor.getrgb(colour)
    return any(max(abs(a - b) for a, b in zip(wanted, c, strict=False)) < 40 for c in found)


def test_the_picture_shows_name_and_map() -> None:
    data = card(catalogue(40), "Invented papers", ENGLISH)
    assert near(drawing.LETTERS, pixels(data, left=True))
    assert near(drawing.AREAS[0], pixels(data, left=False))
    assert not near(drawing.AREAS[0], pixels(data, left=True))
    assert data != card(catalogue(40), "Other papers", ENGLISH)


@pytest.mark.parametrize(
    "name",
    [
        "Tea",
        "Reading group’s “papers”: 100 % sheep & more (2020)…",
        "\u212aingdom of\u00a0sheep\u2028and goats",
        "A name that goes on and on about everything which anybody has ever wanted to read " * 5,
        "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
        "W" * 300,
        "‘',,.;-» “x”",
    ],
)
def test_no_name_reaches_into_the_map(name: str) -> None:
    data = card(catalogue(1), name, ENGLISH)
    between = Image.open(BytesIO(data)).convert("RGB").crop((MIDDLE + 1, 0, 450, 630))
    assert between.getcolors() == [(between.width * 630, ImageColor.getrgb(drawing.GROUND))]
    assert near(drawing.LETTERS, pixels(data, left=True))


@pytest.mark.parametrize(
    "name",
    [
        "漢字の論文",
        "שלום",
        "नमस्ते",
        "😀 papers",
        "Αλγόριθμοι",
        "Schäferei",
        "Scha\u0308ferei",
        "Sheep – and goats",
        "Sheep\u200bpapers",
        "papers\x00",
        "\uffff",
    ],
)
def test_a_name_with_a_letter_that_the_font_lacks_is_left_out_whole(name: str) -> None:
    for count in (0, 1):
        data = card(catalogue(count), name, ENGLISH)
        assert not near(drawing.LETTERS, pixels(data, left=True))
        assert near(drawing.SOFT, pixels(data, left=True))
        assert data == card(catalogue(count), "", ENGLISH)


@settings(max_examples=12)
@given(st.text(max_size=40))
def test_every_name_gives_a_picture(name: str) -> None:
    small = card(catalogue(0), name, ENGLISH)
    assert Image.open(BytesIO(small)).size == (drawing.WIDTH, drawing.HEIGHT)


def test_the_letters_are_those_that_come_with_pillow_on_every_machine() -> None:
    written = string.ascii_letters + string.digits + string.punctuation + "‘’“”…«»‹›·°±©™"
    assert card(catalogue(0), written, ENGLISH) != card(catalogue(0), "", ENGLISH)
    assert card(catalogue(0), written + "ä", ENGLISH) == card(catalogue(0), "", ENGLISH)


def test_the_colours_are_those_of_dark_pages() -> None:
    css = (ROOT / "generator/theme/assets/stylesheets/base.css").read_text("utf-8")
    dark = dict(re.findall(r"--cat-([a-z0-9-]+): light-dark\([^,]+, (#[0-9a-f]+)\)", css))
    assert (dark["bg"], dark["fg"], dark["soft"]) == (
        drawing.GROUND,
        drawing.LETTERS,
        drawing.SOFT,
    )
    assert tuple(dark[f"area-{number}"] for number in range(1, 11)) == drawing.AREAS


def test_there_is_a_picture_only_where_the_address_of_the_site_is_known() -> None:
    made = [
        [page.path for page in home.generate(Renderer(catalogue(3), chosen), [None])]
        for chosen in (PUBLISHED, replace(SETTINGS, url=""))
    ]
    assert made == [["index.md", "data/card.png"], ["index.md"]]
