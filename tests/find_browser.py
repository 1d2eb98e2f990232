"""Finds a Chromium for the browser tests, or installs one; prints where it is.

    python -m tests.find_browser

Looked for in this order: $CHROMIUM, a Chromium or Chrome on the PATH, Playwright's own, the
distribution's package. With BROWSER=none it says that the browser tests are left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

#: A shell draws no window around a page, and takes half of the time.
NAMES = (
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)

#: Playwright's download, and apt, give up after this many seconds.
PATIENCE = 300

ADVICE = """No browser can be had for the browser tests. Do one of these:
  - install Chromium or Chrome, or set CHROMIUM=/path/to/it;
  - run `.venv/bin/python -m playwright install --with-deps chromium`;
  - run `make test BROWSER=none` to leave the browser tests out."""


def find(*, whole: bool = False) -> str | None:
    """Return the path of a Chromium that is there, or None; a `whole` one rather than a shell."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if shutil.which(named) else None
    for name in sorted(NAMES, key=lambda name: "shell" in name) if whole else NAMES:
        path = shutil.which(name)
        if path:
            return path
    return _playwrights_own()


@contextmanager
def launched(*, whole: bool = False) -> Iterator[Browser]:
    """Give a browser that asks for nothing by itself; a `whole` one paints as a visitor's does."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=find(whole=whole),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield running
        running.close()


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        whole = Path(playwright.chromium.executable_path)
    shells = sorted(whole.parents[2].glob("chromium_headless_shell-*/*/*headless*shell*"))
    there = [path for path in (*reversed(shells), whole) if path.is_file()]
    return str(there[0]) if there else None


def install() -> str | None:
    """Install Playwright's Chromium, else the distribution's; return its path, or None."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    apt = [*root, "apt-get", "install", "-y", "-q", "--no-install-recommends"]
    for command in (
        [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"],
        [*root, "apt-get", "update", "-q"],
        [*apt, "chromium-headless-shell"],
        [*apt, "chromium"],
    ):
        if not shutil.which(command[0]):
            continue
        try:
            subprocess.run(command, timeout=PATIENCE, check=False, capture_output=True)
        except (subprocess.TimeoutExpired, OSError):
            continue
        path = find()
        if path and _starts(path):
            return path
    return None


def _starts(path: str) -> bool:
    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]).close()
    except Error:
        return False
    return True


def main() -> int:
    """Print the browser's path; 1 and advice when there is none."""
    if os.environ.get("BROWSER") == "none":
        print("BROWSER=none: the browser tests are left out")
        return 0
    path = find() or install()
    print(f"browser: {path}" if path else ADVICE)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
