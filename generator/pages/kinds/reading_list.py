"""The page of the papers that a visitor keeps, which a script fills."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import OutputFile
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page."""
    yield renderer.page("reading_list.md.j2", "reading-list.md", "the reading list")
