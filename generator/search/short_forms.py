"""Learns from the texts which short form stands for which words: MoE for "mixture of experts".

The candidates are those of Schwartz and Hearst, "A simple algorithm for identifying abbreviation
definitions in biomedical text", PSB 2003: "Long Form (LF)" and "LF (Long Form)". A long form is
taken only where each of its words begins with a letter of the short one, so that no piece of a
sentence is one.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse

from generator.cache.packing import digest
from generator.cache.parts import runs
from generator.cache.store import NO_CACHE, Cache
from generator.model import Topic
from generator.search.tokens import folded
from generator.terms.wording import MAX_WORD, STOP_WORDS, stem
from generator.text.words import fold, words
from generator.values.paper import Paper
from generator.values.text import Text
from generator.workers import HERE, Workers

#: A long form: the stems of its words.
Long = tuple[str, ...]

#: Two capitals at least; what is longer than ten letters is a name, not a short form (ibid.).
_SHORT = re.compile(r"(?=[a-z0-9]*[A-Z][a-z0-9]*[A-Z])[A-Za-z][A-Za-z0-9]{1,9}")
_IN_BRACKETS = re.compile(r"\(([^()]{2,80})\)")
#: The word before a bracket, and how many characters tell that it is a whole one.
_LAST_WORD, _WITH_WORD = re.compile(r"\b([A-Za-z0-9]{2,11}) $"), 13
_BEFORE = re.compile(r"[^.;:,!?()\[\]\"“”]*$")
_WORD = re.compile(r"[^\W_]+")
#: Words that a long form may have without a letter in the short one; others are of a sentence.
_LINKS = frozenset(
    "a an and as at by for from in into of on or over per the through to via with without".split()
)
#: Characters before a bracket that may hold a long form of twenty words.
_REACH = 240
#: Papers are read so many at a time.
AT_ONCE = 256
#: People who wrote a topic's phrases chose them; a text may say anything.
_OF_A_TOPIC = 2


@dataclass(frozen=True)
class ShortForms:
    """What is known: the long forms of each short one, the most used first, with their papers.

    `written` has the words of each long form as they are written most.
    """

    longs: Mapping[str, Mapping[Long, int]] = field(default_factory=dict)
    written: Mapping[Long, str] = field(default_factory=dict)

    @functools.cached_property
    def shorts(self) -> Mapping[Long, Sequence[str]]:
        """The short forms of each long one."""
        found: defaultdict[Long, list[str]] = defaultdict(list)
        for short, longs in self.longs.items():
            for long in longs:
                found[long].append(short)
        return found

    @functools.cached_property
    def _lengths(self) -> Mapping[str, Sequence[int]]:
        """How many words the long forms have that begin with a stem."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for long in self.shorts:
            found[long[0]].add(len(long))
        return {first: sorted(lengths) for first, lengths in found.items()}

    def meant(self, short: str) -> list[Long]:
        """Return what a short form stands for where a text does not say.

        It is the most used long form, or all that are used as much.
        """
        longs = self.longs.get(short, {})
        most = max(longs.values(), default=0)
        return [long for long, count in longs.items() if count == most]

    def missing(self, paper: Paper) -> list[str]:
        """Return the other forms of what a paper's texts say, short or long, that they have not."""
        text = paper.said()
        shorts = {short for short in _short_forms(text) if short in self.longs}
        longs = set(self._longs_in(_stems(text)))
        found: dict[str, None] = {}
        for short in sorted(shorts):
            if longs.isdisjoint(self.longs[short]):
                for long in self.meant(short):
                    found |= dict.fromkeys(_telling(self.written[long]))
        for long in sorted(longs):
            found |= dict.fromkeys(short for short in self.shorts[long] if short not in shorts)
        return list(found)

    def _longs_in(self, stems: Sequence[str]) -> Iterator[Long]:
        lengths = self._lengths
        for at in [at for at, first in enumerate(stems) if first in lengths]:
            for length in lengths[stems[at]]:
                long = tuple(stems[at : at + length])
                if long in self.shorts:
                    yield long


def learn(
    papers: Sequence[Paper],
    topics: Iterable[Topic],
    workers: Workers = HERE,
    cache: Cache = NO_CACHE,
) -> ShortForms:
    """Return what titles, summaries and abstracts say of short forms, and phrases of one topic."""
    counts: defaultdict[str, Counter[Long]] = defaultdict(Counter)
    written: defaultdict[Long, Counter[str]] = defaultdict(Counter)

    def note(short: str, long: str, count: int) -> None:
        stems = tuple(_stems(long))
        counts[short][stems] += count
        written[stems][" ".join(words(long))] += 1

    for topic in topics:
        for short, long in sorted(_in_topic(topic)):
            note(short, long, _OF_A_TOPIC)
    chunks = runs(range(len(papers)), lambda row: papers[row].id, AT_ONCE)
    said = cache.map(
        "explained",
        explained,
        chunks,
        papers,
        lambda rows: digest([_texts(papers[row]) for row in rows]),
        workers,
    )
    for found in said:
        for short, long in found:
            note(short, long, 1)
    return ShortForms(
        {
            short: dict(sorted(longs.items(), key=lambda item: (-item[1], item[0])))
            for short, longs in sorted(counts.items())
        },
        {
            stems: min(forms.items(), key=lambda item: (-item[1], item[0]))[0]
            for stems, forms in written.items()
        },
    )


