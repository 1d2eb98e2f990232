"""From Markdown to the web site: the only module that knows MkDocs."""

from __future__ import annotations

import logging
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from html.entities import html5
from pathlib import Path
from typing import Any
from urllib.parse import quote

import minify_html
from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page
from mkdocs.utils.yaml import yaml_load

from generator.output import OURS, Staging, is_page, staging_name, walk, why_not_written
from generator.problems import Place, Problems, WrongUse, printable, quoted
from generator.settings import ADDRESS_HINT, Settings, is_web_address

#: Material's own scripts and the maps of its files, which no page loads.
_UNUSED = ("assets/javascripts/bundle.*", "assets/javascripts/lunr", "assets/javascripts/workers",
           "assets/stylesheets/*.map", "assets/stylesheets/palette.*")  # fmt: skip

#: What the generator's pages need of MkDocs where mkdocs.yml does not say otherwise: the theme has
#: a search of its own, and thousands of papers have no place in the head of every page.
_UNSAID: dict[str, Any] = {
    "markdown_extensions": [
        "admonition",
        "attr_list",
        {"pymdownx.highlight": {"use_pygments": False, "css_class": ""}},
        "pymdownx.superfences",
        "tables",
        {"toc": {"toc_depth": 2}},
    ],
    "nav": [
        {"Papers": "papers/index.md"},
        {"Topics": "topics/index.md"},
        {"Map": "map.md"},
        {"Reading list": "reading-list.md"},
    ],
    "plugins": [],
}

#: What Material's base template puts before everything else: two switches of a drawer and a search
#: that our frame does not have, and the cover that belongs to them. No block holds them.
_SWITCHES = re.compile(
    r"""(<body\b[^>]*+>)(?:\s*+<input class="md-toggle"[^>]*+>)++"""
    r"""(?:\s*+<label class="md-overlay"[^>]*+></label>)?+"""
)

_TITLE = re.compile(r"(<title>)(.*?)(</title>)", re.DOTALL)
#: A tag or a text; behind the tag of a script or style its content, which has no references.
_PIECE = re.compile(
    r"""(<(?:(script|style)\b)?(?:[^>"']++|"[^"]*"|'[^']*')*+>|[^<]+|<)((?(2).*?(?=</\2)))""",
    re.DOTALL,
)
_AMPERSAND = re.compile(r"&(#[0-9]+;|#[xX][0-9a-fA-F]+;|[a-zA-Z][a-zA-Z0-9]*;|(?=[^\s<&]))")

#: Comments that have their lines for themselves. No text in the theme's files looks like one.
_COMMENTS = re.compile(
    r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*+\*/[ \t]*)\n", re.DOTALL | re.MULTILINE
)
_THEME = Path(__file__).with_name("theme")

#: What stays as it is in the address of a file.
_PATH = "/:?#[]@!$&()*+,;=-._~%"

Step = Callable[[int], None]


@dataclass(frozen=True)
class Site:
    """What a built site weighs."""

    pages: int
    files: int
    bytes: int


