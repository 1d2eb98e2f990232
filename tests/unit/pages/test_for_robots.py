"""robots.txt and llms.txt: what crawlers and programs that read text are told."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.catalogue import Catalogue
from generator.formats import downloads
from generator.model import Area, MadeFile, Topic
from generator.pages.for_robots import llms_txt, robots_txt
from generator.pages.kinds import KINDS
from generator.pages.renderer import Renderer
from generator.settings import Settings
from generator.values.text import Text
from tests import given
from tests.unit.formats.test_downloads import CATALOGUE, SETTINGS

OFFERED = [
    MadeFile(file.path, file.origin, len(file.data), "") for file in downloads(CATALOGUE, SETTINGS)
]


def llms(catalogue: Catalogue = CATALOGUE, url: str = SETTINGS.url) -> str:
    return llms_txt(Renderer(catalogue, replace(SETTINGS, url=url), OFFERED), KINDS).decode()


def robots(settings: Settings = SETTINGS) -> str:
    return robots_txt(settings).decode()


def test_crawlers_may_read_everything_and_are_told_of_the_site_map() -> None:
    lines = robots().splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert lines[-1] == "Sitemap: https://tea.example.org/sitemap.xml"


def test_without_an_address_there_is_no_site_map() -> None:
    text = robots(replace(SETTINGS, url=""))
    assert "Sitemap" not in text


def test_the_text_for_programs_names_pages_data_areas_and_topics() -> None:
    tea = Topic("tea", Text("Tea"), Text("Leaves."), "kitchen")
    area = Area("kitchen", Text("Kitchen"), Text("What is cooked."), (tea,))
    lines = llms(replace(CATALOGUE, areas=(area,))).splitlines()
    assert lines[0] == "# Tea & pebbles"
    assert lines[2] == "> What we read."
    assert [line for line in lines if line.startswith("## ")] == [
        "## Pages",
        "## Data",
        "## Kitchen",
    ]
    assert any(
        line.startswith("- [papers.json](https://tea.example.org/data/papers.json): ")
        for line in lines
    )
    assert "What is cooked." in lines
    assert "- [Tea](https://tea.example.org/topics/tea/index.md): Leaves (1 paper)" in lines


def test_programs_are_led_to_markdown_wherever_it_is_published() -> None:
    text = llms(url="")
    assert "papers/<id>/index.md" in text
    listed = re.findall(r"^- \[([^]]*)\]\(([^)]*)\)", text.partition("## Data")[0], re.MULTILINE)
    assert dict(listed) == {
        name: f"{name.lower()}/index.md"
        for name in ("Papers", "Topics", "Authors", "Venues", "Years", "Map")
    } | {"Statistics": "stats/index.md", "New": "new/index.md", "Listed": "listed/index.md"}


def test_programs_are_led_to_no_page_that_is_not_there() -> None:
    text = llms(Catalogue((given.paper("tea", "Brewing Tea"),)))
    assert "papers/index.md" in text
    assert not re.search(r"/(?:new|listed)/", text)


def test_without_an_address_its_links_are_relative() -> None:
    targets = re.findall(r"\]\(([^)]*)\)", llms(url=""))
    assert "topics/tea/index.md" in targets
    assert not [target for target in targets if ":" in target or target.startswith("/")]
