"""What a site is made of beside its pages, as far as mkdocs.yml tells for certain."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.settings import Settings
from generator.site.mkdocs import said

#: Extensions that read no files but the page itself. Others may: pymdownx.snippets, pymdownx.b64.
_READ_NOTHING = frozenset(
    f"{family}{name}"
    for family, names in {
        "": "abbr admonition attr_list def_list extra fenced_code footnotes md_in_html meta nl2br"
        " sane_lists smarty tables toc wikilinks",
        "markdown.extensions.": "abbr admonition attr_list def_list extra fenced_code footnotes"
        " md_in_html meta nl2br sane_lists smarty tables toc wikilinks",
        "pymdownx.": "arithmatex betterem caret critic details escapeall highlight inlinehilite"
        " keys magiclink mark saneheaders smartsymbols striphtml superfences tabbed tasklist tilde",
    }.items()
    for name in names.split()
)


def folders_read(settings: Settings) -> tuple[Path, ...] | None:
    """Return the folders that the site is made of beside the pages and the installed theme.

    None where that cannot be said: a plugin, a hook, another configuration and some extensions may
    read anything. Raises OSError when mkdocs.yml cannot be read.
    """
    file = settings.root / "mkdocs.yml"
    config = said(settings)
    # What is inherited stands in `config` as if the file said it.
    inherits = file.is_file() and b"INHERIT" in file.read_bytes()
    extensions = _names(config.get("markdown_extensions"))
    if inherits or config.get("plugins") or config.get("hooks"):
        return None
    if extensions is None or not extensions <= _READ_NOTHING:
        return None
    own = own_theme(config)
    return (settings.root / own,) if own else ()


def own_theme(config: Mapping[str, Any]) -> str:
    """Return the folder of templates of its own that mkdocs.yml names, or an empty string."""
    theme = config.get("theme")
    named = theme.get("custom_dir") if isinstance(theme, dict) else None
    return named if isinstance(named, str) else ""


def _names(extensions: Any) -> set[str] | None:
    """Return the names in a list, where some are keys of their options; None for what is none."""
    items = extensions or []
    if isinstance(items, dict):
        items = list(items)
    if not isinstance(items, list):
        return None
    return {str(name) for item in items for name in (item if isinstance(item, dict) else [item])}
