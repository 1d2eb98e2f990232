r"""Text that stands in a YAML file and would be in none of its values, or in other words there.

YAML takes ` #` for the beginning of a comment, a backslash between double quotes for an escape, and
more indentation for more of the same text. Who writes `Barn Rule #1` or `"$\frac{a}{b}$"` means
neither, and no error tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

KeyPath = tuple[str | int, ...]

_TEXT_TAG = "tag:yaml.org,2002:str"
_NULL_TAG = "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class Scalar:
    """A value as it stands in the file.

    `column` is that of its key or dash: what stands farther to the right on the next lines goes on
    with it. None between brackets or braces, where indentation says nothing.
    """

    path: KeyPath
    node: yaml.ScalarNode
    column: int | None

    @property
    def is_wrapped_item(self) -> bool:
        """Whether it is an item behind a dash, without quotes, that goes on in the next line."""
        is_item = self.path and isinstance(self.path[-1], int) and self.column is not None
        lines = self.node.end_mark.line - self.node.start_mark.line
        return bool(is_item and lines and not self.node.style)


@dataclass(frozen=True)
class Loss:
    """What is lost of a value, in which line (from 1), and what to write instead.

    `sure` is whether nobody can have meant it so; else a person has to look.
    """

    path: KeyPath
    line: int
    what: str
    hint: str
    sure: bool = False


@dataclass(frozen=True)
class KeyInText:
    """A line of a text that begins like a key: `year: 2020` with too much indentation."""

    path: KeyPath
    line: int
    key: str


def losses(text: str, scalars: Iterable[Scalar]) -> Iterator[Loss]:
    """Yield what the values of `text` lose of it, in their order."""
    for scalar in scalars:
        if scalar.node.style == '"':
            yield from _escapes(text, scalar)
        elif not scalar.node.style:
            yield from _comment(text, scalar)
            yield from _typographic_quotes(scalar)


# Comments.

_CAPITAL_INSIDE = re.compile("[a-z][A-Z]")
_SPACE = re.compile(r"\s*")
_HOW_TO_KEEP = (
    "if it belongs to the text, put the whole between single quotes; if not, put the comment on a"
    " line of its own"
)


def _comment(text: str, scalar: Scalar) -> Iterator[Loss]:
    """Yield a comment that may be the rest of the unquoted text before it."""
    node = scalar.node
    end = node.end_mark.index
    at = _SPACE.match(text, end).end()  # type: ignore[union-attr]
    if not text.startswith("#", at):
        return
    comment = text[at : at + 200].splitlines()[0]
    lines = text.count("\n", end, at)
    if node.tag == _NULL_TAG:
        # `year: # four digits` is a hint of a template, `venue: #1 of Sheep` is none.
        if not node.value and not lines and comment[1:2].strip():
            line = node.end_mark.line + 1
            what = f"is empty, since what begins with # is a comment: {_shown(comment)}"
            yield Loss(scalar.path, line, what, "if it is the text, put it between single quotes")
    elif node.tag != _TEXT_TAG:
        return
    elif lines:
        column = at - text.rfind("\n", 0, at) - 1
        if scalar.column is not None and column > scalar.column:
            line = node.end_mark.line + 1 + lines
            what = f"the text ends before this line, which is a comment: {_shown(comment)}"
            hint = "if it belongs to the text, put the whole after >-; if not, indent it less"
            yield Loss(scalar.path, line, what, hint)
    elif not (comment.startswith("# ") and _is_code(node.value)):
        what = f"the text ends before the #, and this is a comment: {_shown(comment)}"
        yield Loss(scalar.path, node.end_mark.line + 1, what, _HOW_TO_KEEP)


def _is_code(value: str) -> bool:
    """Whether nobody goes on with a text behind this: `method`, an address, a date, `aB3xyz_9`."""
    if not value.isascii() or " " in value or not value[-1].isalnum():
        return "://" in value and " " not in value
    is_plain = value == value.lower() or any(map(str.isdigit, value))
    return is_plain or "://" in value or bool(_CAPITAL_INSIDE.search(value))


def _shown(source: str) -> str:
    flat = " ".join(source.split())
    return flat if len(flat) <= 40 else flat[:39] + "…"


# Escapes.

_ESCAPE = re.compile(r"\\(.)([A-Za-z]{0,30})", re.DOTALL)
#: What no paper's text has: bell, backspace, escape, form feed, vertical tab, NUL. TeX has \alpha,
#: \beta, \emph, \frac, \vec.
_NEVER_MEANT = frozenset("abefv0")
#: Commands of TeX that begin with what YAML reads as the end of a line, a tab or a space. Programs
#: that write YAML in ASCII have \N, \L, \P and \_ for line ends and spaces of Unicode.
_TEX = frozenset(
    "nabla natural ncong ne nearrow neg neq newcommand newline nexists ngeq nicefrac nleq nmid ni"
    " noindent nolimits nonumber norm not notin nparallel nu num nwarrow"
    " raisebox rangle rbrace rceil ref rfloor rho right rightarrow rightharpoonup"
    " rightleftharpoons rm root rvert"
    " tan tanh tau tbinom text textbf textit textmd textnormal textrm textsc textsf textsl"
    " textsubscript textsuperscript texttt textup tfrac th therefore theta thickapprox thinspace"
    " Lambda Large LARGE LaTeX Leftarrow Leftrightarrow Longleftarrow Longrightarrow"
    " Longleftrightarrow Lleftarrow Lsh Phi Pi Pr Psi"
    " tilde times tiny to top triangle triangleleft triangleright tt twoheadrightarrow".split()
)
_IN_SINGLE_QUOTES = "put the text between single quotes, or after >- on lines of its own"


def _escapes(text: str, scalar: Scalar) -> Iterator[Loss]:
    """Yield the first escape between double quotes that was meant as TeX."""
    start = scalar.node.start_mark.index
    raw = text[start : scalar.node.end_mark.index]
    for found in _ESCAPE.finditer(raw):
        letter, letters = found.groups()
        if letter == '"':
            meant = _is_umlaut(raw, found.start())
        elif letter in "NLP" and not letters:
            meant = raw.startswith("{", found.end())  # \L{ukasz}
        else:
            is_command = letter in "nrtNLP" and letter + letters in _TEX
            meant = is_command or letter in _NEVER_MEANT or letter == "_"
        if meant:
            line = scalar.node.start_mark.line + 1 + raw.count("\n", 0, found.start())
            shown = f"\\{letter}{letters}"
            what = (
                f"{shown} loses its backslash, since \\{letter} between double quotes is an escape"
            )
            # Who writes YAML in ASCII means a no-break space by \_, who writes TeX an underscore.
            yield Loss(scalar.path, line, what, _IN_SINGLE_QUOTES, sure=letter != "_")
            return


def _is_umlaut(raw: str, at: int) -> bool:
    r"""Whether the `\"` at a place is TeX's accent, as in G\"odel, and no quote."""
    before, after = raw[at - 1 : at], raw[at + 2 : at + 3]
    if after == "{":
        return True
    is_vowel = after != "" and after in "aeiouyAEIOUY"
    # {"a": 1} has such a brace, too.
    return is_vowel and (before.isalpha() or (before == "{" and raw[at + 3 : at + 4] == "}"))


