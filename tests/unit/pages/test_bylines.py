"""Authors as links, on cards and on the pages of papers."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.pages.bylines import MOST_UNFOLDED, on_card, on_page
from generator.people import people
from generator.text.markdown import inline
from generator.values.paper import Paper
from tests.given import paper


def catalogue(found: Paper) -> Catalogue:
    known = people([found])
    return Catalogue((found,), people=known.people, people_of=known.of)


def names(count: int) -> tuple[str, ...]:
    return tuple(f"Ada Number{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(count))


def test_each_author_is_a_link_to_the_page_of_the_person() -> None:
    found = paper("sheep", authors=("Ada Example", "Ben Sample"))
    shown = on_page(catalogue(found), found).shown
    assert (
        shown == "[Ada Example](../authors/ada-example.md), [Ben Sample](../authors/ben-sample.md)"
    )
    assert on_card(catalogue(found), found, "../../").shown == shown.replace("../", "../../")


def test_of_a_long_list_on_a_card_three_and_the_last_show() -> None:
    five, six = paper("sheep", authors=names(5)), paper("sheep", authors=names(6))
    assert on_card(catalogue(five), five, "../").hidden == 0
    folded = on_card(catalogue(six), six, "../")
    assert folded.shown.count("](") == 4
    assert "Numberac](../authors/ada-numberac.md) … [Ada Numberaf]" in folded.shown
    assert folded.hidden == folded.more.count("](") == 2


def test_on_the_page_of_a_paper_eighteen_authors_are_four_and_fourteen_more() -> None:
    found = paper("sheep", authors=names(18))
    folded = on_page(catalogue(found), found)
    assert folded.shown.count('<a href="../../authors/') == 4
    assert folded.hidden == folded.more.count('<a href="../../authors/') == 14


def test_a_card_does_not_grow_with_a_list_of_thousands() -> None:
    found = paper("sheep", authors=names(MOST_UNFOLDED + 5))
    card = on_card(catalogue(found), found, "../")
    assert (card.more, card.hidden) == ("", MOST_UNFOLDED + 1)
    assert on_page(catalogue(found), found).more.count("<a ") == MOST_UNFOLDED + 1


def test_who_has_no_page_is_named_without_a_link() -> None:
    found = paper("sheep", authors=("Ada Example", "Ben Sample"))
    assert on_page(Catalogue((found,)), found).shown == "Ada Example, Ben Sample"
    known = catalogue(found)
    half = Catalogue((found,), people=known.people[:1], people_of=known.people_of)
    assert on_page(half, found).shown == "[Ada Example](../authors/ada-example.md), Ben Sample"


def test_a_name_from_right_to_left_and_a_hostile_one_stand_for_themselves() -> None:
    found = paper("sheep", authors=("נועה דוגמה", '"><b>*x*</b>'))
    shown = on_page(catalogue(found), found).shown
    assert f"[{inline('נועה דוגמה')}](../authors/" in shown
    assert "<b>" not in shown
    many = paper("sheep", authors=("נועה דוגמה", '"><b>*x*</b>', *names(16)))
    folded = on_page(catalogue(many), many)
    assert "<bdi>נועה דוגמה</bdi></a>" in folded.shown
    assert "<b>" not in folded.shown
