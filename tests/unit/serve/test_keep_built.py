"""One build for one save, however it is done, and one more for what changes while one runs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.serve import watch
from generator.serve.inputs import Seen
from generator.serve.keep_built import keep_built
from generator.serve.live import Live
from generator.serve.outcome import Outcome, Result

GOOD = Outcome(Result.GOOD)
#: No test waits longer for what must come, and none shorter for what must not.
PATIENCE = 10.0
LONGER_THAN_A_SAVE = 0.6


class Builds:
    """Builds that do nothing but what a test says, and what was read by each."""

    def __init__(self, record: Path) -> None:
        self.record = record
        self.read: list[str] = []
        self.said: list[str] = []
        self.outcomes: list[Outcome] = []
        self.during: Callable[[], object] = lambda: None

    def build(self) -> Outcome:
        self.read.append(self.record.read_text() if self.record.exists() else "")
        self.during()
        return self.outcomes.pop(0) if self.outcomes else GOOD

    def wait_for(self, count: int) -> None:
        end = time.monotonic() + PATIENCE
        while len(self.read) < count and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(LONGER_THAN_A_SAVE)
        assert len(self.read) == count, self.read


@pytest.fixture(autouse=True)
def _slow_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take longer for one save what comes one after the other: a busy machine is slow at it."""
    monkeypatch.setattr(watch, "QUIET", 0.2)
    monkeypatch.setattr(watch, "GONE", 0.9)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "sheep.yml").write_text("one")
    return papers


def look(papers: Path) -> Seen:
    seen = Seen()
    seen.walk(papers, lambda path: path.endswith(".yml"))
    return seen


@contextmanager
def kept(papers: Path, builds: Builds) -> Iterator[Live]:
    """Keep `papers` built while the context lasts."""
    stop, live = threading.Event(), Live(has_site=True)
    arguments = (lambda: look(papers), builds.build, live, builds.said.append, stop)
    thread = threading.Thread(target=keep_built, args=arguments)
    thread.start()
    try:
        yield live
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def over_the_old_one(file: Path) -> None:
    file.write_text("two")


def in_two_steps(file: Path) -> None:
    file.write_text("")
    time.sleep(0.01)
    file.write_text("two")


def by_a_rename(file: Path) -> None:
    draft = file.with_name(".sheep.yml.draft")
    draft.write_text("two")
    draft.replace(file)


def as_vim(file: Path) -> None:
    asking = file.with_name("4913")
    asking.touch()
    asking.unlink()
    swap = file.with_name(".sheep.yml.swp")
    swap.write_text("swap")
    backup = file.with_name("sheep.yml~")
    file.rename(backup)
    file.write_text("two")
    backup.unlink()
    swap.unlink()


def as_emacs(file: Path) -> None:
    lock = file.with_name(".#sheep.yml")
    lock.symlink_to("nowhere")
    file.with_name("#sheep.yml#").write_text("saved now and then")
    file.rename(file.with_name("sheep.yml~"))
    file.write_text("two")
    lock.unlink()


def deleted_and_made_anew(file: Path) -> None:
    file.unlink()
    time.sleep(0.15)
    file.write_text("two")


def by_another_folder(file: Path) -> None:
    """As a checkout of another branch may do."""
    other = file.parent.with_name("other")
    other.mkdir()
    (other / file.name).write_text("two")
    file.parent.rename(file.parent.with_name("old"))
    other.rename(file.parent)


WAYS = [
    *(over_the_old_one, in_two_steps, by_a_rename, as_vim, as_emacs),
    *(deleted_and_made_anew, by_another_folder),
]


@pytest.mark.parametrize("save", WAYS, ids=lambda way: way.__name__)
def test_however_a_file_is_saved_there_is_one_build(
    papers: Path, save: Callable[[Path], None]
) -> None:
    builds = Builds(papers / "sheep.yml")
    with kept(papers, builds):
        builds.wait_for(1)
        save(papers / "sheep.yml")
        builds.wait_for(2)
    assert builds.read == ["one", "two"]


