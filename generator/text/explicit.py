r"""Repair of mathematics between delimiters: `$…$`, `\(…\)`, and displayed formulas.

What Unicode can say becomes text; the rest stays a formula between `\(` and `\)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.text.mathematics import said
from generator.text.spans import MAX_FORMULA, addresses, formulas, outside
from generator.text.tidy import tidy

#: Two words of prose in a row, not in an argument: `$5 for two months, a_b, and US$`.
_PROSE = re.compile(
    r"(?<![\\A-Za-z{])(?!(?:log|exp|min|max|poly) )[A-Za-z]{3,40} +"
    r"(?:[a-z]{2,3} +)?[A-Za-z]{3,40}(?![A-Za-z(\\])"
)
_PRICE = re.compile(r"\d[\d.,]*[A-Za-z]{0,2} (?:[a-z]{2,20}|[A-Z]{3}) ")
_SURELY_TEX = re.compile(r"\\[A-Za-z|{}%]|\^|_")
_ONE_LETTER = re.compile(r"[^\W\d_]['′]?")
#: Short mathematics without any command: O(1/k), d=1, (x, y), 50%, a name.
_PLAIN_MATHEMATICS = re.compile(r"[\w(\[|%#°<>+−-][^\\]{0,38}")
#: One sign, such as $>$ or $-$1; and words that an author set in italics with dollars.
_SIGN = re.compile(r"[<>=+−&%±×-]")
_ITALICS = re.compile(r"\{?[A-Za-z][A-Za-z-]*(?: [A-Za-z-]+){0,5}\}?")
_DOLLAR = re.compile(r"\\.|\$", re.DOTALL)
_ALIGNED = re.compile(r"(?<!\\)&")
_DISPLAY = re.compile(
    r"\\\[((?:[^\\]|\\[^\[\]]){1,2000})\\\]"
    r"|\\begin\{(equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|math)\*?\}((?:(?!\\begin).){1,2000}?)\\end\{\2\*?\}",
    re.DOTALL,
)

#: Signs of text that people raise with a formula, though they are raised by themselves.
_SIGNS = {
    "TM": "™", r"\texttrademark": "™", r"\textregistered": "®", r"\circledR": "®",
    r"\copyright": "©", r"\textcopyright": "©", r"\textservicemark": "℠",
}  # fmt: skip
_RAISED_SIGN = re.compile(
    r"(?:\$|\\\() ?(?:\{\})?\^ ?\{? ?(?:\\(?:mbox|hbox|text|textrm|mathrm|rm|textnormal) ?\{? ?)?"
    rf"(TM|[®™©℠]|\\(?:{'|'.join(name[1:] for name in _SIGNS if name[0] == chr(92))}))"
    r" ?(?:\{\})? ?\}{0,2} ?(?:\$|\\\))"
)


def formula_or_text(tex: str) -> str:
    r"""Return what stands for a formula in repaired text: Unicode, or TeX between `\(` and `\)`."""
    tidied = tidy(tex)
    text = said(tidied)
    if text is not None:
        return text
    return f"\\({tidied}\\)" if tidied else ""


def lower_signs(text: str) -> str:
    r"""Turn `$^{\textregistered}$`, `\(^\mbox®\)` and `$^{TM}$` into the signs alone."""
    return _RAISED_SIGN.sub(_sign, text) if "^" in text else text


def _sign(found: re.Match[str]) -> str:
    return _SIGNS.get(found[1], found[1])


def repair_parentheses(text: str) -> str:
    r"""Say the formulas between `\(` and `\)` that Unicode can say."""
    if "\\(" not in text:
        return text
    out: list[str] = []
    done = 0
    for begin, end in formulas(text):
        body = text[begin + 2 : end - 2]
        out += (text[done:begin], _spaced(body, text[end : end + 1]))
        done = end
    return "".join((*out, text[done:]))


def repair_displays(text: str) -> str:
    r"""Set `\[…\]` and equation environments into the line."""
    if "\\[" not in text and "\\begin{" not in text:
        return text
    return _DISPLAY.sub(lambda found: f" {_rows(found[1] or found[3])} ", text)


def _rows(body: str) -> str:
    """Set the rows of a display beside each other, without the marks that align them."""
    if "\\begin" in body or "\\\\" not in body:
        return formula_or_text(body if "\\begin" in body else _ALIGNED.sub("", body))
    rows = (formula_or_text(_ALIGNED.sub("", row)) for row in body.split("\\\\"))
    return "; ".join(row for row in rows if row)


def _spaced(body: str, following: str) -> str:
    r"""Keep the space with which a body ends where a word follows at once: `\({k} \){times}`."""
    gap = " " if body[-1:].isspace() and (following.isalnum() or following == "{") else ""
    return formula_or_text(body) + gap


def repair_sure_dollars(text: str) -> str:
    """Repair `$…$` that cannot be anything but mathematics. Prices and variables stay."""
    return _repair_dollars(text, _is_sure)


def repair_dollars(text: str) -> str:
    """Repair `$…$` in a source known to be TeX: `$O(1/k)$` and `$10$` are mathematics too."""
    return _repair_dollars(
        text, lambda body, after: _is_sure(body, after) or _is_likely(body, after)
    )


def _repair_dollars(text: str, is_mathematics: Callable[[str, str], bool]) -> str:
    if text.count("$") < 2:
        return text
    return outside(lambda bare: _replace_dollars(bare, is_mathematics), formulas, addresses)(text)


def _replace_dollars(text: str, is_mathematics: Callable[[str, str], bool]) -> str:
    at = [found.start() for found in _DOLLAR.finditer(text) if found[0] == "$"]
    out: list[str] = []
    done = index = 0
    while index + 1 < len(at):
        width = 2 if _is_display(at, index) else 1
        begin, end = at[index] + width, at[index + width]
        if is_mathematics(text[begin:end], text[end + width : end + width + 1]):
            body = text[begin:end]
            out += (text[done : at[index]], _spaced(body, text[end + width : end + width + 1]))
            done = end + width
            index += 2 * width
        else:
            index += 1
    return "".join((*out, text[done:]))


def _is_display(at: list[int], index: int) -> bool:
    """Whether `$$…$$` begins at the dollar number `index`."""
    found = at[index : index + 4]
    return len(found) == 4 and found[1] == found[0] + 1 < found[2] - 1 == found[3] - 2


def _is_sure(body: str, after: str) -> bool:
    if not _can_be_delimited(body) or body[0].isspace() or body[-1].isspace() or after.isdigit():
        return False
    return bool(_SURELY_TEX.search(body) or _ONE_LETTER.fullmatch(body))


def _is_likely(body: str, after: str) -> bool:
    if _SIGN.fullmatch(body) or (_ITALICS.fullmatch(body) and not after.isalnum()):
        return True
    if not _can_be_delimited(body) or after.isdigit():
        return False
    if body[0].isspace() or body[-1].isspace():
        return bool(_SURELY_TEX.search(body) or _ONE_LETTER.fullmatch(body.strip()))
    return bool(_PLAIN_MATHEMATICS.fullmatch(body) or not body.isascii())


def _can_be_delimited(body: str) -> bool:
    return (
        0 < len(body) <= MAX_FORMULA
        and not body.isspace()
        and "\\(" not in body
        and "\\)" not in body
        and not _PROSE.search(body)
        and not _PRICE.match(body)
    )
