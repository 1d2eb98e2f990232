"""Brings the file of a library up to date with the service, and says what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.fetched import ZoteroLibrary
from generator.figures.wording import counted
from generator.services.asking import Asking
from generator.services.fetched_file import FetchedFile, line_of, read_fetched_file
from generator.services.zotero import Looked, Step, Zotero
from generator.sources.csl.fetched_library import FetchedLibrary
from generator.write_file import replace_file


@dataclass(frozen=True)
class Fetched:
    """What a fetch found: how many items are new, changed, gone, and there in all.

    `left_out` is how many notes and attachments there are; None where nobody asked, as nothing
    changed. `wrote` is whether the file is another one now.
    """

    source: ZoteroLibrary
    name: str
    new: int
    changed: int
    gone: int
    total: int
    left_out: int | None
    wrote: bool

    def __str__(self) -> str:
        of = f"{self.source} ({self.name})" if self.name else str(self.source)
        if not (self.new or self.changed or self.gone):
            what = "nothing changed"
        else:
            what = f"{self.new:,} new, {self.changed:,} changed, {self.gone:,} gone"
        out = (
            f"; {counted(self.left_out, 'note or attachment', 'notes and attachments')} left out"
            if self.left_out
            else ""
        )
        return f"{of}: {what}; {self.total:,} in all{out}"


def fetch(
    library: ZoteroLibrary,
    folder: Path,
    asking: Asking,
    key: str = "",
    *,
    fresh: bool = False,
    step: Step = lambda _done, _total: None,
) -> Fetched:
    """Bring the file of `library` in `folder` up to date, all at once and only if it changed.

    `fresh` asks for everything. Raises ServiceFailed and OSError, and then the file is as it was.
    """
    path = folder / library.file
    before = None if fresh else read_fetched_file(path)
    if before and before.about.source != library:
        before = None
    known = before.versions() if before else {}
    looked = Zotero(asking, library, key).look(known, before.about.version if before else 0, step)
    if looked is None:
        assert before is not None
        asking.forget()
        return Fetched(library, before.about.name, 0, 0, 0, len(known), None, wrote=False)
    now = _now(library, looked, before)
    old = before or read_fetched_file(path)
    lines = old.lines if old else {}
    wrote = old is None or dict(old.lines) != dict(now.lines) or _told(old) != _told(now)
    if wrote:
        replace_file(path, now.as_bytes())
    asking.forget()
    return Fetched(
        library,
        looked.name,
        new=len(now.lines.keys() - lines.keys()),
        changed=sum(lines.get(key, line) != line for key, line in now.lines.items()),
        gone=len(lines.keys() - now.lines.keys()),
        total=len(now.lines),
        left_out=looked.left_out,
        wrote=wrote,
    )


def _now(library: ZoteroLibrary, looked: Looked, before: FetchedFile | None) -> FetchedFile:
    kept = before.lines if before else {}
    lines = {
        key: line_of(looked.items[key]) if key in looked.items else kept[key]
        for key in looked.listed
    }
    about = FetchedLibrary(library, looked.version, " ".join(looked.name.split()), looked.public)
    return FetchedFile(about, lines)


def _told(file: FetchedFile) -> tuple[str, bool]:
    """Return what builds read of a library; its version alone makes no new file."""
    return file.about.name, file.about.public
