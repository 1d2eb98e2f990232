"""What a file of catalogue/fetched/ says of the Zotero library that its items are from.

The file is the JSON of Zotero's service with less in it, an item a line, and these lines before the
items. `generator.services.fetched_file` writes it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from generator.fetched import ZOTERO_KEY, ZoteroLibrary, library_named

#: Raised when files of another form are written; those of another form are fetched anew.
FORMAT = 1
#: How the line ends behind which the items are.
ITEMS = '"items": ['
#: The lines before the items are short; a name of a library has 255 letters at most.
_HEAD = 20_000


@dataclass(frozen=True)
class FetchedLibrary:
    """A library as it was when it was fetched: its version, its name, and if anyone may read it."""

    source: ZoteroLibrary
    version: int
    name: str = ""
    public: bool = False

    @property
    def label(self) -> str:
        """What published pages call it."""
        return f"{self.name} ({self.source})" if self.name else str(self.source)

    def address_of(self, item: dict[str, Any]) -> str:
        """Return where an item is to be seen; empty where only members see it."""
        key = item.get("key")
        seen = self.public and isinstance(key, str) and ZOTERO_KEY.fullmatch(key)
        return self.source.address_of(str(key)) if seen else ""


def fetched_library(text: str) -> FetchedLibrary | None:
    """Return what the lines before the items say; None for a file of any other kind."""
    if not text.startswith('{"about": '):
        return None
    head, items, _ = text[:_HEAD].partition(ITEMS)
    try:
        said = json.loads(f"{head}{ITEMS}]}}") if items else {}
        if said["format"] != FORMAT:
            return None
        name, version = said.get("name", ""), said["version"]
        library = library_named(said["source"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if not isinstance(name, str) or not isinstance(version, int):
        return None
    return FetchedLibrary(library, version, " ".join(name.split()), said.get("public") is True)
