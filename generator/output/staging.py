"""Where the next state of a tree is made: a folder of ours beside it, for one build at a time."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from filelock import FileLock, Timeout

from generator import system
from generator.cache.files import staging_of
from generator.output import disk, exchange, settle
from generator.output.mounts import holds_mounts, is_mounted
from generator.output.plan import is_page
from generator.output.refused import why_not_written
from generator.output.stage import allow_all, discard
from generator.problems import Busy, WrongUse, printable

#: Stands in every folder that is the generator's alone: its staging folders, and built sites.
OURS = ".made-by-paper-catalogue"

_ABOUT = (
    "A build makes the next state of the folder beside this one here; see docs/decisions/0003.\n"
)

#: What the system says of a folder that cannot be moved: it is a mount point, or lies in an
#: overlay's lower layer, or its parent must not be written.
_UNMOVABLE = {errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM}

#: The names that `staging_of` gives.
_STAGING_NAME = re.compile(r"\..*\.next", re.DOTALL)

#: What builds make in a staging folder; all else that is ours there is a file.
_FOLDERS = {"next", "aside", "former", "rubbish"}
_FILES = {OURS, "lock", "settling.json", "settling.json~"}


class Staging:
    """The next state of one tree, while it is made and until it has taken its place.

    `tree` is what is replaced, `next` where its next state is made. After `put_in_place` the state
    before is at `next`. `seconds` counts the time that writing to the disk took, `begun` says
    whether the tree has been changed.
    """

    def __init__(self, tree: Path, folder: Path) -> None:
        self.tree = tree
        self.folder = folder
        self.next = folder / "next"
        self.seconds = 0.0
        self.begun = False
        self._aside = folder / "aside"
        self._former = folder / "former"
        self._rubbish = folder / "rubbish"
        self._journal = folder / "settling.json"

    def put_in_place(self, changed: Sequence[str], gone: Sequence[str]) -> None:
        """Let the next state take the place of the tree, all at once where the system can.

        Where it cannot, the files `changed` are moved in one by one, and those `gone` out; see
        `settle`. Raises OSError when that fails; what was begun is finished by the next build.
        """
        self._sync(self.next, changed)
        if not self.tree.exists():
            system.rename(self.next, self.tree)
            self.begun = True
            return
        if self.folder.parent != self.tree and not holds_mounts(self.tree):
            with contextlib.suppress(PermissionError):
                # A folder that changes its parent must be writable itself.
                allow_all(self.tree)
            try:
                exchange.exchange(self.tree, self.next, self._aside)
                self.begun = True
                return
            except OSError as error:
                if error.errno not in _UNMOVABLE:
                    raise
        settle.check_places(self.tree, [*changed, *gone])
        settle.write_journal(self._journal, changed, gone)
        self._sync(self.folder, [self._journal.name])
        self.begun = True
        self._settle(changed, gone)

    def recover(self) -> None:
        """Finish or undo what a killed build was at."""
        self._clear_away()
        exchange.restore(self.tree, self.next, self._aside)
        settle.draft_of(self._journal).unlink(missing_ok=True)
        if self._journal.exists():
            self._settle(*settle.read_journal(self._journal))
        elif self._former.exists():
            system.rename(self._former, self.next)

    def discard_next(self) -> None:
        """Remove what is at `next`; a kill in between leaves no doubt that it is rubbish."""
        if self.next.exists():
            self._rubbish.mkdir(exist_ok=True)
            names = (self._rubbish / str(number) for number in count())
            system.rename(self.next, next(name for name in names if not name.exists()))
            self._clear_away()

    def give_up(self) -> None:
        """Remove what is at `next`, unless it has begun to take its place."""
        if not self._journal.exists():
            with contextlib.suppress(OSError):
                self.discard_next()

    def _settle(self, changed: Sequence[str], gone: Sequence[str]) -> None:
        self._former.mkdir(exist_ok=True)
        settle.settle(self.tree, self.next, self._former, changed, gone)
        self.discard_next()
        self._journal.unlink()
        system.rename(self._former, self.next)

    def _clear_away(self) -> None:
        """Remove the rubbish; what somebody has open stays there until a later build."""
        if self._rubbish.exists():
            try:
                discard(self._rubbish)
            except PermissionError:
                if not system.HOLDS_OPEN_FILES:
                    raise

    def _sync(self, folder: Path, files: Sequence[str]) -> None:
        began = time.perf_counter()
        disk.sync(folder, files)
        self.seconds += time.perf_counter() - began


@contextmanager
def claim(tree: Path) -> Iterator[Staging]:
    """Give the place where the next state of `tree` is made; no other build may use it meanwhile.

    What a killed build left unfinished is finished first. Raises Busy when another build
    is writing the tree, WrongUse when something that is not ours stands in the place.
    """
    try:
        folder = _folder_for(tree)
    except OSError as error:
        raise WrongUse(f"{_said(tree)}: cannot be written: {error.strerror}") from error
    lock = FileLock(folder / "lock")
    try:
        _check_parts(folder)
        lock.acquire(timeout=0)
        if not (folder / OURS).exists():
            # The build that had made the folder has just removed it.
            _leave(folder, lock)
            raise Timeout(str(folder))
    except (Timeout, FileNotFoundError):
        raise Busy(f"another build is writing {_said(tree)}; wait until it has finished") from None
    except OSError as error:
        raise WrongUse(f"{_said(folder / 'lock')}: cannot be used: {error.strerror}") from error
    stage = Staging(tree, folder)
    try:
        _recover(stage)
        yield stage
    finally:
        _leave(folder, lock)


def _check_parts(folder: Path) -> None:
    """Raise WrongUse for what stands in a staging folder where builds make something else."""
    for part in folder.iterdir():
        try:
            mode = part.lstat().st_mode
        except FileNotFoundError:
            # Another build has just removed it.
            continue
        if stat.S_ISLNK(mode):
            raise WrongUse(f"{_said(part)}: is a link; remove it, builds follow none there")
        if (part.name in _FOLDERS and not stat.S_ISDIR(mode)) or (
            part.name in _FILES and not stat.S_ISREG(mode)
        ):
            raise WrongUse(f"{_said(part)}: is not from a build; move it away")


def _recover(stage: Staging) -> None:
    try:
        stage.recover()
    except OSError as error:
        why, hint = why_not_written(error)
        raise WrongUse(
            f"{_said(stage.tree)}: what an earlier build began cannot be finished: {why}; {hint}"
        ) from error


def _folder_for(tree: Path) -> Path:
    """Make the staging folder of a tree, beside it or else in it, and return where it is."""
    if _STAGING_NAME.fullmatch(tree.name):
        raise WrongUse(f"{_said(tree)}: only builds make folders of such names; give another")
    beside, inside = staging_of(tree)
    if os.path.lexists(inside) or (tree.exists() and is_mounted(tree)):
        return _claimed(inside)
    tree.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _claimed(beside)
    except OSError as error:
        # One that is there and cannot be used may be another user's who builds just now.
        if error.errno not in {*_UNMOVABLE, errno.EROFS} or not tree.exists():
            raise
        if os.path.lexists(beside) and error.errno != errno.EROFS:
            raise
    return _claimed(inside)


def _claimed(folder: Path) -> Path:
    """Return `folder`, made if need be; WrongUse if it is a link, or was not made by a build."""
    if os.path.lexists(folder) and (folder.is_symlink() or not folder.is_dir()):
        raise WrongUse(
            f"{_said(folder)}: builds make a folder of this name and follow no link; move it away"
        )
    folder.mkdir(exist_ok=True)
    # A build killed just here leaves an empty folder.
    mark = folder / OURS
    if any(folder.iterdir()) and not is_page(mark):
        raise WrongUse(
            f"{_said(folder)}: holds files that are not from a build; builds make a folder of this"
            " name and remove it, so move it away"
        )
    if not is_page(mark):
        mark.write_bytes(_ABOUT.encode())
    return folder


def _leave(folder: Path, lock: FileLock) -> None:
    """Remove the staging folder unless something is left in it for the next build."""
    emptied = False
    with contextlib.suppress(OSError):
        if {path.name for path in folder.iterdir()} <= {OURS, "lock"}:
            _remove_lock(folder / "lock", lock)
            (folder / OURS).unlink(missing_ok=True)
            emptied = True
            folder.rmdir()
            emptied = False
    lock.release()
    if emptied:
        # On NFS and FUSE the lock was there under another name as long as it was held.
        with contextlib.suppress(OSError):
            folder.rmdir()


def _remove_lock(path: Path, lock: FileLock) -> None:
    """Remove the file of a lock while it is held: nobody else can hold a file of this name then.

    Where no open file can be removed, it is let go first. Nor can it then be removed when another
    build has locked it meanwhile, and PermissionError is raised.
    """
    if system.HOLDS_OPEN_FILES:
        lock.release()
    path.unlink(missing_ok=True)


def _said(path: Path) -> str:
    return printable(str(path))
