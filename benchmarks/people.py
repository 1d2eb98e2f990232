"""How well and how fast it is decided who is who: `python -m benchmarks.people [--errors]`.

Quality: 1,981 conference papers beside the repository, with the OpenReview profile of each author,
which serves as label alone. Counted are pairs of equal names on two papers: joined or not, one
profile or two. The weights were set on the half of the names that is called "set on"; the other
half was only looked at. One person may have two profiles, so not every false join is one.

Speed: 100,000 papers made of the conference papers of shared/data; those that are used twice have
other people the second time.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.merging import table
from generator.garbage import collect_rarely
from generator.people import People, people
from generator.people.form import form_of
from generator.people.weights import ENOUGH
from generator.problems import Problems
from generator.terms.matrix import Terms, terms_of
from generator.text.words import fold
from generator.topics import vocabulary
from generator.topics.classify import classify
from generator.values.date import Date
from generator.values.name import Name
from generator.values.paper import Paper
from generator.values.text import Text
from generator.values.venue import Venue
from generator.values.work import Work

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
TOPICS = Path(__file__).resolve().parents[1] / "catalogue" / "topics.yml"
SIZES = (10_000, 100_000)
#: The curve: what is asked of a pair, in bits.
THRESHOLDS = (3.5, 4.5, ENOUGH, 6.5, 7.5)
HALVES = ("set on", "looked at", "both")


@dataclass(frozen=True)
class Pair:
    """One name on two papers: the name, its two signatures (paper, place), and the labels."""

    name: str
    at: tuple[tuple[int, int], tuple[int, int]]
    labels: tuple[str, str]

    @property
    def same(self) -> bool:
        """Whether the two have one profile."""
        return self.labels[0] == self.labels[1]

    @property
    def half(self) -> str:
        """Which half of the names it is of."""
        return HALVES[zlib.crc32(self.name.encode()) % 2]


def main() -> int:
    """Print the figures; 0 also when there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what is wrong, by kind")
    parser.add_argument("--curve", action="store_true", help="print other thresholds, too")
    parser.add_argument("--no-speed", action="store_true")
    arguments = parser.parse_args()
    collect_rarely()
    if not DATA.is_dir():
        print(f"Nothing measured: there is no folder {DATA}")
        return 0
    _quality(show=arguments.errors, curve=arguments.curve)
    if not arguments.no_speed:
        _speed()
    return 0


def _quality(*, show: bool, curve: bool) -> None:
    lines = list(_lines("people-openreview.jsonl.gz"))
    papers = [_paper(line, number) for number, line in enumerate(lines)]
    terms = terms_of(papers)
    topics = _topics(papers, terms)
    pairs = list(_pairs(lines))
    same = sum(pair.same for pair in pairs)
    print(f"{len(papers):,} papers; pairs of equal names: {same:,} of one profile,")
    print(f"{len(pairs) - same:,} of two: trusting names has precision {same / len(pairs):.3f}")
    print(f"{'bits':>6} {'names':>10} {'precision':>10} {'recall':>8} {'false':>7} {'missed':>7}")
    for enough in THRESHOLDS if curve else (ENOUGH,):
        with patch("generator.people.verify.ENOUGH", enough):
            found = people(papers, topics, terms)
        for half in HALVES:
            _print_figures(enough, half, found, papers, pairs)
        if show and enough == ENOUGH:
            _print_errors(found, papers, pairs)


def _print_figures(
    enough: float, half: str, found: People, papers: Sequence[Paper], pairs: Sequence[Pair]
) -> None:
    chosen = [pair for pair in pairs if half in (pair.half, "both")]
    counts = Counter((_joined(found, papers, pair), pair.same) for pair in chosen)
    right, false, missed = counts[True, True], counts[True, False], counts[False, True]
    print(
        f"{enough:>6} {half:>10} {right / max(1, right + false):>10.4f}"
        f" {right / max(1, right + missed):>8.4f} {false:>7} {missed:>7}"
    )


def _slugs(found: People, papers: Sequence[Paper], pair: Pair) -> tuple[str, str]:
    (one, first), (other, second) = pair.at
    return found.of[papers[one].id][first], found.of[papers[other].id][second]


