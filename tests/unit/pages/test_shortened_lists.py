"""A list of authors that went on with "et al." says so on pages, and names nobody of that name."""

from __future__ import annotations

from generator.pages import views
from tests.given import paper
from tests.property.test_metadata import head_of

SHORTENED = paper("sheep", "Sheep", authors=("Ada Quill", "Ben Sample", "et al."), year=2024)


def test_pages_and_cards_say_that_there_are_others() -> None:
    assert views.authors(SHORTENED).shown == "Ada Quill, Ben Sample and others"
    assert views.byline(SHORTENED, most_authors=3) == "Ada Quill, Ben Sample and others · 2024"


def test_tags_name_only_people() -> None:
    tags = [content for name, content in head_of(SHORTENED).metas if name == "citation_author"]
    assert tags == ["Ada Quill", "Ben Sample"]
