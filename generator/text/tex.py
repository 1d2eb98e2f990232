r"""Repair steps for text that kept its TeX: markup, citations, dashes, quotes, escapes.

Every function takes and returns one line of text. Formulas, addresses and paths are left alone
where a step could mistake something in them.
"""

from __future__ import annotations

import re

from generator.text import letters, symbols
from generator.text.links import linked
from generator.text.mathematics import script
from generator.text.tidy import unglued

#: An argument, with at most one level of braces in it.
_ARGUMENT = r"\s*\{((?:[^{}]++|\{[^{}]*+\})*+)\}"
_SWITCH_NAMES = (
    "em|it|bf|sl|sc|tt|sf|rm|up|itshape|bfseries|slshape|scshape|ttfamily|sffamily|rmfamily"
    "|mdseries|upshape|normalfont|scriptstyle|tiny|small|footnotesize|large|Large"
)
_MARKUP = re.compile(
    r"\\(?:emph|text(?:it|bf|tt|sc|sf|rm|sl|md|up|normal)|underline|uline|mbox|hbox|makebox|fbox"
    r"|protect|uppercase|lowercase|MakeUppercase|MakeLowercase|xspace"
    rf"|{_SWITCH_NAMES}){_ARGUMENT}"
)
_QUOTING = re.compile(rf"\\(?:mkbib|text|block|hyphen)?quote\*?{_ARGUMENT}|\\enquote\*?{_ARGUMENT}")
_SWITCHED = re.compile(rf"\{{\s*\\(?:{_SWITCH_NAMES})(?![A-Za-z])\s*([^{{}}]*)\}}")
_SWITCH = re.compile(
    rf"\\(?:{_SWITCH_NAMES}|noindent|centering|xspace|protect)"
    r"(?![A-Za-z]) ?"
)
_LINE_BREAK = re.compile(r" ?\\(?:par|newline|linebreak)(?![A-Za-z]) ?")
#: Commands with something to say in the last argument only.
_COLOURED = re.compile(
    r"\\(?:textcolor|colorbox|foreignlanguage|hyperlink|raisebox|scalebox|rotatebox|parbox)"
    r"\s?(?:\[[^\[\]]{0,40}\])?\s?\{[^{}]*\}\s?\{([^{}]*)\}"
    r"|\\hyperref\s?\[[^\[\]]{0,80}\]\s?\{([^{}]*)\}"
    r"|\\texorpdfstring\s?\{([^{}]*)\}\s?\{[^{}]*\}"
    r"|\\color\s?(?:\[[^\[\]]{0,40}\])?\s?\{[^{}]*\}\s?"
)
_SCRIPT = re.compile(r"\\text(super|sub)script\s?(?:\{([^{}]{1,20})\}|(?<=script)([0-9]))")
_GLUED = re.compile(r"\\((?:emph|text(?:it|bf|tt|sc|sf|rm|sl|up)?)[A-Za-z0-9][A-Za-z]*)")
_VERBATIM = re.compile(r"\\verb\*?([|!+@/])([^|!+@/\s]{1,200})\1")
_FOOTNOTE = re.compile(rf"\s*\\(?:footnote|thanks|footnotetext)(?:\[[^\[\]]{{0,9}}\])?{_ARGUMENT}")

