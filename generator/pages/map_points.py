"""The map for the browser: data/map.json, described in docs/maintainers/map.md."""

from __future__ import annotations

import json

from generator.catalogue import Catalogue
from generator.model import OutputFile
from generator.pages import views
from generator.pages.drawings.map_names import area_names, topic_places
from generator.placing import HEIGHT, WIDTH

PATH = "data/map.json"
FORMAT = 1


def map_points(catalogue: Catalogue) -> OutputFile:
    """Return the file: places and topics of all papers, numbered as the search index does."""
    papers = catalogue.in_index_order if catalogue.places else ()
    number = {slug: at for at, slug in enumerate(catalogue.topics)}
    lying = topic_places(catalogue)
    content = {
        "format": FORMAT,
        "size": [WIDTH, HEIGHT],
        "x": [catalogue.places[paper.id][0] for paper in papers],
        "y": [catalogue.places[paper.id][1] for paper in papers],
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
