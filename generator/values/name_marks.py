"""What stands around a name and is none of it: marks of footnotes, degrees, titles, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable

#: No name is longer; what is longer is left as it is.
MAX_LENGTH = 300

#: Footnote marks, raised digits and letters, envelopes: ✉.
_MARKS = "*∗⁎＊✱⋆★☆†‡§¶‖#✉✝📧🖂⁰¹²³⁴⁵⁶⁷⁸⁹⁺ᵃᵇᶜᵈᵉᶠ"
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BEFORE_COMMA = re.compile(rf"[\s{_MARKS}]*[{_MARKS}](?=, ?\w)")
_BEHIND_COMMA = re.compile(rf"(?<=,)[\s{_MARKS}]*[{_MARKS}][\s{_MARKS}]*(?=\w)")
_BEFORE = re.compile(rf"^[{_MARKS}]+[\s{_MARKS},]*")
_BEHIND = re.compile(rf"[\s,]?[{_MARKS}]$")
#: Numbers of footnotes that touch the name: Example1, Example1,2. AI2 is a name.
_NUMBERS = re.compile(rf"(?<=[^\W\d_A-Z])\d{{1,2}}(?:\s?[,;]\s?[\d{_MARKS}]{{1,2}}){{0,9}}$")
#: Numbers apart from the name, also as TeX writes raised ones.
_NUMBERS_APART = re.compile(r"(?<=\w|\.)(?: |\^)\d{1,2}(?: ?[,;] ?\d{1,2}){0,9}$")
#: Several raised marks, as a formula is said.
_RAISED = re.compile(rf"\^\(?[\d\s,;{_MARKS}a-f]{{0,20}}\)?$")
#: DBLP tells people of one name apart by a number: https://dblp.org/faq/1474704.html
_DBLP = re.compile(r" (0\d{3})$")
#: Years of life, which libraries set behind a name.
_LIFE = re.compile(r", ?(?:b\. ?)?\d{4} ?[-–](?: ?\d{4})?\.?$")

_ORCID = r"(?:orcid:? ?)?(?:(?:https?://)?orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dXx]/?"
_ADDRESS = re.compile(
    rf"(?:[\s,;:]+[<(]?[^\s@]+@[^\s@]+[>)]?|[\s,;:]*[<(]?{_ORCID}[>)]?)$", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\s?(?:\(([^()]*)\)|\[([^\[\]]*)\]|<([^<>]*)>)$")
#: What brackets behind a name hold that is not part of it.
_BESIDE = re.compile(
    rf"(?:eds?|editors?|hrsg|hg|org|orgs|coord|compiler|translator|trans)\.?|.*@.*|{_ORCID}"
    r"|.*(?:orcid|https?:|www\.).*|(?:equal|joint|co-?first|corresponding|deceased|lead|presenting"
    rf"|she|he|they|author)\b.*|[\d\s,;{_MARKS}]*|[a-e](?:, ?[a-e])*|\d+(?:(?:,| and) ?\d+)*"
    r"|.*\b(?:universi\w+|institut\w*|department|college|school|laborator\w+|labs?|inc|ltd|gmbh)\b.*",
    re.IGNORECASE,
)

_TITLES = frozenset(
    "prof prof. professor dr dr. drs. doc. dipl.-ing. ing. ir. mr. mrs. ms. mx. pd".split()
)
#: Degrees that can be nothing else.
_SURE_DEGREE = re.compile(
    r"(?:,| )? ?(?<=[\s,])(?:Ph\.? ?D\.?|D\.?Phil\.?|M\.?Phil\.?|M\.?Sc\.?|B\.?Sc\.?|M\.?Eng\.?"
    r"|B\.?Eng\.?|D\.?Sc\.?|Sc\.?D\.?|Ed\.?D\.?|Psy\.?D\.?|Pharm\.?D\.?|Dr\.?-Ing\.?"
    r"|Dipl\.?-Ing\.?|Esq\.?)$"
)
#: Degrees that could be initials where only a family name stands before them: Smith, MD.
_DEGREE = re.compile(
    r"(?:,| ) ?(?:MD|M\.D\.?|MPH|M\.P\.H\.?|MBA|M\.B\.A\.?|MBBS|MRCP|FRCP|FRS|FACS|DVM|RN|MHS|MSW)$"
)
#: Those that are initials far more often, but behind a second comma.
_LIKE_INITIALS = re.compile(r", ?(?:M\.?A|M\.?S|B\.?A|B\.?S|J\.?D|D\.?O|LL\.?[BM])\.?$")


#: Most names are nothing but a name: Ada B. Example; Example, Ada.
_SURELY_BARE = re.compile(
    r"(?:(?!(?:Prof|Professor|Doc|Dr|Drs|Pd|Esq)\b)[A-Z](?:[a-z]+|\.)(?:,? |-|$)){1,12}"
)


def bare_name(text: str) -> str:
    """Return a name in one line without what stands around it; all of it where no name is left.

    Doing it twice changes nothing more.
    """
    if len(text) > MAX_LENGTH or _SURELY_BARE.fullmatch(text):
        return text
    while True:
        shorter = _once(text)
        if shorter == text or not any(map(str.isalpha, shorter)):
            return text
        text = shorter


def dblp_number(text: str) -> str:
    """Return the number by which DBLP tells people of one name apart: 0001; empty without one."""
    found = _DBLP.search(text)
    return found[1] if found else ""


def is_titled(text: str) -> bool:
    """Whether a name still has a title, because too little would be left without it: Dr. Quill."""
    return text.partition(" ")[0].lower() in _TITLES


def _once(text: str) -> str:
    for step in _STEPS:
        text = step(text).strip()
    return text


def _without(pattern: re.Pattern[str]) -> Callable[[str], str]:
    return lambda text: pattern.sub("", text, count=1)


def _without_numbers(text: str) -> str:
    """Cut numbers off a name of two words or more: "Area 51" and "GPT 4" are names."""
    for pattern in (_DBLP, _NUMBERS, _NUMBERS_APART):
        shorter = pattern.sub("", text)
        if shorter != text and len(shorter.split()) > 1:
            return shorter
    return text


def _without_brackets(text: str) -> str:
    found = _IN_BRACKETS.search(text)
    inside = next((part for part in found.groups() if part is not None), "") if found else ""
    return text[: found.start()] if found and _BESIDE.fullmatch(inside.strip()) else text


def _without_titles(text: str) -> str:
    """Cut titles off before a name of two words, also before the given names behind a comma."""
    family, comma, given = text.partition(",")
    # At least a family name must be left, and a given name unless it stands behind the comma.
    family = _without_first(family, 1 if given.strip() else 2)
    return family + comma + _without_first(given, 1)


def _without_first(text: str, least: int) -> str:
    """Return text without the titles that it begins with, but with `least` words."""
    words = text.split()
    titles = next((n for n, word in enumerate(words) if word.lower() not in _TITLES), 0)
    return " ".join(words[titles:]) if titles and len(words) - titles >= least else text


def _without_degrees(text: str) -> str:
    shorter = _SURE_DEGREE.sub("", text)
    if shorter != text and shorter.strip(" ,"):
        return shorter.rstrip(" ,")
    for pattern, commas in ((_DEGREE, 0), (_LIKE_INITIALS, 1)):
        shorter = pattern.sub("", text).rstrip(" ,")
        words = [word for word in shorter.split() if not word.islower()]
        if shorter != text and len(words) > 1 and shorter.count(",") >= commas:
            return shorter
    return text


_STEPS: tuple[Callable[[str], str], ...] = (
    lambda text: text.strip(_DIRECTIONS),
    _without(_BEFORE),
    _without(_BEFORE_COMMA),
    _without(_BEHIND_COMMA),
    _without(_BEHIND),
    _without(_RAISED),
    _without(_ADDRESS),
    _without(_LIFE),
    _without_brackets,
    _without_numbers,
    _without_degrees,
    _without_titles,
)
