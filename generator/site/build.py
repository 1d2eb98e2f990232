"""Builds the site beside the present one and puts it in its place; says where a site will be."""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from generator.language import ENGLISH, Language
from generator.model import MadeFile
from generator.output import OURS, Draft, KnownTree, Staging, set_apart, walk, why_not_written
from generator.pages import Layout
from generator.problems import Place, Problems, WrongUse, printable, quoted
from generator.settings import ADDRESS_HINT, Settings, is_web_address
from generator.site.frames import Frames, build_frames
from generator.site.mkdocs import MkDocsFailed, said
from generator.site.pour import Poured
from generator.site.sitemap import with_pages
from generator.site.theme_named import why_not_ours
from generator.site.weight import weigh

_SITE_MAP = "sitemap.xml"
#: MkDocs makes it, too, and search engines take it.
_PRESSED = f"{_SITE_MAP}.gz"


@dataclass(frozen=True)
class Site:
    """What a built site weighs."""

    pages: int
    files: int
    bytes: int


class SiteOutput:
    """The writing of the site: what MkDocs makes, the poured pages, the files that docs/ has, too.

    `staging` is the claim to the site's folder; the site is made in it and then takes the place of
    the present one. What stays the same is linked and keeps its time stamp.
    """

    def __init__(
        self,
        settings: Settings,
        staging: Staging,
        problems: Problems,
        language: Language = ENGLISH,
    ) -> None:
        self._settings = settings
        self._staging = staging
        self._problems = problems
        self._language = language
        self._tree = KnownTree(staging.tree, settings.work_dir / "site.files")
        self.draft = Draft(staging.next, self._tree)

    def begin(self, layouts: list[tuple[Layout, str]]) -> Frames | None:
        """Have MkDocs make what is its own, and return it; None, and a problem, if that fails."""
        settings, staging = self._settings, self._staging
        where = Place(settings.shown(settings.root / "mkdocs.yml"))
        config = said(settings)
        if config and (wrong := why_not_ours(config)):
            what, hint = wrong
            self._problems.error(where, what, f"{hint}; `paper-catalogue doctor --fix` does it")
            staging.give_up()
            return None
        try:
            # What a killed build left: an unfinished site, or the one before.
            staging.discard_next()
            frames = build_frames(
                settings, site_url(settings), layouts, self._problems, self._language
            )
            staging.next.mkdir()
        except MkDocsFailed as error:
            self._problems.error(
                where, f"MkDocs cannot build the site: {error}", "mend what it names"
            )
        except OSError as error:
            self.failed(error)
        else:
            return frames
        staging.give_up()
        return None

    def finish(
        self,
        frames: Frames,
        docs: Path,
        shared: Sequence[MadeFile],
        poured: Sequence[Poured],
    ) -> Site | None:
        """Let the site become what was made; None, and a problem, if that fails.

        `shared` are the files in the folder `docs` that the site has, too.
        """
        try:
            return self._finish(frames, docs, shared, poured)
        except OSError as error:
            self.failed(error)
            return None

    def give_up(self) -> None:
        """Remove what was made, and leave the site as it is."""
        self._staging.give_up()

    def failed(self, error: OSError) -> None:
        """Report what the system refused, and leave the site as it is."""
        self._staging.give_up()
        where = Place(self._settings.shown(self._staging.tree))
        self._problems.error(where, *why_not_written(error))

    def _finish(
        self,
        frames: Frames,
        docs: Path,
        shared: Sequence[MadeFile],
        poured: Sequence[Poured],
    ) -> Site:
        draft, staging = self.draft, self._staging
        own = [file for file in frames.made if file.path not in (_SITE_MAP, _PRESSED)]
        made = [file for item in poured for file in item.site]
        made += [draft.link(docs / file.path, file) for file in shared]
        # The generator's own come before what people wrote: they cannot stand in one place.
        taken = {file.path for file in made}
        made += [
            draft.link(frames.folder / file.path, file) for file in own if file.path not in taken
        ]
        made += self._site_map(frames, poured)
        made.append(draft.put(OURS, b"", "the mark of a built site"))
        changed = [file.path for file in made if file.written]
        kept = {file.path for file in made}
        gone = sorted(set(walk(staging.tree)) - kept) if staging.tree.exists() else []
        if changed or gone:
            for file in made:
                if not file.written:
                    draft.bring(file.path)
            _let_read(staging.next, staging.tree, kept, changed)
            staging.put_in_place(changed, gone)
        staging.discard_next()
        self._tree.keep({file.path: file.digest for file in made})
        weigh(
            {file.path: file.size for file in made},
            Place(self._settings.shown(staging.tree)),
            self._problems,
        )
        pages = frames.pages + sum(len(item.pages) for item in poured)
        return Site(pages, len(made), sum(file.size for file in made))

    def _site_map(self, frames: Frames, poured: Sequence[Poured]) -> list[MadeFile]:
        """Put the map of the site, if MkDocs has made one."""
        if not any(file.path == _SITE_MAP for file in frames.made):
            return []
        text = (frames.folder / _SITE_MAP).read_text("utf-8")
        listed = sorted(item for some in poured for item in some.listed)
        pages = [(frames.site_url + address, day) for address, day in listed]
        data = with_pages(text, pages).encode("utf-8", "replace")
        return [
            self.draft.put(_SITE_MAP, data, "the map of the site"),
            self.draft.put(_PRESSED, _pressed(data), "the map of the site, pressed"),
        ]


