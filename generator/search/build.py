"""Makes the files of the index: vocabulary, postings and places in shards, documents."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.cache.packing import digest
from generator.cache.parts import runs
from generator.cache.store import NO_CACHE, Cache
from generator.catalogue import Catalogue, badges
from generator.language import ENGLISH, Language
from generator.model import OutputFile
from generator.search.classes import Classes, written
from generator.search.encoding import FORMAT, Vocabulary, encode_vocabulary, size_digit
from generator.search.facets import facet_file
from generator.search.fields import ASKED
from generator.search.occurrences import Occurrences, occurrences_in
from generator.search.scoring import impacts
from generator.search.texts import Source, source_of
from generator.search.tokens import usual_slug
from generator.terms.wording import STOP_WORDS
from generator.values.paper import Paper
from generator.values.work import Work
from generator.workers import HERE, Workers, chunks_of

FOLDER = "search/index"
#: The vocabulary that is loaded first holds no more forms; rarer ones are in files of their own.
MOST_FORMS = 14_000
#: Characters of a shard, before compression; a class with more has a shard of its own. Larger ones
#: hardly save requests, as the words of a query are far apart.
SHARD = 5_000
#: The same of a file of rare words: who mistypes one needs several files, so these are larger.
RARE = 12_000
#: Characters of the places of a small word (of, the) that are worth the wait; above, it may stand
#: for any word of a phrase.
MOST_PLACES = 24_000
#: Documents of a chunk. A page of results shows documents of many chunks.
CHUNK = 28
#: Documents are cut into words and written so many at a time: whole chunks.
AT_ONCE = 10 * CHUNK
#: Authors of a document: results show three, and those that were searched for.
MOST_AUTHORS = 100
#: Digits of a file's SHA-256 in its name, by which a browser knows whether it got that file.
DIGITS = 12
#: Words that a query is rid of; those with a meaning in titles stay.
STOP = sorted(
    {word for word in STOP_WORDS if len(word) <= 5}
    - set("fire bill cry con detail mine thin thick interest system full move front".split())
)


def index_files(
    catalogue: Catalogue,
    workers: Workers = HERE,
    cache: Cache = NO_CACHE,
    language: Language = ENGLISH,
) -> list[OutputFile]:
    """Return the files of the index, sorted by path; their names change with their content.

    What results show of a paper beside its own words is in `language`.

    Where the words of papers stand is taken from `cache` for papers that are as they were.
    """
    papers = catalogue.in_index_order
    writer = _Writer()
    source = replace(source_of(catalogue, papers, workers, cache), language=language)
    chunks = chunks_of(range(len(papers)), AT_ONCE)
    some = _occurrences(source, workers, cache)
    found = written(impacts(some, workers), workers)
    main, rare = _divided(found)
    place = {number: at for at, number in enumerate(dict.fromkeys(found.of_form[f] for f in main))}
    stop = {found.of_form[word] for word in STOP if word in found.of_form}
    rare_files = list(_rare(found, rare))
    start = {
        "format": FORMAT,
        "documents": len(papers),
        "chunk": CHUNK,
        "forms": encode_vocabulary(_vocabulary(found, main, place)),
        "shards": [
            [first, writer.add("p", shard)]
            for first, shard in _cut(found.postings[n] for n in place)
        ],
        "rare": [[forms[0], writer.add("r", content)] for forms, content, _ in rare_files],
        "places": writer.add(
            "o",
            {
                "shards": [
                    [first, writer.add("o", shard)]
                    for first, shard in _cut(_places(found, n, stop) for n in place)
                ],
                "rare": [
                    writer.add("o", [_places(found, n, stop) for n in numbers])
                    for _, _, numbers in rare_files
                ],
            },
        ),
        "chunks": [
            writer.add_json("d", data)
            for some in workers.map(documents_of, chunks, source)
            for data in some
        ],
        "facets": facet_file(catalogue, papers, writer.add, language),
        "people": len(catalogue.people),
        "topics": [
            [topic.slug, topic.name.plain, catalogue.area_places[topic.area]]
            for topic in catalogue.topics.values()
        ],
        "stop": STOP,
    }
    files = [*writer.files, _file("start.json", _json(start))]
    return sorted({file.path: file for file in files}.values(), key=lambda file: file.path)


def _occurrences(source: Source, workers: Workers, cache: Cache) -> list[Occurrences]:
    """Return where the words of all documents stand, in runs of these."""
    rows = runs(range(len(source.papers)), lambda row: source.papers[row].id, AT_ONCE)
    _ = source.base  # Once, before the work is shared out.
    keys = workers.map(key_of, rows, source)
    return [*cache.map("words", occurrences_of, rows, source, lambda _: next(keys), workers)]


def key_of(source: Source, rows: Sequence[int]) -> str:
    """Return a digest of all that `occurrences_of` reads."""
    return digest(source.base, [source.key(source.papers[row]) for row in rows])


def occurrences_of(source: Source, rows: Sequence[int]) -> Occurrences:
    """Return where the words of some documents stand."""
    return occurrences_in([source.texts(source.papers[row]) for row in rows])


def documents_of(source: Source, rows: Sequence[int]) -> list[bytes]:
    """Return what results show of some documents, as the files of their chunks."""
    shown = [_document(source, source.papers[row]) for row in rows]
    return [_json(shown[at : at + CHUNK]) for at in range(0, len(shown), CHUNK)]


class _Writer:
    """Collects files, each named by its content."""

    def __init__(self) -> None:
        self.files: list[OutputFile] = []

    def add(self, kind: str, content: object) -> str:
        """Add a file of a kind, and return its name."""
        return self.add_json(kind, _json(content))

    def add_json(self, kind: str, data: bytes) -> str:
        """Add a file of a kind from its bytes, and return its name."""
        file = _file(f"{kind}-{hashlib.sha256(data).hexdigest()[:DIGITS]}.json", data)
        self.files.append(file)
        return file.path.removeprefix(f"{FOLDER}/")


def _file(name: str, data: bytes) -> OutputFile:
    return OutputFile(f"{FOLDER}/{name}", data, "the search index")


def _json(content: object) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def _divided(found: Classes) -> tuple[list[str], list[str]]:
    """Return the forms of the first vocabulary and the rare ones, both sorted.

    Whole classes go one way or the other; those of most documents are in the first.
    """
    of_class: dict[int, list[str]] = {}
    for form, number in found.of_form.items():
        of_class.setdefault(number, []).append(form)
    main: list[str] = []
    rare: list[str] = []
    # A range of years is told by the forms that the first vocabulary has.
    year = 1 << ASKED.index("year") | 1 << ASKED.index("preprint")
    of_year = {n for n in of_class if found.fields[n] & year}

    def key(number: int) -> tuple[bool, int, int]:
        return (number not in of_year, -found.counts[number], number)

    for number in sorted(of_class, key=key):
        fits = not rare and len(main) + len(of_class[number]) <= MOST_FORMS
        (main if fits else rare).extend(of_class[number])
    return sorted(main), sorted(rare)


def _vocabulary(found: Classes, forms: Sequence[str], place: Mapping[int, int]) -> Vocabulary:
    numbers = [found.of_form[form] for form in forms]
    sizes = {number: size_digit(found.counts[number]) for number in place}
    return Vocabulary(
        tuple(forms),
        tuple(place[number] for number in numbers),
        tuple(sizes[number] for number in numbers),
        tuple(found.fields[number] for number in place),
    )


def _places(found: Classes, number: int, stop: Collection[int]) -> str:
    """Write the places of a class, or nothing if it is a small word that stands everywhere."""
    places = found.places[number]
    return "" if number in stop and len(places) > MOST_PLACES else places


def _cut(of_classes: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Cut what classes have, in order, into shards; give the place of the first in each."""
    shard: list[str] = []
    first = size = 0
    for at, text in enumerate(of_classes):
        if shard and size + len(text) > SHARD:
            yield first, shard
            shard, first, size = [], at, 0
        shard.append(text)
        size += len(text)
    if shard:
        yield first, shard


