r"""Letters and signs that TeX writes as commands: `\'{e}`, `{\v s}`, `\ss`, `\textless`.

Short commands are also what authors call macros of their own (`\c` a context, `\d` a differential),
so an accent of a letter's name counts only on letters that take it, and within a word.
"""

from __future__ import annotations

import re
import unicodedata

from generator.text import symbols

#: Letters of their own. TeX swallows the space behind such a command.
_LETTERS = {
    "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å", "ae": "æ",
    "AE": "Æ", "oe": "œ", "OE": "Œ", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ",
    "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ", "ohorn": "ơ",
    "OHORN": "Ơ", "uhorn": "ư", "UHORN": "Ư",
}  # fmt: skip
_LETTER_NAMES = "|".join(sorted(_LETTERS, key=lambda name: (-len(name), name)))
#: Authors have macros of these names; they are letters within a word, or alone in braces.
_SHORT = frozenset(("o", "l", "i", "j", "th", "dh", "ng"))
_LETTER = re.compile(
    rf"\\(?P<name>{_LETTER_NAMES})(?![A-Za-z])"
    r"(?:\{\}|(?P<gap> )(?=(?P<next>[^\W\d_])|\\[`'^~\"=.uvHckrdb])|(?=(?P<end>[}\\'’-])))?(?!\()"
)

_SIGNS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304",
    ".": "\u0307",
}  # fmt: skip
#: Accents that have a letter's name, with the letters that names of people and places have them on.
_NAMED = {
    "u": ("\u0306", "aeigouAEIGOU"),
    "v": ("\u030c", "acdegilnorstuzACDEGILNORSTUZ"),
    "H": ("\u030b", "ouOU"),
    "c": ("\u0327", "cdeghklnrstCDEGHKLNRST"),
    "k": ("\u0328", "aeiouAEIOU"),
    "r": ("\u030a", "auAU"),
    "d": ("\u0323", "abdehiklmnorstuyzABDEHIKLMNORSTUYZ"),
    "b": ("\u0331", "bdhklnrtzBDHKLNRTZ"),
    "h": ("\u0309", "aeiouyAEIOUY"),
    "textcommabelow": ("\u0326", "stST"),
}
#: What an accent stands on: a letter, maybe with an accent by now, or a command for a letter.
_BASE = rf"(?:\\(?:{_LETTER_NAMES})(?![A-Za-z])|[^\W\d_])"
_ACCENT = re.compile(
    rf"\\(?P<sign>[`'^~\"=.]) ?(?:\{{ ?(?P<inside>{_BASE}) ?(?:\{{\}})?\}}|(?P<after>"
    # Programs that lose braces write Beno\^\it; TeX swallows the space of Garc\'\i a.
    r"(?<=[^\W\d_]\\[`'^~\"=.])\\[ij](?: (?=[a-z])|(?=[a-z]))"
    rf"|{_BASE}))"
    # In braces {\v s} and \v{s}; without any, \v s only within a word.
    r"|(?P<group>\{)?\\(?P<named>[uvHckrdbh]|textcommabelow)"
    rf"(?: ?\{{ ?(?P<braced>{_BASE}) ?\}}|(?: |(?=\\))(?P<bare>{_BASE}))(?P<closed>\}})?"
    r"(?P<behind>(?=[^\W\d_]|\{?\\[`'^~\"=.]|\{\\[A-Za-z]{1,2} ?\{?[^\W\d_]|\{[^\W\d_]"
    rf"|\\(?:{_LETTER_NAMES})(?![A-Za-z])))?"
)
_TIE = re.compile(r"\\t ?\{([^\W\d_]{2})\}")
#: An accent on nothing, as programs export the sign.
_ON_NOTHING = re.compile(r"(\{)?\\([~^'])\{ ?\}(?(1)\})(?! ?\\[ij](?![A-Za-z]))")
#: Programs escape the backslash of an accent once more, {\\"u}, or part it: \'{}\i.
_ESCAPED_ACCENT = re.compile(r"""(?<=\{)\\\\(?=[`'^~"=.] ?\{?[A-Za-z]\}?\})""")
_PARTED_ACCENT = re.compile(r"""(\\[`'^~"=.])\{\} ?(?=\\[ij](?![A-Za-z]))""")
#: An accent on an accent on an accent.
_MAX_STACKED = 4

