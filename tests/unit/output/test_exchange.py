"""A tree is the old one or the new one: after a crash at any point, and however it is replaced."""

from __future__ import annotations

import errno
import importlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import system
from generator.model import OutputFile
from generator.output import claim, disk, settle, write
from generator.problems import Problems
from tests.other_desks import as_windows
from tests.posix import POSIX
from tests.projects import ROOT
from tests.unit.output import endless_writer

exchange_module = importlib.import_module("generator.output.exchange")


def put(tree: Path, files: dict[str, str], problems: Problems | None = None) -> None:
    made = [OutputFile(path, text.encode(), path) for path, text in files.items()]
    found = Problems() if problems is None else problems
    with claim(tree) as staging:
        assert write(staging, made, found, "docs", tree.parent / "kept") is not None, [*found]


def pages(tree: Path) -> dict[str, str]:
    return {
        path.relative_to(tree).as_posix(): path.read_text()
        for path in sorted(tree.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def hand_write(tree: Path, path: str, text: str) -> None:
    """Write a page as an editor does that replaces the file."""
    target = tree / path
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name("~new")
    new.write_text(text)
    new.replace(target)


def neighbours(tree: Path) -> set[str]:
    return {path.name for path in tree.parent.iterdir()} - {"kept"}


@pytest.fixture(params=["one step", "renames", "refused", "unmovable", "windows"])
def docs(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree, exchanged in one step or, where the system cannot, by renames, or file by file."""
    if request.param == "unmovable":
        monkeypatch.setattr(exchange_module, "exchange", endless_writer.refuse_to_move)
    if request.param == "windows":
        as_windows(monkeypatch)
    if request.param == "renames":
        monkeypatch.setattr(disk, "EXCHANGE", None)
    if request.param == "refused":
        monkeypatch.setattr(disk, "EXCHANGE", lambda *_: -1)
    return tmp_path / "docs"


def test_a_tree_is_replaced_with_all_that_is_in_it(docs: Path) -> None:
    put(docs, {"a.md": "A", "old/b.md": "B"})
    hand_write(docs, "guide.md", "by hand")
    put(docs, {"a.md": "new", "c/d.md": "D"})
    assert pages(docs) == {"a.md": "new", "c/d.md": "D", "guide.md": "by hand"}
    assert neighbours(docs) == {"docs"}


@pytest.mark.parametrize("means", ["one step", "renames", "refused"])
def test_two_folders_change_places(
    tmp_path: Path, means: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if means != "one step":
        no_exchange = None if means == "renames" else lambda *_: -1
        monkeypatch.setattr(disk, "EXCHANGE", no_exchange)
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        folder.mkdir()
        (folder / "a").write_text(folder.name)
    exchange_module.exchange(*folders, tmp_path / "aside")
    assert [(folder / "a").read_text() for folder in folders] == ["second", "first"]
    assert not (tmp_path / "aside").exists()


def test_a_rename_that_fails_leaves_the_tree_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "EXCHANGE", None)
    docs = tmp_path / "docs"
    put(docs, {"a.md": "A"})
    with pytest.raises(FileNotFoundError):
        exchange_module.exchange(docs, tmp_path / "nowhere", tmp_path / "aside")
    assert pages(docs) == {"a.md": "A"}


@pytest.mark.parametrize("step", [0, 1, 2])
def test_an_exchange_by_renames_killed_at_any_step_is_cleared_up(
    tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    put(docs, OLD)
    hand_write(docs, "guide.md", "by hand")
    rename, left = system.rename, step

    def killed(source: Path, target: Path, **options: bool) -> None:
        nonlocal left
        if left == 0:
            raise KeyboardInterrupt
        left -= 1
        rename(source, target, **options)

    monkeypatch.setattr(disk, "EXCHANGE", None)
    with monkeypatch.context() as patch:
        patch.setattr(system, "rename", killed)
        with pytest.raises(KeyboardInterrupt):
            put(docs, NEW)
    found = pages(docs)
    # For an instant there is no tree; both of its states lie beside it.
    assert (
        found == {0: {**OLD, "guide.md": "by hand"}, 1: {}, 2: {**NEW, "guide.md": "by hand"}}[step]
    )
    with claim(docs):
        assert pages(docs) == {**(NEW if step == 2 else OLD), "guide.md": "by hand"}
    put(docs, NEW)
    assert pages(docs) == {**NEW, "guide.md": "by hand"}
    assert neighbours(docs) == {"docs"}


def test_a_tree_that_cannot_be_taken_back_from_aside_is_looked_through_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    put(docs, OLD)
    rename = system.rename

    def refuses(source: Path, target: Path, **options: bool) -> None:
        if source.name == "aside":
            raise OSError(errno.EIO, "Input/output error")
        rename(source, target, **options)

    monkeypatch.setattr(disk, "EXCHANGE", None)
    with monkeypatch.context() as patch:
        patch.setattr(system, "rename", refuses)
        put(docs, NEW)
    assert pages(docs) == NEW
    hand_write(docs.with_name(".docs.next") / "aside", "guide.md", "by hand")
    put(docs, NEW)
    assert pages(docs) == {**NEW, "guide.md": "by hand"}
    assert neighbours(docs) == {"docs"}


OLD = {"a.md": "old", "same.md": "same", "gone.md": "gone"}
NEW = {"a.md": "new", "same.md": "same", "added.md": "added"}


def leave(tree: Path, state: str) -> None:
    """Leave what a build from OLD to NEW leaves that is killed at some point."""
    put(tree, OLD)
    hand_write(tree, "guide.md", "by hand")
    done = tree.parent / "done"
    shutil.copytree(tree, done)
    put(done, NEW)
    folder = tree.with_name(".docs.next")
    folder.mkdir()
    if state == "staging folder is empty":
        shutil.rmtree(done)
        return
    (folder / ".made-by-paper-catalogue").touch()
    stage, aside = folder / "next", folder / "aside"
    if state == "stage is an empty folder":
        stage.mkdir()
        (stage / ".staged").touch()
    if state == "half staged":
        stage.mkdir()
        (stage / ".staged").touch()
        (stage / "added.md").write_text("added")
    if state in ("fully staged", "tree is aside"):
        done.rename(stage)
        (stage / ".staged").touch()
    if state == "tree is aside":
        tree.rename(aside)
    if state in ("exchanged", "old tree is aside", "old tree half removed", "only the mark stays"):
        tree.rename(aside if state == "old tree is aside" else stage)
        done.rename(tree)
        (tree / ".staged").touch()
    if state == "old tree half removed":
        stage.rename(folder / "rubbish")
        (folder / "rubbish" / ".generated.json").unlink()
        (folder / "rubbish" / "a.md").unlink()
    if state == "only the mark stays":
        shutil.rmtree(stage)
    if state.startswith("settling"):
        done.rename(stage)
        (stage / ".staged").touch()
        settle.write_journal(folder / "settling.json", [*NEW, ".generated.json"], ["gone.md"])
        former = folder / "former"
        former.mkdir()
        for path in {"settling 1": ["a.md"]}.get(state, []):
            shutil.copy2(tree / path, former / path)
        if state in ("settling 2", "settling 3", "settling 4", "settling 5"):
            settle.settle(tree, stage, former, [*NEW, ".generated.json"], ["gone.md"])
        if state in ("settling 3", "settling 4"):
            stage.rename(folder / "rubbish")
        if state in ("settling 4", "settling 5"):
            shutil.rmtree(stage, ignore_errors=True)
            (folder / "settling.json").unlink()
    if done.exists():
        shutil.rmtree(done)


STATES = [
    "staging folder is empty",
    "stage is an empty folder",
    "half staged",
    "fully staged",
    "tree is aside",
    "exchanged",
    "old tree is aside",
    "old tree half removed",
    "only the mark stays",
    "settling 0",
    "settling 1",
    "settling 2",
    "settling 3",
    "settling 4",
    "settling 5",
]


@pytest.mark.parametrize("then", [OLD, NEW])
@pytest.mark.parametrize("state", STATES)
def test_what_a_killed_build_left_is_cleared_up(
    docs: Path, state: str, then: dict[str, str]
) -> None:
    leave(docs, state)
    problems = Problems()
    put(docs, then, problems)
    assert pages(docs) == {**then, "guide.md": "by hand"}
    assert [str(problem) for problem in problems if "goes away" not in problem.what] == []
    assert neighbours(docs) == {"docs"}
    assert not (docs / ".staged").exists()


@pytest.mark.parametrize("state", ["exchanged", "old tree is aside"])
def test_a_page_written_before_a_kill_is_brought_over(tmp_path: Path, state: str) -> None:
    docs = tmp_path / "docs"
    leave(docs, state)
    old = docs.with_name(".docs.next") / ("next" if state == "exchanged" else "aside")
    hand_write(old, "added-by-hand.md", "by hand")
    time.sleep(0.01)
    hand_write(old, "guide.md", "better")
    put(docs, NEW)
    assert pages(docs) == {**NEW, "guide.md": "better", "added-by-hand.md": "by hand"}


def test_a_page_edited_after_a_kill_stays_as_it_is(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    leave(docs, "exchanged")
    time.sleep(0.01)
    hand_write(docs, "guide.md", "later")
    put(docs, NEW)
    assert pages(docs)["guide.md"] == "later"


def test_a_build_that_is_interrupted_at_any_deletion_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {f"{folder}{number}.md": "old" for folder in ("", "p/", "q/") for number in range(5)}
    remove, remove_folder, listed = os.unlink, os.rmdir, Path.iterdir
    deleted, allowed = 0, 0

    def count() -> None:
        nonlocal deleted
        deleted += 1
        if deleted > allowed:
            raise KeyboardInterrupt

    def unlink(*args: Any, **options: Any) -> None:
        count()
        remove(*args, **options)

    def rmdir(*args: Any, **options: Any) -> None:
        count()
        remove_folder(*args, **options)

    for allowed in range(30):
        docs = tmp_path / str(allowed) / "docs"
        put(docs, before)
        hand_write(docs, "guide.md", "by hand")
        deleted = 0
        with monkeypatch.context() as patch:
            patch.setattr(os, "unlink", unlink)
            patch.setattr(os, "rmdir", rmdir)
            # Folders list their content in any order; this is the worst, marks and lists first.
            patch.setattr(Path, "iterdir", lambda folder: iter(sorted(listed(folder))))
            try:
                put(docs, {"a.md": "new"})
            except KeyboardInterrupt:
                interrupted = True
            else:
                interrupted = False
        put(docs, {"a.md": "new"})
        assert pages(docs) == {"a.md": "new", "guide.md": "by hand"}
        assert neighbours(docs) == {"docs"}
        if not interrupted:
            break
    assert allowed > len(before)
    assert not interrupted


def test_a_tree_that_stands_aside_is_restored(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    leave(docs, "tree is aside")
    assert not docs.exists()
    for _ in range(2):
        with claim(docs):
            assert pages(docs) == {**OLD, "guide.md": "by hand"}


@pytest.fixture
def kill_a_writer(
    tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[[float], None]]:
    """Start a process that writes docs over and over, and kill it after so many seconds."""
    how = getattr(request, "param", "movable")
    starter = subprocess.Popen(
        [sys.executable, "-m", endless_writer.__name__, str(tmp_path / "docs"), how],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def kill_after(seconds: float) -> None:
        assert starter.stdin is not None
        assert starter.stdout is not None
        starter.stdin.write("start\n")
        starter.stdin.flush()
        writer = int(starter.stdout.readline())
        time.sleep(seconds)
        os.kill(writer, signal.SIGKILL)
        assert starter.stdout.readline() == "ended\n"

    yield kill_after
    starter.communicate()


def time_of_both(docs: Path) -> float:
    """Write one set of pages, and return how many seconds the other and this one again take."""
    put(docs, endless_writer.SETS[0])
    begin = time.perf_counter()
    put(docs, endless_writer.SETS[1])
    put(docs, endless_writer.SETS[0])
    return time.perf_counter() - begin


@POSIX
def test_a_build_killed_at_any_moment_leaves_one_whole_state(
    tmp_path: Path, kill_a_writer: Callable[[float], None]
) -> None:
    docs = tmp_path / "docs"
    both = time_of_both(docs)
    delays = random.Random(20)
    left_over: list[bool] = []
    for number in range(200):
        if number >= 20 and any(left_over):
            break
        kill_a_writer(delays.uniform(0, both))
        found = pages(docs)
        assert found in endless_writer.SETS
        assert sorted(json.loads((docs / ".generated.json").read_text())["files"]) == sorted(found)
        left_over.append(docs.with_name(".docs.next").exists())
    assert any(left_over), "no kill has hit a build at work, so this test shows nothing"
    for files in endless_writer.SETS:
        put(docs, files)
        assert pages(docs) == files
        assert neighbours(docs) == {"docs"}
    assert not (tmp_path / "kept").exists()


@POSIX
@pytest.mark.parametrize("kill_a_writer", ["unmovable"], indirect=True)
def test_a_build_killed_while_files_change_places_is_finished_by_the_next(
    tmp_path: Path, kill_a_writer: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    monkeypatch.setattr(exchange_module, "exchange", endless_writer.refuse_to_move)
    hand_write(docs, "p/guide.md", "by hand")
    both = time_of_both(docs)
    delays = random.Random(20)
    began_to_change = 0
    for number in range(200):
        if number >= 20 and began_to_change:
            break
        kill_a_writer(delays.uniform(0, both))
        began_to_change += (docs.with_name(".docs.next") / "settling.json").exists()
        # Every page is a whole one, and of one of the two sets.
        for path, text in pages(docs).items():
            known = [files.get(path) for files in endless_writer.SETS]
            assert text in known or path == "p/guide.md"
        with claim(docs):
            found = {path: text for path, text in pages(docs).items() if path != "p/guide.md"}
            assert found in endless_writer.SETS
    assert began_to_change, "no kill has hit files that change places, so this test shows nothing"
    for files in endless_writer.SETS:
        put(docs, files)
        assert pages(docs) == {**files, "p/guide.md": "by hand"}
        assert neighbours(docs) == {"docs"}
    assert not (tmp_path / "kept").exists()
