"""Merging any records: nothing is lost, and no order makes a difference."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generator.merge import verify
from generator.merge.alignment import align
from generator.merge.evidence import same_authors
from generator.merge.titles import title_parts
from generator.merge.venue_names import same_venue_names
from generator.values.name import FoldedName, Name
from generator.values.paper import Rank, SourceRecord
from generator.values.text import Text
from generator.values.venue import Venue
from tests.given import ENTRY_RANKS, HOSTILE, entry
from tests.unit.merge.abstracts import ABOUT_KETTLES, ABOUT_PENGUINS
from tests.unit.merge.test_merge import merged

SOME_TITLES = (
    "Kettle Networks for Tea|Kettle networks for tea|Kettle Networks fro Tea|Preface|Tea|Jam: Tea"
    "|Kettle Networks for Tea: A Field Study|Otters Part I|Otters Part II|?|Foo 2020|Foo"
    r"|\(\mathrm{Foo}\) 2020|\(\mathrm{Foo}\)|Mathrm Foo"
).split("|")


RECORDS = st.lists(
    st.builds(
        entry,
        st.sampled_from(SOME_TITLES),
        st.integers(1, 8),
        rank=st.sampled_from(ENTRY_RANKS),
        authors=st.sampled_from([(), ("Ana Lopez",), ("Bo Chen", "A. Lopez")]),
        year=st.sampled_from([None, 2019, 2020, 2022]),
        arxiv=st.sampled_from(["2001.00001", "2001.00002"]),
    )
    | st.builds(
        entry,
        st.sampled_from(SOME_TITLES),
        st.integers(1, 8),
        year=st.sampled_from([None, 2020]),
        saved=st.sampled_from(["", "Mar 12"]),
    ),
    max_size=14,
)


@given(RECORDS, st.randoms(use_true_random=False))
def test_order_of_reading_makes_no_difference(records: list[SourceRecord], random: object) -> None:
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, problems = merged(records)
    second, others = merged(shuffled)
    assert first == second
    assert list(problems) == list(others)


@given(RECORDS)
def test_every_entry_is_in_exactly_one_paper_and_ids_are_different(
    records: list[SourceRecord],
) -> None:
    found, _ = merged(records)
    read = Counter((r.source, r.place.line, r.saved) for r in records)
    kept = Counter((e.source, e.line, e.saved) for paper in found.papers for e in paper.entries)
    assert kept == read
    ids = [paper.id for paper in found.papers]
    assert ids == sorted(set(ids))
    assert not set(found.signposts) & set(ids)
    for leads_to in found.signposts.values():
        assert leads_to == tuple(sorted(set(leads_to)))
        assert leads_to
        assert set(leads_to) <= set(ids)


@given(st.text(), st.text())
def test_any_two_texts_compare_alike_both_ways(one: str, other: str) -> None:
    a, b = folded(one), folded(other)
    assert same_authors(a, b) is same_authors(b, a)


def folded(text: str) -> tuple[FoldedName, ...]:
    name = Name.read(Text(text))
    return (name.folded,) if name and name.folded else ()


@given(st.text())
def test_any_text_has_parts_and_folding_case_changes_nothing_of_the_key(text: str) -> None:
    parts = title_parts(text)
    assert bool(parts.key) == bool(parts.key.strip())
    assert title_parts(text.strip()).key == parts.key
    assert "".join(parts.words).replace(".", "") in (parts.key, "")


WORDS = "kettle kettles Kettle++ un supervised unsupervised II 2 part the a (demo) : - ? $k$ été"


TITLES = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join),
)


NAMES = st.sampled_from(["Ana Lopez", "A. Lopez", "Lopez, Ana", "L?pez", "Bo Chen", "", "et al."])


ENTRIES = st.builds(
    entry,
    TITLES,
    authors=st.lists(NAMES, max_size=3).map(tuple),
    year=st.sampled_from([None, 2019, 2020, 2021]),
    venue=st.sampled_from(["", "Journal of Tea", "Tea Conference", "arXiv"]),
    abstract=st.sampled_from(["", ABOUT_KETTLES, ABOUT_PENGUINS]),
    doi=st.sampled_from(["10.1234/a", "10.1234/b", "10.2139/ssrn.1", "10.21203/rs.3.rs-1/v1"]),
)

#: Entries as programs read them off pages, without identifiers and abstracts.
READ_TITLES = (
    "Silent Kettle Networks for Windy Harbour Tea|silent kettle networks for windy harb"
    "|Silent Kettle Netvvorks for Windy Harbour Tea|SilentKettle Networks for Windy Harbour Tea ..."
    "|Silent Kettle Networks for Windy Harbour Tea. In Proc. Tea, pages 1-9"
    "|and A. Lopez, Silent Kettle Networks for Windy Harbour Tea|Kettle Networks for Windy Harbour"
    "|Silent Kettle Networks for Windy Harbour Tea II|Silent Otter Networks for Windy Harbour Tea"
    "|Silent Kettle Networks for Windy Harbour Tea (German Version)|Introduction"
).split("|")
READ_NAMES = (
    "Ana Maria Lopez|AM Lopez|LOPEZ AM|Lopez A.M.|A. Lopez et al.|and Bo Chen|B Chen|CHEN B|Lopes A"
).split("|")
READ = st.builds(
    entry,
    st.sampled_from(READ_TITLES) | TITLES,
    st.integers(1, 9),
    file=st.sampled_from(["a.bib", "b.bib"]),
    rank=st.sampled_from([Rank.BIBLIOGRAPHY, Rank.RECORD]),
    authors=st.lists(st.sampled_from(READ_NAMES), max_size=4).map(tuple),
    year=st.sampled_from([None, 2019, 2020, 2022]),
    venue=st.sampled_from(["", "TC", "Proc. 3rd Tea Conf.", "Journal of Tea", "arXiv"]),
)


@given(ENTRIES, ENTRIES)
def test_verdict_does_not_depend_on_which_entry_comes_first(
    a: SourceRecord, b: SourceRecord
) -> None:
    assert verify(a, b) == verify(b, a)


@given(READ, READ)
def test_evidence_weighs_the_same_whichever_entry_comes_first(
    a: SourceRecord, b: SourceRecord
) -> None:
    assert verify(a, b) == verify(b, a)


@given(st.lists(READ, max_size=10), st.randoms(use_true_random=False))
def test_order_of_entries_read_off_pages_makes_no_difference(
    records: list[SourceRecord], random: object
) -> None:
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merged(records)[0] == merged(shuffled)[0]


@given(HOSTILE, HOSTILE)
def test_any_two_venues_compare_alike_both_ways(one: str, other: str) -> None:
    a, b = Venue(Text(one)), Venue(Text(other))
    assert same_venue_names(a, b) is same_venue_names(b, a)


@given(TITLES, TITLES)
def test_any_two_titles_are_aligned_alike_both_ways(one: str, other: str) -> None:
    a, b = title_parts(one), title_parts(other)
    assert align(a, b) == align(b, a)


@given(TITLES, TITLES)
def test_titles_alone_are_compared_without_regard_to_order(a: str, b: str) -> None:
    assert verify(entry(a), entry(b)) == verify(entry(b), entry(a))
