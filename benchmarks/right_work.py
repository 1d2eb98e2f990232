"""How often titles of one paper are taken for one, and titles of two papers for one.

    python -m benchmarks.right_work            the figures
    python -m benchmarks.right_work --wrong    and every pair that is judged wrongly

Right pairs are titles of the first catalogue's papers with those that their versions have
elsewhere, where the facts beside the repository name them; wrong pairs are all others of its
titles, and random ones of 10,000 conference papers. All carry the identifier that was asked for, so
that only titles can tell.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from generator.problems import Place
from generator.services.right_work import refusal
from generator.sources.said import Said
from generator.values.asked import TITLE, Asked

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FACTS, CONFERENCES = DATA / "first-catalogue-facts.jsonl", DATA / "conference-papers-10k.jsonl.gz"
RANDOM_PAIRS = 20_000

_THERE = re.compile(r"\[title there: ([^\]\n]*)\]")
#: What some of the evidence says behind a title.
_REMARK = re.compile(r";[^;]*(?:arXiv|abstract)[^;]*$")
_ID = "2101.00010"


def is_taken(here: str, there: str, *, by_title: bool = False) -> bool:
    """Whether a work with the title `there` is taken for the paper with the title `here`."""
    said = Said(Place("service"), {"title": there, "arxiv": _ID})
    if by_title:
        return not refusal(Asked(TITLE, here), said)
    return not refusal(Asked("arxiv", _ID), said, (here,))


def right_pairs(facts: Iterable[dict[str, object]]) -> Iterator[tuple[str, str]]:
    """Yield titles of papers and what their versions are called elsewhere, each pair once."""
    seen = set()
    for paper in facts:
        evidence = paper["evidence"]
        assert isinstance(evidence, dict)
        for there in _THERE.findall("\n".join(map(str, evidence.values()))):
            title = _REMARK.sub("", there).replace("{", "").replace("}", "")
            pair = (str(paper["title"]), title)
            if "..." not in title and pair not in seen:
                seen.add(pair)
                yield pair


def report(name: str, pairs: list[tuple[str, str]], *, same: bool, show: bool) -> None:
    """Print how many pairs are taken for one paper."""
    taken = [pair for pair in pairs if is_taken(*pair)]
    strict = sum(is_taken(*pair, by_title=True) for pair in pairs)
    print(f"{name:<28} {len(pairs):>8,} {len(taken):>12,} {strict:>9,}")
    if show:
        wrong = sorted(set(pairs) - set(taken)) if same else taken
        print(*(f"    {here}\n    {there}\n" for here, there in wrong), sep="\n")


def main() -> None:
    """Print the figures."""
    if not FACTS.exists():
        print(f"{FACTS.name} is not beside the repository")
        return
    show = "--wrong" in sys.argv[1:]
    facts = [json.loads(line) for line in FACTS.read_text("utf-8").splitlines()]
    titles = [paper["title"] for paper in facts]
    with gzip.open(CONFERENCES, "rt", encoding="utf-8") as lines:
        others = [json.loads(line)["title"] for line in lines]
    chosen = random.Random(7)
    print(f"{'titles':<28} {'pairs':>8} {'by an id':>12} {'by title':>9}")
    report("of one paper", list(right_pairs(facts)), same=True, show=show)
    report("of two, all of one field", list(combinations(titles, 2)), same=False, show=show)
    pairs = [(chosen.choice(others), chosen.choice(others)) for _ in range(RANDOM_PAIRS)]
    pairs = [(here, there) for here, there in pairs if here != there]
    report("of two, of conferences", pairs, same=False, show=show)


if __name__ == "__main__":
    main()
