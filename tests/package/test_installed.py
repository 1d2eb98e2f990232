"""A wheel in an environment of its own works from outside of the repository."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.packaged import program
from tests.projects import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture
def elsewhere(installed: Path, tmp_path: Path) -> Path:
    """A folder of somebody's catalogue, made by the wheel, with a style of their own."""
    (tmp_path / "refs.bib").write_text("@article{one, title={Herding by ear}, year={2024}}\n")
    done = run(installed, tmp_path, "paper-catalogue", "new", "sheep", "--from", "refs.bib")
    assert done.returncode == 0, done.stdout + done.stderr
    folder = tmp_path / "sheep"
    (folder / "theme" / "assets").mkdir(parents=True)
    (folder / "theme" / "assets" / "ours.css").write_text("body { color: black }\n")
    config = folder / "mkdocs.yml"
    config.write_text(
        re.sub(
            r"^theme:.*(\n  .*)*",
            "theme: {name: paper-catalogue, custom_dir: theme}\nextra_css: [assets/ours.css]",
            config.read_text(),
            flags=re.MULTILINE,
        )
    )
    return folder


def run(python: Path, folder: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [program(python.parents[1], name), *arguments],
        cwd=folder,
        env={**kept, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_code_that_runs_is_that_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "python", "-c", "import generator; print(generator.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(installed.parents[1]), done.stderr


def test_the_command_says_its_version(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "paper-catalogue", "--version")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert done.stdout == f"paper-catalogue {project['version']}\n", done.stderr


def test_a_new_catalogue_is_built_with_the_theme_of_the_wheel_and_a_style_of_its_own(
    installed: Path, elsewhere: Path
) -> None:
    done = run(installed, elsewhere, "paper-catalogue", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 paper" in done.stdout
    page = (elsewhere / "site" / "papers" / "herding-by-ear" / "index.html").read_text("utf-8")
    assert "Herding by ear" in page
    assert "assets/ours.css" in page
    for name in ("assets/ours.css", "assets/favicon.svg", "assets/search/engine.js", "404.html"):
        assert (elsewhere / "site" / name).is_file(), name


def test_what_else_the_wheel_has_is_found_there(installed: Path, elsewhere: Path) -> None:
    """Words and tables are read by `check`, schemas are written by `schema`."""
    for name in ("check", "schema"):
        done = run(installed, elsewhere, "paper-catalogue", name)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (elsewhere / "catalogue" / "schemas" / "record.schema.json").is_file()
