"""The catalogue in this repository as a site, built once for all tests that look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.records import LISTINGS
from generator import settings as settings_module
from generator.problems import Problems
from tests.built_once import built_once
from tests.projects import ROOT, build_project, make_project

#: Where the sites that tests look at believe to be published.
SITE_URL = "http://127.0.0.1/catalogue/"


def is_ours() -> bool:
    """Whether this is the first catalogue, and not one that somebody made from a copy."""
    settings = settings_module.load(ROOT, Problems())
    return settings is not None and settings.name == "Neural architectures and pre-training"


@pytest.fixture(scope="session")
def first_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, with the listings read when they are there."""
    return built_once(tmp_path_factory, "first", _build) / "site"


def _build(folder: Path) -> None:
    make_project(folder, ROOT / "catalogue", "catalogue", documentation=True)
    sources = [str(LISTINGS)] if LISTINGS.is_dir() else []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)
        build_project(folder, sources, with_site=True)
