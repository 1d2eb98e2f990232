"""How well papers get their topics, against labels by readers: `python -m benchmarks.topics`.

topics_gold.jsonl has for each of the 547 papers of the first catalogue the topics that a reader
required (the main one first) and those that are acceptable; acceptable topics count neither way.
The vocabulary and the thresholds were tuned on the half `tune` alone; `report` is the measure.
Topics that records name are left out: what is measured is the classifier.

With the saved listings in shared/ beside the repository papers have abstracts; the records alone
have summaries.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.records import LISTINGS
from generator import settings as settings_module
from generator.catalogue import Catalogue
from generator.model import Assignment
from generator.pipeline import Pipeline
from generator.problems import BuildFailed, Problems
from generator.terms.matrix import terms_of
from generator.topics.classify import LIKENESS, classify
from generator.values.paper import Paper

ROOT = Path(__file__).resolve().parents[1]
GOLD = Path(__file__).with_name("topics_gold.jsonl")
HALVES = ("tune", "report")


@dataclass(frozen=True)
class Label:
    """What readers say of one paper. The first of `required` is the main topic."""

    title: str
    half: str
    readers: int
    required: tuple[str, ...]
    acceptable: tuple[str, ...]


def labels() -> list[Label]:
    """Return the labels, in the order of the file."""
    read = map(json.loads, GOLD.read_text("utf-8").splitlines())
    return [
        Label(i["title"], i["half"], i["readers"], tuple(i["required"]), tuple(i["acceptable"]))
        for i in read
    ]


@dataclass(frozen=True)
class Score:
    """Micro precision, recall and F1 of the required topics, and shares of papers (0 to 1)."""

    papers: int
    precision: float
    recall: float
    f1: float
    main_given: float
    main_first: float
    unsorted: int
    per_paper: float


def score(given: Mapping[str, Sequence[str]], gold: Sequence[Label]) -> Score:
    """Compare the topics given to papers, by title, with labels."""
    right = wrong = missed = main_given = main_first = total = 0
    for label in gold:
        topics = given[label.title]
        required, acceptable = set(label.required), set(label.acceptable)
        right += len(required & set(topics))
        wrong += len(set(topics) - required - acceptable)
        missed += len(required - set(topics))
        main_given += label.required[0] in topics
        main_first += label.required[:1] == tuple(topics[:1])
        total += len(topics)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return Score(
        papers=len(gold),
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / max(1e-9, precision + recall),
        main_given=main_given / len(gold),
        main_first=main_first / len(gold),
        unsorted=sum(not given[label.title] for label in gold),
        per_paper=total / len(gold),
    )


def main() -> int:
    """Print the figures; 0 also when this is another catalogue."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--show", action="store_true", help="list the errors of the tuning half")
    show = parser.parse_args().show
    gold = labels()
    sources: dict[str, list[str]] = {"records alone": []}
    if LISTINGS.is_dir():
        sources["with the saved listings"] = [str(LISTINGS)]
    else:
        print(f"Not measured with abstracts: there is no folder {LISTINGS}")
    for name, given in sources.items():
        catalogue = _catalogue(given)
        if catalogue is None or {p.work.title.plain for p in catalogue.papers} < {
            label.title for label in gold
        }:
            print(f"{name}: nothing measured, these are not the papers that were labelled")
            continue
        found = _classified(catalogue)
        titles = {paper.id: paper.work.title.plain for paper in catalogue.papers}
        print(f"\n{name}: {len(titles)} papers")
        _head()
        for half in HALVES:
            part = [label for label in gold if label.half == half]
            given_now = {titles[i]: [a.topic for a in topics] for i, topics in found.items()}
            _row(half, score(given_now, part))
            if half == "tune" and show:
                _errors(given_now, part)
        twice = [label for label in gold if label.half == "report" and label.readers == 2]
        _row("report, two readers", score(given_now, twice))
        _evidence(found)
    return 0


def _catalogue(sources: Sequence[str]) -> Catalogue | None:
    problems = Problems()
    settings = settings_module.load(ROOT, problems)
    if settings is None:
        return None
    try:
        return Pipeline(settings, problems).decide(sources, ROOT).catalogue
    except BuildFailed:
        for problem in problems:
            print(problem, file=sys.stderr)
        return None


def _classified(catalogue: Catalogue) -> dict[str, tuple[Assignment, ...]]:
    """Return the topics that the classifier gives where no record names any."""
    papers: list[Paper] = [
        replace(paper, curation=replace(paper.curation, topics=())) for paper in catalogue.papers
    ]
    return classify(papers, catalogue.areas, terms_of(papers))


def _head() -> None:
    print(
        f"{'':<22}{'papers':>7}{'precision':>10}{'recall':>8}{'F1':>7}"
        f"{'main given':>12}{'main first':>12}{'unsorted':>10}{'per paper':>11}"
    )


def _row(name: str, found: Score) -> None:
    print(
        f"  {name:<20}{found.papers:>7}{found.precision:>10.3f}{found.recall:>8.3f}{found.f1:>7.3f}"
        f"{found.main_given:>12.3f}{found.main_first:>12.3f}{found.unsorted:>10}"
        f"{found.per_paper:>11.2f}"
    )


def _evidence(found: Mapping[str, Sequence[Assignment]]) -> None:
    """Print how often likeness decided: without it the topic would not have been given."""
    kinds = Counter(
        "likeness alone" if fields == {LIKENESS} else "both" if LIKENESS in fields else "phrases"
        for topics in found.values()
        for topic in topics
        for fields in ({item.field for item in topic.evidence},)
    )
    shares = ", ".join(f"{name} {count}" for name, count in sorted(kinds.items()))
    print(f"  evidence of the topics given: {shares}")


def _errors(given: Mapping[str, Sequence[str]], gold: Sequence[Label]) -> None:
    for label in gold:
        topics = given[label.title]
        missed = [slug for slug in label.required if slug not in topics]
        wrong = [slug for slug in topics if slug not in (*label.required, *label.acceptable)]
        if missed or wrong:
            print(f"    {label.title}")
            print(f"      missed: {', '.join(missed) or '-'}; wrong: {', '.join(wrong) or '-'}")


if __name__ == "__main__":
    raise SystemExit(main())
