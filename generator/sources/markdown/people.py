"""Whether a run of text is a list of authors, and which."""

from __future__ import annotations

import re

from generator.values.name_list import ET_AL, part_list, without_rest
from generator.values.name_words import NOT_A_PERSON, PARTICLES, SUFFIXES

_BY = re.compile(r"^\s*(?:by|authors?|from)\s*:?\s+", re.IGNORECASE)
_EDGES = " \t,;:.|·•–—-*_`"
#: A word of a name: a capital, or an initial.
_NAME_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?|[^\W\d_]\.(?:-?[^\W\d_]\.)*")
_MOST_WORDS = 5
_LONGEST = 2_000


def people_in(text: str, *, sure: bool) -> tuple[str, ...]:
    """Return the names that a text lists, with "et al." behind them; empty if it is no list.

    `sure` is whether something else tells that it may be one: emphasis, or "by". Else one name
    alone says nothing, since "Deep Learning" looks like one.
    """
    shown = _BY.sub("", text)
    is_said = shown != text or sure
    shown = " ".join(shown.split()).strip(_EDGES)
    if not shown or len(shown) > _LONGEST:
        return ()
    parted = part_list(shown)
    if not parted.sure and "," in shown:
        # Lists print names in their natural order: what commas part are whole names.
        parted = part_list(shown.replace(",", ";"))
    names = [name.strip(_EDGES) if name != ET_AL else name for name in parted.names]
    people = [name for name in names if name != ET_AL]
    more = len(names) > len(people)
    # "Quill et al." is somebody; "Deep Learning" has two words as well.
    least = 1 if more and len(people) == 1 else 2
    if not people or not all(_is_name(without_rest(name), least) for name in people):
        return ()
    if len(people) == 1 and not (more or is_said):
        return ()
    return tuple(names)


def _is_name(text: str, least: int) -> bool:
    words = text.replace(",", " ").split()
    if not least <= len(words) <= _MOST_WORDS:
        return False
    if any(word.lower() in NOT_A_PERSON for word in words):
        return False
    return all(
        word in PARTICLES or word in SUFFIXES or _NAME_WORD.fullmatch(word) for word in words
    )
