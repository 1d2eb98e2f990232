"""Whether a work that a service answers is the one that was asked for.

By an identifier the work must carry that identifier itself, and its title must be near enough to
those that are known: a preprint and its publication often differ in a name before the title, in a
subtitle or in some words. By a title the two must be one title but for its spelling.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from generator.merge.evidence import same_authors
from generator.merge.features import Features, features
from generator.merge.titles import TitleParts
from generator.merge.word_lists import FUNCTION_WORDS, NOTE_WORDS, SMALL_WORDS
from generator.merge.wording import Changes, changes, lemma
from generator.problems import Place, Problems, quoted
from generator.sources.base import SourceFile
from generator.sources.said import Said, record_of
from generator.sources.services.service import text
from generator.text.repair import LATEX_STEPS
from generator.values.asked import Asked
from generator.values.identifier import KINDS, Identifier, resolved
from generator.values.name import Name
from generator.values.paper import Rank, SourceRecord
from generator.values.text import Text
from generator.values.work import Work

#: Titles of one paper share so much of their words and of their letters (0 to 1), and so many
#: words; short ones share most letters. Of the first catalogue's 546 papers, which are all of one
#: field, 3 of 148,785 pairs of titles do, and 22 of the 25 other titles that their versions have
#: elsewhere (`python -m benchmarks.right_work`).
LEAST_WORDS_SHARED, LEAST_LETTERS_SHARED = 0.66, 0.75
LEAST_COMMON, LEAST_OF_SHORT = 4, 0.85
#: A title of fewer words is that of several papers; then an author must speak for it, too.
LEAST_WORDS = 3
#: What stands before a colon names one paper from so many words, if both have something behind it.
LEAST_MAIN_WORDS = 3
#: Of so many words and letters one may be misspelt.
LEAST_MISSPELT = (4, 25)

_TELL_NOTHING = SMALL_WORDS | FUNCTION_WORDS | NOTE_WORDS
_FILE = SourceFile(Path(), "", "")
_PLACE = Place("")


def identifiers_of(said: Said) -> frozenset[Identifier]:
    """Return the identifiers that a work carries by their names, with what DOIs of them mean."""
    found = (
        Identifier(kind, normal)
        for kind, known in KINDS.items()
        if (normal := known.normal(text(said.values.get(kind))))
    )
    return frozenset(resolved(found))


def by_identifier(
    batch: Sequence[Asked], works: Iterable[Said]
) -> Mapping[Asked, tuple[Said, ...]]:
    """Return which works carry the identifier of which of a batch, in the order of the works.

    A work that carries none of them is nobody's; but what comes to a question for one alone is its,
    so that it can be told that another came.
    """
    of: dict[Identifier, list[Asked]] = {}
    for asked in batch:
        for identifier in _meant(asked):
            of.setdefault(identifier, []).append(asked)
    found: dict[Asked, list[Said]] = {}
    for work in works:
        owners = {asked for one in identifiers_of(work) for asked in of.get(one, ())}
        for asked in owners or (batch if len(batch) == 1 else ()):
            found.setdefault(asked, []).append(work)
    return {asked: tuple(found[asked]) for asked in batch if asked in found}


def by_question(batch: Sequence[Asked], works: Iterable[Said]) -> Mapping[Asked, tuple[Said, ...]]:
    """Return which works answer which of a batch: all of them a title, which stands alone."""
    if batch[0].identifier is None:
        return {batch[0]: tuple(works)}
    return by_identifier(batch, works)


def refusal(
    asked: Asked, said: Said, titles: Sequence[str] = (), authors: Sequence[Name] = ()
) -> str:
    """Return in words why a work is not the one that was asked for; empty if it is.

    `titles` and `authors` are what is known of the paper; without any title each is right.
    """
    record = record_of(said, _FILE, Problems())
    if record is None:
        return f"what came for {asked} has no title"
    title = record.work.title.plain
    if asked.identifier is None:
        return _refusal_by_title(asked, record, authors)
    if wrong := _other_identifier(asked, said):
        return f"asked for {asked}, it gave {wrong}: {quoted(title, 120)}"
    if not titles or any(_is_near(_features(one), features(record)) for one in titles):
        return ""
    return f"{asked} has another title there: {quoted(title, 120)}; here {_all(titles)}"


def _refusal_by_title(asked: Asked, record: SourceRecord, authors: Sequence[Name]) -> str:
    wanted, found = _features(asked.value, authors), features(record)
    title = quoted(record.work.title.plain, 120)
    if not _is_same(wanted, found):
        return f"asked for {quoted(asked.value, 120)}, it gave {title}"
    agree = same_authors(wanted.authors, found.authors)
    if agree is False:
        there = _first(record.work.authors)
        return f"{title} is of other authors there: {there}; here {_first(authors)}"
    if agree is None and (wanted.generic or len(wanted.title.words) < LEAST_WORDS):
        return f"{title} may be the title of several papers; give an identifier instead"
    return ""


def _meant(asked: Asked) -> tuple[Identifier, ...]:
    return resolved([asked.identifier]) if asked.identifier else ()


def _other_identifier(asked: Asked, said: Said) -> str:
    """Return which identifier a work carries in place of that which was asked for, if it does."""
    carried, meant = identifiers_of(said), _meant(asked)
    if not carried.isdisjoint(meant):
        return ""
    same_kind = sorted(one for one in carried if one.kind in {item.kind for item in meant})
    others = same_kind or sorted(carried)
    return f"{others[0].kind}:{others[0].value}" if others else "what has no identifier"


def _features(title: str, authors: Sequence[Name] = ()) -> Features:
    work = Work(title=Text.read(title, LATEX_STEPS), authors=tuple(authors))
    return features(SourceRecord(rank=Rank.SERVICE, source="", place=_PLACE, work=work))


def _is_same(a: Features, b: Features) -> bool:
    """Whether two titles are one but for their spelling and one slip of the pen."""
    one, other = a.title, b.title
    if a.notice.kind != b.notice.kind or one.numbers != other.numbers or one.part != other.part:
        return False
    if one.key == other.key:
        return bool(one.key) and one.digits == other.digits
    words, letters = LEAST_MISSPELT
    if min(len(one.words), len(other.words)) < words or min(len(one.key), len(other.key)) < letters:
        return False
    found = changes(one, other)
    return found == Changes(typos=found.typos) and found.typos <= 1


def _is_near(a: Features, b: Features) -> bool:
    """Whether two titles may be those of one paper in two versions."""
    one, other = a.title, b.title
    # An erratum is a work of its own; "Retracted: …" is the paper.
    if (a.notice.is_work or b.notice.is_work) and a.notice.kind != b.notice.kind:
        return False
    if one.key == other.key:
        return True
    if one.part != other.part:
        return False
    if one.main_key == other.main_key and (
        one.has_subtitle != other.has_subtitle or len(one.main_words) >= LEAST_MAIN_WORDS
    ):
        return not (a.generic or b.generic)
    said, found = _telling(one), _telling(other)
    common = len(said & found)
    letters = fuzz.ratio(one.key, other.key) / 100
    if common < LEAST_COMMON and letters < LEAST_OF_SHORT:
        return False
    enough = 2 * common >= LEAST_WORDS_SHARED * (len(said) + len(found))
    return enough and letters >= LEAST_LETTERS_SHARED


def _telling(title: TitleParts) -> frozenset[str]:
    return frozenset(lemma(word) for word in title.words if word not in _TELL_NOTHING)


def _all(titles: Sequence[str]) -> str:
    return " and ".join(quoted(title, 120) for title in titles)


def _first(authors: Sequence[Name]) -> str:
    return authors[0].natural if authors else "nobody"