#: An argument with braces in braces in braces, as words with a colour have.
_DEEP = r"\{((?:[^{}]++|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})*+)\}"
_HREF = re.compile(rf"\\href\s*{_DEEP}\s*{_DEEP}")
_BROKEN_LINK = re.compile(rf"((?:https?://|www\.)[^\s{{}}\\<>\"]{{1,500}}){_DEEP}")
_URL = re.compile(
    rf"\\(?:url|path|nolinkurl)\s*(?:{_DEEP}|([|!+])([^|!+\s]{{1,500}})\2|\{{(?=http))"
)
_REFERENCES = r"(?:label|ref|eqref|autoref|cref|Cref|vref|pageref|nameref)"
#: What joins several references: "Sections \ref{a} and \ref{b}".
_JOINED = r"[\s~]{0,3}(?:,|and|or|to|--|–|-)[\s~]{0,3}"
_CITATION = re.compile(
    r"[\s~]{0,3}[(\[][\s~]?\\(?:eq)?ref\s?\{[^{}]*\}[\s~]?[)\]]"
    r"|[\s~]{0,3}\\(?:(?:no|auto|text|paren|foot|super|full)?cite"
    r"(?:[a-z]*\*?(?![A-Z])|[pt]?[A-Z][\w:,;-]*)|" + _REFERENCES + r"\*?)"
    r"(?:\s*\[[^\[\]]{0,200}\]){0,2}(?:\s*\{[^{}]*\}|(?![A-Za-z]))"
    rf"(?:{_JOINED}\\{_REFERENCES}\s?\{{[^{{}}]*\}}){{0,9}}"
)
_QUOTED_TWICE = re.compile(r"""``"([^`"]{1,200})"(?!")""")
#: Quotation marks that nothing closes, unlike those of ``code`` in Markdown.
_OPENING = re.compile(r"(?<!`)``(?=[\w(])(?![^`]{0,400}``)")
_QUOTED = re.compile(r"""``(?=\S)([^`"]{1,400}?)(?:''|’’|")|(?<!\w)"(?=\S)([^`"]{1,200}?)''""")
#: Two apostrophes on both sides; behind a letter or bracket they are primes.
_APOSTROPHES = re.compile(
    r"(?<![\w'’)\]}])''(?=[^\s'])((?:[^'\"`]|'(?!')){1,200}?)(?<=[^\s'])''(?![\w'])"
)
#: German quotation marks as typed, ,,Schaf`` or ,,Schaf'', and ``sheep´´.
_LOW_QUOTED = re.compile(r",,(?=\w)([^,`'\"]{1,200}?)(?:``|''|\"|“)|``(?=\w)([^`´]{1,200}?)´´")
#: German quotation marks in babel's shorthand: "`Schaf"'.
_GERMAN = re.compile(r""""`(?=\S)([^"`]{1,200})"'""")
_SINGLE_QUOTED = re.compile(r"(?<![\w`])`(?=[^\s`])([^`']{1,100})'(?![\w'`])")
_RANGE = r"\d[A-Za-z%°×]{0,2}~(?=[~\d.$<>])"
_TIE = re.compile(rf"({_RANGE})|(?<=[\w.,;:)\]}}”’%–—&\-\U000f0000-\U000ffffd])~(?=[^\s~/]|/\s)")
_DASHES = re.compile(r"(?<=[^\s!<-])(-{2,3})(?=[^\s>-])|(?<= )(-{2,3})(?= )")

