"""Reads catalogue/topics.yml: areas, their topics, and the phrases that speak for and against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from generator import yaml_lines
from generator.ids import slug, why_no_id
from generator.language import to_say
from generator.model import Area, Phrase, Subarea, Topic
from generator.problems import Place, Problems, quoted
from generator.text.repair import HAND_STEPS
from generator.text.words import flat
from generator.validation import validate
from generator.values.paper import Contribution
from generator.values.text import Text

#: Pages beside the topics' own.
RESERVED = ("unsorted",)
#: The heading of a topic's papers that no sub-area has.
OTHERS = to_say("Other papers")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _phrase(value: Any) -> Any:
    return {"phrase": value} if isinstance(value, str) else value


class PhraseModel(_Model):
    """A phrase, with how much one mention of it says, and whether case matters."""

    phrase: Line
    weight: float = Field(1.0, ge=0.1, le=5.0)
    case: bool = False


Phrases = tuple[Annotated[PhraseModel, BeforeValidator(_phrase)], ...]


class SubareaModel(_Model):
    """A part of a topic, under a heading of its own on the topic's page."""

    name: Line
    phrases: Phrases = Field(min_length=1)


class TopicModel(_Model):
    """One topic."""

    slug: Line
    name: Line
    description: Line
    kinds: tuple[Contribution, ...] = ()
    phrases: Phrases = ()
    against: Phrases = ()
    subareas: tuple[SubareaModel, ...] = ()


class AreaModel(_Model):
    """A group of topics."""

    slug: Line
    name: Line
    description: str = ""
    topics: tuple[TopicModel, ...] = Field(min_length=1)


class TopicsFile(_Model):
    """The whole of topics.yml."""

    #: There may be none: a small catalogue does without topics.
    areas: tuple[AreaModel, ...]


def load(path: Path, shown: str, problems: Problems) -> tuple[Area, ...]:
    """Return the areas of a topics file, in its order; every mistake in it is an error."""
    document = yaml_lines.load(path, shown, problems)
    file = validate(document, TopicsFile, problems) if document else None
    if document is None or file is None:
        return ()
    _check(file, document, problems)
    return tuple(
        Area(
            slug=area.slug,
            name=Text.read(area.name, HAND_STEPS),
            description=Text.read(area.description, HAND_STEPS),
            topics=tuple(
                Topic(
                    slug=topic.slug,
                    name=Text.read(topic.name, HAND_STEPS),
                    description=Text.read(topic.description, HAND_STEPS),
                    area=area.slug,
                    phrases=(*_phrases(topic.phrases, 1), *_phrases(topic.against, -1)),
                    kinds=topic.kinds,
                    subareas=tuple(
                        Subarea(Text.read(part.name, HAND_STEPS), _phrases(part.phrases, 1))
                        for part in topic.subareas
                    ),
                )
                for topic in area.topics
            ),
        )
        for area in file.areas
    )


def _phrases(models: Iterable[PhraseModel], sign: int) -> tuple[Phrase, ...]:
    return tuple(Phrase(flat(m.phrase)[0], sign * m.weight, m.case) for m in models)


def _check(file: TopicsFile, document: yaml_lines.Document, problems: Problems) -> None:
    """Report what pydantic cannot see: slugs that stand twice or are no address, odd phrases."""
    areas: dict[str, int] = {}
    topics: dict[str, int] = {}
    for i, area in enumerate(file.areas):
        _check_slug(area.slug, document.place(("areas", i, "slug")), areas, problems)
        for j, topic in enumerate(area.topics):
            path: yaml_lines.KeyPath = ("areas", i, "topics", j)
            place = document.place((*path, "slug"))
            _check_slug(topic.slug, place, topics, problems)
            if topic.slug in RESERVED:
                problems.error(
                    place,
                    f'slug: "{topic.slug}" is the page of papers without a topic',
                    "choose another one",
                )
            seen: dict[tuple[str, bool], int] = {}
            for side in ("phrases", "against"):
                phrases = getattr(topic, side)
                _check_phrases(phrases, (*path, side), seen, document, problems)
            _check_subareas(topic, path, document, problems)


def _check_subareas(
    topic: TopicModel, path: yaml_lines.KeyPath, document: yaml_lines.Document, problems: Problems
) -> None:
    """Report sub-areas whose headings could not be told apart, and their odd phrases."""
    headings = {slug(OTHERS): "papers of no sub-area stand under it"}
    for k, part in enumerate(topic.subareas):
        at: yaml_lines.KeyPath = (*path, "subareas", k)
        place = document.place((*at, "name"))
        name = slug(part.name)
        if not flat(part.name)[0]:
            problems.error(place, f"name: {quoted(part.name)} has no letter or digit", "rename it")
        elif name in headings:
            problems.error(place, f"name: {quoted(part.name)}: {headings[name]}", "rename it")
        headings.setdefault(name, f"this topic has the name already (line {place.line})")
        _check_phrases(part.phrases, (*at, "phrases"), {}, document, problems)


def _check_slug(slug: str, place: Place, seen: dict[str, int], problems: Problems) -> None:
    why = why_no_id(slug)
    if why:
        problems.error(place, f"slug: {why}", "rename it")
    if slug in seen:
        problems.error(
            place,
            f'slug: "{slug}" stands twice (first in line {seen[slug]})',
            "every area and topic needs its own",
        )
    seen.setdefault(slug, place.line)


def _check_phrases(
    phrases: Sequence[PhraseModel],
    path: yaml_lines.KeyPath,
    seen: dict[tuple[str, bool], int],
    document: yaml_lines.Document,
    problems: Problems,
) -> None:
    """Report phrases that match nothing or stand twice; `seen` holds those before, with lines."""
    side = path[-1]
    for k, phrase in enumerate(phrases):
        place = document.place((*path, k))
        words = flat(phrase.phrase)[int(not phrase.case)]
        if not words:
            problems.error(
                place,
                f"{side}[{k + 1}]: {quoted(phrase.phrase)} has no letter or digit",
                "remove it",
            )
        elif (words, phrase.case) in seen:
            problems.warning(
                place,
                f"{side}[{k + 1}]: {quoted(phrase.phrase)} stands twice here"
                f" (first in line {seen[words, phrase.case]})",
                "keep one of them",
            )
        seen.setdefault((words, phrase.case), place.line)
