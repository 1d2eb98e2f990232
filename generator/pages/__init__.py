"""Every page of the site: what is its own, as HTML and as Markdown, made of the catalogue alone."""

from generator.pages.build import (
    UNPUBLISHED,
    Chunk,
    card_keys,
    cards_of,
    chunks,
    frame_of,
    frames,
    parts_of,
    texts,
)
from generator.pages.keys import Keys
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

__all__ = [
    "UNPUBLISHED",
    "Chunk",
    "Keys",
    "Layout",
    "Page",
    "Renderer",
    "card_keys",
    "cards_of",
    "chunks",
    "frame_of",
    "frames",
    "parts_of",
    "texts",
]
