"""The languages that a form may be in: the catalogue's own first, then all that there are."""

from __future__ import annotations

from pathlib import Path

from generator.language import OWN_TRANSLATION, Language, languages, load
from generator.problems import Problems
from generator.settings import Settings


def languages_of_forms(settings: Settings, problems: Problems) -> list[Language]:
    """Return the languages by which headings are known; what is wrong with one is reported."""
    own = settings.catalogue_dir / OWN_TRANSLATION
    first = load(settings.language, settings.catalogue_dir, settings.shown(own), problems)
    # No folder of that name is in the package: these are as they came.
    nowhere = Path(__file__).parent / "nowhere"
    others = [load(code, nowhere, code, Problems()) for code in languages()]
    return [first, *others]
