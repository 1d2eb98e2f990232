"""From the bytes of a source to text: finds out the encoding, by mark or by what is in it."""

from __future__ import annotations

import codecs

from generator import yaml_lines
from generator.problems import Problems

#: Marks at the beginning of a file that tell its encoding; the longer ones first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(raw: bytes, file: str, problems: Problems) -> str | None:
    """Return the bytes of a file as text, without a mark, or None and a problem with its line."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    return yaml_lines.decode(raw, file, problems)
