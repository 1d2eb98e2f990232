"""The doctor names what it finds, mends what it can, and says with its exit code what is left."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.commands.doctor import doctor
from generator.doctor import CHECKS
from generator.problems import WrongUse
from generator.schemas import schemas
from generator.version import version
from tests.projects import ROOT
from tests.unit.doctor.catalogues import catalogue, change, read, record, write

OLD = "theme:\n  name: material\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return catalogue(tmp_path)


def run(root: Path, **options: Any) -> int:
    try:
        doctor(root=root, count=1, **options)
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
    file.write_text(f"name: Farm\nlanguage: de\nrepository: {repository}\n", "utf-8")


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


WOOL = record("weighing-wool")


def test_advice_on_papers_fails_only_where_that_is_wished(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, WOOL, "year: 2025\n", "")
    assert run(project) == 0
    told = capsys.readouterr().err
    assert "missing-year (1): a paper without a year\n" in told
    assert f'{WOOL}:1: "Weighing Wool While It Grows" has no year (write it, or ask' in told
    assert run(project, strict=True) == 1


def test_a_dead_link_fails(project: Path) -> None:
    change(project, "docs/about.md", "map.md", "mop.md")
    assert run(project) == 1


def test_with_diff_alone_it_is_shown_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, WOOL, "10.1234/wool", "https://doi.org/10.1234/wool")
    before = read(project, WOOL)
    assert run(project, diff=True) == 0
    out = capsys.readouterr().out
    assert f"--- {WOOL}\n+++ {WOOL}\n" in out
    assert "-  doi: https://doi.org/10.1234/wool\n+  doi: 10.1234/wool\n" in out
    assert read(project, WOOL) == before
    assert run(project, diff=True, fix=True) == 0
    assert "+  doi: 10.1234/wool\n" in capsys.readouterr().out
    assert read(project, WOOL) == before.replace("https://doi.org/", "")


def test_as_json_it_is_one_document(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, WOOL, "10.1234/wool", "https://doi.org/10.1234/wool")
    change(project, WOOL, "year: 2025\n", "")
    run(project, fix=True, in_json=True)
    said = json.loads(capsys.readouterr().out)
    assert said["version"] == 1
    assert [check["name"] for check in said["checks"]] == [check.name for check in CHECKS]
    by_name = {check["name"]: check["findings"] for check in said["checks"]}
    (one,) = by_name.pop("record-form")
    assert one["fixed"]
    assert one["fixable"]
    assert (one["file"], one["line"], one["paper"]) == (WOOL, 7, "weighing-wool")
    assert [check for check, findings in by_name.items() if findings] == ["missing-year"]
    assert by_name["missing-year"][0]["fixed"] is False


def test_checks_are_chosen_and_left_out_by_name(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, WOOL, "year: 2025\nvenue: ICML\n", "")
    run(project, only=["missing-year,summary-todo", "nav"])
    assert "missing-venue" not in capsys.readouterr().err
    run(project, skip=["missing-venue"])
    told = capsys.readouterr().err
    assert "missing-year (1)" in told
    assert "missing-venue" not in told
    with pytest.raises(WrongUse, match="did you mean missing-year"):
        run(project, only=["missing-yaer"])


def test_all_checks_are_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, listed=True) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [check.name for check in CHECKS]


def test_of_many_findings_some_are_told_and_all_where_that_is_wished(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(25):
        write(project, f"docs/notes/{number}.md", "[x](nowhere.md)\n")
    run(project)
    told = capsys.readouterr().err
    assert "dead-link (25): " in told
    assert told.count("nowhere.md") == 20
    assert "and 5 more: --all\n" in told
    run(project, show_all=True)
    assert capsys.readouterr().err.count("nowhere.md") == 25


def test_where_there_are_errors_that_is_said_once_and_what_needs_no_papers_is_looked_at(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, WOOL, "year: 2025", "year: soon")
    change(project, WOOL, "10.1234/wool", "https://doi.org/10.1234/wool")
    assert run(project) == 1
    told = capsys.readouterr().err
    assert told.count("not looked at: ") == 1
    assert "missing-year" in told
    assert "(the catalogue has 1 error; `paper-catalogue check` names them)" in told
    assert f"{WOOL}:8: identifiers.doi: " in told
    assert run(project, only=["record-form"]) == 0


def test_what_is_named_beside_the_sources_is_read_too(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, "more/refs.bib", "@article{a, title={A Paper on Nothing Known Here}}\n")
    monkeypatch.chdir(project / "more")
    run(project, sources=["refs.bib"])
    assert 'more/refs.bib:1: "A Paper on Nothing Known Here" has no year' in capsys.readouterr().err


def test_the_document_is_as_the_documentation_shows_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, WOOL, "year: 2025\n", "")
    run(project, only=["missing-year"], in_json=True)
    said = json.loads(capsys.readouterr().out)
    page = (ROOT / "docs" / "maintainers" / "doctor.md").read_text("utf-8")
    shown = json.loads(page.partition("```json\n")[2].partition("```")[0])
    (check,), (example,) = said["checks"], shown["checks"]
    (finding,), (other,) = check.pop("findings"), example.pop("findings")
    assert check == example
    assert finding.keys() == other.keys()
    assert {**finding, "file": "", "paper": "", "what": ""} == {
        **other,
        "file": "",
        "paper": "",
        "what": "",
    }
