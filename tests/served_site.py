"""The sample catalogue as a site, served on this machine for all tests that look at it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.serve import server
from tests.built_once import built_once
from tests.first_catalogue import SITE_URL
from tests.projects import build_project, make_project


def _build(folder: Path) -> None:
    make_project(folder, documentation=True)
    # The page for what is not there needs absolute addresses, so it must know the path.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)
        build_project(folder, with_site=True)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site below a path, as project pages are; give its address."""
    with server(site, 0, "catalogue") as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/catalogue/"
        running.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The sample site, served."""
    folder = built_once(tmp_path_factory, "sample", _build)
    with served(folder / "site") as address:
        yield address, folder / "site"
