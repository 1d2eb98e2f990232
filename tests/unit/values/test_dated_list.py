"""Each dated list as it was: its papers in its own order, whatever the order of reading."""

from __future__ import annotations

from generator.values.dated_list import DatedList, dated_lists
from generator.values.paper import Entry
from tests import given


def shown(*entries: tuple[str, Entry]) -> dict[str, dict[str, list[str]]]:
    """Return the ids of papers by day and source; `entries` are of the papers with these ids."""
    papers = [
        given.paper(id_, id_, entries=tuple(entry for other, entry in entries if other == id_))
        for id_ in sorted({id_ for id_, _ in entries})
    ]
    found = dated_lists(papers)
    assert found == dated_lists(reversed(papers))
    return {item.slug: by_source(item) for item in found}


def by_source(found: DatedList) -> dict[str, list[str]]:
    return {source: [paper.id for paper in papers] for source, papers in found.parts}


def test_papers_stand_in_the_order_of_the_list_under_their_source() -> None:
    assert shown(
        ("a", Entry("z.txt", 30, "Mar 12")),
        ("b", Entry("z.txt", 4, "12 March")),
        ("c", Entry("y.txt", 9, "Mar 12")),
        ("d", Entry("y.txt", 2, "Mar 13")),
        ("e", Entry("y.txt", 5)),
    ) == {"03-13": {"y.txt": ["d"]}, "03-12": {"y.txt": ["c"], "z.txt": ["b", "a"]}}


def test_a_paper_stands_once_in_a_source_and_once_in_the_count() -> None:
    papers = [
        given.paper(
            "a",
            "A",
            entries=tuple(
                Entry(source, line, "Mar 12")
                for source, line in (("x", 7), ("x", 1), ("x", 9), ("y", 5))
            ),
        ),
        given.paper("b", "B", entries=(Entry("x", 5, "Mar 12"),)),
    ]
    (found,) = dated_lists(papers)
    assert by_source(found) == {"x": ["a", "b"], "y": ["a"]}
    assert found.count == 2


def test_texts_that_are_no_days_share_a_page_where_they_share_an_address() -> None:
    entries = (Entry("x", 1, "Feb. 30"), Entry("x", 2, "feb 30"))
    (found,) = dated_lists([given.paper("a", "A", entries=entries)])
    assert (found.slug, found.day.said) == ("feb-30", "Feb. 30")
