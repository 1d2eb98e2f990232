"""When Python looks for objects that only each other know of."""

from __future__ import annotations

import gc

#: Objects made since the last look, and how many looks at the young come before one at the others.
RARELY = (100_000, 20, 100)


def collect_rarely() -> None:
    """Look for circles of objects less often, in the whole process.

    A build makes millions of objects and keeps nearly all: with Python's own 700, a fifth of its
    time goes into looking, and no memory is won (10,000 papers decided: 46.2 s to 37.8 s of
    processor time, 728 MB both). https://docs.python.org/3/library/gc.html#gc.set_threshold
    """
    gc.set_threshold(*RARELY)


def collect_no_more() -> None:
    """Leave all objects there are as they are: this process ends, and the system takes its memory.

    Python would look through them once more and take them apart one by one (10,000 papers: 1.5 s of
    processor time). What is registered for the end of the process is done as ever.
    https://docs.python.org/3/library/gc.html#gc.freeze
    """
    gc.freeze()
