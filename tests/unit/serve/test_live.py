"""Pages that are open are told of builds; only in what is sent, never in a file of the site."""

from __future__ import annotations

import http.client
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

from generator.problems import Place, Problem, Severity, WrongUse
from generator.serve import live as live_module
from generator.serve.live import Live, live_server
from generator.serve.outcome import Outcome, Result
from generator.workers import Processes

GOOD = Outcome(Result.GOOD)
PAGE = "<!doctype html><html><head><title>Sheep</title></head><body>Sheep</body></html>"


def errors(count: int) -> Outcome:
    where = Place("catalogue/papers/sheep.yml", 7)
    problems = [
        Problem(Severity.ERROR, where, f"year: {number} is not a year", "write four digits")
        for number in range(count)
    ]
    return Outcome(Result.ERRORS, tuple(problems))


@pytest.fixture
def live() -> Live:
    return Live(has_site=True)


@pytest.fixture
def address(tmp_path: Path, live: Live) -> Iterator[str]:
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "bare.html").write_text("no head at all")
    (tmp_path / "404.html").write_text(PAGE.replace("Sheep", "Not here"))
    (tmp_path / "style.css").write_text("</head>")
    with live_server(tmp_path, 0, "name", live) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def ask(url: str, **headers: str) -> tuple[int, Message, str]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=named)) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read().decode()


def state(live: Live) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(live.message())
    return found


def test_every_page_is_sent_with_the_script_and_no_file_has_it(
    address: str, tmp_path: Path, live: Live
) -> None:
    script = f'<script type="module" src="/.live/page.js" data-build="{live.build}"'
    for path, status in (("", 200), ("bare.html", 200), ("nothing/", 404)):
        code, headers, html = ask(f"{address}/name/{path}")
        assert code == status
        assert f'{script} data-status="{status}">' in html
        assert headers["Content-Length"] == str(len(html))
    assert ask(f"{address}/name/style.css")[2] == "</head>"
    assert (tmp_path / "index.html").read_text() == PAGE


def test_the_script_and_its_style_are_there_and_nothing_else(address: str) -> None:
    for name, kind in (("page.js", "text/javascript"), ("page.css", "text/css")):
        code, headers, _ = ask(f"{address}/.live/{name}")
        assert (code, headers["Content-Type"]) == (200, f"{kind}; charset=utf-8")
    for name in ("", "live.py", "../live.py", "page.js/", "%2e%2e/live.py"):
        assert ask(f"{address}/.live/{name}")[0] == 404


def test_a_page_is_another_after_a_good_build_and_the_same_after_a_bad_one(
    address: str, live: Live
) -> None:
    tag = ask(f"{address}/name/")[1]["ETag"]
    live.tell(errors(1))
    assert ask(f"{address}/name/", If_None_Match=tag)[0] == 304
    live.tell(GOOD)
    code, headers, html = ask(f"{address}/name/", If_None_Match=tag)
    assert code == 200
    assert live.build in html
    # What the script says is no part of the file whose date this is.
    since = headers["Last-Modified"]
    assert ask(f"{address}/name/", If_Modified_Since=since)[0] == 200


def test_the_head_of_a_page_is_that_of_the_page(address: str) -> None:
    request = urllib.request.Request(f"{address}/name/", method="HEAD")
    with urllib.request.urlopen(request) as answer:
        assert answer.headers["Content-Length"] == str(len(ask(f"{address}/name/")[2]))
        assert answer.read() == b""


def events(address: str, count: int, then: list[Any]) -> list[dict[str, Any]]:
    """Return the first events of a stream, doing the next of `then` after each."""
    host = address.removeprefix("http://")
    found: list[dict[str, Any]] = []
    with closing(http.client.HTTPConnection(host, timeout=10)) as connection:
        connection.request("GET", "/.live/events")
        answer = connection.getresponse()
        assert answer.headers["Content-Type"] == "text/event-stream"
        while len(found) < count:
            line = answer.readline().decode()
            if line.startswith("data: "):
                found.append(json.loads(line.removeprefix("data: ")))
                if then:
                    then.pop(0)()
    return found


