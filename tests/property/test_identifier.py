"""An identifier has one form, and its address breaks out of nothing that it is written into."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.language import ENGLISH
from generator.pages.paper_links import elsewhere, main_links
from generator.text.markdown import Markdown, link
from generator.values.identifier import KINDS, Identifier, identifiers_in
from generator.values.pasted import cleaned, taken_apart
from tests.given import paper
from tests.property.test_metadata import head_of
from tests.unit.citations.test_citations import bibtex_of, csl_of, ris_of
from tests.unit.text.test_markdown import rendered

ANY_TEXT = st.text(st.characters(exclude_categories=()))
#: What a DOI may hold, with all that ends a link or begins something else.
HOSTILE = st.lists(
    st.sampled_from(
        [
            *(
                "\\",
                "\\\\",
                "](",
                ")",
                "](javascript:x)",
                "<form>",
                "<iframe src=x>",
                "&lt;",
                "&quot;",
            ),
            *("&#60;", "`", "``", '"', "'", "{", "}", "{: .x }", "*", "**", "_", "~~", "^", "[x]"),
            *(
                "|",
                "#",
                "?",
                "%",
                "%5C",
                "%3C",
                ";",
                "\u202e",
                "\u200b",
                "é",
                "\ud800",
                "a1",
                "/",
                "..",
            ),
        ]
    ),
    max_size=8,
).map("".join)


IDENTIFIERS = st.from_regex(
    r"\A(https?://(doi\.org|arxiv\.org/abs|aclanthology\.org)/|doi:|arxiv:)?"
    r"(10\.[0-9]{4}/[!-~]{1,9}|[0-9]{4}\.[0-9]{5}(v[0-9])?|(cs|hep-th)(\.[A-Z]{2})?/[0-9]{7}"
    r"|[A-Z][0-9]{2}-[0-9]{4}|[0-9]{4}\.[a-z]+\.[0-9]|[\w-]{6,20})[.,;]?\Z"
)
PASTED = IDENTIFIERS | ANY_TEXT | HOSTILE.map("https://doi.org/10.1234/a".__add__)


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(text=PASTED | HOSTILE.map("10.1234/a".__add__))
@example(text="https://doi.org/10.1234/a%3Fb=c")
@example(text="10.1234/a%255C%5C")
def test_a_normal_form_is_its_own_normal_form(kind: str, text: str) -> None:
    found = KINDS[kind].normal(text)
    assert found is None or KINDS[kind].normal(found) == found


@given(PASTED)
def test_any_text_is_cleaned_once_and_may_be_an_address(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
    taken_apart(text)
    identifiers_in(text)


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(value=HOSTILE | ANY_TEXT)
@example(value="10.1234/a\\")
def test_a_link_of_an_identifier_leads_there_and_is_all_that_shows(kind: str, value: str) -> None:
    found = Identifier(kind, value)
    for address in (found.address, found.pdf):
        assert re.fullmatch(r"(?:https://[\w./?=&%~:(),-]+)?", address, re.ASCII)
        page = rendered(f"before {link(Markdown('DOI'), address)} after")
        assert [tag for tag, _ in page.elements] == ["p", "a"]
        links = [dict(attributes) for tag, attributes in page.elements if tag == "a"]
        href = address.translate({40: "%28", 41: "%29"})
        assert links == [{"href": href}] or not address
        assert page.text.split() == ["before", "DOI", "after"]


@given(value=HOSTILE)
@example(value="\\")
@example(value="&lt;`")
def test_wherever_a_doi_is_written_it_leads_to_one_address(value: str) -> None:
    found = paper("sheep", "Sheep", doi="10.1234/a" + value)
    (shown,) = main_links(found, ENGLISH)
    address = found.work.address
    assert shown.url == address
    assert [link.url for link in elsewhere(found) if link.name == "DOI"] == [address]
    assert bibtex_of(found)["url"] == address
    assert csl_of(found)["URL"] == address
    assert [url.replace("%3B", ";") for url in ris_of(found)["urls"]] == [
        address.replace("%3B", ";")
    ]
    assert len(head_of(found).scripts) == 1
