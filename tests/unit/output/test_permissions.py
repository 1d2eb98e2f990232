"""What the permissions of folders forbid is a message, and costs nothing."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.output import claim
from generator.problems import Problems, WrongUse
from tests.posix import POSIX
from tests.unit.output.test_exchange import hand_write, neighbours, pages, put

pytestmark = POSIX

NOBODY = 65534


@pytest.fixture
def docs() -> Iterator[Path]:
    """A tree of somebody who is not root, as root may everything."""
    folder = Path(tempfile.mkdtemp())
    put(folder / "docs", {"a.md": "A", "p/b.md": "B"})
    hand_write(folder / "docs", "secret/guide.md", "by hand")
    if os.geteuid():
        yield folder / "docs"
    else:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield folder / "docs"
        finally:
            os.seteuid(0)
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_read_is_a_message_and_stays(docs: Path) -> None:
    problems = Problems()
    (docs / "secret").chmod(0)
    with pytest.raises(AssertionError):
        put(docs, {"a.md": "new"}, problems)
    (said,) = map(str, problems)
    assert said.startswith("docs: cannot be read or written: Permission denied (")
    assert "secret" in said
    (docs / "secret").chmod(0o755)
    assert pages(docs) == {"a.md": "A", "p/b.md": "B", "secret/guide.md": "by hand"}
    assert neighbours(docs) == {"docs"}
    put(docs, {"a.md": "new"})
    assert pages(docs) == {"a.md": "new", "secret/guide.md": "by hand"}


def test_folders_that_must_not_be_written_are_made_so_by_their_owner(docs: Path) -> None:
    for number in range(3):
        for folder in (docs, docs / "p", docs / "secret"):
            folder.chmod(0o555)
        put(docs, {"a.md": "A", "p/b.md": f"B {number}"})
        assert pages(docs)["p/b.md"] == f"B {number}"
        assert stat.S_IMODE(docs.stat().st_mode) == 0o755
    assert neighbours(docs) == {"docs"}


def test_where_the_folder_above_must_not_be_written_the_tree_is_written_in_place(
    docs: Path,
) -> None:
    docs.parent.chmod(0o555)
    put(docs, {"a.md": "new", "p/c.md": "C"})
    assert pages(docs) == {"a.md": "new", "p/c.md": "C", "secret/guide.md": "by hand"}
    assert not (docs / ".docs.next").exists()
    docs.parent.chmod(0o755)


def test_a_tree_of_somebody_else_is_a_message(docs: Path) -> None:
    docs.chmod(0o555)
    docs.parent.chmod(0o555)
    with pytest.raises(WrongUse, match="docs: cannot be written: Permission denied"), claim(docs):
        pass
    docs.parent.chmod(0o755)
