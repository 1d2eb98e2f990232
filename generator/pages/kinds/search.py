"""The page of the search, which a script fills."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import OutputFile
from generator.pages.renderer import Renderer


def generate(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page."""
    yield renderer.page("search.md.j2", "search.md", "the search page")
