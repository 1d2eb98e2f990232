"""A library is fetched as a whole once, and then only what changed, whatever the service does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.fetched import ZoteroLibrary
from generator.services.asking import Asking
from generator.services.failures import (
    Busy,
    Malformed,
    NotAnAnswer,
    NotThere,
    NotUnderstood,
    Refused,
    ServiceFailed,
    Spent,
    TooLarge,
    TooSlow,
    Unreachable,
)
from generator.services.fetching import Fetched, fetch
from generator.services.kept_answers import KeptAnswers
from generator.services.manners import Manners
from generator.services.zotero import MANNERS
from tests.local_server import Clock, Fault
from tests.zotero_server import COLLECTION, GROUP, ZoteroServer

GROUP_LIBRARY = ZoteroLibrary("groups", GROUP)
SHELF = ZoteroLibrary("groups", GROUP, COLLECTION)
HTML = Fault(headers={"Content-Type": "text/html; charset=utf-8"}, body=b"<html>Sign in</html>")
#: What is asked for when something changed, and when all comes on one page.
ALL_ON_A_PAGE = ["/items/top", "/items/top", "", "/items"]


class Desk:
    """Where a library is fetched to, by which server, and how long that took."""

    def __init__(self, folder: Path, server: ZoteroServer) -> None:
        self.folder = folder
        self.server = server
        self.clock = Clock()
        self.steps: list[tuple[int, int]] = []

    def fetch(
        self,
        library: ZoteroLibrary = GROUP_LIBRARY,
        key: str = "",
        manners: Manners = MANNERS,
        *,
        fresh: bool = False,
    ) -> Fetched:
        with Asking(
            self.server.address,
            manners,
            kept=KeptAnswers(self.folder / "asked"),
            clock=self.clock.time,
            sleep=self.clock.sleep,
        ) as asking:
            return fetch(
                library, self.folder, asking, key, fresh=fresh,
                step=lambda done, total: self.steps.append((done, total)),
            )  # fmt: skip

    def file(self, library: ZoteroLibrary = GROUP_LIBRARY) -> bytes:
        return (self.folder / library.file).read_bytes()

    def items(self, library: ZoteroLibrary = GROUP_LIBRARY) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = json.loads(self.file(library))["items"]
        return items

    def titles(self, library: ZoteroLibrary = GROUP_LIBRARY) -> list[str]:
        return [item["data"]["title"] for item in self.items(library)]


@pytest.fixture
def desk(tmp_path: Path, zotero: ZoteroServer) -> Desk:
    return Desk(tmp_path, zotero)


@pytest.fixture
def fetched(desk: Desk) -> Desk:
    """A library of three items that was fetched."""
    for number in (1, 2, 3):
        desk.server.library.add(number)
    desk.fetch()
    desk.server.paths()
    return desk


def test_a_library_is_fetched_with_what_is_read_of_it_an_item_a_line(desk: Desk) -> None:
    first = desk.server.library.add(
        1,
        extra="Citation Key: sheep",
        tags=[{"tag": "wool", "type": 1}, {"tag": " "}],
        rights="All",
    )
    second = desk.server.library.add(2, title="Herding\u2028by \ud800 ear", itemType="book")
    said = desk.fetch()
    assert (said.new, said.changed, said.gone, said.total, said.wrote) == (2, 0, 0, 2, True)
    about, *_ = text = desk.file().decode().split("\n")
    assert about.startswith('{"about": "Written by `paper-catalogue fetch`')
    lines = [line for line in text if line.startswith('{"key"')]
    assert [json.loads(line.rstrip(","))["key"] for line in lines] == [first, second]
    assert desk.items()[0] == {
        "key": first,
        "version": 8,
        "data": {
            "creators": [{"creatorType": "author", "firstName": "Ada", "lastName": "Example"}],
            "date": "2024-03",
            "dateAdded": "2024-01-01T00:00:01Z",
            "extra": "Citation Key: sheep",
            "itemType": "journalArticle",
            "publicationTitle": "Journal of Sheep",
            "tags": [{"tag": "wool"}],
            "title": "Counting sheep, part 1",
        },
        "meta": {"parsedDate": "2024-03"},
    }
    assert desk.titles()[1] == "Herding\u2028by \ud800 ear"
    assert str(said) == f"zotero:groups/{GROUP} (Flock Studies): 2 new, 0 changed, 0 gone; 2 in all"


def test_who_asks_says_who_it_is_and_which_version_of_the_service_it_knows(desk: Desk) -> None:
    desk.fetch()
    for asked in desk.server.asked:
        assert asked.headers["user-agent"].startswith("paper-catalogue/")
        assert asked.headers["zotero-api-version"] == "3"


def test_of_a_library_that_did_not_change_one_question_is_asked(fetched: Desk) -> None:
    before = fetched.file()
    said = fetched.fetch()
    assert fetched.server.paths() == ["/items/top"]
    assert (said.new, said.changed, said.gone, said.total, said.wrote) == (0, 0, 0, 3, False)
    assert str(said).endswith("nothing changed; 3 in all")
    assert fetched.file() == before


def test_only_what_changed_comes_again(fetched: Desk) -> None:
    library = fetched.server.library
    first, second, third = library.items
    library.change(second, title="Counting goats")
    library.delete(third)
    library.add(9)
    before = library.version
    said = fetched.fetch()
    asked = fetched.server.asked
    assert [int(one.params["since"]) for one in asked if "since" in one.params] == [10]
    assert (said.new, said.changed, said.gone, said.total) == (1, 1, 1, 3)
    assert fetched.titles() == [
        "Counting sheep, part 1",
        "Counting goats",
        "Counting sheep, part 9",
    ]
    assert json.loads(fetched.file())["version"] == before
    assert first == fetched.items()[0]["key"]


def test_the_same_comes_of_changes_as_of_a_first_fetch(fetched: Desk, tmp_path: Path) -> None:
    library = fetched.server.library
    library.put_into_trash(next(iter(library.items)))
    library.add(7)
    fetched.fetch()
    other = Desk(tmp_path / "other", fetched.server)
    other.fetch()
    assert other.file() == fetched.file()


def test_what_is_put_into_the_trash_is_gone_and_comes_back(fetched: Desk) -> None:
    library = fetched.server.library
    key = next(iter(library.items))
    library.put_into_trash(key)
    assert fetched.fetch().gone == 1
    library.trash.clear()
    library.change(key)
    assert fetched.fetch().new == 1
    assert len(fetched.items()) == 3


def test_an_item_that_comes_back_as_it_was_is_fetched(desk: Desk) -> None:
    library = desk.server.library
    library.trash.add(library.add(1))
    library.add(2)
    assert desk.fetch().total == 1
    library.trash.clear()
    library.version += 1
    assert desk.fetch().new == 1
    assert len(desk.items()) == 2


def test_what_is_moved_out_of_a_collection_is_gone(desk: Desk) -> None:
    inside = desk.server.library.add(1, collections=[COLLECTION])
    desk.server.library.add(2)
    other = desk.server.library.add(3, collections=["2THERSET"])
    assert desk.fetch(SHELF).total == 1
    desk.server.library.change(inside, collections=[])
    desk.server.library.change(other, collections=[COLLECTION, "2THERSET"])
    said = desk.fetch(SHELF)
    assert (said.new, said.gone, said.total) == (1, 1, 1)
    assert desk.titles(SHELF) == ["Counting sheep, part 3"]


def test_notes_and_attachments_are_left_out_but_counted(desk: Desk) -> None:
    parent = desk.server.library.add(1)
    desk.server.library.add(2, itemType="note", note="Not for others", title="")
    desk.server.library.add(3, itemType="note", note="Not for others", parentItem=parent)
    desk.server.library.add(4, itemType="attachment", path="/home/ada/sheep.pdf")
    said = desk.fetch()
    assert (said.total, said.left_out) == (1, 3)
    assert "1 in all; 3 notes and attachments left out" in str(said)
    assert b"Not for others" not in desk.file()
    assert b"/home/ada" not in desk.file()


def test_a_server_that_cannot_leave_out_notes_is_understood(desk: Desk, monkeypatch: Any) -> None:
    desk.server.library.add(1)
    desk.server.library.add(2, itemType="note", note="Not for others", title="")
    found = desk.server.library.found
    ignoring = lambda path, params: found(path, {**params, "itemType": ""})  # noqa: E731
    monkeypatch.setattr(desk.server.library, "found", ignoring)
    assert desk.fetch().total == 1
    assert desk.titles() == ["Counting sheep, part 1"]


def test_a_large_library_comes_a_hundred_items_at_a_time(desk: Desk) -> None:
    for number in range(250):
        desk.server.library.add(number)
    assert desk.fetch().total == 250
    starts = [one.params["start"] for one in desk.server.asked if "start" in one.params]
    assert starts == ["0", "100", "200"]
    assert desk.steps == [(100, 250), (200, 250), (250, 250)]
    assert len(set(desk.titles())) == 250


def test_a_library_that_changes_while_it_is_read_is_read_anew(desk: Desk) -> None:
    for number in range(150):
        desk.server.library.add(number)
    moved = Fault(then=lambda: desk.server.library.add(900))
    desk.server.faults.extend([None, None, moved])
    assert desk.fetch().total == 151
    assert json.loads(desk.file())["version"] == desk.server.library.version


def test_a_library_that_never_stands_still_is_left_for_later(desk: Desk) -> None:
    desk.server.library.add(0)
    numbers = iter(range(1, 1000))
    moving = Fault(then=lambda: desk.server.library.add(next(numbers)))
    desk.server.faults.extend([moving] * 20)
    with pytest.raises(Spent, match="it changed 4 times while it was read"):
        desk.fetch()
    assert not (desk.folder / GROUP_LIBRARY.file).exists()


def test_a_change_that_concerns_no_item_writes_no_new_file(fetched: Desk) -> None:
    before = fetched.file()
    fetched.server.library.add(50, itemType="note", note="Private", title="")
    said = fetched.fetch()
    assert (said.new, said.changed, said.gone, said.wrote) == (0, 0, 0, False)
    assert fetched.file() == before


def test_a_file_that_somebody_changed_is_fetched_anew(fetched: Desk) -> None:
    right = fetched.file()
    path = fetched.folder / GROUP_LIBRARY.file
    lost = b"".join(line for line in right.splitlines(True) if b"part 2" not in line)
    for broken in (
        lost,
        right[:-30],
        b"<<<<<<< HEAD\n" + right,
        b"\xff",
        right.replace(b"sheep", b"cows"),
    ):
        path.write_bytes(broken)
        assert fetched.fetch().total == 3
        assert fetched.file() == right


def test_a_checkout_with_other_line_ends_is_the_same_file(fetched: Desk) -> None:
    path = fetched.folder / GROUP_LIBRARY.file
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert not fetched.fetch().wrote


def test_fresh_asks_for_everything(fetched: Desk) -> None:
    before = fetched.file()
    said = fetched.fetch(fresh=True)
    assert fetched.server.paths() == ALL_ON_A_PAGE
    assert (said.new, said.changed, said.gone, said.wrote) == (0, 0, 0, False)
    assert fetched.file() == before


def test_an_empty_library_is_a_file_without_items(desk: Desk) -> None:
    assert desk.fetch().total == 0
    assert desk.items() == []


@pytest.mark.parametrize(
    ("kind", "reading", "public"),
    [("PublicOpen", "all", True), ("PublicClosed", "members", False), ("Private", "all", False)],
)
def test_whether_anybody_may_read_a_group_is_kept(
    desk: Desk, kind: str, reading: str, public: bool
) -> None:
    desk.server.library.type, desk.server.library.reading = kind, reading
    desk.fetch()
    assert json.loads(desk.file())["public"] is public


def test_a_persons_library_is_public_if_no_key_was_needed(desk: Desk) -> None:
    mine = ZoteroLibrary("users", GROUP)
    desk.fetch(mine)
    assert json.loads(desk.file(mine))["public"] is True
    desk.fetch(mine, key="s3cret", fresh=True)
    assert json.loads(desk.file(mine))["public"] is False


def test_a_key_opens_a_private_library_and_is_kept_nowhere(desk: Desk, capsys: Any) -> None:
    desk.server.library.key = "s3cret"
    desk.server.library.add(1)
    for key in ("", "wr0ng"):
        with pytest.raises(Refused, match="does not let us in") as refused:
            desk.fetch(key=key)
        assert "wr0ng" not in repr(refused.value)
    desk.server.faults.extend([None, None, None, Fault(status=400)])
    with pytest.raises(NotUnderstood):
        desk.fetch(key="s3cret")
    kept = list((desk.folder / "asked").iterdir())
    assert kept
    assert desk.fetch(key="s3cret").total == 1
    assert b"s3cret" not in b"".join(
        [desk.file(), *(path.read_bytes() for path in kept if path.exists())]
    )
    assert not any("s3cret" in str(asked.params) + asked.path for asked in desk.server.asked)
    assert "s3cret" not in "".join(capsys.readouterr())


def test_no_key_is_sent_where_the_service_sends_us(desk: Desk) -> None:
    desk.server.faults.append(
        Fault(status=302, headers={"Location": f"{desk.server.address}/groups/1"})
    )
    with pytest.raises(NotUnderstood, match="sends us elsewhere"):
        desk.fetch(key="s3cret")
    assert len(desk.server.asked) == 1


#: What the service may do for a while, and the waits that follow; then all goes well.
PASSING = {
    "asked too often, with a wait": (Fault(status=429, headers={"Retry-After": "7"}), [7.0]),
    "asked too often, without": (Fault(status=429), [1.0]),
    "no room": (Fault(status=503, headers={"Retry-After": "3"}), [3.0]),
    "a fault of its own": (Fault(status=500), [1.0]),
    "a gateway without a service": (Fault(status=502, body=b"<html>"), [1.0]),
    "JSON that is cut": (Fault(body=b'{"AAAAAAAA": 3, "AAAA'), [1.0]),
    "a connection that breaks": (Fault(cut=True), [1.0]),
    "a pause for all": (Fault(headers={"Backoff": "9"}), [9.0]),
}  # fmt: skip


@pytest.mark.parametrize("case", PASSING)
def test_what_passes_is_waited_for(desk: Desk, case: str) -> None:
    fault, waits = PASSING[case]
    desk.server.library.add(1)
    desk.server.faults.append(fault)
    assert desk.fetch().total == 1
    assert desk.clock.waits == waits


def test_waits_grow_where_the_service_names_none(desk: Desk) -> None:
    desk.server.faults.extend([Fault(status=503)] * 4)
    desk.fetch()
    assert desk.clock.waits == [1.0, 2.0, 4.0, 8.0]


QUICK = Manners(timeout=0.2, whole=0.4, tries=2, most_bytes=4_000, budget=50)
#: What does not pass, and what it is called.
LASTING: dict[str, tuple[Fault, type[ServiceFailed], str]] = {
    "too often": (Fault(status=429), Busy, "asked too often"),
    "a pause until midnight": (
        Fault(status=429, headers={"Retry-After": "20000"}), Spent, "a pause of 6 hours",
    ),
    "slow": (Fault(slow=0.5), TooSlow, "nothing came for 0.2 seconds"),
    "cut": (Fault(body=b'{"AAAAAAAA": '), Malformed, "the answer is cut, or no JSON"),
    "packed wrongly": (
        Fault(body=b"no gzip", headers={"Content-Encoding": "gzip"}), Malformed, "unpacked",
    ),
    "broken": (Fault(cut=True), Unreachable, "the connection broke within the answer"),
    "a web page": (HTML, NotAnAnswer, "a web page came in place of data, with status 200"),
    "another shape": (Fault(body=b"[1]"), NotAnAnswer, "list, not dict"),
    "no keys": (Fault(body=b'{"../../etc": 1}'), NotAnAnswer, "no list of keys and versions"),
    "no versions": (Fault(body=b'{"AAAAAAAA": "1"}'), NotAnAnswer, "no list of keys and versions"),
    "no version": (Fault(body=b"{}"), NotAnAnswer, "no number as Last-Modified-Version"),
    "deep": (Fault(body=b'{"a":' + b"[" * 3000), NotAnAnswer, "nested too deep"),
    "large": (Fault(body=b'"' + b"a" * 5000 + b'"'), TooLarge, "over 0.004 MB"),
    "forbidden": (Fault(status=403), Refused, "status 403"),
    "not there": (Fault(status=404), NotThere, "status 404"),
    "not understood": (Fault(status=400), NotUnderstood, "status 400"),
}  # fmt: skip


@pytest.mark.parametrize("case", LASTING)
def test_what_does_not_pass_has_a_name_and_leaves_the_file(fetched: Desk, case: str) -> None:
    fault, kind, says = LASTING[case]
    before = fetched.file()
    fetched.server.library.add(90)
    fetched.server.faults.extend([fault] * 2)
    with pytest.raises(kind, match=says):
        fetched.fetch(manners=QUICK)
    assert fetched.file() == before


#: What may come in place of the page of items.
NO_PAGES = {
    "a web page": (HTML, "a web page came"),
    "an object": (Fault(body=b"{}", headers={"Total-Results": "1"}), "dict, not list"),
    "no items": (Fault(body=b"[3]", headers={"Total-Results": "1"}), "no list of items"),
    "no key": (
        Fault(body=b'[{"version": 1, "data": {}, "key": "x"}]', headers={"Total-Results": "1"}),
        "without a key",
    ),
    "no total": (Fault(body=b"[]"), "no number as Total-Results"),
    "a page that comes again": (
        Fault(
            body=b"[]",
            headers={"Total-Results": "1", "Link": '<https://example.org/?start=0>; rel="next"'},
        ),
        "more comes, but not where",
    ),
    "fewer than it lists": (
        Fault(body=b"[]", headers={"Total-Results": "0", "Last-Modified-Version": "8"}),
        "lists 1 items that it does not give",
    ),
}


@pytest.mark.parametrize("case", NO_PAGES)
def test_pages_that_are_none_have_a_name(desk: Desk, case: str) -> None:
    fault, says = NO_PAGES[case]
    desk.server.library.add(1)
    desk.server.faults.extend([None, fault])
    with pytest.raises(NotAnAnswer, match=says):
        desk.fetch()
    assert not (desk.folder / GROUP_LIBRARY.file).exists()


def test_a_library_of_more_than_a_source_may_have_is_refused(desk: Desk) -> None:
    many = Fault(body=b"[]", headers={"Total-Results": "100001"})
    desk.server.library.add(1)
    desk.server.faults.extend([None, many])
    with pytest.raises(TooLarge, match=r"100,001 items, and a source may have 100,000 \(name some"):
        desk.fetch()


def test_nothing_changed_is_no_answer_to_who_knows_nothing(desk: Desk) -> None:
    desk.server.faults.append(Fault(status=304))
    with pytest.raises(NotAnAnswer, match="nothing was known yet"):
        desk.fetch()


def test_a_server_that_is_not_there_has_a_name(desk: Desk) -> None:
    with Asking("http://127.0.0.1:9", Manners(tries=1)) as asking, pytest.raises(Unreachable):
        fetch(GROUP_LIBRARY, desk.folder, asking)


def test_no_more_is_asked_than_the_budget_allows(desk: Desk) -> None:
    desk.server.library.add(1)
    with pytest.raises(Spent, match="the 3 requests that one run may make are spent"):
        desk.fetch(manners=Manners(budget=3))
    assert len(desk.server.asked) == 3


def test_requests_keep_their_distance(desk: Desk) -> None:
    desk.server.library.add(1)
    desk.fetch(manners=Manners(between=3.0))
    assert desk.clock.waits == [3.0, 3.0, 3.0]


def interrupt() -> None:
    raise KeyboardInterrupt


def test_a_fetch_that_is_interrupted_goes_on_where_it_was(desk: Desk) -> None:
    for number in range(350):
        desk.server.library.add(number)

    def after_two_pages(done: int, _total: int) -> None:
        if done == 200:
            interrupt()

    kept = KeptAnswers(desk.folder / "asked")
    with (
        Asking(desk.server.address, MANNERS, kept=kept) as asking,
        pytest.raises(KeyboardInterrupt),
    ):
        fetch(GROUP_LIBRARY, desk.folder, asking, step=after_two_pages)
    assert not (desk.folder / GROUP_LIBRARY.file).exists()
    desk.server.paths()
    assert desk.fetch().total == 350
    starts = [one.params["start"] for one in desk.server.asked if "start" in one.params]
    assert starts == ["200", "300"]
    assert not (desk.folder / "asked").exists()


def test_kept_answers_that_are_damaged_are_asked_for_again(desk: Desk) -> None:
    desk.server.library.add(1)
    desk.server.faults.extend([None, None, None, Fault(status=400)])
    with pytest.raises(NotUnderstood):
        desk.fetch()
    kept = sorted((desk.folder / "asked").iterdir())
    assert len(kept) == 2
    for path in kept:
        path.write_bytes(path.read_bytes()[:-3])
    assert desk.fetch().total == 1
