"""The names of months, in the languages that bibliographies have them in."""

from __future__ import annotations

import unicodedata

#: Each month in English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish and Russian.
_NAMES = (
    "january januar janvier enero janeiro gennaio januari январь января",
    "february februar fevrier febrero fevereiro febbraio februari февраль февраля",
    "march marz mars marzo marco maart март марта",
    "april avril abril aprile апрель апреля",
    "may mai mayo maio maggio mei maj май мая",
    "june juni juin junio junho giugno июнь июня",
    "july juli juillet julio julho luglio июль июля",
    "august aout agosto augustus augusti август августа",
    "september septembre septiembre setembro settembre сентябрь сентября",
    "october oktober octobre octubre outubro ottobre октябрь октября",
    "november novembre noviembre novembro ноябрь ноября",
    "december dezember decembre diciembre dezembro dicembre декабрь декабря",
)


def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_MONTH_OF = {
    _folded(name): number for number, names in enumerate(_NAMES, 1) for name in names.split()
}
#: The shortest beginning that people cut a name to.
_SHORTEST = 3
#: Short forms that are no beginnings of one month's names alone.
_SHORT = {"sept": 9, "mrz": 3, "juin": 6, "juil": 7}
_LONGEST = max(map(len, _MONTH_OF))


def _beginnings() -> dict[str, int]:
    """Return each beginning of three letters or more that names of one month only have."""
    found: dict[str, set[int]] = {}
    for name, number in _MONTH_OF.items():
        for length in range(_SHORTEST, len(name) + 1):
            found.setdefault(name[:length], set()).add(number)
    return {short: min(numbers) for short, numbers in found.items() if len(numbers) == 1}


_KNOWN = _beginnings() | _MONTH_OF | _SHORT


def month_of(word: str) -> int:
    """Return the number of the month that a word names, also cut short; 0 if it names none."""
    if len(word) > _LONGEST + 1:
        return 0
    return _KNOWN.get(_folded(word.rstrip(".")), 0)
