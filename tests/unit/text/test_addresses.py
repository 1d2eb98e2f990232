"""Addresses: what a page may link to, and what an address leads to."""

from __future__ import annotations

import pytest

from generator.text.addresses import MAX_LENGTH, address_key, host, safe_address


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


@pytest.mark.parametrize(
    "url",
    ["https://tea.example.org/A", "http://www.tea.example.org/a/", "https://TEA.example.org/a"],
)
def test_addresses_of_one_page_have_one_key(url: str) -> None:
    assert address_key(url) == "tea.example.org/a"
