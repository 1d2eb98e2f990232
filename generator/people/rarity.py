"""How common a name is, estimated from the names of the catalogue itself.

If family and given names were drawn apart, n names with one family name, m with one given name
and N in all would make n·m/N people who happen to have both: the expected namesakes. "Wei Wang"
has several in ten thousand authors, "Ada Quillington" has none in a million. It needs no list of
names of any language, and follows the size and the field of a catalogue.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from generator.people.form import Form

#: What a given name that nobody else has counts: the next author may have it (Krichevsky and
#: Trofimov, The Performance of Universal Encoding, 1981).
UNSEEN = 0.5
#: No name is believed to be rarer than one in so many, as a power of two.
MOST = 12.0
#: Fewer names than this say too little of how common any is.
FEWEST = 200


class Rarity:
    """What the different names of a catalogue say of each other."""

    def __init__(self, forms: Iterable[Form]) -> None:
        people = {(form.family, form.first) for form in forms if form.is_person}
        self._families = Counter(family for family, _ in people)
        self._given = Counter(given for _, given in people)
        self._initials = Counter(given[0] for _, given in people)
        self._size = max(FEWEST, len(people))
        self._bits: dict[Form, float] = {}

    def expected(self, form: Form) -> float:
        """Return how many people beside the bearer are expected to have a name."""
        given = self._initials[form.first[0]] if form.is_initials else self._given[form.first]
        family = max(UNSEEN, self._families[form.family] - 1)
        return family * max(UNSEEN, given - 1) / self._size

    def bits(self, form: Form) -> float:
        """Return how rare a name is: 0 where one namesake is expected, 1 for half a one."""
        found = self._bits.get(form)
        if found is None:
            rare = -math.log2(self.expected(form)) if form.is_person else MOST
            found = self._bits[form] = min(MOST, rare)
        return found