#: Quotation marks that a program escaped: \"word\" is no accent on w, nor \'s one on s.
_ESCAPED_QUOTES = re.compile(r"""(?<!\w)\\(["'])([^"'\\{}]{1,200})\\\1(?!\w)""")
_ESCAPED_DOUBLE = re.compile(r"""(?<![\w{\\])\\"([^"\\{}]{2,300})\\"(?![A-Za-z{\\])""")
_ESCAPED_APOSTROPHE = re.compile(r"(?<=[a-z])\\'(?=(?:(?:t|re|ve|ll)(?![A-Za-z])|[sdm] [a-z]))")

#: What commands of text say beside pylatexenc's, without the `text` in front.
_TEXT_SIGNS = {
    "less": "<", "greater": ">", "bar": "|", "braceleft": "{", "braceright": "}",
    "asciitilde": "~", "tildelow": "~", "asciicircum": "^", "backslash": "\\", "asciigrave": "`",
    "asteriskcentered": "*", "quotesingle": "'", "quotedbl": '"', "quotestraightbase": "‚",
    "quotestraightdblbase": "„", "quotedblleft": "“", "quotedblright": "”", "quoteleft": "‘",
    "quoteright": "’", "endash": "–", "emdash": "—", "minus": "−", "hyphen": "-", "dollar": "$",
    "percent": "%", "underscore": "_", "ellipsis": "…", "degree": "°", "celsius": "°C",
    "mu": "µ", "ohm": "Ω", "euro": "€", "sterling": "£", "yen": "¥", "cent": "¢", "won": "₩",
    "lira": "₤", "naira": "₦", "dong": "₫", "peso": "₱", "currency": "¤", "florin": "ƒ",
    "times": "×", "pm": "±", "div": "÷", "lnot": "¬", "surd": "√", "rightarrow": "→",
    "leftarrow": "←", "uparrow": "↑", "downarrow": "↓", "onehalf": "½", "onequarter": "¼",
    "threequarters": "¾", "onesuperior": "¹", "twosuperior": "²", "threesuperior": "³",
    "perthousand": "‰", "pertenthousand": "‱", "section": "§", "paragraph": "¶", "bullet": "•",
    "openbullet": "◦", "periodcentered": "·", "dagger": "†", "daggerdbl": "‡", "numero": "№",
    "copyright": "©", "registered": "®", "trademark": "™", "servicemark": "℠",
    "ordfeminine": "ª", "ordmasculine": "º", "exclamdown": "¡", "questiondown": "¿",
    "brokenbar": "¦", "langle": "⟨", "rangle": "⟩", "estimated": "℮", "visiblespace": "␣",
    "interrobang": "‽", "musicalnote": "♪", "acutedbl": "˝", "asciiacute": "´",
    "asciidieresis": "¨", "asciimacron": "¯", "asciibreve": "˘", "asciicaron": "ˇ",
}  # fmt: skip
_GREEK = {
    name: sign
    for name, sign in symbols.LETTERS.items()
    if "\u0370" <= sign <= "\u03ff" and name != "mu"
}
#: Words and signs that commands without an argument stand for.
_WORDS = {
    "ie": "i.e.", "eg": "e.g.", "Ie": "I.e.", "Eg": "E.g.", "etal": "et al.", "etc": "etc.",
    "wrt": "w.r.t.", "vs": "vs.", "aka": "a.k.a.", "iid": "i.i.d.", "cf": "cf.",
    "hyphen": "-",
    "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "TeX": "TeX", "BibTeX": "BibTeX", "XeTeX": "XeTeX",
    "S": "§", "P": "¶", "slash": "/", "dots": "…", "ldots": "…", "copyright": "©", "pounds": "£",
    "euro": "€", "lq": "‘", "rq": "’", "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»",
    "glq": "‚", "grq": "‘", "flq": "‹", "frq": "›", "guillemotleft": "«", "guillemotright": "»",
    "guilsinglleft": "‹", "guilsinglright": "›", "quotedblbase": "„", "quotesinglbase": "‚",
    "og": "« ", "fg": " »", "textapprox": "≈", "no": "№",
    **{f"text{name}": sign for name, sign in _TEXT_SIGNS.items()},
    **{f"text{name}": sign for name, sign in _GREEK.items()},
}  # fmt: skip
#: Signs between two words that are one: a\\textbar b; others end a word.
_WITHIN_WORDS = frozenset("|_-–—/\\~*+=<>")
#: Signs that stand at the word behind them.
_BEFORE_WORDS = frozenset("„«‹‚“‘'\"~µ")
_END_OF_WORD = re.compile(r"[a-z]{1,20}\}")
_WORD = re.compile(
    r"\\(?P<name>"
    + "|".join(sorted(_WORDS, key=lambda name: (-len(name), name)))
    + r")(?![A-Za-z(]|\{[^}])(?:\{\}|(?P<gap> )(?=\S))?"
)


