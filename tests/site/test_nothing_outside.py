"""A whole build touches nothing that is not its own, wherever its folders lie and lead."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.output import claim
from generator.problems import WrongUse
from generator.site import check_ours
from tests.conftest import build_project, make_project
from tests.mounted import run_with_mounts
from tests.posix import POSIX
from tests.unit.commands.test_app import run

ESCAPE = "\x1b[31m"


def everything(folder: Path) -> dict[str, bytes | str]:
    return {
        path.relative_to(folder).as_posix(): str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    folder = tmp_path / "theirs"
    (folder / "deep").mkdir(parents=True)
    (folder / "thesis.tex").write_text("by hand")
    (folder / "deep" / "notes.md").write_text("by hand")
    return folder


@pytest.mark.parametrize(
    "name", [".site.next", ".docs.next", "site", "docs", ".build", ".build/lock", ".docs.aside"]
)
def test_a_link_in_the_place_of_any_folder_touches_nothing_behind_it(
    project: Path, theirs: Path, name: str
) -> None:
    before = everything(theirs)
    place = project / name
    if name == "docs":
        place.rename(project / "former-docs")
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(theirs)
    done = run(project, "build")
    assert everything(theirs) == before
    assert "Traceback" not in done.stderr
    if name in (".build/lock", ".docs.aside"):
        # Nothing is made there any more.
        assert done.returncode == 0
    else:
        assert done.returncode == 2
        assert name in done.stderr
        assert not (project / "site" / "index.html").exists()


def test_a_folder_that_somebody_made_is_left_alone(project: Path) -> None:
    for name in (".site.next", ".docs.next"):
        folder = project / name
        folder.mkdir()
        (folder / "thesis.tex").write_text("by hand")
        done = run(project, "build")
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert f"{name}: holds files that are not from a build" in done.stderr
        assert (folder / "thesis.tex").read_text() == "by hand"
        (folder / "thesis.tex").unlink()
        folder.rmdir()


def test_the_lists_of_problems_and_edited_pages_follow_no_link(project: Path, theirs: Path) -> None:
    lines = [json.dumps({"title": f"Sheep {n}", "year": "none"}) for n in range(60)]
    (project / "sources" / "faulty.jsonl").write_text("\n".join(lines))
    build_project(project)
    before = everything(theirs)
    (project / ".build").mkdir(exist_ok=True)
    (project / ".build" / "problems.txt").symlink_to(theirs / "thesis.tex")
    (project / ".build" / ".problems.txt~").symlink_to(theirs / "thesis.tex")
    (project / ".build" / "edited").symlink_to(theirs / "deep")
    (page := project / "docs" / "index.md").write_text("edited")
    done = run(project, "build", "--pages-only")
    assert done.returncode == 0, done.stderr
    assert everything(theirs) == before
    assert "is not a year" in (project / ".build" / "problems.txt").read_text()
    assert (project / ".build" / "edited-2" / "index.md").read_text() == "edited"
    assert page.read_text() != "edited"


def test_schemas_follow_no_link_out_of_the_project(project: Path, theirs: Path) -> None:
    before = everything(theirs)
    (project / "catalogue" / "schemas").symlink_to(theirs)
    done = run(project, "schema")
    assert (done.returncode, done.stdout) == (2, "")
    assert "schemas: is a link out of the catalogue's folder" in done.stderr
    assert everything(theirs) == before


def test_a_source_in_the_site_is_refused_as_it_would_be_gone(project: Path) -> None:
    build_project(project, with_site=True)
    (project / "site" / "more.jsonl").write_text('{"title": "Watched kettles"}')
    done = run(project, "build", "site/more.jsonl")
    assert done.returncode == 2
    assert "site/more.jsonl: is in " in done.stderr
    assert (project / "site" / "more.jsonl").exists()


def test_two_catalogues_that_build_one_site_exclude_each_other(
    project: Path, tmp_path: Path
) -> None:
    site = tmp_path / "public"
    with claim(site):
        done = run(project, "build", "--site", str(site))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"another build is writing {site}; wait until it has finished" in done.stderr
    assert not site.exists()


def test_names_of_files_cannot_drive_the_terminal(project: Path) -> None:
    odd = project / "sources" / f"odd{ESCAPE}\nname.jsonl"
    odd.write_text('{"title": "Watched kettles", "year": "none"}\n')
    found = run(project, "check")
    missing = run(project, "build", f"missing{ESCAPE}\nname.txt")
    away = run(project, "build", "--pages-only", "--site", f"odd{ESCAPE}\nsite")
    for done in (found, missing, away):
        assert "\x1b" not in done.stdout + done.stderr
        assert not any(line.startswith("name.") for line in done.stdout.splitlines())
        assert not any(line.startswith("name.") for line in done.stderr.splitlines())
    assert "odd\\x1b[31m\\nname.jsonl" in found.stdout
    assert missing.returncode == 2


def make_pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("docs/pipe.md", "docs/pipe.md: is a pipe"),
        ("sources/pipe.jsonl.gz", "sources/pipe.jsonl.gz: cannot be read: not a file"),
        ("mkdocs.yml", "mkdocs.yml: MkDocs cannot build the site: it is not a file"),
        ("catalogue/topics.yml", "catalogue/topics.yml: cannot be read: not a file"),
        ("catalogue/papers/pipe.yml", "catalogue/papers/pipe.yml: not a record"),
    ],
)
def test_no_pipe_is_waited_for(project: Path, place: str, said: str) -> None:
    make_pipe(project / place)
    done = run(project, "build", *([place] if "sources" in place else []))
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    before = os.umask(0)
    os.umask(before)
    yield os.umask
    os.umask(before)


@POSIX
@pytest.mark.slow
def test_a_web_server_can_read_every_file_of_a_site(
    project: Path, umask: Callable[[int], int]
) -> None:
    umask(0o077)
    build_project(project, with_site=True)
    site = project / "site"
    for path in (site, *site.rglob("*")):
        wanted = 0o755 if path.is_dir() else 0o644
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path
    site.chmod(0o2775)
    build_project(project, with_site=True)
    assert stat.S_IMODE(site.stat().st_mode) == 0o2775


def change(project: Path) -> None:
    record = project / "catalogue" / "papers" / "hostile.yml"
    record.write_text(record.read_text().replace("summary:", "summary: Changed. ", 1))


#: Builds a changed catalogue, and says where it is unlike the one that was built elsewhere.
BUILD = """
from pathlib import Path
from tests.conftest import build_project
from tests.site.test_nothing_outside import change, everything
project = Path().absolute()
build_project(project, with_site=True)
change(project)
build_project(project, with_site=True)
for part in ("docs", "site"):
    here, there = everything(project / part), everything(project.parent / "elsewhere" / part)
    print(part, sorted(path for path in {*here, *there} if here.get(path) != there.get(path)))
