"""Facts that cannot be, as `check` finds them, under the names that it has for them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks import Check, doubted
from generator.doctor.ailment import Ailment, Finder
from generator.doctor.examined import Examined


def doubts(check: Check) -> Finder:
    """Return what finds the same as a check of `check`, but for what a person found right."""

    def find(examined: Examined) -> Iterator[Ailment]:
        checked = examined.decided.decisions.checked
        for found in doubted(check, examined.papers, checked, examined.today):
            advice = f"{found.hint}; if it is right: decisions.yml, checked:, check: {check.name}"
            yield Ailment(found.place, found.what, advice, paper=found.paper)

    return find
