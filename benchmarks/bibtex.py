"""How long ten thousand entries of BibTeX take to be read and repaired, on one core.

`python -m benchmarks.bibtex [FILE …]` reads the given files, by default those of the shared
bibliographies, over and over until there are so many entries. Every copy gets a title of its own,
since what is repaired is remembered for a while.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from generator.problems import Problems
from generator.sources.base import SourceFile
from generator.sources.bibtex.blocks import blocks
from generator.sources.bibtex.reader import BibtexReader
from generator.sources.encodings import decoding

ENTRIES = 10_000
#: Processor time that the project wants it to take at most.
GOAL = 3.0
SHARED = Path(__file__).parents[1] / "../shared/data/bibliographies"


def main(names: list[str]) -> None:
    """Print the seconds of processor time, and how many entries were records."""
    paths = [Path(name) for name in names] or sorted(SHARED.glob("*.bib"))
    texts = [
        text
        for path in paths
        if (text := decoding.decode(path.read_bytes(), path.name, Problems())) is not None
    ]
    if not texts:
        print("no file of BibTeX is there: nothing measured")
        return
    text = _enough([text.replace("\r\n", "\n") for text in texts])
    file = SourceFile(Path("all.bib"), "all.bib", "all.bib")
    start = time.process_time()
    reading = BibtexReader().read(file, text, Problems())
    seconds = time.process_time() - start
    print(
        f"{reading.entries:,} entries, {len(text) / 1e6:.1f} million characters,"
        f" {len(reading.records):,} records: {seconds:.2f} s"
        f" ({seconds / reading.entries * ENTRIES:.2f} s for {ENTRIES:,}; goal {GOAL} s)"
    )


def _enough(texts: list[str]) -> str:
    """Return the texts over and over, until they hold ENTRIES entries."""
    parts: list[str] = []
    count = copy = 0
    while count < ENTRIES:
        copy += 1
        for text in texts:
            found = [block for block in blocks(text) if block.fields]
            count += len(found)
            titles = (f.at for block in found for f in block.fields if f.name.lower() == "title")
            parts.append(_marked(text, sorted(titles), f" {copy}"))
    return "\n".join(parts)


def _marked(text: str, places: list[int], mark: str) -> str:
    """Return the text with a mark at the beginning of each title in braces or quotes."""
    out: list[str] = []
    done = 0
    for place in places:
        at = text.find("=", place) + 1
        at += len(text[at:]) - len(text[at:].lstrip()) + 1
        if text[at - 1] in '{"':
            out += (text[done:at], mark)
            done = at
    return "".join((*out, text[done:]))


if __name__ == "__main__":
    main(sys.argv[1:])
