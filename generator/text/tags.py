r"""Takes the markup of HTML, JATS and MathML out of text: `CO<sub>2</sub>` is CO₂.

Only tags of names that bibliographic data use count, and most of those only in pairs, so that
`List<Sheep>`, `<mask>` and `p<0.05` stay. A formula of MathML becomes TeX between `\(` and `\)`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from generator.text import entities, mathml
from generator.text.links import linked
from generator.text.mathematics import script
from generator.text.spans import code, outside

#: Tags that style words: both go, where there are both.
_INLINE = frozenset(
    """
    i b em strong u sub sup inf sc scp small big tt font span strike nobr code a italic bold
    underline monospace roman smallcaps small-caps named-content styled-content ext-link xref uri
    inline-formula tex alternatives article-title fixed-case
""".split()
)
#: Tags that part words, in pairs.
_BLOCKS = frozenset(
    """
    p div ul ol li dl dt dd h1 h2 h3 h4 h5 h6 title section-title sec abstract list list-item
    table tbody thead tr td th blockquote center para disp-formula html body
""".split()
)
#: Tags that stand alone; the second kind with attributes in quotes, since models call tokens so.
_ALONE = frozenset(("br", "hr", "wbr", "break"))
_ALONE_WITH_ATTRIBUTES = frozenset(("img", "graphic", "inline-graphic"))
#: Formulas; a script is one where its type says so.
_FORMULAS = frozenset(("math", "tex-math", "script"))
_HEADINGS = frozenset(("title", "section-title", "h1", "h2", "h3", "h4", "h5", "h6"))
#: What stands before a cell, a row or an item, or behind it.
_BEFORE = {"li": " • ", "list-item": " • "}
_AFTER = {"td": ", ", "th": ", ", "tr": "; "}
#: Headings that name the whole text, at its beginning.
_NAMES_OF_ABSTRACTS = frozenset("abstract summary résumé resumen resumo zusammenfassung".split())
#: Between two tags that are spoken of, not used: "the <b> and </b> tags".
_BETWEEN_MENTIONS = frozenset(("and", "or", ",", ", and", "/", "…", "...", "&", "to", "with"))
#: Signs that are read as well on the line.
_RAISED_ANYWAY = frozenset("®™℠©*†‡§¶#′″°")

#: Words that Crossref glues to a formula of MathML: of<mml:math>…, …</mml:math>decay.
_WORD_BEFORE = re.compile(r"(?<![^\s(])[A-Za-z]{0,20}[a-z]{2}\Z")
_WORD_BEHIND = re.compile("[A-Za-z]{3}")
#: A formula of scripts alone stands at the word before it.
_SCRIPT_ALONE = (r"\(_", r"\(^", r"\({}", r"\({{}}")

#: Namespaces of markup languages: any name behind one of these is a tag.
_PREFIX = r"jats|mml|m|html|xhtml|ce|sb|ali|oasis|ns\d{1,2}|tei|svg"
_ATTRIBUTES = r"((?:\s+[\w:.-]{1,40}(?:\s?=\s?(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+))?)*)"
_TAG = re.compile(
    rf"<(/?)(?:({_PREFIX}):)?([A-Za-z][A-Za-z0-9-]{{0,24}}){_ATTRIBUTES}\s?(/?)>"
    r"|<!--|<!\[CDATA\[|<\?xml[^<>]*>|<!DOCTYPE[^<>]*>",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:^|[\s:])href\s?=\s?(?:\"([^\"]*)\"|'([^']*)'|(\S+))", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"\salt\s?=\s?(?:\"([^\"]{1,40})\"|'([^']{1,40})')", re.IGNORECASE)
_DOCUMENT = re.compile(r"\\begin\s*\{document\}|\\end\s*\{document\}")
_CLOSES = {"<!--": "-->", "<![CDATA[": "]]>"}

#: Escaped this many times over; more has not been seen.
_MAX_TIMES = 4
#: Anchors, headings, raised and lowered signs in each other; deeper ones are only words.
_MAX_DEPTH = 8


@dataclass
class _Tag:
    """A tag at its place. `partner` is the number of the tag that closes or opens it, or -1."""

    begin: int
    end: int
    name: str
    closes: bool
    attributes: str
    counts: bool
    partner: int = -1


@dataclass
class _Frame:
    """What stands in an element so far, up to the tag of the number `last`.

    `first` says whether the text begins with it.
    """

    name: str
    attributes: str
    last: int
    first: bool
    parts: list[str] = field(default_factory=list)


def read_markup(text: str) -> str:
    """Return what `text` says without tags and with its character references decoded.

    Both may be escaped, more than once: `&amp;lt;i&amp;gt;` is a tag.
    """
    return _READ(text) if "<" in text or "&" in text else text


def _read(text: str) -> str:
    for _ in range(_MAX_TIMES):
        before = text
        text = entities.decode(drop_tags(text))
        if text == before:
            break
    return text


def drop_tags(text: str) -> str:
    """Return `text` without tags and comments; signs, formulas and addresses in them are said."""
    if "<" not in text:
        return text
    text = _without_comments(text)
    tags = _tags(text)
    return _Writer(text, tags).all() if any(tag.counts for tag in tags) else text


def _without_comments(text: str) -> str:
    """Drop comments and declarations of XML; keep what CDATA holds."""
    out: list[str] = []
    done = 0
    missing: set[str] = set()
    for found in _TAG.finditer(text):
        sign = found[0][:9].upper() if found[0][:3].upper() == "<![" else found[0]
        if found.start() < done or found[3] or sign in missing:
            continue
        closing = _CLOSES.get(sign)
        end = text.find(closing, found.end()) if closing else found.end()
        if end < 0:
            missing.add(sign)
            continue
        inside = text[found.end() : end]
        if sign == "<!--" and inside.strip() in _BETWEEN_MENTIONS:
            continue
        out.append(text[done : found.start()])
        if sign != "<!--":
            out.append(inside)
        done = end + len(closing or "")
    return "".join((*out, text[done:]))


def _tags(text: str) -> list[_Tag]:
    """Return every tag of a known name, those that count marked and paired."""
    tags: list[_Tag] = []
    unclosed: dict[str, list[int]] = defaultdict(list)
    for found in _TAG.finditer(text):
        slash, prefix, name, attributes, empty = found.group(1, 2, 3, 4, 5)
        if not name:
            continue
        name = name.lower()
        prefixed = bool(prefix) and name != "script"
        closes, known = bool(slash), prefixed or name in _INLINE or name in _BLOCKS
        counts = prefixed or _stands_alone(name, attributes, empty, closes)
        counts = counts or (bool(empty) and known) or _is_paragraph(name, text, found)
        if not (counts or known or name in _FORMULAS):
            continue
        tag = _Tag(found.start(), found.end(), name, closes, attributes, counts)
        if closes and unclosed[name]:
            tag.partner = unclosed[name].pop()
            opening = tags[tag.partner]
            opening.partner = len(tags)
            between = text[opening.end : tag.begin].strip()
            is_script = name == "script" and "math/tex" not in opening.attributes
            if between not in _BETWEEN_MENTIONS and not is_script:
                opening.counts = tag.counts = True
        elif not closes and not empty:
            unclosed[name].append(len(tags))
        tags.append(tag)
    return tags


def _stands_alone(name: str, attributes: str, empty: str, closes: bool) -> bool:
    if name in _ALONE:
        return not (name == "break" and not empty)
    return name in _ALONE_WITH_ATTRIBUTES and not closes and '"' in attributes


def _is_paragraph(name: str, text: str, found: re.Match[str]) -> bool:
    """Whether a `<p>` that nothing closes stands between two sentences."""
    before = text[max(0, found.start() - 2) : found.start()].strip()
    return name == "p" and before[-1:] in (".", "!", "?") and not found[5]


class _Writer:
    """Writes a text without its tags, from left to right."""

    def __init__(self, text: str, tags: list[_Tag]) -> None:
        self._text = text
        self._tags = tags
        self._frames = [_Frame("", "", -1, first=True)]
        self._begun = False
        end = len(text)
        for tag in reversed(tags):
            if text[tag.end : end].strip():
                break
            end = tag.begin
        self._last_word = end

    def all(self) -> str:
        """Return the whole text."""
        done = number = 0
        while number < len(self._tags):
            tag = self._tags[number]
            if tag.counts:
                self._write(self._text[done : tag.begin])
                number = self._tag(tag, number)
                done = self._tags[number].end
            number += 1
        self._write(self._text[done:])
        while len(self._frames) > 1:  # crossed tags
            frame = self._frames.pop()
            self._frames[-1].parts += frame.parts
        return "".join(self._frames[0].parts).strip().removesuffix(";").rstrip()

    def _write(self, text: str) -> None:
        if text:
            self._frames[-1].parts.append(text)
            self._begun = self._begun or not text.isspace()

    def _tag(self, tag: _Tag, number: int) -> int:
        """Write what stands for a tag; return the number of the last tag that it took."""
        if tag.name in _FORMULAS:
            return self._whole(tag, number)
        if tag.closes:
            self._close(tag, number)
        elif tag.partner > 0 and self._needs_frame(tag):
            self._frames.append(_Frame(tag.name, tag.attributes, tag.partner, not self._begun))
        else:
            self._write(_said_of_opening(tag))
        return number

    def _whole(self, tag: _Tag, number: int) -> int:
        """Write a formula at once."""
        if tag.partner <= number:
            return number
        closing = self._tags[tag.partner]
        said = _formula(tag.name, self._text[tag.end : closing.begin])
        if said and _WORD_BEFORE.search(self._text, max(0, tag.begin - 30), tag.begin):
            said = said if said.startswith(_SCRIPT_ALONE) else f" {said}"
        if said and _WORD_BEHIND.match(self._text, closing.end):
            said += " "
        self._write(said)
        frame = self._frames[-1]
        # The other alternatives say the same again.
        return max(frame.last - 1, tag.partner) if frame.name == "alternatives" else tag.partner

    def _needs_frame(self, tag: _Tag) -> bool:
        return len(self._frames) <= _MAX_DEPTH and (
            tag.name in _HEADINGS
            or tag.name in ("sub", "inf", "sup", "a", "ext-link", "uri", "alternatives")
        )

    def _close(self, tag: _Tag, number: int) -> None:
        frame = self._frames[-1]
        if frame.last == number:
            self._frames.pop()
            self._write(self._said(frame, tag.end))
        elif tag.name in _AFTER:
            self._strip(", ")
            self._write(_AFTER[tag.name])
        elif tag.name in _BLOCKS:
            self._write(" ")
        if tag.name in _INLINE and self._text[tag.end : tag.end + 1] in tuple(",.;:)]!?"):
            self._strip(" ")

    def _strip(self, signs: str) -> None:
        parts = self._frames[-1].parts
        if parts:
            parts[-1] = parts[-1].rstrip(signs)

    def _said(self, frame: _Frame, end: int) -> str:
        """Return what an element says whose closing tag ends at `end`."""
        following = self._text[end : end + 1]
        inside = "".join(frame.parts)
        if frame.name in ("sub", "inf", "sup"):
            return self._small(frame.name, inside.strip(), following)
        if frame.name in _HEADINGS:
            return self._heading(inside.strip(), frame.first, more=end < self._last_word)
        found = _ADDRESS.search(frame.attributes)
        address = entities.decode(found[1] or found[2] or found[3] or "") if found else ""
        if address.lower().startswith(("http://", "https://")) and inside.strip():
            return linked(address, inside)
        return inside

    def _small(self, name: str, inside: str, following: str) -> str:
        """Say a raised or lowered sign; a space before it is of the layout, not before ¹³C."""
        inside = entities.decode_all(inside)
        if name != "sup" or not following.isalnum():
            self._strip(" ")
        if name == "sup" and inside in _RAISED_ANYWAY:
            return inside
        return script("^" if name == "sup" else "_", inside)

    def _heading(self, inside: str, first: bool, more: bool) -> str:
        """Return a heading before `more` text; that of a whole abstract goes."""
        if first and inside.lower().rstrip(".:") in _NAMES_OF_ABSTRACTS:
            return " "
        return f" {inside}: " if inside[-1:].isalnum() and more else f" {inside} "


def _said_of_opening(tag: _Tag) -> str:
    if tag.name in _ALONE_WITH_ATTRIBUTES:
        found = _ALTERNATIVE.search(tag.attributes)
        return (found[1] or found[2]) if found else ""
    if tag.name in _BEFORE:
        return _BEFORE[tag.name]
    return " " if tag.name in _BLOCKS or (tag.name in _ALONE and tag.name != "wbr") else ""


def _formula(name: str, inside: str) -> str:
    if len(inside) > mathml.MAX_LENGTH:
        return " "
    if name == "math":
        said = mathml.tex(inside)
    else:
        parts = _DOCUMENT.split(entities.decode(inside))
        said = parts[1] if len(parts) > 2 else parts[0]
        said = said.strip().strip("$").removeprefix("\\(").removesuffix("\\)")
    return f"\\({said}\\)" if said.strip() else ""


_READ = outside(_read, code)
