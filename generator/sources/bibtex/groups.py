r"""Braces that hold more of a title together than words: `{K(1, 2)}-sheep`, `{{Wool} 2.0}`.

BibTeX keeps the case of what stands in braces, and TeX prints none of them (btxhak, section 4,
https://ctan.org/pkg/bibtex). The repair of text drops only those around words alone, since it also
reads what is no TeX, where `{sheep, goats}` is a set.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.text.tex import drop_outer_braces

#: A brace before more than a few words: signs, a brace, a digit alone, a space.
_SUSPECT = re.compile(
    r"(?<![\\$^_])\{(?!\\)(?:\s|\d\}|[^{}\\]*(?:\{|[^\w\s{}\\.:&'’/+–-])|(?:[^\s{}\\]+\s+){12})"
)
_LEXEME = re.compile(
    r"(?P<command>\\[A-Za-z]+\s*|\\.)|(?P<brace>[{}])|(?P<between>[\s,;:!?()\[\]/–—-]+)"
    r"|\$[^$]*\$|[^\\{}$\s,;:!?()\[\]/–—-]+|.",
    re.DOTALL,
)
#: A set, which people write without the backslashes, {0,1}; and a formula alone, n{$^o$}5.
_KEPT = re.compile(r"\{(?:[^\s{},]{1,2}(?:, ?[^\s{},]{1,2})+|\s?\$[^$]*\$\s?)\}")
#: Behind these a brace begins what a command or a script is about.
_BEFORE_ARGUMENT = ("\\", "^", "_")


def regrouped(text: str) -> str:
    """Return TeX with braces around single words in place of those around more.

    A word of several keeps braces if it has a capital. Arguments of commands, groups that begin
    with a command, formulas and sets are left as they are, and so is a text without such braces or
    one whose braces are not in pairs.
    """
    if "{" not in text or not _SUSPECT.search(text):
        return text
    if not text.startswith("{\\"):
        text = drop_outer_braces(text)
    words = _Words(text)
    for lexeme in _LEXEME.finditer(text):
        words.take(lexeme)
    return words.together()


@dataclass
class _Words:
    """The words of a text; `_opened` has for each open brace whether it only groups words."""

    text: str
    _parts: list[str] = field(default_factory=list)
    _opened: list[bool] = field(default_factory=list)
    _word: list[str] = field(default_factory=list)
    _held: list[int] = field(default_factory=list)
    _before: str = ""
    _arguments: int = 0
    _is_parted: bool = False
    _is_broken: bool = False

    def take(self, lexeme: re.Match[str]) -> None:
        """Take the next lexeme."""
        sign = lexeme[0]
        if sign == "{":
            self._open(lexeme)
        elif sign == "}":
            self._close()
            return
        elif lexeme["between"] and not self._arguments:
            self._is_parted = True
            self._end_word()
            self._parts.append(sign)
        else:
            if self._opened and not self._arguments:
                self._held.append(len(self._word))
            self._word.append(sign)
        self._before = sign

    def together(self) -> str:
        """Return the new text."""
        self._end_word()
        return self.text if self._opened or self._is_broken else "".join(self._parts)

    def _open(self, lexeme: re.Match[str]) -> None:
        is_argument = (
            bool(self._arguments)
            or self._before.startswith(_BEFORE_ARGUMENT)
            or self.text.startswith("\\", lexeme.end())
            or _KEPT.match(self.text, lexeme.start()) is not None
        )
        if not self._opened:
            self._is_parted = False
        self._opened.append(not is_argument)
        if is_argument:
            self._arguments += 1
            self._word.append("{")

    def _close(self) -> None:
        if not self._opened:
            self._is_broken = True
        elif self._opened.pop():
            self._before = "}"
        else:
            self._arguments -= 1
            self._word.append("}")
            self._before = "\\"  # another argument may follow

    def _end_word(self) -> None:
        # Braces around a part of a word protect all of it.
        for place in self._held:
            piece = self._word[place]
            if piece[0].isalpha() and (not self._is_parted or piece != piece.lower()):
                self._word[place] = f"{{{piece}}}"
                break
        self._parts += self._word
        self._word.clear()
        self._held.clear()
