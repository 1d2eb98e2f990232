"""How well bibliographies are read: `python -m benchmarks.bibliographies [--show] [FILE …]`.

In shared/ beside the repository lie real files of every format, with an index that says how many
entries each has. Each is read as a source of a catalogue is: printed is how many entries came of
it, how many were rejected, what was told and the processor seconds; then how many values are those
of `benchmarks.expected`. Exit code 1 where a number or a value differs for which there is no
reason. `--speed` reads 10,000 entries of BibTeX and as many of RIS; without shared/ nothing is
measured.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import expected, many_entries
from benchmarks.expected import Compared, Known
from generator.problems import Problem, Problems, Severity
from generator.sources import files as sources
from generator.sources.files import ReadFile

BIBLIOGRAPHIES = Path(__file__).resolve().parents[2] / "shared" / "data" / "bibliographies"


@dataclass(frozen=True)
class Measured:
    """What came of one file."""

    name: str
    entries: int
    read: ReadFile
    problems: Sequence[Problem]
    seconds: float

    @property
    def difference(self) -> int:
        """How many entries more than there are came of it."""
        return self.read.reading.entries - self.entries

    @property
    def is_read(self) -> bool:
        """Whether any reader recognises it."""
        return self.read.reader not in ("unknown", "unreadable")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list values that are not as expected")
    parser.add_argument("--speed", action="store_true", help="read 10,000 entries")
    parser.add_argument("files", nargs="*", metavar="FILE", help="only these, by name")
    asked = parser.parse_args(arguments)
    if not BIBLIOGRAPHIES.is_dir():
        print(f"Nothing measured: there is no folder {BIBLIOGRAPHIES}")
        return 0
    counts = {
        line["file"]: int(line["entries"])
        for line in expected.read_lines(BIBLIOGRAPHIES / "INDEX.jsonl")
    }
    if asked.speed:
        return many_entries.report(BIBLIOGRAPHIES, counts)
    if strange := sorted(set(asked.files) - set(counts)):
        parser.error(f"not in the index: {', '.join(strange)}")
    known = Known(expected.read_lines(expected.DIFFERENCES))
    measured = [
        _measure(name, count)
        for name, count in sorted(counts.items())
        if name in asked.files or not asked.files
    ]
    open_ = _print_counts(measured, known) + _print_values(measured, known, asked.show)
    for line in known.unused(item.name for item in measured):
        print(f"{expected.DIFFERENCES.name}: there is no such difference any more: {line}")
        open_ += 1
    return 1 if open_ else 0


def _measure(name: str, entries: int) -> Measured:
    problems = Problems()
    start = time.process_time()
    [read] = sources.read_all(sources.source_files([name], BIBLIOGRAPHIES), problems)
    seconds = time.process_time() - start
    return Measured(name, entries, read, list(problems), seconds)


def _print_counts(measured: Sequence[Measured], known: Known) -> int:
    """Print a row a file; return how many have another number of entries without a reason."""
    print(
        f"{'file':<30} {'reader':<22} {'entries':>7} {'read':>6} {'rejected':>8} {'differ':>6}"
        f" {'errors':>6} {'warnings':>8} {'notes':>6} {'seconds':>7}"
    )
    differ = 0
    for item in measured:
        told = Counter(problem.severity for problem in item.problems)
        reading = item.read.reading
        reader = item.read.reader if item.is_read else "not in a known format"
        why = known.why({"file": item.name}, "entries") if item.difference else ""
        differ += bool(item.difference and not why)
        print(
            f"{item.name:<30} {reader:<22} {item.entries:>7} {len(reading.records):>6}"
            f" {reading.rejected:>8} {item.difference:>6} {told[Severity.ERROR]:>6}"
            f" {told[Severity.WARNING]:>8} {told[Severity.NOTE]:>6} {item.seconds:>7.2f}"
            + (f"  {why}" if why else "")
        )
    total = sum(item.entries for item in measured)
    read = sum(item.read.reading.entries for item in measured)
    seconds = sum(item.seconds for item in measured)
    print(
        f"{len(measured)} files, {sum(item.is_read for item in measured)} in a known format;"
        f" {total} entries, {read} read or rejected; {differ} files with another number of"
        f" entries and no reason; {seconds:.1f} seconds\n"
    )
    return differ


def _print_values(measured: Sequence[Measured], known: Known, show: bool) -> int:
    """Print how many values are the expected ones; return how many others have no reason."""
    entries = expected.read_lines(expected.EXPECTED)
    compared = [
        expected.compare(
            [entry for entry in entries if entry["file"] == item.name],
            item.read.reading.records,
            (problem.where.line for problem in item.problems),
            known,
        )
        for item in measured
    ]
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for one in compared:
        wanted += one.expected
        found += one.found
    for name in wanted:
        print(f"{name:>16}: {found[name]}/{wanted[name]}")
    for item, one in zip(measured, compared, strict=True):
        print(f"{item.name:>30}: {one.found.total()}/{one.expected.total()}")
    differences = [each for one in compared for each in one.differences]
    for each in differences:
        if show or each.why:
            print(each)
    missed = wanted.total() - found.total()
    reasons = sum(bool(each.why) for each in differences)
    print(
        f"expected values: {found.total()} of {wanted.total()} are found;"
        f" {reasons} others have a reason" + ("" if show or not missed else ", --show lists them")
    )
    return _without_reason(compared)


def _without_reason(compared: Sequence[Compared]) -> int:
    return sum(not each.why for one in compared for each in one.differences)


if __name__ == "__main__":
    sys.exit(main())
