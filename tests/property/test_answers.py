"""Whatever stands in a saved answer: nothing crashes its reader, every entry is read or told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from hypothesis import example, given
from hypothesis import strategies as st

from generator.problems import Place, Problems
from generator.sources.base import SourceFile
from generator.sources.services import json_answers, xml_items
from generator.sources.services.answers import JsonAnswersReader, XmlAnswersReader
from generator.sources.services.known import JSON_SERVICES, XML_SERVICES

FILE = SourceFile(Path("saved"), "saved", "saved")
PLACE = Place("saved", 1)

#: Names that the adapters look for, so that what is made comes near to real answers.
KEYS = """
title titles authors author authorships authorids creators content value venue venueid id forum
decision invitation paper paperId papers externalIds DOI ArXiv ACL journal name volume pages year
publicationVenue publicationTypes publicationDate openAccessPdf url DOI issued date-parts type
container-title relation has-preprint updated-by message items results data primary_location source
display_name locations landing_page_url biblio abstract_inverted_index open_access info key ee doi
attributes types descriptions subjects categories authors_parsed versions created bibtex site status
track proceeding paper_url upvotes publishedAt hidden family given keywords abstract result hits hit
""".split()
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20),
    st.sampled_from(("2024", "10.1234/abc", "https://arxiv.org/abs/2101.00010", "~A1", "CoRR")),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)
    ),
    max_leaves=25,
)
WORKS = st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1, max_size=12)

TAGS = """
entry record article inproceedings www hit paper volume meta collection PubmedArticle title author
Article first last name fixed-case id doi metadata header arXivRaw arXiv dc creator identifier
authors keyname journal year ee info key type venue url MedlineCitation PubDate Year Author
""".split()


def _element(tag: str, text: str, children: list[Element], attributes: dict[str, str]) -> Element:
    element = Element(tag, attributes)
    element.text = text
    element.extend(children)
    return element


ATTRIBUTES = st.dictionaries(
    st.sampled_from(("id", "key", "type", "publtype", "orcid", "status", "href")),
    st.text(max_size=8),
    max_size=2,
)
ELEMENTS = st.recursive(
    st.builds(_element, st.sampled_from(TAGS), st.text(max_size=20), st.just([]), ATTRIBUTES),
    lambda inner: st.builds(
        _element,
        st.sampled_from(TAGS),
        st.text(max_size=8),
        st.lists(inner, max_size=5),
        ATTRIBUTES,
    ),
    max_leaves=20,
)


@given(WORKS)
def test_no_object_crashes_an_adapter(work: dict[str, Any]) -> None:
    for service in JSON_SERVICES:
        service.tells(work)
        service.no_paper(work)
        service.parse(work, PLACE)


@given(ELEMENTS, ELEMENTS)
def test_no_element_crashes_an_adapter(element: Element, outside: Element) -> None:
    for service in XML_SERVICES:
        around = dict.fromkeys(service.around, outside)
        service.no_paper(element, around)
        service.parse(element, around, PLACE)


@given(st.lists(WORKS, min_size=1, max_size=6), st.sampled_from((None, 1)))
def test_every_work_of_a_list_is_read_or_told(works: list[dict[str, Any]], indent: int) -> None:
    text = json.dumps(works, indent=indent)
    reader = JsonAnswersReader()
    if not reader.recognises(FILE, text):
        return
    problems = Problems()
    reading = reader.read(FILE, text, problems)
    assert reading.rejected == 0 or len(problems)
    assert all(1 <= record.place.line <= text.count("\n") + 1 for record in reading.records)
    if not any({"results", "data", "papers", "message", "items"} & work.keys() for work in works):
        assert reading.entries >= len(works)


@given(st.text(alphabet='{}[]",:\\ \n\rab1', max_size=200))
@example('[{"a"')
def test_no_text_crashes_what_looks_for_works(text: str) -> None:
    lines = [item.line for item in json_answers.works(text, (("a",), ("b", "a")))]
    assert lines == sorted(lines)


@given(st.text(alphabet="<>/!?[]-&;#= \"'\n\rabCDAT", max_size=200))
@example("<a><![CDATA[</a>")
def test_no_text_crashes_what_looks_for_elements(text: str) -> None:
    lines = [item.line for item in xml_items.items(text, frozenset("a"), ("b",))]
    assert all(line >= 1 for line in lines)
    xml_items.beginning(text)
    xml_items.declares_entities(text)


@given(st.text(max_size=100))
def test_an_entry_between_two_good_ones_costs_neither(middle: str) -> None:
    if any(sign in middle for sign in ("<!--", "<![CDATA[", "<!DOCTYPE")):
        return  # the rest belongs to these, as it would for any reader
    article = '<article key="x"><title>Sheep</title></article>'
    text = (
        f"<dblp>\n{article}\n<article key='y'><title>{middle}</title></article>\n{article}\n</dblp>"
    )
    problems = Problems()
    reading = XmlAnswersReader().read(FILE, text, problems)
    titles = [record.work.title.plain for record in reading.records]
    assert (titles[0], titles[-1]) == ("Sheep", "Sheep")
    assert reading.entries >= 3
    assert reading.rejected == 0 or len(problems)
