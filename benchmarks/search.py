"""How well, how fast and how lightly the search finds: `python -m benchmarks.search`.

Queries of benchmarks/search_queries.jsonl are typed into the built site in a real browser, and
into Material's own search over the same pages: how often a right paper is first, among the first
five, and which share of the right papers is among the first ten. Those of
benchmarks/search_fields_queries.jsonl, which name authors, venues and years, fields, phrases and
short forms, are typed into the site alone. Then the bytes (each file
compressed by gzip) and requests from a cold cache to the first results, at 547 papers and at
10,000, and the time and size of the index. What has no data is said and left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Request

from benchmarks.catalogues import DATA, catalogue_of
from benchmarks.records import LISTINGS
from generator import settings as settings_module
from generator.pipeline import Decided, Pipeline
from generator.problems import Problems
from generator.search import index_files
from generator.search.reader import Reader
from generator.search.short_forms import learn
from generator.serve import server
from tests.find_browser import launched
from tests.projects import copy_hand_written

ROOT = Path(__file__).resolve().parents[1]
QUERIES = Path(__file__).with_name("search_queries.jsonl")
WITH_FIELDS = Path(__file__).with_name("search_fields_queries.jsonl")
#: Queries that the bytes are measured with, of the kind that most words and files take.
MEASURED = 30


@dataclass(frozen=True)
class Query:
    """What a visitor types, of which kind, and the papers that are right."""

    kind: str
    text: str
    papers: tuple[str, ...]


def queries(file: Path = QUERIES) -> list[Query]:
    """Return the queries, in the order of the file."""
    read = map(json.loads, file.read_text("utf-8").splitlines())
    return [Query(item["kind"], item["query"], tuple(item["papers"])) for item in read]


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--show", action="store_true", help="list queries whose paper is not first")
    parser.add_argument("--no-lunr", action="store_true")
    parser.add_argument("--no-large", action="store_true")
    arguments = parser.parse_args()
    sources = [str(LISTINGS)] if LISTINGS.is_dir() else []
    if not sources:
        print(f"Measured with summaries alone: there is no folder {LISTINGS}")
    with tempfile.TemporaryDirectory() as name, launched() as browser:
        folder = Path(name)
        decided = build(ROOT, folder, sources)
        _index(decided, "first catalogue")
        with _served(folder / "site") as address:
            for file in (QUERIES, WITH_FIELDS):
                asked = queries(file)
                results = _ours(browser, address, [query.text for query in asked])
                _table("this program", asked, results, show=arguments.show)
                _compare(folder / "site", asked, results)
            _short_forms(decided)
            texts = [query.text for query in queries()]
            _weight(browser, address, folder / "site", texts)
            _facets(browser, address, folder / "site", texts)
        if not arguments.no_lunr:
            site = _material(folder)
            with _served(site) as address:
                found = _lunr(browser, address, [query.text for query in queries()])
                _table("Material's search", queries(), found, show=False)
    if arguments.no_large or not DATA.is_file():
        if not DATA.is_file():
            print(f"10,000 papers not measured: there is no {DATA}")
        return 0
    with tempfile.TemporaryDirectory() as name, launched() as browser:
        folder = Path(name)
        catalogue_of(folder, DATA, 10_000)
        decided = build(folder, folder, [])
        _index(decided, "conference papers")
        titles = [
            paper.work.title.plain for paper in decided.catalogue.papers[:: 10_000 // MEASURED]
        ]
        with _served(folder / "site") as address:
            texts = [" ".join(title.split()[:5]) for title in titles]
            _weight(browser, address, folder / "site", texts)
            _facets(browser, address, folder / "site", texts)
            _keystrokes(browser, address, titles)
    return 0


def build(root: Path, folder: Path, sources: Sequence[str]) -> Decided:
    """Build the catalogue in `root` with its pages and site in `folder`."""
    problems = Problems()
    docs = folder / "docs"
    if root != folder:
        copy_hand_written(root / "docs", docs)
    settings = settings_module.load(root, problems, docs=docs, site=folder / "site")
    if settings is None:
        raise SystemExit("\n".join(map(str, problems)))
    pipeline = Pipeline(settings, problems)
    pipeline.build(sources, root, publishes=False)  # the repository stays as it is
    return pipeline.decide(sources, root)


def _index(decided: Decided, name: str) -> None:
    start = time.perf_counter()
    files = index_files(decided.catalogue)
    seconds = time.perf_counter() - start
    papers = len(decided.catalogue.papers)
    size = sum(len(gzip.compress(file.data)) for file in files)
    print(
        f"\nIndex of the {name}: {papers} papers, {1000 * seconds / papers:.2f} ms a paper,"
        f" {len(files)} files, {sum(len(f.data) for f in files) / 1e6:.2f} MB,"
        f" {size / 1e6:.2f} MB compressed"
    )


@contextmanager
def _served(site: Path) -> Iterator[str]:
    with server(site, 0, "catalogue") as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/catalogue/"
        running.shutdown()
        thread.join()


def _ours(browser: Browser, address: str, texts: Sequence[str]) -> list[list[str]]:
    page = browser.new_page()
    page.goto(f"{address}search/")
    found = []
    for text in texts:
        page.goto(f"{address}search/?q={_quoted(text)}")
        page.locator(".cat-page:not([aria-busy]) .cat-page__count").wait_for(state="attached")
        found.append(_papers(page, "main a[data-paper]"))
    page.close()
    return found


def _quoted(text: str) -> str:
    return "".join(
        c if c.isascii() and c.isalnum() else "".join(f"%{b:02X}" for b in c.encode()) for c in text
    )


def _papers(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all("all => all.map(a => a.dataset.paper)")
    return found


def _material(folder: Path) -> Path:
    """Build the same pages with Material's theme and search as they come."""
    (folder / "plain.yml").write_text(
        "site_name: Papers\ndocs_dir: docs\nsite_dir: plain\ntheme: {name: material, font: false}\n"
        "plugins: [search]\nmarkdown_extensions: [attr_list, tables]\n"
        "nav: [index.md]\nnot_in_nav: '*'\n",
        "utf-8",
    )
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "plain.yml"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return folder / "plain"


