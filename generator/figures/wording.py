"""How figures are said: a number with its noun, a share in per cent."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 paper, 2 papers, 1,000 papers."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(count: int, of: int) -> str:
    """Return a share in whole per cent; never 0 % for some, never 100 % for less than all."""
    if not of or not count:
        return "0 %"
    # Half up, without the error of a division.
    whole = (200 * count + of) // (2 * of)
    if whole == 0:
        return "<1 %"
    return ">99 %" if whole == 100 and count < of else f"{whole} %"
