"""git passes over what the generator made in a tree, and over nothing that people wrote."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.output.ignored import NAME, ignoring

NAMES = st.text("ab*?[]!# \\é.", min_size=1, max_size=3).filter(
    lambda name: name.strip(".") and name[-1] not in " ."
)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def passed_over(tree: Path, paths: list[str]) -> set[str]:
    """Return which of the files git passes over, by making them and asking it."""
    for path in paths:
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / path).write_text("", "utf-8")
    subprocess.run(["git", "init", "--quiet", tree], check=True)
    done = subprocess.run(
        ["git", "-C", tree, "ls-files", "-z", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
    )
    shown = {name.decode() for name in done.stdout.split(b"\0") if name}
    return set(paths) - shown


def told_apart(made: set[str], own: set[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        (tree / NAME).write_bytes(ignoring(sorted(made), sorted(own)))
        assert passed_over(tree, sorted({*made, *own})) == made


def clash(paths: set[str]) -> bool:
    """Whether a file would stand where another needs a folder."""
    folders = {
        "/".join(path.split("/")[:length])
        for path in paths
        for length in range(1, path.count("/") + 1)
    }
    return bool(folders & paths)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(PATHS, st.booleans(), min_size=1, max_size=8))
def test_exactly_what_was_made_is_passed_over(files: dict[str, bool]) -> None:
    if clash(set(files)):
        return
    made = {path for path, is_made in files.items() if is_made}
    told_apart(made, files.keys() - made)


def test_a_page_of_people_in_a_generated_folder_is_seen() -> None:
    told_apart(
        {"index.md", "topics/a.md", "topics/deep/b.md", "papers/c.md"},
        {"about.md", "topics/deep/ours.md"},
    )


def test_a_folder_of_ours_alone_is_one_line_and_the_list_passes_over_itself() -> None:
    lines = ignoring(["papers/b.md", "papers/a/c.md", "x.md"], ["about.md"]).decode().splitlines()
    assert lines[1:] == ["/.gitignore", "/papers/", "/x.md"]
