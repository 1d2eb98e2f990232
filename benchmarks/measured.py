"""Runs a command and measures it with all the processes that it starts.

Processor seconds are what the system counted for the command and for every child it waited for,
user and system. Memory is sampled: each EVERY seconds the proportional set sizes of all its
processes are added up (`Pss` of /proc/<id>/smaps_rollup, where a page that four processes share
counts a quarter for each), and the largest sum is the peak. Adding up takes longer the more there
is, and is done more seldom then, so that it takes no more than SHARE of a core. What lives shorter
may be missed, so the largest process by itself is given too, as the system counted it
(`ru_maxrss`, shared pages in full; Linux counts in what this program held when it started the
command). Where there is no /proc, the sum is not known.

    https://docs.kernel.org/filesystems/proc.html
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, thread_time

EVERY = 0.05
SHARE = 0.03
#: What the goals in the table are for.
CORES = 2


@dataclass(frozen=True)
class Measured:
    """What a command took. Memory is in bytes; `peak` is None where it cannot be known."""

    seconds: float
    processor: float
    peak: int | None
    largest: int
    printed: str


class Failed(Exception):
    """A command that was to be measured failed; the message is what it printed."""


def on_cores(count: int = CORES) -> int:
    """Keep this process, and all that it starts, on `count` cores; return how many there are."""
    if not hasattr(os, "sched_setaffinity"):
        return os.cpu_count() or 1
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])
    return len(os.sched_getaffinity(0))


def measured(
    command: Sequence[str | Path], cwd: Path, environment: Mapping[str, str] | None = None
) -> Measured:
    """Run `command` in `cwd`, with `environment` beside ours, and return what it took.

    Raises Failed when it exits with anything but 0.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as printed:
        start = perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=os.environ | (environment or {}), stdout=printed, stderr=printed
        )
        peaks: list[int] = []
        over = threading.Event()
        watching = threading.Thread(target=_watch, args=(process.pid, over, peaks))
        watching.start()
        _, status, used = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        over.set()
        watching.join()
        printed.seek(0)
        said = printed.read()
    if process.returncode:
        raise Failed(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{said}")
    return Measured(
        seconds=seconds,
        processor=used.ru_utime + used.ru_stime,
        peak=max(peaks, default=None),
        largest=used.ru_maxrss * 1024,
        printed=said,
    )


def _watch(process: int, over: threading.Event, peaks: list[int]) -> None:
    """Add to `peaks` what `process` and those below it hold, until it is `over`."""
    wait = EVERY
    while not over.wait(wait):
        start = thread_time()
        if held := sum(map(_pss, _family(process))):
            peaks.append(held)
        wait = max(EVERY, (thread_time() - start) / SHARE)


def _family(process: int) -> Iterator[int]:
    """Yield a process and all below it, as far as they live; each names children by its threads."""
    yield process
    try:
        named = [
            int(child)
            for thread in Path(f"/proc/{process}/task").iterdir()
            for child in (thread / "children").read_text("ascii").split()
        ]
    except OSError:
        return
    for child in named:
        yield from _family(child)


def _pss(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0  # it has just ended
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
