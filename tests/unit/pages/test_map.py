"""The page of the map, its picture and its data."""

from __future__ import annotations

import json
import math
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from generator.catalogue import Catalogue
from generator.language import ENGLISH
from generator.model import Area, Assignment, Topic
from generator.pages import Page
from generator.pages.drawings.map_picture import MOST_POINTS, map_picture
from generator.pages.kinds import map as map_kind
from generator.pages.map_points import YEAR_COLOURS, map_points
from generator.pages.renderer import Renderer
from generator.placing import HEIGHT
from generator.text.html import ROOT
from generator.values.text import Text
from tests import given
from tests.laid_out import SETTINGS, article, text_of

SVG = "{http://www.w3.org/2000/svg}"
SHEEP = Topic("sheep", Text("Counting sheep"), Text(), "animals")
GOATS = Topic("goats", Text("Goats <b> & others"), Text(), "animals")
KILNS = Topic("kilns", Text("Kilns"), Text(), "crafts")
EMPTY = Topic("empty", Text("Nothing yet"), Text(), "crafts")
AREAS = (
    Area("animals", Text("Animals of the meadow"), Text(), (SHEEP, GOATS)),
    Area("crafts", Text("Crafts"), Text(), (KILNS, EMPTY)),
)


def catalogue(count: int) -> Catalogue:
    """Papers of three topics in turn and of none."""
    papers = tuple(given.paper(f"paper-{number:05}", f"Paper {number}") for number in range(count))
    topics: dict[str, tuple[Assignment, ...]] = {}
    places = {}
    for number, paper in enumerate(papers):
        slug = ("sheep", "goats", "kilns", "")[number % 4]
        topics[paper.id] = (Assignment(slug, 2.0),) if slug else ()
        # Each in a quarter of the map, as seeds lie in a sunflower.
        turn, far = number * 2.4, 300 * math.sqrt(number / count)
        places[paper.id] = (
            round(500 + number % 2 * 1000 + 1.5 * far * math.cos(turn)),
            round(350 + number // 2 % 2 * 700 + far * math.sin(turn)),
        )
    return Catalogue(papers, AREAS, topics, places=places)


def page(shown: Catalogue) -> str:
    return article(made(shown))


def made(shown: Catalogue) -> Page:
    page, _ = map_kind.generate(Renderer(shown, SETTINGS), [None])
    assert isinstance(page, Page)
    return page


def picture_of(shown: Catalogue, *, small: bool = False) -> str:
    return map_picture(shown, ENGLISH, small=small).replace(ROOT, "/")


def drawing(picture: str) -> ET.Element:
    return ET.fromstring(picture.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))


def dots(picture: str) -> int:
    paths = drawing(picture).iter(f"{SVG}path")
    return sum(path.attrib["d"].count("h0") for path in paths)


def test_the_page_lists_areas_and_topics_with_links_and_numbers() -> None:
    text = page(catalogue(40))
    assert '<summary><span class="cat-map__dot"></span>Animals of the meadow' in text
    assert '<a href="/topics/sheep/">Counting sheep</a> <span class="count">10</span>' in text
    assert '<a href="/topics/goats/">Goats &lt;b&gt; &amp; others</a>' in text
    assert "Nothing yet" not in text
    assert '<a href="/topics/unsorted/">Papers without a topic</a>' in text
    assert '<option value="kilns">Kilns (10)</option>' in text
    assert "sample" not in text


def test_its_markdown_lists_areas_and_topics_and_has_no_drawing() -> None:
    text = text_of(made(catalogue(40)))
    assert (
        "- Animals of the meadow (20)\n    - [Counting sheep](/topics/sheep.md) (10)\n"
        "    - [Goats &lt;b&gt; & others](/topics/goats.md) (10)\n- Crafts (10)\n" in text
    )
    assert "\n- [Papers without a topic](/topics/unsorted.md) (10)\n" in text
    assert "<" not in text
    assert "There is no paper to show yet." in text_of(made(Catalogue(())))


def test_a_page_of_a_catalogue_without_places_says_so() -> None:
    text = page(Catalogue(()))
    assert "There is no paper to show yet." in text
    assert "<svg" not in text
    assert json.loads(map_points(Catalogue(())).data)["x"] == []


