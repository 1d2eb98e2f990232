"""Writing a tree: only what changed, never over what people wrote, all or nothing."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model import OutputFile
from generator.output import Output, Staging, Written, claim, write
from generator.problems import Problems
from tests.posix import POSIX

LONG_AGO = 1_000_000_000


class Tree:
    """A tree of pages, with what was said about it."""

    def __init__(self, folder: Path) -> None:
        self.docs = folder / "docs"
        self.kept = folder / "kept"
        self.problems = Problems()

    def write(self, **pages: str) -> Written | None:
        """Write pages; `papers__a="x"` is the page papers/a.md."""
        return self.write_files({f"{n.replace('__', '/')}.md": t for n, t in pages.items()})

    def write_files(self, files: dict[str, str]) -> Written | None:
        self.problems = Problems()
        made = [OutputFile(path, text.encode(), f"page {path}") for path, text in files.items()]
        with claim(self.docs) as staging:
            return write(staging, made, self.problems, "docs", self.kept)

    def put(self, path: str, text: str) -> Path:
        """Write a page by hand, as an editor does that replaces the file."""
        target = self.docs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        new = target.with_name(f"{target.name}~")
        new.write_text(text)
        new.replace(target)
        return target

    def pages(self) -> dict[str, str]:
        return {
            path.relative_to(self.docs).as_posix(): path.read_text()
            for path in sorted(self.docs.rglob("*"))
            if path.is_file() and not path.name.startswith(".")
        }

    def said(self) -> list[str]:
        return [str(problem) for problem in self.problems]

    def left_over(self) -> list[str]:
        return [p.name for p in self.docs.parent.iterdir() if p.name not in ("docs", "kept")]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def test_a_new_tree_is_made_with_its_folders(tree: Tree) -> None:
    tree.docs = tree.docs.parent / "new" / "docs"
    assert tree.write(index="I", papers__a="A") == Written(2, 0, 0)
    assert tree.pages() == {"index.md": "I", "papers/a.md": "A"}


def test_only_changed_files_are_written(tree: Tree) -> None:
    tree.write(a="A", b="B", c="C")
    by_hand = tree.put("guide.md", "by hand")
    for path in (*tree.docs.glob("*.md"), by_hand):
        os.utime(path, (LONG_AGO, LONG_AGO))
    assert tree.write(a="A", b="new", c="C") == Written(1, 2, 0)
    stamps = {path.name: path.stat().st_mtime for path in tree.docs.glob("*.md")}
    assert stamps.pop("b.md") > LONG_AGO
    assert set(stamps.values()) == {LONG_AGO}


def test_the_same_files_again_touch_nothing(tree: Tree) -> None:
    tree.write(a="A", papers__b="B")
    before = {path: path.stat() for path in (tree.docs, *tree.docs.rglob("*"))}
    assert tree.write(a="A", papers__b="B") == Written(0, 2, 0)
    after = {path: path.stat() for path in (tree.docs, *tree.docs.rglob("*"))}
    assert [(p, s.st_ino, s.st_mtime_ns) for p, s in after.items()] == [
        (p, s.st_ino, s.st_mtime_ns) for p, s in before.items()
    ]


def test_only_what_the_generator_wrote_is_removed(tree: Tree) -> None:
    tree.write(papers__a="A", papers__b="B", topics__t="T")
    tree.put("papers/notes.md", "by hand")
    tree.put("about.md", "by hand")
    (tree.docs / "link.md").symlink_to("about.md")
    (tree.docs / "folder").symlink_to("papers")
    (tree.docs / "empty" / "deep").mkdir(parents=True)
    assert tree.write(papers__a="A") == Written(0, 1, 2)
    assert tree.pages() == {
        "papers/a.md": "A",
        "papers/notes.md": "by hand",
        "about.md": "by hand",
        "link.md": "by hand",
    }
    assert (tree.docs / "link.md").readlink() == Path("about.md")
    assert (tree.docs / "folder").readlink() == Path("papers")
    assert (tree.docs / "empty" / "deep").is_dir()
    assert not (tree.docs / "topics").exists()
    assert tree.left_over() == []


def test_no_files_at_all_leave_what_is_written_by_hand(tree: Tree) -> None:
    tree.write(a="A")
    tree.put("guide.md", "by hand")
    assert tree.write() == Written(0, 0, 1)
    assert tree.pages() == {"guide.md": "by hand"}


@POSIX
def test_folders_keep_their_permissions(tree: Tree) -> None:
    tree.put("shared/guide.md", "by hand")
    (tree.docs / "shared").chmod(0o2775)
    tree.write(a="A")
    assert (tree.docs / "shared").stat().st_mode & 0o7777 == 0o2775


def test_a_hand_written_page_in_the_way_is_an_error_and_nothing_is_touched(tree: Tree) -> None:
    tree.write(a="A")
    tree.put("b.md", "by hand")
    tree.put("c.md", "by hand")
    inode = tree.docs.stat().st_ino
    assert tree.write(a="new", b="B", c="C") is None
    assert tree.said() == [
        f"docs/{name}.md: a page written by hand is in the way of page {name}.md (move or delete"
        " it; what it says belongs in a record or in another page)"
        for name in "bc"
    ]
    assert tree.pages() == {"a.md": "A", "b.md": "by hand", "c.md": "by hand"}
    assert tree.docs.stat().st_ino == inode


def test_a_hand_written_page_with_the_same_bytes_is_adopted(tree: Tree) -> None:
    tree.put("a.md", "A")
    assert tree.write(a="A") == Written(0, 1, 0)
    assert tree.write() == Written(0, 0, 1)
    assert tree.pages() == {}


@pytest.mark.parametrize("wanted", ["new", None])
def test_an_edited_generated_page_is_kept_aside_with_a_warning(
    tree: Tree, wanted: str | None
) -> None:
    tree.write(papers__a="A", b="B")
    tree.put("papers/a.md", "edited")
    tree.write_files({"b.md": "B"} | ({"papers/a.md": wanted} if wanted else {}))
    assert (tree.kept / "papers/a.md").read_text() == "edited"
    message, *others = tree.said()
    assert ["goes away" in other for other in others] == ([] if wanted else [True])
    assert message.startswith("docs/papers/a.md: this generated page was edited by hand")
    assert str(tree.kept / "papers/a.md") in message
    assert "put corrections into a record" in message
    assert tree.pages() == {"b.md": "B"} | ({"papers/a.md": wanted} if wanted else {})


def test_a_page_kept_aside_is_not_overwritten_by_the_next(tree: Tree) -> None:
    tree.write(a="A")
    for text in ("first edit", "second edit", "first edit"):
        tree.put("a.md", text)
        tree.write(a="A")
    kept = [p.read_text() for p in sorted(tree.kept.parent.glob("kept*/a.md"))]
    assert kept == ["first edit", "second edit"]


def test_a_deleted_generated_page_comes_back(tree: Tree) -> None:
    tree.write(a="A", b="B")
    (tree.docs / "a.md").unlink()
    assert tree.write(a="A", b="B") == Written(1, 1, 0)
    assert tree.said() == []


@pytest.mark.parametrize("in_the_way", ["file", "link", "link to a folder", "dangling link"])
def test_what_stands_where_a_folder_is_needed_is_an_error(tree: Tree, in_the_way: str) -> None:
    tree.put("other/x.md", "by hand")
    place = tree.docs / "papers"
    if in_the_way == "file":
        place.write_text("by hand")
    else:
        target = {"link": "other/x.md", "link to a folder": "other"}.get(in_the_way, "nowhere")
        place.symlink_to(target)
    assert tree.write(papers__a="A") is None
    assert tree.said() == [
        "docs/papers: stands where a folder is needed for page papers/a.md (move it elsewhere)"
    ]
    assert os.path.lexists(place)
    assert list((tree.docs / "other").iterdir()) == [tree.docs / "other/x.md"]


@pytest.mark.parametrize("listed", [True, False])
@pytest.mark.parametrize("what", ["folder", "link", "dangling link"])
def test_what_is_no_file_in_the_place_of_a_page_is_an_error(
    tree: Tree, what: str, listed: bool
) -> None:
    tree.write(**({"a": "A"} if listed else {}), other="O")
    (tree.docs / "a.md").unlink(missing_ok=True)
    if what == "folder":
        tree.put("a.md/notes.md", "by hand")
    else:
        (tree.docs / "a.md").symlink_to("other.md" if what == "link" else "nowhere")
    assert tree.write(a="A", other="O") is None
    assert tree.said()[0].startswith("docs/a.md: a page written by hand is in the way of page a.md")
    assert os.path.lexists(tree.docs / "a.md")


def test_a_page_may_become_a_folder_of_pages_and_back(tree: Tree) -> None:
    for files in ({"a": "A"}, {"a/b": "B", "a/c/d": "D"}, {"a": "A"}):
        assert tree.write_files(files) is not None
        assert tree.pages() == files


def test_a_tree_that_is_a_file_is_an_error(tree: Tree) -> None:
    tree.docs.write_text("by hand")
    assert tree.write(a="A") is None
    assert tree.said() == ["docs: is a file, not a folder for pages (move it elsewhere)"]
    assert tree.docs.read_text() == "by hand"


@pytest.mark.parametrize(
    "path", ["../a.md", "/etc/a.md", "a/../../b.md", "a//b.md", "./a.md", "", "a/", "a\0b"]
)
def test_a_path_that_leads_outside_is_a_mistake_of_ours(tree: Tree, path: str) -> None:
    with pytest.raises(ValueError, match="leads outside the tree"):
        tree.write_files({path: "x"})
    assert not tree.docs.exists()


@pytest.mark.parametrize("clash", [("a.md", "A.md"), ("a", "a/b.md"), ("a.md", "a.md")])
def test_two_files_in_one_place_are_a_mistake_of_ours(tree: Tree, clash: tuple[str, str]) -> None:
    files = [OutputFile(path, b"x", "one origin") for path in clash]
    with claim(tree.docs) as staging, pytest.raises(ValueError, match="one origin"):
        write(staging, files, Problems(), "docs", tree.kept)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": 1}', "[" * 100_000, "\udc80"])
def test_without_a_readable_list_nothing_is_deleted(tree: Tree, text: str) -> None:
    tree.write(a="A", b="B")
    (tree.docs / ".generated.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert tree.write(a="A") == Written(0, 1, 0)
    assert tree.pages() == {"a.md": "A", "b.md": "B"}


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_list_that_is_no_file_is_none(tree: Tree, kind: str) -> None:
    tree.write(a="A", b="B")
    listed = tree.docs / ".generated.json"
    listed.rename(tree.docs.parent / "list.json")
    if kind == "link":
        listed.symlink_to("../list.json")
    else:
        os.mkfifo(listed)
    # Nothing is known to be ours, so nothing is deleted, and what differs is in the way.
    assert tree.write(a="new") is None
    assert tree.pages() == {"a.md": "A", "b.md": "B"}


def test_a_list_that_names_files_outside_harms_nothing(tree: Tree) -> None:
    tree.write(a="A")
    outside = tree.docs.parent / "outside.md"
    outside.write_text("by hand")
    listed = {"files": {"../outside.md": "0", str(outside): "0", "a.md": "0"}}
    (tree.docs / ".generated.json").write_text(json.dumps(listed))
    assert tree.write() == Written(0, 0, 1)
    assert outside.read_text() == "by hand"
    assert [path.name for path in tree.kept.rglob("*")] == ["a.md"]


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Let something happen after the next tree is made and before it takes its place."""
    exchange = Staging.put_in_place

    def arrange(change: Callable[[], object]) -> None:
        def put_in_place(staging: Staging, changed: list[str], gone: list[str]) -> None:
            time.sleep(0.01)
            change()
            exchange(staging, changed, gone)
            monkeypatch.setattr(Staging, "put_in_place", exchange)

        monkeypatch.setattr(Staging, "put_in_place", put_in_place)

    return arrange


