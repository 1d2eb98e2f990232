"""How Zotero is reached: at which address and with which key, as the environment says."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.fetched import ZoteroLibrary
from generator.problems import WrongUse
from generator.services.access import fault_of_server
from generator.services.failures import NotThere, Refused, ServiceFailed, Spent
from generator.services.zotero import ADDRESS

#: Where keys are made: https://www.zotero.org/support/dev/web_api/v3/basics#authentication
KEY, KEYS_ARE_MADE_AT = "ZOTERO_API_KEY", "https://www.zotero.org/settings/keys"
#: Another server that speaks as Zotero's does.
SERVER = "ZOTERO_API_ADDRESS"
_KEY = re.compile(r"[A-Za-z0-9]{1,200}")


@dataclass(frozen=True)
class ZoteroAccess:
    """Where the service is, and the key, which stands in no message and in no file."""

    address: str = ADDRESS
    key: str = field(default="", repr=False)

    @classmethod
    def of(cls, environ: Mapping[str, str] = os.environ) -> ZoteroAccess:
        """Return what the environment says; WrongUse for what can be no key or no address."""
        key = environ.get(KEY, "").strip()
        if key and not _KEY.fullmatch(key):
            raise WrongUse(f"{KEY} holds no key of Zotero's: they are letters and digits only")
        address = environ.get(SERVER, "").strip() or ADDRESS
        if fault := fault_of_server(SERVER, address):
            raise WrongUse(fault)
        return cls(address, key)

    def failed(self, library: ZoteroLibrary, failure: ServiceFailed) -> str:
        """Return in words why a library could not be fetched, and what to do."""
        hint = failure.hint
        if isinstance(failure, Refused):
            hint = (
                f"the key in {KEY} is wrong or may not read it; see {KEYS_ARE_MADE_AT}"
                if self.key
                else f"if it is private, put a key that may read it into {KEY}: {KEYS_ARE_MADE_AT}"
            )
        elif isinstance(failure, NotThere):
            part = "collection" if library.collection else "library"
            hint = f"correct the number, or the {part} is gone"
        elif not hint and not isinstance(failure, Spent):
            hint = "try again later"
        told = f"{library}: not fetched: {failure.what}"
        return f"{told} ({hint}); its file stays as it was" if hint else told
