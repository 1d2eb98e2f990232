"""Whatever several entries say of a paper, each value is the paper's or is kept as lost."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.merge.assemble import assemble
from generator.problems import Problems
from generator.values.fields import FIELDS
from generator.values.paper import Rank, SourceRecord
from tests.given import ENTRY_RANKS, any_fields, entry


def _entries(said: list[tuple[Rank, dict[str, Any]]]) -> list[SourceRecord]:
    return [entry(**fields, rank=rank, line=line) for line, (rank, fields) in enumerate(said, 1)]


ENTRIES = st.lists(
    st.tuples(st.sampled_from(ENTRY_RANKS), any_fields()), min_size=1, max_size=4
).map(_entries)


@given(ENTRIES)
def test_every_value_that_was_read_is_the_papers_or_is_kept_as_lost(
    entries: list[SourceRecord],
) -> None:
    paper = assemble("any", entries, Problems())
    assert len(paper.entries) == len(entries)
    for field in FIELDS:
        value = field.of(paper)
        having = [one for one in entries if one.rank <= field.filled_by and field.of(one)]
        assert bool(having) == (field.name in paper.provenance)
        # What only a preprint says is not taken where another version is cited.
        assert bool(value) or all(one.work.version == "preprint" for one in having)
        assert having or not value
        for one in having:
            known = paper.provenance[field.name]
            lost = [what for place, what in known.lost if place == one.place]
            if field.name in ("links", "identifiers"):
                assert all(part in value or part in lost for part in field.of(one))
            else:
                assert field.of(one) == value or field.of(one) in lost
                assert (one.place in known.places) == (field.of(one) == value)


@given(ENTRIES, st.randoms(use_true_random=False))
def test_a_paper_does_not_depend_on_the_order_of_its_entries(
    entries: list[SourceRecord], random: Any
) -> None:
    turned = random.sample(entries, len(entries))
    assert assemble("any", turned, Problems()) == assemble("any", entries, Problems())
