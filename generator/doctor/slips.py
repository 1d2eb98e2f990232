"""Slips of the pen that no reader of records can know for wrong, and that everybody sees."""

from __future__ import annotations

from collections.abc import Iterator

from generator.doctor.ailment import Ailment
from generator.doctor.examined import Examined
from generator.problems import quoted
from generator.values.identifier import identifiers_in
from generator.values.link import OWN

#: Titles of fewer words may be acronyms.
_FEWEST_WORDS = 3


def titles(examined: Examined) -> Iterator[Ailment]:
    """Find titles all in capitals, or with the full stop of a citation behind them."""
    for paper in examined.papers:
        title = paper.work.title.plain
        why, advice = "", ""
        if title.isupper() and len(title.split()) >= _FEWEST_WORDS:
            why, advice = "is all in capitals", "write it as the paper's first page does"
        elif title.endswith(".") and not title.endswith("..") and title.count(".") == 1:
            why, advice = "ends in a full stop", "leave it out, if it is not the title's own"
        if why:
            yield Ailment(
                paper.place("title"), f"title: {quoted(title)} {why}", advice, paper=paper.id
            )


def added_ahead(examined: Examined) -> Iterator[Ailment]:
    """Find papers that are added on a day to come: they would be the newest until then."""
    for paper in examined.papers:
        added = paper.curation.added
        if added and added > examined.today:
            yield Ailment(
                paper.place("added"),
                f"added: {added.isoformat()} has not come",
                "write the day on which it came in",
                paper=paper.id,
            )


def links_to_paper(examined: Examined) -> Iterator[Ailment]:
    """Find code, data and so on whose address is that of the paper itself."""
    for paper in examined.papers:
        own = set(paper.work.resolved_identifiers)
        for link in paper.work.links:
            if link.kind in OWN or own.isdisjoint(identifiers_in(link.url)):
                continue
            field = f"links.{link.kind}"
            yield Ailment(
                paper.place(field),
                f"{field}: {quoted(link.url)} is the paper itself",
                f"write where its {link.kind} is, or take the link out",
                paper=paper.id,
            )
