"""A list of authors that went on with "et al." says so on pages, and names nobody of that name."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.pages.bylines import Authors, on_card, on_page
from tests.given import paper
from tests.property.test_metadata import head_of

SHORTENED = paper("sheep", "Sheep", authors=("Ada Quill", "Ben Sample", "et al."), year=2024)


def test_pages_and_cards_say_that_there_are_others() -> None:
    for found in (
        on_page(Catalogue((SHORTENED,)), SHORTENED),
        on_card(Catalogue((SHORTENED,)), SHORTENED),
    ):
        assert found == Authors(("Ada Quill", "Ben Sample"), others=True)


def test_tags_name_only_people() -> None:
    tags = [content for name, content in head_of(SHORTENED).metas if name == "citation_author"]
    assert tags == ["Ada Quill", "Ben Sample"]
