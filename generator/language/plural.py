"""Which of its plural forms a language uses for a number, by the header of its PO file.

https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from gettext import c2py

#: Two forms, one for a single thing.
ENGLISH_RULE = "n != 1"
#: Whatever differs between numbers differs below this.
_TRIED = 1001


def plural_form(rule: str, number: int) -> int:
    """Return the place of the form for a number, from 0; `rule` is an expression in C.

    Raises ValueError for a rule that is none, ZeroDivisionError for one that divides by 0.
    """
    return int(_compiled(rule)(number))


@lru_cache(maxsize=8)
def _compiled(rule: str) -> Callable[[int], int]:
    return c2py(rule)


def is_rule(rule: str, forms: int) -> bool:
    """Whether `rule` gives one of so many forms for every number."""
    try:
        return all(0 <= _compiled(rule)(number) < forms for number in range(_TRIED))
    except (ValueError, ZeroDivisionError, RecursionError, OverflowError, MemoryError):
        return False
