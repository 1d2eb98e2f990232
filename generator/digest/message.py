"""A digest as an e-mail: plain text first, then HTML, with the headers of a mailing list.

What has no place in it: `Auto-Submitted` (https://www.rfc-editor.org/rfc/rfc3834#section-5), by
which some programs of lists refuse what comes to the list; that nobody's answering machine writes
back is what `List-Id` and `Precedence` are there for (section 2 of it).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from email import policy
from email.message import EmailMessage

from generator.digest.content import MOST_PAPERS, Asked, Digest, digest_of, new_page
from generator.digest.forms import html, plain_text
from generator.digest.headers import headers
from generator.settings.digest_wish import DigestWish

#: Bytes of a message. Gmail shows no more than some 102 kB of one, and the end, with the way out of
#: the list, is lost: https://www.spamresource.com/2022/01/what-is-gmail-clipping-and-what-to-do.html
LARGEST = 100_000
#: Of the digests of this project, and for ever the same: a message that is sent twice has one id.
_NAMESPACE = uuid.UUID("5d2b4d4e-6b1c-4f0e-9d55-0c1f3c9f7a42")
#: Lines end as on the wire, and every byte is ASCII, so that any server takes it.
_POLICY = policy.SMTP.clone(cte_type="7bit", header_factory=headers())


def message_of(asked: Asked, wish: DigestWish, date: dt.datetime) -> EmailMessage:
    """Return a digest as a message of that date, with as many papers as one may hold.

    The same arguments give the same bytes.
    """
    most = MOST_PAPERS
    while True:
        digest = digest_of(asked, most)
        message = _message(asked, digest, wish, date)
        size = len(bytes(message))
        if size <= LARGEST or not digest.shown:
            return message
        most = min(digest.shown - 1, digest.shown * LARGEST // size)


def _message(asked: Asked, digest: Digest, wish: DigestWish, date: dt.datetime) -> EmailMessage:
    message = EmailMessage(policy=_POLICY)
    sender = wish.from_address
    message["From"] = f"{sender.name or digest.name} <{sender.address}>"
    message["To"] = f"{wish.to_address.name} <{wish.to_address.address}>"
    message["Subject"] = digest.subject
    message["Date"] = date
    message["Message-ID"] = f"<{_id(asked)}@{sender.address.rpartition('@')[2]}>"
    if wish.known_list_id:
        message["List-Id"] = f"<{wish.known_list_id}>"
    if wish.unsubscribe:
        message["List-Unsubscribe"] = f"<{wish.unsubscribe}>"
        if wish.unsubscribe.startswith("https://"):
            # https://www.rfc-editor.org/rfc/rfc8058#section-3.1
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["List-Archive"] = f"<{new_page(digest.home)}>"
    message["Precedence"] = "list"
    text, page = plain_text(digest), html(digest)
    message.set_content(text, cte=_encoding(text))
    message.add_alternative(page, subtype="html", cte=_encoding(page))
    message["Content-Language"] = digest.language.code
    # A boundary that nobody can have put into a title: neither encoding of the parts has "=_".
    message.set_boundary(f"=_{hashlib.sha256(page.encode()).hexdigest()[:32]}")
    return message


def _id(asked: Asked) -> str:
    """Return what a digest of this catalogue, period and topics is called for ever."""
    period = asked.period
    parts = (asked.settings.name, str(period.since), str(period.until), *sorted(asked.topics))
    name = "\n".join(parts).encode("utf-8", "replace").decode()
    return f"digest.{period.until}.{uuid.uuid5(_NAMESPACE, name)}"


def _encoding(text: str) -> str:
    """Return which encoding of a part is shorter: a sign that is not ASCII takes thrice the bytes.

    See https://www.rfc-editor.org/rfc/rfc2045#section-6.
    """
    data = text.encode()
    others = sum(byte > 126 for byte in data)
    return "base64" if len(data) + 2 * others > len(data) * 4 // 3 else "quoted-printable"
