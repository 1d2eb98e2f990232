"""Reads again text that a program read in the wrong encoding: `MÃ¼nchen` is München.

Bytes of UTF-8 that were shown as Windows-1252 (or Latin-1, other code pages, Mac Roman) are told
by signs that nobody writes side by side. Pairs that could be meant, such as Ã and a dash in
Portuguese capitals or the Å² of physics, are read again only where another pair leaves no doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Read wrongly this many times over; more has not been seen.
MAX_TIMES = 4

#: What can be meant behind a capital letter that UTF-8 makes of its first byte: AÇÃO…, IRMÃ®, Å².
_MAY_FOLLOW = "…‘’“”–—™®©»›«‹²³¹°·ªº±\u00a0"
#: Of those, the ones that a letter may follow at once.
_MAY_PRECEDE = "…‘’“”–—»›«‹\u00a0"


def _bytes_of(codec: str) -> dict[str, int]:
    """Return the byte of each character; bytes that the encoding lacks stand as C1 controls."""
    table = {chr(byte): byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        if char := bytes([byte]).decode(codec, "ignore"):
            table[char] = byte
    return table


def _shown_as(table: dict[str, int], first: int, last: int) -> str:
    """Return what bytes are shown as, for a class of a regular expression."""
    return "".join(re.escape(char) for char, byte in table.items() if first <= byte <= last)


@dataclass(frozen=True)
class _Misreading:
    """An encoding that UTF-8 was read in: what leaves no doubt, and what is then read again.

    `hint` is a character without which there can be no doubt.
    """

    table: dict[str, int]
    hint: re.Pattern[str]
    sure: re.Pattern[str]
    sequence: re.Pattern[str]

    def read_again(self, text: str) -> str:
        """Return `text` with every sequence that UTF-8 allows as the character it stands for."""
        if self.hint.search(text) and self.sure.search(text):
            return self.sequence.sub(self._character, text)
        return text

    def _character(self, found: re.Match[str]) -> str:
        try:
            return bytes(self.table[char] for char in found[0]).decode("utf-8")
        except UnicodeDecodeError:
            return found[0]


def _misreading(codec: str, hint: str, sure: str) -> _Misreading:
    """Return a misreading; in `sure`, `~` stands for any byte that continues a character."""
    table = _bytes_of(codec)
    follows = _shown_as(table, 0x80, 0xBF)
    two, three = _shown_as(table, 0xC2, 0xDF), _shown_as(table, 0xE0, 0xEF)
    four = _shown_as(table, 0xF0, 0xF4)
    return _Misreading(
        table,
        re.compile(f"[{hint}]"),
        re.compile(sure.replace("~", f"[{follows}]")),
        re.compile(f"[{two}][{follows}]|[{three}][{follows}]{{2}}|[{four}][{follows}]{{3}}"),
    )


_NEVER_MEANT = "".join(
    re.escape(char)
    for char, byte in _bytes_of("cp1252").items()
    if byte < 0xC0 and char not in _MAY_FOLLOW
)
_SIGNS = "".join(char for char in _MAY_FOLLOW if char not in _MAY_PRECEDE)
_NO_LETTER_BEFORE = "(?<![A-Za-zÀ-ÖØ-öø-ÿ])"
_WINDOWS = "|".join(
    (
        f"[ÂÃÄÅÎÏÐÑ][{_NEVER_MEANT}]",  # Ã¼, Ã‰, Ä‡, Å¡, Î¼, Ð¢
        "(?<=[a-zß-öø-ÿ])[ÂÃÄÅÎÏ]~",  # a capital within a word: JosÃ©, m²
        f"[ÂÃÄÅ][{_SIGNS}](?=[a-z])",  # PÃ©rez, Ã©tude, Ä°stanbul
        f"{_NO_LETTER_BEFORE}Ã(?:[{_MAY_PRECEDE}](?=[A-Za-z])|[©®ªº°±])",  # Ã–sterreich, Ã“SCAR
        f"{_NO_LETTER_BEFORE}Â[°®©]|(?<=\\d) ?Â[²³·±]",  # 5 Â°C, 10Â²
        "(?<=\\d) ?Ã—(?= ?\\d)",  # 5 Ã— 3
        f"{_NO_LETTER_BEFORE}[ÎÏ][{_SIGNS}]",  # Î²-carotene
        "â[€„†‡ˆ‰Š‹Œ]~|â€(?!~)",  # â€™, â„¢, â‰¤; the end of â€œwordsâ€ lost a byte
        f"(?:{_NO_LETTER_BEFORE}[ã-íï]~~){{2}}|ðŸ~~|ï»¿|ï¬[\u0080-\u0086€‚ƒ„…†]",  # æ•°ç¾Š, ðŸ‘
        "(?:[ÐÑØÙ×]~){2}",  # Ð¾Ð²Ñ†Ñ‹
        # A control shows that what stands before it was not meant.
        "[Â-ô](?=[\u0080-¿]{0,2}[\u0080-\u009f])[\u0080-¿]{1,3}",
        "(?<=[a-z])Ã(?=[a-z])",  # GarcÃa, whose second byte is a soft hyphen that was dropped
        "(?<=[a-z0-9.,;:])Â(?= )",  # a no-break space that became a space
    )
)
_MISREADINGS = (
    _misreading("cp1250", "Ăâ", "(?<=[a-z])Ă~|Ă[§©®±¶·°ˇ˘ĽľŁ¤](?=[a-z])|â€[śť]"),  # MĂĽnchen
    _misreading("cp1252", "Â-ô", _WINDOWS),
    _misreading("cp1251", "вГРС", "вЂ[™“”њќўќ¦]|(?<=[A-Za-z])Г~|(?:[РС]~){3}"),  # itвЂ™s, MГјnchen
    # Boxes of DOS beside letters and signs: M├╝nchen, itÔÇÖs; ├── and │ are drawings.
    _misreading("cp850", "├┬─┼╬Ô", "[├┬─┼╬](?![─-▟])~|[├┼╬][░▒▓╝]|┬[░▒▓│┤]|Ô[Çë]~"),
    _misreading("cp437", "├┬─┼╬╨╤╧Γ", "[├┬─┼╬╨╤╧](?![─-▟])~|[├┼╬][░▒▓╝]|┬[░▒▓│┤╡╖]|Γ[Çëä]~"),
    # M√ºnchen, Poincar√©, it‚Äôs
    _misreading(
        "mac-roman", "√‚", "(?<=[A-Za-z])√(?!π)~(?=[a-z√])|(?<=[a-z])√[©ß®§¶•¢£†°]|‚Ä[ôòúùìî¶¢]"
    ),
)
_HINT = re.compile(
    "[" + "".join(misreading.hint.pattern[1:-1] for misreading in _MISREADINGS) + "]"
)
#: What is left of sequences whose second byte was shown as a space, or not at all.
_LEFT_OVER = (
    (re.compile("Ã(?= |$)"), "à"),
    (re.compile("(?<=[a-z])Ã(?=[a-z])"), "í"),
    (re.compile("Â(?= )"), ""),
    (re.compile('â€"'), "–"),
    (re.compile("â€'"), "’"),
    (re.compile("â€(?![\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ])"), "”"),
)


def read_again(text: str) -> str:
    """Return `text` as it was before a program read its UTF-8 in another encoding.

    Nothing changes unless something in the text can be nothing else.
    """
    if not _HINT.search(text):
        return text
    for _ in range(MAX_TIMES):
        before = text
        for misreading in _MISREADINGS:
            text = misreading.read_again(text)
        if _MISREADINGS[1].sure.search(before):
            for left_over, char in _LEFT_OVER:
                text = left_over.sub(char, text)
        if text == before:
            break
    return text