def is_sign(name: str) -> bool:
    """Whether the command `name` stands for a letter, a sign or a word of text."""
    return name in _WORDS or name in _LETTERS


def set_accents(text: str) -> str:
    r"""Turn `Schr\"odinger`, `Fr\'{e}chet`, `{\v s}` and `\'{\^e}` into letters with accents."""
    if "\\" not in text:
        return text
    text = _ESCAPED_DOUBLE.sub(r'"\1"', _ESCAPED_QUOTES.sub(r"\1\2\1", text))
    text = _ESCAPED_APOSTROPHE.sub("'", text)
    if "{\\\\" in text or "{}" in text:
        text = _PARTED_ACCENT.sub(r"\1", _ESCAPED_ACCENT.sub(r"\\", text))
    for _ in range(_MAX_STACKED):
        before, text = text, _ACCENT.sub(_accented, text)
        if text == before:
            break
    return _TIE.sub("\\1", text)


def set_lone_accents(text: str) -> str:
    r"""Turn accents on nothing into the sign: `AC{\^{}}0` is AC^0, `/{\~{}}ada` in an address ~."""
    return _ON_NOTHING.sub(r"\2", text) if "\\" in text else text


def _accented(found: re.Match[str]) -> str:
    base = found["inside"] or found["after"] or found["braced"] or found["bare"]
    letter = _LETTERS.get(base[1:].rstrip(), "") if base[0] == "\\" else base
    letter = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    if found["sign"]:
        return _composed(letter, _SIGNS[found["sign"]]) or found[0]
    if not _is_accent(found, letter):
        return found[0]
    mark, _ = _NAMED[found["named"]]
    composed = _composed(letter, mark)
    if not composed or (found["group"] and found["closed"]):
        return composed or found[0]
    return f"{found['group'] or ''}{composed}{found['closed'] or ''}"


def _is_accent(found: re.Match[str], letter: str) -> bool:
    """Whether a command with a letter's name is an accent where it stands."""
    mark = found["named"]
    if unicodedata.normalize("NFD", letter)[:1] not in _NAMED[mark][1]:
        return False
    before = found.string[max(0, found.start() - 2) : found.start()]
    beneath = before[:1] == "\\" and before[-1:] in _SIGNS
    behind = found["behind"] is not None
    if beneath or before[-1:].isalpha():
        return True
    if found["bare"] and not (found["group"] and found["closed"]):
        return behind and letter.isupper()  # \v Skoda, but not \c x
    initial = letter.isupper() and found.string[found.end() : found.end() + 1] == "."
    return behind or initial or before[-1:] in ("}", "’", "'")


def _composed(letter: str, mark: str) -> str:
    """Return one letter with the mark, or an empty string where Unicode has no such letter."""
    composed = unicodedata.normalize("NFC", letter + mark)
    return composed if letter and len(composed) == 1 else ""


def set_letters(text: str) -> str:
    r"""Turn `Stra\ss e`, `{\O}rsted` and `\L ukasz` into the letters."""
    return _LETTER.sub(_letter, text) if "\\" in text else text


def _letter(found: re.Match[str]) -> str:
    name, following = found["name"], found["next"] or ""
    before = found.string[max(0, found.start() - 1) : found.start()]
    if name in _SHORT and not (before.isalpha() or (before == "{" and found["end"] == "}")):
        return found[0]
    gap = found["gap"] or ""
    # A small letter before a capital ends its word, whatever TeX makes of the space.
    swallowed = gap and not (name.islower() and following.isupper())
    return _LETTERS[name] + ("" if swallowed else gap)


def spell_out_words(text: str) -> str:
    r"""Turn macros that stand for words or signs into them: `\eg`, `\LaTeX`, `\textless`."""
    return _WORD.sub(_word, text) if "\\" in text else text


def _word(found: re.Match[str]) -> str:
    word, gap = _WORDS[found["name"]], found["gap"] or ""
    before = found.string[max(0, found.start() - 1) : found.start()]
    following = found.string[found.end() : found.end() + 1]
    if word.endswith(".") and following == ".":
        word = word[:-1]
    # TeX swallows the space; authors mean one after most signs.
    if word in _BEFORE_WORDS or (word in _WITHIN_WORDS and before.isalnum()):
        gap = ""
    elif gap and before == "{" and _END_OF_WORD.match(found.string, found.end()):
        gap = ""  # {\TeX book}: the braces hold one word
    return word + gap
