"""A text that comes from a form or goes into one, without what no form keeps."""

from __future__ import annotations

import unicodedata


def cleaned(text: str) -> str:
    """Return a text with line ends of one kind, without control characters and half characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.replace("\n", "").isprintable():
        return text
    return "".join(map(_sign, text))


def _sign(sign: str) -> str:
    if sign in "\n\t":
        return sign
    if sign in "\u2028\u2029":
        return "\n"
    category = unicodedata.category(sign)
    return "\ufffd" if category == "Cs" else "" if category == "Cc" else sign
