"""Authors as links, on cards and on the pages of papers."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue import Catalogue
from generator.pages.bylines import MOST_UNFOLDED, Authors, on_card, on_page
from generator.pages.links import Named, as_html, as_markdown
from generator.people import people
from generator.text.html import ROOT
from generator.text.markdown import inline
from generator.values.paper import Paper
from tests.given import paper


def catalogue(found: Paper) -> Catalogue:
    known = people([found])
    return Catalogue((found,), people=known.people, people_of=known.of)


def linked(found: Sequence[Named]) -> str:
    return ", ".join(map(as_html, found)).replace(ROOT, "/")


def links(found: Sequence[Named]) -> int:
    return linked(found).count('<a href="/authors/')


def names(count: int) -> tuple[str, ...]:
    return tuple(f"Ada Number{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(count))


def test_each_author_is_a_link_to_the_page_of_the_person() -> None:
    found = paper("sheep", authors=("Ada Example", "Ben Sample"))
    authors = on_page(catalogue(found), found)
    assert linked(authors.first) == (
        '<a href="/authors/ada-example/">Ada Example</a>,'
        ' <a href="/authors/ben-sample/">Ben Sample</a>'
    )
    assert on_card(catalogue(found), found) == authors


def test_markdown_names_people_who_have_no_pages_there() -> None:
    found = paper("sheep", authors=("Ada E_xample", "Ben Sample"))
    assert [as_markdown(name) for name in on_page(catalogue(found), found).all] == [
        r"Ada E\_xample",
        "Ben Sample",
    ]


def test_of_a_long_list_on_a_card_three_and_the_last_show() -> None:
    five, six = paper("sheep", authors=names(5)), paper("sheep", authors=names(6))
    assert on_card(catalogue(five), five).hidden == 0
    folded = on_card(catalogue(six), six)
    assert (links(folded.first), links(folded.last)) == (3, 1)
    assert linked(folded.first).endswith(">Ada Numberac</a>")
    assert linked(folded.last) == '<a href="/authors/ada-numberaf/">Ada Numberaf</a>'
    assert folded.hidden == links(folded.more) == 2


def test_on_the_page_of_a_paper_eighteen_authors_are_four_and_fourteen_more() -> None:
    found = paper("sheep", authors=names(18))
    folded = on_page(catalogue(found), found)
    assert (links(folded.first), links(folded.last)) == (3, 1)
    assert folded.hidden == links(folded.more) == 14


def test_a_card_does_not_grow_with_a_list_of_thousands() -> None:
    found = paper("sheep", authors=names(MOST_UNFOLDED + 5))
    card = on_card(catalogue(found), found)
    assert (card.more, card.hidden) == ((), MOST_UNFOLDED + 1)
    assert links(on_page(catalogue(found), found).more) == MOST_UNFOLDED + 1


def test_who_has_no_page_is_named_without_a_link() -> None:
    found = paper("sheep", authors=("Ada Example", "Ben Sample"))
    assert on_page(Catalogue((found,)), found) == Authors(("Ada Example", "Ben Sample"))
    known = catalogue(found)
    half = Catalogue((found,), people=known.people[:1], people_of=known.people_of)
    shown = linked(on_page(half, found).first)
    assert shown == '<a href="/authors/ada-example/">Ada Example</a>, Ben Sample'


def test_a_name_from_right_to_left_and_a_hostile_one_stand_for_themselves() -> None:
    found = paper("sheep", authors=("נועה דוגמה", '"><b>*x*</b>'))
    authors = on_page(catalogue(found), found).first
    assert "<bdi>נועה דוגמה</bdi></a>" in linked(authors)
    assert "<b>" not in linked(authors)
    assert as_markdown(authors[0]) == inline("נועה דוגמה")
    assert "<b>" not in as_markdown(authors[1])