def test_a_stream_says_the_state_at_once_and_whenever_it_changes(address: str, live: Live) -> None:
    tell = live.tell
    first, failed, again, good = events(
        address,
        4,
        [lambda: tell(errors(1)), lambda: tell(errors(1)), lambda: tell(GOOD)],
    )
    assert first["failure"] is None
    assert failed["build"] == first["build"]
    assert failed["failure"]["problems"] == [
        {
            "where": "catalogue/papers/sheep.yml:7",
            "what": "year: 0 is not a year",
            "hint": "write four digits",
        }
    ]
    # The same errors once more are news, too: somebody may have closed what told them.
    assert again["failure"] == failed["failure"]
    assert good["failure"] is None
    assert good["build"] != first["build"]


def test_a_stream_that_nobody_listens_to_ends(
    address: str, live: Live, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(live_module, "HEARTBEAT", 0.02)
    before = threading.active_count()
    events(address, 1, [])
    for _ in range(500):
        if threading.active_count() <= before:
            break
        threading.Event().wait(0.01)
    assert threading.active_count() <= before
    assert capfd.readouterr() == ("", "")


def test_servers_do_not_take_each_others_builds_for_theirs() -> None:
    assert Live(has_site=True).build != Live(has_site=True).build


def test_of_many_errors_the_first_are_told_and_the_others_counted(live: Live) -> None:
    live.tell(errors(1_234))
    failure = state(live)["failure"]
    assert failure["title"].startswith("1,234 errors, so the site was not built; the page is from")
    assert len(failure["problems"]) == 50
    assert failure["more"] == "and 1,184 more, which the terminal shows"


def test_a_warning_among_the_errors_is_called_one_and_not_counted(live: Live) -> None:
    warning = Problem(Severity.WARNING, Place("mkdocs.yml"), "no such theme")
    live.tell(Outcome(Result.ERRORS, (*errors(1).problems, warning)))
    failure = state(live)["failure"]
    assert failure["title"].startswith("1 error,")
    assert failure["problems"][1]["what"] == "warning: no such theme"


def test_a_fault_of_the_generator_is_told_from_errors_of_the_data(live: Live) -> None:
    problem = Problem(Severity.ERROR, Place(""), "KeyError: 'sheep'", "the terminal shows where")
    live.tell(Outcome(Result.FAULT, (problem,)))
    failure = state(live)["failure"]
    assert failure["title"].startswith("The generator failed, which is no fault of your data")
    assert failure["problems"][0]["where"] == ""


def test_signs_that_would_break_the_stream_or_turn_the_text_are_escaped(live: Live) -> None:
    hostile = "a\n\ndata: x\r\u202e\u2028</script>\ud800"
    live.tell(Outcome(Result.ERRORS, (Problem(Severity.ERROR, Place(hostile), hostile, hostile),)))
    message = live.message()
    assert message.isascii()
    assert message.isprintable()
    shown = state(live)["failure"]["problems"][0]["what"]
    assert shown == "a\\n\\ndata: x\\r\\u202e\\u2028</script>\\ud800"


def test_without_a_site_every_address_says_so_until_there_is_one(address: str, live: Live) -> None:
    live.has_site = False
    code, _, html = ask(f"{address}/name/papers/")
    assert code == 503
    assert "The site is not built yet" in html
    assert 'data-status="503"' in html
    live.tell(errors(2))
    assert state(live)["failure"]["title"].endswith("there is no site yet.")
    assert ask(f"{address}/name/")[0] == 503
    live.tell(GOOD)
    assert ask(f"{address}/name/")[0] == 200


def test_a_port_that_is_taken_is_said_so(tmp_path: Path, live: Live) -> None:
    with live_server(tmp_path, 0, "/", live) as running, pytest.raises(WrongUse, match="--port"):
        live_server(tmp_path, running.server_port, "/", live)


def _doubled(_: None, chunk: int) -> int:
    return 2 * chunk


def test_workers_of_a_build_are_forked_while_pages_listen(address: str, live: Live) -> None:
    host = address.removeprefix("http://")
    with ExitStack() as open_pages:
        for _ in range(4):
            page = open_pages.enter_context(closing(http.client.HTTPConnection(host, timeout=10)))
            page.request("GET", "/.live/events")
            page.getresponse().readline()
        for _ in range(5):
            assert list(Processes(2).map(_doubled, range(4), None)) == [0, 2, 4, 6]
            live.tell(GOOD)
