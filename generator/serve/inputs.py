"""What a build reads, seen from outside: which files there are, and when each last changed.

Whether something changed is decided by comparing two such looks, not by what the system tells of
single events: however an editor saves (over the old file, by a rename, with a copy or a swap file
beside it), afterwards the file is another, and all else is as it was.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from generator.output import manifest
from generator.settings import Settings
from generator.site.mkdocs import said
from generator.site.reads import own_theme
from generator.sources.files import expand
from generator.sources.named import paths_named

#: How files begin and end that editors make beside the one that is edited.
_BESIDE_BEGIN = (".", "#", "~$", "___jb_")
_BESIDE_END = ("~", "#", ".bak", ".crdownload", ".orig", ".part", ".save", ".swp", ".swx", ".tmp")
#: Vim makes a file of this name to see whether it may write to a folder.
_VIMS = "4913"

#: What is read below catalogue/.
_OF_CATALOGUE = (".json", ".jsonl", ".yaml", ".yml")
#: What each build reads anew of this package; its Python is read once.
_OF_PACKAGE = (".css", ".html", ".j2", ".js", ".svg", ".xml")
_PACKAGE = Path(__file__).parents[1]

#: Of a file the time of its change and its size, of a folder its device and inode.
Stamp = tuple[int, int]
#: Whether a path, relative to the folder that is walked through, counts.
Counts = Callable[[str], bool]


@dataclass
class Seen:
    """The files that a build reads, and the folders in which something can change or appear.

    A folder in whose place another was put is another one.
    """

    files: dict[str, Stamp] = field(default_factory=dict)
    folders: dict[str, Stamp] = field(default_factory=dict)

    def read(self, file: str) -> None:
        """Add a file, if it is there."""
        with suppress(OSError, ValueError):
            stat = os.stat(file)  # noqa: PTH116, much quicker for thousands of files
            self.files[file] = (stat.st_mtime_ns, stat.st_size)

    def watch(self, folder: str) -> Stamp | None:
        """Add a folder and return its stamp; or None, where it is not there."""
        with suppress(OSError, ValueError):
            stat = os.stat(folder)  # noqa: PTH116
            if os.path.isdir(folder):  # noqa: PTH112
                self.folders[folder] = (stat.st_dev, stat.st_ino)
                return self.folders[folder]
        return None

    def watch_above(self, path: Path) -> None:
        """Add the folder that a path lies in, or would: the next above that is there."""
        next(filter(None, (self.watch(str(folder)) for folder in path.parents)), None)

    def walk(self, root: Path, counts: Counts, enters: Counts = lambda _: True) -> None:
        """Add the files below a folder that count, and the folders that are entered.

        What begins with a dot is passed over. Links are followed, each folder once.
        """
        entered: set[Stamp] = set()
        todo = [(str(root), "")]
        self.watch_above(root)
        while todo:
            folder, below = todo.pop()
            stamp = self.watch(folder)
            if stamp is None or stamp in entered:
                continue
            entered.add(stamp)
            for name, path, is_folder in _listed(folder):
                relative = below + name
                if is_folder and enters(relative):
                    todo.append((path, relative + "/"))
                elif not is_folder and is_meant(name) and counts(relative):
                    self.read(path)


class Looking:
    """Looks at what builds of one catalogue read.

    `names` are sources of the command line, relative to `base`. `load` gives the settings, or None
    while they cannot be read: then those before count.
    """

    def __init__(
        self,
        settings: Settings,
        names: Sequence[str],
        base: Path,
        load: Callable[[], Settings | None],
    ) -> None:
        self._settings = settings
        self._names = names
        self._base = base
        self._load = load
        self._generated: tuple[Stamp | None, frozenset[str], frozenset[str]] | None = None

    def look(self) -> Seen:
        """Return what is there now."""
        self._settings = settings = self._load() or self._settings
        seen = Seen()
        seen.walk(settings.catalogue_dir, lambda path: path.endswith(_OF_CATALOGUE))
        for name in paths_named(settings, (), settings.root):
            _look_at_source(seen, name, settings.root)
        for name in self._names:
            _look_at_source(seen, name, self._base)
        self._look_at_pages(seen, settings.docs_dir)
        _look_at_mkdocs(seen, settings)
        seen.walk(_PACKAGE, lambda path: path.endswith(_OF_PACKAGE), lambda path: "__" not in path)
        return seen

    def _look_at_pages(self, seen: Seen, docs: Path) -> None:
        """Look at the pages that people wrote.

        Folders of generated pages are listed as well; those in them are not entered: there are
        thousands.
        """
        files, folders = self._written_by_builds(docs)
        seen.walk(
            docs,
            lambda path: path not in files,
            lambda path: "/" not in path or path not in folders,
        )

    def _written_by_builds(self, docs: Path) -> tuple[frozenset[str], frozenset[str]]:
        """Return the generated files below docs/ and the folders they lie in."""
        listed = Seen()
        listed.read(str(docs / manifest.NAME))
        stamp = next(iter(listed.files.values()), None)
        if self._generated is None or self._generated[0] != stamp:
            files: frozenset[str] = frozenset()
            with suppress(OSError):
                files = frozenset(manifest.read(docs))
            above = {file.rpartition("/")[0] for file in files}
            for folder in list(above):
                above.update(upper.as_posix() for upper in PurePosixPath(folder).parents)
            self._generated = (stamp, files, frozenset(above))
        return self._generated[1:]


def is_meant(name: str) -> bool:
    """Whether a file of this name is somebody's work, not what an editor keeps beside it."""
    return not (name.startswith(_BESIDE_BEGIN) or name.endswith(_BESIDE_END) or name == _VIMS)


def _listed(folder: str) -> Iterator[tuple[str, str, bool]]:
    """Yield name, path and kind of what is in a folder and not hidden; nothing if it is gone."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith("."):
                yield entry.name, entry.path, entry.is_dir()


def _look_at_source(seen: Seen, name: str, base: Path) -> None:
    """Look at the files that a source names, and where further ones would appear."""
    path = base / name
    with suppress(OSError, ValueError, RuntimeError):
        for file in expand(name, base):
            seen.read(str(file))
            # What a link leads to may change as well.
            seen.watch_above(file.resolve())
        seen.watch_above(path)
        seen.watch(str(path))
        if glob.has_magic(name) and not path.exists():
            parts = Path(name).parts
            for length in range(1, len(parts)):
                pattern = str(Path(*parts[:length]))
                for folder in glob.iglob(pattern, root_dir=base, recursive=True):  # noqa: PTH207
                    seen.watch(str(base / folder))


def _look_at_mkdocs(seen: Seen, settings: Settings) -> None:
    """Look at mkdocs.yml, and at what it names: a theme of its own, hooks, what else to watch."""
    root = settings.root
    seen.read(str(root / "mkdocs.yml"))
    seen.watch(str(root))
    says = said(settings)
    for name in (own_theme(says), *_names(says.get("watch"))):
        if name:
            seen.walk(root / name, lambda _: True)
    for name in _names(says.get("hooks")):
        seen.read(str(root / name))
        seen.watch_above(root / name)


def _names(value: Any) -> list[str]:
    """Return the texts of a list in mkdocs.yml, whatever else stands there."""
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []
