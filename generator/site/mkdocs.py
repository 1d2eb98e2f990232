"""Runs MkDocs: the only module that knows it."""

from __future__ import annotations

import html
import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.yaml import yaml_load

from generator.language import ENGLISH, Language, to_say
from generator.problems import Place, Problems
from generator.settings import Settings
from generator.site.look import Look

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
    "plugins": [],
}
#: The links at the head of every page, where mkdocs.yml does not say otherwise.
_NAV = (
    (to_say("Papers"), "papers/index.md"),
    (to_say("Topics"), "topics/index.md"),
    (to_say("Authors"), "authors/index.md"),
    (to_say("Venues"), "venues/index.md"),
    (to_say("Years"), "years/index.md"),
    (to_say("Map"), "map.md"),
    (to_say("Reading list"), "reading-list.md"),
)

#: What stays as it is in the address of a file.
_PATH = "/:?#[]@!$&()*+,;=-._~%"

#: What Material says for the language of a page.
_LANG = re.compile(r'(?<=<html lang=")[^"]*')


class MkDocsFailed(Exception):
    """MkDocs could not build the site; the message says why."""


@dataclass(frozen=True)
class Built:
    """What MkDocs was asked for: `pages` that it built, by path, with their addresses.

    `linked` are the paths of files that pages link to and MkDocs has not, each with the page, or
    with "" where `nav` names it.
    """

    pages: dict[str, str]
    linked: tuple[tuple[str, str], ...]


def run_mkdocs(
    settings: Settings, look: Look, docs: Path, stage: Path, site_url: str, problems: Problems
) -> Built:
    """Build a site of the pages in the folder `docs` at `stage`; the theme is told of its `look`.

    What MkDocs warns of becomes a problem, but for links to files that it has not: those are the
    generator's. Raises MkDocsFailed, also for pages that cannot be read, and OSError for what
    cannot be written.
    """
    config_file = settings.root / "mkdocs.yml"
    if config_file.exists() and not config_file.is_file():
        # A pipe or device may never end.
        raise MkDocsFailed("it is not a file")
    witness = _Witness()
    try:
        with _messages(Place(settings.shown(config_file)), problems):
            config = load_config(
                str(config_file),
                docs_dir=str(docs),
                site_dir=str(stage),
                site_name=settings.name,
                site_description=settings.description,
                site_url=site_url,
                # All addresses of the generator's are of folders, whatever mkdocs.yml says.
                use_directory_urls=True,
                **_unsaid(settings, look.language),
            )
            config.plugins["generator/witness"] = witness
            config.extra.update(look.extra)
            if look.favicon:
                config.theme["favicon"] = look.favicon
            # Before those of people, which may set the colours anew.
            config.extra_css[:0] = [path for path in look.files if path.endswith(".css")]
            config.plugins["generator/speaker"] = _Speaker(look.language)
            code = look.language.code
            if code != ENGLISH.code:
                config.theme["language"] = _material_language(code, config.theme.dirs)
            # Material prints the names of these files as they are.
            config.extra_css = [quote(path, safe=_PATH) for path in config.extra_css]
            with _source_date():
                config.plugins.on_startup(command="build", dirty=False)
                mkdocs_build(config)
                config.plugins.on_shutdown()
    except (MkDocsException, Abort, TemplateError, UnicodeError, RecursionError) as error:
        raise MkDocsFailed(str(error)) from error
    except OSError as error:
        named = [str(name) for name in (error.filename, error.filename2) if name]
        if not named or any(name.startswith(str(stage)) for name in named):
            raise
        raise MkDocsFailed(str(error)) from error
    return Built(witness.pages, tuple(sorted(witness.linked)))


def said(settings: Settings) -> dict[str, Any]:
    """Return what mkdocs.yml says; nothing, where it cannot be read."""
    config_file = settings.root / "mkdocs.yml"
    if not config_file.is_file():
        return {}
    try:
        with config_file.open("rb") as file:
            config = yaml_load(file)
    except (OSError, MkDocsException, UnicodeError, RecursionError):
        return {}
    return config if isinstance(config, dict) else {}


def _unsaid(settings: Settings, language: Language) -> dict[str, Any]:
    """Return what mkdocs.yml leaves to us."""
    nav = [{language.say(name): path} for name, path in _NAV]
    # A copy, as MkDocs takes it apart.
    ours = deepcopy(_UNSAID) | {"nav": nav}
    return {key: ours[key] for key in ours.keys() - said(settings).keys()}


class _Files(Files):
    """The files of a site, and for whatever else is linked what it would be on the site."""

    def __init__(self, files: Files, config: MkDocsConfig, asked: Callable[[str], None]) -> None:
        super().__init__(files)
        self._config = config
        self._asked = asked

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at a path; one that is not there is taken for the generator's."""
        known = super().get_file_from_path(path)
        if known or path.startswith("../") or "." not in path.rsplit("/", 1)[-1]:
            return known
        self._asked(path)
        config = self._config
        return File(path, config.docs_dir, config.site_dir, config.use_directory_urls)


class _Witness(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Notes what MkDocs builds, and which files its pages link to that it has not."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.linked: set[tuple[str, str]] = set()
        self._page = ""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return _Files(files, config, self._ask)

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG002
        self._page = page.file.src_uri
        return page

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        self._page = ""
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        self.pages[page.file.src_uri] = page.url
        return output

    def _ask(self, path: str) -> None:
        self.linked.add((path, self._page))


def _material_language(code: str, folders: list[str]) -> str:
    """Return which of Material's languages is nearest to one: de for de-AT, English for none."""
    parts = code.split("-")
    tried = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    files = [(name, f"partials/languages/{name}.html") for name in tried]
    there = (name for name, file in files if any(Path(top, file).is_file() for top in folders))
    return next(there, ENGLISH.code)


class _Speaker(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Lets the theme say its words in the language of the site, and the pages name it."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        env.globals["say"] = self._say
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        return self._named(output)

    def on_post_template(
        self,
        output_content: str,
        *,
        template_name: str,  # noqa: ARG002
        config: MkDocsConfig,  # noqa: ARG002
    ) -> str:
        return self._named(output_content)

    def _say(self, text: str) -> str:
        """Return a string as HTML, its placeholders still in it."""
        return html.escape(self._language.text(text), quote=False).replace('"', "&quot;")

    def _named(self, page: str) -> str:
        """Return a page that says its language: Material may have a near one only."""
        code = self._language.code
        return page if code == ENGLISH.code else _LANG.sub(code, page, count=1)


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
