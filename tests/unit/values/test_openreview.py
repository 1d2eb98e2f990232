"""Ids of OpenReview: the forum's, not a review's."""

from __future__ import annotations

import pytest

from generator.values.openreview import normal_openreview


@pytest.mark.parametrize(
    ("text", "forum"),
    [
        ("aB3-_xyz90", "aB3-_xyz90"),
        ("https://openreview.net/forum?id=aB3xyz", "aB3xyz"),
        ("https://openreview.net/pdf?id=aB3xyz", "aB3xyz"),
        ("https://openreview.net/forum?id=aB3xyz&noteId=qqqqqq", "aB3xyz"),
        ("https://openreview.net/forum?noteId=qqqqqq&id=aB3xyz", "aB3xyz"),
        ("https://openreview.net/forum?id=aB3xyz¬eId=qqqqqq", "aB3xyz"),
        ("https://openreview.net/forum?id=aB3xyz&amp;noteId=q", "aB3xyz"),
        ("https://openreview.net/attachment?id=aB3xyz&name=supplementary_material", "aB3xyz"),
        ("openreview.net/forum?id=aB3xyz", "aB3xyz"),
        ("https://www.openreview.net/forum?id=aB3xyz#discussion", "aB3xyz"),
        ("forum?id=aB3xyz", "aB3xyz"),
        ("https://openreview.net/forum?id=aB3xyz&referrer=%5BReviewers%20Console%5D", "aB3xyz"),
        ("https://openreview.net/forum?id=aB3\\_xyz", "aB3_xyz"),
        ("openreview:aB3xyz", "aB3xyz"),
        ("https://openreview.net/pdf?id=aB3xyz.pdf", "aB3xyz"),
        ("https://openreview.net/forum?id=aB3xyz.", "aB3xyz"),
    ],
)
def test_a_forum_has_one_id_however_it_is_pasted(text: str, forum: str) -> None:
    found = normal_openreview(text)
    assert found == forum
    assert found is not None
    assert normal_openreview(found) == found


@pytest.mark.parametrize(
    "text",
    [
        "short",
        "with space",
        "größer",
        "https://openreview.net/profile?id=~Ada_Example1",
        "https://openreview.net/group?id=ICLR.cc",
        "https://openreview.net/pdf/0123456789abcdef0123456789abcdef01234567.pdf",
        "https://openreview.net/forum?noteId=qqqqqq",
        "https://example.org/forum?id=aB3xyz",
    ],
)
def test_what_names_no_forum_is_none(text: str) -> None:
    assert normal_openreview(text) is None
