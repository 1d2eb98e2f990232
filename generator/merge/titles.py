r"""What is compared of a title: its key, words, numbers, part, main part and names.

Entries write one title in many ways: `k-Means`, `\(k\)-means`, `K-MEANS`. All spellings of one
title get one key; titles of different papers (UNet and UNet++, 1.1 and 11) differ in their key
or in their numbers.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from dataclasses import dataclass

from generator.merge.word_lists import LANGUAGES, TEXTS
from generator.text.folding import GREEK, LETTERS, MARKS

_LETTERS = str.maketrans(LETTERS)

_GREEK_LETTER = re.compile(r"(?<![α-ω])[α-ω](?![α-ω])")

#: Formula marks and LaTeX commands; commands of signs go, as their Unicode signs do.
_FORMULA_MARKS = re.compile(r"\\[()\[\]]|[$^_{}]")
_COMMAND = re.compile(r"\\([A-Za-z]{1,40})\s?")
_COMMANDS = {name: letter for letter, name in GREEK.items()} | {"ell": "l"}
_COMMANDS |= {f"var{name}": letter for letter, name in GREEK.items()}
_FONTS = (
    "mathrm mathbf mathcal mathbb mathsf mathit mathtt text textit textbf texttt textsc textrm emph"
    " operatorname boldsymbol bm rm bf it cal tilde hat bar vec"
)
_OPERATORS = (
    "times cdot to rightarrow leftrightarrow leq le geq ge lt gt pm infty star ast sim approx in"
    " subset cdots ldots dots quad left right big bigl bigr circ sharp propto neq mid"
)
_COMMANDS |= dict.fromkeys(_FONTS.split(), "") | dict.fromkeys(_OPERATORS.split(), " ")

_AND = re.compile(r"(?<=\s)&(?=\s)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_KEPT_POINT = "\N{HYPHENATION POINT}"

#: A word, and the signs that may be part of a name: C++, DARTS+, B+-tree, C#, A*.
_WORD = re.compile(r"([^\s+#*]+)([+#*]*)(?=(\S?))")
_NAME = re.compile(r"[^\W_]+")
#: A letter that a source could not write.
_LOST = re.compile(r"(?<=[^\W\d_])[?\N{REPLACEMENT CHARACTER}](?=[^\W\d_])")
_SUBTITLE = re.compile(r"[:?!]\s|\s[-–—―]+\s|[—―]|(?<=\S)\s\((?=\w{3})")

NUMBER_WORDS = {
    word: str(number)
    for names in (
        "zero one two three four five six seven eight nine ten eleven twelve",
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "0th 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th",
        "- - ii iii iv - vi vii viii ix - xi xii xiii xiv xv xvi xvii xviii xix xx",
    )
    for number, word in enumerate(names.split())
    if word != "-"
}
#: Letters that are numbers where they count parts.
SINGLE_NUMERALS = {"i": "1", "v": "5", "x": "10"}
_PART_NAMES = (
    "part parts vol volume volumes chapter book episode phase stage issue no number section version"
    " edition report series lecture"
)
_PART_WORDS = frozenset(_PART_NAMES.split())


@dataclass(frozen=True)
class TitleParts:
    """What is compared of one title. All text is folded: no case, no accents, no punctuation.

    `key` is equal for all spellings of a title; empty only when the title is. `main_key` is the
    key of what stands before the subtitle, and equals `key` when there is none. `numbers` are
    all numbers in order, also roman ones and words; `part` is what follows "Part", "Volume" ….
    `names` are the words that look like a name of a model or system, `acronyms` those of
    them that end in a capital.
    """

    key: str
    words: tuple[str, ...]
    main_key: str
    main_words: tuple[str, ...]
    numbers: tuple[str, ...]
    part: tuple[str, ...]
    names: frozenset[str]
    acronyms: frozenset[str]

    @property
    def has_subtitle(self) -> bool:
        """Whether something follows a colon, a dash, a question mark or an opening bracket."""
        return self.main_key != self.key

    @property
    def digits(self) -> tuple[str, ...]:
        """The numbers written in digits: what a key alone does not tell apart, 1.1 and 11."""
        return tuple(number for word in self.words for number in _NUMBER.findall(word))


@functools.lru_cache(maxsize=65_536)
def title_parts(title: str) -> TitleParts:
    r"""Return what is compared of `title`, which may hold formulas between `\(` and `\)`."""
    plain = _LOST.sub("", _FORMULA_MARKS.sub("", _COMMAND.sub(_command, title))).strip()
    folded = _fold(plain)
    words = _words(folded)
    subtitle = _SUBTITLE.search(plain)
    main_words = _words(_fold(plain[: subtitle.start()])) if subtitle else words
    names = _names(plain)
    key = _key(words) or folded.strip()
    return TitleParts(
        key=key,
        words=words,
        main_key=_key(main_words) or key,
        main_words=main_words or words,
        numbers=_numbers(words, len(main_words)),
        part=_part(words, len(main_words)),
        names=_folded(names),
        acronyms=_folded([name for name in names if name[-1].isupper()]),
    )


def translations(title: TitleParts) -> frozenset[str]:
    """Return the languages that a title says it is a translation into: "(German version)"."""
    return frozenset(
        one for one, next_ in itertools.pairwise(title.words) if one in LANGUAGES and next_ in TEXTS
    )


def _key(words: tuple[str, ...]) -> str:
    return "".join(words).replace(".", "")


def _command(found: re.Match[str]) -> str:
    return _COMMANDS.get(found[1].lower(), f"{found[1]} ")


def _fold(text: str) -> str:
    """Return `text` in lower case, in plain letters, `&` between words as `and`."""
    folded = text.lower()
    if not text.isascii():
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        folded = folded.translate(_LETTERS).translate(MARKS)
        folded = _GREEK_LETTER.sub(lambda found: GREEK.get(found[0], found[0]), folded)
    return _THOUSANDS.sub("", _AND.sub("and", folded))


class _Signs(dict[int, str]):
    """For `str.translate`: each character that no word holds becomes a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = char.isalnum() or char in "+#*" or unicodedata.category(char).startswith("M")
        self[code] = char if kept else " "
        return self[code]