def _rare(
    found: Classes, forms: Sequence[str]
) -> Iterator[tuple[Sequence[str], dict[str, Any], list[int]]]:
    """Cut rare forms into files by the alphabet, each with the postings of its own classes.

    Gives the forms of each, its content, and its classes. A class whose forms fall into two files
    has its postings in both.
    """
    start = size = 0
    for at, form in enumerate(forms, 1):
        size += len(form) + 4 * found.counts[found.of_form[form]]
        if size > RARE or at == len(forms):
            part = forms[start:at]
            place = {
                number: n for n, number in enumerate(dict.fromkeys(found.of_form[f] for f in part))
            }
            content = encode_vocabulary(_vocabulary(found, part, place))
            content["postings"] = [found.postings[number] for number in place]
            yield part, content, list(place)
            start, size = at, 0


def _document(source: Source, paper: Paper) -> list[object]:
    catalogue = source.catalogue
    given = catalogue.assignments.get(paper.id, ())
    main = catalogue.topic_places[given[0].topic] if given else -1
    text = paper.curation.summary.plain or paper.work.abstract.opening
    work = paper.work
    return [
        paper.id, work.title.plain, work.year or 0, main, text,
        _authors(work, catalogue.people_of.get(paper.id, ())),
        catalogue.venue_in_short(paper),
        *badges(paper, source.language),
    ]  # fmt: skip


def _authors(work: Work, people: Sequence[str]) -> list[str | list[str] | int]:
    """Return the first names; then, where there are others, how many, or 0 where nobody knows.

    A name whose person has another slug than names have by rule stands with it.
    """
    shown = work.authors[:MOST_AUTHORS]
    names: list[str | list[str] | int] = [
        text if slug is None or usual_slug(text) == slug else [text, slug]
        for text, slug in itertools.zip_longest(
            (name.natural for name in shown), people[: len(shown)]
        )
    ]
    left_out = len(work.authors) - len(names)
    if left_out or (work.authors and work.authors[-1].others):
        names.append(left_out)
    return names
