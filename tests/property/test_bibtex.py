"""Any text is read as BibTeX without an exception, and what is written well comes back."""

from __future__ import annotations

import string
from pathlib import Path

from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import write
from hypothesis import example, given
from hypothesis import strategies as st

from generator.problems import Problems, Severity
from generator.sources.base import SourceFile
from generator.sources.bibtex.blocks import blocks
from generator.sources.bibtex.reader import BibtexReader

FILE = SourceFile(Path("refs.bib"), "refs.bib", "refs.bib")
BEFORE = "@misc{before,\n title = {Before}\n}\n"
AFTER = "\n@misc{after,\n title = {After}\n}\n"

_PIECES = (
    "@misc{k, title = {Sheep}}", "@article{", "@string{", "@comment{", "@", "{", "}", '"', "#", ",",
    "=", "%", "\n", "\r", " ", "\\", "(", ")", "key", "title", "year = 2020", "author = ", "{a}",
    "\\{", "crossref = {k}", "xdata = k", "$", "&amp;", "é", "\x00",
)  # fmt: skip
#: Text that looks like BibTeX, with faults everywhere.
BROKEN = st.lists(st.sampled_from(_PIECES) | st.text(max_size=5), max_size=40).map("".join)
#: What may stand in braces: braces in pairs, anything else.
_FLAT = st.text(st.characters(exclude_characters="{}\\", exclude_categories=["Cs"]), max_size=20)
VALUE = st.recursive(
    _FLAT, lambda inner: st.lists(inner | inner.map("{{{}}}".format), max_size=4).map("".join)
)
NAME = st.text(string.ascii_lowercase, min_size=1, max_size=8)
FIELDS = st.dictionaries(NAME, VALUE, min_size=1, max_size=6)


@given(st.text() | BROKEN)
@example("@misc{k, title = {A}, month = may # }")
@example('@article{k\n, title = "')
def test_any_text_is_read_and_no_entry_is_lost_in_silence(text: str) -> None:
    problems = Problems()
    reading = BibtexReader().read(FILE, text, problems)
    told = sum(problems.count(severity) for severity in Severity)
    assert told or not reading.rejected


@given(BROKEN)
@example("@article{")
def test_what_stands_before_and_behind_a_fault_is_read(text: str) -> None:
    found = list(blocks(BEFORE + text.replace("\r", " ") + AFTER))
    assert [f.name for f in found[0].fields][:1] == ["title"]
    keys = [block.key for block in found if block.type == "misc"]
    assert keys[0] == "before"
    # A comment takes what stands in its braces, whatever that is.
    assert "after" in keys or any(b.type.lower() in ("comment", "preamble") for b in found)


@given(FIELDS)
def test_fields_in_braces_come_back(fields: dict[str, str]) -> None:
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    (block,) = blocks(f"@misc{{key,\n{body}\n}}\n")
    assert {f.name: f.parts[0].text for f in block.fields} == fields
    assert not block.faults


@given(FIELDS)
def test_fields_in_quotes_come_back(fields: dict[str, str]) -> None:
    said = {name: value.replace('"', "'") for name, value in fields.items()}
    body = ",\n".join(f'  {name} = "{value}"' for name, value in said.items())
    (block,) = blocks(f"@misc{{key,\n{body}\n}}\n")
    assert {f.name: f.parts[0].text for f in block.fields} == said


@given(st.lists(FIELDS, min_size=1, max_size=4))
def test_what_bibtexparser_writes_comes_back(all_fields: list[dict[str, str]]) -> None:
    library = Library(
        [
            Entry("misc", f"k{i}", [Field(name, f"{{{value}}}") for name, value in fields.items()])
            for i, fields in enumerate(all_fields)
        ]
    )
    found = list(blocks(write(library)))
    assert [block.key for block in found] == [f"k{i}" for i in range(len(all_fields))]
    assert [{f.name: f.parts[0].text for f in block.fields} for block in found] == all_fields
