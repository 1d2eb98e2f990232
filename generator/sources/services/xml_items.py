"""The items of a file in XML, one by one, each with its line.

Each item is cut out and parsed by itself, with the parser of the standard library: no declaration
of a document type ever reaches it, so that nothing outside is asked for and no entity grows; names
need no namespace; a broken item costs only itself; and files that were joined are no fault. Named
entities are those of HTML, which DBLP's `dblp.dtd` has, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.entities import name2codepoint
from itertools import chain, pairwise
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat
from xml.sax.saxutils import escape

#: Elements of a bibliography are nested ten deep at most, formulas in titles twice that.
MAX_DEPTH = 60
#: No item is longer; one with thousands of authors has a million characters.
MAX_LENGTH = 20_000_000
#: So much of a file tells what it is.
BEGINNING = 20_000

_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*([\[>])", re.IGNORECASE)
_END_OF_SUBSET = re.compile(r"\]\s*>")
_LINE_END = re.compile(r"\r\n?|\n")
_PREFIX = r"(?:[\w.-]{1,40}:)?"
_START = re.compile(rf"<{_PREFIX}([A-Za-z_][\w.-]*)(?=[\s/>])")
#: What XML 1.0 does not allow: https://www.w3.org/TR/xml/#charsets
_NO_CHARACTER = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AMPERSAND = re.compile(
    r"&(?:#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}));|([A-Za-z][A-Za-z0-9]{0,31});)?"
)
_NO_TAG = re.compile(r"<(?![A-Za-z_/!?])")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_CDATA = "<![CDATA["


@dataclass(frozen=True, slots=True)
class XmlItem:
    """An item, its line (from 1), the elements around it, or what is wrong and where."""

    line: int
    element: Element | None = None
    around: Mapping[str, Element] = field(default_factory=dict)
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an element, and how many of its lines are before that."""

    lines: int
    what: str


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag at its place: "start", "end", or "empty" for `<name/>`."""

    kind: str
    name: str
    begin: int
    end: int


def items(text: str, names: frozenset[str], around: Sequence[str] = ()) -> Iterator[XmlItem]:
    """Yield the elements of the given names, with the last element of each name in `around`.

    One that is not closed before the next begins is a fault, and so is one that cannot be parsed.
    An element around items that holds some has its attributes alone.
    """
    line, counted = 1, 0
    outside: dict[str, Element] = {}
    nothing = _Tag("start", "", len(text), len(text))
    taken = 0
    for tag, following in pairwise(chain(_tags(text, names, around), [nothing])):
        line += line_ends(text, counted, tag.begin)
        counted = tag.begin
        is_whole = tag.kind == "empty" or (
            tag.kind == "start" and following.kind == "end" and following.name == tag.name
        )
        if tag.begin < taken:
            continue  # the end of an element that was taken whole
        if is_whole:
            taken = tag.end if tag.kind == "empty" else following.end
        if tag.name in around:
            _forget(outside, around, tag.name)
            if tag.kind != "end":
                end = following.end if is_whole and tag.kind == "start" else tag.end
                whole = text[tag.begin : end]
                if tag.kind == "start" and not is_whole:
                    whole = f"{whole[:-1]}/>"
                element = parse(whole)
                if not isinstance(element, Fault):
                    outside[tag.name] = element
        elif tag.kind == "empty":
            yield _item(text[tag.begin : tag.end], line, outside)
        elif is_whole:
            yield _item(text[tag.begin : following.end], line, outside)
        elif tag.kind == "start":
            yield XmlItem(line, fault=f"<{tag.name}> is not closed")


def _forget(outside: dict[str, Element], around: Sequence[str], name: str) -> None:
    for inner in around[around.index(name) :]:
        outside.pop(inner, None)


def _item(fragment: str, line: int, outside: Mapping[str, Element]) -> XmlItem:
    element = parse(fragment)
    if isinstance(element, Fault):
        return XmlItem(line + element.lines, fault=f"not XML: {element.what}")
    return XmlItem(line, element, dict(outside))


def line_ends(text: str, begin: int, end: int) -> int:
    """Return how many lines end between two places of a text, as editors count them."""
    newlines = text.count("\n", begin, end)
    if "\r" not in text[begin:end]:
        return newlines
    return sum(1 for _ in _LINE_END.finditer(text, begin, end))


def _tags(text: str, names: frozenset[str], around: Sequence[str]) -> Iterator[_Tag]:
    """Yield the tags of the given names outside of comments, CDATA and the document's type."""
    wanted = "|".join(sorted(map(re.escape, names | set(around)), key=len, reverse=True))
    pattern = re.compile(
        rf"<(?:(/?)({_PREFIX})({wanted})(?=[\s/>])[^<>]*>|(!--|!\[CDATA\[|!DOCTYPE))"
    )
    closes = {"!--": "-->", "![CDATA[": "]]>", "!DOCTYPE": ">"}
    at, within = 0, None
    while found := pattern.search(text, at):
        at = found.end()
        if found[3]:
            empty = text[found.end() - 2] == "/"
            kind = "end" if found[1] else "empty" if empty else "start"
            # Another namespace inside an item is another language: a <marc:record> in a <record>.
            if within is None or within == found[2]:
                within = found[2] if kind == "start" and found[3] in names else None
                yield _Tag(kind, found[3], found.start(), found.end())
            continue
        opening = found[4]
        if opening not in closes:
            continue
        end = (
            _after_doctype(text, found.start())
            if opening == "!DOCTYPE"
            else text.find(closes[opening], at) + 3
        )
        if end > at:
            at = end
        else:
            # Nothing closes it any more: it is taken for text, and not looked for again.
            del closes[opening]