class _Progress(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Tells how far MkDocs has come; changes nothing."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self.pages = 0

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        self.pages += 1
        self.step(self.pages)
        return output


def build_site(
    settings: Settings, staging: Staging, problems: Problems, step: Step = lambda _: None
) -> Site | None:
    """Build the site from the Markdown in the docs folder; None, and a problem, if that fails.

    The site is made at `staging` and then takes the place of the present one; files with the same
    bytes keep their time stamps. `step` is told the number of pages written so far.
    """
    config_file = settings.root / "mkdocs.yml"
    where = Place(settings.shown(config_file))
    progress = _Progress(step)
    stage = staging.next
    try:
        # What a killed build left: an unfinished site, or the one before.
        staging.discard_next()
        with _messages(where, problems):
            _run_mkdocs(settings, stage, config_file, progress)
        _prune(stage)
        (stage / OURS).touch()
        finished = _finish(stage, staging.tree)
        staging.put_in_place(finished.changed, finished.gone)
        staging.discard_next()
    except (MkDocsException, Abort, TemplateError, UnicodeError) as error:
        problems.error(where, f"MkDocs cannot build the site: {error}", "mend what it names")
    except OSError as error:
        problems.error(Place(settings.shown(staging.tree)), *why_not_written(error))
    else:
        return Site(progress.pages, finished.files, finished.bytes)
    staging.give_up()
    return None


def _run_mkdocs(settings: Settings, stage: Path, config_file: Path, progress: _Progress) -> None:
    """Build the site at `stage`; raise MkDocsException for pages that cannot be read, too."""
    try:
        _convert(settings, stage, config_file, progress)
    except OSError as error:
        if str(error.filename or stage).startswith(str(stage)):
            raise
        raise MkDocsException(str(error)) from error


def _convert(settings: Settings, stage: Path, config_file: Path, progress: _Progress) -> None:
    if config_file.exists() and not config_file.is_file():
        # A pipe or device may never end.
        raise MkDocsException("it is not a file")
    config = load_config(
        str(config_file),
        docs_dir=str(settings.docs_dir),
        site_dir=str(stage),
        site_name=settings.name,
        site_description=settings.description,
        site_url=site_url(settings),
        # A copy, as MkDocs takes it apart.
        **deepcopy({k: _UNSAID[k] for k in _UNSAID.keys() - _said(config_file).keys()}),
    )
    config.plugins["generator/progress"] = progress
    # Material prints the names of these files as they are.
    config.extra_css = [quote(path, safe=_PATH) for path in config.extra_css]
    with _source_date():
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()


def check_ours(site: Path) -> None:
    """Raise WrongUse when `site` is a folder with content that this module did not make."""
    shown = printable(str(site))
    try:
        if site.is_file():
            raise WrongUse(f"{shown}: is a file; give a folder for the site")
        held = {path.name for path in site.iterdir()} if site.is_dir() else set()
        theirs = held - {staging_name(site)} and OURS not in held
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
    """Return where people can correct a paper: as the settings say, else `repo_url` of mkdocs.yml.

    A file that cannot be read says nothing here: building the site reports what is wrong with it.
    """
    if settings.repository:
        return settings.repository
    found = _said(settings.root / "mkdocs.yml").get("repo_url")
    return found if isinstance(found, str) and is_web_address(found) else ""


def _said(config_file: Path) -> dict[str, Any]:
    """Return what mkdocs.yml says; nothing, where it cannot be read."""
    if not config_file.is_file():
        return {}
    try:
        with config_file.open("rb") as file:
            config = yaml_load(file)
    except (OSError, MkDocsException, UnicodeError):
        return {}
    return config if isinstance(config, dict) else {}


@contextmanager
def _source_date() -> Iterator[None]:
    """Let MkDocs date the site map by SOURCE_DATE_EPOCH, never by the clock.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = before or "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]


class _Collector(logging.Handler):
    """Turns what MkDocs logs as a warning or worse into problems."""

    def __init__(self, where: Place, problems: Problems) -> None:
        super().__init__(logging.WARNING)
        self._where = where
        self._problems = problems

    def emit(self, record: logging.LogRecord) -> None:
        self._problems.warning(self._where, " ".join(record.getMessage().split()))


@contextmanager
def _messages(where: Place, problems: Problems) -> Iterator[None]:
    logger = logging.getLogger("mkdocs")
    handler = _Collector(where, problems)
    logger.addHandler(handler)
    before, logger.propagate = logger.propagate, False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = before


def _prune(stage: Path) -> None:
    for pattern in _UNUSED:
        for path in sorted(stage.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    scripts = stage / "assets" / "javascripts"
    if scripts.is_dir() and not any(scripts.iterdir()):
        scripts.rmdir()


@dataclass(frozen=True)
class _Finished:
    """A site that can take its place: how it differs from the present one, and what it weighs."""

    changed: list[str]
    gone: list[str]
    files: int
    bytes: int


def _finish(stage: Path, site: Path) -> _Finished:
    """Make pages and the theme's files small; give unchanged files the time stamp they had.

    Every file may be read by everybody, whatever the umask says: a web server is another user.
    """
    made = sorted(name for name in walk(stage) if is_page(stage / name))
    changed, size = [], 0
    for name in made:
        path, old = stage / name, site / name
        if path.suffix == ".html":
            path.write_text(minified(without_switches(path.read_text("utf-8"))), "utf-8")
        elif _is_themes(path, stage):
            path.write_text(uncommented(path.read_text("utf-8")), "utf-8")
        if is_page(old) and _same(old, path):
            stamp = old.stat()
            os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        else:
            changed.append(name)
        size += path.stat().st_size
        path.chmod(path.stat().st_mode | 0o444)
    for folder, _, _ in os.walk(stage):
        mode = site.stat().st_mode if folder == str(stage) and site.exists() else 0o755
        Path(folder).chmod(stat.S_IMODE(mode) | 0o755)
    gone = sorted(set(walk(site)).difference(made)) if site.exists() else []
    return _Finished(changed, gone, len(made), size)


def _is_themes(path: Path, stage: Path) -> bool:
    """Whether this is a module or style sheet of our theme, not one in its place."""
    ours = _THEME / path.relative_to(stage)
    return path.suffix in {".css", ".js"} and ours.is_file() and _same(ours, path)


def _same(first: Path, second: Path) -> bool:
    return first.stat().st_size == second.stat().st_size and (
        first.read_bytes() == second.read_bytes()
    )


def uncommented(code: str) -> str:
    """Return JavaScript or CSS without the comments that have lines of their own."""
    return _COMMENTS.sub("", code)


def without_switches(html: str) -> str:
    """Return a page without the check boxes of Material that nothing on it uses."""
    return _SWITCHES.sub(r"\1", html, count=1)


def minified(html: str) -> str:
    """Return an HTML page without needless white space and comments; all else stays."""
    options: dict[str, Any] = {
        "keep_closing_tags": True,
        "keep_html_and_head_opening_tags": True,
        "minify_css": False,
        "minify_js": False,
    }
    found: str = minify_html.minify(html, **options)
    # In a title the minifier writes < as it is, which HTML allows but not every reader expects.
    found = _TITLE.sub(lambda title: title[1] + title[2].replace("<", "&lt;") + title[3], found, 1)
    return _PIECE.sub(lambda piece: _AMPERSAND.sub(_reference, piece[1]) + piece[3], found)


def _reference(found: re.Match[str]) -> str:
    """Escape a & that begins no character reference: only the newest parsers let it stand."""
    name = found[1]
    return found[0] if name[:1] == "#" or name in html5 else "&amp;" + name
