"""Makes the files of the index: vocabulary, postings in shards, documents in chunks."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from generator.catalogue import Catalogue, badges
from generator.model import OutputFile
from generator.search.encoding import (
    FORMAT,
    Vocabulary,
    encode_postings,
    encode_vocabulary,
    size_digit,
)
from generator.search.facets import facet_file, plain_slug
from generator.search.scoring import Impacts, impacts
from generator.values.paper import Paper
from generator.values.work import Work

FOLDER = "search/index"
#: The vocabulary that is loaded first holds no more forms; rarer ones are in files of their own.
MOST_FORMS = 14_000
#: Characters of a shard, before compression; a class with more has a shard of its own.
SHARD = 12_000
#: Documents of a chunk. A page of results shows documents of many chunks.
CHUNK = 28
#: Authors of a document: results show three, and those that were searched for.
MOST_AUTHORS = 100
#: Digits of a file's SHA-256 in its name, by which a browser knows whether it got that file.
DIGITS = 12
#: Words that a query is rid of; those with a meaning in titles stay.
STOP = sorted(
    {word for word in ENGLISH_STOP_WORDS if len(word) <= 5}
    - set("fire bill cry con detail mine thin thick interest system full move front".split())
)


def index_files(catalogue: Catalogue) -> list[OutputFile]:
    """Return the files of the index, sorted by path; their names change with their content."""
    papers = catalogue.in_index_order
    writer = _Writer()
    topics = list(catalogue.topics)
    found = impacts([fields(catalogue, paper) for paper in papers])
    main, rare = _divided(found)
    place = {number: at for at, number in enumerate(dict.fromkeys(found.of_form[f] for f in main))}
    start = {
        "format": FORMAT,
        "documents": len(papers),
        "chunk": CHUNK,
        "forms": encode_vocabulary(_vocabulary(found, main, place)),
        "shards": [[first, writer.add("p", shard)] for first, shard in _shards(found, list(place))],
        "rare": [[forms[0], writer.add("r", content)] for forms, content in _rare(found, rare)],
        "chunks": [
            writer.add(
                "d", [_document(catalogue, paper, topics) for paper in papers[at : at + CHUNK]]
            )
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


def fields(catalogue: Catalogue, paper: Paper) -> dict[str, str]:
    """Return the texts that a paper is found by."""
    given = catalogue.assignments.get(paper.id, ())
    return {
        "title": paper.work.title.plain,
        "names": " , ".join(name.plain for name in paper.curation.introduces),
        "authors": " , ".join(name.natural for name in paper.work.authors),
        "topics": " , ".join(catalogue.topics[item.topic].name.plain for item in given),
        "summary": paper.curation.summary.plain,
        "abstract": paper.work.abstract.plain,
    }


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
    for number in sorted(of_class, key=lambda number: (-found.count(number), number)):
        fits = not rare and len(main) + len(of_class[number]) <= MOST_FORMS
        (main if fits else rare).extend(of_class[number])
    return sorted(main), sorted(rare)


def _vocabulary(found: Impacts, forms: Sequence[str], place: Mapping[int, int]) -> Vocabulary:
    numbers = [found.of_form[form] for form in forms]
    return Vocabulary(
        tuple(forms),
        tuple(place[number] for number in numbers),
        tuple(size_digit(found.count(number)) for number in numbers),
    )


def _shards(found: Impacts, classes: Sequence[int]) -> Iterator[tuple[int, list[str]]]:
    """Cut the postings of `classes`, in order, into shards; give the place of the first in each."""
    shard: list[str] = []
    first = size = 0
    for at, number in enumerate(classes):
        text = encode_postings(found.postings(number))
        if shard and size + len(text) > SHARD:
            yield first, shard
            shard, first, size = [], at, 0
        shard.append(text)
        size += len(text)
    if shard:
        yield first, shard


def _rare(found: Impacts, forms: Sequence[str]) -> Iterator[tuple[Sequence[str], dict[str, Any]]]:
    """Cut rare forms into files by the alphabet, each with the postings of its own classes.

    A class whose forms fall into two files has its postings in both.
    """
    start = size = 0
    for at, form in enumerate(forms, 1):
        size += len(form) + 4 * found.count(found.of_form[form])
        if size > SHARD or at == len(forms):
            part = forms[start:at]
            place = {
                number: n for n, number in enumerate(dict.fromkeys(found.of_form[f] for f in part))
            }
            content = encode_vocabulary(_vocabulary(found, part, place))
            content["postings"] = [encode_postings(found.postings(number)) for number in place]
            yield part, content
            start, size = at, 0


def _document(catalogue: Catalogue, paper: Paper, topics: Sequence[str]) -> list[object]:
    given = catalogue.assignments.get(paper.id, ())
    main = topics.index(given[0].topic) if given else -1
    text = paper.curation.summary.plain or paper.work.abstract.opening
    work = paper.work
    return [
        paper.id, work.title.plain, work.year or 0, main, text,
        _authors(work, catalogue.people_of.get(paper.id, ())), work.venue.short,
        *badges(paper),
    ]  # fmt: skip


def _authors(work: Work, people: Sequence[str]) -> list[str | list[str] | int]:
    """Return the first names; then, where there are others, how many, or 0 where nobody knows.

    A name whose person has another slug than names have by rule stands with it.
    """
    shown = work.authors[:MOST_AUTHORS]
    names: list[str | list[str] | int] = [
        name.natural if slug is None or plain_slug(name.natural) == slug else [name.natural, slug]
        for name, slug in itertools.zip_longest(shown, people[: len(shown)])
    ]
    left_out = len(work.authors) - len(names)
    if left_out or (work.authors and work.authors[-1].others):
        names.append(left_out)
    return names
