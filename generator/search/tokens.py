"""Cuts text into tokens, the same way as generator/theme/assets/search/words.js does.

The rules are described in docs/maintainers/search-format.md.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.text.folding import GREEK, LETTERS, MARKS, SPELLINGS

#: Longer parts are cut: nobody types them, and they would fill the vocabulary.
MAX_PART = 40
#: Compounds of more parts have no joined form.
MAX_JOINED = 3
#: Longer runs of a script without spaces are clauses, and are found by their pairs alone.
MAX_RUN = 8

#: What stands between the parts of a compound; those of names are kept in its exact form.
NAME_JOINERS = "&@/"
_JOINERS = "-.'_·" + NAME_JOINERS
#: What stands before or behind a word and makes another one of it: .NET, $100, C++, C#, A*, 50%.
#: By themselves they are words as well.
SIGNS = "+#*%$@&"
_KEPT = frozenset(_JOINERS + SIGNS)

#: What many signs are written for: some come of the decomposition, some would be lost in it.
_SAME = str.maketrans(
    dict.fromkeys("’‘‛ʼʻʹʽʾʿ′`´՚׳״ꞌ", "'")
    | dict.fromkeys("‐‑־\u200c", "-")
    | dict.fromkeys("\N{KATAKANA MIDDLE DOT}‧", "·")
    | dict.fromkeys("™℠©®°⁄\ufffd", " ")
    | {"×": "x"}
)

_WORD = f"[^ {re.escape(''.join(sorted(_KEPT)))}]"
_BEFORE, _BEHIND = r"[.$#@]", r"(?:\++|[#*%])"
_COMPOUND = re.compile(
    rf"{_BEFORE}?{_WORD}+{_BEHIND}?(?:[{re.escape(_JOINERS)}]{_WORD}+{_BEHIND}?)*"
    rf"|(?:^| )[{re.escape(SIGNS)}](?= |$)"
)
# Where a compound may begin with a point that is no sign of a name.
_NO_NAME = re.compile(rf"[{re.escape(''.join(sorted(_KEPT)))}]\.{_WORD}")
_PART = re.compile(rf"({_WORD}+)({_BEHIND}?)([{re.escape(_JOINERS)}]?)")


def _class(ranges: str) -> str:
    """Return ranges of code points, as hexadecimal numbers, as a class of a regular expression."""
    return f"[{re.sub('[0-9a-f]+', lambda found: chr(int(found[0], 16)), ranges).replace(' ', '')}]"


# A unit is a syllable of Korean in its letters, or a letter of a script without spaces (Han, kana,
# Thai, Lao, Khmer, Burmese) with the vowel signs behind it.
_SYLLABLE = (
    f"{_class('1100-115f a960-a97f')}+{_class('1160-11a7 d7b0-d7c6')}*"
    f"{_class('11a8-11ff d7cb-d7fb')}*"
)
_LETTER = _class(
    "1160-11ff d7b0-d7fb e00-eff 1000-109f 1780-17ff 2e80-2fdf 3005-3007 3021-3029 3031-3035"
    " 3038-303c 3041-312f 31a0-31bf 31f0-31ff 3400-4dbf 4e00-9fff a9e0-a9fe aa60-aa7f 16fe0-18dff"
    " 1aff0-1b2ff 20000-323af"
)
_VOWEL = _class(
    "3099-309a e31 e34-e3a e47-e4e eb1 eb4-ebc ec8-ece 17b4-17d3 17dd 102b-103e 1056-1059"
    " 105e-1060 1062-1064 1067-106d 1071-1074 1082-108d 108f 109a-109d"
)
_ANY_UNIT = f"{_SYLLABLE}|{_LETTER}{_VOWEL}*"
_UNIT = re.compile(_ANY_UNIT)
_UNSPACED = re.compile(f"(?:{_ANY_UNIT})+")

_ASCII_WORD = re.compile("[0-9A-Za-z]+")
_SPELLED = re.compile("[aouAOU]\u0308|[aA]\u030a|[øØđĐ]")
_GREEK_LETTERS = re.compile("[α-ω]+")


class _Folding(dict[int, str]):
    """What each character becomes: nothing, plain small letters, itself, or a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code).translate(_SAME)
        kind = unicodedata.category(char)
        if code in MARKS or kind == "Cf" or (kind == "Sk" and code >= 0x80):
            found = ""
        elif kind[0] in "LNM":
            found = LETTERS.get(char.lower(), char.lower())
        elif char in _KEPT:
            found = char
        else:
            # A symbol is a word by itself: an emoji, ∞, €.
            found = f" {char} " if kind[0] == "S" and code >= 0x80 else " "
        self[code] = found
        return found


