r"""Repair steps for text that kept its TeX: markup, accents, citations, dashes, quotes, escapes.

Every function takes and returns one line of text. Formulas, addresses and paths are left alone
where a step could mistake something in them.
"""

from __future__ import annotations

import re
import unicodedata

from generator.text import symbols
from generator.text.tidy import unglued

#: An argument, with at most one level of braces in it.
_ARGUMENT = r"\s*\{((?:[^{}]++|\{[^{}]*+\})*+)\}"
_SWITCH_NAMES = (
    "em|it|bf|sl|sc|tt|sf|rm|up|itshape|bfseries|slshape|scshape|ttfamily|sffamily|rmfamily"
    "|mdseries|upshape|normalfont|scriptstyle|tiny|small|footnotesize|large|Large"
)
_MARKUP = re.compile(
    r"\\(?:emph|text(?:it|bf|tt|sc|sf|rm|sl|md|up|normal)|underline|uline|mbox|hbox|makebox|fbox"
    r"|protect|enquote|uppercase|MakeUppercase|MakeLowercase|xspace"
    rf"|{_SWITCH_NAMES}){_ARGUMENT}"
)
_SWITCHED = re.compile(rf"\{{\s*\\(?:{_SWITCH_NAMES})(?![A-Za-z])\s*([^{{}}]*)\}}")
_SWITCH = re.compile(
    rf"\\(?:{_SWITCH_NAMES}|noindent|par|newline|linebreak|centering|xspace|protect)"
    r"(?![A-Za-z]) ?"
)
_COLOURED = re.compile(r"\\textcolor\s*\{[^{}]*\}\s*\{([^{}]*)\}|\\color\s*\{[^{}]*\}\s?")
_SCRIPT = re.compile(r"\\text(super|sub)script\s*\{([^{}]{1,20})\}")
_GLUED = re.compile(r"\\((?:emph|text(?:it|bf|tt|sc|sf|rm|sl|up)?)[A-Za-z0-9][A-Za-z]*)")
_FOOTNOTE = re.compile(r"\s*\\(?:footnote|thanks)\s*\{([^{}]*)\}")
_LIST = re.compile(
    r"\\(?:begin|end)\s*\{?(?:itemize|enumerate|description|quote|center)\}?(?:\[[^\]]{0,40}\])?"
)
_ITEM = re.compile(r"\\item(?![A-Za-z])(?:\[([^\]]{0,80})\])?")

