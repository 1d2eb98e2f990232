"""A line in which a person names a paper: by addresses and identifiers, maybe with its title.

`2101.00001`, `- https://arxiv.org/abs/2101.00001 Counting Sheep`, `10.1234/abc  # to read`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.sources.tagged.lines import lines_of
from generator.values.date import YEARS
from generator.values.identifier import KINDS, Identifier, identifiers_in

#: A line that names a paper is no longer, in characters.
_LONGEST = 700
#: What stands before a line of a list: a point, a number, a box to tick, a quote of mail.
_MARK = re.compile(r"\s{0,20}(?:(?:[-*+•·–>]|\(?\d{1,4}[.)]|\[(?:\d{1,4}|[ xX])\])\s{1,9}){0,3}")
_COMMENT = re.compile(r"\s{0,20}(?:#|//|%|;)")
#: A comment behind an address; `#` begins one only behind a blank.
_COMMENT_BEHIND = re.compile(r"\s#.*")
#: What may stand around one word of a line.
_AROUND = "()[]{}<>\"'“”‘’`,;|*"
_ENDS = _AROUND + ".:!?"
#: What says that an identifier follows.
_LABEL = re.compile(
    r"(?:doi|arxiv|url|link|links|paper|pdf|id|acl|openreview|abs|html|code|see|at|via|source)"
    r"(?:[:.=]|$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s/]", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"[\s,(\[]{1,3}(\d{4})[)\].]?$")
#: A whole reference: who wrote it and when is in it, so that it is no title.
_REFERENCE = re.compile(
    r"\bet al\b|\(\d{4}[a-z]?\)|\b[A-Z]\.(?: ?[A-Z]\.)* ?[,&]|\bpp?\. ?\d", re.I
)
_FEWEST_WORDS, _MOST_WORDS = 2, 30
#: Separators between a title and an address.
_BETWEEN = " \t,;:|–—-.=>→"


@dataclass(frozen=True)
class NamingLine:
    """What a line says: identifiers, addresses, and the words beside them."""

    number: int
    words: str
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def names(self) -> bool:
        """Whether it names a paper by an identifier or an address."""
        return bool(self.identifiers or self.addresses)

    @cached_property
    def title_and_year(self) -> tuple[str, int]:
        """The title that stands beside, and the year behind it; empty and 0 where none does."""
        return _title(self.words)


def naming_lines(text: str) -> Iterator[NamingLine]:
    """Yield what each line says that is neither blank nor a comment."""
    for number, line in lines_of(text):
        if line.strip() and not _COMMENT.match(line):
            yield _read(line[: _LONGEST + 1], number)


def _read(line: str, number: int) -> NamingLine:
    if len(line) > _LONGEST:
        return NamingLine(number, line)
    line = _COMMENT_BEHIND.sub("", line[_mark_end(line) :])
    identifiers: list[Identifier] = []
    addresses: list[str] = []
    words: list[str] = []
    # "Title,https://example.org" and "10.1234/abc;10.1234/def" have no blank.
    for word in re.sub(r"([,;|])(?=https?://|10\.\d{4})", r"\1 ", line).split():
        bare = word.strip(_AROUND).rstrip(_ENDS if "(" not in word else ".,;:")
        if _ADDRESS.match(bare):
            addresses.append(bare)
        elif held := _identifiers(bare):
            identifiers += held
        else:
            words.append(word)
    while words and (len(words[0].strip(_ENDS)) == 0 or _LABEL.fullmatch(words[0].strip(_AROUND))):
        words.pop(0)
    while words and (
        len(words[-1].strip(_ENDS)) == 0 or _LABEL.fullmatch(words[-1].strip(_AROUND))
    ):
        words.pop()
    return NamingLine(number, " ".join(words), tuple(identifiers), tuple(addresses))


def _mark_end(line: str) -> int:
    """Return where a line begins behind the marks of a list."""
    mark = _MARK.match(line)
    return mark.end() if mark else 0


def _identifiers(word: str) -> tuple[Identifier, ...]:
    acl = KINDS["acl"].normal(word) if "-" in word and word[:1].isalpha() else None
    return (Identifier("acl", acl),) if acl else identifiers_in(word)


def _title(words: str) -> tuple[str, int]:
    """Return the title that stands beside an address, and the year behind it; empty if none does.

    A word or two in small letters are a remark: "to read". So is a whole reference, which nobody
    can part surely.
    """
    title = words.strip(_BETWEEN)
    year = 0
    if (found := _YEAR_BEHIND.search(title)) and int(found[1]) in YEARS:
        title, year = title[: found.start()].rstrip(_BETWEEN), int(found[1])
    quoted_whole = title[:1] in "\"“'‘«" and title[-1:] in "\"”'’»"
    if quoted_whole:
        title = title[1:-1].strip(_BETWEEN)
    several = [word for word in title.split() if any(map(str.isalpha, word))]
    begins = next((char for char in title if char.isalnum()), "")
    few = len(several) < _FEWEST_WORDS and len(title) < 8
    remark = begins.islower() and not quoted_whole
    if few or remark or len(several) > _MOST_WORDS or _REFERENCE.search(title):
        return "", 0
    return ("", 0) if len(several) < _FEWEST_WORDS and title.isascii() else (title, year)
