"""Sends a message by SMTP to one address, and knows of a failure whether it may have come through.

A server has a message when it has said so behind the dot that ends it
(https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.4). What fails before the dot was not sent;
what fails between the dot and the answer may have been. So nothing is tried again once the first
byte of the message is on its way, and before only what the server itself calls temporary.
"""

from __future__ import annotations

import base64
import contextlib
import re
import smtplib
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import tenacity

from generator.digest.server import PASSWORD, PORT, SECURITY, USER, Server
from generator.problems import quoted

#: The first byte of a line that begins with a dot is doubled: RFC 5321, section 4.5.2.
_DOTS = re.compile(rb"^\.", re.MULTILINE)
_END = b".\r\n"
#: What we say to be: the name of this machine is nobody's business (RFC 5321, section 4.1.4).
_OURSELVES = "[127.0.0.1]"


class NotSent(Exception):
    """The message was certainly not sent; the text says why."""


class MaybeSent(Exception):
    """The server had the whole message, and did not say whether it took it."""


class _Temporary(NotSent):
    """The server asks to come again later."""


@dataclass(frozen=True)
class Patience:
    """How long an answer may take, in seconds, and how often a server is asked again.

    RFC 5321, section 4.5.3.2, has ten minutes for the answer to a whole message: whoever gives up
    sooner gets it delivered all the same. `pause` is the first wait, each further one is twice as
    long; lists of unknown senders let in who comes again after some minutes.
    """

    answer: float = 60.0
    end: float = 600.0
    tries: int = 4
    pause: float = 60.0
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True)
class Letter:
    """A message as bytes, with lines that end in CR and LF, and the addresses of its envelope."""

    sender: str
    recipient: str
    data: bytes


def send(
    letter: Letter,
    server: Server,
    patience: Patience | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> None:
    """Send a message. Returns when the server has taken it; `tell` hears of each wait.

    Raises NotSent where it certainly has not, MaybeSent where nobody knows.
    """
    patience = patience or Patience()

    def waiting(state: tenacity.RetryCallState) -> None:
        why = state.outcome.exception() if state.outcome else None
        tell(f"{why}; asked again in {state.upcoming_sleep:g} seconds")

    tries = tenacity.Retrying(
        retry=tenacity.retry_if_exception_type(_Temporary),
        stop=tenacity.stop_after_attempt(patience.tries),
        wait=tenacity.wait_exponential(multiplier=patience.pause, max=10 * patience.pause),
        sleep=patience.sleep,
        before_sleep=waiting,
        reraise=True,
    )
    tries(_try, letter, server, patience)


def _try(letter: Letter, server: Server, patience: Patience) -> None:
    with _told(server, patience):
        smtp = _connected(server, patience)
    try:
        with _told(server, patience):
            for what, yes, (code, text) in _envelope(smtp, letter):
                if code not in yes:
                    raise _refusal(server, code, text, what)
            # Without its end no server may deliver a message.
            whole = letter.data if letter.data.endswith(b"\r\n") else letter.data + b"\r\n"
            smtp.send(_DOTS.sub(b"..", whole))
        _end(smtp, server, patience)
        # It is sent: what the server says to a goodbye changes nothing.
        with contextlib.suppress(OSError, smtplib.SMTPException):
            smtp.quit()
    finally:
        with contextlib.suppress(OSError):
            smtp.close()


def _connected(server: Server, patience: Patience) -> smtplib.SMTP:
    """Return a connection, as safe as is wished, and logged in if there is a password."""
    smtp: smtplib.SMTP
    if server.security == "tls":
        smtp = smtplib.SMTP_SSL(
            server.host, server.port, _OURSELVES, timeout=patience.answer, context=server.context
        )
    else:
        smtp = smtplib.SMTP(server.host, server.port, _OURSELVES, timeout=patience.answer)
    try:
        if server.security == "starttls":
            smtp.starttls(context=server.context)
        smtp.ehlo_or_helo_if_needed()
        if server.password:
            smtp.login(server.user, server.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _envelope(
    smtp: smtplib.SMTP, letter: Letter
) -> Iterator[tuple[str, tuple[int, ...], tuple[int, bytes]]]:
    """Say from whom and to whom, and that the message comes.

    Gives for each what it is about, which answers are a yes (RFC 5321, section 4.3.2), and the one
    that came.
    """
    yield f"the sender {letter.sender}", (250,), smtp.mail(letter.sender)
    yield f"the recipient {letter.recipient}", (250, 251), smtp.rcpt(letter.recipient)
    yield "the message", (354,), smtp.docmd("DATA")


def _end(smtp: smtplib.SMTP, server: Server, patience: Patience) -> None:
    """Send the end of the message, and hear whether it was taken."""
    try:
        if smtp.sock:
            smtp.sock.settimeout(patience.end)
        smtp.send(_END)
        code, text = smtp.getreply()
    except BaseException as error:
        # Whatever it is, an interruption too: the message is out.
        why = str(error) or type(error).__name__
        raise MaybeSent(f"{server} has the message, but did not say so: {quoted(why)}") from error
    if 400 <= code < 600:
        raise _final(_refusal(server, code, text, "the message"))
    if not 200 <= code < 300:
        raise MaybeSent(f"{server} has the message, but nobody understands its answer")


def _refusal(server: Server, code: int, text: bytes | str, what: str) -> NotSent:
    """Return what a server's answer means that is no yes; see RFC 5321, section 4.2.1."""
    said = text if isinstance(text, str) else text.decode("utf-8", "replace")
    kind = _Temporary if 400 <= code < 500 else NotSent
    return kind(f"{server} refuses {what}: {code} {quoted(_without_secrets(said, server), 300)}")


def _final(refusal: NotSent) -> NotSent:
    return NotSent(str(refusal))


def _without_secrets(said: str, server: Server) -> str:
    """Return a server's words without the password: some repeat what they were told."""
    if server.password:
        plain = f"\0{server.user}\0{server.password}".encode()
        alone = server.password.encode()
        for secret in (plain, alone):
            said = said.replace(base64.b64encode(secret).decode(), "…")
        said = said.replace(server.password, "…")
    return said


@contextlib.contextmanager
def _told(server: Server, patience: Patience) -> Iterator[None]:
    """Turn whatever fails before the end of a message into NotSent."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        raise _refusal(
            server, error.smtp_code, error.smtp_error, f"{USER} with {PASSWORD}"
        ) from error
    except smtplib.SMTPResponseException as error:
        raise _refusal(server, error.smtp_code, error.smtp_error, "us") from error
    except smtplib.SMTPNotSupportedError as error:
        raise NotSent(f"{server} cannot do what is needed: {error} (see {SECURITY})") from error
    except ssl.SSLCertVerificationError as error:
        raise NotSent(
            f"{server} is not who it should be, by its certificate: {error.verify_message}"
        ) from error
    except ssl.SSLError as error:
        raise NotSent(
            f"{server}: no safe connection: {error.reason or error} (see {SECURITY} and {PORT})"
        ) from error
    except TimeoutError as error:
        raise NotSent(f"{server} does not answer within {patience.answer:g} seconds") from error
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(f"{server}: {getattr(error, 'strerror', None) or error}") from error
