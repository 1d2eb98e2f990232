"""ORCID iDs: what tells people of one name apart, read off any form in which they are written.

https://support.orcid.org/hc/en-us/articles/360006897674-Structure-of-the-ORCID-Identifier
"""

from __future__ import annotations

import re

_DASH = "[-\u2010-\u2015\u2212]"
_GROUPED = rf"\d{{4}}{_DASH}\d{{4}}{_DASH}\d{{4}}{_DASH}\d{{3}}[\dXx]"
_IN_TEXT = re.compile(rf"(?<![\w-])(?:{_GROUPED})(?![\w-])", re.ASCII)
#: A field for it may leave out the hyphens, or part the groups by spaces.
_ALONE = re.compile(
    rf"(?:.{{0,40}}[/: ])?(?:{_GROUPED}|(?:\d{{4}} ?){{3}}\d{{3}}[\dXx])/?", re.ASCII
)
_SIGNS = re.compile(r"[\dXx]", re.ASCII)


def read_orcid(text: str) -> str:
    """Return the iD in a text that is nothing else: 0000-0002-1825-0097; empty if it is none.

    The text may be its address, with or without hyphens. A wrong check digit makes it none.
    """
    text = text.strip()
    return _checked(text.rstrip("/")[-19:]) if _ALONE.fullmatch(text) else ""


def orcid_address(orcid: str) -> str:
    """Return the address of the record of an iD, empty if none is known."""
    return f"https://orcid.org/{orcid}" if orcid else ""


def orcid_in(text: str) -> str:
    """Return the first iD in any text, with a right check digit; empty if it holds none."""
    return next((orcid for one in _IN_TEXT.findall(text) if (orcid := _checked(one))), "")


def wrong_orcid(text: str) -> str:
    """Return the first part of a text that has the form of an iD, but a wrong check digit."""
    return next((one for one in _IN_TEXT.findall(text) if not _checked(one)), "")


def _checked(text: str) -> str:
    signs = "".join(_SIGNS.findall(text)).upper()[-16:]
    if len(signs) != 16 or signs[-1] != _check_digit(signs[:-1]):
        return ""
    return "-".join(signs[at : at + 4] for at in range(0, 16, 4))


def _check_digit(digits: str) -> str:
    """Return the last sign of an iD with these digits: ISO 7064, MOD 11-2."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)
