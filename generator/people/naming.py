"""The printed form of a person's name, and the other forms that papers have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.people.form import Form, form_of
from generator.values.name import Name


def printed(names: Sequence[Name]) -> tuple[Name, tuple[Name, ...]]:
    """Return the form that is printed, and the others, the commonest first.

    Full given names beat initials, then the form that most papers have wins, then the fuller one.
    Of one form in several spellings, the one in normal case and with accents is taken.
    """
    if all(name == names[0] for name in names):
        return names[0], ()  # as of most people
    counts = Counter(_plain(name) for name in names)
    by_text: dict[str, Name] = {}
    for name in names:
        by_text.setdefault(_plain(name), name)
    of_form: defaultdict[Form, list[str]] = defaultdict(list)
    for text, name in by_text.items():
        of_form[form_of(name)].append(text)

    def fullness(form: Form) -> tuple[object, ...]:
        papers = sum(counts[text] for text in of_form[form])
        in_order = bool(by_text[of_form[form][0]].family)
        return (form.is_initials, not in_order, -papers, -len(form.given), form.whole)

    best = min(of_form, key=fullness)
    chosen = min(of_form[best], key=lambda text: (*_care(text), -counts[text], text))
    others = sorted(counts.keys() - {chosen}, key=lambda text: (-counts[text], text))
    return by_text[chosen], tuple(by_text[text] for text in others)


def _plain(name: Name) -> str:
    return name.natural


def _care(text: str) -> tuple[bool, int]:
    """Return how little care a spelling was written with: case first, then accents that it lost."""
    return text.isupper() or text.islower(), -sum(not letter.isascii() for letter in text)
