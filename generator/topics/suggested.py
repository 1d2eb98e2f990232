"""Writes suggestions as a topics.yml to begin with: it can be built with, and should be edited."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from generator.ids import slug
from generator.problems import printable
from generator.topics.suggest import Suggestion
from generator.topics.vocabulary import RESERVED

_HEAD = """\
# Suggested from the words of {papers}. A place to begin, not a vocabulary:
# rename what is good, unite what is one, delete what is no topic, and write what belongs in each.
# How phrases and weights work: docs/maintainers/topics.md
"""


def as_yaml(suggestions: Sequence[Suggestion], papers: str, names: Mapping[str, str]) -> str:
    """Return suggestions in the form of topics.yml, with examples in comments.

    `papers` says how many papers they are made from, `names` gives the names of topics by slug.
    """
    lines = [*_HEAD.format(papers=papers).splitlines()]
    if not suggestions:
        return "\n".join([*lines, "# No words stand together in enough papers.", "areas: []", ""])
    lines += ["areas:", "  - slug: suggested", "    name: Suggested topics", "    topics:"]
    taken = set(RESERVED)
    for item in suggestions:
        lines += _topic(item, taken, names)
    return "\n".join([*lines, ""])


def _topic(item: Suggestion, taken: set[str], names: Mapping[str, str]) -> Iterator[str]:
    words = [phrase for phrase, _ in item.phrases]
    # A slug is an address for ever: two words say more of what it was meant to be.
    address = slug(" ".join(words[:2]))
    number = 2
    while address in taken:
        address, number = f"{slug(' '.join(words[:2]))}-{number}", number + 1
    taken.add(address)
    one = "paper" if item.papers == 1 else "papers"
    yield f"      # {item.papers} {one}, such as"
    for title in item.examples:
        yield f"      #   {printable(title)}"
    if item.topic:
        name = names.get(item.topic, item.topic)
        said = f"{item.share:.0%} of them are in the topic {name} ({item.topic}) already."
        yield f"      # {printable(said)}"
    yield f"      - slug: {address}"
    yield f"        name: {_quoted(item.name)}"
    yield f"        description: {_quoted(f'Papers on {_listed(words[:3])}.')}"
    yield "        phrases:"
    for phrase, weight in item.phrases:
        yield f"          - {{phrase: {_quoted(phrase)}, weight: {weight:g}}}"


def _quoted(text: str) -> str:
    # A JSON string is a YAML one; without the characters that YAML does not allow.
    return json.dumps(printable(text), ensure_ascii=False)


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