def test_what_only_an_editor_needs_leads_to_no_build(papers: Path) -> None:
    builds = Builds(papers / "sheep.yml")
    with kept(papers, builds):
        builds.wait_for(1)
        (papers / ".sheep.yml.swp").write_text("swap")
        (papers / "sheep.yml~").write_text("backup")
        builds.wait_for(1)


def test_changes_during_a_build_lead_to_one_more(papers: Path) -> None:
    record = papers / "sheep.yml"
    builds = Builds(record)

    def edit() -> None:
        builds.during = lambda: None
        for text in ("two", "three", "four"):
            record.write_text(text)

    builds.during = edit
    with kept(papers, builds):
        builds.wait_for(2)
    assert builds.read == ["one", "four"]


def test_what_a_build_replaces_is_watched_where_it_is_now(papers: Path) -> None:
    """The folder of pages is exchanged for another by each build."""
    record = papers / "sheep.yml"
    builds = Builds(record)
    numbers = iter(range(100))

    def exchange() -> None:
        other = papers.with_name("next")
        other.mkdir()
        (other / "sheep.yml").hardlink_to(record)
        papers.rename(papers.with_name(f"old-{next(numbers)}"))
        other.rename(papers)

    builds.during = exchange
    with kept(papers, builds):
        builds.wait_for(1)
        record.write_text("two")
        builds.wait_for(2)
    assert builds.read == ["one", "two"]


def test_a_folder_that_comes_later_is_seen_with_all_that_follows_in_it(papers: Path) -> None:
    builds = Builds(papers / "more" / "herd.yml")
    with kept(papers, builds):
        builds.wait_for(1)
        (papers / "more").mkdir()
        builds.record.write_text("first")
        builds.wait_for(2)
        builds.record.write_text("second")
        builds.wait_for(3)
    assert builds.read == ["", "first", "second"]


def test_the_folder_itself_may_come_later(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    builds = Builds(papers / "sheep.yml")
    with kept(papers, builds):
        builds.wait_for(1)
        papers.mkdir()
        builds.record.write_text("here")
        builds.wait_for(2)


def test_the_change_that_led_to_a_build_is_named(papers: Path) -> None:
    builds = Builds(papers / "sheep.yml")
    with kept(papers, builds):
        builds.wait_for(1)
        (papers / "a\x1b[2Jb.yml").write_text("hostile")
        (papers / "sheep.yml").write_text("two")
        builds.wait_for(2)
    assert builds.said[0].endswith("a\\x1b[2Jb.yml and 1 more file changed")


def test_a_build_that_another_stands_in_the_way_of_is_tried_again(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.serve.keep_built.AGAIN", 0.01)
    builds = Builds(papers / "sheep.yml")
    builds.outcomes = [Outcome(Result.BUSY), Outcome(Result.BUSY), GOOD]
    with kept(papers, builds) as live:
        builds.wait_for(3)
        assert '"builds": 1' in live.message()
    assert builds.said == ["Another build of this catalogue is running; this one waits for it."]


def test_where_the_system_tells_nothing_it_is_said_once_and_looked_for(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("OS file watch limit reached.")

    monkeypatch.setattr(watch, "RustNotify", refuse)
    monkeypatch.setattr(watch, "POLL", 0.05)
    builds = Builds(papers / "sheep.yml")
    with kept(papers, builds):
        builds.wait_for(1)
        (papers / "new").mkdir()
        (papers / "sheep.yml").write_text("two")
        builds.wait_for(2)
    assert [line for line in builds.said if "max_user_watches" in line] == [builds.said[0]]


def test_an_interruption_while_waiting_ends_it(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted:
        def __init__(self, *_: object) -> None:
            pass

        def watch(self, *_: object) -> str:
            return "signal"

        def close(self) -> None:
            pass

    monkeypatch.setattr(watch, "RustNotify", Interrupted)
    builds = Builds(papers / "sheep.yml")
    with pytest.raises(KeyboardInterrupt):
        keep_built(
            lambda: look(papers), builds.build, Live(has_site=True), print, threading.Event()
        )
    assert builds.read == ["one"]