_folding = _Folding()


@dataclass(frozen=True)
class Part:
    """A run of letters and digits, or two neighbours in a run of a script without spaces.

    `signed` is the word with the signs before and behind it, `other` the word as it is also
    spelled, `run` the run that the two neighbours are of; empty where there is nothing of it.
    """

    word: str
    signed: str = ""
    other: str = ""
    run: str = ""

    @property
    def forms(self) -> list[str]:
        """What the part is found as."""
        return [form for form in (self.word, self.signed, self.other) if form]


@dataclass(frozen=True)
class Compound:
    """Parts without a space between them.

    `exact` is the name that it is with its signs (at&t), `joined` its parts as one word, as
    written and as also spelled.
    """

    parts: tuple[Part, ...]
    exact: str = ""
    joined: tuple[str, ...] = ()


#: A compound as it is written; if that is not all, also as it is also spelled, and whether a point
#: may begin its name.
Written = str | tuple[str, str, bool]


class Forms(NamedTuple):
    """What a compound is found by: each form with its place and how many it covers.

    Each part has the next place, from 0, and there are `width`; the exact and the joined forms of a
    compound cover those of all its parts, a whole run of a script without spaces covers none.
    """

    forms: tuple[tuple[str, int, int], ...]
    width: int


def folded(text: str) -> str:
    """Return `text` as tokens are cut from it: plain small letters, spaces for all else."""
    return _fold(_decomposed(text))


# Every author stands in the list of authors, in a facet, and in each of their papers.
@functools.lru_cache(maxsize=65_536)
def usual_slug(name: str) -> str:
    """Return the slug that most have of this name: where it is theirs, no file need say it."""
    return "-".join(_ASCII_WORD.findall(folded(name)))


def compounds(text: str) -> Iterator[Compound]:
    """Return the compounds of `text`, in order."""
    return (_compound(*found)[0] for found in _matched(*_plain_and_other(text)))


def forms(text: str) -> list[str]:
    """Return every form that `text` is found by, in order."""
    return [form for compound in written(text) for form, _, _ in forms_of(compound).forms]


def written(text: str) -> list[Written]:
    """Return the compounds of `text`, in order, as `forms_of` takes them."""
    plain, other = _plain_and_other(text)
    if other == plain and not _NO_NAME.search(plain):
        return list(_COMPOUND.findall(plain))
    return [
        compound if compound == also and named else (compound, also, named)
        for compound, also, named in _matched(plain, other)
    ]


# Texts say the same words again and again.
@functools.lru_cache(maxsize=65_536)
def forms_of(compound: Written) -> Forms:
    """Return the forms of a compound with their places."""
    if isinstance(compound, str) and compound.isascii() and compound.isalnum():
        # A word as most are.
        return Forms(((compound[:MAX_PART], 0, 1),), 1)
    found, units = _compound(
        *((compound, compound, True) if isinstance(compound, str) else compound)
    )
    width = len(found.parts)
    known = [(form, at, 1) for at, part in enumerate(found.parts) for form in part.forms]
    # Each letter of a run is a word as well.
    known += [(unit, min(at, width - 1), 1) for at, unit in enumerate(units)]
    known += [(form, 0, width) for form in (found.exact, *found.joined) if form]
    runs = dict.fromkeys(part.run for part in found.parts if part.run not in ("", part.word))
    known += [(run, 0, 0) for run in runs if len(_UNIT.findall(run)) <= MAX_RUN]
    return Forms(tuple(known), width)


