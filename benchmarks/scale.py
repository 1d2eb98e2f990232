"""Measures building at 500, 2,000 and 10,000 papers of real conference data.

    python -m benchmarks.scale [--sizes 500,2000,10000] [--data FILE.jsonl.gz] [--no-plain]

For each size, in a process of its own: how many people, venues and files there are, seconds per
stage, milliseconds per page, peak memory, the size of the site, of a paper's page and of a
person's; at the smallest size also a plain `mkdocs build` of
the same Markdown with every page in `nav`. Without the data it says so and exits 0.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml

from generator import settings as settings_module
from generator.pipeline import Pipeline
from generator.problems import Problems
from tests.projects import copy_hand_written

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data" / "conference-papers-10k.jsonl.gz"


def catalogue_of(folder: Path, data: Path, size: int) -> None:
    """Make a catalogue of the first `size` papers of `data` in `folder`."""
    (folder / "catalogue" / "papers").mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copy(ROOT / "catalogue" / "topics.yml", folder / "catalogue")
    (folder / "catalogue" / "catalogue.yml").write_text(
        f"name: Conference papers\ndescription: {size} papers, to measure speed.\n"
        "sources: [papers.jsonl]\n",
        "utf-8",
    )
    copy_hand_written(ROOT / "docs", folder / "docs")
    with gzip.open(data, "rt", encoding="utf-8") as stream:
        lines = [line for _, line in zip(range(size), stream, strict=False)]
    (folder / "papers.jsonl").write_text("".join(lines), "utf-8")


def build(folder: Path) -> dict[str, Any]:
    """Build the catalogue in `folder` in a process of its own; return what it measured."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.scale", "--one", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def build_here(folder: Path) -> dict[str, Any]:
    """Build in this process and measure it: seconds, peak memory (bytes), sizes (bytes)."""
    start = time.perf_counter()
    problems = Problems()
    settings = settings_module.load(folder, problems)
    if settings is None:
        raise SystemExit(str(list(problems)))
    report = Pipeline(settings, problems).build([], folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    papers = sorted((folder / "site" / "papers").glob("*/index.html"))
    of_people = [
        path.stat().st_size for path in sorted((folder / "site" / "authors").glob("*/index.html"))
    ]
    sizes = [path.stat().st_size for path in papers]
    return {
        "papers": report.papers,
        "entries": report.entries,
        "people": len(of_people),
        "venues": len(list((folder / "site" / "data" / "venues").iterdir())),
        "pages": report.site.pages if report.site else 0,
        "files": report.site.files if report.site else 0,
        "seconds": report.seconds,
        "total": time.perf_counter() - start,
        "peak": peak,
        "site": report.site.bytes if report.site else 0,
        "page_mean": sum(sizes) / len(sizes),
        "person_mean": sum(of_people) / max(len(of_people), 1),
        "person_max": max(of_people, default=0),
        "page_max": max(size for path, size in zip(papers, sizes, strict=True)
                        if path.parent.name != "papers"),
        "search_index": sum(p.stat().st_size for p in (folder / "site/search/index").iterdir()),
    }  # fmt: skip


def plain_mkdocs(folder: Path) -> tuple[float, int]:
    """Build the same Markdown with every page in `nav`; return seconds and bytes of the site."""

    class Loader(yaml.SafeLoader):
        """Reads mkdocs.yml with its !ENV tags."""

    Loader.add_constructor("!ENV", lambda *_: "")
    config = yaml.load((folder / "mkdocs.yml").read_text("utf-8"), Loader)
    config.pop("nav"), config.pop("not_in_nav")
    (folder / "plain.yml").write_text(yaml.safe_dump(config), "utf-8")
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "plain.yml", "-d", "plain"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    seconds = time.perf_counter() - start
    return seconds, sum(p.stat().st_size for p in (folder / "plain").rglob("*") if p.is_file())


def report(found: dict[str, Any], again: dict[str, Any]) -> None:
    """Print the figures of one size."""
    stages = ", ".join(f"{name} {seconds:.1f}" for name, seconds in found["seconds"].items())
    print(
        f"{found['papers']:>6} papers of {found['entries']} entries, {found['people']} people,"
        f" {found['venues']} venues: {found['pages']} pages, {found['files']} files"
    )
    print(f"       seconds: {stages}; in all {found['total']:.1f}")
    print(
        f"       {1000 * found['total'] / found['pages']:.1f} ms per page"
        f" ({1000 * found['seconds']['site'] / found['pages']:.1f} in MkDocs),"
        f" peak memory {found['peak'] / 1e6:.0f} MB"
    )
    print(
        f"       site {found['site'] / 1e6:.1f} MB, a paper's page"
        f" {found['page_mean'] / 1e3:.1f} kB on average, at most {found['page_max'] / 1e3:.1f} kB,"
        f" search index {found['search_index'] / 1e6:.1f} MB"
    )
    print(
        f"       a person's page {found['person_mean'] / 1e3:.1f} kB on average,"
        f" at most {found['person_max'] / 1e3:.1f} kB"
    )
    print(
        f"       built again, nothing changed: write {again['seconds']['write']:.1f} s,"
        f" in all {again['total']:.1f} s"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--sizes", default="500,2000,10000")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--no-plain", action="store_true")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(build_here(arguments.one)))
        return
    if not arguments.data.is_file():
        print(f"skipped: no data at {arguments.data}")
        return
    for place, size in enumerate(map(int, arguments.sizes.split(","))):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            catalogue_of(folder, arguments.data, size)
            report(build(folder), build(folder))
            if place == 0 and not arguments.no_plain:
                seconds, weight = plain_mkdocs(folder)
                print(
                    f"       plain mkdocs build, every page in nav: {seconds:.1f} s,"
                    f" {weight / 1e6:.1f} MB"
                )


if __name__ == "__main__":
    main()
