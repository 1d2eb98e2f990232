"""Summaries that are none: still to be written, copied from the abstract, or of another paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.checks import TO_WRITE
from generator.doctor.ailment import Ailment
from generator.doctor.examined import Examined
from generator.problems import Place, quoted
from generator.text.words import words
from generator.values.paper import Paper

#: So many words in a row are no chance. Terms of a field seldom have more than five.
RUN = 8


def to_write(examined: Examined) -> Iterator[Ailment]:
    """Find records whose summary begins with TODO."""
    for found in TO_WRITE.find(examined.papers, examined.today):
        record = examined.record_of.get(found.paper)
        where = record.at(("summary",)) if record else found.place
        yield Ailment(where, found.what, found.hint, paper=found.paper)


def copied(examined: Examined) -> Iterator[Ailment]:
    """Find summaries that have RUN words in a row in common with an abstract of their paper."""
    for paper in examined.papers:
        run = _in_common(words(paper.curation.summary.plain), _abstracts(paper))
        if run:
            yield Ailment(
                paper.place("summary"),
                f"summary: has {quoted(' '.join(run))} from the abstract, word for word",
                "say it in your own words: abstracts belong to their authors and publishers",
                paper=paper.id,
            )


def twice(examined: Examined) -> Iterator[Ailment]:
    """Find two papers with one summary: one of them was copied, and forgotten."""
    first: dict[tuple[str, ...], Place] = {}
    for paper in examined.papers:
        said = tuple(words(paper.curation.summary.plain))
        if not said:
            continue
        where = paper.place("summary")
        other = first.setdefault(said, where)
        if other != where:
            yield Ailment(
                where,
                f"summary: is that of {other}",
                "write each paper's own",
                paper=paper.id,
            )


def _abstracts(paper: Paper) -> list[str]:
    """Return every abstract that any source has of a paper."""
    known = paper.provenance.get("abstract")
    lost = [value.plain for _, value in known.lost] if known else []
    return [paper.work.abstract.plain, *lost]


def _in_common(summary: Sequence[str], abstracts: Sequence[str]) -> Sequence[str]:
    """Return the longest run of words of a summary that stands in an abstract, from RUN words on.

    Of several as long, the first.
    """
    best: Sequence[str] = ()
    for abstract in abstracts:
        compared = SequenceMatcher(None, summary, words(abstract), autojunk=False)
        run = compared.find_longest_match()
        if run.size >= max(RUN, len(best) + 1):
            best = summary[run.a : run.a + run.size]
    return best
