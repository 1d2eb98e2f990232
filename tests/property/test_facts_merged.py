"""Whatever services say: the papers, their ids and what their entries say stay as they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.merge import Decisions, merge
from generator.problems import Problems
from generator.values.citation_key import citation_keys
from generator.values.fact import Fact
from generator.values.fields import FIELDS
from generator.values.identifier import KINDS, Identifier
from generator.values.link import KINDS as LINKS
from generator.values.link import Link
from generator.values.notice import STATUSES
from generator.values.paper import Paper, Rank, SourceRecord
from generator.values.work import TYPES
from tests.given import entry, fact, record

TITLES = (
    "Counting Sheep with Small Networks",
    "Counting Sheep with Networks",
    "The Price of Tea",
    "RETRACTED: The Price of Tea",
)
NAMES = ("Ada Quill", "Bo Ram", "Cleo Tree", "Ada Quill et al.", "B. Ram")
IDENTIFIERS = (
    Identifier("arxiv", "2203.00001"),
    Identifier("arxiv", "2203.00002"),
    Identifier("doi", "10.1234/sheep"),
    Identifier("doi", "10.48550/arxiv.2203.00002"),
    Identifier("doi", "10.18653/v1/p19-1001"),
    Identifier("acl", "P19-1001"),
    Identifier("openreview", "aBcD1234ef"),
)
LINK = st.builds(
    Link,
    st.sampled_from(sorted(LINKS)),
    st.sampled_from(["https://example.org/a", "https://doi.org/10.1234/sheep"]),
)
#: What entries and services say alike; few values, so that they meet.
SAID: dict[str, st.SearchStrategy[Any]] = {
    "authors": st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple),
    "year": st.sampled_from([None, 2021, 2022, 2023]),
    "venue": st.sampled_from(["", "arXiv", "ICLR", "Journal of Sheep"]),
    "type": st.sampled_from([None, *TYPES[:3], "article"]),
    "status": st.sampled_from([None, *STATUSES]),
    "abstract": st.sampled_from(["", "Sheep are counted."]),
    "volume": st.sampled_from(["", "12"]),
    "pages": st.sampled_from(["", "1–9"]),
    "language": st.sampled_from(["", "en"]),
    "keywords": st.sampled_from([(), ("sheep",)]),
    "links": st.lists(LINK, max_size=2, unique=True).map(tuple),
}
BY_KIND = st.lists(st.sampled_from(IDENTIFIERS), max_size=2, unique_by=lambda one: one.kind).map(
    lambda found: {one.kind: one.value for one in found}
)
FIELDS_SAID = st.fixed_dictionaries({}, optional=SAID)
ASKED = st.one_of(
    st.sampled_from(TITLES).map("title:{}".format),
    st.sampled_from(IDENTIFIERS).map(lambda one: f"{one.kind}:{one.value}"),
)


@st.composite
def entries(draw: st.DrawFn) -> list[SourceRecord]:
    found = []
    for line in range(1, draw(st.integers(1, 4)) + 1):
        title = draw(st.sampled_from(TITLES))
        fields = {**draw(FIELDS_SAID), **draw(BY_KIND)}
        rank = draw(st.sampled_from((Rank.BIBLIOGRAPHY, Rank.LISTING)))
        by_hand = draw(st.booleans())
        found.append(
            record(f"record-{line}", title, **fields)
            if by_hand
            else entry(title, line, rank=rank, **fields)
        )
    return found


@st.composite
def facts(draw: st.DrawFn, *, whole: bool = True) -> list[Fact]:
    return [
        fact(
            draw(ASKED),
            draw(st.sampled_from(TITLES)),
            line,
            whole=whole,
            service=draw(st.sampled_from(["OpenAlex", "arXiv"])),
            **draw(FIELDS_SAID),
            **draw(BY_KIND),
        )
        for line in range(1, draw(st.integers(0, 4)) + 1)
    ]


def papers_of(read: list[SourceRecord], said: list[Fact]) -> tuple[Paper, ...]:
    return merge(read, Decisions(), Problems(), facts=said).papers


@given(entries(), facts())
def test_services_change_no_paper_no_id_and_nothing_that_entries_say(
    read: list[SourceRecord], said: list[Fact]
) -> None:
    before, after = papers_of(read, []), papers_of(read, said)
    assert [paper.id for paper in after] == [paper.id for paper in before]
    assert citation_keys(after) == citation_keys(before)
    for was, now in zip(before, after, strict=True):
        assert [(e.source, e.line) for e in now.entries] == [
            (e.source, e.line) for e in was.entries
        ]
        assert now.lasting.resolved_identifiers == was.work.resolved_identifiers
        for field in FIELDS:
            value, filled = field.of(was), field.of(now)
            if field.name in ("links", "identifiers"):
                assert set(value) <= set(filled)
                kinds = {one.kind for one in value}
                assert all(one.kind not in kinds for one in set(filled) - set(value))
            elif field.name == "status" and value != filled:
                places = was.provenance[field.name].places if value else ()
                assert not any(place.file.startswith("catalogue/papers") for place in places)
            elif field.name == "authors" and value and value[-1].others:
                assert filled[0] == value[0]
            elif value or not field.services:
                assert filled == value


@given(entries(), facts(), st.randoms(use_true_random=False))
def test_the_order_of_facts_makes_no_difference(
    read: list[SourceRecord], said: list[Fact], random: Any
) -> None:
    told, others = Problems(), Problems()
    turned = random.sample(said, len(said))
    assert (
        merge(read, Decisions(), told, facts=said).papers
        == merge(read, Decisions(), others, facts=turned).papers
    )
    assert list(told) == list(others)


@given(st.data(), entries())
def test_what_is_formed_of_a_fact_at_least_is_enough(
    data: st.DataObject, read: list[SourceRecord]
) -> None:
    whole = data.draw(facts())
    lean = [_lean(one) for one in whole]
    plain = [replace(paper, provenance={}) for paper in papers_of(read, whole)]
    assert [replace(paper, provenance={}) for paper in papers_of(read, lean)] == plain


def _lean(one: Fact) -> Fact:
    """A fact of which only what is wanted is formed."""
    record_of_all = one.form(frozenset())

    def form(names: Any) -> SourceRecord:
        work = record_of_all.work
        dropped = {
            field.attribute or field.name: type(work)().__getattribute__(
                field.attribute or field.name
            )
            for field in FIELDS
            if field.part == "work" and field.name not in {*names, "identifiers"}
        }
        return replace(record_of_all, work=replace(work, **dropped))

    return replace(one, form=form)


def test_every_kind_of_identifier_is_tried() -> None:
    assert {one.kind for one in IDENTIFIERS} == set(KINDS)
