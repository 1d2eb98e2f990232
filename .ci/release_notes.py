"""Prints what CHANGELOG.md says of a release, and refuses a tag that is none of this version.

    python .ci/release_notes.py v0.2.0

The tag is "v" and the version of pyproject.toml, and the changelog has a section
"## [0.2.0] - 2026-01-31" with something in it.
Exit codes: 0 with the text of the section, 1 with what is wrong, all of it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def section(changelog: str, version: str) -> str | None:
    """Return what the changelog says of a version, without its heading; None without a section."""
    heading = rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$\n"
    found = re.search(rf"{heading}(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else None


def wrong(tag: str, version: str, notes: str | None) -> list[str]:
    """Return what stands against releasing this version under this tag."""
    found = []
    if tag != f"v{version}":
        found.append(
            f'the tag is "{tag}", and pyproject.toml says version {version};'
            f" tag v{version}, or correct the version"
        )
    if notes is None:
        found.append(
            f'CHANGELOG.md has no section "## [{version}] - YYYY-MM-DD";'
            " give what is unreleased that heading"
        )
    elif not notes:
        found.append(f"CHANGELOG.md says nothing under [{version}]; write what changed")
    return found


def main() -> int:
    """Print the notes, or what is wrong."""
    tag = sys.argv[1]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    notes = section((ROOT / "CHANGELOG.md").read_text("utf-8"), version)
    problems = wrong(tag, version, notes)
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    if problems:
        return 1
    print(notes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
