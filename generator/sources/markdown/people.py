"""Whether a run of text is a list of authors, and which."""

from __future__ import annotations

import re
import unicodedata

from generator.values.name_list import ET_AL, part_list, without_rest
from generator.values.name_words import NOT_A_PERSON, PARTICLES, SUFFIXES

_BY = re.compile(r"^\s*(?:by|authors?|from)\s*:?\s+", re.IGNORECASE)
_EDGES = " \t,;:.|·•–—-*_`"
#: A word of a name: a capital, or an initial.
_NAME_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?|[^\W\d_]\.(?:-?[^\W\d_]\.)*")
#: Where somebody works: "Ada Example (University of Wool)".
_PLACES = re.compile(r"(?<=\w) \([^\W\d_][^()\d]{1,80}\)(?=,|\s*$| et al)")
#: With initials before it one name is a name: "Y. Example".
_INITIALS_FIRST = re.compile(r"(?:[^\W\d_a-z]\.[ -]?){1,3}[^\W\d_a-z][^\W\d_]+(?:[-'’ ][^\W\d_]+)?")
_INITIAL_LAST = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]\.(?=[ \t,;:.|]{0,9}$)")
#: Words of scripts without spaces that are longer are no name.
_SENTENCE = re.compile("[\u3040-\u30ff\u3400-\u9fff]{7}")
_MOST_WORDS = 5
_LONGEST = 2_000


def people_in(text: str, *, sure: bool) -> tuple[str, ...]:
    """Return the names that a text lists, with "et al." behind them; empty if it is no list.

    `sure` is whether something else tells that it may be one: emphasis, or "by". Else one name
    alone says nothing, since "Deep Learning" looks like one.
    """
    text = unicodedata.normalize("NFC", text)
    shown = _BY.sub("", text)
    is_said = shown != text or sure
    shown = _trimmed(" ".join(_PLACES.sub(" ", shown).split()))
    if not shown or len(shown) > _LONGEST:
        return ()
    parted = part_list(shown)
    if not parted.sure and "," in shown:
        # Lists print names in their natural order: what commas part are whole names.
        parted = part_list(shown.replace(",", ";"))
    names = [_trimmed(name) if name != ET_AL else name for name in parted.names]
    people = [name for name in names if name != ET_AL]
    more = len(names) > len(people)
    # A family name alone is one only before "et al.".
    least = 1 if more and len(people) == 1 else 2
    if not people or not all(_is_name(without_rest(name), least) for name in people):
        return ()
    if len(people) == 1 and not (more or is_said or _INITIALS_FIRST.fullmatch(people[0])):
        return ()
    return tuple(names)


def _trimmed(text: str) -> str:
    """Return a text without signs around it, but with the full stop of a last initial."""
    found = _INITIAL_LAST.search(text)
    return text[: found.end()].lstrip(_EDGES) if found else text.strip(_EDGES)


def _is_name(text: str, least: int) -> bool:
    words = text.replace(",", " ").split()
    if not least <= len(words) <= _MOST_WORDS:
        return False
    if _SENTENCE.search(text) or any(word.lower() in NOT_A_PERSON for word in words):
        return False
    return all(
        word in PARTICLES or word in SUFFIXES or _NAME_WORD.fullmatch(word) for word in words
    )
