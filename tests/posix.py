"""What POSIX has and Windows has not: a test that needs it there is skipped, and says so."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

import pytest

#: Marks a test that needs permissions, signals or names as POSIX has them.
POSIX = pytest.mark.skipif(os.name == "nt", reason="NOT TESTED: Windows has no such thing")
#: Marks a test of names that are no text: macOS and Windows have none.
ANY_BYTES = pytest.mark.skipif(
    sys.platform != "linux", reason="NOT TESTED: all names are text here"
)

_CALLS = ("fork", "geteuid", "killpg", "mkfifo", "statvfs")


def skip_what_is_missing() -> None:
    """Let each call that this system has not skip the test that makes it."""
    for name in _CALLS:
        if not hasattr(os, name):
            setattr(os, name, _skips(name))
    if not hasattr(signal, "SIGKILL"):
        # To Windows both are the end of a process, and there is but this name.
        setattr(signal, "SIGKILL", signal.SIGTERM)  # noqa: B010, others have it


def _skips(name: str) -> Callable[..., NoReturn]:
    def skips(*_: object, **__: object) -> NoReturn:
        pytest.skip(f"NOT TESTED: this system has no os.{name}")

    return skips
