r"""Repair of mathematics that stands in a sentence without delimiters: `O(\sqrt{T})`, `10^{8}`.

A text is cut at its spaces (not at those between braces) into chunks. A run of chunks that are
mathematics, with single letters, numbers and signs between them, becomes Unicode or one formula.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text import symbols
from generator.text.explicit import formula_or_text
from generator.text.mathematics import said
from generator.text.spans import MAX_FORMULA
from generator.text.tidy import is_alphabet, tidy, unglued

#: A group of braces goes over at most this many chunks; beyond that a brace is missing.
_MAX_GROUP = 40

_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_SET = re.compile(r"\\\{.*\\\}|\\\|")
_POWER = re.compile(
    r"(?<=[\w)\]}|′°])\^(?:\{[^{}]|-?\d|[A-Za-z](?![A-Za-z])|(?:th|st|nd|rd)(?![A-Za-z])|[*∗⋆′†⊤])"
)
_INDEX_IN_BRACES = re.compile(r"(?<=[A-Za-z0-9)\]}|\u0370-\u03ff])_\{[^{}]")
#: L_1, AP_r, x_i, but not snake_case, x_train or a_1_b.
_INDEX = re.compile(
    r"(?<![\w.\\/])(?:[A-Za-z\u0370-\u03ff]|[A-Z]{2,3}|mAP)_(?:\d{1,2}|[aehijklmnoprstuvx])"
    r"(?![\w(]|[./]\w)|(?<=[)\]}])_\d(?!\w)|(?<![\w.\\/])[A-Z][a-z]?_\d(?=[A-Z](?![A-Za-z_]))"
)
_JOINING = re.compile(
    r"[(\[|]*(?:[B-HJ-Zb-z\u0370-\u03ff]['′]?|\d+(?:\.\d+)?[°%]?|[=+\-−*/<>|:≤≥∈×⋅→∼≈,]+"
    r"|log|ln|exp|min|max|sin|cos|poly|polylog)?[)\]|]*,?"
)
_WITH_ARGUMENT = {*symbols.ALPHABETS, *symbols.MARKS, *symbols.FUNCTIONS, "frac", "sqrt"}
_WAITS = re.compile(
    r"(?:\\(?:" + "|".join(sorted(_WITH_ARGUMENT))
    + r")|[\^_]|\\left|[=(,]|\\(?:" + "|".join(sorted(symbols.OPERATORS)) + "))$"
)  # fmt: skip
#: Scripts of several signs in sources without braces: 10^13, T^-1, n^1/3, 2^O(1/x), m^1.5.
_LONG_SCRIPT = re.compile(
    r"(?<=[A-Za-z)\u0370-\u03ff])\^-?\d/\d(?!\d)"
    r"|\^(?:-?\d+\.\d+|(?:[OΩΘ]|\\(?:Omega|Theta|log)(?![A-Za-z]))\((?:[^()]|\([^()]*\)){1,60}\))"
    r"|[\^_](?:-\d+|\d{2,}|(?:th|st|nd|rd)(?![A-Za-z]))"
)
_DEGREES = re.compile(r"\s?\^\s?\{?\s?\\circ(?![A-Za-z])(?:\s?\})?")
_SHOWN_SET = re.compile(r"^\{([^{}]*,[^{}]*)\}")
_END = re.compile(r"[\s.,;:!?'\"”’]+$|['’]s$|(?:-[A-Za-z]{2,})+$")
_BEGINNING = re.compile(r"^(?:[\"“‘']+|(?:[A-Za-z]{2,}[-/:])+(?=[\\A-Za-z(]))")
_PAIRS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True)
class _Chunk:
    begin: int
    end: int
    text: str

    @property
    def is_mathematics(self) -> bool:
        """Whether anything in the chunk can only be mathematics."""
        return _is_mathematics(self.text)


def repair_bare(text: str) -> str:
    """Turn mathematics without delimiters into Unicode, or into a formula between them."""
    if not ("\\" in text or "^" in text or "_" in text):
        return text
    text = _DEGREES.sub("°", text)
    out: list[str] = []
    done = 0
    for begin, end in _runs(text):
        if end - begin <= MAX_FORMULA:
            out += (text[done:begin], _repaired(text[begin:end]))
            done = end
    return "".join((*out, text[done:])) if out else text


def _chunks(text: str) -> list[_Chunk]:
    """Cut `text` at the spaces that do not stand between braces."""
    words = [found.span() for found in re.finditer(r"\S+", text)]
    closing = _closing_braces(text)
    chunks, index = [], 0
    while index < len(words):
        first, last = index, index
        begin, end = words[index]
        while index <= last and last - first < _MAX_GROUP:
            for brace in _BRACES.finditer(text, *words[index]):
                if closing.get(brace.start(), 0) >= words[last][1]:
                    last = bisect_right(words, (closing[brace.start()], len(text))) - 1
            index += 1
        if last - first >= _MAX_GROUP:
            last = first
        end = words[last][1]
        chunks.append(_Chunk(begin, end, text[begin:end]))
        index = last + 1
    return chunks


def _closing_braces(text: str) -> dict[int, int]:
    """Return where the brace closes that opens at a position, for those that do."""
    closing, unclosed = {}, []
    for brace in _BRACES.finditer(text):
        if brace[0] == "{":
            unclosed.append(brace.start())
        elif brace[0] == "}" and unclosed:
            closing[unclosed.pop()] = brace.start()
    return closing


def _is_mathematics(text: str) -> bool:
    if len(text) > MAX_FORMULA:
        return False
    if "\\" in text:
        if _SET.search(text):
            return True
        for name in _COMMAND.findall(text):
            if symbols.is_mathematics(name) or is_alphabet(name):
                return True
            parts = unglued(name)
            if parts and symbols.is_mathematics(parts[0]) and not symbols.other_symbol(name):
                return True
    return bool(_POWER.search(text) or _INDEX_IN_BRACES.search(text) or _INDEX.search(text))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where runs of mathematics begin and end."""
    chunks = _chunks(text)
    index = 0
    while index < len(chunks):
        if not chunks[index].is_mathematics:
            index += 1
            continue
        first = _with_openings(chunks, index)
        last = _last_of_run(chunks, index)
        yield chunks[first].begin, chunks[last].end
        index = last + 1