def explained(papers: Sequence[Paper], rows: Sequence[int]) -> list[tuple[str, str]]:
    """Return each short form that some papers explain and its long form, each once for a paper."""
    found = []
    for row in rows:
        said = [text.plain for text in _texts(papers[row])]
        found += sorted({(s, " ".join(words(long))) for text in said for s, long in defined(text)})
    return found


def _texts(paper: Paper) -> tuple[Text, Text, Text]:
    return paper.work.title, paper.curation.summary, paper.work.abstract


def defined(text: str) -> Iterator[tuple[str, str]]:
    """Return each short form that a text explains, without the s of a plural, and its long form."""
    for match in _IN_BRACKETS.finditer(text):
        begin, inside = match.start(), re.split("[;,]", match[1])[0].strip()
        short = _short_form(inside)
        if short:
            reach = text[max(0, begin - _REACH) : begin]
            long = _long_form(short, (_BEFORE.search(reach) or [""])[0])
        else:
            before = _LAST_WORD.search(text[max(0, begin - _WITH_WORD) : begin])
            short = _short_form(before[1]) if before else ""
            long = inside if short and _stands_for(short, inside) else ""
        if short and long:
            yield short, long.strip()


# Texts have the same words with capitals again and again, most of them at the start of sentences.
@functools.lru_cache(maxsize=65_536)
def _short_form(word: str) -> str:
    """Return a word that looks like a short form, without the s of a plural; else nothing."""
    single = word.removesuffix("s") if len(word) > 2 else word
    return single if _SHORT.fullmatch(single) else ""


def _short_forms(text: str) -> set[str]:
    some = filterfalse(str.islower, set(_WORD.findall(text)))
    return {short for word in some if (short := _short_form(word))}


def _long_form(short: str, before: str) -> str:
    """Return the fewest last words of `before` that `short` stands for; else nothing."""
    found = list(re.finditer(r"\S+", before))
    most = min(len(short) + 5, 2 * len(short))
    for match in found[: -most - 1 : -1]:
        if _stands_for(short, before[match.start() :]):
            return before[match.start() :]
    return ""


def _stands_for(short: str, long: str) -> bool:
    """Whether each word has its first letter in `short`, and `short` no other than of the words.

    Small words, and the parts of a word with hyphens behind the first, may be left out.
    """
    pieces: list[tuple[str, bool]] = []
    for word in fold(long).split():
        parts = _WORD.findall(word)
        pieces += [(part, at > 0 or part in _LINKS) for at, part in enumerate(parts)]
    if len(pieces) < 2 or len(pieces) > 2 * len(short) + 5 or pieces[0][1]:
        return False
    letters = fold(short)
    if letters in {piece for piece, _ in pieces} or pieces[-1][0] in STOP_WORDS:
        return False
    return 0 in _left({len(letters)}, letters, pieces)


def _left(left: set[int], letters: str, pieces: Sequence[tuple[str, bool]]) -> set[int]:
    """Return how many of the letters may be left, taken in order by the pieces, piece by piece."""
    for piece, optional in pieces:
        now = set(left) if optional else set()
        for many in left:
            at = len(letters) - many
            place = 0
            while at < len(letters):
                found = piece.find(letters[at], place)
                if found < 0 or (place == 0 and found > 0):
                    break
                place, at = found + 1, at + 1
                now.add(len(letters) - at)
        left = now
    return left


def _in_topic(topic: Topic) -> Iterator[tuple[str, str]]:
    phrases = [phrase.text for phrase in topic.phrases if phrase.weight > 0]
    shorts = {short for text in phrases if (short := _short_form(text))}
    for long in (*phrases, topic.name.plain):
        letters = _initials(long)
        yield from ((short, long) for short in shorts if fold(short) in letters)


def _initials(long: str) -> set[str]:
    """Return the first letters of all words, and of those that are not small."""
    found = words(long)
    return {"".join(word[0] for word in some) for some in (found, _telling(long)) if len(some) > 1}


def _telling(text: str) -> list[str]:
    return [word for word in words(text) if word not in STOP_WORDS]


def _stems(text: str) -> list[str]:
    return list(map(_stem, _WORD.findall(folded(text))))


@functools.lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return stem(word) if len(word) <= MAX_WORD else word
