"""Finds the files of a language, the catalogue's own and ours, and makes a `Language` of them."""

from __future__ import annotations

from pathlib import Path

from generator.language.files import OWN, base_of, languages
from generator.language.language import ENGLISH, Language
from generator.problems import Place, Problems


def load(code: str, catalogue: Path, shown: str, problems: Problems) -> Language:
    """Return the language of a code, with the strings that a catalogue corrects in its folder.

    `shown` is what messages call the folder. What cannot be read, or is no translation of a string
    of ours, is reported; what is missing stays English.
    """
    own, place = catalogue / OWN, f"{shown}/{OWN}"
    base = base_of(code)
    if not own.is_file():
        if base == "en":
            return ENGLISH if code == "en" else Language(code)
        if not base:
            problems.error(
                Place(f"{shown}/catalogue.yml"),
                f"language: there is no translation into {code}",
                f"choose one of {', '.join(languages())}, or write {place}",
            )
            return ENGLISH
    # English, which is most often wished, has no need of Babel and its tables.
    from generator.language.assembly import assembled  # noqa: PLC0415

    return assembled(code, base, own if own.is_file() else None, place, problems)
