"""The files of a new catalogue: all of them, or none; and nothing that is there is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator import settings
from generator.new import SOURCES, Wishes, action, make_catalogue, name_from, taken
from generator.problems import Problems, WrongUse
from generator.text.repair import HAND_STEPS, repair
from generator.text.unicode import normal


def files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "tea.bib"
    path.write_text("@misc{tea, title = {Tea}, year = 2020}\n", "utf-8")
    return path


def test_a_new_catalogue_has_all_that_it_takes(tmp_path: Path, bib: Path) -> None:
    folder = tmp_path / "deep" / "tea-papers"
    make_catalogue(folder, Wishes("Tea papers"), taken(["tea.bib"], tmp_path))
    assert files(folder) == {
        ".gitattributes",
        ".github/ISSUE_TEMPLATE/correction.yml",
        ".github/ISSUE_TEMPLATE/new-paper.yml",
        ".github/workflows/publish.yml",
        ".gitignore",
        "README.md",
        "catalogue/catalogue.yml",
        "catalogue/topics.yml",
        *(
            f"catalogue/schemas/{name}.schema.json"
            for name in ("catalogue", "people", "record", "topics", "venues")
        ),
        "docs/about.md",
        "mkdocs.yml",
        "sources/tea.bib",
    }
    assert (folder / "sources" / "tea.bib").read_bytes() == bib.read_bytes()


def test_files_that_people_own_are_short(tmp_path: Path) -> None:
    make_catalogue(tmp_path / "new", Wishes("Tea"), [])
    lines = {
        name: len((tmp_path / "new" / name).read_text("utf-8").splitlines())
        for name in ("mkdocs.yml", ".github/workflows/publish.yml")
    }
    assert lines["mkdocs.yml"] < 20
    assert lines[".github/workflows/publish.yml"] < 40


def test_the_workflow_is_checkout_the_action_and_deploy_and_keeps_the_ledger(
    tmp_path: Path,
) -> None:
    make_catalogue(tmp_path / "new", Wishes("Tea"), [])
    text = (tmp_path / "new/.github/workflows/publish.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"]]
    assert [use.partition("@")[0] for use in used] == [
        "actions/checkout",
        action().partition("@")[0],
        "actions/deploy-pages",
        "actions/checkout",
        action().partition("@")[0],
    ]
    assert action().partition("@")[0].count("/") == 1
    assert workflow["permissions"] == {}


@example(Wishes("Tea", '"{'))
@example(Wishes("It's \\tea", "a: 'b' # c"))
@hypothesis_settings(max_examples=30)
@given(
    st.builds(
        Wishes,
        name=st.text(min_size=1).filter(normal),
        description=st.text(),
        language=st.just("en"),
    )
)
def test_any_name_and_description_come_back_as_they_are(
    tmp_path_factory: pytest.TempPathFactory, wishes: Wishes
) -> None:
    folder = tmp_path_factory.mktemp("any") / "new"
    make_catalogue(folder, wishes, [])
    problems = Problems()
    found = settings.load(folder, problems)
    assert list(problems) == []
    assert found is not None
    config = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    assert config["theme"] == {"name": "paper-catalogue"}
    if wishes.name.isprintable() and repair(wishes.name, HAND_STEPS) == wishes.name:
        assert config["site_name"] == wishes.name


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "About this catalogue"), ("de-AT", "Über diesen Katalog"), ("zh", "关于本目录")],
)
def test_the_page_on_the_catalogue_is_in_its_language(
    tmp_path: Path, language: str, heading: str
) -> None:
    make_catalogue(tmp_path / "new", Wishes("Tea", language=language), [])
    text = (tmp_path / "new" / "docs" / "about.md").read_text("utf-8")
    assert text.startswith(f"# {heading}\n")
    assert len(list((tmp_path / "new" / "docs").iterdir())) == 1


def test_a_folder_that_a_host_has_made_may_be_used(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("# Ours\n", "utf-8")
    (tmp_path / "LICENSE").write_text("Ours\n", "utf-8")
    assert make_catalogue(tmp_path, Wishes("Tea"), []) == ["README.md"]
    assert (tmp_path / "README.md").read_text("utf-8") == "# Ours\n"
    assert (tmp_path / "mkdocs.yml").is_file()


def test_all_that_is_in_the_way_is_named_and_nothing_is_written(tmp_path: Path, bib: Path) -> None:
    folder = tmp_path / "new"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "about.md").write_text("ours", "utf-8")
    (folder / "mkdocs.yml").write_text("ours", "utf-8")
    with pytest.raises(WrongUse) as raised:
        make_catalogue(folder, Wishes("Tea"), taken(["tea.bib"], tmp_path))
    for name in ("docs/about.md", "mkdocs.yml"):
        assert f"{folder / name}: is there already" in str(raised.value)
    assert files(folder) == {"docs/about.md", "mkdocs.yml"}


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("ours", "utf-8")
    with pytest.raises(WrongUse, match="is a file"):
        make_catalogue(tmp_path / "new", Wishes("Tea"), [])


def test_what_was_written_before_a_failure_is_removed(tmp_path: Path, bib: Path) -> None:
    found = taken(["tea.bib"], tmp_path)
    bib.unlink()
    with pytest.raises(OSError, match="No such file"):
        make_catalogue(tmp_path / "new", Wishes("Tea"), found)
    assert not (tmp_path / "new").exists()
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "LICENSE").write_text("Ours\n", "utf-8")
    with pytest.raises(OSError, match="No such file"):
        make_catalogue(tmp_path / "kept", Wishes("Tea"), found)
    assert files(tmp_path / "kept") == {"LICENSE"}
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["LICENSE"]


def test_files_of_one_name_get_numbers(tmp_path: Path) -> None:
    for place in ("a", "b", "c"):
        (tmp_path / place).mkdir()
    (tmp_path / "a" / "refs.bib").write_text("1", "utf-8")
    (tmp_path / "b" / "Refs.bib").write_text("2", "utf-8")
    (tmp_path / "c" / "refs.bib").write_text("3", "utf-8")
    found = taken(["a", "b/*.bib", "c/refs.bib", "a/refs.bib"], tmp_path)
    assert [item.name for item in found] == ["refs.bib", "Refs-2.bib", "refs-3.bib"]
    make_catalogue(tmp_path / "new", Wishes("Tea"), found)
    assert files(tmp_path / "new" / SOURCES) == {"refs.bib", "Refs-2.bib", "refs-3.bib"}


def test_every_name_that_leads_to_no_file_is_told(tmp_path: Path, bib: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(WrongUse) as raised:
        taken(["none.bib", "tea.bib", "empty", "*.ris"], tmp_path)
    assert [line.partition(":")[0] for line in str(raised.value).splitlines()] == [
        "--from none.bib",
        "--from empty",
        "--from *.ris",
    ]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("my-papers", "My papers"),
        ("NLP_group", "NLP group"),
        ("über uns", "Über uns"),
        ("-", "Papers"),
    ],
)
def test_a_folder_suggests_a_name(folder: str, name: str) -> None:
    assert name_from(Path("somewhere") / folder) == name
