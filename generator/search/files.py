"""Reads the files of an index by their names: postings and places of a class, documents, facets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from generator.search.encoding import FORMAT, decode_documents, decode_postings
from generator.search.places import decode_places

#: A class: the file of rare words it is in (MAIN: none), and its number there.
Class = tuple[int, int]
MAIN = -1
#: Bits of a class: a list behind its postings for each field that a query can ask for, and one of
#: the documents that do not say the class themselves: spellings of venues, initials, short forms.
BITS = TITLE, AUTHOR, VENUE, YEAR, PREPRINT, ASIDE = 1, 2, 4, 8, 16, 32


class Files:
    """The files of an index. `read` gives the content of one by its name."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._files: dict[str, Any] = {}
        self.start: dict[str, Any] = self.json("start.json")
        if self.start["format"] != FORMAT:
            raise ValueError(f"the index is of format {self.start['format']}, not {FORMAT}")

    def json(self, name: str) -> Any:
        """Return what a file holds."""
        if name not in self._files:
            self._files[name] = json.loads(self._read(name))
        return self._files[name]

    def rare(self, at: int) -> Any:
        """Return the content of a file of rare words."""
        return self.json(self.start["rare"][at][1])

    @property
    def facets(self) -> dict[str, Any]:
        """What each document has a value of, and in which order all are listed."""
        found: dict[str, Any] = self.json(self.start["facets"])
        return found

    def document(self, number: int) -> list[Any]:
        """Return what the index shows of a document: a row of its file of documents."""
        chunk = self.start["chunk"]
        found: list[Any] = self.json(self.start["chunks"][number // chunk])[number % chunk]
        return found

    def postings(self, found: Class) -> Iterator[tuple[int, int]]:
        """Return the documents of a class with their impacts."""
        return decode_postings(self._lists(found)[0])

    def documents(self, found: Class, bits: int, fields: int) -> set[int]:
        """Return the documents that have a class in one of some fields; `bits` are its own."""
        lists = iter(self._lists(found)[1:])
        of_bit = {bit: next(lists) for bit in BITS if bits & bit}
        some: set[int] = set()
        for bit, text in of_bit.items():
            if fields & bit:
                some |= {*decode_documents(text)} if text else self.all(found)
        return some

    def all(self, found: Class) -> set[int]:
        """Return the documents of a class."""
        return {document for document, _ in self.postings(found)}

    def places(self, found: Class) -> dict[int, list[int]] | None:
        """Return where each document of a class has it; None for a small word found everywhere."""
        names = self.json(self.start["places"])
        at, number = found
        if at == MAIN:
            text = _of_shard(names["shards"], number, self.json)
        else:
            text = self.json(names["rare"][at])[number]
        if not text:
            return None
        documents = (document for document, _ in self.postings(found))
        return dict(zip(documents, decode_places(text), strict=True))

    def _lists(self, found: Class) -> list[str]:
        at, number = found
        if at == MAIN:
            return _of_shard(self.start["shards"], number, self.json).split(" ")
        text: str = self.rare(at)["postings"][number]
        return text.split(" ")


def _of_shard(shards: list[Any], number: int, read: Callable[[str], Any]) -> str:
    first, name = next(shard for shard in reversed(shards) if shard[0] <= number)
    found: str = read(name)[number - first]
    return found