def _lunr(browser: Browser, address: str, texts: Sequence[str]) -> list[list[str]]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    box = page.locator("input[name=query]")
    box.click()
    found = []
    for text in texts:
        box.fill(text)
        page.keyboard.press("End")
        page.wait_for_timeout(350)
        addresses: list[str] = page.locator(".md-search-result__link").evaluate_all(
            "all => all.map(a => new URL(a.href).pathname)"
        )
        papers = [a.split("/")[-2] for a in addresses if "/papers/" in a]
        found.append(list(dict.fromkeys(papers)))
    page.close()
    return found


def _table(
    name: str, asked: Sequence[Query], results: Sequence[Sequence[str]], *, show: bool
) -> None:
    rows: dict[str, list[tuple[bool, bool, float]]] = defaultdict(list)
    for query, papers in zip(asked, results, strict=True):
        right = set(query.papers)
        is_first = bool(papers) and papers[0] in right
        shared = len(right & set(papers[:10])) / min(10, len(right))
        rows[query.kind].append((is_first, bool(right & set(papers[:5])), shared))
        if show and not is_first:
            print(f"    {query.kind}: {query.text} -> {papers[:3]}, not {query.papers[:3]}")
    print(f"\n{name:<22}{'queries':>8}{'first':>8}{'in five':>9}{'recall at 10':>14}")
    for kind, found in rows.items():
        first, five, recall = (
            statistics.fmean(map(float, values)) for values in zip(*found, strict=True)
        )
        print(f"  {kind:<20}{len(found):>8}{first:>8.3f}{five:>9.3f}{recall:>14.3f}")


def _compare(site: Path, asked: Sequence[Query], results: Sequence[Sequence[str]]) -> None:
    """Print for how many queries the reader in Python gives the browser's first results."""
    index = site / "search" / "index"
    reader = Reader(lambda name: (index / name).read_bytes())
    same = 0
    for query, papers in zip(asked, results, strict=True):
        found = reader.search(query.text).documents[: len(papers)]
        same += [reader.document(number)[0] for number in found] == list(papers)
    print(f"Python and the browser rank alike for {same} of {len(results)} queries")


def _short_forms(decided: Decided) -> None:
    """Print how many short forms the papers and topics tell, and those of several meanings."""
    catalogue = decided.catalogue
    known = learn(catalogue.papers, catalogue.topics.values())
    several = sum(len(longs) > 1 for longs in known.longs.values())
    print(f"Short forms learned: {len(known.longs)}, {several} of them with several long forms")


