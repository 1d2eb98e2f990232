"""Servers of mail on this machine: one that takes it, by aiosmtpd, and one that plays a script.

The first keeps what it took. The second answers what a test tells it to, and stops where that says.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "sheep", "0pen-Sesame"


@dataclass
class Taken:
    """What a server took: messages as they came, with their envelopes, and who was let in."""

    messages: list[tuple[str, list[str], bytes]] = field(default_factory=list)
    safe: list[bool] = field(default_factory=list)
    users: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)

    async def handle_DATA(self, server: Any, _: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.original_content, bytes)
        assert envelope.mail_from is not None
        self.messages.append((envelope.mail_from, envelope.rcpt_tos, envelope.original_content))
        self.safe.append(server.transport.get_extra_info("sslcontext") is not None)
        return "250 OK"

    def authenticate(
        self, _server: Any, _session: Any, _envelope: Any, _way: str, data: Any
    ) -> Any:
        assert isinstance(data, LoginPassword)
        right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        if right:
            self.users.append(data.login.decode())
        # What is not handled is refused with 535.
        return AuthResult(success=right, handled=False)


class Trust:
    """An authority that this machine may be told to trust, and the certificates that it signs."""

    def __init__(self, folder: Path) -> None:
        self._authority = trustme.CA()
        self.file = folder / "authority.pem"
        self._authority.cert_pem.write_to_path(str(self.file))

    def context(self, name: str = "localhost") -> ssl.SSLContext:
        """Return what a server of that name shows of itself."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(name).configure_cert(context)
        return context


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def mail_server(
    *,
    tls: ssl.SSLContext | None = None,
    starttls: ssl.SSLContext | None = None,
    login: bool = False,
) -> Iterator[tuple[int, Taken]]:
    """Run a server that takes mail, at a port of localhost; give the port and what it took.

    With `tls` its line is safe from the first byte, with `starttls` from a command on; either has
    to be before it lets anybody in. With `login` and `starttls` it takes mail of nobody else.
    """
    taken, port = Taken(), free_port()
    running = Controller(
        taken,
        hostname="localhost",
        port=port,
        ssl_context=tls,
        tls_context=starttls,
        require_starttls=starttls is not None,
        authenticator=taken.authenticate,
        # It knows of a safe line only what a command made safe.
        auth_required=login and tls is None,
        auth_require_tls=tls is None and starttls is not None,
    )
    running.start()
    try:
        yield port, taken
    finally:
        running.stop()


#: What a server says if a script does not: its greeting, then answers by the first word.
USUAL = {
    "": "220 localhost",
    "EHLO": "250 localhost",
    "MAIL": "250 OK",
    "RCPT": "250 OK",
    "DATA": "354 go on",
    ".": "250 OK",
    "QUIT": "221 bye",
}
#: Answers that are none: the server ends the connection, or says nothing for a while.
GONE, SILENT = "gone", "silent"


@dataclass
class Script:
    """Answers in place of the usual ones; several for a word are given one connection each.

    `ends_after` is how many bytes of a message it reads before it ends the connection.
    """

    answers: Mapping[str, str | list[str]] = field(default_factory=dict)
    ends_after: int | None = None
    connections: int = 0
    lines: list[str] = field(default_factory=list)
    message: bytes = b""

    @property
    def heard(self) -> list[str]:
        """The commands that came, by their first words."""
        return [line.split()[0].upper() for line in self.lines]

    def answer(self, word: str) -> str:
        said = self.answers.get(word, USUAL.get(word, "500 what"))
        if isinstance(said, str):
            return said
        return said[min(self.connections, len(said)) - 1]


@contextmanager
def scripted_server(script: Script, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """Run a server that plays a script, and give its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        done = threading.Event()

        def run() -> None:
            while not done.is_set():
                try:
                    line, _ = listening.accept()
                except OSError:
                    return
                if done.is_set():
                    line.close()
                    return
                script.connections += 1
                with line, suppress(OSError):
                    _play(script, tls.wrap_socket(line, server_side=True) if tls else line)

        player = threading.Thread(target=run, daemon=True)
        player.start()
        try:
            yield listening.getsockname()[1]
        finally:
            done.set()
            # Whoever waits for a visitor is woken by one.
            with socket.socket() as waking:
                waking.connect_ex(listening.getsockname())
            player.join(5)


def _play(script: Script, line: socket.socket) -> None:
    line.settimeout(5)
    with line.makefile("rwb") as stream:

        def say(word: str) -> bool:
            """Answer; whether the connection goes on."""
            said = script.answer(word)
            if said == SILENT:
                time.sleep(1)
            if said in (GONE, SILENT):
                return False
            stream.write(f"{said}\r\n".encode())
            stream.flush()
            return True

        going = say("")
        while going and (command := stream.readline()):
            word = command.split()[0].decode("latin-1").upper()
            script.lines.append(command.decode("latin-1").strip())
            going = say(word)
            if word == "DATA" and going and script.answer(word).startswith("354"):
                going = _read(script, stream) and say(".")
            going = going and word != "QUIT"


def _read(script: Script, stream: Any) -> bool:
    """Read a message; whether it came to its end."""
    while script.ends_after is None or len(script.message) < script.ends_after:
        text = stream.readline(10_000)
        if text in (b".\r\n", b""):
            return bool(text)
        script.message += text
    return False
