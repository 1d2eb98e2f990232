"""What is in the package, and that it has the same bytes wherever and whenever it was built."""

from __future__ import annotations

import re
import tarfile
import zipfile
from email import message_from_string
from email.message import Message
from pathlib import Path

import pytest

from tests.packaged import PARTS, SOME_DAY, build_package, copy_checkout
from tests.projects import ROOT

pytestmark = pytest.mark.slow


def code() -> set[str]:
    """Return the files of the generator's folder."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as packed:
        name = next(one for one in packed.namelist() if one.endswith(".dist-info/METADATA"))
        return message_from_string(packed.read(name).decode())


def test_a_wheel_has_every_file_of_the_generator_and_no_other(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    assert len(names) == len(set(names))
    described = {name for name in names if ".dist-info/" in name}
    assert set(names) - described == code()
    assert {name.partition("/")[2] for name in described} == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        "licenses/LICENSE",
    }


def test_a_source_distribution_has_what_a_wheel_is_built_of_and_nothing_else(package: Path) -> None:
    with tarfile.open(next(package.glob("*.tar.gz"))) as packed:
        files = {member.name.partition("/")[2] for member in packed.getmembers()}
    assert files == code() | {*PARTS, "PKG-INFO"}


def test_two_checkouts_give_the_same_bytes_at_any_time_and_with_any_umask(
    package: Path, tmp_path: Path
) -> None:
    """The package of the fixture has the dates and rights that the files here have."""
    checkout = copy_checkout(tmp_path / "elsewhere")
    for path in checkout.rglob("*"):
        if path.is_file():
            path.touch()
            path.chmod(0o600)
    again = build_package(checkout, tmp_path / "again")
    for first in (*package.glob("*.whl"), *package.glob("*.tar.gz")):
        assert (again / first.name).read_bytes() == first.read_bytes(), first.name


def test_a_wheel_is_the_same_from_a_checkout_and_from_a_source_distribution(
    wheel: Path, tmp_path: Path
) -> None:
    """Building both at once makes the wheel of the source distribution."""
    target = build_package(copy_checkout(tmp_path / "checkout"), tmp_path / "direct", "--wheel")
    assert (target / wheel.name).read_bytes() == wheel.read_bytes()


def test_a_wheel_says_what_it_is_and_where_it_runs(wheel: Path) -> None:
    said = metadata(wheel)
    assert said["Name"] == "paper-catalogue"
    assert said["Requires-Python"] == ">=3.11"
    assert said["License-Expression"] == "MIT"
    assert said["Description-Content-Type"] == "text/markdown"
    assert f"paper_catalogue-{said['Version']}-py3-none-any.whl" == wheel.name
    for minor in (11, 12, 13, 14):
        assert f"Programming Language :: Python :: 3.{minor}" in said.get_all("Classifier", [])


def test_the_text_on_the_package_index_links_nothing_that_is_not_there(wheel: Path) -> None:
    """The index shows it without the files of the repository."""
    text = metadata(wheel).get_payload()
    assert isinstance(text, str)
    assert "# Paper catalogue" in text
    for target in re.findall(r"\]\(([^)\s]+)|(?:src|href)=\"([^\"]+)", text):
        assert "".join(target).startswith("https://"), target


def test_dates_in_the_package_are_the_one_that_is_given(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2026, 1, 1, 0, 0, 0)}
    assert SOME_DAY == "1767225600"  # 2026-01-01
