"""Every page of the site: what is its own, as HTML and as Markdown, made of the catalogue alone."""

from generator.pages.build import (
    UNPUBLISHED,
    Chunk,
    cards_of,
    chunks,
    frame_of,
    frames,
    pages_of,
    texts,
)
from generator.pages.page import Layout, Page
from generator.pages.renderer import Renderer

__all__ = [
    "UNPUBLISHED",
    "Chunk",
    "Layout",
    "Page",
    "Renderer",
    "cards_of",
    "chunks",
    "frame_of",
    "frames",
    "pages_of",
    "texts",
]
