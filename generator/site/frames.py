"""What MkDocs builds: the pages that people wrote, the assets, and a frame for each layout.

It is built when one of these changes, and kept in the work folder for all builds until then.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import system
from generator.cache.code import package_digest
from generator.cache.environment import environment_read
from generator.cache.files import bytes_of, digest_of_files, not_hidden
from generator.cache.packing import digest
from generator.default_pages import default_pages
from generator.language import ENGLISH, Language
from generator.model import MadeFile
from generator.output import manifest, walk
from generator.output.adopted import written_by_hand
from generator.output.stage import discard
from generator.pages import Layout
from generator.pages.page import address
from generator.problems import Place, Problem, Problems, Severity
from generator.settings import Settings
from generator.site.finishing import finish
from generator.site.frame import ARTICLE_MARK, HEAD_MARK, SLOTS, Frame, FrameFailed, cut
from generator.site.look import Look, look_of
from generator.site.mkdocs import MkDocsFailed, run_mkdocs, said
from generator.site.reads import folders_read
from generator.text.markdown import front_matter

_FORMAT = 1


@dataclass(frozen=True)
class Frames:
    """What MkDocs made. `folder` holds the files `made`; `frames` are by the path of their page.

    `linked` are the files that a page which people wrote links to, each with the page, and those
    that `nav` names, with "": the generator has to make them. `pages` counts the pages; `site_url`
    is the site's address, or "".
    """

    folder: Path
    made: tuple[MadeFile, ...]
    frames: Mapping[str, Frame]
    linked: tuple[tuple[str, str], ...]
    pages: int
    site_url: str

    @cached_property
    def digest(self) -> str:
        """A digest of the frames: a page that is poured into others is another."""
        data = json.dumps([self.site_url, [(p, f.to_json()) for p, f in self.frames.items()]])
        return manifest.digest(data.encode())


def build_frames(
    settings: Settings,
    site_url: str,
    layouts: list[tuple[Layout, str]],
    problems: Problems,
    language: Language = ENGLISH,
) -> Frames:
    """Return the frames of `layouts`, each with the path of a page at its place, and all else.

    They speak `language`.
    Raises MkDocsFailed, and OSError for what cannot be read or written.
    """
    work = settings.work_dir / "frames"
    written = dict(_hand_written(settings.docs_dir))
    written |= default_pages(settings.language, written)
    drafts = {path: draft_of(layout, settings.name) for layout, path in layouts}
    look = look_of(settings, said(settings), language)
    key = _key(settings, look, site_url, written, drafts)
    kept = _kept(work, key, site_url, problems)
    if kept:
        return kept
    return _build(settings, look, site_url, written, drafts, key, problems)


def _hand_written(docs: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files in the docs folder that no build wrote, by path."""
    for path in written_by_hand(docs, sorted(walk(docs))) if docs.is_dir() else []:
        place = docs / path
        if place.is_file():
            yield path, place


def draft_of(layout: Layout, site: str) -> str:
    """Return the Markdown of the page that becomes the frame of a layout; `site` is its name."""
    lines = [
        f"title: {front_matter(SLOTS['title'] if layout.titled else site)}",
        f"description: {json.dumps(SLOTS['description'])}",
        "hide: [navigation, toc]",
        "frame: true",
        f"layout: {layout.classes}" if layout.classes else "",
        "kind: article" if layout.article else "",
        f"styles: [{', '.join(layout.styles)}]" if layout.styles else "",
        f"scripts: [{', '.join(layout.scripts)}]" if layout.scripts else "",
        f"head: {json.dumps(HEAD_MARK)}",
    ]
    front = "".join(f"{line}\n" for line in lines if line)
    return f"---\n{front}---\n\n{ARTICLE_MARK}\n"


