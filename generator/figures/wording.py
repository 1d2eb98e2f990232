"""How figures are said to maintainers: a number with its noun."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 paper, 2 papers, 1,000 papers."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
