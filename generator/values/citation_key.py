"""The keys by which texts cite papers: `vaswani2017attention`.

A key is the family name of the first author, the year and the first telling word of the title, as
Google Scholar makes it, unless a source has one for its paper. All keys of a catalogue are given
together, so that no two are the same: see docs/decisions/0015-keys-of-citations-last.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from generator.ids import digest, in_ascii
from generator.text.unicode import normal
from generator.values.name import Name
from generator.values.paper import Paper
from generator.values.work import Work

#: A longer key of a source was made by a program that ran wild.
_LONGEST = 120
#: What biber and BibTeX read in a key and neither a shell, YAML nor a page acts on. Letters of any
#: script: BibTeX takes the bytes of UTF-8 as they are. ADS has journals with & in its keys.
_LEGAL = re.compile(r"[^\W_](?:[\w.:/+&-]*[\w+/])?")
#: Longer parts are cut: names and words of scripts that leave no space between words.
_LONGEST_PART = 24
#: A word with fewer letters takes the next one in: U-Net, pre-training.
_SHORT = 4
#: How many words of a title a key takes before it takes a digest.
_MOST_WORDS = 3
_NO_YEAR = "-nd-"
_NO_DIGITS = str.maketrans("", "", "0123456789")
#: Of a title's words, those that tell nothing of it.
_UNTELLING = frozenset(
    "a about all an and are as at be been being between by can could do does for from has have how"
    " if in into is it its on or of our should that the their then these this those to toward"
    " towards under upon using via was we were what when where whether which who whom whose why"
    " will with within without would you your"
    " das dem den der des die ein eine einer eines im und von zur zum"
    " au aux de du la le les une sur et el los las un una y e il lo gli di della per".split()
)
#: A word: with an apostrophe inside but without that of "Newton's", a number with its commas.
_WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+|[.,][0-9]+)*(-(?=[^\W_]))?")


def legal_key(text: str) -> str:
    """Return the key that a source has if every program can read it, else an empty string.

    Letters, digits and `_-:./+&` may stand in it; it begins with a letter or digit. A key is never
    changed: changed, it would be one that no text cites.
    """
    key = unicodedata.normalize("NFC", text[: _LONGEST + 1].strip())
    return key if len(key) <= _LONGEST and _LEGAL.fullmatch(key) else ""


def citation_keys(papers: Iterable[Paper]) -> dict[str, str]:
    """Return the key of each paper, by its id; no two are the same, whatever their case.

    A source's own key is kept where one paper has it, or one paper with a record. Else a paper
    gets its shortest key; where several want one, the paper that is likely the oldest here does,
    see `_age`, and the others get more words of their titles, then a digest of their ids.
    """
    by_age = sorted(papers, key=_age)
    found = _own_keys(by_age)
    taken = {_folded(key) for key in found.values()}
    wanted = [(paper, list(_wanted(paper.lasting))) for paper in by_age if paper.id not in found]
    later: list[tuple[Paper, list[str]]] = []
    for paper, keys in wanted:
        if _folded(keys[0]) in taken:
            later.append((paper, keys))
        else:
            found[paper.id] = keys[0]
            taken.add(_folded(keys[0]))
    for paper, keys in later:
        key = next(key for key in _longer(keys, paper.id) if _folded(key) not in taken)
        found[paper.id] = key
        taken.add(_folded(key))
    return found


def _age(paper: Paper) -> tuple[bool, str, str, str]:
    """Sort papers so that one that comes to the catalogue later likely stands behind the others.

    Records of people first, by the day they were added; then what was published first.
    """
    added = str(paper.curation.added or "")
    issued = paper.lasting.issued
    published = f"{issued.month or 13:02}{issued.day or 32:02}" if issued else ""
    return not _has_record(paper), added, published, paper.id


def _has_record(paper: Paper) -> bool:
    return any(entry.by_hand for entry in paper.entries)


def _own_keys(papers: Sequence[Paper]) -> dict[str, str]:
    """Return, by id, the keys of sources that only one paper has, or one of those with records."""
    asked = [
        (paper.id, key, _has_record(paper))
        for paper in papers
        if (key := legal_key(paper.work.citation_key))
    ]
    by_people = Counter(_folded(key) for _, key, by_hand in asked if by_hand)
    by_all = Counter(_folded(key) for _, key, _ in asked)

    def is_its_own(key: str, *, by_hand: bool) -> bool:
        return by_all[key] == 1 or (by_hand and by_people[key] == 1)

    return {
        paper: key for paper, key, by_hand in asked if is_its_own(_folded(key), by_hand=by_hand)
    }


def _folded(key: str) -> str:
    """Return what BibTeX compares: it takes `Quill2020` and `quill2020` for one."""
    return unicodedata.normalize("NFC", key.casefold())


def _wanted(work: Work) -> Iterator[str]:
    """Yield keys for a work, from the shortest on, each a word longer."""
    words = _telling_words(work.title.plain)
    people = work.authors or work.editors
    first, least = (_family(people[0]) if people else ""), 1
    if not first:
        (first, *words), least = words or ["paper"], 0
    stem = first + (str(work.year) if work.year is not None else _NO_YEAR)
    for most in range(min(len(words), least), min(len(words), _MOST_WORDS) + 1):
        said = "".join(words[:most])
        # 2001-3d, not 20013d
        between = "-" if said[:1].isdecimal() and stem[-1:].isdecimal() else ""
        yield f"{stem}{between}{said}".strip("-")


def _longer(keys: Sequence[str], paper_id: str) -> Iterator[str]:
    yield from keys
    yield f"{keys[-1]}-{digest(paper_id)}"
    # Reached only by the design of whoever chose an id or a key.
    yield f"{keys[-1]}-{paper_id}"
    yield from (f"{keys[-1]}-{paper_id}-{number}" for number in count(2))


def _family(name: Name) -> str:
    """Return the family name in ASCII letters, without its particle; of a group its first word."""
    if name.family:
        return _ascii(name.family)
    return next(iter(_telling_words(name.literal, with_digits=False)), "")


def _telling_words(text: str, *, with_digits: bool = True) -> list[str]:
    """Return as many words as a key takes, in small ASCII letters: the first that tell something.

    Where none does, all words; where none has a letter, all numbers.
    """
    telling: list[str] = []
    others: list[str] = []
    numbers: list[str] = []
    for word in _words(text):
        said = word if with_digits else word.translate(_NO_DIGITS)
        if said.isdecimal():
            numbers.append(said)
        elif said in _UNTELLING or len(said) == 1:
            others.append(said)
        elif said:
            telling.append(said)
            if len(telling) > _MOST_WORDS:
                break
    return telling or others or numbers


def _words(text: str) -> Iterator[str]:
    """Yield words in small ASCII letters and digits; a short one takes the next one in."""
    short = ""
    for word in _WORD.finditer(normal(text)):
        short += _ascii(word[0])
        if word[1] and len(short) < _SHORT:
            continue
        if short:
            yield short[:_LONGEST_PART]
        short = ""


def _ascii(text: str) -> str:
    """Return a word in small ASCII letters and digits: Ørsted is orsted."""
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))[:_LONGEST_PART]
    plain: str = in_ascii(text, separator="")
    return plain[:_LONGEST_PART]
