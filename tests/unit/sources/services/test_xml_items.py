"""Items of XML: each with its line, a fault in one costs no other, nothing is fetched."""

from __future__ import annotations

import pytest

from generator.sources.services.xml_items import (
    MAX_DEPTH,
    beginning,
    declares_entities,
    items,
    line_ends,
)

NAMES = frozenset(("sheep",))


def found(text: str) -> list[tuple[int, str]]:
    """The line of each item, and its text or its fault."""
    return [
        (item.line, item.fault if item.element is None else "".join(item.element.itertext()))
        for item in items(text, NAMES)
    ]


BEFORE, AFTER = "<sheep>before</sheep>", "<sheep>after</sheep>"


@pytest.mark.parametrize(
    ("middle", "text"),
    [
        ("<sheep>black &uuml; &#8734; &#x221E; &amp; &lt;</sheep>", "black ü ∞ ∞ & <"),
        ("<sheep>black & white</sheep>", "black & white"),
        ("<sheep>R&D, AT&T; &unknown; &#1; &#xFFFFFF;</sheep>", "R&D, AT&T; &unknown;  "),
        ("<sheep>p < 0.05 <3</sheep>", "p < 0.05 <3"),
        ("<sheep>bl\x0back\x00</sheep>", "black"),
        ("<sheep><![CDATA[<sheep> & &uuml;]]></sheep>", "<sheep> & &uuml;"),
        ("<sheep>black<!-- <sheep>no</sheep> --></sheep>", "black"),
        ("<a:sheep xmlns:a='x'>black</a:sheep>", "black"),
        ("<x:sheep>undeclared</x:sheep>", "undeclared"),
        ("<sheep a='1' b=\"2\">black</sheep>", "black"),
        ("<sheep/>", ""),
        ("<sheep>black</sheep >", "black"),
        ("<sheep>a <lamb>b</lamb> c</sheep>", "a b c"),
        ("<sheep>white <unknown:x>tag</unknown:x></sheep>", "white tag"),
        ("<SHEEP>other</SHEEP><sheep>black</sheep>", "black"),
    ],
)
def test_what_is_read_between_two_good_ones(middle: str, text: str) -> None:
    assert found(f"<flock>\n{BEFORE}\n{middle}\n{AFTER}\n</flock>") == [
        (2, "before"),
        (3, text),
        (4, "after"),
    ]


@pytest.mark.parametrize(
    ("middle", "fault"),
    [
        ("<sheep>black <b>bold</sheep>", (3, "not XML: mismatched tag")),
        ("<sheep>\n\nblack </b></sheep>", (5, "not XML: mismatched tag")),
        ("<sheep>never closed", (3, "<sheep> is not closed")),
        ("<sheep a=1>black</sheep>", (3, "not XML: not well-formed (invalid token)")),
        ("<sheep a='1' a='2'>black</sheep>", (3, "not XML: duplicate attribute")),
        ("<sheep><!DOCTYPE x>black</sheep>", (3, "not XML: not well-formed (invalid token)")),
        (
            f"<sheep>{'<b>' * MAX_DEPTH}{'</b>' * MAX_DEPTH}</sheep>",
            (3, "not XML: nested too deep"),
        ),
    ],
)
def test_a_broken_one_is_told_with_its_line_and_costs_no_other(
    middle: str, fault: tuple[int, str]
) -> None:
    values = found(f"<flock>\n{BEFORE}\n{middle}\n{AFTER}\n</flock>")
    assert [text for _, text in values if text in ("before", "after")] == ["before", "after"]
    assert [value for value in values if value[1] not in ("before", "after")] == [fault]


def test_a_file_that_was_cut() -> None:
    assert found(f"<flock>\n{BEFORE}\n<sheep>bla") == [(2, "before"), (3, "<sheep> is not closed")]


def test_files_that_were_joined() -> None:
    text = f"<?xml version='1.0'?>\n<flock>{BEFORE}</flock>\n"
    assert found(text * 2) == [(2, "before"), (4, "before")]


@pytest.mark.parametrize(("end", "lines"), [("\n", 3), ("\r\n", 3), ("\r", 3)])
def test_lines_are_those_of_an_editor(end: str, lines: int) -> None:
    text = end.join(["<flock>", BEFORE, AFTER, "</flock>"])
    assert found(text)[-1] == (lines, "after")
    assert line_ends(text, 0, len(text)) == 3


HOSTILE = """<?xml version="1.0"?>
<!DOCTYPE flock [
  <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
  <!ENTITY file SYSTEM "file:///etc/passwd"> <!ENTITY % out SYSTEM "http://example.org/x.dtd"> %out;
  <!ENTITY fake "<sheep>from the declaration</sheep>">
]>
<flock><sheep>&b; &file; &fake;</sheep></flock>
"""


def test_entities_of_a_file_stay_as_they_are_written() -> None:
    assert declares_entities(HOSTILE)
    assert found(HOSTILE) == [(7, "&b; &file; &fake;")]


def test_a_doctype_with_an_outside_declaration_is_no_fault() -> None:
    text = f'<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>{BEFORE}</dblp>'
    assert not declares_entities(text)
    assert found(text) == [(2, "before")]


def test_elements_around_items() -> None:
    text = """<flock id="1"><meta><hill>Green</hill></meta><sheep/></flock>
<flock id="2"><sheep/><meta><hill>Blue</hill></meta><sheep/></flock>"""
    around = [
        (
            item.around["flock"].get("id"),
            item.around["meta"].findtext("hill") if "meta" in item.around else None,
        )
        for item in items(text, NAMES, ("flock", "meta"))
    ]
    assert around == [("1", "Green"), ("2", None), ("2", "Blue")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<flock><sheep/>", ["flock", "sheep"]),
        (
            " \n<?xml version='1.0'?>\n<!-- <no> -->\n<!DOCTYPE a [<!ENTITY b '<c>'>]>\n<a:b/>",
            ["b"],
        ),
        ("no XML <at> all", []),
        ("{}", []),
        ("", []),
        ("<", []),
        ("<!--", []),
        ("<!-- -- --><flock>", ["flock"]),
    ],
)
def test_the_first_elements(text: str, names: list[str]) -> None:
    assert beginning(text) == names


@pytest.mark.parametrize(
    "hostile",
    [
        "<sheep>" * 30_000,
        "</sheep>" * 30_000,
        "<sheep " * 30_000,
        "<!--" * 50_000,
        "<sheep><![CDATA[" * 20_000,
        "<!DOCTYPE a [" * 20_000,
        "<!DOCTYPE a" * 20_000,
        "<sheep>" + "<b>" * 100_000 + "</sheep>",
        "<sheep>" + "&" * 100_000 + "</sheep>",
        "<sheep>" + "<" * 100_000 + "</sheep>",
        "<sheep>" + "<![CDATA[" * 20_000 + "</sheep>",
        "<sheep a" + "=''" * 50_000 + ">x</sheep>",
        "<" * 100_000,
    ],
)
def test_hostile_text_ends(hostile: str) -> None:
    assert sum(1 for _ in items(hostile, NAMES)) <= 30_000
