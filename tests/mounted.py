"""Runs Python where folders can be mounted: in a mount namespace of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT


def run_with_mounts(mounts: str, code: str, folder: Path) -> str:
    """Return what Python `code` prints in `folder`, after the shell commands `mounts`.

    Skips the test where this system or user may not mount anything.
    """
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("NOT TESTED: there is no unshare to mount folders with")
    means = [unshare, "--mount", *(["--map-root-user"] if os.geteuid() else [])]
    script = f'set -e\n{mounts}\necho mounted >&2\nexec "$0" -c "$1"\n'
    done = subprocess.run(
        [*means, "sh", "-c", script, sys.executable, code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.stderr.startswith("mounted"):
        pytest.skip(f"NOT TESTED: nothing can be mounted here ({done.stderr.strip()})")
    assert done.returncode == 0, done.stderr
    return done.stdout
