"""The doctor names what it finds, mends what it can, and says with its exit code what is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.doctor import doctor
from generator.schemas import schemas
from generator.version import version

OLD = "theme:\n  name: material\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "catalogue.yml").write_text("name: Tea\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("theme: {name: paper-catalogue}\n", "utf-8")
    return tmp_path


def run(root: Path, *, fix: bool = False) -> int:
    try:
        doctor(root=root, fix=fix)
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def test_a_catalogue_that_is_well(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"paper-catalogue {version()}, Python 3.")
    assert out.endswith("all is well\n")


def test_without_fix_nothing_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "mkdocs.yml").write_text(OLD, "utf-8")
    assert run(project) == 1
    assert (project / "mkdocs.yml").read_text("utf-8") == OLD
    said = capsys.readouterr().err
    assert "mkdocs.yml:1: the theme is material, for which pages are not made" in said
    assert "1 finding; --fix mends 1 of them" in said


def test_with_fix_it_is_mended(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "mkdocs.yml").write_text(OLD, "utf-8")
    assert run(project, fix=True) == 0
    assert (project / "mkdocs.yml").read_text("utf-8") == "theme:\n  name: paper-catalogue\n"
    assert "mended: mkdocs.yml:1: " in capsys.readouterr().out
    assert run(project) == 0


def test_templates_of_ones_own_stay(project: Path) -> None:
    (project / "mkdocs.yml").write_text(f"{OLD}  custom_dir: ours\n", "utf-8")
    run(project, fix=True)
    found = (project / "mkdocs.yml").read_text("utf-8")
    assert found == "theme:\n  name: paper-catalogue\n  custom_dir: ours\n"


def test_schemas_of_another_version_are_written_anew(project: Path) -> None:
    folder = project / "catalogue" / "schemas"
    folder.mkdir()
    (folder / "record.schema.json").write_text("{}", "utf-8")
    assert run(project) == 1
    assert run(project, fix=True) == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == schemas()


def test_a_copy_of_the_generator_is_told_and_stays(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "generator").mkdir()
    (project / "generator" / "__main__.py").write_text("", "utf-8")
    assert run(project, fix=True) == 1
    assert "generator: is a copy of the generator" in capsys.readouterr().err
    assert (project / "generator" / "__main__.py").is_file()


def test_a_nav_that_somebody_wrote_is_told_and_stays(project: Path) -> None:
    text = "theme: {name: paper-catalogue}\nnav:\n  - Ours: papers/index.md\n"
    (project / "mkdocs.yml").write_text(text, "utf-8")
    assert run(project, fix=True) == 1
    assert (project / "mkdocs.yml").read_text("utf-8") == text


def test_what_is_not_in_utf_8_stays_as_it_is(project: Path) -> None:
    text = "# für uns\n".encode("latin-1") + OLD.encode()
    (project / "mkdocs.yml").write_bytes(text)
    run(project, fix=True)
    assert (project / "mkdocs.yml").read_bytes() == text


def test_what_is_no_yaml_is_left_to_the_build(project: Path) -> None:
    (project / "mkdocs.yml").write_text("theme: {name: material\n", "utf-8")
    assert run(project, fix=True) == 0


FORM = Path(".github") / "ISSUE_TEMPLATE" / "correction.yml"


def hosted(project: Path, repository: str) -> None:
    file = project / "catalogue" / "catalogue.yml"
    file.write_text(f"name: Tea\nlanguage: de\nrepository: {repository}\n", "utf-8")


def test_forms_for_readers_are_written_where_pages_lead_to_them(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hosted(project, "https://codeberg.org/flock/tea")
    assert run(project) == 1
    assert f"{FORM.as_posix()}: is missing (pages of papers lead to it" in capsys.readouterr().err
    assert run(project, fix=True) == 0
    assert "name: Einen Artikel berichtigen\n" in (project / FORM).read_text("utf-8")
    assert run(project) == 0


@pytest.mark.parametrize(
    "repository", ["https://gitlab.com/flock/tea", "https://git.example.org/tea", "''"]
)
def test_where_no_page_leads_to_a_form_none_is_missing(project: Path, repository: str) -> None:
    hosted(project, repository)
    assert run(project) == 0


def test_a_form_of_ones_own_stays_and_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hosted(project, "https://github.com/flock/tea")
    assert run(project, fix=True) == 0
    text = (project / FORM).read_text("utf-8")
    (project / FORM).write_text(text.replace("berichtigen", "verbessern"), "utf-8")
    assert run(project, fix=True) == 0
    assert (project / FORM).read_text("utf-8") == text
    (project / FORM).write_text("name: Ours\n", "utf-8")
    assert run(project, fix=True) == 1
    assert (project / FORM).read_text("utf-8") == "name: Ours\n"
    assert "is not the form of this version" in capsys.readouterr().err