_ESCAPED = re.compile(r"\\([%&_#$])")
_ESCAPED_BRACE = re.compile(r"\\([{}])")
_SPACING = re.compile(
    r"\\(?:[,;: ]|quad(?![A-Za-z])|qquad(?![A-Za-z]))|\\\\(?:\[[^\]]{0,20}\])?|\\$"
)
_NOTHING = re.compile(r"\\(?:[-@!](?=[\w\s.,;)]|$)|/(?=[\w\s.,:;!?)}\]'’”–-]|$))")
_GROUP = re.compile(
    r"(?<![\\{$])\{(?!\d\})([^\s{}\\,]+"
    r"|(?=[^{}]*[^\W\d_])[\w'’][\w.:&'’/+–-]*(?: [\w.:&'’/()+–-]+){1,12})\}(?!\})"
)
#: Words between two words, with their spaces: V\'azques{ de }Parga.
_WORDS_IN_BRACES = re.compile(r"(?<=\w)\{( [^\W\d_]{1,9}(?: [^\W\d_]{1,9})? )\}(?=\w)")
#: Two pairs of braces keep a word or a whole title as it is; {{ x }} of templates has spaces.
_DOUBLE_GROUP = re.compile(r"(?<![\\{$])(\{{2,4})(?![\s%#])([^{}\\]*[^{}\\\s%#])(\}{2,4})")
_WHOLE_GROUP = re.compile(r"\{([A-Za-z0-9][^{}\\]* [^{}\\]*[^{}\\\s])\}")
#: A set of sets, {{a, b}}, has short members.
_MEMBERS = re.compile(r"[^\s,]{1,2}(?:, ?[^\s,]{1,2})+")
#: A letter with an accent in braces, also where those around the word follow: {Poincar{é}}.
_LETTER_IN_BRACES = re.compile("\\{([À-ÖØ-öø-ɏḀ-ỿ])\\}")
#: A sign in braces between digits: 1{,}000.
_SIGN_IN_BRACES = re.compile(r"(?<=\d)\{([.,:])\}(?=\d)")
#: Braces that ended an accent or part two signs: f\\"u{}r, l'{}eau; but not interface{}.
_NOTHING_IN_BRACES = re.compile(r"(?:(?<=[À-ɏ])|(?<=[^\W\d_]['’]))\{\}")
#: Braces around a title of words, not around a set, a template or an object of JSON.
_TITLE_IN_BRACES = re.compile(
    r"""\{(?=[\w\\{`'“‘„«(\[¿¡#]|"(?![^"]{1,80}"\s{0,9}:\s{0,9}(?:["\d{\[-]|(?:true|false|null)\b)))"""
    r"(?!\{\s)"
)
_TWO_WORDS = re.compile(r"[^\W\d_]{2}[^\w,;]{1,3}[^\W\d_]{2}")
_BRACE = re.compile(r"\\.|[{}]")
#: Signs of tags as programs escape them for TeX: $<$, \ensuremath{<}, \textless{}, glued ones too.
_TEX_LESS = (
    r"(?:\{?\$ ?(?:<|\\less(?![A-Za-z])|\\lt(?![A-Za-z])) ?\$\}?|\{?\\ensuremath ?\{<\}\}?"
    r"|\{?\\textless(?:\{\}| (?=/))?\}?)"
)
_TEX_GREATER = (
    r"(?:\{?\$ ?(?:>|\\greater(?![A-Za-z])|\\gt(?![A-Za-z])) ?\$\}?|\{?\\ensuremath ?\{>\}\}?"
    r"|\{?\\textgreater(?:\{\})?\}?)"
)
_TEX_TAG = re.compile(
    rf"{_TEX_LESS}(?P<inside>/?[A-Za-z][\w:-]{{0,24}}(?:\s[^<>$\\]{{0,300}})?/?){_TEX_GREATER}"
)
_MACROS = re.compile(r"(?:\\[A-Za-z]+(?:\{\})?)+")
_MACRO_AS_ARGUMENT = re.compile(r"(?<=\})\{((?:\\[A-Za-z]+)+)\}")
_MACRO_WITH_ARGUMENT = re.compile(r"\\[A-Za-z]+((?:\{[^{}\\]+\})+)")


def restore_tags(text: str) -> str:
    r"""Return `text` with the tags of HTML that a program wrote in TeX: `$<$i$>$` is `<i>`."""
    if "\\" not in text and "$" not in text:
        return text
    return _TEX_TAG.sub(_tag, text)


def _tag(found: re.Match[str]) -> str:
    inside = re.sub("[{}]", "", found["inside"].replace("''", '"')).strip()
    return f"<{inside}>"


