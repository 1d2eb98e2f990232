"""Makes the files that the field on the page of authors finds people with, while one types.

The form of the files is described in docs/maintainers/authors-format.md; `authors_reader` and the
theme's authors/people.js read them.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from generator.cache.packing import digest
from generator.cache.store import NO_CACHE, Cache
from generator.catalogue import Catalogue
from generator.figures.of_person import of_person, told_by
from generator.language import ENGLISH, Language
from generator.model import OutputFile, Person
from generator.search.build import DIGITS
from generator.search.encoding import size_digit
from generator.search.tokens import forms, usual_slug

FOLDER = "search/authors"
#: The number of the files' form: raised when a reader of the one before would go wrong.
FORMAT = 1
#: A key of more people is divided by the next character; a file holds keys of so many in all.
MOST_OF_KEY = 250
PEOPLE_OF_FILE = 400
#: So many people a key that is divided holds itself.
FIRST_OF_KEY = 60
#: Words of a file of them; those of one beginning, or one end, stay together.
WORDS_OF_FILE = 1_500
#: So many characters of a word tell in which file of words it stands.
TOLD_BY = 2

#: A key of a file of people: the beginning of words, whether it is divided, people by papers.
_Key = tuple[str, bool, Sequence[int]]


def authors_files(
    catalogue: Catalogue, cache: Cache = NO_CACHE, language: Language = ENGLISH
) -> list[OutputFile]:
    """Return the files, sorted by path; none for a catalogue without authors.

    Where all that is shown of people is as it was, they are taken from `cache`.
    """
    if not catalogue.people:
        return []
    people = sorted(catalogue.people, key=lambda person: (-len(person.papers), person.slug))
    records = _records(catalogue, people, language)
    # The words that people are found by are those of the names that are shown.
    key = digest(records, [[name.natural for name in person.variants] for person in people])
    if kept := cache.get("authors", key):
        found: list[OutputFile] = kept.value
        return found
    files = _files_of(records, [words_of(person) for person in people])
    cache.put("authors", key, files)
    return files


def _files_of(records: Sequence[list[object]], words: Sequence[Sequence[str]]) -> list[OutputFile]:
    """Return the files of people, of each what is shown and the words of the names."""
    of_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(words):
        for word in dict.fromkeys(own):
            of_word[word].append(number)
    sizes = {word: len(numbers) for word, numbers in of_word.items()}
    writer = _Writer()
    start = {
        "format": FORMAT,
        "people": [
            [keys[0][0], writer.add("p", _written(keys, records))]
            for keys in _in_files(_keys(of_word, words))
        ],
        "beginnings": [
            [first[:TOLD_BY], writer.add("b", _vocabulary(part, sizes))]
            for first, part in _by_beginning(sorted(sizes), lambda word: word)
        ],
        "ends": [
            [first[:TOLD_BY], writer.add("e", _vocabulary(part, sizes))]
            for first, part in _by_beginning(
                sorted(sizes, key=lambda word: (word[::-1], word)), lambda word: word[::-1]
            )
        ],
    }
    files = {file.path: file for file in (*writer.files, _file("start.json", start))}
    return [files[path] for path in sorted(files)]


def words_of(person: Person) -> tuple[str, ...]:
    """Return the words that a person is found by.

    Those of the name are there as often as it has them, those that only its variants have once.
    """
    own = forms(person.name.natural)
    others = (form for variant in person.variants for form in forms(variant.natural))
    return (*own, *(form for form in dict.fromkeys(others) if form not in own))


def _records(
    catalogue: Catalogue, people: Sequence[Person], language: Language
) -> list[list[object]]:
    """Return what is shown of each person: name, papers, then what is not as usual.

    That is the slug, the variants, and what tells the person from others of the name.
    """
    same = Counter(person.name.natural for person in people)
    found = []
    for person in people:
        name = person.name.natural
        variants = dict.fromkeys(variant.natural for variant in person.variants)
        record: list[object] = [
            name,
            len(person.papers),
            "" if usual_slug(name) == person.slug else person.slug,
            ", ".join(variant for variant in variants if variant != name),
            told_by(catalogue, of_person(catalogue, person), language) if same[name] > 1 else "",
        ]
        while record[-1] == "":
            record.pop()
        found.append(record)
    return found


def _keys(of_word: Mapping[str, Sequence[int]], words: Sequence[Sequence[str]]) -> Iterator[_Key]:
    """Yield every key, in order; a person stands under each word of the name."""
    for prefix, members in groupby(sorted(of_word), key=lambda word: word[:TOLD_BY]):
        held = [(word, number) for word in members for number in of_word[word]]
        yield from _divided(prefix, held, words)


def _divided(
    prefix: str, held: Sequence[tuple[str, int]], words: Sequence[Sequence[str]]
) -> Iterator[_Key]:
    """Yield the keys that begin with `prefix`, of people each under a word that does.

    Where a whole word has too many people, they are divided by their other words: "wang xi". A key
    that is divided holds those of most papers, and of most papers among those of the whole words.
    """
    people = sorted({number for _, number in held})
    if len(people) <= MOST_OF_KEY:
        yield prefix, False, people
        return
    whole = sorted({number for text, number in held if text == prefix})
    yield prefix, True, sorted({*whole[:FIRST_OF_KEY], *people[:FIRST_OF_KEY]})
    longer = sorted(
        {pair for pair in held if pair[0] != prefix} | _with_others(prefix, held, words)
    )
    for following, members in groupby(longer, key=lambda pair: pair[0][: len(prefix) + 1]):
        yield from _divided(following, list(members), words)


def _with_others(
    word: str, held: Sequence[tuple[str, int]], words: Sequence[Sequence[str]]
) -> set[tuple[str, int]]:
    """Return the people of a whole word under it and each of their other words.

    That may be the same one again: Wei Wei.
    """
    if " " in word:
        return set()
    whole = [number for text, number in held if text == word]
    return {
        (f"{word} {other}", number)
        for number in whole
        for other in words[number]
        if other != word or words[number].count(word) > 1
    }


def _in_files(keys: Iterable[_Key]) -> Iterator[list[_Key]]:
    """Put keys that follow one another into files."""
    file: list[_Key] = []
    size = 0
    for key in keys:
        if file and size + len(key[2]) > PEOPLE_OF_FILE:
            yield file
            file, size = [], 0
        file.append(key)
        size += len(key[2])
    if file:
        yield file


def _written(keys: Sequence[_Key], records: Sequence[list[object]]) -> list[list[object]]:
    return [[key, int(more), [records[n] for n in numbers]] for key, more, numbers in keys]


def _by_beginning(
    words: Sequence[str], turned: Callable[[str], str]
) -> Iterator[tuple[str, list[str]]]:
    """Cut words, sorted as they are turned, into files; give the first of each, turned."""
    file: list[str] = []
    for _, members in groupby(words, key=lambda word: turned(word)[:TOLD_BY]):
        following = list(members)
        if file and len(file) + len(following) > WORDS_OF_FILE:
            yield turned(file[0]), file
            file = []
        file += following
    if file:
        yield turned(file[0]), file


def _vocabulary(words: Sequence[str], sizes: Mapping[str, int]) -> list[str]:
    """Write words and, a digit each, how many people have them: as `size_digit` does."""
    return [" ".join(words), "".join(str(size_digit(sizes[word])) for word in words)]


class _Writer:
    """Collects files, each named by its content."""

    def __init__(self) -> None:
        self.files: list[OutputFile] = []

    def add(self, kind: str, content: object) -> str:
        name = f"{kind}-{hashlib.sha256(_json(content)).hexdigest()[:DIGITS]}.json"
        self.files.append(_file(name, content))
        return name


def _file(name: str, content: object) -> OutputFile:
    return OutputFile(f"{FOLDER}/{name}", _json(content), "the list of authors for the search")


def _json(content: object) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")