# Quotes.

_OPENING, _CLOSING = "“„«‹‘‚", "”“»›’‘"


def _typographic_quotes(scalar: Scalar) -> Iterator[Loss]:
    """Yield a text between quotes that are none for YAML, and so would show."""
    value = scalar.node.value
    if len(value) < 3 or value[0] not in _OPENING or value[-1] not in _CLOSING:
        return
    if any(sign in value[1:-1] for sign in (value[0], value[-1])):
        return
    what = f"{value[0]} and {value[-1]} are no quotes of YAML: they show as part of the text"
    hint = "write ' or \" around the text; if they belong to it, put those around them"
    yield Loss(scalar.path, scalar.node.start_mark.line + 1, what, hint)


# Keys.

_LIKE_A_KEY = re.compile(r"[ \t]*(\w{2,40}):(?:[ \t]|$)")


def keys_in_texts(text: str, scalars: Iterable[Scalar]) -> Iterator[KeyInText]:
    """Yield lines inside of longer texts that begin like a key."""
    for scalar in scalars:
        node = scalar.node
        if not node.style or node.start_mark.line == node.end_mark.line:
            continue
        raw = text[node.start_mark.index : node.end_mark.index]
        for number, line in enumerate(raw.split("\n")[1:], node.start_mark.line + 2):
            found = _LIKE_A_KEY.match(line)
            if found:
                yield KeyInText(scalar.path, number, found[1])


# Merges.

#: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
_CONFLICT = re.compile(r"(?m)^[^#\n]*?(?<!\S)(?:<{7}|>{7}|\|{7})(?!\S)|^[ \t]*={7}[ \t\r]*$")


def conflicts(text: str) -> Iterator[int]:
    """Yield the lines of `text`, from 1, with a mark of a merge that nobody finished."""
    if any(sign * 7 in text for sign in "<>|="):
        for number, line in enumerate(text.split("\n"), 1):
            if _CONFLICT.match(line):
                yield number
