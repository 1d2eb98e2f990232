"""Words of a text, folded so that case, accents, superscripts and hyphens make no difference."""

from __future__ import annotations

import re
import unicodedata

_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """Return `text` without accents, case, superscript or subscript forms: `SL²A` is `sl2a`."""
    return _lower(bare(text))


def flat(text: str) -> tuple[str, str]:
    """Return `text` with every run of other characters than letters and digits as one space.

    Accents are gone too. Given twice, as printed and in lower case, both of the same length, so
    that a place found in one can be looked at in the other.
    """
    printed = _NOT_ALPHANUMERIC.sub(" ", bare(text)).strip()
    return printed, _lower(printed)


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in order."""
    return flat(text)[1].split()


def bare(text: str) -> str:
    """Return `text` without accents, superscript or subscript forms, its case kept."""
    # Each character is what it is, whatever stands beside it.
    return text if text.isascii() else _NOT_ASCII.sub(_bare, text)


def _bare(found: re.Match[str]) -> str:
    text = found[0]
    # Marks go first, too: normalising takes quadratic time over a long run of them.
    unmarked = "".join(c for c in text if not unicodedata.combining(c))
    decomposed = unicodedata.normalize("NFKD", unmarked)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _lower(plain: str) -> str:
    """Lower case of the same length, so that places in the text stay.

    Only İ would become longer, and it has been taken apart; Σ would depend on its neighbours.
    """
    return plain.replace("Σ", "σ").lower()
