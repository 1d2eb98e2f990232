"""Makes the files of the index: vocabulary, postings and places in shards, documents."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.catalogue import Catalogue, badges
from generator.model import OutputFile
from generator.search.encoding import (
    FORMAT,
    Vocabulary,
    encode_documents,
    encode_postings,
    encode_vocabulary,
    size_digit,
)
from generator.search.facets import facet_file
from generator.search.places import encode_places
from generator.search.scoring import ASIDE, ASKED, Impacts, impacts
from generator.search.texts import texts
from generator.search.tokens import usual_slug
from generator.terms.wording import STOP_WORDS
from generator.values.paper import Paper
from generator.values.work import Work

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
#: Authors of a document: results show three, and those that were searched for.
MOST_AUTHORS = 100
#: Digits of a file's SHA-256 in its name, by which a browser knows whether it got that file.
DIGITS = 12
#: Words that a query is rid of; those with a meaning in titles stay.
STOP = sorted(
    {word for word in STOP_WORDS if len(word) <= 5}
    - set("fire bill cry con detail mine thin thick interest system full move front".split())
)


def index_files(catalogue: Catalogue) -> list[OutputFile]:
    """Return the files of the index, sorted by path; their names change with their content."""
    papers = catalogue.in_index_order
    writer = _Writer()
    found = impacts(texts(catalogue, papers))
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
            for first, shard in _cut(_postings(found, n) for n in place)
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
            writer.add("d", [_document(catalogue, paper) for paper in papers[at : at + CHUNK]])
            for at in range(0, len(papers), CHUNK)
        ],
        "facets": facet_file(catalogue, papers, writer.add),
        "people": len(catalogue.people),
        "topics": [
            [topic.slug, topic.name.plain, catalogue.area_places[topic.area]]
            for topic in catalogue.topics.values()
        ],
        "stop": STOP,
    }
    files = [*writer.files, _file("start.json", start)]
    return sorted({file.path: file for file in files}.values(), key=lambda file: file.path)


class _Writer:
    """Collects files, each named by its content."""

    def __init__(self) -> None:
        self.files: list[OutputFile] = []

    def add(self, kind: str, content: object) -> str:
        digest = hashlib.sha256(_json(content)).hexdigest()[:DIGITS]
        file = _file(f"{kind}-{digest}.json", content)
        self.files.append(file)
        return f"{kind}-{digest}.json"


def _file(name: str, content: object) -> OutputFile:
    return OutputFile(f"{FOLDER}/{name}", _json(content), "the search index")


def _json(content: object) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def _divided(found: Impacts) -> tuple[list[str], list[str]]:
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
    of_year = {n for n in of_class if found.fields(n) & year}

    def key(number: int) -> tuple[bool, int, int]:
        return (number not in of_year, -found.count(number), number)

    for number in sorted(of_class, key=key):
        fits = not rare and len(main) + len(of_class[number]) <= MOST_FORMS
        (main if fits else rare).extend(of_class[number])
    return sorted(main), sorted(rare)


def _vocabulary(found: Impacts, forms: Sequence[str], place: Mapping[int, int]) -> Vocabulary:
    numbers = [found.of_form[form] for form in forms]
    return Vocabulary(
        tuple(forms),
        tuple(place[number] for number in numbers),
        tuple(size_digit(found.count(number)) for number in numbers),
        tuple(found.fields(number) for number in place),
    )


def _postings(found: Impacts, number: int) -> str:
    """Write the postings of a class, then each list that its bits name: empty, if of them all."""
    postings = found.postings(number)
    lists = [encode_postings(postings)]
    for at in range(ASIDE.bit_length()):
        some = found.documents_in(number, 1 << at)
        if some:
            lists.append("" if len(some) == len(postings) else encode_documents(some))
    return " ".join(lists)


def _places(found: Impacts, number: int, stop: Collection[int]) -> str:
    """Write the places of a class, or nothing if it is a small word that stands everywhere."""
    written = encode_places(found.places_of(number))
    return "" if number in stop and len(written) > MOST_PLACES else written


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
    found: Impacts, forms: Sequence[str]
) -> Iterator[tuple[Sequence[str], dict[str, Any], list[int]]]:
    """Cut rare forms into files by the alphabet, each with the postings of its own classes.

    Gives the forms of each, its content, and its classes. A class whose forms fall into two files
    has its postings in both.
    """
    start = size = 0
    for at, form in enumerate(forms, 1):
        size += len(form) + 4 * found.count(found.of_form[form])
        if size > RARE or at == len(forms):
            part = forms[start:at]
            place = {
                number: n for n, number in enumerate(dict.fromkeys(found.of_form[f] for f in part))
            }
            content = encode_vocabulary(_vocabulary(found, part, place))
            content["postings"] = [_postings(found, number) for number in place]
            yield part, content, list(place)
            start, size = at, 0


def _document(catalogue: Catalogue, paper: Paper) -> list[object]:
    given = catalogue.assignments.get(paper.id, ())
    main = catalogue.topic_places[given[0].topic] if given else -1
    text = paper.curation.summary.plain or paper.work.abstract.opening
    work = paper.work
    return [
        paper.id, work.title.plain, work.year or 0, main, text,
        _authors(work, catalogue.people_of.get(paper.id, ())),
        catalogue.venue_in_short(paper),
        *badges(paper),
    ]  # fmt: skip


def _authors(work: Work, people: Sequence[str]) -> list[str | list[str] | int]:
    """Return the first names; then, where there are others, how many, or 0 where nobody knows.

    A name whose person has another slug than names have by rule stands with it.
    """
    shown = work.authors[:MOST_AUTHORS]
    names: list[str | list[str] | int] = [
        name.natural if slug is None or usual_slug(name.natural) == slug else [name.natural, slug]
        for name, slug in itertools.zip_longest(shown, people[: len(shown)])
    ]
    left_out = len(work.authors) - len(names)
    if left_out or (work.authors and work.authors[-1].others):
        names.append(left_out)
    return names
