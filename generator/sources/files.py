"""From paths, folders and patterns to files, and from files to entries."""

from __future__ import annotations

import contextlib
import glob
import gzip
import os
import re
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import system, yaml_lines
from generator.cache.keeping import Keeping
from generator.cache.packing import digest
from generator.cache.parts import parted
from generator.cache.store import NO_CACHE, Cache
from generator.portable import as_one
from generator.problems import Place, Problems, WrongUse, printable
from generator.settings import Settings
from generator.sources.base import Reader, Reading, SourceFile
from generator.sources.bibtex.reader import BibtexReader
from generator.sources.csl.csl_json import CslJsonReader
from generator.sources.csl.zotero_json import ZoteroJsonReader
from generator.sources.encodings import decoding
from generator.sources.identifiers import IdentifierReader
from generator.sources.jsonl import JsonLinesReader
from generator.sources.kept import FORMED, Gave, gave_before, keep, key_of
from generator.sources.listings.reader import ListingReader
from generator.sources.markdown.reader import MarkdownReader
from generator.sources.records import RecordReader
from generator.sources.services.answers import JsonAnswersReader, XmlAnswersReader
from generator.sources.tables.csv_table import CsvReader
from generator.sources.tables.json_objects import JsonObjectsReader
from generator.sources.tagged.endnote import EndNoteReader
from generator.sources.tagged.endnote_xml import EndNoteXmlReader
from generator.sources.tagged.nbib import NbibReader
from generator.sources.tagged.ris import RisReader
from generator.sources.tagged.wos import WosReader
from generator.values.paper import SourceRecord
from generator.workers import HERE, Workers

#: Every format we read beside records. The first reader that recognises a file reads it.
READERS: tuple[Reader, ...] = (
    NbibReader(),
    RisReader(),
    EndNoteReader(),
    BibtexReader(),
    EndNoteXmlReader(),
    WosReader(),
    XmlAnswersReader(),
    ZoteroJsonReader(),
    JsonAnswersReader(),
    CslJsonReader(),
    JsonLinesReader(),
    JsonObjectsReader(),
    CsvReader(),
    MarkdownReader(),
    IdentifierReader(),
    ListingReader(),
)

#: Larger sources belong in several files; it also bounds what a compressed file may unpack to.
MAX_BYTES = 400_000_000

#: What services answer in place of entries when something went wrong, too.
_WEB_PAGE = re.compile(r"\s{0,99}(?:<\?xml[^<>]{0,200}>\s{0,9})?<(?:!doctype\s+html|html)\b", re.I)

#: So many records a worker gets at once, and are read again when one of them changed.
RECORDS = 16

#: Who read a file that nobody can.
_UNREADABLE = "unreadable"

#: So many names that lead nowhere are told.
MAX_MISSING = 40

#: What a folder given as a source is searched for.
ENDINGS = tuple(dict.fromkeys(ending for reader in READERS for ending in reader.endings))


@dataclass(frozen=True)
class ReadFile:
    """A file and what it gave."""

    file: SourceFile
    reader: str
    reading: Reading


def record_files(settings: Settings, problems: Problems) -> list[SourceFile]:
    """Return the record files of the catalogue, by name; other files there are warned about."""
    folder = settings.papers_dir
    files: list[SourceFile] = []
    if os.path.lexists(folder) and not folder.is_dir():
        problems.error(Place(settings.shown(folder)), "is no folder", "records stand in a folder")
    try:
        paths = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        problems.error(Place(settings.shown(folder)), f"cannot be read: {error.strerror}")
        return files
    names: dict[str, str] = {}
    for path in paths:
        if path.name.startswith("."):
            continue
        if path.suffix in (".yml", ".yaml") and path.is_file():
            if path.stem in names:
                problems.error(
                    Place(settings.shown(path)),
                    f"gives the same address as {names[path.stem]}: papers/{path.stem}/",
                    "keep one of them",
                )
            names[path.stem] = path.name
            files.append(SourceFile(path, settings.shown(path), f"papers/{path.name}"))
        else:
            problems.warning(
                Place(settings.shown(path)), "not a record; not read", "records end in .yml"
            )
    return files


