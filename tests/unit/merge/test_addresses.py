"""Addresses: each paper has its own, whatever was read first, and published ones lead on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.ids import slug
from generator.problems import Place
from generator.values.paper import SourceRecord
from tests.given import entry, record
from tests.unit.merge.test_merge import merged


def ids(*records: SourceRecord) -> list[str]:
    return [paper.id for paper in merged(list(records))[0].papers]


def test_id_is_the_slug_of_the_title_or_the_name_of_the_record() -> None:
    assert ids(entry("Kettle Networks")) == ["kettle-networks"]
    assert ids(record("my-tea", "Kettle Networks")) == ["my-tea"]


def test_papers_of_one_title_get_their_years_and_share_the_bare_address() -> None:
    records = [entry("Kettle Networks", 1, year=2015), entry("Kettle Networks", 2, year=2020)]
    found, _ = merged(records)
    assert [paper.id for paper in found.papers] == ["kettle-networks-2015", "kettle-networks-2020"]
    assert dict(found.signposts) == {
        "kettle-networks": ("kettle-networks-2015", "kettle-networks-2020")
    }


def test_papers_of_one_title_and_no_year_get_a_hash_of_what_they_are_not_where_they_stand() -> None:
    a, b = entry("Kettle Tea", 1, authors=("Ana Lopez",)), entry("Kettle Tea", 2, authors=("Bo X",))
    here = ids(a, b)
    moved = ids(replace(a, place=Place("other.txt", 9)), replace(b, place=Place("another.txt", 4)))
    assert here == moved
    assert all(paper_id.startswith("kettle-tea-") for paper_id in here)


def test_record_keeps_its_name_and_the_other_paper_of_that_title_steps_aside() -> None:
    own = record("kettle-tea", "Something Else About Jam")
    other = entry("Kettle Tea", 2, year=2020)
    found, _ = merged([other, own])
    assert [paper.id for paper in found.papers] == ["kettle-tea", "kettle-tea-2020"]
    assert not found.signposts


def test_record_owns_its_address_also_when_two_others_want_it() -> None:
    own = record("kettle-tea", "Something Else About Jam")
    others = [entry("Kettle Tea", 1, year=2015), entry("Kettle Tea", 2, year=2020)]
    found, _ = merged([*others, own])
    assert [p.id for p in found.papers] == ["kettle-tea", "kettle-tea-2015", "kettle-tea-2020"]
    assert not found.signposts


def test_suffix_never_takes_the_address_of_another_title() -> None:
    records = [
        entry("Kettle Tea", 1, year=2019),
        entry("Kettle Tea", 2, year=2022),
        entry("Kettle Tea 2019", 3, authors=("Ana Lopez",)),
    ]
    found = ids(*records)
    assert "kettle-tea-2019" in found
    assert "kettle-tea-2022" not in found
    assert len(set(found)) == 3
    # Nor when that address is one that two papers share.
    found = ids(*records, entry("Kettle Tea 2019", 4, authors=("Bo Chen",)))
    assert "kettle-tea-2019" not in found
    assert len(set(found)) == 4


def test_title_of_many_words_keeps_within_the_limit_of_an_address() -> None:
    title = "Kettles " * 30
    found = ids(entry(title, 1, year=2010), entry(title, 2, year=2020))
    assert all(len(paper_id) <= 80 for paper_id in found)
    assert all(paper_id.startswith(slug("Kettles")) for paper_id in found)


SORTING = r"\(\mathcal{O}(n \log n)\) sorting made simple"
READ, SPELLED = "o-n-log-n-sorting-made-simple", "mathcal-o-n-log-n-sorting-made-simple"


def test_an_id_reads_what_a_formula_says_and_the_one_spelled_from_its_tex_leads_to_it() -> None:
    found, _ = merged([entry(SORTING), entry("Kettle Networks", 2)])
    assert [paper.id for paper in found.papers] == ["kettle-networks", READ]
    assert slug(SORTING) == SPELLED
    assert dict(found.signposts) == {SPELLED: (READ,)}


def test_a_record_keeps_its_name_whatever_its_title_was_spelled_from() -> None:
    found, _ = merged([record("sorting", SORTING)])
    assert [paper.id for paper in found.papers] == ["sorting"]
    assert not found.signposts


def test_an_address_spelled_from_tex_that_another_paper_has_stays_with_that_paper() -> None:
    found, _ = merged([entry(SORTING), record(SPELLED, "Something Else About Jam")])
    assert [paper.id for paper in found.papers] == [SPELLED, READ]
    # The earlier version stepped aside for the record, too, with a hash of what the paper is.
    ((old, now),) = found.signposts.items()
    assert old.startswith(f"{SPELLED}-")
    assert now == (READ,)


def test_addresses_spelled_from_tex_lead_on_also_where_years_had_to_be_added() -> None:
    found, _ = merged([entry(SORTING, 1, year=2015), entry(SORTING, 2, year=2020)])
    both = (f"{READ}-2015", f"{READ}-2020")
    assert tuple(paper.id for paper in found.papers) == both
    assert dict(found.signposts) == {
        f"{SPELLED}-2015": (both[0],),
        f"{SPELLED}-2020": (both[1],),
        SPELLED: both,
        READ: both,
    }


def test_papers_that_get_one_id_only_as_they_are_read_keep_their_old_addresses_as_signposts() -> (
    None
):
    spelled = entry(r"\(\mathrm{Kettle}\) Tea", 1, year=2015)
    written = entry("Kettle Tea", 2, year=2020)
    found, _ = merged([spelled, written])
    both = ("kettle-tea-2015", "kettle-tea-2020")
    assert tuple(paper.id for paper in found.papers) == both
    assert dict(found.signposts) == {"kettle-tea": both, "mathrm-kettle-tea": (both[0],)}


@pytest.mark.parametrize("turn", [1, -1])
def test_signposts_do_not_depend_on_the_order_of_reading(turn: int) -> None:
    records = [entry(SORTING, 1, year=2015), entry(SORTING, 2, year=2020), entry("Tea", 3)]
    found, _ = merged(records[::turn])
    assert list(found.signposts) == [SPELLED, f"{SPELLED}-2015", f"{SPELLED}-2020", READ]
