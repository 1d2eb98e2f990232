"""Links: addresses in running text, and what kind each is of."""

from __future__ import annotations

import pytest

from generator.sources.links_in import links_in
from generator.values.link import Link


def addresses(text: str) -> list[str]:
    return [link.url for link in links_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "See https://tea.example.org/a.",
        "See https://tea.example.org/a, and more.",
        "Is it https://tea.example.org/a?!",
        "(https://tea.example.org/a)",
        "(see https://tea.example.org/a).",
        "[https://tea.example.org/a]",
        "<https://tea.example.org/a>",
        "“https://tea.example.org/a”…",
        "‘https://tea.example.org/a’",
        "'https://tea.example.org/a'.",
        "**https://tea.example.org/a**",
        "https: //tea.example.org/a",
        "https:// tea.example.org/a",
    ],
)
def test_punctuation_around_an_address_does_not_belong_to_it(text: str) -> None:
    assert addresses(text) == ["https://tea.example.org/a"]


def test_brackets_that_an_address_opens_belong_to_it() -> None:
    assert addresses("(https://tea.example.org/a_(b))") == ["https://tea.example.org/a_%28b%29"]


def test_www_is_enough_for_an_address() -> None:
    assert addresses("at www.tea.example.org/a.") == ["https://www.tea.example.org/a"]


@pytest.mark.parametrize("text", ["", "https://", "http://nohost", "www.", "awww.tea", "a.b.org"])
def test_what_is_no_address_is_not_taken_for_one(text: str) -> None:
    assert links_in(text) == ()


def test_an_address_that_stands_twice_is_found_once() -> None:
    text = "Code: https://a.example.org/x. Data: https://b.example.org and https://a.example.org/x"
    assert addresses(text) == ["https://a.example.org/x", "https://b.example.org"]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://github.com/tea/pot", "code"),
        ("https://www.gitlab.com/tea/pot", "code"),
        ("https://huggingface.co/tea/pot", "code"),
        ("https://huggingface.co/datasets/tea/pot", "data"),
        ("https://huggingface.co/spaces/tea/pot", "project"),
        ("https://zenodo.org/record/1", "data"),
        ("https://youtu.be/x1", "video"),
        ("https://arxiv.org/abs/2401.01234", "paper"),
        ("https://arxiv.org/pdf/2401.01234", "pdf"),
        ("https://doi.org/10.1234/abc", "paper"),
        ("https://tea.github.io/pot", "project"),
        ("https://notgithub.com/tea", "project"),
        ("https://tea.example.org/pot", "project"),
    ],
)
def test_a_telling_host_gives_the_kind(url: str, kind: str) -> None:
    assert links_in(f"See {url}.") == (Link(kind, url),)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Our code is at {}.", "code"),
        ("The dataset can be found at {}.", "data"),
        ("A video is shown at {}.", "video"),
        ("Code is available, and the data are at {}.", "data"),
        ("The data are available, and the implementation is at {}.", "code"),
        ("Visit {} for code.", "project"),
        ("We decode videotapes, see {}.", "project"),
    ],
)
def test_else_the_nearest_telling_word_before_gives_the_kind(text: str, kind: str) -> None:
    (link,) = links_in(text.format("https://tea.example.org/x"))
    assert link.kind == kind


@pytest.mark.parametrize("part", ["https://", "www.", "https://a.b)", "(", "h", "https: //a.bc "])
def test_a_very_long_line_is_read_in_reasonable_time(part: str) -> None:
    assert isinstance(links_in(part * (1_000_000 // len(part))), tuple)
