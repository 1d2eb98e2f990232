"""Papers that are nearly one, and of which nobody has said whether they are."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from generator.doctor.ailment import Ailment
from generator.doctor.examined import Examined
from generator.merge.verdict import DIFFERENT_IDENTIFIERS, Reason
from generator.problems import quoted
from generator.text.words import words

#: What tells two papers apart for sure, however near they are.
_SURE = frozenset(
    (
        Reason.DECISION,
        Reason.GENERIC_TITLE,
        Reason.NUMBERS_DIFFER,
        Reason.PART_DIFFERS,
        Reason.OPPOSITE_WORDS,
        Reason.TRANSLATION,
    )
)


def undecided(examined: Examined) -> Iterator[Ailment]:
    """Find pairs of papers that merging took for near, and why it did not unite them."""
    papers = examined.catalogue.by_id
    for (one, other), why in sorted(examined.decided.merged.apart.items()):
        if why in _SURE or one not in papers or other not in papers:
            continue
        first, second = papers[one], papers[other]
        # Of one title, an identifier may be mistyped; of two, there are two.
        alike = words(first.work.title.plain) == words(second.work.title.plain)
        if why in DIFFERENT_IDENTIFIERS.values() and not alike:
            continue
        ids = yaml.safe_dump([one, other], default_flow_style=True, width=1_000).strip()
        yield Ailment(
            second.place("title"),
            f"{quoted(second.work.title.plain)} may be one paper with"
            f" {quoted(first.work.title.plain)} ({first.place('title')}); not united: {why}",
            f"write `- papers: {ids}` under same: or different: in catalogue/decisions.yml",
            paper=other,
        )
