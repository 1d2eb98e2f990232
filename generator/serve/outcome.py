"""What became of a build, as `serve` is told it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from generator.problems import Problem


class Result(enum.Enum):
    """How a build ended."""

    GOOD = "good"
    #: The data has errors, or something that it names is not there.
    ERRORS = "errors"
    #: The generator failed where it should not.
    FAULT = "fault"
    #: Another build of the same catalogue was running: to be tried again.
    BUSY = "busy"


@dataclass(frozen=True)
class Outcome:
    """How a build ended, and what stands in its way: nothing after a good one.

    `problems` are errors, and warnings that may say more of them.
    """

    result: Result
    problems: tuple[Problem, ...] = ()
