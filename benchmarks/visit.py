"""How light and quick the pages are for a visitor: `python -m benchmarks.visit`.

The bytes of every kind of page; then what a first visit to some pages takes (requests, compressed
bytes) and how quick it is on a slow phone: first and largest contentful paint, layout shift and
blocking time, as the browser reports them. The phone is that of Lighthouse: 390 × 844 at scale 2,
four times slower, 1.6 Mbit/s down, 750 kbit/s up and 150 ms to every answer. Medians of some runs,
each from a cold cache, in light and in dark; then once more with what the browser has kept.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.records import LISTINGS
from benchmarks.search import ROOT, build
from benchmarks.static_host import hosted
from tests.find_browser import launched

#: A page below this comes with the first ten segments of TCP even when nothing compresses it.
FIRST_PACKETS = 14_000
QUERY = "search/?q=vision+transformer+pretraning"
#: Lighthouse's slow phone, https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md.
_NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
_CPU_TIMES = 4
#: A task longer than this keeps a visitor waiting, https://web.dev/articles/tbt.
_LONG_TASK = 50
_IDLE = 1_000
_OBSERVE = """
window.observed = { fcp: 0, lcp: 0, what: "", cls: 0, tasks: [] };
const on = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take))
    .observe({ type, buffered: true });
on("paint", (e) => { if (e.name === "first-contentful-paint") observed.fcp = e.startTime; });
on("largest-contentful-paint", (e) => {
    observed.lcp = e.startTime;
    observed.what = e.element ? e.element.tagName.toLowerCase() + "." + e.element.className : "";
});
on("layout-shift", (e) => { if (!e.hadRecentInput) observed.cls += e.value; });
on("longtask", (e) => observed.tasks.push([e.startTime, e.duration]));
"""
_SEARCH_IS_DONE = ".cat-page:not([aria-busy]) .cat-page__count"


@dataclass
class Traffic:
    """What a page asked for: compressed bytes over the wire by kind, requests, other hosts."""

    bytes: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    foreign: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Timing:
    """What the browser says of one visit, in milliseconds; the shift has no unit."""

    fcp: float
    lcp: float
    shift: float
    blocked: float
    largest: str


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--pages", nargs="+", help="addresses below the site's, such as papers/")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with (
        some_site(arguments.site) as site,
        hosted(site) as address,
        launched(whole=True) as browser,
    ):
        sizes = sizes_of(site)
        _print_sizes(sizes)
        pages = arguments.pages or chosen(site, sizes)
        _print_traffic(browser, address, pages)
        _print_timings(browser, address, pages, arguments.runs)
    return 0


@contextmanager
def some_site(given: Path | None) -> Iterator[Path]:
    """Give the folder of the site: the given one, or the first catalogue, built for this."""
    if given:
        yield given
        return
    # Pages are as long as they are when published.
    os.environ.setdefault("SITE_URL", "https://somebody.github.io/catalogue/")
    with tempfile.TemporaryDirectory() as name:
        build(ROOT, Path(name), [str(LISTINGS)] if LISTINGS.is_dir() else [])
        yield Path(name) / "site"


def sizes_of(site: Path) -> dict[str, dict[str, int]]:
    """Return the bytes of every page: by kind, then by address."""
    papers = {p["id"] for p in json.loads((site / "data" / "papers.json").read_text("utf-8"))}
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        address = name.removesuffix("index.html")
        found[_kind(address, papers)][address] = path.stat().st_size
    return found


def _kind(address: str, papers: set[str]) -> str:
    """Return what kind of page an address is: a paper, or its folder with the depth below it."""
    first, *rest = address.rstrip("/").split("/")
    if first == "papers" and len(rest) == 1 and rest[0] in papers:
        return "a paper"
    return "/" + first + "/…" * len(rest) if first else "/"


def _print_sizes(sizes: dict[str, dict[str, int]]) -> None:
    print(f"{'bytes of HTML':<26}{'pages':>6}{'mean':>8}{'median':>8}{'95 %':>8}{'most':>8}")
    for kind in sorted(sizes, key=lambda kind: (kind != "a paper", kind)):
        values = sorted(sizes[kind].values())
        high = values[min(len(values) - 1, int(0.95 * len(values)))]
        print(
            f"  {kind:<24}{len(values):>6}{statistics.fmean(values):>8.0f}"
            f"{statistics.median(values):>8.0f}{high:>8}{values[-1]:>8}"
        )
    papers = sizes["a paper"].values()
    print(f"  papers' pages over {FIRST_PACKETS:,}: {sum(v > FIRST_PACKETS for v in papers)}")


def chosen(site: Path, sizes: dict[str, dict[str, int]]) -> list[str]:
    """Return a paper's page and a topic's of middling size, and the pages there are one of."""
    found = []
    for kind in ("a paper", "/topics/…"):
        by_size = sorted(sizes[kind], key=lambda address: (sizes[kind][address], address))
        found.append(by_size[len(by_size) // 2])
    others = [page for page in ("map/", QUERY) if (site / page.split("?")[0]).is_dir()]
    return [found[0], "", found[1], *others]


def _phone(browser: Browser, scheme: Literal["light", "dark"] = "light") -> BrowserContext:
    return browser.new_context(
        viewport={"width": 390, "height": 844},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
        color_scheme=scheme,
    )


def _open(page: Page, address: str) -> None:
    """Open a page and wait until it has come to rest."""
    page.goto(address)
    if "?q=" in address:
        page.locator(_SEARCH_IS_DONE).wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(_IDLE)


def _traffic(context: BrowserContext, address: str) -> Traffic:
    """Open a page and return what came over the wire for it."""
    page = context.new_page()
    found = Traffic()
    kinds: dict[str, str] = {}
    host = address.split("/")[2]

    def sent(event: dict[str, Any]) -> None:
        url = event["request"]["url"]
        kinds[event["requestId"]] = event.get("type", "Other")
        if url.startswith("http") and url.split("/")[2] != host:
            found.foreign.add(url.split("/")[2])

    def finished(event: dict[str, Any]) -> None:
        kind = kinds.get(event["requestId"], "Other")
        if event["encodedDataLength"]:
            found.requests += 1
            found.bytes[kind] += int(event["encodedDataLength"])

    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", sent)
    session.on("Network.loadingFinished", finished)
    _open(page, address)
    page.close()
    return found


def _print_traffic(browser: Browser, address: str, pages: Sequence[str]) -> None:
    print(
        f"\n{'over the wire':<44}{'requests':>9}{'bytes':>9}{'html':>8}{'css':>8}{'js':>8}"
        f"{'other':>8}{'again':>9}"
    )
    for path in pages:
        context = _phone(browser)
        first, again = (_traffic(context, address + path) for _ in range(2))
        context.close()
        total = sum(first.bytes.values())
        named = [first.bytes[kind] for kind in ("Document", "Stylesheet", "Script")]
        parts = "".join(f"{value:>8}" for value in (*named, total - sum(named)))
        shown = "/" + path
        print(
            f"  {shown[:41]:<42}{first.requests:>9}{total:>9}{parts}{sum(again.bytes.values()):>9}"
        )
        if first.foreign:
            print(f"    asks other hosts: {', '.join(sorted(first.foreign))}")


def _timing(context: BrowserContext, address: str) -> Timing:
    """Open a page on the slow phone and return what the browser observed."""
    page = context.new_page()
    page.add_init_script(_OBSERVE)
    session = context.new_cdp_session(page)
    session.send("Network.emulateNetworkConditions", _NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _CPU_TIMES})
    _open(page, address)
    seen: dict[str, Any] = page.evaluate("observed")
    page.close()
    if not seen["fcp"] or not seen["lcp"]:
        raise SystemExit(f"{address}: the browser reported no paint; is the page shown at all?")
    blocked = sum(
        max(0.0, duration - _LONG_TASK)
        for start, duration in seen["tasks"]
        if start + duration > seen["fcp"]
    )
    return Timing(seen["fcp"], seen["lcp"], seen["cls"], blocked, seen["what"])


def _print_timings(browser: Browser, address: str, pages: Sequence[str], runs: int) -> None:
    print(
        f"\n{f'slow phone, median of {runs}':<44}{'':>7}{'FCP ms':>8}{'LCP ms':>8}{'CLS':>8}"
        f"{'TBT ms':>8}  largest"
    )
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for path in pages:
        for scheme in schemes:
            cold, warm = [], []
            for _ in range(runs):
                context = _phone(browser, scheme)
                cold.append(_timing(context, address + path))
                if scheme == "light":
                    warm.append(_timing(context, address + path))
                context.close()
            _print_timing(path, scheme, cold)
            if warm:
                _print_timing(path, "again", warm)


def _print_timing(path: str, name: str, timings: Sequence[Timing]) -> None:
    middle = [
        statistics.median(values)
        for values in zip(*((t.fcp, t.lcp, t.shift, t.blocked) for t in timings), strict=True)
    ]
    shown = "/" + path
    print(
        f"  {shown[:41]:<42}{name:>7}{middle[0]:>8.0f}{middle[1]:>8.0f}{middle[2]:>8.3f}"
        f"{middle[3]:>8.0f}  {timings[0].largest[:30]}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