def _after_doctype(text: str, at: int) -> int:
    """Return where the declaration of the document's type ends that begins at `at`; else `at`."""
    found = _DOCTYPE.match(text, at)
    if not found or found[1] == ">":
        return found.end() if found else at
    end = _END_OF_SUBSET.search(text, found.end())
    return end.end() if end else at


def beginning(text: str) -> list[str]:
    """Return the names of the first elements of a file, without namespaces; empty for no XML."""
    head = text[:BEGINNING].lstrip("\ufeff \t\r\n")
    if not head.startswith("<"):
        return []
    at = 0
    for _ in range(20):  # declarations, comments and instructions before the first element
        if head.startswith("<!--", at):
            end = head.find("-->", at) + 3
        elif head.startswith("<?", at):
            end = head.find("?>", at) + 2
        elif head[at : at + 9].upper() == "<!DOCTYPE":
            end = _after_doctype(head, at)
        else:
            break
        if end <= at:
            return []
        at = end + len(head[end:]) - len(head[end:].lstrip())
    first = _START.match(head, at)
    return [found[1] for found in _START.finditer(head, at)][:10] if first else []


def declares_entities(text: str) -> bool:
    """Whether the declaration of the document's type has entities of its own."""
    found = _DOCTYPE.search(text[:BEGINNING])
    if not found or found[1] == ">":
        return False
    return "<!ENTITY" in text[found.end() : _after_doctype(text, found.start())]


def parse(fragment: str) -> Element | Fault:
    """Return the element that a text is, or what is wrong with it.

    A lone `&` or `<` is read as the sign that is meant, and characters that XML has not are left
    out. An entity that neither XML nor HTML knows stays as it is written.
    """
    if len(fragment) > MAX_LENGTH:
        return Fault(0, f"over {MAX_LENGTH / 1e6:.0f} million characters")
    builder, depth = TreeBuilder(), 0
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise _TooDeepError
        builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(name))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(_mended(fragment).encode(), True)
        return builder.close()
    except _TooDeepError:
        return Fault(0, "nested too deep")
    except expat.ExpatError as error:
        reason = expat.errors.messages.get(error.code, "broken")
        return Fault(max(error.lineno - 1, 0), reason)


class _TooDeepError(Exception):
    """An element is nested deeper than any of a bibliography."""


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _mended(fragment: str) -> str:
    """Return a fragment in which entities are signs, and lone signs of markup are escaped."""
    first, *sections = _NO_CHARACTER.sub("", fragment).split(_CDATA)
    parts = [_signs(first)]
    for section in sections:
        inside, closed, behind = section.partition("]]>")
        parts += [escape(inside), _signs(behind)] if closed else [escape(_CDATA), _signs(section)]
    return "".join(parts)


def _signs(markup: str) -> str:
    if "&" in markup:
        markup = _AMPERSAND.sub(_sign, markup)
    return _NO_TAG.sub("&lt;", markup)


def _sign(found: re.Match[str]) -> str:
    digits, hexadecimal, name = found.groups()
    if name in _OF_XML:
        return found[0]
    code = (
        int(digits)
        if digits
        else int(hexadecimal, 16)
        if hexadecimal
        else name2codepoint.get(name, 0)
    )
    if code and code <= 0x10FFFF:
        return escape(_NO_CHARACTER.sub("", chr(code)))
    return "" if digits or hexadecimal else f"&amp;{found[0][1:]}"
