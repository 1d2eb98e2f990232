"""The map as a drawing: inline SVG that needs no script and takes its colours from the page."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator

from generator.catalogue import Catalogue
from generator.language import Language
from generator.pages import views
from generator.pages.drawings.map_names import Name, area_names, topic_names
from generator.placing import HEIGHT, WIDTH, Spot
from generator.text.html import ROOT, Html, escaped
from generator.values.paper import Paper

#: Papers in a picture, at most: a point takes some 7 bytes. Of more, a sample is drawn.
MOST_POINTS, MOST_POINTS_SMALL = 4000, 1200
#: Units of the map in one of the drawing.
STEP, STEP_SMALL = 2, 4
#: How far around its points an area is coloured (units of the map): this by the root of how many
#: points there are, between these. generator/theme/assets/map/draw.js draws with the same numbers.
REGION, REGION_LEAST, REGION_MOST = 1250, 16, 60
REGION_OPACITY, POINT_OPACITY = 0.1, 0.8


def map_picture(catalogue: Catalogue, language: Language, *, small: bool = False) -> Html:
    """Return the map as one line of HTML that is safe in a page; empty when no paper has a place.

    The picture of the page /map/ holds names, those of topics as links from there. The `small` one
    is a picture alone, for any page, of at most some 12 kB for any number of papers.
    """
    drawn = sample(catalogue, MOST_POINTS_SMALL if small else MOST_POINTS)
    if not drawn:
        return Html()
    step = STEP_SMALL if small else STEP
    width, height = WIDTH // step, HEIGHT // step
    box = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    said = escaped(_said(catalogue, language))
    points = "".join(_points(catalogue, drawn, step))
    drawing = 'fill="none" stroke-linecap="round"'
    if small:
        return Html(
            f'<svg class="map-picture small" role="img" aria-label="{said}" {box} {drawing}>'
            f"{points}</svg>"
        )
    areas = area_names(catalogue)
    names = "".join([*map(_topic, topic_names(catalogue, areas)), *map(_area, areas)])
    return Html(
        f'<svg class="map-picture" {box}><g role="img" aria-label="{said}" {drawing}>{points}</g>'
        f'<g class="map-names" transform="scale({1 / step})">{names}</g></svg>'
    )


def sample(catalogue: Catalogue, most: int) -> list[Paper]:
    """Return the papers that have a place, by id: all, or `most` of them by chance of their ids."""
    papers = [paper for paper in catalogue.papers if paper.id in catalogue.places]
    if len(papers) <= most:
        return papers
    chosen = sorted(papers, key=lambda paper: _chance(paper.id))[:most]
    return sorted(chosen, key=lambda paper: paper.id)


def of_colours(catalogue: Catalogue, drawn: Iterable[Paper]) -> dict[int, list[Spot]]:
    """Return the places of papers by the colour of their main topic's area; 0 without a topic."""
    found: dict[int, list[Spot]] = {}
    for paper in drawn:
        given = catalogue.assignments.get(paper.id, ())
        colour = views.colour(catalogue, catalogue.topics[given[0].topic].area) if given else 0
        found.setdefault(colour, []).append(catalogue.places[paper.id])
    return found


def _chance(paper: str) -> bytes:
    return hashlib.blake2b(paper.encode("utf-8", "replace"), digest_size=8).digest()


def _said(catalogue: Catalogue, language: Language) -> str:
    return language.counted(
        len(catalogue.places),
        "Map of {number} paper, a point each: those about the same lie near each other",
        "Map of {number} papers, a point each: those about the same lie near each other",
    )


def _points(catalogue: Catalogue, drawn: Iterable[Paper], step: int) -> Iterator[str]:
    """Draw the points of each colour, and behind them the regions: the same points, but large.

    Regions are one path for each area, so that they are of one tone where points lie close.
    """
    of_colour = {
        colour: [(x // step, y // step) for x, y in spots]
        for colour, spots in of_colours(catalogue, drawn).items()
    }
    count = sum(map(len, of_colour.values()))
    thick = min(11.0, max(2.6, 260 / math.sqrt(count))) * STEP / step
    wide = min(REGION_MOST, max(REGION_LEAST, REGION / math.sqrt(count))) * 2 / step
    name = "map-small" if step == STEP_SMALL else "map-points"
    yield "<defs>"
    for colour, points in sorted(of_colour.items()):
        yield f'<path id="{name}-{colour}" d="{_path(points)}"/>'
    yield "</defs>"
    for width, opacity in ((wide, REGION_OPACITY), (thick, POINT_OPACITY)):
        yield f'<g stroke-width="{width:.1f}" stroke-opacity="{opacity}">'
        for colour in sorted(of_colour):
            # Papers without a topic have no region.
            if colour or width == thick:
                area = f' data-area="{colour}"' if colour else ""
                yield f'<use{area} href="#{name}-{colour}"/>'
        yield "</g>"


def _path(points: Iterable[Spot]) -> str:
    """Return a path that sets a dot at each point: a line of no length, with round ends.

    Each is said by the way from the one before, which is short when they lie in stripes.
    """
    x = y = 0
    parts = []
    for at in sorted(set(points), key=lambda point: (point[0] // 24, point[1], point[0])):
        way = at[1] - y
        parts.append(f"m{at[0] - x}{'' if way < 0 else ' '}{way}h0")
        x, y = at
    return "".join(parts)


def _area(name: Name) -> str:
    # The lines stand above and below the place in steps of the letters' size, which CSS decides.
    first = -(len(name.lines) - 1) / 2
    lines = " ".join(
        f'<tspan x="{name.x}" dy="{1.12 * first + 0.34 if not at else 1.12:.2f}em">{escaped(line)}'
        "</tspan>"
        for at, line in enumerate(name.lines)
    )
    return f'<text class="of-area" data-area="{name.colour}" y="{name.y}">{lines}</text>'


def _topic(name: Name) -> str:
    return (
        f'<a href="{ROOT}topics/{name.slug}/"><text x="{name.x}" y="{name.y}" dy="0.34em">'
        f"{escaped(name.text)}</text></a>"
    )
