"""Finds the documents that satisfy a clause of a query: a phrase, or a value of a field.

The theme's search/clauses.js does the same.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.search import query
from generator.search.files import ASIDE, AUTHOR, PREPRINT, TITLE, VENUE, YEAR, Class, Files
from generator.search.lexicon import LEAST_IN_FIELD, LEAST_PREFIX, Lexicon, Word, within
from generator.search.places import AUTHORS, Area
from generator.search.places import TITLE as TITLE_AREA
from generator.search.query import Clause
from generator.search.tokens import Compound, compounds, folded, forms

#: What the words of a clause mean, for those who want to mark or to correct them.
Seen = Callable[[Iterable[Class], str, str], None]
#: Where the documents of some classes have them; None for a small word that is everywhere.
_Places = Mapping[int, set[int]] | None
#: A venue may be named with its year: "ICLR 2023".
_FIELDS = {"author": AUTHOR, "title": TITLE, "venue": VENUE | YEAR}
_ANYWHERE = Area(0, AUTHORS.end)


def goes_on(text: str, word: str) -> bool:
    """Whether a text ends with a word, or with stars behind it, so that the word may go on.

    Only what it ends with may: not "darts+", nor a word with a space behind.
    """
    return folded(text).rstrip("*").endswith(word[-1:])


class Clauses:
    """Finds documents. `seen` is told the classes of each word, the word and its correction."""

    def __init__(self, files: Files, lexicon: Lexicon, seen: Seen, *, literal: bool) -> None:
        self._files = files
        self._lexicon = lexicon
        self._seen = seen
        self._literal = literal

    def passing(self, asked: Sequence[Clause], documents: Sequence[int]) -> list[int]:
        """Return those of some documents that satisfy every clause, in their order.

        Where none has a year that is asked for, years of preprints count as well.
        """
        found = {clause: self.documents(clause) for clause in asked}
        passing = _passing(found, documents)
        of_year = [clause for clause in asked if clause.field == "year" and not clause.excluded]
        if passing or not of_year:
            return passing
        found |= {clause: self.documents(clause, preprints=True) for clause in of_year}
        return _passing(found, documents)

    def documents(self, clause: Clause, *, preprints: bool = False) -> set[int]:
        """Return the documents that have what a clause names, excluded or not.

        With `preprints`, the year of a preprint is as good as that of the publication.
        """
        if clause.field == "year":
            field = YEAR | PREPRINT if preprints else YEAR
            return self._of_years(*(query.years(clause.text) or (0, 0)), field)
        if clause.field == "code":
            wanted = "1" if query.code(clause.text) == "yes" else "0"
            return {at for at, sign in enumerate(self._files.facets["k"]) if sign == wanted}
        if clause.field == "kind":
            kinds = self._files.facets["kinds"]
            chosen = {str(at + 1) for at in self._chosen(clause, [(kind,) for kind in kinds])}
            return {at for at, sign in enumerate(self._files.facets["c"]) if sign in chosen}
        if clause.field == "topic":
            names = [(name, slug) for slug, name, _ in self._files.start["topics"]]
            topics = self._chosen(clause, names)
            given = self._files.facets["t"]
            return {at for at, some in enumerate(given) if not topics.isdisjoint(some)}
        if clause.field == "title" and clause.quoted:
            return self._of_phrase(clause, TITLE_AREA, TITLE)
        if clause.field:
            return self._of_field(clause, _FIELDS[clause.field])
        return self._of_phrase(clause, _ANYWHERE, 0)

    def _of_years(self, first: int, last: int, field: int) -> set[int]:
        known = {year: self._in_field(found, field) for year, found in self._lexicon.years()}
        if not last:
            return set(range(self._files.start["documents"])).difference(*known.values())
        return set().union(*(known[year] for year in known if first <= year <= last))

    def _of_field(self, clause: Clause, field: int) -> set[int]:
        """Return the documents that have every word in a field, in quotes in one name."""
        asked = [(part, of) for of in compounds(clause.text) for part in of.parts]
        asked = asked[: query.MOST_WORDS]
        # "Le Cun" may be one word elsewhere.
        pairs = [one.word + other.word for (one, _), (other, _) in itertools.pairwise(asked)]
        found: list[list[Class]] = []
        for at, (part, of) in enumerate(asked, 1):
            last = clause.unfinished and at == len(asked) and goes_on(clause.text, part.word)
            word = Word(part, of, tuple(pairs[max(at - 2, 0) : at]), unfinished=last)
            literal = self._literal or clause.excluded
            meant = self._lexicon.classes(word, literal=literal, field=field)
            self._seen(meant.classes, part.signed or part.word, meant.corrected)
            found.append(list(meant.classes))
        documents = self._all(
            set().union(*(self._in_field(item, field) for item in some)) for some in found
        )
        if field != AUTHOR or not clause.quoted or len(found) < 2:
            return documents
        places = [self._places(some, AUTHORS) for some in found]
        return {at for at in documents if _in_one_name(places, at)}

    def _in_field(self, found: Class, field: int) -> set[int]:
        return self._files.documents(found, self._lexicon.bits(found), field)

    def _of_phrase(self, clause: Clause, area: Area, field: int) -> set[int]:
        """Return the documents that have words beside each other, in order."""
        asked = list(compounds(clause.text))[: query.MOST_WORDS]
        parts = [[self._lexicon.exact(part) for part in of.parts] for of in asked]
        joined = [self._joined(of) for of in asked]
        for classes in (*(some for of in parts for some in of), *joined):
            self._seen(classes, "", "")
        alone = len(asked) == 1 and len(parts[0]) == 1
        # A short form means the same as the long one, and is left out with it; what only spells a
        # venue or a name in another way is not seen.
        unsaid = self._hidden if clause.excluded else self._unsaid
        documents = self._all(
            self._all(self._with(some, field, unsaid) for some in of)
            | self._with(whole, field, unsaid)
            for of, whole in zip(parts, joined, strict=True)
        )
        if alone or not documents:
            return documents
        steps = [
            ([self._places(some, area) for some in of], self._places(whole, area))
            for of, whole in zip(parts, joined, strict=True)
        ]
        return {at for at in documents if _in_order(steps, at)}

    def _joined(self, of: Compound) -> list[Class]:
        some = (self._lexicon.class_of(form) for form in (of.exact, *of.joined) if form)
        return list(dict.fromkeys(found for found in some if found))

    def _with(
        self, classes: Iterable[Class], field: int, unsaid: Callable[[Class], set[int]]
    ) -> set[int]:
        found: set[int] = set()
        for item in classes:
            if field:
                found |= self._in_field(item, field)
            else:
                found |= self._files.all(item) - unsaid(item)
        return found

    def _unsaid(self, found: Class) -> set[int]:
        return self._in_field(found, ASIDE)

    def _hidden(self, found: Class) -> set[int]:
        return self._in_field(found, ASIDE) & self._in_field(found, VENUE | AUTHOR)

    def _places(self, classes: Iterable[Class], area: Area) -> _Places:
        found: dict[int, set[int]] = {}
        for item in classes:
            places = self._files.places(item)
            if places is None:
                return None
            for document, some in places.items():
                here = {place for place in some if area.first <= place < area.end}
                found[document] = found.get(document, set()) | here
        return found

    def _all(self, of_words: Iterable[set[int]]) -> set[int]:
        some = list(of_words)
        return functools.reduce(set.intersection, some) if some else set()

    def _chosen(self, clause: Clause, names: Sequence[Sequence[str]]) -> set[int]:
        """Return which of some names a value means: one as it is, or all that have its words.

        Each is given in several spellings; the first letters of the first one are one more.
        """
        asked = _words(clause.text)[: query.MOST_WORDS]
        whole = {at for at, some in enumerate(names) if asked in map(_words, some)}
        if whole:
            return whole
        words = [
            {*(form for name in some for form in forms(name)), _initials(some[0])} for some in names
        ]
        found = []
        for at, word in enumerate(asked, 1):
            last = clause.unfinished and at == len(asked) and goes_on(clause.text, word)
            literal = self._literal or clause.excluded
            found.append(self._with_word(word, words, unfinished=last, literal=literal))
        return self._all(found)

    def _with_word(
        self, word: str, names: Sequence[set[str]], *, unfinished: bool, literal: bool
    ) -> set[int]:
        def having(test: Callable[[str], bool]) -> set[int]:
            return {at for at, words in enumerate(names) if any(map(test, words))}

        exact = having(lambda form: form == word or self._lexicon.same(form, word))
        longer = unfinished and len(word) >= LEAST_PREFIX
        found = exact or (having(lambda form: form.startswith(word)) if longer else set())
        if found or literal:
            return found
        for edits in (1, 2):
            if len(word) < (LEAST_IN_FIELD if edits == 1 else 8):
                break
            close = {form for words in names for form in words if within(word, form, edits)}
            if close:
                self._seen((), word, min(close))
                return having(close.__contains__)
        return set()


def _passing(found: Mapping[Clause, set[int]], documents: Sequence[int]) -> list[int]:
    return [
        at for at in documents if all((at in some) != of.excluded for of, some in found.items())
    ]


def _words(text: str) -> list[str]:
    return [part.word for of in compounds(text) for part in of.parts]


def _initials(text: str) -> str:
    return "".join(word[0] for word in _words(text))


def _in_order(steps: Sequence[tuple[Sequence[_Places], _Places]], document: int) -> bool:
    """Whether a document has, at some place, the parts of compounds one behind the other.

    Each compound may also stand there as one word.
    """
    ends: set[int] | None = None
    for parts, whole in steps:
        found = ends
        for places in parts:
            found = _behind(found, places, document)
        if whole is not None and found is not None:
            found = found | (_behind(ends, whole, document) or set())
        if found is not None and not found:
            return False
        ends = found
    return True


def _behind(ends: set[int] | None, places: _Places, document: int) -> set[int] | None:
    """Return where a word stands right behind one of `ends`, or anywhere if that is None.

    The joined form of a compound covers several places, one behind the other.
    """
    if places is None:
        return None if ends is None else {end + 1 for end in ends}
    here = places.get(document, set())
    found = set(here) if ends is None else {place for place in here if place - 1 in ends}
    for place in sorted(here):
        if place - 1 in found:
            found.add(place)
    return found


def _in_one_name(places: Sequence[_Places], document: int) -> bool:
    """Whether one of a document's authors has all the words."""
    slots = [{place // AUTHORS.slot for place in (some or {}).get(document, ())} for some in places]
    return bool(functools.reduce(set.intersection, slots))
