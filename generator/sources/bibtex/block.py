"""Reads the key and the fields of one block of BibTeX, also with signs missing or too many."""

from __future__ import annotations

import re

from generator.sources.bibtex.grammar import (
    BLANK,
    BRACE,
    KEY,
    KNOWN,
    NAME,
    NEXT_FIELD,
    WORD,
    Block,
    Fault,
    Field,
    Part,
    balanced,
    closing,
)

#: What stands between fields: blanks, commas, comments.
_BETWEEN = re.compile(r"(?:[\s,]++|%[^\n]*+)*+")
#: Where a field should be, the next block begins.
_NEXT_BLOCK = re.compile(r"@\s{0,9}[\w+.:-]{1,60}\s{0,9}[{(]")
_FIELD = re.compile(rf"({NAME})\s{{0,99}}=+")
_NO_EQUALS = re.compile(rf"({KNOWN})[ \t]{{0,9}}:?[ \t]{{0,9}}(?=[{{\"])", re.IGNORECASE)
_ONE_KEY = re.compile(r"\s*([^\s,{}()=\"#%@\\]+)\s*,")
#: The first field behind a key of any signs.
_FIRST_FIELD = re.compile(rf"(?:,|\s)\s{{0,99}}(?={WORD}\s{{0,9}}=)")
_LONGEST_KEY = 500
#: Braces in braces in braces; deeper ones are counted one by one.
_BRACED = re.compile(r"\{((?:[^{}]++|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})*+)\}")
_UNESCAPED = re.compile(r"\\.|[{}]", re.DOTALL)
_MARK = re.compile('[{}"]')
_BARE = re.compile(r"[^\s,{}#\"=()]+")
#: What stands behind the end of a value in quotes.
_BEHIND_QUOTES = re.compile(
    rf"\s*(?:#|,\s*(?:{NAME}\s{{0,99}}=|[}})%@,]|\Z)|[}})]|%|@|\Z|{WORD}\s{{0,99}}=)"
)
#: A field that begins a line, or that surely is one, within a value that does not end.
_FIELD_LINE = re.compile(
    rf"(?:,[ \t]{{0,99}}+)?\n\s{{0,99}}+(?={NAME}\s{{0,99}}=\s{{0,99}}[{{\"\w])"
    rf"|,\s{{0,99}}+(?=(?:{KNOWN})\s{{0,99}}=\s{{0,99}}[{{\"\d])",
    re.IGNORECASE,
)
#: Behind a brace too many, the entry goes on.
_GOES_ON = re.compile(
    rf"\s{{0,99}},\s{{0,99}}{WORD}\s{{0,99}}=|\s{{0,99}}(?:{KNOWN})\s{{0,99}}=\s{{0,99}}[{{\"\d]",
    re.IGNORECASE,
)
_STRAY_END = re.compile(
    rf"[,{{}}]|\n\s{{0,99}}+(?={NAME}\s{{0,99}}=|@\s{{0,9}}[\w+.:-]{{1,60}}\s{{0,9}}[{{(])"
)
#: Quotes that a value in quotes runs over: those of the next field.
_QUOTED_FIELD = re.compile(rf",[ \t]*\n\s{{0,99}}{NAME}\s{{0,99}}=\s{{0,99}}[{{\"]")


