"""Prints lines as they are, and turns what went wrong into a message and an exit code."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rich.console import Console

from generator import system
from generator.problems import WrongUse, printable

OUT = Console(highlight=False, soft_wrap=True)
ERR = Console(highlight=False, soft_wrap=True, stderr=True)

#: What a line says: what was done, or what is wrong.
Kind = Literal["done", "error", "warning", "note"]
#: Where lines of a kind go, and their style.
_SHOWN: dict[Kind, tuple[Console, str]] = {
    "done": (OUT, ""),
    "error": (ERR, "red"),
    "warning": (ERR, "yellow"),
    "note": (ERR, "dim"),
}


@dataclass(frozen=True)
class Line:
    """Something to be told; `text` may have line breaks."""

    kind: Kind
    text: str


def line_of(kind: str, text: str) -> Line:
    """Return a line that was kept. Raises ValueError for what is none."""
    known = next((one for one in _SHOWN if one == kind), None)
    if known is None or not isinstance(text, str):
        raise ValueError(f"{kind} is no kind of line")
    return Line(known, text)


def tell(lines: Iterable[Line]) -> None:
    """Print lines, each where its kind belongs."""
    for line in lines:
        console, style = _SHOWN[line.kind]
        say(console, line.text, style)


def say(console: Console, text: str, style: str = "") -> None:
    """Print text as it is, line breaks kept."""
    # Source text and names of files may hold square brackets, which are no markup of ours, and
    # control characters, which would drive the terminal.
    console.print(printable_lines(text), markup=False, style=style or None)


def put(data: bytes) -> None:
    """Write bytes to the output as they are, as for a file or another program."""
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(data.decode("utf-8", "replace"))
    else:
        sys.stdout.flush()
        binary.write(data)
    sys.stdout.flush()


def printable_lines(text: str) -> str:
    """Return `text` safe for a terminal, its line breaks kept."""
    return "\n".join(printable(line) for line in text.split("\n"))


def _print_anything() -> None:
    """Let both outputs take every character: what their encoding has not is printed as its number.

    Where files and pipes have an encoding of the country, such as cp1252, they get UTF-8, as all
    that we read is, unless PYTHONIOENCODING wishes for another.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
            wished = "PYTHONIOENCODING" in os.environ
            if system.PIPES_OF_THE_COUNTRY and not wished and not stream.isatty():
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextlib.contextmanager
def faults_told() -> Iterator[None]:
    """Run a command; what goes wrong in it becomes a message and an exit code."""
    _print_anything()
    try:
        yield
    except WrongUse as error:
        say(ERR, str(error), "bold red")
        sys.exit(2)
    except OSError as error:
        # What the system refused where no stage expected it; a traceback would say no more.
        named = f"{error.filename}: " if error.filename else ""
        with contextlib.suppress(OSError):
            # What cannot be written may be these very words: > /dev/full.
            say(ERR, f"{named}{error.strerror or error}", "bold red")
        sys.exit(2)
    except KeyboardInterrupt:
        say(ERR, "Interrupted; what was begun is finished by the next build.", "bold red")
        sys.exit(130)
