"""Mail goes out whole and once, and a failure tells whether it may have come through."""

from __future__ import annotations

import base64
import itertools
import smtplib
import socket
from pathlib import Path
from typing import Any

import pytest

from generator.digest.sending import Letter, MaybeSent, NotSent, Patience, send
from generator.digest.server import Security, Server
from tests.smtp_servers import (
    GONE,
    PASSWORD,
    SILENT,
    USER,
    Script,
    Trust,
    free_port,
    mail_server,
    scripted_server,
)

DATA = b"Subject: Wool\r\n\r\nOne line.\r\n.A line that begins with a dot\r\n.\r\nThe last.\r\n"
LETTER = Letter("us@example.org", "list@example.org", DATA)


@pytest.fixture
def trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trust:
    """An authority whose certificates this process trusts."""
    made = Trust(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    return made


class Clock:
    """Sleeps in no time, and remembers for how long."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def soon(clock: Clock) -> Patience:
    return Patience(answer=0.5, end=0.5, sleep=clock)


def at(port: int, security: Security = "none", password: str = "") -> Server:
    user = USER if password else ""
    return Server("localhost", port, security, user, password)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_mail_comes_whole_over_a_safe_line_from_who_is_logged_in(
    trust: Trust, security: Security
) -> None:
    safe = trust.context()
    wish: dict[str, Any] = {security: safe}
    with mail_server(**wish, login=True) as (port, taken):
        send(LETTER, at(port, security, PASSWORD))
    assert taken.messages == [("us@example.org", ["list@example.org"], DATA)]
    assert taken.safe == [True]
    assert taken.users == [USER]


def test_a_server_on_this_machine_may_take_mail_as_it_is() -> None:
    with mail_server() as (port, taken):
        send(LETTER, at(port))
        send(Letter("us@example.org", "list@example.org", b"Subject: No end"), at(port))
    assert [data for *_, data in taken.messages] == [DATA, b"Subject: No end\r\n"]


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("name", ["elsewhere.example.org", "unknown authority"])
def test_nobody_is_told_a_password_who_is_not_who_they_should_be(
    trust: Trust, tmp_path: Path, security: Security, name: str
) -> None:
    (tmp_path / "other").mkdir()
    other = Trust(tmp_path / "other")
    safe = other.context() if name == "unknown authority" else trust.context(name)
    wish: dict[str, Any] = {security: safe}
    with mail_server(**wish) as (port, taken), pytest.raises(NotSent) as refused:
        send(LETTER, at(port, security, PASSWORD))
    assert "is not who it should be, by its certificate" in str(refused.value)
    assert (taken.messages, taken.users) == ([], [])


def test_a_line_that_stays_open_is_not_used() -> None:
    script = Script()
    with scripted_server(script) as port, pytest.raises(NotSent) as refused:
        send(LETTER, at(port, "starttls", PASSWORD))
    assert "STARTTLS" in str(refused.value)
    assert script.heard[:1] == ["EHLO"]
    assert not {"AUTH", "MAIL", "DATA"} & set(script.heard)


def test_a_server_that_speaks_openly_where_it_should_not_is_told_of() -> None:
    with scripted_server(Script()) as port, pytest.raises(NotSent) as refused:
        send(LETTER, at(port, "tls"))
    assert "no safe connection" in str(refused.value)
    assert "SMTP_SECURITY" in str(refused.value)


def test_a_wrong_password_is_refused_and_never_shown(trust: Trust) -> None:
    with mail_server(tls=trust.context()) as (port, taken), pytest.raises(NotSent) as refused:
        send(LETTER, at(port, "tls", "Wr0ng-one"))
    said = str(refused.value)
    assert "refuses SMTP_USER with SMTP_PASSWORD: 535" in said
    assert "Wr0ng-one" not in said
    assert taken.messages == []


@pytest.mark.parametrize(
    "echoed",
    [PASSWORD, base64.b64encode(f"\0{USER}\0{PASSWORD}".encode()).decode()],
)
def test_a_server_that_repeats_the_password_is_not_quoted(echoed: str) -> None:
    script = Script({"EHLO": "250-localhost\r\n250 AUTH PLAIN", "AUTH": f"535 not {echoed}"})
    with scripted_server(script) as port, pytest.raises(NotSent) as refused:
        send(LETTER, at(port, password=PASSWORD))
    assert 'refuses SMTP_USER with SMTP_PASSWORD: 535 "not …"' in str(refused.value)


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("", "us"),
        ("MAIL", "the sender us@example.org"),
        ("RCPT", "the recipient list@example.org"),
        ("DATA", "the message"),
    ],
)
def test_what_is_refused_is_told_and_not_asked_again(word: str, what: str, clock: Clock) -> None:
    script = Script({word: "554 no \x1b[31msheep"})
    with scripted_server(script) as port, pytest.raises(NotSent) as refused:
        send(LETTER, at(port), soon(clock))
    assert f'refuses {what}: 554 "no ' in str(refused.value)
    assert (script.connections, clock.slept, script.message) == (1, [], b"")


@pytest.mark.parametrize(("word", "answer"), [("DATA", "250 yes"), ("MAIL", "354 go on")])
def test_an_answer_to_something_else_is_no_yes(word: str, answer: str, clock: Clock) -> None:
    script = Script({word: answer})
    with scripted_server(script) as port, pytest.raises(NotSent):
        send(LETTER, at(port), soon(clock))
    assert (script.connections, script.message) == (1, b"")


@pytest.mark.parametrize("word", ["", "MAIL", "RCPT", "DATA"])
def test_who_is_asked_to_come_later_does_so_and_waits_longer_each_time(
    word: str, clock: Clock
) -> None:
    usual = {"": "220 hello", "DATA": "354 go on"}.get(word, "250 OK")
    script = Script({word: ["451 later", "421 later", usual]})
    told: list[str] = []
    with scripted_server(script) as port:
        send(LETTER, at(port), soon(clock), told.append)
    assert script.connections == 3
    assert clock.slept == [60, 120]
    first, second = told
    assert first.endswith(': 451 "later"; asked again in 60 seconds')
    assert second.endswith(': 421 "later"; asked again in 120 seconds')
    assert script.message == DATA.replace(b"\r\n.", b"\r\n..")


def test_patience_ends(clock: Clock) -> None:
    script = Script({"RCPT": "450 later"})
    with scripted_server(script) as port, pytest.raises(NotSent) as refused:
        send(LETTER, at(port), soon(clock))
    assert '450 "later"' in str(refused.value)
    assert (script.connections, len(clock.slept)) == (4, 3)


@pytest.mark.parametrize("answer", ["451 later", "554 spam"])
def test_a_message_that_was_read_and_refused_is_not_sent_again(answer: str, clock: Clock) -> None:
    script = Script({".": answer})
    with scripted_server(script) as port, pytest.raises(NotSent) as refused:
        send(LETTER, at(port), soon(clock))
    assert f"refuses the message: {answer[:3]}" in str(refused.value)
    assert (script.connections, clock.slept) == (1, [])


@pytest.mark.parametrize("word", ["", "EHLO", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("end", [GONE, SILENT])
def test_a_connection_that_ends_before_the_message_has_sent_nothing(
    word: str, end: str, clock: Clock
) -> None:
    script = Script({word: end})
    with scripted_server(script) as port, pytest.raises(NotSent):
        send(LETTER, at(port), soon(clock))
    assert (script.connections, clock.slept, script.message) == (1, [], b"")


def test_a_connection_that_ends_within_a_message_has_sent_nothing(clock: Clock) -> None:
    script = Script(ends_after=100)
    # More than fits on the way to a server that reads no further.
    long = Letter("us@example.org", "list@example.org", DATA + b"wool " * 4_000_000 + b"\r\n")
    with scripted_server(script) as port, pytest.raises(NotSent):
        send(long, at(port), soon(clock))
    assert script.connections == 1
    assert clock.slept == []


@pytest.mark.parametrize("answer", [GONE, SILENT, "what?", "354 more"])
def test_what_was_sent_whole_and_not_answered_may_have_come_through(
    answer: str, clock: Clock
) -> None:
    script = Script({".": answer})
    with scripted_server(script) as port, pytest.raises(MaybeSent) as lost:
        send(LETTER, at(port), soon(clock))
    assert "has the message" in str(lost.value)
    assert (script.connections, clock.slept) == (1, [])
    assert script.message == DATA.replace(b"\r\n.", b"\r\n..")


def test_an_interruption_behind_the_end_says_that_it_may_have_come_through(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply, heard = smtplib.SMTP.getreply, itertools.count(1)

    def interrupted(smtp: smtplib.SMTP) -> tuple[int, bytes]:
        # The greeting, and answers to EHLO, MAIL, RCPT and DATA come before.
        if next(heard) == 6:
            raise KeyboardInterrupt
        return reply(smtp)

    monkeypatch.setattr(smtplib.SMTP, "getreply", interrupted)
    script = Script()
    with scripted_server(script) as port, pytest.raises(MaybeSent):
        send(LETTER, at(port), soon(clock))
    assert script.heard == ["EHLO", "MAIL", "RCPT", "DATA"]


def test_what_fails_behind_the_answer_changes_nothing() -> None:
    script = Script({"QUIT": GONE})
    with scripted_server(script) as port:
        send(LETTER, at(port))
    assert script.heard[-1] == "QUIT"


def test_no_server_at_all_is_told() -> None:
    with pytest.raises(NotSent) as refused:
        send(LETTER, at(free_port()))
    assert "refused" in str(refused.value)
    nowhere = Server("nowhere.invalid", 25, "none")
    with pytest.raises(NotSent) as refused:
        send(LETTER, nowhere)
    assert "nowhere.invalid:25: " in str(refused.value)


def test_the_name_of_this_machine_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    script = Script()
    monkeypatch.setattr(socket, "getfqdn", lambda *_: pytest.fail("it was looked up"))
    with scripted_server(script) as port:
        send(LETTER, at(port))
    assert script.lines[0] == "ehlo [127.0.0.1]"
