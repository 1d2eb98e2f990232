"""Runs the command line with a clock that goes on when somebody sleeps: `python -m tests.hurried`.

Services are asked at a polite rate; a test of a whole command need not wait for that.
"""

from __future__ import annotations

import sys
import time
from importlib import import_module
from typing import SupportsIndex


def hurry() -> None:
    """Let nobody sleep in this process; its clock says that they did."""
    slept, since = 0.0, time.monotonic

    def sleep(seconds: float | SupportsIndex) -> None:
        nonlocal slept
        slept += float(seconds)

    time.sleep = sleep
    time.monotonic = lambda: since() + slept


if __name__ == "__main__":
    hurry()
    sys.argv[0] = "generator"
    # Loaded only now: what has asked for `time.sleep` before has the old one.
    import_module("generator.__main__").main()