def _plain_and_other(text: str) -> tuple[str, str]:
    """Return text as tokens are cut from it, and with letters as they are also spelled."""
    decomposed = _decomposed(text)
    plain = _fold(decomposed)
    return plain, plain if plain.isascii() and decomposed.isascii() else _spelled(decomposed)


def _matched(plain: str, other: str) -> Iterator[tuple[str, str, bool]]:
    """Return each compound as written, as also spelled, and whether a point may begin its name."""
    spelled = _COMPOUND.finditer(other) if other != plain else None
    for match in _COMPOUND.finditer(plain):
        compound = match.group()
        also = next(spelled).group() if spelled else compound
        # A point behind another one is no sign of a name.
        named = compound[0] != "." or plain[match.start() - 1 : match.start()] in ("", " ")
        yield compound, also, named


def _compound(written: str, other: str, named: bool) -> tuple[Compound, list[str]]:
    """Return a compound, as written and as also spelled, and the letters of its runs."""
    if written.strip() in SIGNS:
        return Compound((Part(written.strip()),)), []
    before = written[0] if named and written[0] in ".$#@" else ""
    parts: list[Part] = []
    units: list[str] = []
    names: list[str] = []
    for (word, behind, joiner), (also, *_) in zip(
        _PART.findall(written), _PART.findall(other), strict=True
    ):
        sign = behind if _belongs(behind, word) else ""
        pieces = [piece for piece in _pieces(word) if piece]
        for at, piece in enumerate(pieces):
            letters = _UNIT.findall(piece) if _UNSPACED.fullmatch(piece) else []
            if len(letters) > 1:
                parts += (Part(a + b, run=piece) for a, b in itertools.pairwise(letters))
                units += letters
                continue
            signs = before if at == 0 else "", sign if at == len(pieces) - 1 else ""
            name = piece[:MAX_PART]
            spelled = also[:MAX_PART] if len(pieces) == 1 and also != word else ""
            parts.append(Part(name, name.join(signs) if any(signs) else "", spelled))
        names.append(parts[-1].word + (joiner if joiner in NAME_JOINERS else ""))
        before = ""
    if len(parts) not in range(2, MAX_JOINED + 1) or len(names) != len(parts):
        return Compound(tuple(parts)), units
    words = "".join(part.word for part in parts)
    exact = "".join(names)
    spelled = "".join(part.other or part.word for part in parts)
    return (
        Compound(
            tuple(parts),
            exact if exact != words else "",
            (words, spelled) if spelled != words else (words,),
        ),
        units,
    )


def _pieces(word: str) -> list[str]:
    """Cut a word where it changes between a script without spaces and another one."""
    return re.split(f"({_UNSPACED.pattern})", word)


def _belongs(sign: str, word: str) -> bool:
    """Whether a sign behind a word is part of it: a star is a footnote, but in A*."""
    if sign == "*":
        return len(word) == 1
    return sign != "%" or word[-1] in "0123456789"


def _spelled(decomposed: str) -> str:
    """Return folded text with letters as they are also spelled, and Greek ones by their names."""
    spelled = _SPELLED.sub(lambda found: SPELLINGS[found[0].lower()], decomposed)
    return _GREEK_LETTERS.sub(lambda found: GREEK.get(found[0], found[0]), _fold(spelled))


def _decomposed(text: str) -> str:
    if text.isascii():
        return text.replace("`", "'")
    return unicodedata.normalize("NFKD", text.translate(_SAME))


def _fold(decomposed: str) -> str:
    return decomposed.translate(_folding)
