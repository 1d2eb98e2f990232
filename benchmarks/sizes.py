"""Measures what a paper weighs in a built site, by kind of file.

    python -m benchmarks.sizes [--site FOLDER] [--data FILE.jsonl.gz] [--papers 10000]

Prints the bytes of each kind of file: a folder of the site, in data/ one of its folders or, of the
whole catalogue, a file; in all, and for each paper. Without `--site` it builds the catalogue of
this repository, and one of real conference data where that lies beside the repository.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.scale import DATA, ROOT, catalogue_of
from generator import settings as settings_module
from generator.pipeline import Pipeline
from generator.problems import Problems
from generator.site.weight import folder_of
from tests.projects import copy_hand_written


def sizes(site: Path) -> dict[str, int]:
    """Return the bytes of each kind of file in a built site, the heaviest first."""
    found: Counter[str] = Counter()
    for path in site.rglob("*"):
        if path.is_file():
            name = path.relative_to(site).as_posix()
            folder = folder_of(name)
            found[name if folder == "data" else f"{folder}/"] += path.stat().st_size
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def papers_in(site: Path) -> int:
    """Return how many papers have a page in a built site."""
    return sum(1 for _ in (site / "papers").glob("*/index.html"))


def report(site: Path) -> None:
    """Print what the files of a built site weigh."""
    found, papers = sizes(site), papers_in(site)
    total = sum(found.values())
    print(f"{papers:,} papers: {total / 1e6:.1f} MB, {total / papers:,.0f} bytes a paper")
    for name, size in found.items():
        if size >= total / 1000:
            print(f"{size / 1e6:>9.1f} MB {size / papers:>9,.0f}  {name}")


def built(catalogue: Path, folder: Path) -> Path:
    """Build a catalogue with the hand-written pages in `folder`; return its site, also there."""
    problems = Problems()
    settings = settings_module.load(catalogue, problems, docs=folder / "docs", site=folder / "site")
    if settings is None:
        raise SystemExit(str(list(problems)))
    Pipeline(settings, problems).build([], catalogue)
    return settings.site_dir


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--site", type=Path, help="a built site, instead of building some")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--papers", type=int, default=10_000)
    given = parser.parse_args()
    if given.site:
        report(given.site)
        return
    with tempfile.TemporaryDirectory() as name:
        own, real = Path(name) / "own", Path(name) / "real"
        copy_hand_written(ROOT / "docs", own / "docs")
        report(built(ROOT, own))
        if not given.data.is_file():
            print(f"skipped: no data at {given.data}")
            return
        catalogue_of(real, given.data, given.papers)
        report(built(real, real))


if __name__ == "__main__":
    main()
