"""Two entries that are one paper, or may be, and what a person can do about it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.merge.verdict import Verdict

WHAT_TO_DO = "say which under same: or different: in catalogue/decisions.yml"


@dataclass(frozen=True)
class Match:
    """Two entries, by index, that are one paper, and why."""

    a: int
    b: int
    verdict: Verdict
