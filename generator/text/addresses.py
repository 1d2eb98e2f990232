"""Web addresses: which are safe to link to, what host they name, which are one page."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

#: Every scheme that a page may link to; anything else (javascript:, data:, file:) is refused.
SAFE_SCHEMES = ("http", "https", "mailto")

# RFC 3986's characters, with % left as it is only before two hexadecimal digits.
# A quote or a parenthesis is allowed there, but would end an attribute or a Markdown link.
_KEEP = "/:?#@!$&*+,;=-._~%"
MAX_LENGTH = 2000
#: What is safe as it is, and names its host before the first slash: nearly all addresses.
_PLAIN = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:/[A-Za-z0-9/:?#@!$&*+,;=._~-]*)?")
# No colon in the first part, which would be a scheme; no entity (&colon;) that becomes one.
_RELATIVE = re.compile(r"(?!//)[^:/?#&]*(?:/[^?#&]*)?(?:[?#]|$)")


def safe_address(url: str) -> str | None:
    """Return `url` in a form that can stand in a link, or None when it must not be linked.

    Safe are http, https and mailto addresses and relative ones. Characters that could end the
    address in HTML or Markdown are percent-encoded.
    """
    if len(url) <= MAX_LENGTH and _PLAIN.fullmatch(url):
        return url
    # Browsers ignore control characters and leading spaces: "java\tscript:" runs.
    cleaned = re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]+", "", url)
    if not cleaned.isprintable():
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
    plain = _PLAIN.fullmatch(url)
    if plain:
        return plain[1].removeprefix("www.")
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def address_key(url: str) -> str:
    """Return what makes two addresses the same page: no scheme, `www.`, case or final slash."""
    return re.sub(r"^https?://(?:www\.)?", "", url.lower()).rstrip("/")
