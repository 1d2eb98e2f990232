"""The pages of the sample catalogue, compared with those in tests/site/golden/.

To accept a change: UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/site/test_golden.py; then read
`git diff tests/site/golden`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import build_project

GOLDEN = Path(__file__).parent / "golden"
PARTS = (
    *("papers", "topics", "authors", "venues", "years", "new", "listed", "data"),
    *("index.md", "stats.md"),
)
#: Other words of files that are compared: see tests/unit/formats/test_collections.py.
REPEATED = (*(f"data/{folder}/" for folder in ("topics", "authors", "venues", "years")),)
#: Looked at in tests/unit/pages/test_card.py.
PICTURE = "data/card.png"


#: What begins a line of an article, so that people can read a difference.
BREAKS = re.compile(r"(?<!^)(?=<(?:p|h[1-6]|ul|li|dl|div|details|table|tr|pre|section|figure)\b)")


def articles(project: Path, pages: Iterable[str]) -> dict[str, str]:
    """Return the HTML of the articles of pages, by the path of each page's Markdown."""
    found = {}
    for place in sorted((project / "site").rglob("index.html")):
        address = place.parent.relative_to(project / "site").as_posix()
        if address.split("/")[0] in pages:
            html = place.read_text("utf-8")
            article = html[html.index("<article") : html.index("</article>")]
            found[f"html/{address}.html"] = BREAKS.sub("\n", article) + "\n"
    return found


def generated(project: Path) -> dict[str, str]:
    docs = project / "docs"
    (docs / PICTURE).unlink()
    return {
        path.relative_to(docs).as_posix(): path.read_text("utf-8")
        for part in PARTS
        for path in ([docs / part] if part.endswith(".md") else sorted((docs / part).rglob("*.*")))
        if path.is_file() and not path.relative_to(docs).as_posix().startswith(REPEATED)
    }


def test_pages_exports_and_messages_are_as_accepted(project: Path) -> None:
    _, problems = build_project(project, with_site=True)
    found = generated(project) | articles(project, (*PARTS, "stats"))
    found["messages.txt"] = "".join(f"{problem}\n" for problem in problems)
    if os.environ.get("UPDATE_GOLDEN"):
        for old in GOLDEN.rglob("*"):
            if old.is_file():
                old.unlink()
        for name, text in found.items():
            path = GOLDEN / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    accepted = {
        path.relative_to(GOLDEN).as_posix(): path.read_text("utf-8")
        for path in sorted(GOLDEN.rglob("*"))
        if path.is_file()
    }
    assert found.keys() == accepted.keys()
    for name, text in found.items():
        assert text == accepted[name], f"{name}: see UPDATE_GOLDEN in this file"
