"""Builds something slow once for all processes of a test run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """Return the folder `name` that `build` filled; the first process that asks for it builds it.

    The others wait. What they share must not be written to.
    """
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent  # each process has a folder of its own below it
    folder = root / name
    with FileLock(root / f"{name}.lock"):
        if not (root / f"{name}.built").exists():
            build(folder)
            (root / f"{name}.built").touch()
    return folder
