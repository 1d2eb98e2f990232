"""The names of an author or editor field of BibTeX and BibLaTeX, in parts where it has them.

"and" parts names, and commas the parts of one: `von Last, Jr, First`, as Tame the BeaST explains
(https://ctan.org/pkg/tamethebeast). BibLaTeX also names parts: `family=…, given=…, prefix=…`, its
manual's "extended name format" (https://ctan.org/pkg/biblatex). A name without a comma is left to
`Name.read`, which knows more particles than BibTeX, to which all words in small letters are such.

bibtexparser splits such fields, too, but an "and" at an end is a name to it, behind a brace that
was lost all names are one, and it takes each sign by itself, which is slow.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from generator.values.name import is_group
from generator.values.name_list import ET_AL, part_list, without_rest
from generator.values.name_marks import bare_name
from generator.values.name_parts import NameParts
from generator.values.name_words import FIRMS, SUFFIXES

_AND = re.compile(r"(?:(?<![\s~])[\s~]+|^)(?:\\?and(?:[\s~]+|$))+", re.IGNORECASE)
_COMMA = re.compile(r"\s?,\s?")
_BRACE = re.compile(r"\\.|[{}]")
#: Signs that part names elsewhere, which people leave in; "A & B" is one name or two.
_OTHER_SIGNS = re.compile(r"[;；、，|•·؛]|\s(?:\\?&|und|et|och|og|и|/)\s")
#: As in \emph{et al.} and {\it et~al.}
_MARKED_REST = re.compile(
    r"(?:\\(?:emph|textit|textsl) ?\{|\{\\(?:it|em|itshape) ) ?et[ ~]al\.? ?\}"
)
#: Programs that take O'Quill for text in quotes escape it: O\'Quill; the accent is \'O.
_ESCAPED_APOSTROPHE = re.compile(r"(?<![^\W\d_].)(?<=[ODod])\\'(?=[A-Z])")
#: German umlauts that lost their backslash, and a tie that was taken for an accent: H.\~P. Quill.
_BARE_UMLAUT = re.compile(r'(?<=[^\W\d_])"(?=[aouAOU][^\W\d_])')
_ESCAPED_TIE = re.compile(r"(?<=[A-Z]\.)\\~(?=[A-Z])")
#: Family names in Portuguese end in these, which some part off as BibTeX does "Jr".
_RELATIONS = frozenset("neto filho júnior junior sobrinho".split())
#: Initials, which some part by a comma: Quill, A., B.
_INITIALS = re.compile(r"(?:[A-Z]\.[ ~-]?){1,4}")
#: What BibLaTeX is told about a whole list, in the place of a name (its manual, 3.4).
_LIST_OPTION = re.compile(
    r"(?:useprefix|nosortothers|uniquename|uniquelist|sorting\w{0,30}|nametemplates?)\s?=\s?[\w-]*",
    re.IGNORECASE,
)
_DEGREE_LIKE = re.compile(r"Ph|[BDM]\.? ?(?:Sc|Phil|Eng)|Sc|Ed|Psy|Pharm|Dr|Dipl|Esq|M\.?D|MPH|MBA")
#: Keys of BibLaTeX's extended format, with the parts that they name; the others tell nothing more.
_KEYS = {
    "family": "family",
    "given": "given",
    "prefix": "particle",
    "suffix": "suffix",
    "family-i": "",
    "given-i": "",
    "prefix-i": "",
    "suffix-i": "",
    "useprefix": "",
    "id": "",
}
_KEY_AND_VALUE = re.compile(r'"?([A-Za-z-]{2,20})\s?=\s?(.*)')


def names_in(field: str) -> list[str | NameParts]:
    """Return the names of a field, each as a text or in parts, before any repair.

    ET_AL stands for "and others". A name that is not to be taken apart stands between braces.
    Commas, semicolons and the like part names only where that is sure.
    """
    field = _MARKED_REST.sub(ET_AL, _balanced(" ".join(field.split())))
    field = _ESCAPED_APOSTROPHE.sub("'", field)
    if '"' in field or "\\~" in field:
        field = _BARE_UMLAUT.sub(r'\\"', _ESCAPED_TIE.sub("~", field))
    pieces = [piece for piece in _parted(field, _AND) if piece]
    if "=" in field:
        pieces = [piece for piece in pieces if not _LIST_OPTION.fullmatch(piece)]
    if len(pieces) == 2 and FIRMS.issuperset(pieces[1].lower().split()):
        return [f"{{{' and '.join(pieces)}}}"]
    if len(pieces) == 1 and (inside := _needlessly_braced(pieces[0])):
        return names_in(inside)
    return _listed(pieces) or [name for piece in pieces for name in _names_between(piece)]


def _parted(text: str, sign: re.Pattern[str]) -> list[str]:
    """Return what stands between signs outside of braces."""
    if "{" not in text:
        return sign.split(text)
    at, parts = 0, []
    for found in sign.finditer(_outside(text)):
        parts.append(text[at : found.start()])
        at = found.end()
    return [*parts, text[at:]]


def _outside(text: str) -> str:
    """Return a text in which braces are in pairs, with an x for each sign within them."""
    at, depth = 0, 0
    parts: list[str] = []
    for found in _BRACE.finditer(text):
        before = depth
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not before and depth:
            parts.append(text[at : found.start()])
            at = found.start()
        elif before and not depth:
            parts.append("x" * (found.end() - at))
            at = found.end()
    return "".join((*parts, text[at:]))


def _balanced(text: str) -> str:
    """Return text without braces that have no other one."""
    if "{" not in text and "}" not in text:
        return text
    opened: list[int] = []
    alone: list[int] = []
    for found in _BRACE.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            opened.pop()
        elif found[0] == "}":
            alone.append(found.start())
    lost = sorted((*opened, *alone))
    return "".join(text[a + 1 : b] for a, b in pairwise((-1, *lost, len(text)))) if lost else text


def _needlessly_braced(field: str) -> str:
    """Return what is between braces around a whole list, which some programs set twice; or nothing.

    A list it is where each name has a comma or more than one "and" parts them: "Salt and Pepper"
    may be a firm.
    """
    if not field.startswith("{") or _outside(field).strip("x"):
        return ""
    inside = field[1:-1]
    names = _parted(inside, _AND)
    in_parts = all(len(_parted(name, _COMMA)) == 2 for name in names)
    persons = len(names) > 2 and all(" " in name and not is_group(name) for name in names)
    return inside if len(names) > 1 and (in_parts or persons) else ""


def _listed(pieces: list[str]) -> list[str | NameParts]:
    """Return names that commas part, as in "Ada Example, Ben Sample and Cleo Instance".

    None are returned for any other list, nor for one with more than one "and".
    """
    commas = [section for piece in pieces[:1] for section in _parted(piece, _COMMA)]
    whole = [section for section in commas if section] + pieces[1:]
    if len(pieces) > 2 or len(commas) < 2:
        return []
    # "Example, Ada, Ben Sample, and Cleo Instance" turns the first alone.
    if len(commas) + len(pieces) < 5 and not all(map(_may_be_whole, whole)):
        return []
    if not without_rest(pieces[-1]):
        return []  # "and others" is BibTeX's own, and tells of no commas
    parted = part_list(" and ".join(pieces))
    is_list = parted.sure and len(parted.names) > len(pieces)
    return list(map(_one, parted.names)) if is_list else []


def _may_be_whole(text: str) -> bool:
    """Whether a text may be a whole name: two words, or one of a script that needs no blank."""
    return (" " in text or not text.isascii()) and "," not in text and "=" not in text


@lru_cache(maxsize=20_000)  # people write more than one paper
def _names_between(piece: str) -> tuple[str | NameParts, ...]:
    return tuple(_names(piece))


def _names(piece: str) -> list[str | NameParts]:
    """Return the name between two "and", or those that other signs surely part there."""
    is_braced = piece.startswith("{") and not _outside(piece).strip("x")
    shorter = without_rest(piece[1:-1] if is_braced else piece)
    if not shorter:
        return [ET_AL]
    if is_braced:
        return [piece]
    more = [ET_AL] if shorter != piece else []
    sections = [section for section in _parted(shorter, _COMMA) if section]
    if "=" in shorter and (extended := _extended(sections)):
        return [extended, *more]
    if _OTHER_SIGNS.search(shorter) or not _is_one(sections):
        parted = part_list(shorter.replace(r"\&", "&"))
        if len(parted.names) > 1 or not _is_one(sections):
            return [*map(_one, parted.names), *more]
    return [_of_sections(sections), *more]


def _one(text: str) -> str | NameParts:
    """Return a name that has been parted from others."""
    return _of_sections([section for section in _parted(text, _COMMA) if section])


def _is_one(sections: list[str]) -> bool:
    """Whether commas part one name: `von Last, First`, with a suffix between or behind."""
    return len(sections) < 3 or (
        len(sections) == 3
        and (any(map(_is_suffix, sections[1:])) or _of_three(sections) is not None)
    )


def _of_three(sections: list[str]) -> NameParts | None:
    """Return a name of which a comma parts more than BibTeX knows, or None."""
    if len(sections) != 3:
        return None
    family, second, third = sections
    if re.sub(r"[{}\\']", "", second).lower() in _RELATIONS:
        return NameParts(f"{family} {second}", third)
    if _INITIALS.fullmatch(second) and _INITIALS.fullmatch(third):
        return NameParts(family, f"{second} {third}")
    return None


def _is_suffix(section: str) -> bool:
    """Whether a part of a name is a suffix or a degree, which is left off later."""
    if _DEGREE_LIKE.match(section) and bare_name(f"Aa Bb, {section}") == "Aa Bb":
        return True
    return section.strip("{}~ ") in SUFFIXES


def _of_sections(sections: list[str]) -> str | NameParts:
    """Return a name by what commas part; in whatever order the suffix stands."""
    if of_three := _of_three(sections):
        return of_three
    suffix = next((section for section in sections[1:] if _is_suffix(section)), "")
    rest = [section for section in sections if section != suffix]
    if len(rest) == 2:
        return NameParts(rest[0], rest[1], suffix=suffix)
    if len(sections) == 1:
        return _without_comma(sections[0])
    if len(sections) == 2 and len(rest) == 1 and suffix in SUFFIXES and " " not in rest[0]:
        return NameParts(rest[0], suffix=suffix)
    return ", ".join(sections)


def _without_comma(text: str) -> str | NameParts:
    """Return a name in its natural order; braces at its end hold a family name together."""
    at = _outside(text).rfind(" ")
    given, last = text[: max(at, 0)], text[at + 1 :]
    is_held = given and last.startswith("{") and not last.startswith("{\\") and " " in last
    return NameParts(last, given) if is_held else text


def _extended(sections: list[str]) -> NameParts | None:
    """Return a name of which BibLaTeX names the parts, or None where it does not."""
    found = [one for section in sections if (one := _KEY_AND_VALUE.fullmatch(section))]
    if not found or found[0][1].lower() not in _KEYS:
        return None
    said = {_KEYS.get(one[1].lower(), ""): one[2].strip('" ') for one in found}
    said.pop("", None)
    return NameParts(**said) if said else None
