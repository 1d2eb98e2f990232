r"""Finds the words of a TeX source that braces protect: `{B}ayesian`, `{GAN}s`, `{Monte Carlo}`.

Repair drops such braces, so they are read before it. A group is none that protects where it is the
argument of a command (`\emph{GAN}`, `\'{E}`) or begins with one (`{\em GAN}`, `{\"o}`): BibTeX
changes the case of those, see btxhak, section 4, https://ctan.org/pkg/bibtex.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.text.capitals import WORD
from generator.text.formula import split
from generator.text.repair import Step, repair

#: No title is longer; what is, is no title.
_LONGEST = 2_000
#: Pairs of braces around the whole: more are no bibliography's.
_MOST_AROUND = 4
_LEXEME = re.compile(
    r"(?P<command>\\[A-Za-z]+\s*|\\[^\w{}\s])|\\.|\$[^$]*\$|(?P<brace>[{}])"
    r"|(?P<between>[\s,;:!?()/–—-])|[^\\{}$\s,;:!?()/–—-]+|.",
    re.DOTALL,
)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def protected_words(source: str, steps: tuple[Step, ...]) -> tuple[str, ...]:
    """Return the words that braces protect, as `steps` repair them, sorted, each once.

    Braces around the whole say nothing of single words. Of several small words in one pair of
    braces, none is meant: `{Statue of Liberty}` protects two.
    """
    if "{" not in source or len(source) > _LONGEST:
        return ()
    if not any(brace in source.strip("{} \t\r\n") for brace in "{}"):
        return ()  # around the whole, as Mendeley and Zotero write all titles
    found: set[str] = set()
    for token in _protected(_inside(source.strip())):
        bare = token.replace("{", "").replace("}", "")
        if not bare.isascii() or not bare.replace(" ", "").replace("-", "").isalnum():
            pieces = split(repair(token, steps))
            bare = " ".join(piece.text for piece in pieces if not piece.is_formula)
            bare = bare.replace("{", "").replace("}", "")
        words = [word for word in WORD.findall(bare) if not word.isdecimal()]
        found.update(word for word in words if not word.islower())
        if len(words) == 1 and len(words[0]) > 1:
            found.update(words)
    return tuple(sorted(found))


def _inside(text: str) -> str:
    """Return what stands in the braces around the whole text."""
    for _ in range(_MOST_AROUND):
        if not text.startswith("{") or not text.endswith("}"):
            break
        depth = 0
        for brace in _BRACE.finditer(text):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth <= 0:
                break
        if depth or brace.end() < len(text):
            break
        text = text[1:-1].strip()
    return text


def _protected(text: str) -> Iterator[str]:
    """Yield each word with braces in it that protect, and what braces hold together."""
    depth = begin = 0
    protects = False
    before: re.Match[str] | None = None
    for lexeme in _LEXEME.finditer(text):
        if lexeme["brace"] == "{":
            is_argument = before is not None and before["command"] is not None
            is_special = text.startswith("\\", lexeme.end())
            protects |= not depth and not is_argument and not is_special
        if lexeme["brace"]:
            depth = max(0, depth + (1 if lexeme["brace"] == "{" else -1))
        elif lexeme["between"] and not depth:
            if protects:
                yield text[begin : lexeme.start()]
            begin, protects = lexeme.end(), False
        before = lexeme
    if protects:
        yield text[begin:]
