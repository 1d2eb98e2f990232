"""What Lighthouse says of ten kinds of page on a phone: `python -m benchmarks.lighthouse`.

Its four categories, each out of 100, beside what this project aims at, and what costs points.
Lighthouse (https://github.com/GoogleChrome/lighthouse) is looked for as $LIGHTHOUSE, then in
node_modules/ and on the PATH: `npm install --no-save lighthouse` brings it. Without it nothing is
measured, and that is said. It counts on a computer of its own: where others are at work on it, or
its benchmark of the processor is low, blocking times mean little, so that figure is printed, too.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.search import ROOT
from benchmarks.static_host import hosted
from benchmarks.visit import QUERY, chosen, sizes_of, some_site
from tests.find_browser import find

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
#: What every page should reach, and performance on pages that draw or search with scripts.
GOAL, GOAL_WITH_SCRIPTS = 98, 95
_WITH_SCRIPTS = ("map/", "search/")
#: Lighthouse's own slow phone is meant for a computer of at least this benchmark index.
_QUICK_ENOUGH = 1000
_PAGES = ("", "papers/", "topics/", "map/", "stats/", "data/", "guide/", QUERY)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--pages", nargs="+", help="addresses below the site's, such as papers/")
    parser.add_argument("--runs", type=int, default=3, help="runs of a page; medians are printed")
    arguments = parser.parse_args()
    program = _program()
    if program is None:
        print("Lighthouse is NOT RUN: it is not installed (npm install --no-save lighthouse)")
        return 0
    with some_site(arguments.site) as site, hosted(site) as address:
        pages = arguments.pages or _kinds(site)
        print(f"{'on an emulated phone':<44}" + "".join(f"{name:>15}" for name in CATEGORIES))
        slowest = min(_print_page(program, address, page, arguments.runs) for page in pages)
    if slowest < _QUICK_ENOUGH:
        print(
            f"This computer was slow or busy (benchmark index {slowest:.0f}, wanted are"
            f" {_QUICK_ENOUGH}): performance is better than it says."
        )
    return 0


def _program() -> str | None:
    here = str(ROOT / "node_modules" / ".bin" / "lighthouse")
    named = [os.environ["LIGHTHOUSE"]] if "LIGHTHOUSE" in os.environ else [here, "lighthouse"]
    return next(filter(None, map(shutil.which, named)), None)


def _kinds(site: Path) -> list[str]:
    """Return a page of each kind: those there are one of, a paper's and a topic's."""
    paper, _, topic, *_ = chosen(site, sizes_of(site))
    return [paper, topic, *_PAGES]


def _print_page(program: str, address: str, page: str, runs: int) -> float:
    """Measure a page and print its line, then what costs it points; return how quick we were."""
    reports = [_report(program, address + page) for _ in range(runs)]
    goals = dict.fromkeys(CATEGORIES, GOAL)
    if page.startswith(_WITH_SCRIPTS):
        goals["performance"] = GOAL_WITH_SCRIPTS
    line = ""
    for name in CATEGORIES:
        score = statistics.median(100 * report["categories"][name]["score"] for report in reports)
        line += f"{score:>10.0f}" + (f" < {goals[name]}" if score < goals[name] else " " * 5)
    print(f"  {'/' + page:<42}{line}")
    for said in sorted({said for report in reports for said in _costs(report)}):
        print(f"    {said}")
    return min(float(report["environment"]["benchmarkIndex"]) for report in reports)


def _report(program: str, address: str) -> dict[str, Any]:
    done = subprocess.run(
        [
            program, address, "--quiet", "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            "--chrome-flags=--headless --no-sandbox --disable-gpu",
        ],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "CHROME_PATH": find() or ""},
    )  # fmt: skip
    if done.returncode != 0:
        raise SystemExit(f"Lighthouse failed on {address}:\n{done.stderr}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _costs(report: dict[str, Any]) -> Sequence[str]:
    """Return the audits that cost points, each with an element it names."""
    found = []
    for name in CATEGORIES:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                items = audit.get("details", {}).get("items", [])
                where = next((i["node"]["snippet"] for i in items if i.get("node")), "")
                found.append(f"{audit['id']}: {audit.get('displayValue', '')} {where[:80]}".strip())
    return found


if __name__ == "__main__":
    raise SystemExit(main())
