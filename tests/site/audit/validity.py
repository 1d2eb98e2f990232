"""Whether a page is HTML that every parser reads alike, by html5lib's strict parser."""

from __future__ import annotations

from pathlib import Path

import html5lib


def parse_errors(path: Path) -> list[str]:
    """Return every parse error of the page at `path`, with its line and the text around it."""
    text = path.read_text("utf-8")
    parser = html5lib.HTMLParser()
    parser.parse(text)
    lines = text.splitlines()
    return [
        f"{path}:{line}: {code} {data or ''} at {around(lines, line, column)!r}"
        for (line, column), code, data in parser.errors
    ]


def around(lines: list[str], line: int, column: int) -> str:
    """Return the text around a place; pages are often one line."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return text[max(0, column - 60) : column + 20]
