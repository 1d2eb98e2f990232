"""Any text gives harmless addresses or none."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from hypothesis import example, given
from hypothesis import strategies as st

from generator.sources.links_in import links_in
from generator.text.addresses import MAX_LENGTH, host, safe_address
from generator.values.link import KINDS

ANY_TEXT = st.text(st.characters(exclude_categories=()))


PARTS = st.sampled_from(
    [
        *["java", "script", ":", "&colon;", "&#58;", "&#x3a;", "&Tab;", "\t", "\n", "\0", "//"],
        *["http", "https", "mailto", "data", "HTTP:", "a.org", "/", "\\", "?", "#", "%"],
        *["%3a", "&", "(", ")", "'", '"', "<", "@", "[", "]", "`", "*", "_", "{{", "|", " "],
        *["\u202e", "\u3000", "：", "／", "é"],
    ]
)


HOSTILE = st.lists(PARTS, max_size=8).map("".join)


@given(ANY_TEXT | HOSTILE)
@example("a:b/c")
@example("?&colon;")
def test_any_text_gives_a_harmless_address_or_none(url: str) -> None:
    found = safe_address(url)
    if found is None:
        return
    assert re.fullmatch(r"[A-Za-z0-9/:?#@!$&*+,;=\-._~%]+", found)
    assert len(found) <= MAX_LENGTH
    if not found.startswith(("https://", "http://", "mailto:")):
        assert not found.startswith("//")
        assert urlsplit(found).scheme == ""
        assert not re.match(r"[^/?#]*[:&]", found)
    assert safe_address(found) == found


@given(ANY_TEXT | st.lists(PARTS | st.just("https://a.org/"), max_size=12).map("".join))
def test_every_address_found_is_safe_and_has_a_kind(text: str) -> None:
    for link in links_in(text):
        assert link.kind in KINDS
        assert safe_address(link.url) == link.url


@given(st.text("ab.-wx:/?#@&=;%'( A1\n", max_size=20).map("https://".__add__))
@example("https://sheep.example/of?wool=1&tea=2#top")
@example("https://sheep.example?wool")
@example("https://sheep.example/wool\n")
@example("https://ada@www.sheep.example:80/")
def test_an_address_and_its_host_are_those_that_a_full_reading_gives(text: str) -> None:
    # A space before it is dropped, and keeps the address from being taken as it is.
    assert safe_address(text) == safe_address(f" {text}")
    try:
        read = urlsplit(text).hostname or ""
    except ValueError:
        read = ""
    assert host(text) == read.removeprefix("www.")
