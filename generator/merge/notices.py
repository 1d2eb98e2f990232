"""Tells a person where a notice became one with its paper, or a retracted paper stays two.

Nothing else would tell: the word "Erratum" is then on no page, and "Retracted" not on that of the
paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.merge.features import Features
from generator.merge.match import WHAT_TO_DO, Match
from generator.merge.verdict import Reason, Verdict
from generator.problems import Problems, quoted
from generator.values.paper import SourceRecord


def warn_of_notices(
    matches: Iterable[Match],
    verdicts: Mapping[tuple[int, int], Verdict],
    group_of: Callable[[int], int],
    known: Sequence[Features],
    records: Sequence[SourceRecord],
    problems: Problems,
) -> None:
    """Report notices among `matches`, and marked papers that `verdicts` keep from their paper."""
    for match in matches:
        for notice, paper in ((match.a, match.b), (match.b, match.a)):
            kind = known[notice].notice.kind
            if match.verdict.reason == Reason.DECISION or kind == known[paper].notice.kind:
                continue
            if kind and known[notice].notice.is_work:
                problems.warning(
                    records[notice].place,
                    f"{quoted(records[notice].work.title)} is called a notice ({kind.name}), but"
                    f" became one paper with that of {records[paper].place}"
                    f" ({match.verdict.reason})",
                    "correct what is wrong in one of them, or name both under different: in"
                    " catalogue/decisions.yml",
                )
    told: set[tuple[int, int]] = set()
    for (a, b), verdict in verdicts.items():
        if verdict.reason != Reason.NOTICE or group_of(a) == group_of(b):
            continue
        for marked, paper in ((a, b), (b, a)):
            status = known[marked].notice.status
            groups = (group_of(marked), group_of(paper))
            if status and known[paper].notice.kind is None and groups not in told:
                told.add(groups)
                problems.warning(
                    records[marked].place,
                    f"{quoted(records[marked].work.title)} may be the paper of"
                    f" {records[paper].place}, marked as {status}, or a notice on it; the two stay"
                    " apart",
                    WHAT_TO_DO,
                )
