"""Measures how long after an edit a page that is open shows it, while `serve` runs.

    python -m benchmarks.serving [--size 547] [--times 3] [--data FILE.jsonl.gz]

Serves a catalogue of real conference papers with one record more, changes that record's title, and
prints seconds until the open page is told of the new build, seconds until it has been answered with
the new title, and processor seconds of the server with all its workers. Without the data it says so
and exits 0.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.catalogues import DATA, ROOT, catalogue_of

#: The record that is edited.
NAME = "edited-while-it-is-served"
_RECORD = "title: {title}\nsummary: A paper whose record is edited.\nyear: 2020\n"


@dataclass(frozen=True)
class Edit:
    """What an edit of a record took, in seconds.

    `told`: until the open page was told of the build; `shown`: until it had its new state;
    `processor`: of the server and its workers in that time.
    """

    told: float
    shown: float
    processor: float


def edits(root: Path, times: int) -> list[Edit]:
    """Serve the catalogue in `root`, edit a record that is added to it, and measure each edit.

    The first edit follows the build that serving begins with. Raises RuntimeError when a build
    fails or the new title is not shown.
    """
    record = root / "catalogue" / "papers" / f"{NAME}.yml"
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(_RECORD.format(title="Not yet edited"), "utf-8")
    found = []
    try:
        with _serving(root) as (address, process):
            builds = _builds(address)
            next(builds)
            for number in range(1, times + 1):
                title = f"Edited {number} times"
                spent, start = _processor(process), time.perf_counter()
                record.write_text(_RECORD.format(title=title), "utf-8")
                next(builds)
                told = time.perf_counter() - start
                _check_shows(f"{address}papers/{NAME}/", title)
                shown = time.perf_counter() - start
                found.append(Edit(told, shown, _processor(process) - spent))
    finally:
        record.unlink()
    return found


def _check_shows(address: str, title: str) -> None:
    with urllib.request.urlopen(address) as answer:
        if title not in answer.read().decode():
            raise RuntimeError(f"{address} does not show {title!r}")


@contextmanager
def _serving(root: Path) -> Iterator[tuple[str, int]]:
    """Serve a catalogue in a process of its own; give the address and the process's number."""
    command = [sys.executable, "-u", "-m", "generator", "serve", "--port", "0", "--root", str(root)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split(" ")[0], process.pid
        finally:
            process.send_signal(signal.SIGINT)
            # What it still says must not keep it waiting.
            process.communicate()


def _builds(address: str) -> Iterator[str]:
    """Yield the name of each good build, as an open page is told it; see generator/serve/live.py.

    Raises RuntimeError when one fails.
    """
    host = address.removeprefix("http://").rstrip("/")
    with closing(http.client.HTTPConnection(host)) as connection:
        connection.request("GET", "/.live/events")
        for line in connection.getresponse():
            state = json.loads(line[6:]) if line.startswith(b"data: ") else None
            if state and state["failure"]:
                raise RuntimeError(str(state["failure"]))
            if state and state["builds"]:
                yield state["build"]


def _processor(process: int) -> float:
    """Return the processor seconds of a process and of its children that have ended (Linux).

    See man 5 proc_pid_stat: utime, stime, cutime and cstime.
    """
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Print a line for each edit."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=547)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--data", type=Path, default=DATA)
    args = parser.parse_args()
    if not args.data.is_file():
        print(f"NOT MEASURED: {args.data} is not there")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "catalogue"
        catalogue_of(root, args.data, args.size)
        print(f"{args.size:,} papers, seconds from an edit: page told, new page there; processor")
        for edit in edits(root, args.times):
            print(f"{edit.told:.2f} {edit.shown:.2f}; {edit.processor:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
