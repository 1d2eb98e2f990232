"""Makes large bibliographies of the shared ones, and measures how long they take to read.

The files of a format are copied, with other citation keys, into a folder of their own until they
have 10,000 entries. Names repeat in the copies, so that what is remembered of them helps a little.
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from generator.problems import Problems
from generator.sources import files as sources
from generator.sources.encodings import decoding

#: So many entries must be read and repaired in 3 seconds on one core.
ENTRIES = 10_000
_FORMATS = ("bib", "ris")
#: A citation key where its entry begins, and those that other entries name.
_KEY = re.compile(r"(@[A-Za-z]+\s*\{\s*)([^\s,{}=]+)(?=\s*,)")
_NAMED = re.compile(r"((?:crossref|xdata)\s*=\s*[{\"])([^{}\"]+)", re.IGNORECASE)


def report(folder: Path, counts: Mapping[str, int]) -> int:
    """Print the processor seconds that the entries of each format take; return the exit code."""
    for ending in _FORMATS:
        originals = {name: n for name, n in counts.items() if name.endswith(f".{ending}")}
        with tempfile.TemporaryDirectory() as temporary:
            names, entries = _write(folder, originals, Path(temporary))
            problems = Problems()
            found = sources.source_files(names, Path(temporary))
            start = time.process_time()
            readings = sources.read_all(found, problems)
            seconds = time.process_time() - start
        read = sum(file.reading.entries for file in readings)
        known = sum(file.reader not in ("unknown", "unreadable") for file in readings)
        print(
            f".{ending}: {entries} entries in {len(names)} files, {known} of them in a known"
            f" format; {read} entries read in {seconds:.2f} processor seconds"
            + (f", {seconds / read * ENTRIES:.2f} for {ENTRIES}" if read else "")
        )
    return 0


def _write(folder: Path, originals: Mapping[str, int], target: Path) -> tuple[list[str], int]:
    """Write copies of `originals` to `target`; return their names and the number of entries."""
    names: list[str] = []
    entries = 0
    # The small ones first, so that the last copy goes little beyond the number.
    for number, name in _rounds(sorted(originals, key=lambda name: (originals[name], name))):
        if entries >= ENTRIES:
            break
        text = decoding.decode((folder / name).read_bytes(), name, Problems())
        if text is None:  # in an encoding that is not found out
            continue
        copy = f"{number}-{name}"
        (target / copy).write_text(renumbered(text, number), "utf-8", newline="")
        names.append(copy)
        entries += originals[name]
    return names, entries


def _rounds(names: list[str]) -> Iterator[tuple[int, str]]:
    for number in count() if names else ():
        if number > ENTRIES:
            return
        yield from ((number, name) for name in names)


def renumbered(text: str, number: int) -> str:
    """Return BibTeX with another key for each entry, and for those that entries refer to."""
    text = _KEY.sub(rf"\g<1>\g<2>-{number}", text)
    return _NAMED.sub(rf"\g<1>\g<2>-{number}", text)
