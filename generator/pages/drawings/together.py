"""The chart of topics that meet: a triangle of dots, one for each two topics, as inline SVG."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.figures.meeting import Pair
from generator.language import Language
from generator.model import Topic
from generator.text.html import Html, escaped

#: Sizes in units of the drawing; CSS decides how large it is on the page.
CELL = 12
LABEL = 230
LARGEST = 5.4
SMALLEST = 1.2


def chart(catalogue: Catalogue, found: Sequence[Pair], language: Language) -> Html:
    """Return the drawing of `found`, as one line of HTML that is safe in a page; empty for none.

    Every topic that shares a paper has a row, in the order of topics.yml; its name stands where
    the row meets the column of the same topic. The area of a dot is the number of papers.
    """
    meeting = {topic.slug for pair in found for topic in (pair.one, pair.other)}
    shown = [topic for topic in catalogue.topics.values() if topic.slug in meeting]
    if not found:
        return Html()
    place = {topic.slug: number for number, topic in enumerate(shown)}
    side = CELL * len(shown)
    parts = [
        f'<svg class="together" role="img" viewBox="0 0 {side + LABEL} {side}"'
        f' width="{side + LABEL}" height="{side}" aria-labelledby="together-title">'
        f'<title id="together-title">{_summary(found, language)}</title>',
        *_areas(shown),
        _guides(len(shown)),
        *_labels(shown),
        *(_dot(pair, place, found[0].count, language) for pair in found),
        "</svg>",
    ]
    return Html("".join(parts))


def _summary(found: Sequence[Pair], language: Language) -> str:
    most = found[0]
    return escaped(
        language.counted(
            most.count,
            "Which topics meet in one paper: most often {one} and {other}, in {number} paper",
            "Which topics meet in one paper: most often {one} and {other}, in {number} papers",
            one=most.one.name.plain,
            other=most.other.name.plain,
        )
    )


def _said(topic: Topic) -> str:
    return escaped(topic.name.plain)


def _areas(shown: list[Topic]) -> Iterator[str]:
    """Draw a triangle behind the topics of each area."""
    start = 0
    for number, topic in enumerate(shown):
        following = shown[number + 1].area if number + 1 < len(shown) else None
        if topic.area != following:
            low, high = start * CELL, (number + 1) * CELL
            yield f'<path class="area-block" d="M{low} {low}V{high}H{high}Z"/>'
            start = number + 1


def _guides(count: int) -> str:
    """Draw a line from each name to the dots of its row and of its column."""
    middles = [number * CELL + CELL // 2 for number in range(count)]
    lines = "".join(f"M0 {at}H{at}V{count * CELL}" for at in middles)
    return f'<path class="guides" d="{lines}"/>'


def _labels(shown: list[Topic]) -> Iterator[str]:
    for number, topic in enumerate(shown):
        x, y = (number + 1) * CELL + 2, number * CELL + CELL * 3 // 4
        yield f'<text x="{x}" y="{y}">{_said(topic)}</text>'


def _dot(pair: Pair, place: dict[str, int], most: int, language: Language) -> str:
    x = place[pair.one.slug] * CELL + CELL // 2
    y = place[pair.other.slug] * CELL + CELL // 2
    radius = max(SMALLEST, LARGEST * math.sqrt(pair.count / most))
    both = language.listed([pair.one.name.plain, pair.other.name.plain], "and")
    said = escaped(f"{both}: {language.number(pair.count)}")
    return f'<circle cx="{x}" cy="{y}" r="{radius:.1f}"><title>{said}</title></circle>'
