"""How well dirty citations find their papers: `python -m benchmarks.citations [--show] [--large]`.

Clean entries of two fields against dirty copies of them (`benchmarks.dirt`), near misses, and a
haystack of other papers of the same fields and people, as dirty. The true pairs are known, since
the dirt is made here. `--large` takes all conference papers as the haystack.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import html
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.dirt import Citation, citation, copies, near_miss
from benchmarks.merging import DATA, Pair, found, names, show_pairs, table
from generator.merge.decisions import Decisions
from generator.merge.groups import group
from generator.merge.titles import title_parts
from generator.problems import Place, Problems
from generator.values.date import Date
from generator.values.paper import Rank, SourceRecord
from generator.values.text import Text
from generator.values.venue import Venue
from generator.values.work import Work

#: How many conference papers are on the clean side, and in the small haystack.
CLEAN, HAY = 2_000, 10_000
SEED = 14


def main() -> int:
    """Print the figures; 0 also when there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list the pairs that are wrong")
    parser.add_argument("--large", action="store_true", help="take every conference paper as hay")
    asked = parser.parse_args()
    if not DATA.is_dir():
        print(f"Nothing measured: there is no folder {DATA}")
        return 0
    clean = [*_databases(), *_conferences("conference-papers-10k.jsonl.gz")[:CLEAN]]
    hay = _conferences("conference-papers-86k.jsonl.gz")
    dirty, true = _dirty(clean, hay if asked.large else _some(hay))
    _measure(clean, dirty, true, show=asked.show)
    return 0


def _measure(
    clean: Sequence[Citation], dirty: Sequence[Citation], true: set[Pair], *, show: bool
) -> None:
    records = [*_records("clean", clean), *_records("dirty", dirty)]
    candidates, links, seconds = found(records)
    across = {pair for pair in candidates if pair[0] < len(clean) <= pair[1]}
    accepted = {pair: reason for pair, reason in links.items() if pair in across}
    grouped = _grouped(records, len(clean))
    print(f"{len(clean)} clean x {len(dirty)} dirty entries, {len(true)} true pairs")
    table(
        ("candidate pairs", f"{len(candidates)}"),
        ("pair completeness of blocking", f"{len(true & across) / len(true):.4f}"),
        *_figures("", true, set(accepted)),
        *_figures(" of papers made", true, grouped),
        ("processor seconds", f"{seconds:.2f}"),
    )
    if show:
        show_pairs("false merge", sorted(accepted.keys() - true), records)
        show_pairs("missed", sorted(true - accepted.keys()), records)


def _figures(of: str, true: set[Pair], said: set[Pair]) -> Iterator[tuple[str, str]]:
    right = len(true & said)
    precision, recall = right / max(1, len(said)), right / len(true)
    yield f"precision{of}", f"{precision:.4f}"
    yield f"recall{of}", f"{recall:.4f}"
    yield f"F1{of}", f"{2 * precision * recall / max(0.0001, precision + recall):.4f}"


def _grouped(records: Sequence[SourceRecord], clean: int) -> set[Pair]:
    """Return the pairs of a clean and a dirty entry that became one paper."""
    made = group(records, Decisions(), Problems()).groups
    return {(a, b) for members in made for a in members for b in members if a < clean <= b}


def _dirty(clean: Sequence[Citation], hay: Sequence[Citation]) -> tuple[list[Citation], set[Pair]]:
    """Return the dirty side, and the pairs of a clean entry and its dirty copies, by index."""
    dice = random.Random(SEED)
    words = sorted({w for work in clean for w in work.title.lower().split() if w.isalpha()})
    words = [word for word in words if len(word) > 4]
    known = {_key(work) for work in clean}
    dirty: list[Citation] = []
    true = set()
    for at, work in enumerate(clean):
        for copy in copies(work, dice):
            true.add((at, len(clean) + len(dirty)))
            dirty.append(copy)
        if dice.random() < 0.5:
            dirty.append(near_miss(work, words, dice))
    dirty += [citation(work, dice) for work in hay if _key(work) not in known]
    return dirty, true


def _key(work: Citation) -> str:
    return title_parts(work.title).main_key


def _some(hay: Sequence[Citation]) -> list[Citation]:
    return [work for at, work in enumerate(hay) if at % (len(hay) // HAY) == 0]


def _databases() -> list[Citation]:
    path = DATA / "dblp-acm" / "dblp.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Citation(
                html.unescape(row["title"]),
                html.unescape(row["authors"]),
                html.unescape(row["venue"]),
                int(row["year"]) if row["year"] else None,
            )
            for row in csv.DictReader(lines)
        ]


def _conferences(name: str) -> list[Citation]:
    with gzip.open(Path(DATA / name), "rt", encoding="utf-8") as lines:
        papers = [json.loads(line) for line in lines]
    return [
        Citation(
            str(paper["title"]),
            ", ".join(map(str, paper.get("authors") or ())),
            str(paper.get("venue") or ""),
            paper["year"] if isinstance(paper.get("year"), int) else None,
        )
        for paper in papers
    ]


def _records(source: str, works: Sequence[Citation]) -> list[SourceRecord]:
    return [
        SourceRecord(
            Rank.BIBLIOGRAPHY,
            source,
            Place(source, line),
            Work(
                title=Text(work.title),
                authors=names(work.authors.split(",")),
                issued=Date(work.year) if work.year else None,
                venue=Venue(Text(work.venue)),
            ),
        )
        for line, work in enumerate(works, 1)
    ]


if __name__ == "__main__":
    raise SystemExit(main())
