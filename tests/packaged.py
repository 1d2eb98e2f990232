"""The package as it is released, and an environment that has it, made once for all tests."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.built_once import built_once
from tests.projects import ROOT

#: Some day: dates of files in the package are this one, whenever they were written.
SOME_DAY = "1767225600"
#: What belongs to the package, beside the folder of its code.
PARTS = ("LICENSE", "PACKAGE.md", "pyproject.toml")


def copy_checkout(folder: Path) -> Path:
    """Copy what the package is made of, and something of what is beside it."""
    for name in ("generator", "tests/sample"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )
    for name in (*PARTS, "README.md", "mkdocs.yml", "Makefile"):
        shutil.copy(ROOT / name, folder)
    return folder


def build_package(checkout: Path, target: Path, *wanted: str) -> Path:
    """Build a source distribution and of that a wheel, or only what is `wanted`, into `target`."""
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", *wanted, "--outdir", target, checkout],
        env={**os.environ, "SOURCE_DATE_EPOCH": SOME_DAY},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution and the wheel that was built of it."""

    def build(folder: Path) -> None:
        build_package(copy_checkout(folder / "checkout"), folder)

    return built_once(tmp_path_factory, "package", build)


@pytest.fixture(scope="session")
def wheel(package: Path) -> Path:
    """The wheel."""
    return next(package.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python of an environment with the wheel; the libraries are those of these tests.

    Its programs lie beside it.
    """

    def install(folder: Path) -> None:
        make_environment(folder)
        pip = (sys.executable, "-m", "pip", "--python", program(folder, "python"))
        options = ("--quiet", "--no-index", "--no-deps", "--force-reinstall")
        subprocess.run([*pip, "install", *options, wheel], check=True)

    return program(built_once(tmp_path_factory, "installed", install), "python")


def make_environment(folder: Path) -> None:
    """Make an environment that has the libraries of this one, pip too, and not the generator."""
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    run = [str(program(folder, "python")), "-c", asked]
    packages = Path(subprocess.check_output(run, text=True).strip())
    # The *.pth files in a folder that is added so, as that of a checkout, are not read.
    (packages / "libraries.pth").write_text("\n".join(site.getsitepackages()), "utf-8")


def program(environment: Path, name: str) -> Path:
    """Return where a program of an environment is."""
    folder, ending = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    return environment / folder / f"{name}{ending}"
