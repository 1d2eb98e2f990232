"""Letters and marks taken for one another: what search and the comparison of titles fold.

Tables only. Unicode's compatibility decomposition (NFKD) knows most of it, é, ﬁ and Ａ; these are
the ones that it leaves whole. The theme's words.js has the same tables: a test compares them.
"""

from __future__ import annotations

import unicodedata


def _pairs(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


#: Latin letters with a stroke, a hook or a shape of their own, as they are typed without it;
#: the final sigma; Ukrainian ґ; Arabic letters that differ by the end of a word or by the keyboard.
LETTERS = _pairs("""
    ß ss ø o ł l đ d ð d ħ h ı i æ ae œ oe þ th ŋ n ŧ t ĸ k ȷ j ə e ǝ e ɛ e ɇ e ɔ o ɵ o
    ƀ b ɓ b ƃ b ƈ c ȼ c ɖ d ɗ d ƌ d ƒ f ǥ g ɠ g ɣ g ɨ i ɩ i ɉ j ƙ k ƚ l ɫ l ƞ n ɲ n ƥ p ɍ r ƭ t ʈ t
    ⱦ t ʉ u ʋ v ⱥ a ƴ y ɏ y ƶ z ȥ z ʒ z ς σ ґ г ٱ ا ى ي ة ه ی ي ک ك ە ه ہ ه ھ ه
""")
#: The tatweel only makes an Arabic word longer.
LETTERS["ـ"] = ""
#: The zeros of other digits: people type their own.
ZEROS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០"
LETTERS |= {chr(ord(zero) + number): str(number) for zero in ZEROS for number in range(10)}

#: Letters that are also spelled with two, as in German, Danish or Serbian; marks are combining.
SPELLINGS = {
    "a\u0308": "ae",
    "o\u0308": "oe",
    "u\u0308": "ue",
    "a\u030a": "aa",
    "ø": "oe",
    "đ": "dj",
}

GREEK = dict(
    zip(
        "αβγδεζηθικλμνξπρστυφχψω",
        (
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma"
            " tau upsilon phi chi psi omega"
        ).split(),
        strict=True,
    )
)

#: Where marks stand that a word is written with or without: accents of Latin, Greek and Cyrillic,
#: the vowels and other points of Hebrew, Arabic and Syriac, the dots of Indic letters, variation
#: selectors. The vowel signs of other scripts are letters.
MARK_RANGES = (
    (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670),
    (0x6D6, 0x6ED), (0x711, 0x711), (0x730, 0x74A), (0x8D3, 0x8FF), (0x93C, 0x93C), (0x9BC, 0x9BC),
    (0xA3C, 0xA3C), (0xABC, 0xABC), (0xB3C, 0xB3C), (0xCBC, 0xCBC), (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xE0100, 0xE01EF),
)  # fmt: skip
#: For `str.translate`: the marks of these ranges, each to be left out.
MARKS = {
    code: ""
    for first, last in MARK_RANGES
    for code in range(first, last + 1)
    if unicodedata.category(chr(code)).startswith("M")
}