def _pressed(data: bytes) -> bytes:
    """Return data as gzip, the same each time and from every Python.

    It has no time stamp, and names no system: `gzip.compress` names one in Python 3.11 and not in
    3.13.
    """
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", fileobj=packed, mtime=0) as file:
        file.write(data)
    return packed.getvalue()


def _let_read(site: Path, before: Path, files: Collection[str], written: Collection[str]) -> None:
    """Let everybody read all files, whatever the umask says: a web server is another user.

    Of the `files` of a site only those that were `written` are looked at: the others are brought
    from the site `before`, where they were once.
    """
    # Texts, and the calls of the system as they are: a site has very many files.
    root = os.path.join(site, "")  # noqa: PTH118
    top = before.stat().st_mode if before.exists() else 0o755
    site.chmod(stat.S_IMODE(top) | 0o755)
    for folder in _folders(files):
        os.chmod(root + folder, 0o755)  # noqa: PTH101, S103
    for path in written:
        found = os.lstat(root + path).st_mode
        if found & 0o444 != 0o444:
            os.chmod(root + path, stat.S_IMODE(found) | 0o444)  # noqa: PTH101


def _folders(files: Collection[str]) -> set[str]:
    """Return all folders that files lie in, but the top."""
    found: set[str] = set()
    todo = {path.rpartition("/")[0] for path in files} - {""}
    while todo:
        found |= todo
        todo = {folder.rpartition("/")[0] for folder in todo} - found - {""}
    return found


def check_links(
    frames: Frames, made: Collection[str], settings: Settings, problems: Problems
) -> None:
    """Warn of links that people wrote to files that neither they nor we made.

    They stand in pages, in `nav` and, as `footer` of catalogue.yml, at the foot of all.
    """
    for path, page in frames.linked:
        if path in made:
            continue
        if not page:
            problems.warning(
                Place(settings.shown(settings.root / "mkdocs.yml")),
                f"nav: {quoted(path)} is no page of the site",
                "write the page, or take it out of nav",
            )
        else:
            problems.warning(
                Place(settings.shown(settings.docs_dir / page)),
                f"links to {quoted(path)}, which is no page or file of the site",
                "mend the link",
            )
    for link in settings.footer or ():
        target = settings.site_dir / unquote(re.split("[?#]", link.to)[0])
        if "://" not in link.to and not (target.is_file() or (target / "index.html").is_file()):
            problems.warning(
                Place(settings.shown(settings.catalogue_dir / "catalogue.yml")),
                f"footer: {quoted(link.to)} is no page or file of the site",
                "mend the link",
            )


def check_ours(site: Path) -> None:
    """Raise WrongUse when `site` is a folder with content that no build made."""
    shown = printable(str(site))
    try:
        if site.exists() and not site.is_dir():
            raise WrongUse(f"{shown}: is a file; give a folder for the site")
        held = {path.name for path in site.iterdir()} if site.is_dir() else set()
        theirs = held - set_apart(site) and OURS not in held
    except OSError as error:
        raise WrongUse(f"{shown}: cannot be read: {error.strerror}") from error
    if theirs:
        raise WrongUse(
            f"{shown}: holds files that are not from a build of this catalogue; building would"
            " delete them. Empty the folder or give another one with --site"
        )


def site_url(settings: Settings) -> str:
    """Return where the site will be: the publishing workflow knows better than the settings.

    Raises WrongUse when what it says is no address.
    """
    url = os.environ.get("SITE_URL") or settings.url
    if url and not is_web_address(url):
        raise WrongUse(f"SITE_URL: {quoted(url)} is not a web address; {ADDRESS_HINT}")
    return url.rstrip("/") + "/" if url else ""


def repository(settings: Settings) -> str:
    """Return where people can correct a paper, or an empty string.

    The settings say so, else the publishing workflow, else `repo_url` of mkdocs.yml. A file that
    cannot be read says nothing here: building the site reports what is wrong with it.
    """
    if settings.repository:
        return settings.repository
    found = os.environ.get("REPOSITORY_URL") or said(settings).get("repo_url")
    return found if isinstance(found, str) and is_web_address(found) else ""
