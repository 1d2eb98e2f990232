"""Writes generated files into a tree that also holds hand-written ones; see the package."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from generator import system
from generator.model import MadeFile, OutputFile
from generator.output import manifest
from generator.output.adopted import adopt
from generator.output.draft import Draft
from generator.output.hand_written import can_be_built
from generator.output.known import KnownTree
from generator.output.plan import Plan, bytes_of, check_paths, has_room, make_plan, walk
from generator.output.refused import why_not_written
from generator.output.stage import MARK, begin_stage, complete_stage, is_unfinished
from generator.output.staging import Staging
from generator.problems import Place, Problems

#: Puts a page that somebody edited aside: where it is, and its path in the tree.
Keep = Callable[[Path, str], None]


@dataclass(frozen=True)
class Written:
    """How many files were written, unchanged, removed."""

    written: int
    unchanged: int
    removed: int


class Output:
    """The writing of one tree: begun, given its files by its `draft`, and finished.

    `staging` is the claim to the tree, `index` where the digests of its files are kept, `shown`
    names the tree in messages. A generated file that somebody edited is copied to the folder `kept`
    when it is replaced, with a warning; a page that goes away is named.
    """

    def __init__(
        self,
        staging: Staging,
        problems: Problems,
        shown: str,
        kept: Path,
        index: Path | None = None,
    ) -> None:
        self._staging = staging
        self._problems = problems
        self._shown = shown
        self._kept = kept
        self._tree = KnownTree(staging.tree, index)
        self.draft = Draft(staging.next, self._tree)

    def begin(self) -> bool:
        """Make the place of the next state; return whether the tree can be written at all."""
        tree = self._staging.tree
        if tree.exists() and not tree.is_dir():
            what = "is a file, not a folder for pages"
            self._problems.error(Place(self._shown), what, "move it elsewhere")
            return False
        try:
            if tree.exists() and not can_be_built(tree, self._problems, self._shown):
                return False
            _finish(self._staging, self._keep)
            begin_stage(self._staging.next)
        except OSError as error:
            self.failed(error)
            return False
        return True

    def adopt(self, paths: Iterable[str]) -> list[str]:
        """Leave people those of `paths` that they edited, with a note, and return these.

        Raises OSError for what cannot be read or written.
        """
        adopted = adopt(self._staging.tree, paths)
        for path in adopted:
            self._problems.note(
                Place(f"{self._shown}/{path}"),
                "was edited, and is yours from now on",
                "remove it to have the generator's again",
            )
        return adopted

    def give_up(self) -> None:
        """Leave the tree as it is."""
        self._staging.give_up()

    def finish(
        self, made: Sequence[MadeFile], pages: Collection[str] = frozenset()
    ) -> Written | None:
        """Let the tree become exactly these generated files; None when errors forbid it.

        `pages` are the paths of all pages that there are: one without a file here is on the site
        alone, and does not go away with its file. Raises ValueError when the files clash.
        """
        check_paths(made)
        staging = self._staging
        try:
            plan = make_plan(
                staging.tree, made, manifest.read(staging.tree), self._problems, self._shown
            )
            if plan is None:
                staging.give_up()
                return None
            self._replace(made, plan)
        except OSError as error:
            self.failed(error)
            return None
        for path in plan.gone:
            if path.endswith(".md") and path not in pages:
                self._problems.warning(
                    Place(f"{self._shown}/{path}"),
                    "this page goes away, and links to it from elsewhere end",
                    "if its paper or topic is still there under another name, give it its name"
                    " back",
                )
        return Written(len(plan.changed), len(made) - len(plan.changed), len(plan.gone))

    def failed(self, error: OSError) -> None:
        """Report what the system refused, and leave the tree as it is."""
        if is_unfinished(self._staging.next):
            self._staging.give_up()
        self._problems.error(Place(self._shown), *why_not_written(error))

    def _replace(self, made: Sequence[MadeFile], plan: Plan) -> None:
        """Let the tree become what the plan says, unless it is that already."""
        staging = self._staging
        digests = {file.path: file.digest for file in made}
        listed = self.draft.put(manifest.NAME, manifest.encode(digests), "the list of these files")
        if not plan.changed and not plan.gone and not listed.written:
            staging.give_up()
        else:
            changed = [*plan.changed, *([manifest.NAME] if listed.written else [])]
            complete_stage(staging.tree, staging.next, changed, plan.gone)
            staging.put_in_place(changed, plan.gone)
            _finish(staging, self._keep)
        self._tree.keep(digests)

    def _keep(self, source: Path, path: str) -> None:
        target = _keep(source, path, self._kept)
        self._problems.warning(
            Place(f"{self._shown}/{path}"),
            f"this generated page was edited by hand; the edited page is kept as {target}",
            "put corrections into a record in catalogue/papers/",
        )


def write(
    staging: Staging, files: Iterable[OutputFile], problems: Problems, shown: str, kept: Path
) -> Written | None:
    """Bring the generated files of a tree to exactly `files`; return None when errors forbid it.

    See `Output` for the arguments. Raises ValueError when `files` clash or lead outside the tree.
    """
    output = Output(staging, problems, shown, kept)
    if not output.begin():
        return None
    try:
        made = [output.draft.put(file.path, file.data, file.origin) for file in files]
    except OSError as error:
        output.failed(error)
        return None
    return output.finish(made)


def _keep(source: Path, path: str, kept: Path) -> Path:
    """Copy an edited page into `kept` and return where; nothing that is there is overwritten."""
    for number in count(1):
        folder = kept if number == 1 else kept.with_name(f"{kept.name}-{number}")
        target = folder / path
        if folder.is_symlink():
            continue
        if has_room(folder, path) and not os.path.lexists(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
        if bytes_of(target) == bytes_of(source):
            return target
    raise AssertionError("unreachable")


def _finish(staging: Staging, keep: Keep) -> None:
    """Remove what is left of another state, after saving what people changed in the meantime."""
    if staging.next.exists():
        if not is_unfinished(staging.next):
            # Not a tree in the making, so it is the old one: the two have changed places.
            _rescue(staging.next, staging.tree, keep)
        staging.discard_next()
    (staging.tree / MARK).unlink(missing_ok=True)


def _rescue(old: Path, tree: Path, keep: Keep) -> None:
    """Save what people wrote in the tree `old` and `tree` does not have.

    Generated pages that were edited, at any time, are put aside. Hand-written ones that were
    added or edited while `tree` was made are brought into it.
    """
    before, now = manifest.read(old), manifest.read(tree)
    roots = os.path.join(old, ""), os.path.join(tree, "")  # noqa: PTH118, pure texts
    for path in sorted(walk(old)):
        if _same_file(roots[0] + path, roots[1] + path):
            continue
        source, target = old / path, tree / path
        if source.is_symlink() and not os.path.lexists(target) and has_room(tree, path):
            target.parent.mkdir(parents=True, exist_ok=True)
            system.rename(source, target)
            continue
        data = bytes_of(source)
        if path in (manifest.NAME, MARK) or data is None or data == bytes_of(target):
            continue
        if path in before and manifest.is_of(data, before[path]):
            continue
        if path in before or path in now or not has_room(tree, path):
            keep(source, path)
        elif not os.path.lexists(target) or _is_older(target, source):
            target.parent.mkdir(parents=True, exist_ok=True)
            system.replace(source, target)


def _same_file(one: str, other: str) -> bool:
    """Whether both are one file, which has two names: nothing was changed then."""
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except OSError:
        return False


def _is_older(one: Path, other: Path) -> bool:
    return one.lstat().st_mtime_ns <= other.lstat().st_mtime_ns
