"""The names of an author list: parted where one text holds several, without "et al.".

A text is parted only where that is sure. Braces hold a name together, as in BibTeX: what may not
be taken apart comes back between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from generator.text.repair import Step
from generator.values.name import Name, is_group
from generator.values.name_marks import bare_name
from generator.values.name_parts import NameParts
from generator.values.name_source import without_markup
from generator.values.name_words import FIRMS, PARTICLES, SUFFIXES, TEAMS
from generator.values.text import Text

#: What lists end with that name not all.
_ET_AL = r"[\[(]?(?:(?:et\.?|&) ?al(?:\.|ii|ia|\b)\.?|u\. ?a\.|\.{3}|…)[\])]?"
_AND_MORE = (
    r"(?:and|und|et|&|\+|plus) (?:\d{1,5} |many |several )?(?:others?|more|colleagues|co-?workers)"
    r"(?: (?:co-?)?authors?)?"
)
#: Such a text names nobody.
_REST_ALONE = re.compile(
    rf"[\s,;]{{0,9}}(?:(?:and |& )?{_ET_AL}|{_AND_MORE}|others|al\.|\d{{1,5}} (?:more|others))"
    r"[\s,.;*†‡§]{0,9}",
    re.IGNORECASE,
)
#: "Others" alone may be somebody's name behind a given name.
_REST_BEHIND = re.compile(
    rf"(?:(?:[\s,;]|(?<=\w)(?=…|\.\.\.))(?:(?:and |& )?{_ET_AL}|{_AND_MORE})"
    r"|[,;] ?(?:others|al\.|\d{1,5} (?:more|others)))[\s,.;*†‡§]{0,9}$",
    re.IGNORECASE,
)
#: What data bases write where they know of no author.
_NO_ONE = re.compile(
    r"\[(?:no authors?\b[^\[\]]{0,40}|anonymous)\]"
    r"|no authors?(?: names?)? (?:listed|available|given)",
    re.IGNORECASE,
)
#: Most texts hold nothing of all this.
_PERHAPS_REST = re.compile(r"al\b|alii|alia|other|more|work|colleag|u\. ?a|\.\.\.|…|\A\W*\Z", re.I)
#: As much of the end of a text is looked at for it.
_END = 60
#: How the rest is written where it is handed on.
ET_AL = "et al."

#: Between names for certain. A line break is one only where no line ends in a comma or an "and".
_BETWEEN = re.compile(r"\s*[;；؛、\n|•·]\s*|\s+/\s+")
_BROKEN_LINE = re.compile(r"(,|\band)[ \t]*\n\s*|\s*\n\s*(?=and\b)")
_AND = re.compile(r"\s*,?\s(and|AND|&|und|et|och|og|и)\s+")
#: The second number of a footnote: Example1,2.
_MARK = re.compile(r"[\d*†‡§¶]{1,3}")
#: Most items hold nothing of all this.
_PERHAPS_SEVERAL = re.compile(
    r"[;；؛、，،\n|•·/,&{}<\\$…\ue000-\uf8ff]|\.\.\.|\b(?:and|AND|und|et|och|og|и|al|others|more)\b"
)
#: Names left out in the middle: "Ada Quill, …, Ben Sample".
_LEFT_OUT = re.compile(r",\s?(?:\.{3}|…)\s?,(?=\s)")
_LEFT_OVER = re.compile(r"^(?:(?:and|AND|&)\s+)+|\s+(?:and|AND|&)$")
_BRACED = re.compile(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
#: Where somebody works may have signs in it that part names: "(Universities of A and B)".
_BRACKETED = re.compile(r"(?<=\s)\((?=[^()]*(?:[,;&|]|\band\b))[^(){}]{0,200}\)")
#: A private character stands for what braces hold together while the text is parted.
_FIRST_HELD, _LAST_HELD = 0xE000, 0xF8FF
_INITIALS = re.compile(
    r"(?:[^\W\d_]\.[ -]?){1,4}|[^\W\d_a-z]{1,3}|(?:[^\W\d_a-z] ){1,3}[^\W\d_a-z]"
)
#: A family name with initials behind, as PubMed has it: Example AB.
_INITIALS_LAST = re.compile(
    r"\S{2,}(?: \S{2,}){0,2} (?:[A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я]{1,3}|(?:[A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я]\.-?){1,3})"
)
#: Names of these scripts need no space.
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}")
#: More words than this are no name of a person.
_MOST_WORDS = 7


@dataclass(frozen=True)
class Parted:
    """Names as a source wrote them, with ET_AL at the end where it names not all.

    `sure` is whether there was one way to part them.
    """

    names: tuple[str, ...]
    sure: bool = True


def part_list(text: str) -> Parted:
    """Return the names in a text that is a whole list of authors."""
    return _parted(text, is_list=True)


def part_item(text: str) -> Parted:
    """Return the names in one item of a list, which should be one: "Family, Given" is."""
    return _parted(text, is_list=False)


def read_names(sources: Iterable[str | NameParts], steps: tuple[Step, ...]) -> tuple[Name, ...]:
    """Return the names of a list, of texts or parts.

    The last one knows whether the list went on with "et al.".
    """
    names: list[Name] = []
    more = False
    for source in sources:
        if _NO_ONE.fullmatch((source if isinstance(source, str) else source.natural).strip()):
            continue
        if isinstance(source, str):
            name, went_on = _read(source.strip(), steps)
        else:
            name, went_on = _of_parts(source, steps)
        more = more or went_on
        if name:
            names.append(name)
    if names and more:
        names[-1] = replace(names[-1], others=True)
    return tuple(names)


def _read(source: str, steps: tuple[Step, ...]) -> tuple[Name | None, bool]:
    """Return the name in a text, and whether "et al." stood behind it or in its place."""
    if _BRACED.fullmatch(source):
        return Name.whole(Text.read(source[1:-1], steps)), False
    text = Text.read(source, steps)
    shorter = without_rest(text.plain)
    if shorter == text.plain:
        return Name.read(text), False
    name = Name.read(Text(shorter))
    return (replace(name, printed=text.repaired) if name else None), True


@lru_cache(maxsize=20_000)  # people write more than one paper
def _of_parts(source: NameParts, steps: tuple[Step, ...]) -> tuple[Name | None, bool]:
    """Return the name of parts; programs take "and others" and "et al." for people."""
    natural = source.natural.strip()
    if not _PERHAPS_REST.search(natural):
        return Name.of_parts(source, steps), False
    if not without_rest(natural):
        return None, bool(natural)
    family, given = without_rest(source.family), without_rest(source.given)
    went_on = (family, given) != (source.family, source.given)
    if went_on:
        source = replace(source, family=family, given=given)
    return Name.of_parts(source, steps), went_on


def without_rest(text: str) -> str:
    """Return a text without the "et al." or "and others" at its end; empty if that is all."""
    end = text[-_END:]
    if not _PERHAPS_REST.search(end):
        return text
    if len(text) <= _END and _REST_ALONE.fullmatch(text):
        return ""
    found = _REST_BEHIND.search(end)
    if not found:
        return text
    return text[: len(text) - len(end) + found.start()].rstrip(" ,;&")


def _parted(text: str, *, is_list: bool) -> Parted:
    if not _PERHAPS_SEVERAL.search(text):
        return Parted((text,))
    text, held = _held(_BROKEN_LINE.sub(r"\1 ", without_markup(text)).strip())
    text, left_out = _LEFT_OUT.subn(", ", text)
    names: list[str] = []
    more = left_out > 0
    sure = True
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    for part in parts:
        shorter = without_rest(part)
        more = more or shorter != part
        tidy = _LEFT_OVER.sub("", shorter.strip(" ,\t")).strip(" ,\t") if shorter else ""
        if not tidy:
            continue
        found = _names_in(tidy, is_list=is_list and len(parts) == 1, natural=shorter != part)
        sure = sure and found is not None
        names += [tidy_name for one in found or () if (tidy_name := one.strip(" ,\t"))]
        if found is None:
            names.append(f"{{{_BRACE.sub('', tidy)}}}")
    names = [_let_go(name, held) for name in names]
    return Parted((*names, ET_AL) if more else tuple(names), sure)


_BRACE = re.compile("[{}]")


def _held(text: str) -> tuple[str, list[str]]:
    """Return text with what braces hold as one character each, and what those stand for."""
    text = re.sub("[\ue000-\uf8ff]", "\ufffd", text)
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        if _FIRST_HELD + len(held) > _LAST_HELD:
            return found[0]
        held.append(found[0])
        return chr(_FIRST_HELD + len(held) - 1)

    return _BRACKETED.sub(hold, _BRACED.sub(hold, text)), held


def _let_go(name: str, held: list[str]) -> str:
    if name.startswith("{"):
        # Braces within would end those around it.
        return "{" + _BRACE.sub("", _released(name[1:], held)) + "}"
    return _released(name, held)


def _released(text: str, held: list[str]) -> str:
    for _ in range(2):  # braces within brackets
        text = _SET_ASIDE.sub(lambda one: held[ord(one[0]) - _FIRST_HELD], text)
    return text


_SET_ASIDE = re.compile("[\ue000-\uf8ff]")


def _names_in(text: str, *, is_list: bool, natural: bool) -> list[str] | None:
    """Return the names in a text without semicolons, or None where they cannot be told.

    `natural` is whether an "et al." showed that commas part names.
    """
    pieces = _pieces(text)
    if len(pieces) == 1:
        return _by_commas(text, is_list=is_list, natural=natural)
    if not _are_parted(pieces):
        whole = not is_list or _words(text) & FIRMS or is_group(pieces[0])
        return [text] if whole else None
    # "A, B and C": the last one shows that commas part names here.
    natural = len(pieces) == 2 and "," not in pieces[1]
    names: list[str] = []
    for piece in pieces:
        found = _by_commas(piece, is_list=natural, natural=natural)
        if found is None:
            return None
        names += found
    return names


def _pieces(text: str) -> list[str]:
    """Return what stands between each "and", but for that of von und zu."""
    pieces: list[str] = []
    words = iter(_AND.split(text))
    for piece, joint in zip_longest(words, words, fillvalue=""):
        joined = f"{pieces.pop()}{piece}" if pieces and pieces[-1].endswith(" ") else piece
        is_particle = joined.rpartition(" ")[2] in PARTICLES and joint
        pieces.append(f"{joined} {joint} " if is_particle else joined)
    return pieces


def _words(text: str) -> set[str]:
    return set(text.lower().replace(",", " ").split())


def _are_parted(pieces: list[str]) -> bool:
    """Whether every "and" between pieces stands between names, not within one of a firm."""
    if any(_words(piece) & FIRMS for piece in pieces):
        return False
    full = [_is_full(piece) or _is_turned(piece) for piece in pieces]
    # One word may be a firm's half, "Salt and Pepper"; in a longer list it is a name.
    few = len(pieces) < 3 or sum(full) < 2
    return all(full) or not (few or any(map(is_group, pieces)))


def _is_turned(piece: str) -> bool:
    """Whether a text is "Family, Given", or several names between commas."""
    family, comma, _ = piece.partition(",")
    return bool(comma) and (not is_group(piece) or family.lower() in TEAMS)


def _is_full(text: str) -> bool:
    """Whether a text without comma is surely one whole name: of a person, a team, in braces."""
    words = bare_name(text).split()
    if not words:
        return False
    if _SET_ASIDE.fullmatch(words[0]) and len(words) == 1:
        return True
    if _EAST_ASIAN.fullmatch(text):
        return True
    if words[-1].lower() in TEAMS:
        return len(words) > 1
    return 2 <= len(words) <= _MOST_WORDS and not is_group(text)


def _by_commas(text: str, *, is_list: bool, natural: bool = False) -> list[str] | None:
    """Return the names in a text without "and".

    `natural` is whether commas are known to part names, `is_list` whether they may.
    """
    segments, suffixed = _segments(text)
    if len(segments) < 2:
        return [text]
    full = all(map(_is_full, segments))
    if len(segments) > 2:
        if full:
            return segments
        if natural and is_list and _turns_the_first(segments):
            return [f"{segments[0]}, {segments[1]}", *segments[2:]]
        if len(segments) % 2 == 0 and all(map(_INITIALS.fullmatch, segments[1::2])):
            return list(map(", ".join, zip(segments[::2], segments[1::2], strict=True)))
        return [text] if not is_list or is_group(segments[0]) else None
    family, given = segments
    if family.split(maxsplit=1)[0] in PARTICLES or ("," in family and not suffixed):
        return [text]
    if not full:
        # "Ada Quill, Plato and Ben Sample" has three, "Ada Quill, University of Ponds" one name.
        doubtful = (natural and " " in family) or is_group(given)
        return None if is_list and doubtful and not is_group(family) else [text]
    if natural or suffixed or all(map(_shows_its_order, segments)):
        return segments
    return None if is_list else [text]


def _turns_the_first(segments: list[str]) -> bool:
    """Whether only the first name stands with its family name first, as some styles have it."""
    alone = not any(_is_full(segment) or is_group(segment) for segment in segments[:1])
    given = _INITIALS.fullmatch(segments[1]) or " " not in segments[1]
    return alone and bool(given) and all(map(_is_full, segments[2:]))


def _shows_its_order(segment: str) -> bool:
    """Whether initials or a mark of a footnote tell that a name is a whole one."""
    first = segment.split(maxsplit=1)[0]
    initials = _INITIALS.fullmatch(first) or _INITIALS_LAST.fullmatch(segment)
    return bool(initials) or bare_name(segment) != segment


def _segments(text: str) -> tuple[list[str], bool]:
    """Return what commas part, suffixes and degrees with the name before them.

    And whether one of these stands behind a name of two words, which then is a whole one.
    """
    groups: list[list[str]] = []
    suffixed = False
    for segment in (part.strip() for part in text.split(",")):
        is_degree = len(segment) < 12 and bare_name(f"Aa Bb, {segment}") == "Aa Bb"
        is_suffix = segment in SUFFIXES or is_degree
        if segment and not (groups and (is_suffix or _MARK.fullmatch(segment))):
            groups.append([segment])
        elif segment:
            suffixed = suffixed or (is_suffix and " " in groups[-1][0])
            groups[-1].append(segment)
    return list(map(", ".join, groups)), suffixed
