"""Web addresses in source text: which are safe to link to, and what they lead to."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from generator.model import Link

#: Every scheme that a page may link to; anything else (javascript:, data:, file:) is refused.
SAFE_SCHEMES = ("http", "https", "mailto")

# RFC 3986's characters, with % left as it is only before two hexadecimal digits.
# A quote or a parenthesis is allowed there, but would end an attribute or a Markdown link.
_KEEP = "/:?#@!$&*+,;=-._~%"
MAX_LENGTH = 2000
# No colon in the first part, which would be a scheme; no entity (&colon;) that becomes one.
_RELATIVE = re.compile(r"(?!//)[^:/?#&]*(?:/[^?#&]*)?(?:[?#]|$)")
_ADDRESS = re.compile(r"(?:https?:\s?//\s?|\bwww\.)[^\s<>\"“”{}|\\^`]{3,500}")
_CODE_HOST = re.compile(
    r"(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sr\.ht|4open\.science)$"
)
_DATA_HOST = re.compile(r"(?:^|\.)(?:zenodo\.org|kaggle\.com|dataverse\.org|figshare\.com)$")
_VIDEO_HOST = re.compile(r"(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com)$")
_PAPER_HOST = re.compile(r"(?:^|\.)(?:arxiv\.org|doi\.org|openreview\.net|aclanthology\.org)$")
_BEFORE = (
    ("code", re.compile(r"\b(?:code|codes|codebase|implementation|repository|source)\b", re.I)),
    ("data", re.compile(r"\b(?:data|dataset|datasets|corpus|benchmark)\b", re.I)),
    ("video", re.compile(r"\bvideos?\b", re.I)),
)


def safe_address(url: str) -> str | None:
    """Return `url` in a form that can stand in a link, or None when it must not be linked.

    Safe are http, https and mailto addresses and relative ones. Characters that could end the
    address in HTML or Markdown are percent-encoded.
    """
    # Browsers ignore control characters and leading spaces: "java\tscript:" runs.
    cleaned = re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]+", "", url)
    cleaned = "".join(c for c in cleaned if c.isprintable())
    if not cleaned or len(cleaned) > MAX_LENGTH or "\\" in cleaned:
        return None
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme and scheme not in SAFE_SCHEMES:
        return None
    if not scheme and _RELATIVE.match(cleaned) is None:
        return None
    if scheme in ("http", "https") and not parts.hostname:
        return None
    encoded = quote(scheme + cleaned[len(scheme) :], safe=_KEEP)
    encoded = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", encoded)
    return encoded if len(encoded) <= MAX_LENGTH else None


def host(url: str) -> str:
    """Return the host of an address without `www.`, or an empty string."""
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def address_key(url: str) -> str:
    """Return what makes two addresses the same page: no scheme, `www.`, case or final slash."""
    return re.sub(r"^https?://(?:www\.)?", "", url.lower()).rstrip("/")


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
            found.setdefault(address, Link(_kind(address, before), address))
    return tuple(found.values())


def _without_punctuation(url: str) -> str:
    """Cut off what belongs to the sentence, and a closing bracket that nothing opens."""
    while True:
        url = url.rstrip(".,;:!?'*_…’")
        if not any(url.endswith(b) and url.count(a) < url.count(b) for a, b in ("()", "[]")):
            return url
        url = url[:-1]


def _kind(url: str, before: str) -> str:
    name = host(url)
    if _CODE_HOST.search(name):
        return "code"
    if _PAPER_HOST.search(name):
        return "pdf" if "/pdf/" in url else "paper"
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