print(sorted(path.name for path in project.rglob(".*.next")))
"""

OVERLAY = """
mkdir "$PWD/../upper" "$PWD/../work"
mount -t overlay overlay -o lowerdir="$PWD",upperdir="$PWD/../upper",workdir="$PWD/../work" "$PWD"
cd "$PWD"
"""

VOLUMES = """
mkdir ../kept
cp -a docs ../kept
mount -t tmpfs tmpfs site
mount -t tmpfs tmpfs docs
cp -a ../kept/docs/. docs
"""


#: Where all is one layer over another, nothing is told that `test_mounts` does not tell sooner.
LAYERS = pytest.param(
    OVERLAY,
    marks=pytest.mark.skipif("KILLS" not in os.environ, reason="`make benchmark` asks for it"),
)


@pytest.mark.slow
@pytest.mark.parametrize("mounts", [LAYERS, VOLUMES], ids=["overlay", "volumes"])
def test_a_container_can_build(project: Path, mounts: str) -> None:
    elsewhere = make_project(project.parent / "elsewhere")
    change(elsewhere)
    for folder in (project, elsewhere):
        build_project(folder, with_site=True)
    assert run_with_mounts(mounts, BUILD, project) == "docs []\nsite []\n[]\n"


def test_a_site_that_cannot_be_looked_at_is_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(WrongUse, match="site: cannot be read: Permission denied"):
        check_ours(tmp_path / "site")
