"""A wheel in an environment of its own works from outside of the repository."""

from __future__ import annotations

import os
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.packaged import program
from tests.projects import ROOT, SAMPLE

pytestmark = pytest.mark.slow


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder of somebody's catalogue, without anything of the repository."""
    papers = tmp_path / "catalogue" / "papers"
    papers.mkdir(parents=True)
    (tmp_path / "catalogue" / "catalogue.yml").write_text("name: Sheep\nsources: [refs.bib]\n")
    (tmp_path / "catalogue" / "topics.yml").write_text(
        (SAMPLE / "catalogue" / "topics.yml").read_text()
    )
    (papers / "counting.yml").write_text("title: Counting sheep\nsummary: They are counted.\n")
    (tmp_path / "refs.bib").write_text("@article{one, title={Herding by ear}, year={2024}}\n")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Sheep\ntheme: {name: paper-catalogue, custom_dir: theme}\n"
        "extra_css: [assets/ours.css]\nplugins: []\n"
    )
    (tmp_path / "theme" / "assets").mkdir(parents=True)
    (tmp_path / "theme" / "assets" / "ours.css").write_text("body { color: black }\n")
    return tmp_path


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


def test_a_catalogue_anywhere_is_built_with_the_theme_of_the_wheel_and_its_own_style(
    installed: Path, elsewhere: Path
) -> None:
    done = run(installed, elsewhere, "paper-catalogue", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 papers" in done.stdout
    page = (elsewhere / "site" / "papers" / "counting" / "index.html").read_text("utf-8")
    assert "Counting sheep" in page
    assert "assets/ours.css" in page
    for name in ("assets/ours.css", "assets/favicon.svg", "assets/search/engine.js", "404.html"):
        assert (elsewhere / "site" / name).is_file(), name


def test_every_command_of_a_checkout_is_one_of_the_wheel(installed: Path, elsewhere: Path) -> None:
    for name in ("check", "schema"):
        done = run(installed, elsewhere, "paper-catalogue", name)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (elsewhere / "catalogue" / "schemas" / "record.schema.json").is_file()
