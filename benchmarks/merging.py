"""How well and how fast entries become papers: `python -m benchmarks.merging [--show]`.

Two sets of titles beside the repository: the DBLP-ACM benchmark, whose true pairs are known, and
10,000 conference papers, to which changed copies are added. Without them nothing is measured.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import html
import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.merge.blocking import candidate_pairs
from generator.merge.columns import features_of
from generator.merge.features import features
from generator.merge.titles import title_parts
from generator.merge.verify import compare
from generator.problems import Place
from generator.values.date import Date
from generator.values.name import Name
from generator.values.paper import Rank, SourceRecord
from generator.values.text import Text
from generator.values.venue import Venue
from generator.values.work import Work

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

Pair = tuple[int, int]


def main() -> int:
    """Print the figures; 0 also when there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list the pairs that are wrong")
    show = parser.parse_args().show
    if not DATA.is_dir():
        print(f"Nothing measured: there is no folder {DATA}")
        return 0
    _dblp_acm(show)
    _conferences(show)
    return 0


def found(records: Sequence[SourceRecord]) -> tuple[list[Pair], dict[Pair, str], float]:
    """Return the candidate pairs, those accepted with the reason, and the processor seconds."""
    title_parts.cache_clear()
    start = time.process_time()
    known = features_of(records)
    candidates = candidate_pairs(records, known)
    accepted = {}
    for pair in candidates:
        verdict = compare(known[pair[0]], known[pair[1]])
        if verdict.same:
            accepted[pair] = verdict.reason
    return candidates, accepted, time.process_time() - start


def _dblp_acm(show: bool) -> None:
    folder = DATA / "dblp-acm"
    dblp, acm = _csv_records(folder / "dblp.csv"), _csv_records(folder / "acm.csv")
    records = [*dblp.values(), *acm.values()]
    at_dblp = {key: at for at, key in enumerate(dblp)}
    at_acm = {key: at + len(dblp) for at, key in enumerate(acm)}
    with (folder / "matches.csv").open(encoding="utf-8", newline="") as lines:
        true = {(at_dblp[row["left"]], at_acm[row["right"]]) for row in csv.DictReader(lines)}
    candidates, links, seconds = found(records)
    # The benchmark asks for pairs between the two sources only.
    across = {pair for pair in candidates if pair[0] < len(dblp) <= pair[1]}
    accepted = {pair: reason for pair, reason in links.items() if pair in across}
    right = len(true & accepted.keys())
    precision, recall = right / max(1, len(accepted)), right / len(true)
    print(f"DBLP-ACM: {len(dblp)} x {len(acm)} entries, {len(true)} true pairs")
    table(
        ("candidate pairs", f"{len(candidates)}"),
        ("pair completeness of blocking", f"{len(true & across) / len(true):.4f}"),
        ("precision", f"{precision:.4f}"),
        ("recall", f"{recall:.4f}"),
        ("F1", f"{2 * precision * recall / (precision + recall):.4f}"),
        ("processor seconds", f"{seconds:.2f}"),
    )
    if show:
        show_pairs("false merge", sorted(accepted.keys() - true), records)
        show_pairs("missed", sorted(true - accepted.keys()), records)


def _csv_records(path: Path) -> dict[str, SourceRecord]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            row["id"]: SourceRecord(
                Rank.BIBLIOGRAPHY,
                path.name,
                Place(path.name, number),
                Work(
                    title=Text(html.unescape(row["title"])),
                    authors=names(html.unescape(row["authors"]).split(",")),
                    issued=Date(int(row["year"])) if row["year"] else None,
                    venue=Venue(Text(html.unescape(row["venue"]))),
                ),
            )
            for number, row in enumerate(csv.DictReader(lines), 2)
        }


