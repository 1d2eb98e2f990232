"""Turns any string into one line of clean Unicode, without changing what it says.

`normal` is safe for what people wrote. `reread` also mends characters that a program read in the
wrong encoding, and belongs to sources whose text went through many programs.
"""

from __future__ import annotations

import re
import unicodedata

from generator.text.eaten import restore_commands, restore_formulas
from generator.text.encoding import read_again

#: Most combining marks in a row; more only pile up on the page, and Python's normalisation takes
#: quadratic time over them. The number is that of the Stream-Safe Text Format, UAX #15 section 13.
MAX_MARKS = 30

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)
)
#: Invisible and meaningless on a page: zero-width space, byte order mark, soft hyphen, controls.
_DROPPED = re.compile(f"[\u200b\ufeff\u00ad\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_NONCHARACTERS}]")
#: Lone surrogates cannot be written as UTF-8; no font says what a private-use character is.
_UNKNOWN = re.compile("[\ud800-\udfff\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_PERHAPS_MARKS = re.compile(f"[^\x00-\u02ff]{{{MAX_MARKS + 1},}}")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_C1 = re.compile("[\u0080-\u009f]")
#: Letters that were read wrongly again and again take as many rounds.
_ROUNDS = 8
_LIGATURE = re.compile("[\ufb00-\ufb06]")

#: Letters that are written from right to left: Hebrew, Arabic, Syriac, Thaana, NKo, Adlam, older
#: ones. https://www.unicode.org/reports/tr9/
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def normal(text: str) -> str:
    """Return `text` as one line in NFC with single spaces between words and none at the ends.

    Every kind of space and line break becomes a space. Zero-width spaces, byte order marks, soft
    hyphens, control characters and non-characters are dropped; lone surrogates and private-use
    characters become U+FFFD. Joiners and bidi characters stay. Never NFKC: it would turn ² into 2.
    """
    if _is_normal(text):
        return text
    if not text.isascii():
        # A text has few different characters: what none of them is need not be looked for in it.
        used = "".join(set(text))
        if _UNKNOWN.search(used):
            text = _UNKNOWN.sub("\ufffd", text)
        text = " ".join(text.split())
        if _DROPPED.search(used):
            text = _DROPPED.sub("", text)
        text = _PERHAPS_MARKS.sub(_shortened, text)
        return " ".join(unicodedata.normalize("NFC", text).split())
    if text.isprintable():
        is_single = "  " not in text and text[:1] != " " and text[-1:] != " "
        return text if is_single else " ".join(text.split())
    return " ".join(_DROPPED.sub("", " ".join(text.split())).split())


def _is_normal(text: str) -> bool:
    """Whether `text` is as `normal` would return it: most is, as it was made so where it was read.

    What is not printable is looked at in any case: what is dropped, unknown or another space is so.
    """
    return (
        text.isprintable()
        and "  " not in text
        and not text.startswith(" ")
        and not text.endswith(" ")
        and (
            text.isascii()
            or (not _PERHAPS_MARKS.search(text) and unicodedata.is_normalized("NFC", text))
        )
    )


_NO_BREAK = "\u00a0\u202f"


def visible(text: str) -> str:
    """Return text without what HTML does not allow: names of files may hold any character.

    Spaces that do not break a line are allowed: numbers are written with them.
    """
    return "".join(c if c.isprintable() or c in _NO_BREAK else "\ufffd" for c in text)


def _shortened(run: re.Match[str]) -> str:
    """Return a run of characters without the combining marks beyond MAX_MARKS in a row."""
    kept, marks = [], 0
    for char in run[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)


def reread(text: str) -> str:
    """Return `normal(text)` after mending what a careless program did to the characters.

    Text that was read in the wrong encoding is read again, TeX commands get back the first letter
    that was taken for an escape, and the ligatures of a PDF become letters.
    """
    read = restored = _characters(text)
    if "{" in read or " imes" in read or not read.isprintable():
        restored = restore_commands(read)
    return _settled(normal(restored), text if restored == read else "")


def reread_by_hand(text: str) -> str:
    """Return `reread(text)` for what people wrote: only formulas get their letters back."""
    read = restored = _characters(text)
    if "$" in read or not read.isprintable():
        restored = restore_formulas(read)
    return _settled(normal(restored), text if restored == read else "")


def _settled(text: str, known: str) -> str:
    """Return text read again where a dropped character stood within a wrongly read letter.

    `known` is a text of which reading again makes `text`: if they are the same, it is settled.
    """
    if text == known:
        return text
    for _ in range(_ROUNDS):
        again = text if text.isascii() else normal(_characters(text))
        if again == text:
            break
        text = again
    return text


def _characters(text: str) -> str:
    if text.isascii():
        return text
    text = read_again(text)
    if _C1.search(text):
        text = _C1.sub(_from_windows, text)
    if _LIGATURE.search(text):
        text = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return text


def _from_windows(found: re.Match[str]) -> str:
    """Return the character a C1 byte stands for in Windows-1252, as HTML 5 reads it."""
    return found[0].encode("latin-1").decode("cp1252", "ignore") or found[0]


def has_bidi_controls(text: str) -> bool:
    """Whether `text` holds a character that can change the direction in which others are shown."""
    return _BIDI.search(text) is not None


def has_right_to_left(text: str) -> bool:
    """Whether `text` holds a letter that is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph of `text` runs from right to left: its first letter tells, as in HTML."""
    if not has_right_to_left(text):
        return False
    directions = map(unicodedata.bidirectional, text)
    return next((found for found in directions if found in ("L", "R", "AL")), "L") != "L"
