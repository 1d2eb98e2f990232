"""Which theme mkdocs.yml names: pages are made for ours, and for themes that extend it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

OURS = "paper-catalogue"
#: Version 0.1 had its templates in the catalogue, as a `custom_dir` of Material.
_WITHOUT_FRAME = ("material", "mkdocs", "readthedocs")


def theme_named(config: Mapping[str, Any]) -> str:
    """Return the name of the theme that a mkdocs.yml names, as MkDocs reads it."""
    theme = config.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    return name if isinstance(name, str) else "mkdocs"


def why_not_ours(config: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return what is wrong with a theme without our frame, and what to do; None for another."""
    name = theme_named(config)
    if name not in _WITHOUT_FRAME:
        return None
    return f"the theme is {name}, for which pages are not made", f"write `theme: {{name: {OURS}}}`"
