"""A frame is a built page cut at its slots; filled, it is a page at another place."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.frame import HEAD_MARK, Frame, FrameFailed, cut

PAGE = f"""<!doctype html><html><head>
<title>frameslot title - Sheep</title>
<meta name="description" content="frameslot description">
<link rel="canonical" href="https://sheep.example/papers/frame/">
<link rel="stylesheet" href="../../assets/a.css"><link rel="icon" href="../../assets/i.svg">
{HEAD_MARK}
</head><body><input class="md-toggle" id="__drawer">
<a href="../..">Sheep</a> <a href="../">Papers</a> <a href="../../topics/?x=1&amp;y=2#a">Topics</a>
<a href="./">here</a> <a href="#title">skip</a> <a href="https://example.org/b">out</a>
<form action="../../search/" data-base="../.."></form>
<article><h1 id="title">frameslot article</h1></article>
<script src='../../assets/a.js'></script></body></html>"""


def frame(page: str = PAGE, site: str = "https://sheep.example/") -> Frame:
    return cut(page, "papers/frame/", site)


def filled(root: str, **values: str) -> str:
    usual = {
        "title": "T",
        "description": "D",
        "address": "https://sheep.example/papers/wool/",
        "head": "<meta name=x>",
        "article": "<h1>A</h1>",
        "root": root,
        "base": root.rstrip("/"),
    }
    return frame().filled(usual | values)


def test_addresses_lead_from_the_new_place_to_where_they_led() -> None:
    page = filled("../../../")
    assert '<a href="../../../">Sheep' in page
    for href in ("papers/", "topics/?x=1&amp;y=2#a", "papers/frame/", "assets/a.css"):
        assert f'href="../../../{href}"' in page
    assert 'src="../../../assets/a.js"' in page
    assert 'action="../../../search/"' in page
    assert 'data-base="../../.."' in page
    assert "href=#title" in page
    assert "https://example.org/b" in page
    assert "slot" not in page


def test_at_the_root_addresses_begin_there() -> None:
    page = filled("", base=".")
    assert 'href="topics/' in page
    assert 'href="./">Sheep' in page
    assert 'action="search/"' in page


def test_what_is_the_pages_own_stands_in_its_slots() -> None:
    page = filled("../../", title="Wool", description="On wool", head="<meta name=y>")
    assert "<title>Wool - Sheep</title>" in page
    assert 'content="On wool"' in page
    assert "<meta name=y>" in page
    assert "<article><h1>A</h1></article>" in page
    assert 'href="https://sheep.example/papers/wool/"' in page
    assert "md-toggle" not in page


@pytest.mark.parametrize("said", ["slot based", "slot title", "the slot root and slot address of"])
def test_words_of_the_site_that_look_like_slots_stay(said: str) -> None:
    page = cut(PAGE.replace("Sheep", said), "papers/frame/", "https://sheep.example/")
    assert page.slots == frame().slots
    assert "".join(page.texts) == "".join(frame().texts).replace("Sheep", said)


def test_a_frame_is_the_same_after_it_was_kept() -> None:
    assert Frame.from_json(frame().to_json()) == frame()


@pytest.mark.parametrize(
    ("mark", "name"), [(HEAD_MARK, "head"), ('<h1 id="title">frameslot article</h1>', "article")]
)
def test_a_theme_without_a_place_for_something_is_told(mark: str, name: str) -> None:
    with pytest.raises(FrameFailed, match=f"0 places for the {name}"):
        frame(PAGE.replace(mark, ""))
    with pytest.raises(FrameFailed, match=f"2 places for the {name}"):
        frame(PAGE.replace(mark, mark + mark))


@given(st.text(max_size=30))
def test_any_text_fills_a_slot_as_the_text_it_is(text: str) -> None:
    said = html.escape(text)
    page = filled("../../", title=said)
    assert f"<title>{said} - Sheep</title>" in page


def test_a_site_without_an_address_has_no_slot_for_it() -> None:
    assert "address" not in frame(site="").slots