def _conferences(show: bool) -> None:
    path = DATA / "conference-papers-10k.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        papers = [_json_record(json.loads(line), at) for at, line in enumerate(lines, 1)]
    print("\nConference papers, each twentieth with a changed copy (its title and abstract)")
    print("False merges are per 10,000 titles: of whole entries, and of titles alone")
    print(f"{'titles':>8} {'pairs':>8} {'recall':>8} {'false':>8} {'alone':>8} {'seconds':>8}")
    for size in (1_000, 5_000, 10_000):
        records = papers[:size]
        planted = list(_copies(records))
        true = {(at, size + number) for number, (at, _) in enumerate(planted)}
        records = records + [copy for _, copy in planted]
        candidates, accepted, seconds = found(records)
        wrong = sorted(accepted.keys() - true)
        alone = [_title_alone(paper) for paper in papers[:size]]
        wrong_alone = sorted(found(alone)[1])
        recall = len(true & accepted.keys()) / len(true)
        print(
            f"{size:>8} {len(candidates):>8} {recall:>8.3f} {len(wrong) * 10_000 / size:>8.1f}"
            f" {len(wrong_alone) * 10_000 / size:>8.1f} {seconds:>8.2f}"
        )
        if show and size == 10_000:
            show_pairs("false merge", wrong, records)
            show_pairs("false merge", wrong_alone, alone)
            show_pairs("missed", sorted(true - accepted.keys()), records)


def _json_record(paper: dict[str, object], line: int) -> SourceRecord:
    authors, year = paper.get("authors"), paper.get("year")
    return SourceRecord(
        Rank.BIBLIOGRAPHY,
        "conference-papers",
        Place("conference-papers.jsonl", line),
        Work(
            title=Text(str(paper["title"])),
            abstract=Text(str(paper.get("abstract") or "")),
            authors=names(map(str, authors)) if isinstance(authors, list) else (),
            issued=Date(year) if isinstance(year, int) else None,
            venue=Venue(Text(str(paper.get("venue") or ""))),
        ),
    )


def names(texts: Iterable[str]) -> tuple[Name, ...]:
    """Return the names of a list that is parted already."""
    return tuple(name for text in texts if (name := Name.read(Text(text.strip()))))


def _title_alone(record: SourceRecord) -> SourceRecord:
    return replace(record, work=Work(title=record.work.title))


def _copies(records: Sequence[SourceRecord]) -> Iterator[tuple[int, SourceRecord]]:
    """Return for each twentieth record its index and a changed copy, as a listing has it."""
    for number, at in enumerate(range(0, len(records), 20)):
        record = records[at]
        change = CHANGES[number % len(CHANGES)]
        yield (
            at,
            SourceRecord(
                Rank.LISTING,
                "listing",
                Place("listing.txt", number + 1),
                Work(
                    title=Text(change(record.work.title.repaired, number)),
                    abstract=record.work.abstract,
                ),
            ),
        )


def _swap(title: str, number: int) -> str:
    """Return the title with two letters swapped inside its longest word."""
    word = max(title.split(), key=len)
    at = 1 + number % max(1, len(word) - 3)
    return title.replace(word, word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :], 1)


def _drop(title: str, number: int) -> str:
    """Return the title with one letter of its longest word missing."""
    word = max(title.split(), key=len)
    at = 1 + number % max(1, len(word) - 2)
    return title.replace(word, word[:at] + word[at + 1 :], 1)


CHANGES: tuple[Callable[[str, int], str], ...] = (
    _swap,
    _drop,
    lambda title, _: title.upper(),
    lambda title, _: title.lower().replace("-", " "),
    lambda title, _: title.split(": ")[0],
    lambda title, _: title + ".",
)


def table(*rows: tuple[str, str]) -> None:
    """Print a line for each name and its figure."""
    for name, value in rows:
        print(f"  {name:<32}{value:>10}")


def show_pairs(what: str, pairs: Sequence[Pair], records: Sequence[SourceRecord]) -> None:
    """Print each pair, given by index, with the verdict on it."""
    for pair in pairs:
        verdict = compare(features(records[pair[0]]), features(records[pair[1]]))
        print(f"  {what}: {verdict.reason}")
        for work in (records[at].work for at in pair):
            authors = ", ".join(name.natural for name in work.authors[:3])
            print(f"    {work.title} | {authors} | {work.year} | {work.venue}")


if __name__ == "__main__":
    raise SystemExit(main())