def test_the_picture_has_a_point_for_each_paper_and_names_that_link() -> None:
    picture = picture_of(catalogue(40))
    assert dots(picture) == 40
    root = drawing(picture)
    (image,) = [group for group in root.iter(f"{SVG}g") if group.get("role") == "img"]
    assert "Map of 40 papers" in image.attrib["aria-label"]
    # What is an image for a screen reader may hold no links.
    assert not list(image.iter(f"{SVG}a"))
    links = {a.attrib["href"]: "".join(a.itertext()) for a in root.iter(f"{SVG}a")}
    assert links["/topics/goats/"] == "Goats <b> & others"
    assert "/topics/empty/" not in links
    names = ["".join(t.itertext()) for t in root.iter(f"{SVG}text") if t.get("class") == "of-area"]
    assert names == ["Animals of the meadow", "Crafts"]


def test_a_topic_that_is_called_as_its_area_is_named_once() -> None:
    shown = catalogue(40)
    same = replace(shown, areas=(AREAS[0], replace(AREAS[1], name=Text("Kilns"))))
    assert map_picture(same, ENGLISH).count("Kilns") == 1
    assert map_picture(shown, ENGLISH).count("Kilns") == 1


def test_the_picture_obeys_the_security_policy() -> None:
    for small in (False, True):
        picture = map_picture(catalogue(40), ENGLISH, small=small)
        assert "style=" not in picture
        assert "<style" not in picture
        assert "\n" not in picture


@pytest.mark.parametrize("count", [1, 40, 1500, 6000])
def test_a_small_picture_is_at_most_twelve_kilobytes(count: int) -> None:
    picture = map_picture(catalogue(count), ENGLISH, small=True)
    assert len(picture) <= 12_000
    assert drawing(picture).get("role") == "img"
    assert not list(drawing(picture).iter(f"{SVG}text"))


def test_the_picture_of_many_papers_shows_a_sample_and_says_so() -> None:
    shown = catalogue(MOST_POINTS + 500)
    assert MOST_POINTS * 0.8 < dots(picture_of(shown)) <= MOST_POINTS
    assert f"a sample of {MOST_POINTS:,} of the {MOST_POINTS + 500:,} papers" in page(shown)


def test_names_do_not_meet_and_stay_inside() -> None:
    shown = catalogue(400)
    texts = list(drawing(picture_of(shown)).iter(f"{SVG}text"))
    heights = [float(text.attrib["y"]) for text in texts]
    assert len(set(heights)) == len(heights)
    assert all(0 < height < HEIGHT for height in heights)


def test_the_data_are_in_the_order_of_the_search_index() -> None:
    shown = catalogue(40)
    data = json.loads(map_points(shown).data)
    order = [paper.id for paper in shown.in_index_order]
    assert [data["x"][3], data["y"][3]] == list(shown.places[order[3]])
    assert data["of"][0] == [0]
    assert data["of"][-1] == []
    assert [topic[:3] for topic in data["topics"]][1] == ["goats", "Goats <b> & others", 1]
    # A topic that is no paper's main one lies nowhere.
    assert [len(topic) for topic in data["topics"]] == [5, 5, 5, 3]
    assert [area[:2] for area in data["areas"]] == [
        [["Animals of", "the meadow"], 1],
        [["Crafts"], 2],
    ]


def of_years(*years: int | None) -> Catalogue:
    papers = tuple(
        given.paper(f"paper-{n}", f"Paper {n}", year=year)
        if year
        else given.paper(f"paper-{n}", "P")
        for n, year in enumerate(years)
    )
    return Catalogue(papers, places={p.id: (10 * n, 20) for n, p in enumerate(papers)})


def test_the_map_knows_years_and_the_spans_that_have_a_colour() -> None:
    shown = of_years(2019, 2021, None, 2024)
    data = json.loads(map_points(shown).data)
    at = dict(zip(data["x"], data["year"], strict=True))
    assert at == {0: 2019, 10: 2021, 20: 0, 30: 2024}
    # The oldest and the newest have the ends of the scale.
    assert data["spans"] == [[2019, 2019, 1], [2021, 2021, 3], [2024, 2024, 6]]
    text = page(shown)
    assert '<option value="year">By year</option>' in text
    assert (
        '<span class="cat-map__dot" data-span="6"></span>2024 <span class="count">1</span>' in text
    )
    assert 'data-span="0"></span>not known <span class="count">1</span>' in text


def test_where_years_tell_nothing_apart_no_colours_of_them_are_offered() -> None:
    for shown in (of_years(None, None), of_years(2024, 2024, None)):
        assert json.loads(map_points(shown).data)["spans"] == []
        assert "By year" not in page(shown)
        assert "cat-map__years" not in page(shown)


def test_many_years_have_as_many_colours_as_there_are() -> None:
    spans = json.loads(map_points(of_years(*range(1960, 2025))).data)["spans"]
    assert [colour for _, _, colour in spans] == list(range(1, YEAR_COLOURS + 1))
    assert (spans[0][0], spans[-1][1]) == (1960, 2024)
