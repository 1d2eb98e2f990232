"""The folder where the next state is made: ours alone, for one build at a time, never elsewhere."""

from __future__ import annotations

import errno
import importlib
import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.output import OURS, Staging, claim, disk
from generator.output import draft as draft_module
from generator.problems import Problems, WrongUse
from tests.posix import POSIX
from tests.unit.output.test_exchange import hand_write, neighbours, pages, put

staging_module = importlib.import_module("generator.output.staging")
stage_module = importlib.import_module("generator.output.stage")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A tree that was built once."""
    tree = tmp_path / "project" / "docs"
    tree.parent.mkdir()
    put(tree, {"a.md": "A"})
    return tree


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A folder outside the project with somebody's files."""
    folder = tmp_path / "theirs"
    (folder / "deep").mkdir(parents=True)
    (folder / "thesis.tex").write_text("by hand")
    (folder / "deep" / "a.md").write_text("by hand")
    return folder


def everything(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*.*")}


def stands_in_the_way(docs: Path, theirs: Path, what: str) -> Path:
    """Put something that is not ours where the next state is made, or deeper in there."""
    folder = docs.with_name(".docs.next")
    if what == "link":
        folder.symlink_to(theirs)
    elif what == "dangling link":
        folder.symlink_to("nowhere")
    elif what == "file":
        folder.write_text("by hand")
    elif what == "folder":
        folder.mkdir()
        (folder / "thesis.tex").write_text("by hand")
    else:
        folder.mkdir()
        (folder / OURS).touch()
        (folder / what).symlink_to(theirs)
    return folder


@pytest.mark.parametrize(
    "what",
    [
        *("link", "dangling link", "file", "folder"),
        *("next", "aside", "former", "rubbish", "settling.json", "settling.json~", "lock"),
    ],
)
def test_what_is_not_ours_is_refused_and_left_alone(docs: Path, theirs: Path, what: str) -> None:
    before = everything(theirs)
    folder = stands_in_the_way(docs, theirs, what)
    mode = folder.lstat().st_mode
    with pytest.raises(WrongUse, match=r"\.docs\.next") as refused:
        put(docs, {"a.md": "new"})
    assert "\n" not in str(refused.value)
    assert everything(theirs) == before
    assert folder.lstat().st_mode == mode
    if what == "folder":
        assert everything(folder) == {"thesis.tex": "by hand"}
    assert pages(docs) == {"a.md": "A"}


def test_a_mark_that_is_a_link_is_no_mark(docs: Path, theirs: Path) -> None:
    folder = docs.with_name(".docs.next")
    folder.mkdir()
    (folder / OURS).symlink_to(theirs / "thesis.tex")
    with pytest.raises(WrongUse, match="not from a build"):
        put(docs, {"a.md": "new"})
    assert (theirs / "thesis.tex").read_text() == "by hand"


@pytest.mark.parametrize("part", ["former", "next"])
def test_what_somebody_put_into_a_marked_folder_leads_nowhere(
    docs: Path, theirs: Path, part: str
) -> None:
    before = everything(theirs)
    folder = docs.with_name(".docs.next")
    for name in ("former", "next"):
        (folder / name).mkdir(parents=True)
    (folder / OURS).touch()
    (folder / part / "deep").symlink_to(theirs / "deep")
    (folder / "next" / "a.md").write_text("planted")
    hand_write(docs, "deep/a.md", "by hand, too")
    journal = '{"changed": ["deep/a.md", "../../theirs/thesis.tex", "/x"], "gone": ["deep/a.md"]}'
    (folder / "settling.json").write_text(journal)
    put(docs, {"a.md": "new"})
    assert everything(theirs) == before
    assert pages(docs)["a.md"] == "new"
    assert neighbours(docs) == {"docs"}


@pytest.mark.parametrize("name", ["next", "aside", "former", "rubbish", "settling.json", "lock"])
def test_what_is_of_another_kind_than_builds_make_is_refused(docs: Path, name: str) -> None:
    folder = docs.with_name(".docs.next")
    folder.mkdir()
    (folder / OURS).touch()
    if name in ("settling.json", "lock"):
        (folder / name).mkdir()
    else:
        os.mkfifo(folder / name)
    with pytest.raises(WrongUse, match=rf"{name}: is not from a build; move it away"):
        put(docs, {"a.md": "new"})
    assert pages(docs) == {"a.md": "A"}
    assert (folder / name).exists()


def test_no_tree_is_called_as_a_staging_folder_is(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="only builds make folders of such names"):
        put(tmp_path / ".docs.next", {"a.md": "A"})
    assert list(tmp_path.iterdir()) == []


def test_files_change_places_only_if_all_of_them_can(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(docs, {"a.md": "A", "p/b.md": "B"})
    monkeypatch.setattr(staging_module, "holds_mounts", lambda tree: True)
    with monkeypatch.context() as patch:
        settle_module = importlib.import_module("generator.output.settle")
        patch.setattr(settle_module, "mounted_in", lambda tree: {"p/b.md"})
        problems = Problems()
        with pytest.raises(AssertionError):
            put(docs, {"a.md": "new", "p/b.md": "new"}, problems)
    assert os.strerror(errno.EBUSY) in str(*problems)
    assert pages(docs) == {"a.md": "A", "p/b.md": "B"}
    put(docs, {"a.md": "new", "p/b.md": "new"})
    assert pages(docs) == {"a.md": "new", "p/b.md": "new"}


def test_two_builds_of_one_tree_are_refused(docs: Path) -> None:
    with claim(docs):
        with pytest.raises(WrongUse, match=r"another build is writing .*docs; wait until"):
            put(docs, {"a.md": "new"})
        assert pages(docs) == {"a.md": "A"}
    put(docs, {"a.md": "new"})
    assert pages(docs) == {"a.md": "new"}


def test_the_folder_is_there_while_it_is_claimed_and_then_gone(docs: Path) -> None:
    with claim(docs) as staging:
        assert (staging.folder / OURS).is_file()
        assert neighbours(docs) == {"docs", ".docs.next"}
    assert neighbours(docs) == {"docs"}


def test_what_a_failed_build_leaves_is_kept_for_the_next(docs: Path) -> None:
    with claim(docs) as staging:
        staging.next.mkdir()
    assert neighbours(docs) == {"docs", ".docs.next"}
    put(docs, {"a.md": "new"})
    assert neighbours(docs) == {"docs"}


def unwritable_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every folder beside the tree, as the system does without the right to write there."""
    make = Path.mkdir

    def mkdir(path: Path, *args: bool, **options: bool) -> None:
        if path.name == ".docs.next" and path.parent.name != "docs":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        make(path, *args, **options)

    monkeypatch.setattr(Path, "mkdir", mkdir)


def test_where_nothing_can_be_made_beside_a_tree_it_is_made_inside(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_write(docs, "guide.md", "by hand")
    inode = docs.stat().st_ino
    unwritable_parent(monkeypatch)
    put(docs, {"a.md": "new", "p/b.md": "B"})
    assert pages(docs) == {"a.md": "new", "p/b.md": "B", "guide.md": "by hand"}
    assert docs.stat().st_ino == inode
    assert not (docs / ".docs.next").exists()


def test_a_tree_that_cannot_be_made_is_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unwritable_parent(monkeypatch)
    with pytest.raises(WrongUse, match="docs: cannot be written: Permission denied"):
        put(tmp_path / "docs", {"a.md": "A"})


@POSIX
def test_a_folder_without_the_right_to_write_does_not_break_later_builds(docs: Path) -> None:
    hand_write(docs, "deep/guide.md", "by hand")
    for mode in (0o555, 0o500):
        (docs / "deep").chmod(mode)
        docs.chmod(mode)
        put(docs, {"a.md": f"new {mode}", "deep/b.md": f"B {mode}"})
        assert stat.S_IMODE(docs.stat().st_mode) == mode | 0o700
    assert pages(docs)["a.md"] == "new 320"
    assert neighbours(docs) == {"docs"}


Moment = Callable[[pytest.MonkeyPatch], None]


def full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "a.md")


@pytest.mark.parametrize("at", ["open", "makedirs", "sync"])
def test_a_full_disk_is_a_message_and_leaves_the_tree_as_it_was(
    docs: Path, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = Problems()
    with monkeypatch.context() as patch:
        if at == "sync":
            patch.setattr(disk, "sync", full_disk)
        elif at == "makedirs":
            patch.setattr(os, "makedirs", full_disk)
        else:
            patch.setattr(draft_module, "open", full_disk, raising=False)
        with pytest.raises(AssertionError):
            put(docs, {"a.md": "new", "p/b.md": "B"}, problems)
    (said,) = map(str, problems)
    assert said.startswith("docs: cannot be read or written: No space left on device (a.md)")
    assert "make room on the disk" in said
    assert pages(docs) == {"a.md": "A"}
    assert neighbours(docs) == {"docs"}


def test_everything_is_brought_to_the_disk_once_before_the_trees_change_places(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[str, str]] = []

    def sync(folder: Path, files: Sequence[str]) -> None:
        assert set(files) == {"a.md", ".generated.json"}
        synced.append(((folder / "a.md").read_text(), (docs / "a.md").read_text()))

    monkeypatch.setattr(disk, "sync", sync)
    put(docs, {"a.md": "new"})
    assert synced == [("new", "A")]


def test_bytes_are_brought_to_the_disk_and_the_time_is_told(docs: Path) -> None:
    with claim(docs) as staging:
        staging.next.mkdir()
        staging.put_in_place([], [])
        assert staging.seconds > 0


def test_what_is_mounted_is_never_emptied(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage_module, "holds_mounts", lambda folder: True)
    with pytest.raises(OSError, match="something is mounted"):
        stage_module.discard(docs)
    assert pages(docs) == {"a.md": "A"}


def test_a_state_that_has_begun_to_take_its_place_is_not_given_up(docs: Path) -> None:
    with claim(docs) as staging:
        staging.next.mkdir()
        (staging.folder / "settling.json").write_text('{"changed": ["b.md"], "gone": []}')
        (staging.next / "b.md").write_text("B")
        staging.give_up()
        assert staging.next.exists()
    with claim(docs) as again:
        assert isinstance(again, Staging)
        assert pages(docs) == {"a.md": "A", "b.md": "B"}
