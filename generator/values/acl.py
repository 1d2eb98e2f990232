"""Ids of the ACL Anthology, and the addresses that it has had.

See https://aclanthology.org/info/ids/.
"""

from __future__ import annotations

import re

from generator.values.pasted import cleaned, decoded, taken_apart

_ID = r"([a-z][0-9]{2}-[0-9]{4,5}|[0-9]{4}\.[a-z0-9_-]+\.[0-9]+)"
#: What stands around an id: "ACL Anthology:", a version, the ending of a file.
_ALONE = re.compile(
    r"(?:(?:acl|anthology|acl anthology)(?: id)? ?[:=] ?|anthology/)?"
    rf"{_ID}(?:v[0-9]{{1,2}})?(?:\.(?:pdf|bib|xml|endf|html))?[/.,;]?",
    re.ASCII | re.IGNORECASE,
)
_IN_PATH = re.compile(rf"(?:^|/){_ID}(?:v[0-9]{{1,2}})?(?=[/.]|$)", re.ASCII | re.IGNORECASE)
_HOSTS = (
    "aclanthology.org",
    "aclanthology.info",
    "aclanthology.coli.uni-saarland.de",
    "aclanthology.lst.uni-saarland.de",
    "aclweb.org",
)
#: The Anthology's own DOIs are made of its ids.
_DOI = re.compile(rf"10\.(?:18653|3115)/v1/{_ID}", re.ASCII | re.IGNORECASE)


def normal_acl(text: str) -> str | None:
    """Return an ACL Anthology id such as `P19-1001` or `2020.acl-main.1`, or None.

    `text` is the id, a DOI of the Anthology, or an address that holds the id.
    """
    text = decoded(cleaned(text))
    found = _ALONE.fullmatch(text) or _DOI.fullmatch(text)
    address = None if found else taken_apart(text)
    if address and address.site(("doi.org",)):
        found = _DOI.fullmatch(address.path.rstrip("/"))
    elif address and address.site(_HOSTS):
        found = _IN_PATH.search(address.path)
    if not found:
        return None
    return found[1].upper() if found[1][0].isalpha() else found[1].lower()
