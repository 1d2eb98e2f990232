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


def readable_size(size: int) -> str:
    """Return a number of bytes with two figures or more: "812 bytes", "64 kB", "1.2 MB"."""
    if size < 1000:
        return f"{size} bytes"
    number, unit = next(
        (size / 10**power, unit)
        for power, unit in ((9, "GB"), (6, "MB"), (3, "kB"))
        if size >= 0.9995 * 10**power
    )
    return f"{number:.1f} {unit}" if number < 9.95 else f"{number:.0f} {unit}"
