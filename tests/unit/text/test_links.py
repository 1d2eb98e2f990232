"""Addresses: what a page may link to, and what an address leads to."""

from __future__ import annotations

import pytest

from generator.model import Link
from generator.text.links import MAX_LENGTH, host, links_in, safe_address


@pytest.mark.parametrize(
    "url",
    [
        "https://tea.example.org/a/b.html?c=d&e=f#g",
        "http://tea.example.org:8080/~user/",
        "mailto:reader@example.org",
        "../data/papers.json",
        "/about/",
        "#top",
        "?q=a:b",
        "page.html?redirect=a:b#c:d",
    ],
)
def test_good_addresses_stay_as_they_are(url: str) -> None:
    assert safe_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java\r\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "\u00a0java\u200bscript\u202e:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "java&Tab;script&#x3a;alert(1)",
        "&#106;avascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "DATA:text/html;base64,eA==",
        "file:///etc/passwd",
        "feed:javascript:alert(1)",
        ":alert(1)",
        "view-source:https://a.org",
        "//evil.example.org/x",
        "///evil.example.org/x",
        "/\t/evil.example.org",
        "/&sol;evil.example.org",
        "/&#47;evil.example.org",
        "\\\\evil.example.org",
        "/\\evil.example.org",
        "https:\\\\evil.example.org",
        "https:evil.example.org",
        "https:///evil.example.org",
        "http://",
        "http://[broken",
        "",
        " \t\n",
        "https://a.org/" + "x" * MAX_LENGTH,
        "https://a.org/" + "é" * 400,
    ],
)
def test_what_could_run_or_lead_elsewhere_is_refused(url: str) -> None:
    assert safe_address(url) is None


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("HTTPS://Tea.example.org/A", "https://Tea.example.org/A"),
        ('https://a.org/"onclick="x', "https://a.org/%22onclick=%22x"),
        ("https://a.org/'x'", "https://a.org/%27x%27"),
        ("https://a.org/<b>", "https://a.org/%3Cb%3E"),
        ("https://a.org/a_(b)", "https://a.org/a_%28b%29"),
        ("https://a.org/[x](y)", "https://a.org/%5Bx%5D%28y%29"),
        ("https://a.org/{{ x }}", "https://a.org/%7B%7Bx%7D%7D"),
        ("https://a.org/`|`", "https://a.org/%60%7C%60"),
        ("https://a.org/größe", "https://a.org/gr%C3%B6%C3%9Fe"),
        ("https://a.org/100%", "https://a.org/100%25"),
        ("https://a.org/a%20b%2G", "https://a.org/a%20b%252G"),
        ("https://a.org/a b\n c", "https://a.org/abc"),
    ],
)
def test_characters_that_could_end_a_link_are_encoded(url: str, safe: str) -> None:
    assert safe_address(url) == safe


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.Tea.example.org:80/x", "tea.example.org"),
        ("https://user@tea.example.org", "tea.example.org"),
        ("about.html", ""),
        ("http://[broken", ""),
    ],
)
def test_the_host_of_an_address_is_in_lower_case_without_www(url: str, name: str) -> None:
    assert host(url) == name


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
