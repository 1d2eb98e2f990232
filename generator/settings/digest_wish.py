"""What catalogue.yml may say of the digest: from whom and to which list it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, field_validator

from generator.problems import quoted

#: What can be an address: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address,
#: but for dots at an end or beside each other, which no server takes.
_SPEC = (
    r"(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
    r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
)
_ADDRESS = re.compile(_SPEC)
#: An address between < and > behind a name, which may stand in quotes.
_NAMED = re.compile(rf'("?)(?P<name>[^<>"]*)\1 *<(?P<address>{_SPEC})>')
#: The longest address there is: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.3
_LONGEST = 254
#: https://www.rfc-editor.org/rfc/rfc2919#section-2, and as long as section 3 lets it be.
_LIST_ID = re.compile(r"(?=.{1,255}\Z)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)+", re.A)
#: It stands between < and > in one line, which may have 998 characters.
_UNSUBSCRIBE = re.compile(r"(?:https://|mailto:)[!-;=?-~]{1,900}")


@dataclass(frozen=True)
class Mailbox:
    """An e-mail address in ASCII, with the name of whom it is, if that is said."""

    name: str
    address: str


def mailbox(text: str) -> Mailbox | None:
    """Return the one address that a text is, with its name if it has one; None for anything else.

    Both `list@example.org` and `The list <list@example.org>` are one.
    """
    named = _NAMED.fullmatch(text) if text.isprintable() else None
    name, address = (named["name"].strip(), named["address"]) if named else ("", text)
    # What begins with =? is a word that mail programs decode: it would show as another one.
    if "=?" in name or len(address) > _LONGEST or not _ADDRESS.fullmatch(address):
        return None
    return Mailbox(name, address)


class DigestWish(BaseModel):
    """How the digest of what is new goes out."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, populate_by_name=True
    )

    sender: str = Field(
        alias="from",
        description="Whom it is from: an address, or a name and one between < and > behind it.",
    )
    to: str = Field(description="The one address that it is sent to: that of a mailing list.")
    list_id: str = Field(
        "",
        description="What mail programs sort it by: a name with dots, such as papers.example.org;"
        " else it is made of `to`.",
    )
    unsubscribe: str = Field(
        "",
        description="Where one leaves the list: an address with mailto:, or with https:// where one"
        " request is enough (RFC 8058).",
    )

    @field_validator("sender", "to")
    @classmethod
    def _is_one_address(cls, value: str) -> str:
        if mailbox(value) is None:
            raise ValueError(
                f"{quoted(value)} is not one e-mail address | "
                "write it as list@example.org, or as The list <list@example.org>"
            )
        return value

    @field_validator("list_id")
    @classmethod
    def _is_list_id(cls, value: str) -> str:
        if value and not _LIST_ID.fullmatch(value):
            raise ValueError(
                f"{quoted(value)} cannot name a list | write words with dots between them, such as"
                " papers.example.org"
            )
        return value

    @field_validator("unsubscribe")
    @classmethod
    def _leads_out(cls, value: str) -> str:
        if value and not _is_way_out(value):
            raise ValueError(
                f"{quoted(value)} is no address to leave a list by | begin with https:// or mailto:"
            )
        return value

    @property
    def from_address(self) -> Mailbox:
        """Whom it is from."""
        return _known(self.sender)

    @property
    def to_address(self) -> Mailbox:
        """To whom it goes."""
        return _known(self.to)

    @property
    def known_list_id(self) -> str:
        """What the list is called by programs: what is said, else its address with a dot for @."""
        made = ".".join(self.to_address.address.split("@"))
        return self.list_id or (made if _LIST_ID.fullmatch(made) else "")


def _is_way_out(value: str) -> bool:
    if not _UNSUBSCRIBE.fullmatch(value):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(parts.hostname)
    return _ADDRESS.fullmatch(parts.path) is not None


def _known(text: str) -> Mailbox:
    found = mailbox(text)
    assert found is not None, "it was checked where it was read"
    return found
