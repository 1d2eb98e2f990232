"""An answer to a question on a field as what a record says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Catalogue
from generator.forms.shown import lines_of
from generator.language import Language
from generator.problems import quoted
from generator.text.unicode import normal
from generator.validation import nearest
from generator.values.identifier import KINDS as IDENTIFIERS
from generator.values.identifier import identifiers_in
from generator.values.link import KINDS as LINKS
from generator.values.name_list import part_list
from generator.values.paper import CONTRIBUTION_WORDS

#: An answer that takes away what stands there.
_NOTHING = frozenset({"-", "–", "—", "\\-"})
#: More words of a topic's name than this have no comma between them.
_MOST_COMMAS = 8


class Unreadable(ValueError):
    """An answer cannot be read; the message says why and what to write."""


def takes_away(answer: str) -> bool:
    """Whether an answer says that there is nothing."""
    return answer.strip() in _NOTHING


@dataclass(frozen=True)
class Words:
    """What answers are read by: the topics by name and slug, the kinds by word in any language."""

    topics: Mapping[str, str]
    kinds: Mapping[str, str]

    @classmethod
    def of(cls, catalogue: Catalogue, languages: Sequence[Language]) -> Words:
        """Return the words of a catalogue and of the languages of its forms."""
        topics = {name.casefold(): slug for slug, name in catalogue.topic_names.items()}
        topics |= {slug: slug for slug in catalogue.topics}
        kinds: dict[str, str] = {}
        for language in languages:
            for kind, word in CONTRIBUTION_WORDS.items():
                kinds.setdefault(language.say(word).casefold(), kind)
        return cls(topics, kinds | {kind: kind for kind in CONTRIBUTION_WORDS})

    def read(self, field: str, answer: str) -> Any:
        """Return what a record says for an answer: a text, a list, or a group of both.

        What the record's own model checks is left to it. Raises Unreadable.
        """
        return _READ.get(field, _line)(answer, self)

    def held(self, field: str, shown: str) -> Any:
        """Return what a record says for what a form shows of a paper, None for nothing.

        A name that could be several is one here, as it is one of the paper's.
        """
        try:
            return self.read(field, shown) if shown else None
        except Unreadable:
            return lines_of(shown)


def same(field: str, one: Any, other: Any) -> bool:
    """Whether two values of a field say the same, whatever the order of links."""
    if field == "links":
        return {k: sorted(v) for k, v in one.items()} == {k: sorted(v) for k, v in other.items()}
    return bool(one == other)


def _line(answer: str, _words: Words) -> str:
    return normal(answer)


def _year(answer: str, words: Words) -> int | str:
    text = _line(answer, words)
    return int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else text


def _kind(answer: str, words: Words) -> str:
    text = _line(answer, words)
    return words.kinds.get(text.casefold(), text)


def _authors(answer: str, _words: Words) -> list[str]:
    lines = lines_of(answer)
    if len(lines) == 1:
        # Most people write names in a row.
        parted = part_list(lines[0])
        if not parted.sure:
            raise Unreadable(f"{quoted(lines[0])} may be one name or several; write one a line")
        return list(parted.names)
    return lines


def _topics(answer: str, words: Words) -> list[str]:
    """Return slugs; a name that is no topic's stays, for the record's own check to name it."""
    parts = [
        part for line in lines_of(answer) for piece in line.split(",") if (part := piece.strip())
    ]
    found: list[str] = []
    at = 0
    while at < len(parts):
        # A topic's name may have commas in it: the longest that is one counts.
        sizes = range(min(_MOST_COMMAS, len(parts) - at), 0, -1)
        names = ((size, ", ".join(parts[at : at + size]).casefold()) for size in sizes)
        size, slug = next(
            ((size, words.topics[name]) for size, name in names if name in words.topics),
            (1, parts[at]),
        )
        found.append(slug)
        at += size
    return list(dict.fromkeys(found))


def _links(answer: str, _words: Words) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines_of(answer):
        kind, colon, url = line.partition(":")
        kind, url = kind.strip(" -*").casefold(), url.strip()
        if url.startswith("//") or not colon or not url:
            raise Unreadable(
                f"{quoted(line)} does not say what it leads to;"
                f" write it as code: https://example.org, or with another of {', '.join(LINKS)}"
            )
        if kind not in LINKS:
            hint = nearest(kind, LINKS, f"one of {', '.join(LINKS)}")
            raise Unreadable(f"{quoted(kind, 40)} is no kind of link; {hint}")
        if url not in found.setdefault(kind, []):
            found[kind].append(url)
    return found


def _identifiers(answer: str, _words: Words) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines_of(answer):
        kind, _, value = line.partition(":")
        kind, value = kind.strip(" -*").casefold(), value.strip()
        if kind not in IDENTIFIERS:
            held = identifiers_in(line)
            if not held:
                kinds = ", ".join(IDENTIFIERS)
                raise Unreadable(
                    f"{quoted(line)} is no identifier that is known; write it as"
                    f" doi: 10.1234/abc, or with another of {kinds}"
                )
            kind, value = held[0].kind, held[0].value
        value = IDENTIFIERS[kind].normal(value) or value
        if found.setdefault(kind, value) != value:
            raise Unreadable(f"there are two of the kind {kind}; a paper has one")
    return found


_READ: dict[str, Callable[[str, Words], Any]] = {
    "year": _year,
    "kind": _kind,
    "authors": _authors,
    "topics": _topics,
    "links": _links,
    "identifiers": _identifiers,
}
