"""What the environment says for asking services: who asks, with which keys, at which address."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from generator.problems import WrongUse, quoted

#: An address of a person, at which services may write to those who ask them.
CONTACT = "CATALOGUE_CONTACT"
OPENALEX_KEY = "OPENALEX_API_KEY"
SEMANTIC_SCHOLAR_KEY = "SEMANTIC_SCHOLAR_API_KEY"
KEYS = (OPENALEX_KEY, SEMANTIC_SCHOLAR_KEY)
#: Another server, which has each service below its slug.
ELSEWHERE = "CATALOGUE_SERVICES_ADDRESS"

#: A key may be anything that can stand in a header and in an address.
_KEY = re.compile(r"[A-Za-z0-9._~+/=-]{1,200}")
#: It stands in a comment of the header User-Agent, so that nothing of a comment's form is let in.
_MAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,63}"
)


@dataclass(frozen=True)
class Access:
    """Who asks, with which keys, and where; keys stand in no message and in no file.

    `contact` is a mail address, or empty. `keys` are by the names of their variables. `elsewhere`
    is the address of a server that has each service below its slug, or empty.
    """

    contact: str = ""
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    elsewhere: str = ""

    @classmethod
    def of(cls, environ: Mapping[str, str] = os.environ) -> Access:
        """Return what the environment says; WrongUse tells all that can not be right at once."""
        wrong: list[str] = []
        contact = environ.get(CONTACT, "").strip()
        if contact and not _MAIL.fullmatch(contact):
            wrong.append(f"{CONTACT}: {quoted(contact)} is no mail address (write you@example.org)")
        keys = {name: key for name in KEYS if (key := environ.get(name, "").strip())}
        wrong += [
            f"{name} holds no key: keys are of letters, digits and ._~+/=- (copy it again)"
            for name, key in keys.items()
            if not _KEY.fullmatch(key)
        ]
        elsewhere = environ.get(ELSEWHERE, "").strip()
        if elsewhere and (fault := fault_of_server(ELSEWHERE, elsewhere)):
            wrong.append(fault)
        if wrong:
            raise WrongUse("\n".join(wrong))
        return cls(contact, keys, elsewhere.rstrip("/"))

    def key(self, variable: str) -> str:
        """Return the key that is set in a variable; empty if none is."""
        return self.keys.get(variable, "")

    def address_of(self, slug: str, own: str) -> str:
        """Return where a service is asked that lives at the address `own`."""
        return f"{self.elsewhere}/{slug}" if self.elsewhere else own


def fault_of_server(variable: str, address: str) -> str:
    """Return what is wrong with the address of a server in a variable; empty if nothing is.

    Without TLS only this machine may be asked: keys and mail addresses are sent there.
    """
    try:
        parts = urlsplit(address)
        safe = parts.scheme == "https" or parts.hostname in ("127.0.0.1", "::1", "localhost")
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query
    except ValueError:
        right = safe = False
    if right and safe:
        return ""
    return (
        f"{variable}: {quoted(address)} is no address of a server (write https://…; http://"
        " only of this machine, as keys are sent there)"
    )