def drop_markup(text: str) -> str:
    r"""Keep what stands in `\emph{…}`, `{\em …}`, `\textbf{…}`, lists and colours."""
    if "\\" not in text:
        return text
    # From the inside out. Text nested deeper than this goes on in the next round of repair.
    for _ in range(4):
        before = text
        text = _COLOURED.sub(lambda found: found[1] or found[2] or found[3] or "", text)
        text = _QUOTING.sub(lambda found: f"“{found[1] or found[2] or ''}”", text)
        for pattern in (_MARKUP, _SWITCHED):
            text = pattern.sub(r"\1", text)
        if text == before:
            break
    text = _VERBATIM.sub(r"\2", _LINE_BREAK.sub(" ", text))
    text = _FOOTNOTE.sub(lambda found: f" ({found[1].strip()})" if found[1].strip() else "", text)
    text = _GLUED.sub(_unglued, _SWITCH.sub("", text))
    return _SCRIPT.sub(_small, text)


def _unglued(found: re.Match[str]) -> str:
    r"""Return the word that lost its braces: `\emphsparse` is sparse, `\textmu` is no such."""
    name = found[1]
    if name in symbols.UPRIGHT:
        return found[0] if found.string[found.end() : found.end() + 1] == "{" else ""
    if letters.is_sign(name) or symbols.other_symbol(name) or name in symbols.STRUCTURES:
        return found[0]
    parts = unglued(name)
    return parts[1] if parts else found[0]


def _small(found: re.Match[str]) -> str:
    inside = (found[2] or found[3]).strip()
    if found[1] == "super" and not inside.isascii():
        return inside
    return script("^" if found[1] == "super" else "_", inside)


def spell_out_links(text: str) -> str:
    r"""Turn `\href{address}{words}` into `words (address)` and `\url{address}` into the address.

    Also `address{words}`, which is what some programs leave of a link. Addresses must be seen.
    """
    if "\\" in text:
        text = _HREF.sub(_link, text)
        text = _URL.sub(lambda found: linked(found[1] or found[3] or "", ""), text)
    return _BROKEN_LINK.sub(_link, text) if "{" in text else text


def _link(found: re.Match[str]) -> str:
    return linked(found[1], found[2])


def drop_citations(text: str) -> str:
    r"""Drop `\cite{…}`, `\ref{…}` and `\label{…}` with the space before them."""
    return _CITATION.sub(_gap, text) if "\\" in text else text


def _gap(found: re.Match[str]) -> str:
    """Keep words apart where a citation stood between them."""
    return " " if found.string[found.end() : found.end() + 1].isalnum() else ""


def set_quotes(text: str) -> str:
    """Turn ``words'' and `words' into “words” and ‘words’."""
    if "`" not in text and "''" not in text:
        return text
    text = _GERMAN.sub(r"„\1“", text)
    text = _QUOTED_TWICE.sub(r"“\1”", _APOSTROPHES.sub(r"“\1”", text))
    text = _LOW_QUOTED.sub(lambda found: f"“{found[1] or found[2]}”", text)
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
    if "{" in text:
        text = _LETTER_IN_BRACES.sub(r"\1", _SIGN_IN_BRACES.sub(r"\1", text))
        text = _NOTHING_IN_BRACES.sub("", text) if "{}" in text else text
        text = _WORDS_IN_BRACES.sub(r"\1", text)
        text = _DOUBLE_GROUP.sub(_without_braces, _GROUP.sub(r"\1", text))
        if (whole := _WHOLE_GROUP.fullmatch(text)) and not _MEMBERS.fullmatch(whole[1]):
            text = whole[1]
    return _ESCAPED_BRACE.sub(r"\1", text) if "\\" in text else text


def drop_outer_braces(text: str) -> str:
    """Drop the braces around a whole title of words, also with formulas and braces in it."""
    if not (text.endswith("}") and _TITLE_IN_BRACES.match(text) and _TWO_WORDS.search(text)):
        return text
    depth = 0
    for found in _BRACE.finditer(text):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth <= 0:
            return text[1:-1] if found.end() == len(text) else text
    return text


def _without_braces(found: re.Match[str]) -> str:
    if _MEMBERS.fullmatch(found[2]):
        return found[0]
    pairs = min(len(found[1]), len(found[3]))
    return found[1][pairs:] + found[2] + found[3][pairs:]


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
