"""The file of a fetched library: what of its items is read, one a line, in one order.

Only facts that `generator.sources.csl.zotero_json` reads are kept, with the key and the version of
each item; texts of notes and what is attached are not.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.sources.csl.fetched_library import FORMAT, ITEMS, FetchedLibrary, fetched_library
from generator.sources.csl.zotero_json import TEXTS

_ABOUT = "Written by `paper-catalogue fetch`; what is changed here is lost."
#: Parts of names that are read.
_CREATOR = ("creatorType", "firstName", "lastName", "name")
#: What ends a line for some programs, and what UTF-8 cannot hold; JSON has a way to say both.
_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True)
class FetchedFile:
    """What a file holds: the library, and the line of each item by its key."""

    about: FetchedLibrary
    lines: Mapping[str, str]

    def versions(self) -> dict[str, int]:
        """Return the version of each item, by its key."""
        return {key: json.loads(line)["version"] for key, line in self.lines.items()}

    def as_bytes(self) -> bytes:
        """Return the file: items that were added later stand further down."""
        about = self.about
        items = ",\n".join(sorted(self.lines.values(), key=_added))
        head = {
            "about": _ABOUT,
            "source": str(about.source),
            "format": FORMAT,
            "version": about.version,
            "name": about.name,
            "public": about.public,
            # Whoever changed it, or joined two states of it, may have lost items.
            "digest": hashlib.blake2b(items.encode(), digest_size=8).hexdigest(),
        }
        first = ",\n".join(f"{json.dumps(name)}: {_json(value)}" for name, value in head.items())
        end = f"\n{items}\n]}}\n" if items else "]}\n"
        return f"{{{first},\n{ITEMS}{end}".encode()


def read_fetched_file(path: Path) -> FetchedFile | None:
    """Return what was fetched before; None where that is nothing, or no longer what was written.

    Raises OSError for a file that cannot be read.
    """
    try:
        text = path.read_bytes().decode().replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        return None
    about = fetched_library(text)
    if about is None:
        return None
    try:
        items = json.loads(text)["items"]
        lines = {item["key"]: line_of(item) for item in items}
        file = FetchedFile(about, lines)
        return file if file.as_bytes() == text.encode() else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def line_of(item: Mapping[str, Any]) -> str:
    """Return the line of an item of Zotero's service, which has `key`, `version` and `data`."""
    data = item["data"]
    kept: dict[str, Any] = {name: data[name] for name in TEXTS if _says(data.get(name))}
    kept["dateAdded"] = data["dateAdded"] if _says(data.get("dateAdded")) else ""
    if creators := [_creator(one) for one in _list(data.get("creators")) if isinstance(one, dict)]:
        kept["creators"] = creators
    tags = [one.get("tag") for one in _list(data.get("tags")) if isinstance(one, dict)]
    if tags := [{"tag": tag} for tag in tags if _says(tag)]:
        kept["tags"] = tags
    line = {"key": item["key"], "version": item["version"], "data": dict(sorted(kept.items()))}
    meta = item.get("meta")
    if isinstance(meta, dict) and _says(meta.get("parsedDate")):
        line["meta"] = {"parsedDate": meta["parsedDate"]}
    return _json(line)


def _creator(creator: Mapping[str, Any]) -> dict[str, str]:
    return {name: creator[name] for name in _CREATOR if _says(creator.get(name))}


def _says(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _json(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _added(line: str) -> tuple[str, str]:
    item = json.loads(line)
    return item["data"]["dateAdded"], item["key"]
