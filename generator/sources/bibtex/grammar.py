"""What blocks of BibTeX are made of, and the signs that tell one from another.

Every repetition is bounded, or cannot be read in two ways, so that no text takes long.
"""

from __future__ import annotations

import re
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
KNOWN = (
    "abstract|address|annote|archiveprefix|author|booktitle|chapter|crossref|date|doi|edition"
    "|editor|eprint|eprinttype|howpublished|institution|isbn|issn|issue|journal|journaltitle"
    "|keywords|language|location|month|note|number|organization|pages|primaryclass|publisher"
    "|school|series|subtitle|title|type|url|urldate|volume|year"
)
WORD = r"[^\W\d][\w+:./*&-]{0,60}+"
#: Web of Science has blanks in some: "Early Access Date".
NAME = rf"{WORD}(?:[ ]{WORD}){{0,3}}"
KEY = r"[^\s,{}()=\"@#%]{1,200}+"
BLANK = re.compile(r"\s*")
NEXT_FIELD = re.compile(rf"{NAME}\s{{0,99}}=")
BRACE = re.compile("[{}]")


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
    for found in BRACE.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            odd.add(found.start())
    odd.update(opened)
    return "".join(c for i, c in enumerate(text) if i not in odd) if odd else text
