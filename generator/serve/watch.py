"""Waits until something changes in the folders that builds read from."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from threading import Event

from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

from generator.problems import printable
from generator.serve.inputs import Seen, Stamp

#: Seconds in which nothing may change before a save counts as done. Some editors delete a file
#: before they write it, so what is gone may come back.
QUIET = 0.05
GONE = 0.3
#: A file that is written for longer is read as it is then, and again afterwards.
PATIENCE = 3.0

#: Seconds between two looks where the system tells nothing.
POLL = 1.0
#: Seconds after which to look though nothing was told: a network drive may tell nothing.
RARELY = 30.0

_LIMIT = (
    "The system does not tell of changes ({reason}); they are looked for every second instead."
    " On Linux, allow more: sudo sysctl fs.inotify.max_user_watches=524288"
    " fs.inotify.max_user_instances=512"
)


class Watch:
    """Waits for changes in folders; looks by itself where the system cannot tell of them.

    `stop` ends all waiting. `say` is told, once, why the system does not tell.
    """

    def __init__(self, stop: Event, say: Callable[[str], None]) -> None:
        self._stop = stop
        self._say = say
        self._folders: Mapping[str, Stamp] | None = None
        self._notify: RustNotify | None = None
        self._polls = False

    def follow(self, folders: Mapping[str, Stamp]) -> bool:
        """Watch exactly these folders; return whether they were not watched before.

        What changed up to then may not be told: look again.
        """
        if self._folders == folders:
            return False
        self.close()
        try:
            if not self._polls:
                polling = "WATCHFILES_FORCE_POLLING" in os.environ
                # Asked to pass over what may not be read, it would not tell of limits either.
                readable = sorted(folder for folder in folders if os.access(folder, os.R_OK))
                self._notify = RustNotify(readable, False, polling, 300, False, False)
        except FileNotFoundError:
            # A folder has gone since it was seen: the next look knows.
            return True
        except (OSError, WatchfilesRustInternalError) as error:
            self._polls = True
            self._say(_LIMIT.format(reason=printable(str(error))))
        self._folders = dict(folders)
        return True

    def wait(self) -> None:
        """Return when something may have changed, or waiting is to end.

        Raises KeyboardInterrupt.
        """
        if self._notify is None:
            self._stop.wait(POLL)
        elif self._notify.watch(100, 20, int(RARELY * 1000), self._stop) == "signal":
            raise KeyboardInterrupt

    def close(self) -> None:
        """Watch nothing any more."""
        if self._notify is not None:
            self._notify.close()
        self._notify = self._folders = None


def settled(look: Callable[[], Seen], before: Seen, seen: Seen) -> Seen:
    """Return what there is once it has not changed for a moment.

    `seen` was seen just now, `before` before anything changed. A save is several changes, and often
    there are several saves.
    """
    end = time.monotonic() + PATIENCE
    while True:
        gone = before.files.keys() - seen.files.keys()
        time.sleep(GONE if gone else QUIET)
        again = look()
        if again.files == seen.files or time.monotonic() > end:
            return again
        seen = again


def changed(before: Seen, now: Seen) -> list[str]:
    """Return the files that were changed, added or removed between two looks, sorted."""
    return sorted(
        file
        for file in before.files.keys() | now.files.keys()
        if before.files.get(file) != now.files.get(file)
    )