Meanwhile = Callable[[Callable[[], object]], None]


def test_hand_written_pages_changed_in_the_meantime_are_not_lost(
    tree: Tree, meanwhile: Meanwhile
) -> None:
    tree.write(a="A")
    tree.put("guide.md", "before")

    def change() -> None:
        tree.put("guide.md", "after")
        tree.put("deep/new.md", "added")
        (tree.docs / "link.md").symlink_to("guide.md")

    meanwhile(change)
    tree.write(a="new")
    assert tree.pages() == {
        "a.md": "new",
        "guide.md": "after",
        "deep/new.md": "added",
        "link.md": "after",
    }
    assert tree.said() == []
    assert tree.left_over() == []


@pytest.mark.parametrize("page", ["changed.md", "same.md", "gone.md", "added.md"])
def test_generated_pages_edited_in_the_meantime_are_kept_aside(
    tree: Tree, meanwhile: Meanwhile, page: str
) -> None:
    tree.write(changed="1", same="1", gone="1")
    meanwhile(lambda: tree.put(page, "edited"))
    tree.write(changed="2", same="1", added="1")
    assert tree.pages() == {"changed.md": "2", "same.md": "1", "added.md": "1"}
    assert [p.read_text() for p in tree.kept.rglob("*.md")] == ["edited"]
    said = [message for message in tree.said() if "goes away" not in message]
    assert said[0].startswith(f"docs/{page}: this generated page was edited by hand")
    assert len(said) == 1


