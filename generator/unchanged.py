"""Whether a build would make what is there already: known before what builds is loaded.

A build that succeeded leaves a record of what it read, by content, of what it wrote, by size and
time, and of what it said. A build of the same that finds all as it was says the same, and is over.
In any doubt it builds: a record that cannot be read, a file that cannot, another version of the
code or of a library, other arguments, another environment.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from glob import glob
from pathlib import Path

from generator.cache.code import package_digest
from generator.cache.environment import environment_read
from generator.cache.files import (
    Tree,
    bytes_of,
    digest_of_files,
    is_as_it_was,
    not_hidden,
    staging_of,
    write_whole,
)
from generator.console import Line, line_of

_NAME = "last-build.json"
_ABOUT = "What the last build read, wrote and said. Builds do without it if it is removed."
#: What the file of seconds says of a build that had nothing to do.
_NO_STAGE = json.dumps({"wall": {}, "processor": {}})
#: As in `generator.settings`, which takes longer to load.
_FOLDER = ".build"


@dataclass(frozen=True)
class Command:
    """A call of the program: its arguments, and where it was started."""

    arguments: tuple[str, ...]
    base: str

    @classmethod
    def given(cls, arguments: Sequence[str]) -> Command:
        """Return the command with these arguments, started here."""
        # Whether what is kept is used changes nothing of what is made.
        return cls(tuple(a for a in arguments if a != "--fresh"), os.getcwd())  # noqa: PTH109

    @property
    def root(self) -> Path:
        """The folder of the catalogue that it is about, as the option --root says, or here."""
        return Path(self.base, self.option("--root") or ".")

    def option(self, name: str) -> str:
        """Return the value that an option has, or an empty string."""
        found = ""
        for option, value in zip(self.arguments, (*self.arguments[1:], ""), strict=True):
            if option == name:
                found = value
            elif option.startswith(f"{name}="):
                found = option.removeprefix(f"{name}=")
        return found


@dataclass(frozen=True)
class Reads:
    """What a build reads beside the tree that it writes its pages into.

    `config` is the mkdocs.yml, `folders` are read with all that is in them; `sources` are names of
    files and folders, and patterns, relative to `base`. `ledger` is a file in the first folder that
    builds read, and leave as it is to be.
    """

    config: str
    folders: tuple[str, ...]
    sources: tuple[str, ...]
    base: str
    ledger: str

    def digest(self) -> str:
        """Return a digest of all of it as it is now, and of what builds it.

        Raises OSError for what cannot be read.
        """
        hashed = hashlib.blake2b(package_digest().encode(), digest_size=20)
        config = bytes_of(Path(self.config)) if os.path.lexists(self.config) else b""
        told = repr(environment_read(config))
        for part in (config, told.encode("utf-8", "surrogateescape")):
            hashed.update(hashlib.blake2b(part).digest())
        for number, folder in enumerate(self.folders):
            apart = (self.ledger,) if number == 0 else ()
            files = digest_of_files(Path(folder), not_hidden, apart=apart)
            hashed.update(f"{folder}\n{files}\n".encode())
        for path in sorted(set(self._files())):
            hashed.update(os.fsencode(path) + b"\0" + hashlib.blake2b(bytes_of(path)).digest())
        return hashed.hexdigest()

    def ledger_digest(self) -> str:
        """Return a digest of the ledger as it is now. Raises OSError if it cannot be read."""
        path = Path(self.folders[0], self.ledger)
        data = bytes_of(path) if os.path.lexists(path) else b""
        return hashlib.blake2b(data, digest_size=20).hexdigest()

    def _files(self) -> Iterator[Path]:
        """Yield every file that may be a source: of a folder all, whatever their names."""
        for name in self.sources:
            path = Path(self.base, name)
            if path.is_dir():
                yield from (p for p in path.iterdir() if p.is_file() and not_hidden(p.name))
            elif os.path.lexists(path):
                yield path
            else:
                found = glob(name, root_dir=self.base, recursive=True)  # noqa: PTH207
                yield from (Path(self.base, hit) for hit in found if Path(self.base, hit).is_file())


def keep(
    work_dir: Path,
    command: Command,
    reads: Reads,
    before: str,
    trees: Sequence[Tree],
    said: Sequence[Line],
) -> None:
    """Leave a record of a build that succeeded.

    `before` is the digest of what it reads, taken before it was read: what changed meanwhile is
    then another input. Raises OSError when the record cannot be written.
    """
    record = {
        "about": _ABOUT,
        "command": asdict(command),
        "reads": asdict(reads),
        "digest": before,
        "ledger": reads.ledger_digest(),
        "trees": [asdict(tree) for tree in trees],
        "said": [asdict(line) for line in said],
    }
    write_whole(work_dir / _NAME, (json.dumps(record, indent=1) + "\n").encode("utf-8", "replace"))


def said_by_last_build(arguments: Sequence[str]) -> list[Line] | None:
    """Return what the last build said if this command would build the same; None in any doubt."""
    if arguments[:1] != ["build"] or "--fresh" in arguments:
        return None
    command = Command.given(arguments)
    try:
        work_dir = command.root.resolve() / _FOLDER
        record = json.loads(bytes_of(work_dir / _NAME))
        read = record["reads"]
        reads = Reads(
            read["config"],
            tuple(read["folders"]),
            tuple(read["sources"]),
            read["base"],
            read["ledger"],
        )
        trees = [Tree(t["path"], tuple(t["by_content"]), t["digest"]) for t in record["trees"]]
        same = (
            record["command"] == {"arguments": list(command.arguments), "base": command.base}
            and reads.digest() == record["digest"]
            and reads.ledger_digest() == record["ledger"]
            and not any(_is_begun(tree) for tree in trees)
            and all(map(is_as_it_was, trees))
        )
        said = [line_of(line["kind"], line["text"]) for line in record["said"]]
        if not same or not trees:
            return None
        if seconds := command.option("--seconds"):
            Path(command.base, seconds).write_bytes(_NO_STAGE.encode())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return said


def _is_begun(tree: Tree) -> bool:
    """Whether a build is writing a tree, or was killed before it had put all in its place."""
    return any(map(os.path.lexists, staging_of(Path(tree.path))))
