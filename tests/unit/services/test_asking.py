"""What other services need beside what Zotero's does: lists sent by POST, and a contact."""

from __future__ import annotations

import gzip
import http.server
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.services.asking import Asking, Question
from generator.services.failures import NotAnAnswer, TooLarge, TooSlow, Unreachable
from generator.services.kept_answers import Answer, KeptAnswers
from generator.services.manners import Manners
from generator.services.shapes import json_of
from tests.projects import ROOT


class Echo(http.server.BaseHTTPRequestHandler):
    """Answers with what it was asked; /bomb with a megabyte that is packed small, /drip slowly."""

    asked: list[str]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        said = {"sent": json.loads(body), "agent": self.headers["User-Agent"]}
        self.asked.append(self.path)
        self._send(json.dumps(said).encode())

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/bomb":
            self._send(gzipped(b" " * 1_000_000), {"Content-Encoding": "gzip"})
        elif self.path == "/drip":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            for _ in range(100):
                self.wfile.write(b" ")
                threading.Event().wait(0.02)
        else:
            self._send(json.dumps({"asked": self.path}).encode())

    def _send(self, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(200)
        kept = {"Content-Type": "application/problem+json; charset=utf-8"} | (headers or {})
        for name, value in {**kept, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def gzipped(data: bytes) -> bytes:
    return gzip.compress(data)


class EchoServer(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that go away."""


@pytest.fixture
def echo() -> Iterator[str]:
    Echo.asked = []
    with EchoServer(("127.0.0.1", 0), Echo) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/api/"
        server.shutdown()


def as_dict(answer: Any) -> dict[str, Any]:
    return json_of(answer, dict)


def test_a_list_is_sent_as_json_with_who_asks(echo: str) -> None:
    with Asking(echo, Manners(), contact="ada@example.org") as asking:
        said = asking.ask(Question("batch", data={"ids": ["a", "b"]}), as_dict)
    assert said["sent"] == {"ids": ["a", "b"]}
    assert said["agent"].startswith("paper-catalogue/")
    assert said["agent"].endswith(" (mailto:ada@example.org)")
    assert Echo.asked == ["/api/batch"]


def test_parameters_are_sent_in_their_order_and_escaped(echo: str) -> None:
    with Asking(echo, Manners()) as asking:
        said = asking.ask(Question("works", (("filter", "a|b"), ("q", "é & ü"))), as_dict)
    assert said["asked"] == "/api/works?filter=a%7Cb&q=%C3%A9+%26+%C3%BC"


def test_an_answer_is_kept_for_the_same_question_of_the_same_state_only(
    echo: str, tmp_path: Path
) -> None:
    questions = [
        Question("a", state="1"), Question("a", state="1"), Question("a", state="2"),
        Question("a", (("b", "c"),), state="1"), Question("a", data=[1], state="1"),
        Question("a", data=[2], state="1"), Question("a"), Question("a"),
    ]  # fmt: skip
    for _ in range(2):
        # As in another run, that goes on where one was interrupted.
        with Asking(echo, Manners(), kept=KeptAnswers(tmp_path / "kept")) as asking:
            for question in questions:
                asking.ask(question, as_dict)
    assert len(Echo.asked) == 7 + 2
    with Asking(echo, Manners(), kept=KeptAnswers(tmp_path / "kept")) as asking:
        asking.forget()
        asking.ask(questions[0], as_dict)
    assert len(Echo.asked) == 10


def test_a_kept_answer_that_was_cut_or_is_no_longer_right_is_asked_for_again(
    echo: str, tmp_path: Path
) -> None:
    question, kept = Question("a", state="1"), KeptAnswers(tmp_path / "kept")

    def size(answer: Answer) -> int:
        return len(answer.body)

    def only_the_second(answer: Answer) -> int:
        if len(Echo.asked) < 2 + 1:
            raise NotAnAnswer("another shape than before")
        return len(answer.body)

    with Asking(echo, Manners(), kept=kept) as asking:
        whole = asking.ask(question, size)
        (path,) = (tmp_path / "kept").iterdir()
        path.write_bytes(path.read_bytes()[:-3])
        assert asking.ask(question, size) == whole
        assert len(Echo.asked) == 2
        assert asking.ask(question, only_the_second) == whole
    assert len(Echo.asked) == 3


def test_where_nothing_can_be_kept_everything_is_asked(echo: str, tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    for _ in range(2):
        with Asking(echo, Manners(), kept=KeptAnswers(tmp_path / "kept")) as asking:
            asking.ask(Question("a", state="1"), as_dict)
    assert len(Echo.asked) == 2


def test_what_is_packed_small_is_measured_unpacked(echo: str) -> None:
    address = echo.removesuffix("/api/")
    with (
        Asking(address, Manners(most_bytes=100_000)) as asking,
        pytest.raises(TooLarge, match=r"over 0\.1 MB"),
    ):
        asking.ask(Question("bomb"), as_dict)


def test_an_answer_that_comes_in_drops_ends(echo: str) -> None:
    address = echo.removesuffix("/api/")
    with (
        Asking(address, Manners(timeout=1, whole=0.2, tries=1)) as asking,
        pytest.raises(TooSlow, match=r"took over 0\.2 seconds"),
    ):
        asking.ask(Question("drip"), as_dict)


def test_a_secret_parameter_is_sent_and_stands_nowhere_else(
    echo: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    folder = tmp_path / "kept"
    question = Question("a", (("q", "sheep"),), state="1", secret_params=(("api_key", "s3cret"),))
    with Asking(echo, Manners(), kept=KeptAnswers(folder)) as asking:
        asking.ask(question, len_of)
    assert Echo.asked == ["/api/a?q=sheep&api_key=s3cret"]
    (kept,) = folder.iterdir()
    assert "s3cret" not in f"{kept.read_text().partition(chr(10))[0]} {question!r} {caplog.text}"
    # Another key asks for nothing new.
    other = Question("a", (("q", "sheep"),), state="1", secret_params=(("api_key", "other"),))
    with Asking(echo, Manners(), kept=KeptAnswers(folder)) as asking:
        asking.ask(other, len_of)
    assert len(Echo.asked) == 1


def len_of(answer: Answer) -> int:
    return len(answer.body)


@pytest.mark.parametrize("key", ["s3cret", "a/b+c="])
def test_a_secret_stands_in_no_failure(key: str) -> None:
    question = Question("a", secret=(("x-key", key),), secret_params=(("api_key", key),))
    with (
        Asking("http://127.0.0.1:9", Manners(tries=1, timeout=1)) as asking,
        pytest.raises(Unreachable) as raised,
    ):
        asking.ask(question, as_dict)
    assert key not in str(raised.value)


def test_signs_of_a_path_come_as_they_were_escaped(echo: str) -> None:
    with Asking(echo, Manners()) as asking:
        asking.ask(Question("works/10.1234%2Fa%3Cb%3E%3F", (("q", "x"),)), as_dict)
    assert Echo.asked == ["/api/works/10.1234%2Fa%3Cb%3E%3F?q=x"]


def test_commands_that_ask_nobody_load_nothing_that_asks() -> None:
    asked = (
        "import sys, generator.commands.app;"
        "print(sorted({'httpx2', 'tenacity', 'generator.services'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