_HREF = re.compile(r"\\href\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_BROKEN_LINK = re.compile(r"((?:https?://|www\.)[^\s{}\\<>\"]{1,500})\{([^{}]{1,500})\}")
_URL = re.compile(r"\\(?:url|path|nolinkurl)\s*(?:\{([^{}]*)\}|\{(?=http))")
_CITATION = re.compile(
    r"[\s~]{0,3}\\(?:(?:no|auto|text|paren|foot)?cite(?:[a-z]*\*?(?![A-Z])|[pt]?[A-Z][\w:,;-]*)"
    r"|label|ref|eqref|autoref|cref|Cref)"
    r"(?:\s*\[[^\[\]]{0,200}\]){0,2}(?:\s*\{[^{}]*\}|(?![A-Za-z]))"
)

_ABBREVIATIONS = {
    "ie": "i.e.", "eg": "e.g.", "Ie": "I.e.", "Eg": "E.g.", "etal": "et al.", "etc": "etc.",
    "wrt": "w.r.t.", "vs": "vs.", "aka": "a.k.a.", "iid": "i.i.d.", "cf": "cf.",
    "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "S": "§", "P": "¶", "slash": "/",
    "dots": "…", "ldots": "…", "textellipsis": "…", "textasciitilde": "~", "textpercent": "%",
    "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘", "textunderscore": "_",
    "textquoteright": "’", "textendash": "–", "textemdash": "—", "texttimes": "×", "textmu": "µ",
    "textdegree": "°", "copyright": "©", "pounds": "£", "euro": "€", "texteuro": "€",
    "texttrademark": "™", "textregistered": "®", "textpm": "±", "textcopyright": "©",
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
}  # fmt: skip
_WORD_MACRO = re.compile(
    r"\\(" + "|".join(sorted(_ABBREVIATIONS, key=lambda name: (-len(name), name))) + r")"
    r"(?![A-Za-z(\\]|\{[^}])(?:\{\})?"
)
_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
_ACCENT = re.compile(
    r"""\\(?P<sign>[`'^~"=.])\s?"""
    r"(?:\{\s*(?P<inside>\\?[A-Za-z])\s*\}|(?P<after>\\[ij](?![A-Za-z])|[A-Za-z]))"
    # \c c is an accent within a word or on a capital; elsewhere \c may be a macro of the author's.
    r"|\\(?P<letter>[uvHckrdb])"
    r"(?:\s?\{\s*(?P<braced>\\?[A-Za-z])\s*\}|\s(?P<bare>[A-Z]|(?<=\w\\. )[a-z]))"
)
#: Quotation marks that a program escaped: \"word\" is no accent on w.
_ESCAPED_QUOTES = re.compile(r"""(?<!\w)\\(["'])([^"'\\]{1,200})\\\1(?!\w)""")

_QUOTED_TWICE = re.compile(r"""``"([^`"]{1,200})"(?!")""")
#: Quotation marks that nothing closes, unlike those of ``code`` in Markdown.
_OPENING = re.compile(r"(?<!`)``(?=[\w(])(?![^`]{0,400}``)")
_QUOTED = re.compile(r"""``(?=\S)([^`"]{1,400}?)(?:''|’’|")|(?<!\w)"(?=\S)([^`"]{1,200}?)''""")
_SINGLE_QUOTED = re.compile(r"(?<![\w`])`(?=[^\s`])([^`']{1,100})'(?![\w'`])")
_RANGE = r"\d[A-Za-z%°×]{0,2}~(?=[~\d.$<>])"
_TIE = re.compile(rf"({_RANGE})|(?<=[\w.,;:)\]}}”’%–—\-\U000f0000-\U000ffffd])~(?=[^\s~/])")
_DASHES = re.compile(r"(?<=[^\s!<-])(-{2,3})(?=[^\s>-])|(?<= )(-{2,3})(?= )")

_ESCAPED = re.compile(r"\\([%&_#$])")
_ESCAPED_BRACE = re.compile(r"\\([{}])")
_SPACING = re.compile(
    r"\\(?:[,;: ]|quad(?![A-Za-z])|qquad(?![A-Za-z]))|\\\\(?:\[[^\]]{0,20}\])?|\\$"
)
_NOTHING = re.compile(r"\\[-/@!](?=[\w\s.,;)]|$)")
_GROUP = re.compile(r"(?<![\\{$])\{(?!\d\})([^\s{}\\,]+|[A-Za-z][\w-]*(?: [\w-]+){1,12})\}(?!\})")
_MACROS = re.compile(r"(?:\\[A-Za-z]+(?:\{\})?)+")
_MACRO_AS_ARGUMENT = re.compile(r"(?<=\})\{((?:\\[A-Za-z]+)+)\}")
_MACRO_WITH_ARGUMENT = re.compile(r"\\[A-Za-z]+((?:\{[^{}\\]+\})+)")


def drop_markup(text: str) -> str:
    r"""Keep what stands in `\emph{…}`, `{\em …}`, `\textbf{…}`, lists and colours."""
    if "\\" not in text:
        return text
    # From the inside out. Text nested deeper than this goes on in the next round of repair.
    for _ in range(4):
        before = text
        for pattern in (_COLOURED, _MARKUP, _SWITCHED):
            text = pattern.sub(lambda found: found[1] or "", text)
        if text == before:
            break
    text = _FOOTNOTE.sub(lambda found: f" ({found[1].strip()})" if found[1].strip() else "", text)
    text = _ITEM.sub(lambda found: f"• {found[1]} " if found[1] else "•", _LIST.sub(" ", text))
    text = _GLUED.sub(_unglued, _SWITCH.sub("", text))
    return _SCRIPT.sub(_small, text)


def _unglued(found: re.Match[str]) -> str:
    r"""Return the word that lost its braces: `\emphsparse` is sparse, `\textmu` is no such."""
    name = found[1]
    if name in symbols.UPRIGHT:
        return found[0] if found.string[found.end() : found.end() + 1] == "{" else ""
    if name in _ABBREVIATIONS or symbols.other_symbol(name) or name in symbols.STRUCTURES:
        return found[0]
    parts = unglued(name)
    return parts[1] if parts else found[0]


def _small(found: re.Match[str]) -> str:
    table = symbols.SUPERSCRIPTS if found[1] == "super" else symbols.SUBSCRIPTS
    return "".join(table.get(char, char) for char in found[2])


def spell_out_links(text: str) -> str:
    r"""Turn `\href{address}{words}` into `words (address)` and `\url{address}` into the address.

    Also `address{words}`, which is what some programs leave of a link. Addresses must be seen.
    """
    text = _BROKEN_LINK.sub(_link, text) if "{" in text else text
    if "\\" not in text:
        return text
    return _URL.sub(lambda found: found[1] or "", _HREF.sub(_link, text))


def _link(found: re.Match[str]) -> str:
    address, words = found[1].strip(), found[2].strip()
    return address if not words or address.endswith(words) else f"{words} ({address})"


def drop_citations(text: str) -> str:
    r"""Drop `\cite{…}`, `\ref{…}` and `\label{…}` with the space before them."""
    return _CITATION.sub(_gap, text) if "\\" in text else text


def _gap(found: re.Match[str]) -> str:
    """Keep words apart where a citation stood between them."""
    return " " if found.string[found.end() : found.end() + 1].isalnum() else ""


def spell_out_words(text: str) -> str:
    r"""Turn macros that stand for words or letters into them: `\eg`, `\etal`, `\LaTeX`, `\ss`."""
    return _WORD_MACRO.sub(_word, text) if "\\" in text else text


def _word(found: re.Match[str]) -> str:
    word = _ABBREVIATIONS[found[1]]
    following = found.string[found.end() : found.end() + 1]
    return word[:-1] if word.endswith(".") and following == "." else word


def set_accents(text: str) -> str:
    r"""Turn `Schr\"odinger`, `Fr\'{e}chet` and `\c{c}` into letters with accents."""
    if "\\" not in text:
        return text
    return _ACCENT.sub(_accented, _ESCAPED_QUOTES.sub(r"\1\2\1", text))


def _accented(found: re.Match[str]) -> str:
    sign = found["sign"] or found["letter"]
    letter = found["inside"] or found["after"] or found["braced"] or found["bare"]
    composed = unicodedata.normalize("NFC", letter.removeprefix("\\") + _COMBINING[sign])
    return composed if len(composed) == 1 else found[0]


def set_quotes(text: str) -> str:
    """Turn ``words'' and `words' into “words” and ‘words’."""
    if "`" not in text and "''" not in text:
        return text
    text = _QUOTED_TWICE.sub(r"“\1”", text)
    text = _QUOTED.sub(lambda found: f"“{found[1] or found[2]}”", text)
    return _OPENING.sub("“", _SINGLE_QUOTED.sub(r"‘\1’", text))


def untie(text: str) -> str:
    """Turn the ties of TeX into spaces. `~10%` and `2~3x` keep their sign for about."""
    return _TIE.sub(lambda found: found[1] or " ", text) if "~" in text else text


def set_dashes(text: str) -> str:
    """Turn `--` into – and `---` into —, but not in `--flag` or `<!--`."""
    return (
        _DASHES.sub(lambda found: "—" if "---" in found[0] else "–", text) if "--" in text else text
    )


def unescape(text: str) -> str:
    r"""Turn `\%`, `\&`, `\_`, `\#` and `\$` into the characters, and `\\` or `\,` into a space."""
    if "\\" not in text:
        return text
    return _NOTHING.sub("", _ESCAPED.sub(r"\1", _SPACING.sub(" ", text)))


def drop_braces(text: str) -> str:
    """Drop the braces around words or an address, not around sets: `{B}ayesian {GAN}s`."""
    text = _GROUP.sub(r"\1", text) if "{" in text else text
    return _ESCAPED_BRACE.sub(r"\1", text) if "\\" in text else text


def name_macros(text: str) -> str:
    r"""Turn macros of the author's into their name: `\tool` is tool, `\SI{1}{\metre}` 1 metre."""
    if "\\" not in text:
        return text
    text = _MACRO_AS_ARGUMENT.sub(lambda found: "{" + found[1].replace("\\", "") + "}", text)
    text = _MACRO_WITH_ARGUMENT.sub(lambda found: found[1][1:-1].replace("}{", " "), text)
    return _MACROS.sub(_named, text)


def _named(found: re.Match[str]) -> str:
    names = found[0].replace("{}", "").split("\\")
    return "".join(symbols.other_symbol(name) or name for name in names)
