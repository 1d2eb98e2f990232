"""Which server takes the mail: the environment says it, and what is unsafe is refused."""

from __future__ import annotations

import pytest

from generator.digest.server import Server
from generator.problems import WrongUse

HOST = {"SMTP_HOST": "mail.example.org"}
LOGIN = {"SMTP_USER": "sheep", "SMTP_PASSWORD": "0penSesame"}


@pytest.mark.parametrize(
    ("said", "security", "port"),
    [
        ({}, "starttls", 587),
        ({"SMTP_PORT": "465"}, "tls", 465),
        ({"SMTP_PORT": "2525"}, "starttls", 2525),
        ({"SMTP_SECURITY": "TLS"}, "tls", 465),
        ({"SMTP_SECURITY": "none"}, "none", 25),
        ({"SMTP_SECURITY": "starttls", "SMTP_PORT": " 465 "}, "starttls", 465),
    ],
)
def test_the_line_is_safe_unless_somebody_wishes_otherwise(
    said: dict[str, str], security: str, port: int
) -> None:
    server = Server.of(HOST | said)
    assert (server.host, server.security, server.port) == ("mail.example.org", security, port)


def test_a_password_is_in_no_words_about_the_server() -> None:
    server = Server.of(HOST | LOGIN)
    assert (server.user, server.password) == ("sheep", "0penSesame")
    assert "0penSesame" not in f"{server} {server!r}"


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({}, "SMTP_HOST is not set"),
        ({"SMTP_HOST": "smtp://mail.example.org"}, "no name of a server"),
        ({"SMTP_HOST": "mail\nexample"}, "no name of a server"),
        (HOST | {"SMTP_PORT": "0"}, "SMTP_PORT"),
        (HOST | {"SMTP_PORT": "65536"}, "SMTP_PORT"),
        (HOST | {"SMTP_PORT": "5" * 5000}, "SMTP_PORT"),
        (HOST | {"SMTP_PORT": "²"}, "SMTP_PORT"),
        (HOST | {"SMTP_SECURITY": "ssl"}, "none of starttls, tls, none"),
        (HOST | {"SMTP_USER": "sheep"}, "SMTP_PASSWORD is not set"),
        (HOST | {"SMTP_PASSWORD": "0penSesame"}, "SMTP_USER is not set"),
        (HOST | LOGIN | {"SMTP_PASSWORD": "Öffne0dich"}, "ASCII"),
        (HOST | LOGIN | {"SMTP_SECURITY": "none"}, "would show SMTP_PASSWORD to all"),
    ],
)
def test_what_cannot_be_or_is_not_safe_is_refused(said: dict[str, str], what: str) -> None:
    with pytest.raises(WrongUse) as refused:
        Server.of(said)
    assert what in str(refused.value)
    assert len(str(refused.value)) < 300
    for secret in ("0penSesame", "Öffne0dich"):
        assert secret not in str(refused.value)


def test_a_password_may_go_openly_to_this_machine_alone() -> None:
    said = LOGIN | {"SMTP_SECURITY": "none"}
    assert Server.of(said | {"SMTP_HOST": "localhost"}).password == "0penSesame"
    with pytest.raises(WrongUse):
        Server.of(said | {"SMTP_HOST": "localhost.example.org"})
