"""Runs code in processes of their own, each with another order of sets."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.projects import ROOT


def printed(code: str) -> set[str]:
    """Return what `code` prints under two hash seeds; one text if the seed makes no difference."""
    return {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
