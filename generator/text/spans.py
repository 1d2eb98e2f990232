r"""Finds the parts of a text that repair must not look into: formulas, web addresses, paths, code.

In repaired text a formula stands between `\(` and `\)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

#: Longer than any formula in a title or abstract; a longer one is left as text.
MAX_FORMULA = 2000

_DELIMITER = re.compile(r"\\[\\()]")

#: Web addresses with or without scheme, e-mail addresses, Windows paths. Bounded repetitions
#: behind a boundary keep the search linear.
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s<>{}|\\`\"“”\ue000-\uf8ff\U000f0000-\U0010fffd]+"
    r"|(?<![\w@.-])(?:www\.|[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/)"
    r"[^\s<>{}|\\`\"“”$\ue000-\uf8ff\U000f0000-\U0010fffd]*"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|(?<!\w)[A-Za-z]:\\[\w.-]+\\[\w\\.-]*"
)
#: Code between backticks, which are no quotation marks of TeX's.
_CODE = re.compile(r"(?<![\w`\\])`(?=[^\s`])[^`]{1,200}(?<=[^\s`])`(?![\w`])")
_BETWEEN_DOLLARS = re.compile(r"(?<!\\)\$[^$]{1,500}\$")
#: A character each for what is set aside; `unicode.normal` keeps them out of every text.
_FIRST_STAND_IN, _LAST_STAND_IN = 0xF0000, 0xFFFFD
_STAND_IN = re.compile(f"[{chr(_FIRST_STAND_IN)}-{chr(_LAST_STAND_IN)}]")


def formulas(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield where each formula begins and ends in `text`, with its `\(` and `\)`.

    A formula holds something, no other `\(`, and at most MAX_FORMULA characters. `\\` is never
    half of a delimiter.
    """
    if "\\(" not in text:
        return  # as in nearly all texts
    begin = None
    for found in _DELIMITER.finditer(text):
        if found[0] == "\\(":
            begin = found.start()
        elif found[0] == "\\)" and begin is not None:
            body = text[begin + 2 : found.start()]
            if body.strip() and len(body) <= MAX_FORMULA:
                yield begin, found.end()
            begin = None


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each web address, e-mail address or path begins and ends."""
    if "/" in text or "@" in text or ":\\" in text or "www." in text:
        for found in _ADDRESS.finditer(text):
            yield found.span()


def code(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each piece of code between backticks begins and ends."""
    if "`" in text:
        for found in _CODE.finditer(text):
            yield found.span()


def between_dollars(text: str) -> Iterator[tuple[int, int]]:
    """Yield where what may be a formula between dollars begins and ends."""
    if "$" in text:
        for found in _BETWEEN_DOLLARS.finditer(text):
            yield found.span()


def outside(
    change: Callable[[str], str], *kinds: Callable[[str], Iterator[tuple[int, int]]]
) -> Callable[[str], str]:
    """Return `change` made to leave alone what `kinds` (of this module) find.

    `change` sees one private-use character in place of each part. A text with more parts than
    there are such characters is returned as it is.
    """

    def apart(text: str) -> str:
        bare, kept = _set_aside(text, kinds)
        if not kept:
            return change(text)
        if len(kept) > _LAST_STAND_IN - _FIRST_STAND_IN:
            return text
        changed = change(bare)
        if changed == bare:
            return text
        return _STAND_IN.sub(lambda found: _at(kept, ord(found[0]) - _FIRST_STAND_IN), changed)

    return apart


def _at(kept: tuple[str, ...], number: int) -> str:
    return kept[number] if number < len(kept) else ""


@lru_cache(maxsize=8)  # most steps change nothing, so the next one asks for the same text
def _set_aside(
    text: str, kinds: tuple[Callable[[str], Iterator[tuple[int, int]]], ...]
) -> tuple[str, tuple[str, ...]]:
    """Return `text` with stand-ins, and what they stand for."""
    kept: list[str] = []
    for kind in kinds:
        out: list[str] = []
        done = 0
        for begin, end in kind(text):
            stand_in = chr(min(_FIRST_STAND_IN + len(kept), _LAST_STAND_IN))
            out += (text[done:begin], stand_in)
            kept.append(text[begin:end])
            done = end
        text = "".join((*out, text[done:])) if out else text
    return text, tuple(kept)
