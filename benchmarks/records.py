"""Measures the hand-written records against the listings they describe, and against known facts.

    python -m benchmarks.records [LISTING …]

For each record whose paper is in a listing: the longest run of words that its summary shares
with the abstract, the summary's length, and what the abstract does not have: numbers and names of
the summary, names in `introduces`. Then how many authors, years, venues, identifiers and links are
those of the file of facts, see `benchmarks.facts`. Prints every finding and the figures; exit code
1 when there is a finding. What it has no data for it says and leaves out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from benchmarks import facts
from generator import settings as settings_module
from generator.problems import Problems
from generator.sources import files as sources
from generator.text.words import flat, fold
from generator.values.paper import SourceRecord

ROOT = Path(__file__).parents[1]
LISTINGS = ROOT.parent / "shared" / "listings"
FACTS = ROOT.parent / "shared" / "data" / "first-catalogue-facts.jsonl"

MIN_WORDS, MAX_WORDS = 20, 55
#: A run of this many words in common is a quotation.
MAX_RUN = 7

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
#: Number words, and the digits that may stand for them in the abstract.
_NUMBER_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "twelve": "12", "twice": "2", "double": "2", "half": "50",
    "hundred": "100", "thousand": "1000", "dozen": "12",
}  # fmt: skip
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w⁰-₟∞⋅+-]*")
_OPINION = re.compile(
    r"\b(?:this paper|the authors?|we|our|us|novel|impressive|remarkabl[ey]|powerful|promising|"
    r"groundbreaking|cutting-edge|superior|significantly|elegant|excellent|outstanding)\b",
    re.I,
)


@dataclass(frozen=True)
class Figures:
    """What was measured of one record."""

    words: int
    run: int


def longest_common_run(first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
    """Return the length of the longest run of words in both, and where it ends in `first`."""
    best, end = 0, 0
    before = [0] * (len(second) + 1)
    for i, word in enumerate(first, 1):
        row = [0] * (len(second) + 1)
        for j, other in enumerate(second, 1):
            if word == other:
                row[j] = before[j - 1] + 1
                if row[j] > best:
                    best, end = row[j], i
        before = row
    return best, end


def findings(record: SourceRecord, entry: SourceRecord) -> Iterator[str]:
    """Yield what is wrong with a record, seen beside the listing's entry of the same paper."""
    whole = f"{entry.work.title} {entry.work.abstract}"
    summary = record.curation.summary.plain
    summary_words = flat(summary)[1].split()
    count = len(summary.split())
    if not MIN_WORDS <= count <= MAX_WORDS:
        yield f"summary: {count} words, not {MIN_WORDS} to {MAX_WORDS}"
    run, end = longest_common_run(summary_words, flat(entry.work.abstract.plain)[1].split())
    if run > MAX_RUN:
        shared = " ".join(summary_words[end - run : end])
        yield f'summary: {run} words as in the abstract: "{shared}"'
    if len(re.findall(r"[.!?]\s+(?=[A-Z])", summary)) > 1:
        yield "summary: more than two sentences"
    yield from (f'summary: says "{m.group()}"' for m in _OPINION.finditer(summary))
    yield from _strange_numbers(summary, whole)
    known = fold(whole)
    for match in _NAME.finditer(summary):
        name = fold(match.group()).rstrip("-+")
        if not any(form in known for form in (name, name.removesuffix("s"))) and not all(
            part in known for part in name.split("-")
        ):
            yield f"summary: the name {match.group()} is not in the abstract"
    for introduced in record.curation.introduces:
        if introduced.plain not in whole:
            yield f"introduces: {introduced} does not occur, so written"
    if not record.curation.kind:
        yield "kind: is missing"


def _strange_numbers(summary: str, whole: str) -> Iterator[str]:
    have = {number.replace(",", "") for number in _NUMBER.findall(fold(whole))}
    for number in _NUMBER.findall(fold(summary)):
        if number.replace(",", "") not in have:
            yield f"summary: the number {number} is not in the abstract"
    words = set(flat(whole)[1].split())
    for word in flat(summary)[1].split():
        digits = _NUMBER_WORDS.get(word)
        if digits and word not in words and digits not in have:
            yield f'summary: the number "{word}" is not in the abstract'


def main(names: Sequence[str]) -> int:
    """Print findings and figures; return the exit code."""
    problems = Problems()
    settings = settings_module.load(ROOT, problems)
    if settings is None:
        return 1
    records = sources.entries(
        sources.read_records(sources.record_files(settings, problems), problems)
    )
    found = _beside_listings(records, names, problems)
    if FACTS.is_file():
        print("facts of public sources, and the records:")
        found += facts.report(facts.compare(FACTS, records, facts.known_differences()))
    else:
        print(f"not compared with facts: there is no file {FACTS}")
    for problem in problems:
        print(problem)
    return 1 if found or problems.has_errors else 0


def _beside_listings(
    records: Sequence[SourceRecord], names: Sequence[str], problems: Problems
) -> int:
    """Print how the records stand to the listings' entries; return how many findings there are."""
    listings = list(names) or sorted(str(path) for path in LISTINGS.glob("*.txt"))
    if not listings:
        print(f"skipped: no listing is given and there is none in {LISTINGS}")
        return 0
    entries = sources.entries(
        sources.read_all(sources.source_files(listings, Path.cwd()), problems)
    )
    by_title = {flat(entry.work.title.plain)[1]: entry for entry in reversed(entries)}
    found, lonely = 0, []
    figures = []
    for record in records:
        entry = by_title.get(flat(record.work.title.plain)[1])
        if entry is None:
            lonely.append(record)
            continue
        summary = record.curation.summary.plain
        run, _ = longest_common_run(
            flat(summary)[1].split(), flat(entry.work.abstract.plain)[1].split()
        )
        figures.append(Figures(len(summary.split()), run))
        for finding in findings(record, entry):
            found += 1
            print(f"{record.place}: {finding}")
    print(
        f"records {len(records)}, beside an abstract {len(figures)}, papers in the listings"
        f" {len(by_title)}, findings {found}"
    )
    if figures:
        print(
            f"words in a summary: {min(f.words for f in figures)} to"
            f" {max(f.words for f in figures)}, mean {mean(f.words for f in figures):.1f};"
            f" longest run of words in common {max(f.run for f in figures)},"
            f" mean {mean(f.run for f in figures):.1f}"
        )
        print(
            f"with a name that they introduce {sum(bool(r.curation.introduces) for r in records)},"
            f" with links {sum(bool(r.work.links) for r in records)}"
        )
    if lonely:
        print(f"records of no paper in the listings: {len(lonely)}, such as {lonely[0].place}")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
