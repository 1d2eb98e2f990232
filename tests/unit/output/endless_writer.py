"""Processes that write one tree over and over, to be killed by a test.

`python -m tests.unit.output.endless_writer TREE` starts one for every line it is given, tells its
process id, and says when it has ended. With `unmovable` behind the tree, it is as a mount point is.
"""

from __future__ import annotations

import errno
import os
import sys
from itertools import cycle
from pathlib import Path

from generator.model import OutputFile
from generator.output import claim, exchange, write
from generator.problems import Problems

#: Two sets of 400 files: other bytes in all, and ten files of each that the other has not.
SETS = [
    {f"p/{i}.md": f"{name} {i}" * 9 for i in range(410) if i % 41 != left_out}
    for name, left_out in (("one", 3), ("two", 5))
]


def write_forever(tree: Path) -> None:
    """Write the two sets in turn."""
    for files in cycle(SETS):
        made = [OutputFile(path, text.encode(), path) for path, text in files.items()]
        with claim(tree) as staging:
            write(staging, made, Problems(), "docs", tree.parent / "kept")


def refuse_to_move(first: Path, second: Path, aside: Path) -> None:
    """Do what the system does with a mount point."""
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def main() -> None:
    """Start writers one after the other: forking is quick, where a new Python is not."""
    if "unmovable" in sys.argv:
        exchange.exchange = refuse_to_move
    for _ in sys.stdin:
        writer = os.fork()
        if writer == 0:
            write_forever(Path(sys.argv[1]))
        sys.stdout.write(f"{writer}\n")
        sys.stdout.flush()
        os.waitpid(writer, 0)
        sys.stdout.write("ended\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
