"""Pages that every catalogue has unless its people wrote their own: the guide for visitors.

A folder holds those of one language.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

_FOLDER = Path(__file__).parent
_USUAL = "en"


def default_pages(language: str, written: Collection[str] = ()) -> dict[str, Path]:
    """Return the default pages by their paths in docs/, where they lie, in a language like `pt-BR`.

    One that there is not in it is taken in the language it is of (`pt`), else in English. Those
    that somebody has `written`, by the paths of people's own files, are left out.
    """
    folders = [_FOLDER / code for code in (_USUAL, language.partition("-")[0], language)]
    found = {path.name: path for folder in folders for path in sorted(folder.glob("*.md"))}
    return {
        path: source
        for path, source in found.items()
        if path not in written and f"{path.removesuffix('.md')}/index.md" not in written
    }
