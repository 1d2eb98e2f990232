"""Authors that cannot be: no name, several names in one, a name in capitals, one person twice."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from generator.checks.finding import Finding
from generator.problems import quoted
from generator.text.words import words
from generator.values.name import Name
from generator.values.name_marks import bare_name
from generator.values.paper import Paper

_ET_AL = re.compile(r"\bet\.? ?al\b|\band others\b|^others$|…|\.\.\.", re.IGNORECASE)
_LEFT_OVER = re.compile(r"(?:and|&) |.* (?:and|&)$|[,;]", re.IGNORECASE)
_ADDRESS = re.compile(r"@|://|\bwww\.", re.IGNORECASE)
_MARKS = re.compile(r"[*†‡§¶#<>{}|\\^]")
#: Two names with an "and" between them; one word on a side may be a firm: "Salt and Pepper".
_TWO_NAMES = re.compile(r"\S \S+ (?:and|&) \S+ \S|;", re.IGNORECASE)
_SHORTENS = ("shortens the list", "name every author")
_NUMERAL = re.compile(r"[IVX]+")
_WORD = re.compile(r"[^\W\d_]+")


def no_names(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield authors that are not one name: with digits, addresses, marks, an "and"; "et al."."""
    for paper in papers:
        authors = paper.work.authors
        if authors and authors[-1].others and not _ET_AL.search(authors[-1].printed):
            # The "et al." was an item of its own behind the last name.
            field = f"authors[{len(authors) + 1}]"
            yield Finding(paper.id, paper.place(field), f"{field} {_SHORTENS[0]}", _SHORTENS[1])
    for paper, field, author in _authors(papers):
        why, hint = _why_no_name(author)
        if why:
            what = f"{field}: {quoted(author.printed)} {why}"
            yield Finding(paper.id, paper.place(field), what, hint)


def _why_no_name(name: Name) -> tuple[str, str]:
    """Return what is wrong and what to do; both are empty where nothing is."""
    author = bare_name(name.printed)
    if _ET_AL.search(author):
        return _SHORTENS
    if _LEFT_OVER.match(author.strip()):
        return "has a word or sign of the list around it", "keep the name only"
    if _ADDRESS.search(author):
        return "holds an address", "keep the name only"
    if any(char.isdigit() for char in author):
        return "has digits", "keep the name only"
    if _MARKS.search(author):
        return "has a sign that no name has", "keep the name only"
    if _TWO_NAMES.search(author) or (author.count(",") > 1 and not _is_in_parts(name)):
        return "is several names", "write one name an item of the list"
    return "", ""


def _is_in_parts(author: Name) -> bool:
    """Whether it is the name of a person: commas part family name, given names and a suffix."""
    return not author.literal


def capitals(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield names all in capitals or all in small letters, or with a family name in capitals."""
    for paper, field, author in _authors(papers):
        why = "" if any(_why_no_name(author)) else _which_capitals(author)
        if why:
            yield Finding(
                paper.id,
                paper.place(field),
                f"{field}: {quoted(author.printed)} {why}",
                f"write names in normal case: {_normal_case(author.printed)}",
            )


def _which_capitals(name: Name) -> str:
    """Return what is wrong with the case of a name; empty for one word, which may be a group's."""
    author = name.printed
    parts = _WORD.findall(author)
    if len(parts) < 2:
        return ""
    if author.islower():
        return "is all in small letters"
    if author.isupper():
        return "is all in capitals" if max(map(len, parts)) > 2 else ""
    last = parts[-1]
    # Ada LI is a name or one with its initials behind: neither is normal. AJ Quill is.
    if (_is_in_parts(name) and any(_is_shouted(part, 3) for part in parts)) or (
        _is_shouted(last, 2) and author.endswith(f" {last}") and last != "AI"
    ):
        return "has a word in capitals"
    return ""


def _is_shouted(word: str, letters: int) -> bool:
    return len(word) >= letters and word.isupper() and not _NUMERAL.fullmatch(word)


def _normal_case(author: str) -> str:
    if author.islower():
        return author.title()
    return _WORD.sub(
        lambda word: word[0].capitalize() if _is_shouted(word[0], 2) else word[0], author
    )


def twice(papers: Sequence[Paper], _today: dt.date) -> Iterator[Finding]:
    """Yield papers that name an author twice, also in another order of the name's parts."""
    for paper in papers:
        first: dict[tuple[str, ...], int] = {}
        again: list[tuple[int, int]] = []
        for number, author in enumerate(paper.work.authors, 1):
            key = tuple(words(author.natural))
            if first.setdefault(key, number) != number and key:
                again.append((number, first[key]))
        if again:
            number, before = again[0]
            field = f"authors[{number}]"
            printed = paper.work.authors[number - 1].printed
            more = f", and {len(again) - 1} more stand twice" if len(again) > 1 else ""
            yield Finding(
                paper.id,
                paper.place(field),
                f"{field}: {quoted(printed)} is author {before}, too{more}",
                "remove one, unless two people have this name",
            )


def _authors(papers: Sequence[Paper]) -> Iterator[tuple[Paper, str, Name]]:
    for paper in papers:
        for number, author in enumerate(paper.work.authors, 1):
            yield paper, f"authors[{number}]", author
