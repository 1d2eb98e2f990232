"""Reads PO files with Babel, and says what is wrong with a translation, with its line.

A translation is text: what it holds is escaped where it is shown, as text of papers is.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from generator.language.placeholders import BadPlaceholder, names
from generator.language.plural import ENGLISH_RULE, is_rule
from generator.problems import Place, Problems, quoted

#: What people translate by hand is no larger.
MAX_BYTES = 5_000_000

#: What a string of each form is found by: its English text, in the singular.
Template = Mapping[str, Message]


@dataclass(frozen=True)
class Translation:
    """What a PO file gives: the strings that can be used, its rule for plurals, how many forms."""

    messages: dict[str, tuple[str, ...]]
    rule: str
    forms: int


def template_of(catalog: Catalog) -> Template:
    """Return the strings there are to translate, by their English texts."""
    return {english_of(message): message for message in catalog if message.id}


def english_of(message: Message) -> str:
    """Return the English text that a string is found by."""
    return message.id if isinstance(message.id, str) else str(message.id[0])


def read_catalog(path: Path, place: str, problems: Problems) -> Catalog:
    """Return a PO file as it is; an empty one after reporting why it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            problems.error(Place(place), f"has more than {MAX_BYTES:,} bytes")
            return Catalog()
        return read_po(io.BytesIO(data), abort_invalid=True)
    except OSError as error:
        problems.error(Place(place), f"cannot be read: {error.strerror or error}")
    except PoFileError as error:
        problems.error(Place(place, error.lineno + 1), f"is no PO file from here on: {error}")
    # A header may name an encoding that there is not, or a date that is none.
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        problems.error(Place(place), f"is no PO file: {error}", "write it in UTF-8")
    return Catalog()


def translation_of(
    catalog: Catalog,
    template: Template,
    place: str,
    problems: Problems,
    corrected: Translation | None = None,
) -> Translation:
    """Return what can be used of a PO file; what cannot is a problem with its line.

    What it corrects, if anything, has the rule for plurals; else its header has.
    """
    rule = corrected.rule if corrected else catalog.plural_expr
    forms = corrected.forms if corrected else catalog.num_plurals
    found: dict[str, tuple[str, ...]] = {}
    if not is_rule(rule, forms):
        problems.error(
            Place(place, 1),
            f"its header has no rule for plurals that can be used: {quoted(rule)}",
            "write Plural-Forms as gettext does",
        )
        return Translation({}, ENGLISH_RULE, 2)
    for message in catalog:
        if not message.id:
            continue
        where = Place(place, message.lineno or 0)
        english = template.get(english_of(message))
        faults = list(faults_of(message, english, forms))
        for what, hint in faults:
            problems.warning(where, what, hint)
        strings = strings_of(message)
        if english and not faults and strings[0]:
            found[english_of(message)] = strings
    return Translation(found, rule, forms)


def faults_of(message: Message, english: Message | None, forms: int) -> Iterator[tuple[str, str]]:
    """Yield why a translation cannot be used, and what to do; `english` is what it is of."""
    shown = quoted(english_of(message))
    if english is None:
        yield f"{shown} is no string of the interface", "it is not used; was it changed?"
        return
    if isinstance(english.id, str) is not isinstance(message.id, str):
        yield (
            f"{shown} has a plural in one of both files only",
            "copy it from messages.pot",
        )
        return
    if message.fuzzy:
        yield f"the translation of {shown} is marked as fuzzy", "look at it and remove the mark"
        return
    strings = strings_of(message)
    written = sum(map(bool, strings))
    if not written:
        return
    if not isinstance(message.id, str) and (written < len(strings) or len(strings) != forms):
        yield f"the translation of {shown} has {written} of {forms} forms", "write each"
        return
    asked = _names_of(english)
    for place, string in enumerate(strings):
        try:
            named = names(string)
        except BadPlaceholder as error:
            yield f"the translation of {shown} has a wrong placeholder: {error}", "it is not used"
            return
        # Where only one number has a form, the form may say it in words.
        least = asked - {"number"} if place < len(strings) - 1 else asked
        if not least <= named <= asked:
            yield (
                f"the translation of {shown} has other placeholders: {_shown(named)}",
                f"it is not used; the original has {_shown(asked)}",
            )
            return


def _names_of(english: Message) -> frozenset[str]:
    ids = [english.id] if isinstance(english.id, str) else list(english.id)
    return frozenset().union(*map(names, ids))


def _shown(named: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(named)) or "none"


def strings_of(message: Message) -> tuple[str, ...]:
    """Return a translation, a text for each form that it has; an empty text for none."""
    given = message.string
    strings = [given] if isinstance(given, str) else list(given or [""])
    # Babel adds empty ones where a file has fewer than its head says.
    while len(strings) > 1 and not strings[-1]:
        strings.pop()
    return tuple(strings)