class BlockReader:
    """Reads the key and the fields of one block, up to `limit`; the key ends before `near`.

    A `careful` reading ends every value at a line that begins a field.
    """

    def __init__(
        self, text: str, block: Block, close: str, limit: int, near: int, *, careful: bool = False
    ) -> None:
        self._text = text
        self._block = block
        self._close = close
        self._limit = limit
        self._near = near
        self._careful = careful
        self._at = block.end
        self._braces: dict[int, int] | None = None
        self._by_lines = careful
        self._has_stray = False
        self.is_closed = False
        #: Whether a value had no end.
        self.is_torn = False

    def fault(self, at: int, what: str, hint: str) -> None:
        """Keep what is wrong."""
        self._block.faults.append(Fault(at, what, hint))

    def read(self) -> None:
        """Fill the block."""
        self._read_key()
        while self._read_field():
            pass
        self._block.end = self._at

    def _read_key(self) -> None:
        text, at, block = self._text, self._at, self._block
        if block.type.lower() == "string":
            return
        if found := _ONE_KEY.match(text, at, self._limit):
            block.key, self._at = found[1], found.end()
            # Where more than the key stands before the first field, all of it is the key.
            behind = _BETWEEN.match(text, self._at)
            named = (_FIELD, _NO_EQUALS)
            if behind and any(form.match(text, behind.end(), self._limit) for form in named):
                return
        blank = BLANK.match(text, at)
        start = blank.end() if blank else at
        if _FIELD.match(text, start, self._limit) and not block.key:
            if found := re.compile(rf"({KEY})[ \t]+(?={WORD}\s{{0,9}}=)").match(text, start):
                block.key, self._at = found[1], found.end()
                self.fault(start, "no comma behind the key", "write one")
            return
        end = min(self._near, at + _LONGEST_KEY)
        first = _FIRST_FIELD.search(text, start, end)
        if first is None:
            if not block.key:
                stop = re.compile("[,}]").search(text, start, end)
                block.key = text[start : stop.start() if stop else end].strip()
                self._at = start + len(block.key)
            return
        key = text[start : first.start()].strip().strip(",").strip()
        self._at = first.end()
        block.key = " ".join(key.split())
        if key and "," not in text[start : first.end()]:
            self.fault(start, "no comma behind the key", "write one")

    def _read_field(self) -> bool:
        """Read one field, and return whether there may be more."""
        text = self._text
        found = _BETWEEN.match(text, self._at, self._limit)
        at = self._at = found.end() if found else self._at
        if at >= self._limit or _NEXT_BLOCK.match(text, at, self._limit):
            return False
        if text[at] in "})":
            self._at = at + 1
            return self._goes_on()
        named = _FIELD.match(text, at, self._limit)
        if named is None and (named := _NO_EQUALS.match(text, at, self._limit)):
            self.fault(at, f'no "=" behind "{named[1]}"', "write one")
        if named is None:
            return self._pass_stray()
        parts = self._read_value(named.end())
        if parts:
            self._block.fields.append(Field(named[1], at, parts))
        return True

    def _goes_on(self) -> bool:
        """Whether the entry goes on behind the sign that closes it, which was one too many."""
        if _GOES_ON.match(self._text, self._at, self._limit):
            self.fault(self._at - 1, "a brace too many; read on behind it", "leave it out")
            return True
        self.is_closed = True
        return False

    def _pass_stray(self) -> bool:
        """Pass over what is no field, up to the next that may be one."""
        text, start = self._text, self._at
        stop = _STRAY_END.search(text, start + 1, self._limit)
        end = stop.start() if stop else self._limit
        if text[end : end + 1] == "{" and end < self._limit:
            end = max(self._closed(end), end + 1)
        self._at = end
        stray = " ".join(text[start : min(self._at, start + 60)].split())
        if not self._has_stray:
            self.fault(start, f"“{stray}” is no field; left out", "write name = {value},")
        self._has_stray = True
        return True

    def _read_value(self, at: int) -> list[Part]:
        """Return the parts of the value that begins at `at`, and go behind it and its comma."""
        text, limit = self._text, self._limit
        parts: list[Part] = []
        start = at
        while True:
            blank = BLANK.match(text, at, limit)
            at = blank.end() if blank else at
            if at >= limit or text[at] in (",", self._close):
                break
            if text[at] == "{":
                end = self._braces_end(at)
                if end < 0:
                    return self._unclosed(at, parts)
                parts.append(Part(text[at + 1 : end - 1]))
            elif text[at] == '"':
                end = self._quotes_end(at)
                if end < 0:
                    return self._unclosed(at, parts)
                parts.append(Part(text[at + 1 : end - 1]))
            elif word := _BARE.match(text, at, limit):
                end = word.end()
                parts.append(Part(word[0], bare=True))
            else:
                break
            blank = BLANK.match(text, end, limit)
            at = blank.end() if blank else end
            if text[at : at + 1] != "#":
                break
            at += 1
        self._at = at
        return self._behind(start, at, parts)

    def _behind(self, start: int, at: int, parts: list[Part]) -> list[Part]:
        """Look at what stands behind a value: a comma, the end, or what is missing one."""
        text, limit = self._text, self._limit
        if at >= limit or text[at] in (",", self._close, "%", "@"):
            self._at = at + (text[at : at + 1] == "," and at < limit)
            return parts
        if NEXT_FIELD.match(text, at, limit):
            self.fault(at, "no comma before this field", "write one behind the field before")
            return parts
        # More words: {The} Best {Paper}, or words without anything around them.
        while stop := _STRAY_END.search(text, at, limit):
            if text[stop.start()] != "{":
                break
            closed = self._closed(stop.start())
            if closed < 0:
                break
            at = closed
        end = stop.start() if stop else limit
        self._at = end + (text[end : end + 1] == "," and end < limit)
        value = text[start:end].strip()
        self.fault(start, f"“{value[:60]}” is in no braces; kept", "write name = {value},")
        return [Part(balanced(value))]

    def _braces_end(self, at: int) -> int:
        """Return where the braces at `at` are closed; -1 where they are not, or too late."""
        found = None if self._careful else _BRACED.match(self._text, at, self._limit)
        end = found.end() if found else self._closed(at)
        if end > 0 and self._careful and self._takes_a_field(at + 1, end):
            end = -1
        if end < 0 or (self._text[end - 2] == "\\" and not self._may_end(end)):
            return self._unescaped_end(at) or end
        return end

    def _may_end(self, at: int) -> bool:
        """Whether a value may end here, by what follows."""
        return bool(_BEHIND_QUOTES.match(self._text, at, self._limit))

    def _unescaped_end(self, at: int) -> int:
        r"""Return where the braces are closed if `\{` and `\}` do not count; 0 where nowhere.

        BibTeX counts them, and some programs do not. A value goes on to the next field at most.
        """
        line = _FIELD_LINE.search(self._text, at, self._limit)
        depth = 0
        for found in _UNESCAPED.finditer(self._text, at, line.end() if line else self._limit):
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            if not depth:
                return found.end() if self._may_end(found.end()) else 0
        return 0

    def _closed(self, at: int) -> int:
        """Return where the brace at `at` is closed, behind it; -1 if nowhere.

        After one that is not, all of the entry are paired at once.
        """
        if self._braces is None and not self._careful:
            end = closing(self._text, at + 1, self._limit)
            if end > 0:
                return end
        if self._braces is None:
            self._braces, opened = {}, []
            for found in BRACE.finditer(self._text, self._block.at, self._limit):
                if found[0] == "{":
                    opened.append(found.start())
                elif opened:
                    self._braces[opened.pop()] = found.end()
        return self._braces.get(at, -1)

    def _takes_a_field(self, at: int, end: int) -> bool:
        """Whether a value runs over the beginning of the next field."""
        return bool(_FIELD_LINE.search(self._text, at, end))

    def _quotes_end(self, at: int) -> int:
        """Return where the quotes at `at` end: where what follows may stand behind a value.

        After one that does not end, none goes beyond the next line that begins a field.
        """
        limit = self._limit
        if self._by_lines and (line := _FIELD_LINE.search(self._text, at, limit)):
            limit = line.end()
        for counted in (True, False):
            end = self._mark_end(at, limit, counted=counted)
            if end > 0 and not _QUOTED_FIELD.search(self._text, at, end):
                return end
        self._by_lines = True
        return -1

    def _mark_end(self, at: int, limit: int, *, counted: bool) -> int:
        depth = 0
        for mark in _MARK.finditer(self._text, at + 1, limit):
            if mark[0] == "{":
                depth += 1
            elif mark[0] == "}":
                depth = max(0, depth - 1)
            elif (not depth or not counted) and _BEHIND_QUOTES.match(
                self._text, mark.end(), self._limit
            ):
                return mark.end()
        return -1

    def _unclosed(self, at: int, parts: list[Part]) -> list[Part]:
        """Return a value that is not closed: up to the next field, or to the end of the entry."""
        text, limit = self._text, self._limit
        self.is_torn = True
        found = _FIELD_LINE.search(text, at, limit)
        end = found.start() if found else limit
        value = text[at + 1 : end].rstrip()
        if not found:
            # The last of the closing braces was the entry's.
            value = value.removesuffix(self._close).rstrip()
            self.is_closed = text[at:limit].rstrip().endswith(self._close)
        value = balanced(value.rstrip(", \n\t").removesuffix('"'))
        self._at = found.end() if found else limit
        self.fault(at, f"the value “{value[:60]}” is not closed", "write what is missing")
        return [*parts, Part(value)]
