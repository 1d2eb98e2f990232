"""What is pasted: cleaned of what copying left on it, and taken apart as an address."""

from __future__ import annotations

import pytest

from generator.values.pasted import (
    MAX_LENGTH,
    Address,
    cleaned,
    decoded,
    taken_apart,
    unescaped,
    unwrapped,
)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  a\n b\t", "a b"),
        ("a\u200bb\u00adc\u2060\ufe0f", "abc"),
        ("a\u2010b\u2011c\u2013d\u2212e", "a-b-c-d-e"),
        ("&lt;a&gt; &amp;amp; &#98; &#x63;", "<a> & b c"),
        (r"a\_b\&c\%d", "a_b&c%d"),
        (r"{a}{\_}b", "a_b"),
        (r"\href{https://a.example}{b}", "https://a.example"),
        ("a" * MAX_LENGTH, "a" * MAX_LENGTH),
        ("a" * (MAX_LENGTH + 1), ""),
        ("&" + "amp;" * 100 + "lt;", ""),
        ("R&D", "R&D"),
    ],
)
def test_what_copying_leaves_on_a_text_is_taken_off(text: str, clean: str) -> None:
    assert cleaned(text) == clean
    assert cleaned(clean) == clean


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ('<a href="https://a.example/x">here</a>', "https://a.example/x"),
        (
            "<jats:ext-link xlink:href='https://a.example/x'>y</jats:ext-link>",
            "https://a.example/x",
        ),
        ('<a href="#note">10.1234/x</a>', "10.1234/x"),
        ("&lt;p&gt;&lt;i&gt;10.1234/x&lt;/i&gt;&lt;/p&gt;", "10.1234/x"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("[words](https://a.example/x_(y))", "https://a.example/x_(y)"),
        ("https://a.example/x?a=1&amp;b=2", "https://a.example/x?a=1&b=2"),
        (r"https://a.example/x\_y", "https://a.example/x_y"),
        (r"\url{https://a.example/x}", "https://a.example/x"),
        ("10.1234/x<br>", "10.1234/x"),
        ("10.1234/x</a>", "10.1234/x"),
        # Not of a wrapping, so it stays.
        ("https://a.example/{x}–y", "https://a.example/{x}–y"),
        ("10.1002/1<3::AID-X>3.0.CO;2-K", "10.1002/1<3::AID-X>3.0.CO;2-K"),
        ("10.1234/x<a>", "10.1234/x<a>"),
        ("https://a.example/?a&copy=1", "https://a.example/?a&copy=1"),
        ("<i>" * 20 + "x" + "</i>" * 20, "<i>" * 20 + "x" + "</i>" * 20),
        ("a" * (MAX_LENGTH + 1), "a" * (MAX_LENGTH + 1)),
    ],
)
def test_an_address_is_freed_of_what_it_is_wrapped_in(text: str, bare: str) -> None:
    assert unwrapped(text) == bare
    assert unwrapped(bare) == bare


def test_percent_encoding_is_undone_however_often_it_was_done() -> None:
    assert decoded("a%2Fb%252Fc%20d") == "a/b/c d"
    assert decoded("100% sheep %E9") == "100% sheep %E9"


def test_entities_are_those_that_end_in_a_semicolon() -> None:
    assert unescaped("&auml;&copy=&nosuch;") == "ä&copy=&nosuch;"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://Example.org/a/b?c=d#e", Address("example.org", "a/b", "c=d")),
        ("example.org/a%2Fb", Address("example.org", "a/b")),
        ("https://https://example.org/", Address("example.org", "")),
        ("<http://example.org:8080/a", Address("example.org", "a")),
        ("https://example-org.ezproxy.example.edu/a", Address("example.org", "a")),
        ("https://example.org.ezproxy.example.edu/a", Address("example.org", "a")),
        ("https://x.example/login?url=https%3A%2F%2Fexample.org%2Fa", Address("example.org", "a")),
        ("https://web.archive.org/web/2020/http://example.org/a", Address("example.org", "a")),
        ("10.1234/abc", None),
        ("sheep", None),
        ("https://user@example.org/", None),
        ("", None),
    ],
)
def test_an_address_is_taken_apart_also_behind_a_proxy(text: str, address: Address | None) -> None:
    assert taken_apart(text) == address


def test_an_address_is_at_a_host_and_at_its_parts_only() -> None:
    address = Address("www.example.org", "")
    assert address.site({"a.org", "example.org"}) == "example.org"
    assert address.site({"ample.org"}) == ""
    assert Address("example.org.net", "").site({"example.org"}) == ""


def test_a_query_is_asked_for_a_key_also_where_an_entity_was_read_into_it() -> None:
    assert Address("a", "", "id=x¬eId=y&id=%2F").asked("id") == ["x", "/"]
