"""Names of files that every system can have, and which two are one to some.

Windows: https://learn.microsoft.com/windows/win32/fileio/naming-a-file. macOS takes names for equal
that differ in capitals or in how an accent is written, Windows those that differ in capitals.
"""

from __future__ import annotations

import re
import unicodedata

#: What Windows has devices for, whatever ending stands behind.
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
#: Most file systems allow so many bytes, some so many units of UTF-16, which are never more.
MOST_BYTES = 255

_REFUSED = re.compile(r'[<>:"\\|?*\x00-\x1f]')


def why_not_everywhere(name: str) -> str:
    """Return why some system cannot have a file or folder of this name; else an empty string."""
    if found := _REFUSED.search(name):
        shown = found[0] if found[0].isprintable() else "a control character"
        return f"Windows has no names with {shown}"
    if name != name.rstrip(" ."):
        return "Windows leaves out a blank or full stop at the end of a name"
    if name.partition(".")[0].rstrip(" ").lower() in DEVICES:
        return "Windows has a device of this name"
    if len(name.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return f"a name has at most {MOST_BYTES} bytes"
    return ""


def as_one(path: str) -> str:
    """Return what paths have in common that are one to some system."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
