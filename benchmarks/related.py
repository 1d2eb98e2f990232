"""How well and how fast related papers are found: `python -m benchmarks.related [--pool]`.

Quality: for 40 papers of the first catalogue, drawn with a fixed seed, the five most related by
plain TF-IDF and by this program were put together, and a reader who did not know which came from
where marked each as related or not (related_gold.jsonl). Printed is precision at five of both.
Needs the saved listings in shared/ beside the repository.

Speed: 10,000 conference papers of shared/data, and 87,000 made from them by joining halves of two
papers each, in a process of its own with its peak memory.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.catalogues import DATA
from benchmarks.records import LISTINGS
from generator import settings as settings_module
from generator.catalogue import Catalogue
from generator.pipeline import Pipeline
from generator.problems import Problems
from generator.relate import relate
from generator.terms.matrix import terms_of
from generator.values.paper import Paper
from generator.values.text import Text
from generator.values.work import Work

ROOT = Path(__file__).resolve().parents[1]
GOLD = Path(__file__).with_name("related_gold.jsonl")
SEED, DRAWN, AT = 40, 40, 5
SIZES = (10_000, 87_000)
COUNT = 8

Ranking = Mapping[str, Sequence[str]]


def main() -> int:
    """Print the figures; what has no data is said and left out."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--pool", action="store_true", help="print the pairs to be judged")
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(_measure(arguments.one)))
        return 0
    if LISTINGS.is_dir():
        _quality(arguments.pool)
    else:
        print(f"Quality not measured: there is no folder {LISTINGS}")
    if arguments.pool or arguments.no_speed:
        return 0
    if DATA.is_file():
        _speed()
    else:
        print(f"Speed not measured: there is no {DATA}")
    return 0


def _quality(pool: bool) -> None:
    problems = Problems()
    settings = settings_module.load(ROOT, problems)
    if settings is None:
        raise SystemExit("\n".join(map(str, problems)))
    catalogue = Pipeline(settings, problems).decide([str(LISTINGS)], ROOT).catalogue
    drawn = random.Random(SEED).sample(sorted(catalogue.by_id), DRAWN)
    rankings: dict[str, Ranking] = {
        "plain TF-IDF": plain_tfidf(catalogue.papers, drawn),
        "this program": {i: [r.id for r in catalogue.related[i]][:AT] for i in drawn},
    }
    if pool:
        _print_pool(catalogue, drawn, rankings)
        return
    judged = {
        (item["paper"], other): verdict
        for item in map(json.loads, GOLD.read_text("utf-8").splitlines())
        for verdict, key in ((True, "related"), (False, "not"))
        for other in item[key]
    }
    print(f"{DRAWN} papers, precision at {AT}")
    for name, ranking in rankings.items():
        verdicts = [judged.get((paper, other)) for paper in drawn for other in ranking[paper]]
        unknown = sum(verdict is None for verdict in verdicts)
        precision = sum(verdict is True for verdict in verdicts) / (AT * DRAWN)
        print(f"  {name:<14}{precision:>7.3f}   not judged: {unknown}")


def plain_tfidf(papers: Sequence[Paper], drawn: Sequence[str]) -> Ranking:
    """Return the AT nearest papers by TF-IDF over words, as scikit-learn does it."""
    vectorizer = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2)
    weights = vectorizer.fit_transform([paper.said() for paper in papers])
    place = {paper.id: row for row, paper in enumerate(papers)}
    found = {}
    for name in drawn:
        near = np.asarray((weights @ weights[place[name]].T).todense()).ravel()
        near[place[name]] = -1
        found[name] = [papers[row].id for row in np.argsort(-near, kind="stable")[:AT]]
    return found


def _print_pool(
    catalogue: Catalogue, drawn: Sequence[str], rankings: Mapping[str, Ranking]
) -> None:
    """Print what a reader is to judge, in an order that says nothing of where it comes from."""
    for name in drawn:
        others = sorted({other for ranking in rankings.values() for other in ranking[name]})
        random.Random(name).shuffle(others)
        for kind, paper in (("PAPER", name), *(("other", other) for other in others)):
            found = catalogue.by_id[paper]
            print(f"{kind} {paper}\n  {found.work.title}\n  {found.curation.summary}")
        print()


def _speed() -> None:
    print(f"\nUp to {COUNT} related papers for each of")
    print(f"{'papers':>8}{'terms (s)':>11}{'relate (s)':>12}{'in all (s)':>12}{'peak (MB)':>11}")
    for size in SIZES:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.related", "--one", str(size)],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        found = json.loads(done.stdout.splitlines()[-1])
        print(
            f"{size:>8}{found['terms']:>11.1f}{found['relate']:>12.1f}"
            f"{found['terms'] + found['relate']:>12.1f}{found['peak'] / 1e6:>11.0f}"
        )


def _measure(size: int) -> dict[str, float]:
    papers = many_papers(size)
    start = time.perf_counter()
    terms = terms_of(papers)
    between = time.perf_counter()
    relate(papers, terms, COUNT)
    end = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"terms": between - start, "relate": end - between, "peak": peak}


def many_papers(size: int) -> list[Paper]:
    """Return the conference papers; beyond their number, halves of two of them joined."""
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        real = [(p["title"], p.get("abstract") or "") for p in map(json.loads, lines)]
    chance = random.Random(SEED)
    texts = real[:size]
    while len(texts) < size:
        (title, abstract), (other, further) = chance.choice(real), chance.choice(real)
        texts.append((_halves(title, other, " "), _halves(abstract, further, ". ")))
    return [
        Paper(f"p{n:06d}", Work(title=Text(title), abstract=Text(abstract)))
        for n, (title, abstract) in enumerate(texts)
    ]


def _halves(one: str, other: str, mark: str) -> str:
    first, second = one.split(mark), other.split(mark)
    return mark.join([*first[: len(first) // 2], *second[len(second) // 2 :]])


if __name__ == "__main__":
    raise SystemExit(main())
