"""Prints what a build costs, beside what it may cost and beside what Hugo takes.

    python -m benchmarks.cost [--sizes 547,10000,86542] [--no-hugo]

For each number of papers a catalogue is made, and built by the command line in processes of their
own: cold; again with nothing changed; again after an edit of one record. 547 papers are those of
this repository, up to 10,000 and more are conference papers from beside it. All run on two cores.
Seconds are those of the clock; processor seconds those of all cores together. How memory is
measured stands in benchmarks/measured.py, what Hugo is given in benchmarks/hugo.py.

86,542 papers take minutes and gigabytes of disk, and are built only when they are asked for.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from benchmarks import hugo
from benchmarks.catalogues import ALL, OWN, ROOT, edit_one_record, make
from benchmarks.measured import Failed, Measured, measured, on_cores

#: Stages that make pages of what was decided: the share of a build that Hugo would do.
OF_PAGES = ("frames", "render", "pour", "minify", "write", "site")

COLD = "whole build, cold"
PAGES = "of it the pages"
SAME = "nothing changed"
EDITED = "one record changed"
SERVED = "edit to reloaded page in serve"
MEMORY = "peak memory, all processes"
BYTES = "site, bytes a paper, all files"

UNITS = {COLD: "s", PAGES: "s", SAME: "s", EDITED: "s", SERVED: "s", MEMORY: "MB", BYTES: "kB"}
#: What each may be at most, by the number of papers.
WANTED: dict[str, dict[int, float]] = {
    COLD: {OWN: 4, 10_000: 20, ALL: 240},
    PAGES: {OWN: 1.5, 10_000: 4, ALL: 40},
    SAME: {OWN: 0.5, 10_000: 1, ALL: 6},
    EDITED: {OWN: 1, 10_000: 3, ALL: 20},
    SERVED: {OWN: 0.5, 10_000: 1.5},
    MEMORY: {OWN: 300, 10_000: 700, ALL: 3_000},
    BYTES: {OWN: 20, 10_000: 15, ALL: 12},
}
#: How often a record is edited while the catalogue is served; the median counts.
EDITS = 3


@dataclass(frozen=True)
class Figure:
    """A line of the table, in its unit, with processor seconds; None is not known.

    `hugo` is what Hugo takes for the same.
    """

    what: str
    reached: float | None
    processor: float | None = None
    hugo: str = ""

    def line(self, papers: int) -> str:
        """Return the figure beside what was wanted."""
        most = WANTED[self.what].get(papers)
        wanted = "" if most is None else f"{most:,g} {UNITS[self.what]}"
        reached = "not known" if self.reached is None else f"{self.reached:,.2f} {UNITS[self.what]}"
        processor = "" if self.processor is None else f"{self.processor:,.2f} s"
        kept = "" if most is None or self.reached is None or self.reached <= most else "missed"
        return (
            f"  {self.what:<31}{wanted:>9}{reached:>13}{processor:>12}  {kept:<6}  {self.hugo}"
        ).rstrip()


@dataclass(frozen=True)
class Built:
    """A build: what its process took, and the seconds and processor seconds of its stages."""

    took: Measured
    wall: dict[str, float]
    processor: dict[str, float]

    def stages(self) -> str:
        """Return all stages in their order, in words."""
        told = (
            f"{name} {wall:.2f} ({self.processor[name]:.2f})" for name, wall in self.wall.items()
        )
        return ", ".join(told) or "none"


def build(folder: Path) -> Built:
    """Build the catalogue in `folder` by the command line. Raises Failed."""
    file = folder.with_name("seconds.json")
    file.unlink(missing_ok=True)
    took = measured(
        [sys.executable, "-m", "generator", "build", "--root", folder, "--seconds", file], ROOT
    )
    # A build that finds nothing to do has no stages to tell of.
    told = json.loads(file.read_text("utf-8")) if file.is_file() else {"wall": {}, "processor": {}}
    return Built(took, told["wall"], told["processor"])


def figures(folder: Path, papers: int, *, with_hugo: bool) -> None:
    """Build the catalogue of so many papers in `folder` again and again, and print its figures."""
    cold = build(folder)
    site = folder / "site"
    weights = by_kind(site)
    weight = sum(weights.values())
    peer = hugo.build(site, folder.with_name("hugo")) if with_hugo else None
    again = build(folder)
    edit_one_record(folder, "sheepish")
    edited = build(folder)
    print(f"{'at most':>42}{'reached':>13}{'processor':>12}{'Hugo' if peer else '':>14}")
    for figure in (
        Figure(COLD, cold.took.seconds, cold.took.processor),
        Figure(
            PAGES,
            sum(cold.wall.get(name, 0) for name in OF_PAGES),
            sum(cold.processor.get(name, 0) for name in OF_PAGES),
            f"{peer.took.seconds:.2f} s (processor {peer.took.processor:.2f} s)" if peer else "",
        ),
        Figure(SAME, again.took.seconds, again.took.processor),
        Figure(EDITED, edited.took.seconds, edited.took.processor),
        Figure(SERVED, *served(folder)),
        Figure(MEMORY, in_millions(cold.took.peak), hugo=memory_of(peer)),
        Figure(
            BYTES,
            weight / papers / 1e3,
            hugo=f"{peer.bytes / papers / 1e3:.2f} kB, pages only" if peer else "",
        ),
    ):
        print(figure.line(papers))
    print(f"  stages of the first, seconds (processor): {cold.stages()}")
    print(f"  stages with one record changed: {edited.stages()}")
    print(
        f"  the largest process {cold.took.largest / 1e6:,.0f} MB; the site {weight / 1e6:,.1f} MB"
    )
    kinds = sorted(weights.items(), key=lambda kind: (-kind[1], kind[0]))
    print("  kB a paper:", ", ".join(f"{name} {held / papers / 1e3:.2f}" for name, held in kinds))
    if peer:
        print(f"  Hugo {peer.version} made {peer.pages:,} pages; {hugo.DIFFERENT}")


def in_millions(count: int | None) -> float | None:
    """Return bytes as MB."""
    return None if count is None else count / 1e6


def memory_of(peer: hugo.Built | None) -> str:
    """Return what memory Hugo took, where that is known."""
    return f"{peer.took.peak / 1e6:,.0f} MB" if peer and peer.took.peak else ""


def by_kind(site: Path) -> dict[str, int]:
    """Return the bytes of the files in each folder of a site, the parts of data/ by themselves."""
    weights: Counter[str] = Counter()
    for path in site.rglob("*"):
        if path.is_file():
            folders = path.relative_to(site).parts[:-1]
            weights["/".join(folders[: 2 if folders[:1] == ("data",) else 1]) or "."] += (
                path.stat().st_size
            )
    return weights


def served(folder: Path) -> tuple[float | None, float | None]:
    """Return the seconds from an edit to the reloaded page, and processor seconds."""
    if not find_spec("benchmarks.serving"):
        return None, None
    edits = import_module("benchmarks.serving").edits(folder, EDITS)
    return median(edit.shown for edit in edits), median(edit.processor for edit in edits)


def main() -> None:
    """Print the table of each size."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--sizes", default=f"{OWN},10000")
    parser.add_argument("--no-hugo", action="store_true")
    arguments = parser.parse_args()
    with_hugo = bool(hugo.installed()) and not arguments.no_hugo
    if not hugo.installed():
        print("skipped: Hugo is not installed (on Debian: apt-get install hugo)")
    # What others do at the same time makes all figures larger, processor seconds too.
    print(f"{on_cores()} cores; load before: {os.getloadavg()[0]:.1f}")
    for papers in map(int, arguments.sizes.split(",")):
        print(
            f"{papers:,} {'records of this repository' if papers == OWN else 'conference papers'}"
        )
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "catalogue"
            folder.mkdir()
            if lacks := make(folder, papers):
                print(f"  skipped: {lacks}")
                continue
            try:
                figures(folder, papers, with_hugo=with_hugo)
            except Failed as failed:
                print(f"  failed: {failed}")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
