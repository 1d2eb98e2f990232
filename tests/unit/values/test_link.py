"""Links: every kind can be written in a record, and they stand in one order."""

from __future__ import annotations

from generator.sources.record_model import LinksModel
from generator.text.addresses import safe_address
from generator.values.link import KINDS, Link, addresses_of, in_order


def test_every_kind_can_be_written_in_a_record() -> None:
    assert list(LinksModel.model_fields) == list(KINDS)


def test_every_kind_has_a_label_a_sense_and_an_example_that_may_be_linked() -> None:
    assert len({kind.label for kind in KINDS.values()}) == len(KINDS)
    for kind in KINDS.values():
        assert kind.label
        assert kind.says
        assert not kind.says.endswith(".")
        assert safe_address(kind.example) == kind.example


def test_no_name_of_other_programs_stands_for_two_kinds() -> None:
    names = [*KINDS, *(key for kind in KINDS.values() for key in kind.keys)]
    assert len(set(names)) == len(names)


def test_links_stand_in_the_order_of_their_kinds_then_by_address() -> None:
    links = [
        Link("video", "https://a.example.org"),
        Link("code", "https://z.example.org"),
        Link("code", "https://b.example.org"),
        Link("paper", "https://z.example.org"),
    ]
    assert in_order(links) == in_order(links[::-1]) == (links[3], links[2], links[1], links[0])
    assert addresses_of(in_order(links), "code") == [
        "https://b.example.org",
        "https://z.example.org",
    ]
    assert addresses_of(links, "pdf") == []