def _weight(browser: Browser, address: str, site: Path, texts: Sequence[str]) -> None:
    """Print the bytes and requests of a first search, as the browser's network log has them."""
    weights: list[int] = []
    counts: list[int] = []
    kinds: dict[str, int] = defaultdict(int)
    sizes: dict[str, int] = defaultdict(int)
    for text in texts[:: max(1, len(texts) // MEASURED)]:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(f"{address}about/")
        page.wait_for_load_state("networkidle")
        asked: list[str] = []
        page.on("request", _into(asked))
        page.locator(".cat-search input").fill(text)
        page.locator(".cat-search a[data-paper]").first.wait_for()
        page.wait_for_load_state("networkidle")
        files = [site / url.removeprefix(address) for url in asked]
        weights.append(sum(map(_compressed, files)))
        counts.append(len(files))
        for file in files:
            kinds[file.suffix] += 1
            sizes[_part(file)] += _compressed(file)
        context.close()
    shares = ", ".join(f"{n / len(weights):.1f} {kind}" for kind, n in sorted(kinds.items()))
    print(
        f"From a cold cache to the first results: {statistics.fmean(weights) / 1000:.0f} kB on"
        f" average, at most {max(weights) / 1000:.0f} kB; {statistics.fmean(counts):.1f} requests"
        f" on average ({shares}), at most {max(counts)}"
    )
    print(f"  of it, in bytes: {_shares(sizes, len(weights))}")


def _facets(browser: Browser, address: str, site: Path, texts: Sequence[str]) -> None:
    """Print the bytes of what the search page fetches, first with its results, then for filters.

    The second is fetched where the filters are to be seen, when the results are there.
    """
    sizes: tuple[dict[str, int], dict[str, int]] = defaultdict(int), defaultdict(int)
    measured = texts[:: max(1, len(texts) // MEASURED)]
    for text in measured:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        asked: list[str] = []
        page.on("request", _into(asked))
        page.goto(f"{address}search/?q={_quoted(text)}")
        page.locator(".cat-page:not([aria-busy]) .cat-page__count").wait_for()
        page.wait_for_load_state("networkidle")
        for url in asked:
            file = site / url.removeprefix(address)
            if file.parent.name == "index":
                sizes[file.name.startswith("m-")][_part(file)] += _compressed(file)
        context.close()
    first, after = (_shares(found, len(measured)) for found in sizes)
    print(f"Index for the results of the search page, in bytes: {first}; after them: {after}")


def _shares(sizes: Mapping[str, int], queries: int) -> str:
    parts = sorted(sizes.items(), key=lambda part: (-part[1], part[0]))
    return ", ".join(f"{name} {size // queries:,}" for name, size in parts)


#: Files of the index by the letter that their names begin with.
_PARTS = {
    "a": "people", "d": "documents", "f": "facets", "m": "authors offered",
    "p": "postings", "r": "rare words", "s": "start",
}  # fmt: skip


def _part(file: Path) -> str:
    return _PARTS[file.name[0]] if file.parent.name == "index" else file.name


def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def _into(asked: list[str]) -> Callable[[Request], None]:
    return lambda request: asked.append(request.url)


def _keystrokes(browser: Browser, address: str, titles: Sequence[str]) -> None:
    """Print the work of one keystroke: a search in an engine that has its files."""
    page = browser.new_page()
    page.goto(f"{address}about/")
    times: Mapping[str, float] = page.evaluate(
        """async ([base, titles]) => {
            const { open } = await import(base + "assets/search/engine.js");
            const engine = await open(base + "search/index/");
            const times = [];
            for (const title of titles) {
                for (let end = 1; end <= Math.min(title.length, 40); end++) {
                    const text = title.slice(0, end);
                    await engine.search(text);
                    const start = performance.now();
                    await engine.search(text);
                    times.push(performance.now() - start);
                }
            }
            times.sort((a, b) => a - b);
            const at = (share) => times[Math.floor(times.length * share)];
            return { median: at(0.5), most: at(0.99) };
        }""",
        [address, list(titles[:10])],
    )
    page.close()
    print(f"One keystroke: {times['median']:.1f} ms, 99% of them at most {times['most']:.1f} ms")


if __name__ == "__main__":
    raise SystemExit(main())
