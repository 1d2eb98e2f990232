"""The names on the map: where those of areas and topics stand, and which are left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.pages import views
from generator.placing import HEIGHT, WIDTH, Spot, middle

#: Sizes of letters in units of the map: names of areas on a phone and on a desk, and of topics.
LARGE, MIDDLE, SMALL = 64, 40, 31
#: How wide a letter is, of its size, in bold and in plain type, and how high a line is.
BOLD, PLAIN, LINE = 0.58, 0.53, 1.12
#: A line of an area's name is not much longer.
LINE_LETTERS = 14
#: Names of topics in the picture; the canvas shows more when it is enlarged.
MOST_TOPICS = 26


@dataclass(frozen=True)
class Name:
    """A name on the map, in lines around its place. `slug` is that of a topic, empty for areas."""

    text: str
    lines: tuple[str, ...]
    x: int
    y: int
    colour: int
    slug: str = ""


@dataclass(frozen=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def topic_places(catalogue: Catalogue) -> dict[str, Spot]:
    """Return for each topic where most of the papers lie whose main topic it is, if any."""
    members: dict[str, list[Spot]] = {slug: [] for slug in catalogue.topics}
    for paper, given in catalogue.assignments.items():
        if given and paper in catalogue.places:
            members[given[0].topic].append(catalogue.places[paper])
    return {slug: middle(points) for slug, points in members.items() if points}


def area_names(catalogue: Catalogue) -> list[Name]:
    """Return the names of areas, by size; moved up or down, or left out, where they would meet.

    They have room for letters of the size LARGE.
    """
    members = _members(catalogue)
    found: list[Name] = []
    taken: list[_Box] = []
    order = sorted(members, key=lambda slug: (-len(members[slug]), catalogue.area_places[slug]))
    for slug in order:
        text = catalogue.areas[catalogue.area_places[slug]].name.plain
        lines = in_lines(text)
        x, y = middle(members[slug])
        box = _free(lines, x, y, LARGE, BOLD, taken)
        if box:
            taken.append(box)
            found.append(Name(text, lines, *_centre(box), views.colour(catalogue, slug)))
    return found


def topic_names(catalogue: Catalogue, areas: Sequence[Name]) -> list[Name]:
    """Return the names of the largest topics that meet no other name, those of areas first."""
    places = topic_places(catalogue)
    taken = [_box(name.lines, name.x, name.y, MIDDLE, BOLD) for name in areas]
    said = {name.text for name in areas}
    found: list[Name] = []
    order = sorted(places, key=lambda slug: (-len(catalogue.papers_of[slug]), slug))
    for slug in order:
        topic = catalogue.topics[slug]
        text = topic.name.plain
        x, y = places[slug]
        box = _free((text,), x, y, SMALL, PLAIN, taken)
        # A topic that is called as its area is named once.
        if box and len(found) < MOST_TOPICS and text not in said:
            colour = views.colour(catalogue, topic.area)
            found.append(Name(text, (text,), *_centre(box), colour, slug))
            taken.append(box)
    return found


def in_lines(text: str) -> tuple[str, ...]:
    """Cut a name at spaces into lines of about equal length, none much over LINE_LETTERS."""
    words = text.split() or [""]
    count = min(len(words), max(1, round(len(text) / LINE_LETTERS)))
    lines: list[str] = []
    for left in range(count, 0, -1):
        aim = len(" ".join(words)) / left
        if not words:
            break
        line = words.pop(0)
        while words and (len(line) + len(words[0]) / 2 <= aim):
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    return (*lines[:-1], " ".join([lines[-1], *words]))


def _members(catalogue: Catalogue) -> dict[str, list[Spot]]:
    """Return for each area that has papers their places, by the area of their main topic."""
    found: dict[str, list[Spot]] = {}
    for paper, given in catalogue.assignments.items():
        if given and paper in catalogue.places:
            area = catalogue.topics[given[0].topic].area
            found.setdefault(area, []).append(catalogue.places[paper])
    return found


def _free(
    lines: Sequence[str], x: int, y: int, size: int, letter: float, taken: Iterable[_Box]
) -> _Box | None:
    """Return the room of a name at a place, or a little above or below; None if all is taken."""
    for lines_off in (0, -1, 1, -2, 2):
        box = _box(lines, x, y + lines_off * size, size, letter)
        if not any(box.meets(other) for other in taken):
            return box
    return None


def _box(lines: Sequence[str], x: int, y: int, size: int, letter: float) -> _Box:
    """Return the room of a name around a place, moved into the map if it reaches out of it."""
    width = max(map(len, lines)) * letter * size / 2
    height = len(lines) * LINE * size / 2
    x_in = min(max(x, width), WIDTH - width) if 2 * width < WIDTH else WIDTH / 2
    y_in = min(max(y, height), HEIGHT - height)
    return _Box(x_in - width, y_in - height, x_in + width, y_in + height)


def _centre(box: _Box) -> tuple[int, int]:
    return round((box.left + box.right) / 2), round((box.top + box.bottom) / 2)