def test_every_page_that_goes_away_is_named(tree: Tree) -> None:
    tree.write_files({"papers/a.md": "A", "papers/b.md": "B", "data/b.bib": "B", "index.md": "I"})
    assert tree.said() == []
    tree.write_files({"papers/c.md": "B", "index.md": "I"})
    assert tree.said() == [
        f"docs/papers/{name}.md: this page goes away, and links to it from elsewhere end (if its"
        " paper or topic is still there under another name, give it its name back)"
        for name in "ab"
    ]


def test_a_page_that_stays_on_the_site_alone_does_not_go_away(tree: Tree) -> None:
    tree.write_files({"authors/ada.md": "A", "authors/ben.md": "B", "index.md": "I"})
    with claim(tree.docs) as staging:
        output = Output(staging, tree.problems, "docs", tree.kept)
        assert output.begin()
        made = [output.draft.put("index.md", b"I", "the home page")]
        assert output.finish(made, {"index.md", "authors/ada.md"}) == Written(0, 1, 2)
    assert tree.pages() == {"index.md": "I"}
    (message,) = tree.said()
    assert message.startswith("docs/authors/ben.md: this page goes away")


def test_a_page_deleted_in_the_meantime_is_no_matter(tree: Tree, meanwhile: Meanwhile) -> None:
    tree.write(a="A", b="B")
    meanwhile((tree.docs / "a.md").unlink)
    assert tree.write(a="new", b="B") == Written(1, 1, 0)
    assert tree.pages() == {"a.md": "new", "b.md": "B"}
