"""Has Hugo make pages of the same papers: as quick a builder of static sites as there is.

    python -m benchmarks.hugo SITE [--keep FOLDER]

SITE is a built site of ours, whose papers.json and papers.bib Hugo is given as content: a file for
each paper with all values as JSON. The layouts in hugo_site/ print on a paper's page the fields
that ours has (title, authors, venue, year, topics, links, abstract, BibTeX, eight related papers,
citation for machines), and lists with the same cards: all papers, and those of each topic, author,
venue and year. The result is minified. What Hugo does not have to do here is in DIFFERENT.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measured import Measured, measured

LAYOUTS = Path(__file__).with_name("hugo_site")
RELATED = 8
ABSTRACT = re.compile(r"^  abstract = .*\n", re.MULTILINE)

DIFFERENT = (
    "it does without deciding (it is given topics and what is related), formulas, search, map,"
    " feeds, downloads, RIS and CSL, figures and JSON-LD"
)


@dataclass(frozen=True)
class Built:
    """What Hugo made, and what that took."""

    version: str
    took: Measured
    pages: int
    bytes: int


def installed() -> str:
    """Return where Hugo is; empty if it is not installed."""
    return shutil.which("hugo") or ""


def build(site: Path, folder: Path) -> Built:
    """Let Hugo make pages in `folder` of the papers of a `site` of ours, and measure it.

    Raises Failed when Hugo does not succeed.
    """
    shutil.copytree(LAYOUTS, folder, dirs_exist_ok=True)
    write_content(site, folder / "content")
    version = measured([installed(), "version"], folder).printed
    took = measured([installed(), "--minify", "--quiet"], folder)
    made = [path for path in (folder / "public").rglob("*") if path.is_file()]
    return Built(
        found[1] if (found := re.search(r"v(\d[\d.]*)", version)) else "",
        took,
        sum(path.suffix == ".html" for path in made),
        sum(path.stat().st_size for path in made),
    )


def write_content(site: Path, content: Path) -> None:
    """Write a file for each paper of a `site` of ours."""
    papers = json.loads((site / "data" / "papers.json").read_text("utf-8"))
    entries = (site / "data" / "papers.bib").read_text("utf-8").split("\n@")
    (content / "papers").mkdir(parents=True)
    for paper, entry in zip(papers, entries, strict=True):
        _write(content / "papers" / f"{paper['id']}.md", _front_matter(paper, entry))
    _write(content / "papers" / "_index.md", {"title": "Papers"})


def _front_matter(paper: dict[str, Any], entry: str) -> dict[str, Any]:
    """Return what Hugo is told of a paper, `entry` being its BibTeX."""
    year = paper["year"]
    return {
        "title": paper["title"],
        **({"date": f"{year}-01-01", "years": [str(year)]} if year else {"years": []}),
        "authors": paper["authors"],
        "venues": [paper["venue"]] if paper["venue"] else [],
        # Hugo makes addresses of names: these are those of ours.
        "topics": [slug.replace("-", " ") for slug in paper["topics"]],
        "links": paper["links"],
        "summary": paper["summary"],
        "abstract": paper["abstract"],
        "citation": ABSTRACT.sub("", f"@{entry.removeprefix('@')}"),
        "related": [other["id"] for other in paper["related"][:RELATED]],
    }


def _write(path: Path, front_matter: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(front_matter, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main() -> None:
    """Print what Hugo took for a site of ours."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("site", type=Path)
    parser.add_argument("--keep", type=Path, help="Make the site there, and leave it.")
    arguments = parser.parse_args()
    if not installed():
        sys.exit("Hugo is not installed (on Debian: apt-get install hugo)")
    with tempfile.TemporaryDirectory() as name:
        built = build(arguments.site, arguments.keep or Path(name))
    print(
        f"Hugo {built.version}: {built.took.seconds:.1f} s, processor {built.took.processor:.1f} s,"
        f" {built.pages:,} pages, {built.bytes / 1e6:.1f} MB"
    )
    print(DIFFERENT)


if __name__ == "__main__":
    main()
