"""Sources that are fetched: how `sources:` names them, and the files that builds read instead.

A name is of the form `zotero:groups/12345`. Only the command `fetch` asks for what it names, and
keeps it below `catalogue/fetched/`; see `generator.services`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from generator.problems import WrongUse, printable, quoted

#: Where files of fetched sources lie, below catalogue/.
FOLDER = "fetched"
PREFIX = "zotero:"

#: Whose a library can be, as Zotero's addresses have it.
Owner = Literal["groups", "users"]

#: What a key of Zotero's may be: https://www.zotero.org/support/dev/web_api/v3/write_requests
ZOTERO_KEY = re.compile(r"[A-Z0-9]{8}")

_FORMS = ("zotero:groups/12345", "zotero:users/12345", "zotero:groups/12345/collections/ABCD2345")
_NAME = re.compile(r"zotero:(groups|users)/([1-9][0-9]{0,11})(?:/collections/([A-Z0-9]{8}))?")
#: What people copy from the browser.
_WEB = re.compile(
    r"(?:https?://)?(?:www\.)?zotero\.org/groups/([1-9][0-9]{0,11})(?![0-9])"
    r"(?:/[^/?#]{1,200})?(?:/collections/([A-Z0-9]{8}))?(?:[/?#].*)?"
)


@dataclass(frozen=True, order=True)
class ZoteroLibrary:
    """A library of Zotero's, or one collection of it."""

    owner: Owner
    number: int
    collection: str = ""

    def __str__(self) -> str:
        """Return the name that catalogue.yml has for it."""
        return f"{PREFIX}{self.owner}/{self.number}" + (
            f"/collections/{self.collection}" if self.collection else ""
        )

    @property
    def file(self) -> str:
        """The name of the file in catalogue/fetched/ that holds what was fetched."""
        parts = ("zotero", self.owner, str(self.number), self.collection)
        return f"{'-'.join(filter(None, parts))}.json"

    def address_of(self, key: str) -> str:
        """Return where zotero.org shows the item of this key."""
        return f"https://www.zotero.org/{self.owner}/{self.number}/items/{key}"


def is_fetched(name: str) -> bool:
    """Whether a source is one to fetch, maybe misspelled; else it names files."""
    return name.lower().startswith(PREFIX)


def library_named(name: str) -> ZoteroLibrary:
    """Return the library that a source names; ValueError with the forms there are, if none.

    The message is made as those of validators are: what is wrong, a bar, what to do.
    """
    found = _NAME.fullmatch(name)
    owner = next((one for one in get_args(Owner) if found and one == found[1]), None)
    if not found or not owner:
        *forms, last = _FORMS
        raise ValueError(f"{quoted(name)} names no library | write {', '.join(forms)} or {last}")
    return ZoteroLibrary(owner, int(found[2]), found[3] or "")


def libraries_named(names: Iterable[str]) -> list[ZoteroLibrary]:
    """Return the libraries that are named, each once; WrongUse with all that name none."""
    wrong, found = [], []
    for name in names:
        try:
            found.append(library_named(name))
        except ValueError as error:
            what, _, hint = str(error).rpartition(" | ")
            wrong.append(f"{printable(what)} ({hint})")
    if wrong:
        raise WrongUse("\n".join(wrong))
    return list(dict.fromkeys(found))


def checked(name: str) -> str:
    """Return the name of a source as it is; ValueError for one that can only be a mistake."""
    if is_fetched(name):
        library_named(name)
    elif found := _WEB.fullmatch(name):
        meant = ZoteroLibrary("groups", int(found[1]), found[2] or "")
        raise ValueError(f"{quoted(name)} is an address, and no file | write {meant}")
    return name
