"""Texts of tagged lines, as RIS, NBIB, EndNote and Web of Science have them, taken apart.

A line is a tag and a value, or goes on with the value before. Which lines are tags, and where an
entry begins, each format says itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.problems import Place, Problems
from generator.sources.base import Reading, SourceFile
from generator.sources.entries import Entries
from generator.sources.said import Said
from generator.workers import HERE, Workers


@dataclass(slots=True)
class Value:
    """What stands behind a tag: the lines of it, blank ones empty, and the number of the first."""

    line: int
    lines: list[str]

    @property
    def text(self) -> str:
        """All lines as one, with a paragraph where a blank line stands."""
        if len(self.lines) == 1:
            return self.lines[0]
        return " ".join(one or "\n\n" for one in self.lines).strip()


@dataclass(slots=True)
class Entry:
    """The tags of one entry, by their names in capitals, and the line on which it begins."""

    line: int
    tags: dict[str, list[Value]] = field(default_factory=dict)
    _last: Value | None = None

    def add(self, tag: str, value: str, line: int) -> None:
        """Add a line with a tag."""
        self._last = Value(line, [value.strip()])
        self.tags.setdefault(tag, []).append(self._last)

    def go_on(self, text: str) -> None:
        """Add a line without a tag to the value before; an empty one parts paragraphs."""
        if self._last and (text or self._last.lines[-1]):
            self._last.lines.append(text)

    def values(self, *tags: str) -> list[Value]:
        """Return what stands behind any of the tags, in the order of the file."""
        if len(tags) == 1:
            return self.tags.get(tags[0], [])
        found = (value for tag in tags for value in self.tags.get(tag, ()))
        return sorted(found, key=lambda value: value.line)

    def first(self, *tags: str) -> tuple[str, str]:
        """Return the first value that is not empty, of the best tag that has one, and that tag."""
        for tag in tags:
            for value in self.tags.get(tag, ()):
                if text := value.text:
                    return text, tag
        return "", tags[0]

    def text(self, *tags: str) -> str:
        """Return the first value that is not empty, of the best tag that has one."""
        return self.first(*tags)[0]

    @property
    def lines(self) -> dict[str, int]:
        """The line of each tag where it stands first."""
        return {tag: values[0].line for tag, values in self.tags.items()}


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, as editors count them.

    Where there are line feeds, a carriage return within a line only breaks its text; it adds none
    to the number. Where there are none, carriage returns end lines.
    """
    ending = "\n" if "\n" in text or "\r" not in text else "\r"
    number, at = 1, 0
    while at <= len(text):
        end = text.find(ending, at)
        end = len(text) if end < 0 else end
        line = text[at:end].rstrip("\r")
        if "\r" in line:
            for part in line.split("\r"):
                yield number, part
        else:
            yield number, line
        number, at = number + 1, end + 1


def reading_of(
    entries: Iterator[tuple[Entry, Said]],
    file: SourceFile,
    problems: Problems,
    workers: Workers = HERE,
) -> Reading:
    """Return the records of entries, each as it was made; those without a title are rejected."""
    found = Entries(file, problems, workers=workers)
    for entry, said in entries:
        if found.is_full(Place(file.shown, entry.line)):
            break
        found.add(said)
    return found.reading()
