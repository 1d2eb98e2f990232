"""Puts a language together: our file of it, the catalogue's own, and Unicode's forms of numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.language.cldr import forms_of
from generator.language.files import FOLDER, TEMPLATE
from generator.language.language import Forms, Language
from generator.language.plural import ENGLISH_RULE
from generator.language.po import Template, Translation, read_catalog, template_of, translation_of
from generator.problems import Place, Problems


def assembled(code: str, base: str, own: Path | None, shown: str, problems: Problems) -> Language:
    """Return the language `code`: of our file `base`, "" or "en" for none, and of the file `own`.

    `shown` is what messages call that. What is wrong in it, or missing, is reported.
    """
    template = template_of(read_catalog(TEMPLATE, TEMPLATE.name, problems))
    ours = Translation({}, ENGLISH_RULE, 2) if base == "en" else None
    if base not in ("", "en"):
        catalog = read_catalog(FOLDER / f"{base}.po", f"{base}.po", problems)
        ours = translation_of(catalog, template, f"{base}.po", problems)
    used = ours
    if own:
        theirs = translation_of(read_catalog(own, shown, problems), template, shown, problems, ours)
        used = replace(theirs, messages={**(ours.messages if ours else {}), **theirs.messages})
        if not ours:
            _tell_missing(template, theirs, shown, problems)
    assert used, "a language has a file"
    return Language(
        code=code,
        messages=used.messages,
        plural=used.rule,
        forms=Forms() if base == "en" else forms_of(code),
        scripted=_scripted(template),
    )


def _tell_missing(template: Template, found: Translation, shown: str, problems: Problems) -> None:
    missing = len(template) - len(found.messages)
    if missing:
        problems.note(
            Place(shown),
            f"{missing:,} of {len(template):,} strings are not translated, and stay English",
            "all are in generator/language/messages.pot",
        )


def _scripted(template: Template) -> tuple[str, ...]:
    """Return the strings that the theme's JavaScript says."""
    return tuple(
        english
        for english, message in sorted(template.items())
        if any(path.endswith(".js") for path, _ in message.locations)
    )
