"""Finds the web addresses in running text, and what kind of link each is."""

from __future__ import annotations

import re

from generator.text.addresses import host, safe_address
from generator.values.identifier import identifiers_in
from generator.values.link import Link

_ADDRESS = re.compile(r"(?:https?:\s?//\s?|\bwww\.)[^\s<>\"“”{}|\\^`]{3,500}")
_CODE_HOST = re.compile(
    r"(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sr\.ht|4open\.science)$"
)
_DATA_HOST = re.compile(r"(?:^|\.)(?:zenodo\.org|kaggle\.com|dataverse\.org|figshare\.com)$")
_VIDEO_HOST = re.compile(r"(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com)$")
#: Hosts of papers, also where an address of theirs holds no identifier.
_PAPER_HOST = re.compile(r"(?:^|\.)(?:arxiv\.org|doi\.org|openreview\.net|aclanthology\.org)$")
_BEFORE = (
    ("code", re.compile(r"\b(?:code|codes|codebase|implementation|repository|source)\b", re.I)),
    ("data", re.compile(r"\b(?:data|dataset|datasets|corpus|benchmark)\b", re.I)),
    ("video", re.compile(r"\bvideos?\b", re.I)),
)


def links_in(text: str) -> tuple[Link, ...]:
    """Return the web addresses in running text, each with the kind of what it leads to.

    The kind follows from the host where that is telling, else from the words before it.
    """
    found: dict[str, Link] = {}
    for match in _ADDRESS.finditer(text):
        url = _without_punctuation(re.sub(r"\s", "", match.group()))
        if url.startswith("www."):
            url = "https://" + url
        address = safe_address(url)
        if address and "." in host(address):
            before = text[max(0, match.start() - 80) : match.start()]
            found.setdefault(address, Link(kind_of(address, before), address))
    return tuple(found.values())


def _without_punctuation(url: str) -> str:
    """Cut off what belongs to the sentence, and a closing bracket that nothing opens."""
    while True:
        url = url.rstrip(".,;:!?'*_…’")
        if not any(url.endswith(b) and url.count(a) < url.count(b) for a, b in ("()", "[]")):
            return url
        url = url[:-1]


def kind_of(url: str, before: str) -> str:
    """Return the kind of what an address leads to, by its host, else by the words before it."""
    name = host(url)
    if _CODE_HOST.search(name):
        return "code"
    if _PAPER_HOST.search(name) or identifiers_in(url):
        return "pdf" if re.search(r"/e?pdf/|\.pdf$", url) else "paper"
    if _VIDEO_HOST.search(name):
        return "video"
    if _DATA_HOST.search(name) or "huggingface.co/datasets/" in url:
        return "data"
    if name.endswith((".github.io", ".gitlab.io")):
        return "project"
    if name == "huggingface.co":
        return "project" if "/spaces/" in url else "code"
    # The nearest telling word decides: "code is available, the data are at …".
    nearest = [(hit.start(), kind) for kind, word in _BEFORE for hit in word.finditer(before)]
    return max(nearest)[1] if nearest else "project"