_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ"), "")
_SIGNS = _Signs(_APOSTROPHES | {ord(_KEPT_POINT): _KEPT_POINT})


def _words(folded: str) -> tuple[str, ...]:
    """Return the words of folded text; a point stays inside a number only: `2.0`."""
    spaced = _POINT.sub(_KEPT_POINT, folded).translate(_SIGNS).replace(_KEPT_POINT, ".")
    return tuple(
        word + _signs_of_name(word, signs, after) for word, signs, after in _WORD.findall(spaced)
    )


def _signs_of_name(word: str, signs: str, after: str) -> str:
    """Return those of the signs behind `word` that belong to it: `after` is the next letter."""
    if not signs:
        return ""
    if signs.startswith("+") and (len(signs) > 1 or not after):
        return "+" * (len(signs) - len(signs.lstrip("+")))
    if signs == "#" and not after:
        return signs
    # A star makes another name of a single letter (A*, R*-tree); elsewhere it marks a footnote.
    return signs if signs == "*" and len(word) == 1 else ""


def _numbers(words: tuple[str, ...], main: int) -> tuple[str, ...]:
    """Return the numbers of a title; `main` is how many words stand before the subtitle."""
    found: list[str] = []
    for at, word in enumerate(words):
        number = _as_number(words, at, main)
        found.extend([number] if number else _NUMBER.findall(word))
    return tuple(found)


def _as_number(words: tuple[str, ...], at: int, main: int) -> str:
    """Return the number that a word without digits stands for, or an empty string."""
    word = words[at]
    if word in SINGLE_NUMERALS:
        # One letter is a number after "Part" and at the end: "Sorting I: Theory".
        marked = at > 0 and words[at - 1] in _PART_WORDS
        ends = at > 0 and at in (len(words) - 1, main - 1)
        return SINGLE_NUMERALS[word] if marked or ends else ""
    return NUMBER_WORDS.get(word, "")


def _part(words: tuple[str, ...], main: int) -> tuple[str, ...]:
    """Return what follows each word such as "Part" and is a number or one letter."""
    found = []
    for at in range(1, len(words)):
        if words[at - 1] in _PART_WORDS:
            word = words[at]
            number = _as_number(words, at, main)
            if number or _NUMBER.fullmatch(word) or len(word) == 1:
                found.append(number or word)
    return tuple(found)


def _names(plain: str) -> list[str]:
    """Return the words that look like names, as printed: mixed case, digits, or capitals only.

    Capitals say nothing in a title of some words that is written in capitals.
    """
    words = _NAME.findall(plain)
    letters = list(filter(str.isalpha, plain))
    shouted = len(words) > 1 and sum(map(str.isupper, letters)) > len(letters) / 2
    return [word for word in words if _looks_like_name(word, shouted)]


def _folded(names: list[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in _words(_fold(name)))


def _looks_like_name(word: str, shouted: bool) -> bool:
    if word.isalpha():
        return not shouted and word[1:] != word[1:].lower()
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
