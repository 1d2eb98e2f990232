r"""Splits BibTeX into blocks and their fields, and recovers what a fault hides.

The form is that of https://www.bibtex.org/Format/ and of chapter 2 of the manual of biblatex:
`@type{key, name = value, …}`, a value in braces, in quotes, a number or a macro, joined by `#`.

The splitter of bibtexparser 2.1, which writes our own entries, is not used here: a missing comma
makes it put the next field into the value of the one before without a word, it counts no braces
within quotes, and takes any `@word (` at a line start within an abstract for the next entry. Each
would have to be found again in its text, with all that is below.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from generator.sources.bibtex.block import BlockReader
from generator.sources.bibtex.grammar import (
    BLANK,
    KEY,
    KNOWN,
    NEXT_FIELD,
    TYPES,
    WORD,
    Block,
    Fault,
    closing,
)

#: `@type{`, also with blanks, and the list of types that Semantic Scholar writes; the brace may be
#: missing where a key and a field follow.
_START = re.compile(
    r"@\s{0,9}(?:([^\W\d_][\w+.:-]{0,60}|\[[^\]{}@\n]{0,200}\])\s{0,9}([{(])"
    rf"|({TYPES})[ \t]{{1,9}}(?={KEY}[ \t]{{0,9}},\s{{0,99}}{WORD}\s{{0,9}}=))",
    re.IGNORECASE,
)
#: What surely begins a block, even within a value.
_SURE = re.compile(
    r"@\s{0,9}(?:"
    rf"(?:[^\W\d_][\w+.:-]{{0,60}}|\[[^\]{{}}@\n]{{0,200}}\])\s{{0,9}}[{{(]\s{{0,99}}"
    rf"(?:{KEY}(?:\s{{0,99}}+,|\s)\s{{0,99}}+{WORD}\s{{0,9}}=|,?\s{{0,99}}+(?:{KNOWN})\s{{0,9}}=)"
    rf"|(?:{TYPES})(?:\s{{0,9}}[{{(]\s{{0,99}}{KEY}\s{{0,99}},"
    rf"|[ \t]{{1,9}}{KEY}[ \t]{{0,9}},\s{{0,99}}{WORD}\s{{0,9}}=)"
    r"|(?:comment|preamble|string)\s{0,9}[{(])",
    re.IGNORECASE,
)
#: So often the end of a comment that holds entries is looked for in vain, in all the rest.
MAX_TRIES = 10


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a file whose lines end in a line feed, in order; never raises.

    What stands between blocks is passed over, as are entries behind a `%`.
    """
    splitter = _Splitter(text)
    at = 0
    while found := _START.search(text, at):
        if not splitter.counts(found):
            at = found.start() + 1
        elif (block := splitter.block(found)) is None:
            at = found.end()
        else:
            at = max(block.end, found.end())
            yield block


class _Splitter:
    """Reads the blocks of one text; time grows as the text does.

    `_sure` are the places at which a block surely begins, `_surest` those of them that no text of
    a value comes before. Up to `_doubted` a value was found that does not end before the surest
    next block: there values end at any sure one.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._sure: list[int] = []
        self._surest: list[int] = []
        self._doubted = 0
        self._tries = MAX_TRIES
        for found in _SURE.finditer(text):
            at = found.start()
            line = text.rfind("\n", max(0, at - 200), at) + 1
            before = text[line:at].strip() if line or at <= 200 else "?"
            if before and before[-1] not in "})":
                continue
            self._sure.append(at)
            last = before[-1:] or text[max(0, at - 400) : at].rstrip()[-1:]
            behind_comment = _last_line(text[max(0, at - 400) : at]).startswith("%")
            if not last or last in '{}),"=#(' or last.isdigit() or behind_comment:
                self._surest.append(at)

    def counts(self, found: re.Match[str]) -> bool:
        """Whether a block begins here, in the text between blocks."""
        at = found.start()
        line = self._text.rfind("\n", max(0, at - 200), at) + 1
        before = self._text[line:at].strip() if line or at <= 200 else "?"
        if before.startswith("%"):
            return not self._is_comment(found)
        if not before or before[-1] in "})":
            return True
        return _SURE.match(self._text, at) is not None

    def _is_comment(self, found: re.Match[str]) -> bool:
        """Whether a % goes before every line of the block, or the block ends on its line."""
        end = self._text.find("\n", found.end())
        if end < 0:
            return True
        line = self._text[found.end() : min(end, found.end() + 2000)]
        if line.count("}") > line.count("{"):
            return True
        behind = BLANK.match(self._text, end)
        return not (behind and NEXT_FIELD.match(self._text, behind.end()))

    def block(self, found: re.Match[str]) -> Block | None:
        """Return the block that begins here, or None where none does after all."""
        kind = found[1] or found[3]
        close = ")" if found[2] == "(" else "}"
        block = Block(kind, found.start(), found.end())
        if kind.lower() in ("comment", "preamble"):
            self._pass_over(block, close)
            return block
        limit = self._limit(found.end())
        near = min(limit, _next(self._sure, found.end(), self._text))
        entry = BlockReader(self._text, block, close, limit, near)
        entry.read()
        if not entry.is_closed or (entry.is_torn and self._near_limit(found.end()) < limit):
            # Some value took fields with it: those that begin a line begin here, too.
            block = Block(kind, found.start(), found.end())
            limit = self._near_limit(found.end())
            entry = BlockReader(self._text, block, close, limit, limit, careful=True)
            entry.read()
            if not block.faults:
                entry.fault(block.at, "does not end", "write the missing brace")
                if block.fields:
                    last = block.fields[-1].parts[-1]
                    last.text = last.text.rstrip(", \n\t")
        known = re.fullmatch(f"{TYPES}|string", kind, re.IGNORECASE)
        return block if block.fields or known or kind.startswith("[") else None

    def _limit(self, at: int) -> int:
        near = _next(self._sure, at, self._text)
        # Where no field comes before it, there is no value that it could be in.
        if at < self._doubted or self._text.find("=", at, near) < 0:
            return self._near_limit(at)
        return _next(self._surest, at, self._text)

    def _near_limit(self, at: int) -> int:
        limit = _next(self._surest, at, self._text)
        self._doubted = max(self._doubted, limit)
        return min(limit, _next(self._sure, at, self._text))

    def _pass_over(self, block: Block, close: str) -> None:
        """Set the end of a block that holds nothing for us."""
        start = block.end
        limit = self._limit(start)
        blank = BLANK.match(self._text, start)
        if blank and _SURE.match(self._text, blank.end()):
            end = -1
            if self._tries:
                end = closing(self._text, start, len(self._text), close)
                self._tries -= end < 0
            if end > 0:
                block.faults.append(Fault(block.at, "entries within @comment are not read", ""))
                block.end = end
            return
        end = closing(self._text, start, limit, close)
        block.end = end if end > 0 else limit


def _last_line(text: str) -> str:
    return text.rstrip().rpartition("\n")[2].lstrip()


def _next(places: list[int], at: int, text: str) -> int:
    index = bisect_right(places, at)
    return places[index] if index < len(places) else len(text)
