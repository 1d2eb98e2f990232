"""Who and where in the running text of an item of a Markdown list, around its title or with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.markdown.found import LEAST_WORDS, Found, take_venue
from generator.sources.markdown.labels import bare, closed, published
from generator.sources.markdown.people import people_in
from generator.sources.markdown.spans import BREAK, Span, text_of
from generator.values.text import Text
from generator.values.venue import Venue

#: "(CVPR 2020)", "[2020]", `ICLR`: what brackets set apart.
BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]")
_LAST_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\W{0,9}$")
#: Between the parts of a line of text: full stops, not those of initials, and dashes.
_SENTENCE = re.compile(
    r"(?<=[^\WA-Z]{2}[.?!])\s+|(?<=\bet al\.)(?=\w)|(?<=\w\))\.\s+|\s+[–—|]\s+|\s+-\s+"
)
NUMBER = re.compile(
    r"^\s*(?:\[[ xX]\]\s+|\[?\d{1,4}[.)\]](?:\s+|$)|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?[:\s]\s*)"
)


def lines_of(spans: Sequence[Span]) -> list[list[Span]]:
    """Return spans in their lines, without those that say nothing."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        if span == BREAK:
            lines.append([])
        else:
            lines[-1].append(span)
    return [line for line in lines if bare(text_of(line))]


def take_bracketed(text: str, found: Found) -> str:
    """Return text without the venues and years that brackets set apart, and keep those."""

    def take(inside: re.Match[str]) -> str:
        return " | " if take_venue(inside[1], found) else inside[0]

    return BRACKETED.sub(take, text)


def take_last_bracket(text: str, found: Found) -> str:
    """Return a title without the venue or year in brackets at its end, which is kept."""
    last = _LAST_BRACKET.search(text)
    return text[: last.start()] if last and take_venue(last[1], found) else text


def first_sentence(text: str) -> str:
    """Return what stands before the first full stop that ends a sentence."""
    return _SENTENCE.split(text, maxsplit=1)[0]


def take_sentences(text: str, found: Found) -> str:
    """Return the title of "Title. Authors. Venue, 2020" and its like; keep the rest."""
    pieces = [piece for piece in _SENTENCE.split(text) if bare(piece)]
    if len(pieces) > 1:
        if people := people_in(pieces[0], sure=False):
            found.people = people
            pieces = pieces[1:]
        title, rest = pieces[0], pieces[1:]
        kept = [piece for piece in rest if not _is_beside(piece, found)]
        # What says neither who nor where is part of the title: it has a full stop.
        if len(kept) == len(rest):
            return _without_venue(text if not found.people else " ".join(pieces), found)
        return _without_venue(title, found)
    return _without_venue(text, found)


def _without_venue(text: str, found: Found) -> str:
    """Return a title without what stands behind its last comma: "Sheep, A. Quill et al., 2020"."""
    before, comma, behind = text.rpartition(", ")
    if comma and len(before.split()) >= LEAST_WORDS and _is_beside(behind, found):
        return _without_venue(before, found)
    return text


def _is_beside(piece: str, found: Found) -> bool:
    """Whether a piece of text says who or where; it is kept then."""
    if not found.people and (people := people_in(piece, sure=False)):
        found.people = people
        return True
    if _take_both(piece, found, sure=False) or take_venue(piece, found):
        return True
    return _take_both(piece, found, sure=True)


def _take_both(piece: str, found: Found, *, sure: bool) -> bool:
    """Keep authors and venue of "Ada Example, Ben Sample, CVPR, 2020"; return whether it is both.

    `sure` is whether one name alone is an author, as it is where all is no venue's name.
    """
    if found.people:
        return False
    for commas in (1, 2):
        before, *behind = bare(piece).rsplit(", ", commas)
        said = published(", ".join(behind)) if len(behind) == commas else None
        if not said or not said.sure:
            continue
        people = people_in(before, sure=sure)
        if people and all(Venue(Text(name)).kind == "other" for name in people):
            found.people = people
            found.published.append(said)
            return True
    return False


def find_beside(spans: Sequence[Span], found: Found) -> None:
    """Find authors, venue and year in what stands before or behind a title."""
    for whole in lines_of(spans):
        line = whole
        emphasised = text_of(span for span in line if span.em or span.code)
        if not found.people and emphasised and (people := people_in(emphasised, sure=True)):
            found.people = people
            line = [span for span in line if not span.em]
        for span in line:
            if span.strong or span.em:
                for piece in _SENTENCE.split(span.text):
                    _is_beside(bare(piece), found)
        text = take_bracketed(text_of(line), found)
        for piece in _SENTENCE.split(text):
            if bare(piece):
                _is_beside(bare(piece), found)


def tidy(title: str) -> str:
    """Return a title without numbers, labels in brackets and signs around it."""
    text = NUMBER.sub("", title)
    shown = closed(bare(text))
    for sign in "?!":
        if text.rstrip(" *_`|-–—:,[](").endswith(sign) and not shown.endswith(sign):
            shown += sign
    return shown
