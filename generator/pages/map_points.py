"""The map for the browser: data/map.json, described in docs/maintainers/map-format.md."""

from __future__ import annotations

import json

from generator.catalogue import Catalogue
from generator.figures.per_year import Span, even_spans, per_year
from generator.model import OutputFile
from generator.pages import views
from generator.pages.drawings.map_names import area_names, topic_places
from generator.placing import HEIGHT, WIDTH

PATH = "data/map.json"
FORMAT = 1
#: Colours of years, from the oldest to the newest (map.css).
YEAR_COLOURS = 6


def year_spans(catalogue: Catalogue) -> list[tuple[Span, int]]:
    """Return the spans of years that the map tells apart, the oldest first, each with its colour.

    Fewer than two tell nothing apart: then there are none.
    """
    counts = per_year(paper for paper in catalogue.papers if paper.id in catalogue.places)
    found = even_spans(counts, YEAR_COLOURS)
    if len(found) < 2:
        return []
    step = (YEAR_COLOURS - 1) / (len(found) - 1)
    return [(span, 1 + round(number * step)) for number, span in enumerate(found)]


def map_points(catalogue: Catalogue) -> OutputFile:
    """Return the file: place, year and topics of each paper, as the search index numbers them."""
    papers = catalogue.in_index_order if catalogue.places else ()
    number = {slug: at for at, slug in enumerate(catalogue.topics)}
    lying = topic_places(catalogue)
    content = {
        "format": FORMAT,
        "size": [WIDTH, HEIGHT],
        "x": [catalogue.places[paper.id][0] for paper in papers],
        "y": [catalogue.places[paper.id][1] for paper in papers],
        "year": [paper.work.year or 0 for paper in papers],
        "spans": [[span.first, span.last, colour] for span, colour in year_spans(catalogue)],
        "of": [[number[a.topic] for a in catalogue.assignments.get(p.id, ())] for p in papers],
        "topics": [
            [
                topic.slug,
                topic.name.plain,
                views.colour(catalogue, topic.area),
                *lying.get(slug, ()),
            ]
            for slug, topic in catalogue.topics.items()
        ],
        "areas": [[name.lines, name.colour, name.x, name.y] for name in area_names(catalogue)],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(PATH, text.encode("utf-8", "replace"), "the map for the browser")
