"""Trees on volumes and overlays, as containers have them: written, and nothing mounted emptied."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.mounts import holds_mounts, is_mounted
from tests.mounted import run_with_mounts
from tests.unit.output.test_exchange import hand_write, pages, put

#: Writes docs from one set of pages to another, and says what it found and what is left.
WRITE = """
from pathlib import Path
from generator.output.mounts import holds_mounts, is_mounted
from tests.unit.output.test_exchange import neighbours, pages, put
docs = Path("docs").absolute()
put(docs, {"a.md": "new", "p/b.md": "B", "q/c.md": "C"})
put(docs, {"a.md": "newer", "p/d/e.md": "E", "q": "a file"})
print(pages(docs))
print(sorted(neighbours(docs)), (docs / ".docs.next").exists(), holds_mounts(docs))
"""

OVERLAY = """
mkdir upper work merged
mount -t overlay overlay -o lowerdir="$PWD/lower",upperdir="$PWD/upper",workdir="$PWD/work" merged
cd merged
"""

MOUNTS = {
    "volume": "mount -t tmpfs tmpfs docs\ncp -a before/. docs",
    "bound folder": "mount --bind before docs",
    "volume in it": "mount -t tmpfs tmpfs docs/deep\ncp before/deep/guide.md docs/deep",
    "page bound": "mount --bind before/deep/guide.md docs/deep/guide.md",
    "name with blanks": 'mkdir "docs/deep/a b"\nmount -t tmpfs tmpfs "docs/deep/a b"',
}


@pytest.mark.parametrize("mount", MOUNTS)
def test_a_tree_with_something_mounted_is_written_in_place(tmp_path: Path, mount: str) -> None:
    for tree in (tmp_path / "before", tmp_path / "docs"):
        put(tree, {"a.md": "A", "p/b.md": "B"})
        hand_write(tree, "deep/guide.md", "by hand")
    after = {"a.md": "newer", "deep/guide.md": "by hand", "p/d/e.md": "E", "q": "a file"}
    found = run_with_mounts(MOUNTS[mount], WRITE, tmp_path)
    assert found == f"{after}\n['before', 'docs'] False True\n"


def test_a_tree_of_a_lower_layer_is_written(tmp_path: Path) -> None:
    docs = tmp_path / "lower" / "docs"
    put(docs, {"a.md": "A", "p/b.md": "B", "q/c.md": "same"})
    hand_write(docs, "deep/guide.md", "by hand")
    after = {"a.md": "newer", "deep/guide.md": "by hand", "p/d/e.md": "E", "q": "a file"}
    found = run_with_mounts(OVERLAY, WRITE, tmp_path)
    assert found == f"{after}\n['docs'] False False\n"
    assert pages(docs)["a.md"] == "A"


def test_a_volume_in_a_tree_is_not_emptied_with_it(tmp_path: Path) -> None:
    put(tmp_path / "docs", {"a.md": "A"})
    hand_write(tmp_path / "docs", "volume/inside.md", "below the volume")
    code = """
from pathlib import Path
from generator.output import claim
docs = Path("docs").absolute()
with claim(docs) as staging:
    (staging.next / "volume").mkdir(parents=True)
    import subprocess
    subprocess.run(["mount", "--bind", "theirs", staging.next / "volume"], check=True)
    staging.give_up()
    subprocess.run(["umount", staging.folder / "rubbish" / "0" / "volume"], check=True)
print(Path("theirs/thesis.tex").read_text())
"""
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "thesis.tex").write_text("by hand")
    assert run_with_mounts("true", code, tmp_path) == "by hand\n"


def test_what_a_file_system_has_in_its_top_folder_is_in_nobodys_way(tmp_path: Path) -> None:
    for name in ("docs", "site"):
        (tmp_path / name).mkdir()
    mounts = """
for tree in docs site; do
    mount -t tmpfs tmpfs $tree
    mkdir $tree/lost+found
    echo rescued > $tree/lost+found/1
done
"""
    code = """
from pathlib import Path
from generator.output import walk
from generator.site import check_ours
from tests.unit.output.test_exchange import put
docs, site = Path("docs").absolute(), Path("site").absolute()
check_ours(site)
for text in ("A", "new"):
    put(docs, {"a.md": text})
print(sorted(walk(docs)), list(walk(site)), (docs / "lost+found" / "1").read_text())
"""
    found = run_with_mounts(mounts, code, tmp_path)
    assert found == "['.generated.json', 'a.md'] [] rescued\n\n"


def test_no_link_is_followed_where_a_page_is_copied_to_a_volume(tmp_path: Path) -> None:
    for part in ("before", "docs"):
        put(tmp_path / part, {"p/b.md": "B"})
    (tmp_path / "theirs").write_text("by hand")
    mounts = """
mount -t tmpfs tmpfs docs/p
cp before/p/b.md docs/p
ln -s "$PWD/theirs" docs/p/.b.md~
"""
    code = """
from pathlib import Path
from tests.unit.output.test_exchange import pages, put
docs = Path("docs").absolute()
put(docs, {"p/b.md": "new"})
print(pages(docs), Path("theirs").read_text(), sorted(path.name for path in (docs / "p").iterdir()))
"""
    found = run_with_mounts(mounts, code, tmp_path)
    assert found == "{'p/b.md': 'new'} by hand ['b.md']\n"


def test_a_folder_like_any_other_is_no_mount_point(tmp_path: Path) -> None:
    assert not is_mounted(tmp_path)
    assert not holds_mounts(tmp_path)
    assert is_mounted(Path("/"))
    assert holds_mounts(Path("/"))
