"""Which of several spellings of one title is the cleanest.

Sources set a full stop behind a title, capitals, footnote marks, quotes, the number of arXiv before
it or the name of a web site behind it. None of them belongs to the title.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from generator.text.words import words
from generator.values.notice import read_notice

#: What web pages and search engines set before a title.
_BEFORE = re.compile(
    r"\s*(?:[\[(](?:arXiv:)?(?:\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?[\])]"
    r"|[\[(](?:PDF|HTML|BOOK|CITATION|B|C)[\])])[\s:.-]*(?=\S)"
)
#: What web pages set behind a title.
_BEHIND = re.compile(
    r"\s+[|–—-]\s+(?:Request PDF|OpenReview|Papers [Ww]ith Code|SpringerLink|ScienceDirect|arXiv"
    r"|IEEE Xplore|Semantic Scholar|ACL Anthology|ResearchGate|PubMed|Hugging Face|alphaXiv)\s*\Z"
)
#: What kind of contribution it is, in brackets behind a title.
_NOTE = re.compile(
    r"\s?[\[(](?:an? )?(?:(?:extended|student|poster|demo|tool|short|long|full|invited|oral|keynote"
    r"|workshop|conference|journal|preprint|technical|regular|industry|work-in-progress) ?)*"
    r"(?:abstract|paper|version|talk|report|presentation|demonstration|track|tutorial|spotlight)?"
    r"[\])]\.?\Z",
    re.IGNORECASE,
)
#: Such a note is not longer.
_NOTED = 60
_CUT = re.compile(r"(?:\.{3}|…)\s?\Z")
_FOOTNOTE = re.compile(r"(?<=[^\W\d_]{2})\s?[*†‡§¶#]{1,3}\Z|(?<=[?!.)])\s?[*†‡§¶]{1,3}\Z")
#: A final stop belongs to these.
_SHORTENED = re.compile(
    r"(?:\b(?:etc|al|inc|ltd|co|corp|jr|sr|vs|no|vol)|\b\w|\.\w{1,2})\.\Z", re.IGNORECASE
)
_QUOTED = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'", "‘": "’", "``": "''"}
#: Titles are shorter; of a longer one the ends say nothing.
_LONGEST = 2_000


@lru_cache(maxsize=65_536)
def undecorated(title: str) -> str:
    """Return a title without what a web page set before or behind it: `[2101.00001] …`."""
    if len(title) > _LONGEST:
        return title
    before = _BEFORE.match(title)
    start = before.end() if before else 0
    behind = _BEHIND.search(title, max(start, len(title) - 30))
    return title[start : behind.start() if behind else len(title)]


def is_one_title(a: str, b: str) -> bool:
    """Whether two texts are spellings of one title; one may be cut short or marked."""
    one, other = _said(a), _said(b)
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    cut = a if short == one else b
    return len(short) >= 10 and long.startswith(short) and bool(_CUT.search(cut))


def blemishes(title: str) -> tuple[bool, ...]:
    """Return what is wrong with a spelling of a title, the gravest first; the least is the best."""
    return tuple(wrong(title) for wrong in _BLEMISHES)


def _said(title: str) -> str:
    about = read_notice(undecorated(title)).about
    return "".join(words(about[:-_NOTED] + _NOTE.sub("", about[-_NOTED:])))


def _is_shouted(title: str) -> bool:
    """Whether most letters of a title of two words or more are capitals."""
    letters = [char for char in title if char.isalpha()]
    return " " in title.strip() and sum(map(str.isupper, letters)) > len(letters) / 2


def _is_whispered(title: str) -> bool:
    """Whether a title of two words or more has no capital, in a script that has some."""
    return " " in title.strip() and title == title.lower() != title.upper()


def _has_stray_end(title: str) -> bool:
    """Whether a sign stands at the end that no title ends in."""
    if title.endswith(".") and not title.endswith(".."):
        return not _SHORTENED.search(title[-12:])
    return title.endswith((",", ";", ":")) or bool(_FOOTNOTE.search(title[-12:]))


def _has_stray_quotes(title: str) -> bool:
    """Whether quotes stand around the whole title, or one of a pair is missing."""
    if title.count('"') % 2 or title.count("“") + title.count("„") != title.count("”"):
        return "„" not in title
    for opening, closing in _QUOTED.items():
        if title.startswith(opening) and title.rstrip(".").endswith(tuple(closing)):
            inside = title[len(opening) : -len(closing)]
            return len(title) > 2 and not any(sign in inside for sign in (opening, *closing))
    return False


def _is_in_brackets(title: str) -> bool:
    """Whether square brackets hold the whole title, as PubMed sets them around a translation."""
    inside = title.rstrip(".")
    return inside.startswith("[") and inside.find("]") == len(inside) - 1 > 0


_BLEMISHES: tuple[Callable[[str], bool], ...] = (
    lambda title: bool(_CUT.search(title)),
    lambda title: undecorated(title) != title,
    lambda title: read_notice(title).kind is not None,
    lambda title: bool(_NOTE.search(title[-_NOTED:])),
    _is_shouted,
    _has_stray_quotes,
    _is_in_brackets,
    _has_stray_end,
    _is_whispered,
)