def _joined(found: People, papers: Sequence[Paper], pair: Pair) -> bool:
    one, other = _slugs(found, papers, pair)
    return one == other


def _print_errors(found: People, papers: Sequence[Paper], pairs: Sequence[Pair]) -> None:
    kinds: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        one, other = _slugs(found, papers, pair)
        if (one == other) == pair.same:
            continue
        if one == other:
            reasons = sorted({joined.reason for joined in found.joined(one)})
            kinds[f"joined, though two profiles: {'; '.join(reasons)}"].append(pair)
        else:
            kinds[f"kept apart, though one profile: {found.between(one, other).reason}"].append(
                pair
            )
    for kind, wrong in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        print(f"\n{len(wrong)} {kind}")
        for pair in wrong:
            titles = " | ".join(papers[paper].work.title.plain[:60] for paper, _ in pair.at)
            print(f"    {pair.name} ({', '.join(pair.labels)}): {titles}")


def _pairs(lines: Sequence[Mapping[str, Any]]) -> Iterator[Pair]:
    """Yield each pair of signatures of one printed name on two papers that both have a profile."""
    signed: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, line in enumerate(lines):
        for place, name in enumerate(line["authors"]):
            if line["profiles"][place]:
                signed[fold(name)].append((number, place))
    for name, members in sorted(signed.items()):
        for one, other in itertools.combinations(members, 2):
            if one[0] != other[0]:
                labels = tuple(lines[paper]["profiles"][place] for paper, place in (one, other))
                yield Pair(name, (one, other), (labels[0], labels[1]))


def _topics(papers: Sequence[Paper], terms: Terms) -> dict[str, list[str]]:
    areas = vocabulary.load(TOPICS, TOPICS.name, Problems())
    return {
        paper: [given.topic for given in found]
        for paper, found in classify(papers, areas, terms).items()
    }


def _lines(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _paper(line: Mapping[str, Any], number: int) -> Paper:
    names = (Name.read(Text(name)) for name in line.get("authors") or ())
    year, venue = line.get("year"), line.get("venue")
    return Paper(
        f"paper-{number:06}",
        Work(
            title=Text(line["title"]),
            abstract=Text(line.get("abstract") or ""),
            # A name that says nothing keeps its place: the labels are by place.
            authors=tuple(name or Name(literal="?") for name in names),
            issued=Date(year) if isinstance(year, int) else None,
            venue=Venue(Text(venue or "")),
        ),
    )


def _speed() -> None:
    papers = [_paper(line, at) for at, line in enumerate(_lines("conference-papers-86k.jsonl.gz"))]
    more = (_renamed(paper, len(papers) + at) for at, paper in enumerate(papers))
    papers += itertools.islice(more, max(0, SIZES[-1] - len(papers)))
    print(f"\n{'papers':>8} {'signatures':>11} {'people':>8} {'seconds':>8}")
    for size in SIZES:
        chosen = papers[:: len(papers) // size][:size]
        terms = terms_of(chosen)
        topics = _topics(chosen, terms)
        form_of.cache_clear()
        start = time.process_time()
        found = people(chosen, topics, terms)
        seconds = time.process_time() - start
        signatures = sum(len(paper.work.authors) for paper in chosen)
        print(f"{size:>8,} {signatures:>11,} {len(found.people):>8,} {seconds:>8.1f}")
        if size == SIZES[-1]:
            most = sorted(found.people, key=lambda one: (-len(one.papers), one.slug))[:3]
            table(*((one.name.natural, f"{len(one.papers)} papers") for one in most))


def _renamed(paper: Paper, number: int) -> Paper:
    """Return a paper of others: family names keep their number of bearers, letters change."""
    authors = tuple(replace(name, family=_turned(name.family)) for name in paper.work.authors)
    return replace(paper, id=f"paper-{number:06}", work=replace(paper.work, authors=authors))


def _turned(family: str) -> str:
    return family[::-1].capitalize()


if __name__ == "__main__":
    raise SystemExit(main())
