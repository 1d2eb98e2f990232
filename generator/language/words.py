"""Puts the strings of a language into the module of the theme that says them in the browser."""

from __future__ import annotations

import json

from generator.language.language import Language

#: The module, below the folder of assets.
WORDS = "shared/words.js"
#: What stands there for English, and is replaced: the table and the rule for plurals.
_TABLE = "const WORDS = /** @type {Record<string, string | string[]>} */ ({});"
_PLURAL = "const PLURAL = /** @type {(n: number) => number | boolean} */ ((n) => n !== 1);"


def with_words(module: str, language: Language) -> str:
    """Return the module with the strings that scripts say, and only those.

    A string that is counted has a list of forms. Raises ValueError when the lines to replace are
    not in the module.
    """
    said = {
        english: found[0] if len(found) == 1 else list(found)
        for english in language.scripted
        if (found := language.messages.get(english))
    }
    if not said:
        return module
    for line in (_TABLE, _PLURAL):
        if module.count(line) != 1:
            raise ValueError(f"{WORDS} has no line {line}")
    # As JSON is JavaScript, but a string may not end the element that a page has a script in.
    table = json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    # What gettext reads as a rule is an expression of JavaScript as well.
    return module.replace(_TABLE, f"const WORDS = {table};").replace(
        _PLURAL, f"const PLURAL = (n) => {language.plural};"
    )
