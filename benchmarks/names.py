"""Compares how names are read with names_expected.jsonl, and with what nameparser makes of them.

A line there is a name as it stands in a source, of a kind, with its parts as its bearer has them,
or without parts: a group, a single name, or one that can be read in several ways and must stay
whole.
nameparser (https://pypi.org/project/nameparser/) is no dependency: `pip install nameparser`.

    python -m benchmarks.names            the figures
    python -m benchmarks.names --wrong    and every name that is not read as expected

Where the bibliographies for development stand beside the repository, names that BibTeX has with a
comma there are read without it, in their natural order, too.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import RemoveEnclosingMiddleware
from bibtexparser.model import Entry

from generator.sources.bibtex.names import names_in
from generator.text.repair import LATEX_STEPS
from generator.values.name import Name
from generator.values.name_list import read_names
from generator.values.text import Text

EXPECTED = Path(__file__).with_name("names_expected.jsonl")
BIBLIOGRAPHIES = Path(__file__).resolve().parents[2] / "shared" / "data" / "bibliographies"
RIGHT, WHOLE, WRONG = "right", "left whole", "wrong"


@dataclass(frozen=True)
class Parts:
    """A name in parts; a whole name has none. The particle stands with the family name.

    Some call it a part of its own, some do not; sources are at odds, too.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Case:
    """A name of a source, its kind, and the parts that it has."""

    kind: str
    text: str
    parts: Parts


def cases() -> list[Case]:
    """Return the names of the file."""
    lines = map(json.loads, EXPECTED.read_text("utf-8").splitlines())
    return [Case(line["kind"], line["text"], _expected(line)) for line in lines]


def turned_around() -> list[Case]:
    """Return the names of real BibTeX that a comma parts, in natural order; none without files."""
    found: dict[str, Case] = {}
    for file in sorted(BIBLIOGRAPHIES.glob("*.bib")):
        text = file.read_bytes().decode("utf-8-sig", "replace")
        for entry in parse_string(text, [RemoveEnclosingMiddleware()]).entries:
            for name in _people(entry):
                if name.given and name.family:
                    parts = Parts(name.full_family, name.given, name.suffix)
                    found.setdefault(name.natural, Case("real", name.natural, parts))
    return list(found.values())


def _people(entry: Entry) -> Iterator[Name]:
    for field in entry.fields:
        if field.key.lower() in ("author", "editor"):
            told = [name for name in names_in(str(field.value)) if not isinstance(name, str)]
            yield from read_names(told, LATEX_STEPS)


def _expected(line: dict[str, str]) -> Parts:
    family = f"{line.get('particle', '')} {line.get('family', '')}".strip()
    return Parts(family, line.get("given", ""), line.get("suffix", ""))


def ours(text: str) -> Parts:
    """Return the parts that we read."""
    name = Name.read(Text.read(text, LATEX_STEPS))
    return Parts(name.full_family, name.given, name.suffix) if name else Parts()


def of_nameparser() -> Callable[[str], Parts] | None:
    """Return a function for the parts that nameparser reads; None where it is not installed."""
    if not importlib.util.find_spec("nameparser"):
        return None
    human_name = importlib.import_module("nameparser").HumanName

    def read(text: str) -> Parts:
        name = human_name(text)
        given = f"{name.first} {name.middle}".strip()
        # One part alone is a name that it did not take apart.
        return Parts(name.last, given, name.suffix) if name.last and given else Parts()

    return read


def outcome(found: Parts, case: Case) -> str:
    """Return whether a name was read as it should be; one that stays whole misleads nobody."""
    if found == case.parts:
        return RIGHT
    return WHOLE if found == Parts() else WRONG


def _print(
    name: str, read: Callable[[str], Parts], looked_at: Sequence[Case], *, wrong: bool
) -> None:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for case in looked_at:
        found = read(case.text)
        result = outcome(found, case)
        counted[case.kind][result] += 1
        if wrong and result != RIGHT:
            print(f"  {result}: {case.text!r} as {found}")
    print(f"{name:<12} {'names':>6} {RIGHT:>8} {WHOLE:>11} {WRONG:>7}")
    total: Counter[str] = Counter()
    for kind, counts in counted.items():
        total += counts
        print(_row(kind, counts))
    print(_row("all", total) + f"   {total[RIGHT] / total.total():.1%} right")


def _row(kind: str, counts: Counter[str]) -> str:
    return (
        f"  {kind:<10} {counts.total():>6} {counts[RIGHT]:>8} {counts[WHOLE]:>11}"
        f" {counts[WRONG]:>7}"
    )


def main() -> None:
    """Print how many names of each kind are read as expected."""
    wrong = "--wrong" in sys.argv[1:]
    theirs = of_nameparser()
    for looked_at in filter(None, (cases(), turned_around())):
        _print("ours", ours, looked_at, wrong=wrong)
        if theirs:
            _print("nameparser", theirs, looked_at, wrong=wrong)
    if not theirs:
        print("nameparser is not installed and not compared: pip install nameparser")


if __name__ == "__main__":
    main()
