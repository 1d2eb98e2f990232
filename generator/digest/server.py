"""Which server takes the mail, as the environment says it."""

from __future__ import annotations

import os
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from generator.problems import WrongUse, quoted

HOST, PORT, USER, PASSWORD = "SMTP_HOST", "SMTP_PORT", "SMTP_USER", "SMTP_PASSWORD"
SECURITY = "SMTP_SECURITY"

#: How the line is kept from others: a command on an open one, from the first byte, or not at all.
Security = Literal["starttls", "tls", "none"]
SECURITIES: tuple[Security, ...] = get_args(Security)
#: https://www.rfc-editor.org/rfc/rfc6409#section-3.1, https://www.rfc-editor.org/rfc/rfc8314#section-7.3
_PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
_HERE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Server:
    """A server, and who may use it; the password stands in no message and in no file."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def of(cls, environ: Mapping[str, str] = os.environ) -> Server:
        """Return what the environment says. Raises WrongUse for what cannot be, or is not safe."""
        host = environ.get(HOST, "").strip()
        if not host:
            raise WrongUse(f"{HOST} is not set: it names the server that takes the mail")
        if not host.isprintable() or not host.isascii() or set(" /@\"'") & set(host):
            raise WrongUse(f"{HOST}: {quoted(host)} is no name of a server")
        port = _port(environ.get(PORT, "").strip())
        security = _security(environ.get(SECURITY, "").strip().lower(), port)
        user, password = environ.get(USER, "").strip(), environ.get(PASSWORD, "").strip()
        if bool(user) != bool(password):
            missing = PASSWORD if user else USER
            raise WrongUse(f"{missing} is not set: log-in needs {USER} and {PASSWORD}")
        if not (user + password).isascii():
            raise WrongUse(f"{USER} and {PASSWORD} may have ASCII characters only")
        if password and security == "none" and host not in _HERE:
            raise WrongUse(
                f"{SECURITY}=none would show {PASSWORD} to all on the way to {host}; use starttls"
                " or tls"
            )
        return cls(host, port or _PORTS[security], security, user, password)

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"

    @property
    def context(self) -> ssl.SSLContext:
        """What checks the certificate of the server: by those that this machine trusts."""
        return ssl.create_default_context()


def _port(said: str) -> int:
    """Return the number of a port; 0 if nothing is said."""
    if not said:
        return 0
    if not (said.isascii() and said.isdigit() and 0 < int(said[:6]) < 65536):
        raise WrongUse(f"{PORT}: {quoted(said)} is no port; write 587, 465 or another number")
    return int(said)


def _security(said: str, port: int) -> Security:
    """Return what is said; else what the port is for."""
    if not said:
        return "tls" if port == _PORTS["tls"] else "starttls"
    for known in SECURITIES:
        if said == known:
            return known
    raise WrongUse(f"{SECURITY}: {quoted(said)} is none of {', '.join(SECURITIES)}")
