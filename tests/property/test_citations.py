"""Citations of any text are read by other programs, and names lose no character."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.citations.cited import cited
from generator.citations.coins import coins
from generator.text.unicode import normal
from generator.values.identifier import KINDS, Identifier
from generator.values.link import KINDS as LINKS
from generator.values.link import Link
from generator.values.name import Name
from generator.values.name_marks import bare_name
from generator.values.paper import Paper
from generator.values.text import Text
from tests.citing import citation
from tests.given import any_papers, changed
from tests.unit.citations.test_citations import bibtex_of, csl_of, ris_of

TROUBLE = [*'{}\\$%&#_~^",=@\n()- aAB', "\\(", "\\)", "\\{", "\\}", " and ", "ER  - "]


HOSTILE = st.text(st.characters(exclude_categories=())) | st.lists(
    st.sampled_from(TROUBLE), max_size=30
).map("".join)


#: What any paper has, with more trouble for programs that read citations.
PAPERS = st.builds(
    lambda paper, fields: changed(paper, **fields),
    any_papers(),
    st.fixed_dictionaries(
        {"id": st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,6}", fullmatch=True)},
        optional={
            "title": HOSTILE,
            "authors": st.lists(HOSTILE, max_size=4),
            "venue": HOSTILE | st.sampled_from(["", "ICML", "Journal of Tea", "arXiv"]),
            "container_title": HOSTILE,
            "keywords": st.lists(HOSTILE, max_size=2),
            "pages": HOSTILE,
            "identifiers": st.lists(
                st.builds(Identifier, st.sampled_from(sorted(KINDS)), HOSTILE), max_size=3
            ),
            "links": st.lists(st.builds(Link, st.sampled_from(sorted(LINKS)), HOSTILE), max_size=3),
        },
    ),
)


@settings(deadline=None, max_examples=300)
@given(PAPERS)
def test_any_text_gives_one_entry_that_bibtex_can_read(paper: Paper) -> None:
    found = bibtex_of(paper)
    assert found["key"] == citation(paper).key
    assert ("title" in found) == bool(normal(paper.work.title.plain))
    assert ("author" in found) == bool(paper.work.authors)
    assert ("editor" in found) == bool(paper.work.editors)
    assert found.get("year") == (str(paper.work.year) if paper.work.year is not None else None)
    for value in found.values():
        assert balanced(re.sub(r"\\.", "", value)), "as programs count that know a backslash"
        assert balanced(value), "as BibTeX counts"
        assert "\n" not in value


def balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


@settings(deadline=None, max_examples=300)
@given(PAPERS)
def test_any_text_gives_one_ris_reference_with_the_same_values(paper: Paper) -> None:
    found = ris_of(paper)
    assert found["id"] == citation(paper).key
    assert found.get("title", "") == normal(paper.work.title.plain)
    assert len(found.get("authors", [])) == len(paper.work.authors)
    assert len(found.get("secondary_authors", [])) == len(paper.work.editors)
    assert len(found.get("urls", [])) <= 1
    assert "unknown_tag" not in found


@settings(deadline=None, max_examples=300)
@given(PAPERS)
def test_any_text_gives_one_csl_item_and_one_line(paper: Paper) -> None:
    item = csl_of(paper)
    assert {"id", "type", "title"} <= item.keys()
    assert item["title"] == normal(paper.work.title.plain)
    assert all(
        isinstance(part, str) and part
        for people in ("author", "editor")
        for name in item.get(people, [])
        for part in name.values()
    )
    assert len(citation(paper).plain.splitlines()) <= 1
    citation(paper).csl.encode()


@settings(deadline=None, max_examples=300)
@given(PAPERS)
def test_any_text_gives_one_openurl_with_the_same_values(paper: Paper) -> None:
    text = coins(cited(Catalogue((paper,)), paper))
    assert re.fullmatch(r"[\w.%&=~+/:,-]+", text, re.ASCII)
    found = parse_qsl(text, strict_parsing=True)
    titles = [value for key, value in found if re.fullmatch(r"rft\.[ab]?title", key)]
    assert normal(paper.work.title.plain).encode("utf-8", "replace").decode() in [*titles, ""]
    names = [value for key, value in found if key in ("rft.au", "rft.creator")]
    # Commas are between the parts of a name: of one that is nothing else, nothing is left.
    assert len(names) == sum(bool(name.natural.strip(", ")) for name in paper.work.authors)


@given(st.text(st.characters(exclude_categories=())) | st.text("AbcvanJr., ", max_size=20))
def test_no_character_of_a_word_is_lost(text: str) -> None:
    found = Name.read(Text(text))
    # What stands around a name, such as the mark of a footnote, is none of it.
    text = bare_name(normal(text))
    if found is None or found.literal:
        assert (found.literal if found else "") == text
        return
    assert found.family
    assert found.given
    assert sorted(found.natural.replace(",", " ").split()) == sorted(
        normal(text).replace(",", " ").split()
    )
