"""Finds the files of a language, the catalogue's own and ours, and makes a `Language` of them."""

from __future__ import annotations

from pathlib import Path

from generator.language.files import OWN, base_of
from generator.language.language import ENGLISH, Language
from generator.problems import Problems


def load(code: str, catalogue: Path, shown: str, problems: Problems) -> Language:
    """Return the language of a code, with the strings that a catalogue corrects in its folder.

    `shown` is what messages call the file there. What cannot be read, or is no translation of a
    string of ours, is reported; what is missing stays English.
    """
    own, base = catalogue / OWN, base_of(code)
    if base in ("", "en") and not own.is_file():
        return ENGLISH if code == "en" else Language(code)
    # English, which is most often wished, has no need of Babel and its tables.
    from generator.language.assembly import assembled  # noqa: PLC0415

    return assembled(code, base, own if own.is_file() else None, shown, problems)
