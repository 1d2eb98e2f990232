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


def has_frame(config: Mapping[str, Any]) -> bool:
    """Whether the theme may have the frame that pages are poured into."""
    return theme_named(config) not in _WITHOUT_FRAME
