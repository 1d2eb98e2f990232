"""Runs MkDocs: the only module that knows it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page
from mkdocs.utils.yaml import yaml_load

from generator.problems import Place, Problems
from generator.settings import Settings

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
        {"Authors": "authors/index.md"},
        {"Venues": "venues/index.md"},
        {"Years": "years/index.md"},
        {"Map": "map.md"},
        {"Reading list": "reading-list.md"},
    ],
    "plugins": [],
}

#: What stays as it is in the address of a file.
_PATH = "/:?#[]@!$&()*+,;=-._~%"

Step = Callable[[int], None]


class MkDocsFailed(Exception):
    """MkDocs could not build the site; the message says why."""


def run_mkdocs(
    settings: Settings, stage: Path, site_url: str, problems: Problems, step: Step
) -> int:
    """Build the site at `stage` and return how many pages it has.

    What MkDocs warns of becomes a problem. `step` is told the number of pages written so far.
    Raises MkDocsFailed, also for pages that cannot be read, and OSError for what cannot be written.
    """
    config_file = settings.root / "mkdocs.yml"
    if config_file.exists() and not config_file.is_file():
        # A pipe or device may never end.
        raise MkDocsFailed("it is not a file")
    progress = _Progress(step)
    try:
        with _messages(Place(settings.shown(config_file)), problems):
            config = load_config(
                str(config_file),
                docs_dir=str(settings.docs_dir),
                site_dir=str(stage),
                site_name=settings.name,
                site_description=settings.description,
                site_url=site_url,
                # A copy, as MkDocs takes it apart.
                **deepcopy({k: _UNSAID[k] for k in _UNSAID.keys() - said(settings).keys()}),
            )
            config.plugins["generator/progress"] = progress
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
    return progress.pages


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


class _Progress(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Tells how far MkDocs has come; changes nothing."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self.pages = 0

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        self.pages += 1
        self.step(self.pages)
        return output


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
