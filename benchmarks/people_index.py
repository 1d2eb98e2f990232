"""What finding an author costs at 100,000 people: `python -m benchmarks.people_index`.

The names are those of 86,613 real papers, each name a person. Of some that are drawn once and for
all, the whole name, the name with the family first, its beginning and the name with a typing error
are looked for as the browser does, each from a cold cache: how often the person is among the
results, and the bytes (each file compressed by gzip) and requests to them, after the page with its
scripts. Then the weight of these, and the pages of the index by family name. Without the data it
says so and exits 0.
"""

from __future__ import annotations

import gzip
import json
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.catalogues import ROOT
from generator.catalogue import Catalogue
from generator.ids import slug
from generator.model import Person
from generator.pages.name_index import letters
from generator.search import authors_files
from generator.search.authors_reader import AuthorsReader
from generator.values.name import Name
from generator.values.text import Text
from tests.given import paper

DATA = ROOT.parent / "shared" / "data" / "conference-papers-86k.jsonl.gz"
#: Modules that the page of authors loads, beside those of every page.
MODULES = ("authors/page.js", "authors/people.js", "search/files.js", "search/options.js",
           "search/vocabulary.js", "search/words.js")  # fmt: skip
ASSETS = ROOT / "generator" / "theme" / "assets"
#: Names that are looked for; bytes that finding one may cost.
MEASURED = 300
BUDGET = 40_000


def people(data: Path) -> tuple[Person, ...]:
    """Return a person for each name of the papers in `data`, by slug."""
    counts: Counter[str] = Counter()
    with gzip.open(data, "rt", encoding="utf-8") as stream:
        for line in stream:
            counts.update(json.loads(line)["authors"])
    found: dict[str, Person] = {}
    for text in sorted(counts):
        name = Name.read(Text(text))
        if name:
            address = slug(name.natural)
            found.setdefault(address, Person(address, name, ("paper",) * counts[text]))
    return tuple(found[address] for address in sorted(found))


def misspelt(name: str, drawn: random.Random) -> str:
    """Return a name with a letter of its longest word left out, changed or swapped."""
    words = name.split()
    place = max(range(len(words)), key=lambda at: len(words[at]))
    word = words[place]
    at = drawn.randrange(len(word))
    words[place] = drawn.choice(
        [word[:at] + word[at + 1 :], f"{word[:at]}e{word[at + 1:]}",
         word[:at] + word[at : at + 2][::-1] + word[at + 2 :]]
    )  # fmt: skip
    return " ".join(words)


def main() -> None:
    """Print the figures."""
    if not DATA.is_file():
        print(f"skipped: no data at {DATA}")
        return
    known = people(DATA)
    start = time.perf_counter()
    files = authors_files(Catalogue((paper("paper"),), people=known))
    seconds = time.perf_counter() - start
    held = {file.path.rsplit("/", 1)[-1]: file.data for file in files}
    weights = {name: len(gzip.compress(data, 6)) for name, data in held.items()}
    print(
        f"{len(known):,} people: {len(files):,} files, {sum(map(len, held.values())) / 1e6:.1f} MB,"
        f" {sum(weights.values()) / 1e6:.1f} MB compressed, made in {seconds:.1f} s;"
        f" the first one {weights['start.json'] / 1000:.1f} kB compressed"
    )
    scripts = sum(len(gzip.compress((ASSETS / name).read_bytes(), 6)) for name in MODULES)
    print(f"scripts of the page, with comments: {scripts / 1000:.1f} kB compressed\n")
    drawn = random.Random(1)
    some = [one.name.natural for one in drawn.sample(known, MEASURED)]
    kinds: dict[str, Callable[[str], str]] = {
        "whole name": lambda name: name,
        "family first": lambda name: " ".join([*name.split()[-1:], *name.split()[:-1]]),
        "its beginning": lambda name: f"{name.split()[0]} {name.split()[-1][:3]}",
        "a typing error": lambda name: misspelt(name, drawn),
    }
    heads = f"{'kB mean':>9}{'kB most':>9}{'requests':>10}{'most':>6}"
    print(f"{'to first results':<17}{'found':>7}{heads}")
    for kind, typed in kinds.items():
        print(f"{kind:<17}" + _found(held, weights, [(typed(name), name) for name in some]))
    start = time.perf_counter()
    index = letters(known)
    seconds = time.perf_counter() - start
    sizes = [len(part.people) for letter in index for part in letter.parts]
    print(
        f"\nindex by family name: {len(index)} letters on {len(sizes)} pages, at most"
        f" {max(sizes)} names on one, made in {seconds:.1f} s"
    )


def _found(
    held: Mapping[str, bytes], weights: Mapping[str, int], queries: list[tuple[str, str]]
) -> str:
    hits, bytes_, requests = [], [], []
    for query, name in queries:
        reader = AuthorsReader(held.__getitem__)
        hits.append(any(found.name == name for found in reader.find(query)))
        bytes_.append(sum(weights[file] for file in reader.asked))
        requests.append(len(reader.asked))
    over = sum(size > BUDGET for size in bytes_)
    return (
        f"{statistics.fmean(hits):>7.3f}{statistics.fmean(bytes_) / 1000:>9.1f}"
        f"{max(bytes_) / 1000:>9.1f}{statistics.fmean(requests):>10.1f}{max(requests):>6}"
        + (f"   {over} over {BUDGET // 1000} kB" if over else "")
    )


if __name__ == "__main__":
    main()