def source_files(names: Sequence[str], base: Path) -> list[SourceFile]:
    """Return the files that paths, folders and patterns name, each once, sorted.

    Relative names start at `base`. What stands in a folder that was given is not `named`. Raises
    WrongUse, naming the first of them, when a name leads to no file at all.
    """
    found: dict[Path, str] = {}
    named: set[Path] = set()
    missing: list[str] = []
    for name in names:
        try:
            paths = list(expand(name, base))
            if not paths:
                is_told = len(missing) < MAX_MISSING
                missing.append(_why_nothing(name, base) if is_told else name)
            for path in paths:
                shown = system.relative(path, base)
                real = path.resolve()
                # Of several names of one file the first in the alphabet, not the first given.
                found[real] = min(shown, found.get(real, shown))
                if not (base / name).is_dir():
                    named.add(real)
        except (OSError, ValueError, RuntimeError) as error:
            # A folder that may not be entered; a name that is too long, holds a null byte or is
            # a link to itself.
            missing.append(f"{name}: {getattr(error, 'strerror', None) or error}")
    if missing:
        more = [f"and {len(missing) - MAX_MISSING:,} more"] if len(missing) > MAX_MISSING else []
        raise WrongUse("\n".join(map(printable, [*missing[:MAX_MISSING], *more])))
    labels = _labels(sorted(found))
    return [
        SourceFile(path, shown.replace(os.sep, "/"), labels[path], named=path in named)
        for path, shown in sorted(found.items())
    ]


def expand(name: str, base: Path) -> Iterable[Path]:
    """Return what a path, folder or pattern names, seen from `base`; nothing where that is nothing.

    Raises OSError, ValueError or RuntimeError for a name that no file can have.
    """
    path = base / name
    if path.is_dir():
        return [p for p in sorted(path.iterdir()) if _ends_so(p) and _is_meant(p)]
    if path.exists() or path.is_symlink():
        return [path]
    # Path.glob refuses absolute patterns; a * in the name of `base` itself is no pattern.
    hits = sorted(glob.glob(name, root_dir=base, recursive=True))  # noqa: PTH207
    return [base / hit for hit in hits if _is_meant(base / hit)]


def _ends_so(path: Path) -> bool:
    """Whether a name ends as one of a source, in small letters or in capitals."""
    return path.name.lower().endswith(ENDINGS)


def _is_meant(path: Path) -> bool:
    """Whether a file that nobody named is a source; a link that leads nowhere is, and an error."""
    return not path.is_dir() and not path.name.startswith(".")


def _why_nothing(name: str, base: Path) -> str:
    if (base / name).is_dir():
        return f"{name}: the folder holds no source (files ending in {', '.join(ENDINGS)})"
    if glob.has_magic(name):
        return f"{name}: no file matches the pattern (seen from {base})"
    near = _near(base / name)
    hint = f"there is {near}: write it as it is named" if near else f"seen from {base}"
    return f"{name}: no such file or folder ({hint})"


def _near(path: Path) -> str:
    """Return the name of a file that macOS or Windows would take for this one; else nothing."""
    wanted = as_one(path.name)
    with contextlib.suppress(OSError):
        return next((p.name for p in sorted(path.parent.iterdir()) if as_one(p.name) == wanted), "")
    return ""


def _labels(paths: Sequence[Path]) -> dict[Path, str]:
    """Name each file for published pages: no more of its path than tells it from the others."""
    labels: dict[Path, str] = {}
    length, unnamed = 1, list(paths)
    while unnamed:
        ends = Counter(path.parts[-length:] for path in paths)
        for path in unnamed:
            if ends[path.parts[-length:]] == 1:
                labels[path] = "/".join(path.parts[-length:])
        length, unnamed = length + 1, [path for path in unnamed if path not in labels]
    return labels