def _build(
    settings: Settings,
    look: Look,
    site_url: str,
    written: Mapping[str, Path],
    drafts: Mapping[str, str],
    key: str,
    problems: Problems,
) -> Frames:
    """Have MkDocs build everything, and keep it."""
    work = settings.work_dir / "frames"
    new, docs = work.with_name("frames.next"), work.with_name("frames.docs")
    for folder in (new, docs):
        if folder.is_dir() and not folder.is_symlink():
            discard(folder)
        folder.mkdir(parents=True)
    told = Problems()
    try:
        _lay_out(docs, written, {**drafts, **look.files})
        built = run_mkdocs(settings, look, docs, new / "site", site_url, told)
        frames = {}
        for path in drafts:
            page = new / "site" / address(path) / "index.html"
            try:
                frames[path] = cut(page.read_text("utf-8"), address(path), site_url)
            except FrameFailed as error:
                raise MkDocsFailed(f"no frame can be made of the page {path}: {error}") from error
            page.unlink()
            _remove_empty(page.parent, new / "site")
    finally:
        discard(docs)
    for problem in told:
        problems.add(problem)
    made = tuple(finish(new / "site", look.language))
    linked = tuple(item for item in built.linked if item[1] not in drafts)
    pages = len(built.pages) - len(drafts)
    data = {
        "format": _FORMAT,
        "key": key,
        "made": [[file.path, file.size, file.digest] for file in made],
        "frames": {path: frame.to_json() for path, frame in frames.items()},
        "linked": linked,
        "pages": pages,
        "problems": [[p.severity, p.where.file, p.where.line, p.what, p.hint] for p in told],
    }
    (new / "frames.json").write_bytes(json.dumps(data).encode())
    if work.is_dir() and not work.is_symlink():
        discard(work)
    system.rename(new, work)
    return Frames(work / "site", made, frames, linked, pages, site_url)


def _lay_out(docs: Path, written: Mapping[str, Path], made: Mapping[str, str]) -> None:
    """Put the hand-written pages, and what is made for MkDocs, into one folder."""
    for path, source in written.items():
        target = docs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.symlink_to(source.resolve())
        except OSError:
            shutil.copy2(source, target)
    for path, text in made.items():
        target = docs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.write_bytes(text.encode())


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _key(
    settings: Settings,
    look: Look,
    site_url: str,
    written: Mapping[str, Path],
    drafts: Mapping[str, str],
) -> str:
    """Return a digest of all that MkDocs makes its pages of; empty where nobody knows that."""
    folders = folders_read(settings)
    if folders is None:
        return ""
    try:
        theme = [digest_of_files(folder, not_hidden) for folder in folders]
    except OSError:
        # MkDocs tells what is wrong with it.
        return ""
    file = settings.root / "mkdocs.yml"
    config = bytes_of(file) if file.is_file() else b""
    return digest(
        _FORMAT,
        package_digest(),
        config,
        environment_read(config),
        theme,
        settings.name,
        settings.description,
        repr(look),
        site_url,
        [(path, manifest.digest(place.read_bytes())) for path, place in written.items()],
        sorted(drafts.items()),
    )


def _kept(work: Path, key: str, site_url: str, problems: Problems) -> Frames | None:
    """Return what an earlier build kept, if it is of the same; its messages come again."""
    data = _read(work / "frames.json")
    if not key or not data or data.get("key") != key or data.get("format") != _FORMAT:
        return None
    try:
        made = tuple(
            MadeFile(path, "a file of the site", size, digest)
            for path, size, digest in data["made"]
        )
        frames = {path: Frame.from_json(frame) for path, frame in data["frames"].items()}
        linked = tuple((path, page) for path, page in data["linked"])
        told = [
            Problem(Severity(severity), Place(file, line), what, hint)
            for severity, file, line, what, hint in data["problems"]
        ]
        if not all((work / "site" / file.path).stat().st_size == file.size for file in made):
            return None
    except (KeyError, TypeError, ValueError, AttributeError, OSError):
        return None
    for problem in told:
        problems.add(problem)
    return Frames(work / "site", made, frames, linked, int(data["pages"]), site_url)


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
