"""Keeps a served site as the data says: builds again whenever something that is read changes."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from pathlib import Path

from generator import system
from generator.figures.wording import counted
from generator.problems import printable
from generator.serve.inputs import Seen
from generator.serve.live import Live
from generator.serve.outcome import Outcome, Result
from generator.serve.watch import Watch, changed, settled

#: Seconds until a build is tried again that another one stood in the way of.
AGAIN = 1.0

Say = Callable[[str], None]


def keep_built(
    look: Callable[[], Seen],
    rebuild: Callable[[], Outcome],
    live: Live,
    say: Say,
    stop: threading.Event,
) -> None:
    """Build, and again after every change of what `look` sees, until `stop` is set.

    All that changes while a build runs leads to one more. Raises KeyboardInterrupt.
    """
    watch = Watch(stop, say)
    built: Seen | None = None
    waiting = False
    try:
        while not stop.is_set():
            seen = look()
            # What changes from here on is told, so nothing is lost between a look and a wait.
            if watch.follow(seen.folders):
                continue
            if built is not None:
                if not changed(built, seen):
                    watch.wait()
                    continue
                seen = settled(look, built, seen)
                files = changed(built, seen)
                if not files:
                    continue
                say(_what(files))
            outcome = rebuild()
            if outcome.result is Result.BUSY:
                if not waiting:
                    say("Another build of this catalogue is running; this one waits for it.")
                waiting = True
                built = None
                stop.wait(AGAIN)
                continue
            waiting = False
            built = seen
            live.tell(outcome)
            # Nobody waits now, and circles of objects of one build must not wait for the next.
            gc.collect()
    finally:
        watch.close()


def _what(files: list[str]) -> str:
    """Say in a line which files changed."""
    first = printable(system.relative(files[0], Path()))
    more = f" and {counted(len(files) - 1, 'more file')}" if len(files) > 1 else ""
    return f"{first}{more} changed"
