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
from dataclasses import dataclass, field

#: The entry types of BibTeX, biblatex and programs that write them; others are read, too.
TYPES = (
    "article|artwork|audio|bibnote|book|bookinbook|booklet|collection|commentary|conference"
    "|data|dataset|electronic|image|inbook|incollection|inproceedings|inreference|jurisdiction"
    "|legislation|letter|manual|mastersthesis|misc|movie|music|mvbook|mvcollection|mvproceedings"
    "|mvreference|newspaper|online|patent|performance|periodical|phdthesis|presentation"
    "|proceedings|reference|report|review|set|software|standard|suppbook|suppcollection"
    "|suppperiodical|techreport|thesis|unpublished|video|webpage|www|xdata"
)
#: Fields that surely are some, where the signs around them are lost.
_KNOWN = (
    "abstract|address|annote|archiveprefix|author|booktitle|chapter|crossref|date|doi|edition"
    "|editor|eprint|eprinttype|howpublished|institution|isbn|issn|issue|journal|journaltitle"
    "|keywords|language|location|month|note|number|organization|pages|primaryclass|publisher"
    "|school|series|subtitle|title|type|url|urldate|volume|year"
)
_WORD = r"[^\W\d][\w+:./*&-]{0,60}+"
#: Web of Science has blanks in some: "Early Access Date".
_NAME = rf"{_WORD}(?:[ ]{_WORD}){{0,3}}"
_KEY = r"[^\s,{}()=\"@#%]{1,200}+"
#: `@type{`, also with blanks, and the list of types that Semantic Scholar writes; the brace may be
#: missing where a key and a field follow.
_START = re.compile(
    r"@\s{0,9}(?:([^\W\d_][\w+.:-]{0,60}|\[[^\]{}@\n]{0,200}\])\s{0,9}([{(])"
    rf"|({TYPES})[ \t]{{1,9}}(?={_KEY}[ \t]{{0,9}},\s{{0,99}}{_WORD}\s{{0,9}}=))",
    re.IGNORECASE,
)
#: What surely begins a block, even within a value.
_SURE = re.compile(
    r"@\s{0,9}(?:"
    rf"(?:[^\W\d_][\w+.:-]{{0,60}}|\[[^\]{{}}@\n]{{0,200}}\])\s{{0,9}}[{{(]\s{{0,99}}"
    rf"(?:{_KEY}(?:\s{{0,99}}+,|\s)\s{{0,99}}+{_WORD}\s{{0,9}}=|,?\s{{0,99}}+(?:{_KNOWN})\s{{0,9}}=)"
    rf"|(?:{TYPES})(?:\s{{0,9}}[{{(]\s{{0,99}}{_KEY}\s{{0,99}},"
    rf"|[ \t]{{1,9}}{_KEY}[ \t]{{0,9}},\s{{0,99}}{_WORD}\s{{0,9}}=)"
    r"|(?:comment|preamble|string)\s{0,9}[{(])",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\s*")
#: What stands between fields: blanks, commas, comments.
_BETWEEN = re.compile(r"(?:[\s,]++|%[^\n]*+)*+")
_FIELD = re.compile(rf"({_NAME})\s{{0,99}}=+")
_NO_EQUALS = re.compile(rf"({_KNOWN})[ \t]{{0,9}}:?[ \t]{{0,9}}(?=[{{\"])", re.IGNORECASE)
_NEXT_FIELD = re.compile(rf"{_NAME}\s{{0,99}}=")
_ONE_KEY = re.compile(r"\s*([^\s,{}()=\"#%@\\]+)\s*,")
#: The first field behind a key of any signs.
_FIRST_FIELD = re.compile(rf"(?:,|\s)\s{{0,99}}(?={_WORD}\s{{0,9}}=)")
_LONGEST_KEY = 500
#: Braces in braces in braces; deeper ones are counted one by one.
_BRACED = re.compile(r"\{((?:[^{}]++|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})*+)\}")
_BRACE = re.compile("[{}]")
_UNESCAPED = re.compile(r"\\.|[{}]", re.DOTALL)
_MARK = re.compile('[{}"]')
_BARE = re.compile(r"[^\s,{}#\"=()]+")
#: What stands behind the end of a value in quotes.
_BEHIND_QUOTES = re.compile(
    rf"\s*(?:#|,\s*(?:{_NAME}\s{{0,99}}=|[}})%@,]|\Z)|[}})]|%|@|\Z|{_WORD}\s{{0,99}}=)"
)
#: A field that begins a line, or that surely is one, within a value that does not end.
_FIELD_LINE = re.compile(
    rf"(?:,[ \t]{{0,99}}+)?\n\s{{0,99}}+(?={_NAME}\s{{0,99}}=\s{{0,99}}[{{\"\w])"
    rf"|,\s{{0,99}}+(?=(?:{_KNOWN})\s{{0,99}}=\s{{0,99}}[{{\"\d])",
    re.IGNORECASE,
)
#: Behind a brace too many, the entry goes on.
_GOES_ON = re.compile(
    rf"\s{{0,99}},\s{{0,99}}{_WORD}\s{{0,99}}=|\s{{0,99}}(?:{_KNOWN})\s{{0,99}}=\s{{0,99}}[{{\"\d]",
    re.IGNORECASE,
)
_STRAY_END = re.compile(rf"[,{{}}]|\n\s{{0,99}}+(?={_NAME}\s{{0,99}}=)")


#: So often the end of a comment that holds entries is looked for in vain, in all the rest.
MAX_TRIES = 10


@dataclass(slots=True)
class Part:
    """A part of a value: a text in braces or quotes, or a bare word, which may be a macro."""

    text: str
    bare: bool = False


@dataclass(slots=True)
class Field:
    """A field as it is written; `at` is where it begins, in characters."""

    name: str
    at: int
    parts: list[Part]


@dataclass(slots=True)
class Fault:
    """What was wrong in a block and was mended: where, what, and what to do."""

    at: int
    what: str
    hint: str


@dataclass(slots=True)
class Block:
    """An entry, or what BibTeX writes like one: @string, @preamble, @comment.

    `type` is as written, `end` where the next one may begin.
    """

    type: str
    at: int
    end: int
    key: str = ""
    fields: list[Field] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


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
            if not last or last in '}),"' or last.isdigit() or behind_comment:
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
        behind = _BLANK.match(self._text, end)
        return not (behind and _NEXT_FIELD.match(self._text, behind.end()))

    def block(self, found: re.Match[str]) -> Block | None:
        """Return the block that begins here, or None where none does after all."""
        kind = found[1] or found[3]
        close = ")" if found[2] == "(" else "}"
        block = Block(kind, found.start(), found.end())
        if kind.lower() in ("comment", "preamble"):
            self._pass_over(block, close)
            return block
        entry = _Entry(self, block, close, limit=self._limit(found.end()))
        entry.read()
        if not entry.is_closed:
            # Some value took fields with it: those that begin a line begin here, too.
            again = Block(kind, found.start(), found.end())
            entry = _Entry(self, again, close, limit=self._near_limit(found.end()), careful=True)
            entry.read()
            block = again
            if not block.faults:
                entry.fault(block.at, "does not end", "write the missing brace")
                if block.fields:
                    last = block.fields[-1].parts[-1]
                    last.text = last.text.rstrip(", \n\t")
        known = re.fullmatch(f"{TYPES}|string", kind, re.IGNORECASE)
        return block if block.fields or known or kind.startswith("[") else None

    def _limit(self, at: int) -> int:
        return self._near_limit(at) if at < self._doubted else _next(self._surest, at, self._text)

    def _near_limit(self, at: int) -> int:
        limit = _next(self._surest, at, self._text)
        self._doubted = max(self._doubted, limit)
        return min(limit, _next(self._sure, at, self._text))

    def _pass_over(self, block: Block, close: str) -> None:
        """Set the end of a block that holds nothing for us."""
        start = block.end
        limit = self._limit(start)
        blank = _BLANK.match(self._text, start)
        if blank and _SURE.match(self._text, blank.end()):
            end = closing(self._text, start, len(self._text), close) if self._tries else -1
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


def closing(text: str, at: int, limit: int, close: str = "}") -> int:
    """Return where what is open at `at` is closed, behind its closing sign; -1 if nowhere."""
    depth = 1
    for found in re.compile("[{}]" if close == "}" else "[{}()]").finditer(text, at, limit):
        depth += 1 if found[0] in "{(" else -1
        if not depth:
            return found.end()
    return -1


def balanced(text: str) -> str:
    """Return a text without braces that have no counterpart."""
    opened: list[int] = []
    odd: set[int] = set()
    for found in _BRACE.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            odd.add(found.start())
    odd.update(opened)
    return "".join(c for i, c in enumerate(text) if i not in odd) if odd else text


class _Entry:
    """Reads the key and the fields of one block, up to `limit`.

    A `careful` reading ends every value at a line that begins a field.
    """

    def __init__(
        self, splitter: _Splitter, block: Block, close: str, limit: int, *, careful: bool = False
    ) -> None:
        self._text = splitter._text
        self._block = block
        self._close = close
        self._limit = limit
        self._careful = careful
        self._at = block.end
        self._braces: dict[int, int] | None = None
        self._by_lines = careful
        self._has_stray = False
        self.is_closed = False

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
        blank = _BLANK.match(text, at)
        start = blank.end() if blank else at
        if _FIELD.match(text, start, self._limit) and not block.key:
            if found := re.compile(rf"({_KEY})[ \t]+(?={_WORD}\s{{0,9}}=)").match(text, start):
                block.key, self._at = found[1], found.end()
                self.fault(start, "no comma behind the key", "write one")
            return
        end = min(self._limit, at + _LONGEST_KEY)
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
        if at >= self._limit:
            return False
        sign = text[at]
        if sign == self._close or sign in "})":
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
            blank = _BLANK.match(text, at, limit)
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
            blank = _BLANK.match(text, end, limit)
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
        if _NEXT_FIELD.match(text, at, limit):
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
            for found in _BRACE.finditer(self._text, self._block.at, self._limit):
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


#: Quotes that a value in quotes runs over: those of the next field.
_QUOTED_FIELD = re.compile(rf",[ \t]*\n\s{{0,99}}{_NAME}\s{{0,99}}=\s{{0,99}}[{{\"]")