def read_all(
    files: Sequence[SourceFile],
    problems: Problems,
    step: Callable[[str], None] = lambda _: None,
    workers: Workers = HERE,
    cache: Cache = NO_CACHE,
) -> list[ReadFile]:
    """Return what each file gave, in the order of `files`. `step` is told each file's name.

    What a file gave before is taken from `cache`, with what was told of it; of one that changed,
    the entries that did not, as long as they are in the same lines.
    """
    results = []
    for file in files:
        step(file.shown)
        raw = _bytes(file, problems, MAX_BYTES)
        key = key_of(file, raw)
        gave = gave_before(cache, key)
        if gave is None:
            keeping = Keeping(FORMED, cache, workers)
            gave = _read(file, raw, READERS, decoding.decode, keeping)
            keep(cache, key, gave, keeping.made)
        problems.add_all(gave.told)
        results.append(ReadFile(file, gave.reader or _UNREADABLE, gave.reading))
    return results


def read_records(
    files: Sequence[SourceFile],
    problems: Problems,
    step: Callable[[str], None] = lambda _: None,
    topics: Collection[str] | None = None,
    workers: Workers = HERE,
    cache: Cache = NO_CACHE,
) -> list[ReadFile]:
    """Return what each record file gave; see `read_all`. `topics`: see RecordReader."""
    given = tuple((file, _bytes(file, problems, yaml_lines.MAX_BYTES)) for file in files)
    chunks = parted(range(len(given)), lambda at: given[at][0].label, RECORDS)
    known = None if topics is None else sorted(topics)
    shared = (RecordReader(topics), given)
    read: dict[int, Gave] = {}
    found = cache.map(
        "records",
        _read_some,
        chunks,
        shared,
        lambda chunk: digest(known, *(key_of(*given[at]) for at in chunk)),
        workers,
    )
    for chunk, some in zip(chunks, found, strict=True):
        read |= zip(chunk, some, strict=True)
        step(files[chunk[0]].shown)
    results = []
    for at, file in enumerate(files):
        gave = read[at]
        problems.add_all(gave.told)
        # A record's file is one entry, even when nothing in it can be read.
        reading = gave.reading if gave.reader else Reading(rejected=1)
        results.append(ReadFile(file, gave.reader or _UNREADABLE, reading))
    return results


def _read_some(
    shared: tuple[RecordReader, Sequence[tuple[SourceFile, bytes | None]]], chunk: Sequence[int]
) -> list[Gave]:
    """Return what each record file of a chunk gave: their places among all that are given."""
    reader, given = shared
    return [_read(*given[at], (reader,), yaml_lines.decode) for at in chunk]


def _read(
    file: SourceFile,
    raw: bytes | None,
    readers: Sequence[Reader],
    decode: Callable[[bytes, str, Problems], str | None],
    workers: Workers = HERE,
) -> Gave:
    told = Problems()
    text = None if raw is None else decode(raw, file.shown, told)
    if text is None:
        return Gave(None, Reading(), told)
    for reader in readers:
        if reader.recognises(file, text):
            return Gave(reader.name, reader.read(file, text, told, workers), told)
    # In a folder of sources there may be a README, too.
    tell = told.error if file.named else told.warning
    tell(Place(file.shown), *_why_unknown(text, readers))
    return Gave("unknown", Reading(), told)


def _why_unknown(text: str, readers: Sequence[Reader]) -> tuple[str, str]:
    """Return what is wrong with a file that no reader knows, and what to do."""
    if not text.strip():
        return "the file is empty", "save it again, or take it away"
    if _WEB_PAGE.match(text):
        return "this is a web page, not what it shows", "export or download the entries instead"
    known = ", ".join(reader.name for reader in readers)
    return "not in a format that is read here", f"known formats: {known}"


def _bytes(file: SourceFile, problems: Problems, limit: int) -> bytes | None:
    if not file.path.name.endswith(".gz"):
        return yaml_lines.read_bytes(file.path, file.shown, problems, limit)
    if not yaml_lines.is_file(file.path, file.shown, problems):
        return None
    try:
        with gzip.open(file.path) as stream:
            raw = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        problems.error(Place(file.shown), f"cannot be unpacked: {reason}", "save it again")
        return None
    if len(raw) > limit:
        problems.error(Place(file.shown), f"unpacks to over {limit / 1e6:.0f} MB", "split it")
        return None
    return raw


def entries(readings: Iterable[ReadFile]) -> list[SourceRecord]:
    """Return every record of every file, in a total order that no order of reading changes."""
    records = [record for read in readings for record in read.reading.records]
    return sorted(records, key=lambda record: record.order)
