r"""What a list of names was copied with: its markup becomes line breaks or nothing.

It is taken off before a list is parted: `<sup>1,2</sup>` and `M&uuml;ller` hold signs that part
names, and `<br>` and `\and` are such signs.
"""

from __future__ import annotations

import re

from generator.text import encoding, entities, tags

#: Whole elements of HTML and commands of TeX that stand behind a name, with what they hold.
_RAISED = re.compile(
    r"<(sup|sub)(?:\s[^<>]{0,200})?>((?:[^<>]|<(?!/?su[pb])[^<>]{0,200}>){0,100})</\1 ?>",
    re.IGNORECASE,
)
_RAISED_TEX = re.compile(
    r"\$?\s?\\textsuperscript ?\{((?:[^{}]|\{[^{}]{0,40}\}){0,80})\}\$?"
    r"|\$(?:\{\})? ?\^ ?(\{[^{}$]{0,80}\}|\\[A-Za-z]{1,20}|[^{}$\\]) ?\$"
)
_ARGUMENT = r"\s?\{(?:[^{}]|\{[^{}]{0,200}\}){0,400}\}"
_BESIDE = re.compile(
    r"\\(?:inst|thanks|footnote(?:mark|text)?|IEEEauthorrefmark|IEEEmembership|authormark|authornote"
    r"|corref|cortext|fnref|tnoteref|orcid(?:link|ID)?|affil|samethanks|fnmsep|email)(?![A-Za-z])"
    rf"(?:\s?\[[^\[\]]{{0,80}}\])?(?:{_ARGUMENT})?"
)
_AND = re.compile(r"\s{0,9}\\(?:and|And|AND|quad|qquad)(?![A-Za-z])\s{0,9}")
#: Two letters side by side are a word, no mark of a footnote.
_WORD = re.compile(r"[^\W\d_]{2}")
_NO_WORD = re.compile(r"<[^<>]*>|\\[A-Za-z]+")
#: What stands for any mark.
_MARK = "*"
_SPACES = re.compile(r"[^\S\n]+")
#: Tags that part names, and those whose words are none of a name's.
_BREAKS = re.compile(
    r"</?(?:p|div|li|ul|ol|tr|td|table|br|hr|author|creator|contrib|h[1-6])(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"</?a(?:\s[^<>]{0,400})?>|<img(?:\s[^<>]{0,400})?>", re.IGNORECASE)
#: Commas of other scripts.
_MARK_BEHIND_COMMA = re.compile(r",\s?\*(?=\s|\Z)")
#: Numbers of affiliations, and at the end what they stand for, as arXiv has them.
_NUMBERED = re.compile(r"\s?\(\d{1,2}(?:(?:,| and|, and| &) ?\d{1,2}){0,9}\)")
_LEGEND = re.compile(r"\s?\(\(\d{1,2}\).*\Z", re.DOTALL)
_BEGINNING = re.compile(r"\A\s*(?:by|authors?|written by)\s?:\s*", re.IGNORECASE)
_COMMAS = str.maketrans(dict.fromkeys("，،", ", "))


def without_markup(text: str) -> str:
    """Return a list of names, read in its right encoding, with line breaks for markup that parts.

    For marks of footnotes, and what TeX sets beside a name, a star stands: it tells that the name
    ends there. Accents of TeX stay.
    """
    text = encoding.read_again(text)
    if "&" in text:
        text = entities.decode_all(text)
    text = _SPACES.sub(" ", text)
    if "<" in text:
        text = _RAISED.sub(lambda found: _unless_word(found[0], found[2]), text)
        text = tags.drop_tags(_NOTHING.sub("", _BREAKS.sub("\n", text)))
    if "\\" in text:
        text = _AND.sub(" and ", _BESIDE.sub(_MARK, text))
    if "$" in text or "\\text" in text:
        text = _RAISED_TEX.sub(lambda found: _unless_word(found[0], found[1] or found[2]), text)
    if "(" in text:
        text = _NUMBERED.sub(_MARK, _LEGEND.sub("", text))
    text = _BEGINNING.sub("", _MARK_BEHIND_COMMA.sub(rf"{_MARK},", text)).translate(_COMMAS)
    # No two spaces stand side by side, which patterns of lists would read again and again.
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _unless_word(whole: str, inside: str) -> str:
    """Return one sign for the marks of footnotes, all for what holds a word."""
    return whole if _WORD.search(_NO_WORD.sub("", inside)) else _MARK