def _last_of_run(chunks: list[_Chunk], first: int) -> int:
    """Return the last chunk of the run that begins with the mathematics in chunk `first`."""
    last, index = first, first + 1
    depth = _open_brackets(chunks[first].text)
    while index < min(first + _MAX_GROUP, len(chunks)):
        text = chunks[index].text
        waits = _WAITS.search(chunks[index - 1].text) if index - 1 == last else None
        waiting = waits is not None
        if depth <= 0 and not waiting and chunks[index - 1].text[-1] in ".,;:!?":
            break
        if chunks[index].is_mathematics or (
            waits and (_JOINING.fullmatch(text.rstrip(".,;:")) or _is_argument(waits[0], text))
        ):
            last = index
        elif depth > 0 and _JOINING.fullmatch(text.rstrip(".,;:")):
            if depth + _open_brackets(text) <= 0:
                last = index
        elif not _JOINING.fullmatch(text):
            break
        depth += _open_brackets(text)
        index += 1
    return last


def _is_argument(command: str, text: str) -> bool:
    r"""Whether `text` begins with the single letter that `\mathcal` and its like wait for."""
    return command[0] == "\\" and text[:1].isalpha() and not text[1:2].isalpha()


def _with_openings(chunks: list[_Chunk], index: int) -> int:
    """Return the first chunk of a run: one before, where a bracket closes that it opens."""
    if (
        index
        and _open_brackets(chunks[index].text) < 0
        and _open_brackets(chunks[index - 1].text) > 0
    ):
        before = chunks[index - 1].text
        if re.fullmatch(r"[A-Za-zΩΘ]?[(\[]+(?:[A-Za-z]|\d{1,9})?,?", before):
            return index - 1
    return index


def _open_brackets(text: str) -> int:
    return text.count("(") + text.count("[") - text.count(")") - text.count("]")


def _repaired(run: str) -> str:
    """Say a run in Unicode, or make a formula of what is mathematics in it."""
    begin, end = _trimmed(run, keep_words=True)
    text = said(tidy(_with_braces(run[begin:end])))
    if text is None:
        begin, end = _trimmed(run, keep_words=False)
        text = formula_or_text(_with_braces(run[begin:end]))
    return run[:begin] + text + run[end:]


def _with_braces(tex: str) -> str:
    """Give scripts of several signs their braces, and a set its own: `{1, 2}^n` shows them."""
    tex = _SHOWN_SET.sub(r"\\{\1\\}", tex)
    return _LONG_SCRIPT.sub(lambda found: f"{found[0][0]}{{{found[0][1:]}}}", tex)


def _trimmed(run: str, keep_words: bool) -> tuple[int, int]:
    """Return where mathematics begins and ends in a run: without the punctuation around it.

    Unless `keep_words`, also without words joined by a hyphen: `high-`, `-approximation`.
    """
    begin, end = 0, len(run)
    for _ in range(12):
        before = begin, end
        if (found := _END.search(run, begin, end)) and (not keep_words or found[0][0] != "-"):
            end = found.start()
        if (found := _BEGINNING.search(run[begin:end])) and (
            not keep_words or not found[0][0].isalpha()
        ):
            begin += found.end()
        begin, end = _without_loose_brackets(run, begin, end, keep_words)
        if (begin, end) == before or begin >= end:
            break
    return (begin, end) if begin < end else (0, len(run))


def _without_loose_brackets(run: str, begin: int, end: int, keep_words: bool) -> tuple[int, int]:
    """Drop a first opening or a last closing bracket whose partner is outside the run.

    Unless `keep_words`, also what stands on the other side of such a bracket in the middle.
    """
    unclosed: list[int] = []
    loose: list[int] = []
    for index in range(begin, end):
        char = run[index]
        if char in "([":
            unclosed.append(index)
        elif char in ")]" and unclosed:
            unclosed.pop()
        elif char in ")]" and run[index - 6 : index] != r"\right":
            loose.append(index)
    for index in (*unclosed[:1], *loose[-1:]):
        if index == end - 1:
            return begin, index
        if index == begin or (not keep_words and _is_mathematics(run[index + 1 : end])):
            return index + 1, end
        if not keep_words and _is_mathematics(run[begin:index]):
            return begin, index
    return begin, end
