"""What no build could get through is found before one begins."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.output.hand_written import can_be_built
from generator.problems import Problems
from tests.posix import ANY_BYTES
from tests.unit.output.test_exchange import hand_write, pages, put


def said(tree: Path) -> list[str]:
    problems = Problems()
    assert can_be_built(tree, problems, "docs") is not problems.has_errors
    return [str(problem) for problem in problems]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    tree = tmp_path / "docs"
    hand_write(tree, "a/b/guide.md", "by hand")
    return tree


def test_pages_folders_and_links_to_them_are_no_mistake(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (docs / "link.md").symlink_to("a/b/guide.md")
    (docs / "folder").symlink_to("a")
    (docs / "outside").symlink_to(tmp_path / "elsewhere")
    (docs / "nowhere").symlink_to("missing")
    (docs / ".#guide.md").symlink_to("somebody@desk.1234")
    os.mkfifo(docs / ".hidden")
    assert said(docs) == []


def test_pipes_are_named_also_behind_a_link(docs: Path) -> None:
    os.mkfifo(docs / "a" / "pipe.md")
    (docs / "link.md").symlink_to("a/pipe.md")
    (docs / "zero.png").symlink_to("/dev/zero")
    what = "is a pipe or a device, not a file (remove it)"
    assert said(docs) == [f"docs/{name}: {what}" for name in ("a/pipe.md", "link.md", "zero.png")]


@pytest.mark.parametrize("target", ["..", "../..", ".", "/"])
def test_links_that_lead_back_are_named(docs: Path, target: str) -> None:
    (docs / "a" / "back").symlink_to(target if target != "/" else docs.parent)
    assert said(docs)[0].startswith("docs/a/back")
    assert "leads back to a folder it lies in (remove the link)" in said(docs)[0]


def test_folders_that_lead_to_each_other_are_named(docs: Path) -> None:
    (docs / "c").mkdir()
    (docs / "c" / "to-a").symlink_to("../a")
    (docs / "a" / "to-c").symlink_to("../c")
    assert len(said(docs)) == 1


def test_very_many_links_to_the_same_folders_are_looked_at_once(docs: Path) -> None:
    folder = docs
    for _ in range(40):
        (folder / "next").mkdir()
        for name in ("one", "two", "three"):
            (folder / name).symlink_to("next")
        folder = folder / "next"
    assert said(docs) == []


def test_nothing_is_written_while_there_is_one(docs: Path) -> None:
    put(docs, {"a.md": "A"})
    os.mkfifo(docs / "pipe.md")
    problems = Problems()
    with pytest.raises(AssertionError):
        put(docs, {"a.md": "new"}, problems)
    assert len(problems) == 1
    (docs / "pipe.md").unlink()
    assert pages(docs)["a.md"] == "A"


@ANY_BYTES
def test_a_name_that_is_not_utf_8_is_named(docs: Path) -> None:
    (Path(os.fsdecode(os.fsencode(docs) + b"/caf\xe9.md"))).write_text("by hand")
    assert said(docs) == ["docs/caf\\udce9.md: has a name that is not UTF-8 (rename it)"]
